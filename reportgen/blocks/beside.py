"""A chart with text beside it: `beside: [{chart: …}, {text: …}]`. A section holds each as its own block."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from reportgen.blocks.together import TogetherBlock
from reportgen.content.source import Items, Scalar
from reportgen.messages import Message, msg
from reportgen.problems import Problem, Rule

BESIDE = Rule(
    "blocks/beside",
    msg("Beside a chart stand texts, a list, findings or a quote; the chart is the first or the last of them."),
    file="sections/one.yaml",
    slip="- beside:\n  - text: {zh: 甲, en: A}\n  - text: {zh: 乙, en: B}",
    mend="- text: {zh: 甲, en: A}\n- text: {zh: 乙, en: B}",
)

_TEXTS = ("text", "list", "findings", "quote")
_CHART = "chart"


class BesideBlock(TogetherBlock):
    """A chart with text beside it."""

    about: ClassVar[Message] = msg(
        "a chart and what is said of it, side by side: a list of one `chart`, first or last, and of `text`, `list`, "
        "`findings` or `quote` blocks"
    )
    sample: ClassVar[str] = """\
- beside:
  - chart: {id: c, kind: step, title: {zh: 数量, en: Zones}, data: zones.csv, x: date, y: zones, unit: 家}
  - text: {zh: 数量增加了。, en: The number has risen.}"""
    rules: ClassVar[tuple[Rule, ...]] = (BESIDE,)

    @classmethod
    def wrong(cls, kinds: Sequence[Scalar], typed: Items) -> Problem | None:
        """No chart, two, one in the middle, or blocks that cannot stand beside it."""
        other = next((kind for kind in kinds if kind not in (_CHART, *_TEXTS)), None)
        if other is not None:
            message = msg("'{kind}' cannot stand beside a chart", kind=other)
            return BESIDE.broken(other, message, msg("put it before or after"))
        charts = [place for place, kind in enumerate(kinds) if kind == _CHART]
        if charts in ([0], [len(kinds) - 1]) and (len(kinds) > 1 or typed.of_row):
            return None
        message = msg("one chart is wanted here, first or last, and text beside it")
        return BESIDE.broken(typed.place, message, msg("write - chart: {{…}} and - text: {{…}}"))
