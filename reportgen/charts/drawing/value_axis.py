"""An axis of values that an author asked for: where it starts and ends, and the round values along it.

Only marks without length stand on one that need not start at zero; bars always start there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from reportgen.charts.drawing.ticks import STEPS, WANTED, Ticks
from reportgen.document import MISSING, Chart, Words
from reportgen.numbers import CommonUnit, FormatOptions, write
from reportgen.numbers.model.quantity import Rate
from reportgen.records import record

MOST = 8  # steps along an axis
CLOSE = Decimal("0.12")  # of a step: nearer to its end than this, a figure wants one more step
_ALIKE = FormatOptions(keep_zeros=True)


def axis_values(chart: Chart) -> Iterator[Decimal]:
    """Every value that the axis must hold: of marks, of where ranges start, and of what they are read against."""
    yield from (mark.value for mark in (*chart.marks, *chart.beside) if mark.role != MISSING)
    yield from guide_values(chart)


def guide_values(chart: Chart) -> Iterator[Decimal]:
    """The values that figures are read against."""
    for guide in chart.guides:
        if not guide.upright:
            yield guide.start
            if guide.end is not None:
                yield guide.end


@record
class AxisSteps:
    """Where an axis starts and ends, and from value to value along it."""

    least: Decimal
    most: Decimal
    step: Decimal

    def values(self) -> list[Decimal]:
        """The multiples of the step along the axis."""
        first = (self.least / self.step).to_integral_value(ROUND_CEILING)
        last = (self.most / self.step).to_integral_value(ROUND_FLOOR)
        return [index * self.step for index in range(int(first), int(last) + 1)]


def axis_steps(chart: Chart) -> AxisSteps:
    """The axis as its author sets it, else up to the round values around all it must hold."""
    assert chart.axis is not None
    values = list(axis_values(chart))
    least, most = chart.axis.least, chart.axis.most
    low = min(values) if least is None else least
    high = max(values) if most is None else most
    step = _step(chart, high - low if high > low else abs(high) or Decimal(1))
    if least is None:
        least = _down(low, step)
        least -= step if low - least < CLOSE * step and least else 0
    if most is None:
        most = -_down(-high, step)
        most += step if most - high < CLOSE * step and most else 0
    return AxisSteps(least, most, step)


def axis_ticks(chart: Chart) -> Ticks:
    """The round values along the axis, all with as many decimals; none where figures share no unit."""
    if chart.unit is None:
        return ()
    values = axis_steps(chart).values()
    places = {language: _places(chart, language, values) for language in chart.languages}
    return tuple((value, _said(chart, chart.unit, value, places)) for value in values)


def _step(chart: Chart, span: Decimal) -> Decimal:
    """A step that goes into a span a few times: into one that the author set without a rest, where one does."""
    axis = chart.axis
    if axis is not None and axis.least is not None and axis.most is not None:
        even = [step for step in _steps(chart, span) if not axis.least % step and not axis.most % step]
        if even:
            return min(even, key=lambda step: abs(span / step - WANTED))
    return next(step for step in _steps(chart, span) if step >= span / WANTED)


def _steps(chart: Chart, span: Decimal) -> list[Decimal]:
    """Steps of 1, 2, 2.5 and 5 times a power of ten, from an eighth of a span, none finer than its decimals allow."""
    power = Decimal(1).scaleb((span / MOST).adjusted())
    steps = [step * power * ten for ten in (1, 10, 100) for step in STEPS[:-1]]
    if chart.axis is not None and chart.axis.decimals is not None and chart.unit is not None:
        finest = chart.unit.divisor(chart.languages[0]).scaleb(-chart.axis.decimals)
        steps = [step for step in steps if not step % finest] or [finest]
    return [step for step in steps if step >= span / MOST] or [span]


def _down(value: Decimal, step: Decimal) -> Decimal:
    return (value / step).to_integral_value(ROUND_FLOOR) * step


def _places(chart: Chart, language: str, values: Iterable[Decimal]) -> int:
    """How many decimals the values are told with in a language: the author's, else as many as one of them needs."""
    assert chart.unit is not None
    assert chart.axis is not None
    divisor = chart.unit.divisor(language)
    needed = max((-_exponent(value / divisor) for value in values), default=0)
    wanted = chart.axis.decimals if language == chart.languages[0] else None
    return max(needed, wanted or 0)


def _exponent(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return min(exponent, 0) if isinstance(exponent, int) else 0


def _said(chart: Chart, unit: CommonUnit, value: Decimal, places: dict[str, int]) -> Words:
    figure = unit.at(value)
    words: list[tuple[str, str]] = []
    for language in chart.languages:
        quantum = unit.divisor(language).scaleb(-places[language])
        if isinstance(figure, Rate):
            told = replace(figure, amount=replace(figure.amount, quantum=quantum), options=_ALIKE)
        else:
            told = replace(figure, quantum=quantum, options=_ALIKE)
        words.append((language, write(told, language, unit=replace(unit, decimals=places))))
    return tuple(words)
