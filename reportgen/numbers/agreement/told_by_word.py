"""Figures that the other text tells by a word that is no figure: round the clock, a teenager, the second half."""

from __future__ import annotations

from decimal import Decimal

from reportgen.numbers.grammar.found import Found
from reportgen.numbers.model.pattern import Pattern

_TEENS = Pattern(r"青少年|少年|(?i:\b(?:teen\w*|adolescen\w*)\b)")
_TENS = Pattern(r"几十|数十|(?i:\btens\b|\bdozens\b)")
_CLOCK = Pattern(r"全天|全日|昼夜|日夜|(?i:\ba?round[- ]the[- ]clock\b|\b24[/x×]7\b|\b7[/x×]24)")
_DECADE = Pattern(r"(?i:\b(?:past|last|previous|next|coming|first|this|a|the) decade\b)")
_FORTNIGHT = Pattern(r"(?i:\bfortnight)")
_HALF_OF_MATCH = Pattern(r"[上下前后]半(?:场|段|程|赛)|半场")
_THIS_CENTURY = Pattern("本世纪|新世纪")
_CURRENCY = Pattern(r"元|镑|(?i:\b(?:dollars?|USD|US\$|yuan|RMB|CNY|euros?|EUR|pounds?|GBP|yen|JPY)\b)")
_WHOLE = Pattern(r"百分百|百分之百|十足|全额|全額|(?i:\b(?:fully|entirely|wholly)\b)")
_YEAR_END = Pattern(r"年底|年末|年终|(?i:\byear[- ]?end\b|\bend of (?:the|that|this|last) year\b)")


def is_told_by_a_word(found: Found, rest: str) -> bool:
    """Whether the rest of the other text has a word for the figure."""
    kind, value = found.kind, found.value
    if kind == "date":
        return _tells_period(found, str(value), rest)
    if kind == "vague":
        return found.order == 10 and (_TEENS if found.unit == "year" else _TENS).search(rest) is not None
    if kind == "duration":
        return _tells_duration(found, rest)
    if kind == "percent":
        return value == 100 and not found.direction and _WHOLE.search(rest) is not None
    if kind == "money":
        return value == 1 and not found.qualifier and _CURRENCY.search(rest) is not None
    return False


def _tells_period(found: Found, code: str, rest: str) -> bool:
    if code.endswith("0s"):  # the early 1900s for 20世纪初, back in the 00s
        century = f"{int(code[:2]) + 1}世纪" in rest.replace(" ", "")
        return century or code[2:] in rest or (code[:2] == "20" and _THIS_CENTURY.search(rest) is not None)
    if code in ("H1", "H2"):
        return _HALF_OF_MATCH.search(rest) is not None
    return found.eop and _YEAR_END.search(rest) is not None


def _tells_duration(found: Found, rest: str) -> bool:
    if (found.unit, found.value) == ("hour", 24):
        return _CLOCK.search(rest) is not None
    if (found.unit, found.value) == ("week", 2):
        return _FORTNIGHT.search(rest) is not None
    if (found.unit, found.value) == ("year", 10):
        return _DECADE.search(rest) is not None
    # 20岁左右: in his early 20s
    return found.unit == "year" and isinstance(found.value, Decimal) and f"{found.value}s" in rest
