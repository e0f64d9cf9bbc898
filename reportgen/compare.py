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

from reportgen.languages import LANGUAGES
from reportgen.numbers import Disagreement, Found, agree, find

ENGLISH_PER_CHINESE = 3.0
"""Letters of English for one Chinese character, about: what the lengths of a pair are held against."""

BAND = 60
"""How far from the diagonal passages may be paired: translators merge and split, they do not shuffle."""

_HAN = re.compile("[\u3400-\u9fff]")
_LATIN = re.compile("[A-Za-z]")
_BREAK = re.compile(r"[\n\t]+")
_TWO_ON_A_LINE = re.compile(r"([\u3400-\u9fff][^A-Za-z\s]*)\s+([A-Z][^\u3400-\u9fff]*)$")  # 关键数字 Key figures
_UNIT = re.compile(r"[（(]?[万亿]{1,2}[\u3400-\u9fff]{0,3}[）)]?")
_ADDRESS = re.compile(r"https?://\S+")
_SENTENCE_END = re.compile(r"[。！？；\n]|[.!?;](?=\s|$)")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text in one language, and where it stands."""

    place: str
    text: str


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


def by_language(passages: Iterable[Passage]) -> dict[str, tuple[Passage, ...]]:
    """The passages of each language, in order. A passage of several lines in two languages is parted by lines.

    Figures without a word (19.3) belong to both languages, unless they are the English of what stands before them
    (1988年, 1988).
    """
    parted: dict[str, list[Passage]] = {language: [] for language in LANGUAGES}
    before: Passage | None = None
    for passage in passages:
        for text, language in _parts(passage.text):
            part = Passage(passage.place, text)
            twin = not language and before is not None and text in before.text and before.text != text
            for side in (language,) if language else ("en",) if twin else LANGUAGES:
                parted[side].append(part)
            before = part if language == "zh" else None
    return {language: tuple(found) for language, found in parted.items()}


def leaning(passages: Iterable[Passage]) -> str:
    """The language that passages hold more of."""
    return _language("\n".join(passage.text for passage in passages)) or LANGUAGES[0]


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """The text whole where its lines are in one language, else line by line, each with its language."""
    parted = (part for line in _BREAK.split(text) for part in _TWO_ON_A_LINE.sub(r"\1\n\2", line).split("\n"))
    lines = [(part.strip(), _language(part)) for part in parted if any(map(str.isalnum, part))]
    spoken = {language for _, language in lines if language}
    if len(spoken) > 1:
        yield from lines
    elif lines:
        yield "\n".join(line for line, _ in lines), next(iter(spoken), "")


def _language(text: str) -> str:
    """The language of a text by its script: a few Chinese characters weigh more than many letters; none for none."""
    words = _ADDRESS.sub("", text)
    han, latin = len(_HAN.findall(words)), len(_LATIN.findall(words))
    return "" if not han + latin else "zh" if han * ENGLISH_PER_CHINESE >= latin else "en"


# ---- pairing -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Weight:
    """What pairing looks at: a passage's length and its figures."""

    length: float
    figures: Counter[object]


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
    figures = Counter(_key(each) for each in found if not each.weak)
    return _Weight(max(1.0, len(_ADDRESS.sub("", passage.text)) * scale), figures)


def _key(found: Found) -> object:
    """What makes two figures count as shared, whatever their qualifiers."""
    told = found.as_mapping()
    return told.get("value") or (told.get("low"), told.get("high"))


_STEPS = ((1, 1), (1, 0), (0, 1), (1, 2), (2, 1))
_SKIP, _MERGE = 2.2, 1.2


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
    left, right = (sum((side.figures for side in sides), Counter[object]()) for sides in (zh, en))
    shared = (left & right).total()
    alone = left.total() + right.total() - 2 * shared
    merged = _MERGE * (len(zh) + len(en) - 2)
    return 1.5 * abs(log(lengths[1] / lengths[0])) + 0.9 * alone - 0.8 * shared + merged


# ---- differences --------------------------------------------------------------------------


def differences(pairs: Iterable[Pair], names: Sequence[str] = ()) -> Iterator[Difference]:
    """Everything that the figures of each pair disagree about, in order."""
    for each in pairs:
        zh, en = "\n".join(p.text for p in each.zh), "\n".join(p.text for p in each.en)
        if _UNIT.fullmatch(zh) and not any(map(str.isdigit, en)):
            continue  # a column's head: 万亿元 is no trillion there
        for found in agree(zh, en, names):
            yield Difference(
                found,
                _place(each.zh, found.zh),
                _place(each.en, found.en),
                _sentence(zh, found.zh),
                _sentence(en, found.en),
            )


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
