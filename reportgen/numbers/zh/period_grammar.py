"""Periods in Chinese prose as codes: 2025年一季度 is 2025-Q1, 1—9月 is --01/--09, “十四五”时期 is FYP14."""

from __future__ import annotations

import re

from reportgen.numbers.grammar.parts import PeriodStretch
from reportgen.numbers.model.pattern import Pattern
from reportgen.numbers.zh.numerals import han

_TO = r"\s?(?:[~～〜–-]{1,2}|至|到)\s?"
_Y = r"(?:(?:1[6-9]|20|21)[0-9]{2}(?![0-9])|[一二][〇零○0Oo一二三四五六七八九]{3})"
_M = r"(?:1[0-2](?![0-9])|0?[1-9](?![0-9])|十[一二]?|[一二三四五六七八九])"
_D = r"(?:3[01](?![0-9])|[12][0-9](?![0-9])|0?[1-9](?![0-9])|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
_END = r"(?P<eop>年底|年末|月底|月末|底|末)?"

_YEARS = Pattern(rf"(?P<a>{_Y})\s?年?{_TO}(?P<b>{_Y})\s?(?P<mark>学年度?|财年|财政年度|年度?(?!代)|赛季)?")
_SEASON = Pattern(
    rf"(?P<a>{_Y})(?:[/–-]|\s?[至到]\s?)(?P<b>[0-9]{{2}})(?![0-9.%/–-])\s?(?P<mark>学年度?|财年|财政年度|年度?(?!代)|赛季|届)?"
)
_OLD_YEAR = r"1[0-5](?!00)[0-9]{2}(?=\s?年(?!的?历史|代|[来前后间]|以[来上]|左右|多))"  # no 1200年历史
_YEAR = Pattern(rf"(?P<year>{_Y}|{_OLD_YEAR})\s?(?:年度?|财政?年度?)\s?")
_ISO = Pattern(r"((?:19|20)[0-9]{2})([-./])(1[0-2]|0?[1-9])\2(3[01]|[12][0-9]|0?[1-9])(?![0-9])")
_ISO_MONTH = Pattern(
    r"(?<![0-9A-Za-z-])((?:19|20)([0-9]{2}))-(1[0-2]|0[1-9])(?![0-9A-Za-z%~～/–-]|\.[0-9]|\s?(?:[年届期号批次]|[赛雪]季|学年|财))"
)
_BORN = Pattern(r"(?P<tens>[5-9]0|00|10)(?=后(?![来续期续方面])|[、和及][5-9]?[01]?0后)")
_TENS = "[1-9]0|[二三四五六七八九]十"
_DECADE = Pattern(
    r"(?:(?P<century>[12][0-9]|二十一?|十[六七八九])\s?世纪\s?|(?P<hundreds>1[5-9]|20)(?=[0-9]0\s?年代))?"
    rf"(?:(?P<several>[二三四五六七八九]{{2}})十|(?P<tens>{_TENS}|00)(?:\s?(?:年代)?(?:[、~～〜–-]|至|到|和)\s?(?P<to>{_TENS}))?)\s?年代"
)
_PLAN = Pattern(r"(?P<n>十[一二三四五六七八九]?|[六七八九])五(?P<close>[”\"」]?)(?:规划|计划)?(?:时期|期间)?")
_QUARTER = Pattern(
    rf"(?P<nth>第\s?)?(?P<q>[一二三四1-4])(?:\s?[、和](?P<also>第?[一二三四1-4]))?\s?季(?:度|(?=[报末初])|(?(nth)|(?!)))"
    rf"(?:{_TO}第?(?P<r>[一二三四1-4])\s?季度?)?(?P<eop>末|底)?"
)
_QUARTERS = Pattern(rf"第?(?P<a>[一二三四1-4]){_TO}第?(?P<b>[一二三四1-4])\s?季度")  # 一至三季度
_LETTERED = Pattern(
    r"(?:(?P<q>(?<=[Qq])[1-4])|(?P<h>(?<=[Hh])[12]))(?![0-9A-Za-z%]|\.[0-9])(?:\s?(?P<year>(?:19|20)[0-9]{2})(?![0-9])年?)?"
)
_AFTER_YEAR = Pattern(
    r"(?P<half>[上下])半年|[前首]\s?(?P<quarters>[二两三23])\s?个?季度?"
    r"|[前首]\s?(?P<months>1[0-2]|[1-9]|十[一二]?|[一二两三四五六七八九])\s?个?月(?!内)"
    r"|[Qq](?P<q>[1-4])(?![0-9A-Za-z])|[Hh](?P<h>[12])(?![0-9A-Za-z])|(?P<first>首)季度?|(?P<last>末)季度"
)
_MONTHS = Pattern(
    rf"(?P<a>{_M})\s?月?份?{_TO}(?P<b>{_M})\s?月(?!\s?{_D}\s?[日号])份?(?P<eop>末|底)?"  # 1—9月
)
_MONTH = Pattern(
    rf"(?P<m>{_M})\s?月份?(?:\s?(?P<d>{_D})\s?(?:[日号](?!线|楼|文|院)|(?=(?:[~～〜–-]|至|到|[、和])\s?[0-9])))?"
    rf"(?:起?{_TO}(?:(?:(?P<year2>{_Y})\s?年)?\s?(?P<m2>{_M})\s?月份?(?:\s?(?P<d2>{_D})\s?[日号])?|(?P<d3>{_D})\s?[日号]))?"
    rf"(?:(?<=[日号])\s?[、和及与]\s?(?P<also>{_D})\s?[日号])?{_END}"
)
_DAY = Pattern(
    rf"(?P<d>{_D})\s?[日号](?!程|元|圆|历|均|益|常|本|用|报|化|夜|内|之内|以内|以上|以下|左右)(?!(?:[~～〜–-]|至|到)[0-9]{{1,3}}\s?日(?:内|之内|以内|左右))"
)
_FIRST = Pattern(
    r"[前首]\s?(?:(?P<quarters>[二两三23])\s?个?季度?|(?P<months>1[0-2]|[1-9]|十[一二]?|[一二两三四五六七八九])\s?个?月(?!内))"
    r"|(?P<first>首)季度?"
)


