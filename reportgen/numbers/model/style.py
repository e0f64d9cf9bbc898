"""How one figure is laid out, decided; the pieces of a written figure; and what a language brings to write with."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias

from reportgen.numbers.model.period import Period
from reportgen.numbers.model.quantity import Amount, Quantity, Rate
from reportgen.numbers.model.representation import briefly
from reportgen.numbers.model.rounding import Scales
from reportgen.records import record

WritingForm = Literal["prose", "bare", "table"]
Role = Literal[
    "qualifier", "figure", "scale", "currency", "unit", "noun", "direction", "basis", "aggregate", "other"
]  # fmt: skip
Pieces: TypeAlias = "list[tuple[Role, str]]"  # the text of a figure in order, each stretch with what it is


class Part(NamedTuple):
    """A stretch of a written figure and what it is."""

    role: Role
    text: str


@record
class FigureStyle:
    """The options of one figure in one language, decided."""

    bare: bool = False  # no direction, basis, aggregate, measure word or noun
    table: bool = False  # bare, and nothing spelled out
    communique: bool = False
    keep_zeros: bool | None = None
    decimals: int | None = None  # that a column or an axis shares: a figure in its unit is filled up with zeros
    scale: str = "auto"
    en_currency: str = "rmb"
    percent_word: bool = False
    small_words: bool = True
    long_period: bool = False
    uk_date: bool = False
    uk_spelling: bool = False
    ordinal_quarter: bool = False  # 第一季度
    latin_space: bool = False
    word_joiner: bool = False
    range_word: bool = False
    usd_rate: Decimal | None = None
    usd_quantum: Decimal | None = None

    def __repr__(self) -> str:
        return briefly(self)


HOUSE = FigureStyle()


class LanguageWriter(NamedTuple):
    """What writing needs of a language.

    `pieces` says a figure of any kind, `in_unit` an amount bare in units of a power of ten, `label` names that unit;
    `tick` says a month or a quarter along an axis of time, with its year or without.
    """

    pieces: Callable[[Quantity, FigureStyle], Pieces]
    in_unit: Callable[[Amount, int, FigureStyle], Pieces]
    label: Callable[[Amount | Rate, str, FigureStyle], str]
    scales: Scales
    unit_decimals: int  # a column's scale is one in which no figure needs more decimals
    communique_scale: str = "auto"  # of money in the style of a statistical communiqué
    tick: Callable[[Period, bool], str] | None = None
