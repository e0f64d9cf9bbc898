"""The frame round a kind's plot: its measure stands over the plot, its note under it. The title is the caption's.
Nothing is drawn here, and no font is known.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from reportgen.charts.drawing.printed_size import printed_size
from reportgen.charts.drawing.shapes import Plot, Shape, lowered
from reportgen.charts.drawing.typesetter import FontMetrics, SetText, Typesetter
from reportgen.charts.kind import Kind
from reportgen.document import Chart, Words
from reportgen.records import record
from reportgen.template.model import Look

MEASURE_GAP = 3.0  # mm between the measure line and the plot
NOTE_GAP = 2.5
EDGE = 0.6  # mm of paper over the first line, under the last, and at the right
TALLEST = 0.92  # of the page between its margins: the caption stands on the same page


@record
class Framed:
    """A laid-out chart: the measure line, the plot and the note, and how high they are together, in millimeters."""

    measure: SetText
    plot: Plot
    note: SetText
    width: float
    height: float
    too_high: int  # millimeters over what a page holds

    def shapes(self) -> Iterator[Shape]:
        """Everything on it, in place."""
        top = EDGE + (self.measure.height + MEASURE_GAP if self.measure.lines else 0.0)
        bottom = top + self.plot.height + (NOTE_GAP if self.note.lines else 0.0)
        yield from self.measure.at("measure", 0.0, EDGE)
        yield from lowered(self.plot.shapes, top)
        yield from self.note.at("note", 0.0, bottom)


def framed(chart: Chart, kind: Kind, look: Look, metrics: FontMetrics) -> Framed:
    """The chart laid out with the measures of a font; its kind's problems must have found none."""
    printed = printed_size(chart, look)
    setter = Typesetter(look, metrics, float(printed.width) - EDGE, float(printed.height))
    measure = _small(chart.measure, float(look.chart.measure), setter)
    note = _small(chart.note, float(look.chart.note), setter)
    plot = kind.draw(chart, setter)
    top = EDGE + (measure.height + MEASURE_GAP if measure.lines else 0.0)
    height = top + plot.height + (NOTE_GAP if note.lines else 0.0) + note.height + EDGE
    room = TALLEST * float(look.page.height - look.page.top - look.page.bottom)
    return Framed(measure, plot, note, float(printed.width), height, max(0, math.ceil(height - room)))


def _small(words: Words, size: float, setter: Typesetter) -> SetText:
    return setter.set(words, size=size, second=float(setter.look.chart.second), color="grey", width=setter.width)
