"""Tables of figures: heads, cells whose decimal points line up, and columns as wide as their words want."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby

from reportgen.charts.drawing.spark import WIDTH as SPARK_WIDTH
from reportgen.document import Align, Column, Line, Phrase, Spark, Table
from reportgen.languages import SIGNS
from reportgen.numbers.model.pattern import Pattern
from reportgen.word.body.captions import caption, caption_words
from reportgen.word.body.context import DrawingContext
from reportgen.word.body.paragraphs import paragraph, setting
from reportgen.word.body.runs import distinct_lines, inlines, plain
from reportgen.word.body.table_parts import SPARE, TableCell, row, table, whole_width
from reportgen.word.ooxml import measure
from reportgen.word.styles.names import TABLE, role_style
from reportgen.word.styles.styles import border

KEPT_WHOLE = 12
"""Tables of up to so many rows stay on one page."""

_JUSTIFIED = {Align.LEFT: "", Align.RIGHT: "right", Align.CENTER: "center"}


def data_table(context: DrawingContext, element: Table) -> str:
    """A captioned table without its notes."""
    words = _words(element)
    widths = column_widths(context, element, words)
    insets = [_insets(context, column, told) for column, told in zip(element.columns, words, strict=True)]
    rows = _head_rows(context, element, widths)
    for index in range(len(element.rows)):
        rows.append(row(widths, _body_row(context, element, index, [inset[index] for inset in insets])))
    described = caption_words(element.caption)
    drawn = table(TABLE["data"].id, widths, rows, headed=True, described=described)
    return caption(context, element.caption) + drawn


def _body_row(context: DrawingContext, element: Table, index: int, insets: Sequence[int]) -> list[TableCell]:
    """A row: of figures, of a group's name over those of its members, or of a sum."""
    phrases = element.rows[index]
    over = f"<w:tcBorders>{border(context.look, 'top', context.look.tables.total)}</w:tcBorders>"
    edge = over if index in element.totals else ""
    sums = index in element.totals | element.subtotals | element.heads
    style, keep = "strong" if sums else "", _kept(element, index)
    if index in element.heads and not any(phrases[1:]):
        name = _cell(context, phrases[0], style, element.columns[0].align, keep=keep)
        return [TableCell(name, span=len(phrases))]
    member = bool(element.heads) and index not in element.heads | element.totals
    indent = round(context.look.styles["table-cell"].size * 20) if member else 0
    return [
        TableCell(_cell(context, phrase, style, column.align, keep=keep, inset=inset, indent=0 if at else indent), edge)
        for at, (phrase, column, inset) in enumerate(zip(phrases, element.columns, insets, strict=True))
    ]


def _kept(element: Table, index: int) -> bool:
    """Whether a row stays on the page of the next: in a short table, under a group's name, before a sum and notes."""
    last = len(element.rows) - 1
    if index == last:
        return bool(element.notes)
    whole = len(element.rows) <= KEPT_WHOLE and not element.breaks
    return whole or index in (0, last - 1) or index in element.heads or index + 1 in element.totals | element.subtotals


def _words(element: Table) -> list[list[list[str]]]:
    """The plain words of each column's cells, line by line."""
    return [[[plain(line) for line in cells[index]] for cells in element.rows] for index in range(len(element.columns))]


def _head_rows(context: DrawingContext, element: Table, widths: Sequence[int]) -> list[str]:
    """The heads of columns; over them the heads they share, and cells that reach down where they share none."""
    columns = element.columns
    if not any(column.group for column in columns):
        return [row(widths, [TableCell(_head(context, column)) for column in columns], head=True)]
    rule = f"<w:tcBorders>{border(context.look, 'bottom', context.look.tables.head)}</w:tcBorders>"
    above: list[TableCell] = []
    below: list[TableCell] = []
    for group, members in groupby(columns, key=lambda column: column.group):
        together = tuple(members)
        if group:
            lines = [(line, "") for line in distinct_lines(group)]
            above.append(TableCell(_lines(context, "table-head", lines, Align.CENTER, keep=True), rule, len(together)))
            below += (TableCell(_head(context, column), rule) for column in together)
        else:
            above += (
                TableCell(_head(context, column), '<w:vMerge w:val="restart"/><w:vAlign w:val="bottom"/>')
                for column in together
            )
            below += (TableCell(paragraph(role_style("table-head"), ""), "<w:vMerge/>" + rule) for _ in together)
    return [row(widths, above, head=True), row(widths, below, head=True)]


_DIGIT = Pattern(r"\d")
_SIGN = "".join(SIGNS.values())
_FIGURE = Pattern(rf"[^\d]*\d[\d,]*(?:\.(\d+))?[{_SIGN}]?")


