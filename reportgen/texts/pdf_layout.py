"""Printed words put together: lines to paragraphs, lines with gaps to tables, running heads and page numbers left out.

A PDF says where words stand and nothing of paragraphs or cells, so these are judged by sizes, gaps and indents; the
widths of words are estimated by their characters. Not here: how a PDF is opened.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from statistics import median
from typing import NamedTuple

from reportgen.messages import msg
from reportgen.passages import Cell, Kind, Passage
from reportgen.texts.joining import joined

_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f—…“”]")
_NARROW = re.compile("[ .,:;|!'iljtf()\\[\\]-]")
_SPACED_OUT = re.compile(
    "(?<=[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef]) (?=[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef0-9])"
    "|(?<=[0-9%]) (?=[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef])"
)
"""Spaces that Chinese is printed with and not written with."""

_BROKEN = re.compile(r"((?:https?|ftp)://\S*[/.=_-]|(?<=[a-z])-)\n(?=[a-z0-9])")
"""Addresses and words that go on in the next line."""

_LEADERS = re.compile(r"\.{5,}|…{3,}|·{5,}|(?:\. ){5,}")
_ENDED = re.compile(r"[.。！？!?：:；;][”’」』)）\]】\"']*$")
_OPENS = re.compile(
    r"[•●○▪■□◆◇➢✓·]|[（(]?[一二三四五六七八九十]{1,3}[、）)]|[（(]\d{1,2}[）)]|\d{1,2}[.)、]\s?(?=\D)|第[一二三四五六七八九十百\d]+[章节条]"
)
_PAGE_NUMBER = re.compile(
    r"[-—–·\s]*\d{1,4}[-—–·\s]*|(?:第\s*\d+\s*页|Page\s+\d+\b).{0,12}|\d{1,4}\s*[/／]\s*\d{1,4}", re.I
)
_MARK = re.compile(r"[\[(（]?\d{1,3}[\])）]?(?:[,，]\d{1,3})*|[*∗†‡§¶#$+]{1,3}|[①-⑳]")
_MOST_HEADS = 8
"""How many lines the heads of a table may take where they stand in several lines each."""

_EDGE = 3
"""How many lines at the head and at the foot of a page may be running ones."""


class Fragment(NamedTuple):
    """Words printed in one go: where they begin, from the page's lower left corner, their size, all in points."""

    x: float
    y: float
    size: float
    text: str


class _Cell(NamedTuple):
    left: float
    right: float
    text: str


@dataclass(slots=True)
class _Line:
    """A line of print: its cells from left to right, more than one where wide gaps part it."""

    page: int
    y: float
    size: float
    cells: list[_Cell]
    opens_note: bool = False

    @property
    def left(self) -> float:
        return self.cells[0].left

    @property
    def right(self) -> float:
        return self.cells[-1].right

    @property
    def text(self) -> str:
        return " ".join(cell.text for cell in self.cells)


def laid_out(pages: Sequence[Sequence[Fragment]]) -> Iterator[Passage]:
    """The paragraphs, headings and table cells of all pages in order, then the notes that stand at their feet."""
    lines = [list(_lines(number, page)) for number, page in enumerate(pages, 1)]
    kept = [line for page in _without_margins(lines) for line in page if not _LEADERS.search(line.text)]
    body, notes = _parted(kept)
    yield from _Layout(body).passages()
    yield from (replace(note, kind=Kind.NOTE, level=0) for note in _Layout(notes).passages())


def _parted(lines: Iterable[_Line]) -> tuple[list[_Line], list[_Line]]:
    """The lines of the text, and those of notes, which go on in one size from a raised mark downward."""
    body: list[_Line] = []
    notes: list[_Line] = []
    open_note: _Line | None = None
    for line in lines:
        goes_on = open_note and line.page == open_note.page and line.size == open_note.size and line.y < open_note.y
        open_note = line if line.opens_note or goes_on else None
        (notes if open_note else body).append(line)
    return body, notes


# ---- lines -----------------------------------------------------------------------------------


def _lines(number: int, page: Iterable[Fragment]) -> Iterator[_Line]:
    """The words of a page as lines, in the order in which they are drawn; raised marks of notes are left out."""
    held: list[Fragment] = []
    opens_note = False
    for fragment in page:
        if not fragment.text.strip():
            if held:
                held.append(fragment)
            continue
        worded = [each for each in held if each.text.strip()]
        if worded and not _beside(worded[-1], fragment):
            if _is_mark(worded[-1], fragment):
                continue
            marked = len(worded) == 1 and _is_mark(fragment, worded[0])
            if not marked:
                yield from _line(number, held, opens_note)
            held, opens_note = [], marked
        held.append(fragment)
    yield from _line(number, held, opens_note)


def _beside(before: Fragment, fragment: Fragment) -> bool:
    size = max(before.size, fragment.size)
    return abs(before.y - fragment.y) < 0.25 * size and fragment.x > before.x - 0.5 * size


