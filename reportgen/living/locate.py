"""Where the lines and figures of a ledger stand in a file as people have it, and what became of each figure.

A figure is what the grammar of its language finds where its mark is, never the mark's text: what is typed over a figure
leaves its mark before, behind or inside the new one. Where an edit took a mark away, lines are found by their wording,
and figures by where they stood in it. Not here: whether that is a fault (verify.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from reportgen.ledger import Ledger, LedgerLine, Segment, is_marked
from reportgen.living.wording import matched_by_wording
from reportgen.numbers import Found, find
from reportgen.numbers.model.pattern import Pattern
from reportgen.records import record
from reportgen.word.marked_file import FileMarks, MarkedFile, Span

_BARE = Pattern(r"[-−+]?[0-9][0-9,]*(?:\.[0-9]+)?[%％‰]?")


class State(StrEnum):
    """What became of a figure."""

    HOLDS = "holds"  # it says what it said, in whatever dress
    ALTERED = "altered"  # another figure stands in its place
    GONE = "gone"  # its place is gone, or holds no figure


@record
class FigureFound:
    """A figure of the ledger and what stands in its place: where, and its words; no place where it is gone.

    `copy` is one that was pasted elsewhere, while the figure itself is still where it was.
    """

    line: LedgerLine
    figure: Segment
    state: State
    span: Span | None = None
    text: str = ""
    copy: bool = False


@record
class LineFound:
    """A line of the ledger and the stretch that stands for it; `marked` where its own mark or a figure's tells it."""

    line: LedgerLine
    span: Span
    marked: bool


@record
class Located:
    """What a ledger's numbers lead to in a file: lines that are still there, every figure, and pasted copies."""

    lines: Mapping[int, LineFound]
    figures: Mapping[int, FigureFound]
    copies: tuple[FigureFound, ...]


def locate(file: MarkedFile, ledger: Ledger) -> Located:
    """Every line and figure of the ledger in the file."""
    marks = file.marks_of(ledger)
    lines = _lines(file, ledger, marks)
    figures: dict[int, FigureFound] = {}
    for line in ledger.lines:
        found = lines.get(line.number)
        whole = found is not None and _stands_whole(file, found)
        for start, end, figure in line.spans():
            if not figure.number:
                continue
            if found is not None and whole:
                at = found.span.start
                span = Span(found.span.first, at + start, found.span.first, at + end)
                figures[figure.number] = FigureFound(line, figure, State.HOLDS, span, figure.text)
            else:
                figures[figure.number] = _figure(file, line, (start, end, figure), marks, found)
    own = {figure.number: (line, (start, end, figure)) for line in ledger.lines for start, end, figure in line.spans()}
    copies = (_at_mark(file, *own[number], span, copy=True) for number, span in marks.figure_copies if number in own)
    return Located(lines, figures, tuple(copies))


# ---- lines --------------------------------------------------------------------------------------


def _lines(file: MarkedFile, ledger: Ledger, marks: FileMarks) -> dict[int, LineFound]:
    """The lines by their marks; those of figures alone by theirs; others by their wording among what is left."""
    spots: list[tuple[tuple[int, int], LedgerLine, Span]] = []
    for line in ledger.lines:
        span = marks.lines.get(line.number) or next(
            (marks.figures[one.number] for one in line.figures if one.number in marks.figures), None
        )
        if span is not None:
            spots.append(((span.first, span.start), line, span))
    whole = {line.number: span for _, line, mark in spots if (span := _whole(file, line, mark)) is not None}
    found = {
        line.number: LineFound(line, whole.get(line.number, span), marked=True) for line, span in _extents(file, spots)
    }
    taken = {index for one in found.values() for index in range(one.span.first, one.span.last + 1)}
    taken |= {entry.block for entry in file.contents}  # what the contents repeat
    free = [(index, each.passage.text) for index, each in enumerate(file.paragraphs) if index not in taken]
    lost = [line for line in ledger.lines if line.number not in found]
    for line, (index, start, end) in matched_by_wording(lost, free):
        found[line.number] = LineFound(line, Span(index, start, index, end), marked=False)
    return found


