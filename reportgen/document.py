"""A document: the small closed set of plain elements that an edition consists of, holding only words.

Nothing here knows content files, facts' rules, fonts or colours. A phrase holds one line a language, in the order
shown; how two languages are laid out (one under the other, side by side) is for the renderer to draw. All numbers of
sections, figures, tables and notes are settled before a document exists, so that any reference can be printed.
"""

from __future__ import annotations

from dataclasses import field
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from reportgen.numbers import CommonUnit
from reportgen.records import record

# ---- words ------------------------------------------------------------------

Words = tuple[tuple[str, str], ...]
"""Plain words without markup: (language, text) pairs in the order shown."""


@record
class Run:
    """Words in one dress. `fact` names the fact the words print, in a `form` that an author may ask for (bare, when).

    `role` sets a key figure's parts large or small. `product` words stand beside an author's in one line: 注：.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    fact: str = ""
    form: str = ""
    role: str = ""  # "" | "figure" (large) | "affix" (its unit and qualifier, small)
    product: bool = False


@record
class Link:
    """Words that lead to an address outside the document."""

    text: str
    url: str


Citations = Literal["numbered", "section", "footnotes"]
"""How sources are cited: [1] to the list of sources; in a line at each section's end; in footnotes, once a section."""


@record
class Note:
    """A footnote: its mark, and its words in the language of its line.

    Every mark has a footnote of its own, so that both are on one page. `again` is set where the same note was numbered
    in another language before: its number is then told again, not counted.
    """

    id: str
    number: int
    body: Phrase
    again: bool = False


@record
class Cite:
    """A citation: the number of a source in the list of sources, and what references call it there."""

    target: str
    number: int

    @property
    def text(self) -> str:
        """The mark as it is printed; with its brackets it is no figure wherever it is read."""
        return f"[{self.number}]"


@record
class Reference:
    """A cross-reference to a caption or a heading: its target and the words printed (图3, Figure 3)."""

    target: str
    text: str


@record
class Spark:
    """A small line chart in a line of words, such as a cell; `alt` tells it to those who cannot see it.

    Its chart is of kind SPARK, which no author types; `id` is what its picture is found by.
    """

    id: str
    chart: Chart
    alt: Words


SPARK = "spark"

Inline = Run | Link | Note | Cite | Reference | Spark


@record
class Line:
    """One language's wording of a phrase; `typed` is what its author typed for it, markup and all, if an author did."""

    language: str
    inlines: tuple[Inline, ...]
    typed: str = ""


Phrase = tuple[Line, ...]

# ---- charts: what is shown; how it is drawn is for charts/ ---------------------


class Bound(StrEnum):
    """How a figure stands to its true value; it decides how the end of its mark looks."""

    EXACT = "exact"
    ABOUT = "about"  # 约, 左右, about
    ABOVE = "above"  # 余, 多, 超过, 以上: the true value is higher (or as high)
    BELOW = "below"  # 近, 不足, 以内: the true value is lower (or as low)


@record
class Mark:
    """One figure in a chart: its length and its printed label travel together and cannot disagree."""

    name: Words
    value: Decimal  # in base units: yuan, items, percent
    label: Words  # the figure as printed, qualifier included
    bound: Bound = Bound.EXACT
    when: Decimal | None = None  # the place on a time axis, in years: 2008.25 is April 2008
    highlight: bool = False
    series: int = 0
    fact: str = ""
    role: str = ""  # what it is to its kind of chart besides a figure: TOTAL, GAP, … below
    status: str = ""  # preliminary, estimate or forecast: the mark is hatched or hollow; final figures have none
    ticks: tuple[Words, ...] = ()  # a month or quarter along an axis of time: with its year, and without


TOTAL = "total"
"""The role of a sum that stands from zero, among the changes that lead to it."""

GAP = "gap"
"""The role of a figure before which others are missing: a line breaks here."""

LOW = "low"
"""The role of the figure where a range starts; it is called and labeled as the mark where the range ends."""

MISSING = "missing"
"""The role of what stands beside the marks for a figure that is not known; its label says so."""

ASIDE = "aside"
"""The role of a figure told beside the marks: a part, a whole."""


FORECAST = "forecast"
"""The status of a figure for a time to come: the line to it is dashed."""


@record
class AxisRange:
    """Where the axis of values starts and ends and with how many decimals it is told; None leaves it to the figures."""

    least: Decimal | None = None
    most: Decimal | None = None
    decimals: int | None = None


