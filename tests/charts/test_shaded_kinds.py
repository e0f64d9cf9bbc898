"""Shades of values, classes, tiles and opinions: asked of the palette, the scales and the shapes, not of pixels."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.briefing_reader import read_look
from reportgen.charts import CHARTS
from reportgen.charts.drawing.classes import class_of, limits_of, roundest
from reportgen.charts.drawing.provinces import APART, all_names, find_province, names_of, provinces
from reportgen.charts.drawing.shading import scale_of, shade_at
from reportgen.charts.drawing.shapes import Box, TextShape
from reportgen.document import MISSING, Bound, Chart, Mark
from reportgen.template.contrast import LEAST, contrast
from reportgen.template.model import Palette
from tests.charts.samples import PERCENT, Sheet, boxes, chart, gap, mark, series, sheet, table, texts, words

PALETTES = {name: read_look(name).palette for name in ("brief", "modern", "official", "report")}
BARE = PALETTES["modern"].model_copy(update={"sequential": (), "diverging": ()})


# ---- shades ----------------------------------------------------------------------------------


@pytest.mark.parametrize("palette", [*PALETTES.values(), BARE], ids=[*PALETTES, "bare"])
@pytest.mark.parametrize("diverging", [False, True])
def test_a_figure_is_read_on_every_shade_as_people_of_weak_sight_need_it(palette: Palette, diverging: bool) -> None:
    for step in range(201):
        shade = shade_at(step / 200, palette, diverging=diverging)
        assert contrast(palette.of(shade.ink), shade.color) >= LEAST


@pytest.mark.parametrize("palette", [*PALETTES.values(), BARE], ids=[*PALETTES, "bare"])
def test_more_is_darker_and_on_a_diverging_scale_further_from_the_middle_is(palette: Palette) -> None:
    def lightness(share: float, *, diverging: bool) -> float:
        return contrast("000000", shade_at(share, palette, diverging=diverging).color)

    rising = [lightness(step / 40, diverging=False) for step in range(41)]
    assert all(after <= before + 0.1 for before, after in pairwise(rising))
    assert rising[0] - rising[-1] > 5
    for side in (0.0, 1.0):
        away = [lightness(0.5 + (side - 0.5) * step / 20, diverging=True) for step in range(21)]
        assert all(after <= before + 0.1 for before, after in pairwise(away))


def test_values_on_both_sides_of_zero_diverge_from_it_at_equal_pace() -> None:
    scale = scale_of([Decimal(-2), Decimal(8)])
    assert scale.middle == 0
    assert [scale.share(Decimal(value)) for value in (-8, -2, 0, 2, 8)] == [0.0, 0.375, 0.5, 0.625, 1.0]


def test_values_of_one_sign_go_from_the_least_to_the_most() -> None:
    scale = scale_of([Decimal(20), Decimal(60), Decimal(30)])
    assert scale.middle is None
    assert [scale.share(Decimal(value)) for value in (20, 30, 60)] == [0.0, 0.25, 1.0]


# ---- heat table --------------------------------------------------------------------------------


def heat(*marks: Mark, **more: object) -> Chart:
    return chart("heat-table", *marks, unit=PERCENT, **more)


def cell_of(made: Sheet, label: str) -> Box:
    """The shaded box round a figure."""
    (text,) = (text for text in texts(made, "label") if text.text == label)
    found = [box for box in boxes(made, "shade") if box.bounds.meets(text.bounds)]
    assert len(found) == 1
    return found[0]


def test_equal_figures_have_equal_shades_and_unequal_ones_unlike() -> None:
    made = sheet(heat(*table(("甲", "乙"), ("1", "5"), ("9", "1.0")), series=series(2)))
    assert cell_of(made, "1%").color == cell_of(made, "1.0%").color
    assert len({cell_of(made, label).color for label in ("1%", "5%", "9%")}) == 3


def test_names_stand_in_rows_and_series_over_columns() -> None:
    made = sheet(heat(*table(("甲", "乙"), ("1", "2"), ("3", "4")), series=series(2)))
    cells = {label: cell_of(made, label) for label in ("1%", "2%", "3%", "4%")}
    assert cells["1%"].y == cells["3%"].y < cells["2%"].y == cells["4%"].y
    assert cells["1%"].x == cells["2%"].x < cells["3%"].x == cells["4%"].x


def test_what_is_not_known_is_hatched_and_the_key_says_so() -> None:
    full = sheet(heat(*table(("甲", "乙"), ("1", "2"), ("3", "4")), series=series(2)))
    assert not boxes(full, "missing")
    marks = table(("甲", "乙"), ("1", "2"), ("3", "4"))
    lacking = sheet(heat(*marks[:-1], series=series(2), beside=(gap("乙", 1),)))
    assert len(boxes(lacking, "missing")) == 2  # the cell and the key
    assert [text.text for text in texts(lacking, "no-data")] == ["无数据", "No data"]


def test_a_name_without_any_figure_keeps_its_row() -> None:
    gaps = tuple(gap("乙", place) for place in (0, 1))
    made = sheet(heat(*table(("甲",), ("1",), ("3",)), series=series(2), beside=gaps))
    assert "乙" in [text.text for text in texts(made, "name")]
    assert len(boxes(made, "missing")) == 3


def test_shades_diverge_from_a_middle_that_the_author_gives() -> None:
    marks = table(("甲", "乙"), ("48", "52"), ("49", "50"))
    middle = Mark((), Decimal(50), words("50", "50"), role="middle")
    made = sheet(heat(*marks, series=series(2), beside=(middle,)))
    palette = PALETTES["modern"]
    assert cell_of(made, "48%").color == palette.diverging[0].removeprefix("#")
    assert cell_of(made, "52%").color == palette.diverging[-1].removeprefix("#")
    assert cell_of(made, "50%").color == palette.diverging[2].removeprefix("#")
    assert [text.text for text in texts(made, "value")] == ["48%", "52%", "50"]


def test_columns_of_unlike_units_are_shaded_each_by_itself_and_the_key_says_so() -> None:
    marks = table(("甲", "乙"), ("1", "2"), ("300", "400"))
    made = sheet(chart("heat-table", *marks, series=series(2), units=(PERCENT, PERCENT)))
    assert cell_of(made, "1%").color == cell_of(made, "300%").color
    assert cell_of(made, "2%").color == cell_of(made, "400%").color
    assert [text.text for text in texts(made, "value")] == ["各列由低到高", "low to high in each column"]


def test_a_figure_that_is_not_exact_stands_on_a_plate_in_a_hatched_cell() -> None:
    made = sheet(heat(mark("甲", "5", "约5%", bound=Bound.ABOUT), mark("乙", "7")))
    (plate,) = boxes(made, "plate")
    assert plate.bounds.meets(next(text for text in texts(made, "label") if text.text == "约5%").bounds)


def test_a_heat_table_has_one_middle_and_one_figure_a_cell() -> None:
    middles = tuple(Mark((), Decimal(n), words(f"{n}", f"{n}"), role="middle") for n in (1, 2))
    (told,) = CHARTS["heat-table"].problems(heat(mark("甲", "5"), beside=middles))
    assert "has one middle" in told
    (told,) = CHARTS["heat-table"].problems(heat(mark("甲", "5"), mark("甲", "6")))
    assert "'甲' has two figures in one column" in told


# ---- classes -----------------------------------------------------------------------------------


@given(st.lists(st.decimals(-1000, 1000, places=2), min_size=1, max_size=40))
def test_classes_are_few_and_equal_values_are_in_one(values: list[Decimal]) -> None:
    limits = limits_of(values)
    assert list(limits) == sorted(set(limits))
    assert len(limits) <= 5
    held = {class_of(value, limits) for value in values}
    assert held == set(range(len(limits) + 1)) or Decimal(0) in limits
    if min(values) < 0 < max(values):
        assert Decimal(0) in limits


def test_classes_hold_about_as_many_values_at_round_limits() -> None:
    limits = limits_of([Decimal(value) for value in range(1, 35)])
    assert limits == (8, 15, 20, 30)
    assert [str(limit) for limit in limits_of([Decimal("1.3"), Decimal("2.6"), Decimal("9.97")])] == ["2", "5"]


@pytest.mark.parametrize(
    ("low", "high", "round_one"),
    [("1.3", "2.6", "2"), ("3.7", "3.9", "3.8"), ("-3.7", "-3.2", "-3.5"), ("-0.2", "4", "0"), ("99", "101", "100")],
)
def test_a_limit_is_the_roundest_number_above_the_class_below(low: str, high: str, round_one: str) -> None:
    assert roundest(Decimal(low), Decimal(high)) == Decimal(round_one)


# ---- provinces ---------------------------------------------------------------------------------

BORDERS = """
HL-JL HL-NM JL-LN JL-NM LN-NM LN-HE HE-NM HE-BJ HE-TJ BJ-TJ HE-SX HE-HA HE-SD SX-NM SX-SN SX-HA SN-NM SN-NX SN-GS
SN-SC SN-CQ SN-HB SN-HA NX-NM NX-GS GS-NM GS-XJ GS-QH GS-SC QH-XJ QH-XZ QH-SC XJ-XZ XZ-SC XZ-YN SC-YN SC-GZ SC-CQ
CQ-HB CQ-HN CQ-GZ YN-GZ YN-GX GZ-HN GZ-GX HN-HB HN-JX HN-GD HN-GX GD-GX GD-JX GD-FJ GD-HK GD-MO HB-HA HB-AH HB-JX
HA-SD HA-AH SD-JS SD-AH JS-AH JS-SH JS-ZJ SH-ZJ ZJ-AH ZJ-JX ZJ-FJ AH-JX JX-FJ
"""
"""Which provinces have a border in common on land."""


def test_nine_borders_of_ten_lie_between_tiles_that_touch() -> None:
    places = {province.code: (province.column, province.row) for province in provinces()}
    touching = [
        border
        for border in BORDERS.split()
        for (x, y), (x2, y2) in [tuple(places[code] for code in border.split("-"))]
        if max(abs(x - x2), abs(y - y2)) == 1
    ]
    assert len(touching) >= 0.9 * len(BORDERS.split())


def test_there_are_34_at_places_of_their_own_and_31_on_the_mainland() -> None:
    assert len({(province.column, province.row) for province in provinces()}) == 34
    assert len([province for province in provinces() if province.code not in APART]) == 31


@pytest.mark.parametrize(
    ("name", "zh", "en"),
    [
        ("内蒙古", "内蒙古", "Inner Mongolia"),
        ("广西壮族自治区", "广西", "Guangxi"),
        ("shaanxi  province", "陕西", "Shaanxi"),
        ("Tibet Autonomous Region", "西藏", "Tibet"),
        ("Hong Kong SAR", "香港", "Hong Kong"),
        ("ＢＥＩＪＩＮＧ", "北京", "Beijing"),
    ],
)
def test_a_province_is_known_by_its_names_in_either_language(name: str, zh: str, en: str) -> None:
    assert names_of(name) == (("zh", zh), ("en", en))


def test_every_name_is_known_and_no_two_provinces_share_one() -> None:
    assert all(find_province(name) for name in all_names())
    assert len({name.casefold() for name in all_names()}) == len(all_names())
    assert names_of("海南藏族自治州") is None


# ---- tile map ------------------------------------------------------------------------------------


def tiles(*marks: Mark, **more: object) -> Chart:
    return chart("tile-map", *marks, unit=PERCENT, **more)


def tile_of(made: Sheet, name: str) -> Box:
    (text,) = (text for text in texts(made, "name") if text.text == name)
    (found,) = (box for box in (*boxes(made, "tile"), *boxes(made, "missing")) if box.bounds.meets(text.bounds))
    return found


def test_a_tile_is_called_by_its_short_name_whatever_name_was_typed() -> None:
    made = sheet(tiles(mark("Guangxi Zhuang Autonomous Region", "5"), mark("西藏自治区", "7")))
    assert {"广西", "Guangxi", "西藏", "Xizang"} <= {text.text for text in texts(made, "name")}


def test_tiles_without_a_figure_are_hatched_and_31_leave_three_out() -> None:
    marks = [mark(province.zh, str(place)) for place, province in enumerate(provinces()) if province.code not in APART]
    assert len(boxes(sheet(tiles(*marks)), "missing")) == 4  # three tiles, and the key
    few = sheet(tiles(*marks, options=(("tiles", "31"),)))
    assert not boxes(few, "missing")
    assert len(boxes(few, "tile")) == 31


def test_a_figure_at_a_limit_is_in_the_class_that_starts_there() -> None:
    limits = tuple(Mark((), Decimal(n), words(f"{n}", f"{n}"), role="limit") for n in (10, 20))
    made = sheet(tiles(mark("江西", "9.9"), mark("浙江", "10"), mark("福建", "19"), mark("广东", "20"), beside=limits))
    keys = [box.color for box in boxes(made, "key")]
    assert len(set(keys)) == 3
    assert [tile_of(made, name).color for name in ("江西", "浙江", "福建", "广东")] == [keys[n] for n in (0, 1, 1, 2)]
    assert [text.text for text in texts(made, "value")] == ["10", "20"]


def test_classes_below_zero_are_of_the_other_color() -> None:
    made = sheet(tiles(mark("江西", "-5"), mark("浙江", "5"), mark("福建", "1")))
    palette = PALETTES["modern"]
    assert tile_of(made, "浙江").color == palette.diverging[-1].removeprefix("#")
    red, _, blue = bytes.fromhex(tile_of(made, "江西").color)
    assert red > blue


def test_a_map_is_of_one_series_and_one_figure_a_province() -> None:
    def told(*marks: Mark, **more: object) -> str:
        return next(CHARTS["tile-map"].problems(tiles(*marks, **more)), "")

    assert "no place of this map is called 'Atlantis'" in told(mark("Atlantis", "1"))
    assert "two figures are of 'Jiangxi'" in told(mark("江西", "1"), mark("Jiangxi", "2"))
    assert "31 tiles leave out '香港'" in told(mark("香港", "1"), options=(("tiles", "31"),))
    assert told(mark("香港", "1")) == ""


# ---- diverging stack -------------------------------------------------------------------------------


def opinion(*columns: str, **more: object) -> Chart:
    """One name, an answer a column."""
    marks = table(("甲",), *((column,) for column in columns))
    return chart("diverging-stack", *marks, series=series(len(columns)), unit=PERCENT, **more)


def pieces(made: Sheet) -> list[Box]:
    return sorted(boxes(made, "piece"), key=lambda piece: piece.x)


def line_of(made: Sheet, role: str = "zero") -> float:
    (line,) = boxes(made, role)
    return line.x + line.width / 2


def test_answers_against_end_and_answers_for_start_at_the_line_in_their_order() -> None:
    made = sheet(opinion("10", "20", "30", "40"))
    one, two, three, four = pieces(made)
    assert two.bounds.right == pytest.approx(line_of(made), abs=0.4)
    assert three.x == pytest.approx(line_of(made), abs=0.1)
    assert [round(piece.width / one.width) for piece in (one, two, three, four)] == [1, 2, 3, 4]


def test_a_neutral_answer_lies_half_on_either_side_of_the_line() -> None:
    made = sheet(opinion("10", "40", "30"))
    _, neutral, _ = pieces(made)
    assert neutral.x + neutral.width / 2 == pytest.approx(line_of(made, "middle"), abs=0.3)


def test_a_neutral_answer_apart_starts_at_a_line_of_its_own_behind_the_others() -> None:
    made = sheet(opinion("10", "40", "30", options=(("neutral", "apart"),)))
    against, favor, neutral = pieces(made)
    assert against.bounds.right == pytest.approx(favor.x, abs=0.4)
    assert neutral.x > favor.bounds.right + 3
    assert sorted(line.x + 0.1 for line in boxes(made, "zero")) == pytest.approx([favor.x, neutral.x], abs=0.1)


def test_without_room_for_shares_an_axis_tells_them_on_both_sides_without_signs() -> None:
    made = sheet(opinion("1", "1", "49", "49"))
    values = [text.text for text in texts(made, "value")]
    assert values
    assert not any("−" in value or "-" in value for value in values)


def test_shares_that_exceed_all_and_neutral_answers_of_an_even_number_are_refused() -> None:
    (told,) = CHARTS["diverging-stack"].problems(opinion("60", "41"))
    assert "exceed" in told
    (told,) = CHARTS["diverging-stack"].problems(opinion("60", "40", options=(("neutral", "split"),)))
    assert "no neutral one" in told


def test_words_in_pieces_are_read_as_people_of_weak_sight_need_it() -> None:
    for count in range(2, 6):
        made = sheet(opinion(*(["20"] * count)))
        for piece in pieces(made):
            for text in texts(made, "label"):
                if text.bounds.meets(piece.bounds, -0.2):
                    assert contrast(text.color, piece.color) >= LEAST


def test_every_figure_of_every_shaded_sample_is_read_on_its_ground() -> None:
    for kind in ("heat-table", "tile-map"):
        made = sheet(CHARTS[kind].sample())
        grounds = [*boxes(made, "shade"), *boxes(made, "tile")]
        told: list[TextShape] = texts(made, "label")
        assert told
        for text in told:
            (ground,) = (box for box in grounds if box.bounds.meets(text.bounds, -0.1))
            assert contrast(text.color, ground.color) >= LEAST


def test_missing_figures_are_beside_the_marks_of_kinds_that_show_them_and_of_no_others() -> None:
    lacking = replace(gap("甲"), role=MISSING)
    assert not list(CHARTS["heat-table"].problems(heat(mark("甲", "1"), beside=(lacking,))))
    (told,) = CHARTS["donut"].problems(chart("donut", mark("甲", "1"), beside=(lacking,)))
    assert "no marks that are 'missing'" in told
