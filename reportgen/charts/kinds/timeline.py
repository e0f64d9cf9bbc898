"""What happened when, down the page: dots true to time, dates and words beside them that give way to each other.

A mark's label is its time as printed, its name what happened; its `when` is its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.charts.drawing.scales import spread, stretched
from reportgen.charts.drawing.shapes import Box, Dot, Plot, Shape, Stroke
from reportgen.charts.drawing.typesetter import Typesetter
from reportgen.charts.kind import Kind, hidden_marks
from reportgen.charts.marks import called, spotlit
from reportgen.charts.needs import one_series
from reportgen.charts.sample import LANGUAGES, words
from reportgen.charts.sentences import FEW, ends, everything, timed
from reportgen.document import Chart, Mark
from reportgen.messages import msg

AXIS = 2.0  # mm from the left to the line of time
DATED = 12.0  # mm from the left to the dates
GAP = 5.0  # mm between dates and what happened
BETWEEN = 2.4  # mm between happenings
DATES = 0.28  # of the chart, at most, for the dates
RADIUS = 1.4
EACH = 11.0  # mm for a happening, where the template's height allows


def draw(chart: Chart, setter: Typesetter) -> Plot:
    """The earliest at the top."""
    marks = sorted(chart.marks, key=lambda mark: mark.when or Decimal(0))
    dates = [setter.label(mark, bold=True, color="accent", width=DATES * setter.width) for mark in marks]
    left = DATED + max(block.width for block in dates) + GAP
    happened = [setter.name(mark.name, width=setter.width - left) for mark in marks]
    heights = [max(date.height, word.height) + BETWEEN for date, word in zip(dates, happened, strict=True)]
    height = max(sum(heights), min(setter.height, EACH * len(marks)))
    ends = [(mark.when or Decimal(0), 0.0, 0.0) for mark in marks]
    # The outermost dots stand beside the first lines of the outermost words.
    span = stretched(ends, heights[0] / 2, height - heights[-1] / 2)
    points = [span.at(mark.when or Decimal(0)) for mark in marks]
    centers = spread(points, heights, 0.0, height)
    shapes: list[Shape] = [Box("axis", AXIS - 0.2, points[0], 0.4, points[-1] - points[0], setter.color("rule"))]
    for mark, point, center, date, word in zip(marks, points, centers, dates, happened, strict=True):
        color = setter.color(setter.look.chart.highlight if spotlit(chart, mark) else "grey")
        corners = (AXIS, point), (AXIS + 4.0, point), (DATED - 3.5, center), (DATED - 1.2, center)
        shapes.append(Stroke("leader", corners, setter.color("rule"), 0.6))
        shapes.append(Dot("dot", AXIS, point, RADIUS, color, setter.color("paper") if mark.status else ""))
        top = center - max(date.height, word.height) / 2
        shapes += date.at("label", DATED, top)
        shapes += word.at("name", left, top)
    return Plot(tuple(shapes), height)


def needs(chart: Chart) -> Iterator[str]:
    """Happenings that each have a time."""
    yield from one_series(chart, "small-multiples")
    for mark in chart.marks:
        if mark.when is None:
            yield msg(
                "mark '{mark}' has no date, and a chart of kind '{kind}' stands by dates",
                mark=called(mark),
                kind=chart.kind,
            )


def tells(chart: Chart, language: str) -> list[str]:
    """What happened first and last, where that is much."""
    if len(chart.marks) <= FEW:
        return everything(chart, language)
    return [ends(chart, timed(chart.marks), language)]


def sample() -> Chart:
    """Three happenings, unevenly apart."""
    happened = (
        ("1998", "东港开港", "East Port opened"),
        ("2009", "铁路通车", "The railway opened"),
        ("2012", "西港开港", "West Port opened"),
    )
    marks = (
        Mark(words(zh, en), Decimal(year), words(f"{year}年", year), when=Decimal(year)) for year, zh, en in happened
    )
    return Chart("timeline", LANGUAGES, tuple(marks))


KIND = Kind(
    name="timeline",
    words={"zh": "时间轴", "en": "Timeline"},
    shows=msg("what happened when, down the page"),
    wants="facts with times; or a table whose `y` is told in columns `y_zh` and `y_en`",
    draw=draw,
    needs=needs,
    tells=tells,
    native=hidden_marks("timeline"),
    sample=sample,
    most=20,
    events=True,
    scale="none",
)
