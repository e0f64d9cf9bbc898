"""The order of figures kept from build to build: most changes of a sentence leave every height as it was.

The key is what is moved and set in every edition, the height of pages, and the program's files that decide.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import reportgen.word
from reportgen.cache import Kept, cache_folder, stamps
from reportgen.word.pages.order import Flowing, Passed, one_order


def order_cache() -> Kept:
    """The user's own."""
    return Kept(cache_folder("orders"), "json")


def kept_order(editions: Sequence[Flowing], height: float, kept: Kept | None) -> Passed:
    """What figures pass in every edition: kept, or found and kept."""
    if kept is None:
        return one_order(editions, height)
    name = _name(editions, height)
    known = _unpacked(kept.get(name))
    if known is None:
        known = one_order(editions, height)
        kept.put(name, json.dumps(known).encode())
        kept.prune()
    return known


def _name(editions: Sequence[Flowing], height: float) -> str:
    """What an order is kept by."""
    told = hashlib.sha256(repr([height, *((each.units(), each.flow.notes) for each in editions)]).encode())
    for stamp in stamps(Path(reportgen.word.__file__).parent, ".py"):
        told.update(stamp.encode())
    return told.hexdigest()


def _unpacked(data: bytes | None) -> Passed | None:
    """What an entry holds; None where there is none, or one of another make."""
    try:
        found: Any = None if data is None else json.loads(data)
        return None if found is None else {str(name): int(count) for name, count in found.items()}
    except (ValueError, TypeError, AttributeError):
        return None
