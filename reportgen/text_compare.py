"""Two texts in two languages, passage by passage: which passage says which, and what their figures disagree about.

Works on passages of any origin. Not here: how figures are found and held against each other (numbers/), nor how a Word
file's text is read (word/reader.py).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log

from reportgen.comparison.headings import unnumbered
from reportgen.comparison.spoken import ADDRESS, ENGLISH_PER_CHINESE, by_language, figure_key
from reportgen.comparison.table_units import with_units
from reportgen.numbers import Disagreement, Found, agree, find
from reportgen.passages import Cell, Passage

BAND = 60
"""How far from the diagonal passages may be paired: translators merge and split, they do not shuffle."""

_UNIT = re.compile(r"[（(]?[万亿]{1,2}[\u3400-\u9fff]{0,3}[）)]?")
_SENTENCE_END = re.compile(r"[。！？；\n]|[.!?;](?=\s|$)")


@dataclass(frozen=True, slots=True)
class Pair:
    """Passages that say the same, one side perhaps empty; several where a translator split or merged."""

    zh: tuple[Passage, ...]
    en: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A disagreement with the two sentences it stands in and their places; empty where a side has nothing."""

    found: Disagreement
    zh_place: str
    en_place: str
    zh_sentence: str
    en_sentence: str


def both_languages(passages: Iterable[Passage]) -> dict[str, tuple[Passage, ...]]:
    """The text of each language of a bilingual file, ready to be paired."""
    parted = by_language(unnumbered(passages))
    return {language: with_units(told, language) for language, told in parted.items()}


def one_language(passages: Iterable[Passage], language: str) -> tuple[Passage, ...]:
    """The text of a file in one language, ready to be paired, whatever stray words of the other it holds."""
    return with_units(tuple(unnumbered(passages)), language)


# ---- pairing -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Weight:
    """What pairing looks at: a passage's length, its figures and its place in a table."""

    length: float
    figures: Counter[object]
    cell: Cell | None


def pair(zh: Sequence[Passage], en: Sequence[Passage], names: Sequence[str] = ()) -> tuple[Pair, ...]:
    """The passages paired in order, by length and by the figures they share (after Gale and Church, 1993).

    One passage may pair with one, with two, or with none. Time grows with the longer side times the band.
    """
    weights = [_weigh(p, "zh", names, ENGLISH_PER_CHINESE) for p in zh], [_weigh(p, "en", names, 1.0) for p in en]
    steps = _best_path(*weights)
    pairs: list[Pair] = []
    i = j = 0
    for down, right in steps:
        pairs.append(Pair(tuple(zh[i : i + down]), tuple(en[j : j + right])))
        i, j = i + down, j + right
    return tuple(pairs)


def _weigh(passage: Passage, language: str, names: Sequence[str], scale: float) -> _Weight:
    found = find(passage.text, language, names)
    figures = Counter(figure_key(each) for each in found if not each.weak)
    return _Weight(max(1.0, len(ADDRESS.sub("", passage.text)) * scale), figures, passage.cell)


_STEPS = ((1, 1), (1, 0), (0, 1), (1, 2), (2, 1))
_SKIP, _MERGE = 2.2, 1.2
_SHORT = 4.0  # letters that every passage counts more: 家 is no second figure behind 1108


def _best_path(zh: Sequence[_Weight], en: Sequence[_Weight]) -> list[tuple[int, int]]:
    """The cheapest way through both texts, as steps of so many passages on each side."""
    rows, columns = len(zh), len(en)
    slope = columns / rows if rows else 1.0
    reach = BAND + abs(rows - columns)
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(rows + 1):
        middle = round(i * slope)
        for j in range(max(0, middle - reach), min(columns, middle + reach) + 1):
            options = [
                (best[i - down, j - right][0] + _cost(zh[i - down : i], en[j - right : j]), (down, right))
                for down, right in _STEPS
                if (i - down, j - right) in best
            ]
            if options:
                best[i, j] = min(options)
    steps: list[tuple[int, int]] = []
    i, j = rows, columns
    while (i, j) != (0, 0):
        down, right = best[i, j][1]
        steps.append((down, right))
        i, j = i - down, j - right
    return steps[::-1]


