"""Lines between two moments, one a name: who rose, who fell, and who passed whom. The scale need not start at zero."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportgen.charts.drawing.rows import RADIUS, dot
from reportgen.charts.drawing.scales import spread, stretched
from reportgen.charts.drawing.shapes import Box, Plot, Shape, Stroke
from reportgen.charts.drawing.typesetter import SetText, Typesetter
from reportgen.charts.kind import Kind, NativeForm
from reportgen.charts.marks import by_series, spotlit
from reportgen.charts.needs import whole_groups
from reportgen.charts.sample import GOODS, SHARE, named, percentages, table
from reportgen.charts.sentences import named_figure, shifts
from reportgen.document import Chart, Mark, Words
from reportgen.messages import msg

GAP = 4.4  # mm between a dot and its words
SIDES = 0.36  # of the chart, at most, for the words on one side
UNDER = 2.0  # mm under the names of the moments
BETWEEN = 0.8  # mm between words
MOST = 12
LED = 1.0  # mm from which on a hair line leads from a dot to its words
LINE, FAINT = 1.8, 1.1  # points


def draw(chart: Chart, setter: Typesetter) -> Plot:
    """The earlier figures at the left axis, names with the later ones at the right; words give way to each other."""
    before, after = by_series(chart.marks).values()
    left = {mark: _words(mark.label, mark, chart, setter) for mark in before}
    right = {mark: _words(_named(mark), mark, chart, setter) for mark in after}
    sides = [max(block.width for block in side.values()) + GAP for side in (left, right)]
    heads = [setter.tick(words, width=0.4 * setter.width) for words in chart.series]
    start = max(sides[0], heads[0].width / 2)
    end = setter.width - max(sides[1], heads[1].width / 2)
    top = max(head.height for head in heads) + UNDER
    needed = max(sum(block.height + BETWEEN for block in side.values()) for side in (left, right))
    height = max(setter.height - top, needed)
    values = [mark.value for mark in chart.marks]
    edge = 3.0
    span = stretched([(value, edge, edge) for value in values], -top - height, -top)
    points = {mark: (end if mark.series else start, -span.at(mark.value)) for mark in chart.marks}
    shapes: list[Shape] = []
    for x, head in zip((start, end), heads, strict=True):
        shapes += head.at("series", x, 0.0, align=0.5)
        shapes.append(Box("axis", x - 0.1, top, 0.2, height, setter.color("rule")))
    for one, other in sorted(zip(before, _matching(before, after), strict=True), key=lambda pair: pair[1].highlight):
        color = _color(chart, other, setter)
        width = LINE if spotlit(chart, other) else FAINT
        shapes.append(Stroke("line", (points[one], points[other]), color, width))
        shapes += (dot(mark, *points[mark], color, setter) for mark in (one, other))
    shapes += _placed(left, points, top, height, (start - GAP, 1.0), setter.color("grey"))
    shapes += _placed(right, points, top, height, (end + GAP, 0.0), setter.color("grey"))
    return Plot(tuple(shapes), top + height)


def _matching(before: Sequence[Mark], after: Sequence[Mark]) -> list[Mark]:
    later = {mark.name: mark for mark in after}
    return [later[mark.name] for mark in before]


def _words(words: Words, mark: Mark, chart: Chart, setter: Typesetter) -> SetText:
    size = setter.look.chart
    lit = spotlit(chart, mark) and any(other.highlight for other in chart.marks)
    return setter.set(words, size=float(size.label), second=float(size.second), bold=lit, width=SIDES * setter.width)


def _named(mark: Mark) -> Words:
    figure = dict(mark.label)
    return tuple((language, named_figure(name, figure[language], language)) for language, name in mark.name)


def _placed(
    blocks: Mapping[Mark, SetText],
    place: Mapping[Mark, tuple[float, float]],
    top: float,
    height: float,
    side: tuple[float, float],
    grey: str,
) -> Iterator[Shape]:
    """The words of one side beside their dots, in the order of the dots; a hair line leads to those moved away."""
    x, align = side
    order = sorted(blocks, key=lambda mark: place[mark][1])
    sizes = [blocks[mark].height + BETWEEN for mark in order]
    centers = spread([place[mark][1] for mark in order], sizes, top, top + height)
    toward = 1.0 if align else -1.0  # to the dot
    for mark, center in zip(order, centers, strict=True):
        dot_x, y = place[mark]
        if abs(center - y) > LED:
            corners = (dot_x - toward * (RADIUS + 0.3), y), (x + toward * 0.6, center)
            yield Stroke("leader", corners, grey, 0.5)
        yield from blocks[mark].at("label", x, center - blocks[mark].height / 2, align)


def _color(chart: Chart, mark: Mark, setter: Typesetter) -> str:
    return setter.color(setter.look.chart.highlight if spotlit(chart, mark) else "grey")


def needs(chart: Chart) -> Iterator[str]:
    """Two series with a figure each under every name; at most twelve names, or lines cannot be told apart."""
    yield from whole_groups(chart, 2)
    names = {mark.name for mark in chart.marks}
    if len(names) > MOST:
        yield msg(
            "a chart of kind '{kind}' shows at most {most} lines, here are {count}: use dumbbell",
            kind=chart.kind,
            most=MOST,
            count=len(names),
        )
    elif len(chart.marks) > 2 * len(names):
        yield msg(
            "a chart of kind '{kind}' has two figures for one name at one moment: give each name once", kind=chart.kind
        )


def sample() -> Chart:
    """Four goods in two years, some of which passed others."""
    marks = table(GOODS, ("42", "18", "24", "12"), ("31", "27", "20", "15"))
    return percentages("slope", SHARE, *marks, series=named(("2019年", "2019"), ("2024年", "2024")))


KIND = Kind(
    name="slope",
    words={"zh": "斜率图", "en": "Slope chart"},
    shows=msg("before and after, a line a name"),
    wants="two series, complete, up to twelve names",
    draw=draw,
    needs=needs,
    tells=shifts,
    native=NativeForm("lineChart", turned=True),
    sample=sample,
    moments=True,
)
