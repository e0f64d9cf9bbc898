"""Where two texts tell the same figures of each other's subjects, or of opposite ones.

Two figures are exchanged where each text gives to one subject what the other gives to the other: a mere change of
order is none. Where that cannot be told in both texts, nothing is said.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from reportgen.numbers.agreement.belonging import (
    NamingText,
    Told,
    Value,
    belonging,
    naming,
    subjects_alone,
    value_of,
    without_names,
)
from reportgen.numbers.agreement.comparison import ERROR
from reportgen.numbers.agreement.crossing import crossed
from reportgen.numbers.agreement.disagreement import Disagreement
from reportgen.numbers.agreement.sides import sides
from reportgen.numbers.agreement.subjects import ANTONYMS, may_contradict
from reportgen.numbers.grammar.found import Found
from reportgen.numbers.model.pattern import Pattern

LIMIT = 60  # figures of one text beyond which nothing is told: that is no sentence, nor a paragraph

_LIKE_KINDS = (
    frozenset(("money", "count", "measure", "rate")),
    frozenset(("percent", "pp", "fraction", "multiple")),
    frozenset(("duration", "ratio", "score")),
)
_NOUN = Pattern(r"\s?[一-鿿]{2}")
_KINDS = frozenset(
    ("money", "count", "measure", "duration", "percent", "pp", "multiple", "fraction", "rate", "ratio", "score")
)


def out_of_order(zh_text: str, en_text: str, zh: list[Found], en: list[Found]) -> list[Disagreement]:
    """The figures that the English tells of another subject than the Chinese."""
    if len(zh) > LIMIT or len(en) > LIMIT:
        return []
    if not (_repeats_a_kind(zh) and _repeats_a_kind(en)):
        return _once(_contradicting(zh_text, en_text, zh, en))
    made = list(_from_and_to(zh, en))
    kinds = _shared_kinds(zh, en)
    if not kinds:
        return _once([*made, *_contradicting(zh_text, en_text, zh, en)])
    chinese, unnamed = naming(zh_text, "zh", zh), without_names(en_text, en)
    names_matter = (  # what the English names is read only where it can change the answer
        _names_two_alike(chinese)
        or may_contradict(zh_text, en_text)
        or any(crossed(chinese, unnamed))
        or any(_shuffled(chinese, unnamed))
    )
    if names_matter:
        english = naming(en_text, "en", en)
        made += [*_exchanged(chinese, english, kinds), *_mistaken(chinese, english), *_other_bases(chinese, english)]
        made += [*_shuffled(chinese, english), *crossed(chinese, english)]
    return _once(made)


def _contradicting(zh_text: str, en_text: str, zh: list[Found], en: list[Found]) -> list[Disagreement]:
    """The figures that the English tells of the opposite, or measures against another period."""
    if not may_contradict(zh_text, en_text):
        return []
    chinese, english = subjects_alone(zh_text, "zh", zh), subjects_alone(en_text, "en", en)
    return [*_mistaken(chinese, english), *_other_bases(chinese, english)]


def _names_two_alike(zh: NamingText) -> bool:
    """Whether the Chinese names two things of a family."""
    subjects = {each.subject for each in zh.mentions}
    return len({subject.family for subject in subjects}) < len(subjects)


def _repeats_a_kind(found: list[Found]) -> bool:
    """Whether there are two figures that could be exchanged."""
    seen: set[str] = set()
    for each in found:
        if each.kind in _KINDS:
            if each.kind in seen or each.low is not None:
                return True
            seen.add(each.kind)
    return False


def _once(made: Iterable[Disagreement]) -> list[Disagreement]:
    """Each figure is told but once."""
    seen: dict[int, Disagreement] = {}
    for each in made:
        if each.zh is not None:
            seen.setdefault(each.zh.start, each)
    return list(seen.values())


# ---- what is exchanged ----


def _from_and_to(zh: list[Found], en: list[Found]) -> Iterator[Disagreement]:
    """Figures of which one text tells as the end what the other tells as the beginning."""
    told = list(sides(zh, "zh"))
    return _swapped(told, sides(en, "en")) if len(told) > 1 else iter(())


def _exchanged(zh: NamingText, en: NamingText, kinds: Iterable[str]) -> Iterator[Disagreement]:
    """Figures of some kinds that two subjects of a family have exchanged."""
    for family in _shared_families(zh, en):
        for kind in kinds:
            yield from _swapped(belonging(zh, family, (kind,)), belonging(en, family, (kind,)))


def _shared_families(zh: NamingText, en: NamingText) -> list[str]:
    """The families of which both texts name the same two subjects or more."""
    subjects = {each.subject for each in zh.mentions} & {each.subject for each in en.mentions}
    return [family for family, count in Counter(subject.family for subject in subjects).items() if count > 1]


def _shared_kinds(zh: list[Found], en: list[Found]) -> list[str]:
    """The kinds of which both texts tell the same two values or more, which alone can be exchanged."""
    kinds = [each.kind for each in zh if not each.weak and each.kind in _KINDS]
    return [
        kind
        for kind in dict.fromkeys(kinds)
        if kinds.count(kind) > 1 and len(_values(zh, kind) & _values(en, kind)) > 1
    ]


def _values(found: list[Found], kind: str) -> set[Value]:
    return {value_of(each) for each in found if each.kind == kind and not each.weak}


def _swapped(zh: Iterable[Told], en: Iterable[Told]) -> Iterator[Disagreement]:
    """Two figures of which each text tells one of the other's subject."""
    ours, theirs = _differing(zh, en)
    told: set[int] = set()
    for first in ours:
        for second in ours:
            if first.subject == second.subject or first.value == second.value or _count_other_things(first, second):
                continue
            here = next((each for each in theirs if each[:2] == (first.subject, second.value)), None)
            there = next((each for each in theirs if each[:2] == (second.subject, first.value)), None)
            if here and there and first.found.start not in told:
                told |= {first.found.start, second.found.start}
                yield Disagreement(ERROR, "order", first.found, here.found)


