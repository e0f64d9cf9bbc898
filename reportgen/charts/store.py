"""Drawn charts kept from build to build: a file a drawing, named by everything that decides what it looks like.

An entry is found by its key alone, so what has changed is simply not found. It carries the checksum of its content: one
that a killed build or another program left is drawn again. Nothing here draws, and nothing loads matplotlib.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, cast

from reportgen import __version__
from reportgen.charts.drawing import Drawing
from reportgen.charts.fonts import bundled
from reportgen.document import Chart
from reportgen.template.model import Look

FORM = "reportgen chart 1"
MOST = 256 * 2**20
"""Bytes that the kept charts may take; over that, those that were used least lately go."""

OLDEST = 90 * 24 * 3600
"""Seconds after which a chart that no build has used goes."""


@dataclass(frozen=True, slots=True)
class Store:
    """A folder of drawn charts, for any number of builds at a time; one that cannot be used keeps nothing."""

    folder: Path

    def get(self, key: str) -> Drawing | None:
        """The drawing kept under the key; None where there is none, or what is there is not whole."""
        path = self._path(key)
        try:
            drawing = _unpacked(path.read_bytes())
            if drawing is not None:
                os.utime(path)  # used now: it goes last
        except OSError:
            return None
        return drawing

    def put(self, key: str, drawing: Drawing) -> None:
        """Keep a drawing: written aside and moved into place, so that nobody reads half of it."""
        path = self._path(key)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".new")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(_packed(drawing))
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
        return self.folder / key[:2] / f"{key}.chart"


def store() -> Store:
    """The user's own: REPORTGEN_CACHE where that is set, else the system's folder for what can be made again."""
    if told := os.environ.get("REPORTGEN_CACHE"):
        return Store(Path(told) / "charts")
    return Store(_caches() / "reportgen" / "charts")


def _caches() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    told = Path(os.environ.get("XDG_CACHE_HOME") or ".")
    return told if told.is_absolute() else Path.home() / ".cache"  # the XDG rule: a relative path counts as none


# ---- the key ----------------------------------------------------------------------------


def key(chart: Chart, look: Look) -> str:
    """What a drawing is found by: a hash of all that decides it, the programs that draw it included."""
    return keys([chart], look)[0]


def keys(charts: Iterable[Chart], look: Look) -> list[str]:
    """The keys of several charts in one look."""
    around = {"look": _seen(look), "drawn by": _drawn_by()}
    frame = hashlib.sha256(_json(around))
    return [hashlib.sha256(frame.digest() + _json(_canonical(chart))).hexdigest() for chart in charts]


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True).encode()


def _seen(look: Look) -> Mapping[str, Any]:
    """What of a look a picture may show."""
    return look.model_dump(mode="json", exclude={"name": True, "tables": True, "chart": {"render"}})


def _canonical(value: object) -> object:
    """The value in JSON's own types; a dataclass also tells its name, since two may have the same fields."""
    if is_dataclass(value):
        told = {field.name: _canonical(getattr(value, field.name)) for field in fields(value)}
        return {"": type(value).__name__, **told}
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Mapping):
        return {str(name): _canonical(each) for name, each in cast("Mapping[Any, Any]", value).items()}
    if isinstance(value, tuple | list):
        return [_canonical(each) for each in cast("list[Any]", value)]
    if isinstance(value, frozenset | set):
        return sorted(str(each) for each in cast("set[Any]", value))
    return value


@cache
def _drawn_by() -> Mapping[str, str]:
    """The versions and fonts; and the code that draws, which may change between two versions while it is written."""
    import zlib
    from importlib.util import find_spec

    drawer = find_spec(
        "matplotlib"
    )  # found, not loaded; its version stands in a file, which reads faster than metadata
    assert drawer is not None
    assert drawer.origin is not None
    here = Path(__file__).parent
    return {
        "reportgen": __version__,
        "code": _digest(path for folder in (here, here.parent / "numbers") for path in sorted(folder.rglob("*.py"))),
        "matplotlib": _digest([Path(drawer.origin).with_name("_version.py")]),
        "python": f"{sys.implementation.cache_tag} {sys.platform}",
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        "fonts": _digest(bundled()),
    }


def _digest(files: Iterable[Path]) -> str:
    """One hash of the files' names and content."""
    told = hashlib.sha256()
    for path in files:
        told.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return told.hexdigest()


# ---- an entry ------------------------------------------------------------------------------


def _packed(drawing: Drawing) -> bytes:
    """A line that says what follows, then the PNG, then the SVG."""
    body = drawing.png + drawing.svg
    head = {
        "form": FORM,
        "width_mm": drawing.width_mm,
        "height_mm": drawing.height_mm,
        "png": len(drawing.png),
        "sha256": hashlib.sha256(body).hexdigest(),
    }
    return json.dumps(head).encode() + b"\n" + body


def _unpacked(data: bytes) -> Drawing | None:
    line, _, body = data.partition(b"\n")
    try:
        head = json.loads(line)
        if head["form"] != FORM or head["sha256"] != hashlib.sha256(body).hexdigest():
            return None
        end = int(head["png"])
        return Drawing(body[:end], float(head["width_mm"]), float(head["height_mm"]), body[end:])
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
