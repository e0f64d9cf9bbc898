"""Whether a text tells what something changed to, and the other by how much: 增加到5亿元, increased by 500 million."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reportgen.numbers.agreement.comparison import ERROR
from reportgen.numbers.agreement.disagreement import Disagreement
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
_BEFORE = 16  # so many characters before a figure the word is at least: "to a record "
FEW = 8  # equal figures of one text, among which it is still to be seen which is meant
_BEFORE_TO, _BEFORE_BY = frozenset("到至为成了 "), frozenset("加长高升涨调大降低少轻落滑跌减缩小压了约近 ")


def mixed_changes(zh: list[Found], en: list[Found]) -> Iterator[Disagreement]:
    """The figures that a change goes to in one text, and that it amounts to in the other."""
    by_value: dict[tuple[object, ...], list[Found]] = {}
    for each in zh:
        if (differs := _other_way(each)) is None:
            continue
        if not by_value:
            for other in en:
                by_value.setdefault(_key(other), []).append(other)
        equal = by_value.get(_key(each))
        if equal and len(equal) <= FEW and all(map(differs, equal)):
            yield Disagreement(ERROR, "change", each, equal[0])


def _other_way(zh: Found) -> Callable[[Found], bool] | None:
    """What an English figure may not be: an amount of change for 增加到, its end for 增加了."""
    last = zh.source[zh.start - 1 : zh.start]
    if last not in _BEFORE_TO and last not in _BEFORE_BY:
        return None
    before = zh.source[max(0, zh.start - 6) : zh.start]
    if _ZH_TO.search(before):
        return _is_by
    return _is_to if _ZH_BY.search(before) else None


def _key(found: Found) -> tuple[object, ...]:
    return found.kind, found.unit, found.value, found.low, found.high


def _is_by(en: Found) -> bool:
    before = en.source[max(0, en.start - _REACH) : en.start]
    if en.kind in ("percent", "pp") and en.qualifier is None and _EN_BARE.search(before):
        return True
    return "by" in before[-_BEFORE:].lower() and _EN_BY.search(before) is not None


def _is_to(en: Found) -> bool:
    if "to" not in en.source[max(0, en.start - _BEFORE) : en.start].lower():
        return False
    return _EN_TO.search(en.source, max(0, en.start - _REACH), en.start) is not None
