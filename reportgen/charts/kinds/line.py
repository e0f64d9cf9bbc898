"""A line through figures over time, its points true to time and its axis from zero."""

from __future__ import annotations

from reportgen.charts.drawing import plane
from reportgen.charts.drawing.shapes import Plot
from reportgen.charts.drawing.typesetter import Typesetter
from reportgen.charts.kind import AXIS, EVENTS, INDEX, REFERENCE, Kind, NativeForm
from reportgen.charts.marks import has_far_dates
from reportgen.charts.needs import MOST_POINTS, a_course
from reportgen.charts.sample import GROWTH, PORTS, named, percentages, years
from reportgen.charts.sentences import course
from reportgen.document import Chart
from reportgen.messages import msg


def draw(chart: Chart, setter: Typesetter) -> Plot:
    """Points joined by straight lines; where figures are missing, the line breaks."""
    return plane.draw(chart, setter, lambda points: points)


def sample() -> Chart:
    """Two ports over six years."""
    marks = years(2018, ("4.2", "5.1", "2.3", "6.4", "7.2", "7.9"), ("2.1", "1.6", "3.8", "3.5", "4.4", "4.1"))
    return percentages("line", GROWTH, *marks, series=named(*PORTS[:2]))


KIND = Kind(
    name="line",
    words={"zh": "折线图", "en": "Line chart"},
    shows=msg("a course true to time; missing figures break it"),
    wants="up to five series, times or names",
    draw=draw,
    needs=a_course,
    tells=course,
    native=NativeForm("lineChart", course=True),
    sample=sample,
    fields=(AXIS, REFERENCE, EVENTS, INDEX),
    most=MOST_POINTS,
    timed=True,
    gaps=True,
    far=has_far_dates,
)
