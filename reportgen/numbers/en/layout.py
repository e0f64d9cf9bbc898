"""How each kind of figure is said in English: which words stand where.

The words themselves: `en`. Periods: `en_period`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from reportgen.numbers.en import words as en
from reportgen.numbers.en.period_layout import period, tick
from reportgen.numbers.model import wordings
from reportgen.numbers.model.lexicon import CURRENCIES, PERSON, UNITS, UNITS_BY_ZH, Currency, Noun, Unit
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
    display,
    forced,
    in_dollars,
    plain,
    printed,
    reads_back,
    scaled,
    sizes_of,
    unsigned,
)
from reportgen.numbers.model.rounding import in_unit as values_in_unit
from reportgen.numbers.model.style import FigureStyle, LanguageWriter, Pieces, Role

MINUS, NBSP = "\u2212", "\u00a0"
_PLAIN = FigureStyle(small_words=False)


def pieces(quantity: Quantity, style: FigureStyle) -> Pieces:
    """A figure in English, in pieces."""
    return SAYINGS[type(quantity)](quantity, style)


def in_unit(amount: Amount, power: int, style: FigureStyle) -> Pieces:
    """An amount as a bare figure in units of a power of ten, with its qualifier."""
    values = values_in_unit(amount, power, style.keep_zeros, style.decimals)
    manner: en.Manner = "share" if isinstance(amount, Percent) else "number" if isinstance(amount, Count) else "amount"
    return _qualifier(amount, manner) + _figures(values, style)


def label(like: Amount | Rate, scale: str, style: FigureStyle) -> str:
    """The unit of a column or axis: RMB billion, million people, square kilometers, %, percentage points, times."""
    match like:
        case Money():
            currency = CURRENCIES[like.currency]
            in_words = _in_words(currency, style)
            words = (scale, currency.other) if in_words else (_prefix(currency, style).rstrip(NBSP), scale)
        case Count():
            noun = _counted(like)
            words = (scale, noun.other if noun else "")
        case Measure():
            words = (scale, _spelled(like.unit, style)[1])
        case Rate():
            words = (label(like.amount, scale, style), "per " + _base(like, style))
        case Points():
            words = (en.POINTS,)
        case Multiple():
            words = ("times",)
        case _:
            words = ("percent" if style.percent_word else "%",)
    return " ".join(filter(None, words))


def _spelled(term: Noun | Unit | Currency, style: FigureStyle) -> tuple[str, str]:
    """The singular and the plural; of built-in units in the spelling wanted, of others as they were given."""
    one, other = term.one, term.other
    if style.uk_spelling and UNITS.get(term.key) is term:
        for american, british in en.BRITISH:
            one, other = one.replace(american, british), other.replace(american, british)
    return one, other


def number(value: Decimal) -> str:
    """A number in digits, grouped from 1,000 on."""
    text = format(value, ",f")
    return MINUS + text[1:] if text[0] == "-" else text


def ordinal_number(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th, 21st, 112th."""
    suffix = "th" if number % 100 in (11, 12, 13) else en.ORDINAL_SUFFIXES.get(number % 10, "th")
    return f"{number:,}{suffix}"


def _qualifier(quantity: Qualified, manner: en.Manner) -> Pieces:
    kind = quantity.qualifier
    if kind is None:
        return []
    word = en.BY_CHINESE.get(quantity.qform or "") or en.BY_MANNER.get((kind, manner)) or en.QUALIFIERS[kind][0]
    return [("qualifier", word + " ")]


def _aggregate(quantity: Qualified, style: FigureStyle) -> Pieces:
    if quantity.aggregate is None or style.bare:
        return []
    plain, qualified = en.AGGREGATES[quantity.aggregate]
    if isinstance(quantity, Count):
        plain = en.OF_COUNTS.get(quantity.aggregate, plain)
    return [("aggregate", (qualified if quantity.qualifier else plain) + " ")]


def _head(quantity: Qualified, manner: en.Manner, style: FigureStyle) -> Pieces:
    """What stands before the figure: aggregate and qualifier."""
    said: Pieces = _aggregate(quantity, style) if quantity.aggregate else []
    return said + _qualifier(quantity, manner) if quantity.qualifier else said


