"""Digits in Chinese texts that are no figures: names (DFM-2, 5G), file numbers, sizes, times, telephones.

Labels (图3, 波音737): `labels`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from reportgen.numbers.grammar.patterns import TELEPHONE
from reportgen.numbers.model.pattern import Pattern
from reportgen.numbers.zh.labels import LABELING, label_end
from reportgen.numbers.zh.reading_words import ChineseTails


class Mask(NamedTuple):
    """A pattern that begins at a digit, and what its digits are."""

    what: str
    pattern: str


MASKS: tuple[Mask, ...] = (
    Mask("a time of day", r"(?:[01]?[0-9]|2[0-4])\s?[:：][0-5][0-9](?:[:：][0-5][0-9])?(?![0-9.])"),
    Mask(
        "a time of day in words",
        r"(?<![涨跌升降增减高低了第])(?:[01]?[0-9]|2[0-4])\s?(?:[时点]\s?[0-5]?[0-9]\s?分(?:\s?[0-9]{1,2}\s?秒)?"
        r"|时(?!代)(?:半|整|许)?|点(?![0-9%建意要希体启看位阵])(?:半|整|许|钟)?)",
    ),
    Mask("sides of a shape, or hours a day: 1920×1080, 7×24", r"[0-9]+(?:\s?[×xX*]\s?[0-9]+)+(?![0-9⁰¹²³⁴-⁹⁻^])"),
    Mask("around the clock", r"(?:24/7|7/24)(?![0-9])"),
    Mask("a day that has become a name: 9·11", r"[0-9]{1,2}[·•][0-9]{1,2}(?![0-9])"),
    Mask("a formula: 3+X, 1+1>2", r"[0-9A-Z](?:\+[0-9A-Z])+(?:\s?[>=]\s?[0-9])?(?![0-9])"),
    Mask(
        "a room or a building",
        r"[0-9]{1,4}\s?(?=会议室|会议厅|办公室|教室|病房|房间|展厅|包厢|号?室(?![内外])|楼(?![盘宇])|单元(?![格体])|栋(?=[0-9]))",
    ),
    Mask("a version, an address", r"[0-9]+(?:\.[0-9]+){2,}"),
    Mask("a version", r"[0-9]{1,2}\.[0-9]{1,2}\s?(?=升?级?版)"),
    Mask("a telephone or book number", TELEPHONE),
    Mask("the head of an item: 1.完善机制", r"[0-9]{1,2}\.(?=\s?[一-鿿])"),
    Mask("the head of an item: 1、完善机制", r"(?<![^。；：:\n])[0-9]{1,2}、(?=[一-鿿])"),
    Mask("the head of an item: 1）完善机制", r"(?<![^。；：:\n ])[0-9]{1,2}[)）](?=\s?[一-鿿A-Z])"),
    Mask(
        "a number to call",
        r"[0-9]{3,5}\s?(?=热线|平台热线|政务|专线|市民|投诉|举报|报警|急救|客服|自杀|短信|来电|来咨询|来联系)",
    ),
    Mask("hours and days of work: 996", r"996(?=工作制|制|模式|加班|文化)"),
    Mask("a sales event", r"(?:618|双?11)(?=大促|购物|促销|年中|电商|活动|期间)"),
    Mask("from nothing to something: 0到1", r"0到[1N0-9](?![0-9%]|之间|范围|区间)"),
    Mask("a program's name: “28条”", r"[0-9]{1,3}条(?=[”\"’])"),
    Mask("a number of a series: 3号线, 15号文", r"[0-9]{1,5}\s?号(?!召)[线楼机文令院门馆厅公地]?"),
    Mask("a bus line", r"[0-9]{1,3}\s?路(?=公交|公共|汽车|电车|[车线站])"),
    Mask(
        "a grade of what is graded; an earthquake is measured",
        r"[0-9]{1,2}\s?级(?=[大强中]?(?:飓风|台风|风|响应|预警|警报|残疾|伤残|浪|污染|片区|联赛|考试))",
    ),
    Mask("a base of numbers", r"0x(?:[0-9A-Fa-f]+)?(?![A-Za-z])"),
    Mask("a group of states: 20国集团", r"[0-9]{1,2}国(?=集团|峰会)"),
    Mask("a phase", r"[0-9]{1,2}\s?期(?=工程|项目|临床|试验|研究|实验)"),
)  # fmt: skip
_MASKS = Pattern("|".join(mask.pattern for mask in MASKS))

_TOKEN = Pattern(r"[0-9]+(?:[.-]?[A-Za-z0-9]+)*")
_CURRENCY = Pattern("(?:RMB|CNY|USD|EUR|GBP|HKD|JPY|KRW)[-−]?$")
_STANDARD = Pattern(
    r"(?:GB|GB/[TZ]|ISO|IEC|IEEE|DB[0-9]*|DB[0-9]*/T|ITU|RFC|ASTM|EN|T/[A-Z]+|[JQYHSNL][A-Z](?:/T)?)\s$"
)
_NUMBERED = Pattern("[0-9]{3}|[0-9]{1,2}[-–]")
_STANDARD_YEAR = Pattern(r"(?:\s?[-–一—]\s?(?:19|20)[0-9]{2}(?![0-9]))?")
_CALLED = Pattern(
    "(?:热线|电话|拨打|致电|专线|邮编|编码|代码|账号|微信号|QQ|QQ群|编号|单号|证号|[0-9]\\s?转|短信|客服|频道|短号|端口号?|端口默认|默认)[为是:：]?\\s?$"
)
_DESIGNATION = Pattern(r"[0-9]+(?:[.:–-][0-9]+)*")
_REFERENCE = Pattern(r"[0-9]{1,4}(?:[-–][0-9]{1,3})?(?![0-9.]|[-–][0-9])")  # [3-5], but not [2025-07-20]


SUSPECT = frozenset(
    'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-–〔［[［#(（线话打编码号群转致信服道:： “"‘双.'
)
"""What stands before digits that may be a name, a reference, a quotation."""
_QUOTED = Pattern('[0-9]{2,5}(?=[”"’](?![家个项件名位人台万亿%]))')  # a name, “985”, but not “178”家


def masked(tails: ChineseTails, text: str, at: int) -> int:
    """Where the code ends that holds the digit at `at`; 0 where there is none. What stands to its left may tell it."""
    if at and (text[at - 1] in SUSPECT or text[at - 1] in LABELING) and (end := _by_left(tails, text, at)):
        return end
    found = _MASKS.match(text, at)
    return found.end() if found else 0


def _by_left(tails: ChineseTails, text: str, at: int) -> int:
    before = text[at - 1]
    lettered = at - 2 if before in "-–." and at > 1 else at - 1
    if text[lettered].isascii() and text[lettered].isalpha():
        return 0 if _CURRENCY.search(text, max(0, at - 5), at) else _end(_TOKEN.match(text, at))
    if before == " " and _NUMBERED.match(text, at) and _STANDARD.search(text, max(0, at - 12), at):
        end = _end(_DESIGNATION.match(text, at))
        return _end(_STANDARD_YEAR.match(text, end))
    if before in "线话打编码号群转为是致信服道:： " and _CALLED.search(text, max(0, at - 6), at):
        end = _end(_DESIGNATION.match(text, at))
        return 0 if text[end : end + 1] in ("部", "台", "个", "条", "亿", "万") else end  # 拥有电话12部
    if before in '“"‘':
        return _end(_QUOTED.match(text, at))
    if before in "〔[［#":
        return _end(_REFERENCE.match(text, at))
    if before == "双":
        return _end(_DESIGNATION.match(text, at))
    if before in "(（":
        end = _end(_REFERENCE.match(text, at))
        return end if end - at < 3 and text[end : end + 1] in (")", "）") else 0
    return label_end(tails, text, at)


def _end(found: re.Match[str] | None) -> int:
    return found.end() if found else 0
