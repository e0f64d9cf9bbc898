"""The figures of a chart: read from facts or from the rows of a table, and said as marks. What an author types for
them stands in chart.py; how a mark is drawn is for charts/ to know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from reportgen.charts.alt_text import named_figure
from reportgen.charts.kind import Kind
from reportgen.content.entries import Wording
from reportgen.content.model import Fact
from reportgen.content.source import Scalar
from reportgen.content.when import read_when, years
from reportgen.document import Mark, Words
from reportgen.languages import DEFAULT, LANGUAGES, SIGNS, capital, listed, say
from reportgen.numbers import CommonUnit, FigureError, Period, Quantity, common_unit, display, read
from reportgen.numbers.model.quantity import Amount
from reportgen.voice import Voice, bound_of

Row = Mapping[str, Scalar]
Units = Mapping[int, CommonUnit | None]
"""The unit of each series."""

STATUSES = ("preliminary", "estimate")


class Column(NamedTuple):
    """A column of figures: its name, that of their low ends for ranges, and the unit behind every figure."""

    y: Scalar
    low: Scalar | None
    unit: str


@dataclass(frozen=True, slots=True)
class Point:
    """One figure not yet said; an empty cell has no quantity."""

    quantity: Quantity | None
    name: Wording | Period
    keys: frozenset[str]  # what an author calls it in highlight and totals
    when: Period | None = None
    series: int = 0
    fact: Fact | None = None
    status: str = ""


# ---- from facts and rows -----------------------------------------------------------------------


def of_facts(facts: Sequence[Fact], names: Sequence[Wording | Period], series: int = 0) -> Iterator[Point]:
    """A point a fact, under the names given."""
    for fact, name in zip(facts, names, strict=True):
        when = fact.quantity if isinstance(fact.quantity, Period) else fact.when
        status = fact.status if fact.status in STATUSES else ""
        yield Point(fact.quantity, name, frozenset([fact.name]), when, series, fact, status)


def of_row(row: Row, x: str, columns: Sequence[Column]) -> Iterator[Point]:
    """A point a column of figures; FigureError and ValueError where a cell is none."""
    names = row_names(row, x)
    when = None if names else read_when(row[x])
    name = names or when
    assert name is not None
    keys = frozenset(names.words.values() if names else [str(row[x])])
    status = str(row.get("status", ""))
    for series, column in enumerate(columns):
        yield Point(read_cells(row, column), name, keys, when, series, status=status if status in STATUSES else "")


def events(row: Row, x: str, y: str) -> Point:
    """What happened, told in the columns y_zh and y_en, at the time of column x."""
    when = read_when(row[x])
    names = row_names(row, y)
    assert names is not None  # problems() has refused rows without
    status = str(row.get("status", ""))
    return Point(when, names, frozenset([*names.words.values(), str(row[x])]), when, status=status)


def row_names(row: Row, x: str) -> Wording | None:
    """The row's name where columns x_zh and x_en give one; None where x is a time."""
    cells = {language: row[f"{x}_{language}"] for language in LANGUAGES if f"{x}_{language}" in row}
    if not cells:
        return None
    places = {language: cell.place for language, cell in cells.items()}
    return Wording({language: str(cell) for language, cell in cells.items()}, places, next(iter(places.values())))


def read_cells(row: Row, column: Column) -> Quantity | None:
    """The figure of a row in a column, from its low end where the column has one; None for an empty cell."""
    if not row[column.y]:
        return None
    high = _read_cell(row[column.y], column.unit)
    if column.low is None or not row[column.low]:
        return high
    low = _read_cell(row[column.low], column.unit)
    if not isinstance(low, Amount) or not isinstance(high, Amount) or low.value is None or high.value is None:
        raise FigureError("a single value is wanted at each end of a range")
    return replace(high, value=None, low=low.value, high=high.value)


def _read_cell(cell: str, unit: str) -> Quantity:
    """A cell with the column's unit behind it, as a printed figure is read."""
    quantity = read(cell if cell.endswith(unit) else cell + unit, DEFAULT[0])
    if ends(quantity) is None:
        raise FigureError("a value or a range of two is wanted")
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
    told = getattr(like, "currency", "") or getattr(getattr(like, "unit", ""), "key", "")
    return f"{like.kind} in {told}" if told else like.kind


