"""Charts that are too full: too high for a page, or with figures that find no room, in any edition."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.blocks.chart import ChartBlock
from reportgen.briefing_reader import read_look
from reportgen.charts import CHARTS
from reportgen.charts.overflow import fullness
from reportgen.content.model import Briefing
from reportgen.problems import ContentError, Problem, Severity
from reportgen.template.model import Look
from reportgen.voice import Voice

DEFAULT = "modern"


def check_charts(briefing: Briefing) -> Iterator[Problem]:
    """The first edition that a chart does not fit is told; the others would say the same."""
    charts = [block for section in briefing.sections for block in section.blocks if isinstance(block, ChartBlock)]
    if not charts:
        return
    try:
        look = read_look(str(briefing.about.template or DEFAULT))
    except ContentError:  # building tells what is wrong with the template
        return
    for block in charts:
        if not block.is_known(briefing) or any(block.problems(briefing)):
            continue
        if problem := next(_fullness(block, briefing, look), None):
            yield problem


def _fullness(block: ChartBlock, briefing: Briefing, look: Look) -> Iterator[Problem]:
    kind = CHARTS[block.kind]
    for edition, languages in briefing.whole_editions.items():
        chart = block.spec(Voice(briefing, languages))
        over, left_out = fullness(chart, kind, look)
        if over:
            told = f"the chart '{block.id}' is {over} mm too high for a page in the {edition} edition"
            # Too high for two languages only, it must not keep an edition in one from being built.
            severity = Severity.WARNING if len(languages) > 1 else Severity.ERROR
            yield Problem(block.id.place, told, "give it fewer figures or shorter names", severity)
        if left_out:
            hint = "show fewer names or series, or leave out the smallest parts"
            yield Problem(block.id.place, f"{left_out} ({edition} edition)", hint, Severity.WARNING)
