"""The rules that tables of data keep; the other modules of this room find them broken."""

from __future__ import annotations

from reportgen.messages import msg
from reportgen.problems import Certainty, Rule, Severity

_COLUMNS = "{column: date, title: {zh: 时间, en: Date}}, {column: zones, title: {zh: 数量, en: Zones}, unit: 家}"


def _table(columns: str = _COLUMNS, more: str = "") -> str:
    return f"- table: {{id: t, title: {{zh: 表, en: Table}}, data: zones.csv, columns: [{columns}]{more}}}"


ORIGIN = Rule(
    "tables/origin",
    msg("A table's rows stand in a file, or are the facts of a family, or are typed."),
    file="sections/one.yaml",
    slip=_table(more=", facts: zones"),
    mend=_table(),
)
FAMILY = Rule(
    "tables/family",
    msg("The facts that a table names as its rows are a family of facts.yaml."),
    file="sections/one.yaml",
    slip="- table: {id: t, title: {zh: 表, en: Table}, facts: towns, "
    "columns: [{column: name, title: {zh: 名, en: Name}}]}",
    mend=_table(),
)
SHAPE = Rule(
    "tables/column-shape",
    msg("A column of a table of data names its column there, or the columns of a sparkline, and has a title."),
    file="sections/one.yaml",
    slip=_table("{column: date, title: {zh: 时间, en: Date}}, {column: zones, unit: 家}"),
    mend=_table(),
)
CELL = Rule(
    "tables/cell",
    msg("The cells of a column of figures are figures of its unit, or empty."),
    slip=msg("a cell that says 'many' in a column of figures"),
    mend=msg("the figure, or an empty cell where none is known"),
)
NAME = Rule(
    "tables/name",
    msg("Words in the cells of a table's data are known in every language of the briefing."),
    slip=msg("a column of Chinese names, and none of English ones"),
    mend=msg("columns name_zh and name_en, or the names under `names:`, or in terms.yaml"),
)
STATUS = Rule(
    "tables/status",
    msg("What is not final in a table of data is preliminary or an estimate."),
    slip=msg("a column called status with a cell that says 'prelim'"),
    mend=msg("a cell that says preliminary"),
)
TOTAL_HOW = Rule(
    "tables/total-how",
    msg("A column is added up, weighted by a column of figures that is there, or left out of totals."),
    file="sections/one.yaml",
    slip=_table(_COLUMNS.replace("unit: 家", "unit: 家, total: weighted by people")),
    mend=_table(_COLUMNS.replace("unit: 家", "unit: 家, total: sum")),
)
TOTAL_ROW = Rule(
    "tables/total-row",
    msg("A total or subtotal that is named is a row of the data."),
    file="sections/one.yaml",
    slip=_table(more=", rows: {total: 全国}"),
    mend=_table(more=", rows: {total: true}"),
)
COUNTED_TWICE = Rule(
    "tables/counted-twice",
    msg("A row that is the sum of all others is not added to them."),
    Severity.WARNING,
    Certainty.POSSIBLE,
    slip=msg("`total: true` over data whose last row is the total already"),
    mend=msg("`total: 全省`, the name of that row"),
)
TOO_LONG = Rule(
    "tables/too-long",
    msg("A table prints at most 1,000 rows."),
    slip=msg("a table of a file of 1,200 rows"),
    mend=msg("`rows: {{sort: …, top: 30}}`, or a filter"),
)
RULES = (ORIGIN, FAMILY, SHAPE, CELL, NAME, STATUS, TOTAL_HOW, TOTAL_ROW, COUNTED_TWICE, TOO_LONG)
