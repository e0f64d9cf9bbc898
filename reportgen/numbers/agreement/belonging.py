"""Which figure of a text is told of what: the subject, the period or the Latin name that stands nearest to it.

Nothing of its like may stand between them; lists belong together in their order (respectively).
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import NamedTuple

from reportgen.numbers.agreement.subjects import Mention, Subject, mentions
from reportgen.numbers.grammar.found import Found
from reportgen.numbers.model.pattern import Pattern

Value = tuple[object, ...]


class Told(NamedTuple):
    """A figure with the subject it is told of."""

    subject: Subject
    value: Value
    found: Found
    adjoining: bool = False  # the subject follows the figure at once: 23人遇难


class NamingText(NamedTuple):
    """A text with its figures and the subjects it names, and how it is parted."""

    text: str
    found: list[Found]
    mentions: list[Mention]
    breaks: Pattern
    joints: Pattern
    listed: Pattern
    width: float  # of a character, as against Chinese
    behind: float  # what it costs a subject to stand behind its figure


# ---- what is named ----

_NAME = Pattern(r"[A-Z](?<![A-Za-z0-9].)[A-Za-z0-9]*(?:[-–][A-Za-z0-9]+)*(?![A-Za-z0-9])")
_ARTICLE = Pattern(r"(?<![A-Za-z] )A\s[a-z]")
_COMMON = frozenset(("RMB", "CNY", "USD", "HKD", "EUR", "GBP", "US", "The", "In", "I", "It", "At", "Of", "On"))


def _all_mentions(named: list[Mention], text: str, found: list[Found]) -> list[Mention]:
    """The subjects of a text, the periods among its figures, and the names in Latin letters."""
    made = list(named)
    for each in found:
        if each.kind == "date":
            made.append(Mention(each.start, each.end, Subject("date", str(each.value))))
        elif each.kind == "ordinal" and not each.weak:
            made.append(Mention(each.start, each.end, Subject("ordinal", str(each.value))))
    made += [
        Mention(name.start(), name.end(), Subject("name", name[0].lower()))
        for name in _NAME.finditer(text)
        if name[0] not in _COMMON and (name[0] != "A" or not _ARTICLE.match(text, name.start()))
    ]
    return sorted(made)


# ---- what belongs together ----

_ZH_BREAKS = Pattern(r"[。！？\n]")
_EN_BREAKS = Pattern(r"[.!?](?=\s)|\n")
_ZH_JOINTS = Pattern(r"[，；,;：、（）()]|而|其中")
_EN_JOINTS = Pattern(r"[,;:()]|\b(?:and|while|but|whereas|against|to|from|than|versus|compared|of which)\b")
_ZH_LISTED = Pattern(r"\s?(?:、|和|与|及|以及|或|，)\s?(?:[^，。；：、0-9]{0,4})?")
_EN_LISTED = Pattern(r",?\s(?:and|or|to)\s(?:[a-z]{1,10}\s)?|,\s(?:[a-z]{1,10}\s)?|/")
_JOINT, _FAR = 14.0, 46.0


def belonging(side: NamingText, family: str, kinds: Container[str]) -> Iterator[Told]:
    """The figures of some kinds with the subject of a family that each is told of."""
    figures = [each for each in side.found if each.kind in kinds and not each.weak]
    named = [each for each in side.mentions if each.subject.family == family and not _inside(each, figures)]
    tokens: list[Mention | Found] = sorted([*named, *figures], key=lambda each: (each.start, each.end))
    taken: set[int] = set()
    for mention, found in _in_lists(side, tokens):
        taken |= {mention, found}
        yield _told(tokens[mention], tokens[found])
    near: list[tuple[float, int]] = []
    for index in range(len(tokens) - 1):
        first, second = tokens[index], tokens[index + 1]
        if isinstance(first, Mention) is not isinstance(second, Mention):
            cost = _distance(side, first.end, second.start) + (isinstance(second, Mention) and side.behind)
            if cost < _FAR:
                near.append((cost, index))
    for _, index in sorted(near):
        if index not in taken and index + 1 not in taken:
            taken |= {index, index + 1}
            yield _told(tokens[index], tokens[index + 1])


def _inside(mention: Mention, figures: list[Found]) -> bool:
    return any(each.start < mention.end and mention.start < each.end for each in figures)


def _told(one: Mention | Found, two: Mention | Found) -> Told:
    mention, found = (one, two) if isinstance(one, Mention) else (two, one)
    assert isinstance(mention, Mention)
    assert isinstance(found, Found)
    return Told(mention.subject, value_of(found), found, mention.start == found.end)


def value_of(found: Found) -> Value:
    value = abs(found.value) if found.value is not None and not isinstance(found.value, str) else found.value
    return found.kind, value, found.low, found.high


def _distance(side: NamingText, start: int, end: int) -> float:
    """How far apart two places are; beyond all measure where a sentence ends between them."""
    gap = side.text[start:end]
    if side.breaks.search(gap):
        return _FAR
    return len(gap) * side.width + _JOINT * len(side.joints.findall(gap))


def _in_lists(side: NamingText, tokens: list[Mention | Found]) -> Iterator[tuple[int, int]]:
    """Subjects and figures of two lists as long as each other, by their order: east and west, 7% and 5%."""
    runs: list[tuple[int, int]] = []  # from, to: neighbors of one kind
    for index, token in enumerate(tokens):
        if runs and isinstance(tokens[index - 1], Mention) is isinstance(token, Mention):
            runs[-1] = runs[-1][0], index + 1
        else:
            runs.append((index, index + 1))
    at = 0
    while at + 1 < len(runs):
        (first, middle), (_, last) = runs[at], runs[at + 1]
        length = middle - first
        if length > 1 and last - middle == length and _are_lists(side, tokens, first, middle, last):
            for offset in range(length):
                one, two = first + offset, middle + offset
                yield (one, two) if isinstance(tokens[one], Mention) else (two, one)
            at += 1
        at += 1


def _are_lists(side: NamingText, tokens: list[Mention | Found], first: int, middle: int, last: int) -> bool:
    if side.breaks.search(side.text, tokens[first].end, tokens[last - 1].start):
        return False
    return all(
        side.listed.fullmatch(side.text, tokens[index].end, tokens[index + 1].start)
        for index in (*range(first, middle - 1), *range(middle, last - 1))
    )


def naming(text: str, language: str, found: list[Found]) -> NamingText:
    """A text with all that it names."""
    alone = subjects_alone(text, language, found)
    return alone._replace(mentions=_all_mentions(alone.mentions, text, found))


def subjects_alone(text: str, language: str, found: list[Found]) -> NamingText:
    """A text with its subjects, without the periods and the names in Latin letters."""
    if language == "zh":
        return NamingText(text, found, mentions(text, "zh"), _ZH_BREAKS, _ZH_JOINTS, _ZH_LISTED, 1.0, 6.0)
    lower = text.lower()
    return NamingText(lower, found, mentions(lower, "en"), _EN_BREAKS, _EN_JOINTS, _EN_LISTED, 0.4, 0.0)


def without_names(text: str, found: list[Found]) -> NamingText:
    """An English text of which only the order of its figures is asked."""
    return NamingText(text.lower(), found, [], _EN_BREAKS, _EN_JOINTS, _EN_LISTED, 0.4, 0.0)
