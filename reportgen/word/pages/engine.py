"""LibreOffice: where it is, and what of it and of the system decides how it lays a file out. Nothing here starts it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_FONTS = {
    "win32": ("~/AppData/Local/Microsoft/Windows/Fonts", "C:/Windows/Fonts"),
    "darwin": ("~/Library/Fonts", "/Library/Fonts", "/System/Library/Fonts"),
    "linux": ("~/.fonts", "~/.local/share/fonts", "/usr/local/share/fonts", "/usr/share/fonts"),
}
"""Where systems keep their fonts; a folder's time changes with what is in it."""


def engine_path() -> Path | None:
    """LibreOffice's program, where it is on this machine."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    return Path(program) if program else None


def identity(soffice: Path) -> Iterator[str]:
    """Which program this is."""
    program = soffice.resolve()
    with suppress(OSError):  # a program that is not there is for the layout to tell
        status = program.stat()
        yield f"{program} {status.st_size} {status.st_mtime_ns}"


def system_fonts() -> Iterator[str]:
    """Every folder of fonts with its time, since a new font may move a line."""
    for folder in _FONTS.get(sys.platform, _FONTS["linux"]):
        for path, below, _ in os.walk(Path(folder).expanduser()):
            below.sort()
            yield f"{path} {Path(path).stat().st_mtime_ns}"