def _is_mark(before: Fragment, fragment: Fragment) -> bool:
    """Whether words are the raised mark of a note beside others."""
    raised = 0.15 * before.size < fragment.y - before.y < before.size
    return raised and fragment.size < 0.85 * before.size and _MARK.fullmatch(fragment.text.strip()) is not None


def _line(number: int, held: Sequence[Fragment], opens_note: bool) -> Iterator[_Line]:
    worded = [each for each in held if each.text.strip()]
    if not worded:
        return
    cells: list[_Cell] = []
    for fragment in held:
        text, end = fragment.text, fragment.x + _width(fragment)
        if cells and (not text.strip() or fragment.x - cells[-1].right < _gap(cells[-1], fragment)):
            cell = cells[-1]
            cells[-1] = _Cell(cell.left, max(cell.right, end if text.strip() else cell.right), cell.text + text)
        elif text.strip():
            cells.append(_Cell(fragment.x, end, text))
    tidy = [_Cell(cell.left, cell.right, _SPACED_OUT.sub("", " ".join(cell.text.split()))) for cell in cells]
    weights = Counter[float]()
    for each in worded:
        weights[round(each.size, 1)] += len(each.text)
    yield _Line(number, worded[0].y, weights.most_common(1)[0][0] or 1.0, tidy, opens_note)


def _gap(cell: _Cell, fragment: Fragment) -> float:
    """How far words stand apart that are not in one cell; an estimated width may be a tenth off."""
    return 1.6 * fragment.size + 0.1 * min(cell.right - cell.left, 20 * fragment.size)


def _width(fragment: Fragment) -> float:
    wide = len(_WIDE.findall(fragment.text))
    narrow = len(_NARROW.findall(fragment.text))
    return fragment.size * (wide + 0.29 * narrow + 0.53 * (len(fragment.text) - wide - narrow))


# ---- running heads ---------------------------------------------------------------------------


def _without_margins(pages: Sequence[Sequence[_Line]]) -> Iterator[list[_Line]]:
    """The pages without lines that come again at the head or foot of others, whatever page they count."""
    seen: Counter[tuple[int, str]] = Counter()
    edges = [_edges(page) for page in pages]
    for page in edges:
        seen.update({key for keys in page.values() for key in keys})
    filled = sum(bool(page) for page in edges)
    for page, edge in zip(pages, edges, strict=True):
        running = {
            at for at, keys in edge.items() if any(seen[key] > 1 and 5 * seen[key] >= 2 * filled for key in keys)
        }
        running |= {at for at in list(edge)[:2] if _PAGE_NUMBER.fullmatch(page[at].text)}
        yield [line for at, line in enumerate(page) if at not in running]


def _edges(page: Sequence[_Line]) -> dict[int, set[tuple[int, str]]]:
    """The outermost lines by height, the lowest and the highest first, each with what it would be on another page."""
    by_height = sorted(range(len(page)), key=lambda at: page[at].y)
    outer = [*by_height[:1], *by_height[-1:], *by_height[1:_EDGE], *by_height[-_EDGE:-1]]
    return {at: {(round(page[at].y / 4), text) for text in _on_any_page(page[at])} for at in outer}


def _on_any_page(line: _Line) -> Iterator[str]:
    """The words as they are, and with each of their numbers as one that counts pages."""
    yield line.text
    for number in re.finditer(r"\d{1,4}", line.text):
        yield f"{line.text[: number.start()]}\0{int(number[0]) - line.page}\0{line.text[number.end() :]}"


# ---- paragraphs and tables -------------------------------------------------------------------


