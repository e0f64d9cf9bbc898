"""Words that say how exact a figure is without standing at it: 大约会发病2周, an estimate of, passed 100 goals."""

from __future__ import annotations

from reportgen.numbers.grammar.found import Found
from reportgen.numbers.model.pattern import Pattern

_ABOUT = Pattern(
    r"约|估|大概|左右|上下|前后|差不多"
    r"|(?i:\b(?:about|around|approximat\w+|roughly|some|estimat\w*|circa|guess\w*)\b|-ish\b|\bor so\b)"
)
_NEAR = Pattern(r"近|几乎|差不多|快|(?i:\b(?:near\w*|almost|close to|approach\w*|virtually|practically)\b)")
_ABOVE = Pattern(
    r"超|逾|突破|台阶|大关|关口|以上|多|余|至少|不少于|不低于|最低|最少|下限|过百|过千|过万|高于|高出"
    r"|(?i:\b(?:over|more|exceed\w*|pass(?:ed|ing)?|topp?(?:ed|ing|s)?|cross(?:ed|ing)|broke|hit|beyond|plus|above"
    r"|at least|minimum|upwards?|older|not less|no less|no fewer|strong)\b)|\+"
)
_BELOW = Pattern(
    r"不到|不足|以内|之内|内|以下|不超|未超|未满|不满|不多于|不高于|少于|低于|最高|最多|最大|上限|限额|封顶|至多"
    r"|(?i:\b(?:under|less|fewer|within|below|up to|capp?(?:ed)?|maximum|limit\w*|no more|not exceed\w*|at most"
    r"|younger|short of|no|none|not)\b)"
)
_WORDS = {
    "approx": _ABOUT, "nearly": _NEAR, "gt": _ABOVE, "ge": _ABOVE, "lt": _BELOW, "le": _BELOW, "up_to": _BELOW,
}  # fmt: skip
_ESTIMATE = Pattern(r"估|预计|(?i:\bestimat|\bexpect|\bproject|\bforecast)")
_ZH_REACH, _EN_REACH, _AFTER = 16, 36, 16
_ZH_STOPS, _EN_STOPS = "，。；：、！？\n", ".;:!?\n"


def is_said_elsewhere(bare: Found, relation: str, *, estimate: bool) -> bool:
    """Whether the clause of a figure without a qualifier has a word for one; of an estimate, its whole text."""
    if estimate and (_ESTIMATE.search(bare.source) or _ABOUT.search(bare.source)):
        return True
    pattern = _WORDS.get(relation)
    return pattern is not None and pattern.search(_near(bare)) is not None


def is_estimate(found: Found) -> bool:
    """Whether a figure is told as somebody's estimate."""
    return _ESTIMATE.search(found.text) is not None


def is_denied(found: Found) -> bool:
    """Whether the words before an English figure deny it: no country had more than 3%."""
    return _DENIAL.search(found.source, max(0, found.start - _EN_REACH), found.start) is not None


_DENIAL = Pattern(r"(?i:\b(?:no|none|not|never|nowhere|nobody|neither|hardly)\b|n['’]t\b)")


def _near(found: Found) -> str:
    """What stands near a figure in its clause, up to the next number on either side."""
    text = found.source
    zh = any("\u3400" <= char <= "\u9fff" for char in text)
    stops, reach = (_ZH_STOPS, _ZH_REACH) if zh else (_EN_STOPS, _EN_REACH)
    first = last = 0
    for first in range(found.start, max(0, found.start - reach) - 1, -1):
        if first and (text[first - 1] in stops or text[first - 1].isdigit()):
            break
    for last in range(found.end, min(len(text), found.end + _AFTER) + 1):
        if last < len(text) and (text[last] in stops or text[last].isdigit()):
            break
    return text[first:last]
