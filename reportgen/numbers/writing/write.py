"""A quantity as text: `write` and `write_parts`. The only way a figure becomes words; nothing is rounded here."""

from __future__ import annotations

from operator import itemgetter
from typing import Any

from reportgen.messages import msg
from reportgen.numbers.languages import writer
from reportgen.numbers.model.errors import FigureError
from reportgen.numbers.model.kind_names import kind_name
from reportgen.numbers.model.options import NO_OPTIONS
from reportgen.numbers.model.quantity import Amount, Quantity, counted_in
from reportgen.numbers.model.style import HOUSE, Part, Pieces, WritingForm
from reportgen.numbers.writing.common_unit import CommonUnit
from reportgen.numbers.writing.options import decided

_TEXT = itemgetter(1)


def write(
    quantity: Quantity,
    language: str,
    *,
    form: WritingForm = "prose",
    capital: bool = False,
    unit: CommonUnit | None = None,
    **options: Any,
) -> str:
    """The figure as text in a language.

    `form` "bare" leaves out direction, basis, aggregate, measure word and noun, but never the qualifier; "table" also
    spells nothing out. `capital` is for the start of an English sentence. With `unit` the figure is bare and in that
    unit, which a column's head or an axis names. `options` are `FormatOptions`; the quantity's own come first.
    """
    if options or form != "prose" or unit is not None or quantity.options is not NO_OPTIONS:
        text = "".join(map(_TEXT, _pieces(quantity, language, form, unit, options)))
    else:
        text = "".join(map(_TEXT, writer(language).pieces(quantity, HOUSE)))
    return text[0].upper() + text[1:] if capital else text


def write_parts(
    quantity: Quantity,
    language: str,
    *,
    form: WritingForm = "prose",
    capital: bool = False,
    unit: CommonUnit | None = None,
    **options: Any,
) -> tuple[Part, ...]:
    """The same in parts, each with its role; joined they are what `write` gives."""
    parts = [Part(role, text) for role, text in _pieces(quantity, language, form, unit, options)]
    if capital:
        first = parts[0]
        parts[0] = Part(first.role, first.text[0].upper() + first.text[1:])
    return tuple(parts)


def _pieces(
    quantity: Quantity, language: str, form: WritingForm, unit: CommonUnit | None, options: dict[str, Any]
) -> Pieces:
    row = writer(language)
    if unit is None and not options and form == "prose" and quantity.options is NO_OPTIONS:
        return row.pieces(quantity, HOUSE)
    if unit is None:
        return row.pieces(quantity, decided(quantity.options, tuple(options.items()), form, language))
    amount = counted_in(quantity)
    if not isinstance(amount, Amount):
        raise FigureError(msg("a {kind} is not written in a unit", kind=kind_name(quantity.kind)), "unit")
    style = decided(quantity.options, tuple(options.items()), "table", language)
    return row.in_unit(amount, unit.power(quantity, language), style)
