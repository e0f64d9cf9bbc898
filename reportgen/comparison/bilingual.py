"""What the figures of a Chinese text and of its English disagree about, and which texts one of them leaves out.

Figures are held against each other sentence by sentence. What disagrees there is looked at once more among the
sentences around it: a figure that a translator put into the next sentence disagrees with nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from math import log

from reportgen.comparison.alignment import Bead
from reportgen.comparison.beads import Paired, PairedTable, pair_texts
from reportgen.comparison.likeness import Rendering
from reportgen.comparison.sentences import Sentence, figure_key, sentences
from reportgen.comparison.stretches import Stretch, of_sentences
from reportgen.comparison.table_units import below_zero
from reportgen.comparison.told import NOTHING, Told
from reportgen.differences import Change
from reportgen.numbers import Disagreement, agree
from reportgen.passages import Passage
from reportgen.problems import Severity

_MOST_AROUND = 12
"""How many pairs of sentences before and after one may be looked at with it."""
_CROSSED = 0.15
_LONG = 80.0
"""How many letters of English a text without figures has whose loss is worth a word."""
_UNIT = re.compile(r"[（(]?[万亿萬億]{1,2}[\u3400-\u9fff]{0,3}[）)]?")

_NUMBER = re.compile(
    r"[（(]?\d{1,2}(?:\.\d{1,2}){0,3}[.)）、．](?!\d)\s*[^\W\d]|\d{1,2}(?:\.\d{1,2}){1,3}\s+[A-Z\u3400-\u9fff]"
    r"|\d{1,2}\s+[\u3400-\u9fff]"
)
"""How the number of a passage is typed: 2.1 Statement of compliance, （2）, 3、."""


def compare_languages(zh: Sequence[Passage], en: Sequence[Passage], names: Sequence[str] = ()) -> list[Told]:
    """All that two texts tell differently, in order."""
    first, second = sentences(zh, "zh", names), sentences(en, "en", names)
    paired = pair_texts(first, second, Rendering, lambda sentence: sentence.figures)
    told = [*_Flow(paired, names).told(), *(each for table in paired.tables for each in _in_table(table, names))]
    return [each for each in told if not _is_number_of_passage(each)]


def _is_number_of_passage(told: Told) -> bool:
    """Whether a figure that one side alone has is the typed number of its passage: the other's may be made by Word."""
    one, two = told.figures
    if (one is None) == (two is None) or len(told.lone) > 1:
        return False
    figure, stretch = (one, told.first) if one else (two, told.second)
    if figure is None or figure.tail or not re.fullmatch(r"[\d.]+", figure.text):
        return False
    passage, start = stretch.at(figure.start)
    return not passage.cell and start <= 1 and _NUMBER.match(passage.text) is not None


# ---- tables ---------------------------------------------------------------------------


def _in_table(table: PairedTable, names: Sequence[str]) -> Iterator[Told]:
    for bead in table.cells:
        if not bead.first and not bead.second:
            continue
        zh, en = of_sentences(bead.first), of_sentences(bead.second)
        found = agree(zh.text, en.text, names)
        if not found or _is_head(zh.text, en.text) or _agree_as_printed(zh, en, names):
            continue
        before = (table.second.rows if not bead.second else table.first.rows)[0][0].passage
        for each in found:
            yield _told(each, zh, en, before, shares=True)
    for rows, change in ((table.rows.dropped, Change.DROPPED), (table.rows.added, Change.ADDED)):
        other = (table.second if change is Change.DROPPED else table.first).rows
        for row in rows:
            yield from _lone(row, change, other[-1][-1].passage if other else None, names)
    if table.rows.moved:
        here, there = table.rows.moved[0]
        yield Told(Change.MOVED, Severity.WARNING, of_sentences(here), of_sentences(there), rows=True)


def _is_head(zh: str, en: str) -> bool:
    """Whether a cell is a column's head and no figure: 万亿元 is no trillion there."""
    return _UNIT.fullmatch(zh) is not None and not any(map(str.isdigit, en))


def _agree_as_printed(zh: Stretch, en: Stretch, names: Sequence[str]) -> bool:
    """Whether bare figures agree where only one side's head was found to give them a unit."""
    sides = zh.passages, en.passages
    if len({any(passage.bare for passage in side) for side in sides}) == 1:
        return False
    bare = ["\n".join(below_zero(passage.printed) for passage in side) for side in sides]
    return not agree(bare[0], bare[1], names)


