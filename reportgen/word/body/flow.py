"""What flows down the pages: the paragraphs and rows that were drawn, how high each is, where a page may end.

All is read from the XML that was drawn and its styles, so that whatever an element draws, in whatever look, is known
without asking it. Heights are estimates; a layout measures them (pages/galley.py) by the marks that are put here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import unescape
from itertools import count

from reportgen.records import record
from reportgen.template.model import AIRY
from reportgen.word.body.sections import Stretch, hand_of, in_columns, shares_page
from reportgen.word.ooxml import measure
from reportgen.word.styles.names import PARAGRAPH

MARK = "_Pos"
"""The bookmarks of a galley are called so; they are hidden, and no finished file holds one."""

FIRST_MARK = 500_000

_EMU = 12_700  # a point
_SINGLE = 1.22
"""The height of a line that is left to its font, in type sizes."""


@record
class Setting:
    """A paragraph style in points: type, line (0: as high as its font), the space around it, the keeps."""

    size: float
    line: float
    before: float
    after: float
    left: float
    bold: bool
    keep: bool
    whole: bool


@record
class Piece:
    """A paragraph of the text, or a row of a table, in points.

    `height` is without the space before and after it. A page may end after it unless it is `kept`, and inside it where
    it has lines (`line` is their height). `again` is the height of the heads that are repeated above it on a new page.
    """

    place: int  # of its element in the document
    height: float
    before: float = 0.0
    after: float = 0.0
    line: float = 0.0
    kept: bool = False
    again: float = 0.0
    starts: bool = False  # begins a page
    hand: str = ""  # left or right, where it begins a page of that side
    picture: bool = False
    row: bool = False
    notes: tuple[int, ...] = ()  # of the foot of its page
    columns: int = 1  # of text that it stands in one of
    aside: bool = False  # on a page that lies on its side
    airy: bool = False  # with space that may be more or less
    mark: int = 0  # the number of its bookmark in a galley

    @property
    def lines(self) -> int:
        """How many lines it has; 0 where it stays whole."""
        return round(self.height / self.line) if self.line else 0


@record
class Flow:
    """A document as its pieces, in their order, and the heights of its notes by their numbers.

    `apart` holds the pieces of text and the figure that it stands beside, as they are under one another.
    """

    pieces: tuple[Piece, ...]
    notes: Mapping[int, float]
    apart: tuple[Piece, ...] = ()


def aired(flow: Flow, air: float) -> Flow:
    """What flows with so many times the space around its text."""
    return replace(flow, pieces=_aired(flow.pieces, air), apart=_aired(flow.apart, air))


def _aired(pieces: Sequence[Piece], air: float) -> tuple[Piece, ...]:
    return tuple(
        replace(piece, before=piece.before * air, after=piece.after * air) if piece.airy else piece for piece in pieces
    )


# ---- styles -----------------------------------------------------------------------------------

_STYLE = re.compile(
    r'<w:style w:type="paragraph"[^>]*?w:styleId="([^"]+)".*?<w:pPr>(.*?)</w:pPr><w:rPr>(.*?)</w:rPr></w:style>', re.S
)


def settings(styles: str) -> dict[str, Setting]:
    """Every paragraph style of the part word/styles.xml by its id."""
    return {name: _setting(paragraph, text) for name, paragraph, text in _STYLE.findall(styles)}


def _setting(paragraph: str, text: str) -> Setting:
    exact = 'w:lineRule="exact"' in paragraph
    return Setting(
        size=_number(text, r'<w:sz w:val="(\d+)"') / 2,
        line=_number(paragraph, r'w:line="(\d+)"') / 20 if exact else 0.0,
        before=_number(paragraph, r'w:before="(\d+)"') / 20,
        after=_number(paragraph, r'w:after="(\d+)"') / 20,
        left=_number(paragraph, r'w:left="(\d+)"') / 20,
        bold="<w:b/>" in text,
        keep="<w:keepNext/>" in paragraph,
        whole="<w:keepLines/>" in paragraph,
    )


def _number(text: str, pattern: str, default: float = 0.0) -> float:
    found = re.search(pattern, text)
    return float(found[1]) if found else default


# ---- pieces -----------------------------------------------------------------------------------

_TOKEN = re.compile(
    r"<w:tbl>|</w:tbl>|<w:tr>|</w:tr>|<w:tc>|<w:tblHeader/>|<w:cantSplit/>|<w:tblStyle[^>]*>"
    r'|<w:tcW w:w="(?P<width>\d+)"|<w:p><w:pPr>(?P<said>.*?)</w:pPr>(?P<content>.*?)</w:p>|<w:p/>',
    re.S,
)
_EXTENT = re.compile(r'<wp:inline.*?<wp:extent cx="\d+" cy="(\d+)"', re.S)
_NOTE = re.compile(r'<w:footnoteReference[^>]*w:id="(\d+)"')
_WORDS = re.compile(r"<w:t[^>]*>([^<]*)</w:t>|(<w:br/>)|<w:tab/>")
_AIRY = tuple(PARAGRAPH[role].id for role in AIRY if role in PARAGRAPH)
_AIR = 2.0  # points in a row besides its words: rules


@record
class Column:
    """The room that words have: its width, and what a table's cell takes at its sides and above and below."""

    width: float
    sides: Mapping[str, tuple[float, float]]  # by the id of a table's style


