"""Words as runs: each run of one script, in the font slot and with the language that its script and line ask for.

Word takes a run's East Asian font for Chinese characters by itself. For the marks that both scripts share (“ ” ‘ ’ …
— ·) it asks the run; here the language of the line decides, so that Chinese quotation marks are wide and English
ones narrow in the same document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from urllib.parse import quote

from reportgen.document import Heading, Inline, Line, Link, Note, Phrase, Reference, Run
from reportgen.word.body import fields
from reportgen.word.body.context import Scene
from reportgen.word.body.fields import REF
from reportgen.word.ooxml.xml import words
from reportgen.word.styles.names import CHARACTER, EAST_ASIAN, number_label

_WIDE = (
    "\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6"
    "\U00020000-\U0003fffd"
)
_SHARED = (
    "\u00b7\u2014\u2015\u2018\u2019\u201c\u201d\u2025\u2026\u2030\u203b\u2103\u2116\u2160-\u217f\u2190-\u2193"
    "\u2460-\u24ff\u25a0-\u25ff\u2605\u2606"
)
_EAST_ASIAN = {True: re.compile(f"([{_WIDE}{_SHARED}]+)"), False: re.compile(f"([{_WIDE}]+)")}
"""What of a line is East Asian, by whether its language is."""

_BETWEEN_NOTES = "\u2009"
"""What parts two notes' marks: without it 4 and 5 would read 45."""

_SAFE_IN_ADDRESS = "!#$%&'()*+,/:;=?@[]~"


def pieces(text: str, language: str) -> Iterator[tuple[str, bool]]:
    """The text cut where its script changes: (piece, whether it is East Asian)."""
    for place, piece in enumerate(_EAST_ASIAN[language in EAST_ASIAN].split(text)):
        if piece:
            yield piece, place % 2 == 1


def runs(scene: Scene, text: str, language: str, style: str = "") -> str:
    """The text as runs in a character style, given by its role; none when empty. Tabs and line ends are elements."""
    cut, latin, into, out, empty = _turns(style, language, scene.document.properties.english)
    parts = cut.split(words(text))
    parts[1::2] = [f"{into}{part}{out}" for part in parts[1::2]]
    drawn = f"{latin}{''.join(parts)}{_END}".removeprefix(empty).removesuffix(empty)
    if "\n" in text or "\t" in text:
        drawn = drawn.replace("\n", f"</w:t><w:br/>{_WORDS}").replace("\t", f"</w:t><w:tab/>{_WORDS}")
        drawn = drawn.replace(f"{_WORDS}</w:t>", "").replace(latin.removesuffix(_WORDS) + "</w:r>", "")
    return drawn


_WORDS = '<w:t xml:space="preserve">'
_END = "</w:t></w:r>"


@lru_cache
def _turns(style: str, language: str, latin: str) -> tuple[re.Pattern[str], str, str, str, str]:
    """What cuts words by script, opens a run of Latin script, turns to East Asian and back, and a run of no words."""
    east_asian = EAST_ASIAN.get(language, EAST_ASIAN["zh"])
    character = f'<w:rStyle w:val="{CHARACTER[style].id}"/>' if style else ""
    opening = f'<w:r><w:rPr>{character}<w:lang w:val="{latin}"/></w:rPr>{_WORDS}'
    wide = f'<w:r><w:rPr>{character}<w:rFonts w:hint="eastAsia"/><w:lang w:eastAsia="{east_asian}"/></w:rPr>{_WORDS}'
    return _EAST_ASIAN[language in EAST_ASIAN], opening, _END + wide, _END + opening, opening + _END


def inlines(scene: Scene, line: Line, style: str = "") -> str:
    """A line's inlines as runs, fields and links; `style` dresses plain words."""
    drawn: list[str] = []
    before: Inline | None = None
    for inline in line.inlines:
        if isinstance(before, Note) and isinstance(inline, Note):
            drawn.append(runs(scene, _BETWEEN_NOTES, line.language, "note-mark"))
        drawn.append(_inline(scene, inline, line.language, style))
        before = inline
    return "".join(drawn)


