"""Chinese numbers told in pieces: 327 289吨, scale by scale (1万2千元), with a letter for the scale (8.5K条)."""

from __future__ import annotations

from decimal import Decimal

from reportgen.numbers.grammar.numerals import digits, scaled
from reportgen.numbers.grammar.scan import TextScan
from reportgen.numbers.model.pattern import Pattern
from reportgen.numbers.zh.reading_words import tail_at

GAPPED = Pattern(r"[0-9]{1,3}(?:[ ，][0-9]{3}){1,4}(?:\.[0-9]{1,9})?(?![0-9])")  # 327 289吨, 1，108人
MIXED = Pattern(r"[0-9]{1,9}(?:\.[0-9]{1,9})?(?:[十百千万亿]{1,2}[0-9]{1,9}(?:\.[0-9]{1,9})?){1,4}[十百千万亿]{1,2}")
_LETTERED_SCALE = Pattern(r"\s?(?:(tn|trn|[Tt])|(bn|[Bb])|(mn|mln|[Mm])|([Kk]))(?![A-Za-z0-9])")
_LETTERED_POWERS = (12, 9, 6, 3)


def mixed_value(text: str) -> Decimal | None:
    """The value of digits and scales in turn, the last of the largest scales multiplying what stands before it."""
    for name, power in (("亿", 8), ("万", 4), ("千", 3), ("百", 2), ("十", 1)):
        before, found, after = text.rpartition(name)
        if found:
            head, tail = mixed_value(before), mixed_value(after) if after else Decimal(0)
            if head is None or tail is None or tail >= Decimal(10) ** power:
                return None
            return scaled(head, power) + tail
    return digits(text) if text and text.replace(".", "").isdigit() else None


SCALE_LETTERS = frozenset("TtBbMmKk")


def by_letter(run: TextScan, low: Decimal, end: int) -> tuple[Decimal, int, str | None]:
    """8.5K条, CN¥450bn: a scale told by a letter, where something is counted or a currency stands before."""
    found = _LETTERED_SCALE.match(run.text, end)
    if found is None or found.lastindex is None:
        return low, end, None
    after, word, _ = tail_at(run.tails, run.text, found.end())
    if word is None and not _CURRENCY_BEFORE.search(run.text, max(0, end - 24), end):
        return low, end, None
    return scaled(low, _LETTERED_POWERS[found.lastindex - 1]), after, word


_CURRENCY_BEFORE = Pattern(r"[¥$€£][0-9,.]+$")
