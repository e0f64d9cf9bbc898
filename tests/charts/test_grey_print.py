"""Charts printed in grey: what stands side by side is told apart by lightness, in every built-in template."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from reportgen.briefing_reader import read_look
from reportgen.charts import CHARTS
from reportgen.charts.drawing.shading import APART, lightness, told_apart
from reportgen.template.model import BUILT_IN
from tests.charts.samples import boxes, dots, sheet

TEMPLATES = sorted(path.name for path in BUILT_IN.iterdir() if (path / "look.yaml").is_file())


def apart(one: str, other: str) -> float:
    return abs(lightness(one) - lightness(other))


def test_lightness_runs_from_black_to_white() -> None:
    assert lightness("000000") == pytest.approx(0, abs=0.1)
    assert lightness("777777") == pytest.approx(50, abs=0.5)
    assert lightness("FFFFFF") == pytest.approx(100, abs=0.1)


@pytest.mark.parametrize("template", TEMPLATES)
def test_series_that_stand_side_by_side_are_told_apart(template: str) -> None:
    """Neighbors in stacks, areas and groups; all of three lines; no two of five are alike, and none is faint."""
    palette = read_look(template).palette
    colors = [palette.of_series(index) for index in range(len(palette.series))]
    assert all(apart(*pair) >= APART for pair in pairwise(colors))
    assert all(apart(*pair) >= APART for pair in combinations(colors[:3], 2))
    assert all(apart(*pair) > 10 for pair in combinations(colors, 2))
    assert max(map(lightness, colors)) < 75


@pytest.mark.parametrize("template", TEMPLATES)
def test_rises_falls_and_sums_of_a_waterfall_are_told_apart(template: str) -> None:
    look = read_look(template)
    colors = {box.color for box in boxes(sheet(CHARTS["waterfall"].sample(), look), "bar")}
    assert len(colors) == 3
    assert all(apart(*pair) >= APART for pair in combinations(colors, 2))


@pytest.mark.parametrize("template", TEMPLATES)
def test_before_and_after_are_told_apart(template: str) -> None:
    look = read_look(template)
    for kind in ("dumbbell", "before-after"):
        made = sheet(CHARTS[kind].sample(), look)
        colors = {one.color for one in (*dots(made), *boxes(made, "bar"))}
        assert len(colors) == 2
        assert apart(*colors) >= APART


def test_a_color_is_lightened_no_further_than_it_must_be() -> None:
    assert told_apart("B23A48", ["FFFFFF"], "FFFFFF") == "B23A48"
    lighter = told_apart("B23A48", ["A03040"], "FFFFFF")
    assert APART <= lightness(lighter) - lightness("A03040") < APART + 1
