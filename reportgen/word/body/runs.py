"""Words as runs: each run of one script, in the font slot and with the language that its script and line ask for.

Word takes a run's East Asian font for Chinese characters by itself. For the marks that both scripts share (“ ” ‘ ’ …
— ·) it asks the run; here the language of the line decides, so that Chinese quotation marks are wide and English
ones narrow in the same document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote

from reportgen.document import Cite, Heading, Inline, Line, Link, Note, Phrase, Reference, Run, Spark
from reportgen.numbers.model.pattern import Pattern
from reportgen.word.body import fields
from reportgen.word.body.context import DrawingContext
from reportgen.word.body.fields import REF
from reportgen.word.body.marks import NO_SPOTS, marks_within
from reportgen.word.body.note_numbers import note_number
from reportgen.word.body.pictures import spark
from reportgen.word.ooxml.xml import words
from reportgen.word.styles.names import CHARACTER, FILING_CHARACTER, number_label
from reportgen.word.styles.scripts import CJK_TEXT, NO_LANGUAGE, LangTags, is_cjk

NO_MARKS: Mapping[int, str] = {}

_BETWEEN_NOTES = ","
"""What parts two notes' marks: without it 4 and 5 would read 45."""

_BOUND = "\u00a0"
"""What holds a mark to the words before it: at a bracket or a circled number a line could break."""

_SAFE_IN_ADDRESS = "!#$%&'()*+,/:;=?@[]~"


def runs(
    context: DrawingContext, text: str, language: str, style: str = "", marks: Mapping[int, str] = NO_MARKS
) -> str:
    """The text as runs in a character style, given by its role; none when empty. Tabs and line ends are elements.

    `marks` are bookmarks inside it, by the character before which they stand.
    """
    raised = bool(style) and context.look.runs[style].superscript
    openings = _openings(style, raised, is_cjk(language), context.tags[language])
    parts = enumerate(openings.cut.split(text))
    if marks:
        drawn = "".join(_marked_parts(openings, parts, marks))
    else:
        drawn = "".join([f"{openings.of(part, wide=at % 2)}{words(part)}{_END}" for at, part in parts if part])
    if "\n" in text or "\t" in text:
        drawn = drawn.replace("\n", f"</w:t><w:br/>{_WORDS}").replace("\t", f"</w:t><w:tab/>{_WORDS}")
        drawn = drawn.replace(f"{_WORDS}</w:t>", "")
    return drawn


def _marked_parts(openings: _Openings, parts: Iterable[tuple[int, str]], marks: Mapping[int, str]) -> Iterator[str]:
    """The same with bookmarks in it: a part that is cut keeps its dress."""
    start = 0
    for at, part in parts:
        opening, end = openings.of(part, wide=at % 2), start + len(part)
        cuts = sorted({start, *(cut for cut in marks if start < cut < end)}) if part else []
        for first, last in zip(cuts, [*cuts[1:], end], strict=False):
            yield f"{marks.get(first, '')}{opening}{words(part[first - start : last - start])}{_END}"
        start = end


RAISED = '<w:vertAlign w:val="superscript"/>'
"""Said at the run too: readers that do not know styles would take a raised mark for a digit of its sentence."""

_LETTER = Pattern(r"[^\W\d_]")
_WORDS = '<w:t xml:space="preserve">'
_END = "</w:t></w:r>"


_SIGNS = ("\u2030", "\u2103")
"""What stands after a figure and is set wide: Latin to LibreOffice, which parts it from the figure if it is Chinese."""


class _Openings(NamedTuple):
    """What cuts words by script, and what opens a run: of Latin letters, of none, of East Asian ones, of a sign."""

    cut: Pattern
    latin: str
    neutral: str
    wide: str
    sign: str

    def of(self, part: str, *, wide: int) -> str:
        """What opens the run of a stretch of one script."""
        if wide:
            return self.sign if part.startswith(_SIGNS) else self.wide
        return self.latin if _LETTER.search(part) else self.neutral


