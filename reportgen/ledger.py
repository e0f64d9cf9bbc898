"""What a file keeps of what it says: its facts, and each of its lines with the figures in it.

The renderer writes it into the file and marks lines and figures by their numbers; `verify`, `refresh`, `pull` and
`diff` hold it against what people made of the file, and against the content. It holds only what the edition prints.
Not here: how it is written into a Word file (word/ooxml/ledger_part.py), and where marks stand (word/marked_file.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Context, Decimal, InvalidOperation
from hashlib import sha256
from itertools import count, groupby, takewhile

from reportgen.content.source import Scalar
from reportgen.content.text import CiteMark, FactMark, LinkMark, Piece, Plain, ReferenceMark, parse_text
from reportgen.document import (
    Bullets,
    Callout,
    Caption,
    CaptionLine,
    Chart,
    Cite,
    Contents,
    Document,
    Element,
    FactTold,
    Figure,
    Heading,
    Inline,
    Line,
    Link,
    Metrics,
    Note,
    Paragraph,
    Phrase,
    Reference,
    Run,
    Spark,
    Table,
    Timeline,
    TitleBlock,
    Words,
)
from reportgen.outline import all_lines
from reportgen.problems import Place
from reportgen.records import record
from reportgen.source_lines import source_of
from reportgen.version import __version__

WORDS, PRODUCT, FIGURE, FACT_WORDS = "t", "p", "f", "w"
LINK, CITE, REFERENCE = "a", "c", "r"
"""The kinds of segments: an author's words, the product's own, a fact's figure or time, what a fact is called; a
link, a citation, a reference."""

_PRINTED = (FIGURE, FACT_WORDS, REFERENCE)
"""Those whose words an author does not type."""

NO_FIGURES: Mapping[str, str] = {}

LABEL_GAP = "\u2002"
"""What parts a caption's number from its words: half an em."""


@record
class Segment:
    """A stretch of a line. A figure has the `number` of its mark; `target` is an address, a source, what is meant.

    `text` is what is read in the line: nothing for a citation.
    """

    kind: str
    text: str
    fact: str = ""
    form: str = ""
    number: int = 0
    target: str = ""
    strong: bool = False
    emphasis: bool = False


_UNSAID = Segment(FIGURE, "")


@record
class LedgerLine:
    """One language's wording of something, with the number of its mark.

    `section` is the name of its section, empty before the first; `role` what it is: body, lead, note, source, quote,
    item, heading, caption, head, cell, metric …; `owner` the name of the chart or table that it belongs to, of an entry
    of the bibliography that of its source. `row` and `column` count a cell's place from 0 (a head has no row: -1).
    `typed` is what its author typed, empty where nobody did, with its place where the ledger is of content; of words
    that the product puts round these, segments say so. `digest` is of the text, which a file does not keep of lines in
    which there is neither.
    """

    number: int
    language: str
    section: str
    role: str
    segments: tuple[Segment, ...]
    typed: str = ""
    owner: str = ""
    row: int = -1
    column: int = -1
    digest: str = ""

    @property
    def text(self) -> str:
        """The line as it is printed."""
        return "".join(segment.text for segment in self.segments)

    @property
    def figures(self) -> tuple[Segment, ...]:
        """Its figures."""
        return tuple(segment for segment in self.segments if segment.kind == FIGURE)

    @property
    def last(self) -> int:
        """The last of its numbers: its own, or that of its last figure."""
        return self.number + len(self.figures)

    def spans(self) -> Iterator[tuple[int, int, Segment]]:
        """Every segment with the characters of the text from which and up to which it stands."""
        start = 0
        for segment in self.segments:
            yield start, start + len(segment.text), segment
            start += len(segment.text)


