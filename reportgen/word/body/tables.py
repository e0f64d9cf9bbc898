"""Tables as XML in one pass: widths said twice (Word reads the table's, WPS the grid's), level rules only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from reportgen.document import Align, Column, Line, Phrase, Table
from reportgen.word.body.context import Scene
from reportgen.word.body.paragraphs import paragraph, setting
from reportgen.word.body.pictures import caption, caption_words
from reportgen.word.body.runs import inlines, plain, told_once
from reportgen.word.ooxml import measure
from reportgen.word.ooxml.xml import attribute, twips
from reportgen.word.styles.names import TABLE, role_style
from reportgen.word.styles.styles import border

KEPT_WHOLE = 12
"""Tables of up to so many rows stay on one page."""

SPARE = 1.2
"""Room for fonts that are wider than most, as Noto Serif in bold is by a fifth: no word of a head is broken."""

_JUSTIFIED = {Align.LEFT: "", Align.RIGHT: "right", Align.CENTER: "center"}


class Cell(NamedTuple):
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
    place = f'<w:tblInd w:w="{indent}" w:type="dxa"/>' if indent else ""
    description = f'<w:tblCaption w:val="{attribute(described)}"/>' if described else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{place}'
        f'<w:tblLayout w:type="fixed"/><w:tblLook {bits} w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
        f'w:noHBand="1" w:noVBand="1"/>{description}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def row(widths: Sequence[int], cells: Sequence[Cell], *, head: bool = False, may_break: bool = False) -> str:
    """A row; it moves to the next page whole unless it may break."""
    properties = ("" if may_break else "<w:cantSplit/>") + ("<w:tblHeader/>" if head else "")
    drawn: list[str] = []
    place = 0
    for cell in cells:
        wide, span = widths[place], ""
        if cell.span > 1:
            wide, span = sum(widths[place : place + cell.span]), f'<w:gridSpan w:val="{cell.span}"/>'
        drawn.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{span}{cell.properties}</w:tcPr>{cell.content}</w:tc>'
        )
        place += cell.span
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(drawn)}</w:tr>"


def whole_width(scene: Scene) -> int:
    """The width between the margins, in twips."""
    return twips(scene.look.page.text_width)


def even(total: int, parts: int) -> tuple[int, ...]:
    """The total in equal whole parts; what does not divide goes to the first."""
    each, over = divmod(total, parts)
    return (each + over, *(each,) * (parts - 1))


# ---- a table of figures -------------------------------------------------------------


def data_table(scene: Scene, element: Table) -> str:
    """A captioned table without its notes."""
    words = _words(element)
    widths = column_widths(scene, element, words)
    insets = [_insets(scene, column, told) for column, told in zip(element.columns, words, strict=True)]
    whole = len(element.rows) <= KEPT_WHOLE
    last = len(element.rows) - 1
    rows = _head_rows(scene, element, widths)
    over = f"<w:tcBorders>{border(scene.look, 'top', scene.look.tables.total)}</w:tcBorders>"
    for index, phrases in enumerate(element.rows):
        keep = (whole and index < last) or (index == last and bool(element.notes))
        edge, style = (over, "strong") if index in element.totals else ("", "")
        cells = [
            Cell(_cell(scene, phrase, style, column.align, keep=keep, inset=inset[index]), edge)
            for phrase, column, inset in zip(phrases, element.columns, insets, strict=True)
        ]
        rows.append(row(widths, cells))
    described = caption_words(element.caption)
    drawn = table(TABLE["data"].id, widths, rows, headed=True, described=described)
    return caption(scene, element.caption) + drawn


def _words(element: Table) -> list[list[list[str]]]:
    """The plain words of each column's cells, line by line."""
    return [[[plain(line) for line in cells[place]] for cells in element.rows] for place in range(len(element.columns))]


def _head_rows(scene: Scene, element: Table, widths: Sequence[int]) -> list[str]:
    """The heads of columns; over them the heads they share, and cells that reach down where they share none."""
    columns = element.columns
    if not any(column.group for column in columns):
        return [row(widths, [Cell(_head(scene, column)) for column in columns], head=True)]
    rule = f"<w:tcBorders>{border(scene.look, 'bottom', scene.look.tables.head)}</w:tcBorders>"
    above: list[Cell] = []
    below: list[Cell] = []
    for group, members in groupby(columns, key=lambda column: column.group):
        together = tuple(members)
        if group:
            lines = [(line, "") for line in told_once(group)]
            above.append(Cell(_lines(scene, "table-head", lines, Align.CENTER, keep=True), rule, len(together)))
            below += (Cell(_head(scene, column), rule) for column in together)
        else:
            above += (
                Cell(_head(scene, column), '<w:vMerge w:val="restart"/><w:vAlign w:val="bottom"/>')
                for column in together
            )
            below += (Cell(paragraph(role_style("table-head"), ""), "<w:vMerge/>" + rule) for _ in together)
    return [row(widths, above, head=True), row(widths, below, head=True)]


