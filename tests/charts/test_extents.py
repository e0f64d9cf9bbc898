"""How high charts are drawn at the heights a page may ask for: few are laid out, the others are as they would be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.charts import CHARTS, height_of
from reportgen.charts.making.extents import extents
from reportgen.document import Chart
from reportgen.template.model import Look
from reportgen.word.pages.units import heights
from tests.charts.samples import LOOK


@pytest.mark.parametrize("kind", CHARTS)
def test_every_height_is_what_the_chart_would_be_drawn_at(kind: str) -> None:
    chart = CHARTS[kind].sample()
    (found,) = extents([chart], LOOK, heights(), None)
    drawn = {None: height_of(chart, LOOK)}
    drawn |= {each: height_of(replace(chart, height_mm=each), LOOK) for each in heights()}
    assert list(found) == list(drawn)
    assert list(found.values()) == pytest.approx(list(drawn.values()), abs=1e-9)


def test_a_chart_that_takes_any_height_or_none_is_laid_out_three_times(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def noted(chart: Chart, look: Look) -> float:
        asked.append(chart.kind)
        return height_of(chart, look)

    monkeypatch.setattr("reportgen.charts.height_of", noted)
    extents([CHARTS[kind].sample() for kind in ("line", "bars")], LOOK, heights(), None)
    assert (asked.count("line"), asked.count("bars")) == (3, 3)
