"""The quicker renderer gives the pixels of matplotlib's own, and stands back where it would not."""

from __future__ import annotations

from typing import Any

import numpy
import pytest
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.text import Text

from reportgen.briefing_reader import read_look
from reportgen.charts import draw
from reportgen.charts.drawing import renderer
from reportgen.charts.drawing.fonts import properties
from reportgen.charts.drawing.renderer import KeepingRenderer, pixel_renderer
from reportgen.charts.marks import in_languages
from tests.charts.samples import PERCENT, chart, series, table

RENDERED = renderer.rendered
TEXTS = ("中国的“风电”增长了12.5%", "“Wind” grew by 12.5 percent", "fi AV To — 4,500亿", "α 1\u20442 \u0301e 镕")


def drawn(kind: type[RendererAgg], text: str, *, size: float, bold: bool, features: tuple[str, ...] | None) -> bytes:
    """The pixels of a text that is drawn three times: over the top edge, between pixels, and over the right edge."""
    made: Any = kind(240, 60, 150)
    ink = made.new_gc()
    ink.set_foreground((0.2, 0.4, 0.6))
    for x, y in ((-3.4, 4.7), (5.3, 30.81), (200.5, 55.0)):
        carrier = Text(fontfeatures=features)
        made.draw_text(ink, x, y, text, properties(size, bold), 0, mtext=carrier)
    return numpy.asarray(made.buffer_rgba()).tobytes()


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("features", [("pwid",), ()])
def test_a_text_has_the_pixels_of_matplotlibs_renderer_first_and_again(
    text: str, bold: bool, features: tuple[str, ...]
) -> None:
    for size in (7.5, 9.0, 7.5):
        plain = drawn(RendererAgg, text, size=size, bold=bold, features=features)
        assert any(plain)
        assert drawn(KeepingRenderer, text, size=size, bold=bold, features=features) == plain


def test_a_chart_has_the_bytes_of_matplotlibs_renderer(monkeypatch: pytest.MonkeyPatch) -> None:
    spec = in_languages(
        chart("stacked", *table(("甲“乙”", "丙"), ("40", "60"), ("60", "40")), series=series(2), unit=PERCENT),
        ("zh", "en"),
    )
    kept = draw(spec, read_look("modern")).png
    monkeypatch.setattr(renderer, "pixel_renderer", lambda: RendererAgg)
    assert draw(spec, read_look("modern")).png == kept


def test_this_release_of_matplotlib_is_drawn_with_quickly() -> None:
    assert pixel_renderer() is KeepingRenderer


def gone(*_: object) -> Any:
    raise AttributeError("_render_glyph")


def shifted(*given: Any) -> Any:
    pixels, left, top = RENDERED(*given)
    return pixels, left + 1, top


@pytest.mark.parametrize("changed", [gone, shifted])
def test_matplotlibs_own_renderer_paints_where_a_private_part_is_gone_or_draws_otherwise(
    changed: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renderer, "rendered", changed)
    pixel_renderer.cache_clear()
    try:
        assert pixel_renderer() is RendererAgg
    finally:
        pixel_renderer.cache_clear()
