"""Reads one printed figure in full: 近4500亿元, up 7.1% year on year, 2025年一季度, top three.

The grammar finds the figure; before and after it stand words of change, an aggregate, or a noun of the lexicon, and
nothing else.
Not here: figures in prose, which are `find`'s.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

from reportgen.numbers.en import words as en
from reportgen.numbers.finding import sight
from reportgen.numbers.grammar.found import Found, quantity_of
from reportgen.numbers.grammar.normalize import plain
from reportgen.numbers.model.lexicon import PERSON, Lexicon, Noun, Unit
from reportgen.numbers.model.mapping import lexicon_of
from reportgen.numbers.model.quantity import (
    Amount,
    Change,
    ChangeUnit,
    Count,
    FigureError,
    FormatOptions,
    Fraction,
    Measure,
    Money,
    Ordinal,
    Percent,
    Period,
    Points,
    Qualified,
    QualifierType,
    Quantity,
    Rate,
    Tenths,
)
from reportgen.numbers.model.validate import check_possible
from reportgen.numbers.reading.context_words import AROUND, Around, longest, unchanged
from reportgen.numbers.reading.rate import each_of, halves
from reportgen.numbers.zh import words as zh
from reportgen.numbers.zh.amount import wording_of

MAX_LENGTH = 500  # characters: no printed figure is longer
_HAN = re.compile("[\u3400-\u9fff]")


_Qualified = TypeVar("_Qualified", bound=Qualified)


def read(text: str, language: str | None = None, lexicon: Lexicon | Mapping[str, Any] | None = None) -> Quantity:
    """The quantity that one printed figure says; `language` None goes by the script.

    FigureError says what was expected, what was found, and at which column where it is not the first.
    """
    known = lexicon_of(lexicon)
    shown = text.strip()
    if not shown or len(shown) > MAX_LENGTH:
        raise FigureError(f"expected a figure, found {_short(shown)}")
    language = language or ("zh" if _HAN.search(shown) else "en")
    if language not in AROUND:
        raise FigureError(f"figures are read in {' and '.join(AROUND)}, not in {language!r}")
    try:
        made = _read(plain(shown)[0], shown, language, known)
        check_possible(made)
    except (ArithmeticError, ValueError) as error:
        if isinstance(error, FigureError):
            raise
        raise FigureError(f"expected a figure, found {_short(shown)}") from error
    return made


def _read(text: str, shown: str, language: str, lexicon: Lexicon) -> Quantity:
    """A change of nothing, a rate, or any other figure."""
    text = _A_PART.sub("one ", text)
    made = unchanged(text, language) or _rate(text, language, lexicon)
    return made or _figure(text, shown, language, lexicon)


def _rate(text: str, language: str, lexicon: Lexicon) -> Rate | None:
    """The rate a text says; None for what is none, or is told by what the lexicon has not."""
    found = halves(text, language, lexicon)
    if found is None:
        return None
    try:
        amount = _figure(found.amount, found.amount, language, lexicon)
    except FigureError:
        return None
    return Rate(amount=amount, per=found.per, each=found.each) if isinstance(amount, Money | Count | Measure) else None


def _short(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:39] + "…") if text else "nothing"


def _figure(text: str, shown: str, language: str, lexicon: Lexicon) -> Quantity:
    positive = _NEGATIVE.sub(r"\1", text)
    if positive != text:  # RMB −12.5 billion
        return _negative(_figure(positive, shown, language, lexicon), shown)
    figures = [each for each in sight(text, language, lexicon=lexicon) if each.kind != "hint"]
    if not figures and (digit := _ONE.sub("1", text)) != text:  # "one day" is any day in prose, and a figure alone
        return _figure(digit, shown, language, lexicon)
    if not figures:
        raise FigureError(f"expected a figure, found {_short(shown)}")
    first = figures[0]
    end, dollars = first.end, None
    if (
        len(figures) == 2
        and first.unit == "CNY"
        and figures[1].unit == "USD"
        and (bracket := _BRACKET.fullmatch(text, end))
    ):
        dollars, end = figures[1], bracket.end()
    elif len(figures) > 1:
        second = figures[1]
        raise FigureError(
            f"expected one figure, found a second one, {_short(second.text)}, at column {second.start + 1}"
        )
    before, after = text[: first.start], text[end:]
    if first.qualifier is None and (word := QUALIFIED_BEFORE[language]().search(before)):  # 近翻一番, nearly 4:1
        first = first._replace(qualifier=_TYPES[word[1].lower()], qform=word[1].lower())
        before = before[: word.start(1)]
    around = AROUND[language](before, after, first, lexicon)
    if isinstance(around, str):
        place = text.index(around) + 1 if around in text else 1
        raise FigureError(_left_over(around, place, after if first.kind in _COUNTED else ""))
    if first.kind == "count" and not (
        first.tail or around.noun or first.qualifier or first.power or _is_number(first.text)
    ):
        raise FigureError(f"expected a figure, found {_short(shown)}")
    return _whole(first, around, dollars, lexicon, text)


def _is_number(text: str) -> bool:
    """Whether a number stands there as figures print it: in digits or, one to nine, in an English word."""
    return bool(_DIGIT.search(text)) or text.lower() in en.SMALL[1:]


def _left_over(words: str, place: int, after: str) -> str:
    """What to do about words that are no part of a figure, and about a noun that is not known."""
    message = f"expected a figure and a noun of the lexicon, found {_short(words.strip())} at column {place}"
    if not after or words.strip().lower() != after.strip().lower():
        return message
    return message + ": teach the lexicon that noun in both languages, or print the figure without it"


def _negative(made: Quantity, shown: str) -> Quantity:
    if isinstance(made, Money) and made.value:
        return replace(made, value=-made.value)
    raise FigureError(f"expected a figure, found {_short(shown)}")


@cache
def _zh_qualifiers_pattern() -> re.Pattern[str]:
    before = [wording.text for wording in zh.WORDINGS.values() if wording.place == "before" and wording.text != "上"]
    return re.compile(rf"({longest(before)})$")


@cache
def _en_qualifiers_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b({longest(word for row in en.QUALIFIERS.values() for word in row)}) $", re.IGNORECASE)


QUALIFIED_BEFORE: dict[str, Callable[[], re.Pattern[str]]] = {
    "zh": _zh_qualifiers_pattern,
    "en": _en_qualifiers_pattern,
}
_TYPES: dict[str, QualifierType] = {
    **{word: kind for kind, row in reversed(en.QUALIFIERS.items()) for word in row},
    **{wording.text: kind for kind, row in zh.QUALIFIERS.items() for wording in row},
}
_COUNTED = ("count", "vague", "ordinal")
_NEGATIVE = re.compile(r"((?:RMB|\b[A-Z]{3}|[A-Z]{0,2}[$€£¥])\s?)[−-](?=[0-9])")
_A_PART = re.compile(rf"^an? (?=(?:{'|'.join(one for one, _ in en.PARTS.values())})$)", re.IGNORECASE)
_ONE = re.compile(r"^one(?=\s)", re.IGNORECASE)
_DIGIT = re.compile("[0-9]")
_BRACKET = re.compile(r"\s?[（(].*[)）]$")


def _whole(found: Found, around: Around, dollars: Found | None, lexicon: Lexicon, text: str) -> Quantity:
    """The quantity of a figure and of what is said around it."""
    each: Noun | Unit = PERSON
    if found.kind == "rate":
        named = each_of(text, lexicon)
        if named is None:
            raise FigureError(f"expected a rate for so many of a noun of the lexicon, found {_short(text)}")
        each = named
    made = _as_printed(quantity_of(_chinese(found), around.noun, each), found)
    if isinstance(made, Percent | Points) and (around.basis or around.sign):
        made = _house(_change(made, around))
    elif around.basis:
        raise FigureError(f"expected a change in percent or percentage points, found {_short(found.text)}")
    elif isinstance(made, Fraction | Tenths) and found.direction:
        hint = "write the change in percent (下降50%, down 50%), or put the verb into the sentence"
        raise FigureError(f"expected a share without a direction, found {_short(text)}: {hint}")
    if isinstance(made, Period):
        return replace(made, as_of=around.as_of, eop=made.eop or around.eop)
    made = _house(made) if isinstance(made, Qualified) else made
    if around.aggregate and isinstance(made, Qualified):
        made = replace(made, aggregate=around.aggregate)
    if dollars and isinstance(made, Money):
        made = replace(made, options=_bracket(made, dollars))
    return made


def _chinese(found: Found) -> Found:
    """The figure with the Chinese wording of its qualifier where the text asks for one."""
    wanted = _CHINESE_FOR.get(found.qform or "", found.qform)
    return found._replace(qform=wanted if wanted in zh.WORDINGS or found.kind == "vague" else None)


_CHINESE_FOR = {
    "up to": "最高", "as many as": "多达", "no fewer than": "不少于", "no less than": "不低于", "exceeding": "突破",
}  # fmt: skip


def _house(made: _Qualified) -> _Qualified:
    """The quantity without a wording that the house would choose by itself."""
    if made.qualifier is None or made.qform is None:
        return made
    plainly = replace(made, qform=None)
    return plainly if wording_of(plainly) == zh.WORDINGS[made.qform] else made


def _as_printed(made: Quantity, found: Found) -> Quantity:
    """The quantity with what the print promises: zeros of a percentage, Chinese numerals, 首批 for 第一批."""
    match made:
        case Ordinal(value=value):
            first = zh.FIRST if found.form == "first" and zh.FIRST in found.text else None
            return replace(made, qform=first, hanzi=value > zh.ORDINAL_WORDS and found.hanzi)
        case Percent() | Points():
            return _kept_zeros(made, plain(found.text)[0])
        case Money() | Count() | Measure() if _SCALE_ALONE.fullmatch(found.text):
            return replace(made, hanzi=True)
        case Rate(amount=amount) if found.qualifier:
            return replace(made, amount=replace(amount, qualifier=found.qualifier))
        case _:
            return made


_SCALE_ALONE = re.compile(r"[^0-9０-９]*[万亿][^0-9０-９]*")  # 近万亿元: no digit, so a numeral
_PRINTED = re.compile(r"[0-9][0-9,]*(?:\.([0-9]+))?")


def _kept_zeros(amount: Percent | Points, text: str) -> Percent | Points:
    """5.0% promises its zero; money, counts and measures strip theirs, whoever printed them."""
    decimals = [number[1] or "" for number in _PRINTED.finditer(text)]
    if not any(places.endswith("0") for places in decimals):
        return amount
    return replace(amount, quantum=Decimal(1).scaleb(-max(map(len, decimals))))


def _change(amount: Amount, around: Around) -> Change:
    unit: ChangeUnit = "pp" if isinstance(amount, Points) else "percent"
    sign = around.sign or 1
    value, low, high = (None if end is None else end * sign for end in (amount.value, amount.low, amount.high))
    low, high = (high, low) if sign < 0 else (low, high)
    default = zh.DEFAULT_VERBS[unit][0 if sign > 0 else 1]
    verb = around.verb if around.verb != default else None
    return Change(
        unit=unit, basis=around.basis or "none", verb=verb, quantum=amount.quantum, qualifier=amount.qualifier,
        qform=amount.qform, hanzi=amount.hanzi, value=value, low=low, high=high,
    )  # fmt: skip


def _bracket(money: Money, dollars: Found) -> FormatOptions:
    """The rate a printed dollar bracket implies, and the precision it was given with."""
    if money.value is None or not isinstance(dollars.value, Decimal) or not dollars.value:
        return money.options
    plain_dollars = dollars.value.normalize()
    quantum = Decimal(1).scaleb(int(plain_dollars.as_tuple().exponent))
    return replace(money.options, usd_rate=money.value / dollars.value, usd_quantum=quantum)
