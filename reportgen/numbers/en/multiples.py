"""Multiples in one word: doubled, twice, threefold, halved, 10- to 20-fold."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from reportgen.numbers.en.figure_kinds import OFTEN
from reportgen.numbers.en.left_context import left_of
from reportgen.numbers.en.number_patterns import SMALL_WORDS, WORD
from reportgen.numbers.en.reading_words import FOLDS, HALVED, MULTIPLIED, SMALL
from reportgen.numbers.grammar.scan import ScanStep, TextScan
from reportgen.numbers.model.pattern import Pattern


def multiplied(run: TextScan, at: int) -> ScanStep | None:
    """Doubled, tripled, twice, threefold, halved."""
    lower = run.lower
    word = WORD.match(lower, at)
    assert word is not None
    if OFTEN.match(lower, word.end()):
        return None, word.end()
    left = left_of(lower, at, run.floor)
    said: dict[str, Any] = {"qualifier": left.qualifier, "qform": left.qform}
    if word[0] in HALVED:
        return run.figure(left.start, word.end(), "fraction", "1/2", direction="down", **said)
    factor = MULTIPLIED.get(word[0]) or FOLDS[word[0]]
    plain = word[0] in FOLDS or word[0] in ("twice", "thrice", "double", "triple", "quadruple")
    form = "to" if left.to and plain else "of" if plain and not left.verb else "increase"
    return run.figure(
        left.start,
        word.end(),
        "multiple",
        Decimal(factor),
        form=form,
        direction="up" if form == "increase" else None,
        **said,
    )


_END = rf"({SMALL_WORDS}|[0-9]{{1,3}}(?:\.[0-9]{{1,3}})?)"
_FOLDED = Pattern(rf"{_END}(?:-?fold|-)?\s?(?:to|or|[–-])[\s-]?{_END}[\s-]?fold\b")


def folded(run: TextScan, at: int) -> ScanStep | None:
    """Two- to threefold."""
    found = _FOLDED.match(run.lower, at)
    if found is None:
        return None
    low, high = (Decimal(word) if word[0] <= "9" else Decimal(SMALL[word]) for word in found.groups())
    left = left_of(run.lower, at, run.floor)
    said: dict[str, Any] = {"qualifier": left.qualifier, "qform": left.qform, "form": "increase" if left.verb else "of"}
    return run.figure(left.start, found.end(), "multiple", low=low, high=high, **said) if low < high else None
