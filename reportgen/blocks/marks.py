"""The figures of a chart: read from facts or from the rows of a table, and said as marks. What an author types for
them stands in chart.py; how a mark is drawn is for charts/ to know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reportgen.blocks.sums import added
from reportgen.charts import CHARTS
from reportgen.charts.kind import Gazetteer, Kind
from reportgen.charts.sentences import named_figure
from reportgen.content.data.plain import figure_in, scaled_twice
from reportgen.content.data.table import DataCell
from reportgen.content.entries import Wording
from reportgen.content.model import Fact
from reportgen.content.source import Scalar
from reportgen.content.when import read_when, years
from reportgen.document import GAP, LOW, MISSING, Chart, Mark, Words
from reportgen.languages import DEFAULT, LANGUAGES, SIGNS, capital, listed, say, script_of
from reportgen.messages import msg
from reportgen.numbers import CommonUnit, FigureError, Period, Quantity, common_unit, display, read, write_tick
from reportgen.numbers.model.kind_names import kind_name
from reportgen.numbers.model.quantity import Amount
from reportgen.records import record
from reportgen.voice import Voice, bound_of

if TYPE_CHECKING:
    from reportgen.content.data.select import Row

DataRow = Mapping[str, Scalar]
Units = Mapping[int, CommonUnit | None]
"""The unit of each series."""

UNKNOWN = frozenset({"", "…", "……", "..."})
"""What stands in a cell whose figure is not known."""

STATUSES = ("preliminary", "estimate", "forecast")


class FigureColumn(NamedTuple):
    """A column of figures: its name, that of their low ends for ranges, and the unit behind every figure."""

    y: Scalar
    low: Scalar | None
    unit: str


@record
class ChartFigure:
    """One figure not yet said; an empty cell has no quantity."""

    quantity: Quantity | None
    name: Wording | Period
    keys: frozenset[str]  # what an author calls it in highlight and totals
    when: Period | None = None
    series: int = 0
    fact: Fact | None = None
    status: str = ""


# ---- from facts and rows -----------------------------------------------------------------------


def of_facts(facts: Sequence[Fact], names: Sequence[Wording | Period], series: int = 0) -> Iterator[ChartFigure]:
    """A figure a fact, under the names given."""
    for fact, name in zip(facts, names, strict=True):
        status = fact.status if fact.status in STATUSES else ""
        yield ChartFigure(fact.quantity, name, frozenset([fact.name]), time_of(fact), series, fact, status)


def family_names(facts: Sequence[Fact]) -> dict[str, Wording]:
    """What tells facts of one family apart, by name: their rows where they are of one column, else, where they are of
    one row, their columns; nothing where they are of several."""
    members = {fact.name: fact.member for fact in facts if fact.member is not None}
    alike = {(str(one.family), one.column) for one in members.values()}
    if len(members) < 2 or len(members) < len(facts):
        return {}
    if len(alike) == 1:
        return {name: one.row for name, one in members.items() if one.row is not None}
    if len({(str(one.family), one.key) for one in members.values()}) == 1:
        return {name: one.what for name, one in members.items()}
    return {}


def time_of(fact: Fact) -> Period | None:
    """The time that a fact stands at: the one it is for, or the one it is."""
    return fact.quantity if isinstance(fact.quantity, Period) else fact.when


def of_row(
    row: DataRow, x: str, columns: Sequence[FigureColumn], gazetteer: Gazetteer | None = None
) -> Iterator[ChartFigure]:
    """A figure a column of figures; FigureError and ValueError where a cell is none."""
    names = row_names(row, x, gazetteer)
    when = None if names else read_when(row[x])
    name = names or when
    assert name is not None
    keys = frozenset([*(names.words.values() if names else ()), *([str(row[x])] if x in row else ())])
    status = str(row.get("status", ""))
    for series, column in enumerate(columns):
        yield ChartFigure(
            read_cells(row, column), name, keys, when, series, status=status if status in STATUSES else ""
        )


def of_rest(rows: Sequence[DataRow], name: Wording, columns: Sequence[FigureColumn]) -> Iterator[ChartFigure]:
    """A figure a column of figures: the sums of rows that are not shown, under a name for them all."""
    status = max((status for row in rows if (status := str(row.get("status", ""))) in STATUSES), default="")
    for series, column in enumerate(columns):
        figures = [read_cells(row, column) for row in rows]
        yield ChartFigure(added(figures), name, frozenset(name.words.values()), series=series, status=status)


def cells_of(rows: Sequence[Row]) -> list[DataRow]:
    """The rows of a file, all of whose columns are cells."""
    return [{name: cell for name, cell in row.items() if isinstance(cell, Scalar)} for row in rows]


def events(row: DataRow, x: str, y: str) -> ChartFigure:
    """What happened, told in the columns y_zh and y_en, at the time of column x."""
    when = read_when(row[x])
    names = row_names(row, y)
    assert names is not None  # problems() has refused rows without
    status = str(row.get("status", ""))
    return ChartFigure(when, names, frozenset([*names.words.values(), str(row[x])]), when, status=status)


def row_names(row: DataRow, x: str, gazetteer: Gazetteer | None = None) -> Wording | None:
    """The row's name where columns x_zh and x_en give one, of which x itself may be one, or x the name of a place; None
    where x is a time."""
    cells = {language: row[f"{x}_{language}"] for language in LANGUAGES if f"{x}_{language}" in row}
    if not cells:
        place = gazetteer.find(str(row[x])) if gazetteer and x in row else None
        return Wording(dict(place), {}, row[x].place) if place else None
    if row.get(x):
        cells.setdefault(script_of(row[x]), row[x])
    places = {language: cell.place for language, cell in cells.items()}
    return Wording({language: str(cell) for language, cell in cells.items()}, places, next(iter(places.values())))


def read_cells(row: DataRow, column: FigureColumn) -> Quantity | None:
    """The figure of a row in a column, from its low end where the column has one; None for a cell that has none."""
    if str(row[column.y]).strip() in UNKNOWN:
        return None
    for cell in (row[column.y], row[column.low] if column.low is not None else ""):
        if isinstance(cell, DataCell) and cell.exact and scaled_twice(cell, column.unit):
            raise FigureError(msg("it shows a scale of its own, and the unit {unit} has one", unit=column.unit))
    high = read_cell(str(row[column.y]), column.unit)
    if column.low is None or not row[column.low]:
        return high
    low = read_cell(str(row[column.low]), column.unit)
    if not isinstance(low, Amount) or not isinstance(high, Amount) or low.value is None or high.value is None:
        raise FigureError(msg("a single value is wanted at each end of a range"))
    return replace(high, value=None, low=low.value, high=high.value)


@lru_cache(maxsize=4096)  # a chart is checked and said in every edition, from the same cells
def read_cell(cell: str, unit: str) -> Quantity:
    """A cell with the column's unit behind it, as a printed figure is read."""
    quantity = read(figure_in(cell, unit), DEFAULT[0])
    if ends(quantity) is None:
        raise FigureError(msg("a value or a range of two is wanted"))
    return quantity


