"""Parts as shares of their sum: every stack is a hundred percent long, whatever it adds up to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from reportgen.charts.drawing.shapes import Plot
from reportgen.charts.drawing.stack_layout import lay
from reportgen.charts.drawing.stack_pieces import Stack, StackPart, StackPlot
from reportgen.charts.drawing.typesetter import Typesetter
from reportgen.charts.kind import Kind, NativeForm
from reportgen.charts.marks import by_name, by_series, called
from reportgen.charts.needs import no_negatives, whole_groups
from reportgen.charts.sample import GOODS, PORTS, named, percentages, table
from reportgen.charts.sentences import FEW, everything, extremes
from reportgen.charts.shares import WHOLE, share_labels
from reportgen.document import Chart, Mark
from reportgen.messages import msg

MOST = 5


def draw(chart: Chart, setter: Typesetter) -> Plot:
    """A stack a name, the share of each part inside its piece."""
    colors = tuple(setter.series(index) for index in range(len(chart.series)))
    stacks = tuple(_pile(group, setter) for group in by_name(chart.marks))
    return lay(StackPlot(stacks, chart.series, colors), setter)


def _pile(group: tuple[Mark, ...], setter: Typesetter) -> Stack:
    whole = sum((mark.value for mark in group), Decimal(0))
    pieces: list[StackPart] = []
    reached = Decimal(0)
    for mark, label in zip(group, share_labels(group), strict=True):
        end = reached + mark.value / whole * WHOLE
        pieces.append(StackPart(mark, reached, end, setter.series(mark.series), label, inside=True))
        reached = end
    return Stack(group[0].name, tuple(pieces))


def needs(chart: Chart) -> Iterator[str]:
    """Two to five series with a figure under every name, none below zero and not all of them zero."""
    yield from no_negatives(chart)
    yield from whole_groups(chart, MOST)
    for group in by_name(chart.marks):
        if not any(mark.value for mark in group):
            yield msg("the parts of '{mark}' are all zero, and nothing has no shares", mark=called(group[0]))


def tells(chart: Chart, language: str) -> list[str]:
    """The shares as the picture prints them: all of a few, the largest and the smallest of each series of more."""
    shown = tuple(
        replace(mark, label=label)
        for group in by_name(chart.marks)
        for mark, label in zip(group, share_labels(group), strict=True)
    )
    if len(shown) <= FEW:
        return everything(replace(chart, marks=shown), language)
    return [extremes(chart, marks, language) for marks in by_series(shown).values()]


def limits(chart: Chart) -> Iterator[str]:
    """Word labels a part with its figure, not with its share."""
    if any(share_labels(group) != tuple(mark.label for mark in group) for group in by_name(chart.marks)):
        yield msg("Word would print its amounts in place of their shares")


def sample() -> Chart:
    """Three ports, each with the shares of three goods."""
    marks = table(PORTS, ("52", "41", "30"), ("33", "36", "25"), ("15", "23", "45"))
    return percentages("stacked-100", ("各港出口构成", "Exports of each port"), *marks, series=named(*GOODS[:3]))


KIND = Kind(
    name="stacked-100",
    words={"zh": "百分比堆积图", "en": "Stacked chart of shares"},
    shows=msg("each part as a share of its sum"),
    wants="the same, none below zero, complete",
    draw=draw,
    needs=needs,
    tells=tells,
    native=NativeForm("barChart", "bar", "percentStacked", stacked=True, limits=limits),
    sample=sample,
    along=True,
    most=60,
    shares=True,
)