def _figures(
    values: tuple[Decimal, ...],
    style: FigureStyle,
    scale: str = "1",
    *,
    each: str = "",
    small: bool = False,
    shared: bool = False,
) -> Pieces:
    """The figure or the two ends of a range, each with its scale and with what stands `each` time.

    `shared` tells a scale that both ends have once, behind the last: 4–4.5 million kW.
    """
    if len(values) == 1 and not each:  # most figures
        return _figure(values[0], scale, small)
    if small and all(value.as_tuple().exponent == 0 and 0 < value < 10 for value in values):
        first, second = [en.SMALL[int(value)] for value in values]
        return [("figure", first), ("other", " to "), ("figure", second)]
    if scale == "auto" and reads_back(values, en.SCALES, en.SCALE_DECIMALS):
        scale = "1"
    said: Pieces = []
    for value in values:
        if said:
            below = any(value < 0 for value in values)
            said.append(("other", en.RANGE_MARKS["word" if style.range_word or below else "sign"]))
        size, name = scaled(value, en.SCALES, en.SCALE_DECIMALS) if scale == "auto" else forced(value, en.SCALES, scale)
        said.append(("figure", number(size)))
        if name:
            said.append(("scale", NBSP + name))
        if each:
            said.append(("unit", each))
    if shared and len(said) == 5 and said[1] == said[4]:
        del said[1]
    return said


_SMALLEST = en.SCALES[-1][1]


def _figure(value: Decimal, scale: str, small: bool) -> Pieces:
    """One figure with its scale."""
    if small and value.adjusted() == 0 and value > 0 and value.as_tuple().exponent == 0:
        return [("figure", en.SMALL[int(value)])]
    if scale == "1" or (scale == "auto" and value.adjusted() < _SMALLEST):
        return [("figure", number(value))]
    size, name = scaled(value, en.SCALES, en.SCALE_DECIMALS) if scale == "auto" else forced(value, en.SCALES, scale)
    return [("figure", number(size)), ("scale", NBSP + name)] if name else [("figure", number(size))]


def _of(values: tuple[Decimal, ...], one: str, other: str, role: Role = "unit") -> Pieces:
    """A unit or noun after its figure; the singular for exactly 1 with no decimals shown."""
    single = len(values) == 1 and values[0] == 1 and int(values[0].as_tuple().exponent) >= 0
    word = one if single else other
    return [(role, word if word[0] == "°" else NBSP + word)]


def _is_small(amount: Amount, style: FigureStyle) -> bool:
    """Whether one to nine may stand in words: exact and in prose."""
    return amount.qualifier is None and style.small_words


def _money(money: Money, style: FigureStyle) -> Pieces:
    currency = CURRENCIES[money.currency]
    values = printed(money, style.keep_zeros)
    scale = style.scale
    if style.communique and scale == "auto" and max(value.adjusted() for value in values) >= 9:
        scale = "billion"
    head = _head(money, "amount", style)
    if _in_words(currency, style):
        said = head + _figures(values, style, scale) + _of(values, currency.one, currency.other, "currency")
    else:
        head.append(("currency", _prefix(currency, style)))
        said = head + _figures(values, style, scale)
    if style.usd_rate is not None and not style.bare:
        dollars = in_dollars(money, style.usd_rate, style.usd_quantum)
        said.append(("other", " (about " + "".join(text for _, text in _money(dollars, _PLAIN)) + ")"))
    return said


def _in_words(currency: Currency, style: FigureStyle) -> bool:
    return currency.code == "CNY" and style.en_currency == "yuan"


def _prefix(currency: Currency, style: FigureStyle) -> str:
    """What stands before the figure: letters keep a space, signs do not."""
    if style.en_currency == "cny" and currency.code.lower() not in en.CODES_THAT_ARE_WORDS:
        return currency.code + NBSP
    prefix = currency.symbol if style.en_currency == "symbol" else currency.prefix
    return prefix + NBSP if prefix.isalpha() else prefix


def _counted(count: Count | Vague) -> Noun | Unit | None:
    """What is counted: the noun, or what the measure word itself says (人 is always people, 人次 visits)."""
    if count.noun:
        return count.noun
    return PERSON if count.measure == PERSON.measure else UNITS_BY_ZH.get(count.measure)


def _count(count: Count, style: FigureStyle) -> Pieces:
    values = printed(count, style.keep_zeros)
    said = _figures(values, style, style.scale, small=_is_small(count, style))
    if count.qualifier:
        said = _qualifier(count, "number") + said
    noun = None if style.bare else _counted(count)
    if noun:
        said += _of(values, noun.one, noun.other, "noun")
    return _aggregate(count, style) + said if count.aggregate else said


