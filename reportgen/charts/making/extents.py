"""How high charts are drawn at the heights that a page may ask for, kept from build to build. Nothing is painted."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.cache import Kept, cache_folder
from reportgen.charts.making.store import keys
from reportgen.document import Chart
from reportgen.template.model import Look

Extents = Mapping[Decimal | None, float]
"""Millimeters drawn, by the millimeters asked for; None is what nobody asks for."""

_SAME = 1e-6
"""Millimeters by which two heights may differ that are the same."""


def extent_cache() -> Kept:
    """The user's own."""
    return Kept(cache_folder("extents"), "json")


def extents(charts: Sequence[Chart], look: Look, asked: Sequence[Decimal], kept: Kept | None) -> list[Extents]:
    """How high each chart is drawn. ContentError where one cannot be drawn."""
    names = keys(charts, look)
    return [_extents(chart, name, look, asked, kept) for chart, name in zip(charts, names, strict=True)]


def _extents(chart: Chart, name: str, look: Look, asked: Sequence[Decimal], kept: Kept | None) -> Extents:
    known = _unpacked(kept.get(name)) if kept else None
    if known is not None and {None, *asked} <= known.keys():
        return known
    found = dict(_measured(chart, look, asked))
    if kept:
        kept.put(name, json.dumps({str(key or ""): value for key, value in found.items()}).encode())
        kept.prune()
    return found


def _unpacked(data: bytes | None) -> Extents | None:
    return None if data is None else {Decimal(key) if key else None: value for key, value in json.loads(data).items()}


def _measured(chart: Chart, look: Look, asked: Sequence[Decimal]) -> Iterator[tuple[Decimal | None, float]]:
    """Each height, the usual one first; as few as can be are laid out."""
    from reportgen.charts import height_of  # here, since it loads what measures type

    def drawn(height: Decimal) -> float:
        return height_of(replace(chart, height_mm=height), look)

    yield None, height_of(chart, look)
    low, high = asked[0], asked[-1]
    yield from sorted(_between(asked, {low: drawn(low), high: drawn(high)}, drawn).items())


def _between(
    asked: Sequence[Decimal], ends: dict[Decimal, float], drawn: Callable[[Decimal], float]
) -> dict[Decimal, float]:
    """The heights between two ends.

    A chart grows with what is asked for by as much or not at all; where it grows by all or nothing between the ends, it
    does at each height between them.
    """
    low, high = asked[0], asked[-1]
    grown, more = ends[high] - ends[low], float(high - low)
    if len(asked) > 2 and not any(abs(grown - each) < _SAME for each in (0.0, more)):
        middle = asked[len(asked) // 2]
        ends[middle] = drawn(middle)
        lower, upper = asked[: len(asked) // 2 + 1], asked[len(asked) // 2 :]
        return {**_between(lower, ends, drawn), **_between(upper, ends, drawn)}
    grows = grown >= _SAME
    return {each: ends[each] if each in ends else ends[low] + grows * float(each - low) for each in asked}
