"""One briefing, its editions, one look: drawn to bytes, and put in place all together or not at all.

What a briefing says is compose's business, what a page looks like word/'s; here are only the order of the steps and the
care for the files.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

from reportgen.charts import Drawing, draw
from reportgen.compose import compose
from reportgen.content.model import Briefing
from reportgen.document import Document, Figure
from reportgen.template.model import Look
from reportgen.word import layout_pages, render

Progress = Callable[[str], None]
"""Told what is being made, once a step."""


@dataclass(frozen=True, slots=True)
class Built:
    """One edition, ready to be written. `pages` is None where no layout program counted them."""

    edition: str
    file: str
    data: bytes
    pages: int | None


def file_name(briefing: Briefing, edition: str) -> str:
    """What an edition's file is called."""
    return f"{briefing.about.id}.{edition}.docx"


def figures(document: Document) -> Iterator[Figure]:
    """The document's charts in order."""
    yield from (element for element in document.elements if isinstance(element, Figure))


def steps(briefing: Briefing, editions: Sequence[str], *, lay_out: bool) -> int:
    """How many times `build` will tell its progress."""
    return sum(1 + len(list(figures(compose(briefing, edition)))) for edition in editions) + int(lay_out)


def build(
    briefing: Briefing, look: Look, editions: Sequence[str], *, layout_program: str | None, progress: Progress
) -> tuple[Built, ...]:
    """Every edition as the bytes of a Word file. `layout_program` (LibreOffice) gives the contents true pages."""
    documents = {edition: compose(briefing, edition) for edition in editions}
    drawings = {edition: _draw(document, look, edition, progress) for edition, document in documents.items()}
    files: dict[str, bytes] = {}
    for edition, document in documents.items():
        files[edition] = render(document, look, drawings[edition])
        progress(f"{edition}: pages")
    if layout_program is None:
        return tuple(Built(edition, file_name(briefing, edition), data, None) for edition, data in files.items())
    laid_out = layout_pages(files, layout_program)
    progress("page numbers")
    return tuple(
        Built(
            edition,
            file_name(briefing, edition),
            render(document, look, drawings[edition], laid_out[edition]),
            laid_out[edition].count,
        )
        for edition, document in documents.items()
    )


def _draw(document: Document, look: Look, edition: str, progress: Progress) -> Mapping[str, Drawing]:
    drawings: dict[str, Drawing] = {}
    for figure in figures(document):
        drawings[figure.caption.id] = draw(figure.chart, look)
        progress(f"{edition}: {figure.caption.id}")
    return drawings


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
