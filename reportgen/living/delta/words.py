"""Two wordings of a line word by word: Chinese by characters, figures whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from reportgen.living.delta.found import Stretch
from reportgen.numbers.model.pattern import Pattern

_TOKEN = Pattern(r"[A-Za-zÀ-ɏ0-9]+(?:[.,'’\-‑\xa0][A-Za-zÀ-ɏ0-9]+)*[%％‰]?|\s+|[\s\S]")
_LEAST_KEPT = 2
"""How many letters two changes must have between them to be told as two."""

Figures = Sequence[tuple[int, int]]
"""Where figures stand in a text, which are told whole."""


def tokens(text: str, figures: Figures = ()) -> list[str]:
    """The words of a text, each figure as one."""
    found: list[str] = []
    at = 0
    for start, end in sorted(figures):
        if start >= at:
            found += (one[0] for one in _TOKEN.finditer(text[at:start]))
            found.append(text[start:end])
            at = end
    return [*found, *(one[0] for one in _TOKEN.finditer(text[at:]))]


def word_by_word(then: Sequence[str], now: Sequence[str]) -> tuple[Stretch, ...]:
    """What both say, and what one alone says: the deleted words before those that stand for them."""
    return tuple(_joined(_gathered(_steps(then, now))))


def _steps(then: Sequence[str], now: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of what stands in one and in the other: equal ones are both."""
    for tag, i, i2, j, j2 in SequenceMatcher(None, then, now, autojunk=False).get_opcodes():
        one, other = "".join(then[i:i2]), "".join(now[j:j2])
        yield (one, other) if tag != "equal" else (one, one)


def _gathered(steps: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The same with crumbs between two changes counted to these: a letter that happens to be in both is no word."""
    changed: list[str] | None = None
    crumb = ""
    for one, other in steps:
        if one != other:
            changed = [one, other] if changed is None else [changed[0] + crumb + one, changed[1] + crumb + other]
            crumb = ""
        elif changed is None:
            yield one, one
        elif not crumb and sum(map(str.isalnum, one)) < _LEAST_KEPT:
            crumb = one
        else:
            yield changed[0], changed[1]
            yield crumb + one, crumb + one
            changed, crumb = None, ""
    if changed is not None:
        yield changed[0], changed[1]
        if crumb:
            yield crumb, crumb


def _joined(steps: Iterator[tuple[str, str]]) -> Iterator[Stretch]:
    for one, other in steps:
        if one == other:
            yield Stretch("=", one)
        else:
            yield from (Stretch(sign, text) for sign, text in (("-", one), ("+", other)) if text)
