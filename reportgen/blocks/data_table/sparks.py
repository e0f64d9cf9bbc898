"""The sparklines of a table: the course of the figures of a row, in one cell."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.blocks.data_table.cells import Held
from reportgen.blocks.marks import ChartFigure, marks_of
from reportgen.charts.sparkline import sparkline
from reportgen.content.entries import NOWHERE, Wording
from reportgen.content.source import Scalar
from reportgen.content.when import read_when
from reportgen.document import Line, Phrase, Words
from reportgen.languages import LANGUAGES
from reportgen.numbers import Period, common_unit
from reportgen.voice import Voice


def spark_phrase(name: str, told: Words, columns: Sequence[Scalar], course: Sequence[Held], voice: Voice) -> Phrase:
    """The course of a row's figures, which are known by the heads of their columns: times, or words.

    `name` is what its picture is found by, `told` the words of the row. No words where no figure is known.
    """
    figures = [
        ChartFigure(
            held.quantity, head, frozenset(), when=head if isinstance(head, Period) else None, status=held.status
        )
        for head, held in zip(map(_head, columns), course, strict=True)
    ]
    if not any(figure.quantity for figure in figures):
        return ()
    unit = common_unit([figure.quantity for figure in figures if figure.quantity is not None])
    marks = tuple(marks_of(figures, {0: unit}, voice, lambda _: (False, ""), bare=True))
    spark = sparkline(voice.named(name), voice.languages, told, marks)
    return tuple(Line(language, (spark,)) for language in voice.languages)


def _head(column: Scalar) -> Period | Wording:
    try:
        return read_when(column)
    except ValueError:
        return Wording(dict.fromkeys(LANGUAGES, str(column)), {}, NOWHERE)