def _measure(measure: Measure, style: FigureStyle) -> Pieces:
    unit = measure.unit
    values = printed(measure, style.keep_zeros)
    small = unit.countable and _is_small(measure, style)
    said = _aggregate(measure, style) + _qualifier(measure, "number" if unit.countable and not unit.time else "amount")
    return said + _figures(values, style, style.scale, small=small, shared=True) + _of(values, *_spelled(unit, style))


def _percent(percent: Percent, style: FigureStyle) -> Pieces:
    values = printed(percent, style.keep_zeros)
    said = _share(values, style)
    return _head(percent, "share", style) + said if percent.aggregate or percent.qualifier else said


def _dashed(style: FigureStyle) -> FigureStyle:
    """The style for a range after a word of direction, where a second "to" would mislead: increased to 3–4 times."""
    return replace(style, range_word=False, small_words=False) if style.range_word or style.small_words else style


def _share(values: tuple[Decimal, ...], style: FigureStyle) -> Pieces:
    if len(values) == 1 and not style.percent_word:
        return [("figure", number(values[0])), ("unit", "%")]
    if style.percent_word:
        return [*_figures(values, style), ("unit", NBSP + ("per cent" if style.uk_spelling else "percent"))]
    return _figures(values, style, each="%")


def _in_points(values: tuple[Decimal, ...], style: FigureStyle) -> Pieces:
    return _figures(values, style) + _of(values, en.POINT, en.POINTS)


def _points(points: Points, style: FigureStyle) -> Pieces:
    values = printed(points, style.keep_zeros)
    said = _in_points(values, style)
    return _head(points, "amount", style) + said if points.aggregate or points.qualifier else said


def _change(change: Change, style: FigureStyle) -> Pieces:
    values = printed(change, style.keep_zeros)
    amount = _share if change.unit == "percent" else _in_points
    sign, sizes = sizes_of(values)
    if not sign and (style.table or not style.bare):
        return _unchanged(change, style)
    if style.bare:
        return _qualifier(change, "amount") + amount(values, style)
    values = sizes
    style = _dashed(style) if len(values) > 1 else style
    verb = wordings.verb(change.verb, change.unit, sign)
    family = wordings.VERBS[verb].family
    figure = _head(change, "amount", style) + amount(values, style)
    if change.basis == "avg_annual":
        grown = family == "size" and change.unit == "percent"
        noun = (en.ANNUAL_GROWTH if grown else en.ANNUAL[family])[sign < 0]
        said: Pieces = [("basis", "average annual "), ("direction", noun + " "), *figure]
        return [*said, ("basis", f" over {_years(change.years, style)}")] if change.years else said
    return [("direction", en.DIRECTIONS[family][sign < 0] + " "), *figure, *_basis(change, style)]


def _years(years: int, style: FigureStyle) -> str:
    return f"{en.SMALL[years] if style.small_words and years < 10 else years} years"


def _basis(change: Change | Multiple | Difference, style: FigureStyle) -> Pieces:
    """year on year, from the end of 2019; nothing where there is none."""
    if change.since is not None:
        since = "".join(text for _, text in period(change.since, style))
        return [("basis", f" from the same period of {since}" if change.basis == "same_period" else f" from {since}")]
    return [("basis", " " + en.BASES[change.basis])] if change.basis != "none" else []


def _difference(difference: Difference, style: FigureStyle) -> Pieces:
    """Up RMB 120 million year on year, down 3 enterprises; bare with its sign."""
    if style.bare:
        return pieces(difference.amount, style)
    values = display(difference)
    ends = values if isinstance(values, tuple) else (values,)
    sign = -1 if any(isinstance(end, Decimal) and end < 0 for end in ends) else 1
    amount = pieces(unsigned(difference.amount), replace(style, small_words=False))
    return [("direction", en.DIRECTIONS["size"][sign < 0] + " "), *amount, *_basis(difference, style)]


def _unchanged(change: Change, style: FigureStyle) -> Pieces:
    """Unchanged where nothing changed, little changed where the change rounds away."""
    word = en.LITTLE_CHANGED if any((change.value, change.low, change.high)) else en.UNCHANGED
    return [("direction", word), *([] if style.bare else _basis(change, style))]


def _multiple(multiple: Multiple, style: FigureStyle) -> Pieces:
    """Three times, tripled, increased to five times; never "increased by N times"."""
    values = printed(multiple, style.keep_zeros)
    qualifier = _qualifier(multiple, "amount")
    grown = multiple.form in ("increase", "fan") and not style.bare
    if grown and len(values) == 1 and values[0] in en.MULTIPLIED:
        return [*qualifier, ("direction", en.MULTIPLIED[int(values[0])]), *_basis(multiple, style)]
    said: Pieces = [] if multiple.form == "of" or style.bare else [("direction", "increased to ")]
    level = [] if style.bare else _level_of(multiple, style)
    if len(values) == 1 and values[0] in en.TIMES and style.small_words:
        return [*said, *qualifier, ("figure", en.TIMES[int(values[0])]), *level]
    if said and len(values) > 1:
        style = _dashed(style)
    return [*said, *qualifier, *_figures(values, style, small=style.small_words), *_of(values, "time", "times"), *level]


