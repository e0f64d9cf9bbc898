"""Documents become Word files: charts drawn, files rendered, pages laid out, the last steps taken.

What a briefing says is compose's business, what a page looks like word/'s; here is only the order of the steps. No file
is put in place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from reportgen.cache import Kept
from reportgen.charts.drawing.printed_size import printed_size
from reportgen.charts.making.batch_draw import draw_all
from reportgen.charts.making.extents import Extents, extent_cache, extents
from reportgen.charts.making.store import Keeping
from reportgen.charts.sparkline import SIZE as SPARK_SIZE
from reportgen.document import Chart, Contents, Document, Figure, Spark, Table
from reportgen.messages import Message, msg
from reportgen.output_files import Pagination
from reportgen.problems import ContentError
from reportgen.progress import Progress, stepping
from reportgen.records import record
from reportgen.template.model import Look
from reportgen.word.body.grid import apart, beside_of, sized, texts_beside
from reportgen.word.body.page_estimate import OFF_BY, estimate_pages, text_height
from reportgen.word.body.render import flow, render
from reportgen.word.body.spreads import in_spreads
from reportgen.word.ooxml.graphics import Blank, Graphic, NativeChart
from reportgen.word.ooxml.measure import POINTS_PER_MM
from reportgen.word.pages.layout import LayoutError
from reportgen.word.pages.layout_fonts import other_widths
from reportgen.word.pages.office import begin
from reportgen.word.pages.order import Flowing
from reportgen.word.pages.order_cache import kept_order, order_cache
from reportgen.word.pages.page_cache import Settled
from reportgen.word.pages.settling import Unsettled, estimated, settled, stretch
from reportgen.word.pages.units import Stretch, heights
from reportgen.word.template.loader import finishing
from reportgen.word.template.master import Template

Warn = Callable[[Message], None]
"""Told what was made otherwise than asked for, and why."""


@record
class LayoutEngine:
    """Who lays pages out: LibreOffice's path, whether the build must have it, and what is kept of earlier layouts."""

    program: Path
    needed: bool = False
    kept: Kept | None = None

    def begin(self) -> None:
        """Have LibreOffice start while the first pages are drawn."""
        begin(self.program)


@record
class WordFile:
    """An edition as the bytes of a Word file. `pages` is None where no layout program counted them."""

    data: bytes
    pages: int | None
    pagination: Pagination


def assemble(
    documents: Mapping[str, Document],
    template: Template,
    *,
    engine: LayoutEngine | None,
    store: Keeping | None = None,
    fresh: bool = False,
    embed_fonts: bool = False,
    progress: Progress | None = None,
    warn: Warn | None = None,
    others: Mapping[str, Document] | None = None,
) -> dict[str, WordFile]:
    """Every edition as a Word file; with an `engine` their contents have true page numbers.

    Figures stand in one order in all of them and in the `others` of the briefing, which are not made. Charts come from
    the `store` where it has them, and pages from those the engine has kept, unless the build is `fresh`; what is made
    is kept there.
    """
    step, warn = stepping(progress, _steps(documents)), warn or _unheard
    made = draft(
        documents,
        template,
        store=store,
        fresh=fresh,
        embed_fonts=embed_fonts,
        step=step,
        warn=warn,
        others=others,
    )
    for edition in documents:
        step(msg("{edition}: pages", edition=edition))
    return made.paged(_laid_out(made, engine, fresh, warn))


