"""Blocks that stand side by side: charts in a row, a chart with text beside it. A section holds them each as its own
block; here is only which may stand together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, ClassVar

from pydantic import PlainValidator, WithJsonSchema

from reportgen.blocks.base import Block
from reportgen.content.source import Items, Scalar
from reportgen.document import Element
from reportgen.messages import Message, msg
from reportgen.problems import Problem, Rule
from reportgen.voice import Voice

ROW = Rule(
    "blocks/row",
    msg("A row holds two or three charts."),
    file="sections/one.yaml",
    slip="- row:\n  - text: {zh: 甲, en: A}\n  - text: {zh: 乙, en: B}",
    mend="- text: {zh: 甲, en: A}\n- text: {zh: 乙, en: B}",
)
BESIDE = Rule(
    "blocks/beside",
    msg("Beside a chart stand texts, a list, findings or a quote; the chart is the first or the last of them."),
    file="sections/one.yaml",
    slip="- beside:\n  - text: {zh: 甲, en: A}\n  - text: {zh: 乙, en: B}",
    mend="- text: {zh: 甲, en: A}\n- text: {zh: 乙, en: B}",
)

RULES = (ROW, BESIDE)

_TEXTS = ("text", "list", "findings", "quote")
_CHART = "chart"


class TogetherBlock(Block):
    """Blocks side by side, typed as those of a section are."""

    list_field: ClassVar[str] = "blocks"
    blocks: Annotated[Any, PlainValidator(lambda value: value), WithJsonSchema({"type": "array"})]

    @classmethod
    def wrong(cls, kinds: Sequence[Scalar], typed: Items) -> Problem | None:
        """What is wrong with blocks of these kinds standing together."""
        raise NotImplementedError

    def say(self, voice: Voice) -> Iterator[Element]:
        """Nothing: a section holds the blocks themselves."""
        yield from ()


class RowBlock(TogetherBlock):
    """Charts in one row."""

    about: ClassVar[Message] = msg(
        "two or three charts side by side, each with its number and caption: a list of `chart` blocks"
    )
    sample: ClassVar[str] = """\
- row:
  - chart: {id: a, kind: bars, title: {zh: 总产值, en: Output}, facts: [output]}
  - chart: {id: b, kind: step, title: {zh: 数量, en: Zones}, data: zones.csv, x: date, y: zones, unit: 家}"""

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
