"""How high charts are drawn at the heights that a page may ask for, kept from build to build. Nothing is painted."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.cache import Kept, cache_folder
from reportgen.charts.making.store import keys
from reportgen.document import Chart
from reportgen.template.model import Look

Extents = Mapping[Decimal | None, float]
"""Millimeters drawn, by the millimeters asked for; None is what nobody asks for."""


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
    """Each height; a chart that is as high at both ends has no choice."""
    from reportgen.charts import height_of  # here, since it loads what measures type

    usual = height_of(chart, look)
    yield None, usual
    ends = [height_of(replace(chart, height_mm=each), look) for each in (asked[0], asked[-1])]
    for index, each in enumerate(asked):
        if ends[0] == ends[1]:
            yield each, usual
        elif index in (0, len(asked) - 1):
            yield each, ends[0 if index == 0 else 1]
        else:
            yield each, height_of(replace(chart, height_mm=each), look)
