"""Opinions around a middle: the shares of each answer, those against to the left of a line, those for to the right.

The series are the answers in their order, from one end to the other. A neutral answer, the middle of an odd number,
lies across the line, or apart at the right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.charts.drawing.bar_ends import blend
from reportgen.charts.drawing.shading import legible, shade_at
from reportgen.charts.drawing.shapes import Box, Plot, Shape
from reportgen.charts.drawing.stack_layout import lay
from reportgen.charts.drawing.stack_pieces import Stack, StackPart, StackPlot
from reportgen.charts.drawing.ticks import Ticks, in_unit, round_values
from reportgen.charts.drawing.typesetter import Typesetter
from reportgen.charts.kind import Kind, NativeForm, OwnField
from reportgen.charts.marks import by_name, by_series, called
from reportgen.charts.needs import exceeded, no_negatives, whole_groups
from reportgen.charts.sample import PORTS, named, percentages, table
from reportgen.charts.sentences import FEW, everything, extremes
from reportgen.charts.shares import SLACK, WHOLE, in_percent, share_labels
from reportgen.document import Chart, Mark, Words
from reportgen.messages import msg
from reportgen.template.model import Look

MOST = 7
GREYED = 0.22
APART = Decimal("0.08")
"""Of the widest sum, the room between the answers around the line and the neutral ones apart from them."""


def draw(chart: Chart, setter: Typesetter) -> Plot:
    """A row a name, the shares inside their pieces; without room for them an axis on both sides of the line."""
    colors = colors_of(len(chart.series), setter.look)
    groups = by_name(chart.marks)
    start = _start_apart(groups, chart)
    stacks = tuple(_pile(group, chart, colors, start) for group in groups)
    plot = lay(StackPlot(stacks, chart.series, tuple(colors), _ticks(chart, groups), lying=True), setter)
    middle = neutral(chart)
    return plot if middle is None else replace(plot, shapes=tuple(_lined(chart, plot, colors[middle])))


def _lined(chart: Chart, plot: Plot, color: str) -> Iterator[Shape]:
    """The line runs behind answers that lie across it; those that stand apart have a line of their own."""
    if not _apart(chart):
        yield from (replace(shape, role="middle") for shape in plot.shapes if shape.role == "zero")
        yield from (shape for shape in plot.shapes if shape.role != "zero")
        return
    yield from plot.shapes
    lines = [shape for shape in plot.shapes if isinstance(shape, Box) and shape.role == "zero"]
    starts = [
        shape.x for shape in plot.shapes if shape.role == "piece" and isinstance(shape, Box) and shape.color == color
    ]
    yield from (replace(line, x=min(starts) - line.width / 2) for line in lines if starts)


def neutral(chart: Chart) -> int | None:
    """The series that is neither for nor against: the middle one of an odd number."""
    count = len(chart.series)
    return count // 2 if count % 2 else None


def _apart(chart: Chart) -> bool:
    return neutral(chart) is not None and chart.option("neutral") == "apart"


def _pile(group: tuple[Mark, ...], chart: Chart, colors: Sequence[str], start: Decimal) -> Stack:
    """The pieces from the left, each from where the one before it ended."""
    shares, labels = _shares(group, chart), _labels(group, chart)
    middle, half = neutral(chart), len(chart.series) // 2
    across = shares[middle] / 2 if middle is not None and not _apart(chart) else Decimal(0)
    reached = -sum(shares[:half], Decimal(0)) - across
    pieces: list[StackPart] = []
    for place, (mark, share, label) in enumerate(zip(group, shares, labels, strict=True)):
        if place == middle and _apart(chart):
            pieces.append(StackPart(mark, start, start + share, colors[place], label, inside=True))
            continue
        pieces.append(StackPart(mark, reached, reached + share, colors[place], label, inside=True))
        reached += share
    return Stack(group[0].name, tuple(pieces))


def _shares(group: Sequence[Mark], chart: Chart) -> list[Decimal]:
    """The figures where they are percentages, else what they are of their sum."""
    if in_percent(chart):
        return [mark.value for mark in group]
    whole = sum((mark.value for mark in group), Decimal(0))
    return [mark.value / whole * WHOLE for mark in group]


def _labels(group: Sequence[Mark], chart: Chart) -> Sequence[Words]:
    return [mark.label for mark in group] if in_percent(chart) else share_labels(group)


def _start_apart(groups: Sequence[tuple[Mark, ...]], chart: Chart) -> Decimal:
    """Where the neutral answers start that stand apart: behind the longest stretch for, with room between."""
    half = len(chart.series) // 2
    ahead = max(sum(_shares(group, chart)[half + 1 :], Decimal(0)) for group in groups)
    behind = max(sum(_shares(group, chart)[:half], Decimal(0)) for group in groups)
    return ahead + (ahead + behind) * APART


def colors_of(count: int, look: Look) -> list[str]:
    """From the far side against to the far side for; a neutral answer in the middle color, greyed to be seen."""
    colors = [shade_at(place / (count - 1), look.palette, diverging=True).color for place in range(count)]
    if count % 2:
        greyed = blend(colors[count // 2], look.palette.of("grey"), GREYED)
        colors[count // 2] = legible(greyed, look.palette.of("ink"), look.palette.of("paper")).color
    return colors


def _ticks(chart: Chart, groups: Sequence[tuple[Mark, ...]]) -> Ticks:
    """Round shares on both sides of the line, told without a sign; none where neutral answers stand apart."""
    if _apart(chart) or chart.unit is None or not in_percent(chart):
        return ()
    half, middle = len(chart.series) // 2, neutral(chart)
    reach = Decimal(0)
    for group in groups:
        shares = _shares(group, chart)
        across = shares[middle] / 2 if middle is not None else Decimal(0)
        behind = sum(shares[:half], Decimal(0)) + across
        reach = max(reach, behind, sum(shares, Decimal(0)) - behind)
    return tuple((value, in_unit(chart, abs(value))) for value in round_values(-reach, reach))


# ---- what it takes ---------------------------------------------------------------------------


def needs(chart: Chart) -> Iterator[str]:
    """Two to seven answers, each with a share under every name, that together are no more than all."""
    yield from no_negatives(chart)
    yield from whole_groups(chart, MOST)
    if chart.option("neutral") and neutral(chart) is None:
        yield msg("an even number of answers has no neutral one in the middle: leave out `neutral`")
    for group in by_name(chart.marks):
        whole = sum((mark.value for mark in group), Decimal(0))
        if not whole:
            yield msg("the parts of '{mark}' are all zero, and nothing has no shares", mark=called(group[0]))
        elif in_percent(chart) and whole > WHOLE + SLACK:
            yield exceeded(chart)


def tells(chart: Chart, language: str) -> list[str]:
    """The shares as the picture prints them: where each answer at the two ends is most and least frequent."""
    shown = tuple(
        replace(mark, label=label)
        for group in by_name(chart.marks)
        for mark, label in zip(group, _labels(group, chart), strict=True)
    )
    if len(shown) <= FEW:
        return everything(replace(chart, marks=shown), language)
    series = by_series(shown)
    return [extremes(chart, series[place], language) for place in (max(series), min(series))]


def signed(chart: Chart) -> Chart:
    """The chart with the figures against below zero, as a bar chart stacks them."""
    half = len(chart.series) // 2
    return replace(chart, marks=tuple(replace(m, value=-m.value) if m.series < half else m for m in chart.marks))


def limits(chart: Chart) -> Iterator[str]:
    """Word stacks outward from the line, and tells answers in that order."""
    if len(chart.series) != 2:
        yield msg("Word would turn the order of the answers on one side of its line")
    if not in_percent(chart):
        yield msg("Word would print its amounts in place of their shares")


def sample() -> Chart:
    """What merchants of three ports think of a new tariff: made up."""
    answers = ("18", "12", "25"), ("22", "14", "20"), ("20", "24", "15"), ("25", "30", "22"), ("15", "20", "18")
    names = (
        ("非常不满意", "Very dissatisfied"),
        ("不太满意", "Dissatisfied"),
        ("一般", "Neutral"),
        ("比较满意", "Satisfied"),
        ("非常满意", "Very satisfied"),
    )
    return percentages(
        "diverging-stack", ("受访企业占比", "Share of firms asked"), *table(PORTS, *answers), series=named(*names)
    )


KIND = Kind(
    name="diverging-stack",
    words={"zh": "正反向堆积条形图", "en": "Diverging stacked bars"},
    shows=msg("shares of answers around a middle, those against to the left, those for to the right"),
    wants="two to seven series, from one end to the other, complete; the middle one of an odd number is neutral",
    draw=draw,
    needs=needs,
    tells=tells,
    native=NativeForm("barChart", "bar", "stacked", stacked=True, limits=limits, colors=colors_of, signed=signed),
    sample=sample,
    fields=(
        OwnField(
            "neutral",
            "choice",
            "",
            "where the middle one of an odd number of answers lies: `split` (as unset, across the line) or `apart`",
            ("split", "apart"),
        ),
    ),
    most=140,
    shares=True,
)