def _number(text: str) -> int:
    if text.isdigit() and text.isascii():
        return int(text)
    if len(text) == 4:  # 二00八: zeros typed as digits or letters
        text = text.translate(_ZEROS)
    if text in "两":
        return 2
    return int(han(text) or 0)


_ZEROS = str.maketrans("0Oo", "〇〇〇")


def _year(text: str) -> str:
    return f"{_number(text):04}"


def period_at(text: str, at: int) -> PeriodStretch | None:
    """The longest period that begins at a numeral or at 前; None for none."""
    if (first := _REIGNS.get(text[max(0, at - 2) : at])) and (found := _REIGN.match(text, at)):
        inner = _without_year(text, found.end(), str(first + _number(found[1])))
        return inner._replace(lead=2) if inner else PeriodStretch(found.end(), str(first + _number(found[1])), lead=2)
    for rule in (_iso, _born, _years, _decade, _plan, _in_year, _without_year):
        if stretch := rule(text, at):
            return stretch
    return None


_REIGNS = {  # the year before the first
    "民国": 1911, "宣统": 1908, "光绪": 1874, "同治": 1861, "咸丰": 1850, "道光": 1820, "嘉庆": 1795, "乾隆": 1735,
    "雍正": 1722, "康熙": 1661, "顺治": 1643, "令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867,
}  # fmt: skip
_REIGN = Pattern("([0-9]{1,2}|[一二三四五六七八九十]{1,3})年(?!代)")


def _iso(text: str, at: int) -> PeriodStretch | None:
    found = _ISO.match(text, at)
    if found:
        return PeriodStretch(found.end(), f"{found[1]}-{int(found[3]):02}-{int(found[4]):02}")
    month = _ISO_MONTH.match(text, at)
    if month and int(month[3]) != int(month[2]) + 1:  # 2008-09 may be two years
        return PeriodStretch(month.end(), f"{month[1]}-{month[3]}")
    return None


