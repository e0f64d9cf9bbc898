"""The true pages of documents, kept from build to build: LibreOffice lays out again only what has changed.

The key is the file to the byte, the program, and the folders of fonts, since a new font may move a line.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from reportgen.cache import Kept, cache_folder
from reportgen.document import Document
from reportgen.word.body.context import Pages
from reportgen.word.pages.engine import identity, system_fonts
from reportgen.word.pages.layout import layout_pages

FORM = "pages 2"


def page_cache() -> Kept:
    """The user's own."""
    return Kept(cache_folder("pages"), "json")


def true_pages(
    files: Sequence[tuple[Document, bytes]], soffice: Path, kept: Kept | None, *, fresh: bool = False
) -> tuple[Pages, ...]:
    """The true pages of rendered documents: those kept, and the others laid out; LayoutError when that fails."""
    around = hashlib.sha256("\n".join(_around(soffice)).encode()).digest()
    names = [hashlib.sha256(around + data).hexdigest() for _, data in files]
    paged: dict[str, Pages] = {}
    if kept and not fresh:
        paged = {name: pages for name in names if (pages := _unpacked(kept.get(name))) is not None}
    missing = {name: file for name, file in zip(names, files, strict=True) if name not in paged}
    for name, pages in zip(missing, layout_pages(list(missing.values()), soffice), strict=True):
        paged[name] = pages
        if kept:
            kept.put(name, _packed(pages))
    if kept and missing:
        kept.prune()
    return tuple(paged[name] for name in names)


def _around(soffice: Path) -> Iterator[str]:
    """What besides the file decides its pages: the program and the fonts."""
    yield FORM
    yield from identity(soffice)
    yield from system_fonts()


def _packed(pages: Pages) -> bytes:
    entry = {"headings": dict(pages.headings), "count": pages.count, "captions": dict(pages.captions)}
    entry |= {"closing": pages.closing, "left": pages.left}
    return json.dumps(entry, ensure_ascii=False).encode()


def _unpacked(data: bytes | None) -> Pages | None:
    return None if data is None else Pages(**json.loads(data))
