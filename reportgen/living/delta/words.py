"""Two wordings of a line word by word: Chinese by characters, figures whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from reportgen.living.delta.found import Stretch
from reportgen.numbers.model.pattern import Pattern

_TOKEN = Pattern(r"[A-Za-zÀ-ɏ0-9]+(?:[.,'’\-‑\xa0][A-Za-zÀ-ɏ0-9]+)*[%％‰]?|\s+|[\s\S]")
_LEAST_KEPT = 2
"""How many letters two changes must have between them to be told as two."""

Figures = Sequence[tuple[int, int, str]]
"""Where figures stand in a text, which are told whole, and the facts that they are of."""

Token = tuple[str, str]
"""A word, and what it is told by: a figure by its fact, since that it changed is told of the fact."""


def tokens(text: str, figures: Figures = ()) -> list[Token]:
    """The words of a text, each figure as one."""
    found: list[Token] = []
    at = 0
    for start, end, name in sorted(figures):
        if start >= at:
            found += _plain(text[at:start])
            found.append((text[start:end], f"{{{name}}}"))
            at = end
    return [*found, *_plain(text[at:])]


def _plain(text: str) -> Iterator[Token]:
    return ((one[0], one[0]) for one in _TOKEN.finditer(text))


def word_by_word(then: Sequence[Token], now: Sequence[Token]) -> tuple[Stretch, ...]:
    """What both say, and what one alone says: the deleted words before those that stand for them."""
    return tuple(_joined(_gathered(_steps(then, now))))


def _steps(then: Sequence[Token], now: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """Pairs of what stands in one and in the other: equal ones are both, as the second says them."""
    keys = ([key for _, key in side] for side in (then, now))
    for tag, i, i2, j, j2 in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        one, other = ("".join(word for word, _ in side) for side in (then[i:i2], now[j:j2]))
        yield (one, other) if tag != "equal" else (other, other)


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
