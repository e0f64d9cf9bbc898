"""Charts that are too full: too high for a page, or with figures that find no room, in any edition."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.blocks.chart import ChartBlock
from reportgen.charts import CHARTS
from reportgen.charts.overflow import fullness
from reportgen.checks.check import Check, Subject
from reportgen.content.model import Briefing
from reportgen.messages import msg
from reportgen.problems import Certainty, Problem, Rule, Severity
from reportgen.template.model import Look
from reportgen.voice import Voice

TOO_HIGH = Rule(
    "charts/too-high",
    msg("A chart fits on a page, by measures of the average font."),
    certainty=Certainty.LIKELY,
    slip=msg("a chart of 38 bars with names of three lines each"),
    mend=msg("the same with shorter names, or in two charts"),
)
NO_ROOM = Rule(
    "charts/no-room",
    msg("At most a third of a chart's figures find no room beside their marks."),
    Severity.WARNING,
    Certainty.LIKELY,
    slip=msg("a stacked chart whose two small parts are a hundredth of the third"),
    mend=msg("the small parts taken together, or a chart of their own"),
)


def find_full(subject: Subject) -> Iterator[Problem]:
    """The first edition that a chart does not fit is told; the others would say the same."""
    briefing, look = subject.briefing, subject.look
    charts = [(block, problems) for block, problems in subject.blocks if isinstance(block, ChartBlock)]
    for block, problems in charts if look else ():
        if not block.is_known(briefing) or problems:
            continue
        if look and (problem := next(_fullness(block, briefing, look), None)):
            yield problem


def _fullness(block: ChartBlock, briefing: Briefing, look: Look) -> Iterator[Problem]:
    kind = CHARTS[block.kind]
    for edition, languages in briefing.whole_editions.items():
        chart = block.spec(Voice(briefing, languages))
        over, left_out = fullness(chart, kind, look)
        if over:
            message = msg(
                "the chart '{id}' is {over} mm too high for a page in the {edition} edition",
                id=block.id,
                over=over,
                edition=edition,
            )
            # Too high for two languages only, it must not keep an edition in one from being built.
            severity = Severity.WARNING if len(languages) > 1 else Severity.ERROR
            yield TOO_HIGH.broken(block.id, message, msg("give it fewer figures or shorter names"), severity=severity)
        if left_out:
            hint = msg("show fewer names or series, or leave out the smallest parts")
            message = msg("{left_out} ({edition} edition)", left_out=left_out, edition=edition)
            yield NO_ROOM.broken(block.id, message, hint)


CHARTS_FULL = Check(
    "charts", msg("Charts have room for what they show."), None, (TOO_HIGH, NO_ROOM), find_in_section=find_full
)
