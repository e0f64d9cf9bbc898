"""A plate of every kind of chart: its sample, in each of the sample's languages and in all of them."""

from __future__ import annotations

from reportgen.charts import CHARTS
from reportgen.charts.alt_text import alt_text
from reportgen.charts.making.batch_draw import draw_all
from reportgen.charts.making.gallery import Plate, Shown
from reportgen.charts.making.store import Store
from reportgen.charts.marks import in_languages
from reportgen.progress import Progress, stepping
from reportgen.template.model import Look


def shown_kinds(
    look: Look, store: Store | None, progress: Progress | None = None, *, fresh: bool = False
) -> list[Shown]:
    """Every kind as a page of charts shows it."""
    editions = [
        (kind, in_languages(sample, languages))
        for kind in CHARTS.values()
        for sample in (kind.sample(),)
        for languages in (*((language,) for language in sample.languages), sample.languages)
    ]
    charts = [chart for _, chart in editions]
    step = stepping(progress, len(charts))
    drawings = draw_all(charts, look, store, fresh=fresh, ready=lambda place: step(charts[place].kind))
    plates: dict[str, list[Plate]] = {}
    for (kind, chart), drawing in zip(editions, drawings, strict=True):
        sentences = " / ".join(text for _, text in alt_text(chart, kind, {}))
        title = " / ".join(kind.called(language) for language in chart.languages)
        plates.setdefault(kind.name, []).append(Plate(chart.languages[0], title, sentences, drawing))
    return [Shown(name, CHARTS[name].shows, tuple(each)) for name, each in plates.items()]
