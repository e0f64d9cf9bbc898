"""China's provinces as tiles of one size, each near its neighbors, shaded by the class of its figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.charts.drawing.classes import class_of, limits_of
from reportgen.charts.drawing.no_data import no_data_box, no_data_key
from reportgen.charts.drawing.provinces import APART, Province, all_names, find_province, names_of, provinces
from reportgen.charts.drawing.shaded import shaded
from reportgen.charts.drawing.shading import Shade, shade_at
from reportgen.charts.drawing.shapes import Box, Plot, Shape
from reportgen.charts.drawing.ticks import in_unit
from reportgen.charts.drawing.typesetter import SetText, Typesetter
from reportgen.charts.kind import Gazetteer, Kind, OwnField, no_such_chart
from reportgen.charts.marks import called
from reportgen.charts.needs import one_series
from reportgen.charts.sample import GROWTH, figure, percentages
from reportgen.charts.sentences import FEW, everything, extremes, word
from reportgen.document import Chart, Mark, Words
from reportgen.messages import msg

LIMIT = "limit"
"""The role of a figure at which a class starts."""

SEAM = 0.7  # mm of paper between tiles
WIDEST = 21.0  # mm: a tile
LOWEST = 9.0  # mm
AIR = 1.8  # mm in a tile that are not words
STEP, STEP_HEIGHT = 13.0, 3.0  # mm: a class in the key
UNDER = 0.6  # mm between the key and its figures
MOST_CLASSES = 7


def draw(chart: Chart, setter: Typesetter) -> Plot:
    """The tiles, those without a figure hatched; the key stands where the grid is empty, at its top left."""
    shown = _shown(chart)
    known = {found.code: mark for mark in chart.marks if (found := _province(mark))}
    limits = _limits(chart)
    shades = _shades(chart, limits, setter)
    width = min(setter.width / (1 + max(province.column for province in shown)), WIDEST)
    blocks = {
        province: _words(province, known.get(province.code), chart, shades, limits, setter, width) for province in shown
    }
    height = max(LOWEST, *(name.height + (label.height if label else 0.0) + AIR for name, label in blocks.values()))
    left = (setter.width - width * (1 + max(province.column for province in shown))) / 2
    key = list(_key(chart, limits, shades, setter, lacking=any(province.code not in known for province in shown)))
    top = _room_for(key, shown, left, width, height)
    shapes = [*key]
    for province, (name, label) in blocks.items():
        x, y = left + province.column * width, top + province.row * height
        box = Box("tile", x + SEAM / 2, y + SEAM / 2, width - SEAM, height - SEAM, "")
        mark = known.get(province.code)
        if mark is None or label is None:
            shapes += _without(box, name, setter)
        else:
            shade = shades[class_of(mark.value, limits)]
            shapes += shaded(mark, Box("tile", box.x, box.y, box.width, box.height, shade.color), label, setter, name)
    return Plot(tuple(shapes), top + height * (1 + max(province.row for province in shown)))


def _shown(chart: Chart) -> Sequence[Province]:
    """All, or those of the mainland where the author wants 31."""
    few = chart.option("tiles") == "31"
    return [province for province in provinces() if not (few and province.code in APART)]


def _province(mark: Mark) -> Province | None:
    return next((found for _, text in mark.name if (found := find_province(text))), None)


def _words(
    province: Province,
    mark: Mark | None,
    chart: Chart,
    shades: Sequence[Shade],
    limits: Sequence[Decimal],
    setter: Typesetter,
    width: float,
) -> tuple[SetText, SetText | None]:
    """What stands in a tile, in the ink that is read there: its name, and its figure if there is one."""
    look, room = setter.look.chart, width - SEAM - 0.8
    ink = shades[class_of(mark.value, limits)].ink if mark else "ink"
    name = setter.set(
        _called(province, mark, chart),
        size=float(look.axis),
        second=float(look.smallest),
        color=ink,
        second_color=ink,
        bold=bool(mark and mark.highlight),
        width=room,
    )
    if mark is None:
        return name, None
    label = setter.set(
        mark.label,
        size=float(look.label),
        second=float(look.second),
        color=ink,
        second_color=ink,
        bold=True,
        width=room,
    )
    return name, label


def _called(province: Province, mark: Mark | None, chart: Chart) -> Words:
    """The short name in each language, after the name that the author chose; a further language's own words."""
    own = dict(mark.name) if mark else {}
    standard = {"zh": province.zh, "en": province.en}
    for language, text in own.items():
        standard[language] = dict(names_of(text) or ()).get(language, text)
    return tuple((language, standard[language]) for language in chart.languages if language in standard)


def _without(box: Box, name: SetText, setter: Typesetter) -> Iterator[Shape]:
    """A hatched tile, its name on paper."""
    yield from no_data_box(box, setter)
    x, y = box.x + box.width / 2, box.y + (box.height - name.height) / 2
    yield Box("plate", x - name.width / 2 - 0.6, y - 0.2, name.width + 1.2, name.height + 0.4, setter.color("paper"))
    yield from name.at("name", x, y, align=0.5)


# ---- classes ---------------------------------------------------------------------------------


def _limits(chart: Chart) -> tuple[Decimal, ...]:
    """Where classes start: where the author says, else at round figures between classes of about as many tiles."""
    given = sorted(mark.value for mark in chart.in_role(LIMIT))
    return tuple(given) or limits_of([mark.value for mark in chart.marks])


