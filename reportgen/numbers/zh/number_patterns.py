"""How a number is written in Chinese texts: the patterns that all rules share, and its value."""

from __future__ import annotations

from decimal import Decimal

from reportgen.numbers.grammar.numerals import digits
from reportgen.numbers.grammar.parts import Left
from reportgen.numbers.grammar.patterns import tree
from reportgen.numbers.model.quantity import QualifierType
from reportgen.numbers.zh.numerals import han
from reportgen.numbers.zh.reading_words import AFTER, AFTER_NOT_BEFORE, INSIDE

ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,12}(?![0-9])|[0-9]{1,40})(?:\.[0-9]{1,40})?(?![0-9])"
LONGEST = 16  # characters of a Chinese numeral; a longer run of numerals is none
HAN = (
    r"(?:[零〇一二两三四五六七八九亿]|十(?!分[^之钟])|百(?![分帕])|千(?![瓦米克伏帕卡])|万(?!分之)){1,16}"
    r"(?:点[零〇一二三四五六七八九]{1,9})?"
)
NUMBER = f"(?:{ARABIC}|{HAN})"
TO = r"\s?(?:[~～〜–-]{1,2}|至|到)\s?"
AFTERWARDS = (
    "(?:"
    + tree({word: f"(?!{AFTER_NOT_BEFORE[word]})" if word in AFTER_NOT_BEFORE else "" for word in AFTER})
    + r")(?<!\+(?=\s?[0-9]))"  # 500+家; 9.6亿元 + 6.5亿元 is a sum
)


def value_of(text: str) -> Decimal | None:
    """The value of Arabic digits or of a Chinese numeral; None where the characters make no number."""
    return digits(text) if "0" <= text[:1] <= "9" else han(text)


CONGRESS = "(?:十[一二三四五六七八九]|二十[一二三四五]?)大(?![类项行产群领举措任板系体城品亮功优平基场模国市]|工程)"
"""A congress of the Party by its short name: 二十大, but 十二大产业 counts."""
SUPPOSED = "估计"
"""What says that a figure is someone's estimate, before what says how it bounds the value: 估计在3500人以上."""


def qualified(left: Left, *after: str | None) -> tuple[QualifierType | None, str | None]:
    """The one qualifier of a figure: of what stands before it, inside it and after it, the first counts.

    An estimate has the bound that it is told with: 估计在3500人以上 is at least 3500.
    """
    if left.qualifier and left.qform != SUPPOSED:
        return left.qualifier, left.qform
    for word in after:
        if word:
            return AFTER.get(word) or INSIDE[word], word
    return left.qualifier, left.qform
