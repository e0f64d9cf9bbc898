"""CSV files as tables of texts that remember where they stand, as RFC 4180 has them.

A cell in quotes may hold line breaks, and they stay. The csv module reads the same texts, and does not tell where.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from reportgen.content.data.table import DataCell, DataTable, Row
from reportgen.content.files import EMPTY, FORBIDDEN, forbidden, read_text
from reportgen.messages import Message, msg
from reportgen.numbers.model.pattern import Pattern
from reportgen.problems import Place, Problem, Rule

MOST_ROWS = 20_000
_QUOTED = Pattern(r'"[^"]*(?:""[^"]*)*"')
_BARE = Pattern(r"[^,\r\n]*")
_BREAK = Pattern(r"\r\n|\r|\n")
_UNSEEN = "\ufeff\u200b\u2060"

CSV_SYNTAX = Rule(
    "csv/syntax",
    msg("A .csv file is CSV: a quote that opens a cell is closed again."),
    file="data/zones.csv",
    slip='date,zones\n1988,1\n2008-03,"54"x\n',
    mend="date,zones\n1988,1\n2008-03,54\n",
)
CSV_CELLS = Rule(
    "csv/cells",
    msg("Every row has a cell under every head."),
    file="data/zones.csv",
    slip="date,zones\n1988,1\n2008-03\n2023-11,178\n",
    mend="date,zones\n1988,1\n2008-03,\n2023-11,178\n",
)
COLUMN_TWICE = Rule(
    "tables/column-twice",
    msg("Every column of a table has a head of its own."),
    file="data/zones.csv",
    slip="date,zones,zones\n1988,1,1\n2008-03,54,54\n",
    mend="date,zones\n1988,1\n2008-03,54\n",
)
TOO_MANY_ROWS = Rule(
    "tables/too-many-rows",
    msg("A table has at most 20,000 rows."),
    slip=msg("a .csv file or a sheet of 20,001 rows"),
    mend=msg("the rows that a chart shows"),
)
RULES = (CSV_SYNTAX, CSV_CELLS, COLUMN_TWICE, TOO_MANY_ROWS)


def read_csv(path: Path, file: str, told: str) -> tuple[DataTable | None, list[Problem]]:
    """The table of a CSV file with a row of heads, and what is wrong with it; `told` is how problems name it."""
    text = read_text(path, told, msg("save the file as CSV UTF-8"))
    if isinstance(text, Problem):
        return None, [text]
    columns, rows, problems = parse_csv(text, told)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return DataTable(file, "", digest, columns, tuple(rows)), problems


def parse_csv(text: str, name: str) -> tuple[tuple[str, ...], list[Row], list[Problem]]:
    """The heads and rows of a CSV text. A row that is longer or shorter than the heads is a problem, told in place.

    Columns without a head are passed over, as are rows in which nothing stands.
    """
    problems: list[Problem] = []
    rows: list[Row] = []
    heads: list[str] = []
    try:
        for cells in _lines(text, name):
            place = Place(name, cells[0].place.line)
            if not any(cells):
                continue
            problems += [forbidden(control[0], place) for cell in cells if (control := FORBIDDEN.search(cell))]
            if not heads:
                heads = [bare_head(cell) for cell in cells]
                problems += _twice(heads, place)
                continue
            if len(cells) != len(heads):
                message = msg("{cells} cells under {columns} columns", cells=len(cells), columns=len(heads))
                problems.append(CSV_CELLS.broken(place, message))
                continue
            rows.append({head: cell for head, cell in zip(heads, cells, strict=True) if head})
            if len(rows) > MOST_ROWS:
                return (), [], [too_many_rows(place)]
    except _NoCsvError as error:
        message = msg("this is not CSV: {reason}", reason=error.reason)
        problems.append(CSV_SYNTAX.broken(error.place, message))
    if not any(heads) and not problems:
        hint = msg("the first line names the columns")
        return (), [], [EMPTY.broken(Place(name), msg("this file is empty"), hint)]
    return tuple(head for head in heads if head), rows, problems


def _twice(heads: list[str], place: Place) -> Iterator[Problem]:
    if twice := sorted({head for head in heads if head and heads.count(head) > 1}):
        yield column_twice(place, twice[0])


def column_twice(place: Place, head: str) -> Problem:
    """Two columns of one head."""
    hint = msg("give each a head of its own; in a workbook, or name an area that holds one of them")
    return COLUMN_TWICE.broken(place, msg("the column '{column}' is there twice", column=head), hint)


_FEWER = msg("keep the rows that are told, name an area of the sheet, or ask a database for them")


def too_many_rows(place: Place) -> Problem:
    """A table longer than any chart could show."""
    return TOO_MANY_ROWS.broken(place, msg("more than {most} rows", most=MOST_ROWS), _FEWER)


class _NoCsvError(Exception):
    """What makes a text no CSV, and where."""

    def __init__(self, reason: Message, place: Place) -> None:
        self.reason, self.place = reason, place


def _lines(text: str, name: str) -> Iterator[list[DataCell]]:
    """The cells of each line, as they are typed and where; a line break in quotes ends none."""
    at, place = 0, Place(name, 1, 1)
    cells: list[DataCell] = []
    while at < len(text):
        quoted = text[at] == '"'
        match = (_QUOTED if quoted else _BARE).match(text, at)
        if match is None:
            raise _NoCsvError(msg("a quote is opened here and never closed"), place)
        raw = match[0]
        inner = raw[1:-1].replace('""', '"') if quoted else raw
        cells.append(DataCell.at(_BREAK.sub("\n", inner).strip(), place, raw))
        at, place = match.end(), place.after(raw)
        if at < len(text) and text[at] == ",":
            at, place = at + 1, place.after(",")
            if at < len(text) and text[at] not in "\r\n":
                continue
            cells.append(DataCell.at("", place))
        if at < len(text):
            line_break = _BREAK.match(text, at)
            if line_break is None:
                raise _NoCsvError(msg("',' expected after '\"'"), place)
            at, place = line_break.end(), place.after(line_break[0])
        yield cells
        cells = []


def bare_head(head: str) -> str:
    """A head as it is named: in one line, without the blanks round it, those that nobody sees among them.

    Its lines are joined as a reader does it: by a blank between letters and signs of ASCII, by nothing elsewhere.
    """
    lines = [line.strip() for line in head.strip().strip(_UNSEEN).split("\n")]
    joined = ""
    for line in filter(None, lines):
        joined += " " * (joined[-1:].isascii() and line[0].isascii()) + line if joined else line
    return joined
