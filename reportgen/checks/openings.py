"""No English sentence starts with a figure: one that does is hard to read, and cannot be capitalized."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.blocks import Block
from reportgen.blocks.table import TableBlock
from reportgen.checks.check import Check, Subject
from reportgen.content.entries import Text, walk
from reportgen.content.model import Briefing
from reportgen.content.text import FactMark, LinkMark, Plain
from reportgen.messages import msg
from reportgen.numbers import write
from reportgen.numbers.model.pattern import Pattern
from reportgen.problems import Certainty, Problem, Rule, Severity

_OPENINGS = {"en": Pattern(r"(?:^|(?P<before>\S*[.?!])[”’\")]*\s+)[“‘\"(]*(?P<figure>\d[\d,.]*\S*)")}
"""A figure at the start of a sentence, in the languages where that is bad style, and the word before it."""

_ABBREVIATIONS = {"No.", "Nos.", "vs.", "approx.", "cf.", "c.", "p.", "pp.", "Art.", "Fig."}


OPENING = Rule(
    "style/opening-figure",
    msg("No English sentence starts with a figure in digits."),
    Severity.WARNING,
    Certainty.LIKELY,
    file="sections/one.yaml",
    slip='- text: {zh: "增速为{growth:bare}。", en: "{growth:bare} was the growth."}',
    mend='- text: {zh: "增速为{growth:bare}。", en: "Growth was {growth:bare}."}',
)


def find_openings(subject: Subject) -> Iterator[Problem]:
    """Sentences that open with digits, in prose and in captions; cells of tables are no sentences."""
    for text in _texts(subject.briefing):
        for language, pattern in _OPENINGS.items():
            for found in pattern.finditer(_said(text, language, subject.briefing)):
                if found["before"] not in _ABBREVIATIONS:
                    message = msg("a sentence starts with the figure {figure}", figure=found["figure"].rstrip(".,;:"))
                    yield OPENING.broken(text.typed[language], message, msg("turn it round, or spell the figure out"))


def _texts(briefing: Briefing) -> Iterator[Text]:
    for section in briefing.sections:
        yield from filter(None, [section.key_message])
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


OPENINGS = Check(
    "openings", msg("No English sentence starts with a figure."), None, (OPENING,), find_in_section=find_openings
)
