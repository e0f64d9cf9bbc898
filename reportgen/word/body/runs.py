"""Words as runs: each run of one script, in the font slot and with the language that its script and line ask for.

Word takes a run's East Asian font for Chinese characters by itself. For the marks that both scripts share (“ ” ‘ ’ …
— ·) it asks the run; here the language of the line decides, so that Chinese quotation marks are wide and English
ones narrow in the same document.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from urllib.parse import quote

from reportgen.document import Heading, Inline, Line, Link, Note, Phrase, Reference, Run, Spark
from reportgen.numbers.model.pattern import Pattern
from reportgen.word.body import fields
from reportgen.word.body.context import DrawingContext
from reportgen.word.body.fields import REF
from reportgen.word.body.pictures import spark
from reportgen.word.ooxml.xml import words
from reportgen.word.styles.names import CHARACTER, number_label
from reportgen.word.styles.scripts import CJK_TEXT, LangTags, is_cjk

_BETWEEN_NOTES = "\u2009"
"""What parts two notes' marks: without it 4 and 5 would read 45."""

_SAFE_IN_ADDRESS = "!#$%&'()*+,/:;=?@[]~"


def runs(context: DrawingContext, text: str, language: str, style: str = "") -> str:
    """The text as runs in a character style, given by its role; none when empty. Tabs and line ends are elements."""
    cut, latin, into, out, empty = _turns(style, is_cjk(language), context.tags[language])
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
def _turns(style: str, cjk: bool, tags: LangTags) -> tuple[Pattern, str, str, str, str]:
    """What cuts words by script, opens a run of Latin script, turns to East Asian and back, and a run of no words."""
    character = f'<w:rStyle w:val="{CHARACTER[style].id}"/>' if style else ""
    opening = f'<w:r><w:rPr>{character}<w:lang w:val="{tags.latin}"/></w:rPr>{_WORDS}'
    lang = f'<w:lang w:val="{tags.latin}" w:eastAsia="{tags.east_asian}"/>'  # ℃ after a figure is Latin to LibreOffice
    wide = f'<w:r><w:rPr>{character}<w:rFonts w:hint="eastAsia"/>{lang}</w:rPr>{_WORDS}'
    return CJK_TEXT[cjk], opening, _END + wide, _END + opening, opening + _END


def inlines(context: DrawingContext, line: Line, style: str = "") -> str:
    """A line's inlines as runs, fields and links; `style` dresses plain words."""
    drawn: list[str] = []
    before: Inline | None = None
    for inline in line.inlines:
        if isinstance(before, Note) and isinstance(inline, Note):
            drawn.append(runs(context, _BETWEEN_NOTES, line.language, "note-mark"))
        drawn.append(_inline(context, inline, line.language, style))
        before = inline
    return "".join(drawn)


def plain(line: Line) -> str:
    """A line's words without markup, notes and pictures, on one line."""
    words = worded(line)
    return words.replace("\n", "" if is_cjk(line.language) else " ") if "\n" in words else words


def worded(line: Line) -> str:
    """The same with the breaks that an author put into it."""
    return "".join([inline.text for inline in line.inlines if not isinstance(inline, Note | Spark)])


def linked_once(phrase: Phrase) -> Phrase:
    """The phrase with an address that every language prints left to the last: it is the same for all readers."""
    last = phrase[-1:]
    shared = {
        inline for line in last for inline in line.inlines if isinstance(inline, Link) and inline.text == inline.url
    }
    kept = (replace(line, inlines=tuple(part for part in line.inlines if part not in shared)) for line in phrase[:-1])
    return (*kept, *last)


def distinct_lines(phrase: Phrase) -> Phrase:
    """The phrase without lines that print the same as the first (figures are often the same in both languages)."""
    if len(phrase) < 2:
        return phrase
    kept = {plain(line): line for line in reversed(phrase)}
    return tuple(line for line in phrase if kept[plain(line)] is line)


def _inline(context: DrawingContext, inline: Inline, language: str, style: str) -> str:
    match inline:
        case Run():
            return runs(context, inline.text, language, _role(inline, context, language) or style)
        case Link():
            relationship = context.links.id_of(address(inline.url))
            return fields.link_out(relationship, runs(context, inline.text, language, "link"))
        case Note():
            return _note(context, inline, language)
        case Reference():
            return _reference(context, inline, language, style)
        case Spark():
            return spark(context, inline)


def _role(run: Run, context: DrawingContext, language: str) -> str:
    """A run's character style by its role; a key figure in a further language is small as a whole, without parts."""
    if run.role == "affix" and (context.facing or language == context.first):
        return "metric-affix"
    if run.strong:
        return "strong"
    return "emphasis" if run.emphasis else ""


def character_style(role: str) -> str:
    """The properties of a run in a character style, given by its role."""
    return f'<w:rPr><w:rStyle w:val="{CHARACTER[role].id}"/></w:rPr>'


def address(url: str) -> str:
    """The address with every character escaped that a relationship may not hold."""
    return quote(url, safe=_SAFE_IN_ADDRESS)


def _note(context: DrawingContext, note: Note, language: str) -> str:
    """A footnote's mark: the footnote itself where it is first told, a reference to its number after that."""
    mark = context.registry.bookmark(REF, "note", note.id)
    raised = character_style("note-mark")
    if note.first and note.id not in context.registry.notes:
        context.registry.notes[note.id] = note
        return fields.bookmarked(mark, f'<w:r>{raised}<w:footnoteReference w:id="{note.number}"/></w:r>')
    return fields.note_reference(mark, runs(context, str(note.number), language, "note-mark"), raised)


def _reference(context: DrawingContext, reference: Reference, language: str, style: str) -> str:
    """The printed words, with the label or number in them as a field; a link where they hold neither."""
    if caption := context.captions.get(reference.target):
        lines = {line.language: line for line in caption.lines}
        line = lines.get(language, caption.lines[0])
        mark = context.registry.bookmark(REF, "caption", caption.id, line.language)
        label, make = f"{line.word}{line.gap}{caption.number}", fields.caption_reference
    elif heading := context.headings.get(reference.target):
        mark = context.registry.bookmark(REF, "heading", heading.id)
        label, make = _heading_label(context, heading, language), fields.heading_reference
    elif reference.target in context.items:
        mark = context.registry.bookmark(REF, "item", reference.target)
        label, make = reference.text, fields.heading_reference  # a list's number is told as a heading's is
    else:
        return runs(context, reference.text, language, style)
    before, found, after = reference.text.partition(label) if label else ("", "", "")
    if not found:
        return fields.link_to(mark, runs(context, reference.text, language, style))
    first, middle, last = (runs(context, part, language, style) for part in (before, label, after))
    return first + make(mark, middle) + last


def _heading_label(context: DrawingContext, heading: Heading, language: str) -> str:
    """The number that a reference in the language tells; nothing where the heading itself is numbered otherwise."""
    label = number_label(context.look, language, heading.number)
    printed = number_label(context.look, heading.text[0].language if heading.text else context.first, heading.number)
    return label if label == printed else ""