def _cost(zh: Sequence[_Weight], en: Sequence[_Weight]) -> float:
    """How unlikely it is that these passages say the same: lengths that differ, figures that only one side has."""
    if not zh or not en:
        return sum(_SKIP + 0.3 * side.figures.total() for side in (*zh, *en))
    lengths = sum(side.length for side in zh), sum(side.length for side in en)
    left, right = _figures(zh), _figures(en)
    shared = sum(min(count, right[figure]) for figure, count in left.items() if figure in right)
    alone = sum(left.values()) + sum(right.values()) - 2 * shared
    merged = _MERGE * (len(zh) + len(en) - 2)
    return (
        1.5 * abs(log((lengths[1] + _SHORT) / (lengths[0] + _SHORT)))
        + 0.9 * alone
        - 0.8 * shared
        + merged
        + _moved(zh, en)
    )


def _figures(side: Sequence[_Weight]) -> Counter[object]:
    """The figures of a side; that of one passage as it is, since most sides are one."""
    return side[0].figures if len(side) == 1 else sum((each.figures for each in side), Counter[object]())


_ROW, _COLUMN, _CELLS = 0.6, 0.3, 1.5


def _moved(zh: Sequence[_Weight], en: Sequence[_Weight]) -> float:
    """How far apart passages stand in their tables: translators keep the rows and cells, or set two columns for one."""
    if not any(each.cell for each in (*zh, *en)):
        return 0.0
    sides = [{(each.cell.row, each.cell.first) if each.cell else None for each in side} for side in (zh, en)]
    places = sides[0] | sides[1]
    rows = {place and place[0] for place in places}
    merged = len(sides[0]) + len(sides[1]) - 2
    return _ROW * (len(rows) - 1) + _COLUMN * (len(places) - 1) + _CELLS * merged


# ---- differences --------------------------------------------------------------------------


def differences(pairs: Iterable[Pair], names: Sequence[str] = ()) -> Iterator[Difference]:
    """Everything that the figures of each pair disagree about, in order."""
    for each in pairs:
        zh, en = "\n".join(p.text for p in each.zh), "\n".join(p.text for p in each.en)
        if _UNIT.fullmatch(zh) and not any(map(str.isdigit, en)):
            continue  # a column's head: 万亿元 is no trillion there
        found_here = agree(zh, en, names)
        if found_here and _agree_as_printed(each, names):
            continue
        for found in found_here:
            yield Difference(
                found,
                _place(each.zh, found.zh),
                _place(each.en, found.en),
                _sentence(zh, found.zh),
                _sentence(en, found.en),
            )


def _agree_as_printed(pair: Pair, names: Sequence[str]) -> bool:
    """Whether bare figures agree where only one side's head was found to give them a unit."""
    sides = pair.zh, pair.en
    if len({any(passage.bare for passage in side) for side in sides}) == 1:
        return False
    zh, en = ("\n".join(passage.bare or passage.text for passage in side) for side in sides)
    return not agree(zh, en, names)


def _place(passages: Sequence[Passage], found: Found | None) -> str:
    """The place of the passage a figure stands in; of the first where it stands in none."""
    end = -1
    for passage in passages:
        end += len(passage.text) + 1
        if found is None or found.start < end:
            return passage.place
    return ""


def _sentence(text: str, found: Found | None) -> str:
    """The sentence a figure stands in; the whole text where it stands in none, cut short where that is long."""
    if found is None:
        return text if len(text) <= 200 else text[:200] + "…"
    ends = [end.end() for end in _SENTENCE_END.finditer(text)]
    start = max((end for end in ends if end <= found.start), default=0)
    stop = min((end for end in ends if end >= found.end), default=len(text))
    return text[start:stop].strip()