@record
class Guide:
    """What figures are read against: a value or a stretch of values; where `upright`, a time or a stretch of time."""

    name: Words
    label: Words  # its figure or its time as printed
    start: Decimal  # in base units as a mark's value; a time in years
    end: Decimal | None = None  # where it is a stretch
    upright: bool = False
    fact: str = ""
    series: int = 0  # whose axis it stands on, where each series has its own


@record
class Chart:
    """A chart's specification in words and Decimals.

    `beside` holds what is no figure of its own: marks in the roles of where ranges start, or of what stands aside.
    """

    kind: str
    languages: tuple[str, ...]
    marks: tuple[Mark, ...]
    measure: Words = ()  # what is measured, and its unit
    note: Words = ()
    series: tuple[Words, ...] = ()
    beside: tuple[Mark, ...] = ()
    unit: CommonUnit | None = None  # the one unit of the value axis, for ticks
    units: tuple[CommonUnit | None, ...] = ()  # the unit of each series, where each has a scale of its own
    options: tuple[tuple[str, str], ...] = ()  # what an author chose in a field of the kind alone, by its name
    axis: AxisRange | None = None  # set by the author; unset, from zero as far as the figures go
    guides: tuple[Guide, ...] = ()
    names: tuple[Words, ...] = ()  # all names in their order, where figures are missing under some; else marks tell it
    width_mm: Decimal | None = None  # how wide it is printed; None: as wide as the page's text
    height_mm: Decimal | None = None  # how high a kind draws it that has a choice; None: as the look says

    def option(self, name: str, unset: str = "") -> str:
        """What an author chose."""
        return dict(self.options).get(name, unset)

    def in_role(self, role: str) -> tuple[Mark, ...]:
        """What stands beside the marks in a role."""
        return tuple(mark for mark in self.beside if mark.role == role)

    def aside(self) -> tuple[Mark, ...]:
        """The figures told beside the marks."""
        return self.in_role(ASIDE)


# ---- elements -----------------------------------------------------------------


@record
class TitleBlock:
    """The head of the briefing: who issues it, what it is called, when it was written."""

    issuer: Phrase
    issue: Phrase
    title: Phrase
    subtitle: Phrase
    date: Phrase


@record
class Letterhead:
    """The head of a filed document, above its title; what is empty is left out.

    A bulletin has its title in place of an office's mark, and the issue, issuer and date of the title block under it.
    """

    copy_number: Phrase = ()
    classification: Phrase = ()
    urgency: Phrase = ()
    mark: Phrase = ()
    number: Phrase = ()
    signers: tuple[Phrase, ...] = ()
    signers_label: Words = ()
    bulletin: Phrase = ()


@record
class Closing:
    """What stands under the text of a filed document: its attachments, who signs it and when, a remark."""

    attachments: tuple[Phrase, ...]
    attachments_label: Words
    signature: Phrase
    date: Phrase
    remark: Phrase = ()
    sealed: bool = True


@record
class Imprint:
    """The foot of a filed document's last page: who has copies, who printed it and when."""

    copies: Phrase
    copies_label: Words
    printer: Phrase
    printed: Phrase


@record
class Contents:
    """A table of contents: of the headings in its language, or of the figures or tables.

    One that nobody asked for stands only in a long document.
    """

    title: Phrase
    of: str = "heading"  # heading, figure or table
    asked: bool = True


@record
class Heading:
    """A numbered heading: level 1 is a section. `number` is its place: (3,) or (3, 2); empty for none."""

    id: str
    level: int
    number: tuple[int, ...]
    text: Phrase


@record
class Paragraph:
    """A paragraph in a role: body, lead, note, source, quote, attribution.

    Elements that follow each other with the same name `beside` stand side by side, where a look has room for it.
    """

    role: str
    text: Phrase
    beside: str = ""
    loose: bool = False  # a page may end between its languages


@record
class Bullets:
    """A list; `ordered` lists count from 1 again each time. `role` is list, sources or findings, which have a title."""

    items: tuple[Phrase, ...]
    ordered: bool = False
    role: str = "list"
    ids: tuple[str, ...] = ()  # what references call the items
    title: Phrase = ()
    beside: str = ""


@record
class Callout:
    """A tinted box with a title and its paragraphs."""

    title: Phrase
    paragraphs: tuple[Phrase, ...]


@record
class Metric:
    """One key figure: the figure set large, what it measures, and the time it is for."""

    figure: Phrase
    label: Phrase
    period: Phrase


