"""What was made once, kept from build to build: a file an entry, named by a key of everything that decides it.

An entry is found by its key alone, so what has changed is simply not found. It carries the checksum of its content: one
that a killed build or another program left is none. Not here: what is kept, and what decides it
(charts/making/store.py, word/pages/page_cache.py).
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from reportgen.records import record

FORM = b"reportgen kept 1 "
MOST = 256 * 2**20
"""Bytes that the entries of a folder may take; over that, those that were used least lately go."""

OLDEST = 90 * 24 * 3600
"""Seconds after which an entry that no build has used goes."""


@record
class Kept:
    """A folder of entries, for any number of builds at a time; one that cannot be used keeps nothing."""

    folder: Path
    ending: str

    def get(self, key: str) -> bytes | None:
        """What is kept under the key; None where there is nothing, or what is there is not whole."""
        path = self._path(key)
        try:
            data = _checked(path.read_bytes())
            if data is not None:
                os.utime(path)  # used now: it goes last
        except OSError:
            return None
        return data

    def put(self, key: str, data: bytes) -> None:
        """Keep it: written aside and moved into place, so that nobody reads half of it."""
        path = self._path(key)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".new")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(FORM + hashlib.sha256(data).hexdigest().encode() + b"\n" + data)
                Path(temporary).replace(path)
            except BaseException:
                Path(temporary).unlink(missing_ok=True)
                raise

    def prune(self, most: int = MOST, oldest: float = OLDEST) -> int:
        """Forget what no build has used for long, then the least lately used until the rest fits; how many went."""
        found = sorted(self._entries(), reverse=True)
        kept = went = 0
        for used, size, path in found:
            kept += size
            if kept > most or time.time() - used >= oldest:
                with suppress(OSError):
                    path.unlink()
                    went += 1
        return went

    def _entries(self) -> Iterator[tuple[float, int, Path]]:
        """When each entry was last used, its size and its path; what a killed build left beside them too."""
        for path in self.folder.glob("??/*"):
            with suppress(OSError):
                told = path.stat()
                yield told.st_mtime, told.st_size, path

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}.{self.ending}"


def stamps(folder: Path, ending: str = "") -> Iterator[str]:
    """Every file below a folder with its path, size and time, as Python knows whether its own .pyc is stale."""
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from stamps(Path(entry.path), ending)
        elif entry.name.endswith(ending):
            told = entry.stat()
            yield f"{entry.path} {told.st_size} {told.st_mtime_ns}"


def _checked(data: bytes) -> bytes | None:
    head, _, body = data.partition(b"\n")
    return body if head == FORM + hashlib.sha256(body).hexdigest().encode() else None


def cache_folder(name: str) -> Path:
    """The user's own folder of that name: in REPORTGEN_CACHE, else where the system wants what can be made again."""
    if told := os.environ.get("REPORTGEN_CACHE"):
        return Path(told) / name
    return _caches() / "reportgen" / name


def _caches() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    told = Path(os.environ.get("XDG_CACHE_HOME") or ".")
    return told if told.is_absolute() else Path.home() / ".cache"  # the XDG rule: a relative path counts as none