@record
class LedgerChart:
    """A chart: its name, its kind, the facts it shows, and digests of what it shows, of its picture and of its data.

    `shown` is of its figures, their names and labels as any language prints them; `picture` of its PNG and `data` of
    the figures that a chart of Word holds, both empty before it is drawn; `alt` of its words for who cannot see it.
    """

    name: str
    kind: str
    facts: tuple[str, ...]
    shown: str
    picture: str = ""
    data: str = ""
    alt: str = ""


@record
class Ledger:
    """All that a file keeps of what it says. `file` is the digits that the names of its marks share."""

    file: str
    briefing: str
    edition: str
    languages: tuple[str, ...]
    layout: str
    date: str
    template: str
    program: str
    facts: tuple[FactTold, ...]
    lines: tuple[LedgerLine, ...]
    charts: tuple[LedgerChart, ...]

    def fact(self, name: str) -> FactTold | None:
        """A fact by its name; None where the edition does not print it."""
        return next((fact for fact in self.facts if fact.name == name), None)


def ledger_of(
    document: Document, template: str = "", file: str = "", lines: tuple[LedgerLine, ...] | None = None
) -> Ledger:
    """What a file of the document keeps; `template` is the name of its look, `lines` its lines where they are known."""
    return Ledger(
        file=file,
        briefing=document.briefing,
        edition=document.edition,
        languages=document.languages,
        layout=document.layout,
        date=document.properties.date,
        template=template,
        program=__version__,
        facts=document.facts,
        lines=tuple(line for _, line in numbered(document)) if lines is None else lines,
        charts=tuple(_chart(element) for element in document.elements if isinstance(element, Figure)),
    )


def numbered(document: Document) -> Iterator[tuple[tuple[Inline, ...], LedgerLine]]:
    """Every line of the document that says something, in reading order: its inlines, and it with its numbers.

    Lines and figures count together: each line, then the figures in it.
    """
    number = 0
    for line, where in _lines(document.elements):
        inlines, typed = line.inlines if isinstance(line, Line) else line.text, line.typed
        said = _own_order(typed, (*where.segments, *_segments(inlines)))  # a caption's label stands there
        kept = typed or any(one.kind == FIGURE for one in said)
        told = "" if kept else digest("".join(one.text for one in said))[:8]
        about = (where.section, where.role, _counted(said, number + 1), typed, where.owner, where.row, where.column)
        placed = LedgerLine(number + 1, line.language, *about, told)
        number = placed.last
        yield inlines, placed


def counted(line: LedgerLine) -> LedgerLine:
    """The line with its figures numbered after it."""
    return replace(line, segments=_counted(line.segments, line.number))


def _counted(segments: tuple[Segment, ...], number: int) -> tuple[Segment, ...]:
    """The segments of the line that has the number, their figures numbered after it."""
    numbers = count(number + 1)
    return tuple(replace(one, number=next(numbers)) if one.kind == FIGURE else one for one in segments)