def _count_other_things(first: Told, second: Told) -> bool:
    """Whether two counts are told apart by what they count (25个城市, 10个国家), which this module does not know."""
    if first.found.kind != "count" or (first.adjoining and second.adjoining):
        return False
    one, two = (_counted(each.found) for each in (first, second))
    return first.found.tail != second.found.tail or (one != two and "" not in (one, two))


def _counted(found: Found) -> str:
    behind = _NOUN.match(found.source, found.end)
    return behind[0] if behind else ""


def _differing(zh: Iterable[Told], en: Iterable[Told]) -> tuple[list[Told], list[Told]]:
    """What only one of the texts tells so."""
    sides = list(zh), list(en)
    if [each[:2] for each in sides[0]] == [each[:2] for each in sides[1]]:
        return [], []
    left: list[list[Told]] = []
    for own, other in (sides, sides[::-1]):
        waiting = Counter(each[:2] for each in other)
        rest: list[Told] = []
        for each in own:
            if waiting[each[:2]]:
                waiting[each[:2]] -= 1
            else:
                rest.append(each)
        left.append(rest)
    return left[0], left[1]


# ---- what is mistaken ----


def _mistaken(zh: NamingText, en: NamingText) -> Iterator[Disagreement]:
    """Figures whose subject in one text is the opposite of that in the other, which neither names: 出口, imports."""
    names: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for side, text in enumerate((zh, en)):
        for each in text.mentions:
            if each.subject.family in ANTONYMS:
                names[each.subject.family][side].add(each.subject.name)
    for family, (one, two) in names.items():
        if not one or not two or one & two:
            continue
        for kinds in _LIKE_KINDS:
            theirs = list(belonging(en, family, kinds))
            for each in belonging(zh, family, kinds):
                if other := next((their for their in theirs if their.value[1:] == each.value[1:]), None):
                    yield Disagreement(ERROR, "role", each.found, other.found)


def _other_bases(zh: NamingText, en: NamingText) -> Iterator[Disagreement]:
    """Changes that the Chinese measures against the year before alone, and the English against the month before."""
    bases = {each.subject.name for each in zh.mentions if each.subject.family == "basis"}
    if len(bases) != 1:
        return
    for kinds in (("percent", "pp"), ("multiple",)):
        theirs = [told for told in belonging(en, "basis", kinds) if told.subject.name not in bases]
        if not theirs:
            continue
        for each in belonging(zh, "basis", kinds):
            if other := next((their for their in theirs if their.value == each.value), None):
                yield Disagreement(ERROR, "period", each.found, other.found)


# ---- lists ----

_LIST_GAP = Pattern(r"\s?(?:、|,|，|和|与|及|以及)\s?|,?\s(?:and|or)\s(?:by\s|to\s)?|,\s(?:by\s|to\s)?")
_IN_ORDER = Pattern(r"分别|依次|各为|respectively\b")


def _shuffled(zh: NamingText, en: NamingText) -> Iterator[Disagreement]:
    """A list told in another order by one text, where it is told in the order of what it is of: 分别, respectively."""
    if not _IN_ORDER.search(zh.text) and not _IN_ORDER.search(en.text):
        return
    theirs = _lists(en)
    for ours in _lists(zh):
        values = [value_of(each) for each in ours]
        for other in theirs:
            told = [value_of(each) for each in other]
            if told != values and Counter(told) == Counter(values):
                first = next(index for index, pair in enumerate(zip(values, told, strict=True)) if pair[0] != pair[1])
                if not _rearranged(zh, en, ours, other):
                    yield Disagreement(ERROR, "order", ours[first], other[first])


def _lists(side: NamingText) -> list[list[Found]]:
    """Figures of one kind, two or more, that stand in a list."""
    runs: list[list[Found]] = []
    for each in side.found:
        if each.kind not in _KINDS or each.weak:
            continue
        last = runs[-1][-1] if runs else None
        if last and last.kind == each.kind and _LIST_GAP.fullmatch(side.text, last.end, each.start):
            runs[-1].append(each)
        else:
            runs.append([each])
    return [run for run in runs if len(run) > 1]


def _rearranged(zh: NamingText, en: NamingText, ours: list[Found], theirs: list[Found]) -> bool:
    """Whether the things that a list is of are told in another order too."""
    sides = [
        [each.subject for each in side.mentions if not (run[0].start <= each.start < run[-1].end)]
        for side, run in ((zh, ours), (en, theirs))
    ]
    shared = set(sides[0]) & set(sides[1])
    for family in {subject.family for subject in shared}:
        orders = [
            list(dict.fromkeys(subject for subject in side if subject in shared and subject.family == family))
            for side in sides
        ]
        if orders[0] != orders[1]:
            return True
    return False
