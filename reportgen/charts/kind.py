"""What a kind of chart is: one record of everything that is true of it and of no other, and the problems common to all.

A kind stands in kinds/NAME.py as KIND, and by its name in CHARTS. What several kinds need of a chart is in needs.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal

from reportgen import document
from reportgen.charts.drawing.line_breaking import printed
from reportgen.charts.drawing.shapes import Plot
from reportgen.charts.drawing.typesetter import Typesetter
from reportgen.charts.marks import called, texts, with_missing
from reportgen.charts.sentences import Telling, few_or_extremes
from reportgen.document import Chart, Words
from reportgen.languages import LANGUAGES
from reportgen.messages import Message, msg
from reportgen.records import keyword_record, record
from reportgen.template.model import ColorName, Look

Scaling = Literal["one", "series", "axis", "none"]
NaturalWidth = Literal["half", "full"]

LONGEST = {"name": 200, "label": 60, "measure": 200, "note": 500, "series": 120, "guide": 120}
"""How many characters a text of a chart may have; longer ones belong in the briefing's text."""


def _no_limits(_chart: Chart) -> Iterator[str]:
    yield from ()


def _nowhere(_chart: Chart) -> bool:
    return False


def _any_width(_chart: Chart) -> int:
    return 0


@record
class NativeForm:
    """How Word draws a kind: its element, and where that has them, its direction and how series stand together."""

    element: str
    direction: str = ""  # bar: lying, col: standing
    grouping: str = ""
    stacked: bool = False
    course: bool = False  # its marks follow each other in time where they have times
    dots: bool = False  # nothing leads from mark to mark
    turned: bool = False  # a series a name, a row a moment
    earlier: Callable[[Look], ColorName] | None = None  # the color of what was, where it stands beside what is
    limits: Callable[[Chart], Iterator[str]] = _no_limits  # why Word cannot draw a chart that the picture can
    colors: Callable[[int, Look], Sequence[str]] | None = None  # those of so many series, where not the palette's
    signed: Callable[[Chart], Chart] | None = None  # the chart with figures below zero that its element puts there


@record
class OwnField:
    """A field of a chart that only some kinds take, and the role that it gives to marks.

    `holds` a fact: its figure stands beside the marks, in the role; names: the marks of those facts or rows have the
    role; start: a column where the ranges start that end in the column of figures; figures: one or more figures in the
    chart's unit, or facts, which stand beside the marks in the role; choice: one of `choices`; axis: where the axis of
    values starts and ends; lines: values that figures are read against; events: what happened when; moment: a time or
    a mark; yes: nothing, it is set or not.
    """

    name: str
    holds: Literal["fact", "names", "start", "figures", "choice", "axis", "lines", "events", "moment", "yes"]
    role: str
    means: str  # what it is, as the content reference tells it
    choices: tuple[str, ...] = ()


@record
class Gazetteer:
    """The places of a map: `find` gives a place's names in all languages by any one of them; `names` are all."""

    find: Callable[[str], Words | None]
    names: Callable[[], tuple[str, ...]]


PART_AND_WHOLE = (
    OwnField("part", "fact", document.ASIDE, "the figure that the share is"),
    OwnField("whole", "fact", document.ASIDE, "the figure that it is a share of"),
)
"""The figures that may stand beside a part of a whole."""


AXIS = OwnField(
    "axis",
    "axis",
    "",
    "where the axis of values starts and ends, in the chart's unit: `{from: 45, to: 55, decimals: 0}`; `auto` for "
    "round values around the figures; unset, as the kind does it",
)
REFERENCE = OwnField(
    "reference",
    "lines",
    "",
    "lines that figures are read against: a list of `{at: 50, name: {zh: …, en: …}}` (a figure or a fact), "
    "`{average: true}`, or a band `{from: 2%, to: 3%, name: …}`",
)
ALONG = "along"
"""The role of a field whose lines stand on the axis of the first of two series; others stand on the second's."""

EVENTS = OwnField(
    "events",
    "events",
    "",
    "what happened when: a list of `{when: 2020-01, name: {zh: …, en: …}}`, or of stretches of time "
    "`{from: …, to: …, name: …}`",
)
INDEX = OwnField("index", "moment", "", "the time whose figures are 100, to which all of a series are told: `2020`")
"""Fields that several kinds take."""


