"""A stored cell as its reader sees it, or why it cannot be told."""

from __future__ import annotations

import re
from datetime import datetime
from decimal import Context, Decimal, InvalidOperation
from typing import NamedTuple

from reportgen.content.data.cell_format import number_as_shown, plain, text_as_shown
from reportgen.content.data.cell_text import STRUCK
from reportgen.content.data.date_format import date_as_shown, date_of, iso_as_shown
from reportgen.content.data.format_code import shows_date, shows_elapsed
from reportgen.content.data.plain import plain_figure
from reportgen.content.data.sheet import Stored
from reportgen.messages import Message, msg

DIGITS = Context(prec=15)
"""What Excel itself keeps and shows of a number; a binary fraction's further digits were never typed."""

_POWER = re.compile(r"[\d.]+E[+-]?\d+")
_DASH = re.compile(r"[-–—‒−]+")


class Shown(NamedTuple):
    """What a cell shows, the number that it holds in full, and why it cannot count as a figure, where it cannot.

    The text of what cannot count as one cannot be read as one either.
    """

    text: str
    exact: str = ""
    fault: Message | None = None


def shown_cell(cell: Stored, *, since_1904: bool, uncalculated: bool = False) -> Shown:
    """A cell as its reader sees it: numbers as their formats show them, dates as ISO as far as they do."""
    match cell.kind:
        case "f":
            return Shown(cell.value, fault=msg("this formula has no result stored"))
        case "e":
            return Shown(cell.value, fault=msg("this cell holds the error {error}", error=cell.value))
        case "b":
            return Shown("TRUE" if cell.value in ("1", "true") else "FALSE")
        case "d":
            return Shown(_iso(cell.value, cell.shown))
        case "n":
            number = _number(cell.value)
            if number is None:
                return Shown(cell.value, fault=msg("this cell holds no number: {value}", value=cell.value))
            shown = _number_shown(number, cell.shown, since_1904=since_1904)
            if uncalculated and cell.formula and not number:
                message = msg("this formula was never worked out: the workbook holds 0 in its place")
                return Shown(f"{cell.value} (=)", shown.exact, message)
            return shown
        case _:
            text = text_as_shown(cell.value, cell.shown).strip()
            return Shown(text, fault=msg("a part of this cell is struck through") if STRUCK in text else None)


def _number(text: str) -> Decimal | None:
    try:
        number = DIGITS.create_decimal(Decimal(text.strip()))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _number_shown(number: Decimal, code: str, *, since_1904: bool) -> Shown:
    exact = format(number.normalize(), "f")
    if shows_date(code):
        moment = date_of(number, since_1904=since_1904)
        if moment is None or shows_elapsed(code):
            return _unfollowed(exact, code)
        return Shown(iso_as_shown(moment, code))
    told = number_as_shown(number, code)
    if told is None:
        return _unfollowed(exact, code)
    if not number and _DASH.fullmatch(told):
        told = "0"  # accountants' dash
    if power := _POWER.search(told):
        told = told.replace(power[0], format(Decimal(power[0]), "f"))
    return Shown(plain_figure(told), exact)


def _unfollowed(exact: str, code: str) -> Shown:
    message = msg("this cell's number format {code} is none that is followed", code=code)
    return Shown(f"{exact} ({code})", exact, message)


def _iso(text: str, code: str) -> str:
    try:
        moment = datetime.fromisoformat(text.removesuffix("Z"))
    except ValueError:
        return text
    return iso_as_shown(moment, code if shows_date(code) else "yyyy-mm-dd h:mm")


def seen_cell(cell: Stored, *, since_1904: bool) -> str:
    """A cell as a reader of the sheet sees it, dates by their formats; a number in full where its format is not
    followed, nothing where a formula has no result."""
    if cell.kind == "f":
        return ""
    number = _number(cell.value) if cell.kind == "n" else None
    if number is None:
        return shown_cell(cell, since_1904=since_1904).text
    if not shows_date(cell.shown):
        told = number_as_shown(number, cell.shown)
        return plain(number) if told is None else told
    moment = date_of(number, since_1904=since_1904)
    if moment is None:
        return plain(number)
    return date_as_shown(moment, cell.shown) or iso_as_shown(moment, cell.shown)
