"""Series are named at their marks; a key stands only where measured widths show that no such placing fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise

import pytest

from reportgen.charts import CHARTS
from reportgen.charts.drawing.labels import crosses
from reportgen.charts.drawing.shapes import Box, Stroke, TextShape
from reportgen.charts.marks import in_languages
from reportgen.document import Chart, Mark, Words
from tests.charts.samples import BOTH, EDITIONS, PERCENT, Sheet, boxes, dots, sheet, texts, words

SHORT = (words("茶叶", "Tea"), words("丝绸", "Silk"), words("瓷器", "Porcelain"), words("纸张", "Paper"))
LONG = (
    words("规模以上高新技术制造业企业", "High-tech manufacturers above designated size"),
    words("专精特新“小巨人”企业", "Specialized “little giant” enterprises"),
    words("独角兽企业", "Unicorns"),
    words("其他企业（含未分类）", "Other enterprises, unclassified ones included"),
    words("外资企业", "Foreign-funded"),
)
REGIONS = (
    words("东部沿海地区各国家级高新区", "National zones in the eastern coastal region"),
    words("中部", "Central region"),
    words("西部", "West"),
)
COLUMNS = ("42", "31", "22"), ("25", "28", "30"), ("12", "9", "20"), ("9", "22", "8"), ("6", "5", "14")
LYING = ("stacked-100", "diverging-stack")


def several(kind: str, series: Sequence[Words], names: Sequence[Words] = REGIONS, **more: object) -> Chart:
    marks = (
        Mark(
            name,
            Decimal(COLUMNS[place][row]),
            words(f"{COLUMNS[place][row]}%", f"{COLUMNS[place][row]}%"),
            series=place,
        )
        for row, name in enumerate(names)
        for place in range(len(series))
    )
    return Chart(kind, BOTH, tuple(marks), series=tuple(series), unit=PERCENT, **more)  # type: ignore[arg-type]


def without(spec: Chart, name: Words, series: int) -> Chart:
    return replace(spec, marks=tuple(one for one in spec.marks if (one.name, one.series) != (name, series)))


def crowded() -> Iterator[Chart]:
    """Every kind with names of every length, on wide pages and in narrow columns."""
    for series in (SHORT[:2], SHORT[:3], LONG[:2], LONG[:3], LONG):
        for kind in ("grouped", "stacked", "stacked-100", "diverging-stack"):
            for names in (REGIONS, SHORT[:3]):
                yield several(kind, series, names)
        if len(series) == 2:
            yield several("dumbbell", series)
            yield several("before-after", series)


def middle(text: TextShape) -> float:
    return (text.bounds.left + text.bounds.right) / 2


def leaders(made: Sheet) -> list[Stroke]:
    return [shape for shape in made.shapes if isinstance(shape, Stroke) and shape.role == "leader"]


@pytest.mark.parametrize("languages", EDITIONS)
@pytest.mark.parametrize("kind", [kind for kind in CHARTS if kind not in ("donut", "share", "heat-table", "tile-map")])
def test_no_sample_needs_a_key(kind: str, languages: tuple[str, ...]) -> None:
    assert not boxes(sheet(in_languages(CHARTS[kind].sample(), languages)), "key")


@pytest.mark.parametrize("width", [None, Decimal(78)])
@pytest.mark.parametrize("languages", EDITIONS)
def test_names_of_any_length_meet_nothing_and_are_not_clipped(
    languages: tuple[str, ...], width: Decimal | None
) -> None:
    for spec in crowded():
        made = sheet(replace(in_languages(spec, languages), width_mm=width))
        said = texts(made)
        for one, other in combinations(said, 2):
            assert not one.bounds.meets(other.bounds, -0.25), (spec.kind, one.text, other.text)
        for one in said:
            assert one.bounds.left >= -0.01, (spec.kind, one.text)
            assert one.bounds.right <= made.width, (spec.kind, one.text)
            for start, end in (step for line in leaders(made) for step in pairwise(line.points)):
                assert not crosses(start, end, one.bounds, -0.35), (spec.kind, one.text)


@pytest.mark.parametrize("kind", LYING)
def test_lying_stacks_are_named_over_the_pieces_of_their_first_row(kind: str) -> None:
    made = sheet(replace(in_languages(several(kind, LONG[:3]), ("en",)), width_mm=Decimal(78)))
    first = boxes(made, "piece")[:3]
    assert not boxes(made, "key")
    assert max(text.bounds.bottom for text in texts(made, "series")) < first[0].y
    for line, piece in zip(leaders(made), first, strict=True):
        end_x, end_y = line.points[-1]
        assert piece.x < end_x < piece.x + piece.width
        assert end_y == pytest.approx(piece.y, abs=0.4)
        assert line.color in (piece.color, "5B6B78")


def test_names_wider_than_their_pieces_take_two_levels() -> None:
    made = sheet(replace(in_languages(several("diverging-stack", LONG), BOTH), width_mm=Decimal(78)))
    assert len({round(line.points[0][1], 2) for line in leaders(made)}) == 2


def test_a_first_row_without_a_part_leaves_the_names_to_the_longest_that_has_all() -> None:
    spec = replace(several("stacked", LONG[:3]), width_mm=Decimal(78))
    lacking = sheet(in_languages(without(spec, REGIONS[0], 1), ("en",)))
    rows = texts(lacking, "name")
    tops = [min(text.bounds.top for text in rows if text.text.startswith(start)) for start in ("Central", "West")]
    assert not boxes(lacking, "key")
    assert all(tops[0] < text.bounds.top < tops[1] for text in texts(lacking, "series"))


def test_columns_whose_last_lacks_a_part_are_named_beside_the_first() -> None:
    made = sheet(in_languages(without(several("stacked", SHORT[:3], SHORT[:3]), SHORT[2], 1), ("en",)))
    first = boxes(made, "piece")[0]
    assert not boxes(made, "key")
    assert {text.text for text in texts(made, "series")} == {"Tea", "Silk", "Porcelain"}
    assert all(text.bounds.right < first.x for text in texts(made, "series"))


def test_narrow_names_stand_on_the_figures_of_the_first_group() -> None:
    made = sheet(in_languages(several("grouped", SHORT[:2], SHORT[:3]), ("en",)))
    for text, bar in zip(texts(made, "series"), boxes(made, "bar"), strict=False):
        assert middle(text) == pytest.approx(bar.x + bar.width / 2)
    assert not leaders(made)


def test_a_group_that_lacks_a_series_names_none() -> None:
    spec = several("grouped", SHORT[:2], SHORT[:3])
    made = sheet(in_languages(without(spec, SHORT[0], 1), ("en",)))
    second = boxes(made, "bar")[1]
    assert min(text.bounds.left for text in texts(made, "series")) > second.x - 10


def test_names_wider_than_their_columns_stand_over_them_with_a_line_to_each() -> None:
    made = sheet(in_languages(several("grouped", LONG[:3], SHORT[:3]), ("en",)))
    bars = boxes(made, "bar")[:3]
    assert not boxes(made, "key")
    assert [line.points[-1][0] for line in leaders(made)] == pytest.approx([bar.x + bar.width / 2 for bar in bars])


def test_bars_hold_the_names_of_their_series_where_these_fit_and_else_lead_to_them() -> None:
    held = sheet(in_languages(several("before-after", SHORT[:2]), ("en",)))
    for text, bar in zip(texts(held, "series"), boxes(held, "bar"), strict=False):
        assert bar.x < text.bounds.left
        assert text.bounds.right < bar.x + bar.width
    behind = sheet(replace(in_languages(several("grouped", SHORT), BOTH), width_mm=Decimal(78)))
    assert not boxes(behind, "key")
    for bar, zh in zip(
        boxes(behind, "bar"), (text for text in texts(behind, "series") if text.language == "zh"), strict=False
    ):
        assert zh.bounds.left > bar.x + bar.width


def test_two_dots_are_named_over_the_first_row() -> None:
    made = sheet(in_languages(several("dumbbell", SHORT[:2]), ("en",)))
    first = dots(made)[:2]
    assert [middle(text) for text in texts(made, "series")] == pytest.approx(sorted(dot.x for dot in first), abs=3)
    assert {line.color for line in leaders(made)} == {dot.color for dot in first}


def test_names_that_fit_nowhere_stand_in_a_key() -> None:
    made = sheet(in_languages(several("grouped", LONG), ("en",)))
    assert len([shape for shape in boxes(made, "key") if isinstance(shape, Box)]) == len(LONG)
