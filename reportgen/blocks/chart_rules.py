"""The rules that charts keep; chart.py finds them broken."""

from __future__ import annotations

from reportgen.messages import msg
from reportgen.problems import Rule

UNKNOWN_KIND = Rule(
    "charts/unknown-kind",
    msg("A chart is of a kind that there is."),
    file="sections/one.yaml",
    slip="- chart: {id: a, title: {zh: 甲, en: A}, kind: pie, facts: [output]}",
    mend="- chart: {id: a, title: {zh: 甲, en: A}, kind: bars, facts: [output]}",
)
NOTHING = Rule(
    "charts/nothing",
    msg("A chart shows facts, or rows of a table."),
    file="sections/one.yaml",
    slip="- chart: {id: a, title: {zh: 甲, en: A}, kind: bars}",
    mend="- chart: {id: a, title: {zh: 甲, en: A}, kind: bars, facts: [output]}",
)
TWO_ORIGINS = Rule(
    "charts/two-origins",
    msg("A chart's figures come from one place: its facts, its table, or its series."),
    file="sections/one.yaml",
    slip="- chart: {id: a, title: {zh: 甲, en: A}, kind: bars, facts: [output], data: zones.csv, x: date, y: zones}",
    mend="- chart: {id: a, title: {zh: 甲, en: A}, kind: bars, facts: [output]}",
)
NO_VALUE = Rule(
    "charts/no-value",
    msg("What a chart shows has a value, or a range of two."),
    slip=msg("a chart of a fact that is a rank or a share such as 三分之二"),
    mend=msg("a chart of a fact that is an amount"),
)
NO_TIME = Rule(
    "charts/no-time",
    msg("A fact on an axis of time has a time."),
    slip=msg("kind: timeline, of a fact without when: and as_of:"),
    mend=msg("the fact with the time it is for"),
)
NOT_SHOWN = Rule(
    "charts/not-shown",
    msg("What is highlighted, labeled or a total is shown by the chart."),
    file="sections/one.yaml",
    slip="- chart: {id: a, title: {zh: 甲, en: A}, kind: bars, facts: [output], highlight: [growth]}",
    mend="- chart: {id: a, title: {zh: 甲, en: A}, kind: bars, facts: [output], highlight: [output]}",
)
UNEQUAL = Rule(
    "charts/unequal-series",
    msg("All series have as many facts."),
    file="sections/one.yaml",
    slip="""\
- chart:
    id: a
    kind: grouped
    title: {zh: 甲, en: A}
    series: [{name: {zh: 甲, en: A}, facts: [output, output]}, {name: {zh: 乙, en: B}, facts: [output]}]""",
    mend="""\
- chart:
    id: a
    kind: grouped
    title: {zh: 甲, en: A}
    series: [{name: {zh: 甲, en: A}, facts: [output]}, {name: {zh: 乙, en: B}, facts: [output]}]""",
)
NO_COLUMN = Rule(
    "charts/no-column",
    msg("The columns that a chart names are in its table."),
    file="sections/one.yaml",
    slip="- chart: {id: a, title: {zh: 甲, en: A}, kind: step, data: zones.csv, x: date, y: zone, unit: 家}",
    mend="- chart: {id: a, title: {zh: 甲, en: A}, kind: step, data: zones.csv, x: date, y: zones, unit: 家}",
)
CELL = Rule(
    "charts/cell",
    msg("The cells of a column of figures are figures or empty."),
    file="data/zones.csv",
    slip="date,zones\n1988,1\n2008-03,many\n",
    mend="date,zones\n1988,1\n2008-03,54\n",
)
STATUS = Rule(
    "charts/status",
    msg("What is not final is preliminary or an estimate."),
    file="data/zones.csv",
    slip="date,zones,status\n1988,1,\n2008-03,54,preliminry\n",
    mend="date,zones,status\n1988,1,\n2008-03,54,preliminary\n",
)
ROW = Rule(
    "charts/row-time",
    msg("Rows have times, or names in a column for each language."),
    file="data/zones.csv",
    slip="date,zones\n1988,1\nsoon,54\n",
    mend="date,zones\n1988,1\n2008-03,54\n",
)
PLACE = Rule(
    "charts/place",
    msg("What a map shows are places of it, called by a name that it knows."),
    file="sections/one.yaml",
    slip="- chart: {id: a, title: {zh: 甲, en: A}, kind: tile-map, facts: [output], "
    "labels: {output: {zh: 江西, en: Jiangxu}}}",
    mend="- chart: {id: a, title: {zh: 甲, en: A}, kind: tile-map, facts: [output], "
    "labels: {output: {zh: 江西, en: Jiangxi}}}",
)
OWN_FIGURE = Rule(
    "charts/own-figure",
    msg("A figure typed in a field of a kind, such as the middle of a heat table, counts in what the chart counts in."),
    file="sections/one.yaml",
    slip="- chart: {id: a, title: {zh: 甲, en: A}, kind: heat-table, facts: [output], middle: 5%}",
    mend="- chart: {id: a, title: {zh: 甲, en: A}, kind: heat-table, facts: [output], middle: 100亿元}",
)
AXIS = Rule(
    "charts/axis",
    msg("Figures on one axis count in one thing."),
    file="sections/one.yaml",
    slip="- chart: {id: a, title: {zh: 甲, en: A}, kind: bars, facts: [growth, output]}",
    mend="- chart: {id: a, title: {zh: 甲, en: A}, kind: cards, facts: [growth, output]}",
)
KIND = Rule(
    "charts/kind",
    msg("A chart has what its kind needs: enough figures, series, times."),
    file="sections/one.yaml",
    slip="- chart: {id: a, title: {zh: 甲, en: A}, kind: slope, facts: [growth]}",
    mend="- chart: {id: a, title: {zh: 甲, en: A}, kind: bars, facts: [growth]}",
)
RULES = (
    UNKNOWN_KIND,
    NOTHING,
    TWO_ORIGINS,
    NO_VALUE,
    NO_TIME,
    NOT_SHOWN,
    UNEQUAL,
    NO_COLUMN,
    CELL,
    STATUS,
    ROW,
    PLACE,
    OWN_FIGURE,
    AXIS,
    KIND,
)