@record
class Draft:
    """Editions whose pages are not settled, and what drawing and writing them with their pages takes."""

    unsettled: Mapping[str, Unsettled]
    look: Look
    store: Keeping | None
    fresh: bool
    step: Callable[[str], None]
    warn: Warn

    @property
    def documents(self) -> dict[str, Document]:
        """What every edition says, in the order of its elements."""
        return {edition: each.document for edition, each in self.unsettled.items()}

    def paged(self, laid: Mapping[str, Settled]) -> dict[str, WordFile]:
        """The files with their pages as they were laid out; with estimated ones where nobody did."""
        found = {name: laid[name] if name in laid else estimated(one) for name, one in self.unsettled.items()}
        arranged = {name: found[name].arrangement.of(document) for name, document in self.documents.items()}
        drawings = _draw(arranged, self.look, self.store, self.fresh, self.step, self.warn)
        files: dict[str, WordFile] = {}
        for name, document in arranged.items():
            self.step(msg("{edition}: writing", edition=name))
            pages = found[name].pages
            look = self.look.aired(found[name].arrangement.air)
            written = render(document, look, drawings[name], pages)
            count = pages.count if name in laid else None
            files[name] = WordFile(self.unsettled[name].finish(written), count, self._pagination(name, laid))
        return files

    def _pagination(self, name: str, laid: Mapping[str, Settled]) -> Pagination:
        """How an edition got its page numbers: by a layout, with letters as wide as those of its look or not."""
        if name not in laid:
            return Pagination(estimated=True, off_by=OFF_BY)
        fonts = laid[name].fonts
        wider = other_widths(self.look, self.documents[name].languages, fonts)
        return Pagination(estimated=bool(wider), fonts=fonts)


def draft(
    documents: Mapping[str, Document],
    template: Template,
    *,
    store: Keeping | None = None,
    fresh: bool = False,
    embed_fonts: bool = False,
    step: Callable[[str], None] | None = None,
    warn: Warn | None = None,
    others: Mapping[str, Document] | None = None,
) -> Draft:
    """Every edition as it is before anyone has drawn its charts and laid out its pages.

    Figures stand in one order in all of them and in the `others` of the briefing, which are not made.
    ContentError where a chart cannot be drawn.
    """
    look, finish = template.look, _finishing(template, embed_fonts)
    known = extent_cache() if store and not fresh else None
    measured = {edition: _measured(document, look, known) for edition, document in documents.items()}
    whole = sorted({**measured, **_measured_beside(others or {}, look, known)}.items())
    long = {len(each.document.languages) for _, each in whole if each.is_long}
    flowing = {edition: each.flowing(look, long) for edition, each in whole}
    told = [each for each in flowing.values() if each.document.layout != "facing"]
    passed = kept_order(told, text_height(look), order_cache() if store and not fresh else None)
    unsettled: dict[str, Unsettled] = {}
    for edition, each in measured.items():
        one = flowing[edition].ordered(passed)
        if one.document.layout == "facing":
            spare = _SPARE * (look.text_columns.count if look.text_columns else 1)
            lower = {name: each.lower * POINTS_PER_MM for name, each in one.stretches.items()}
            spread = in_spreads(one.document, one.flow, text_height(look) - spare, lower)
            one = replace(one, document=spread, flow=flow(spread, look, each.boxes))
        airy = template.master is None
        unsettled[edition] = Unsettled(one.document, look, each.boxes, one.stretches, one.flow, finish, airy)
    return Draft(unsettled, look, store, fresh, step or _unheard, warn or _unheard)


@record
class _Measured:
    """An edition, how large its charts are printed, and what flows down its pages without contents nobody asked for."""

    document: Document
    boxes: Mapping[str, Graphic]
    bare: Flowing
    is_long: bool  # it does better with contents

    def flowing(self, look: Look, long: Set[int]) -> Flowing:
        """With contents where editions in as many languages are long: two that are compared both have them."""
        if len(self.document.languages) not in long:
            return self.bare
        return replace(self.bare, document=self.document, flow=flow(self.document, look, self.boxes))


def _measured(document: Document, look: Look, kept: Kept | None) -> _Measured:
    document, boxes, stretches = _sized(document, look, kept)
    bare = document if look.contents else _without_contents(document)
    drawn = flow(bare, look, boxes)
    is_long = look.contents is None and bare is not document and estimate_pages(bare, look, drawn).count > LONG
    return _Measured(document, boxes, Flowing(bare, drawn, stretches), is_long)


def _sized(
    document: Document, look: Look, kept: Kept | None
) -> tuple[Document, dict[str, Graphic], dict[str, Stretch]]:
    """The document with its charts as wide as they are printed, and how large each is.

    Text stands under the figure that it was typed beside where both together are higher than a page.
    """
    told = sized(document, look)
    boxes, stretches = _boxes(told, look, kept)
    beside = texts_beside(told)
    rows = (
        [piece for piece in flow(told, look, boxes).pieces if piece.height > _WHOLE * text_height(look)]
        if beside
        else []
    )
    high = {beside_of(told.elements[piece.place]) for piece in rows} & beside
    return _sized(apart(document, high), look, kept) if high else (told, boxes, stretches)