def ends(quantity: Quantity) -> tuple[Decimal, Decimal] | None:
    """Where a mark starts and ends: twice the same for a single value; None for fractions, ranks and times."""
    value = display(quantity)
    if isinstance(value, Decimal):
        return value, value
    if isinstance(quantity, Amount) and quantity.low is not None and quantity.high is not None:
        return quantity.low, quantity.high
    return None


def dimension(quantity: Quantity) -> str:
    """What a figure counts in, in words for a message: figures of two dimensions share no axis."""
    unit = common_unit([quantity])
    like = unit.like if unit else quantity
    unit_name = getattr(like, "currency", "") or getattr(getattr(like, "unit", ""), "key", "")
    kind = kind_name(like.kind)
    return msg("{kind} in {unit}", kind=kind, unit=unit_name) if unit_name else kind


# ---- as marks ----------------------------------------------------------------------------------


def units_of(figures: Sequence[ChartFigure], kind: Kind) -> Units:
    """The unit of each series: the one that all share, else, where each has a scale of its own, that of each."""
    series = sorted({figure.series for figure in figures})
    shared = common_unit([figure.quantity for figure in figures if figure.quantity])
    if kind.scale not in ("series", "axis") or (shared is not None and kind.scale == "series"):
        return dict.fromkeys(series, shared)
    return {
        index: common_unit([figure.quantity for figure in figures if figure.quantity and figure.series == index])
        for index in series
    }