@record
class Drawn:
    """What was drawn of elements that stand together: their places in the document, and how many rows each takes where
    they share a table."""

    places: tuple[int, ...]
    rows: tuple[int, ...]
    stretch: Stretch
    xml: str


def pieces(
    drawn: Sequence[Drawn], styles: Mapping[str, Setting], wide: Column, narrow: Column, columns: int
) -> Iterator[Piece]:
    """What was drawn, piece by piece, in the order in which `marked` numbers paragraphs.

    Text stands in so many `columns`, each as wide as `narrow`, or across the page.
    """
    number = FIRST_MARK
    before: Stretch | None = None
    for one in drawn:
        split = in_columns(one.stretch)
        reader = _Reader(one.places[0], styles, narrow if split else wide, number)
        found = list(reader.read(one.xml))
        number = reader.number
        owners = [place for place, rows in zip(one.places, one.rows, strict=False) for _ in range(rows)]
        found = [replace(piece, place=owner) for piece, owner in zip(found, owners, strict=False)] + found[
            len(owners) :
        ]
        if found and before and one.stretch != before and not shares_page(before, one.stretch):
            found[0] = replace(found[0], starts=True, hand=hand_of(one.stretch) or "")
        yield from (replace(piece, columns=columns if split else 1, aside=one.stretch == "lying") for piece in found)
        before = one.stretch


@dataclass(slots=True)
class _Row:
    """A row that is being read: its pieces, how high its cells are, whether it is a head and may break."""

    held: list[Piece] = field(default_factory=list[Piece])
    cells: list[float] = field(default_factory=list[float])
    head: bool = False
    splits: bool = True


class _Reader:
    """Reads one element's XML; what it holds is where it stands in the tables that it is reading.

    A table in a cell is a part of its row.
    """

    def __init__(self, place: int, styles: Mapping[str, Setting], column: Column, number: int) -> None:
        self.place, self.styles, self.column, self.number = place, styles, column, number
        self.rows: list[_Row] = []  # the outer first
        self.outer: list[tuple[float, tuple[float, float]]] = []  # room and padding around each table
        self.room = column.width
        self.padding = (0.0, 0.0)
        self.heads = 0.0

    def read(self, xml: str) -> Iterator[Piece]:
        for token in _TOKEN.finditer(xml):
            text = token[0]
            row = self.rows[-1] if self.rows else None
            if text == "<w:tbl>":
                self.outer.append((self.room, self.padding))
                self.heads = self.heads if row else 0.0
            elif text.startswith("<w:tblStyle "):
                self.padding = self.column.sides.get(re.findall(r'w:val="([^"]+)"', text)[0], (0.0, 0.0))
            elif text == "<w:tr>":
                self.rows.append(_Row())
            elif row and text == "<w:tblHeader/>":
                row.head = True
            elif row and text == "<w:cantSplit/>":
                row.splits = False
            elif row and text == "<w:tc>":
                row.cells.append(0.0)
            elif token["width"]:
                self.room = float(token["width"]) / 20 - self.padding[0]
            elif text == "</w:tr>":
                yield from self._row()
            elif text == "</w:tbl>":
                self.room, self.padding = self.outer.pop()
            elif token["said"] is not None:
                yield from self._paragraph(token["said"], token["content"])

    def _paragraph(self, said: str, content: str) -> Iterator[Piece]:
        self.number += 1
        piece = _piece(self.place, self.number, said, content, self.styles, self.room)
        if not self.rows:
            yield piece
            return
        self.rows[-1].held.append(piece)
        if self.rows[-1].cells:
            self.rows[-1].cells[-1] += piece.before + piece.height + piece.after

    def _row(self) -> Iterator[Piece]:
        row = self.rows.pop()
        held = row.held
        if not held:
            return
        high = max(row.cells, default=0.0) + self.padding[1] + _AIR
        if self.rows and self.rows[-1].cells:
            self.rows[-1].held += held
            self.rows[-1].cells[-1] += high
            return
        line = next((each.line for each in held if each.line), 0.0) if row.splits else 0.0
        notes = tuple(note for each in held for note in each.notes)
        yield Piece(
            self.place,
            high,
            line=line,
            kept=row.head or held[0].kept,
            again=0.0 if row.head else self.heads,
            starts=held[0].starts,
            row=True,
            notes=notes,
            mark=held[0].mark,
        )
        self.heads += high if row.head else 0.0


