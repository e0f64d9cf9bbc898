"""Where figures were read, in words for a reader: the files of data/ and the cells in them.

What is known of one figure stands in origin.py; whether notes say it is for the briefing to decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reportgen.content.model import Fact
from reportgen.content.origin import Origin
from reportgen.languages import fill, say

MOST_CELLS = 12


def provenance(facts: Iterable[Fact], known: Mapping[str, Fact], language: str) -> str:
    """One sentence on the files and cells that figures were read from, derived ones by way of what they are made of;
    no words where none was read from data."""
    spots: dict[str, dict[tuple[str, str], dict[str, None]]] = {}
    for origin in _origins(facts, known):
        spots.setdefault(_file(origin), {}).setdefault(_kind(origin), {})[origin.address or str(origin.line)] = None
    places = [_place(file, cells, language) for file, cells in spots.items()]
    return fill("origin", language, places=say("list-gap", language).join(places)) if places else ""


def _origins(facts: Iterable[Fact], known: Mapping[str, Fact]) -> Iterator[Origin]:
    for fact in facts:
        if fact.origin is not None:
            yield fact.origin
        yield from _origins((known[part] for part in fact.formula if part in known), known)


def _file(origin: Origin) -> str:
    name = origin.file.removeprefix("data/")
    return f"{name}#{origin.sheet}" if origin.sheet else name


def _kind(origin: Origin) -> tuple[str, str]:
    """What the cells of a file are told by: a query, their addresses, or the lines of a column."""
    return ("query", "") if origin.query else ("cell", "") if origin.address else ("line", origin.column)


def _place(file: str, cells: Mapping[tuple[str, str], Iterable[str]], language: str) -> str:
    told = (_cells(kind, column, list(spots), language) for (kind, column), spots in cells.items())
    return file + say("brackets", language).format(say("list-gap", language).join(told))


def _cells(kind: str, column: str, spots: list[str], language: str) -> str:
    """The cells of one kind, the first of many and how many there are."""
    if kind == "query":
        return say("origin-query", language)
    shown = spots if len(spots) <= MOST_CELLS else spots[: MOST_CELLS - 1]
    listed = say("names-gap", language).join(shown)
    if kind == "line":
        listed = fill("origin-lines", language, lines=listed, column=column)
    if len(shown) == len(spots):
        return listed
    more = {"count": str(len(spots)), "more": str(len(spots) - len(shown))}
    return fill("names-more", language, names=listed, **more)
