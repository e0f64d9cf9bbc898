"""A chart of facts or of a table of data; what it shows are typed figures, so that it cannot disagree with the text.

    chart: {id: shares, kind: bars, title: {zh, en}, measure: {zh, en}, facts: [a, b, c], highlight: [c]}
    chart: {id: zones, kind: step, title: {zh, en}, data: zones.csv, x: date, y: zones, unit: 家}
    chart: {id: trade, kind: line, title: {zh, en}, data: trade.xlsx, x: date, series: [{name: {zh, en}, y: a}, …]}
    chart: {id: shift, kind: slope, title: {zh, en}, series: [{name: {zh, en}, facts: [a, b]}, …]}

A table's `x` column holds times, or names in columns `x_zh` and `x_en`; its `source` column, if any, names sources, its
`status` column says what is preliminary. An empty cell is a figure that is not known.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from reportgen.blocks import chart_fields, chart_guide_rules, chart_rules
from reportgen.blocks.base import Block
from reportgen.blocks.chart_entry import ChartEntry, SeriesEntry
from reportgen.blocks.chart_problems import chart_problems
from reportgen.blocks.marks import cells_of
from reportgen.charts import CHARTS
from reportgen.charts.alt_text import alt_text
from reportgen.content.data import chosen_rows
from reportgen.content.model import Briefing
from reportgen.document import Element, Figure
from reportgen.messages import Message, msg
from reportgen.problems import Problem, Rule
from reportgen.voice import Voice


class ChartBlock(ChartEntry):
    """A chart: one figure with its caption, its words for those who cannot see it, and its notes."""

    about: ClassVar[Message] = msg("a chart of facts or of a table of data; see [Charts](#charts)")
    sample: ClassVar[str] = (
        "- chart: {id: zones, kind: step, title: {zh: 数量, en: Zones}, data: zones.csv, x: date, y: zones, unit: 家}"
    )
    rules: ClassVar[tuple[Rule, ...]] = (*chart_rules.RULES, *chart_guide_rules.RULES, *chosen_rows.RULES)

    @classmethod
    def reader(cls, value: object) -> type[Block]:
        """The model of the block's kind, which takes the fields of that kind."""
        return chart_fields.model_for(ChartBlock, SeriesEntry, value)

    @classmethod
    def hint_for(cls, field: str) -> str:
        """Which kinds take a field that this one does not."""
        return chart_fields.who_takes(field) or super().hint_for(field)

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """One shape for all kinds that take the same fields."""
        return chart_fields.schema(ChartBlock, SeriesEntry)

    def problems(self, briefing: Briefing) -> Iterator[Problem]:
        """An unknown kind, no figures, figures that cannot be drawn by the kind."""
        yield from chart_problems(self, briefing)

    def say(self, voice: Voice) -> Iterator[Element]:
        """One figure: caption, chart, its words, and its notes."""
        facts = [voice.briefing.facts[name] for name in (*self.shown(), *self.asides(), *self.against())]
        rows = self.choice(voice.briefing.tables[self.data]).kept() if self.data else ()
        more = tuple(str(row["source"]) for row in cells_of(rows) if row.get("source"))
        chart = self.spec(voice)
        caption = self.caption(voice)
        told = (*facts, *voice.printed(self.title))
        notes = voice.notes(note=self.note, facts=told, sources=self.cited(tuple(facts), more))
        title = {line.language: "".join(getattr(i, "text", "") for i in line.text) for line in caption.lines}
        alt = alt_text(chart, CHARTS[self.kind], title)
        yield Figure(caption, chart, alt, notes, self.render or "", self.width or "")
