"""The sheets of an .xlsx workbook as rows of plain texts that remember where they stand. The only home of openpyxl.

A cell of a table is the text its author typed: numbers in full, percentages with their sign, dates as ISO with as much
of them as the cell shows, formulas by the result last stored. A cell to be compared is the text that its reader sees.
Workbooks come from strangers: what they unpack to is bounded before anything is read, and parts that declare entities
are refused.
"""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Context, Decimal
from pathlib import Path
from threading import Lock
from typing import Any, cast

from reportgen.content.data.cell_format import CHINESE_DATES, date_as_shown, number_as_shown, shows_date, without_words
from reportgen.content.data.csv_table import COLUMN_TWICE, MOST_ROWS, too_many_rows
from reportgen.content.data.table import DataCell
from reportgen.content.files import CONTROL, EMPTY, FORBIDDEN, MOST_BYTES, too_large, unreadable
from reportgen.messages import listing, msg
from reportgen.problems import ContentError, Place, Problem, Rule

MOST_UNPACKED = 30_000_000  # bytes of all parts together
MOST_PARTS = 1_000
MOST_COLUMNS = 200
DIGITS = Context(prec=15)
"""What Excel itself keeps and shows of a number; a binary fraction's further digits were never typed."""

_SAVED_BY_EXCEL = msg("open it in Excel or WPS, save it as .xlsx, and try again")

BROKEN = Rule(
    "workbooks/broken",
    msg("A .xlsx file is a workbook as Excel and WPS write it."),
    slip=msg("a text file renamed to trade.xlsx"),
    mend=msg("the table saved as .xlsx in Excel or WPS"),
)
BOMB = Rule(
    "workbooks/too-much",
    msg("A workbook unpacks to at most 30 MB."),
    slip=msg("a workbook of 100 KB that unpacks to 60 MB"),
    mend=msg("the data alone in a workbook of its own"),
)
ENTITIES = Rule(
    "workbooks/no-plain-xml",
    msg("The parts of a workbook are plain XML in UTF-8, in which no entities are declared."),
    slip=msg("a workbook with a sheet that declares entities"),
    mend=msg("the same workbook saved anew in Excel or WPS"),
)
NO_SHEET = Rule(
    "workbooks/no-sheet",
    msg("The sheet that is named is in the workbook."),
    slip=msg("data: trade.xlsx#2024, of a workbook whose only sheet is called Sheet"),
    mend=msg("data: trade.xlsx#Sheet"),
)
NO_RESULT = Rule(
    "workbooks/formula",
    msg("Formulas have the result of their last calculation beside them."),
    slip=msg("a cell with =A2*2, written by a program that does not calculate"),
    mend=msg("the same workbook opened and saved in Excel or WPS"),
)
RULES = (BROKEN, BOMB, ENTITIES, NO_SHEET, NO_RESULT)

_SILENT = Lock()
"""Which warnings are heard is the whole process's setting, so one thread at a time changes it and sets it back."""

Table = tuple[list[dict[str, DataCell]], list[Problem]]


def read_workbook(path: Path, name: str, sheet: str = "") -> Table:
    """The rows of a sheet, the first unless one is named, under its first row of heads; and what is wrong with it."""
    try:
        if problem := _refused(path, name):
            return [], [problem]
        with _SILENT, warnings.catch_warnings():  # openpyxl warns of styles and extensions that hold no data
            warnings.simplefilter("ignore")
            return _read(path, name, sheet)
    except OSError as error:
        return [], [unreadable(name, error)]
    except Exception as error:  # openpyxl tells a broken workbook by whatever its parsers raise
        message = msg("this is no .xlsx workbook: {reason}", reason=type(error).__name__)
        return [], [BROKEN.broken(Place(name), message, _SAVED_BY_EXCEL)]


