"""What figures are read against, drawn: reference lines and bands of values, events and stretches of time.

Words of lines stand at the right of the plot, those of events over it: never among the marks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import product

from reportgen.charts.drawing.scales import spread
from reportgen.charts.drawing.shapes import Bounds, Box, Shape, Stroke, TextShape
from reportgen.charts.drawing.typesetter import SetText, Typesetter
from reportgen.charts.sentences import guide_words
from reportgen.document import Chart, Guide
from reportgen.records import record

HAIR, LINE = 0.75, 0.9  # points: of an event, of a value
HALO = 1.6  # points
BETWEEN = 2.0  # mm between the words of two events
UNDER = 0.9  # mm under a row of them
WIDEST = 0.30  # of the plot: the words of an event
ASIDE = 0.4  # mm that words beside their line reach over it
MOST_TRIED = 5_000  # arrangements of events

BESIDE = 0.26  # of the chart, at most, for words at the right of a plot
LEAD = 4.0  # mm from a plot to them
DROP = 2.4  # mm from words over a plot to its rows
CLEAR = 0.6  # mm that lines keep from words

At = Callable[[Decimal], float]
"""Where a value stands."""

Across = Callable[[Guide], tuple[float, float]]
"""Where a guide starts and ends from the left; twice the same where it is no stretch."""


@record
class Flag:
    """The words of an event, where they stand from the left, and in which row over the plot, the lowest being 0."""

    guide: Guide
    words: SetText
    start: float
    end: float
    stem: float
    align: float
    row: int = 0


@record
class Flags:
    """All events of a chart with their words in rows over the plot."""

    flags: tuple[Flag, ...] = ()
    heights: tuple[float, ...] = ()  # of the rows, from the lowest

    @property
    def height(self) -> float:
        """The room that the rows take over the plot."""
        return sum(self.heights)

    def stems(self, foot: float) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
        """The lines from the words down to the foot of the plot; those of stretches end where the stretch begins."""
        for flag in self.flags:
            top = self.height - sum(self.heights[: flag.row]) - UNDER / 2
            yield (flag.stem, top), (flag.stem, self.height if flag.guide.end is not None else foot)

    def behind(self, foot: float, across: Across, setter: Typesetter) -> Iterator[Shape]:
        """The stretches of time, under everything."""
        for flag in self.flags:
            if flag.guide.end is not None:
                start, end = across(flag.guide)
                yield Box("event-band", start, self.height, end - start, foot - self.height, setter.color("tint"))

    def shapes(self, foot: float, setter: Typesetter) -> Iterator[Shape]:
        """The words and their lines."""
        for flag, stem in zip(self.flags, self.stems(foot), strict=True):
            if flag.row or flag.guide.end is None:
                yield Stroke("event", stem, setter.color("grey"), HAIR)
            bottom = self.height - sum(self.heights[: flag.row]) - UNDER
            x = flag.start + flag.align * flag.words.width
            yield from flag.words.at("event", x, bottom - flag.words.height, flag.align)


def flags(chart: Chart, setter: Typesetter, across: Across, edges: tuple[float, float]) -> Flags:
    """The events' words in as few rows as keep them clear of each other and of each other's lines."""
    left, right = edges
    choices = [list(_choices(guide, setter, across, left, right)) for guide in chart.guides if guide.upright]
    if not choices:
        return Flags()
    beside = [[[flag for flag in some if flag.align == align] or some for some in choices] for align in (0.0, 1.0)]
    for rows in range(1, len(choices) + 1):
        for tried in (choices, *beside):
            if (placed := _placed(tried, rows)) is not None:
                return _in_rows(placed)
    return _in_rows([_in_row(some[0], row) for row, some in enumerate(choices)])


def _choices(guide: Guide, setter: Typesetter, across: Across, left: float, right: float) -> Iterator[Flag]:
    """Where an event's words may stand: over its middle, at the right of its line, at the left of it."""
    start, end = across(guide)
    stem = (start + end) / 2
    words = setter.tick(guide.name, width=WIDEST * (right - left))
    wide = words.width
    beside = max(stem - ASIDE, left), min(stem + ASIDE, right) - wide
    for align, low in ((0.5, stem - wide / 2), (0.0, beside[0]), (1.0, beside[1])):
        if low >= left - 0.01 and low + wide <= right + 0.01:
            yield Flag(guide, words, low, low + wide, stem, align)


