"""One briefing, its editions, one look: drawn to bytes, and put in place all together or not at all.

What a briefing says is compose's business, what a page looks like word/'s; here are only the order of the steps and the
care for the files.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

from reportgen.cache import Kept
from reportgen.charts.making.batch_draw import draw_all
from reportgen.charts.making.store import Store
from reportgen.content.model import Briefing
from reportgen.document import Document, Figure
from reportgen.template.model import Look
from reportgen.word.body.context import Pages
from reportgen.word.body.render import render
from reportgen.word.ooxml.graphics import Graphic
from reportgen.word.pages.layout import LayoutError
from reportgen.word.pages.page_cache import true_pages

Progress = Callable[[str], None]
"""Told what is being made, once a step."""

Finish = Callable[[bytes], bytes]
"""The last step of a file: its bytes as rendered to its bytes as written."""


@dataclass(frozen=True, slots=True)
class Built:
    """One edition, ready to be written. `pages` is None where no layout program counted them."""

    edition: str
    file: str
    data: bytes
    pages: int | None


@dataclass(frozen=True, slots=True)
class Layout:
    """Who lays pages out: LibreOffice's path, whether the build must have it, and what is kept of earlier layouts."""

    program: Path
    needed: bool = False
    kept: Kept | None = None


def file_name(briefing: Briefing, edition: str) -> str:
    """What an edition's file is called."""
    return f"{briefing.about.id}.{edition}.docx"


def steps(documents: Mapping[str, Document]) -> int:
    """How many times `build` will tell its progress."""
    return 2 * len(documents) + sum(1 for document in documents.values() for _ in _figures(document))


def build(
    briefing: Briefing,
    look: Look,
    documents: Mapping[str, Document],
    *,
    layout: Layout | None,
    store: Store | None = None,
    fresh: bool = False,
    progress: Progress,
    warn: Progress,
    finish: Finish = bytes,
) -> tuple[Built, ...]:
    """Every edition as the bytes of a Word file; with a `layout` their contents have true page numbers.

    Charts come from the `store` where it has them, and pages from those the layout has kept, unless the build is
    `fresh`; what is made is kept there.
    `finish` is given every file as it was rendered, and puts it into another's styles, or fonts into it.
    """
    drawings = _draw(documents, look, store, fresh, progress, warn)
    files: dict[str, bytes] = {}
    for edition, document in documents.items():
        progress(f"{edition}: writing")
        files[edition] = finish(render(document, look, drawings[edition]))
    pages = _laid_out(documents, files, layout, fresh, progress, warn)
    for edition, found in pages.items():
        files[edition] = finish(render(documents[edition], look, drawings[edition], found))
    return tuple(
        Built(edition, file_name(briefing, edition), data, pages[edition].count if edition in pages else None)
        for edition, data in files.items()
    )


def _laid_out(
    documents: Mapping[str, Document],
    files: Mapping[str, bytes],
    layout: Layout | None,
    fresh: bool,
    progress: Progress,
    warn: Progress,
) -> dict[str, Pages]:
    """The true pages of every edition; none without a layout, or where it failed and was not needed."""
    for edition in documents:
        progress(f"{edition}: pages")
    if layout is None:
        return {}
    try:
        laid = [(documents[edition], data) for edition, data in files.items()]
        found = true_pages(laid, layout.program, layout.kept, fresh=fresh)
    except LayoutError as error:
        if layout.needed:
            raise
        warn(f"{error}; the page numbers of the contents are estimates")
        return {}
    return dict(zip(files, found, strict=True))


def _figures(document: Document) -> Iterator[Figure]:
    yield from (element for element in document.elements if isinstance(element, Figure))


def _draw(
    documents: Mapping[str, Document], look: Look, store: Store | None, fresh: bool, progress: Progress, warn: Progress
) -> dict[str, dict[str, Graphic]]:
    """Every edition's charts by their ids: as charts of Word where that is wanted and can be, else as pictures."""
    drawn: dict[str, dict[str, Graphic]] = {edition: {} for edition in documents}
    pictured: list[tuple[str, Figure]] = []
    for edition, figure in (
        (edition, figure) for edition, document in documents.items() for figure in _figures(document)
    ):
        if _native(figure, look, warn if edition == next(iter(documents)) else None):
            progress(f"{edition}: {figure.caption.id}")
            from reportgen.word.chart.native import native  # here, since few builds want one

            english = documents[edition].properties.english
            drawn[edition][figure.caption.id] = native(figure.chart, look, english)
        else:
            pictured.append((edition, figure))

    def ready(place: int) -> None:
        edition, figure = pictured[place]
        progress(f"{edition}: {figure.caption.id}")

    pictures = draw_all([figure.chart for _, figure in pictured], look, store, fresh=fresh, ready=ready)
    for (edition, figure), picture in zip(pictured, pictures, strict=True):
        drawn[edition][figure.caption.id] = picture
    return drawn


def _native(figure: Figure, look: Look, warn: Progress | None) -> bool:
    """Whether the chart becomes one of Word; told once where that is wanted and cannot be."""
    if (figure.render or look.chart.render) != "native":
        return False
    from reportgen.word.chart.native import why_not

    if reason := why_not(figure.chart, look):
        if warn:
            warn(f"the chart '{figure.caption.id}' stays a picture: {reason}")
        return False
    return True


def put(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write all files, each beside its target and then moved into place, so that a crash leaves the old ones whole.

    OSError as it comes, with nothing written, when the folder cannot be used.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        written: list[tuple[Path, Path]] = []
        for name, data in files.items():
            handle, temporary = tempfile.mkstemp(prefix=f".{name}.", dir=folder)
            stack.callback(_forget, temporary)
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).chmod(0o666 & ~_umask())
            written.append((Path(temporary), folder / name))
        for temporary, target in written:
            temporary.replace(target)
    return tuple(target for _, target in written)


def _forget(path: str) -> None:
    with suppress(FileNotFoundError):
        Path(path).unlink()


def _umask() -> int:
    """The mask new files get; reading it means setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
