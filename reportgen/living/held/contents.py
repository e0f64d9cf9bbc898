"""The contents of a file held against its headings and captions: their words, their order, and what they leave out."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.ledger import Ledger
from reportgen.living.held.finding import CONTENTS, Finding, found
from reportgen.living.held.placing import Placing
from reportgen.living.locate import Located
from reportgen.messages import msg
from reportgen.numbers.model.pattern import Pattern
from reportgen.word.contents_lines import targets

_NUMBER = Pattern(
    r"(?:[0-9]+(?:\.[0-9]+)*\.?|第?[一二三四五六七八九十]+[章节、]?|[（(][一二三四五六七八九十0-9]+[）)])?"
)
"""What an entry says before its heading's words: the number that Word counts."""


def contents_findings(placing: Placing, ledger: Ledger, located: Located) -> Iterator[Finding]:
    """Entries that say other words than stand there, lead nowhere or stand in another order; headings left out."""
    file = placing.file
    known = targets(file.paragraphs)
    if not any(entry.target in known for entry in file.contents):
        return  # none, or a program took the bookmarks away that they lead to
    language = ledger.languages[0] if ledger.languages else ""
    before = -1
    told: set[int] = set()
    for entry in file.contents:
        side = placing.paragraph(entry.block, language)
        there = known.get(entry.target)
        if there is None:
            yield found(CONTENTS, msg("the contents tell what is no longer there"), side, now=side.quote)
            continue
        told.add(there)
        said, says = (file.paragraphs[block].passage.text for block in (entry.block, there))
        if not _same(said, says):
            heading = " ".join(says.split())
            message = msg("the contents say otherwise than the file: {heading}", heading=heading)
            yield found(CONTENTS, message, side, now=" ".join(said.split()), should=heading)
        if file.paragraphs[there].passage.heading:  # lists of figures begin again at the first one
            if there < before:
                yield found(CONTENTS, msg("the contents tell this in another order than the file"), side)
            before = there
    yield from _left_out(placing, located, told, language)


def _same(said: str, says: str) -> bool:
    """Whether an entry says its heading; its page too where a program made the field that counts it text."""
    entry, heading = ("".join(text.split()) for text in (said, says))
    return any(
        told.endswith(heading) and _NUMBER.fullmatch(told.removesuffix(heading)) is not None
        for told in (entry, entry.rstrip("0123456789"))
    )


def _left_out(placing: Placing, located: Located, told: set[int], language: str) -> Iterator[Finding]:
    """Headings that people added, of a level that the contents tell."""
    paragraphs = placing.file.paragraphs
    deepest = max((paragraphs[block].passage.level for block in told), default=0)
    own = {index for one in located.lines.values() for index in range(one.span.first, one.span.last + 1)}
    for block, each in enumerate(paragraphs):
        if 0 < each.passage.level <= deepest and block not in told and block not in own and not each.story:
            yield found(CONTENTS, msg("the contents leave out this heading"), placing.paragraph(block, language))
