"""What a programmer meets: every type by its name from one place, each showing itself in a line that can be read."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import reportgen.numbers as numbers
from reportgen.numbers import (
    LANGUAGES,
    Change,
    Count,
    FormatOptions,
    Fraction,
    Level,
    Measure,
    Money,
    Multiple,
    Ordinal,
    Percent,
    Period,
    Points,
    Quantity,
    Rate,
    Ratio,
    Score,
    Tenths,
    Vague,
    agree,
    common_unit,
    find,
    quantity,
    read_lexicon,
    write,
)
from reportgen.numbers.model.lexicon import BUILT_IN, CURRENCIES, NOUNS, UNITS
from reportgen.numbers.model.quantity import KINDS
from reportgen.numbers.model.style import HOUSE
from tests.numbers.strategies import BY_KIND, WRITTEN

ONE = Decimal(1)


@pytest.mark.parametrize("name", numbers.__all__)
def test_every_name_the_package_tells_is_there(name: str) -> None:
    assert getattr(numbers, name) is not None


def test_every_kind_of_figure_is_told_by_the_package() -> None:
    assert {kind.__name__ for kind in KINDS.values()} <= set(numbers.__all__)
    assert set(numbers.__all__) == set(dir(numbers))


def test_a_name_that_is_not_there_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'Layout'"):
        numbers.Layout  # noqa: B018  # pyright: ignore


SHOWN: list[tuple[Quantity, str]] = [
    (Money(value=Decimal("450e9"), qualifier="nearly"), "Money(nearly 450,000,000,000 CNY)"),
    (
        Money(value=Decimal("448.7e9"), shown=Decimal("450e9"), quantum=Decimal("1e8"), qform="近", qualifier="nearly"),
        "Money(nearly 448,700,000,000 CNY, to 100,000,000, shown 450,000,000,000, as 近)",
    ),
    (Count(value=Decimal(178), noun=NOUNS["zone"]), "Count(178 zone)"),
    (Count(value=Decimal(1200), measure="家", hanzi=True, aggregate="total"), "Count(1,200 家, in hanzi, total)"),
    (Measure(value=Decimal("12.5"), unit=UNITS["km2"]), "Measure(12.5 km2)"),
    (Percent(low=Decimal(20), high=Decimal(50)), "Percent(20–50%)"),
    (Points(value=Decimal("0.5")), "Points(0.5 pp)"),
    (Change(value=Decimal("-3.2"), basis="yoy", verb="下降"), "Change(-3.2% yoy 下降)"),
    (Change(value=ONE, unit="pp"), "Change(1 pp none)"),
    (Multiple(value=Decimal(3), form="increase"), "Multiple(3 times, increase)"),
    (Tenths(value=Decimal("6.5")), "Tenths(6.5 tenths)"),
    (Fraction(num=1, den=3, qualifier="over"), "Fraction(over 1/3)"),
    (Ordinal(value=3, top=True, measure="位"), "Ordinal(top 3 位)"),
    (Ratio(a=Decimal(5), b=Decimal(40), more=(Decimal(55),)), "Ratio(5:40:55)"),
    (
        Rate(amount=Count(value=Decimal(14), measure="件"), per=Decimal(10_000), each=NOUNS["person"]),
        "Rate(Count(14 件) per 10,000 person)",
    ),
    (Level(value=Decimal("1e12"), currency="CNY"), "Level(1,000,000,000,000 CNY)"),
    (Vague(order=10, measure="家"), "Vague(10s 家)"),
    (Period(year=2024, eop=True, as_of=True), "Period(2024, as of, its end)"),
    (Period(year=2025, options=FormatOptions(en_period="long")), "Period(2025, FormatOptions(en_period='long'))"),
    (Score(points=(39, 39, 4)), "Score(39-39-4)"),
]


@pytest.mark.parametrize(("figure", "shown"), SHOWN, ids=lambda value: str(value)[:30])
def test_a_figure_shows_its_value_unit_and_qualifier(figure: Quantity, shown: str) -> None:
    assert repr(figure) == shown


@settings(max_examples=300)
@given(WRITTEN)
def test_every_figure_shows_itself_in_one_line_by_its_kind(figure: Quantity) -> None:
    shown = repr(figure)
    assert shown.startswith(f"{type(figure).__name__}(")
    assert shown.isprintable()
    assert "None" not in shown


@pytest.mark.parametrize("kind", BY_KIND)
def test_figures_that_differ_show_so(kind: str) -> None:
    @settings(max_examples=60)
    @given(BY_KIND[kind], BY_KIND[kind])
    def holds(one: Quantity, other: Quantity) -> None:
        assume(one != other)
        assert repr(one) != repr(other)

    holds()


@given(
    st.sampled_from(
        [
            Money(),
            Money(value=Decimal("NaN")),
            Money(value=Decimal("1e999999")),
            Percent(low=ONE),
            Vague(order=3),
            Period(),
            Period(year=2025, fyp=3),
            Period(month=99),
            Fraction(num=1, den=0),
        ]
    )
)
def test_even_a_figure_that_cannot_be_shows_itself(figure: Quantity) -> None:
    assert len(repr(figure)) < 100


def test_the_other_types_show_what_they_hold() -> None:
    terms = {"nouns": {"lamp": {"measure": "盏", "zh": "路灯", "one": "street lamp", "other": "street lamps"}}}
    lexicon = read_lexicon(terms)
    unit = common_unit([quantity({"money": "1.7e12"})])
    (found,) = find("工业总产值近4500亿元。", "zh")
    (wrong,) = agree("工业总产值近4500亿元。", "Output was nearly RMB 4.5 trillion.")
    assert repr(lexicon) == f"Lexicon({len(NOUNS) + 1} nouns, {len(UNITS)} units, own: lamp)"
    assert repr(BUILT_IN) == f"Lexicon({len(NOUNS)} nouns, {len(UNITS)} units)"
    assert repr(lexicon.nouns["lamp"]) == "Noun(lamp: 盏路灯 / street lamp / street lamps)"
    assert repr(UNITS["year"]) == "Unit(year: 年 / year / years, time, countable)"
    assert repr(CURRENCIES["CNY"]) == "Currency(CNY: 元 / RMB / yuan)"
    assert repr(FormatOptions(style="table", keep_zeros=True)) == "FormatOptions(style='table', keep_zeros=True)"
    assert repr(HOUSE) == "FigureStyle()"
    assert repr(unit) == "CommonUnit(万亿元 / RMB trillion)"
    assert repr(found) == "Found('近4500亿元' at 5, money, value 450000000000, unit CNY, qualifier nearly)"
    assert (
        repr(wrong)
        == "Disagreement(error scale, '近4500亿元' / 'nearly RMB 4.5 trillion', rightly nearly RMB 450 billion)"
    )


def test_what_is_found_says_the_quantity_that_is_written() -> None:
    (found,) = find("工业总产值近4500亿元。", "zh")
    assert [write(found.quantity, language).replace("\u00a0", " ") for language in LANGUAGES] == [
        "近4500亿元",
        "nearly RMB 450 billion",
    ]
