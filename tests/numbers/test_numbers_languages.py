"""A language of figures is one row: what a further one takes, what is said of one that is not there, and CLDR."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from reportgen.messages import Message
from reportgen.numbers import (
    LANGUAGES,
    Amount,
    Count,
    FigureError,
    FigureLanguage,
    FigureStyle,
    Found,
    LanguageWriter,
    Quantity,
    Rate,
    agree,
    agree_pair,
    common_unit,
    display,
    find,
    quantity,
    read,
    read_lexicon,
    write,
)
from reportgen.numbers.en import words as en
from reportgen.numbers.en.layout import ordinal_number
from reportgen.numbers.model.lexicon import UNITS, Noun, Unit
from reportgen.numbers.model.rounding import forced, printed, scaled, shifted
from reportgen.numbers.model.style import Pieces

# ---- a small language of its own: digits parted by points, a scale called grand ----

SCALES = (("grand", 3),)


def dotted(value: Decimal) -> str:
    return f"{value:,f}".replace(",", " ").replace(".", ",")


def pieces(figure: Quantity, style: FigureStyle) -> Pieces:
    if not isinstance(figure, Amount):
        return [("figure", str(display(figure)))]
    (value,) = printed(figure)
    size, scale = scaled(value, SCALES, 1) if style.scale == "auto" else forced(value, SCALES, style.scale)
    noun = figure.noun if isinstance(figure, Count) else None
    said: Pieces = [("figure", dotted(size))]
    if scale:
        said.append(("scale", f" {scale}"))
    if noun and not style.bare:
        said.append(("noun", f" {noun.said('xx')}"))
    return said


def in_unit(amount: Amount, power: int, style: FigureStyle) -> Pieces:
    return [("figure", dotted(shifted(value, power))) for value in printed(amount)]


def label(like: Amount | Rate, scale: str, style: FigureStyle) -> str:
    return f"in {scale or 'ones'}"


def scan(text: str, source: str, terms: tuple[Noun | Unit, ...]) -> list[Found]:
    start = text.find("VII")
    return [] if start < 0 else [Found(source, start, start + 3, "count", Decimal(7))]


@pytest.fixture
def third(monkeypatch: pytest.MonkeyPatch) -> str:
    writer = LanguageWriter(pieces, in_unit, label, SCALES, 1)
    monkeypatch.setitem(LANGUAGES, "xx", FigureLanguage(lambda: writer, lambda: scan))
    return "xx"


def test_a_row_is_all_that_a_further_language_takes(third: str) -> None:
    figure = quantity({"count": 12_500, "noun": "zone"})
    assert write(figure, third) == "12,5 grand national high-tech zones"
    assert write(figure, third, xx_scale="1") == "12 500 national high-tech zones"
    assert write(quantity({"count": 12_500, "opt": {"xx_scale": "grand"}}), third) == "12,5 grand"
    assert [found.quantity for found in find("Anno VII", third)] == [quantity({"count": 7})]
    assert write(figure, "zh", xx_scale="1") == "1.25万家国家高新区"


def test_a_common_unit_is_one_of_every_language(third: str) -> None:
    figures = [quantity({"count": 12_500}), quantity({"count": 3_000})]
    unit = common_unit(figures)
    assert unit is not None
    assert (unit.label(third), unit.divisor(third)) == ("in grand", Decimal(1000))
    assert [write(figure, third, unit=unit) for figure in figures] == ["12,5", "3"]
    forced_unit = common_unit(figures, xx_scale="1")
    assert forced_unit is not None
    assert forced_unit.label(third) == "in ones"


def test_a_unit_made_before_a_language_came_counts_in_ones_there(monkeypatch: pytest.MonkeyPatch) -> None:
    unit = common_unit([quantity({"count": 12_500})])
    writer = LanguageWriter(pieces, in_unit, label, SCALES, 1)
    monkeypatch.setitem(LANGUAGES, "xx", FigureLanguage(lambda: writer))
    assert unit is not None
    assert (unit.label("xx"), unit.divisor("xx")) == ("in ones", Decimal(1))


def test_the_terms_of_a_lexicon_have_words_in_further_languages(third: str) -> None:
    lamp = {"measure": "盏", "zh": "路灯", "one": "street lamp", "other": "street lamps", "more": {third: "lampo"}}
    figure = quantity({"count": 3, "noun": "lamp"}, {"nouns": {"lamp": lamp}})
    assert write(figure, third) == "3 lampo"
    assert write(figure, "en") == "three\u00a0street lamps"
    with pytest.raises(FigureError, match=r"nouns\.lamp\.xx: expected words, found 3"):
        read_lexicon({"nouns": {"lamp": lamp | {"more": {third: 3}}}})


def test_what_a_language_has_not_is_said_with_those_that_have_it(third: str) -> None:
    with pytest.raises(FigureError, match=r"^figures are written in zh, en, and xx, not in 'fr'$"):
        write(quantity({"count": 1}), "fr")
    with pytest.raises(FigureError, match=r"^figures are found in zh, en, and xx, not in 'fr'$"):
        find("un", "fr")
    with pytest.raises(FigureError, match=r"^figures are read in zh and en, not in 'xx'$"):
        read("3", third)
    with pytest.raises(FigureError, match=r"^opt\.xx_scale: found 'huge'; expected one of 1, auto, grand$"):
        write(quantity({"count": 1}), third, xx_scale="huge")


def test_the_scale_of_a_language_that_is_not_there_is_no_option() -> None:
    with pytest.raises(FigureError, match=r"^opt\.qq_scale: no such option; did you mean 'zh_scale'\?$"):
        write(quantity({"count": 1}), "zh", qq_scale="1")


def test_only_texts_of_a_known_pair_are_compared(third: str) -> None:
    texts = {"zh": "共178家。", "en": "There are 187."}
    assert agree_pair(texts) == agree(texts["zh"], texts["en"])
    assert agree_pair(dict(reversed(texts.items()))) == agree(texts["zh"], texts["en"])
    with pytest.raises(FigureError, match=r"^figures are compared between zh and en, not between en and xx$"):
        agree_pair({"en": "7", third: "VII"})


def test_what_is_wrong_with_a_figure_can_be_said_in_other_languages() -> None:
    with pytest.raises(FigureError) as refused:
        quantity({"money": 1, "curency": "CNY"})
    assert isinstance(refused.value.message, Message)
    assert isinstance(refused.value.message.values["what"], Message)
    assert isinstance(agree("共178家。", "There are 187.")[0].message, Message)


# ---- the tables that stand here, against CLDR ----

CLDR: Any = Locale("en")


def test_the_months_are_those_of_cldr() -> None:
    assert dict(enumerate(en.MONTHS[1:], 1)) == dict(CLDR.months["format"]["wide"])


@given(st.decimals(0, 30, allow_nan=False, places=2) | st.integers(0, 30).map(Decimal) | st.decimals(0, 3, places=1))
def test_one_and_many_are_told_apart_as_by_cldr(value: Decimal) -> None:
    figure = quantity({"measure": value, "unit": "km", "keep_zeros": True})
    one = write(figure, "en").endswith(UNITS["km"].one)
    assert one == (CLDR.plural_form(value) == "one")


def test_ordinals_end_as_cldr_has_them() -> None:
    endings = {"one": "st", "two": "nd", "few": "rd", "other": "th"}
    for number in range(1, 2_000):
        assert ordinal_number(number)[-2:] == endings[CLDR.ordinal_form(number)]