def _years(text: str, at: int) -> PeriodStretch | None:
    if season := _SEASON.match(text, at):  # 2024/25, 1996-98赛季
        first = _number(season["a"])
        last = first - first % 100 + int(season["b"]) + (100 if int(season["b"]) < first % 100 else 0)
        if last == first + 1 or (season["mark"] and first < last < first + 50):
            return PeriodStretch(season.end(), f"{first:04}/{last:04}")
    found = _YEARS.match(text, at)
    if found and _number(found["a"]) < _number(found["b"]) and (found["mark"] or not _MORE.match(text, found.end())):
        return PeriodStretch(found.end(), f"{_year(found['a'])}/{_year(found['b'])}")
    return None


_MORE = Pattern(r"[0-9万亿个家项%.]|[年-]")


def _decade(text: str, at: int) -> PeriodStretch | None:
    found = _DECADE.match(text, at)
    if not found:
        return None
    if found["hundreds"]:
        base = int(found["hundreds"]) * 100
    else:
        base = (
            _number(found["century"]) if found["century"] else 21 if text.endswith("本世纪", 0, at) else 20
        ) * 100 - 100
    if found["several"]:  # 六七十年代
        first, last = (f"{base + 10 * _number(digit)}s" for digit in found["several"])
        return PeriodStretch(found.start("several") + 1, first, also=((found.end("several") - 1, found.end(), last),))
    tens = found["tens"]
    if tens == "00" and not found["hundreds"]:
        return None
    code = f"{base + _number(tens)}s"
    if not found["to"]:
        return PeriodStretch(found.end(), code)
    return PeriodStretch(
        found.end("tens"), code, also=((found.start("to"), found.end(), f"{base + _number(found['to'])}s"),)
    )


def _born(text: str, at: int) -> PeriodStretch | None:
    """80后: those born in the 1980s; no figure, but the other language may tell the decade."""
    found = _BORN.match(text, at)
    if not found or (at and text[at - 1].isdigit()):
        return None
    tens = found["tens"]
    return PeriodStretch(found.end(), f"{'20' if tens in ('00', '10') else '19'}{tens}s", hint=True)


def _plan(text: str, at: int) -> PeriodStretch | None:
    found = _PLAN.match(text, at)
    quoted = at > 0 and text[at - 1] in '“"「' and found is not None and found["close"]
    if not found or not (quoted or len(found["n"]) == 2):
        return None
    return PeriodStretch(found.end(), f"FYP{_number(found['n'])}")


def _in_year(text: str, at: int) -> PeriodStretch | None:
    """A year said as such (2025年), with what stands in it: a quarter, a half, months, a day, its end."""
    found = _YEAR.match(text, at)
    if not found:
        if last := _LETTER_LAST.match(text, at):  # 1Q 2025
            year = last["year"] if len(last["year"]) == 4 else "20" + last["year"]
            return PeriodStretch(last.end(), f"{year}-{last['letter'].upper()}{last['n']}")
        bare = _BARE.match(text, at)
        return PeriodStretch(bare.end(), f"{bare[1]}-{bare[2].upper()}") if bare else None
    year, end = _year(found["year"]), found.end()
    inner = _without_year(text, end, year) if end < len(text) else None
    if inner:
        return inner
    close = _YEAR_END.match(text, end)
    stop = end - 1 if text[end - 1] == " " else end
    return PeriodStretch(close.end(), year, True) if close else PeriodStretch(stop, year)


_BARE = Pattern(r"((?:19|20)[0-9]{2})\s?([Qq][1-4]|[Hh][12])(?![0-9A-Za-z])")
_LETTER_LAST = Pattern(r"(?P<n>[1-4])(?P<letter>[QqHh])\s?(?P<year>(?:19|20)[0-9]{2}|[0-9]{2})(?![0-9A-Za-z%])")
_YEAR_END = Pattern(r"年?[底末](?!端)")