def _refused(path: Path, name: str) -> Problem | None:
    """Why the file is not to be opened: too large, a bomb, or XML that declares what it stands for."""
    place = Place(name)
    if path.stat().st_size > MOST_BYTES:
        return too_large(name)
    with zipfile.ZipFile(path) as archive:
        parts = archive.infolist()
        # zipfile stops reading a part at the size it declares, so that sizes cannot lie.
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            hint = msg("keep the data alone in a workbook of its own")
            return BOMB.broken(place, msg("this workbook unpacks to too much"), hint)
        for part in parts:
            if part.filename.endswith((".xml", ".rels")) and not _plain(archive.read(part)):
                message = msg("the part {part} is no plain UTF-8 XML", part=part.filename)
                return ENTITIES.broken(place, message, _SAVED_BY_EXCEL)
    return None


def _plain(xml: bytes) -> bool:
    """XML in UTF-8 without a document type, in which alone entities could be declared."""
    return b"\0" not in xml and not xml.startswith((b"\xff\xfe", b"\xfe\xff")) and b"<!DOCTYPE" not in xml


def _read(path: Path, name: str, sheet: str) -> Table:
    from openpyxl import load_workbook  # a tenth of a second: loaded when a workbook is read

    with closing(load_workbook(path, read_only=True, data_only=True)) as book:
        if sheet and sheet not in book.sheetnames:
            hint = msg("its sheets are {names}", names=listing(book.sheetnames, "unit"))
            return [], [NO_SHEET.broken(Place(name), msg("this workbook has no sheet '{sheet}'", sheet=sheet), hint)]
        page: Any = book[sheet] if sheet else book.worksheets[0]
        rows, problems = _rows(page, name)
    if any(not cell for row in rows for cell in row.values()):
        problems += _unstored(path, name, page.title, rows)
    return rows, problems


def _rows(page: Any, name: str) -> Table:
    """The rows under the heads; empty rows are passed over, columns without a head ignored."""
    problems: list[Problem] = []
    rows: list[dict[str, DataCell]] = []
    heads: list[DataCell] = []
    for line, cells in enumerate(page.iter_rows(max_col=MOST_COLUMNS), 1):
        if line > MOST_ROWS:
            return [], [too_many_rows(Place(name, line))]
        scalars = [_scalar(cell, Place(name, line, column)) for column, cell in enumerate(cells, 1)]
        if not any(scalars):
            continue
        problems += [_forbidden(cell) for cell in scalars if FORBIDDEN.search(cell)]
        if not heads:
            heads = scalars
            named = [head for head in heads if head]
            problems += [
                COLUMN_TWICE.broken(head.place, msg("the column '{column}' is there twice", column=head))
                for index, head in enumerate(named)
                if head in named[:index]
            ]
            continue
        scalars += [DataCell.at("", Place(name, line, column + 1)) for column in range(len(scalars), len(heads))]
        rows.append({str(head): cell for head, cell in zip(heads, scalars, strict=False) if head})
    if not heads:
        hint = msg("its first row names the columns")
        problems.append(EMPTY.broken(Place(name), msg("this sheet is empty"), hint))
    return rows, problems


def _forbidden(cell: DataCell) -> Problem:
    message = msg("a Word file cannot hold a control character that stands in this cell")
    return CONTROL.broken(cell.place, message, msg("delete it"))


def _unstored(path: Path, name: str, sheet: str, rows: list[dict[str, DataCell]]) -> Iterator[Problem]:
    """Formulas that no program has worked out yet: their cells look empty and are not."""
    from openpyxl import load_workbook

    empty = {(cell.place.line, cell.place.column) for row in rows for cell in row.values() if not cell}
    with closing(load_workbook(path, read_only=True)) as book:
        page: Any = book[sheet]
        for line, cells in enumerate(page.iter_rows(max_col=MOST_COLUMNS, max_row=MOST_ROWS), 1):
            for column, cell in enumerate(cells, 1):
                if (line, column) in empty and cell.data_type == "f":
                    place = Place(name, line, column)
                    yield NO_RESULT.broken(place, msg("this formula has no result stored"), _SAVED_BY_EXCEL)


def _scalar(cell: Any, place: Place) -> DataCell:
    return DataCell.at(_text(*_held(cell)).strip(), place)  # rows and columns of a sheet: no stretch of a text


