"""The names of series at the bars of the first group: in them, else behind their figures, else in a key over all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from reportgen.charts.drawing.legend import key
from reportgen.charts.drawing.scales import Scale, scale
from reportgen.charts.drawing.shapes import Plot
from reportgen.charts.drawing.typesetter import SetText, Typesetter, ink_on
from reportgen.document import MISSING, Bound, Chart, Mark
from reportgen.records import record

IN_BAR = 1.2  # mm from the zero to a name in its bar, and from the name to the bar's end
BEHIND = 2.6  # mm from a bar's figure to the name behind it
COSTS = 0.75  # of their length that bars keep, at least, where names stand behind their figures

Extent = tuple[Decimal, float]
"""A value, and how far words reach beyond it."""


@record
class SeriesName:
    """The name of a series at a bar, in it or behind its figure."""

    words: SetText
    inside: bool


@record
class NamedBars:
    """What names the series: words at bars, or a key; and the scale that leaves them room."""

    fitted: Scale
    words: Mapping[Mark, SeriesName]
    key: Plot

    @property
    def tallest(self) -> float:
        """The height of the tallest name at a bar."""
        return max((name.words.height for name in self.words.values()), default=0.0)


def name_bars(
    chart: Chart,
    extents: Sequence[Extent],
    group: Mapping[Mark, Extent],
    thick: float,
    setter: Typesetter,
    colors: Mapping[Mark, str],
    room: float,
) -> NamedBars:
    """The names at the bars of a group that has one of each series, given with how far the words of each reach."""
    plain = scale(extents, room)
    nothing = Plot((), 0.0)
    if len(chart.series) < 2:
        return NamedBars(plain, {}, nothing)
    if group:
        inside = {mark: _inside(chart, mark, setter, colors[mark]) for mark in group}
        if all(_fits(mark, block, plain, thick) for mark, block in inside.items()):
            return NamedBars(plain, {mark: SeriesName(block, True) for mark, block in inside.items()}, nothing)
        behind = {mark: setter.tick(chart.series[mark.series]) for mark in group}
        reaching = [(value, words + BEHIND + behind[mark].width) for mark, (value, words) in group.items()]
        fitted = scale([*extents, *reaching], room)
        if fitted.unit >= plain.unit * Decimal(COSTS):
            return NamedBars(fitted, {mark: SeriesName(block, False) for mark, block in behind.items()}, nothing)
    return NamedBars(plain, {}, key(chart.series, _colors(chart, setter, colors), setter))


def whole_group(chart: Chart, groups: Sequence[Sequence[Mark]]) -> int | None:
    """The first group that has a figure of every series."""
    whole = (
        place
        for place, group in enumerate(groups)
        if len([mark for mark in group if mark.role != MISSING]) == len(chart.series)
    )
    return next(whole, None)


def _inside(chart: Chart, mark: Mark, setter: Typesetter, color: str) -> SetText:
    size, ink = setter.look.chart, ink_on(color)
    return setter.set(
        chart.series[mark.series], size=float(size.axis), second=float(size.second), color=ink, second_color=ink
    )


def _fits(mark: Mark, block: SetText, fitted: Scale, thick: float) -> bool:
    solid = mark.bound is Bound.EXACT and not mark.status
    return solid and block.width + 2 * IN_BAR <= fitted.length(mark.value) and block.height <= thick


def _colors(chart: Chart, setter: Typesetter, colors: Mapping[Mark, str]) -> list[str]:
    return [
        next((colors[mark] for mark in chart.marks if mark.series == index), setter.series(index))
        for index in range(len(chart.series))
    ]
