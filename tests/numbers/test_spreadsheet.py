"""A printed figure as a number and a format: the format shows what was printed, the number is what it says."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given

from reportgen.numbers import Quantity, display, write
from reportgen.numbers.model.quantity import Amount, counted_in
from reportgen.numbers.writing.spreadsheet import SheetNumber, sheet_number
from tests.numbers.strategies import FIGURES


@pytest.mark.parametrize(
    ("printed", "value", "code"),
    [
        ("178家", "178", '0"家"'),
        ("近4500亿元", "4500", '"近"0"亿元"'),
        ("RMB\u00a01.7 trillion", "1.7", '"RMB\u00a0"0.0" trillion"'),
        ("7.10%", "0.0710", "0.00%"),
        ("1,204", "1204", "#,##0"),
        ("−3.2%", "-0.032", '0.0%;"−"0.0%'),
        ("+2.5个百分点", "2.5", '"+"0.0"个百分点"'),
        ("3.2‰", "3.2", '0.0"‰"'),
        ("1.7*", "1.7", '0.0"*"'),
        ('a "zone" of 12', "12", '"a "\\""zone"\\"" of "0'),
    ],
)
def test_a_figure_is_a_number_in_the_format_that_shows_it(printed: str, value: str, code: str) -> None:
    assert sheet_number(printed) == SheetNumber(Decimal(value), code)


@pytest.mark.parametrize(
    "printed", ["", "三年", "百余家", "20%—30%", "1万3千元", "3千家", "2025-03", "三分之1", "1234567890123456"]
)
def test_what_is_no_single_number_stays_words(printed: str) -> None:
    assert sheet_number(printed) is None


def test_a_fall_without_a_sign_is_below_zero() -> None:
    made = sheet_number("同比下降3.2%", falls=True)
    assert made == SheetNumber(Decimal("-0.032"), '0.0%;"同比下降"0.0%')


@given(FIGURES)
def test_the_number_is_that_of_the_figure_in_its_scale(quantity: Quantity) -> None:
    amount = counted_in(quantity)
    if not isinstance(amount, Amount) or not isinstance(value := display(amount), Decimal) or not value:
        return
    for language in ("zh", "en"):
        made = sheet_number(write(quantity, language), falls=value < 0)
        if made is not None and quantity.kind != "multiple":  # which may be told by its growth
            ratio = made.value / value
            assert (ratio if ratio > 0 else -ratio).normalize().as_tuple().digits == (1,)
            assert (made.value < 0) == (value < 0)
