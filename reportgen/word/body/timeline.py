"""Timelines: moments at the left of a rule and what happened at its right, in a borderless table."""

from __future__ import annotations

from reportgen.document import Timeline
from reportgen.word.body.context import DrawingContext
from reportgen.word.body.paragraphs import pair
from reportgen.word.body.runs import distinct_lines, plain
from reportgen.word.body.table_parts import SPARE, TableCell, flush, row, table, whole_width
from reportgen.word.ooxml import measure
from reportgen.word.ooxml.xml import twips
from reportgen.word.styles.names import TABLE


def timeline(context: DrawingContext, element: Timeline) -> str:
    """Moments at the left of a rule, what happened at its right; no moment stands alone at a page's head or foot."""
    when = _when_width(context, element)
    widths = (when, whole_width(context) - when)
    last = len(element.entries) - 1
    rows: list[str] = []
    for index, entry in enumerate(element.entries):
        keep = index < last and index in (0, last - 1)
        moment = (
            pair(context, "timeline-when", distinct_lines(entry.when), keep=keep, loose=not keep)
            if entry.when
            else "<w:p/>"
        )
        paragraph = pair(context, "timeline-text", entry.text, keep=keep, loose=not keep) if entry.text else "<w:p/>"
        rows.append(row(widths, [TableCell(moment, flush(0, 2)), TableCell(paragraph)]))
    return table(TABLE["timeline"].id, widths, rows) if rows else ""


def _when_width(context: DrawingContext, element: Timeline) -> int:
    """The column of the moments: as wide as the look says, or as the longest needs, up to a third of the page."""
    needed = max(
        (
            measure.unbroken(plain(line), float(style.size), bold=style.bold)
            for entry in element.entries
            for index, line in enumerate(entry.when)
            for style in (context.look.style("timeline-when", second=index > 0),)
        ),
        default=0.0,
    )
    padded = round(20 * needed * SPARE) + twips(context.look.timelines.padding)
    return max(twips(context.look.timelines.when), min(padded, whole_width(context) // 3))
