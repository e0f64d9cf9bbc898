"""How an amount stands in Chinese: qualifier, figure, scale and unit in order, with 余 and 多 at their places."""

from __future__ import annotations

from decimal import Decimal

from reportgen.numbers.model import wordings
from reportgen.numbers.model.quantity import (
    Amount,
    Change,
    Count,
    Fraction,
    Measure,
    Multiple,
    Percent,
    Points,
    Qualified,
    Ratio,
    Tenths,
)
from reportgen.numbers.model.rounding import EXACT, forced, printed, reads_back, scaled
from reportgen.numbers.model.style import FigureStyle, Pieces
from reportgen.numbers.zh import words as zh
from reportgen.numbers.zh.numerals import counted

MINUS = "\u2212"
_OTHER_THAN_HOUSE: dict[tuple[type, str], str] = {  # where the default wording is not the first of its row
    (Tenths, "over"): "超",
    (Points, "more"): "多",
    (Multiple, "more"): "多",
    **{(kind, "more"): "超过" for kind in (Percent, Change, Fraction, Ratio)},
}


def number(value: Decimal) -> str:
    """A number in Arabic digits, without grouping."""
    text = format(value, "f")
    return MINUS + text[1:] if text[0] == "-" else text


_VALUED = ("nearly", "more")  # qualifiers whose wording may hang on the figure


def wording_of(quantity: Qualified) -> wordings.QualifierWording | None:
    """The words of the qualifier, and where they stand: those wanted, or those the kind of figure takes."""
    if quantity.qualifier is None:
        return None
    if quantity.qform is not None:
        return wordings.WORDINGS[quantity.qform]
    form = _OTHER_THAN_HOUSE.get((type(quantity), quantity.qualifier))
    if form is None and quantity.qualifier in _VALUED and isinstance(quantity, Count | Measure | Tenths):
        form = _by_value(quantity)
    return wordings.WORDINGS[form] if form else wordings.QUALIFIERS[quantity.qualifier][0]


def _by_value(amount: Count | Measure | Tenths) -> str | None:
    """A default that hangs on the figure: 余 stands after tens and scales only, and 近3年 is the past three years."""
    time = isinstance(amount, Measure) and amount.unit.time
    if amount.qualifier == "nearly" and time:
        return "将近"
    if amount.qualifier != "more":
        return None
    value = printed(amount)[-1]
    if isinstance(amount, Tenths):
        return "超" if EXACT.remainder(value, Decimal(1)) else "多"  # 六成多, 超六成五
    if _scaled(value, "auto")[1] or not EXACT.remainder(value, Decimal(10)):
        return None
    return "多" if time or (isinstance(amount, Measure) and not amount.unit.countable) else "超过"


def amount_pieces(
    amount: Amount,
    style: FigureStyle,
    values: tuple[Decimal, ...],
    unit: Pieces | tuple[()] = (),
    *,
    scale: str = "1",
    each: bool = False,  # the unit stands after both ends of a range
    discrete: bool = False,  # things, not stuff: 余 before the measure word
) -> Pieces:
    """Qualifier, figure, scale, unit: the common order, with 余 and 多 at their places."""
    wording = wording_of(amount) if amount.qualifier is not None else None
    around_it = wording is None or (wording.place != "inside" and wording.text != wordings.HANZI_ONLY)
    if around_it and len(values) == 1 and not amount.hanzi:  # most figures
        figure, name = _scaled(values[0], scale)
        plain: Pieces = [("figure", figure), ("scale", name), *unit] if name else [("figure", figure), *unit]
        return plain if wording is None else around(plain, wording)
    spelled = (amount.hanzi and not style.table) or (wording is not None and wording.text == wordings.HANZI_ONLY)
    said: Pieces = [("qualifier", wording.text)] if wording and wording.place == "before" else []
    unit = list(unit)
    if scale == "auto" and not spelled and reads_back(values, zh.SCALES, zh.SCALE_DECIMALS):
        scale = "1"
    for index, value in enumerate(values):
        if index:
            said += unit if each else []
            said.append(("other", _mark(spelled, style)))
        figure, name = _spelled(value, wording) if spelled else _scaled(value, scale)
        if wording and wording.place == "inside" and index == len(values) - 1:
            return said + _with_inside(figure, name, unit, wording.text, discrete)
        said.append(("figure", figure))
        if name:
            said.append(("scale", name))
    said += unit
    if wording and wording.place == "after":
        said.append(("qualifier", wording.text))
    return said


_SMALLEST = zh.SCALES[-1][1]


def _scaled(value: Decimal, scale: str) -> tuple[str, str]:
    """The figure in Arabic digits and the name of its scale: the one asked for, or the one that fits."""
    if scale == "1" or (scale == "auto" and value.adjusted() < _SMALLEST):
        return number(value), ""
    if scale == "auto":
        size, name = scaled(value, zh.SCALES, zh.SCALE_DECIMALS)
    else:
        size, name = forced(value, zh.SCALES, scale)
    return number(size), name


def _with_inside(figure: str, name: str, unit: Pieces, more: str, discrete: bool) -> Pieces:
    """余 or 多: before the scale only after a multiple of ten (30多亿, 14亿多), before a measure word (百余家)."""
    qualifier: Pieces = [("qualifier", more)]
    head: Pieces = [("figure", figure)]
    if figure[-1] in "十百千万亿" or (figure[-1] == "0" and len(figure) > 1 and "." not in figure):
        if unit and unit[0][1] == "%":
            return head + unit + qualifier
        return head + qualifier + _scale(name) + unit
    if name or discrete:
        return head + _scale(name) + qualifier + unit
    if unit and unit[0][1].startswith("个"):  # 3个多月, 2个多百分点: never 余
        return [*head, ("unit", "个"), ("qualifier", "多"), ("unit", unit[0][1][1:])]
    return head + unit + qualifier  # 3年多


def _scale(name: str) -> Pieces:
    return [("scale", name)] if name else []


def _mark(spelled: bool, style: FigureStyle) -> str:
    return zh.RANGE_MARKS["word" if spelled or style.range_word else "value"]


def _spelled(value: Decimal, wording: wordings.QualifierWording | None) -> tuple[str, str]:
    """A number in Chinese numerals and its scale; 近百, 万余 where the qualifier takes a bare power of ten."""
    text = counted(value.copy_abs())
    name = next((name for name, _ in zh.SCALES if text.endswith(name)), "")
    figure = text.removesuffix(name)
    if wording and wording.bare_power and figure in ("一百", "一千", "一") and (name or len(figure) > 1):
        figure = figure[1:]
        if not figure:
            figure, name = name, ""
    return ("负" if value < 0 else "") + figure, name


def around(said: Pieces, wording: wordings.QualifierWording | None) -> Pieces:
    """A figure said in words with its qualifier before or after it."""
    if wording is None:
        return said
    qualifier: Pieces = [("qualifier", wording.text)]
    return qualifier + said if wording.place == "before" else said + qualifier