_DIGIT = re.compile(r"\d")
_FIGURE = re.compile(r"[^\d]*\d[\d,]*(?:\.(\d+))?")


def _insets(scene: Scene, column: Column, told: Sequence[Sequence[str]]) -> Sequence[int]:
    """How far each cell of a column stands in from the right, in twips, so that decimal points line up.

    That is the room of the decimals that its figure lacks; none where a column stands to the left, or where a cell
    holds more than a figure.
    """
    level = [0] * len(told)
    if column.align is not Align.RIGHT:
        return level
    texts = [lines[0].strip() if lines else "" for lines in told]
    found = list(map(_FIGURE.fullmatch, texts))
    own = [len(match[1] or "") if match else 0 for match in found]
    most = max(own, default=0)
    if own == [most] * len(own) or any(
        _DIGIT.search(text) for text, match in zip(texts, found, strict=True) if not match
    ):
        return level
    tables, size = scene.look.tables, scene.look.styles["table-cell"].size * 20
    room = {decimals: (most - decimals) * tables.digit + (0 if decimals else tables.point) for decimals in set(own)}
    return [round(room[decimals] * size) if decimals < most else 0 for decimals in own]


def _head(scene: Scene, column: Column) -> str:
    """A column's head: its name, then its unit in grey, each in the languages in which they differ."""
    lines = [(line, "") for line in told_once(column.head)]
    lines += [(line, "unit") for line in told_once(column.unit) if plain(line)]
    return _lines(scene, "table-head", lines, column.align, keep=True)


def _cell(scene: Scene, phrase: Phrase, style: str, align: Align, *, keep: bool, inset: int) -> str:
    """A cell's lines, those that say the same once, in one dress."""
    lines = [(line, style) for line in told_once(phrase)]
    return _lines(scene, "table-cell", lines, align, keep=keep, inset=inset)


def _lines(
    scene: Scene, role: str, lines: Sequence[tuple[Line, str]], align: Align, *, keep: bool, inset: int = 0
) -> str:
    """Lines and their dress as paragraphs that stand as their column does; a cell always holds one."""
    stands = setting(keep=keep, inset=inset, align=_JUSTIFIED[align])
    close = setting(keep=keep, inset=inset, align=_JUSTIFIED[align], after=0) if len(lines) > 1 else stands
    last = len(lines) - 1
    drawn = [
        paragraph(
            role_style(role, second=line.language != scene.first),
            inlines(scene, line, style),
            stands if place == last else close,
        )
        for place, (line, style) in enumerate(lines)
    ]
    return "".join(drawn) or paragraph(role_style(role), "", stands)


# ---- how wide the columns are ---------------------------------------------------------


def column_widths(scene: Scene, element: Table, words: Sequence[Sequence[Sequence[str]]]) -> tuple[int, ...]:
    """The widths of the columns in twips, by what their cells hold, line by line: words may wrap, figures may not."""
    size = float(scene.look.styles["table-cell"].size)
    padding = 2 * float(scene.look.tables.padding) * measure.POINTS_PER_MM + 2
    wanted: list[float] = []
    least: list[float] = []
    for column, told in zip(element.columns, words, strict=True):
        heads = [plain(line) for line in (*column.head, *column.unit)]
        cells = {text for lines in told for text in lines}
        word = size * measure.BOLD * max(map(measure.longest, (*heads, *cells)), default=1.0) * SPARE
        whole = size * max(map(measure.ems, cells), default=1.0)
        head = size * measure.BOLD * max(map(measure.ems, heads), default=1.0)
        figures = column.align is not Align.LEFT
        least.append((max(whole, word) if figures else max(word, 4 * size)) + padding)
        wanted.append(max(whole, min(head, 2 * whole + 4 * size), word) + padding)
    total = whole_width(scene)
    wanted = _alike(element, wanted, total / 20)
    shares = [round(value * 20) for value in measure.share(total / 20, wanted, least)]
    shares[0] += total - sum(shares)
    return tuple(shares)


def _alike(element: Table, wanted: list[float], room: float) -> list[float]:
    """Columns of figures equally wide where there is room for it: figures then stand at even steps."""
    figures = [place for place, column in enumerate(element.columns) if column.align is not Align.LEFT]
    widest = max((wanted[place] for place in figures), default=0.0)
    even = [widest if place in figures else want for place, want in enumerate(wanted)]
    return even if sum(even) <= room else wanted
