"""The options of layout that an author, a document or a caller may give. What is decided of them: `style`."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from reportgen.numbers.model.representation import briefly
from reportgen.records import record


@record
class FormatOptions:
    """How figures are laid out; None leaves the choice to whoever stands further out, at last to the house style.

    `scales` are the scales of languages beside Chinese and English, by language; they are typed like the others, as
    `ja_scale`.
    """

    style: Literal["prose", "communique", "table", "chart"] | None = None
    table: bool | None = None  # a table cell: bare figure, true minus sign, no spelling out
    keep_zeros: bool | None = None
    zh_scale: Literal["auto", "万亿", "亿", "万", "1"] | None = None
    en_scale: Literal["auto", "trillion", "billion", "million", "1"] | None = None
    en_currency: Literal["rmb", "yuan", "cny", "symbol"] | None = None
    en_percent: Literal["symbol", "word"] | None = None
    en_small: Literal["word", "digit"] | None = None
    en_period: Literal["short", "long"] | None = None
    en_date: Literal["us", "uk"] | None = None
    en_spelling: Literal["us", "uk"] | None = None  # cubic meters, percent; or cubic metres, per cent
    zh_period: Literal["一季度", "第一季度"] | None = None
    zh_latin_space: bool | None = None
    zh_wj: bool | None = None  # U+2060 between figure, scale and unit
    range_mark: Literal["sign", "word"] | None = None  # 20%～50% or 20%至50%; 20%–50% or 20% to 50%
    usd_rate: Decimal | None = None  # yuan to the dollar: adds a US-dollar bracket
    usd_quantum: Decimal | None = None
    scales: tuple[tuple[str, str], ...] = ()

    def __repr__(self) -> str:
        return briefly(self)


NO_OPTIONS = FormatOptions()
