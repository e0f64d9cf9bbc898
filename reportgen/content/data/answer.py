"""What a database answers a query, as cells: values as text, exactly, and why there is no answer.

Which engine is asked, and how it is kept from doing more than reading, stand in sqlite_query.py and duckdb_query.py.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal

from reportgen.content.data.table import DataCell
from reportgen.messages import Message, msg
from reportgen.problems import Place
from reportgen.records import record

MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_CHARACTERS = 4_000_000
"""Of all cells together."""

MOST_SECONDS = 10.0
MOST_MEMORY = "512MB"
CERTAIN_DIGITS = {"FLOAT": 7}
"""How many decimal digits a binary fraction of a type carries; of any other, 15."""


class QueryError(Exception):
    """A query without an answer: what is wrong, and the way out."""

    def __init__(self, message: Message, hint: str = "", *, much: bool = False) -> None:
        self.message, self.hint, self.much = message, hint, much
        super().__init__(message)


@record
class Answer:
    """The rows of a query: names and types of its columns, and values as Python has them."""

    columns: tuple[str, ...]
    types: tuple[str, ...]
    rows: Sequence[Sequence[object]]
    engine: str  # its name and version


def too_many_rows() -> QueryError:
    """More rows than a table may have."""
    return QueryError(msg("the query gives more than {most} rows", most=MOST_ROWS), msg("select fewer"), much=True)


def too_long() -> QueryError:
    """A query that takes longer than anyone waits."""
    told = msg("the query takes longer than {most} seconds", most=int(MOST_SECONDS))
    return QueryError(told, msg("ask for less, or keep its result in a table of the database"), much=True)


def cells_of(answer: Answer, place: Place) -> list[dict[str, DataCell]]:
    """The rows as cells, all at the place of the query; QueryError for a value that is no text, number or time."""
    if len(answer.columns) > MOST_COLUMNS:
        told = msg("the query gives more than {most} columns", most=MOST_COLUMNS)
        raise QueryError(told, msg("select fewer"), much=True)
    room = MOST_CHARACTERS
    rows: list[dict[str, DataCell]] = []
    for values in answer.rows:
        row: dict[str, DataCell] = {}
        for column, kind, value in zip(answer.columns, answer.types, values, strict=True):
            row[column] = cell = _cell(value, kind, place)
            room -= len(cell)
            if cell == _NO_VALUE:
                told = msg("row {row}, column '{column}' holds a {kind}", row=len(rows) + 1, column=column, kind=kind)
                raise QueryError(told, msg("cast it to a number, a date or a text"))
        if room < 0:
            raise QueryError(msg("the query gives more than 4 million characters"), msg("select fewer"), much=True)
        rows.append(row)
    return rows


_NO_VALUE = "\0"


def _cell(value: object, kind: str, place: Place) -> DataCell:
    if isinstance(value, float):
        return _of_float(value, CERTAIN_DIGITS.get(kind, 15), place)
    return DataCell.at(_text(value), place)


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case str():
            return value.strip() if "\0" not in value else _NO_VALUE
        case bool():
            return str(value).upper()
        case int():
            return str(value)
        case Decimal() if value.is_finite():
            return format(value, "f")
        case datetime():
            midnight = value.time() == time() and value.tzinfo is None
            return value.date().isoformat() if midnight else value.isoformat(" ")
        case date():
            return value.isoformat()
        case _:
            return _NO_VALUE


def _of_float(value: float, digits: int, place: Place) -> DataCell:
    """A binary fraction as the decimal that it was made of; where it fills all digits it is what reckoning left, and
    its cell keeps the number in full: whoever prints it says how many decimals.

    Fifteen digits come back whole from a binary fraction of 64 bits, as Excel knows too; of 32 bits, six or seven.
    """
    exact = Decimal(repr(value)) if value - value == 0 else None  # neither infinite nor not a number
    if exact is None:
        return DataCell.at(_NO_VALUE, place)
    if digits < 15:
        exact = Decimal(_short(value))
    shown = Decimal(format(value, f".{digits}g"))
    told = format(shown.normalize() if shown else Decimal(0), "f")
    filled = len(shown.normalize().as_tuple().digits) >= digits and shown != exact
    return DataCell.at(told, place, exact=format(exact, "f") if filled else "")


def _short(value: float) -> str:
    """The shortest decimal that is this binary fraction of 32 bits."""
    tries = (format(value, f".{digits}g") for digits in range(6, 10))
    return next((text for text in tries if _single(float(text)) == value), repr(value))


def _single(value: float) -> float:
    """The binary fraction of 32 bits next to a number."""
    return struct.unpack("f", struct.pack("f", value))[0]
