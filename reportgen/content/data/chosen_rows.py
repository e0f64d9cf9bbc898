"""What an author types to choose the rows of a table: a filter, an order, how many, and a name for the others.

rows: {filter: {region: 华东, gdp: "> 1000"}, sort: gdp, top: 10, others: {zh: 其他, en: Others}}
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema

from reportgen.content.entries import Entry, EntryError, Word, Wording
from reportgen.content.source import Entries, Items, Scalar
from reportgen.messages import msg
from reportgen.problems import Rule
from reportgen.records import record

_DATA = "- chart: {id: z, kind: step, title: {zh: 甲, en: A}, data: zones.csv, x: date, y: zones, unit: 家, rows: ROWS}"


def _chart(rows: str) -> str:
    return _DATA.replace("ROWS", rows)


NO_COLUMN = Rule(
    "rows/no-column",
    msg("Rows are chosen and sorted by columns that their table has."),
    file="sections/one.yaml",
    slip=_chart("{sort: zoness}"),
    mend=_chart("{sort: zones}"),
)
CONDITION = Rule(
    "rows/condition",
    msg("A condition is what a cell says, a list of that, or a comparison with a figure or a time."),
    file="sections/one.yaml",
    slip=_chart('{filter: {zones: "> many"}}'),
    mend=_chart('{filter: {zones: "> 10"}}'),
)
NONE_LEFT = Rule(
    "rows/none-left",
    msg("A choice of rows leaves some."),
    file="sections/one.yaml",
    slip=_chart('{filter: {zones: "> 1000"}}'),
    mend=_chart('{filter: {zones: "> 10"}}'),
)
SORT = Rule(
    "rows/sort",
    msg("Rows are sorted by a column of figures or times; the top of them by one that says of what."),
    file="sections/one.yaml",
    slip=_chart("{top: 2}"),
    mend=_chart("{sort: zones, top: 2}"),
)
OTHERS = Rule(
    "rows/others",
    msg("What a chart tells as one mark in place of many rows is their sum: growth, rates and times have none."),
    file="sections/one.yaml",
    slip=_chart("{sort: zones, top: 2, others: {zh: 其他, en: Others}}"),
    mend=_chart("{sort: zones, top: 2}"),
)
RULES = (NO_COLUMN, CONDITION, NONE_LEFT, SORT, OTHERS)

SIGNS = (">=", "<=", "!=", "≥", "≤", "≠", ">", "<")
_MEANT = {"≥": ">=", "≤": "<=", "≠": "!="}


# ---- what an author types ----------------------------------------------------------------------


@record
class Condition:
    """What must hold of a cell: a sign, nothing for equal, and the text that the cell is held against."""

    sign: str
    text: Scalar

    @classmethod
    def read(cls, typed: Scalar) -> Condition:
        """`> 1000`, `!= 上海`, `华东`."""
        sign = next((sign for sign in SIGNS if typed.startswith(sign)), "")
        text = typed[len(sign) :].strip()
        if not text:
            hint = msg("write what the cell is held against behind the sign")
            raise EntryError(CONDITION.broken(typed, msg("this condition says nothing"), hint))
        return cls(_MEANT.get(sign, sign), Scalar.at(text, typed.place, typed.raw))


def _conditions(value: object) -> tuple[Condition, ...]:
    typed = list[object](value) if isinstance(value, Items) else [value]
    texts = [one for one in typed if isinstance(one, Scalar)]
    if not texts or len(texts) != len(typed):
        raise ValueError(msg("a cell's text or a list of them is wanted here"))
    return tuple(map(Condition.read, texts))


_STRING: dict[str, Any] = {"type": ["string", "number"]}
Conditions = Annotated[
    tuple[Condition, ...],
    PlainValidator(_conditions),
    WithJsonSchema({"anyOf": [_STRING, {"type": "array", "items": _STRING, "minItems": 1}]}),
]


def _whole(value: object) -> Scalar:
    if not isinstance(value, Scalar) or not (value.isascii() and value.isdecimal()) or not int(value):
        raise ValueError(msg("a whole number from 1 up is wanted here"))
    return value


Whole = Annotated[Scalar, PlainValidator(_whole), WithJsonSchema({"type": "integer", "minimum": 1})]
"""How many, as typed."""


class SortKey(Entry):
    """A column that rows are sorted by: figures the largest first, times from early to late, unless told."""

    column: Word
    order: Literal["ascending", "descending"] | None = None


def _as_key(value: object) -> object:
    if not isinstance(value, Scalar):
        return value
    entries = Entries()
    entries.place = value.place
    entries[Scalar.at("column", value.place)] = value
    return entries


def _as_keys(value: object) -> object:
    if isinstance(value, Items):
        return tuple(_as_key(one) for one in value)
    return (_as_key(value),) if isinstance(value, Scalar | Entries) else value


class ChosenRows(Entry):
    """Which rows of a table are shown: those that a filter leaves, in an order, the first of them alone."""

    filter: dict[Word, Conditions] = Field(
        default_factory=dict[Word, tuple[Condition, ...]],
        description='what must stand in a column: `{region: 华东}`, one of a list, or a comparison (`">= 2025-01"`)',
    )
    sort: Annotated[tuple[SortKey, ...], BeforeValidator(_as_keys)] = Field(
        (),
        description="the column, or columns, that the rows are sorted by: figures the largest first, times from early "
        "to late; `{column: gdp, order: ascending}` otherwise",
    )
    top: Whole | None = Field(None, description="how many rows are shown, of each group if there are groups")
    others: Wording | None = Field(None, description="the name of a last row that adds up those that `top` leaves out")
