"""Every row of the tables of units, scales, currencies and qualifiers: what is written is found and read again."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.numbers import find, read, write
from reportgen.numbers.en import reading_words as en
from reportgen.numbers.model.lexicon import CURRENCIES, UNITS, Unit
from reportgen.numbers.model.quantity import Measure, Money
from reportgen.numbers.zh import reading_words as zh

LANGUAGES = {"zh": zh.TAILS, "en": en.TAILS}
FEW = (Decimal(12), Decimal("3.6"), Decimal(4_500_000))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_unit_that_is_found_can_be_written(language: str) -> None:
    found = {tail.unit for tail in LANGUAGES[language].values() if tail.kind in ("measure", "duration")}
    assert found - UNITS.keys() - {"decade"} == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("unit", UNITS.values(), ids=lambda unit: unit.key)
def test_every_unit_is_written_found_and_read_alike(language: str, unit: Unit) -> None:
    for value in FEW:
        figure = Measure(value=value, unit=unit)
        text = write(figure, language)
        assert [(each.value, each.unit) for each in find(text, language)] == [(value, figure.unit.key)], text
        assert read(text, language) == figure, text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CURRENCIES)
def test_every_currency_is_written_found_and_read_alike_with_its_sign(language: str, code: str) -> None:
    for value in (*FEW, Decimal(-45_000_000_000)):
        for style in ("rmb", "cny", "symbol", "yuan"):
            text = write(Money(value=value, currency=code), language, en_currency=style)
            assert [(each.value, each.unit) for each in find(text, language)] == [(value, code)], text
            assert read(text, language) == Money(value=value, currency=code), text


@pytest.mark.parametrize(("language", "word"), [(name, word) for name, table in LANGUAGES.items() for word in table])
def test_every_word_that_numbers_count_is_read_and_written(language: str, word: str) -> None:
    tail = LANGUAGES[language][word]
    if tail.kind not in ("measure", "duration", "money") or word in UNSAID:
        return
    gap = "" if language == "zh" or word[0] == "-" else " "
    figure = read(f"12{gap}{en.CASED.get(word, word)}", language)
    text = write(figure, language)
    assert write(read(text, language), language) == text
    assert isinstance(figure, Measure | Money)


UNSAID = {  # words that are no unit of a figure alone
    "日",  # 12日 is a day of the month
    "second",  # 12 second: of an adjective
    "-year-olds",
}
