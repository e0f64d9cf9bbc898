"""Languages side by side: elements that follow each other in one table, a column a language and a row a paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.document import Bullets, Callout, Paragraph, Phrase
from reportgen.records import record
from reportgen.word.body.callout import box_of, ground
from reportgen.word.body.column_shares import cell_widths, text_widths
from reportgen.word.body.context import DrawingContext
from reportgen.word.body.lists import list_id
from reportgen.word.body.paragraphs import line_paragraph, setting
from reportgen.word.body.runs import plain
from reportgen.word.body.table_parts import TableCell, flush, row, table
from reportgen.word.ooxml import measure
from reportgen.word.styles.names import TABLE
from reportgen.word.styles.styles import indent

Flowing = Paragraph | Bullets | Callout
"""What stands in the columns of a side-by-side page."""

_KEPT = 5
"""Lines of a pair in columns that stay on one page."""

COLUMN_ROLES = ("body", "lead", "quote", "attribution")
"""The roles of paragraphs that stand in columns; notes and sources run across."""


def flows(element: object) -> bool:
    """True for what stands in the columns of a side-by-side page."""
    if isinstance(element, Paragraph):
        return element.role in COLUMN_ROLES
    return isinstance(element, Callout) or (isinstance(element, Bullets) and element.role in ("list", "findings"))


def columns(context: DrawingContext, elements: Sequence[Flowing]) -> str:
    """Elements that follow each other as one table, a column a language; a row a paragraph keeps them level."""
    widths = cell_widths(context.document, context.look)
    rows = [_row(context, part, widths) for element in elements for part in _parts(context, element) if part.phrase]
    return table(TABLE["columns"].id, widths, rows) if rows else ""


def rows_of(element: Flowing) -> int:
    """How many rows an element takes."""
    return sum(1 for phrase in _phrases(element) if phrase)


def _phrases(element: Flowing) -> Sequence[Phrase]:
    match element:
        case Paragraph():
            return (element.text,)
        case Bullets():
            return (element.title, *element.items)
        case Callout():
            return (element.title, *element.paragraphs)


@record
class _Part:
    """What stands in one row: a phrase in its role, the list of each column, and the ground it stands on."""

    role: str
    phrase: Phrase
    lists: tuple[int, ...] = ()
    ground: str = ""


def _parts(context: DrawingContext, element: Flowing) -> Iterator[_Part]:
    match element:
        case Paragraph():
            yield _Part(element.role, element.text)
        case Bullets():
            lists = tuple(list_id(context, element) for _ in context.languages)  # each column counts for itself
            role = "list-ordered" if element.ordered and element.role == "list" else element.role
            tint = ground(context, box_of(context, element)) if element.role == "findings" else ""
            yield _Part("findings-title", element.title, ground=tint)
            yield from (_Part(role, item, lists, tint) for item in element.items)
        case Callout():
            tint = ground(context, box_of(context, element))
            yield _Part("callout-title", element.title, ground=tint)
            yield from (_Part("callout", phrase, ground=tint) for phrase in element.paragraphs)


def _row(context: DrawingContext, part: _Part, widths: Sequence[int]) -> str:
    """A row of all languages; words in one language run across all columns."""
    last = len(part.phrase) - 1
    settings = [setting(list_id=number) + _indent(context, part) for number in part.lists] or [""] * len(part.phrase)
    cells = [
        TableCell(
            line_paragraph(context, part.role, line, settings[index], column=True),
            part.ground or flush(index, len(part.phrase)),
            span=1 if index < last else len(widths) - index,
        )
        for index, line in enumerate(part.phrase)
    ]
    return row(widths, cells, may_break=_is_long(context, part))


def _indent(context: DrawingContext, part: _Part) -> str:
    """How far an item stands in: as its column has it, not as far as the list does on the page."""
    style = context.look.columns.get(part.role.removesuffix("-ordered"))
    return indent(context.look, style) if style else ""


def _is_long(context: DrawingContext, part: _Part) -> bool:
    """Whether a pair is too long to move to the next page whole; shorter ones stay together."""
    style = context.look.columns.get(part.role.removesuffix("-ordered"), context.look.styles["body"])
    rooms = dict(zip(context.languages, text_widths(context.document, context.look), strict=True))
    return any(measure.lines(plain(line), float(style.size), rooms[line.language] / 20) > _KEPT for line in part.phrase)
