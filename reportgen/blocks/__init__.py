"""The kinds of blocks a section is made of, in the order in which the content reference tells them."""

from __future__ import annotations

from reportgen.blocks.base import Block, Captioned
from reportgen.blocks.callout import CalloutBlock
from reportgen.blocks.chart import ChartBlock
from reportgen.blocks.findings import FindingsBlock
from reportgen.blocks.heading import HeadingBlock
from reportgen.blocks.list import ListBlock
from reportgen.blocks.metrics import MetricsBlock
from reportgen.blocks.quote import QuoteBlock
from reportgen.blocks.sources import SourcesBlock
from reportgen.blocks.table import TableBlock
from reportgen.blocks.text import TextBlock
from reportgen.blocks.timeline import TimelineBlock
from reportgen.blocks.together import BesideBlock, RowBlock, TogetherBlock

BLOCKS: dict[str, type[Block]] = {
    "text": TextBlock,
    "heading": HeadingBlock,
    "list": ListBlock,
    "callout": CalloutBlock,
    "quote": QuoteBlock,
    "findings": FindingsBlock,
    "metrics": MetricsBlock,
    "chart": ChartBlock,
    "row": RowBlock,
    "beside": BesideBlock,
    "table": TableBlock,
    "timeline": TimelineBlock,
    "sources": SourcesBlock,
}

__all__ = ["BLOCKS", "Block", "Captioned", "TogetherBlock"]
