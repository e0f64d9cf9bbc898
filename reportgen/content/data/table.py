"""A table of figures, whatever file it stands in: its heads, its rows, and where each cell stands.

Not here: how a file becomes rows (csv_table.py, workbook.py), and which file is meant (folder.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from reportgen.content.source import Scalar
from reportgen.problems import Place
from reportgen.records import record


class DataCell(Scalar):
    """A cell as its reader sees it, with where it stands in its file.

    `sheet` and `address` (B3) are empty where the file is no workbook; `exact` is a stored number in full, where the
    cell shows another text than it.
    """

    __slots__ = ("address", "exact", "sheet")
    sheet: str
    address: str
    exact: str

    @classmethod
    def at(
        cls, text: str, place: Place, raw: str = "", *, sheet: str = "", address: str = "", exact: str = ""
    ) -> DataCell:
        """The text of a cell, remembering where it stands."""
        cell = cls(text)
        cell.place, cell.raw = place, raw
        cell.sheet, cell.address, cell.exact = sheet, address, exact
        return cell


Row = Mapping[str, DataCell]
"""The cells of a row by the heads of their columns."""


@record
class DataTable:
    """The rows of a file of data/ or of one of its sheets; `sha256` is that of the file's bytes.

    Of rows that a query gave, `query` is the query and `engine` who answered it.
    """

    file: str
    sheet: str = ""
    sha256: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = field(default=())
    query: str = ""
    engine: str = ""
