"""Random figures of every kind, for property tests: each can be printed, and its text holds just that figure."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from math import gcd
from typing import Any, get_args

from hypothesis import strategies as st

from reportgen.numbers.model import wordings
from reportgen.numbers.model.lexicon import CURRENCIES, NOUNS, UNITS, Currency
from reportgen.numbers.model.options import FormatOptions
from reportgen.numbers.model.period import Period
from reportgen.numbers.model.quantity import (
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
from reportgen.numbers.model.rounding import shown_values

# The options that change what an author sees without changing what is said.
OPTIONS = st.builds(
    FormatOptions,
    en_currency=st.sampled_from([None, "rmb", "yuan", "cny", "symbol"]),
    en_percent=st.sampled_from([None, "word"]),
    en_small=st.sampled_from([None, "digit"]),
    en_period=st.sampled_from([None, "long"]),
    en_date=st.sampled_from([None, "uk"]),
    zh_period=st.sampled_from([None, "第一季度"]),
    zh_wj=st.sampled_from([None, True]),
    zh_latin_space=st.sampled_from([None, True]),
    range_mark=st.sampled_from([None, "word"]),
)


_HANZI_WORDINGS = (wordings.HANZI_ONLY, "过", "几")  # 上百家, 过万家, 十几家: beside Chinese numerals only


@st.composite
def values(draw: st.DrawFn, least: int = 1, powers: tuple[int, int] = (0, 10)) -> Decimal:
    """A number as reports print them: a few digits, then zeros or a point."""
    digits = draw(st.one_of(st.integers(least, 99), st.integers(least, 999_999)))
    return Decimal(digits).scaleb(draw(st.integers(*powers)))


@st.composite
def qualifiers(draw: st.DrawFn, inside: bool = True) -> dict[str, Any]:
    """No qualifier, one in the default wording, or one in a wording of its own."""
    kind = draw(st.sampled_from([None, *get_args(QualifierType)]))
    if kind is None:
        return {}
    texts = [wording.text for wording in wordings.QUALIFIERS[kind] if wording.text not in _HANZI_WORDINGS]
    if not inside:
        texts = [text for text in texts if wordings.WORDINGS[text].place != "inside"]
    return {"qualifier": kind, "qform": draw(st.sampled_from([None, *texts]))}


@st.composite
def amounts(draw: st.DrawFn, powers: tuple[int, int], top: int | None = None) -> dict[str, Any]:
    """A value or a range, with a quantum at times, a qualifier and options."""
    bounded = values(powers=powers).filter(lambda value: top is None or value <= top)
    amount: dict[str, Any] = {**draw(qualifiers()), "options": draw(st.one_of(st.just(FormatOptions()), OPTIONS))}
    if draw(st.integers(0, 4)) == 0:
        low, high = sorted(draw(st.lists(bounded, min_size=2, max_size=2, unique=True)))
        # 余 and 多 round off one figure, not two
        kept = {} if amount.get("qualifier") == "more" else amount
        return {**kept, "options": amount["options"], "low": low, "high": high}
    value = draw(bounded)
    quantum = draw(st.sampled_from([None, None, Decimal(1).scaleb(value.adjusted() - 1), Decimal("0.1")]))
    return {**amount, "value": value, "quantum": quantum if quantum is not None and quantum <= value else None}


def _signed(amount: dict[str, Any]) -> dict[str, Any]:
    """The same amount below zero."""
    if amount.get("value") is not None:
        return {**amount, "value": -amount["value"]}
    return {**amount, "low": -amount["high"], "high": -amount["low"]}


@st.composite
def money(draw: st.DrawFn) -> Quantity:
    return Money(currency=draw(st.sampled_from(["CNY", "USD", "EUR", "HKD"])), **draw(amounts((0, 11))))


@st.composite
def counts(draw: st.DrawFn) -> Quantity:
    hanzi = draw(st.sampled_from([False, False, True]))
    return Count(noun=draw(st.sampled_from(list(NOUNS.values()))), hanzi=hanzi, **draw(amounts((0, 6))))


@st.composite
def measures(draw: st.DrawFn) -> Quantity:
    unit = draw(st.sampled_from(list(UNITS.values())))
    # 2000年 is a year, not so many years
    amount = draw(amounts((-1, 0), 900)) if unit.time else draw(amounts((-1, 6)))
    if unit.time and amount.get("value") == 1:  # "one day" is an idiom, and 1年 may be any year
        amount["value"] = Decimal(2)
    if unit.time and amount.get("qform") == "近":  # 近3年 is the past three years
        amount["qform"] = None
    return Measure(unit=unit, **amount)


@st.composite
def percents(draw: st.DrawFn) -> Quantity:
    return Percent(**draw(amounts((-2, 0), 1000)))


@st.composite
def points(draw: st.DrawFn) -> Quantity:
    return Points(**draw(amounts((-2, 0), 1000)))


BASES: list[Basis] = [basis for basis in get_args(Basis) if basis not in ("same_period", "period")]


@st.composite
def changes(draw: st.DrawFn) -> Quantity:
    amount = draw(amounts((-2, 0), 1000))
    return Change(
        unit=draw(st.sampled_from(get_args(ChangeUnit))),
        basis=draw(st.sampled_from(BASES)),
        verb=draw(st.sampled_from([None, *wordings.VERBS])),
        **(_signed(amount) if draw(st.booleans()) else amount),
    )


@st.composite
def multiples(draw: st.DrawFn) -> Quantity:
    form = draw(st.sampled_from(get_args(MultipleForm)))
    grown = form in ("increase", "fan")
    bases: list[Basis] = [basis for basis in BASES if basis != "avg_annual"] if grown else ["none"]
    basis = draw(st.sampled_from(bases))
    if form == "fan":
        return Multiple(value=Decimal(2) ** draw(st.integers(1, 5)), form=form, basis=basis)
    return Multiple(form=form, basis=basis, **draw(amounts((-1, 0), 1000).filter(lambda each: min(_printed(each)) > 1)))


def _printed(amount: dict[str, Any]) -> tuple[Decimal, ...]:
    return shown_values(Multiple(**amount))


@st.composite
def tenths(draw: st.DrawFn) -> Quantity:
    return Tenths(value=Decimal(draw(st.integers(10, 99))) / 10, **draw(qualifiers(inside=False)))


@st.composite
def fractions(draw: st.DrawFn) -> Quantity:
    den = draw(st.one_of(st.integers(2, 20), st.sampled_from([64, 100, 1000])))
    num = draw(st.sampled_from([num for num in range(1, min(10, den)) if gcd(num, den) == 1]))
    return Fraction(num=num, den=den, **draw(qualifiers(inside=False)))


@st.composite
def ordinals(draw: st.DrawFn) -> Quantity:
    return Ordinal(value=draw(st.integers(1, 999)), measure=draw(st.sampled_from("位届名批次")))


@st.composite
def ratios(draw: st.DrawFn) -> Quantity:
    more = draw(st.lists(st.integers(1, 99).map(Decimal), max_size=2))
    return Ratio(a=Decimal(draw(st.integers(1, 500))), b=Decimal(draw(st.integers(1, 9))), more=tuple(more))


RATED = {key: unit for key, unit in UNITS.items() if key not in ("ug/m3", "dof", "C")} | {
    key: NOUNS[key] for key in ("person", "household")
}
_NOT_RATED = {"ug", "ug/m3"} | {key for key, unit in UNITS.items() if unit.time}


@st.composite
def rates(draw: st.DrawFn) -> Quantity:
    """Things for so many people or enterprises; money, units or things for any unit or currency."""
    of_people = draw(st.booleans())
    if of_people:
        per = draw(st.sampled_from([100, 1000, 10_000, 100_000]))
        each = draw(st.sampled_from([NOUNS["person"], NOUNS["enterprise"]]))
        return Rate(amount=Count(value=draw(values(powers=(0, 0))), measure="件"), per=Decimal(per), each=each)
    each = draw(st.sampled_from([*RATED.values(), CURRENCIES["CNY"], CURRENCIES["USD"]]))
    many = isinstance(each, Currency) or each.key == "km"
    per = draw(st.sampled_from([1, 1, 100, 10_000])) if many else 1
    # Open: a qualifier between 每百元, 每吨标准煤 or 每毫安 and its amount is not always found again (每百元多达1元).
    plain = per != 1 or (not isinstance(each, Currency) and each.key in ("tce", "mA"))
    said: dict[str, Any] = {**({} if plain else draw(qualifiers(inside=False))), "value": draw(values(powers=(-2, 3)))}
    amounts_of: tuple[Money | Measure, ...] = (
        Money(currency=draw(st.sampled_from([*CURRENCIES])), **said),
        Measure(unit=draw(st.sampled_from([unit for unit in UNITS.values() if unit.key not in _NOT_RATED])), **said),
    )
    form = draw(st.sampled_from(get_args(RateForm)))
    if form == "average" and (per != 1 or each.key not in wordings.AVERAGES):
        form = "each"
    return Rate(amount=draw(st.sampled_from(amounts_of)), per=Decimal(per), each=each, form=form)


@st.composite
def differences(draw: st.DrawFn) -> Quantity:
    """More or less money, people or tonnes than before."""
    said: dict[str, Any] = {**draw(qualifiers(inside=False)), "value": draw(values(powers=(0, 6)))}
    if draw(st.booleans()):
        said["value"] = -said["value"]
    amount = draw(
        st.sampled_from(
            [
                Money(**said),
                Money(currency="USD", **said),
                Count(measure="人", noun=NOUNS["person"], **said),
                Measure(unit=UNITS["t"], **said),
            ]
        )
    )
    verb = draw(st.sampled_from([None, "增长", "下降", "上涨", "减少"]))
    bases: list[Basis] = ["none", "yoy", "qoq", "mom", "prev_year", "prev_quarter", "prev_month", "prev_year_end"]
    basis = draw(st.sampled_from(bases))
    return Difference(amount=amount, basis=basis, verb=verb)


@st.composite
def levels(draw: st.DrawFn) -> Quantity:
    return Level(value=Decimal(10) ** draw(st.integers(8, 13)), currency="CNY")


@st.composite
def vagues(draw: st.DrawFn) -> Quantity:
    return Vague(order=10 ** draw(st.integers(1, 9)), noun=NOUNS["enterprise"])


@st.composite
def periods(draw: st.DrawFn) -> Quantity:
    year, options = draw(st.integers(1949, 2050)), draw(OPTIONS)
    shapes: tuple[Period, ...] = (
        Period(year=year),
        Period(year=year, eop=True),
        Period(year=year, eop=True, as_of=True),
        Period(year=year, quarter=draw(st.integers(1, 4))),
        Period(year=year, half=draw(st.integers(1, 2))),
        Period(year=year, first_quarters=3),
        Period(year=year, month=draw(st.integers(1, 12))),
        Period(year=year, month=draw(st.integers(1, 12)), day=draw(st.integers(1, 28)), as_of=draw(st.booleans())),
        Period(year=year, months=draw(st.sampled_from([(1, 2), (1, 9), (3, 11)]))),
        Period(start=Period(year=year), end=Period(year=year + draw(st.integers(1, 20)))),
        Period(fyp=draw(st.integers(9, 16))),
        Period(decade=draw(st.sampled_from([1950, 1980, 1990]))),
    )
    return replace(draw(st.sampled_from(shapes)), options=options)


@st.composite
def scores(draw: st.DrawFn) -> Quantity:
    return Score(points=(draw(st.integers(0, 9)), draw(st.integers(0, 9))))


BY_KIND: dict[str, st.SearchStrategy[Quantity]] = {
    "money": money(),
    "count": counts(),
    "measure": measures(),
    "percent": percents(),
    "pp": points(),
    "change": changes(),
    "multiple": multiples(),
    "tenths": tenths(),
    "fraction": fractions(),
    "ordinal": ordinals(),
    "ratio": ratios(),
    "rate": rates(),
    "difference": differences(),
    "level": levels(),
    "vague": vagues(),
    "date": periods(),
}
FIGURES: st.SearchStrategy[Quantity] = st.one_of(*BY_KIND.values())
# a score stands alone only in context: 3-6 is a range
WRITTEN: st.SearchStrategy[Quantity] = st.one_of(FIGURES, scores())