@keyword_record
class Kind:
    """A kind of chart. `draw` may count on `problems` having found none; `sorts` says that its marks stand by size."""

    name: str
    words: Mapping[str, str]  # what it is called in a chart's words for those who cannot see it
    shows: str  # what it shows and what it wants, as the content reference tells it
    wants: str
    draw: Callable[[Chart, Typesetter], Plot]
    native: NativeForm | Message  # how Word draws it, or why it does not
    sample: Callable[[], Chart]
    needs: Callable[[Chart], Iterator[str]] = _no_limits
    tells: Telling = few_or_extremes
    fields: tuple[OwnField, ...] = ()
    sorts: bool = False
    sorted_by: int = 0  # the series whose figures decide the order; -1 is the last
    most: int = 40
    narrowest: Callable[[Chart], int] = _any_width  # the millimeters that it needs
    far: Callable[[Chart], bool] = _nowhere  # whether it joins dates by dots that are far apart
    little: int = 0  # up to so many names it needs only half of the page's text
    timed: bool = False  # whether its marks stand by their times, and are named so
    events: bool = False  # whether its marks are happenings: what its columns of figures hold is words
    shares: bool = False  # whether it shows what amounts are of their sum
    along: bool = False  # whether its names stand side by side, so that times among them stand in their order
    moments: bool = False  # whether its series may be moments, which then stand in their order
    scale: Scaling = "one"  # which figures share a scale, and so a unit: all, those of a series (if they must), none
    bare: bool = False  # whether its figures leave their unit to the measure, those of facts too
    gaps: bool = False  # whether it shows where figures are missing
    gazetteer: Gazetteer | None = None  # the places of a kind that is a map: its marks are called as one of them

    def natural_width(self, chart: Chart) -> NaturalWidth:
        """Half of the page's text for a chart that shows little."""
        return "half" if len(with_missing(chart)) <= self.little else "full"

    def called(self, language: str) -> str:
        """What the kind is called in a language; one that is not here may call it chart-NAME, else it is English."""
        if language in self.words:
            return self.words[language]
        return LANGUAGES[language].words.get(f"chart-{self.name}", self.words["en"])

    def problems(self, chart: Chart) -> Iterator[str]:
        """Everything that keeps this kind from drawing the chart, in words for its author."""
        if not chart.marks:
            yield msg("a chart of kind '{kind}' needs at least one figure and has none", kind=chart.kind)
            return
        if len(chart.marks) > self.most:
            yield msg(
                "a chart of kind '{kind}' shows at most {most} figures, here are {count}: a table would hold them",
                kind=chart.kind,
                most=self.most,
                count=len(chart.marks),
            )
            return
        yield from self._foreign_roles(chart)
        if len(set(chart.marks)) < len(chart.marks):
            yield msg("two marks are the same in every respect: leave one out")
        if chart.width_mm is not None and chart.width_mm < (least := self.narrowest(chart)):
            yield msg(
                "a chart of kind '{kind}' needs {least} mm across and has {width}: give it the full width",
                kind=chart.kind,
                least=least,
                width=round(chart.width_mm),
            )
        problems = [*_text_problems(chart), *_value_problems(chart)]
        yield from problems or self.needs(chart)

    def _foreign_roles(self, chart: Chart) -> Iterator[str]:
        """Marks beside the figures in a role that the kind does not know."""
        known = {field.role for field in self.fields}
        known |= {document.MISSING} if self.gaps else set()
        for role, mark in {mark.role: mark for mark in reversed(chart.beside) if mark.role not in known}.items():
            match role:
                case document.ASIDE:
                    yield msg(
                        "a chart of kind '{kind}' shows no figures beside its marks: leave out part and whole",
                        kind=chart.kind,
                    )
                case document.LOW:
                    yield msg(
                        "mark '{mark}' is a range, and a chart of kind '{kind}' shows none: use range",
                        mark=called(mark),
                        kind=chart.kind,
                    )
                case _:
                    yield msg("a chart of kind '{kind}' shows no marks that are '{role}'", kind=chart.kind, role=role)


def no_such_chart(kind: str) -> Message:
    """Why Word does not draw a kind that it has no chart for."""
    return msg("Word has no chart of kind '{kind}'", kind=kind)


def hidden_marks(kind: str) -> Message:
    """Why Word does not draw a kind that it could only draw on hidden marks, whose lengths no fact tells."""
    return msg(
        "Word would need figures in its sheet that are no facts to draw a chart of kind '{kind}'",
        kind=kind,
    )


def _text_problems(chart: Chart) -> Iterator[str]:
    for told in texts(chart):
        for language, text in told.words:
            if len(text) > LONGEST[told.sort]:
                yield msg(
                    "{where} has {count} characters ({language}), and {most} can be drawn: shorten it",
                    where=told.where(),
                    count=len(text),
                    language=language,
                    most=LONGEST[told.sort],
                )
    for mark in chart.marks:
        labeled = {language for language, text in mark.label if printed(text).strip()}
        for language in chart.languages:
            if language not in labeled:
                yield msg("mark '{mark}' has no label in language '{language}'", mark=called(mark), language=language)


def _value_problems(chart: Chart) -> Iterator[str]:
    for mark in dict.fromkeys((*chart.marks, *chart.beside)):
        if not mark.value.is_finite() or abs(mark.value) > 10**30:
            yield msg("mark '{mark}' has no value that can be drawn", mark=called(mark))
    last = max(mark.series for mark in chart.marks)
    if last > 0 and len(chart.series) <= last:
        yield msg(
            "a chart of {count} series needs a name for each, here are {names}",
            count=last + 1,
            names=len(chart.series),
        )
