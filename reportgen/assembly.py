"""Documents become Word files: charts drawn, files rendered, pages laid out, the last steps taken.

What a briefing says is compose's business, what a page looks like word/'s; here is only the order of the steps. No file
is put in place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from reportgen.cache import Kept
from reportgen.charts.making.batch_draw import draw_all
from reportgen.charts.making.store import Keeping
from reportgen.document import Chart, Contents, Document, Element, Figure, Spark, Table
from reportgen.messages import Message, msg
from reportgen.progress import Progress, stepping
from reportgen.records import record
from reportgen.template.model import Look
from reportgen.word.body.context import Pages
from reportgen.word.body.grid import sized
from reportgen.word.body.imprint_page import with_imprint
from reportgen.word.body.page_estimate import estimate_pages
from reportgen.word.body.render import render
from reportgen.word.ooxml.graphics import Graphic, NativeChart
from reportgen.word.pages.layout import LayoutError
from reportgen.word.pages.page_cache import true_pages
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


@record
class WordFile:
    """An edition as the bytes of a Word file. `pages` is None where no layout program counted them."""

    data: bytes
    pages: int | None


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
) -> dict[str, WordFile]:
    """Every edition as a Word file; with an `engine` their contents have true page numbers.

    Charts come from the `store` where it has them, and pages from those the engine has kept, unless the build is
    `fresh`; what is made is kept there.
    """
    step, warn = stepping(progress, _steps(documents)), warn or _unheard
    made = draft(documents, template, store=store, fresh=fresh, embed_fonts=embed_fonts, step=step, warn=warn)
    for edition in documents:
        step(msg("{edition}: pages", edition=edition))
    return made.paged(_laid_out(made, engine, fresh, warn))


@record
class Draft:
    """Editions as Word files whose pages are estimated, and what writing them again with their true pages takes."""

    documents: Mapping[str, Document]
    look: Look
    drawings: Mapping[str, Mapping[str, Graphic]]
    finish: Callable[[bytes], bytes]
    files: Mapping[str, bytes]

    def paged(self, pages: Mapping[str, Pages]) -> dict[str, WordFile]:
        """The files with their true pages, where those are known."""
        return {
            edition: WordFile(self._written(edition, pages[edition]), pages[edition].count)
            if edition in pages
            else WordFile(data, None)
            for edition, data in self.files.items()
        }

    def _written(self, edition: str, pages: Pages) -> bytes:
        return self.finish(render(self.documents[edition], self.look, self.drawings[edition], pages))


def draft(
    documents: Mapping[str, Document],
    template: Template,
    *,
    store: Keeping | None = None,
    fresh: bool = False,
    embed_fonts: bool = False,
    step: Callable[[str], None] | None = None,
    warn: Warn | None = None,
) -> Draft:
    """Every edition drawn and written, before anyone has laid out its pages."""
    look, finish, step = template.look, _finishing(template, embed_fonts), step or _unheard
    documents = {edition: sized(document, look) for edition, document in documents.items()}
    drawings = _draw(documents, look, store, fresh, step, warn or _unheard)
    documents = {name: _with_contents(each, look, drawings[name]) for name, each in documents.items()}
    files: dict[str, bytes] = {}
    for edition, document in documents.items():
        step(msg("{edition}: writing", edition=edition))
        files[edition] = finish(render(document, look, drawings[edition]))
    return Draft(documents, look, drawings, finish, files)


LONG = 12
"""A document of more pages than that has contents, where neither its author nor its template decides."""


def _with_contents(document: Document, look: Look, drawings: Mapping[str, Graphic]) -> Document:
    """The document without the contents that nobody asked for, where it does well without them."""

    def unasked(element: Element) -> bool:
        return isinstance(element, Contents) and not element.asked

    if look.contents or not any(map(unasked, document.elements)):
        return document
    bare = replace(document, elements=tuple(element for element in document.elements if not unasked(element)))
    is_long = look.contents is None and estimate_pages(bare, look, drawings).count > LONG
    return document if is_long else bare


def _unheard(_: str) -> None:
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


def _laid_out(made: Draft, engine: LayoutEngine | None, fresh: bool, warn: Warn) -> dict[str, Pages]:
    """The true pages of every edition; none without an engine, or where it failed and was not needed."""
    if engine is None:
        return {}
    try:
        files = [(made.documents[edition], data) for edition, data in made.files.items()]
        pages = true_pages(files, engine.program, engine.kept, fresh=fresh)
    except LayoutError as error:
        if engine.needed:
            raise
        warn(msg("{reason}; the page numbers of the contents are estimates", reason=error.told))
        return {}
    return {
        edition: with_imprint(made.documents[edition], made.look, laid)
        for edition, laid in zip(made.files, pages, strict=True)
    }


def _finishing(template: Template, embed_fonts: bool) -> Callable[[bytes], bytes]:
    """The last steps of every file: into the person's own styles, fonts into it."""
    dressed = finishing(template)
    if not embed_fonts:
        return dressed
    from reportgen.word.embed.embedding import embed  # here, since few builds want it

    return lambda data: embed(dressed(data), template.look)
