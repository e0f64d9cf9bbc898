"""A quantity as text: `write` and `write_parts`. The only way a figure becomes words; nothing is rounded here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reportgen.numbers import en_layout, zh_layout
from reportgen.numbers.quantity import NO_OPTIONS, FigureError, Quantity
from reportgen.numbers.style import HOUSE, Form, Part, Pieces, Style, decided

LAYOUTS: dict[str, Callable[[Quantity, Style], Pieces]] = {"zh": zh_layout.pieces, "en": en_layout.pieces}


def write(quantity: Quantity, language: str, *, form: Form = "prose", capital: bool = False, **options: Any) -> str:
    """The figure as text in a language.

    `form` "bare" leaves out direction, basis, aggregate, measure word and noun, but never the qualifier; "table" also
    spells nothing out. `capital` is for the start of an English sentence. `options` are those of `FormatOptions`; the
    quantity's own come first.
    """
    text = "".join([text for _, text in _pieces(quantity, language, form, options)])
    return text[0].upper() + text[1:] if capital else text


def write_parts(
    quantity: Quantity, language: str, *, form: Form = "prose", capital: bool = False, **options: Any
) -> tuple[Part, ...]:
    """The same in parts, each with its role; joined they are what `write` gives."""
    parts = [Part(role, text) for role, text in _pieces(quantity, language, form, options)]
    if capital:
        first = parts[0]
        parts[0] = Part(first.role, first.text[0].upper() + first.text[1:])
    return tuple(parts)


def _pieces(quantity: Quantity, language: str, form: Form, options: dict[str, Any]) -> Pieces:
    layout = LAYOUTS.get(language)
    if layout is None:
        raise FigureError(f"figures are written in {' and '.join(LAYOUTS)}, not in {language!r}")
    if quantity.options is NO_OPTIONS and not options and form == "prose":
        return layout(quantity, HOUSE)
    return layout(quantity, decided(quantity.options, tuple(options.items()), form))
