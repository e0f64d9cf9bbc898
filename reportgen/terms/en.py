"""English: words with their plurals and spellings folded, and the ways to mention a term again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from reportgen.numbers.model.pattern import Pattern
from reportgen.terms.folding import FACT, Folded, Mentions, Name, word_set

_TOKEN = Pattern(rf"(?:[^\W\d_]|\d)+(?:[’'](?![sS]\b)[^\W\d_]+)*|[’'][sS]\b|{FACT}|[^\w\s]|_")
_SILENT = frozenset("-‐‑–—“”‘’\"'*")
"""Signs that make no other word: high-tech and high tech, “little giant” and little giant."""

_ONES = {
    "analyses": "analysis", "bases": "basis", "children": "child", "criteria": "criterion", "crises": "crisis",
    "halves": "half", "indices": "index", "matrices": "matrix", "media": "medium", "men": "man", "people": "person",
    "phenomena": "phenomenon", "shelves": "shelf", "theses": "thesis", "women": "woman",
}  # fmt: skip
_SAME = word_set("his its this thus is was has does as us news gas bus plus always species series means")
_BRITISH = (
    ("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ise", "ize"), ("yse", "yze"), ("tre", "ter"),
    ("ogue", "og"), ("ogramme", "ogram"), ("elling", "eling"), ("elled", "eled"), ("our", "or"), ("ence", "ense"),
)  # fmt: skip

_PREPOSITIONS = word_set("of for in on to with from at by under above below per between among against over")
_FUNCTION = _PREPOSITIONS | word_set(
    "a an the this that these those it he she they we you its his her their our my your such all both each every some "
    "any no many most more few fewer several other another same and or nor but as than then when where which who "
    "whose into within across about out are is was were be been being has have had do does did will would can could "
    "may might must shall should not only also even still now here there so if one two three four five six seven "
    "eight nine ten eleven twelve hundred thousand million billion first second third last next after before since "
    "until through throughout including like while because what how"
)
_PLAIN = word_set(
    "new newer newest old older oldest young large larger largest big bigger biggest small smaller smallest great high "
    "higher highest low lower lowest good better best long leading major main key top chief early late later latest "
    "recent present current former existing established remaining whole entire total combined average various "
    "different similar certain particular selected listed participating surveyed sampled private public local regional "
    "provincial national domestic foreign overseas chinese european american asian global worldwide international "
    "central northern southern eastern western coastal inland rural urban fast faster fastest slow growing rising "
    "declining successful strong stronger weak weaker busy busiest two-thirds own single individual respective"
)
"""Adjectives that any noun takes, so that the noun behind one may still mean the term: the larger zones."""

_PRONOUNS = word_set("it its they their them theirs this these those he his him she her hers which who whose")
_THINGS = {
    "person": word_set("he his him she her hers who whose professor director minister president chair"),
    "firm": word_set("company firm group maker business manufacturer corporation bank enterprise developer"),
    "place": word_set(
        "city town district county province region prefecture municipality country area park port zone harbor island "
        "place site campus village township here there"
    ),
}
_OF_ANY = word_set("he his him she her hers company firm group maker city county district province area")
"""Of a name of which nobody says what it names."""

_COMMON_PARTS = frozenset[str]().union(*_THINGS.values()) | word_set(
    "ministry bureau office agency commission administration department council association institute university "
    "newspaper daily project program plan act law bill model robot product system index platform center exchange "
    "market board "
    "north south east west new great national state co ltd inc corporation china chinese"
)


def fold(text: str) -> Folded:
    """The words in lower case, in the singular and in American spelling, with a blank around each."""
    words = [_one(word) for word in _TOKEN.findall(text.lower()) if word not in _SILENT]
    return Folded(f" {' '.join(words)} ", lambda: list(_places(text)))


def _places(text: str) -> Iterator[tuple[int, int]]:
    """What each sign of a folded text was folded from."""
    yield 0, 0
    for found in _TOKEN.finditer(text.lower()):
        if found[0] not in _SILENT:
            yield from [found.span()] * len(_one(found[0]))
            yield found.end(), found.end()


def fold_loosely(text: str) -> str:
    """The same with the endings of verbs and with facts left out."""
    words = fold(text).text.split()
    return f" {' '.join(_stem(word) for word in words if word != FACT)} "


@lru_cache(maxsize=8192)
def _one(word: str) -> str:
    """A word in the singular and in American spelling."""
    if word in _SAME or len(word) < 4:
        return word
    if word in _ONES:
        return _ONES[word]
    if word.endswith("ies"):
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if len(word) > 5:
        for british, american in _BRITISH:
            if word.endswith(british):
                return word.removesuffix(british) + american
    return word


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    """A word without the endings of verbs: developing, developed, develop."""
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            word = word.removesuffix(ending)
            if word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    return word.removesuffix("e") if len(word) > 3 else word


def mentioned(folded: str, name: Name, how: Mentions) -> bool:
    """Whether the text speaks of the term: trade in green power, the zones, they, Zhangjiang, Barge in a label."""
    words, here = folded.split(), how.here.split()
    forms = [form.split() for form in name.forms]
    known = how.before or how.label
    return (
        any(_by_all_words(words, own) or _by_noun_phrase(words, own, how) for own in forms)
        or (how.near and not _PRONOUNS.isdisjoint(here))
        or (known and any(_by_head(here, own) or _by_start(words, own) for own in forms))
        or (known and name.proper and (_by_part(words, name) or _by_kind(here, name)))
    )


def _end_of_noun(own: list[str]) -> int:
    """Where the noun ends that the rest of a term only tells more of: zone; wait, for a berth."""
    return next((at for at, word in enumerate(own) if at and word in _PREPOSITIONS), len(own))


def _by_head(words: list[str], own: list[str]) -> bool:
    """The noun of a form, with or without its other words and where none else tells more of it: the high-tech zones."""
    noun = own[: _end_of_noun(own)]
    for at, word in enumerate(words):
        if word != noun[-1]:
            continue
        while at and words[at - 1] in noun[:-1]:
            at -= 1
        if at == 0 or _parts(words[at - 1]):
            return True
    return False


def _parts(word: str) -> bool:
    """Whether a word tells no more of the noun behind it than any noun is told of: the, larger, a number, a sign."""
    return word in _FUNCTION or word in _PLAIN or not word.isalpha()


def _by_start(words: list[str], own: list[str]) -> bool:
    """Two words or more from the start of a form, where the phrase ends with them: pumped storage."""
    for length in range(2, len(own)):
        part = own[:length]
        if part[-1] in _FUNCTION:
            continue
        for at in range(len(words) - length + 1):
            if words[at : at + length] == part and (at + length == len(words) or _parts(words[at + length])):
                return True
    return False


def _by_noun_phrase(words: list[str], own: list[str], how: Mentions) -> bool:
    """One telling word of a form, where it ends its phrase: moved by barge; renewables, the wind curtailment."""
    noun = own[: _end_of_noun(own) - 1]
    telling = noun if how.before or how.label else noun[:1]
    least = 4 if how.label else 5
    kept = {
        word
        for word in telling
        if len(word) >= least and word not in _PLAIN and (how.label or not word.endswith(("ed", "ing")))
    }
    return any(word in kept and (after in _FUNCTION or not after.isalpha()) for word, after in pairwise([*words, "."]))


def _by_all_words(words: list[str], own: list[str]) -> bool:
    """All words of a form, close together, whatever their order and endings: to trade green power."""
    wanted = {_stem(word) for word in own if word not in _FUNCTION}
    if len(wanted) < 2:
        return False
    stems = [_stem(word) for word in words]
    if not wanted.issubset(stems):
        return False
    width = len(own) + MOST_BETWEEN
    return any(wanted.issubset(stems[at : at + width]) for at, stem in enumerate(stems) if stem in wanted)


MOST_BETWEEN = 4
"""Words that may stand among those of a form that stand in another order."""


def _by_part(words: list[str], name: Name) -> bool:
    """A telling part of a name, or its first letters: Zhangjiang, East Lake, MIIT."""
    own = name.folded.split()
    if not initials(name.typed).isdisjoint(words):
        return True
    for at, word in enumerate(words):
        if word not in own or word in _COMMON_PARTS or word in _FUNCTION or len(word) < 2:
            continue
        first, place = at, own.index(word)
        while first and place and words[first - 1] == own[place - 1]:
            first, place = first - 1, place - 1
        if place == 0 or first == 0 or _parts(words[first - 1]):
            return True
    return False


def _by_kind(words: list[str], name: Name) -> bool:
    """He, the company, the city: what a name is called again by."""
    nouns = _THINGS[name.kind] if name.kind else _OF_ANY
    return any(
        word in nouns and (word in _PRONOUNS or word in ("here", "there") or before in _FUNCTION or before in _PLAIN)
        for before, word in pairwise([".", *words])
    )


LEAST_LETTERS = 6
"""Of a name that is searched without its blanks: fewer could stand across other words by chance."""


def respelled(folded: Folded, names: Iterable[Name]) -> Iterator[tuple[Name, tuple[int, int]]]:
    """Names with other blanks (Agi Bot, Xia Li-xue), and a person's with the family name behind the given one."""
    joined = folded.text.replace(" ", "")
    for name in names:
        own, turned = _without_blanks(name.folded, name.kind == "person")
        if turned and turned in folded.text:
            at = folded.text.index(turned)
            yield name, folded.place(at + 1, at + len(turned) - 1)
        elif own and own in joined and name.folded not in folded.text:
            places = [at for at, sign in enumerate(folded.text) if sign != " "]
            at = joined.index(own)
            start, end = places[at], places[at + len(own) - 1] + 1
            if folded.text[start - 1] == " " and folded.text[end] == " ":
                yield name, folded.place(start, end)


@lru_cache(maxsize=8192)
def _without_blanks(folded: str, person: bool) -> tuple[str, str]:
    """A name without its blanks, and a person's turned round; empty where there is no telling."""
    own = folded.split()
    joined = "".join(own)
    turned = f" {' '.join([*own[1:], own[0]])} " if person and len(own) > 1 else ""
    return joined if len(joined) >= LEAST_LETTERS else "", turned


def initials(typed: str) -> set[str]:
    """What the first letters of a name's words make, with and without its small words: miit, un."""
    words = [word for word in typed.replace("-", " ").split() if word[0].isalpha()]
    every = "".join(word[0] for word in words)
    large = "".join(word[0] for word in words if word.lower() not in _FUNCTION)
    return {made.lower() for made in (every, large) if len(made) > 1}


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return re.split(r"(?<=[.!?])(?=[”’\"')]*\s+[A-Z“‘\"(□])", text)


def is_abbreviation(text: str) -> bool:
    """Whether a short form is made of first letters, so that only brackets can introduce it: MIIT, R&D."""
    letters = [sign for sign in text if sign.isalpha()]
    return len(letters) > 1 and sum(map(str.isupper, letters)) > len(letters) / 2 and " " not in text
