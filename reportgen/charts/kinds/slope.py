"""Lines between two moments, one a name: who rose, who fell, and who passed whom. The scale need not start at zero."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.charts.drawing.rows import RADIUS, dot
from reportgen.charts.drawing.scales import spread, stretched
from reportgen.charts.drawing.shapes import Box, Plot, Shape, Stroke
from reportgen.charts.drawing.typesetter import SetText, Typesetter
from reportgen.charts.kind import Kind, NativeForm
from reportgen.charts.marks import by_name, by_series, spotlit
from reportgen.charts.needs import several_series, whole_groups
from reportgen.charts.sample import GOODS, SHARE, named, percentages, table
from reportgen.charts.sentences import named_figure, opened, shifts, word
from reportgen.document import MISSING, Chart, Mark, Words
from reportgen.messages import msg

GAP = 4.4  # mm between a dot and its words
SIDES = 0.36  # of the chart, at most, for the words on one side
UNDER = 2.0  # mm under the names of the moments
BETWEEN = 0.8  # mm between words
FOOT = 2.0  # mm over the names that have no figure
MOST = 12
LED = 1.0  # mm from which on a hair line leads from a dot to its words
LINE, FAINT = 1.8, 1.1  # points


def draw(chart: Chart, setter: Typesetter) -> Plot:
    """The earlier figures at the left axis, names with the later ones at the right; words give way to each other."""
    sides_of = by_series(chart.marks)
    before, after = (sides_of.get(series, ()) for series in (0, 1))
    pairs = [(one, other) for one in before for other in after if one.name == other.name]
    joined = {mark for pair in pairs for mark in pair}
    left = {mark: _told(mark, chart, setter, named=mark not in joined, alone=mark not in joined) for mark in before}
    right = {mark: _told(mark, chart, setter, named=True, alone=mark not in joined) for mark in after}
    sides = [max((block.width for block in side.values()), default=0.0) + GAP for side in (left, right)]
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
    for one, other in sorted(pairs, key=lambda pair: pair[1].highlight):
        color = _color(chart, other, setter)
        width = LINE if spotlit(chart, other) else FAINT
        shapes.append(Stroke("line", (points[one], points[other]), color, width))
        shapes += (dot(mark, *points[mark], color, setter) for mark in (one, other))
    shapes += (
        dot(mark, *points[mark], _color(chart, mark, setter), setter) for mark in chart.marks if mark not in joined
    )
    shapes += _placed(left, points, top, height, (start - GAP, 1.0), setter.color("grey"))
    shapes += _placed(right, points, top, height, (end + GAP, 0.0), setter.color("grey"))
    if unknown := _unknown(chart, setter):
        shapes += unknown.at("no-data", 0.0, top + height + FOOT)
        height += FOOT + unknown.height
    return Plot(tuple(shapes), top + height)


def _told(mark: Mark, chart: Chart, setter: Typesetter, *, named: bool, alone: bool) -> SetText:
    """A figure, with its name where the other end does not tell it; of one that stands alone, that the other is not
    known."""
    words = _named(mark) if named else mark.label
    if not alone:
        return _words(words, mark, chart, setter)
    other = dict(chart.series[1 - mark.series])
    return _words(
        tuple(
            (language, said)
            for language, text in words
            for said in (text, opened(word("missing", language, names=other[language])))
        ),
        mark,
        chart,
        setter,
    )


def _unknown(chart: Chart, setter: Typesetter) -> SetText | None:
    """Under the lines, the names that have no figure at all."""
    known = {mark.name for mark in chart.marks}
    names = list(dict.fromkeys(mark.name for mark in chart.in_role(MISSING) if mark.name not in known))
    told = tuple(
        (
            language,
            word("missing", language, names=word("comma", language).join(dict(name)[language] for name in names)),
        )
        for language in chart.languages
    )
    return setter.tick(told, width=setter.width) if names else None


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
    if wrong := list(several_series(chart, 2)):
        yield from wrong
        return
    if not chart.in_role(MISSING):
        yield from whole_groups(chart, 2)
    elif all(len(group) < 2 for group in by_name(chart.marks)):
        yield msg("a chart of kind '{kind}' needs a name with both figures: use bars", kind=chart.kind)
    names = {mark.name for mark in (*chart.marks, *chart.in_role(MISSING))}
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


def limits(chart: Chart) -> Iterator[str]:
    """Word has no line with one end."""
    if chart.in_role(MISSING):
        yield msg("Word has no place for the words that a figure is not known")


def sample() -> Chart:
    """Four goods in two years, some of which passed others."""
    marks = table(GOODS, ("42", "18", "24", "12"), ("31", "27", "20", "15"))
    return percentages("slope", SHARE, *marks, series=named(("2019年", "2019"), ("2024年", "2024")))


KIND = Kind(
    name="slope",
    words={"zh": "斜率图", "en": "Slope chart"},
    shows=msg("before and after, a line a name"),
    wants="two series, up to twelve names",
    draw=draw,
    needs=needs,
    tells=shifts,
    native=NativeForm("lineChart", turned=True, limits=limits),
    sample=sample,
    moments=True,
    gaps=True,
)