def plain(line: Line) -> str:
    """A line's words without markup and notes."""
    return "".join([inline.text for inline in line.inlines if not isinstance(inline, Note)])


def linked_once(phrase: Phrase) -> Phrase:
    """The phrase with an address that every language prints left to the last: it is the same for all readers."""
    last = phrase[-1:]
    shared = {
        inline for line in last for inline in line.inlines if isinstance(inline, Link) and inline.text == inline.url
    }
    kept = (replace(line, inlines=tuple(part for part in line.inlines if part not in shared)) for line in phrase[:-1])
    return (*kept, *last)


def told_once(phrase: Phrase) -> Phrase:
    """The phrase without lines that print the same as the first (figures are often the same in both languages)."""
    if len(phrase) < 2:
        return phrase
    kept = {plain(line): line for line in reversed(phrase)}
    return tuple(line for line in phrase if kept[plain(line)] is line)


def _inline(scene: Scene, inline: Inline, language: str, style: str) -> str:
    match inline:
        case Run():
            return runs(scene, inline.text, language, _role(inline, scene, language) or style)
        case Link():
            relationship = scene.links.id_of(address(inline.url))
            return fields.link_out(relationship, runs(scene, inline.text, language, "link"))
        case Note():
            return _note(scene, inline, language)
        case Reference():
            return _reference(scene, inline, language, style)


def _role(run: Run, scene: Scene, language: str) -> str:
    """The dress of a run; a key figure's second language is small as a whole, and has no smaller parts."""
    if run.role == "affix" and (scene.facing or language == scene.first):
        return "metric-affix"
    if run.strong:
        return "strong"
    return "emphasis" if run.emphasis else ""


def dress(role: str) -> str:
    """The properties of a run in a character style, given by its role."""
    return f'<w:rPr><w:rStyle w:val="{CHARACTER[role].id}"/></w:rPr>'


def address(url: str) -> str:
    """The address with every character escaped that a relationship may not hold."""
    return quote(url, safe=_SAFE_IN_ADDRESS)


def _note(scene: Scene, note: Note, language: str) -> str:
    """A footnote's mark: the footnote itself where it is first told, a reference to its number after that."""
    mark = scene.ledger.bookmark(REF, "note", note.id)
    raised = dress("note-mark")
    if note.first and note.id not in scene.ledger.notes:
        scene.ledger.notes[note.id] = note
        return fields.bookmarked(mark, f'<w:r>{raised}<w:footnoteReference w:id="{note.number}"/></w:r>')
    return fields.note_reference(mark, runs(scene, str(note.number), language, "note-mark"), raised)


def _reference(scene: Scene, reference: Reference, language: str, style: str) -> str:
    """The printed words, with the label or number in them as a field; a link where they hold neither."""
    if caption := scene.captions.get(reference.target):
        lines = {line.language: line for line in caption.lines}
        line = lines.get(language, caption.lines[0])
        mark = scene.ledger.bookmark(REF, "caption", caption.id, line.language)
        label, make = f"{line.word}{line.gap}{caption.number}", fields.caption_reference
    elif heading := scene.headings.get(reference.target):
        mark = scene.ledger.bookmark(REF, "heading", heading.id)
        label, make = _heading_label(scene, heading, language), fields.heading_reference
    elif reference.target in scene.items:
        mark = scene.ledger.bookmark(REF, "item", reference.target)
        label, make = reference.text, fields.heading_reference  # a list's number is told as a heading's is
    else:
        return runs(scene, reference.text, language, style)
    before, found, after = reference.text.partition(label) if label else ("", "", "")
    if not found:
        return fields.link_to(mark, runs(scene, reference.text, language, style))
    first, middle, last = (runs(scene, part, language, style) for part in (before, label, after))
    return first + make(mark, middle) + last


def _heading_label(scene: Scene, heading: Heading, language: str) -> str:
    """The number that a reference in the language tells; nothing where the heading itself is numbered otherwise."""
    told = number_label(scene.look, language, heading.number)
    printed = number_label(scene.look, heading.text[0].language if heading.text else scene.first, heading.number)
    return told if told == printed else ""
