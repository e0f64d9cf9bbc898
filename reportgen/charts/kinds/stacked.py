"""Parts piled up to their sum: each name's figures on one another, the first series nearest to zero."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.charts.drawing.shapes import Plot
from reportgen.charts.drawing.stack_layout import lay
from reportgen.charts.drawing.stack_pieces import Stack, StackPart, StackPlot
from reportgen.charts.drawing.ticks import ticks_for
from reportgen.charts.drawing.typesetter import Typesetter
from reportgen.charts.kind import Kind, NativeForm, OwnField
from reportgen.charts.marks import by_name, with_missing
from reportgen.charts.needs import one_sign, several_series
from reportgen.charts.sample import GOODS, PORTS, SHARE, named, percentages, table
from reportgen.charts.sentences import few_or_extremes, listed, opened, word
from reportgen.document import MISSING, TOTAL, Bound, Chart, Mark
from reportgen.languages import listed as language_list
from reportgen.messages import msg
from reportgen.numbers import CommonUnit, FormatOptions, write
from reportgen.numbers.model.quantity import Rate

MOST = 5


def draw(chart: Chart, setter: Typesetter) -> Plot:
    """A stack a name, each figure inside its piece."""
    groups = with_missing(chart)
    colors = tuple(setter.series(index) for index in range(len(chart.series)))
    sums = [sum((mark.value for mark in group), Decimal(0)) for group in groups]
    stacks = tuple(_pile(group, chart, setter) for group in groups)
    if chart.option("sums"):
        ends = {mark.name: (_end(mark),) for mark in sum_marks(chart)}
        stacks = tuple(replace(stack, pieces=(*stack.pieces, *ends.get(stack.name, ()))) for stack in stacks)
    return lay(StackPlot(stacks, chart.series, colors, ticks_for(chart, sums)), setter)


def _pile(group: tuple[Mark, ...], chart: Chart, setter: Typesetter) -> Stack:
    """The parts that are known, and behind them words that name those that are not."""
    pieces: list[StackPart] = []
    reached = Decimal(0)
    lacking = [mark for mark in group if mark.role == MISSING]
    for mark in group:
        if mark in lacking:
            continue
        pieces.append(
            StackPart(mark, reached, reached + mark.value, setter.series(mark.series), mark.label, inside=True)
        )
        reached += mark.value
    if lacking:
        pieces.append(StackPart(lacking[0], reached, reached, "", tuple(_without(chart, lacking))))
    return Stack(group[0].name, tuple(pieces))


def _without(chart: Chart, lacking: Sequence[Mark]) -> Iterator[tuple[str, str]]:
    """Which parts a stack lacks; all of them in a word."""
    for language, said in lacking[0].label:
        names = [dict(chart.series[mark.series])[language] for mark in lacking]
        every = len(lacking) == len(chart.series)
        named = opened(word("missing", language, names=language_list(names, language)))
        yield language, said if every else named


def _end(mark: Mark) -> StackPart:
    """A sum behind the last piece of its stack: words alone, for the pieces are its length."""
    return StackPart(mark, mark.value, mark.value, "", mark.label)


def sum_marks(chart: Chart) -> list[Mark]:
    """The sum under each name that has all its parts, in the chart's unit, with the decimals that its figures share."""
    unit = chart.unit
    if unit is None:
        return []
    made: list[Mark] = []
    short = {mark.name for mark in chart.in_role(MISSING)}
    for group in by_name(chart.marks):
        if group[0].name in short:
            continue
        value = sum((mark.value for mark in group), Decimal(0))
        label = tuple((language, _written(value, unit, language)) for language in chart.languages)
        made.append(Mark(group[0].name, value, label, highlight=True, role=TOTAL))
    return made


def _written(value: Decimal, unit: CommonUnit, language: str) -> str:
    figure = unit.at(value)
    assert not isinstance(figure, Rate)  # needs() has refused sums of rates
    quantum = unit.divisor(language).scaleb(-unit.decimals.get(language, 0))
    return write(replace(figure, quantum=quantum, options=FormatOptions(keep_zeros=True)), language, unit=unit)


def tells(chart: Chart, language: str) -> list[str]:
    """Few figures or the extremes of each part, and the sums that are printed."""
    if not chart.option("sums"):
        return few_or_extremes(chart, language)
    sums = listed(replace(chart, series=()), sum_marks(chart), language)
    return [*([word("sums", language, sums=sums)] if sums else []), *few_or_extremes(chart, language)]


def limits(chart: Chart) -> Iterator[str]:
    """Word labels the parts of a stack, and has no place for their sum."""
    if chart.option("sums"):
        yield msg("Word has no place for the sums of its stacks")


def needs(chart: Chart) -> Iterator[str]:
    """Two to five series, of one sign under each name."""
    yield from several_series(chart, MOST)
    for group in by_name(chart.marks):
        yield from one_sign(group, chart.kind)
    if chart.option("sums") and any(mark.bound is not Bound.EXACT for mark in chart.marks):
        yield msg("figures that are not exact have no exact sum: leave out sums")
    elif chart.option("sums") and (chart.unit is None or isinstance(chart.unit.like, Rate)):
        yield msg("figures that share no unit have no sum: leave out sums")


def sample() -> Chart:
    """Three ports, each with three goods that add up."""
    marks = table(PORTS, ("21", "14", "12"), ("18", "9", "6"), ("8", "7", "5"))
    return percentages("stacked", SHARE, *marks, series=named(*GOODS[:3]))


KIND = Kind(
    name="stacked",
    words={"zh": "堆积图", "en": "Stacked chart"},
    shows=msg("parts piled up to their sum"),
    wants="two to five series of one sign; a figure without room gives way to an axis",
    draw=draw,
    needs=needs,
    native=NativeForm("barChart", "bar", "stacked", stacked=True, limits=limits),
    tells=tells,
    fields=(OwnField("sums", "yes", "", "`true` prints the sum of each stack at its end"),),
    sample=sample,
    along=True,
    most=60,
    gaps=True,
)