def marks_of(
    figures: Sequence[ChartFigure],
    units: Units,
    voice: Voice,
    lit: Callable[[ChartFigure], tuple[bool, str]],
    *,
    bare: bool,
    gaps: bool = False,
    breaks: bool = True,
) -> Iterator[Mark]:
    """A mark a figure, and one in the role LOW where a range starts. `lit` tells whether a figure is highlighted and in
    what role it stands; `bare` leaves out its unit; with `gaps` a mark in the role MISSING tells that a figure is not
    known; with `breaks` the one behind it has the role GAP."""
    missing: set[int] = set()
    for figure in figures:
        if figure.quantity is None and gaps:
            label = tuple((language, say("no-data", language)) for language in voice.languages)
            when = years(figure.when) if figure.when else None
            yield Mark(_name(figure, voice), Decimal(0), label, when=when, series=figure.series, role=MISSING)
        if figure.quantity is None:
            missing.add(figure.series)
            continue
        highlight, role = lit(figure)
        low, high = ends(figure.quantity) or (Decimal(0), Decimal(0))
        mark = Mark(
            name=_name(figure, voice),
            value=high,
            label=signed(label_of(figure.quantity, units[figure.series], voice, bare=bare), figure.status),
            bound=bound_of(figure.quantity),
            when=years(figure.when) if figure.when else None,
            highlight=highlight,
            series=figure.series,
            fact=figure.fact.name if figure.fact else "",
            role=role or (GAP if breaks and figure.series in missing else ""),
            status=figure.status,
            ticks=_ticks(figure.name, voice),
        )
        yield mark
        if low != high:
            yield replace(mark, value=low, role=LOW)
        missing.discard(figure.series)


def events_of(
    figures: Sequence[ChartFigure], voice: Voice, lit: Callable[[ChartFigure], tuple[bool, str]]
) -> Iterator[Mark]:
    """A mark a happening: its label is its time, its name what happened, with the figure of a fact."""
    for figure in figures:
        assert figure.when is not None
        name = _name(figure, voice)
        if figure.quantity is not None and not isinstance(figure.quantity, Period):
            printed = dict(voice.quantity(figure.quantity, en_small="digit"))
            name = tuple((language, named_figure(text, printed[language], language)) for language, text in name)
        when = years(figure.when)
        label = signed(voice.quantity(figure.when, capital=True), figure.status)
        fact = figure.fact.name if figure.fact else ""
        highlight, _ = lit(figure)
        yield Mark(name, when or Decimal(0), label, when=when, highlight=highlight, fact=fact, status=figure.status)


def _ticks(name: Wording | Period, voice: Voice) -> tuple[Words, ...]:
    """How a month or a quarter stands along an axis of time, with its year and without; nothing for other names."""
    if not isinstance(name, Period) or not (name.month or name.quarter):
        return ()
    if not name.year or name.day or name.eop or name.as_of:
        return ()
    told = [
        tuple((language, write_tick(name, language, dated=dated)) for language in voice.languages)
        for dated in (True, False)
    ]
    return tuple(told) if all(text for words in told for _, text in words) else ()


def _name(figure: ChartFigure, voice: Voice) -> Words:
    return voice.quantity(figure.name) if isinstance(figure.name, Period) else voice.label(figure.name)


def label_of(quantity: Quantity, unit: CommonUnit | None, voice: Voice, *, bare: bool) -> Words:
    """A mark's printed figure; a change stands with its sign, since a mark has no verb."""
    if bare:
        return voice.quantity(quantity, unit=unit) if unit else voice.quantity(quantity, form="bare")
    if unit is not None:
        quantity = unit.aligned(quantity)
    return voice.quantity(quantity, form="table" if quantity.kind == "change" else "prose", en_small="digit")


def signed(label: Words, status: str) -> Words:
    """A label with the sign of what is not final."""
    return tuple((language, text + SIGNS[status]) for language, text in label) if status else label


def signs(chart: Chart, voice: Voice) -> Words:
    """What the signs among the marks mean, and what a dotted line does, for the note in the picture."""
    marks = (*chart.marks, *chart.beside)
    present = [status for status in STATUSES if any(mark.status == status for mark in marks)]
    if CHARTS[chart.kind].far(chart):
        present.append("far")
    if not present:
        return ()
    return tuple(
        (language, listed([say(f"{status}-sign", language) for status in present], language))
        for language in voice.languages
    )


def with_unit(words: Words, unit: CommonUnit | None, voice: Voice) -> Words:
    """Words that name the unit: in brackets behind them, unless they say it themselves."""
    if unit is None:
        return words
    said = dict(words)
    return tuple(
        (language, _with_label(said.get(language, ""), voice.unit(unit, language), language))
        for language in voice.languages
    )


def _with_label(text: str, label: str, language: str) -> str:
    if not text:
        return capital(label)
    if not label or label.casefold().removesuffix("s") in text.casefold():
        return text
    return text + say("brackets", language).format(label)
