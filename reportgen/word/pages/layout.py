"""Word files laid out by LibreOffice, as PDFs, and its failures told. What stands where on them is galley.py's."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from reportgen.document import Document
from reportgen.library_words import os_reason
from reportgen.messages import Message, listing, msg
from reportgen.word.pages.office import ask

TIMEOUT = 60
"""Seconds that LibreOffice may take for a file: it needs 1 to 5 for a briefing, and never ends with some."""

_PDF = (
    'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"},'
    '"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"},'
    '"IsSkipEmptyPages":{"type":"boolean","value":"false"}}'
)
"""Empty pages, which open a spread or a last sheet, count as pages."""


class LayoutError(OSError):
    """LibreOffice is missing, failed, or took too long; the message says which.

    `place` is that of the file at fault among those that were to be laid out, where one is.
    """

    def __init__(self, told: Message, place: int | None = None) -> None:
        super().__init__(told)
        self.told = told
        self.place = place

    def __str__(self) -> Message:
        return self.told


def convert(
    sources: Sequence[Path],
    folder: Path,
    soffice: Path,
    *,
    timeout: float = TIMEOUT,
    target: str = _PDF,
    environment: Mapping[str, str] | None = None,
    alone: bool = False,
    names: Sequence[str] = (),
) -> None:
    """Lay the files out as PDFs in `folder`, by this process's LibreOffice; LayoutError when it fails.

    It may take `timeout` seconds for a file; `names` are what messages call the files.

    `environment` is what LibreOffice is started with besides this process's own; `alone`, by one that has done nothing
    before, so that the PDFs are the same to the byte.
    """
    arguments = ["--convert-to", target, "--outdir", str(folder), *map(str, sources)]
    names = names if any(names) else [source.name for source in sources]

    def missing() -> list[int]:
        return [place for place, source in enumerate(sources) if not (folder / f"{source.stem}.pdf").exists()]

    def count() -> int:
        return len(sources) - len(missing())

    try:
        done = ask(soffice, arguments, timeout=timeout, done=count, environment=environment, alone=alone)
    except subprocess.TimeoutExpired as error:
        place = next(iter(missing()), 0)
        told = msg(
            "LibreOffice took longer than {seconds} seconds for {file}", seconds=round(timeout), file=names[place]
        )
        raise LayoutError(told, place) from error
    except OSError as error:
        raise LayoutError(msg("LibreOffice cannot be started: {reason}", reason=os_reason(error))) from error
    if places := missing():
        complaints = done.stderr.decode(errors="replace").strip().splitlines()
        reason = complaints[-1] if complaints else str(done.returncode)
        files = listing([names[place] for place in places], "unit")
        raise LayoutError(msg("LibreOffice could not lay out {files}: {reason}", files=files, reason=reason), places[0])


def called(document: Document) -> str:
    """What a document's file is called in messages: its briefing, its edition, its row."""
    return ".".join(document.name.split("\n"))


def version(soffice: Path) -> str:
    """What LibreOffice calls itself, with its version; nothing where it cannot be asked."""
    try:
        done = subprocess.run([str(soffice), "--version"], capture_output=True, timeout=TIMEOUT, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode(errors="replace").strip()