def _held(cell: Any) -> tuple[object, str]:
    """A cell's value and its number format; a date where openpyxl 3.1 does not know that the format shows one."""
    value, shown = cell.value, getattr(cell, "number_format", "") or ""
    if not isinstance(value, int | float) or isinstance(value, bool):
        return value, shown
    style = getattr(cell, "style_array", None) or getattr(cell, "_style", None)
    shown = CHINESE_DATES.get(style.numFmtId, shown) if style is not None else shown
    if not shows_date(shown):
        return value, shown
    from openpyxl.utils import datetime as dates

    return cast("Any", dates).from_excel(value, cell.parent.parent.epoch), shown


def _text(value: object, shown: str) -> str:
    """A cell's value as its author typed it; `shown` is the cell's number format."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case int() | float():
            return _number(DIGITS.create_decimal(Decimal(repr(value))), shown)
        case datetime():
            told = value.time() == time() or not any(each in without_words(shown).casefold() for each in "hs")
            return _date(value.date(), shown) if told else value.isoformat(" ")
        case date():
            return _date(value, shown)
        case _:
            return str(value)


def _number(value: Decimal, shown: str) -> str:
    percent = "%" in without_words(shown)
    plain = format((value * 100 if percent else value).normalize(), "f")
    return plain + "%" if percent else plain


def _date(value: date, shown: str) -> str:
    """ISO 8601, without the day or the month where the cell shows none."""
    letters = without_words(shown).casefold()
    year = "y" in letters or "e" in letters
    kept = 10 if "d" in letters or "aaa" in letters or not ("m" in letters or year) else 7 if "m" in letters else 4
    return value.isoformat()[:kept]


# ---- sheets as they are seen -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SeenCell:
    """A cell that shows something: its row and the columns it spans, from 0, and what it shows."""

    row: int
    first: int
    last: int
    text: str


def read_sheets(path: Path, name: str) -> tuple[tuple[str, tuple[SeenCell, ...]], ...]:
    """The sheets by their names, each cell as it is seen; hidden sheets, rows and columns are not.

    ContentError where the file is no workbook or not safe to open, OSError where it cannot be read at all.
    """
    try:
        if problem := _refused(path, name):
            raise ContentError([problem])
        with _SILENT, warnings.catch_warnings():  # as in read_workbook
            warnings.simplefilter("ignore")
            return tuple(_sheets(path))
    except (ContentError, OSError):
        raise
    except Exception as error:  # as in read_workbook
        told = msg("this is no .xlsx workbook: {reason}", reason=type(error).__name__)
        raise ContentError([BROKEN.broken(Place(name), told, _SAVED_BY_EXCEL)]) from error


def _sheets(path: Path) -> Iterator[tuple[str, tuple[SeenCell, ...]]]:
    from openpyxl import load_workbook

    with closing(load_workbook(path, data_only=True)) as book:  # whole, since only so merged cells are known
        for page in book.worksheets:
            if page.sheet_state == "visible":
                yield page.title, tuple(_seen(page))


def _seen(page: Any) -> Iterator[SeenCell]:
    spans = {(each.min_row, each.min_col): each.max_col for each in page.merged_cells.ranges}
    hidden = {
        number
        for dimension in page.column_dimensions.values()
        if dimension.hidden
        for number in range(dimension.min or 0, (dimension.max or 0) + 1)
    }
    for cells in page.iter_rows():
        if not cells or page.row_dimensions[cells[0].row].hidden:
            continue
        for cell in cells:
            if cell.value is not None and cell.column not in hidden and (text := _as_seen(cell)):
                last = spans.get((cell.row, cell.column), cell.column)
                yield SeenCell(cell.row - 1, cell.column - 1, last - 1, text)


def _as_seen(cell: Any) -> str:
    value, shown = _held(cell)
    match value:
        case int() | float() if not isinstance(value, bool):
            return number_as_shown(DIGITS.create_decimal(Decimal(repr(value))), shown)
        case date():
            return date_as_shown(value, shown) or _text(value, shown)
        case _:
            return _text(value, shown).strip()
