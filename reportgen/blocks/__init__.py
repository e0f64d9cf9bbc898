"""The kinds of blocks a section is made of, in the order in which the content reference tells them."""

from __future__ import annotations

from importlib import import_module

from reportgen.blocks.base import Block, Captioned
from reportgen.registry import Registry


def _block(name: str) -> type[Block]:
    """`text` stands in text.py as TextBlock."""
    found: type[Block] = getattr(import_module(f"reportgen.blocks.{name}"), f"{name.title()}Block")
    return found


BLOCKS = Registry(
    _block,
    "text",
    "heading",
    "list",
    "callout",
    "quote",
    "findings",
    "metrics",
    "chart",
    "row",
    "beside",
    "table",
    "timeline",
    "sources",
)

__all__ = ["BLOCKS", "Block", "Captioned"]
