"""What an author may type as a figure, what is refused and in which words, and how a value is rounded and checked."""

from __future__ import annotations

from decimal import Decimal, localcontext
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.numbers import (
    FigureError,
    check_quantity,
    display,
    find,
    period_code,
    quantity,
    read_lexicon,
    read_period,
    write,
)
from reportgen.numbers.model.quantity import Change, Count, Measure, Money, Percent
from reportgen.numbers.reading.mapping import READERS
from reportgen.problems import Severity


def test_the_kind_may_be_a_key_of_its_own() -> None:
    assert quantity({"money": "1.7e12", "currency": "CNY"}) == Money(value=Decimal("1.7e12"))
    assert quantity({"count": 178, "measure": "家"}) == Count(value=Decimal(178), measure="家")
    assert quantity({"percent": ["20", "50"]}) == Percent(low=Decimal(20), high=Decimal(50))
    assert quantity({"change": Decimal("7.1"), "basis": "yoy"}) == Change(value=Decimal("7.1"), basis="yoy")
    measure = quantity({"measure": 30, "unit": "dof"})
    assert isinstance(measure, Measure)
    assert measure.unit.other == "degrees of freedom"


def test_a_duration_is_a_measure_of_time() -> None:
    assert quantity({"kind": "duration", "value": 3, "unit": "year"}) == quantity({"measure": 3, "unit": "year"})
    with pytest.raises(FigureError, match="unit: expected a unit of time"):
        quantity({"kind": "duration", "value": 3, "unit": "km"})


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"money": 1.7}, "^money: expected exact digits .*the float 1.7"),
    ({"money": True}, "expected exact digits"),
    ({"money": "ten"}, "expected exact digits such as 178, 7.1 or 1.7e12, found 'ten'"),
    ({"money": "1e999999"}, "expected at most 400 digits"),
    ({"money": "NaN"}, "expected exact digits"),
    ({"money": Decimal("Infinity")}, "expected at most 400 digits"),
    ({"money": "1,234"}, "expected exact digits"),
    ({"money": "9" * 401}, "expected at most 400 digits"),
    ({"percent": None}, "expected either one number, or both low and high"),
    ({"kind": "percent", "value": 1, "low": 1, "high": 2}, "value: expected either one number, or both low and high"),
    ({"kind": "percent", "low": 1}, "expected either one number, or both low and high"),
    ({"percent": [50, 20]}, "high: expected a number above low, 50; found 20"),
    ({"kind": "percent", "low": 1, "high": 2, "shown": 2}, "shown: a range has no round figure"),
    ({"kind": "percentage", "value": 1}, "kind: found 'percentage'; did you mean 'percent'"),
    ({"value": 1}, "kind: expected one kind of figure .*, found value"),
    ({"money": 1, "percent": 2}, "kind: expected one kind of figure .*, found money and percent"),
    ({"money": 1, "curency": "CNY"}, "curency: no such key in a money; did you mean 'currency'"),
    ({"money": 1, "currency": "XYZ"}, "currency: found 'XYZ'"),
    ({"count": 1, "noun": "enterprize"}, "noun: found 'enterprize'; did you mean 'enterprise'"),
    ({"measure": 1}, "unit: found None; expected one of"),
    ({"percent": 1, "quantum": 0}, "quantum: expected a number above zero"),
    ({"percent": 1, "qualifier": "circa"}, "qualifier: found 'circa'; expected one of"),
    ({"percent": 1, "qform": "约"}, "qform: '约' is the wording of a qualifier; expected qualifier beside it"),
    (
        {"percent": 1, "qualifier": "nearly", "qform": "约"},
        "qform: '约' does not say nearly; expected one of 近 接近 将近",
    ),
    ({"percent": 1, "opt": {"en_percnt": "word"}}, "opt.en_percnt: no such option; did you mean 'en_percent'"),
    ({"percent": 1, "opt": {"en_percent": "words"}}, "opt.en_percent: found 'words'; did you mean 'word'"),
    ({"percent": 1, "keep_zeros": "maybe"}, "opt.keep_zeros: expected true or false"),
    ({"money": 1, "opt": {"usd_rate": "7.1"}}, "opt.usd_quantum: expected beside usd_rate"),
    (
        {"money": 1, "currency": "USD", "opt": {"usd_rate": 7, "usd_quantum": 1}},
        "opt.usd_rate: a dollar bracket stands",
    ),
    ({"change": 1, "verb": "暴涨"}, "verb: expected one of 增长"),
    ({"change": [-1, 1]}, "low: a change goes one way"),
    ({"multiple": "0.5", "form": "increase"}, "factor: expected a factor above 1, found 0.5: a decrease is never said"),
    ({"multiple": 3, "form": "fan"}, "factor: expected 2, 4, 8"),
    ({"tenths": 11}, "value: expected tenths above 0, up to 10"),
    ({"fraction": "1:3"}, "fraction: expected a fraction such as 1/3"),
    ({"fraction": "1/0"}, "den: expected a number above zero"),
    ({"ordinal": 0}, "value: expected a place from 1 up"),
    ({"ordinal": 2, "qform": "首"}, "qform: '首' is said of the first place only"),
    ({"ordinal": "1.5"}, "^ordinal: expected a whole number, found 1.5"),
    ({"ratio": "3-1"}, "ratio: expected a ratio such as 3:1"),
    ({"rate": 1, "measure": "件", "per": 0, "per_noun": "person"}, "per: expected a number above zero"),
    ({"rate": 1, "measure": "件", "per_noun": "persons"}, "per_noun: found 'persons'; did you mean 'person'"),
    ({"vague": 20}, "order: expected a power of ten"),
    ({"kind": "date", "year": 2025, "month": 13}, "month: expected 1 to 12, found 13"),
    ({"kind": "date", "year": 2025, "month": 2, "day": 29}, "day: expected 1 to 28, found 29"),
    ({"kind": "date", "year": 2025, "first_quarters": 1}, "first_quarters: expected 2 to 4, found 1"),
    ({"kind": "date", "quarter": 1, "half": 1}, "half, quarter cannot stand together"),
    ({"kind": "date", "from": 2025, "to": 2021}, "to: expected a later period than 2025"),
    (
        {"money": 10**5000},
        "money: expected at most 400 digits before and after the point, found something far too large",
    ),
    ({"money": 1, "currency": [10**5000]}, "currency: found something far too large"),
    ({"percent": 1, "opt": {1: 2}}, "opt: expected words as keys, found 1"),
    ({"date": "2025-Q5"}, "expected a period such as 2025, 2025-Q1"),
    ({"kind": "date", "year": 2025, "months": [9]}, "months: expected two months"),
]


