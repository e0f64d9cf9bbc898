"""Stretches from a low figure to a high one, one row a name; a single figure among them is a dot."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.charts.drawing import bars, rows
from reportgen.charts.drawing.bar_ends import hatch
from reportgen.charts.drawing.scales import ValueSpan
from reportgen.charts.drawing.shapes import Box, Plot, Shape
from reportgen.charts.drawing.typesetter import Typesetter
from reportgen.charts.kind import AXIS, REFERENCE, Kind, OwnField, hidden_marks
from reportgen.charts.marks import called, with_missing
from reportgen.charts.needs import one_series
from reportgen.charts.sample import GOODS, figure, percentages, ranged
from reportgen.document import LOW, Bound, Chart, Mark
from reportgen.messages import msg

THICK = 3.6  # mm


def draw(chart: Chart, setter: Typesetter) -> Plot:
    """A row a mark, its figures behind the stretch as they are printed; where none is known, words that say so."""
    colors, lows = bars.colors(chart, setter), starts(chart)
    marks = [mark for group in with_missing(chart) for mark in group]

    def drawn(index: int, span: ValueSpan, y: float) -> Iterator[Shape]:
        mark = marks[index]
        if mark not in lows:
            yield rows.dot(mark, span.at(mark.value), y, colors[mark], setter)
            return
        start, end = span.at(lows[mark]), span.at(mark.value)
        stretch = Box("stretch", start, y - THICK / 2, max(end - start, 0.3), THICK, colors[mark])
        yield stretch
        if mark.status or mark.bound is not Bound.EXACT:
            yield from hatch(stretch, setter.color("paper"))

    return rows.lay(chart, [_row(mark, lows.get(mark)) for mark in marks], setter, drawn)


def _row(mark: Mark, low: Decimal | None) -> rows.ScaleRow:
    if low is None:
        return rows.ScaleRow(mark.name, mark.value, mark.value, mark)
    return rows.ScaleRow(mark.name, low, mark.value, mark, beyond=0.0)


def starts(chart: Chart) -> dict[Mark, Decimal]:
    """Where those marks start that are ranges: at the figure beside them that is called and labeled as they are."""
    lows = {(low.name, low.label): low.value for low in chart.beside if low.role == LOW}
    return {mark: lows[mark.name, mark.label] for mark in chart.marks if (mark.name, mark.label) in lows}


def needs(chart: Chart) -> Iterator[str]:
    """One series with a range in it, each from the lower figure to the higher."""
    yield from one_series(chart, "dumbbell")
    lows = starts(chart)
    if not lows:
        yield msg("a chart of kind '{kind}' needs figures that go from one value to another: use dot", kind=chart.kind)
    for mark, low in lows.items():
        if low > mark.value:
            yield msg(
                "the range '{mark}' runs from the higher figure to the lower: change them round", mark=called(mark)
            )


def sample() -> Chart:
    """Three ranges, and a single figure among them."""
    stretches = [ranged(name, *ends) for name, ends in zip(GOODS, (("6", "9"), ("3", "8"), ("5", "6")), strict=False)]
    marks = [end for _, end in stretches]
    beside = tuple(start for start, _ in stretches)
    return percentages("range", ("毛利率", "Margin"), *marks, figure(GOODS[-1], "4"), beside=beside)


KIND = Kind(
    name="range",
    words={"zh": "区间图", "en": "Range chart"},
    shows=msg("stretches from a low figure to a high one"),
    wants="facts that are ranges (`5.2万～8.6万元`), or `low` and `y`",
    draw=draw,
    needs=needs,
    native=hidden_marks("range"),
    sample=sample,
    fields=(
        OwnField("low", "start", LOW, "the column where a range starts that ends in `y` (also within a series)"),
        AXIS,
        REFERENCE,
    ),
    sorts=True,
    gaps=True,
)