def _shades(chart: Chart, limits: Sequence[Decimal], setter: Typesetter) -> Sequence[Shade]:
    """A shade a class; where zero parts classes, those below it diverge from those above."""
    palette, count = setter.look.palette, len(limits) + 1
    if Decimal(0) not in limits or not any(mark.value < 0 for mark in chart.marks):
        return [shade_at(place / max(count - 1, 1), palette, diverging=False) for place in range(count)]
    below = limits.index(Decimal(0)) + 1
    most = max(below, count - below)
    steps = [place - below + (place >= below) for place in range(count)]  # …, -2, -1, 1, 2, …
    return [shade_at(0.5 + 0.5 * step / most, palette, diverging=True) for step in steps]


# ---- the key ---------------------------------------------------------------------------------


def _key(
    chart: Chart, limits: Sequence[Decimal], shades: Sequence[Shade], setter: Typesetter, *, lacking: bool
) -> Iterator[Shape]:
    """A box a class, the figures between them at their seams, and under them what hatching means."""
    y = STEP_HEIGHT
    for place, shade in enumerate(shades):
        yield Box("key", place * STEP, 0.0, STEP - 0.3, STEP_HEIGHT, shade.color)
    blocks = [setter.tick(words) for words in _told(chart, limits)]
    for place, block in enumerate(blocks, 1):
        yield Box("tick", place * STEP - 0.25, STEP_HEIGHT, 0.2, UNDER, setter.color("grey"))
        yield from block.at("value", place * STEP - 0.15, STEP_HEIGHT + UNDER, align=0.5)
    y += UNDER + max((block.height for block in blocks), default=0.0) + 1.0
    if lacking:
        yield from no_data_key(chart.languages, setter, (0.0, y), (STEP - 0.3, STEP_HEIGHT))


def _told(chart: Chart, limits: Sequence[Decimal]) -> list[Words]:
    """The figures at which classes start, bare where a unit is shared."""
    given = {mark.value: mark.label for mark in chart.in_role(LIMIT)}
    return [in_unit(chart, limit) if chart.unit else given.get(limit, ()) for limit in limits]


def _room_for(key: Sequence[Shape], shown: Sequence[Province], left: float, width: float, height: float) -> float:
    """How far down the grid starts, so that no tile touches the key."""
    right = max(shape.bounds.right for shape in key) + 3.0
    bottom = max(shape.bounds.bottom for shape in key) + 3.0
    rows = [province.row for province in shown if left + province.column * width < right]
    return max(0.0, bottom - min(rows, default=0) * height)


# ---- what it takes ---------------------------------------------------------------------------


def needs(chart: Chart) -> Iterator[str]:
    """One figure a province; none of those that 31 tiles leave out; few enough classes."""
    yield from one_series(chart, "heat-table")
    seen: dict[str, Mark] = {}
    shown = {province.code for province in _shown(chart)}
    for mark in chart.marks:
        found = _province(mark)
        if found is None:
            yield msg("no place of this map is called '{name}'", name=called(mark))
        elif found.code in seen:
            yield msg("two figures are of '{mark}': a map shows one", mark=called(mark))
        elif found.code not in shown:
            yield msg("31 tiles leave out '{mark}': write tiles: 34", mark=called(mark))
        if found:
            seen.setdefault(found.code, mark)
    if len(chart.in_role(LIMIT)) >= MOST_CLASSES:
        yield msg("a chart of kind '{kind}' shows at most seven classes: give it fewer limits", kind=chart.kind)


def tells(chart: Chart, language: str) -> list[str]:
    """The highest figure and the lowest, and which provinces have none."""
    told = everything(chart, language) if len(chart.marks) <= FEW else [extremes(chart, chart.marks, language)]
    known = {found.code for mark in chart.marks if (found := _province(mark))}
    names = [dict(_called(one, None, chart)).get(language, one.zh) for one in _shown(chart) if one.code not in known]
    lacks = [word("missing", language, names=word("comma", language).join(names))] if names else []
    return [*told, *lacks]


def sample() -> Chart:
    """Growth made up for most provinces."""
    shown = [province for province in provinces() if province.code not in APART and province.code != "XZ"]
    marks = (
        figure((province.zh, province.en), str(Decimal((place * 37) % 113 - 21) / 10))
        for place, province in enumerate(shown)
    )
    return percentages("tile-map", GROWTH, *marks)


GAZETTEER = Gazetteer(names_of, all_names)

KIND = Kind(
    name="tile-map",
    words={"zh": "方块地图", "en": "Tile map"},
    shows=msg("China's provinces as tiles in classes of shades; those without a figure are hatched"),
    wants="a figure a province, named in either language, in short or officially; classes of about as many tiles at "
    "round figures, unless `classes` says where they start",
    draw=draw,
    needs=needs,
    tells=tells,
    native=no_such_chart("tile-map"),
    sample=sample,
    fields=(
        OwnField("tiles", "choice", "", "`34` (as unset), or `31` without Hong Kong, Macao and Taiwan", ("31", "34")),
        OwnField("classes", "figures", LIMIT, "the figures at which classes start, but for the lowest: `[2, 5, 10]`"),
    ),
    bare=True,
    narrowest=lambda _: 120,
    gazetteer=GAZETTEER,
)