@pytest.mark.parametrize(("mapping", "message"), REFUSED)
def test_what_cannot_be_is_refused_by_name(mapping: dict[str, Any], message: str) -> None:
    with pytest.raises(FigureError, match=message):
        quantity(mapping)


def test_terms_of_ones_own_join_the_lexicon() -> None:
    lexicon = read_lexicon(
        {"nouns": {"gazelle": {"measure": "家", "zh": "瞪羚企业", "one": "gazelle", "other": "gazelles"}}}
    )
    figure = quantity({"count": 2, "noun": "gazelle"}, lexicon)
    assert (write(figure, "zh"), write(figure, "en")) == ("2家瞪羚企业", "two\u00a0gazelles")
    assert quantity({"count": 2, "noun": "enterprise"}, lexicon).kind == "count"


@pytest.mark.parametrize(
    ("terms", "message"),
    [
        ({"units": {"x": {"zh": "米", "one": "meter"}}}, "^units.x.other: expected words, found None"),
        ({"units": {"x": {"zh": "", "one": "meter", "other": "meters"}}}, "^units.x.zh: expected words, found none"),
        ({"nouns": {"x": 3}}, "^nouns.x: expected keys and values"),
        ({"nouns": {5: {}}}, "^nouns: expected words as keys, found 5"),
        ({"nuns": {}}, "^nuns: no such key in a lexicon; did you mean 'nouns'"),
    ],
)
def test_a_wrong_term_is_told_with_its_place(terms: dict[str, Any], message: str) -> None:
    with pytest.raises(FigureError, match=message):
        read_lexicon(terms)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.decimals() | st.dates() | st.text(max_size=8)
    | st.sampled_from(["1", "7.1", "1/3", "3:1", "2025-Q1", "km", "enterprise", "家", "CNY", "over", "余", "yoy"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip
KEYS = st.sampled_from(
    [
        *READERS, "value", "low", "high", "currency", "noun", "unit", "quantum", "qualifier", "qform", "basis", "verb",
        "factor", "form", "num", "den", "a", "b", "per", "per_noun", "order", "year", "months", "from", "to", "opt",
    ]
)  # fmt: skip


@settings(database=None, max_examples=500)
@given(st.sampled_from(sorted(READERS)), st.dictionaries(KEYS, ANYTHING, max_size=5))
def test_whatever_a_stranger_types_is_a_figure_or_one_error(kind: str, given: dict[str, Any]) -> None:
    try:
        figure = quantity({"kind": kind, **given})
    except FigureError:
        return
    assert write(figure, "zh")
    assert write(figure, "en")


@pytest.mark.parametrize(
    ("mapping", "shown"),
    [
        ({"percent": "7.25", "quantum": "0.1"}, "7.3"),
        ({"percent": "-7.25", "quantum": "0.1"}, "-7.3"),
        ({"percent": "-0.04", "quantum": "0.1"}, "0"),
        ({"money": "999960000000", "quantum": "100000000"}, "1e12"),
        ({"count": 1862, "quantum": 50}, "1850"),
        ({"count": 1875, "quantum": 50}, "1900"),
        ({"money": "448.7e9", "shown": "450e9", "qualifier": "nearly"}, "450e9"),
    ],
)
def test_a_value_is_rounded_once_and_half_up(mapping: dict[str, Any], shown: str) -> None:
    value = display(quantity(mapping))
    assert value == Decimal(shown)
    assert not (isinstance(value, Decimal) and value.is_signed() and value.is_zero())


def test_a_long_value_is_written_to_the_last_digit_whatever_the_context() -> None:
    digits = "123456789" * 40
    figure = quantity({"money": f"{digits}.5", "quantum": 1})
    with localcontext(prec=5):
        assert write(figure, "zh") == f"{digits[:-2]}90元"
        assert write(quantity({"change": f"-{digits}"}), "zh") == f"下降{digits}%"
        assert write(quantity({"multiple": f"{digits}", "form": "to"}), "zh") == f"增长到{digits}倍"


@pytest.mark.parametrize(
    ("qualifier", "value", "severity"),
    [
        ("nearly", "455e9", Severity.ERROR),
        ("nearly", "400e9", Severity.WARNING),
        ("nearly", "448.7e9", None),
        ("over", "450e9", None),  # equal to the figure shown and nothing rounded: the source's own words
        ("over", "440e9", Severity.ERROR),
        ("more", "440e9", Severity.ERROR),
        ("more", "451e9", None),
        ("more", "700e9", Severity.WARNING),
        ("at_least", "440e9", Severity.ERROR),
        ("below", "451e9", Severity.ERROR),
        ("at_most", "451e9", Severity.ERROR),
        ("at_most", "449e9", None),
        ("approx", "460e9", None),
        ("approx", "500e9", Severity.WARNING),
    ],
)
def test_the_true_value_bears_out_the_qualifier(qualifier: str, value: str, severity: Severity | None) -> None:
    shown = {} if value == "450e9" else {"shown": "450e9"}
    found = check_quantity(quantity({"money": value, "qualifier": qualifier, **shown}))
    assert [row[0] for row in found] == ([severity] if severity else [])


def test_a_verb_against_the_sign_is_told() -> None:
    ((severity, message),) = check_quantity(quantity({"change": "-3.2", "verb": "增长"}))
    assert severity is Severity.WARNING
    assert "下降 is written" in message


CODES = (
    "2025 2025-Q1 2025-H1 2025-03 2025-03-31 1990s 2021/2025 FYP14 Q1 H2 --03 --03-05 2025-Q1/2025-Q3 Q1/Q3 "
    "2025-01/2025-09 --01/--09 2024-10/2025-03 2025-Q2/2025-Q3"
)


@pytest.mark.parametrize("code", CODES.split())
def test_a_period_and_its_code_are_the_same(code: str) -> None:
    assert period_code(read_period(code)) == code


def test_a_ratio_holds_all_its_terms() -> None:
    made = quantity({"ratio": "2.1:39.4:58.5"})
    assert (write(made, "zh"), write(made, "en")) == ("2.1∶39.4∶58.5", "2.1:39.4:58.5")
    (found,) = find("三次产业结构为2.1∶39.4∶58.5。", "zh")
    assert found.quantity == made
