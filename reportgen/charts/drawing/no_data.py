"""How a picture shows that a figure is not known: words in grey where it would stand, or a hatched box and a key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportgen.charts.drawing.bar_ends import blend, hatch
from reportgen.charts.drawing.shapes import Box, Shape
from reportgen.charts.drawing.typesetter import SetText, Typesetter
from reportgen.document import MISSING, Mark
from reportgen.languages import LANGUAGES, say

PALE = 0.4  # of the way from the color of rules to paper
NEAR = 1.4  # mm from the box of the key to its words


def figure_words(mark: Mark, setter: Typesetter, *, width: float | None = None) -> SetText:
    """A mark's printed figure, or in grey that there is none."""
    if mark.role == MISSING:
        return setter.label(mark, color="grey", width=width)
    return setter.label(mark, bold=mark.highlight, width=width)


def narrow_words(mark: Mark, setter: Typesetter, room: float) -> SetText:
    """That there is no figure, in the room over a column: in one line, else small and broken between words, a script
    without spaces sign under sign."""
    block = figure_words(mark, setter)
    if block.width <= room:
        return block
    small = float(setter.look.chart.second)
    words = tuple(
        (language, part)
        for language, text in mark.label
        for part in (text if LANGUAGES[language].wide and len(set(text)) == len(text) else (text,))
    )
    return setter.set(words, size=small, second=small, color="grey", width=room)


def figure_role(mark: Mark) -> str:
    """What those words stand for in the picture."""
    return "no-data" if mark.role == MISSING else "label"


def no_data_box(box: Box, setter: Typesetter) -> Iterator[Shape]:
    """Slanting stripes over paper, pale, so that what is known stands out."""
    paper = setter.color("paper")
    yield Box("missing", box.x, box.y, box.width, box.height, paper)
    stripes = blend(setter.color("rule"), paper, PALE)
    yield from (replace(stripe, role="no-data-hatch") for stripe in hatch(box, stripes))


def no_data_words(languages: tuple[str, ...], setter: Typesetter) -> SetText:
    """The words of the key."""
    return setter.tick(tuple((language, say("no-data", language)) for language in languages))


def no_data_key(
    languages: tuple[str, ...], setter: Typesetter, at: tuple[float, float], size: tuple[float, float]
) -> Iterator[Shape]:
    """A box of a size, and beside it the words; the higher of the two starts at the place."""
    (x, y), (width, height) = at, size
    words = no_data_words(languages, setter)
    tall = max(height, words.height)
    yield from no_data_box(Box("missing", x, y + (tall - height) / 2, width, height, ""), setter)
    yield from words.at("no-data", x + width + NEAR, y + (tall - words.height) / 2)
