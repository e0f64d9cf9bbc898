"""A cell with its column's unit as the figure that a text prints: what it says, and what contradicts its unit.

Which cell is meant stands in cells.py. A text becomes a quantity in numbers/: whoever reads a cell brings the reader.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Context, Decimal

from reportgen.content.data.plain import plain_figure, scaled_twice
from reportgen.content.data.table import CELL, EMPTY_CELL, DataCell
from reportgen.content.full_width import halved
from reportgen.messages import msg
from reportgen.numbers import Basis, FigureError, Period, Quantity, display
from reportgen.numbers.model.pattern import Pattern
from reportgen.numbers.model.quantity import Change, Count, Difference, Measure, Money, Rate
from reportgen.numbers.reading.change import changed
from reportgen.problems import Rule
from reportgen.records import record

Reader = Callable[[str], Quantity]
"""Reads one printed figure; FigureError where it is none."""

NO_FIGURE = Rule(
    "cells/no-figure",
    msg("A cell that a fact is read from holds a figure."),
    file="facts.yaml",
    slip="growth: {is: {from: zones.csv, row: {zones: 54}, column: date, unit: 家}, "
    "what: {zh: 数, en: zones}, when: 2025, source: paper}",
    mend="growth: {is: {from: zones.csv, row: {date: 2008-03}, column: zones, unit: 家}, "
    "what: {zh: 数, en: zones}, when: 2025, source: paper}",
)
UNIT = Rule(
    "cells/unit",
    msg("The unit that a cell or the head of its column tells is the one that the fact tells."),
    file="facts.yaml",
    slip="growth: {is: {from: zones.csv, query: \"select '12万元'\", unit: 亿元}, "
    "what: {zh: 数, en: sum}, when: 2025, source: paper}",
    mend="growth: {is: {from: zones.csv, query: \"select '12万元'\", unit: 万元}, "
    "what: {zh: 数, en: sum}, when: 2025, source: paper}",
)
FLOAT = Rule(
    "cells/float",
    msg("A binary fraction that reckoning left in a database is told with as many decimals as its author says."),
    file="facts.yaml",
    slip='growth: {is: {from: zones.csv, query: "select 200/3", unit: "%"}, '
    "what: {zh: 数, en: share}, when: 2025, source: paper}",
    mend='growth: {is: {from: zones.csv, query: "select 200/3", unit: "%", decimals: 1}, '
    "what: {zh: 数, en: share}, when: 2025, source: paper}",
)
RULES = (NO_FIGURE, UNIT, FLOAT)

GAPS = frozenset({"", "…", "……", "...", "—", "——", "–", "-", "--", "－", "/", "n/a", "na", "n.a.", "null"})
"""What stands in a cell without a figure, in lower case."""

_ROUNDING = Context(prec=400, rounding=ROUND_HALF_UP)
_NUMBER = Pattern(r"(?P<before>[^\d.,()+−–-]*)(?P<number>[+−–-]?(?:\d[\d,]*(?:\.\d+)?|\.\d+))(?P<after>\D*)")
_HEAD_UNIT = Pattern(r"[(\[](?:单位:)?\s*([^()\[\]\d]+?)\s*[)\]]\s*$")


class CellError(Exception):
    """A cell that is no such figure: the rule it breaks, what is wrong, and the way out."""

    def __init__(self, rule: Rule, message: str, hint: str = "") -> None:
        self.rule, self.message, self.hint = rule, message, hint
        super().__init__(message)


@record
class Reading:
    """How the cells of a column are read: the unit behind each, what is said before it, and what it is a change of."""

    unit: str = ""
    qualifier: str = ""
    change: Basis | None = None
    decimals: int | None = None


@record
class CellFigure:
    """What a cell says, and the same in full where the cell shows it rounded."""

    quantity: Quantity
    exact: Quantity | None = None


def is_gap(cell: str) -> bool:
    """Whether a cell says that there is no figure."""
    return cell.strip().casefold() in GAPS


def usable(cell: DataCell) -> None:
    """CellError where a cell of a workbook shows what can be no figure and no words: #DIV/0!, a format not followed."""
    if cell.fault is not None:
        raise CellError(CELL, cell.fault.message, cell.fault.hint)


def check_reckoned(cell: DataCell) -> None:
    """CellError where a query's cell holds what reckoning in binary left, and nobody says how many decimals count."""
    if cell.exact and not cell.sheet:
        hint = msg("write decimals: 1, or cast it to DECIMAL in the query")
        raise CellError(FLOAT, msg("{number} is what reckoning in binary left", number=str(cell)), hint)


def read_cell(cell: DataCell, head: str, reading: Reading, read: Reader, *, asked: bool = False) -> CellFigure:
    """The figure of a cell under a head; CellError where it is none, or in another unit. `asked`: of a query."""
    usable(cell)
    if is_gap(cell):
        raise CellError(EMPTY_CELL, msg("this cell is empty"), msg("fill it in, or take out what reads it"))
    told = unit_of_head(head)
    check_head(head, reading.unit, read)
    unit = halved(reading.unit or (told if unit_dimension(told, read) else ""))
    if asked and reading.decimals is None:
        check_reckoned(cell)
    if cell.exact and scaled_twice(cell, unit):
        raise of_another_unit(cell, unit)
    text = _plain(cell)
    exact = _exact(text, cell.exact)
    if reading.decimals is not None and (number := _number(text) if exact is None else exact) is not None:
        rounded = number.quantize(Decimal(1).scaleb(-reading.decimals), context=_ROUNDING)
        text, exact = _with_number(text, rounded), number if number != rounded else None
    quantity = _figure(text, reading.qualifier, unit, read, str(cell))
    full = None
    if exact is not None:
        full = _figure(_with_number(text, exact), "", unit, read, str(cell))
    if reading.change is None:
        return CellFigure(quantity, full)
    return CellFigure(_changed(quantity, reading.change), _changed(full, reading.change) if full else None)