_WHOLE = 0.9
"""The share of a page that a row may be high by estimated heights so that it surely stands on one."""


def _measured_beside(others: Mapping[str, Document], look: Look, kept: Kept | None) -> dict[str, _Measured]:
    """The editions that are not made but have their say in the order of figures; none whose charts cannot be drawn."""
    found: dict[str, _Measured] = {}
    for edition, document in others.items():
        with suppress(ContentError):
            found[edition] = _measured(document, look, kept)
    return found


def _boxes(document: Document, look: Look, kept: Kept | None) -> tuple[dict[str, Graphic], dict[str, Stretch]]:
    """How large each chart and sparkline is printed, and the heights that a chart may have."""
    figures = [element for element in document.elements if isinstance(element, Figure)]
    boxes: dict[str, Graphic] = {spark.id: Blank(*SPARK_SIZE) for _, spark in _sparks({"": document})}
    stretches: dict[str, Stretch] = {}
    native = [figure for figure in figures if _native(figure, look, None)]
    pictured = [figure for figure in figures if figure not in native]
    found = [
        *zip(pictured, extents([figure.chart for figure in pictured], look, heights(), kept), strict=True),
        *((figure, _native_extents(figure, document, look)) for figure in native),
    ]
    for figure, drawn in found:
        width, height = printed_size(figure.chart, look)
        boxes[figure.caption.id] = Blank(float(width), drawn[None])
        if choice := stretch(height, drawn):
            stretches[figure.caption.id] = choice
    return boxes, stretches


def _native_extents(figure: Figure, document: Document, look: Look) -> Extents:
    """The same of a chart that Word draws."""
    from reportgen.word.chart.native import native

    english = document.properties.english
    asked = (None, *heights())
    charts = (replace(figure.chart, height_mm=each or figure.chart.height_mm) for each in asked)
    return {each: native(chart, look, english).height_mm for each, chart in zip(asked, charts, strict=True)}


_SPARE = 12.0
"""Points that the pages of a facing document are planned lower than they are, since its heights are estimates."""

LONG = 12
"""A document of more pages than that has contents, where neither its author nor its template decides."""


def _without_contents(document: Document) -> Document:
    """The document without contents that nobody asked for."""
    kept = [element for element in document.elements if not isinstance(element, Contents) or element.asked]
    return replace(document, elements=tuple(kept)) if len(kept) < len(document.elements) else document


def _unheard(_: object) -> None:
    """Whom nobody listens to."""


def _steps(documents: Mapping[str, Document]) -> int:
    return 2 * len(documents) + sum(1 for _ in _figures(documents)) + sum(1 for _ in _sparks(documents))


def _figures(documents: Mapping[str, Document]) -> Iterator[tuple[str, Figure]]:
    """Every chart, edition by edition."""
    for edition, document in documents.items():
        yield from ((edition, element) for element in document.elements if isinstance(element, Figure))


def _sparks(documents: Mapping[str, Document]) -> Iterator[tuple[str, Spark]]:
    """Every sparkline of a table once, edition by edition, whatever languages its line stands in."""
    for edition, document in documents.items():
        tables = (element for element in document.elements if isinstance(element, Table))
        phrases = (phrase for table in tables for cells in table.rows for phrase in cells)
        inlines = (inline for phrase in phrases for line in phrase for inline in line.inlines)
        sparks = {inline.id: inline for inline in inlines if isinstance(inline, Spark)}
        yield from ((edition, spark) for spark in sparks.values())


# ---- draw ---------------------------------------------------------------------------------


