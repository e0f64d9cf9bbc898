"""How each kind of figure is said in Chinese: which words stand where.

The words themselves: `zh`. Periods: `zh_period`.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise
from typing import Any

from reportgen.numbers.model import wordings
from reportgen.numbers.model.lexicon import CURRENCIES, Currency, Noun
from reportgen.numbers.model.period import Period
from reportgen.numbers.model.quantity import (
    Amount,
    Change,
    Count,
    Difference,
    Fraction,
    Level,
    Measure,
    Money,
    Multiple,
    Ordinal,
    Percent,
    Points,
    Qualified,
    Quantity,
    Rate,
    Ratio,
    Score,
    Tenths,
    Vague,
)
from reportgen.numbers.model.rounding import (
    EXACT,
    display,
    in_dollars,
    plain,
    printed,
    scaled,
    sizes_of,
    unsigned,
)
from reportgen.numbers.model.rounding import in_unit as values_in_unit
from reportgen.numbers.model.style import FigureStyle, LanguageWriter, Pieces
from reportgen.numbers.zh import words as zh
from reportgen.numbers.zh.amount import amount_pieces, around, number, wording_of
from reportgen.numbers.zh.numerals import counted, hanzi
from reportgen.numbers.zh.period_layout import period, tick

JOINER = "\u2060"


def pieces(quantity: Quantity, style: FigureStyle) -> Pieces:
    """A figure in Chinese, in pieces."""
    said = SAYINGS[type(quantity)](quantity, style)
    return _joined(said) if style.word_joiner else said


def in_unit(amount: Amount, power: int, style: FigureStyle) -> Pieces:
    """An amount as a bare figure in units of a power of ten, with its qualifier."""
    return amount_pieces(amount, style, values_in_unit(amount, power, style.keep_zeros, style.decimals))


def label(like: Amount | Rate, scale: str, style: FigureStyle) -> str:
    """The unit of a column or axis: 亿元, 万家, 平方公里, %, 百分点, 倍."""
    match like:
        case Money():
            return scale + CURRENCIES[like.currency].zh
        case Count():
            return scale + (like.measure or (like.noun.measure if like.noun else ""))
        case Measure():
            return scale + like.unit.zh
        case Rate():
            return f"{label(like.amount, scale, style)}/{_base(like)}"
        case Points():
            return zh.POINTS.removeprefix("个")
        case Multiple():
            return zh.TIMES
        case _:
            return "%"


def _aggregate(quantity: Qualified, style: FigureStyle) -> Pieces:
    if quantity.aggregate is None or style.bare:
        return []
    return [("aggregate", zh.AGGREGATES[quantity.aggregate])]


def _unit(text: str, style: FigureStyle) -> Pieces:
    return [("unit", " " + text if style.latin_space and text[0].isascii() else text)]


def _money(money: Money, style: FigureStyle) -> Pieces:
    values = printed(money, style.keep_zeros)
    scale = style.scale
    if style.communique and scale == "auto" and max(value.adjusted() for value in values) >= 8:
        scale = "亿"
    said = amount_pieces(money, style, values, [("currency", CURRENCIES[money.currency].zh)], scale=scale)
    if style.usd_rate is not None and not style.bare:
        dollars = in_dollars(money, style.usd_rate, style.usd_quantum)
        said.append(("other", "（约合" + "".join(text for _, text in _money(dollars, FigureStyle())) + "）"))
    return _aggregate(money, style) + said if money.aggregate else said


def _count(count: Count, style: FigureStyle) -> Pieces:
    noun = count.noun
    measure = count.measure or (noun.measure if noun else "")
    unit: Pieces = [("unit", measure)] if measure and not style.bare else []
    values = printed(count, style.keep_zeros)
    said = amount_pieces(count, style, values, unit, scale=style.scale, discrete=True)
    if noun and noun.zh and not style.bare:
        said.append(("noun", noun.zh))
    return _aggregate(count, style) + said if count.aggregate else said


def _measure(measure: Measure, style: FigureStyle) -> Pieces:
    unit = measure.unit
    said = amount_pieces(
        measure,
        style,
        printed(measure, style.keep_zeros),
        _unit(unit.zh, style),
        scale=style.scale,
        discrete=unit.countable and not unit.time,
    )
    return _aggregate(measure, style) + said if measure.aggregate else said


def _percent(percent: Percent, style: FigureStyle) -> Pieces:
    said = _share(percent, style, printed(percent, style.keep_zeros))
    return _aggregate(percent, style) + said if percent.aggregate else said


def _share(amount: Amount, style: FigureStyle, values: tuple[Decimal, ...]) -> Pieces:
    """A percentage: 7.1%, 20%～50%, 百分之三十五."""
    if not amount.hanzi or style.table:
        return amount_pieces(amount, style, values, [("unit", "%")], each=True)
    wording = wording_of(amount)
    figures = zh.RANGE_MARKS["word"].join("百分之" + hanzi(value.copy_abs()) for value in values)
    return around([("figure", figures)], wording)


def _points(points: Points, style: FigureStyle) -> Pieces:
    values = printed(points, style.keep_zeros)
    said = amount_pieces(points, style, values, [("unit", zh.POINTS)])
    return _aggregate(points, style) + said if points.aggregate else said


def _change(change: Change, style: FigureStyle) -> Pieces:
    values = printed(change, style.keep_zeros)
    sign, sizes = sizes_of(values)
    if not sign and (style.table or not style.bare):
        return _unchanged(change, style)
    if not style.bare:
        values = sizes
    said = (
        _share(change, style, values)
        if change.unit == "percent"
        else amount_pieces(change, style, values, [("unit", zh.POINTS)])
    )
    if style.bare:
        return said
    head = _basis(change, style)
    if change.aggregate:
        head += _aggregate(change, style)
    return [*head, ("direction", wordings.verb(change.verb, change.unit, sign)), *said]


def _unchanged(change: Change, style: FigureStyle) -> Pieces:
    """持平 where nothing changed, 基本持平 where the change rounds away; 与上年持平."""
    word = zh.LITTLE_CHANGED if any((change.value, change.low, change.high)) else zh.UNCHANGED
    told = "" if style.bare else "".join(text for _, text in _basis(change, style))
    basis: Pieces = [("basis", "与" + told[1:] if told.startswith("比") else told)] if told else []
    return [*basis, ("direction", word)]


def _basis(change: Change | Multiple | Difference, style: FigureStyle) -> Pieces:
    """同比, 比上年末, 比2019年同期, 两年平均; nothing where there is none."""
    if change.since is not None:
        since = "".join(text for _, text in period(change.since, style))
        return [("basis", f"比{since}{'同期' if change.basis == 'same_period' else ''}")]
    if isinstance(change, Change) and change.years:
        return [("basis", f"{counted(Decimal(change.years))}年平均")]
    return [("basis", zh.BASES[change.basis])] if change.basis != "none" else []


def _difference(difference: Difference, style: FigureStyle) -> Pieces:
    """同比增加1.2亿元, 同比减少3家; bare with its sign."""
    values = display(difference)
    ends = values if isinstance(values, tuple) else (values,)
    if style.bare:
        return pieces(difference.amount, style)
    sign = -1 if any(isinstance(end, Decimal) and end < 0 for end in ends) else 1
    verb = wordings.verb(difference.verb or zh.DIFFERENCE, "percent", sign)
    said = pieces(unsigned(difference.amount), style)
    each_first = isinstance(difference.amount, Rate) and said[0][0] == "basis"
    head = said[:1] if each_first else []  # 每吨上涨120元, 人均增加120元
    return [*_basis(difference, style), *head, ("direction", verb), *said[len(head) :]]


def _multiple(multiple: Multiple, style: FigureStyle) -> Pieces:
    values = printed(multiple, style.keep_zeros)
    if multiple.form == "fan" and not style.bare:
        times = counted(Decimal(int(values[0]).bit_length() - 1)).replace("二", "两")
        fanned: Pieces = [("direction", "翻"), ("figure", times), ("unit", "番")]
        if multiple.verb in wordings.FANS and values[0] == 2:
            fanned = [("direction", multiple.verb)]
        return [*_basis(multiple, style), *around(fanned, wording_of(multiple))]
    said: Pieces = []
    if multiple.form in ("increase", "to") and not style.bare:
        verb = multiple.verb if multiple.verb in wordings.VERBS else wordings.DEFAULT_VERBS["percent"][0]
        said = [*_basis(multiple, style), ("direction", verb + ("到" if multiple.form == "to" else ""))]
        if multiple.form == "increase":
            values = tuple(EXACT.subtract(value, Decimal(1)) for value in values)
    return said + amount_pieces(multiple, style, values, [("unit", zh.TIMES)])


def _tenths(tenths: Tenths, style: FigureStyle) -> Pieces:
    values = printed(tenths)
    if style.table:
        return amount_pieces(tenths, style, tuple(value * 10 for value in values), [("unit", "%")], each=True)
    said = zh.RANGE_MARKS["word"].join(_in_tenths(value) for value in values)
    return _aggregate(tenths, style) + around([("figure", said)], wording_of(tenths))


def _in_tenths(value: Decimal) -> str:
    whole, rest = divmod(value * 10, 10)
    return counted(whole) + zh.TENTH + (hanzi(plain(rest)) if rest else "")


def _fraction(fraction: Fraction, style: FigureStyle) -> Pieces:
    wording = wording_of(fraction)
    if style.table or not (fraction.in_words or fraction.in_powers):
        text = f"{fraction.num}/{fraction.den}"
    elif (fraction.num, fraction.den) == (1, 2):
        text = "半" if wording and wording.text == "过" else "一半"
    else:
        den = hanzi(Decimal(fraction.den))
        text = f"{den.removeprefix('一') if fraction.in_powers else den}分之{hanzi(Decimal(fraction.num))}"
    return _aggregate(fraction, style) + around([("figure", text)], wording)


def _ordinal(ordinal: Ordinal, style: FigureStyle) -> Pieces:
    if ordinal.qform == wordings.FIRST:
        return [
            ("figure", wordings.FIRST),
            *([("unit", ordinal.measure)] if ordinal.measure and not style.bare else []),
        ]
    value = Decimal(ordinal.value)
    spelled = not style.table and (ordinal.value <= zh.ORDINAL_WORDS or ordinal.hanzi)
    said: Pieces = [("other", "前" if ordinal.top else "第"), ("figure", hanzi(value) if spelled else number(value))]
    if ordinal.measure and not style.bare:
        said.append(("unit", ordinal.measure))
    return said


def _ratio(ratio: Ratio, style: FigureStyle) -> Pieces:
    return around([("figure", "\u2236".join(map(number, ratio.terms)))], wording_of(ratio))


def _rate(rate: Rate, style: FigureStyle) -> Pieces:
    """每万人14件, 14件/万人, 人均14件."""
    amount = pieces(rate.amount, style)
    if rate.form == "average":
        return [("basis", wordings.AVERAGES[rate.each.key]), *amount]
    base = _base(rate)
    foreign = isinstance(rate.each, Currency) and rate.each.code != "CNY"
    if rate.form == "each" and not (base[-1].isascii() or foreign):  # 每GB12元 and 每美元7元 would join two figures
        return [("basis", "每" + base), *amount]
    wording = wording_of(rate.amount)
    behind = 1 if wording and wording.place == "after" else 0  # 3682元/吨左右
    return [*amount[: len(amount) - behind], ("basis", "/" + base), *amount[len(amount) - behind :]]


def _base(rate: Rate) -> str:
    """万人, 吨, 万元: 百, 千, 万, 百万 in words, tens in digits (10万人), nothing for one."""
    power = rate.per.adjusted()
    if rate.per == 1:
        per = ""
    elif rate.per == Decimal(10) ** power and power > 0 and power % 4 != 1:
        per = hanzi(rate.per).removeprefix("一")
    else:
        size, name = scaled(plain(rate.per), zh.SCALES, zh.SCALE_DECIMALS)
        per = number(size) + name
    if isinstance(rate.each, Noun):
        return per + rate.each.measure + rate.each.zh
    return per + zh.SAID_OF_RATES.get(rate.each.key, rate.each.zh)


def _level(level: Level, style: FigureStyle) -> Pieces:
    """万亿级: a power of ten in words, anything else in digits (5000亿级); yuan go without saying."""
    if level.value == Decimal(10) ** level.value.adjusted():
        figure = hanzi(level.value).removeprefix("一")
    else:
        size, name = scaled(plain(level.value), zh.SCALES, zh.SCALE_DECIMALS)
        figure = number(size) + name
    currency = CURRENCIES[level.currency].zh if level.currency and level.currency != "CNY" else ""
    return [("figure", figure), *([("currency", currency)] if currency else []), ("other", "级")]  # pyright: ignore


def _vague(vague: Vague, style: FigureStyle) -> Pieces:
    power = hanzi(Decimal(vague.order)).removeprefix("一") if vague.order > 1 else ""
    said: Pieces = [("figure", (vague.qform or wordings.VAGUE[0]) + power)]
    if vague.currency:
        return [*said, ("currency", CURRENCIES[vague.currency].zh)]
    if vague.unit:
        return [*said, ("unit", vague.unit.zh)]
    measure = vague.measure or (vague.noun.measure if vague.noun else "")
    if measure and not style.bare:
        said.append(("unit", measure))
        if vague.noun and vague.noun.zh:
            said.append(("noun", vague.noun.zh))
    return said


def _score(score: Score, style: FigureStyle) -> Pieces:
    return [("figure", "-".join(map(str, score.points)))]


def _joined(said: Pieces) -> Pieces:
    """The pieces with a word joiner before every scale and unit, so that no line breaks inside the quantity."""
    joined = said[:1]
    for (before, _), (role, text) in pairwise(said):
        tied = role in ("scale", "currency", "unit") or (role == "qualifier" and before == "figure")
        joined.append((role, JOINER + text if tied else text))
    return joined


SAYINGS: dict[type, Callable[[Any, FigureStyle], Pieces]] = {
    Money: _money,
    Count: _count,
    Measure: _measure,
    Percent: _percent,
    Points: _points,
    Change: _change,
    Multiple: _multiple,
    Tenths: _tenths,
    Fraction: _fraction,
    Ordinal: _ordinal,
    Ratio: _ratio,
    Rate: _rate,
    Difference: _difference,
    Level: _level,
    Vague: _vague,
    Period: period,
    Score: _score,
}

WRITER = LanguageWriter(pieces, in_unit, label, zh.SCALES, 2, "亿", tick)
