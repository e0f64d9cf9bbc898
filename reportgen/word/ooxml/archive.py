"""A Word file as the parts in its zip archive, taken apart and put together: the same parts give the same bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from io import BytesIO

_DATE = (1980, 1, 1, 0, 0, 0)
_HARDEST = 9
_STORED = (".png", ".jpg", ".jpeg")


def pack(files: Iterable[tuple[str, bytes]], *, squeeze: bool = True) -> bytes:
    """A zip archive that depends on nothing but its files and their order; pictures are stored as they are."""
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w") as bundle:
        for name, content in files:
            entry = zipfile.ZipInfo(name, _DATE)
            entry.create_system = 0
            stored = not squeeze or name.lower().endswith(_STORED)
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            bundle.writestr(entry, content, compresslevel=_HARDEST)
    return archive.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """The parts of a file made here, in their order; files from elsewhere are opened by `opened`, with bounds."""
    with zipfile.ZipFile(BytesIO(data)) as bundle:
        return {entry.filename: bundle.read(entry) for entry in bundle.infolist()}
