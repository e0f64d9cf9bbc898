"""The elements of DrawingML that a chart is made of, as text in the order the schema wants. No chart is known here."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reportgen.records import record
from reportgen.template.model import Face
from reportgen.word.chart.workbook import Grid, SheetValue, plain
from reportgen.word.ooxml.xml import XML_HEAD, attribute, words

HEAD = (
    f"{XML_HEAD}"
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
)
LEADERS = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
    '<c15:showLeaderLines val="1"/></c:ext></c:extLst>'
)
"""Lines that lead to labels moved away, which Word 2013 and later draw."""

NOTHING = "<a:noFill/>"
NO_LINE = "<a:ln><a:noFill/></a:ln>"


def fill(color: str) -> str:
    """A flat color."""
    return f'<a:solidFill><a:srgbClr val="{color}"/></a:solidFill>'


def hatch(color: str, paper: str) -> str:
    """Slanting lines of a color: a figure that is not exact."""
    front, back = (
        f'<a:{ground}><a:srgbClr val="{tint}"/></a:{ground}>' for ground, tint in (("fgClr", color), ("bgClr", paper))
    )
    return f'<a:pattFill prst="wdUpDiag">{front}{back}</a:pattFill>'


def line(color: str, points: float, *, dashed: bool = False) -> str:
    """A line of a color, its width in points."""
    dash = '<a:prstDash val="sysDash"/>' if dashed else ""
    return f'<a:ln w="{round(points * 12_700)}" cap="rnd">{fill(color)}{dash}<a:round/></a:ln>'


def shape(*parts: str) -> str:
    """How a thing is painted: its fill, then its line."""
    return f"<c:spPr>{''.join(parts)}</c:spPr>"


@record
class Letters:
    """Letters: both scripts' fonts, a size in points and a color."""

    latin: Face
    east: Face
    size: Decimal
    color: str
    bold: bool = False

    def properties(self, name: str, language: str = "") -> str:
        """The element called a:NAME that says all this."""
        lang = f' lang="{attribute(language)}"' if language else ""
        weight = "1" if self.bold else "0"
        fonts = (
            f'<a:latin typeface="{attribute(self.latin.body[0])}"/><a:ea typeface="{attribute(self.east.body[0])}"/>'
        )
        return f'<a:{name}{lang} sz="{int(self.size * 100)}" b="{weight}">{fill(self.color)}{fonts}</a:{name}>'

    def default(self) -> str:
        """The letters of everything inside, unless it says otherwise."""
        body = '<a:bodyPr rot="0" vert="horz"/><a:lstStyle/>'
        return (
            f'<c:txPr>{body}<a:p><a:pPr>{self.properties("defRPr")}</a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>'
        )


def rich(lines: Sequence[tuple[str, Letters, str]], align: str = "") -> str:
    """Words of one's own: a paragraph a line, each with its letters and its language."""
    toward = f' algn="{align}"' if align else ""
    xml = "".join(
        f"<a:p><a:pPr{toward}>{dress.properties('defRPr')}</a:pPr>"
        f"<a:r>{dress.properties('rPr', language)}<a:t>{words(text)}</a:t></a:r></a:p>"
        for text, dress, language in lines
    )
    return f'<c:tx><c:rich><a:bodyPr rot="0" vert="horz" wrap="none"/><a:lstStyle/>{xml}</c:rich></c:tx>'


def at(x: float, y: float, width: float | None = None, height: float | None = None, *, target: str = "") -> str:
    """A fixed place, in shares of the chart."""
    inner = f'<c:layoutTarget val="{target}"/>' if target else ""
    size = "" if width is None or height is None else f'<c:w val="{width:.4f}"/><c:h val="{height:.4f}"/>'
    position = f'<c:xMode val="edge"/><c:yMode val="edge"/><c:x val="{x:.4f}"/><c:y val="{y:.4f}"/>'
    return f"<c:layout><c:manualLayout>{inner}{position}{size}</c:manualLayout></c:layout>"


def title(lines: Sequence[tuple[str, Letters, str]], x: float, y: float) -> str:
    """Words at a place, from left to right."""
    return f'<c:title>{rich(lines, "l")}{at(x, y)}<c:overlay val="0"/></c:title>'


# ---- figures and names, with their cells ------------------------------------------------


def name(grid: Grid, index: int) -> str:
    """What a series is called: the head of its column."""
    cell = f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{words(grid.head[index])}</c:v></c:pt>'
    return f"<c:tx><c:strRef><c:f>{grid.head_reference(index)}</c:f><c:strCache>{cell}</c:strCache></c:strRef></c:tx>"


