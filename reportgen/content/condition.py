"""What an `if:` asks of a row: that a cell says something, or what its columns hold.

    if: unicorns                          the cell is neither empty nor a no
    if: not unicorns
    if: {kind: 国家级, unicorns: "> 3"}     every column: a text, a list of which one is meant, or a comparison

A comparison is one of plain numbers, as they stand in the cells; the conditions of `filter:` read the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from reportgen.content.source import Entries, Items, Scalar, Value, stretch_of
from reportgen.messages import msg
from reportgen.numbers.model.pattern import Pattern
from reportgen.problems import Evidence, Problem, Rule, did_you_mean

if TYPE_CHECKING:
    from reportgen.content.data.table import DataCell, Row

CONDITION = Rule(
    "row/condition",
    msg("if: names a column, or columns with what they hold: a text, a list of texts, a comparison of numbers."),
    slip=msg("if: [a, b]"),
    mend=msg("if: {{kind: [a, b]}}"),
)
RULES = (CONDITION,)

NO = frozenset({"", "0", "no", "false", "n", "否", "无", "-", "–", "—", "…"})
"""What a cell holds that says no, in lower case."""

_SIGNS = ("!=", "≠", ">=", "≥", "<=", "≤", ">", "<")
_NUMBER = Pattern(r"[+-]?\d[\d,]*(?:\.\d+)?")


def holds(typed: Value, row: Row) -> tuple[bool, list[Problem]]:
    """Whether a condition holds of a row, and what is wrong with the condition; a wrong one holds not."""
    problems: list[Problem] = []
    match typed:
        case Scalar():
            negated, column = typed.startswith("not "), Scalar.at(typed.removeprefix("not ").strip(), typed.place)
            cell = _cell(column, row, problems)
            return cell is not None and (cell.strip().casefold() in NO) is negated, problems
        case Entries() if typed:
            asked = [
                (cell := _cell(column, row, problems)) is not None and _fits(cell, wanted, problems)
                for column, wanted in typed.items()
            ]
            return all(asked), problems
        case _:
            return False, [_broken(typed, msg("this is no condition"))]


def _cell(column: Scalar, row: Row, problems: list[Problem]) -> DataCell | None:
    if column not in row:
        problems.append(_broken(column, msg("the table has no column '{column}'", column=column), row))
    return row.get(column)


def _broken(typed: Value, message: str, columns: Iterable[str] = ()) -> Problem:
    hint = msg("write if: COLUMN, if: not COLUMN or if: {{COLUMN: what it holds}}")
    return CONDITION.broken(
        stretch_of(typed, typed.place), message, did_you_mean(str(typed), columns) if columns else hint
    )


def _fits(cell: DataCell, wanted: Value, problems: list[Problem]) -> bool:
    """Whether a cell says one of the texts, if texts are named, and every comparison holds."""
    texts = [text for text in (wanted if isinstance(wanted, Items) else [wanted]) if isinstance(text, Scalar)]
    if not texts or (isinstance(wanted, Items) and len(texts) < len(wanted)) or isinstance(wanted, Entries):
        problems.append(_broken(wanted, msg("a cell's text or a list of them is wanted here")))
        return False
    equal = [cell == text for text in texts if not _sign(text)]
    compared = list(_compared(cell, [text for text in texts if _sign(text)], problems))
    return (not equal or any(equal)) and all(compared)


def _sign(text: str) -> str:
    return next((sign for sign in _SIGNS if text.startswith(sign)), "")


def _compared(cell: DataCell, texts: Iterable[Scalar], problems: list[Problem]) -> Iterator[bool]:
    for text in texts:
        sign = _sign(text)
        against = text.removeprefix(sign).strip()
        if sign in ("!=", "≠"):
            yield cell != against
            continue
        wanted, found = _number(against), _number(cell)
        if wanted is None:
            problems.append(_broken(text, msg("'{text}' is no number", text=against)))
            yield False
        elif found is None:
            message = msg("'{cell}' cannot be compared with {text}", cell=cell, text=against)
            evidence = [Evidence(msg("asked here"), str(text), text.place)]
            hint = msg("write a plain number into the cell, or name the texts that are meant")
            problems.append(CONDITION.broken(cell.place, message, hint, evidence=evidence))
            yield False
        else:
            yield _ordered(sign, found, wanted)


def _number(text: str) -> Decimal | None:
    """The number that a text is, a sign of percent left out."""
    plain = text.strip().removesuffix("%")
    return Decimal(plain.replace(",", "")) if _NUMBER.fullmatch(plain) else None


def _ordered(sign: str, found: Decimal, wanted: Decimal) -> bool:
    match sign:
        case ">":
            return found > wanted
        case ">=" | "≥":
            return found >= wanted
        case "<":
            return found < wanted
        case _:
            return found <= wanted