# ---- as text ----------------------------------------------------------------------------------


def _plain(cell: str) -> str:
    """The cell's text without full-width forms; brackets around a number are a minus, a plus is none."""
    return plain_figure(halved(cell) if "、" not in cell else cell)


def _number(text: str) -> Decimal | None:
    found = _NUMBER.fullmatch(text)
    if not found:
        return None
    digits = found["number"].replace(",", "").replace("−", "-").replace("–", "-")
    return Decimal(digits)


def _with_number(text: str, number: Decimal) -> str:
    found = _NUMBER.fullmatch(text)
    assert found is not None, "its number was read"
    start, end = found.span("number")
    return text[:start] + format(number, "f") + text[end:]


def _exact(text: str, stored: str) -> Decimal | None:
    """The stored number in the unit in which the cell shows it; None where it shows all, or something else.

    A percentage is stored as its hundredth, and a format may scale by thousands or by 万: the power of ten is the
    one by which the stored number rounds to what is shown.
    """
    shown = _number(text) if stored else None
    if shown is None:
        return None
    full = Decimal(stored)
    for power in (0, 2, -3, -4, -6, -8, -9, -12, 3):
        moved = full.scaleb(power, _ROUNDING)
        if abs(moved - shown) <= Decimal(1).scaleb(int(shown.as_tuple().exponent)) / 2:
            return None if moved == shown else moved
    return None


# ---- as a figure -------------------------------------------------------------------------------


def _figure(text: str, qualifier: str, unit: str, read: Reader, shown: str) -> Quantity:
    """The figure of a text with a unit behind it, or behind its number where words follow: 30家以上."""
    for printed in _printings(qualifier + text, unit):
        made = _readable(printed, read)
        if made is not None and (not unit or dimension(made) == unit_dimension(unit, read)):
            return made
    if not unit:
        raise CellError(NO_FIGURE, msg("'{text}' is no figure", text=shown), msg("name the column of figures"))
    if tells_its_own(text, read):
        raise of_another_unit(shown, unit)
    told = msg("'{text}' is no figure in {unit}", text=shown, unit=unit)
    raise CellError(NO_FIGURE, told, msg("name the column of figures"))


def of_another_unit(shown: str, unit: str) -> CellError:
    """What is told of a cell that shows another unit than the one it is read in."""
    hint = msg("write the unit that the cell shows, or mend the cell")
    return CellError(UNIT, msg("this cell shows {text}, and the unit here is {unit}", text=str(shown), unit=unit), hint)


def tells_its_own(text: str, read: Reader) -> bool:
    """Whether a cell without the column's unit tells a figure with another: money, a percentage, a number of things."""
    figure = _readable(text, read)
    return figure is not None and not isinstance(figure, Period) and dimension(figure) != ("count", "", "")


def _printings(text: str, unit: str) -> list[str]:
    if not unit or text.casefold().endswith(unit.casefold()):
        return [text]
    gap = _gap(unit)
    found = _NUMBER.fullmatch(text)
    between = [text[: found.end("number")] + gap + unit + found["after"]] if found and found["after"] else []
    return [text + gap + unit, *between]


def _gap(unit: str) -> str:
    return " " if unit[:1].isascii() and unit[:1].isalpha() else ""


def _readable(text: str, read: Reader) -> Quantity | None:
    try:
        return read(text)
    except FigureError:
        return None


def _changed(made: Quantity, basis: Basis) -> Quantity:
    if (change := changed(made, basis)) is None:
        raise CellError(NO_FIGURE, msg("what this cell shows is no change"), msg("leave out change:"))
    return change


# ---- units -------------------------------------------------------------------------------------


def unit_of_head(head: str) -> str:
    """What stands in brackets behind a head: 出口额（亿元）."""
    found = _HEAD_UNIT.search(halved(head))
    return found[1].strip() if found else ""


def unit_dimension(unit: str, read: Reader) -> tuple[str, ...] | None:
    """What a unit counts; None where nothing is counted in it."""
    made = _of_unit(unit, read)
    return None if made is None else dimension(made)


def _of_unit(unit: str, read: Reader) -> Quantity | None:
    return _readable(_SAMPLE + _gap(unit) + unit, read)


_SAMPLE = "50.8"  # with decimals, since 3点 is a time of day and 3月 a month


def check_head(head: str, unit: str, read: Reader) -> None:
    """CellError where a head tells another unit than is wanted: 万元 for 亿元, % for 个百分点. No unit, no word."""
    named = unit_of_head(head)
    told, wanted = (_of_unit(one, read) if named and unit else None for one in (named, unit))
    if told is None or wanted is None:
        return
    if dimension(told) != dimension(wanted) or display(told) != display(wanted):
        hint = msg("write the unit that the column is in")
        raise CellError(UNIT, msg("the head says {head}, and the unit here is {unit}", head=named, unit=unit), hint)


def dimension(quantity: Quantity) -> tuple[str, ...]:
    """What a figure counts, whether it is a level or a change, and whatever its size."""
    match quantity:
        case Money():
            return "money", quantity.currency
        case Count():
            return "count", quantity.measure, quantity.noun.key if quantity.noun else ""
        case Measure():
            return "measure", quantity.unit.key
        case Change():
            return (quantity.unit,)
        case Rate():
            return (*dimension(quantity.amount), str(quantity.per), quantity.each.key)
        case Difference():
            return dimension(quantity.amount)
        case _:
            return (quantity.kind,)
