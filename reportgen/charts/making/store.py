"""Drawn charts kept from build to build, each under a key of everything that decides what it looks like.

Nothing here draws, and nothing loads matplotlib.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any, Protocol, cast

from reportgen.cache import MOST, OLDEST, Kept, cache_folder, stamps
from reportgen.charts.drawing.drawn import Drawing
from reportgen.charts.drawing.fonts import bundled
from reportgen.document import Chart
from reportgen.records import record
from reportgen.template.model import Look
from reportgen.version import __version__


class Keeping(Protocol):
    """Where drawn charts are kept."""

    def get(self, key: str) -> Drawing | None:
        """The drawing kept under the key."""
        ...

    def put(self, key: str, drawing: Drawing) -> None:
        """Keep a drawing."""
        ...

    def prune(self) -> int:
        """Forget what there is no room for; how many went."""
        ...


class Memory:
    """Drawn charts kept while a process lives: those that were used last, of so many bytes together."""

    def __init__(self, most: int = 32_000_000) -> None:
        self._most, self._held = most, 0
        self._kept: dict[str, Drawing] = {}
        self._lock = Lock()

    def get(self, key: str) -> Drawing | None:
        """The drawing kept under the key."""
        with self._lock:
            drawing = self._kept.pop(key, None)
            if drawing is not None:
                self._kept[key] = drawing  # used now: it goes last
            return drawing

    def put(self, key: str, drawing: Drawing) -> None:
        """Keep a drawing."""
        with self._lock:
            before = self._kept.pop(key, None)
            self._kept[key] = drawing
            self._held += _size(drawing) - (_size(before) if before else 0)

    def prune(self) -> int:
        """Forget those that were used longest ago, until the rest fits; how many went."""
        went = 0
        with self._lock:
            while self._held > self._most:
                self._held -= _size(self._kept.pop(next(iter(self._kept))))
                went += 1
        return went


def _size(drawing: Drawing) -> int:
    return len(drawing.png) + len(drawing.svg)


@record
class Store:
    """A folder of drawn charts, for any number of builds at a time; one that cannot be used keeps nothing."""

    folder: Path

    def get(self, key: str) -> Drawing | None:
        """The drawing kept under the key; None where there is none, or what is there is not whole."""
        data = self._kept.get(key)
        return None if data is None else _unpacked(data)

    def put(self, key: str, drawing: Drawing) -> None:
        """Keep a drawing."""
        self._kept.put(key, _packed(drawing))

    def prune(self, most: int = MOST, oldest: float = OLDEST) -> int:
        """Forget what no build has used for long, then the least lately used until the rest fits; how many went."""
        return self._kept.prune(most, oldest)

    @property
    def _kept(self) -> Kept:
        return Kept(self.folder, "chart")


def store() -> Store:
    """The user's own."""
    return Store(cache_folder("charts"))


# ---- the key ----------------------------------------------------------------------------


def key(chart: Chart, look: Look) -> str:
    """What a drawing is found by: a hash of all that decides it, the programs that draw it included."""
    return keys([chart], look)[0]


def keys(charts: Iterable[Chart], look: Look) -> list[str]:
    """The keys of several charts in one look."""
    around = {"look": _seen(look), "drawn by": _drawn_by()}
    frame = hashlib.sha256(_json(around))
    return [hashlib.sha256(frame.digest() + _json(chart)).hexdigest() for chart in charts]


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=_plain).encode()


def _plain(value: object) -> object:
    """What JSON has no type for; a dataclass also tells its name, since two may have the same fields."""
    if isinstance(value, Decimal):
        return str(value)
    if is_dataclass(value) and not isinstance(value, type):
        return [type(value).__name__, *(getattr(value, name) for name in _field_names(type(value)))]
    if isinstance(value, frozenset | set):
        return sorted(str(each) for each in cast("set[Any]", value))
    raise TypeError(type(value).__name__)


@cache
def _field_names(of: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(of))


def _seen(look: Look) -> Mapping[str, Any]:
    """What of a look a picture may show."""
    return look.model_dump(mode="json", exclude={"name": True, "tables": True, "chart": {"render"}})


DRAWING = ("charts", "numbers", "languages", "template", "document.py")
"""The code that decides a drawing: folders and a file of the package."""


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
    package = Path(__file__).parents[2]
    return {
        "reportgen": __version__,
        "code": "\n".join(line.removeprefix(str(package)) for name in DRAWING for line in _code(package / name)),
        "matplotlib": hashlib.sha256(Path(drawer.origin).with_name("_version.py").read_bytes()).hexdigest(),
        "python": f"{sys.implementation.cache_tag} {sys.platform}",
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        "fonts": "\n".join(map(_stamp, bundled())),  # megabytes, which no build needs to read again
    }


def _stamp(path: Path) -> str:
    """A file by its size and time, as Python knows its own files."""
    status = path.stat()
    return f"{path.name} {status.st_size} {status.st_mtime_ns}"


def _code(path: Path) -> Iterable[str]:
    return [_stamp(path)] if path.suffix else stamps(path, ".py")


# ---- an entry ------------------------------------------------------------------------------


def _packed(drawing: Drawing) -> bytes:
    """A line that says what follows, then the PNG, then the SVG."""
    head = {"width_mm": drawing.width_mm, "height_mm": drawing.height_mm, "png": len(drawing.png)}
    return json.dumps(head).encode() + b"\n" + drawing.png + drawing.svg


def _unpacked(data: bytes) -> Drawing | None:
    line, _, body = data.partition(b"\n")
    try:
        head = json.loads(line)
        end = int(head["png"])
        return Drawing(body[:end], float(head["width_mm"]), float(head["height_mm"]), body[end:])
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
