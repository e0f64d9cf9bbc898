"""A quantity as text: `write` and `write_parts`. The only way a figure becomes words; nothing is rounded here."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from operator import itemgetter
from typing import Any

from reportgen.messages import msg
from reportgen.numbers.languages import reader, writer
from reportgen.numbers.model.errors import FigureError
from reportgen.numbers.model.kind_names import kind_name
from reportgen.numbers.model.options import NO_OPTIONS
from reportgen.numbers.model.period import Period
from reportgen.numbers.model.quantity import Amount, Difference, Quantity, Rate, counted_in
from reportgen.numbers.model.rounding import display, unsigned, unsigned_amount
from reportgen.numbers.model.style import HOUSE, FigureStyle, Part, Pieces, WritingForm
from reportgen.numbers.writing.common_unit import CommonUnit
from reportgen.numbers.writing.options import decided

_TEXT = itemgetter(1)


def write(
    quantity: Quantity,
    language: str,
    *,
    form: WritingForm = "prose",
    capital: bool = False,
    unit: CommonUnit | None = None,
    **options: Any,
) -> str:
    """The figure as text in a language.

    `form` "bare" leaves out direction, basis, aggregate, measure word and noun, but never the qualifier; "table" also
    spells nothing out. `capital` is for the start of an English sentence. With `unit` the figure is bare and in that
    unit, which a column's head or an axis names. `options` are `FormatOptions`; the quantity's own come first.
    """
    if options or form != "prose" or unit is not None or quantity.options is not NO_OPTIONS:
        text = "".join(map(_TEXT, _pieces(quantity, language, form, unit, options)))
    else:
        text = "".join(map(_TEXT, writer(language).pieces(quantity, HOUSE)))
    return text[0].upper() + text[1:] if capital else text


def write_tick(period: Period, language: str, *, dated: bool) -> str:
    """A month or a quarter along an axis of time, with its year or without; empty where a language has no such form."""
    tick = writer(language).tick
    return tick(period, dated) if tick else ""


def after_verb(quantity: Quantity, language: str, before: str) -> Quantity:
    """The figure without its sign where a verb of the same direction ends what stands before it: 同比下降4.6%."""
    amount = counted_in(quantity)
    if not isinstance(amount, Amount) or isinstance(quantity, Rate):
        return quantity
    shown = display(amount)
    ends = shown if isinstance(shown, tuple) else (shown,)
    below = all(isinstance(end, Decimal) and end <= 0 for end in ends) and any(ends)
    if not below or reader(language).way(before) != "down":
        return quantity
    if isinstance(quantity, Difference):
        return replace(quantity, amount=unsigned(quantity.amount))
    return unsigned_amount(amount)


def write_parts(
    quantity: Quantity,
    language: str,
    *,
    form: WritingForm = "prose",
    capital: bool = False,
    unit: CommonUnit | None = None,
    **options: Any,
) -> tuple[Part, ...]:
    """The same in parts, each with its role; joined they are what `write` gives."""
    parts = [Part(role, text) for role, text in _pieces(quantity, language, form, unit, options)]
    if capital:
        first = parts[0]
        parts[0] = Part(first.role, first.text[0].upper() + first.text[1:])
    return tuple(parts)


@lru_cache(maxsize=512)
def _to_decimals(style: FigureStyle, decimals: int | None) -> FigureStyle:
    """The style with the decimals that a column shares: made once, since a style has many fields."""
    return replace(style, decimals=decimals)


def _pieces(
    quantity: Quantity, language: str, form: WritingForm, unit: CommonUnit | None, options: dict[str, Any]
) -> Pieces:
    row = writer(language)
    if unit is None and not options and form == "prose" and quantity.options is NO_OPTIONS:
        return row.pieces(quantity, HOUSE)
    if unit is None:
        return row.pieces(quantity, decided(quantity.options, tuple(options.items()), form, language))
    amount = counted_in(quantity)
    if not isinstance(amount, Amount):
        raise FigureError(msg("a {kind} is not written in a unit", kind=kind_name(quantity.kind)), "unit")
    style = decided(quantity.options, tuple(options.items()), "table", language)
    if amount.qualifier is None and style.keep_zeros is not False and quantity.options.keep_zeros is not False:
        style = _to_decimals(style, unit.decimals.get(language))
    return row.in_unit(amount, unit.power(quantity, language), style)
