"""A quantity from the mapping an author typed: `quantity`, and `read_lexicon` for terms of one's own.

What cannot be is refused with `FigureError`, which names the key and what was expected. `read` reads what is printed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from difflib import get_close_matches
from functools import cache
from types import MappingProxyType
from typing import Any, cast, get_args, get_type_hints

from reportgen.numbers.lexicon import BUILT_IN, CURRENCIES, Lexicon, Noun, Unit
from reportgen.numbers.period import check_period, read_period
from reportgen.numbers.possible import check_possible
from reportgen.numbers.quantity import (
    NO_OPTIONS,
    Aggregate,
    Basis,
    Change,
    ChangeUnit,
    Count,
    FigureError,
    FormatOptions,
    Fraction,
    Level,
    Measure,
    Money,
    Multiple,
    MultipleForm,
    Ordinal,
    Percent,
    Period,
    Points,
    QualifierType,
    Quantity,
    Rate,
    Ratio,
    Score,
    Tenths,
    Vague,
)
from reportgen.numbers.rounding import MAX_DIGITS

_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,6})?")
_FRACTION = re.compile(r"([0-9]{1,9})\s*[/／]\s*([0-9]{1,9})")
_RATIO = re.compile(r"([0-9.]+)\s*[:：∶]\s*([0-9.]+)")


def quantity(mapping: Mapping[str, Any], lexicon: Lexicon | Mapping[str, Any] | None = None) -> Quantity:
    """The quantity a mapping describes: `{kind: money, value: "1.7e12", currency: CNY}` or short `{money: 1.7e12}`.

    Numbers are text, ints or Decimals; a float is refused. `lexicon` adds nouns and units to the built-in ones.
    """
    known = lexicon if isinstance(lexicon, Lexicon) else read_lexicon(lexicon) if lexicon else BUILT_IN
    keys = _Keys(_with_kind(mapping), known)
    made = READERS[keys.choice("kind", READERS)](keys)
    keys.refuse_the_rest()
    check_possible(made)
    return made


def read_lexicon(mapping: Mapping[str, Any], base: Lexicon = BUILT_IN) -> Lexicon:
    """The base lexicon and more: `{nouns: {key: {measure, zh, one, other}}, units: {key: {zh, one, other}}}`."""
    keys = _Keys(_mapping(mapping, "lexicon"), base)
    nouns = {key: _noun(key, _Keys(_mapping(row, key), base)) for key, row in keys.rows("nouns")}
    units = {key: _unit(key, _Keys(_mapping(row, key), base)) for key, row in keys.rows("units")}
    keys.refuse_the_rest()
    return Lexicon(MappingProxyType({**base.nouns, **nouns}), MappingProxyType({**base.units, **units}))


def _noun(key: str, row: _Keys) -> Noun:
    noun = Noun(key, row.text("measure"), row.text("zh", ""), row.text("one"), row.text("other"))
    row.text("note", "")
    row.refuse_the_rest()
    return noun


def _unit(key: str, row: _Keys) -> Unit:
    """A unit; one that is known already stays a time or countable unless the row says otherwise."""
    known = row.lexicon.units.get(key)
    time = row.flag("time", known is not None and known.time)
    countable = row.flag("countable", time or (known is not None and known.countable))
    unit = Unit(key, row.text("zh"), row.text("one"), row.text("other"), time, countable)
    row.text("note", "")
    row.refuse_the_rest()
    return unit


def _mapping(value: object, name: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise FigureError(
            f"expected keys and values such as {{money: 1.7e12, currency: CNY}}, found {value!r:.60}", name
        )
    return cast("Mapping[str, Any]", value)


def _with_kind(mapping: Mapping[str, Any]) -> dict[str, Any]:
    """The mapping with its kind under that name; `{percent: 7.1}` and `{percent: [20, 50]}` are short for it."""
    given = dict(_mapping(mapping, "figure"))
    if "kind" in given:
        return given
    # `measure` is also the measure word of a count, an ordinal or a rate, so it is the kind only where no other is
    named = [kind for kind in READERS if kind in given and kind != "measure"] or [k for k in ("measure",) if k in given]
    if len(named) != 1:
        told = f"found {' and '.join(named)}" if named else f"found {', '.join(map(str, given)) or 'nothing'}"
        raise FigureError(f"expected one kind of figure ({', '.join(READERS)}), {told}", "kind")
    kind = named[0]
    value = given.pop(kind)
    ends = cast("list[object]", value) if isinstance(value, list | tuple) else []
    return {
        "kind": kind,
        **given,
        **(dict(zip(("low", "high"), ends, strict=True)) if len(ends) == 2 else {"is": value}),
    }


@dataclass(slots=True)
class _Keys:
    """The keys of a mapping, taken one by one; what is left at the end is unknown."""

    given: Mapping[str, Any]
    lexicon: Lexicon
    asked: set[str] = field(default_factory=set[str])

    def take(self, key: str) -> Any:
        self.asked.add(key)
        return self.given.get(key)

    def number(self, key: str) -> Decimal | None:
        value = self.take(key)
        return None if value is None else exact(value, self.given["kind"] if key == "is" else key)

    def needed(self, key: str, short: bool = True) -> Decimal:
        value = self.number("is") if short and "is" in self.given else None
        value = self.number(key) if value is None else value
        if value is None:
            raise FigureError("expected a number, found nothing", key)
        return value

    def integer(self, key: str) -> int | None:
        value = self.number(key)
        if value is None:
            return None
        if value != value.to_integral_value() or abs(value) >= 10**18:
            raise FigureError(f"expected a whole number, found {value}", self.given["kind"] if key == "is" else key)
        return int(value)

    def whole(self, key: str, short: bool = True) -> int:
        value = self.integer("is") if short and "is" in self.given else None
        value = self.integer(key) if value is None else value
        if value is None:
            raise FigureError("expected a whole number, found nothing", key)
        return value

    def text(self, key: str, default: str | None = None) -> str:
        value = self.take(key)
        if value is None and default is not None:
            return default
        if not isinstance(value, str) or len(value) > 200:
            raise FigureError(f"expected words, found {value!r:.60}", key)
        return value

    def choice(self, key: str, choices: Collection[str], default: str | None = None) -> str:
        value = self.take(key)
        if value is None and default is not None:
            return default
        if not isinstance(value, str) or value not in choices:
            raise FigureError(_expected(value, choices), key)
        return value

    def maybe(self, key: str, choices: Collection[str]) -> Any:
        return None if self.take(key) is None else self.choice(key, choices)

    def flag(self, key: str, default: bool = False) -> bool:
        value = self.take(key)
        return default if value is None else _flag(value, key)

    def rows(self, key: str) -> Collection[tuple[str, Any]]:
        value = self.take(key)
        return _mapping(value, key).items() if value is not None else ()

    def noun(self, key: str) -> Noun | None:
        name = self.maybe(key, self.lexicon.nouns)
        return self.lexicon.nouns[name] if name else None

    def unit(self, key: str) -> Unit | None:
        name = self.maybe(key, self.lexicon.units)
        return self.lexicon.units[name] if name else None

    def refuse_the_rest(self) -> None:
        for key in self.given:
            if key not in self.asked:
                kind = self.given.get("kind")
                raise FigureError(_expected(key, self.asked - {"is", "kind"}, f"no such key in a {kind}"), str(key))


def _expected(found: object, choices: Collection[str], what: str = "") -> str:
    """A refusal with a way out: the nearest choice, or all of them where they are few."""
    near = get_close_matches(str(found), choices, n=1)
    way = f"did you mean {near[0]!r}?" if near else "expected one of " + ", ".join(sorted(choices))
    return f"{what or f'found {found!r:.60}'}; {way}"


def exact(value: object, key: str) -> Decimal:
    """A number an author typed as an exact Decimal of bounded size; floats are refused, they are already rounded."""
    if isinstance(value, Decimal) or (isinstance(value, int) and not isinstance(value, bool)):
        number = Decimal(value)
    elif isinstance(value, str) and len(value) <= 2 * MAX_DIGITS and _NUMBER.fullmatch(value.strip()):
        number = Decimal(value.strip())
    else:
        found = f"the float {value!r}, which is already rounded" if isinstance(value, float) else f"{value!r:.60}"
        raise FigureError(f"expected exact digits such as 178, 7.1 or 1.7e12, found {found}", key)
    if not number.is_finite() or _too_long(number):
        raise FigureError(
            f"expected at most {MAX_DIGITS} digits before and after the point, found {str(value)[:40]}", key
        )
    return number


def _too_long(number: Decimal) -> bool:
    exponent = int(number.as_tuple().exponent)
    return number.adjusted() >= MAX_DIGITS or exponent < -MAX_DIGITS or exponent > MAX_DIGITS


def _flag(value: object, key: str) -> bool:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return value == "true"
    raise FigureError(f"expected true or false, found {value!r:.60}", key)


@cache
def _option_choices() -> dict[str, tuple[object, ...]]:
    """What each option of `FormatOptions` may be: the words of its Literal, or its type."""
    hints = get_type_hints(FormatOptions)
    return {
        name: tuple(value for part in get_args(hint) if part is not type(None) for value in get_args(part) or (part,))
        for name, hint in hints.items()
    }


def _options(keys: _Keys) -> FormatOptions:
    """The options under `opt`; `keep_zeros` may also stand beside the value."""
    given = dict(keys.rows("opt"))
    if keys.take("keep_zeros") is not None:
        given.setdefault("keep_zeros", keys.take("keep_zeros"))
    if not given:
        return NO_OPTIONS
    return replace(NO_OPTIONS, **{name: option(name, value) for name, value in given.items()})


def option(name: str, value: object) -> Any:
    """One option an author typed, as `FormatOptions` holds it."""
    known = _option_choices()
    if name not in known:
        raise FigureError(_expected(name, known, "no such option"), f"opt.{name}")
    choices = known[name]
    if choices == (bool,):
        return _flag(value, f"opt.{name}")
    if choices == (Decimal,):
        return exact(value, f"opt.{name}")
    if value not in choices:
        raise FigureError(_expected(value, cast("tuple[str, ...]", choices)), f"opt.{name}")
    return value


def _qualified(keys: _Keys) -> dict[str, Any]:
    """What any figure may carry, by the names of `Qualified`."""
    return {
        "qualifier": keys.maybe("qualifier", get_args(QualifierType)),
        "qform": keys.text("qform", "") or None,
        "hanzi": keys.choice("numeral", ("hanzi", "arabic"), "arabic") == "hanzi",
        "aggregate": keys.maybe("aggregate", get_args(Aggregate)),
        "options": _options(keys),
    }


def _amount(keys: _Keys, name: str = "value") -> dict[str, Any]:
    """The value or range of an amount, by the names of `Amount`."""
    value = keys.number("is") if "is" in keys.given else keys.number(name)
    low, high = keys.number("low"), keys.number("high")
    if (value is None) == (low is None and high is None) or (low is None) != (high is None):
        raise FigureError("expected either one number, or both low and high", name)
    quantum, shown = keys.number("quantum"), keys.number("shown")
    return {"value": value, "low": low, "high": high, "quantum": quantum, "shown": shown, **_qualified(keys)}


def _money(keys: _Keys) -> Quantity:
    return Money(currency=keys.choice("currency", CURRENCIES, "CNY"), **_amount(keys))


def _count(keys: _Keys) -> Quantity:
    measure, noun, amount = keys.text("measure", ""), keys.noun("noun"), _amount(keys)
    unit = next((unit for unit in keys.lexicon.units.values() if unit.zh == measure), None)
    if unit and not noun:  # 30个自由度, 1.2万人次: the measure word is a unit
        return Measure(unit=unit, **amount)
    return Count(measure=measure, noun=noun, **amount)


def _measure(keys: _Keys) -> Quantity:
    unit = keys.unit("unit")
    if unit is None:
        raise FigureError(_expected(None, keys.lexicon.units), "unit")
    return Measure(unit=unit, **_amount(keys))


def _duration(keys: _Keys) -> Quantity:
    measure = _measure(keys)
    if isinstance(measure, Measure) and measure.unit.time:
        return measure
    raise FigureError("expected a unit of time such as year, month or hour", "unit")


def _change(keys: _Keys) -> Quantity:
    unit = cast("ChangeUnit", keys.choice("unit", get_args(ChangeUnit), "percent"))
    basis = cast("Basis", keys.choice("basis", get_args(Basis), "none"))
    return Change(unit=unit, basis=basis, verb=keys.text("verb", "") or None, **_amount(keys))


def _multiple(keys: _Keys) -> Quantity:
    form = cast("MultipleForm", keys.choice("form", get_args(MultipleForm), "of"))
    return Multiple(form=form, **_amount(keys, "factor"))


def _fraction(keys: _Keys) -> Quantity:
    given = keys.take("is")
    if given is None:
        return Fraction(num=keys.whole("num", short=False), den=keys.whole("den", short=False), **_qualified(keys))
    found = _FRACTION.fullmatch(given.strip()) if isinstance(given, str) else None
    if found is None:
        raise FigureError(f"expected a fraction such as 1/3, found {given!r:.60}", "fraction")
    return Fraction(num=int(found[1]), den=int(found[2]), **_qualified(keys))


def _ordinal(keys: _Keys) -> Quantity:
    top, hanzi = keys.flag("top"), keys.choice("numeral", ("hanzi", "arabic"), "arabic") == "hanzi"
    measure = keys.text("measure", "")
    return Ordinal(value=keys.whole("value"), measure=measure, top=top, hanzi=hanzi, options=_options(keys))


def _ratio(keys: _Keys) -> Quantity:
    given = keys.take("is")
    if given is None:
        return Ratio(a=keys.needed("a", short=False), b=keys.needed("b", short=False), **_qualified(keys))
    found = _RATIO.fullmatch(given.strip()) if isinstance(given, str) else None
    if found is None:
        raise FigureError(f"expected a ratio such as 3:1, found {given!r:.60}", "ratio")
    return Ratio(a=exact(found[1], "ratio"), b=exact(found[2], "ratio"), **_qualified(keys))


def _rate(keys: _Keys) -> Quantity:
    """So many things, units or money for every so many of a noun or unit."""
    per, options = keys.number("per"), _options(keys)
    each = keys.lexicon.nouns.get(name := keys.text("per_noun")) or keys.lexicon.units.get(name)
    if each is None:
        raise FigureError(_expected(name, {*keys.lexicon.nouns, *keys.lexicon.units}), "per_noun")
    amount: Quantity
    if keys.take("currency") is not None:
        amount = _money(keys)
    elif keys.take("unit") is not None:
        amount = _measure(keys)
    else:
        amount = _count(keys)
    assert isinstance(amount, Money | Count | Measure)
    return Rate(amount=amount, per=Decimal(1) if per is None else per, each=each, options=options)


def _level(keys: _Keys) -> Quantity:
    return Level(value=keys.needed("value"), currency=keys.maybe("currency", CURRENCIES), options=_options(keys))


def _vague(keys: _Keys) -> Quantity:
    return Vague(
        order=keys.whole("order"),
        qform=keys.maybe("qform", ("数", "几")),
        measure=keys.text("measure", ""),
        noun=keys.noun("noun"),
        unit=keys.unit("unit"),
        currency=keys.maybe("currency", CURRENCIES),
        options=_options(keys),
    )


def _date(keys: _Keys) -> Quantity:
    """A period by its parts, or short by its code: {date: 2025-Q1}."""
    as_of, eop, options = keys.flag("as_of"), keys.flag("eop"), _options(keys)
    code = keys.take("is")
    ends = [keys.take("from"), keys.take("to")]
    if code is not None:
        period = read_period(str(code))
    elif any(end is not None for end in ends):
        period = read_period("/".join("" if end is None else str(end) for end in ends))
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


def _months(keys: _Keys) -> tuple[int, int] | None:
    value = keys.take("months")
    if value is None:
        return None
    ends = [exact(end, "months") for end in cast("list[object]", value)] if isinstance(value, list | tuple) else []
    if len(ends) != 2 or any(end != int(end) for end in ends):
        raise FigureError(f"expected two months such as [1, 9], found {value!r:.60}", "months")
    return int(ends[0]), int(ends[1])


def _score(keys: _Keys) -> Quantity:
    given = keys.take("is") if "is" in keys.given else keys.take("value")
    points = str(given).split("-")
    if len(points) < 2 or not all(re.fullmatch(r"[0-9]{1,9}", point) for point in points):
        raise FigureError(f"expected points such as 3-2, found {given!r:.60}", "score")
    return Score(points=tuple(map(int, points)), options=_options(keys))


READERS: dict[str, Callable[[_Keys], Quantity]] = {
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
    "level": _level,
    "vague": _vague,
    "date": _date,
    "duration": _duration,
    "score": _score,
    "measure": _measure,
}
