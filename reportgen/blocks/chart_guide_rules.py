"""The rules that axes, reference lines and events of charts keep; chart_guide_problems.py finds them broken."""

from __future__ import annotations

from reportgen.messages import msg
from reportgen.problems import Rule

_CHART = (
    "- chart: {{id: z, title: {{zh: 甲, en: A}}, kind: {kind}, data: zones.csv, x: date, y: zones, unit: 家, {more}}}"
)

AXIS_RANGE = Rule(
    "charts/axis-range",
    msg("An axis starts below where it ends, and holds every figure of its chart."),
    file="sections/one.yaml",
    slip=_CHART.format(kind="line", more="axis: {from: 10, to: 200}"),
    mend=_CHART.format(kind="line", more="axis: {from: 0, to: 200}"),
)
REFERENCE_LINE = Rule(
    "charts/reference",
    msg("What figures are read against is a figure in the chart's unit, a fact, or their average, and has a name."),
    file="sections/one.yaml",
    slip=_CHART.format(kind="line", more="reference: [{at: 5%, name: {zh: 目标, en: Target}}]"),
    mend=_CHART.format(kind="line", more="reference: [{at: 50, name: {zh: 目标, en: Target}}]"),
)
REFERENCE_WORDS = Rule(
    "charts/reference-words",
    msg("The words at a reference line tell no other figure than the one it stands at."),
    file="sections/one.yaml",
    slip=_CHART.format(kind="line", more="reference: [{at: 50, name: {zh: 目标60家, en: Target of 60}}]"),
    mend=_CHART.format(kind="line", more="reference: [{at: 50, name: {zh: 目标, en: Target}}]"),
)
EVENT = Rule(
    "charts/event",
    msg("An event is at a time, or from one to a later one, within the time that its chart shows."),
    file="sections/one.yaml",
    slip=_CHART.format(kind="line", more="events: [{when: 1950, name: {zh: 甲, en: A}}]"),
    mend=_CHART.format(kind="line", more="events: [{when: 1995, name: {zh: 甲, en: A}}]"),
)
INDEX_BASE = Rule(
    "charts/index",
    msg("Each series of an index has a figure at the time that is 100."),
    file="sections/one.yaml",
    slip=_CHART.format(kind="line", more="index: 1950"),
    mend=_CHART.format(kind="line", more="index: 1988"),
)
RULES = (AXIS_RANGE, REFERENCE_LINE, REFERENCE_WORDS, EVENT, INDEX_BASE)
