"""The pages that a file's own bookmarks stand on, as LibreOffice lays it out."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Collection
from pathlib import Path

from reportgen.word.pages.layout import convert

_SIGN = re.compile(r"[^A-Za-z0-9]")


def bookmark_pages(data: bytes, soffice: Path, names: Collection[str]) -> tuple[dict[str, int], int]:
    """The page of each of the bookmarks, from 1, and how many pages there are; LayoutError when nobody can tell."""
    import pypdf  # here, since it loads slowly

    known = {_written(one): one for one in names}
    with tempfile.TemporaryDirectory(prefix="reportgen-") as name:
        source = Path(name) / "file.docx"
        source.write_bytes(data)
        convert([source], source.parent, soffice)
        with pypdf.PdfReader(source.with_suffix(".pdf")) as reader:
            found: dict[str, int] = {}
            for told, place in reader.named_destinations.items():
                if told in known and (page := reader.get_destination_page_number(place)) is not None:
                    found[known[told]] = page + 1
            return found, len(reader.pages)


def _written(name: str) -> str:
    """A bookmark's name as LibreOffice writes it into a PDF."""
    return "/" + _SIGN.sub(lambda sign: f"{ord(sign[0]):02X}", name)
