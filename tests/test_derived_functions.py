"""What the functions of derived facts make, each case reckoned by hand; what they refuse, and what they offer then."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.briefing_reader import read_briefing
from reportgen.content.derived.derive import derive
from reportgen.content.derived.examples import EXAMPLES
from reportgen.content.derived.expression import ExpressionError, parse_expression
from reportgen.content.derived.functions import FUNCTIONS
from reportgen.content.derived.operands import DerivationError, Operand, operand
from reportgen.content.when import read_when
from reportgen.numbers import read, write
from tests.content import write_content

Facts = dict[str, tuple[str, str]]


def operands(facts: Facts) -> dict[str, Operand]:
    """Figures as printed, with their times: `@2025-06` was counted then."""
    return {
        name: operand(name, read(figure), read_when(when.lstrip("@"), as_of=when.startswith("@")) if when else None)
        for name, (figure, when) in facts.items()
    }


def made(expression: str, facts: Facts, **precision: object) -> tuple[str, str]:
    """What an expression of these figures says in Chinese and in English."""
    known = operands(facts)
    quantity = derive(parse_expression(expression, known), known, **precision).quantity  # type: ignore[arg-type]
    return write(quantity, "zh"), write(quantity, "en").replace("\u00a0", " ")


def two(now: str, when: str, before: str, then: str) -> Facts:
    """Two facts, a and b."""
    return {"a": (now, when), "b": (before, then)}


def formula(expression: str, facts: Facts) -> str:
    """The formula behind an expression."""
    known = operands(facts)
    return " ".join(derive(parse_expression(expression, known), known).formula)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_example_of_the_reference_comes_out_as_told(name: str) -> None:
    example = EXAMPLES[name]
    assert example.expression.startswith(f"{name}(")
    assert made(example.expression, dict(example.facts)) == (example.zh, example.en)


@pytest.mark.parametrize(
    ("now", "before", "zh", "en"),
    [
        ("2025-Q1", "2024-Q1", "同比增长5.0%", "up 5.0% year on year"),
        ("2025-03", "2024-03", "同比增长5.0%", "up 5.0% year on year"),
        ("2025-01/2025-09", "2024-01/2024-09", "同比增长5.0%", "up 5.0% year on year"),
        ("@2025-06", "@2024-06", "同比增长5.0%", "up 5.0% year on year"),
        ("2025-Q2", "2025-Q1", "环比增长5.0%", "up 5.0% quarter on quarter"),
        ("2025-Q1", "2024-Q4", "环比增长5.0%", "up 5.0% quarter on quarter"),
        ("2025-01", "2024-12", "环比增长5.0%", "up 5.0% month on month"),
        ("2025", "2024", "比上年增长5.0%", "up 5.0% from the previous year"),
        ("end-2024", "end-2023", "比上年末增长5.0%", "up 5.0% from the end of the previous year"),
        ("@2025-06-30", "end-2024", "比上年末增长5.0%", "up 5.0% from the end of the previous year"),
        ("2025-H1", "2019-H1", "比2019年同期增长5.0%", "up 5.0% from the same period of 2019"),
        ("2025", "2019", "比2019年增长5.0%", "up 5.0% from 2019"),
        ("2025-05", "2025-01", "比2025年1月增长5.0%", "up 5.0% from January 2025"),
        ("", "2024", "增长5.0%", "up 5.0%"),
        ("", "", "增长5.0%", "up 5.0%"),
    ],
)
def test_what_growth_is_against_follows_from_the_times_of_its_facts(now: str, before: str, zh: str, en: str) -> None:
    assert made("growth(a, b)", two("525.00亿元", now, "500.00亿元", before)) == (zh, en)


def test_a_fall_is_told_as_one() -> None:
    assert made("growth(a, b)", two("475.00亿元", "2025", "500.00亿元", "2024"))[0] == "比上年下降5.0%"


@pytest.mark.parametrize(
    ("figure", "zh"), [("7.1%", "比上年提高0.3个百分点"), ("同比增长7.1%", "比上年提高0.3个百分点")]
)
def test_growth_and_difference_of_percentages_are_points(figure: str, zh: str) -> None:
    for function in ("growth", "difference"):
        assert made(f"{function}(a, b)", two(figure, "2025", figure.replace("7.1", "6.8"), "2024"))[0] == zh


@pytest.mark.parametrize(
    ("now", "when", "before", "then", "zh", "en"),
    [
        ("5.2亿元", "2025-Q2", "5.0亿元", "2024-Q2", "同比增加2000万元", "up RMB 20 million year on year"),
        ("67.0%", "2024", "66.0%", "2024", "1.0个百分点", "1.0 percentage points"),
        ("43家", "", "45家", "", "−2家", "−2"),
        ("79.3岁", "2024", "78.2岁", "2019", "比2019年增加1.1年", "up 1.1 years from 2019"),
    ],
)
def test_a_difference_is_a_change_where_its_facts_are_of_two_times(
    now: str, when: str, before: str, then: str, zh: str, en: str
) -> None:
    assert made("difference(a, b)", two(now, when, before, then)) == (zh, en)


@pytest.mark.parametrize(
    ("expression", "facts", "why", "way"),
    [
        ("growth(a, b)", two("5亿元", "2025", "-3亿元", "2024"), "from a negative figure says nothing", "difference("),
        ("growth(a, b)", two("-5亿元", "2025", "3亿元", "2024"), "a fall to below zero", "difference("),
        ("growth(a, b)", two("5亿元", "2025", "0亿元", "2024"), "growth from zero", "difference("),
        ("index(a, b)", two("5亿元", "2025", "0亿元", "2024"), "growth from zero", "difference("),
        ("growth(a, b)", two("5亿元", "2025", "3亿美元", "2024"), "CNY and money in USD", "exchange rate"),
        ("a + b", two("5亿元", "", "3亿美元", ""), "cannot be added up", "exchange rate"),
        ("growth(a, b)", two("5亿元", "2024", "3亿元", "2025"), "the later one stands first", "made: growth(b, a)"),
        ("growth(a, b)", two("5亿元", "2024", "3亿元", "2024"), "the later one stands first", "ratio(a, b)"),
        ("growth(a, b)", two("5亿元", "2025-Q1", "3亿元", "2024"), "not of equal stretches", "a year with a year"),
        ("growth(a, b)", two("3倍", "2025", "2倍", "2024"), "a multiple has no growth", "ratio(a, b)"),
        ("share(a, b)", two("5亿元", "2025", "3亿元", "2025"), "the part is more than the whole", "ratio(a, b)"),
        ("share(a, b)", two("3亿元", "2025", "5亿元", "2024"), "no day in common", "/ divides"),
        ("share(a, b)", two("-3亿元", "", "5亿元", ""), "not below zero", "a / b"),
        ("share(a, b)", two("3家", "", "5亿元", ""), "cannot be added up or compared", "per(a, b)"),
        ("per_head(a, b)", two("5亿元", "", "3家", ""), "not for count in 家", "per(b, a)"),
        ("per_head(a, b)", two("300万人", "", "5亿元", ""), "is for people", "per_head(b, a)"),
        (
            "average_price(a, b)",
            two("5亿元", "", "3亿元", ""),
            "an average price is money for an amount",
            "ratio(a, b)",
        ),
        ("per(a, b)", two("5亿元", "", "3家", ""), "does not say what is counted", "noun: enterprise"),
        ("cagr(a, b)", two("5亿元", "2024", "3亿元", "2023"), "more than one year", "growth(now, before)"),
        ("cagr(a, b)", two("5亿元", "", "3亿元", ""), "their times do not tell them", "when: 2020"),
        ("cagr(a, b)", two("5%", "2024", "3%", "2020"), "no annual rate", "difference("),
        ("sum(a, b)", two("3元/吨", "", "5元/吨", ""), "does not add up", "difference(a, b)"),
        ("100 - a", two("3家", "", "5%", ""), "only a percentage", ""),
        ("100 - a - b", two("63.0%", "", "45.0%", ""), "more than 100%", ""),
        ("a * b", two("3亿元", "", "5亿元", ""), "makes no kind of figure", "share(a, b)"),
        ("a / b", two("3亿元", "", "0亿元", ""), "divided by zero", "a + b"),
    ],
)
def test_what_makes_no_figure_says_why_and_what_can_be_made(expression: str, facts: Facts, why: str, way: str) -> None:
    with pytest.raises(DerivationError) as refused:
        made(expression, facts)
    assert why in str(refused.value)
    assert way in refused.value.hint


@pytest.mark.parametrize(
    ("expression", "facts", "zh"),
    [
        ("100 - a", {"a": ("67.0%", "")}, "33.0%"),
        ("100 - a - b", two("67.0%", "", "12.5%", ""), "20.5%"),
        ("a / b", two("5.000亿元", "", "7.000万吨", ""), "7143元/吨"),  # 500,000,000 / 70,000 = 7142.86
        ("a * b", two("3682元/吨", "", "7万吨", ""), "25774万元"),
        ("a * b", two("7.12元/美元", "", "7万美元", ""), "49.84万元"),
        ("cagr(a, b)", two("121家", "2024", "100家", "2022"), "年均增长10.0%"),
        (
            "contribution(a, b, c)",
            {**two("56.00亿元", "2024", "62.00亿元", "2023"), "c": ("240.0亿元", "2023")},
            "−2.5个百分点",
        ),
        ("mean(a, b)", two("43家", "", "44家", ""), "43.5家"),
        ("ratio(a, b)", two("六成", "", "一半", ""), "1.2倍"),
        ("growth(a, b) - growth(c, b)", {**two("52家", "2025", "50家", "2024"), "c": ("51家", "2025")}, "2个百分点"),
        ("share(a, sum(a, b))", two("30亿元", "2024", "70亿元", "2024"), "30%"),
        ("per_head(a, b)", two("320亿元", "2024", "160.0万人", "end-2024"), "人均20000元"),
    ],
)
def test_worked_cases(expression: str, facts: Facts, zh: str) -> None:
    assert made(expression, facts)[0] in (zh, zh.replace("20000元", "2万元"))


@pytest.mark.parametrize(
    ("part", "whole", "zh"),
    [
        ("1.7万亿元", "4.3万亿元", "40%"),  # 39.53%, of figures of two digits
        ("1.70万亿元", "4.30万亿元", "39.5%"),
        ("1家", "7家", "14.3%"),  # counted one by one
        ("3家", "10000家", "0.03%"),  # not 0.0%
        ("约1.70万亿元", "4.30万亿元", "约39.5%"),
        ("近170家", "430家", "约39.5%"),
    ],
)
def test_a_share_is_as_precise_as_its_figures_and_exact_unless_one_is_not(part: str, whole: str, zh: str) -> None:
    assert made("share(a, b)", two(part, "", whole, ""))[0] == zh


@pytest.mark.parametrize(
    ("expression", "facts", "precision", "zh"),
    [
        ("share(a, b)", two("1家", "", "7家", ""), {"decimals": 2}, "14.29%"),
        ("share(a, b)", two("1家", "", "7家", ""), {"usual": 0}, "14%"),
        ("share(a, b)", two("1家", "", "7家", ""), {"usual": 0, "decimals": 3}, "14.286%"),
        ("a / b", two("1家", "", "8家", ""), {}, "12.5%"),
        ("a / b", two("1家", "", "8家", ""), {"usual": 0}, "13%"),  # half up
        ("a + b", two("1.234亿元", "", "2.222亿元", ""), {"decimals": 1}, "3.5亿元"),
        ("a + b", two("1.234亿元", "", "2.222亿元", ""), {"usual": 0}, "34560万元"),
        ("a - b", two("43家", "", "5家", ""), {"rounding": "10"}, "约40家"),
        ("share(a, b)", two("1家", "", "7家", ""), {"rounding": "1"}, "14%"),
        ("a / b", two("43家", "", "55%", ""), {"rounding": "1"}, "78家"),  # 78.18
        ("a * b", two("4487亿元", "", "50.0%", ""), {"rounding": "1e8"}, "2244亿元"),  # 2243.5, and 2.2 open
    ],
)
def test_precision_is_the_authors_before_custom(
    expression: str, facts: Facts, precision: dict[str, object], zh: str
) -> None:
    assert made(expression, facts, **precision)[0] == zh


def test_nothing_is_rounded_on_the_way() -> None:
    third = derive(parse_expression("share(a, b)", ["a", "b"]), operands(two("1家", "", "3家", ""))).quantity
    known = {"third": operand("third", third, None), "c": operand("c", read("30000家"), None)}
    assert write(derive(parse_expression("third * c", known), known).quantity, "zh") == "1万家"
    rest = derive(parse_expression("100 - third", known), known).quantity
    assert write(rest, "zh") == "66.7%"  # as many decimals as what it is the rest of


def test_a_figure_that_its_cell_shows_rounded_is_reckoned_with_in_full() -> None:
    known = {
        "a": operand("a", read("26.7亿元"), None, read("26.7449亿元")),
        "b": operand("b", read("16.3亿元"), None, read("16.3449亿元")),
    }

    def said(expression: str) -> str:
        return write(derive(parse_expression(expression, known), known).quantity, "zh")

    assert said("a + b") == "43.1亿元"  # 43.0898, and as precise as what is printed; 43.0 of the rounded ones
    assert said("share(b, a)") == "61.1%"  # 61.11; 61.0 of the rounded ones


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        ("growth(a, b)", "a / b - 1"),
        ("growth(a, b) - growth(c, b)", "a / b - 1 - ( c / b - 1 )"),
        ("cagr(a, d)", "( a / d ) ^ ( 1/4 ) - 1"),
        ("contribution(a, b, c)", "( a - b ) / c"),
        ("share(a, sum(a, c))", "a / ( a + c )"),
        ("per_head(a, people, 10000)", "a / people * 10000"),
        ("mean(a, c)", "( a + c ) / 2"),
        ("100 - p", "100% - p"),
        ("a - b - c", "a - b - c"),
        ("a - (b - c)", "a - ( b - c )"),
    ],
)
def test_a_function_tells_the_formula_behind_it(expression: str, said: str) -> None:
    facts = {
        **two("62.00亿元", "2024", "56.00亿元", "2023"),
        "c": ("58.00亿元", "2024" if "share" in expression or "growth" in expression else "2023"),
        "d": ("50.00亿元", "2020"),
        "people": ("20万人", "2024"),
        "p": ("20.0%", ""),
    }
    assert formula(expression, facts) == said


NAMES = ["a", "b", "a-b", "cities.su-zhou.gdp", "cities.无锡.gdp", "cities.su-zhou.area", "x-y", "share"]


@pytest.mark.parametrize(
    ("expression", "names"),
    [
        ("a-b", ["a", "b"]),  # a difference, as ever
        ("x-y", ["x-y"]),
        ("x-y-a", ["x-y", "a"]),
        ("cities.su-zhou.gdp-cities.无锡.gdp", ["cities.su-zhou.gdp", "cities.无锡.gdp"]),
        ("sum(cities.*.gdp)", ["cities.su-zhou.gdp", "cities.无锡.gdp"]),
        ("sum(cities.gdp)", ["cities.su-zhou.gdp", "cities.无锡.gdp"]),
        ("share(share, a)", ["share", "a"]),  # a fact may be called as a function is
        ("a*share", ["a", "share"]),
        ("missing-part", ["missing", "part"]),
        ("cities.no-where.gdp", ["cities.no-where.gdp"]),
    ],
)
def test_names_end_where_the_facts_say(expression: str, names: list[str]) -> None:
    assert [name.name for name in parse_expression(expression, NAMES).names] == names


@pytest.mark.parametrize(
    ("expression", "message", "stretch"),
    [
        ("a + 1", "'1' is no fact", ""),
        ("a * 100", "'100' is no fact", ""),
        ("share(a, 5)", "'5' is no fact", "share(a, 5)"),
        ("a ** b", "'*' is no fact", "*"),
        ("a $ b", "'$' is no fact", "$"),
        ("-a", "'-' is no fact", "-"),
        ("(a + b", "ends before it is whole", "(a + b"),
        ("a + ", "ends before it is whole", "a + "),
        ("", "ends before it is whole", ""),
        ("growht(a, b)", "no function is called 'growht'", "growht"),
        ("growth(a)", "is written 'growth(now, before)'", "growth(a)"),
        ("growth(a, b, 100)", "is written 'growth(now, before)'", "growth(a, b, 100)"),
        ("(" * 30 + "a" + ")" * 30, "brackets in one another", ""),
        ("a + " * 200 + "a", "too long", ""),
        ("a.__class__()", "no function is called 'a.__class__'", "a.__class__"),
    ],
)
def test_what_is_no_expression_is_told_in_its_place(expression: str, message: str, stretch: str) -> None:
    with pytest.raises(ExpressionError, match=r".") as refused:
        parse_expression(expression, NAMES)
    assert message in str(refused.value)
    if stretch:
        assert expression[refused.value.start : refused.value.end] == stretch


def test_several_facts_are_no_operand(tmp_path: Path) -> None:
    known = operands({"cities.a.gdp": ("5亿元", ""), "cities.b.gdp": ("5亿元", "")})
    with pytest.raises(ExpressionError, match="is no fact"):
        parse_expression("cities.*.gdp / 2", known)
    assert made("mean(cities.gdp)", {"cities.a.gdp": ("5.0亿元", ""), "cities.b.gdp": ("6.0亿元", "")})[0] == "5.5亿元"


def test_the_decimals_of_a_briefing_are_for_derived_figures_that_say_none(tmp_path: Path) -> None:
    facts = """\
a: {is: 1家, what: {zh: 甲, en: A}, source: paper}
b: {is: 7家, what: {zh: 乙, en: B}, source: paper}
c: {is: 12.345%, what: {zh: 丙, en: C}, source: paper}
d: {is: 12.345%, decimals: 1, what: {zh: 丁, en: D}, source: paper}
e: {derived: "share(a, b)", what: {zh: 戊, en: E}}
f: {derived: "share(a, b)", decimals: 3, what: {zh: 己, en: F}}
"""
    about = """\
id: small
title: {zh: 小简报, en: A small briefing}
issuer: {zh: 测试室, en: The test room}
date: 2025-06-06
decimals: 0
sections: [one]
"""
    section = """\
title: {zh: 一, en: One}
blocks: [{metrics: [a, b, c, d, e]}, {metrics: [f]}]
"""
    told = read_briefing(write_content(tmp_path, facts=facts, briefing=about, sections__one=section)).facts
    assert [write(told[name].quantity, "zh") for name in "cdef"] == ["12.345%", "12.3%", "14%", "14.286%"]
