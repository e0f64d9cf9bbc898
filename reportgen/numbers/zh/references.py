"""Times of day, tables, articles, standards and weekdays in Chinese texts: numbers that name something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from reportgen.numbers.grammar.reference import Reference, ReferenceKind, minutes, standards
from reportgen.numbers.model.pattern import Pattern
from reportgen.numbers.zh.number_patterns import CONGRESS
from reportgen.numbers.zh.numerals import han

_HOURS = "[零〇一二两三四五六七八九十]"
_HALVES: dict[str, Literal["am", "pm"]] = {
    "上午": "am", "早上": "am", "早晨": "am", "清晨": "am", "凌晨": "am", "早": "am",
    "下午": "pm", "晚上": "pm", "晚间": "pm", "傍晚": "pm", "夜间": "pm", "当晚": "pm", "晚": "pm",
}  # fmt: skip
_HALF_DAY = "上午|早上|早晨|清晨|凌晨|中午|下午|晚上|晚间|傍晚|夜间|当晚|早|晚"
_CLOCK = Pattern(
    rf"(?P<half>{_HALF_DAY})?\s?(?<![0-9.:：比第])(?:(?P<h>[0-9]{{1,2}})\s?[:：](?P<m>[0-5][0-9])(?:[:：][0-5][0-9])?(?![0-9]|[.:：][0-9])"
    r"|(?P<hour>[0-9]{1,2})\s?(?:时(?![代期刻])|点(?![%建意要希体启看位]|[0-9]{1,3}(?![0-9]|\s?分(?!钟))))\s?"
    r"(?:(?P<minute>[0-9]{1,2})\s?分(?!钟)|(?P<part>半|一刻|三刻|整|钟|许)|(?=[^0-9小]|$))"
    rf"|(?P<spoken>{_HOURS}{{1,3}})[点时](?:(?P<words>{_HOURS}{{1,3}})分(?!钟)|(?P<share>半|一刻|三刻|整|钟|许)))"
)
_SPOKEN = Pattern(rf"(?P<half>{_HALF_DAY})\s?(?P<spoken>{_HOURS}{{1,3}})[点时](?![{_HOURS[1:-1]}半间代刻])")
_PARTS = {"半": 30, "一刻": 15, "三刻": 45}

_NUMBER = r"(?:[0-9]{1,4}|[一二三四五六七八九十百零〇]{1,5})"
_JOINED = rf"{_NUMBER}(?:\s?(?:、|，|,|和|及|与|或|至|到|[~～–—-])\s?第?\s?{_NUMBER})*"
_DIVISION = Pattern(
    rf"第\s?(?P<n>{_JOINED})\s?(?P<what>[章节条款页])(?![^，。；：、）)的之]{{0,6}}(?:线路|生产线|路线|河))"
)
_DIVISIONS: dict[str, ReferenceKind] = {"章": "chapter", "节": "section", "条": "article", "款": "clause", "页": "page"}
_CALLED = Pattern(
    r"(?P<what>附图|图|附表|表|附件|附录|公式|方程式?|式)\s?[（(]?(?P<n>[0-9]{1,3}(?:\s?[-–—.]\s?[0-9]{1,3})?"
    r"(?:\s?(?:、|和|及|与|或|至|到|[~～])\s?[0-9]{1,3}(?:[-–—.][0-9]{1,3})?)*)"
    r"(?![0-9.]|\s?[个家项名位人台万亿%％年月日元件张次倍度种份类页版像纸])"
)
_NAMES: dict[str, ReferenceKind] = {
    "附图": "figure", "图": "figure", "附表": "table", "表": "table", "附件": "annex", "附录": "annex",
    "公式": "equation", "方程": "equation", "方程式": "equation", "式": "equation",
}  # fmt: skip
_NO_NAME = {"图": "地版意企蓝力试", "表": "代发仪外钟手电水", "式": "方形模正格样公", "件": ""}
_LETTERED = Pattern(r"附[录件]\s?(?P<n>[A-H])(?![A-Za-z0-9])")
_ONE = Pattern(r"[0-9]+(?:\s?[-–—.]\s?[0-9]+)?|[一二三四五六七八九十百零〇]+")
_WEEKDAY = Pattern(r"(?<![每一两几多整])(?:星期|礼拜|周)(?P<day>[一二三四五六日天])(?![次个天年度期])")
_DAYS = dict(zip("一二三四五六日天", "12345677", strict=True))
_CONGRESS = Pattern(  # and the Central Committee that it elected
    rf"(?P<short>{CONGRESS})|第(?P<full>[一二三四五六七八九十]{{1,3}}|[0-9]{{1,2}})次全国代表大会"
    r"|(?P<seated>十[一二三四五六七八九]|二十[一二三四五]?)届(?=[一二三四五六七八九](?:中全会|中、)|中央|中纪委)"
)
_PLENUM = Pattern(r"(?P<n>[一二三四五六七八九])中(?=全会|、[一二三四五六七八九]中全会)")
_SESSION = Pattern(r"中央委员会第(?P<n>[一二三四五六七八九])次全体会议")
_ANY = Pattern(
    r"[0-9]\s?[:：]\s?[0-9]|[0-9零〇一二两三四五六七八九十]\s?[点时章节条款页]|[图表件录式]\s?[（(]?[0-9A-H]|[A-Z]\s?[0-9]{2}"
    r"|星期|礼拜|周[一二三四五六日天]|[一二三四五六七八九十]大|次全国代表大会|[一二三四五六七八九十]届|中全会"
)


def may_refer(text: str) -> bool:
    """Whether a normalized text may refer to anything by a number: most do not, and need not be read."""
    return _ANY.search(text) is not None


def references(text: str) -> list[Reference]:
    """What a normalized text refers to by a number, in order."""
    made = [*_clocks(text), *_divisions(text), *_called(text), *_weekdays(text), *_congresses(text), *standards(text)]
    return sorted(made, key=lambda each: each.start)


def _clocks(text: str) -> Iterator[Reference]:
    for pattern in (_CLOCK, _SPOKEN):
        for found in pattern.finditer(text):
            if value := _minutes(found):
                yield Reference("clock", value, found.start(), found.end())


def _minutes(found: re.Match[str]) -> str | None:
    named = found.groupdict()
    hour = named.get("h") or named.get("hour") or named["spoken"]
    minute = named.get("m") or named.get("minute") or named.get("words")
    part = named.get("part") or named.get("share") or ""
    whole = _digits(hour)
    half = _HALVES.get(named["half"] or "")
    if named["half"] == "中午":
        half = "am" if whole in (10, 11) else "pm"
    return minutes(whole, _digits(minute) if minute else _PARTS.get(part, 0), half)


def _digits(number: str) -> int:
    return int(number) if number.isdigit() and number.isascii() else int(han(number) or 99)


def _divisions(text: str) -> Iterator[Reference]:
    for found in _DIVISION.finditer(text):
        kind = _DIVISIONS[found["what"]]
        ones = list(_ONE.finditer(text, found.start("n"), found.end("n")))
        for one in ones:
            start, end = one.span() if len(ones) > 1 else found.span()
            yield Reference(kind, str(_digits(one[0])), start, end)


def _called(text: str) -> Iterator[Reference]:
    for found in _CALLED.finditer(text):
        what = found["what"]
        if text[found.start() - 1 : found.start()] in tuple(_NO_NAME.get(what, "")):
            continue
        ones = list(_ONE.finditer(text, found.start("n"), found.end("n")))
        for one in ones:
            start, end = one.span() if len(ones) > 1 else found.span()
            yield Reference(_NAMES[what], re.sub(r"\s?[-–—.]\s?", "-", one[0]), start, end)
    for found in _LETTERED.finditer(text):
        yield Reference("annex", found["n"].lower(), found.start(), found.end())


def _weekdays(text: str) -> Iterator[Reference]:
    for found in _WEEKDAY.finditer(text):
        yield Reference("weekday", _DAYS[found["day"]], found.start(), found.end())


def _congresses(text: str) -> Iterator[Reference]:
    """The Party's congresses, the Central Committee by the one that elected it, and its plenums: 二十届三中全会."""
    for found in _CONGRESS.finditer(text):
        named = found.lastgroup
        assert named is not None, "one of them is there"
        yield Reference("congress", str(_digits(found[named].rstrip("大"))), found.start(), found.end())
    for pattern in (_PLENUM, _SESSION):
        for found in pattern.finditer(text):
            yield Reference("plenum", str(_digits(found["n"])), found.start(), found.end())
