"""The facts of a family as the rows of a table: a row a key, a column a column of the family."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.content.data.select import Row, Value
from reportgen.content.entries import NOWHERE
from reportgen.content.model import Fact
from reportgen.content.source import Scalar

NAME, KEY = "name", "key"
"""What a row of a family holds besides its facts: its words, or its time; and what its facts are called by."""


def family_rows(family: str, facts: Iterable[Fact]) -> list[Row]:
    """The rows in the order of the facts, each with all columns; a fact that is not there is an empty cell."""
    rows: dict[str, dict[str, Value]] = {}
    columns: dict[str, None] = {}
    for fact in facts:
        if (member := fact.member) is None or member.family != family:
            continue
        columns[member.column] = None
        key = Scalar.at(member.key, fact.place)
        row = rows.setdefault(member.key, {NAME: member.row or key, KEY: key})
        row[member.column] = fact
    return [{NAME: row[NAME], KEY: row[KEY], **_filled(row, columns)} for row in rows.values()]


def _filled(row: dict[str, Value], columns: Iterable[str]) -> dict[str, Value]:
    return {column: row.get(column, Scalar.at("", NOWHERE)) for column in columns}
