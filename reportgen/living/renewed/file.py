"""A file renewed: what was decided of its lines done in its XML, its marks and its ledger written anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from xml.etree.ElementTree import Element

from reportgen.ledger import Ledger, LedgerLine, counted, is_marked
from reportgen.living.renewed.lines import LineRenewal, Put, Sides, renewals
from reportgen.living.renewed.remarks import Remark, kept_line, out_of_place
from reportgen.word.body.marks import FIGURE as FIGURE_MARK
from reportgen.word.body.marks import LINE as LINE_MARK
from reportgen.word.marked_file import MarkedFile, Span
from reportgen.word.ooxml.package_reader import attribute, local
from reportgen.word.renewing.blocks import Blocks, commented, remove
from reportgen.word.renewing.dress import drawn_runs, style_ids
from reportgen.word.renewing.imported import Imports
from reportgen.word.renewing.lines import draw_anew
from reportgen.word.renewing.marking import MarkSpot, put_marks, remove_marks, rename_marks
from reportgen.word.renewing.parts import EditedPackage, largest_id
from reportgen.word.renewing.revisions import Revisions
from reportgen.word.renewing.tables import follow_tables
from reportgen.word.renewing.text_edits import EditedParagraph, TextEdit

Draw = Callable[[str, str], list[Element]]
"""Words in a language as runs."""


@dataclass(slots=True)
class Drawn:
    """The content as it is drawn now: the file, its lines' places in it, and how further words are drawn."""

    file: MarkedFile
    package: EditedPackage
    spans: Mapping[int, Span]
    draw: Draw

    def runs(self, put: Put, language: str) -> list[Element]:
        """The runs of what is put in."""
        if put.source and (span := self.spans.get(put.source)) is not None and span.first == span.last:
            start = span.start + put.first
            paragraph = self.file.paragraphs[span.first]
            if paragraph.passage.text[start : start + len(put.text)] == put.text:
                return drawn_runs(paragraph, start, start + len(put.text))
        return self.draw(put.text, language) if put.text else []


