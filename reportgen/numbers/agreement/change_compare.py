"""Whether a text tells what something changed to, and the other by how much: 增加到5亿元, increased by 500 million."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.numbers.agreement.comparison import ERROR
from reportgen.numbers.agreement.disagreement import Disagreement, disagreement
from reportgen.numbers.grammar.found import Found
from reportgen.numbers.model.pattern import Pattern

_ZH_TO = Pattern(
    r"(?:增加|增长|成长|提高|提升|上升|上涨|上调|扩大|攀升|增|升|涨|下降|降低|减轻|减少|回落|下滑|下跌|下调|缩减|缩小|压缩|降|减|跌)[到至为成]了?\s?$"
)
_ZH_BY = Pattern(
    r"(?:增加|增长|成长|提高|提升|上升|上涨|上调|扩大|下降|降低|减轻|减少|回落|下滑|下跌|下调|缩减|缩小)(?:了|约|近)?\s?$"
)
_CHANGED = (
    r"(?:ris(?:es?|en|ing)|rose|gr(?:ew|ows?|own|owing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|surg(?:es?|ed|ing)"
    r"|soar(?:s|ed|ing)?|increas(?:es?|ed|ing)|expand(?:s|ed|ing)?|rais(?:es?|ed|ing)|lift(?:s|ed|ing)?|f(?:alls?|ell|allen|alling)"
    r"|drop(?:s|ped|ping)?|declin(?:es?|ed|ing)|decreas(?:es?|ed|ing)|reduc(?:es?|ed|ing)|cuts?|cutting|slip(?:s|ped)?|slid(?:es?)?"
    r"|shr[aiu]nk(?:s|ing)?|lower(?:s|ed|ing)?|plung(?:es?|ed)|slump(?:s|ed)?|up|down|gain(?:s|ed)?|advanc(?:es?|ed))"
)
_EN_TO = Pattern(rf"(?i:\b{_CHANGED}\s(?:[a-z-]+\s){{0,3}}to\s(?:an?\s|a record\s)?$)")
_EN_BY = Pattern(rf"(?i:\b{_CHANGED}\s(?:[a-z-]+\s){{0,4}}by\s(?:an?\s)?$)")
_EN_BARE = Pattern(rf"(?i:\b{_CHANGED}\s$)")
_REACH = 70
_BEFORE_TO, _BEFORE_BY = frozenset("到至为成了 "), frozenset("加长高升涨调大降低少轻落滑跌减缩小压了约近 ")


def mixed_changes(zh: list[Found], en: list[Found]) -> Iterator[Disagreement]:
    """The figures that a change goes to in one text, and that it amounts to in the other."""
    for each in zh:
        last = each.source[each.start - 1 : each.start]
        if last not in _BEFORE_TO and last not in _BEFORE_BY:
            continue
        before = each.source[max(0, each.start - 6) : each.start]
        if _ZH_TO.search(before):
            differs = _is_by
        elif _ZH_BY.search(before):
            differs = _is_to
        else:
            continue
        equal = [other for other in en if (other.kind, other.unit) == (each.kind, each.unit) and _equal(each, other)]
        if equal and all(map(differs, equal)):
            yield disagreement(ERROR, "change", each, equal[0])


def _equal(zh: Found, en: Found) -> bool:
    return (zh.value, zh.low, zh.high) == (en.value, en.low, en.high)


def _is_by(en: Found) -> bool:
    before = en.source[max(0, en.start - _REACH) : en.start]
    bare = en.kind in ("percent", "pp") and en.qualifier is None and _EN_BARE.search(before)
    return bool(bare or _EN_BY.search(before))


def _is_to(en: Found) -> bool:
    return _EN_TO.search(en.source, max(0, en.start - _REACH), en.start) is not None
