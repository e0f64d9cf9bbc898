"""A chart is printed as large as the page wants it, its words as large as ever."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from reportgen.charts import CHARTS
from reportgen.charts.drawing.printed_size import printed_size
from tests.charts.samples import LOOK, mark, sheet, table, texts
from tests.charts.samples import chart as made

NARROW = Decimal(78)


@pytest.mark.parametrize("kind", [kind for kind in CHARTS if kind != "tile-map"])
def test_a_narrow_chart_is_as_wide_as_asked_with_words_of_the_same_size(kind: str) -> None:
    whole = CHARTS[kind].sample()
    narrow = sheet(replace(whole, width_mm=NARROW))
    assert narrow.width == float(NARROW)
    for text in texts(narrow):
        assert text.bounds.left >= -0.01
        assert text.bounds.right <= narrow.width
    sizes = {text.size for text in texts(narrow) if text.role in ("name", "series", "measure")}
    assert sizes <= {text.size for text in texts(sheet(whole))}


def test_a_height_is_kept_by_kinds_that_have_a_choice() -> None:
    low, high = (sheet(replace(CHARTS["line"].sample(), height_mm=Decimal(height))).height for height in (48, 85))
    assert high - low == pytest.approx(37)


def test_a_narrow_chart_is_no_tower() -> None:
    line = CHARTS["line"].sample()
    assert printed_size(line, LOOK) == (LOOK.page.text_width, LOOK.chart.height)
    size = printed_size(replace(line, width_mm=NARROW), LOOK)
    assert size.height < min(size.width, LOOK.chart.height)


def test_a_chart_that_shows_little_wants_half_of_the_width() -> None:
    marks = table(("甲", "乙", "丙"), ("3", "2", "1"))
    natural = CHARTS["bars"].natural_width
    assert natural(made("bars", *marks[:2])) == "half"
    assert natural(made("bars", *marks)) == "full"
    assert CHARTS["share"].natural_width(made("share", mark("甲", "42"))) == "half"
    assert CHARTS["line"].natural_width(made("line", *marks[:2])) == "full"


def test_a_map_is_refused_where_its_names_have_no_room() -> None:
    tiles = CHARTS["tile-map"].sample()
    assert any("120 mm" in problem for problem in CHARTS["tile-map"].problems(replace(tiles, width_mm=NARROW)))
    assert not list(CHARTS["tile-map"].problems(tiles))


def test_figures_beside_a_narrow_ring_stand_on_one_line() -> None:
    parts = made("donut", *(mark(name, "33", "about RMB 33.3 billion") for name in ("甲", "乙", "丙")))
    said = [text for text in texts(sheet(replace(parts, width_mm=NARROW)), "label") if text.language == "en"]
    assert {text.text for text in said} <= {"about RMB 33.3 billion"}


def test_cards_stand_two_abreast_in_a_narrow_chart() -> None:
    cards = replace(made("cards", *table(("甲", "乙", "丙", "丁"), ("1", "2", "3", "4"))), width_mm=NARROW)
    assert len({text.x for text in texts(sheet(cards), "label")}) == 2