# ---- as marks ----------------------------------------------------------------------------------


def units_of(points: Sequence[Point], kind: Kind) -> Units:
    """The unit of each series: the one that all share, else, where each has a scale of its own, that of each."""
    series = sorted({point.series for point in points})
    shared = common_unit([point.quantity for point in points if point.quantity])
    if shared is not None or kind.scale != "series":
        return dict.fromkeys(series, shared)
    return {
        place: common_unit([point.quantity for point in points if point.quantity and point.series == place])
        for place in series
    }


def marks_of(
    points: Sequence[Point], units: Units, voice: Voice, lit: Callable[[Point], tuple[bool, bool]], *, bare: bool
) -> Iterator[Mark]:
    """A mark a figure; `lit` tells whether it is highlighted and whether it is a total. `bare` leaves out its unit."""
    missing: set[int] = set()
    for point in points:
        if point.quantity is None:
            missing.add(point.series)
            continue
        highlight, total = lit(point)
        low, high = ends(point.quantity) or (Decimal(0), Decimal(0))
        yield Mark(
            name=_name(point, voice),
            value=high,
            label=signed(_label(point.quantity, units[point.series], voice, bare=bare), point.status),
            bound=bound_of(point.quantity),
            when=years(point.when) if point.when else None,
            highlight=highlight,
            series=point.series,
            fact=point.fact.name if point.fact else "",
            low=low if low != high else None,
            gap=point.series in missing,
            total=total,
            status=point.status,
        )
        missing.discard(point.series)


def events_of(points: Sequence[Point], voice: Voice, lit: Callable[[Point], tuple[bool, bool]]) -> Iterator[Mark]:
    """A mark a happening: its label is its time, its name what happened, with the figure of a fact."""
    for point in points:
        assert point.when is not None
        name = _name(point, voice)
        if point.quantity is not None and not isinstance(point.quantity, Period):
            figure = dict(voice.quantity(point.quantity, en_small="digit"))
            name = tuple((language, named_figure(text, figure[language], language)) for language, text in name)
        when = years(point.when)
        label = signed(voice.quantity(point.when, capital=True), point.status)
        fact = point.fact.name if point.fact else ""
        highlight, _ = lit(point)
        yield Mark(name, when or Decimal(0), label, when=when, highlight=highlight, fact=fact, status=point.status)


def _name(point: Point, voice: Voice) -> Words:
    return voice.quantity(point.name) if isinstance(point.name, Period) else voice.label(point.name)


def _label(quantity: Quantity, unit: CommonUnit | None, voice: Voice, *, bare: bool) -> Words:
    """A mark's printed figure; a change stands with its sign, since a mark has no verb."""
    if bare:
        return voice.quantity(quantity, unit=unit) if unit else voice.quantity(quantity, form="bare")
    return voice.quantity(quantity, form="table" if quantity.kind == "change" else "prose", en_small="digit")


def signed(label: Words, status: str) -> Words:
    """A label with the sign of what is not final."""
    return tuple((language, text + SIGNS[status]) for language, text in label) if status else label


def signs(marks: Sequence[Mark], voice: Voice) -> Words:
    """What the signs among the marks mean, for the note in the picture."""
    found = [status for status in STATUSES if any(mark.status == status for mark in marks)]
    if not found:
        return ()
    return tuple(
        (language, listed([say(f"{status}-sign", language) for status in found], language))
        for language in voice.languages
    )


def with_unit(words: Words, unit: CommonUnit | None, voice: Voice) -> Words:
    """Words that name the unit: in brackets behind them, unless they say it themselves."""
    if unit is None:
        return words
    said = dict(words)
    return tuple(
        (language, _with_label(said.get(language, ""), unit.label(language), language)) for language in voice.languages
    )


def _with_label(text: str, label: str, language: str) -> str:
    if not text:
        return capital(label)
    if not label or label.casefold().removesuffix("s") in text.casefold():
        return text
    return text + say("brackets", language).format(label)