@dataclass(slots=True)
class _Layout:
    """Lines being put together."""

    lines: Sequence[_Line]
    tables: int = 0
    paragraph: list[_Line] = field(default_factory=list[_Line])
    beside: defaultdict[tuple[int, float], list[_Line]] = field(
        default_factory=lambda: defaultdict[tuple[int, float], list[_Line]](list)
    )  # by page and size

    def __post_init__(self) -> None:
        for line in self.lines:
            self.beside[line.page, line.size].append(line)

    def passages(self) -> Iterator[Passage]:
        """The passages in order."""
        body, leading, sizes = self._body(), self._leading(), self._heading_sizes()
        at = 0
        while at < len(self.lines):
            heads, rows = self._table_at(at)
            if rows:
                yield from self._ended(body, sizes)
                yield from self._table(heads, rows)
                at += len(heads) + len(rows)
                continue
            line = self.lines[at]
            if self.paragraph and self._begins(line, leading):
                yield from self._ended(body, sizes)
            self.paragraph.append(line)
            at += 1
        yield from self._ended(body, sizes)

    def _body(self) -> float:
        """The size that most words are printed in."""
        weights: Counter[float] = Counter()
        for line in self.lines:
            weights[line.size] += len(line.text)
        return weights.most_common(1)[0][0] if weights else 1.0

    def _leading(self) -> float:
        """How far lines of one paragraph stand apart, in their size."""
        steps = [
            (above.y - below.y) / below.size
            for above, below in zip(self.lines, self.lines[1:], strict=False)
            if above.page == below.page and above.size == below.size and 0.9 < (above.y - below.y) / below.size < 2.6
        ]
        return median(steps) if steps else 1.5

    def _heading_sizes(self) -> list[float]:
        """The sizes above that of the body, the largest first."""
        body = self._body()
        return sorted({line.size for line in self.lines if line.size > 1.12 * body}, reverse=True)

    def _begins(self, line: _Line, leading: float) -> bool:
        """Whether a line begins a new paragraph."""
        before = self.paragraph[-1]
        size = line.size
        if abs(size - before.size) > 0.08 * size or line.opens_note or _OPENS.match(line.text):
            return True
        short, ended = self._missing(before), _ENDED.search(before.text)
        if before.page != line.page or line.y > before.y + size:
            return bool(ended) or short > 6 * size
        if (before.y - line.y) / size > 1.3 * leading:
            return True
        if ended and short > 2.5 * size:
            return True
        if len(self.paragraph) == 1 and _OPENS.match(before.text):
            return False  # the second line of an item hangs
        indented = line.left - min(each.left for each in self.paragraph[1:] or self.paragraph)
        return short > 10 * size or (1.2 * size < indented < 6 * size and bool(ended or short > 2.5 * size))

    def _missing(self, line: _Line) -> float:
        """How much room is left at the end of a line, beside the widest near it."""
        reach = 4 * line.size
        rights = [each.right for each in self.beside[line.page, line.size] if abs(each.left - line.left) < reach]
        return max(rights, default=line.right) - line.right

    def _ended(self, body: float, sizes: Sequence[float]) -> Iterator[Passage]:
        if not self.paragraph:
            return
        first, lines = self.paragraph[0], self.paragraph
        self.paragraph = []
        text = joined(_BROKEN.sub(r"\1", "\n".join(line.text for line in lines)))
        heading = first.size in sizes and first.size > body and len(text) <= 150 and len(lines) <= 4
        level = min(9, sizes.index(first.size) + 1) if heading else 0
        kind = Kind.HEADING if heading else Kind.ITEM if _OPENS.match(text) else Kind.PARAGRAPH
        yield Passage(msg("page {page}", page=first.page), text, kind=kind, level=level, page=first.page)

    def _table_at(self, at: int) -> tuple[list[_Line], list[_Line]]:
        """The lines of the heads and of the rows of a table that begins here; none where none does."""
        if len(self.lines[at].cells) < 2:
            return [], []
        for start in range(at, min(at + _MOST_HEADS, len(self.lines))):
            heads, rows = list(self.lines[at:start]), self._rows_at(start)
            if len(rows) > 1:
                width = max(row.right for row in rows) - min(row.left for row in rows)
                above = all(
                    each.page == rows[0].page and 0 < each.y - rows[0].y < 8 * each.size for each in heads
                ) and all(cell.right - cell.left < 0.5 * width for each in heads for cell in each.cells)
                return (heads, rows) if above else ([], [])
        return [], []

    def _rows_at(self, at: int) -> list[_Line]:
        """Lines with gaps, on one page, each below the one before."""
        rows: list[_Line] = []
        for line in self.lines[at:]:
            if len(line.cells) < 2 or (rows and (line.page != rows[-1].page or line.y >= rows[-1].y)):
                break
            rows.append(line)
        return rows

    def _table(self, heads: Sequence[_Line], rows: Sequence[_Line]) -> Iterator[Passage]:
        self.tables += 1
        usual = Counter(len(row.cells) for row in rows).most_common(1)[0][0]
        columns = list(zip(*(row.cells for row in rows if len(row.cells) == usual), strict=True))
        middles = [median((cell.left + cell.right) / 2 for cell in column) for column in columns]
        if heads:
            told: defaultdict[int, list[str]] = defaultdict(list)
            for entry in (cell for line in sorted(heads, key=lambda line: -line.y) for cell in line.cells):
                told[_nearest(middles, (entry.left + entry.right) / 2)].append(entry.text)
            for column, texts in sorted(told.items()):
                yield self._cell(rows[0].page, 0, column, "\n".join(texts), head=True)
        for number, row in enumerate(rows, bool(heads)):
            for order, entry in enumerate(row.cells):
                column = order if len(row.cells) == usual else _nearest(middles, (entry.left + entry.right) / 2)
                yield self._cell(row.page, number, column, entry.text)

    def _cell(self, page: int, row: int, column: int, text: str, *, head: bool = False) -> Passage:
        place = msg(
            "page {page}, table {table} row {row} cell {cell}",
            page=page,
            table=self.tables,
            row=row + 1,
            cell=column + 1,
        )
        return Passage(place, text, kind=Kind.CELL, cell=Cell(self.tables, row, column, column, head), page=page)


def _nearest(middles: Sequence[float], at: float) -> int:
    return min(range(len(middles)), key=lambda column: abs(middles[column] - at))
