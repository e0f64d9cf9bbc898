"""The unit that a line of words tells, as it stands beside a figure: In millions of Renminbi is RMB million.

Not here: whether such a unit is one to the number engine, nor which figures it holds for (table_units.py).
"""

from __future__ import annotations

import re

_CURRENCIES = {
    "RMB": r"RMB|CNY|CN¥|Renminbi|Chinese yuan|yuan(?: RMB)?",
    "US$": r"US\$|USD|U\.?S\.? dollars?|United States dollars?",
    "HK$": r"HK\$|HKD|Hong Kong dollars?",
    "EUR": r"€|EUR|euros?",
    "GBP": r"£|GBP|pounds? sterling",
    "JPY": r"JPY|JP¥|Japanese yen|yen",
    "¥": r"¥",
    "$": r"\$|dollars?",
}
_CURRENCY = re.compile(
    "|".join(f"(?P<c{number}>{names})(?![A-Za-z])" for number, names in enumerate(_CURRENCIES.values())), re.IGNORECASE
)
_SCALES = {
    "100 million": r"hundreds? (?:of )?millions?|100[ ,]?millions?|100m",
    "10,000": r"tens? of thousands?|ten thousands?|10[ ,\u00a0\u202f]?000s?",
    "1,000": r"1[ ,]000s?",
    "thousand": r"thousands?|['’‘′]?000['’]?s?|k",
    "million": r"millions?|mill|mln|mn\.?|mm|m",
    "billion": r"billions?|bn\.?|bln",
    "trillion": r"trillions?|tn|trn",
}
_SCALE = re.compile(
    r"(?<![A-Za-z\d])(?:"
    + "|".join(f"(?P<s{number}>{names})" for number, names in enumerate(_SCALES.values()))
    + r")(?![A-Za-z\d])",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:all\s+)?(?:(?:monetary\s+)?(?:amounts?|figures?|values?|data|numbers?)\s+)?(?:are\s+)?"
    r"(?:(?:expressed|stated|presented|shown|reported|given|denominated)\s+)?in\s+|(?:measurement\s+)?units?\b(?:\s+of\s+"
    r"measure(?:ment)?)?\s*(?:[:：]\s*)?(?:in\s+)?|currency\s*[:：]?\s*",
    re.IGNORECASE,
)
_EXCEPT = re.compile(r"[,;，；]?\s*\b(?:unless|except|excluding|other than|save)\b.*$", re.IGNORECASE)
_LETTERS = re.compile(r"(?<![A-Za-z])(?:k|mm?|mn\.?|bn\.?|t[rn]n)(?![A-Za-z])", re.IGNORECASE)
"""Scales that are one only beside a currency: mm are millimeters elsewhere."""
_BETWEEN = re.compile(r"[\s,;:()'’\-–]+|\b(?:of|in|currency)\b", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*[（(\[]\s*(.*?)\s*[)）\]]\s*")

_CHINESE_OPENING = re.compile(
    r"^(?:.{0,12}?[，,]\s*(?=.{0,6}[单單]位))?(?:(?:所有|全部)?(?:金额|金額|货币|貨幣|计量|計量|数据|數據))?(?:[单單]位)?"
    r"(?:均|皆)?(?:[为為以]|系)?\s*[:：]?\s*"
)
_CHINESE_MARK = re.compile(r"(?:金额|金額|货币|貨幣|计量|計量)?[单單]位")
_CHINESE_CLOSING = re.compile(
    r"(?:计价?|計價?|表示|列示|列报|列報|呈列|为单位|為單位)$|[\s，,；;]*(?:币种|幣種)\s*[:：].*$"
)
_BEFORE = re.compile(r"^(人民币|人民幣|美元|港币|港幣|港元|欧元|歐元|日元|日圆|日圓|英镑|英鎊)(?=[十百千万亿萬億元])")
_MONEY = re.compile(r"^(?P<scale>[十百千万亿萬億]*)(?:元|圆)?$")
_YUAN = ("人民币", "人民幣")
_SAID_SO = {"人民币": "元", "人民幣": "元", "百分比": "%", "百分率": "%", "百分数": "%"}
_COINS = {"港币": "港元", "港幣": "港元", "歐元": "欧元", "日圆": "日元", "日圓": "日元", "英鎊": "英镑"}


def marked(line: str) -> bool:
    """Whether a line says that it tells a unit: 单位：亿元, Unit: RMB billion, In millions of Renminbi."""
    plain = _without_brackets(line)
    if _CHINESE_MARK.search(plain):
        return re.search(r"[单單]位\s*(?:均?[为為]|[:：])", plain) is not None
    return _OPENING.match(plain) is not None


def told_unit(line: str, language: str) -> str:
    """The unit that a line tells, nothing else standing in it; the line as it is where it is put in no other way."""
    plain = _without_brackets(line)
    return _chinese(plain) if language == "zh" else _english(plain)


def _without_brackets(line: str) -> str:
    """The line without brackets around all of it."""
    whole = _IN_BRACKETS.fullmatch(line)
    return whole[1] if whole and not re.search(r"[()（）\[\]]", whole[1]) else line.strip()


def _english(line: str) -> str:
    text = _EXCEPT.sub("", line).strip()
    if opening := _OPENING.match(text):
        text = text[opening.end() :].strip()
    rest, currency = _taken(text, _CURRENCY, "c", tuple(_CURRENCIES))
    rest, scale = _taken(rest, _SCALE, "s", tuple(_SCALES))
    if not currency and (not scale or _LETTERS.search(text)):
        return text
    left = " ".join(_BETWEEN.sub(" ", rest).split())
    if currency and left:
        return text
    return " ".join(filter(None, (currency, scale, left)))


def _taken(text: str, pattern: re.Pattern[str], prefix: str, names: tuple[str, ...]) -> tuple[str, str]:
    """The text without the one match of a pattern, and what that is; as it is where there is none or more."""
    matches = list(pattern.finditer(text))
    if len(matches) != 1:
        return text, ""
    (match,) = matches
    name = next(names[number] for number in range(len(names)) if match[f"{prefix}{number}"])
    return f"{text[: match.start()]} {text[match.end() :]}", name


def _chinese(line: str) -> str:
    text = _CHINESE_CLOSING.sub("", _CHINESE_OPENING.sub("", line.strip(), count=1)).strip()
    if text in _SAID_SO:
        return _SAID_SO[text]
    before = _BEFORE.match(text)
    behind = re.search(r"(?:[（(](人民币|人民幣)[)）]|(人民币|人民幣))$", text)
    if behind and not before:
        return text[: behind.start()].strip()
    if before and (money := _MONEY.match(text[before.end() :])):
        coin = _COINS.get(before[1], before[1])
        return money["scale"] + ("元" if coin in _YUAN else coin)
    return text
