"""An area of a sheet as a table: its first row the heads, every cell as it is seen, with where it stands.

What is hidden or filtered out is no row of the table and is told. A text that is merged over several rows stands in
each of them; a figure does not, since it would be counted again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from reportgen.content.data.csv_table import MOST_ROWS, bare_head, column_twice, too_many_rows
from reportgen.content.data.format_code import shows_date
from reportgen.content.data.package import Package
from reportgen.content.data.sheet import Area, Sheet, Stored
from reportgen.content.data.shown_cell import shown_cell
from reportgen.content.data.table import CELL, DataCell, DataTable, Row
from reportgen.content.files import CONTROL, EMPTY, FORBIDDEN
from reportgen.messages import listing, msg, plural
from reportgen.problems import Evidence, Place, Problem, Rule, Severity, Typed

NO_RESULT = Rule(
    "workbooks/formula",
    msg("Formulas have the result of their last calculation beside them."),
    slip=msg("a cell with =A2*2, written by a program that does not calculate"),
    mend=msg("the same workbook opened and saved in Excel or WPS"),
)
MERGED = Rule(
    "workbooks/merged-head",
    msg("The heads of a table stand in one row, one for each column."),
    slip=msg("a sheet whose first row is a title over all columns, or heads over heads"),
    mend=msg("data: trade.xlsx#Sheet!A2:D14, the area from its row of heads on"),
)
HIDDEN = Rule(
    "workbooks/hidden",
    msg("Rows that a sheet hides or filters out are left out."),
    Severity.WARNING,
    slip=msg("a chart of a sheet of which a filter hides two rows"),
    mend=msg("the same sheet with every row shown"),
    ignorable=True,
)
RULES = (NO_RESULT, MERGED, HIDDEN)

_TOLD_ROWS = 6
"""How many hidden rows are told by their numbers."""


class AreaReader:
    """An area of a sheet, or the whole sheet, being read."""

    def __init__(self, told: str, package: Package, sheet: Sheet, area: Area | None) -> None:
        self.told, self.package, self.sheet = told, package, sheet
        self.area = area or sheet.filled() or Area(1, 1, 1, 1)

    # ---- cells ---------------------------------------------------------------------------

    def place(self, row: int, column: int) -> Place:
        """Where a cell stands."""
        return Place(self.told, row, column, self.sheet.name)

    def is_one_cell(self, area: Area) -> bool:
        """Whether an area is one cell to its reader, merged or not."""
        return (area.top, area.left) == (area.bottom, area.right) or area in self.sheet.merged

    def cell(self, row: int, column: int) -> DataCell:
        """A cell by its place; of merged cells, the one that they are."""
        merged = next((area for area in self.sheet.merged if area.holds(row, column)), None)
        if merged is not None:
            row, column = merged.top, merged.left
        return self._cell(row, column, self.sheet.cells.get(row, {}).get(column))

    def _cell(self, row: int, column: int, stored: Stored | None) -> DataCell:
        place = self.place(row, column)
        if stored is None:
            return DataCell.at("", place)
        package = self.package
        shown = shown_cell(stored, since_1904=package.since_1904, uncalculated=package.uncalculated)
        rule = NO_RESULT if stored.formula and shown.text.startswith("=") else CELL
        fault = rule.broken(place, shown.fault, _hint(stored)) if shown.fault else None
        return DataCell.at(shown.text, place, exact=shown.exact, fault=fault)

    def _in_row(self, row: int, column: int) -> DataCell:
        """A cell of a row of the table, with the text that is merged into it from above."""
        stored = self.sheet.cells.get(row, {}).get(column)
        if stored is None and (top := self._merged_from(row, column)):
            above = self.sheet.cells.get(top, {}).get(column)
            stored = above if above and (above.kind != "n" or shows_date(above.shown)) else None
        return self._cell(row, column, stored)

    def _merged_from(self, row: int, column: int) -> int:
        """The first row of the merged cells that a cell of their first column stands in; 0 where there are none."""
        spans = self._spans.get(column, [])
        at = bisect_right(spans, (row, row)) - 1
        return spans[at][0] if at >= 0 and spans[at][1] >= row else 0

    @cached_property
    def _spans(self) -> dict[int, list[tuple[int, int]]]:
        spans: dict[int, list[tuple[int, int]]] = {}
        for area in sorted(self.sheet.merged):
            if area.bottom > area.top:
                spans.setdefault(area.left, []).append((area.top, area.bottom))
        return spans

    # ---- the table -----------------------------------------------------------------------

    def table(self, file: str, digest: str, named: Typed) -> tuple[DataTable | None, list[Problem]]:
        """The table, and what is wrong with it; None where something is that stops."""
        sheet, area = self.sheet, self.area
        numbers = [row for row in sorted(sheet.cells) if area.top <= row <= area.bottom and self._columns(row)]
        if not numbers:
            hint = msg("its first row names the columns")
            return None, [EMPTY.broken(Place(self.told, 0, 0, sheet.name), msg("this sheet is empty"), hint)]
        if sheet.cut and area.bottom >= sheet.cut and len(numbers) > MOST_ROWS + 1:
            return None, [too_many_rows(self.place(numbers[MOST_ROWS + 1], area.left))]
        head, *below = numbers
        heads = self._heads(head)
        if problems := [*self._merged(head, below, file), *_twice(heads)]:
            return None, problems
        filled = [row for row in below if any(column in sheet.cells[row] for column in heads)]
        rows = {row: {str(name): self._in_row(row, column) for column, name in heads.items()} for row in filled}
        hidden = [row for row in filled if row in sheet.hidden_rows]
        problems = [problem for row in rows.values() for problem in _unusable(row)]
        if hidden:
            problems.append(self._hidden(named, hidden))
        table = DataTable(
            file,
            sheet.name,
            digest,
            tuple(str(name) for column, name in heads.items() if column not in sheet.hidden_columns),
            tuple(rows[row] for row in filled if row not in sheet.hidden_rows),
            tuple(rows[row] for row in hidden),
            heads={str(name): name.place for name in heads.values()},
            fitting=self._fitting(heads, below, file),
        )
        return table, problems

    def _columns(self, row: int) -> list[int]:
        """The columns of the area in which something stands in a row."""
        return [column for column in sorted(self.sheet.cells[row]) if self.area.left <= column <= self.area.right]

    def _heads(self, row: int) -> dict[int, DataCell]:
        """The heads of the columns; one that is merged into their row from above is its column's."""
        above = [column for column in self._spans if self._merged_from(row, column)]
        wanted = {column for column in above if self.area.left <= column <= self.area.right}.union(self._columns(row))
        cells = {column: self._in_row(row, column) for column in sorted(wanted)}
        return {
            column: DataCell.at(bare_head(cell), cell.place, exact=cell.exact, fault=cell.fault)
            for column, cell in cells.items()
            if bare_head(cell)
        }

    def _over(self, head: int, below: Sequence[int]) -> Area | None:
        """A head over several columns of figures, or over a second row of heads: no column's own."""
        for area in sorted(self.sheet.merged):
            if not area.top <= head <= area.bottom or not self.area.holds(head, area.left):
                continue
            beside = any(area.left < column <= area.right for row in below for column in self.sheet.cells[row])
            if beside or any(row <= area.bottom for row in below):
                return area
        return None

    def _merged(self, head: int, below: Sequence[int], file: str) -> Iterator[Problem]:
        area = self._over(head, below)
        if area is None:
            return
        text = self.cell(area.top, area.left)
        message = msg("the head '{head}' is merged over {area}", head=text, area=self._told(area))
        hint = msg(
            "give every column a head of its own in one row, and name the area that starts with it: {area}",
            area=self._from_row(self._head_below(below) or area.bottom + 1, below, file),
        )
        yield MERGED.broken(self.place(area.top, area.left), message, hint)

    def _head_below(self, below: Sequence[int]) -> int:
        """The first row that may hold heads: none of them merged over others, and more than one, as a title is not."""
        return next(
            (
                row
                for at, row in enumerate(below)
                if len(self._heads(row)) > 1 and self._over(row, below[at + 1 :]) is None
            ),
            0,
        )

    def _fitting(self, heads: Mapping[int, DataCell], below: Sequence[int], file: str) -> str:
        """The area that starts with the heads, where a title or a unit stands over them: a row of one cell."""
        row = self._head_below(below) if len(heads) == 1 else 0
        return self._from_row(row, below, file) if row else ""

    def _from_row(self, row: int, below: Sequence[int], file: str) -> str:
        area = self._told(Area(row, self.area.left, max(below), self.area.right))
        return f"{file.removeprefix('data/')}#{self.sheet.name}!{area}"

    def _told(self, area: Area) -> str:
        return f"{self.place(area.top, area.left).cell}:{self.place(area.bottom, area.right).cell}"

    def _hidden(self, named: Typed, rows: Sequence[int]) -> Problem:
        told = [str(row) for row in rows[:_TOLD_ROWS]] + (["…"] if len(rows) > _TOLD_ROWS else [])
        message = plural(
            "{count} row of the sheet '{sheet}' is hidden or filtered out and is left out: {rows}",
            "{count} rows of the sheet '{sheet}' are hidden or filtered out and are left out: {rows}",
            len(rows),
            sheet=self.sheet.name,
            rows=listing(told, "unit"),
        )
        evidence = Evidence(msg("the first of them"), "", self.place(rows[0], self.area.left))
        return HIDDEN.broken(named, message, msg("show the rows, or name an area without them"), evidence=[evidence])


def _hint(stored: Stored) -> str:
    match stored.kind:
        case "n" if not stored.formula or stored.value not in ("0", "0.0"):
            return msg("give the cell a format such as 0.0, #,##0 or 0.0%; docs/data.md lists what is followed")
        case "n" | "f":
            return msg("open the workbook in Excel or WPS and save it")
        case _:
            return msg("mend the cell, or leave it empty where no figure is known")


def _twice(heads: dict[int, DataCell]) -> Iterator[Problem]:
    seen = set[str]()
    for head in heads.values():
        if head in seen:
            yield column_twice(head.place, head)
        seen.add(str(head))


def _unusable(row: Row) -> Iterator[Problem]:
    """What stops whoever looks: formulas without results, characters that no Word file can hold."""
    for cell in row.values():
        if cell.fault and cell.fault.code == NO_RESULT.code:
            yield cell.fault
        if FORBIDDEN.search(cell):
            message = msg("a Word file cannot hold a control character that stands in this cell")
            yield CONTROL.broken(cell.place, message, msg("delete it"))
