"""Shades of values: the color of a value between the least and the most, and of the ink that is read on it.

Where neither ink nor paper would stand out from a shade as people of weak sight need it, the shade is a little lighter
or darker than its place on the scale.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache

from reportgen.charts.drawing.bar_ends import blend
from reportgen.records import record
from reportgen.template.contrast import LEAST, contrast
from reportgen.template.model import ColorName, Palette

NUDGE = 0.004  # of the way to paper or ink, from step to step


@record
class Shade:
    """A color, and which of ink and paper is read on it."""

    color: str
    ink: ColorName


@record
class ShadeScale:
    """Where values stand on a scale of shades: from the least to the most, or as far from a middle on either side."""

    least: Decimal
    most: Decimal
    middle: Decimal | None = None

    def share(self, value: Decimal) -> float:
        """The place of a value, from 0 to 1."""
        low, high = self.least, self.most
        if self.middle is not None:
            reach = max(high - self.middle, self.middle - low)
            low, high = self.middle - reach, self.middle + reach
        return float((value - low) / (high - low)) if high > low else 0.5

    def shade(self, value: Decimal, palette: Palette) -> Shade:
        """The color of a value."""
        return shade_at(self.share(value), palette, diverging=self.middle is not None)


def scale_of(values: Iterable[Decimal], middle: Decimal | None = None) -> ShadeScale:
    """The scale that all values stand on; those on both sides of zero diverge from it, unless from another middle."""
    known = list(values)
    least, most = min(known), max(known)
    if middle is None and least < 0 < most:
        middle = Decimal(0)
    return ShadeScale(least, most, middle)


def shade_at(share: float, palette: Palette, *, diverging: bool) -> Shade:
    """The color at a place of the template's scale, from 0 to 1."""
    colors = [color.removeprefix("#") for color in palette.shades(diverging=diverging)]
    return legible(between(colors, share), palette.of("ink"), palette.of("paper"))


def between(colors: Sequence[str], share: float) -> str:
    """The color at a share of the way through others that stand evenly apart."""
    place = min(max(share, 0.0), 1.0) * (len(colors) - 1)
    index = min(int(place), len(colors) - 2) if len(colors) > 1 else 0
    return blend(colors[index], colors[min(index + 1, len(colors) - 1)], place - index)


@lru_cache(maxsize=1024)
def legible(color: str, ink: str, paper: str) -> Shade:
    """The color, or the nearest to it on the way to ink or to paper, on which one of the two is read."""
    step = 0.0
    while step < 1.0:
        for other in (paper, ink):
            near = blend(color, other, step)
            on_it: ColorName = max(
                ("ink", "paper"), key=lambda name: contrast({"ink": ink, "paper": paper}[name], near)
            )
            if contrast({"ink": ink, "paper": paper}[on_it], near) >= LEAST:
                return Shade(near, on_it)
        step += NUDGE
    return Shade(color, "ink")  # a palette whose own ink is faint on its paper


# ---- in grey print ---------------------------------------------------------------------------

APART = 20.0
"""How much lighter one color is than another that grey print tells from it, in steps of CIE L*, from 0 to 100."""


@lru_cache(maxsize=256)
def lightness(color: str) -> float:
    """How light people see a color of six hex digits: CIE L*."""
    luminance = 0.05 * (contrast(color, "000000") - 1)  # the ratio's own terms: (Y + 0.05) / 0.05
    return 116 * luminance ** (1 / 3) - 16 if luminance > 0.008856 else 903.3 * luminance


def told_apart(color: str, others: Iterable[str], paper: str) -> str:
    """The color, or the nearest to it on the way to paper that grey print tells from all others."""
    taken = [lightness(other) for other in others]
    for step in range(100):
        lighter = blend(color, paper, step / 100)
        if all(abs(lightness(lighter) - other) >= APART for other in taken):
            return lighter
    return color
