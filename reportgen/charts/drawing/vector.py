"""Shapes as an SVG or a PDF whose bytes repeat: the same painter as for pixels, on matplotlib's vector canvases."""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import BytesIO
from typing import Any, Literal

from reportgen.charts.drawing.fonts import MM_PER_INCH
from reportgen.charts.drawing.paint import Painter
from reportgen.charts.drawing.shapes import MM_PER_POINT, Shape

VectorFormat = Literal["svg", "pdf"]

MOST_SVG = 300_000
"""Bytes over which an SVG costs a file more than it gives."""

_STATED = {"svg": ("Date", "Creator", "Format", "Type"), "pdf": ("CreationDate", "Creator", "Producer")}
"""What the canvases would say of the day and the program."""

_STYLE = {"svg.hashsalt": "reportgen", "svg.fonttype": "path", "pdf.fonttype": 42}
"""Ids that repeat, letters as outlines in an SVG, and as fonts in a PDF."""


def vector(shapes: Iterable[Shape], width: float, height: float, paper: str, form: VectorFormat) -> bytes:
    """The shapes on paper of a color, `width` by `height` millimeters."""
    import matplotlib
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure

    setting: Any = matplotlib  # its types are known only in part

    class Paper(Artist):
        """Hands the canvas's renderer to the painter."""

        def draw(self, renderer: Any) -> None:
            painter = Painter(renderer, 1 / MM_PER_POINT, height / MM_PER_POINT, pixels=False)
            for shape in shapes:
                painter.paint(shape)

    data = BytesIO()
    with setting.rc_context(_STYLE):
        figure: Any = Figure((width / MM_PER_INCH, height / MM_PER_INCH), facecolor=f"#{paper}")
        figure.add_artist(Paper())
        figure.savefig(data, format=form, metadata=dict.fromkeys(_STATED[form]))
    return data.getvalue() if form == "pdf" else re.sub(rb"<!DOCTYPE[^>]*>\s*", b"", data.getvalue(), count=1)