# ---- running text ---------------------------------------------------------------------


Spot = tuple[str, int, int]


class _Flow:
    """The beads of two texts, and what disagrees in each."""

    def __init__(self, paired: Paired, names: Sequence[str]) -> None:
        self.beads, self.names = paired.flow, names
        self.pairs = [(of_sentences(bead.first), of_sentences(bead.second)) for bead in self.beads]
        self.found = [
            agree(zh.text, en.text, names) if zh.text and en.text and not _is_head(zh.text, en.text) else ()
            for zh, en in self.pairs
        ]
        self.done: set[Spot] = set()

    def told(self) -> Iterator[Told]:
        """What disagrees, bead by bead; beads in a row of which one side is empty are one text."""
        for alone, group in groupby(range(len(self.beads)), key=self._alone):
            if alone:
                yield from self._left_out(list(group), alone)
                continue
            for at in group:
                if self.found[at] and not self._as_printed(at):
                    yield from self._confirmed(at)

    def _alone(self, at: int) -> str:
        bead = self.beads[at]
        return "" if bead.first and bead.second else "zh" if bead.first else "en"

    def _as_printed(self, at: int) -> bool:
        return any(passage.bare for side in self.pairs[at] for passage in side.passages) and _agree_as_printed(
            *self.pairs[at], self.names
        )

    def _confirmed(self, at: int) -> Iterator[Told]:
        """What disagrees in a bead, as far as the sentences around it do not resolve it."""
        zh, en = self.pairs[at]
        wider = self._around(at)
        for each in self.found[at]:
            spots = _spots(each, zh, en)
            if self.done & spots:
                continue
            again = [told for told in wider if _spots(told.found, told.first, told.second) & spots]
            self.done |= spots
            if not again:
                exchanged = self._exchanged(at, each)
                if exchanged:
                    yield self._told(at, each, exchanged=True)
                continue
            if each.zh is not None and each.en is not None and _covers(again, spots):
                yield self._told(at, each)
                continue
            if each.zh is None or each.en is None:
                (only, *more) = again
                if not more and only.found and (only.found.zh is None or only.found.en is None):
                    yield self._told(at, replace(each, severity=only.severity))  # its own sentences are nearer
                    continue
            for told in again:
                self.done |= _spots(told.found, told.first, told.second)
                yield told

    def _told(self, at: int, each: Disagreement, *, exchanged: bool = False) -> Told:
        zh, en = self.pairs[at]
        shares = any(key in _keys(self.beads[at].second) for key in _keys(self.beads[at].first))
        before = _last(self.beads[at].second if each.en is None else self.beads[at].first)
        return _told(each, zh, en, before, shares=shares, exchanged=exchanged)

    def _around(self, at: int) -> list[Told]:
        """What still disagrees when the passages of a bead and its neighbors are read as one text."""
        low, high = self._reach(at)
        beads = self.beads[low : high + 1]
        zh = of_sentences([each for bead in beads for each in bead.first])
        en = of_sentences([each for bead in beads for each in bead.second])
        return [_told(each, zh, en, _last(self._beside(at, each))) for each in agree(zh.text, en.text, self.names)]

    def _beside(self, at: int, each: Disagreement) -> Sequence[Sentence]:
        return self.beads[at].second if each.en is None else self.beads[at].first

    def _reach(self, at: int) -> tuple[int, int]:
        """From which bead to which the passages of one reach, and one further on each side."""
        bead = self.beads[at]
        own = {each.index for each in bead.first}, {each.index for each in bead.second}
        low = high = at
        while low > 0 and at - low < _MOST_AROUND and _shares(self.beads[low - 1], own):
            low -= 1
        while high + 1 < len(self.beads) and high - at < _MOST_AROUND and _shares(self.beads[high + 1], own):
            high += 1
        return max(0, low - 1), min(len(self.beads) - 1, high + 1)

    def _exchanged(self, at: int, each: Disagreement) -> bool:
        """Whether two figures stand in each other's place while their sentences keep the order."""
        if each.zh is None or each.en is None:
            return False
        low, high = self._reach(at)
        keys = figure_key(each.zh), figure_key(each.en)
        for other in range(low, high + 1):
            for told in self.found[other]:
                if other == at or told.zh is None or told.en is None:
                    continue
                if (figure_key(told.en), figure_key(told.zh)) == keys:
                    return len(self.found[at]) == len(self.found[other]) == 1 and not self._crossed(at, other)
        return False

    def _crossed(self, one: int, two: int) -> bool:
        """Whether the lengths say that two sentences were put in another order."""
        zh = [sum(each.length for each in self.beads[at].first) for at in (one, two)]
        en = [sum(each.length for each in self.beads[at].second) for at in (one, two)]
        straight = abs(log(en[0] / zh[0])) + abs(log(en[1] / zh[1]))
        return abs(log(en[1] / zh[0])) + abs(log(en[0] / zh[1])) + _CROSSED < straight

    def _left_out(self, group: Sequence[int], side: str) -> Iterator[Told]:
        """A text that one side alone has: one difference, however long it is."""
        first = side == "zh"
        told = [each for at in group for each in (self.beads[at].first if first else self.beads[at].second)]
        change = Change.DROPPED if first else Change.ADDED
        missing = {
            spot
            for at in (group[0], group[-1])
            for each in self._around(at)
            if (each.found and (each.found.en if first else each.found.zh)) is None
            for spot in _spots(each.found, each.first, each.second)
        }
        near = self.beads[group[0] - 1] if group[0] else None
        before = _last(near.second if first else near.first) if near else None
        if len(group) <= 2 and any(each.figures for each in told) and not missing & _all_spots(told, side):
            return  # its figures are told beside it
        yield from _lone(told, change, before, self.names)


