"""What changed from one edition of a text to the next, in one language: figures, and texts that came or went.

A sentence that only says the same figures in other words has not changed. Not here: how sentences are paired.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from reportgen.comparison.alignment import Bead
from reportgen.comparison.beads import PairedTable, pair_texts
from reportgen.comparison.likeness import Edition, alike
from reportgen.comparison.sentences import Sentence, sentences, words_in
from reportgen.comparison.stretches import of_sentences
from reportgen.comparison.told import NOTHING, Told
from reportgen.differences import Change
from reportgen.numbers import Found, find
from reportgen.numbers.agreement.figure_compare import exact_key
from reportgen.passages import Passage
from reportgen.problems import Severity

_LONG = 20.0
"""How many letters a text without figures has whose coming or going is worth a word."""
_OTHER_NUMBER = re.compile(r"\d(?:[\d.,:/-]*\d)?")
_NEAR = 24
"""How many characters before and behind a figure tell what it is of."""
_WORDING = re.compile(r"[^\W\d_]+")


def compare_editions(
    old: Sequence[Passage], new: Sequence[Passage], language: str, names: Sequence[str] = ()
) -> list[Told]:
    """All that the later text tells otherwise than the earlier one, in order."""
    first, second = sentences(old, language, names), sentences(new, language, names)
    paired = pair_texts(first, second, Edition, lambda sentence: (*sentence.figures, sentence.text), named=True)
    editions = _Editions(language, tuple(names))
    return [*editions.flow(paired.flow), *(each for table in paired.tables for each in editions.table(table))]


@dataclass(frozen=True, slots=True)
class _Editions:
    """How two texts of a language are read."""

    language: str
    names: tuple[str, ...]

    def flow(self, beads: Sequence[Bead]) -> Iterator[Told]:
        """What changed in running text; sentences that came where others went may be these in other words."""
        kept = _without_moved(beads)
        before: Passage | None = None
        for lone, group in groupby(kept, key=lambda bead: not (bead.first and bead.second)):
            held = list(group)
            if lone:
                first = [each for bead in held for each in bead.first]
                second = [each for bead in held for each in bead.second]
                yield from self._unpaired(first, second, before)
            else:
                for bead in held:
                    yield from self._changed(bead.first, bead.second)
                before = held[-1].second[-1].passage

    def table(self, table: PairedTable) -> Iterator[Told]:
        """What changed in a table: a figure in its cell, rows that came or went."""
        for bead in table.cells:
            if bead.first and bead.second:
                yield from self._changed(bead.first, bead.second)
            elif bead.first or bead.second:
                yield from self._unpaired(bead.first, bead.second, table.second.rows[0][0].passage)
        for rows, change in ((table.rows.dropped, Change.DROPPED), (table.rows.added, Change.ADDED)):
            for row in rows:
                yield from self._whole(row, change, table.second.rows[-1][-1].passage)

    def _unpaired(
        self, first: Sequence[Sentence], second: Sequence[Sentence], before: Passage | None
    ) -> Iterator[Told]:
        """Texts without a partner: dropped, added, or one said in other words."""
        if first and second and _keys_of(first) == _keys_of(second) and _keys_of(first):
            return
        if first:
            yield from self._whole(first, Change.DROPPED, before)
        if second:
            yield from self._whole(second, Change.ADDED, before)

    def _whole(self, found: Sequence[Sentence], change: Change, before: Passage | None) -> Iterator[Told]:
        stretch = of_sentences(found)
        sides = (stretch, NOTHING) if change is Change.DROPPED else (NOTHING, stretch)
        lone = tuple(figure for figure in find(stretch.text, self.language, self.names) if not figure.weak)
        if lone:
            yield Told(change, Severity.ERROR, *sides, before=before, lone=lone)
        elif sum(each.length for each in found) >= _LONG:
            yield Told(change, Severity.WARNING, *sides, before=before)

    def _changed(self, first: Sequence[Sentence], second: Sequence[Sentence]) -> Iterator[Told]:
        """The figures that sentences of both editions tell differently."""
        old, new = of_sentences(first), of_sentences(second)
        if old.text == new.text:
            return
        was, now = self._figures(old.text), self._figures(new.text)
        for one, two in _pairs(old.text, was, new.text, now):
            if one and two and _key(one) == _key(two):
                continue
            change = Change.CHANGED if one and two else Change.DROPPED if one else Change.ADDED
            before = second[-1].passage if not two else None
            yield Told(change, _severity(one, two), old, new, (one, two), before=before, shares=True)

    def _figures(self, text: str) -> list[Found]:
        """The figures of a text, and its other numbers: times of day, labels, codes."""
        found = list(find(text, self.language, self.names))
        inside = [(each.start, each.end) for each in found]
        others = [
            Found(text, number.start(), number.end(), "number", number[0])
            for number in _OTHER_NUMBER.finditer(text)
            if not any(start < number.end() and number.start() < end for start, end in inside)
            and not any(name in text and number[0] in name for name in self.names)
        ]
        return sorted([*found, *others], key=lambda each: each.start)


def _severity(one: Found | None, two: Found | None) -> Severity:
    """How bad it is that a figure became another: a qualifier alone, and a number that is no figure, are a warning."""
    told = [each for each in (one, two) if each]
    if any(each.kind == "number" or each.weak for each in told):
        return Severity.WARNING
    if one and two and _key(_unqualified(one)) == _key(_unqualified(two)):
        return Severity.WARNING
    return Severity.ERROR


def _unqualified(found: Found) -> Found:
    """The figure without its qualifier."""
    return found._replace(qualifier=None, qform=None)


def _key(found: Found) -> tuple[object, ...]:
    return exact_key(found)


def _keys_of(found: Sequence[Sentence]) -> Counter[tuple[object, ...]]:
    return Counter(_key(figure) for each in found for figure in each.found)


def _pairs(
    old: str, was: Sequence[Found], new: str, now: Sequence[Found]
) -> Iterator[tuple[Found | None, Found | None]]:
    """Figures of both editions that are one: place by place where the words are the same, else by what they say."""
    if len(was) == len(now) and _wording(old, was) == _wording(new, now):
        yield from zip(was, now, strict=True)
        return
    left, right = _without_equals(was, now), _without_equals(now, was)
    likely = sorted(
        ((_kinship(old, one, new, two), -i, -j) for i, one in enumerate(left) for j, two in enumerate(right)),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for kinship, i, j in likely:
        if kinship > 0 and -i not in pairs and -j not in pairs.values():
            pairs[-i] = -j
    for i, one in enumerate(left):
        yield one, right[pairs[i]] if i in pairs else None
    for j, two in enumerate(right):
        if j not in pairs.values():
            yield None, two


def _wording(text: str, figures: Sequence[Found]) -> list[str]:
    """The words of a text without its figures."""
    parts: list[str] = []
    at = 0
    for each in figures:
        parts.append("".join(_WORDING.findall(text[at : each.start])).lower())
        at = max(at, each.end)
    return [*parts, "".join(_WORDING.findall(text[at:])).lower()]


def _without_equals(found: Sequence[Found], other: Sequence[Found]) -> list[Found]:
    """The figures that the other text does not tell as often."""
    waiting = Counter(map(_key, other))
    left: list[Found] = []
    for each in found:
        key = _key(each)
        if waiting[key]:
            waiting[key] -= 1
        else:
            left.append(each)
    return left


def _kinship(old: str, one: Found, new: str, two: Found) -> float:
    """How likely a figure became another: of one kind, and the more so the more words around them are the same."""
    if one.kind != two.kind or (one.unit != two.unit and "money" not in (one.kind, two.kind)):
        return 0.0
    around = [
        frozenset(
            words_in(text[max(0, each.start - _NEAR) : each.start] + " " + text[each.end : each.end + _NEAR // 2])
        )
        for text, each in ((old, one), (new, two))
    ]
    return 0.1 + alike(*around) - (0.05 if one.unit != two.unit else 0.0)


def _without_moved(beads: Sequence[Bead]) -> list[Bead]:
    """The beads without texts that stand elsewhere in the other edition, word for word."""
    dropped = Counter(each.text for bead in beads if not bead.second for each in bead.first)
    added = Counter(each.text for bead in beads if not bead.first for each in bead.second)
    both = dropped & added
    left = {"first": Counter(both), "second": Counter(both)}
    kept: list[Bead] = []
    for bead in beads:
        if bead.first and bead.second:
            kept.append(bead)
            continue
        side = "first" if bead.first else "second"
        stay = tuple(each for each in (*bead.first, *bead.second) if not _take(left[side], each.text))
        if stay:
            kept.append(replace(bead, first=stay) if bead.first else replace(bead, second=stay))
    return kept


def _take(waiting: Counter[str], text: str) -> bool:
    if waiting[text]:
        waiting[text] -= 1
        return True
    return False
