"""How the figures of a column are laid out: in one unit, which its head tells, and to the decimals that are wanted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.blocks.data_table.cells import ColumnCells, Held, read_cell
from reportgen.blocks.table_rules import UNIT
from reportgen.languages import DEFAULT
from reportgen.messages import msg
from reportgen.numbers import CommonUnit, FigureError, Quantity, common_unit
from reportgen.numbers.languages import writer
from reportgen.numbers.model.quantity import Amount, Count, Difference, Rate, counted_in
from reportgen.problems import Problem
from reportgen.records import record


@record
class ColumnLayout:
    """The unit that the figures of a column share, if they do, and what they are rounded to, if they are."""

    unit: CommonUnit | None = None
    step: Decimal | None = None  # in base units

    def rounded(self, quantity: Quantity) -> Quantity:
        """The figure as it is printed."""
        return quantity if self.step is None else _to(quantity, self.step)


PLAIN = ColumnLayout()


def layout_of(column: ColumnCells, cells: Sequence[Held]) -> ColumnLayout:
    """How the cells of a column of figures are laid out, those of its sums among them."""
    figures = [held.quantity for held in cells if held.quantity is not None]
    if not figures:
        return PLAIN
    unit = common_unit(figures, **_scale(column, figures))
    if unit is None or column.column.decimals is None:
        return ColumnLayout(unit)
    step = unit.divisor(DEFAULT[0]).scaleb(-column.column.decimals)
    return ColumnLayout(unit.to(step), step)


def layout_problems(column: ColumnCells, cells: Sequence[Held]) -> Iterator[Problem]:
    """A unit that is none, and figures that share none where one is told in the head."""
    typed = column.column
    if typed.unit is not None and column.unit and _one(column) is None:
        message = msg("'{unit}' is no unit that figures are counted in", unit=typed.unit)
        yield UNIT.broken(typed.unit, message, msg("write the unit as a figure has it: 亿元, 万吨, 家, %"))
        return
    figures = [held.quantity for held in cells if held.quantity is not None]
    if figures and (typed.unit is not None or typed.decimals is not None) and common_unit(figures) is None:
        where = typed.unit or typed.column
        assert where is not None
        message = msg("the figures of this column share no unit")
        yield UNIT.broken(where, message, msg("leave out `unit` and `decimals`, or mend the cells"))


def _one(column: ColumnCells) -> Quantity | None:
    """One of the column's unit; None where that is no unit."""
    try:
        return read_cell("1", column.unit, column.briefing.lexicon)
    except FigureError:
        return None


def _scale(column: ColumnCells, figures: Sequence[Quantity]) -> dict[str, str]:
    """The scale that a given unit wants of its language: 亿 for 亿元, none for 元, and none for plain numbers."""
    language = DEFAULT[0]
    if not column.unit:
        bare = all(isinstance(each, Count) and not each.measure and each.noun is None for each in figures)
        return {f"{code}_scale": "1" for code in DEFAULT} if bare else {}
    one = _one(column)
    amount = counted_in(one) if one is not None else None
    value = amount.value if isinstance(amount, Amount) else None
    names = {Decimal(1).scaleb(power): name for name, power in writer(language).scales}
    return {f"{language}_scale": names.get(value, "1") or "1"} if value is not None and value in {*names, 1} else {}


def _to(quantity: Quantity, step: Decimal) -> Quantity:
    if isinstance(quantity, Rate | Difference):
        return replace(quantity, amount=_to(quantity.amount, step))  # type: ignore[arg-type]
    return replace(quantity, quantum=step) if isinstance(quantity, Amount) else quantity
