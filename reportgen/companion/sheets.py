"""All sheets of a briefing's workbook, in their order: cover, contents, notes, tables and charts, facts, sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.companion.facts import facts, sources
from reportgen.companion.model import (
    ABSENT,
    NOT_APPLICABLE,
    Cell,
    Sheet,
    SheetColumn,
    SheetLink,
    in_all,
    spread,
    table_of,
    words,
)
from reportgen.companion.tables import Documents, captioned, plain
from reportgen.content.model import Briefing
from reportgen.document import Document, TitleBlock, Words
from reportgen.languages import SIGNS, say

COVER = "Cover"
CONTENTS = "Contents"
NOTES = "Notes"


def sheets(briefing: Briefing, documents: Documents) -> tuple[Sheet, ...]:
    """The workbook's sheets; `documents` are the editions of its languages, each by itself."""
    languages = tuple(documents)
    inner = [*captioned(documents), facts(briefing, languages)]
    if briefing.sources:
        inner.append(sources(briefing, languages))
    notes = _notes(languages)
    return _cover(documents), _contents([notes, *inner], languages), notes, *inner


def _cover(documents: Documents) -> Sheet:
    """What the briefing is, who issues it and when, and what this workbook holds."""
    languages = tuple(documents)
    blocks = {language: _title(document) for language, document in documents.items()}
    told = [_lines(blocks, part) for part in ("subtitle", "issuer", "issue", "date")]
    lines = [line for line in told if any(text for _, text in line)]
    return Sheet(COVER, _lines(blocks, "title"), (*lines, words("workbook-about", languages)))


def _lines(blocks: dict[str, TitleBlock], part: str) -> Words:
    return tuple((language, plain(getattr(block, part))) for language, block in blocks.items())


def _title(document: Document) -> TitleBlock:
    return next(element for element in document.elements if isinstance(element, TitleBlock))


def _contents(listed: Sequence[Sheet], languages: Sequence[str]) -> Sheet:
    links: list[Cell] = [SheetLink(sheet.name, sheet.name) for sheet in listed]
    titles = {language: [dict(sheet.titles)[language] for sheet in listed] for language in languages}
    columns = [
        (SheetColumn(in_all("workbook-sheet", languages)), links),
        *spread({language: say("workbook-title", language) for language in languages}, titles),
    ]
    heads, rows = table_of(columns)
    return Sheet(CONTENTS, words("contents", languages), (words("workbook-one-table", languages),), heads, rows)


def _notes(languages: Sequence[str]) -> Sheet:
    """What the signs in the sheets mean."""
    signs = [
        (ABSENT, "workbook-absent"),
        (NOT_APPLICABLE, "workbook-not-applicable"),
        *((sign, f"workbook-{status}") for status, sign in SIGNS.items()),
    ]
    meanings = {language: [say(key, language) for _, key in signs] for language in languages}
    columns = [
        (SheetColumn(in_all("workbook-sign", languages)), [sign for sign, _ in signs]),
        *spread({language: say("workbook-meaning", language) for language in languages}, meanings),
    ]
    heads, rows = table_of(columns)
    lines = tuple(_remarks(languages))
    return Sheet(NOTES, words("workbook-notes", languages), lines, heads, rows)


def _remarks(languages: Sequence[str]) -> Iterator[Words]:
    yield words("workbook-one-table", languages)
    yield words("workbook-formats", languages)