@record
class Metrics:
    """A row of key figures, as real text."""

    cells: tuple[Metric, ...]
    notes: tuple[Paragraph, ...] = ()


@record
class CaptionLine:
    """A caption in one language: 图 + 1 + finding. `gap` stands between word and number (nothing in Chinese)."""

    language: str
    word: str
    gap: str
    text: tuple[Inline, ...]
    typed: str = ""


@record
class Caption:
    """A numbered caption; its number is one in both languages. `sequence` is figure or table."""

    id: str
    sequence: str
    number: int
    lines: tuple[CaptionLine, ...]


@record
class Figure:
    """A captioned chart with its words for those who cannot see it."""

    caption: Caption
    chart: Chart
    alt: Words
    notes: tuple[Paragraph, ...] = ()
    render: str = ""  # picture or native (a chart of Word); empty for the look's choice
    width: str = ""  # half or full; empty for the look's choice
    beside: str = ""


class Align(StrEnum):
    """How a column stands: words to the left, figures to the right."""

    LEFT = "left"
    RIGHT = "right"
    CENTER = "center"


@record
class Column:
    """A table's column: its head, its unit in grey under or after it, how its cells stand, the head it shares."""

    head: Phrase
    unit: Phrase = ()
    align: Align = Align.LEFT
    group: Phrase = ()  # neighbors of one group stand under one head


@record
class Table:
    """A captioned table. Every row has as many cells as there are columns; a total row has a rule over it."""

    caption: Caption
    columns: tuple[Column, ...]
    rows: tuple[tuple[Phrase, ...], ...]
    notes: tuple[Paragraph, ...] = ()
    totals: frozenset[int] = frozenset()  # indexes of the rows that are totals
    wide: bool = False  # stands on a page of its own that lies on its side
    heads: frozenset[int] = frozenset()  # indexes of the rows that open a group
    subtotals: frozenset[int] = frozenset()  # indexes of the rows that sum one up
    breaks: bool = False  # a page may end between its rows, however few they are


@record
class TimelineEntry:
    """A moment and what happened then."""

    when: Phrase
    text: Phrase


@record
class Timeline:
    """Moments in their order."""

    entries: tuple[TimelineEntry, ...]


@record
class PageBreak:
    """What follows starts on a new page; in a facing document, on the next page of the `side` of its language."""

    side: str = ""  # the language whose pages follow


Element = (
    Letterhead | TitleBlock | Contents | Heading | Paragraph | Bullets | Callout | Metrics | Figure | Table | Timeline
    | PageBreak | Closing | Imprint
)  # fmt: skip


@record
class Properties:
    """What a file says of itself, in the document's first language. `date` is ISO: 2025-06-06."""

    title: str
    subject: str
    keywords: tuple[str, ...]
    author: str
    date: str
    english: str = "en-US"  # the English the document is written in


@record
class PartTold:
    """What a derived figure is reckoned of: a fact that is printed too, else its sources and where it was read."""

    fact: str = ""
    sources: tuple[str, ...] = ()
    known: tuple[tuple[str, str], ...] = ()


@record
class FactTold:
    """A fact that the document prints, kept in the file and drawn nowhere.

    `value` is its number in base units (yuan, items, percent) where it has one, else what it is, in no language; `unit`
    what the number counts. `period` is a code (2025-Q1), `known` where the figure was read, by name; `parts` are what a
    derived one is reckoned of.
    """

    name: str
    kind: str
    value: str
    unit: str
    qualifier: str
    period: str
    status: str
    sources: tuple[str, ...]
    printed: Words
    known: tuple[tuple[str, str], ...] = ()
    parts: tuple[PartTold, ...] = ()


@record
class Document:
    """An edition, ready to draw. `layout` says how two languages stand.

    interleaved: each paragraph in both; side-by-side: in two columns; facing: the first language on left-hand pages,
    the second on the right-hand pages beside them.
    """

    languages: tuple[str, ...]
    properties: Properties
    short_title: Phrase
    elements: tuple[Element, ...] = field(default=())
    layout: str = "interleaved"
    facts: tuple[FactTold, ...] = ()  # those it prints
    unbroken: tuple[str, ...] = ()  # terms and names, which no line of a title tears
    briefing: str = ""  # the briefing's id
    edition: str = ""
    name: str = ""  # what no other edition of any briefing is called; printed nowhere
    turned: frozenset[int] = frozenset()  # places of elements that begin a page, since no column before has the room
    sealed: bool = False  # its file carries none of its facts and no marks
