"""The charts of a file renewed: those whose figures have changed, drawn again as large as they are in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from decimal import Decimal

from reportgen.document import Chart, Document, Figure
from reportgen.ledger import Ledger, LedgerChart, chart_digest, digest, joined
from reportgen.living.renewed.lines import Take
from reportgen.living.renewed.remarks import Remark, chart_kept, chart_lost
from reportgen.records import record
from reportgen.template.model import Look
from reportgen.word.ooxml.graphics import Graphic, NativeChart
from reportgen.word.ooxml.ledger_part import chart_values
from reportgen.word.pages.units import heights
from reportgen.word.renewing.charts import Frame, frames, frames_of, holds, is_ours, renew, say
from reportgen.word.renewing.parts import EditedPackage

_EMU = 36_000
_LEAST_WIDTH = 1000
_NEAR = Decimal("0.6")


@record
class ChartsFound:
    """The charts and sparklines that the content shows, and where each is in a file.

    `stale` are those whose figures have changed, `new` those that the file does not know.
    """

    then: Mapping[str, LedgerChart]
    now: Mapping[str, LedgerChart]
    frames: Mapping[str, tuple[Frame, ...]]
    sparks: Mapping[str, tuple[Frame, ...]]
    stale: frozenset[str]
    new: frozenset[str]
    altered: frozenset[str] = frozenset()  # whose figures somebody typed over in the file

    @property
    def drawn(self) -> frozenset[str]:
        """Those that have to be drawn."""
        return self.stale | self.new | frozenset(self.sparks)


def charts_found(package: EditedPackage, then: Ledger, now: Ledger, sparks: Set[str], *, lost: bool) -> ChartsFound:
    """Where the charts of both ledgers are; `sparks` are the content's by their names. `lost` ones are all stale."""
    everything = list(frames(package))
    olds = {chart.name: chart for chart in then.charts}
    news = {chart.name: chart for chart in now.charts}
    found = {name: tuple(frames_of(everything, chart, "")) for name, chart in olds.items()}
    small = {name: tuple(each for each in everything if each.name == name) for name in sparks}
    altered = {name for name, shown in found.items() if not _hold(package, shown, olds[name], then)}
    stale = {name for name in news.keys() & olds.keys() if lost or news[name].shown != olds[name].shown}
    new = frozenset(news.keys() - olds.keys())
    return ChartsFound(olds, news, found, small, frozenset(stale | (altered & news.keys())), new, frozenset(altered))


def _hold(package: EditedPackage, shown: Sequence[Frame], chart: LedgerChart, then: Ledger) -> bool:
    """Whether a chart's frames hold the figures that it was made of."""
    facts = [fact for name in chart.facts if (fact := then.fact(name)) is not None]
    return all(holds(package, each, chart, [fact.value for fact in facts]) for each in shown)


def as_in_file(document: Document, look: Look, found: ChartsFound) -> Document:
    """The document with its stale charts as large as in the file, and as pictures or charts of Word as there."""
    from reportgen.charts import height_of  # here, since it loads what measures type

    elements = list(document.elements)
    for place, element in enumerate(elements):
        if isinstance(element, Figure) and element.caption.id in found.stale:
            shown = found.frames.get(element.caption.id, ())
            if not shown:
                continue
            native = any(each.chart for each in shown)
            wide, high = shown[0].size
            chart = element.chart
            if wide > _LEAST_WIDTH:
                usual = heights()[0]
                width = float(chart.width_mm or look.page.text_width)
                tried = replace(chart, height_mm=usual)
                drawn = height_of(tried, look)
                drawn = max(drawn, _native_height(tried, look, document)) if native else drawn
                asked = usual + Decimal(str(round(high / wide * width - drawn, 2)))
                chart = replace(chart, height_mm=_nearest(asked, (*heights(), look.chart.height)))
            elements[place] = replace(element, chart=chart, render="native" if native else "picture")
    return replace(document, elements=tuple(elements))


def _nearest(asked: Decimal, usual: Sequence[Decimal]) -> Decimal:
    """The height that a build draws at, where it is near the one asked for; that one within bounds, where none is."""
    near = min(usual, key=lambda each: abs(each - asked))
    return near if abs(near - asked) < _NEAR else min(max(asked, min(usual)), max(usual))


def _native_height(chart: Chart, look: Look, document: Document) -> float:
    """How high a chart of Word is drawn, in millimeters."""
    from reportgen.word.chart.native import native  # here, since few files hold one

    return native(chart, look, document.properties.english).height_mm


def renew_charts(
    package: EditedPackage, document: Document, found: ChartsFound, drawn: Mapping[str, Graphic], take: Take | None
) -> Iterator[Remark | LedgerChart]:
    """Renew what has changed; each chart as the new ledger tells it, and what is to be told of it."""
    language = document.languages[0]
    for element in document.elements:
        if not isinstance(element, Figure):
            continue
        name = element.caption.id
        chart = found.now[name]
        if name in found.new:
            yield _as_drawn(chart, drawn[name])
            continue
        old, shown = found.then[name], found.frames.get(name, ())
        kept = replace(chart, picture=old.picture, data=old.data)
        if name in found.stale:
            by_hand = name in found.altered
            ours = [
                each
                for each in shown
                if take == "content" or (not by_hand and is_ours(package, each, old, drawn[name]))
            ]
            if not shown:
                yield chart_lost(name, language)
            elif not ours:
                yield replace(chart_kept(name, language), conflict=take is None)
                kept = replace(kept, shown=old.shown, alt=old.alt)
            for each in ours:
                own = bool(old.alt) and digest(each.alt) != old.alt
                renew(package, each, drawn[name], None if own else joined(element.alt))
            kept = _as_drawn(chart, drawn[name]) if ours else kept
        elif chart.alt != old.alt:
            for each in shown:
                if digest(each.alt) == old.alt:
                    say(each, joined(element.alt))
        yield kept
    for name, shown in found.sparks.items():
        for each in shown:
            fresh = drawn.get(name)
            if fresh is not None and not isinstance(fresh, NativeChart) and each.shown != digest(fresh.png):
                renew(package, each, fresh, None)


def _as_drawn(chart: LedgerChart, drawing: Graphic) -> LedgerChart:
    picture = drawing.picture if isinstance(drawing, NativeChart) else drawing
    data = chart_digest(chart_values(drawing.part)) if isinstance(drawing, NativeChart) else ""
    return replace(chart, picture=digest(picture.png) if picture else "", data=data)
