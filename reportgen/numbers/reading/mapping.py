"""A quantity from the mapping an author typed: `quantity`.

What cannot be is refused with `FigureError`, which names the key and what was expected. `read` reads what is printed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, cast, get_args

from reportgen.messages import listing, msg
from reportgen.numbers.model import wordings
from reportgen.numbers.model.errors import FigureError
from reportgen.numbers.model.fields import Keys, exact, mapping_of, quoted, refusal
from reportgen.numbers.model.lexicon import CURRENCIES, Lexicon
from reportgen.numbers.model.options import FormatOptions
from reportgen.numbers.model.pattern import Pattern
from reportgen.numbers.model.period import Period, check_period, read_period
from reportgen.numbers.model.quantity import (
    Aggregate,
    Basis,
    Change,
    ChangeUnit,
    Count,
    Difference,
    Fraction,
    Level,
    Measure,
    Money,
    Multiple,
    MultipleForm,
    Ordinal,
    Percent,
    Points,
    QualifierType,
    Quantity,
    Rate,
    RateForm,
    Ratio,
    Score,
    Tenths,
    Vague,
)
from reportgen.numbers.model.terms import lexicon_of, term_of
from reportgen.numbers.model.validate import check_possible
from reportgen.numbers.writing.options import options_of

_FRACTION = Pattern(r"([0-9]{1,9})\s*[/／]\s*([0-9]{1,9})")
_RATIO = Pattern(r"[0-9.]+(?:\s*[:：∶]\s*[0-9.]+){1,9}")
_TERM = Pattern(r"[0-9.]+")
_END = "end-"
_POINTS = Pattern("[0-9]{1,9}")


def quantity(mapping: Mapping[str, Any], lexicon: Lexicon | Mapping[str, Any] | None = None) -> Quantity:
    """The quantity a mapping describes: `{kind: money, value: "1.7e12", currency: CNY}` or short `{money: 1.7e12}`.

    Numbers are text, ints or Decimals; a float is refused. `lexicon` adds nouns and units to the built-in ones.
    """
    keys = Keys(_with_kind(mapping), lexicon_of(lexicon))
    made = READERS[keys.choice("kind", READERS)](keys)
    keys.refuse_the_rest()
    check_possible(made)
    return made


def _with_kind(mapping: Mapping[str, Any]) -> dict[str, Any]:
    """The mapping with its kind under that name; `{percent: 7.1}` and `{percent: [20, 50]}` are short for it."""
    given = dict(mapping_of(mapping, "figure"))
    if "kind" in given:
        return given
    # `measure` is also the measure word of a count, an ordinal or a rate, so it is the kind only where no other is
    named = [kind for kind in READERS if kind in given and kind != "measure"] or [k for k in ("measure",) if k in given]
    if len(named) != 1:
        keys = listing([quoted(key, str) for key in given], "unit") if given else msg("nothing")
        raise FigureError(
            msg(
                "expected one kind of figure ({kinds}), found {found}",
                kinds=listing(READERS, "unit"),
                found=listing(named) if named else keys,
            ),
            "kind",
        )
    kind = named[0]
    value = given.pop(kind)
    ends = cast("list[object]", value) if isinstance(value, list | tuple) else []
    return {
        "kind": kind,
        **given,
        **(dict(zip(("low", "high"), ends, strict=True)) if len(ends) == 2 else {"is": value}),
    }


def _options(keys: Keys) -> FormatOptions:
    """The options under `opt`; `keep_zeros` may also stand beside the value."""
    given = dict(keys.rows("opt"))
    if keys.take("keep_zeros") is not None:
        given.setdefault("keep_zeros", keys.take("keep_zeros"))
    return options_of(given.items())


def _qualified(keys: Keys) -> dict[str, Any]:
    """What any figure may carry, by the names of `Qualified`."""
    return {
        "qualifier": keys.maybe("qualifier", get_args(QualifierType)),
        "qform": keys.text("qform", "") or None,
        "hanzi": keys.choice("numeral", ("hanzi", "arabic"), "arabic") == "hanzi",
        "aggregate": keys.maybe("aggregate", get_args(Aggregate)),
        "options": _options(keys),
    }


def _amount(keys: Keys, name: str = "value") -> dict[str, Any]:
    """The value or range of an amount, by the names of `Amount`."""
    value = keys.number("is") if "is" in keys.given else keys.number(name)
    low, high = keys.number("low"), keys.number("high")
    if (value is None) == (low is None and high is None) or (low is None) != (high is None):
        raise FigureError(msg("expected either one number, or both low and high"), name)
    quantum, shown = keys.number("quantum"), keys.number("shown")
    return {"value": value, "low": low, "high": high, "quantum": quantum, "shown": shown, **_qualified(keys)}


def _money(keys: Keys) -> Quantity:
    return Money(currency=keys.choice("currency", CURRENCIES, "CNY"), **_amount(keys))


def _count(keys: Keys) -> Quantity:
    measure, noun, amount = keys.text("measure", ""), keys.noun("noun"), _amount(keys)
    unit = next((unit for unit in keys.lexicon.units.values() if unit.zh == measure), None)
    if unit and not noun:  # 30个自由度, 1.2万人次: the measure word is a unit
        return Measure(unit=unit, **amount)
    return Count(measure=measure, noun=noun, **amount)


def _measure(keys: Keys) -> Quantity:
    unit = keys.unit("unit")
    if unit is None:
        raise FigureError(refusal(None, keys.lexicon.units), "unit")
    return Measure(unit=unit, **_amount(keys))


def _duration(keys: Keys) -> Quantity:
    measure = _measure(keys)
    if isinstance(measure, Measure) and measure.unit.time:
        return measure
    raise FigureError(msg("expected a unit of time such as year, month or hour"), "unit")


def _change(keys: Keys) -> Quantity:
    unit = cast("ChangeUnit", keys.choice("unit", get_args(ChangeUnit), "percent"))
    years = keys.integer("years")
    return Change(unit=unit, years=years, **_against(keys), **_amount(keys))


def _against(keys: Keys) -> dict[str, Any]:
    """What a change may carry, by the names of `Change`: its basis, the verb wanted, the period compared with."""
    basis = cast("Basis", keys.choice("basis", get_args(Basis), "none"))
    since = keys.text("since", "")
    period = read_period(since.removeprefix(_END)) if since else None
    if period is not None and since.startswith(_END):
        period = replace(period, eop=True)
    return {"basis": basis, "verb": keys.text("verb", "") or None, "since": period}


def _difference(keys: Keys) -> Quantity:
    """So much more or less money, so many more or fewer things or units; where `per_noun` stands, of a rate."""
    given = _against(keys)
    amount = _rate(keys) if "per_noun" in keys.given else _counted(keys)
    assert isinstance(amount, Money | Count | Measure | Rate)
    return Difference(amount=amount, **given)


def _multiple(keys: Keys) -> Quantity:
    form = cast("MultipleForm", keys.choice("form", get_args(MultipleForm), "of"))
    return Multiple(form=form, **_against(keys), **_amount(keys, "factor"))


def _fraction(keys: Keys) -> Quantity:
    given = keys.take("is")
    if given is None:
        return Fraction(num=keys.whole("num", short=False), den=keys.whole("den", short=False), **_qualified(keys))
    found = _FRACTION.fullmatch(given.strip()) if isinstance(given, str) else None
    if found is None:
        raise FigureError(msg("expected a fraction such as 1/3, found {found}", found=quoted(given)), "fraction")
    return Fraction(num=int(found[1]), den=int(found[2]), **_qualified(keys))


def _ordinal(keys: Keys) -> Quantity:
    top, hanzi = keys.flag("top"), keys.choice("numeral", ("hanzi", "arabic"), "arabic") == "hanzi"
    measure, qform = keys.text("measure", ""), keys.maybe("qform", (wordings.FIRST,))
    return Ordinal(
        value=keys.whole("value"), measure=measure, top=top, qform=qform, hanzi=hanzi, options=_options(keys)
    )


def _ratio(keys: Keys) -> Quantity:
    given = keys.take("is")
    if given is None:
        return Ratio(a=keys.needed("a", short=False), b=keys.needed("b", short=False), **_qualified(keys))
    found = _RATIO.fullmatch(given.strip()) if isinstance(given, str) else None
    if found is None:
        raise FigureError(msg("expected a ratio such as 3:1 or 5:40:55, found {found}", found=quoted(given)), "ratio")
    first, second, *more = (exact(term, "ratio") for term in _TERM.findall(found[0]))
    return Ratio(a=first, b=second, more=tuple(more), **_qualified(keys))


def _rate(keys: Keys) -> Quantity:
    """So many things, units or money for every so many of a noun, a unit or a currency."""
    per, options = keys.number("per"), _options(keys)
    each = term_of(name := keys.text("per_noun"), keys.lexicon)
    if each is None:
        raise FigureError(refusal(name, {*keys.lexicon.nouns, *keys.lexicon.units, *CURRENCIES}), "per_noun")
    form = cast("RateForm", keys.choice("form", get_args(RateForm), "each"))
    amount = _counted(keys)
    assert isinstance(amount, Money | Count | Measure)
    return Rate(amount=amount, per=Decimal(1) if per is None else per, each=each, form=form, options=options)


def _counted(keys: Keys) -> Quantity:
    """Money where there is a currency, units where there is a unit, things else."""
    if keys.take("currency") is not None:
        return _money(keys)
    return _measure(keys) if keys.take("unit") is not None else _count(keys)


def _level(keys: Keys) -> Quantity:
    return Level(value=keys.needed("value"), currency=keys.maybe("currency", CURRENCIES), options=_options(keys))


def _vague(keys: Keys) -> Quantity:
    return Vague(
        order=keys.whole("order"),
        qform=keys.maybe("qform", wordings.VAGUE),
        measure=keys.text("measure", ""),
        noun=keys.noun("noun"),
        unit=keys.unit("unit"),
        currency=keys.maybe("currency", CURRENCIES),
        options=_options(keys),
    )


def _date(keys: Keys) -> Quantity:
    """A period by its parts, or short by its code: {date: 2025-Q1}."""
    as_of, eop, options = keys.flag("as_of"), keys.flag("eop"), _options(keys)
    code = keys.take("is")
    ends = [keys.take("from"), keys.take("to")]
    if code is not None:
        period = read_period(quoted(code, str))
    elif any(end is not None for end in ends):
        period = read_period("/".join("" if end is None else quoted(end, str) for end in ends))
    else:
        period = Period(
            year=keys.integer("year"),
            quarter=keys.integer("quarter"),
            half=keys.integer("half"),
            month=keys.integer("month"),
            day=keys.integer("day"),
            first_quarters=keys.integer("first_quarters"),
            decade=keys.integer("decade"),
            fyp=keys.integer("fyp"),
            months=_months(keys),
        )
    period = replace(period, as_of=as_of, eop=eop, options=options)
    check_period(period)
    return period


def _months(keys: Keys) -> tuple[int, int] | None:
    value = keys.take("months")
    if value is None:
        return None
    ends = [exact(end, "months") for end in cast("list[object]", value)] if isinstance(value, list | tuple) else []
    if len(ends) != 2 or any(end != int(end) for end in ends):
        raise FigureError(
            msg("expected two months such as [1, 9], found {found}", found=quoted(cast("object", value))), "months"
        )
    return int(ends[0]), int(ends[1])


def _score(keys: Keys) -> Quantity:
    given = keys.take("is") if "is" in keys.given else keys.take("value")
    points = given.split("-") if isinstance(given, str) else []
    if len(points) < 2 or not all(_POINTS.fullmatch(point) for point in points):
        raise FigureError(msg("expected points such as 3-2, found {found}", found=quoted(given)), "score")
    return Score(points=tuple(map(int, points)), options=_options(keys))


READERS: dict[str, Callable[[Keys], Quantity]] = {
    "money": _money,
    "count": _count,
    "percent": lambda keys: Percent(**_amount(keys)),
    "pp": lambda keys: Points(**_amount(keys)),
    "change": _change,
    "multiple": _multiple,
    "fraction": _fraction,
    "tenths": lambda keys: Tenths(**_amount(keys)),
    "ordinal": _ordinal,
    "ratio": _ratio,
    "rate": _rate,
    "difference": _difference,
    "level": _level,
    "vague": _vague,
    "date": _date,
    "duration": _duration,
    "score": _score,
    "measure": _measure,
}
