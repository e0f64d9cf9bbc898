"""What stands side by side: a borderless table of one row, read cell after cell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from reportgen.word.body.context import DrawingContext
from reportgen.word.body.grid import gap_between
from reportgen.word.body.table_parts import TableCell, even, row, table, whole_width
from reportgen.word.ooxml.xml import twips
from reportgen.word.styles.names import TABLE


def beside(context: DrawingContext, cells: Sequence[str]) -> str:
    """Cells of the same width with a gap between each two; they stay on one page."""
    gap = twips(gap_between(context.look))
    each = even(whole_width(context) - gap * (len(cells) - 1), len(cells))
    widths = tuple(chain.from_iterable((gap, width) for width in each))[1:]
    drawn = chain.from_iterable((TableCell("<w:p/>"), TableCell(cell)) for cell in cells)
    return table(TABLE["metrics"].id, widths, [row(widths, list(drawn)[1:])])
