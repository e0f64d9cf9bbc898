"""A drawn chart. How it is drawn is picture.py's work, how it is kept store.py's."""

from __future__ import annotations

from reportgen.records import record


@record
class Drawing:
    """A chart as a PNG, how large it is to be printed, and the same as an SVG where the look wants one."""

    png: bytes
    width_mm: float
    height_mm: float
    svg: bytes = b""
