"""What changes are measured against, in two texts: 同比 is year on year, 环比 month on month or quarter on quarter.

环比 takes the period of its sentence: of a quarter it is quarter on quarter, of a month month on month.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportgen.numbers.grammar.found import Found
from reportgen.numbers.model.pattern import Pattern
from reportgen.numbers.model.quantity import Basis, Change, Percent, Points

_ZH = Pattern(
    r"(?P<year>同比|[比较与](?:上年|去年|上一年)(?:同期)?(?!末|底))|(?P<chain>环比)|(?P<month>[比较与]上个?月(?!末|底))"
    r"|(?P<quarter>[比较与]上(?:个|一)?季度?(?!末))"
)
_SHORT = {"year": "YoY", "quarter": "QoQ", "month": "MoM"}
_SPANS = tuple(_SHORT)
_EN = Pattern(  # a basis, told as such
    "|".join(
        rf"(?P<{span}>\b{span}[ -](?:on|over)[ -]{span}\b|\b{abbreviated}\b"
        rf"|\b(?:from|over|than|on|versus|to) (?:a|the same period (?:of )?(?:the )?)?\s?"
        rf"(?:{span} (?:earlier|ago|before)|(?:the )?(?:last|previous|prior|preceding) {span}\b))"
        for span, abbreviated in _SHORT.items()
    ),
    re.IGNORECASE,
)
_MENTIONED = Pattern(  # what may be one
    "|".join(
        rf"(?P<{span}>\b(?:last|previous|prior|preceding|same|past|earlier) {span}|{span}s? (?:earlier|ago|before)"
        rf"|{span}(?:ly\b|[ -]to[ -]))"
        for span in _SPANS
    ),
    re.IGNORECASE,
)
_CHAIN = frozenset({"month", "quarter"})
_BASES: dict[str, Basis] = {"year": "yoy", "quarter": "qoq", "month": "mom"}


def other_basis(zh_text: str, en_text: str, zh: list[Found]) -> Basis | None:
    """The basis that the Chinese tells and the English has nothing of; None where the two may mean the same."""
    bases = _bases_in(_ZH, zh_text) if "比" in zh_text or "较" in zh_text else frozenset[str]()
    if not bases:
        return None
    if "chain" in bases:
        bases = bases - {"chain"} | _chained(zh)
    if not any(word in en_text for span in _SPANS if span not in bases for word in (span, _SHORT[span])):
        return None
    meant = _bases_in(_EN, en_text)
    if not meant or bases & (meant | _bases_in(_MENTIONED, en_text)):
        return None
    return _BASES[min(bases, key=_SPANS.index)]


def _bases_in(pattern: Pattern, text: str) -> frozenset[str]:
    return frozenset(found.lastgroup for found in pattern.finditer(text) if found.lastgroup)


def _chained(found: Iterable[Found]) -> frozenset[str]:
    """What 环比 means beside the periods of its sentence; either where these do not tell."""
    codes = [str(each.value) for each in found if each.kind == "date" and "/" not in str(each.value)]
    quarters = any("Q" in code for code in codes)
    months = any("Q" not in code and (code[:2] == "--" or code[4:5] == "-") for code in codes)
    return _CHAIN if quarters == months else frozenset({"quarter" if quarters else "month"})


def against(found: Found, basis: Basis) -> Change | None:
    """A change in percent or points with its basis and direction; None for any other figure."""
    made = found.quantity
    if not isinstance(made, Percent | Points) or made.value is None or found.direction not in ("up", "down"):
        return None
    value = abs(made.value)
    return Change(
        value=-value if found.direction == "down" else value,
        unit="pp" if isinstance(made, Points) else "percent",
        basis=basis,
        qualifier=made.qualifier,
        quantum=made.quantum,
    )
