"""Where the lines of a title end: no line holds a single character, no word is torn, and all are about as long.

Nothing is put into the words: how far a title stands in from the right is chosen so that its lines end well of
themselves, in any program and after any change. Widths are measure.py's, rough: the place in the middle of what would
give the same lines is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from reportgen.numbers.model.pattern import Pattern
from reportgen.records import record
from reportgen.word.ooxml import measure

_UNITS = Pattern(r"[^\s\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef“”‘’…—]+|\s+|.")
"""What no line may break, before terms and punctuation are joined on: a Latin word or figure, or one sign."""

_OPENING = "（《〈“‘【「"
_CLOSING = "，。、；：？！）》〉”’】」％%…—～·"
_AFTER = "的了着过地得等后前时年月日"
"""Characters that a phrase ends with: a line may well end after them."""

_BEFORE = "与和及或并而但占为是达比在从到对向由把被将让使约近超其"
"""Characters that a phrase begins with."""

_TERM, _TORN, _PLAIN = 20.0, 3.0, 1.0
"""What it costs to break inside a term, where two characters may be one word, and where script or word changes."""

_UNEVEN = 4.0  # what it costs that the shortest line is nothing beside the longest
_LONELY = 6.0  # what it costs that a line is shorter than two characters, or a fifth of the longest
_LONGER = 6.0  # what a further line costs: less than a torn term
_NARROW = 0.93  # of measure.py's widths, which must not fall short: what Latin letters take in most faces
_CLOSE = 0.5  # ems: what a line needs between its end and the edge, or the next unit beyond it, to be sure


class Words(NamedTuple):
    """A stretch of a title that is set in one size; a further one starts on a new line."""

    text: str
    size: float
    bold: bool = False


@record
class Broken:
    """How a title's lines fall: how many there are, and how far it stands in from the right for that, in points."""

    lines: int
    inset: float = 0.0


class _Unit(NamedTuple):
    """What stays together; `cost` is that of a line's end behind it."""

    width: float
    blank: bool
    cost: float


@lru_cache(maxsize=1024)
def broken(stretches: tuple[Words, ...], room: float, whole: tuple[str, ...] = ()) -> Broken:
    """How the lines of a title best fall in a line `room` points long; `whole` are words that are not torn."""
    told = [(list(_units(part, whole)), part.size) for words in stretches for part in _parts(words)]
    natural = [_lines(units, room) for units, _ in told]
    count = sum(map(len, natural))
    if count == len(told):
        return Broken(count)
    best = min(_candidates(told, room), key=lambda width: _cost(told, width, count))
    return Broken(sum(len(_lines(units, best)) for units, _ in told), room - best)


def _parts(words: Words) -> Iterator[Words]:
    """The stretch cut where its author breaks it."""
    yield from (words._replace(text=part) for part in words.text.split("\n"))


def _units(words: Words, whole: Sequence[str]) -> Iterator[_Unit]:
    """The text in units, each with what an end of a line behind it costs."""
    kept = {place for word in whole for place in _inside(words.text, word)}
    pieces = list(_joined(words.text))
    end = 0
    for piece, following in zip(pieces, [*pieces[1:], ""], strict=True):
        end += len(piece)
        inside = measure.borders(piece) + measure.borders(piece[-1:] + following[:1])
        width = title_ems(piece, bold=words.bold) * words.size + inside * words.size / 4
        yield _Unit(width, piece.isspace(), _TERM if end in kept else _cost_between(piece, following))


def title_ems(text: str, *, bold: bool) -> float:
    """The width of the text in ems: Chinese characters are as wide in bold, and titles are set in narrow faces."""
    wide = sum(measure.ems(character) == 1 for character in text)
    return wide + (measure.ems(text) - wide) * _NARROW * (measure.BOLD if bold else 1)


def _joined(text: str) -> Iterator[str]:
    """The text cut where programs may end a line: never before what closes or after what opens."""
    start, place = 0, 0
    for unit in _UNITS.findall(text):
        place += len(unit)
        if place == len(text):
            break
        if unit not in _OPENING and text[place] not in _CLOSING:
            yield text[start:place]
            start = place
    if start < len(text):
        yield text[start:]


def _inside(text: str, word: str) -> Iterator[int]:
    """The places inside each occurrence of a word."""
    found = text.find(word)
    while found >= 0:
        yield from range(found + 1, found + len(word))
        found = text.find(word, found + 1)


def _cost_between(before: str, after: str) -> float:
    """What a line's end between two units costs."""
    if not after or before.isspace() or after.isspace() or before[-1] in _CLOSING:
        return 0.0
    if before in _BEFORE:
        return _TORN
    if before[-1] in _AFTER or after[0] in _BEFORE or after[0] in _OPENING:
        return _PLAIN / 2
    if len(before) > 1 or len(after) > 1:
        return _PLAIN
    return _TORN


def _lines(units: Sequence[_Unit], room: float) -> list[tuple[int, float]]:
    """The last unit of each line and its width, as any program breaks them: a line takes what it can hold."""
    lines: list[tuple[int, float]] = []
    taken = inked = 0.0
    for index, unit in enumerate(units):
        if taken and not unit.blank and taken + unit.width > room:
            lines.append((index - 1, inked))
            taken = inked = 0.0
        if not unit.blank or taken:
            taken += unit.width
            inked = inked if unit.blank else taken
    return [*lines, (len(units) - 1, inked)]


def _candidates(told: Sequence[tuple[Sequence[_Unit], float]], room: float) -> list[float]:
    """The widths worth trying, the widest first: halfway between a stretch and the same with one unit more."""
    widths = {room}
    for units, _ in told:
        for start in range(len(units)):
            if start and not (units[start - 1].blank or units[start - 1].cost <= _PLAIN):
                continue
            ends: list[float] = []
            taken = 0.0
            for unit in units[start:]:
                taken += unit.width
                if not unit.blank:
                    ends.append(taken)
            widths |= {(one + min(more, room)) / 2 for one, more in pairwise(ends) if one < room}
    return sorted((width for width in widths if width > room * 0.4 or width == room), reverse=True)


def _cost(told: Sequence[tuple[Sequence[_Unit], float]], room: float, count: int) -> float:
    """What the lines cost in a width; those that are more than they need be, more than any."""
    total, number = 0.0, 0
    for units, size in told:
        lines = _lines(units, room)
        number += len(lines)
        if len(lines) == 1:
            continue
        widths = [width for _, width in lines]
        total += sum(units[end].cost for end, _ in lines[:-1])
        total += _UNEVEN * (1 - min(widths) / max(widths))
        total += _LONELY * sum(width < max(2.2 * size, 0.2 * max(widths)) for width in widths)
        nexts = (units[min(end + 1, len(units) - 1)].width for end, _ in lines[:-1])
        ends = zip(widths, nexts, strict=False)
        sure = [_CLOSE * size <= room - width and width + beyond - room >= _CLOSE * size / 2 for width, beyond in ends]
        total += _PLAIN * sure.count(False) + (_PLAIN if widths[-1] > room - _CLOSE * size else 0)
    return total + _LONGER * (number - count)