def _placed(choices: Sequence[Sequence[Flag]], rows: int) -> list[Flag] | None:
    """The first arrangement in so many rows in which nothing meets; events are taken from the left."""
    tried = 0

    def on(index: int, placed: list[Flag]) -> list[Flag] | None:
        nonlocal tried
        if index == len(choices):
            return placed
        for row, flag in product(range(rows), choices[index]):
            tried += 1
            if tried > MOST_TRIED:
                return None
            moved = _in_row(flag, row)
            if all(_clear(moved, other) for other in placed) and (done := on(index + 1, [*placed, moved])):
                return done
        return None

    return on(0, [])


def _clear(one: Flag, other: Flag) -> bool:
    if one.row == other.row:
        return one.end + BETWEEN <= other.start or other.end + BETWEEN <= one.start
    upper, lower = (one, other) if one.row > other.row else (other, one)
    return not lower.start - 0.6 < upper.stem < lower.end + 0.6


def _in_row(flag: Flag, row: int) -> Flag:
    return replace(flag, row=row)


def _in_rows(placed: Sequence[Flag]) -> Flags:
    rows = range(max(flag.row for flag in placed) + 1)
    heights = (max((flag.words.height for flag in placed if flag.row == row), default=0.0) for row in rows)
    return Flags(tuple(placed), tuple(height + UNDER for height in heights))


# ---- values ----------------------------------------------------------------------------------


def guide_block(guide: Guide, setter: Typesetter, width: float) -> SetText:
    """What is told at a line or a band of values: its name and its figure."""
    return setter.tick(guide_words(guide), width=width)


def value_guides(chart: Chart) -> tuple[Guide, ...]:
    """The lines and bands of values."""
    return tuple(guide for guide in chart.guides if not guide.upright)


GuideBlocks = tuple[tuple[Guide, SetText], ...]
"""Lines and bands of values with their words."""


def guide_blocks(chart: Chart, setter: Typesetter) -> GuideBlocks:
    """Each line or band of values with its words, as they stand at the right of a plot."""
    return tuple((guide, guide_block(guide, setter, BESIDE * setter.width)) for guide in value_guides(chart))


def room_aside(blocks: GuideBlocks) -> float:
    """The room at the right that the words take."""
    return max((block.width + LEAD for _, block in blocks), default=0.0)


def middle_of(guide: Guide) -> Decimal:
    """The value that words stand at: the line's, or the middle of the band."""
    return guide.start if guide.end is None else (guide.start + guide.end) / 2


# ---- across a plot whose values run upward ---------------------------------------------------


def level_bands(chart: Chart, setter: Typesetter, at: At, edges: tuple[float, float]) -> Iterator[Shape]:
    """The bands of values, which lie under everything."""
    left, right = edges
    for guide in value_guides(chart):
        if guide.end is not None:
            low, high = sorted((at(guide.start), at(guide.end)))
            yield Box("reference-band", left, low, right - left, high - low, setter.color("tint"))


def level_line(y: float, left: float, right: float, setter: Typesetter) -> Stroke:
    """A dashed line across the plot."""
    return Stroke("reference", ((left, y), (right, y)), setter.color("grey"), LINE, dashed=True)