def _without_year(text: str, at: int, year: str = "") -> PeriodStretch | None:
    """A quarter, half, run of months, month or day; of `year` where that is known."""
    before = f"{year}-" if year else ""
    if found := _AFTER_YEAR.match(text, at) if year else _first(text, at):
        return _part(found, before, year)
    if (found := _QUARTERS.match(text, at)) and _number(found["a"]) < _number(found["b"]):
        return PeriodStretch(found.end(), f"{before}Q{_number(found['a'])}/{before}Q{_number(found['b'])}")
    if found := _QUARTER.match(text, at):
        q, r = _number(found["q"]), found["r"]
        code = f"{before}Q{q}/{before}Q{_number(r)}" if r else f"{before}Q{q}"
        other = found["also"]
        also = ((found.start("also"), found.end(), f"{before}Q{_number(other[-1])}"),) if other else ()
        return PeriodStretch(found.end("q") if other else found.end(), code, bool(found["eop"]), also)
    dashed = before or "--"
    if (found := _MONTHS.match(text, at)) and _number(found["a"]) < _number(found["b"]):
        return PeriodStretch(
            found.end(), f"{dashed}{_number(found['a']):02}/{dashed}{_number(found['b']):02}", bool(found["eop"])
        )
    if found := _MONTH.match(text, at):
        return _month(found, dashed)
    found = _DAY.match(text, at) if not year else None
    return PeriodStretch(found.end(), f"---{_number(found['d']):02}") if found else None


def _first(text: str, at: int) -> re.Match[str] | None:
    """The first months or quarters of a year; 较前三个月 are the months before."""
    if text[at : at + 1] not in ("前", "首") or (at and text[at - 1] in "较比此之目提"):
        return None
    return _FIRST.match(text, at)


def _part(found: re.Match[str], before: str, year: str) -> PeriodStretch:
    fields = found.groupdict()
    if quarters := fields["quarters"]:
        return PeriodStretch(found.end(), f"{before}Q1/{before}Q{_number(quarters)}")
    if months := fields["months"]:
        dashed = before or "--"
        last = _number(months)
        return PeriodStretch(found.end(), f"{dashed}01/{dashed}{last:02}" if last > 1 else f"{dashed}01")
    if fields["first"] or fields.get("last"):
        return PeriodStretch(found.end(), f"{before}Q{'1' if fields['first'] else '4'}")
    if quarter := fields.get("q"):
        return PeriodStretch(found.end(), f"{before}Q{quarter}")
    half = fields.get("h") or ("1" if fields["half"] == "上" else "2")
    return PeriodStretch(found.end(), f"{before}H{half}")


def _month(found: re.Match[str], dashed: str) -> PeriodStretch:
    month, day = f"{_number(found['m']):02}", found["d"]
    first = f"{dashed}{month}" + (f"-{_number(day):02}" if day else "")
    eop = bool(found["eop"])
    if found["also"] and day and not found["m2"] and not found["d3"]:  # 2月3日和4日
        also = (found.start("also"), found.end(), f"{dashed}{month}-{_number(found['also']):02}")
        return PeriodStretch(found.end("d") + 1, first, also=(also,))
    if found["d3"] and day:
        return PeriodStretch(found.end(), f"{first}/{dashed}{month}-{_number(found['d3']):02}")
    if found["m2"]:
        second = f"{_year(found['year2'])}-" if found["year2"] else dashed
        if found["year2"] and dashed == "--":  # 1月30日至2021年3月12日
            year = _number(found["year2"]) - (int(month) > _number(found["m2"]))
            first = f"{year:04}-{first[2:]}"
        second += f"{_number(found['m2']):02}" + (f"-{_number(found['d2']):02}" if found["d2"] else "")
        return PeriodStretch(found.end(), f"{first}/{second}", eop)
    return PeriodStretch(found.end("d3") if found["d3"] else found.end(), first, eop)


def lettered_at(text: str, at: int) -> PeriodStretch | None:
    """Q1 to Q4, H1 and H2, met at the digit."""
    found = _LETTERED.match(text, at)
    if not found or (at > 1 and text[at - 2].isascii() and text[at - 2].isalnum()):
        return None
    before = f"{found['year']}-" if found["year"] else ""  # Q1 2025
    return PeriodStretch(found.end(), before + (f"Q{found['q']}" if found["q"] else f"H{found['h']}"))