def _whole(file: MarkedFile, line: LedgerLine, mark: Span) -> Span | None:
    """Where a marked line stands letter for letter, as a paragraph or a line of one; None where it does not.

    No mark is asked for its end: programs that number bookmarks anew give one the end of another.
    """
    text = file.paragraphs[mark.first].passage.text
    start = max(mark.start - 1, 0)
    end = start + len(line.text)
    alone = text[start - 1 : start] in ("", "\n") and text[end : end + 1] in ("", "\n")
    return Span(mark.first, start, mark.first, end) if alone and line.text and text[start:end] == line.text else None


def _stands_whole(file: MarkedFile, found: LineFound) -> bool:
    return found.span.first == found.span.last and file.text(found.span) == found.line.text


def _extents(
    file: MarkedFile, spots: Sequence[tuple[tuple[int, int], LedgerLine, Span]]
) -> Iterator[tuple[LedgerLine, Span]]:
    """How far each marked line reaches: back to the line before it in its paragraph, on to the paragraph's end.

    What is typed before a line's first character, or behind its last, is of the line too. Lines of one paragraph, such
    as a heading's, stand on lines of their own.
    """
    ordered = sorted(spots, key=lambda spot: spot[0])
    for place, (_, line, span) in enumerate(ordered):
        text = file.paragraphs[span.first].passage.text
        start = 0
        if place and (before := ordered[place - 1][2]).last == span.first:
            edge = text.find("\n", before.end)
            start = edge + 1 if 0 <= edge < max(span.start, 1) else max(min(before.end, span.start), span.start - 1)
        end_text = file.paragraphs[span.last].passage.text
        end = len(end_text)
        if place + 1 < len(ordered) and (behind := ordered[place + 1][2]).first == span.last:
            edge = end_text.rfind("\n", span.end if span.last > span.first else span.start, behind.start)
            beside = min(end, behind.start - 1)
            if not is_marked(line):  # a figure before words that are a line of their own
                own = max(span.start - 1, 0) + len(line.text)
                beside = own if end_text[:own].endswith(line.text) else min(beside, span.end + 1)
            end = edge if edge >= 0 else max(span.end, beside)
        yield line, Span(span.first, start, span.last, max(end, 0))


# ---- figures ------------------------------------------------------------------------------------

_Figure = tuple[int, int, Segment]  # its first character in its line, the one behind its last, and itself


def _figure(
    file: MarkedFile, line: LedgerLine, figure: _Figure, marks: FileMarks, found: LineFound | None
) -> FigureFound:
    """What became of a figure: by its mark; without one, by where it stood in the wording of its line."""
    inside = found is not None and found.span.first == found.span.last
    if (span := marks.figures.get(figure[2].number)) is not None:
        marked = _at_mark(file, line, figure, span)
        if marked.state is not State.ALTERED or found is None or not inside or _in_order(line, marks):
            return marked
        worded = _in_line(file, line, figure, found.span)
        return worded if worded.state is State.HOLDS else marked
    if found is None or not inside:
        return FigureFound(line, figure[2], State.GONE)
    return _in_line(file, line, figure, found.span)


def _in_order(line: LedgerLine, marks: FileMarks) -> bool:
    """Whether the marks of a line's figures stand in their order: LibreOffice exchanges those that touch in .rtf."""
    spans = [marks.figures[one.number] for one in line.figures if one.number in marks.figures]
    return all((a.first, a.start) <= (b.first, b.start) for a, b in pairwise(spans))


def _at_mark(file: MarkedFile, line: LedgerLine, figure: _Figure, span: Span, *, copy: bool = False) -> FigureFound:
    start, end, segment = figure
    text = file.paragraphs[span.first].passage.text
    mark_end = span.end if span.last == span.first else len(text)
    left, right = line.text[:start][-1:], line.text[end:][:1]
    for at in (span.start + 1, span.start, span.start - 1, text.find(segment.text, span.start, mark_end)):
        if at >= 0 and text.startswith(segment.text, at) and _stands_alone(text, at, at + len(segment.text)):
            stretch = Span(span.first, at, span.first, at + len(segment.text))
            if _same(text, at, stretch.end, line, figure):
                return FigureFound(line, segment, State.HOLDS, stretch, segment.text, copy)
    if left + right and text[span.start : mark_end] == left + right:
        return FigureFound(line, segment, State.GONE, copy=copy)
    at = span.start + (text[span.start : span.start + 1] == left != "" and span.start < mark_end)
    stop = mark_end - (text[at:mark_end][-1:] == right != "")
    return _judged(text, span.first, at, stop, line, figure, copy=copy)


