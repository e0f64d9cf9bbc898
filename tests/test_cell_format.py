"""What cells show by their number formats, as Excel shows it; the set that is followed, and what is not."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.content.data.cell_format import number_as_shown, text_as_shown
from reportgen.content.data.plain import plain_figure

ACCOUNTS = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '
SCALES = '[>=100000000]0.00,,"亿";[>=10000]0!.0,"万";0'
FALLS = '[<0]"下降"0.0"%";"增长"0.0"%"'


SHOWN = [
    ("0.142857142857143", "0.0%", "14.3%"),
    ("1.42857142857143", "0.0", "1.4"),
    ("2.5", "0", "3"),
    ("1234567", "#,##0", "1,234,567"),
    ("45", "0,000", "0,045"),
    ("1234567890", "#,##0,", "1,234,568"),
    ("123456", "0.0,", "123.5"),
    ("123456", "0!.0,", "12.3"),
    ("123456", r"0\.0,", "12.3"),
    ("123456", '0!.0,"万元"', "12.3万元"),
    ("123456", '0!.0000"万元"', "12.3456万元"),
    ("123456789", '0!.00,,"亿"', "1.23亿"),
    ("12", '0"万元"', "12万元"),
    ("30", '"约"0', "约30"),
    ("7.1", '"同比增长"0.0"%"', "同比增长7.1%"),
    ("7.1", "0.0‰", "7.1‰"),
    ("0.5", r"0\%", "1%"),
    ("-3.2", FALLS, "下降3.2%"),
    ("3.2", FALLS, "增长3.2%"),
    ("-3.2", '"增长"0.0"%";"下降"0.0"%";"持平"', "下降3.2%"),
    ("0", '"增长"0.0"%";"下降"0.0"%";"持平"', "持平"),
    ("-3.2", '[>0]"增长"0.0"%";"下降"0.0"%"', "下降3.2%"),
    ("123456789", SCALES, "123.46亿"),
    ("123456", SCALES, "12.3万"),
    ("999", SCALES, "999"),
    ("-5", SCALES, "-5"),
    ("-1234", "#,##0_);(#,##0)", "(1,234)"),
    ("-1234.5", ACCOUNTS, "-1,234.50"),
    ("0", ACCOUNTS, "-"),
    ("1234.5", "[$¥-804]#,##0.00", "¥1,234.50"),
    ("5", "[颜色10]0.0", "5.0"),
    ("12", 'G/通用格式"人"', "12人"),
    ("1234567", "0.00E+00", "1.23E+06"),
    ("999999", "0.0E+0", "1.0E+6"),
    ("0.00123", "##0.0E+0", "1.2E-3"),
    ("3", "0.#", "3"),
    ("1.5", "0.0?", "1.5"),
    ("13800000000", "000-0000-0000", "138-0000-0000"),
    ("5", ";;;", ""),
    ("7", "@", "7"),
    ("0.3", "General", "0.3"),
    ("14.2857142857143", "General", "14.28571429"),
    ("1234567.8912345", "General", "1234567.891"),
    ("1e21", "General", "1000000000000000000000"),
]


@pytest.mark.parametrize(("value", "code", "shown"), SHOWN)
def test_a_number_is_what_its_format_shows(value: str, code: str, shown: str) -> None:
    assert number_as_shown(Decimal(value), code) == shown


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        ("-5", "0.0;[Red]0.0", "-5.0"),
        ("-5", '0"万元";0"万元"', "-5万元"),
        ("-0.04", "0.0", "0.0"),
        ("-5", "0.0", "-5.0"),
    ],
)
def test_a_sign_that_only_a_color_shows_is_kept(value: str, code: str, shown: str) -> None:
    assert number_as_shown(Decimal(value), code) == shown


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("0.333", "# ?/?"),
        ("12", "[DBNum1]General"),
        ("12", "0.0.0"),
        ("12", '0"万'),
        ("12", "0kg"),
        ("5", "[>=10]0"),
        ("5", "0;[>=100]0.0"),
    ],
)
def test_a_format_outside_the_set_shows_nothing(value: str, code: str) -> None:
    assert number_as_shown(Decimal(value), code) is None


def test_a_text_stands_in_the_words_round_its_place() -> None:
    assert text_as_shown("2024", '@"年"') == "2024年"
    assert text_as_shown("约50", "0.0") == "约50"
    assert text_as_shown("x", '0;-0;0;"第"@') == "第x"


@given(st.decimals(-(10**12), 10**12, allow_nan=False, places=4), st.sampled_from(["0", "0.00", "#,##0.0", "0.0%"]))
def test_what_is_shown_is_the_number_rounded_half_away_from_zero(value: Decimal, code: str) -> None:
    shown = number_as_shown(value, code)
    assert shown is not None
    hundred = 100 if "%" in code else 1
    places = len(code.rstrip("%").partition(".")[2])
    told = Decimal(shown.rstrip("%").replace(",", ""))
    assert abs(told - value * hundred) * 2 <= Decimal(1).scaleb(-places)
    assert len(shown.rstrip("%").partition(".")[2]) == places


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("(1,234)亿元", "-1,234亿元"),
        ("（1,234）亿元", "-1,234亿元"),
        ("(5.0%)", "-5.0%"),
        ("+2.5%", "2.5%"),
        ("＋2.5", "2.5"),
        (".5", "0.5"),
        ("¥-1,234", "-¥1,234"),
        ("-5", "-5"),
        ("(约5)亿元", "(约5)亿元"),
        ("约(5)", "约(5)"),
        ("9～16", "9～16"),
    ],
)
def test_the_signs_of_tables_come_off_a_figure(typed: str, plain: str) -> None:
    assert plain_figure(typed) == plain
