"""The typesetter: sets words in the sizes and colors of a template, measured with the real font. It paints nothing.

The first language of a label stands over the second, which is smaller and lighter; what both print alike stands once.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Protocol

from reportgen.charts.drawing.line_breaking import break_lines, natural_width, printed, tidy, widest_part
from reportgen.charts.drawing.shapes import ASCENT, DESCENT, MM_PER_POINT, TextShape
from reportgen.document import Mark, Words
from reportgen.records import record
from reportgen.template.model import ColorName, Look

LEADING = 1.26
"""From baseline to baseline within a label, in sizes of the lower line."""


class FontMetrics(Protocol):
    """Knows the fonts: how far a character moves the next one."""

    def advance(self, character: str, size: float, bold: bool, language: str) -> float:
        """The width of a character in millimeters."""
        ...


@record
class SetLine:
    """A line of words as it will be printed, its baseline measured from the top of its block."""

    text: str
    language: str
    size: float
    color: str
    bold: bool
    width: float
    baseline: float


@record
class SetText:
    """Lines of words set under each other."""

    lines: tuple[SetLine, ...]
    width: float
    height: float

    def at(self, role: str, x: float, y: float, align: float = 0.0) -> Iterator[TextShape]:
        """The lines with the block's top at `y`; `align` is 0 for left of `x`-edge, 0.5 for centered, 1 for right."""
        for line in self.lines:
            left = x - align * line.width
            yield TextShape(
                role, left, y + line.baseline, line.text, line.language, line.size, line.color, line.bold, line.width
            )


EMPTY = SetText((), 0.0, 0.0)


@record
class Typesetter:
    """Sets text for one chart: the look's sizes and colors, the fonts' measures, the width to draw in.

    `height` is that of a chart whose kind may choose it, in millimeters.
    """

    look: Look
    metrics: FontMetrics
    width: float
    height: float

    def color(self, name: ColorName) -> str:
        """A color of the palette, as six hex digits."""
        return self.look.palette.of(name)

    def series(self, index: int) -> str:
        """The color of a series; sets beyond the palette start over."""
        return self.look.palette.of_series(index)

    def set(
        self,
        words: Words,
        *,
        size: float,
        second: float | None = None,
        color: ColorName = "ink",
        second_color: ColorName = "grey",
        bold: bool = False,
        width: float | None = None,
    ) -> SetText:
        """Words as a block, broken to `width`; further languages in size `second`, never bold."""
        lines: list[SetLine] = []
        y = above = 0.0
        for index, (language, text) in enumerate(_once(words)):
            points = max(size if index == 0 else second or size, float(self.look.chart.smallest))
            strong = bold and index == 0
            em = points * MM_PER_POINT
            for line in self._lines(text, language, points, strong, width):
                y += max(LEADING * em, DESCENT * above + (ASCENT + 0.1) * em) if lines else ASCENT * em
                above = em
                tint = self.color(color if index == 0 else second_color)
                lines.append(
                    SetLine(
                        printed(line), language, points, tint, strong, self._measured(line, language, points, strong), y
                    )
                )
        if not lines:
            return EMPTY
        return SetText(tuple(lines), max(line.width for line in lines), y + DESCENT * lines[-1].size * MM_PER_POINT)

    def label(self, mark: Mark, *, bold: bool = False, color: ColorName = "ink", width: float | None = None) -> SetText:
        """A mark's printed figure."""
        chart = self.look.chart
        return self.set(
            mark.label, size=float(chart.label), second=float(chart.second), bold=bold, color=color, width=width
        )

    def name(self, words: Words, *, width: float | None = None, narrow: bool = False) -> SetText:
        """What a mark is called; `narrow` names are as narrow as their longest word."""
        size = float(self.look.chart.label)
        return self._named(words, size, "ink", self._narrowest(words, size) if narrow else width)

    def tick(self, words: Words, *, width: float | None = None, narrow: bool = False) -> SetText:
        """Words on an axis; `narrow` ones are as narrow as their longest word."""
        size = float(self.look.chart.axis)
        return self._named(words, size, "grey", self._narrowest(words, size) if narrow else width)

    def _named(self, words: Words, size: float, color: ColorName, width: float | None) -> SetText:
        return self.set(words, size=size, second=min(size, float(self.look.chart.second)), color=color, width=width)

    def _narrowest(self, words: Words, size: float) -> float:
        second = min(size, float(self.look.chart.second))
        return max(
            (
                widest_part(tidy(text), partial(self._advance, size if index == 0 else second, False, language))
                for index, (language, text) in enumerate(words)
            ),
            default=0.0,
        )

    def _advance(self, size: float, bold: bool, language: str, character: str) -> float:
        return self.metrics.advance(character, size, bold, language)

    def _lines(self, text: str, language: str, size: float, bold: bool, width: float | None) -> tuple[str, ...]:
        if width is None:
            return (text,)
        return break_lines(text, width, partial(self._advance, size, bold, language))

    def _measured(self, text: str, language: str, size: float, bold: bool) -> float:
        return natural_width(text, partial(self._advance, size, bold, language))


def ink_on(color: str) -> ColorName:
    """The color of words on a color: paper on dark ones, ink on light ones."""
    channels = (part / 255 for part in bytes.fromhex(color))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return "paper" if 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.2 else "ink"


def _once(words: Words) -> Words:
    """The tidy words, a wording that repeats the one above it left out."""
    kept: dict[str, str] = {}
    for language, text in words:
        kept.setdefault(tidy(text), language)
    return tuple((language, text) for text, language in kept.items() if printed(text).strip())