def _in_line(file: MarkedFile, line: LedgerLine, figure: _Figure, span: Span) -> FigureFound:
    """What stands in a line, found by its wording, where the figure stood."""
    start, end, _ = figure
    text = file.paragraphs[span.first].passage.text
    said = text[span.start : span.end]
    steps = SequenceMatcher(None, line.text, said, autojunk=False).get_opcodes()
    first = next((j + max(0, start - i) for _, i, i2, j, _ in steps if i2 > start), len(said))
    last = next((j2 - max(0, i2 - end) for _, _, i2, _, j2 in steps if i2 >= end), len(said))
    first = min(first, len(said))
    return _judged(text, span.first, span.start + first, span.start + max(first, last), line, figure)


def _judged(
    text: str, index: int, start: int, stop: int, line: LedgerLine, figure: _Figure, *, copy: bool = False
) -> FigureFound:
    """What a stretch says in place of the figure, with all of what is found where it touches."""
    segment = figure[2]
    there = _touching(text, line.language, start, stop)
    if not there:
        return FigureFound(line, segment, State.GONE, copy=copy)
    first, last = min(start, *(at for at, _ in there)), max(stop, *(end for _, end in there))
    if start == stop:
        first, last = there[0]
    words = text[first:last]
    first, last = first + len(words) - len(words.lstrip()), last - len(words) + len(words.rstrip())
    state = State.HOLDS if _same(text, first, last, line, figure) else State.ALTERED
    return FigureFound(line, segment, state, Span(index, first, index, last), text[first:last], copy)


def _touching(text: str, language: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Where figures stand that overlap a stretch, or touch an empty one; bare numbers where no grammar finds any."""
    found = [(each.start, each.end) for each in figures_in(text, language)]
    spots = found + [
        each.span() for each in _BARE.finditer(text) if not any(a < each.end() and each.start() < b for a, b in found)
    ]
    if start < stop:
        return [(a, b) for a, b in spots if a < stop and start < b]
    return [(a, b) for a, b in spots if a <= start <= b][:1]


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no digit before or behind a stretch makes another number of it."""
    before = text[max(0, start - 2) : start]
    if text[start].isdigit() and (before[-1:].isdigit() or (before[:1].isdigit() and before[1:] in (".", ",", "．"))):
        return False
    return not (
        text[end : end + 1].isdigit() or (text[end : end + 1] in (".", ",") and text[end + 1 : end + 2].isdigit())
    )


@lru_cache(maxsize=512)
def figures_in(text: str, language: str) -> tuple[Found, ...]:
    """The figures of a paragraph, remembered for the next that asks."""
    return find(text, language)


def _same(text: str, first: int, last: int, line: LedgerLine, figure: _Figure) -> bool:
    """Whether a stretch says what the figure said: by its figures as the grammar reads them, else by its words."""
    start, end, segment = figure
    around = text[max(0, first - 1) : last + 1]
    if around == line.text[max(0, start - 1) : end + 1] and text[first:last] == segment.text:
        return True
    if line.role == "cell" and text[first:last] == segment.text and _stands_alone(text, first, last):
        return True  # a bare number is read with what stands beside it, once a table was made text
    now = [one for one in figures_in(text, line.language) if one.start < last and first < one.end]
    then = [one for one in figures_in(line.text, line.language) if one.start < end and start < one.end]
    if not now or not then:
        return _plain(text[first:last]) == _plain(segment.text)
    return len(now) == len(then) and all(alike(one, other) for one, other in zip(now, then, strict=True))


def alike(one: Found, other: Found) -> bool:
    """Whether two figures say the same; a direction that the sentence tells otherwise is no matter, the opposite is."""
    told = [(each.kind, each.value, each.low, each.high, each.unit, each.qualifier, each.per) for each in (one, other)]
    opposite = one.direction and other.direction and one.direction != other.direction
    return told[0] == told[1] and not opposite


def say_the_same(one: str, other: str, language: str) -> bool:
    """Whether two printed figures say the same, each by itself."""
    if _plain(one) == _plain(other):
        return True
    sides = [figures_in(text, language) for text in (one, other)]
    return bool(sides[0]) and len(sides[0]) == len(sides[1]) and all(map(alike, *sides))


def _plain(text: str) -> str:
    return "".join(text.split())
