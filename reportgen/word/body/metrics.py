"""Key figures side by side, in a borderless table: real words in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportgen.document import Line, Metric, Metrics, Run
from reportgen.word.body.context import DrawingContext
from reportgen.word.body.paragraphs import pair
from reportgen.word.body.runs import distinct_lines, plain
from reportgen.word.body.table_parts import TableCell, even, row, table, whole_width
from reportgen.word.ooxml import measure
from reportgen.word.ooxml.xml import twips
from reportgen.word.styles.names import TABLE
from reportgen.word.styles.styles import border

_BETWEEN = " · "
"""What parts a figure in a further language from its label."""


def metrics(context: DrawingContext, element: Metrics) -> str:
    """Key figures side by side, each under its own rule; as many in a row as fit, the rows as even as can be."""
    if not element.cells:
        return ""
    rows = -(-len(element.cells) // _beside(context, element))
    beside = -(-len(element.cells) // rows)
    widths = _metric_widths(context, beside)
    drawn: list[str] = []
    for start in range(0, len(element.cells), beside):
        cells = element.cells[start : start + beside]
        drawn.append(row(widths, list(_metric_cells(context, cells, beside))))
    return table(TABLE["metrics"].id, widths, drawn)


def _metric_cells(context: DrawingContext, cells: Sequence[Metric], beside: int) -> Iterator[TableCell]:
    """The cells of a row with an empty one between each two, so that their rules stand apart."""
    rule = f"<w:tcBorders>{border(context.look, 'top', context.look.metrics.rule)}</w:tcBorders>" + _ground(context)
    for index in range(beside):
        if index:
            yield TableCell("<w:p/>")
        yield TableCell(_metric(context, cells[index]), rule) if index < len(cells) else TableCell("<w:p/>")


def _ground(context: DrawingContext) -> str:
    """The ground of a key figure and the room inside it, where it has one."""
    look = context.look.metrics
    if look.fill is None:
        return ""
    side = twips(look.padding)
    room = "".join(f'<w:{edge} w:w="{side}" w:type="dxa"/>' for edge in ("left", "right"))
    fill = context.look.palette.of(look.fill)
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/><w:tcMar>{room}</w:tcMar>'


def _metric(context: DrawingContext, cell: Metric) -> str:
    parts = (
        ("metric", cell.figure[:1]),
        ("metric-label", distinct_lines(tuple(_labels(context, cell)))),
        ("metric-period", distinct_lines(cell.period)),
    )
    return "".join(pair(context, role, phrase) for role, phrase in parts if any(map(plain, phrase))) or "<w:p/>"


def _labels(context: DrawingContext, cell: Metric) -> Iterator[Line]:
    """What the figure measures. It is set large once; a further language's label begins with what it calls it."""
    figures = {line.language: line for line in cell.figure}
    for index, line in enumerate(cell.label):
        figure = figures.get(line.language)
        if index and figure and not _says(cell.figure[0], figure):
            told = [replace(inline, role="") for inline in figure.inlines if isinstance(inline, Run)]
            joined = Line(line.language, (*told, Run(_BETWEEN), *line.inlines))
            if len(told) == len(figure.inlines):
                context.registry.join(joined, ((0, figure), (len(told) + 1, line)))
            line = joined
        yield line


def _says(large: Line, other: Line) -> bool:
    """Whether the large figure says all that the other does: 178家 and 178, 67% and 67%."""
    return plain(other) in plain(large)


def _metric_widths(context: DrawingContext, beside: int) -> tuple[int, ...]:
    gap = twips(context.look.metrics.gap)
    cells = even(whole_width(context) - gap * (beside - 1), beside)
    return tuple(width for cell in cells for width in (gap, cell))[1:]


def _beside(context: DrawingContext, element: Metrics) -> int:
    """How many key figures fit side by side without a break inside a figure or its period."""
    look = context.look
    widest = max((_cell_width(context, cell) for cell in element.cells), default=0.0)
    inside = 2 * look.metrics.padding
    room, gap, around = (float(mm) * measure.POINTS_PER_MM for mm in (look.page.text_width, look.metrics.gap, inside))
    return max(1, min(look.metrics.most, int((room + gap) // (widest + around + gap or 1))))


def _cell_width(context: DrawingContext, cell: Metric) -> float:
    """The width of a key figure with its period in its widest language."""
    dress = context.look.runs["metric-affix"]

    def figure(line: Line) -> float:
        style = context.look.speaking(line.language if context.facing else context.first).style("metric")
        sizes = {"affix": float(dress.size or style.size)}
        bold = {"affix": style.bold if dress.bold is None else dress.bold}
        runs = [inline for inline in line.inlines if isinstance(inline, Run)]
        parts = (
            measure.width(run.text, sizes.get(run.role, float(style.size)), bold=bold.get(run.role, style.bold))
            for run in runs
        )
        return sum(parts) + measure.borders(plain(line)) * sizes["affix"] / 4

    def period(index: int) -> float:
        return measure.unbroken(
            plain(cell.period[index]), float(context.look.style("metric-period", second=index > 0).size)
        )

    return max((*map(figure, cell.figure[:1]), *map(period, range(len(cell.period)))), default=0.0)
