"""Number formats of cells: the one that prints a figure as its label does, so that the label follows the cell."""

from __future__ import annotations

import re
from decimal import Decimal

from reportgen.records import record


@record
class NumberFormat:
    """How a cell's figure is printed: what stands before and after, decimals, thousands parted, a plus told."""

    before: str
    after: str
    decimals: int
    grouped: bool
    plus: bool = False

    @property
    def code(self) -> str:
        """In Excel's letters, with a true minus sign."""
        digits = ("#,##0" if self.grouped else "0") + ("." + "0" * self.decimals if self.decimals else "")
        before, after = (f'"{words}"' if words else "" for words in (self.before, self.after))
        body = f"{before}{{}}{digits}{after}"
        return ";".join((body.format('"+"' if self.plus else ""), body.format('"−"'), body.format("")))


_NUMBER = re.compile(r"([+\-−]?)(\d[\d,]*)(\.\d+)?")


def number_format(printed: str, value: Decimal) -> NumberFormat | None:
    """The format that prints `value` as `printed`; None where the words hold another number, or a quotation mark."""
    figures = list(_NUMBER.finditer(printed))
    if len(figures) != 1 or '"' in printed or "\\" in printed:
        return None
    sign, whole, fraction = figures[0][1], figures[0][2], figures[0][3] or ""
    if Decimal(whole.replace(",", "") + fraction) != abs(value) or (value < 0) != (sign in ("-", "−")):
        return None
    parts = printed[: figures[0].start()], printed[figures[0].end() :]
    return NumberFormat(*parts, max(len(fraction) - 1, 0), "," in whole or len(whole) < 4, sign == "+")