@dataclass(slots=True)
class RenewedFile:
    """A file that is being renewed."""

    sides: Sides
    drawn: Drawn
    package: EditedPackage
    revisions: Revisions
    ids: Iterator[int] = field(default_factory=count)
    plan: list[LineRenewal] = field(default_factory=list[LineRenewal])
    edited: dict[int, EditedParagraph] = field(default_factory=dict[int, EditedParagraph])
    remarks: list[Remark] = field(default_factory=list[Remark])
    gone: set[Element] = field(default_factory=set[Element])
    blocks: Blocks | None = None
    imports: Imports | None = None
    lines: tuple[LedgerLine, ...] = ()
    twins: Mapping[Element, Element] = field(default_factory=dict[Element, Element])  # drawn, and in the file
    changed: int = 0  # how many stretches were renewed

    @property
    def body(self) -> Element:
        """The body's tree."""
        return self.package.tree(self.package.main)

    def renew_lines(self) -> None:
        """Lines, paragraphs and rows; the marks of all."""
        self.plan = list(renewals(self.sides))
        self.remarks += [remark for one in self.plan for remark in one.remarks]
        file, digits = self.sides.file, self.sides.now.file
        for root in self._roots():
            remove_marks(root, digits)
        self.ids = count(largest_id(*self._roots()) + 1)
        self.revisions.ids = self.ids
        styles = style_ids(self.drawn.file.opened, file.opened)
        twins = self.twins = dict(self._twins())
        imports = self.imports = Imports(
            self.package, self.drawn.package, styles, self.ids, digits, notes=_notes_of(self.drawn.package)
        )
        imports.learn(twins.items())
        going = self._drop()
        self._edit(styles, {id(one) for one in going})
        for one in self.plan:
            if one.anew:
                self._anew(one, imports)
        self._remove(going)
        self._insert(twins, imports)
        follow_tables(twins, self._own_cells())
        self._mark()

    def _roots(self) -> Iterator[Element]:
        yield self.body
        if (notes := self.package.notes()) is not None:
            yield notes

    # ---- words ----

    def _edit(self, styles: Mapping[str, str], going: Collection[int]) -> None:
        wanted: defaultdict[int, list[TextEdit]] = defaultdict(list)
        for one in self.plan:
            puts = () if one.anew or id(one) in going else one.puts
            for put in (*puts, *(copy for _, copy in one.copies if isinstance(copy, Put))):
                runs = self.drawn.runs(put, one.then.language)
                wanted[put.paragraph].append(TextEdit(put.start, put.end, runs, len(put.text), put.whole))
        for index, edits in wanted.items():
            paragraph = self.edited[index] = EditedParagraph(self.sides.file.paragraphs[index], styles, self.revisions)
            apart = list(_apart(edits))
            self.changed += len(apart)
            paragraph.make(apart)

    def _anew(self, one: LineRenewal, imports: Imports) -> None:
        """Draw a line's paragraph anew."""
        put = one.puts[0]
        span = self.drawn.spans[put.source]
        source = self.drawn.file.paragraphs[span.first]
        draw_anew(self.sides.file.paragraphs[put.paragraph].element, source.element, imports, self.revisions)
        self.changed += 1

    # ---- paragraphs and rows ----

    def _twins(self) -> Iterator[tuple[Element, Element]]:
        """Each drawn paragraph with the one that stands for it in the file."""
        for one in self.plan:
            now = self.sides.pairs.now_of.get(one.then.number)
            span = self.drawn.spans.get(now.number) if now else None
            if span is not None and now is not None:
                place = one.found.span
                yield self.drawn.file.paragraphs[span.first].element, self.sides.file.paragraphs[place.last].element

    def _own_cells(self) -> set[Element]:
        """The paragraphs whose words nobody changed."""
        return {self.sides.file.paragraphs[one.found.span.first].element for one in self.plan if one.own}

    def _drop(self) -> list[LineRenewal]:
        """What the content says no longer and what goes therefore, unless a person has reworded or commented it."""
        held: defaultdict[int, list[LineRenewal]] = defaultdict(list)
        for one in self.plan:
            held[one.found.span.first].append(one)
        going: list[LineRenewal] = []
        for index, group in held.items():
            paragraph = self.sides.file.paragraphs[index]
            dropped = [one for one in group if one.line is None]
            if dropped and not paragraph.story:
                if (
                    len(dropped) == len(group)
                    and all(one.own and one.found.marked for one in group)
                    and not commented(paragraph.element)
                ):
                    going += dropped
                else:
                    self.remarks += [kept_line(self.sides.file, one.found) for one in dropped]
        return going

    def _remove(self, going: Sequence[LineRenewal]) -> None:
        """Take out what goes; a cell whose row stays stays with it."""
        self.gone = remove(self.revisions, {self._element(one) for one in going})
        self.changed += len(self.gone)
        left = (one for one in going if self._element(one) not in self.gone)
        self.remarks += [kept_line(self.sides.file, one.found) for one in left]

    def _element(self, one: LineRenewal) -> Element:
        return self.sides.file.paragraphs[one.found.span.first].element

    def _insert(self, twins: Mapping[Element, Element], imports: Imports) -> None:
        """What the content has gained is put behind what stands before it."""
        lines: defaultdict[Element, list[int]] = defaultdict(list)
        for number, span in self.drawn.spans.items():
            paragraph = self.drawn.file.paragraphs[span.first]
            if not paragraph.story:
                lines[paragraph.element].append(number)
        known = {line.number: line for line in self.sides.pairs.new}
        told = {element: tuple(numbers) for element, numbers in lines.items()}
        here = {drawn: own for drawn, own in twins.items() if own not in self.gone}
        blocks = self.blocks = Blocks(imports, self.revisions, told, here, known.keys())
        body = self.drawn.package.tree(self.drawn.package.main)
        blocks.insert(next(each for each in body if local(each) == "body"))
        self.changed += len(blocks.put)
        hosted = self._with_notes(blocks.put)
        blocks.put.update(hosted)
        for number, line in known.items():
            if number not in blocks.put and number in self.drawn.spans and line.role not in ("contents", "footnote"):
                self.remarks.append(out_of_place(line))

    def _with_notes(self, put: set[int]) -> set[int]:
        """The footnotes of lines that were put in or drawn anew."""
        hosts = put | {one.line.number for one in self.plan if one.anew and one.line}
        found: set[int] = set()
        host = 0
        for line in self.sides.now.lines:
            if line.role == "footnote":
                found |= {line.number} if host in hosts else set()
            else:
                host = line.number
        return found

    # ---- marks and ledger ----

    def _mark(self) -> None:
        """Number what the new file keeps, and mark it."""
        kept, order = self._kept()
        numbers: dict[int, LedgerLine] = {}
        lines: list[LedgerLine] = []
        last = 0
        for key in order:
            line = counted(replace(kept[key], number=last + 1))
            numbers[key], last = line, line.last
            lines.append(line)
        self.lines = tuple(lines)
        named = {
            old.number: new.number
            for key, line in numbers.items()
            if (content := self._content_line(key)) is not None
            for old, new in zip((content, *content.figures), (line, *line.figures), strict=False)
        }
        for root in self._roots():
            rename_marks(root, self.sides.now.file, named)
        spots: defaultdict[int, list[MarkSpot]] = defaultdict(list)
        for one in self.plan:
            now = self.sides.pairs.now_of.get(one.then.number)
            if one.line is not None and now is not None and not one.anew and now.number in numbers:
                for index, spot in self._spots(one, numbers[now.number]):
                    spots[index].append(spot)
        for index, found in spots.items():
            put_marks(self._paragraph(index), found, self.sides.now.file, self.ids)

    def _content_line(self, number: int) -> LedgerLine | None:
        return next((line for line in self.sides.now.lines if line.number == number), None)

    def _paragraph(self, index: int) -> EditedParagraph:
        if index not in self.edited:
            self.edited[index] = EditedParagraph(self.sides.file.paragraphs[index], {}, self.revisions)
        return self.edited[index]

    def _kept(self) -> tuple[dict[int, LedgerLine], list[int]]:
        """The lines that the new file keeps, by the content's numbers; and these in the content's order.

        One that a person deleted is kept, so that it is known for deleted; as it was, where the content reworded it.
        """
        now_of = self.sides.pairs.now_of
        kept: dict[int, LedgerLine] = {}
        for then in self.sides.then.lines:
            now = now_of.get(then.number)
            if now is not None and now.number in self.drawn.spans:
                same = then.typed == now.typed and then.digest == now.digest
                kept[now.number] = now if same else then
        for one in self.plan:
            now = now_of.get(one.then.number)
            if now is not None and one.line is not None:
                kept[now.number] = one.line
        put = self.blocks.put if self.blocks else set[int]()
        kept |= {line.number: line for line in self.sides.now.lines if line.number in put}
        return kept, [line.number for line in self.sides.now.lines if line.number in kept]

    def _spots(self, one: LineRenewal, line: LedgerLine) -> Iterator[tuple[int, MarkSpot]]:
        """Where the marks of a line and of its figures stand now."""
        span = one.found.span
        if is_marked(line):
            paragraph = self._paragraph(span.first)
            start = paragraph.moved(span.start)
            if span.first == span.last:
                yield span.first, MarkSpot(LINE_MARK, line.number, start, paragraph.moved(span.end, behind=True))
            else:
                last = self._paragraph(span.last)
                end = last.moved(span.end, behind=True)
                yield span.first, MarkSpot(LINE_MARK, line.number, start, end, last=last)
        figures = line.figures
        for index, spot in one.standing.items():
            if index < len(figures):
                yield self._standing(spot, figures[index].number)
        for put in one.puts:
            for index, start, end in put.figures:
                if index < len(figures):
                    at = self._paragraph(put.paragraph).moved(put.start)
                    yield put.paragraph, MarkSpot(FIGURE_MARK, figures[index].number, at + start, at + end)
        for copy, (index, spot) in enumerate(one.copies, 1):
            if index < len(figures):
                yield self._copied(spot, figures[index].number, copy)

    def _standing(self, span: Span, number: int) -> tuple[int, MarkSpot]:
        paragraph = self._paragraph(span.first)
        start = paragraph.moved(span.start, behind=True)
        return span.first, MarkSpot(FIGURE_MARK, number, start, start + span.end - span.start)

    def _copied(self, spot: Span | Put, number: int, copy: int) -> tuple[int, MarkSpot]:
        if isinstance(spot, Put):
            at = self._paragraph(spot.paragraph).moved(spot.start)
            return spot.paragraph, MarkSpot(FIGURE_MARK, number, at, at + len(spot.text), copy)
        index, mark = self._standing(spot, number)
        return index, replace(mark, copy=copy)

    def ledger(self) -> Ledger:
        """What the new file keeps, its charts as they were drawn last still to come."""
        return replace(self.sides.now, lines=self.lines)


def _apart(edits: Sequence[TextEdit]) -> Iterator[TextEdit]:
    """The edits that do not overlap one before them."""
    end = -1
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start >= end:
            yield edit
            end = edit.end


def _notes_of(package: EditedPackage) -> dict[str, Element]:
    root = package.notes()
    return {} if root is None else {attribute(each, "id") or "": each for each in root}
