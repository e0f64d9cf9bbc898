"""Digits in Chinese texts that are no figures: names (DFM-2, 5G), references (图3), file numbers, times, telephones."""

from __future__ import annotations

import re

from reportgen.numbers.grammar.patterns import TELEPHONE
from reportgen.numbers.model.pattern import Pattern

_MASKS = Pattern(
    r"(?:[01]?[0-9]|2[0-4])\s?[:：][0-5][0-9](?:[:：][0-5][0-9])?(?![0-9.])"  # a time of day
    r"|[0-9]+(?:\s?[×xX*]\s?[0-9]+)+(?![0-9⁰¹²³⁴-⁹⁻^])"  # 7×24, 1920×1080
    r"|(?:24/7|7/24)(?![0-9])"
    r"|[0-9]{1,2}·[0-9]{1,2}(?![0-9])"  # 6·18
    r"|[0-9A-Z](?:\+[0-9A-Z])+(?:\s?[>=]\s?[0-9])?(?![0-9])"  # 3+X, 1+1>2
    r"|[0-9]{1,4}(?=会议室|会议厅|办公室|教室|房间|室(?!内)|楼(?![盘宇]))"
    r"|[0-9]+(?:\.[0-9]+){2,}"  # 1.2.3
    rf"|{TELEPHONE}"
    r"|[0-9]{1,2}\.(?=\s?[一-鿿])|(?<![^。；：:\n])[0-9]{1,2}、(?=[一-鿿])"  # 1.完善机制: the head of an item
    r"|[0-9]{3,5}(?=热线|平台热线|政务|专线|市民|投诉|举报)|996(?=工作制|制|模式|加班|文化)"
    r"|618(?=大促|购物|促销|年中|电商|活动|期间)"
    r"|0到[1N0-9](?![0-9%])|[0-9]{1,3}条(?=[”\"’])"
    r"|[0-9]{1,4}\s?号(?!召)[线楼机文令院门馆厅公地]?"
    r"|[0-9]{1,2}\s?(?:时(?!代)|点(?![0-9%建意要希体启看位]))(?:[0-9]{1,2}分|半|整|许|钟)?"
)
_TOKEN = Pattern(r"[0-9]+(?:[.-]?[A-Za-z0-9]+)*")
_CURRENCY = Pattern("(?:RMB|CNY|USD|EUR|GBP|HKD|JPY|KRW)$")
_STANDARD = Pattern(r"(?:GB|GB/[TZ]|ISO|IEC|IEEE|DB[0-9]*|DB[0-9]*/T|ITU|RFC|ASTM|T/[A-Z]+|[JQYHSNL][A-Z](?:/T)?)\s$")
_CALLED = Pattern("(?:热线|电话|拨打|专线|邮编|编码|代码|账号|微信号|QQ|QQ群|编号|证号|[0-9]转)[为是:：]?$")
_DESIGNATION = Pattern(r"[0-9]+(?:[.:–-][0-9]+)*")
_INDEX = Pattern(r"(?:[上中北深]证|科创|沪深|恒生)$")  # 沪深300
_REFERENCE = Pattern(r"[0-9]{1,4}(?:[-–][0-9]{1,3})?(?![0-9.]|[-–][0-9])")  # [3-5], but not [2025-07-20]
_COUNTED = frozenset("个家项件名位人台万亿%年月日元.")


SUSPECT = frozenset(
    'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-–〔[［#(（图注表件栏线话打编码号群转:： “"‘双.证创深生'
)
"""What stands before digits that may be a name, a reference, a quotation."""
_QUOTED = Pattern('[0-9]{2,5}(?=[”"’](?![家个项件名位人台万亿%]))')  # a name, “985”, but not “178”家


def masked(text: str, at: int) -> int:
    """Where the code ends that holds the digit at `at`; 0 where there is none. What stands to its left may tell it."""
    if at and (end := _by_left(text, at)):
        return end
    found = _MASKS.match(text, at)
    return found.end() if found else 0


def _by_left(text: str, at: int) -> int:
    before = text[at - 1]
    lettered = at - 2 if before in "-–." and at > 1 else at - 1
    if text[lettered].isascii() and text[lettered].isalpha():
        return 0 if _CURRENCY.search(text, max(0, at - 4), at) else _end(_TOKEN.match(text, at))
    if _is_designated(text, before, at):
        end = _end(_DESIGNATION.match(text, at))
        return 0 if text[end : end + 1] in ("部", "台", "个", "条", "亿", "万") else end  # 拥有电话12部
    if before in '“"‘':
        return _end(_QUOTED.match(text, at))
    if before in "〔[［#" or (before in "证创深生" and _INDEX.search(text, max(0, at - 2), at)):
        return _end(_REFERENCE.match(text, at))
    if before == "双":
        return _end(_DESIGNATION.match(text, at))
    if before in "(（":
        end = _end(_REFERENCE.match(text, at))
        return end if end - at < 3 and text[end : end + 1] in (")", "）") else 0
    if _is_referred_to(text, before, at):
        end = _end(_REFERENCE.match(text, at))
        return 0 if text[end : end + 1] in _COUNTED else end
    return 0


def _is_designated(text: str, before: str, at: int) -> bool:
    """Whether a standard or a number of its own is told: GB 9704, 热线12345."""
    if before == " ":
        return _STANDARD.search(text, max(0, at - 12), at) is not None
    return before in "线话打编码号群转为是:：" and _CALLED.search(text, max(0, at - 5), at) is not None


def _is_referred_to(text: str, before: str, at: int) -> bool:
    """Whether a figure, table, annex or column is: 图3, 附件2, 专栏5; not 代表3名."""
    if before in "件栏":
        return text[at - 2] in "附专"
    if before == "表":
        return text[at - 2 : at - 1] not in ("代", "发", "仪", "外")
    return before in "图注"


def _end(found: re.Match[str] | None) -> int:
    return found.end() if found else 0