def _lone(found: Sequence[Sentence], change: Change, before: Passage | None, names: Sequence[str]) -> Iterator[Told]:
    """The one difference that a text without a partner is."""
    stretch = of_sentences(found)
    first = change is Change.DROPPED
    made = agree(stretch.text, "", names) if first else agree("", stretch.text, names)
    sides = (stretch, NOTHING) if first else (NOTHING, stretch)
    if made:
        worst = min(made, key=lambda each: each.severity != Severity.ERROR)
        lone = tuple(figure for each in made if (figure := each.zh if first else each.en))
        meant = lone[0] if len(lone) == 1 else None
        alone = (meant, None) if first else (None, meant)
        yield Told(change, worst.severity, *sides, alone, worst, before, lone)
    elif not any(each.cell for each in found) and sum(each.length for each in _whole(found)) >= _LONG:
        yield Told(change, Severity.WARNING, *sides, before=before)


def _whole(found: Sequence[Sentence]) -> Iterator[Sentence]:
    """The sentences of passages that are left out whole; a heading is no loss of its own."""
    for _, group in groupby(found, key=lambda each: each.index):
        held = list(group)
        if held[0].start == 0 and held[-1].end >= len(held[-1].passage.text.rstrip()) and not held[0].passage.heading:
            yield from held


def _told(
    found: Disagreement,
    zh: Stretch,
    en: Stretch,
    before: Passage | None,
    *,
    shares: bool = False,
    exchanged: bool = False,
) -> Told:
    figures = found.zh, found.en
    change = _change(found)
    return Told(change, found.severity, zh, en, figures, found, before, shares=shares, exchanged=exchanged)


def _change(found: Disagreement) -> Change:
    return Change.DROPPED if found.en is None else Change.ADDED if found.zh is None else Change.DIFFERS


def _shares(bead: Bead, own: tuple[set[int], set[int]]) -> bool:
    return any(each.index in own[0] for each in bead.first) or any(each.index in own[1] for each in bead.second)


def _keys(found: Sequence[Sentence]) -> list[object]:
    return [key for each in found for key in each.figures]


def _last(found: Sequence[Sentence]) -> Passage | None:
    return found[-1].passage if found else None


def _covers(told: Sequence[Told], spots: set[Spot]) -> bool:
    """Whether every one of the figures is told."""
    return spots <= {spot for each in told for spot in _spots(each.found, each.first, each.second)}


def _spots(found: Disagreement | None, zh: Stretch, en: Stretch) -> set[Spot]:
    """Where the figures of a disagreement stand, whatever stretch they were found in."""
    spots: set[Spot] = set()
    if found is not None:
        for language, figure, stretch in (("zh", found.zh, zh), ("en", found.en, en)):
            if figure is not None:
                passage, start = stretch.at(figure.start)
                spots.add((language, id(passage), start))
    return spots


def _all_spots(found: Sequence[Sentence], language: str) -> set[Spot]:
    return {(language, id(each.passage), figure.start) for each in found for figure in each.found}
