"""No English sentence starts with a figure: one that does is hard to read, and cannot be capitalized."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.blocks import Block
from reportgen.blocks.table import TableBlock
from reportgen.content.entries import Text, walk
from reportgen.content.model import Briefing
from reportgen.content.text import FactMark, LinkMark, Plain
from reportgen.numbers import write
from reportgen.problems import Problem, warning

_OPENINGS = {"en": re.compile(r"(?:^|(?P<before>\S*[.?!])[”’\")]*\s+)[“‘\"(]*(?P<figure>\d[\d,.]*\S*)")}
"""A figure at the start of a sentence, in the languages where that is bad style, and the word before it."""

_ABBREVIATIONS = {"No.", "Nos.", "vs.", "approx.", "cf.", "c.", "p.", "pp.", "Art.", "Fig."}


def check_openings(briefing: Briefing) -> Iterator[Problem]:
    """Warnings for sentences that open with digits, in prose and in captions; cells of tables are no sentences."""
    for text in _texts(briefing):
        for language, pattern in _OPENINGS.items():
            for found in pattern.finditer(_said(text, language, briefing)):
                if found["before"] not in _ABBREVIATIONS:
                    told = f"a sentence starts with the figure {found['figure'].rstrip('.,;:')}"
                    yield warning(text.places[language], told, "turn it round, or spell the figure out")


def _texts(briefing: Briefing) -> Iterator[Text]:
    for section in briefing.sections:
        for block in section.blocks:
            assert isinstance(block, Block)
            left_out = {"rows", "columns"} if isinstance(block, TableBlock) else set[str]()
            for name in type(block).model_fields:
                if name not in left_out:
                    yield from (leaf for leaf in walk(getattr(block, name)) if isinstance(leaf, Text))


def _said(text: Text, language: str, briefing: Briefing) -> str:
    """The words of a text with its figures printed; what cannot be printed is another check's to tell."""
    words = ""
    for piece in text.pieces.get(language, ()):
        match piece:
            case Plain() | LinkMark():
                words += piece.text
            case FactMark(form="prose") if piece.name in briefing.facts:
                words += write(briefing.facts[piece.name].quantity, language)
            case FactMark(form="bare" | "table") if piece.name in briefing.facts:
                words += write(briefing.facts[piece.name].quantity, language, form="bare")
            case FactMark():
                words += "…"
            case _:
                pass
    return words
