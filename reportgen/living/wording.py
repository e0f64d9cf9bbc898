"""Lines whose marks are gone, found again by their words: those that stand as they were first, then the most alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reportgen.ledger import LedgerLine, digest

_ALIKE = 0.5
"""The least share of pairs of letters that two lines have in common to count as one, of those of both."""

_MOST_PAIRS = 2_000_000
"""How many comparisons are made at most: a file of strangers may hold any number of lines."""

Stretch = tuple[int, int, int]
"""A paragraph, by its place, and the characters from which and up to which a line of it stands."""


def matched_by_wording(
    lines: Sequence[LedgerLine], paragraphs: Sequence[tuple[int, str]]
) -> Iterator[tuple[LedgerLine, Stretch]]:
    """Each line with the stretch that says it or most of it; nothing for one that has no like.

    Of several that are alike, the first line goes to the first stretch.
    """
    stretches = [stretch for index, text in paragraphs for stretch in _stretches(index, text)]
    waiting: defaultdict[str, list[int]] = defaultdict(list)
    for place, (_, words) in enumerate(stretches):
        waiting[digest(words)[:8]].append(place)
    left: list[LedgerLine] = []
    taken: set[int] = set()
    for line in lines:
        same = waiting.get(line.digest or digest(line.text.strip())[:8])
        if same:
            place = same.pop(0)
            taken.add(place)
            yield line, stretches[place][0]
        elif not line.digest:
            left.append(line)
    free = [(stretch, words) for place, (stretch, words) in enumerate(stretches) if place not in taken]
    yield from _most_alike(left, free)


def _stretches(index: int, text: str) -> Iterator[tuple[Stretch, str]]:
    """The lines of a paragraph."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield (index, start, start + len(line)), line.strip()
        start += len(line) + 1


def _most_alike(
    lines: Sequence[LedgerLine], free: Sequence[tuple[Stretch, str]]
) -> Iterator[tuple[LedgerLine, Stretch]]:
    """The pairs that have most in common, the most alike first."""
    if len(lines) * len(free) > _MOST_PAIRS:
        return
    pairs = [_letters(words) for _, words in free]
    found: list[tuple[float, int, int]] = []
    for at, line in enumerate(lines):
        own = _letters(line.text)
        for place, other in enumerate(pairs):
            if (share := _share(own, other)) >= _ALIKE:
                found.append((-share, at, place))
    done: set[int] = set()
    taken: set[int] = set()
    for _, at, place in sorted(found):
        if at not in done and place not in taken:
            done.add(at)
            taken.add(place)
            yield lines[at], free[place][0]


def likeness(one: str, other: str) -> float:
    """The share of pairs of letters that two texts have in common, of those of both: 0 to 1."""
    return _share(_letters(one), _letters(other))


def _letters(text: str) -> frozenset[str]:
    """The pairs of neighboring letters of a text."""
    plain = "".join(text.split())
    return frozenset(plain[at : at + 2] for at in range(len(plain) - 1)) or frozenset({plain})


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))
