"""Which paragraphs of two editions are worded differently, word by word; figures alone that differ are no wording."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from difflib import SequenceMatcher

from reportgen.living.delta.found import Fate, Stretch, WordingChange
from reportgen.living.delta.units import Unit
from reportgen.living.delta.words import tokens, word_by_word
from reportgen.living.wording import likeness
from reportgen.passages import Kind

_ALIKE = 0.4
"""The least likeness of two paragraphs of one kind that are told as one, reworded."""

_MOST_PAIRS = 500_000
"""How many pairs are held against each other at most."""

_IN_ORDER = (Kind.PARAGRAPH, Kind.HEADING, Kind.ITEM, "body", "lead")
"""What has an order of its own."""

_WITH_FIGURES = ("note", "source", "caption", "footnote")
"""What stands with a chart or a table, which is put where a page has room for it."""

_Pair = tuple[int, int]


def changed_wording(then: Sequence[Unit], now: Sequence[Unit]) -> Iterator[WordingChange]:
    """The paragraphs that are not worded alike, in the second edition's order; those that are gone in their place."""
    pairs = dict(_paired(then, now))
    moved = _moved([pair for pair in sorted(pairs.items()) if _in_order(then[pair[0]])])
    before = {other: one for one, other in pairs.items()}
    known = {unit.signature for unit in then}, {unit.signature for unit in now}
    gone = [at for at in range(len(then)) if at not in pairs and not _repeated(then[at], known[1])]
    for at, unit in enumerate(now):
        one = before.get(at)
        while one is not None and gone and gone[0] < one:
            yield _whole(Fate.GONE, then[gone.pop(0)])
        if one is None:
            if not _repeated(unit, known[0]):
                yield _whole(Fate.NEW, unit)
        elif then[one].signature != unit.signature:
            yield _reworded(then[one], unit)
        elif one in moved:
            yield WordingChange(Fate.MOVED, then[one].spot, unit.spot, (Stretch("=", unit.spot.text),))
    yield from (_whole(Fate.GONE, then[at]) for at in gone)


def _in_order(unit: Unit) -> bool:
    return unit.sort in _IN_ORDER


def _repeated(unit: Unit, others: Collection[tuple[str, str, str]]) -> bool:
    """Whether it is a note or a source that the other side tells too: how often it does is a matter of its pages."""
    return unit.role in _WITH_FIGURES and unit.signature in others


def _whole(fate: Fate, unit: Unit) -> WordingChange:
    stretch = (Stretch("+" if fate is Fate.NEW else "-", unit.spot.text),)
    return WordingChange(fate, *((None, unit.spot) if fate is Fate.NEW else (unit.spot, None)), stretch)


def _reworded(then: Unit, now: Unit) -> WordingChange:
    said = (tokens(each.spot.text, each.figures) for each in (then, now))
    return WordingChange(Fate.CHANGED, then.spot, now.spot, word_by_word(*said))


def _paired(then: Sequence[Unit], now: Sequence[Unit]) -> Iterator[_Pair]:
    """Paragraphs that are the same, in their order, then wherever they stand; then those that are most alike."""
    steps = SequenceMatcher(None, [one.signature for one in then], [one.signature for one in now], autojunk=False)
    found = {block.a + n: block.b + n for block in steps.get_matching_blocks() for n in range(block.size)}
    left = [at for at in range(len(then)) if at not in found]
    met = set(found.values())
    free = [at for at in range(len(now)) if at not in met]
    elsewhere: defaultdict[object, list[int]] = defaultdict(list)
    for at in free:
        elsewhere[now[at].signature].append(at)
    for at in left:
        if same := elsewhere[then[at].signature]:
            found[at] = same.pop(0)
    met = set(found.values())
    left = [at for at in left if at not in found]
    found.update(_most_alike(then, now, left, [at for at in free if at not in met]))
    yield from found.items()


def _most_alike(then: Sequence[Unit], now: Sequence[Unit], left: Sequence[int], free: Sequence[int]) -> Iterator[_Pair]:
    if len(left) * len(free) > _MOST_PAIRS:
        return
    scored: list[tuple[float, int, int]] = []
    for one in left:
        for other in free:
            before, after = then[one], now[other]
            if (before.sort, before.spot.language) == (after.sort, after.spot.language):
                score = likeness(before.signature[2], after.signature[2])
                if score >= _ALIKE:
                    scored.append((-score - 0.1 * (before.spot.heading == after.spot.heading), one, other))
    done, taken = set[int](), set[int]()
    for _, one, other in sorted(scored):
        if one not in done and other not in taken:
            done.add(one)
            taken.add(other)
            yield one, other


def _moved(pairs: Sequence[_Pair]) -> set[int]:
    """The fewest that must be put elsewhere for the rest to stand in one order."""
    tails, links, ends = list[int](), list[int](), list[int]()
    for at, (_, other) in enumerate(pairs):
        place = bisect_left(tails, other)
        links.append(ends[place - 1] if place else -1)
        tails[place : place + 1] = [other]
        ends[place : place + 1] = [at]
    kept, at = set[int](), ends[-1] if ends else -1
    while at >= 0:
        kept.add(at)
        at = links[at]
    return {one for at, (one, _) in enumerate(pairs) if at not in kept}
