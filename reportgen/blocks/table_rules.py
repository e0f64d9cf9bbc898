"""The rules that every table keeps, whether its rows are typed or stand in a file."""

from __future__ import annotations

from reportgen.messages import msg
from reportgen.problems import Rule

CELLS = Rule(
    "tables/cells",
    msg("Every row of a table has a cell under every column."),
    file="sections/one.yaml",
    slip="""\
- table:
    id: t
    title: {zh: 表, en: Table}
    columns: [{zh: 甲, en: A}, {zh: 乙, en: B}]
    rows: [["{output}"]]""",
    mend="""\
- table:
    id: t
    title: {zh: 表, en: Table}
    columns: [{zh: 甲, en: A}, {zh: 乙, en: B}]
    rows: [["{output}", "{growth}"]]""",
)
UNIT = Rule(
    "tables/unit",
    msg("The figures of a column with a unit share it."),
    file="sections/one.yaml",
    slip="- table: {id: t, title: {zh: 表, en: Table}, columns: [{title: {zh: 甲, en: A}, unit: auto}], "
    'rows: [["{output}"], ["{growth}"]]}',
    mend='- table: {id: t, title: {zh: 表, en: Table}, columns: [{zh: 甲, en: A}], rows: [["{output}"], ["{growth}"]]}',
)
SUM = Rule(
    "tables/sum",
    msg("A total is the sum of its parts, but for rounding."),
    slip=msg("a row with `total: true` that says 8家 under 3家 and 4家"),
    mend=msg("the total 7家"),
)
RULES = (CELLS, UNIT, SUM)
