"""What was decided of documents' pages, kept from build to build: LibreOffice is asked only about what has changed.

The key is the galley to the byte, the page, the heights that charts may have, the program, and the folders of fonts,
since a new font may move a line.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

from reportgen.cache import Kept, cache_folder
from reportgen.records import record
from reportgen.word.body.context import Pages
from reportgen.word.pages.engine import identity, system_fonts
from reportgen.word.pages.filling import Arrangement

FORM = "pages 12"


@record
class Settled:
    """What was decided of a document's pages, and where everything stands on them."""

    arrangement: Arrangement
    pages: Pages
    fonts: tuple[str, ...] = ()  # that it was laid out with; none where nobody laid it out


def page_cache() -> Kept:
    """The user's own."""
    return Kept(cache_folder("pages"), "json")


def surroundings(soffice: Path) -> bytes:
    """What besides the document decides its pages, as one hash: the program and the fonts."""
    return hashlib.sha256("\n".join(_around(soffice)).encode()).digest()


def _around(soffice: Path) -> Iterator[str]:
    yield FORM
    yield from identity(soffice)
    yield from system_fonts()


def packed(settled: Settled) -> bytes:
    """An entry."""
    decided, pages = settled.arrangement, settled.pages
    entry = {
        "heights": {str(place): str(height) for place, height in decided.heights.items()},
        "breaks": sorted(decided.breaks),
        "loose": sorted(decided.loose),
        "apart": sorted(decided.apart),
        "turned": sorted(decided.turned),
        "air": str(decided.air),
        "headings": dict(pages.headings),
        "count": pages.count,
        "captions": dict(pages.captions),
        "closing": pages.closing,
        "left": pages.left,
        "fonts": settled.fonts,
    }
    return json.dumps(entry, ensure_ascii=False).encode()


def unpacked(data: bytes | None) -> Settled | None:
    """What an entry holds; None where there is none, or one of another make."""
    if data is None:
        return None
    try:
        entry = cast("dict[str, Any]", json.loads(data))
        heights = {int(place): Decimal(height) for place, height in entry["heights"].items()}
        names = ("breaks", "loose", "apart", "turned")
        breaks, loose, apart, turned = (frozenset(entry[name]) for name in names)
        decided = Arrangement(heights, breaks, loose, apart, Decimal(entry["air"]), turned)
        ending = int(entry["closing"]), float(entry["left"])
        return Settled(
            decided, Pages(entry["headings"], entry["count"], entry["captions"], *ending), tuple(entry["fonts"])
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
