"""What is drawn before a file is written and goes into it whole: pictures, and charts that Word draws itself."""

from __future__ import annotations

from typing import Protocol

from reportgen.records import record

WORKBOOK_ID = "rId1"
"""The relationship of a chart to its workbook."""


class Picture(Protocol):
    """A drawn picture: a PNG, its printed size in millimeters, and the same as an SVG or nothing."""

    @property
    def png(self) -> bytes: ...
    @property
    def width_mm(self) -> float: ...
    @property
    def height_mm(self) -> float: ...
    @property
    def svg(self) -> bytes: ...


@record
class NativeChart:
    """A chart of Word: its part, its workbook, its printed size, and the picture for readers that draw no charts."""

    part: bytes
    workbook: bytes
    width_mm: float
    height_mm: float
    picture: Picture | None = None


_DOT = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU"
    b"\x00\x00\x00\nIDATx\x9cc\xf8\x0f\x00\x01\x01\x01\x00\xb18\xf6\x14\x00\x00\x00\x00IEND\xaeB`\x82"
)
"""A PNG of one white dot."""


@record
class Blank:
    """The room of a chart that is not drawn yet."""

    width_mm: float
    height_mm: float
    png: bytes = _DOT
    svg: bytes = b""


Graphic = Picture | NativeChart
