"""CSV files as rows of texts that remember where they stand."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from reportgen.content.data.table import DataCell
from reportgen.content.files import EMPTY, FORBIDDEN, forbidden, read_text
from reportgen.library_words import library_sentence
from reportgen.messages import msg
from reportgen.problems import Place, Problem, Rule

MOST_ROWS = 20_000

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


def read_csv(path: Path, name: str) -> tuple[list[dict[str, DataCell]], list[Problem]]:
    """The rows of a CSV file with a heading row, every cell with its place."""
    text = read_text(path, name, msg("save the file as CSV UTF-8"))
    return ([], [text]) if isinstance(text, Problem) else parse_csv(text, name)


def parse_csv(text: str, name: str) -> tuple[list[dict[str, DataCell]], list[Problem]]:
    """The rows of a CSV text. A row that is longer or shorter than the heading row is a problem, told in place."""
    problems: list[Problem] = []
    rows: list[dict[str, DataCell]] = []
    reader = csv.reader(text.splitlines(), strict=True)
    try:
        head = next(reader, list[str]())
        if not head:
            hint = msg("the first line names the columns")
            return [], [EMPTY.broken(Place(name), msg("this file is empty"), hint)]
        if twice := sorted({column for column in head if head.count(column) > 1}):
            message = msg("the column '{column}' is there twice", column=twice[0])
            problems.append(COLUMN_TWICE.broken(Place(name, 1), message))
        for cells in reader:
            place = Place(name, reader.line_num)
            if not any(cells):
                continue
            if len(cells) != len(head):
                message = msg("{cells} cells under {columns} columns", cells=len(cells), columns=len(head))
                problems.append(CSV_CELLS.broken(place, message))
                continue
            problems += [forbidden(control[0], place) for cell in cells if (control := FORBIDDEN.search(cell))]
            rows.append(dict(zip(head, _placed(cells, place), strict=True)))
            if len(rows) > MOST_ROWS:
                return [], [too_many_rows(place)]
    except csv.Error as error:
        message = msg("this is not CSV: {reason}", reason=library_sentence(str(error)))
        problems.append(CSV_SYNTAX.broken(Place(name, reader.line_num), message))
    return rows, problems


def too_many_rows(place: Place) -> Problem:
    """A table longer than any chart could show."""
    return TOO_MANY_ROWS.broken(place, msg("more than {most} rows", most=MOST_ROWS))


def _placed(cells: list[str], place: Place) -> Iterator[DataCell]:
    """The cells of one line with their columns, counted in characters."""
    column = 1
    for cell in cells:
        yield DataCell.at(cell.strip(), Place(place.file, place.line, column), cell)
        column += len(cell) + 1
