"""An edition as the paragraphs that a reader meets: where each stands, and the figures in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from reportgen.ledger import LedgerLine
from reportgen.living.delta.found import Spot
from reportgen.living.delta.sides import Told
from reportgen.living.locate import FigureFound, State
from reportgen.messages import Message, msg
from reportgen.passages import Kind
from reportgen.records import record
from reportgen.word.ooxml.package_reader import attribute, local
from reportgen.word.reader import ReadParagraph

_CONTENTS = ("TOC", "TableofFigures")
"""What the ids of the styles of contents and lists begin with: they repeat headings and captions."""

CHART = "chart"
"""The form of a fact that a chart shows."""

_ROLES = {
    "metric": msg("key figure"),
    "metric-label": msg("key figure"),
    "metric-period": msg("key figure"),
    "caption": msg("caption"),
    "note": msg("note"),
    "footnote": msg("footnote"),
    "source": msg("source line"),
    "when": msg("timeline"),
    "quote": msg("quotation"),
    "lead": msg("lead"),
    "title": msg("title"),
    "subtitle": msg("subtitle"),
}
"""What a place is called by what stands there, where that tells a reader more than its number."""


@record
class Unit:
    """A paragraph with its place, and the figures in it that are as they were printed: from, to, fact and form."""

    index: int
    kind: Kind
    spot: Spot
    figures: tuple[tuple[int, int, str], ...]
    role: str = ""  # what its line is, where one of ours stands there

    @property
    def signature(self) -> tuple[str, str, str]:
        """What it says but for its figures, which are told by their facts."""
        text, said, at = self.spot.text, list[str](), 0
        for start, end, name in self.figures:
            said += (text[at:start], f"{{{name}}}")
            at = end
        said.append(text[at:])
        return self.spot.language, self.sort, "".join(said)

    @property
    def sort(self) -> str:
        """What it is, wherever a page has room for it: in a cell beside something or alone."""
        return self.role or self.kind


def units_of(text: Told) -> tuple[Unit, ...]:
    """The paragraphs of an edition in reading order, those of contents left out."""
    figures: defaultdict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for found in text.located.figures.values():
        if found.state is State.HOLDS and found.span is not None:
            name = ":".join(filter(None, (found.figure.fact, found.figure.form)))
            figures[found.span.first].append((found.span.start, found.span.end, name))
    lines = {found.span.first: found.line for found in text.located.lines.values()}
    where = _Where(text)
    found_units: list[Unit] = []
    for index, paragraph in enumerate(text.file.paragraphs):
        passage = paragraph.passage
        if not _style(paragraph).startswith(_CONTENTS):
            line = lines.get(index)
            language = line.language if line else passage.language.partition("-")[0].lower()
            spot = Spot(language, where.heading(index), where.place(index, line), passage.text)
            found_units.append(Unit(index, passage.kind, spot, _apart(figures[index]), line.role if line else ""))
    return tuple(found_units)


def _apart(spans: list[tuple[int, int, str]]) -> tuple[tuple[int, int, str], ...]:
    """Figures in their order, none over another."""
    kept: list[tuple[int, int, str]] = []
    for span in sorted(spans):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return tuple(kept)


def spots_of(text: Told) -> Mapping[str, tuple[Spot, ...]]:
    """Where each fact is printed: in words, cells and charts, in reading order."""
    spots: defaultdict[str, list[Spot]] = defaultdict(list)
    where = _Where(text)
    placed = sorted(_placed(text), key=lambda each: each[0])
    for (index, start), found in placed:
        spot = where.spot(index, found.line)
        spots[found.figure.fact].append(replace(spot, start=start, end=start + len(found.text), form=found.figure.form))
    for chart in text.ledger.charts:
        for spot in where.chart(chart.name):
            for fact in chart.facts:
                spots[fact].append(spot)
    return {name: tuple(found) for name, found in spots.items()}


def _placed(text: Told) -> Iterator[tuple[tuple[int, int], FigureFound]]:
    for found in text.located.figures.values():
        if found.span is not None and found.state is not State.GONE:
            yield (found.span.first, found.span.start), found


class _Where:
    """Tells places of one edition as a reader finds them."""

    def __init__(self, text: Told) -> None:
        self._text = text
        self._headings = [*_headings(text.file.paragraphs)]
        self._captions: defaultdict[tuple[str, str], str] = defaultdict(str)
        self._cells: dict[tuple[str, str, int, int], str] = {}
        for line in text.ledger.lines:
            if line.role == "caption":
                self._captions[line.owner, line.language] = line.text
            elif line.role in ("cell", "head"):
                self._cells.setdefault((line.owner, line.language, line.row, line.column), line.text)

    def heading(self, index: int) -> str:
        """The headings over a paragraph."""
        return " › ".join(self._headings[index])

    def spot(self, index: int, line: LedgerLine | None) -> Spot:
        """A paragraph as a place."""
        passage = self._text.file.paragraphs[index].passage
        language = line.language if line else passage.language.partition("-")[0].lower()
        return Spot(language, self.heading(index), self.place(index, line), passage.text)

    def place(self, index: int, line: LedgerLine | None) -> Message | str:
        """What stands there, or which paragraph it is."""
        passage = self._text.file.paragraphs[index].passage
        if line is None:
            return passage.place
        if line.role in ("cell", "head") and line.owner:
            return self._cell(line)
        return _ROLES.get(line.role, msg("text") if passage.cell else passage.place)

    def _cell(self, line: LedgerLine) -> Message:
        table = " ".join(self._captions[line.owner, line.language].split())
        column = self._at(line, -1, line.column)
        row = self._at(line, line.row, 0) if line.column > 0 and line.row >= 0 else ""
        if row and column:
            return msg("{table}: {row}, {column}", table=table, row=row, column=column)
        return (
            msg("{table}: {column}", table=table, column=row or column)
            if row or column
            else msg("{table}", table=table)
        )

    def _at(self, line: LedgerLine, row: int, column: int) -> str:
        return self._cells.get((line.owner, line.language, row, column), "")

    def chart(self, name: str) -> Iterator[Spot]:
        """A chart as a place: its caption in each language."""
        for line in self._text.ledger.lines:
            if line.role == "caption" and line.owner == name and (found := self._text.located.lines.get(line.number)):
                caption = " ".join(line.text.split())
                place = msg("in the chart: {caption}", caption=caption)
                yield Spot(line.language, self.heading(found.span.first), place, form=CHART)


def _headings(paragraphs: tuple[ReadParagraph, ...]) -> Iterator[tuple[str, ...]]:
    """The headings over each paragraph, the highest first; over a heading, those above it."""
    over: list[tuple[int, str]] = []
    for paragraph in paragraphs:
        passage = paragraph.passage
        if passage.heading:
            over = [each for each in over if each[0] < passage.level]
        yield tuple(title for _, title in over)
        if passage.heading:
            over.append((passage.level, " ".join(passage.text.split())))


def _style(paragraph: ReadParagraph) -> str:
    for properties in paragraph.element:
        if local(properties) == "pPr":
            return next((attribute(each, "val") or "" for each in properties if local(each) == "pStyle"), "")
    return ""
