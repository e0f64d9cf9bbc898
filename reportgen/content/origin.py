"""Where the figure of a fact was read: its file, its cell or its query, and the file's checksum."""

from __future__ import annotations

from reportgen.content.data.table import DataCell, DataTable
from reportgen.records import record


@record
class Origin:
    """The place in data/ that a figure comes from.

    Of a workbook, `sheet` and `address` (B3) say where; of a CSV file, `line` and `column`; of a query, `row` in its
    answer, `column`, and who answered it. `sha256` is that of the file's bytes.
    """

    file: str
    sha256: str = ""
    sheet: str = ""
    address: str = ""
    line: int = 0
    row: int = 0
    column: str = ""
    query: str = ""
    engine: str = ""

    @property
    def spot(self) -> str:
        """The cell in its file, as a person looks it up: 出口!B3, 3:gdp, or nothing for the answer to a query."""
        if self.query:
            return ""
        if self.address:
            return f"{self.sheet}!{self.address}" if self.sheet else self.address
        return f"{self.line}:{self.column}"

    def as_data(self) -> dict[str, str | int]:
        """What is known of it, by name, for a manifest or a file."""
        fields = ("file", "sheet", "address", "line", "row", "column", "query", "engine", "sha256")
        return {name: value for name in fields if (value := getattr(self, name))}


def origin_of(table: DataTable, column: str, cell: DataCell, row: int = 0) -> Origin:
    """Where a cell of a table stands; `row` is its row in the answer to a query."""
    if table.query:
        return Origin(
            table.file, table.sha256, table.sheet, row=row, column=column, query=table.query, engine=table.engine
        )
    line = 0 if cell.address else cell.place.line
    return Origin(table.file, table.sha256, cell.sheet or table.sheet, cell.address, line, column=column)
