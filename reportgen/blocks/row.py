"""Charts side by side: `row: [{chart: …}, {chart: …}]`. A section holds each as its own block."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from reportgen.blocks.together import TogetherBlock
from reportgen.content.source import Items, Scalar
from reportgen.messages import Message, msg
from reportgen.problems import Problem, Rule

ROW = Rule(
    "blocks/row",
    msg("A row holds two or three charts."),
    file="sections/one.yaml",
    slip="- row:\n  - text: {zh: 甲, en: A}\n  - text: {zh: 乙, en: B}",
    mend="- text: {zh: 甲, en: A}\n- text: {zh: 乙, en: B}",
)

_CHART = "chart"


class RowBlock(TogetherBlock):
    """Charts in one row."""

    about: ClassVar[Message] = msg(
        "two or three charts side by side, each with its number and caption: a list of `chart` blocks"
    )
    sample: ClassVar[str] = """\
- row:
  - chart: {id: a, kind: bars, title: {zh: 总产值, en: Output}, facts: [output]}
  - chart: {id: b, kind: step, title: {zh: 数量, en: Zones}, data: zones.csv, x: date, y: zones, unit: 家}"""
    rules: ClassVar[tuple[Rule, ...]] = (ROW,)

    @classmethod
    def wrong(cls, kinds: Sequence[Scalar], typed: Items) -> Problem | None:
        """Other blocks than charts, or too few or too many."""
        other = next((kind for kind in kinds if kind != _CHART), None)
        if other is not None:
            message = msg("'{kind}' cannot stand in a row of charts", kind=other)
            return ROW.broken(other, message, msg("put it before or after"))
        least = 1 if typed.of_row else 2  # a condition of a batch's row may have left one
        if least <= len(kinds) <= 3:
            return None
        message = msg("two or three charts are wanted here")
        return ROW.broken(typed.place, message, msg("write - chart: {{…}} for each"))
