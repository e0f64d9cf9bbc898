"""Parts that do not make a hundred: a ring of 99.7% without a note that says why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.blocks.chart import ChartBlock
from reportgen.blocks.chart_entry import ChartFigure
from reportgen.blocks.table import TableBlock
from reportgen.charts.shares import WHOLE
from reportgen.checks.check import Subject
from reportgen.checks.plausible.rules import PARTS
from reportgen.content.derived.operands import HALF
from reportgen.content.entries import Text
from reportgen.content.model import Briefing
from reportgen.languages import LANGUAGES
from reportgen.messages import TONGUES, msg, wordings
from reportgen.numbers import FigureError, Quantity, write
from reportgen.numbers.model.quantity import Percent
from reportgen.numbers.model.rounding import display
from reportgen.problems import Place, Problem

NEAR = Decimal(3)
"""Points within which parts are meant to make a hundred; those that make less leave a rest."""
WHOLES = ("donut", "share", "stacked_100")
"""The kinds of charts whose percentages are parts of one whole."""
LEAST = 2


def find_parts(subject: Subject) -> Iterator[Problem]:
    """Charts and tables whose percentages nearly make a hundred."""
    briefing = subject.briefing
    for section in briefing.sections:
        for block, place in zip(section.blocks, section.places, strict=True):
            if isinstance(block, ChartBlock) and str(block.kind) in WHOLES:
                yield from _of_chart(block, briefing, place)
            elif isinstance(block, TableBlock) and block.is_known(briefing):
                yield from _of_table(block, briefing)


def _of_chart(block: ChartBlock, briefing: Briefing, place: Place) -> Iterator[Problem]:
    if not block.is_known(briefing) or (block.data and str(block.data) not in briefing.tables):
        return
    try:
        figures = list(block.figures(briefing))
    except (FigureError, ValueError, KeyError):
        return  # told where charts are checked
    for group in _groups(figures, stacked=str(block.kind) == WHOLES[-1]):
        yield from _missed([figure.quantity for figure in group], block.note, block.id.place, block.id.end)


def _groups(figures: Sequence[ChartFigure], *, stacked: bool) -> list[list[ChartFigure]]:
    """The figures that are parts of one whole: all of a ring, those of one name in a stack."""
    if not stacked:
        return [list(figures)]
    groups: dict[int, list[ChartFigure]] = {}
    names: list[object] = []
    for figure in figures:
        if figure.name not in names:
            names.append(figure.name)
        groups.setdefault(names.index(figure.name), []).append(figure)
    return list(groups.values())


def _of_table(block: TableBlock, briefing: Briefing) -> Iterator[Problem]:
    """The columns over a total of 100%."""
    for index in range(len(block.columns)):
        parts: list[Quantity | None] = []
        for row, figure in block.down(index, briefing):
            if not row.total:
                parts.append(figure)
                continue
            if isinstance(figure, Percent) and display(figure) == WHOLE:
                yield from _missed(parts, block.note, block.id.place, block.id.end)
            parts = []


def _missed(parts: Sequence[Quantity | None], note: Text | None, place: Place, end: Place | None) -> Iterator[Problem]:
    """That percentages make nearly a hundred, where neither a note nor a qualifier says so."""
    values: list[Decimal] = []
    for part in parts:
        value = display(part) if isinstance(part, Percent) and part.qualifier is None else None
        if not isinstance(value, Decimal):
            return
        values.append(value)
    total = sum(values, Decimal(0))
    if len(values) < LEAST or total == WHOLE or abs(total - WHOLE) > NEAR:
        return
    room = sum((HALF.scaleb(int(value.as_tuple().exponent)) for value in values), Decimal(0))
    rounded = abs(total - WHOLE) <= room
    if note is not None and (not rounded or _tells_of_rounding(note)):
        return
    said = wordings({tongue: write(Percent(value=total), tongue) for tongue in TONGUES})
    if rounded:
        message = msg("the parts make {total}, not 100%, and no note says that rounding is why", total=said)
        hint = msg(
            "write note: {{zh: 因四舍五入，各项合计可能略有出入。, en: Shares may not add up because of rounding.}}"
        )
    else:
        message = msg("the parts make {total}, not 100%, and rounding does not explain it", total=said)
        hint = msg("mend a part, add what is missing, or say in note: what is left out")
    yield PARTS.broken(place, message, hint, end=end)


def _tells_of_rounding(note: Text) -> bool:
    """Whether a note speaks of rounding in one of its languages."""
    return any(
        (word := LANGUAGES[language].words.get("rounding-word")) and word in str(typed).lower()
        for language, typed in note.typed.items()
    )
