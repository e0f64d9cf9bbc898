"""The numbers of headings, which are no figures: 2.1  Month by month says nothing of months."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportgen.comparison.spoken import language_of, stretch_of
from reportgen.numbers import find
from reportgen.passages import Passage

_SET_OFF = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)、．]?(?:\t+| {2,}|[\u2002\u2003\u3000]\s*)(?=[^\W\d])")
_TYPED = re.compile(
    r"[(（]?(?P<sure>\d{1,2}(?:\.\d{1,2})*)(?:[、．)）]\s*|\.\s+)(?=[^\W\d])|(?P<number>\d{1,2}(?:\.\d{1,2})*)\s+(?=[^\W\d])"
)


def unnumbered(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages without the numbers of headings: what a tab or a gap sets off, in a heading what counts on.

    2.1  Month by month says nothing of months; a heading that begins with a figure (3 provinces lead) keeps it.
    """
    counted: tuple[int, ...] = ()
    for passage in passages:
        text, numbered = passage.text, _SET_OFF.match(passage.text)
        if numbered is None and passage.heading and (typed := _TYPED.match(text)):
            numbered = typed if typed["sure"] or (_counts_on(counted, _levels(typed[0])) and _alone(text)) else None
        if numbered is not None and passage.heading:
            counted = _levels(numbered[0])
        yield stretch_of(passage, numbered.end()) if numbered else passage


def _counts_on(before: tuple[int, ...], number: tuple[int, ...]) -> bool:
    """Whether a heading's number comes next: 2.1 after 2, 2.2 after 2.1.3, 3 after any 2.x."""
    *level, last = number
    if last != 1:
        return before[: len(number)] == (*level, last - 1)
    if before[: len(level)] == tuple(level) and len(before) <= len(level):
        return True
    return bool(level) and _counts_on(before, tuple(level))  # the chapter itself may have no heading, or bear words


def _levels(number: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", number)))


def _alone(text: str) -> bool:
    """Whether the number at the start is no more than itself: 2.1 million is."""
    first = next(iter(find(text, language_of(text))), None)
    return first is None or first.start > 0 or first.value is None or str(first.value) in text
