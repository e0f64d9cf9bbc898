"""What an author types of a family, many facts of one table, and what must be true of it. It is read in families.py."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, PlainValidator, WithJsonSchema

from reportgen.content.cell_entry import ReadingEntry
from reportgen.content.data.chosen_rows import Conditions
from reportgen.content.entries import NOWHERE, Entry, EntryError, Sources, Word, Wording, Words
from reportgen.content.folder import TIME
from reportgen.content.source import Entries, Scalar, stretch_of
from reportgen.messages import msg
from reportgen.problems import Rule

KEY = Rule(
    "families/key",
    msg("Every row of a family has a key of its own, and it holds a letter or a digit."),
    file="facts.yaml",
    slip='zones: {from: zones.csv, query: "select 1988 as year, 1 as zones union all select 1988, 2", key: year, '
    "columns: {zones: {unit: 家, what: {zh: 数, en: zones}}}, when: {column: year}, source: paper}",
    mend='zones: {from: zones.csv, query: "select 1988 as year, 1 as zones union all select 1989, 2", key: year, '
    "columns: {zones: {unit: 家, what: {zh: 数, en: zones}}}, when: {column: year}, source: paper}",
)
NAME = Rule(
    "families/name",
    msg("The names of a family and of its columns are letters, digits, _ and -."),
    file="facts.yaml",
    slip="zones: {from: zones.csv, key: date, columns: {zones: {unit: 家, what: {zh: 数, en: zones}}, "
    "n.1: {column: zones, unit: 家, what: {zh: 数, en: zones}}}, when: {column: date}, source: paper}",
    mend="zones: {from: zones.csv, key: date, columns: {zones: {unit: 家, what: {zh: 数, en: zones}}, "
    "n1: {column: zones, unit: 家, what: {zh: 数, en: zones}}}, when: {column: date}, source: paper}",
)
PATTERN = Rule(
    "families/pattern",
    msg("A pattern says with {{name}} and {{what}} how a row's name and a column's words stand together."),
    file="facts.yaml",
    slip="zones: {from: zones.csv, key: date, columns: {zones: {unit: 家, what: {zh: 数, en: zones}}}, "
    'pattern: {zh: "{name}{what}", en: "{wat} in {name}"}, when: 2025, source: paper}',
    mend="zones: {from: zones.csv, key: date, columns: {zones: {unit: 家, what: {zh: 数, en: zones}}}, "
    'pattern: {zh: "{name}{what}", en: "{what} in {name}"}, when: 2025, source: paper}',
)
STATUS = Rule(
    "families/status",
    msg("A column `status` holds final, preliminary, estimate, or nothing."),
    file="facts.yaml",
    slip="zones: {from: zones.csv, query: \"select 1988 as year, 1 as zones, 'prelim' as status\", key: year, "
    "columns: {zones: {unit: 家, what: {zh: 数, en: zones}}}, when: {column: year}, source: paper}",
    mend="zones: {from: zones.csv, query: \"select 1988 as year, 1 as zones, 'preliminary' as status\", key: year, "
    "columns: {zones: {unit: 家, what: {zh: 数, en: zones}}}, when: {column: year}, source: paper}",
)
RULES = (KEY, NAME, PATTERN, STATUS)


class ColumnName(Scalar):
    """The name of a column, where a value a row is wanted."""


def _text_or_column(value: object) -> Scalar:
    """One text for all rows, or `{column: …}` for a text a row."""
    if isinstance(value, Scalar) and value:
        return value
    if isinstance(value, Entries) and list(value) == ["column"] and isinstance(value["column"], Scalar):
        named = value["column"]
        return ColumnName.at(named, named.place, named.raw)
    hint = msg("write 2025-Q3, or {{column: month}}")
    message = msg("one text or one column is wanted here")
    raise EntryError(TIME.broken(stretch_of(value, NOWHERE), message, hint))


_TEXT_SCHEMA: dict[str, Any] = {"type": ["string", "number"]}
TextOrColumn = Annotated[
    Scalar,
    PlainValidator(_text_or_column),
    WithJsonSchema(
        {
            "anyOf": [
                _TEXT_SCHEMA,
                {
                    "type": "object",
                    "properties": {"column": _TEXT_SCHEMA},
                    "required": ["column"],
                    "additionalProperties": False,
                },
            ]
        }
    ),
]


class RowFields(Entry):
    """What the facts of a family share, or those of one of its columns."""

    when: TextOrColumn | None = None
    as_of: TextOrColumn | None = None
    source: Sources | None = None
    status: Literal["final", "preliminary", "estimate"] | None = None
    note: Wording | None = None
    pattern: Wording | None = None  # how the row's name and the column's words stand together


class ColumnEntry(ReadingEntry, RowFields):
    """A column of a family: how its cells are read, and what they measure."""

    column: Word | None = None  # its head; unset: the name that it goes by here
    what: Wording
    label: Wording | None = None


class FamilyRows(Entry):
    """Which rows of its table a family reads: those that a filter leaves, as of a table."""

    filter: dict[Word, Conditions]


class FamilyEntry(RowFields):
    """Many facts at once: one a row and a column of a table, called FAMILY.KEY.COLUMN."""

    from_: Word = Field(alias="from")
    query: Word | None = None
    key: Word  # the column by whose texts the facts are called
    names: Words | None = None  # the columns that name the rows, a language each; unset: name_zh, name_en
    rows: FamilyRows | None = None
    columns: dict[Word, ColumnEntry] = Field(min_length=1)
