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
    spots: dict[str, dict[str, None]] = {}
    for origin in _origins(facts, known):
        cells = spots.setdefault(_file(origin), {})
        cells[_cell(origin, language)] = None
    places = [_place(file, list(cells), language) for file, cells in spots.items()]
    return fill("origin", language, places=say("list-gap", language).join(places)) if places else ""


def _origins(facts: Iterable[Fact], known: Mapping[str, Fact]) -> Iterator[Origin]:
    for fact in facts:
        if fact.origin is not None:
            yield fact.origin
        yield from _origins((known[part] for part in fact.formula if part in known), known)


def _file(origin: Origin) -> str:
    name = origin.file.removeprefix("data/")
    return f"{name}#{origin.sheet}" if origin.sheet else name


def _cell(origin: Origin, language: str) -> str:
    if origin.query:
        return say("origin-query", language)
    if origin.address:
        return origin.address
    return fill("origin-cell", language, line=str(origin.line), column=origin.column)


def _place(file: str, cells: list[str], language: str) -> str:
    """A file with its cells in brackets, the first of many and how many there are."""
    shown = cells if len(cells) <= MOST_CELLS else cells[: MOST_CELLS - 1]
    listed = say("names-gap", language).join(shown)
    if len(shown) < len(cells):
        more = {"count": str(len(cells)), "more": str(len(cells) - len(shown))}
        listed = fill("names-more", language, names=listed, **more)
    return file + say("brackets", language).format(listed)
