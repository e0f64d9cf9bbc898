"""Tables, rows and cells as XML: widths are said twice, since Word reads the table's and WPS the grid's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reportgen.word.body.context import DrawingContext
from reportgen.word.ooxml.xml import attribute, twips

SPARE = 1.2
"""Room for fonts that are wider than most, as Noto Serif in bold is by a fifth: no word of a head is broken."""


class TableCell(NamedTuple):
    """A cell's paragraphs, as XML, and what its edges and ground look like."""

    content: str
    properties: str = ""  # children of w:tcPr after w:tcW and w:gridSpan
    span: int = 1


def table(
    style: str,
    widths: Sequence[int],
    rows: Sequence[str],
    *,
    headed: bool = False,
    indent: int = 0,
    described: str = "",
) -> str:
    """A table of rows made by `row`; widths and the indent are in twips."""
    bits = f'w:val="{"0620" if headed else "0600"}" w:firstRow="{int(headed)}"'
    indentation = f'<w:tblInd w:w="{indent}" w:type="dxa"/>' if indent else ""
    description = f'<w:tblCaption w:val="{attribute(described)}"/>' if described else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{indentation}'
        f'<w:tblLayout w:type="fixed"/><w:tblLook {bits} w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
        f'w:noHBand="1" w:noVBand="1"/>{description}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def row(widths: Sequence[int], cells: Sequence[TableCell], *, head: bool = False, may_break: bool = False) -> str:
    """A row; it moves to the next page whole unless it may break."""
    properties = ("" if may_break else "<w:cantSplit/>") + ("<w:tblHeader/>" if head else "")
    drawn: list[str] = []
    index = 0
    for cell in cells:
        wide, span = widths[index], ""
        if cell.span > 1:
            wide, span = sum(widths[index : index + cell.span]), f'<w:gridSpan w:val="{cell.span}"/>'
        drawn.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{span}{cell.properties}</w:tcPr>{cell.content}</w:tc>'
        )
        index += cell.span
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(drawn)}</w:tr>"


def whole_width(context: DrawingContext) -> int:
    """The width between the margins, in twips."""
    return twips(context.look.page.text_width)


def even(total: int, parts: int) -> tuple[int, ...]:
    """The total in equal whole parts; what does not divide goes to the first."""
    each, over = divmod(total, parts)
    return (each + over, *(each,) * (parts - 1))


def flush(index: int, cells: int) -> str:
    """No space at the outer edges, so that what is drawn stands as wide as the text above and below."""
    outer = (("left", index == 0), ("right", index == cells - 1))
    sides = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side, at_edge in outer if at_edge)
    return f"<w:tcMar>{sides}</w:tcMar>" if sides else ""