def column(element: str, grid: Grid, index: int, code: str = "General") -> str:
    """A column's cells under c:ELEMENT: figures where it holds any, else words; an empty cell is no point."""
    cells = grid.column(index)
    sort, dress = "str", ""
    if any(isinstance(cell, Decimal) for cell in cells):
        sort, dress = "num", f"<c:formatCode>{words(code)}</c:formatCode>"
    cache = f"<c:{sort}Cache>{dress}{_points(cells)}</c:{sort}Cache>"
    return f"<c:{element}><c:{sort}Ref><c:f>{grid.reference(index)}</c:f>{cache}</c:{sort}Ref></c:{element}>"


def _points(cells: Sequence[SheetValue]) -> str:
    xml = "".join(
        f'<c:pt idx="{index}"><c:v>{plain(cell) if isinstance(cell, Decimal) else words(cell)}</c:v></c:pt>'
        for index, cell in enumerate(cells)
        if cell is not None
    )
    return f'<c:ptCount val="{len(cells)}"/>{xml}'


# ---- labels -----------------------------------------------------------------------------


def shown(value: bool, *, series: bool = False, parted: str = "") -> str:
    """What a label tells: the figure, and before it the series' name."""
    flags = {"LegendKey": False, "Val": value, "CatName": False, "SerName": series, "Percent": False}
    flagged = "".join(f'<c:show{what} val="{int(on)}"/>' for what, on in (flags | {"BubbleSize": False}).items())
    return flagged + (f"<c:separator>{words(parted)}</c:separator>" if series else "")


def label(index: int, words: str, position: str, *, down: float = 0.0, tells: str = "") -> str:
    """The label of one point, in words of its own or from its cell, and `down` by a share of the chart's height."""
    stands = f'<c:dLblPos val="{position}"/>' if position else ""
    away = (
        f'<c:layout><c:manualLayout><c:x val="0"/><c:y val="{down:.4f}"/></c:manualLayout></c:layout>' if down else ""
    )
    return f'<c:dLbl><c:idx val="{index}"/>{away}{words}{stands}{tells or shown(True)}</c:dLbl>'


def figure(code: str, dress: Letters, ground: str) -> str:
    """A label's figure: the cell in a number format, in letters, on a ground."""
    return f'<c:numFmt formatCode="{attribute(code)}" sourceLinked="0"/>{ground}{dress.default()}'


def no_label(index: int) -> str:
    """A point without a label."""
    return f'<c:dLbl><c:idx val="{index}"/><c:delete val="1"/></c:dLbl>'


def labels(own: Sequence[str], code: str, dress: Letters, position: str, *, ground: str, led: bool = False) -> str:
    """The labels of a series: some points' own, for the rest the figure in a format; a line leads to those moved."""
    stands = f'<c:dLblPos val="{position}"/>' if position else ""
    return (
        f"<c:dLbls>{''.join(own)}{figure(code, dress, ground)}{stands}{shown(True)}{LEADERS if led else ''}</c:dLbls>"
    )


# ---- axes ---------------------------------------------------------------------------------


@record
class Axis:
    """One axis: its number and the other's, where it stands, and what it shows."""

    element: str  # catAx, dateAx, valAx
    number: int
    other: int
    side: str  # l, b
    line: str = NO_LINE
    labels_at: str = "low"  # low, high or none: its labels
    code: str = "General"
    backward: bool = False
    least: Decimal | None = None
    most: Decimal | None = None
    grid: str = ""
    title: str = ""
    dress: Letters | None = None
    more: str = ""  # what only this sort of axis has

    def xml(self) -> str:
        """The whole element."""
        ends = (("max", self.most), ("min", self.least))
        limits = "".join(f'<c:{end} val="{plain(value)}"/>' for end, value in ends if value is not None)
        parts = (
            f'<c:axId val="{self.number}"/>',
            f'<c:scaling><c:orientation val="{"maxMin" if self.backward else "minMax"}"/>{limits}</c:scaling>',
            '<c:delete val="0"/>',
            f'<c:axPos val="{self.side}"/>',
            f"<c:majorGridlines>{shape(self.grid)}</c:majorGridlines>" if self.grid else "",
            self.title,
            f'<c:numFmt formatCode="{attribute(self.code)}" sourceLinked="0"/>',
            '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>',
            f'<c:tickLblPos val="{self.labels_at}"/>',
            shape(NOTHING, self.line),
            self.dress.default() if self.dress else "",
            f'<c:crossAx val="{self.other}"/><c:crosses val="autoZero"/>',
            self.more,
        )
        return f"<c:{self.element}>{''.join(parts)}</c:{self.element}>"