def _draw(
    documents: Mapping[str, Document],
    look: Look,
    store: Keeping | None,
    fresh: bool,
    step: Callable[[str], None],
    warn: Warn,
) -> dict[str, dict[str, Graphic]]:
    """Every edition's charts by their ids: as pictures, and where that is wanted and can be as charts of Word, which
    carry their pictures."""
    drawn: dict[str, dict[str, Graphic]] = {edition: {} for edition in documents}
    charts: dict[tuple[str, str], NativeChart] = {}
    pictured: list[tuple[str, str, Chart]] = []
    for edition, figure in _figures(documents):
        if _native(figure, look, warn if edition == next(iter(documents)) else None):
            from reportgen.word.chart.native import native  # here, since few builds want one

            english = documents[edition].properties.english
            charts[edition, figure.caption.id] = native(figure.chart, look, english)
        pictured.append((edition, figure.caption.id, figure.chart))
    pictured += ((edition, spark.id, spark.chart) for edition, spark in _sparks(documents))
    pictures = draw_all(
        [chart for _, _, chart in pictured],
        look,
        store,
        fresh=fresh,
        ready=lambda place: step(_drawing(*pictured[place][:2])),
    )
    for (edition, name, _), picture in zip(pictured, pictures, strict=True):
        chart = charts.get((edition, name))
        drawn[edition][name] = replace(chart, picture=picture) if chart else picture
    return drawn


def spark_names(document: Document) -> frozenset[str]:
    """The names of a document's sparklines."""
    return frozenset(spark.id for _, spark in _sparks({"": document}))


def drawings(document: Document, look: Look, names: Set[str], store: Keeping | None = None) -> dict[str, Graphic]:
    """Some of a document's charts and sparklines by their names; the others are blanks of no size.

    ContentError where one cannot be drawn.
    """
    known = {element.caption.id: element for element in document.elements if isinstance(element, Figure)}
    sparks = {spark.id: spark for _, spark in _sparks({"": document})}
    blank: dict[str, Graphic] = {name: Blank(*SPARK_SIZE) for name in (*known, *sparks) if name not in names}
    charts = {name: known[name] for name in known if name in names}
    native: dict[str, NativeChart] = {}
    for name, figure in charts.items():
        if _native(figure, look, None):
            from reportgen.word.chart.native import native as native_chart

            native[name] = native_chart(figure.chart, look, document.properties.english)
    wanted = {name: figure.chart for name, figure in charts.items()}
    wanted |= {name: spark.chart for name, spark in sparks.items() if name in names}
    drawn = draw_all([*wanted.values()], look, store, ready=_unheard)
    pictures = dict(zip(wanted, drawn, strict=True))
    made: dict[str, Graphic] = {
        name: replace(native[name], picture=one) if name in native else one for name, one in pictures.items()
    }
    return blank | made


def _drawing(edition: str, name: str) -> Message:
    return msg("{edition}: {chart}", edition=edition, chart=name)


def _native(figure: Figure, look: Look, warn: Warn | None) -> bool:
    """Whether the chart becomes one of Word; told once where that is wanted and cannot be."""
    if (figure.render or look.chart.render) != "native":
        return False
    from reportgen.word.chart.native import why_not

    if reason := why_not(figure.chart, look):
        if warn:
            warn(msg("the chart '{chart}' stays a picture: {reason}", chart=figure.caption.id, reason=reason))
        return False
    return True


# ---- lay out and finish ----------------------------------------------------------------------


def _laid_out(made: Draft, engine: LayoutEngine | None, fresh: bool, warn: Warn) -> dict[str, Settled]:
    """How every edition was laid out; nothing without an engine, or where it failed and was not needed."""
    if engine is None:
        return {}
    try:
        found = settled(list(made.unsettled.values()), engine.program, engine.kept, fresh=fresh, warn=warn)
    except LayoutError as error:
        if engine.needed:
            raise
        warn(
            msg(
                "{reason}; the page numbers of the contents are estimates, up to {pages} pages off",
                reason=error.told,
                pages=OFF_BY,
            )
        )
        return {}
    laid = dict(zip(made.unsettled, found, strict=True))
    told = [
        each
        for edition, one in laid.items()
        for each in other_widths(made.look, made.documents[edition].languages, one.fonts)
    ]
    for each in dict.fromkeys(told):
        warn(each)
    return laid


def _finishing(template: Template, embed_fonts: bool) -> Callable[[bytes], bytes]:
    """The last steps of every file: into the person's own styles, fonts into it."""
    dressed = finishing(template)
    if not embed_fonts:
        return dressed
    from reportgen.word.embed.embedding import embed  # here, since few builds want it

    return lambda data: embed(dressed(data), template.look)