@lru_cache
def _openings(style: str, raised: bool, cjk: bool, tags: LangTags) -> _Openings:
    """Figures in Chinese are in no language, so that they are read aloud as the words around them are."""
    known = CHARACTER.get(style) or FILING_CHARACTER.get(style)
    character = f'<w:rStyle w:val="{known.id}"/>' if known else ""
    hint, lift = '<w:rFonts w:hint="eastAsia"/>', RAISED if raised else ""
    latin, neutral, wide, sign = (
        f"<w:r><w:rPr>{character}{font}{lift}<w:lang {tag}/></w:rPr>{_WORDS}"
        for font, tag in (
            ("", f'w:val="{tags.latin}"'),
            ("", f'w:val="{NO_LANGUAGE}"'),
            # programs that know no slots look at w:val alone
            (hint, f'w:val="{tags.east_asian}" w:eastAsia="{tags.east_asian}"'),
            (hint, f'w:val="{NO_LANGUAGE}" w:eastAsia="{tags.east_asian}"'),
        )
    )
    return _Openings(CJK_TEXT[cjk], latin, neutral if cjk else latin, wide, sign)


def inlines(context: DrawingContext, line: Line, style: str = "") -> str:
    """A line's inlines as runs, fields and links, with the marks of its figures; `style` dresses plain words."""
    drawn: list[str] = []
    before: Inline | None = None
    marks = _marks(context, line)
    for index, inline in enumerate(line.inlines):
        if isinstance(before, Note) and isinstance(inline, Note):
            drawn.append(runs(context, _BETWEEN_NOTES, line.language, "note-mark"))
        if (opening := marks.get((index, 0))) is not None:
            drawn.append(opening)
        inside = {offset: xml for (at, offset), xml in marks.items() if at == index and offset}
        drawn.append(_inline(context, inline, line.language, style, inside))
        before = inline
    drawn.append(marks.get((len(line.inlines), 0), ""))
    return "".join(drawn)


def _marks(context: DrawingContext, line: Line) -> Mapping[tuple[int, int], str]:
    """The bookmarks of a line, or of those that it is made of, by where they stand in it."""
    found: dict[tuple[int, int], str] = {}
    for offset, part in context.registry.parts(line):
        if mark := context.registry.line_mark(part):
            for (index, at), xml in marks_within(part.inlines, mark, context.registry.file).items():
                found[index + offset, at] = found.get((index + offset, at), "") + xml
    return found or NO_SPOTS


def plain(line: Line) -> str:
    """A line's words without markup, notes and pictures, on one line."""
    words = worded(line)
    return words.replace("\n", "" if is_cjk(line.language) else " ") if "\n" in words else words


def worded(line: Line) -> str:
    """The same with the breaks that an author put into it."""
    return "".join([inline.text for inline in line.inlines if not isinstance(inline, Note | Cite | Spark)])


def linked_once(phrase: Phrase) -> Phrase:
    """The phrase with an address that every language prints left to the last: it is the same for all readers."""
    last = phrase[-1:]
    shared = {
        inline for line in last for inline in line.inlines if isinstance(inline, Link) and inline.text == inline.url
    }
    if not shared:
        return phrase  # the very lines, whose marks are known by them
    kept = (replace(line, inlines=tuple(part for part in line.inlines if part not in shared)) for line in phrase[:-1])
    return (*kept, *last)


def distinct_lines(phrase: Phrase) -> Phrase:
    """The phrase without lines that print the same as the first (figures are often the same in both languages)."""
    if len(phrase) < 2:
        return phrase
    kept = {plain(line): line for line in reversed(phrase)}
    return tuple(line for line in phrase if kept[plain(line)] is line)


def _inline(context: DrawingContext, inline: Inline, language: str, style: str, marks: Mapping[int, str]) -> str:
    match inline:
        case Run():
            return runs(context, inline.text, language, _role(inline) or style, marks)
        case Link():
            relationship = context.links.id_of(address(inline.url))
            return fields.link_out(relationship, runs(context, inline.text, language, "link"))
        case Note():
            return _note(context, inline)
        case Cite():
            return _cite(context, inline, language)
        case Reference():
            return _reference(context, inline, language, style)
        case Spark():
            return spark(context, inline)


def _role(run: Run) -> str:
    """A run's character style by its role."""
    if run.role == "affix":
        return "metric-affix"
    if run.strong:
        return "strong"
    return "emphasis" if run.emphasis else ""


