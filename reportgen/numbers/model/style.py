"""How one figure is to be laid out: the options the figure's own, the asker's, and under both the house style."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from reportgen.numbers.model.fields import option
from reportgen.numbers.model.quantity import NO_OPTIONS, FormatOptions

Form = Literal["prose", "bare", "table"]
Role = Literal[
    "qualifier", "figure", "scale", "currency", "unit", "noun", "direction", "basis", "aggregate", "other"
]  # fmt: skip
Pieces: TypeAlias = "list[tuple[Role, str]]"  # the text of a figure in order, each stretch with what it is


class Part(NamedTuple):
    """A stretch of a written figure and what it is."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Style:
    """The options of one figure, decided."""

    bare: bool = False  # no direction, basis, aggregate, measure word or noun
    table: bool = False  # bare, and nothing spelled out
    communique: bool = False
    keep_zeros: bool | None = None
    zh_scale: str = "auto"
    en_scale: str = "auto"
    en_currency: str = "rmb"
    percent_word: bool = False
    small_words: bool = True
    long_period: bool = False
    uk_date: bool = False
    ordinal_quarter: bool = False  # 第一季度
    latin_space: bool = False
    word_joiner: bool = False
    range_word: bool = False
    usd_rate: Decimal | None = None
    usd_quantum: Decimal | None = None


HOUSE = Style()
_NAMES = tuple(field.name for field in fields(FormatOptions))


def merged(outer: FormatOptions, inner: FormatOptions) -> FormatOptions:
    """The options of both, the inner's first: a document's, then a section's, then the figure's own."""
    if inner is NO_OPTIONS:
        return outer
    return replace(outer, **{name: value for name in _NAMES if (value := getattr(inner, name)) is not None})


@lru_cache(maxsize=512)
def decided(own: FormatOptions, asked: tuple[tuple[str, object], ...], form: Form) -> Style:
    """The style of a figure whose own options these are, when a call asks for those, in that form."""
    options = merged(replace(NO_OPTIONS, **{name: option(name, value) for name, value in asked}), own)
    table = form == "table" or bool(options.table) or options.style in ("table", "chart")
    communique = options.style == "communique"
    return Style(
        bare=table or form == "bare",
        table=table,
        communique=communique,
        keep_zeros=options.keep_zeros,
        zh_scale=options.zh_scale or "auto",
        en_scale=options.en_scale or "auto",
        en_currency=options.en_currency or ("yuan" if communique else "rmb"),
        percent_word=options.en_percent == "word" and not table,
        small_words=options.en_small != "digit" and not table and form == "prose",
        long_period=options.en_period == "long",
        uk_date=options.en_date == "uk",
        ordinal_quarter=options.zh_period == "第一季度",
        latin_space=bool(options.zh_latin_space),
        word_joiner=bool(options.zh_wj),
        range_word=options.range_mark == "word",
        usd_rate=options.usd_rate,
        usd_quantum=options.usd_quantum,
    )