def _piece(place: int, number: int, said: str, content: str, styles: Mapping[str, Setting], room: float) -> Piece:
    style = styles.get(_style_id(said), styles["Normal"])
    extent = _EXTENT.search(content)
    single = style.line or style.size * _SINGLE
    if extent:
        height = float(extent[1]) / _EMU + (0 if "w:lineRule" in said else style.size * (_SINGLE - 1))
    else:
        left = _number(said, r'<w:ind[^>]*w:left="(\d+)"', style.left * 20) / 20
        height = _lines(content, style, room - left) * single
    ends = "<w:sectPr>" in said and 'w:val="continuous"' not in said
    return Piece(
        place,
        height,
        before=style.before,
        after=_number(said, r'w:after="(\d+)"', style.after * 20) / 20,
        line=0.0 if extent or style.whole else single,
        kept="<w:keepNext/>" in said or (style.keep and "<w:keepNext" not in said),
        starts="<w:pageBreakBefore/>" in said or '<w:br w:type="page"/>' in content or ends,
        picture=extent is not None,
        notes=tuple(map(int, _NOTE.findall(content))),
        mark=number,
        airy=_style_id(said).startswith(_AIRY),
    )


def _style_id(said: str) -> str:
    return _found(said, r'<w:pStyle w:val="([^"]+)"')


def _found(text: str, pattern: str) -> str:
    found = re.search(pattern, text)
    return found[1] if found else ""


def _lines(content: str, style: Setting, room: float) -> int:
    """How many lines the words take."""
    told = "".join("\n" if broken else unescape(words) for words, broken in _WORDS.findall(content))
    return sum(measure.lines(line, style.size, room, bold=style.bold) for line in told.split("\n"))


# ---- marks --------------------------------------------------------------------------------------

_MARKED = re.compile(r"<w:p><w:pPr>.*?</w:pPr>", re.S)


def marked(drawn: Sequence[Drawn]) -> list[Drawn]:
    """The same with a bookmark in every paragraph, numbered as `pieces` numbers them."""
    numbers = count(FIRST_MARK + 1)

    def mark(found: re.Match[str]) -> str:
        number = next(numbers)
        return found[0] + _bookmark(number, f"{MARK}{number}")

    return [replace(one, xml=_MARKED.sub(mark, one.xml)) for one in drawn]


def _bookmark(number: int, name: str) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'


def estimated_notes(part: str, styles: Mapping[str, Setting], column: Column) -> dict[int, float]:
    """How high each footnote is, by its number."""
    heights: dict[int, float] = {}
    for number, content in re.findall(r'<w:footnote w:id="(\d+)">(.*?)</w:footnote>', part, re.S):
        found = re.findall(r"<w:p><w:pPr>(.*?)</w:pPr>(.*?)</w:p>", content, re.S)
        held = [_piece(0, 0, said, words, styles, column.width) for said, words in found]
        heights[int(number)] = sum(each.before + each.height + each.after for each in held)
    return heights