def character_style(context: DrawingContext, role: str) -> str:
    """The properties of a run in a character style, given by its role."""
    return f"<w:rPr>{_dress(context, role)}</w:rPr>"


def address(url: str) -> str:
    """The address with every character escaped that a relationship may not hold."""
    return quote(url, safe=_SAFE_IN_ADDRESS)


def _note(context: DrawingContext, note: Note) -> str:
    """A footnote's mark. Where another language's mark had the number before, it is told and not counted."""
    context.registry.notes.append(note)
    number = len(context.registry.notes)
    if not note.again:
        return f'<w:r>{_counted_mark(context)}<w:footnoteReference w:id="{number}"/></w:r>'
    mark = f'<w:footnoteReference w:customMarkFollows="1" w:id="{number}"/><w:t>{_number(context, note)}</w:t>'
    return f"<w:r>{_told_mark(context, note)}{mark}</w:r>"


def own_mark(context: DrawingContext, note: Note) -> str:
    """The mark before the note's words.

    A number that is told stands here as text, which LibreOffice 7.4 would print beside the one that it takes from the
    mark; it takes what is for programs that do not know symbols by their code points, which is nothing.
    """
    if not note.again:
        return f"<w:r>{_counted_mark(context)}<w:footnoteRef/></w:r>"
    told = f'<mc:Choice Requires="w16se"><w:t>{_number(context, note)}</w:t></mc:Choice><mc:Fallback/>'
    return f"<w:r>{_told_mark(context, note)}<mc:AlternateContent>{told}</mc:AlternateContent></w:r>"


def _counted_mark(context: DrawingContext) -> str:
    """The properties of a mark that readers raise themselves; raised here too, docx-preview would count it twice."""
    font = '<w:rFonts w:hint="eastAsia"/>' if context.note_form != "decimal" else ""
    return f'<w:rPr><w:rStyle w:val="{CHARACTER["note-mark"].id}"/>{font}</w:rPr>'


def _told_mark(context: DrawingContext, note: Note) -> str:
    """The properties of a number that is told; as with one that is counted, its style alone raises it."""
    dress = f'<w:rStyle w:val="{CHARACTER["note-mark"].id}"/><w:rFonts w:hint="eastAsia"/>'
    return f"<w:rPr>{dress}{_lang(context, note.body[0].language)}</w:rPr>"


def _number(context: DrawingContext, note: Note) -> str:
    return note_number(context.note_form, note.number)


def _cite(context: DrawingContext, cite: Cite, language: str) -> str:
    """The number of a source, raised; it leads to the list of sources where there is one."""
    bound, told = (runs(context, text, language, "note-mark") for text in (_BOUND, cite.text))
    if cite.target not in context.items:
        return bound + told
    mark = context.registry.bookmark(REF, "item", cite.target)
    return bound + fields.heading_reference(mark, told, _spoken(context, language, "note-mark"))


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
    return first + make(mark, middle, _spoken(context, language, style)) + last


def _spoken(context: DrawingContext, language: str, style: str) -> str:
    """The properties of a field in a line: to LibreOffice its result is one run, and in the language of its marks."""
    dress = _dress(context, style) if style else ""
    return f"<w:rPr>{dress}{_lang(context, language)}</w:rPr>"


def _dress(context: DrawingContext, role: str) -> str:
    """A character style by its role; what is raised is so by itself too."""
    lift = RAISED if context.look.runs[role].superscript else ""
    return f'<w:rStyle w:val="{CHARACTER[role].id}"/>{lift}'


def _lang(context: DrawingContext, language: str) -> str:
    tags = context.tags[language]
    latin = NO_LANGUAGE if is_cjk(language) else tags.latin
    return f'<w:lang w:val="{latin}" w:eastAsia="{tags.east_asian}"/>'


def _heading_label(context: DrawingContext, heading: Heading, language: str) -> str:
    """The number that a reference in the language tells; nothing where the heading itself is numbered otherwise."""
    label = number_label(context.look, language, heading.number)
    printed = number_label(context.look, heading.text[0].language if heading.text else context.first, heading.number)
    return label if label == printed else ""