def _own_order(typed: str, segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    return as_typed(typed, segments, split_product(segments)) or segments


def split_product(segments: Sequence[Segment]) -> tuple[int, int]:
    """How many segments the product says before an author's words, and from which on it says those behind them."""
    before = sum(1 for _ in takewhile(lambda one: one.kind == PRODUCT, segments))
    behind = sum(1 for _ in takewhile(lambda one: one.kind == PRODUCT, reversed(segments[before:])))
    return before, len(segments) - behind


def as_typed(
    typed: str, segments: Sequence[Segment], own: tuple[int, int], figures: Mapping[str, str] = NO_FIGURES
) -> tuple[Segment, ...]:
    """The segments of a line that an author typed, in the order of what was typed; none where they are not of that.

    What is printed of facts and references is taken from `segments`, in their order; of facts without words there, from
    `figures` by their names, and of all where `segments` hold none. The product's words before and behind the author's
    `own` stay.
    """
    if not typed:
        return ()
    pieces, problems = parse_text(Scalar.at(typed, Place("")))
    before, behind = segments[: own[0]], segments[own[1] :]
    printed = [one for one in segments if one.kind in _PRINTED]
    wanted = [piece for piece in pieces if isinstance(piece, FactMark | ReferenceMark)]
    if figures and not printed:
        printed = [_UNSAID] * len(wanted)
    if problems or len(printed) != len(wanted):
        return ()
    told = iter(printed)
    return (*before, *(_piece(piece, told, figures) for piece in pieces), *behind)


def _piece(piece: Piece, told: Iterator[Segment], figures: Mapping[str, str]) -> Segment:
    match piece:
        case Plain():
            return Segment(WORDS, piece.text, strong=piece.strong, emphasis=piece.emphasis)
        case FactMark():
            kind, one = FACT_WORDS if piece.form == "what" else FIGURE, next(told)
            return Segment(
                kind,
                one.text or figures.get(piece.name, ""),
                piece.name,
                piece.form,
                one.number,
                strong=piece.strong,
                emphasis=piece.emphasis,
            )
        case CiteMark():
            return Segment(CITE, "", target=piece.source)
        case ReferenceMark():
            return replace(next(told), kind=REFERENCE, target=piece.target)
        case LinkMark():
            return Segment(LINK, piece.text, target=piece.url)


# ---- where a line stands ----------------------------------------------------------------------

_LINE = LedgerLine(0, "", "", "", ())
_Placed = tuple[Line | CaptionLine, LedgerLine]


def _lines(elements: Iterable[Element]) -> Iterator[_Placed]:
    """Every line with words, and where it stands; languages that face each other have their sections each by itself."""
    sections: dict[str, str] = {}
    for element in elements:
        if isinstance(element, Heading) and element.level == 1:
            sections |= {line.language: element.id for line in element.text}
        for line, where in _said(element):
            if line.inlines if isinstance(line, Line) else line.text:
                yield line, replace(where, section=sections.get(line.language, ""))


def _said(element: Element) -> Iterator[_Placed]:
    match element:
        case TitleBlock():
            for role in ("issuer", "issue", "title", "subtitle", "date"):
                yield from _phrase(getattr(element, role), role)
        case Contents():
            yield from _phrase(element.title, "contents")
        case Heading():
            yield from _phrase(element.text, "heading")
        case Paragraph():
            yield from _phrase(element.text, element.role)
        case Bullets():
            yield from _phrase(element.title, "box-title")
            listed = element.role == "sources"
            for place, item in enumerate(element.items):
                owner = source_of(element.ids[place]) if listed and place < len(element.ids) else ""
                yield from _phrase(item, "source-entry" if listed else "item", owner)
        case Callout():
            yield from _phrase(element.title, "box-title")
            for text in element.paragraphs:
                yield from _phrase(text, "box")
        case Metrics():
            for cell in element.cells:
                yield from _phrase(cell.figure, "metric")
                yield from _phrase(cell.label, "metric-label")
                yield from _phrase(cell.period, "metric-period")
            yield from _notes(element.notes)
        case Figure():
            yield from _caption(element.caption)
            yield from _notes(element.notes, element.caption.id)
        case Table():
            yield from _table(element)
        case Timeline():
            for entry in element.entries:
                yield from _phrase(entry.when, "when")
                yield from _phrase(entry.text, "body")
        case _:
            for line in all_lines(element):
                yield line, replace(_LINE, role="filing")


def _phrase(phrase: Phrase, role: str, owner: str = "", row: int = -1, column: int = -1) -> Iterator[_Placed]:
    """The lines of a phrase, each followed by those of its footnotes."""
    for line in phrase:
        yield line, replace(_LINE, role=role, owner=owner, row=row, column=column)
        for inline in line.inlines:
            if isinstance(inline, Note):
                yield from _phrase(inline.body, "footnote")


def _notes(notes: Iterable[Paragraph], owner: str = "") -> Iterator[_Placed]:
    for note in notes:
        yield from _phrase(note.text, note.role, owner)


def _caption(caption: Caption) -> Iterator[_Placed]:
    for line in caption.lines:
        label = Segment(PRODUCT, f"{line.word}{line.gap}{caption.number}{LABEL_GAP if line.text else ''}")
        yield line, replace(_LINE, role="caption", owner=caption.id, segments=(label,))


def _table(table: Table) -> Iterator[_Placed]:
    name = table.caption.id
    yield from _caption(table.caption)
    for index, column in enumerate(table.columns):
        for part in (column.group, column.head, column.unit):
            yield from _phrase(part, "head", name, -1, index)
    for number, row in enumerate(table.rows):
        for index, cell in enumerate(row):
            yield from _phrase(cell, "cell", name, number, index)
    yield from _notes(table.notes, name)


def is_marked(line: LedgerLine) -> bool:
    """Whether a line has a mark of its own: what is a figure and nothing else is found by that of the figure."""
    return not line.figures or any(one.kind != FIGURE and one.text for one in line.segments)


# ---- what a line holds ------------------------------------------------------------------------


def fact_of(inline: Inline) -> str:
    """The fact whose figure or time an inline prints; none for its other words."""
    return inline.fact if isinstance(inline, Run) and inline.fact and inline.form != "what" else ""


def stretches(inlines: tuple[Inline, ...]) -> Iterator[tuple[str, tuple[Inline, ...]]]:
    """The inlines, those that print one figure together, with the fact that it is of."""
    for fact, group in groupby(inlines, key=fact_of):
        members = tuple(group)
        yield from ((fact, members),) if fact else (("", (one,)) for one in members)


def _segments(inlines: tuple[Inline, ...]) -> Iterator[Segment]:
    for fact, members in stretches(inlines):
        first = members[0]
        if isinstance(first, Note | Spark):
            continue
        if fact and isinstance(first, Run):
            text = "".join(one.text for one in members if isinstance(one, Run))
            yield Segment(FIGURE, text, fact, first.form, strong=first.strong, emphasis=first.emphasis)
        else:
            yield _segment(first)


def _segment(inline: Run | Link | Cite | Reference) -> Segment:
    match inline:
        case Run():
            kind = FACT_WORDS if inline.fact else PRODUCT if inline.product else WORDS
            return Segment(kind, inline.text, inline.fact, inline.form, strong=inline.strong, emphasis=inline.emphasis)
        case Link():
            return Segment(LINK, inline.text, target=inline.url)
        case Cite():
            return Segment(CITE, "", target=inline.target)
        case Reference():
            return Segment(REFERENCE, inline.text, target=inline.target)


def _chart(figure: Figure) -> LedgerChart:
    chart: Chart = figure.chart
    marks = (*chart.marks, *chart.beside)
    shown = [*((mark.name, mark.label) for mark in marks), *((guide.name, guide.label) for guide in chart.guides)]
    facts = dict.fromkeys(one.fact for one in (*marks, *chart.guides) if one.fact)
    return LedgerChart(figure.caption.id, chart.kind, tuple(facts), digest(repr(shown)), alt=digest(joined(figure.alt)))


def joined(words: Words) -> str:
    """The words of all languages, each said once."""
    return " / ".join(dict.fromkeys(text for _, text in words if text))


def chart_digest(values: Iterable[str]) -> str:
    """The digest of what a chart of Word holds; numbers count alike however a program writes them."""
    return digest("\n".join(map(_canonical, values)))


def _canonical(value: str) -> str:
    """A number in 12 digits, since programs save 7.1 as the nearest binary fraction; other values as they are."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return "".join(value.split())
    return f"{_TWELVE.plus(number).normalize(_TWELVE):f}" if number.is_finite() else value


_TWELVE = Context(prec=12)


def digest(content: str | bytes) -> str:
    """What tells two texts or pictures apart, short: the first 16 digits of the SHA-256."""
    data = content.encode() if isinstance(content, str) else content
    return sha256(data).hexdigest()[:16]