def levels_told(
    blocks: GuideBlocks,
    setter: Typesetter,
    at: At,
    across: tuple[float, float],
    down: tuple[float, float],
    words: Sequence[Bounds],
) -> Iterator[Shape]:
    """The lines, broken where words stand, and their own words at the right, giving way to each other."""
    left, right = across
    order = sorted(blocks, key=lambda pair: at(middle_of(pair[0])))
    wanted = [at(middle_of(guide)) for guide, _ in order]
    centers = spread(wanted, [block.height + 0.8 for _, block in order], *down)
    for (guide, block), y, center in zip(order, wanted, centers, strict=True):
        if guide.end is None:
            taken = [(word.left, word.right) for word in words if word.top - CLEAR < y < word.bottom + CLEAR]
            for start, end in free(taken, left, right):
                yield from _over_bars(level_line(y, start, end, setter), setter)
        dashed = guide.end is None
        yield Stroke("leader", ((right, y), (right + LEAD - 0.8, center)), setter.color("grey"), LINE, dashed=dashed)
        yield from block.at("reference", right + LEAD, center - block.height / 2)


def _over_bars(line: Stroke, setter: Typesetter) -> Iterator[Stroke]:
    """A dashed line on a stroke of paper, so that it is seen on a dark bar."""
    yield replace(line, role="halo", color=setter.color("paper"), width=HALO, dashed=False)
    yield line


def free(taken: Sequence[tuple[float, float]], low: float, high: float) -> Iterator[tuple[float, float]]:
    """The stretches from low to high that none of those taken covers."""
    for start, end in sorted(taken):
        if start - CLEAR > low:
            yield low, min(start - CLEAR, high)
        low = max(low, end + CLEAR)
    if low < high:
        yield low, high


# ---- down a plot whose values run to the right -----------------------------------------------


def upright_bands(chart: Chart, setter: Typesetter, at: At, down: tuple[float, float]) -> Iterator[Shape]:
    """The bands of values, which lie under everything."""
    top, bottom = down
    for guide in value_guides(chart):
        if guide.end is not None:
            low, high = sorted((at(guide.start), at(guide.end)))
            yield Box("reference-band", low, top, high - low, bottom - top, setter.color("tint"))


@record
class OverRows:
    """The words of lines and bands over the rows of a plot, and where they stand."""

    guides: tuple[tuple[Guide, float], ...]  # where its line stands
    words: tuple[Shape, ...]
    height: float

    def lines(self, setter: Typesetter, down: tuple[float, float], shapes: Sequence[Shape]) -> Iterator[Shape]:
        """The lines from the words down through the rows, broken where figures stand."""
        words = [shape.bounds for shape in shapes if isinstance(shape, TextShape) and shape.role != "reference"]
        for guide, x in self.guides:
            if guide.end is not None:
                continue
            taken = [(word.top, word.bottom) for word in words if word.left - CLEAR < x < word.right + CLEAR]
            for start, end in free(taken, *down):
                line = Stroke("reference", ((x, start), (x, end)), setter.color("grey"), LINE, dashed=True)
                yield from _over_bars(line, setter)


def over_rows(chart: Chart, setter: Typesetter, at: At, left: float) -> OverRows:
    """The words from the left edge of the plot to its right, each over its line as far as others let it."""
    blocks = sorted(guide_blocks(chart, setter), key=lambda pair: middle_of(pair[0]))
    if not blocks:
        return OverRows((), (), 0.0)
    wanted = [at(middle_of(guide)) for guide, _ in blocks]
    centers = spread(wanted, [block.width + BETWEEN for _, block in blocks], left, setter.width + BETWEEN)
    tallest = max(block.height for _, block in blocks)
    shapes: list[Shape] = []
    for (_, block), x, center in zip(blocks, wanted, centers, strict=True):
        middle = min(center, setter.width - block.width / 2)
        shapes += block.at("reference", middle, tallest - block.height, align=0.5)
        start = (min(max(x, middle - block.width / 2), middle + block.width / 2), tallest + 0.4)
        shapes.append(Stroke("leader", (start, (x, tallest + DROP)), setter.color("grey"), LINE))
    guides = tuple((guide, x) for (guide, _), x in zip(blocks, wanted, strict=True))
    return OverRows(guides, tuple(shapes), tallest + DROP)
