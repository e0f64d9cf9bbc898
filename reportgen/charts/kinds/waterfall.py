"""How changes lead from one sum to the next: each starts where the one before ended, sums stand on zero."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.charts.drawing.shading import told_apart
from reportgen.charts.drawing.shapes import Plot
from reportgen.charts.drawing.stack_layout import lay
from reportgen.charts.drawing.stack_pieces import Stack, StackPart, StackPlot
from reportgen.charts.drawing.typesetter import Typesetter
from reportgen.charts.kind import Kind, OwnField, hidden_marks
from reportgen.charts.marks import called, with_missing
from reportgen.charts.needs import one_series
from reportgen.charts.sample import figure, percentages
from reportgen.charts.sentences import FEW, ends, everything, extremes, lacking
from reportgen.document import MISSING, TOTAL, Bound, Chart, Mark
from reportgen.messages import msg
from reportgen.records import record

SLACK = Decimal("0.01")  # of a sum: what rounded changes may miss it by


def draw(chart: Chart, setter: Typesetter) -> Plot:
    """Sums muted, rises in the headline's color, falls in the signal's; a line leads from each to the next. A change
    that is not known is hatched, as long as it must be to lead to the next sum."""
    marks, colors = _in_order(chart), step_colors(setter)
    stacks: list[Stack] = []
    for index, (mark, (start, end)) in enumerate(zip(marks, steps(marks), strict=True)):
        color = colors.of(mark, is_sum=mark.role == TOTAL or index == 0)
        stacks.append(Stack(mark.name, (StackPart(mark, start, end, color, mark.label),), joined=end))
    return lay(StackPlot(tuple(stacks)), setter)


def _in_order(chart: Chart) -> tuple[Mark, ...]:
    return tuple(mark for group in with_missing(chart) for mark in group)


def steps(marks: Sequence[Mark]) -> Iterator[tuple[Decimal, Decimal]]:
    """Where each piece starts and ends; the first figure is a sum, told to be one or not."""
    reached = Decimal(0)
    for index, mark in enumerate(marks):
        start = Decimal(0) if mark.role == TOTAL or index == 0 else reached
        reached = start + (_unexplained(marks, index, start) if mark.role == MISSING else mark.value)
        yield start, reached


def _unexplained(marks: Sequence[Mark], index: int, reached: Decimal) -> Decimal:
    """What leads from where a change that is not known starts to where the changes after it must start, so that they
    lead to the next sum; nothing where no sum follows, or another change before it is not known either."""
    after = Decimal(0)
    for mark in marks[index + 1 :]:
        if mark.role == TOTAL:
            return mark.value - after - reached
        if mark.role == MISSING:
            break
        after += mark.value
    return Decimal(0)


@record
class StepColors:
    """What changes and sums look like: grey print tells the three apart."""

    rise: str
    fall: str
    sum: str

    def of(self, mark: Mark, *, is_sum: bool) -> str:
        """The color of a piece; a sum that the headline speaks of looks like a rise."""
        if is_sum:
            return self.rise if mark.highlight else self.sum
        return self.rise if mark.value >= 0 else self.fall


def step_colors(setter: Typesetter) -> StepColors:
    """Rises in the headline's color, falls in the signal's, sums muted, each as light as it must be."""
    paper, look = setter.color("paper"), setter.look.chart
    rise = setter.color(look.highlight)
    fall = told_apart(setter.color("signal"), [rise], paper)
    return StepColors(rise, fall, told_apart(setter.color(look.plain), [rise, fall], paper))


def needs(chart: Chart) -> Iterator[str]:
    """A sum, changes, and sums that they lead to, each within a hundredth where all figures are exact; one change
    before each sum may not be known."""
    yield from one_series(chart, "stacked")
    if len(chart.marks) < 3:
        yield msg(
            "a chart of kind '{kind}' needs a sum, a change and a sum; here are {count} figures",
            kind=chart.kind,
            count=len(chart.marks),
        )
        return
    if any(mark.bound is not Bound.EXACT for mark in chart.marks):
        return
    running, unknown = chart.marks[0].value, 0
    for mark in _in_order(chart)[1:]:
        if mark.role != TOTAL:
            running += mark.value
            unknown += mark.role == MISSING
            continue
        if unknown != 1 and abs(running - mark.value) > SLACK * max(abs(mark.value), abs(running)):
            yield msg(
                "the changes do not lead to '{mark}': a change is missing, or this is no total", mark=called(mark)
            )
        running, unknown = mark.value, 0


def tells(chart: Chart, language: str) -> list[str]:
    """The first sum and the last, and the largest changes between."""
    if len(chart.marks) <= FEW:
        return [*everything(chart, language), *lacking(chart, language)]
    changes = [mark for mark in chart.marks[1:] if mark.role != TOTAL]
    return [
        ends(chart, chart.marks, language),
        *([extremes(chart, changes, language)] if changes else []),
        *lacking(chart, language),
    ]


def sample() -> Chart:
    """A share, what made it rise and fall, and where that led."""
    return percentages(
        "waterfall",
        ("占全国比重", "Share of the nation"),
        figure(("2019年", "2019"), "24", role=TOTAL),
        figure(("新航线", "New routes"), "9"),
        figure(("新泊位", "New berths"), "6"),
        figure(("货物分流", "Goods sent elsewhere"), "-4"),
        figure(("2024年", "2024"), "35", role=TOTAL),
    )


KIND = Kind(
    name="waterfall",
    words={"zh": "瀑布图", "en": "Waterfall chart"},
    shows=msg("how changes lead from sum to sum"),
    wants="a sum, changes with their signs, sums named in `totals`; they must add up within a hundredth",
    draw=draw,
    needs=needs,
    tells=tells,
    native=hidden_marks("waterfall"),
    sample=sample,
    fields=(OwnField("totals", "names", TOTAL, "the facts or rows that are sums"),),
    gaps=True,
)