def _level_of(multiple: Multiple, style: FigureStyle) -> Pieces:
    """What a multiple is of: 2.3 times the year-earlier level."""
    known = en.LEVELS.get(multiple.basis)
    if known:
        return [("basis", " " + known)]
    if multiple.since is None:
        return _basis(multiple, style)
    since = "".join(text for _, text in period(multiple.since, style))
    same = "the same period of " if multiple.basis == "same_period" else ""
    return [("basis", f" the level of {same}{since}")]


def _tenths(tenths: Tenths, style: FigureStyle) -> Pieces:
    values = tuple(plain(value * 10) for value in printed(tenths))
    return _aggregate(tenths, style) + _qualifier(tenths, "share") + _share(values, style)


def _fraction(fraction: Fraction, style: FigureStyle) -> Pieces:
    head = _aggregate(fraction, style) + _qualifier(fraction, "amount")
    if fraction.den == 10_000:  # of which English makes no words
        return [*head, ("figure", number(Decimal(fraction.num) / 100)), ("unit", "%")]
    if style.table or not fraction.in_words or fraction.den not in en.PARTS:
        return [*head, ("figure", f"{fraction.num}/{fraction.den}")]
    if (fraction.num, fraction.den) == (1, 2):
        return [*head, ("figure", "half")]
    return [*head, ("figure", f"{en.SMALL[fraction.num]} {en.PARTS[fraction.den][fraction.num != 1]}")]


def _ordinal(ordinal: Ordinal, style: FigureStyle) -> Pieces:
    small = ordinal.value < 10 and not style.table
    if ordinal.top:
        return [("other", "top "), ("figure", en.SMALL[ordinal.value] if small else f"{ordinal.value:,}")]
    return [("figure", en.ORDINALS[ordinal.value] if small else ordinal_number(ordinal.value))]


def _ratio(ratio: Ratio, style: FigureStyle) -> Pieces:
    return [*_qualifier(ratio, "amount"), ("figure", ":".join(map(number, ratio.terms)))]


def _rate(rate: Rate, style: FigureStyle) -> Pieces:
    """14 per 10,000 people, 5 per million people, 0.4 tonnes per RMB 10,000; 3 per person, which stands alone."""
    return [
        *pieces(rate.amount, replace(style, small_words=False) if style.small_words else style),
        ("basis", " per " + _base(rate, style)),
    ]


def _base(rate: Rate, style: FigureStyle) -> str:
    """Tonne, 10,000 people, million people, RMB 10,000."""
    one, other = _spelled(rate.each, style)
    if rate.per == 1:
        return one
    if isinstance(rate.each, Currency):
        return "".join(text for _, text in _money(Money(value=rate.per, currency=rate.each.code), style))
    many = "".join(text for _, text in _figures((plain(rate.per),), style, "auto"))
    return f"{many.removeprefix('1' + NBSP)}{NBSP}{other}"


def _level(level: Level, style: FigureStyle) -> Pieces:
    """trillion-yuan-level, 100-billion-yuan-level."""
    size, name = scaled(plain(level.value), en.SCALES, en.SCALE_DECIMALS)
    figure = name if size == 1 and name else "-".join(filter(None, (number(size), name)))
    currency = f"-{CURRENCIES[level.currency].adjective}" if level.currency else ""
    return [("figure", figure), ("other", f"{currency}-level")]


def _vague(vague: Vague, style: FigureStyle) -> Pieces:
    """Dozens of enterprises, several enterprises, billions of yuan."""
    said: Pieces = [("figure", en.VAGUE[vague.order])]
    role: Role = "unit" if vague.unit else "currency" if vague.currency else "noun"
    of = CURRENCIES[vague.currency] if vague.currency else vague.unit or (None if style.bare else _counted(vague))
    return [*said, (role, (" " if vague.order == 1 else " of ") + of.other)] if of else said


def _score(score: Score, style: FigureStyle) -> Pieces:
    return [("figure", "-".join(map(str, score.points)))]


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

WRITER = LanguageWriter(pieces, in_unit, label, en.SCALES, 3, "billion", tick)
