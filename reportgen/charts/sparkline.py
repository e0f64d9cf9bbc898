"""Sparklines: small line charts that stand in a line of words, made of figures and drawn. Nothing here knows tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportgen.charts.drawing.spark import HEIGHT, WIDTH, spark_shapes
from reportgen.charts.sentences import course, everything, word
from reportgen.document import SPARK, Chart, Mark, Spark, Words
from reportgen.template.model import Look

if TYPE_CHECKING:
    from reportgen.charts.drawing.drawn import Drawing

SIZE = WIDTH, HEIGHT
"""How large a sparkline is printed, in millimeters."""


def sparkline(spark: str, languages: tuple[str, ...], name: Words, marks: Sequence[Mark]) -> Spark:
    """The course of a name's figures, at least one, with its words for those who cannot see it.

    `spark` is what its picture is found by: no other of the document has that id. A mark in the role GAP stands where
    figures before it are missing; marks have times, all or none.
    """
    chart = Chart(SPARK, languages, tuple(marks))
    tells = course if len(chart.marks) > 1 else everything
    alt = tuple(
        (
            language,
            word("series", language, series=dict(name).get(language, ""))
            + word("gap", language).join(tells(chart, language)),
        )
        for language in languages
    )
    return Spark(spark, chart, alt)


def spark_drawing(chart: Chart, look: Look) -> Drawing:
    """The sparkline as a picture; the same chart and look give the same bytes."""
    from reportgen.charts.drawing.drawn import Drawing
    from reportgen.charts.drawing.paint import png
    from reportgen.charts.drawing.vector import vector

    shapes, paper = tuple(spark_shapes(chart, look)), look.palette.of("paper")
    svg = vector(shapes, *SIZE, paper, "svg") if look.chart.svg else b""
    return Drawing(png(shapes, *SIZE, paper, look.chart.dpi), *SIZE, svg)
