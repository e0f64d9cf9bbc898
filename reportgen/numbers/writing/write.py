"""A quantity as text: `write` and `write_parts`. The only way a figure becomes words; nothing is rounded here."""

from __future__ import annotations

from typing import Any

from reportgen.numbers.model.quantity import NO_OPTIONS, Amount, FigureError, Quantity
from reportgen.numbers.model.style import HOUSE, Form, Part, Pieces, decided
from reportgen.numbers.model.units import CommonUnit
from reportgen.numbers.writing.layouts import layout


def write(
    quantity: Quantity,
    language: str,
    *,
    form: Form = "prose",
    capital: bool = False,
    unit: CommonUnit | None = None,
    **options: Any,
) -> str:
    """The figure as text in a language.

    `form` "bare" leaves out direction, basis, aggregate, measure word and noun, but never the qualifier; "table" also
    spells nothing out. `capital` is for the start of an English sentence. With `unit` the figure is bare and in that
    unit, which a column's head or an axis names. `options` are `FormatOptions`; the quantity's own come first.
    """
    text = "".join([text for _, text in _pieces(quantity, language, form, unit, options)])
    return text[0].upper() + text[1:] if capital else text


def write_parts(
    quantity: Quantity,
    language: str,
    *,
    form: Form = "prose",
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


def _pieces(quantity: Quantity, language: str, form: Form, unit: CommonUnit | None, options: dict[str, Any]) -> Pieces:
    said = layout(language)
    if unit is not None:
        if not isinstance(quantity, Amount):
            raise FigureError(f"a {quantity.kind} is not written in a unit", "unit")
        style = decided(quantity.options, tuple(options.items()), "table")
        return said.in_unit(quantity, unit.power(quantity, language), style)
    if quantity.options is NO_OPTIONS and not options and form == "prose":
        return said.pieces(quantity, HOUSE)
    return said.pieces(quantity, decided(quantity.options, tuple(options.items()), form))