def _insets(context: DrawingContext, column: Column, cells: Sequence[Sequence[str]]) -> Sequence[int]:
    """How far each cell of a column stands in from the right, in twips, so that decimal points line up.

    That is the room of the decimals that its figure lacks, and of the sign of what is not final; none where a column
    stands to the left, or where a cell holds more than a figure.
    """
    level = [0] * len(cells)
    if column.align is not Align.RIGHT:
        return level
    texts = [lines[0].strip() if lines else "" for lines in cells]
    matches = list(map(_FIGURE.fullmatch, texts))
    own = [len(match[1] or "") if match else 0 for match in matches]
    most = max(own, default=0)
    signed = [text.endswith(tuple(_SIGN)) for text in texts]
    if (own == [most] * len(own) and len(set(signed)) < 2) or any(
        _DIGIT.search(text) for text, match in zip(texts, matches, strict=True) if not match
    ):
        return level
    tables, size = context.look.tables, context.look.styles["table-cell"].size * 20
    room = {decimals: (most - decimals) * tables.digit + (0 if decimals else tables.point) for decimals in set(own)}
    hang = Decimal(measure.ems(_SIGN[0])) if any(signed) else Decimal(0)
    return [
        round(((room[decimals] if decimals < most else 0) + (0 if sign else hang)) * size)
        for decimals, sign in zip(own, signed, strict=True)
    ]


def _head(context: DrawingContext, column: Column) -> str:
    """A column's head: its name, then its unit in grey, each in the languages in which they differ."""
    lines = [(line, "") for line in distinct_lines(column.head)]
    lines += [(line, "unit") for line in distinct_lines(column.unit) if plain(line)]
    return _lines(context, "table-head", lines, column.align, keep=True)


def _cell(
    context: DrawingContext, phrase: Phrase, style: str, align: Align, *, keep: bool, inset: int = 0, indent: int = 0
) -> str:
    """A cell's lines, those that say the same once, in one character style."""
    lines = [(line, style) for line in distinct_lines(phrase)]
    return _lines(context, "table-cell", lines, align, keep=keep, inset=inset, indent=indent)


def _lines(
    context: DrawingContext,
    role: str,
    lines: Sequence[tuple[Line, str]],
    align: Align,
    *,
    keep: bool,
    inset: int = 0,
    indent: int = 0,
) -> str:
    """Lines and their character styles as paragraphs that stand as their column does; a cell always holds one."""
    pictured = any(isinstance(inline, Spark) for line, _ in lines for inline in line.inlines)
    stood = {"keep": keep, "inset": inset, "indent": indent, "align": _JUSTIFIED[align]}
    stands = setting(**stood, pictured=pictured)  # type: ignore[arg-type]
    close = setting(**stood, after=0) if len(lines) > 1 else stands  # type: ignore[arg-type]
    last = len(lines) - 1
    drawn = [
        paragraph(
            role_style(role, context.place(line)),
            inlines(context, line, style),
            stands if index == last else close,
        )
        for index, (line, style) in enumerate(lines)
    ]
    return "".join(drawn) or paragraph(role_style(role), "", stands)


# ---- how wide the columns are ---------------------------------------------------------


def column_widths(context: DrawingContext, element: Table, words: Sequence[Sequence[Sequence[str]]]) -> tuple[int, ...]:
    """The widths of the columns in twips, by what their cells hold, line by line: words may wrap, figures may not."""
    size = float(context.look.styles["table-cell"].size)
    around = 2 * float(context.look.tables.padding) * measure.POINTS_PER_MM + 2
    wanted: list[float] = []
    least: list[float] = []
    for index, (column, told) in enumerate(zip(element.columns, words, strict=True)):
        heads = [plain(line) for line in (*column.head, *column.unit)]
        cells = {text for lines in told for text in lines}
        padding = around + size * _stands_in(element, index, cells)
        word = size * measure.BOLD * max(map(measure.longest, (*heads, *cells)), default=1.0) * SPARE
        whole = max(size * max(map(measure.ems, cells), default=1.0), _pictures(element, index))
        head = size * measure.BOLD * max(map(measure.ems, heads), default=1.0)
        figures = column.align is not Align.LEFT
        fixed = figures or bool(_pictures(element, index))
        least.append((max(whole, word) if fixed else max(word, 4 * size)) + padding)
        wanted.append(max(whole, min(head, 2 * whole + 4 * size), word) + padding)
    total = whole_width(context)
    wanted = _alike(element, wanted, total / 20)
    shares = [round(value * 20) for value in measure.share(total / 20, wanted, least)]
    shares[0] += total - sum(shares)
    return tuple(shares)


def _stands_in(element: Table, index: int, cells: Iterable[str]) -> float:
    """How far the cells of a column stand in, in ems: members of a group from the left, figures beside signed ones."""
    member = 1.0 if element.heads and index == 0 else 0.0
    return member + (measure.ems(_SIGN[0]) if any(text.endswith(tuple(_SIGN)) for text in cells) else 0.0)


def _pictures(element: Table, index: int) -> float:
    """The width of the sparklines in a column, in points; 0 where it has none."""
    inlines = (inline for cells in element.rows for line in cells[index] for inline in line.inlines)
    return SPARK_WIDTH * measure.POINTS_PER_MM if any(isinstance(inline, Spark) for inline in inlines) else 0.0


def _alike(element: Table, wanted: list[float], room: float) -> list[float]:
    """Columns of figures equally wide where there is room for it: figures then stand at even steps."""
    figures = [index for index, column in enumerate(element.columns) if column.align is not Align.LEFT]
    widest = max((wanted[index] for index in figures), default=0.0)
    even = [widest if index in figures else want for index, want in enumerate(wanted)]
    return even if sum(even) <= room else wanted
