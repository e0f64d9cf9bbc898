"""What a template says: palette, fonts, page, and the look of every role. Data only; word/ and charts/ obey it.

Lengths are millimeters, type sizes and line heights points, colors names of the palette. A template is a folder with a
`look.yaml` of these models; the built-in ones stand beside this module. Reading the file is briefing_reader.py's work.
"""

# No `from __future__ import annotations`: pydantic would compile the type of each field whenever the program starts.

from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator, model_validator

from reportgen.document import Citations
from reportgen.messages import listing, msg

BUILT_IN = Path(__file__).parent
"""The folder of the built-in templates, one folder a template."""

DPI = range(72, 601)
"""The resolutions of pictures, in dots an inch, that a template or a build may ask for."""

Length = Annotated[Decimal, Field(ge=0, le=1000)]
PointSize = Annotated[Decimal, Field(gt=0, le=200)]
Color = Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")]
ColorName = Literal["ink", "accent", "accent2", "signal", "grey", "rule", "tint", "paper", "mark"]

ROLES = (
    *("title", "subtitle", "issuer", "issue", "date", "contents-title", "toc1", "toc2", "toc-caption"),
    *("heading1", "heading2", "heading3", "body", "lead", "list", "callout-title", "callout"),
    *("metric", "metric-label", "metric-period", "table-head", "table-cell", "caption", "picture", "note", "source"),
    *("footnote", "sources", "timeline-when", "timeline-text", "header", "footer", "gap"),
    *("findings-title", "findings", "quote", "attribution"),
)
"""Every paragraph role that a renderer asks for, in the order of a page."""

FILING_ROLES = (
    *("copy-number", "security", "mark", "document-number", "bulletin", "bulletin-issue", "bulletin-line"),
    *("addressees", "attachments", "signature", "remark", "imprint"),
)
"""The paragraph roles of what a document is filed by: a look that prints it says how they look."""

LIKE = {"findings-title": "callout-title", "findings": "list", "quote": "lead", "attribution": "source"}
"""The roles that a look may leave out, and what they then look like."""

AIRY = (
    "body",
    "lead",
    "list",
    "heading1",
    "heading2",
    "heading3",
    "caption",
    "source",
    "sources",
    "quote",
    "attribution",
)
"""The roles whose space may be more or less than the look says, for a page to be filled."""

RUNS = (
    *("strong", "emphasis", "link", "note-mark", "metric-affix", "unit", "caption-label", "list-mark"),
    *("heading-second", "contents-second", "issue-mark"),
)
"""Every dress of a stretch of words that a renderer asks for."""

FILING_RUNS = ("signer",)
"""The dresses of what a document is filed by."""


class Strict(BaseModel):
    """A part of a look: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Palette(Strict):
    """The template's colors by what they are for; charts take theirs from `series`, one after another.

    Maps and tables of shaded cells take theirs from `sequential`, or from `diverging` where values stand on both sides
    of a middle; between two colors there are all shades.
    """

    ink: Color
    accent: Color
    accent2: Color
    signal: Color
    grey: Color
    rule: Color
    tint: Color
    paper: Color = "#FFFFFF"
    mark: Color = "#C00000"  # an office's name at the head of its documents
    series: tuple[Color, ...]
    sequential: tuple[Color, ...] = ()  # shades of values from the least to the most
    diverging: tuple[Color, ...] = ()  # from the far side below a middle, over the middle, to the far side above it

    def of(self, name: ColorName) -> str:
        """The color called `name`, as six hex digits without the hash."""
        color: str = getattr(self, name)
        return color.removeprefix("#").upper()

    def of_series(self, index: int) -> str:
        """The color of a series, as six hex digits; sets beyond the palette start over."""
        return self.series[index % len(self.series)].removeprefix("#").upper()

    def shades(self, *, diverging: bool) -> tuple[Color, ...]:
        """The colors that shades of values run through; without own ones, from tint to accent, or over it."""
        if diverging:
            return self.diverging or (self.signal, self.tint, self.accent)
        return self.sequential or (self.tint, self.accent)


FaceName = Literal["body", "heading", "title", "subheading", "page_number"]


class Face(Strict):
    """Font names for one script, the wanted one first, open fallbacks after it."""

    body: tuple[str, ...] = Field(min_length=1)
    heading: tuple[str, ...] = Field(min_length=1)
    title: tuple[str, ...] = ()  # the document's title, where not as headings
    subheading: tuple[str, ...] = ()  # second-level headings, where not as headings
    page_number: tuple[str, ...] = ()  # where not as body
    serif: tuple[FaceName, ...] = ()  # the uses whose fonts have serifs: none without stands in for them

    def of(self, name: FaceName) -> tuple[str, ...]:
        """The fonts for a use; the heading's or the body's where the use has none of its own."""
        own: tuple[str, ...] = getattr(self, name)
        return own or (self.heading if name in ("title", "subheading") else self.body)

    def all(self) -> tuple[tuple[str, ...], ...]:
        """Every list of names, without the empty ones."""
        return tuple(filter(None, (self.body, self.heading, self.title, self.subheading, self.page_number)))


class Page(Strict):
    """The sheet and its margins, in millimeters."""

    width: Length
    height: Length
    top: Length
    bottom: Length
    left: Length
    right: Length
    header: Length
    footer: Length

    @property
    def text_width(self) -> Decimal:
        """The width between the margins."""
        return self.width - self.left - self.right


class RuleLook(Strict):
    """A line: its width in points and its color."""

    width: Annotated[Decimal, Field(ge=Decimal("0.25"), le=6)]
    color: ColorName


class TextStyle(Strict):
    """How a role's paragraphs look. `line` is the fixed line height by language; 0 leaves it to the font."""

    size: PointSize
    line: dict[str, Length] = Field(default_factory=dict)
    before: Length = Decimal(0)
    after: Length = Decimal(0)
    color: ColorName = "ink"
    bold: bool = False
    face: FaceName = "body"
    tracking: Annotated[Decimal, Field(ge=-5, le=5)] = Decimal(0)  # points added between characters
    align: Literal["left", "right", "center", "both"] = "left"
    indent: Length = Decimal(0)  # mm from the left margin
    hanging: Length = Decimal(0)  # mm that the first line stands out to the left
    first_line: Length = Decimal(0)  # characters that the first line stands in (two in official Chinese)
    keep_next: bool = False
    keep_together: bool = False
    page_before: bool = False  # starts a page
    rule_above: RuleLook | None = None
    rule_below: RuleLook | None = None
    fill: ColorName | None = None

    def aired(self, air: Decimal) -> Self:
        """The style with so many times its space, in whole half points."""
        before, after = (round(space * air * 2) / Decimal(2) for space in (self.before, self.after))
        return self.model_copy(update={"before": before, "after": after})


class RunStyle(Strict):
    """How a stretch of words differs from its paragraph."""

    size: PointSize | None = None
    color: ColorName | None = None
    bold: bool | None = None
    underline: bool = False
    superscript: bool = False
    face: FaceName | None = None


class TableLook(Strict):
    """Tables have level rules only: `edge` above and below, `head` under the head, `row` between, `total` over sums."""

    edge: RuleLook
    head: RuleLook
    row: RuleLook | None = None
    total: RuleLook
    padding: Length  # mm left and right inside a cell

    digit: Annotated[Decimal, Field(gt=0, le=1)] = Decimal(
        "0.507"
    )  # a digit's width in ems: decimal points line up by it
    point: Annotated[Decimal, Field(gt=0, le=1)] = Decimal("0.252")  # a decimal point's


class CalloutLook(Strict):
    """A tinted box with a bar at its left, which may stand in from the margin."""

    fill: ColorName
    bar: RuleLook
    padding: Length
    indent: Length = Decimal(0)


class MetricsLook(Strict):
    """A row of key figures, each under a rule; as many side by side as fit, `most` of them at the most."""

    rule: RuleLook
    gap: Length
    most: int = Field(4, ge=1, le=6)
    fill: ColorName | None = None  # the ground of each
    padding: Length = Decimal(0)  # mm inside each, where it has a ground


class TimelineLook(Strict):
    """Moments in a narrow column at the left of a rule, what happened at its right."""

    when: Length
    rule: RuleLook
    padding: Length


class PairLook(Strict):
    """Two languages on a page: `within` is the space in points inside an interleaved pair, the rest is for columns."""

    within: Length
    gap: Length
    rule: RuleLook


ChartFace = Literal["sans", "serif"]
"""The kind of letters in charts; each is drawn in a font of its own that comes with the program."""


class ChartLook(Strict):
    """The frame of a chart: sizes in points at the printed size, lengths in millimeters."""

    face: ChartFace = "sans"
    label: PointSize
    second: PointSize  # the second language of a two-language label
    axis: PointSize
    measure: PointSize
    note: PointSize
    smallest: PointSize  # text never goes below this
    bar: Length  # the height of a row of bars
    height: Length  # the height of charts that are not rows
    dpi: int = Field(200, ge=DPI[0], le=DPI[-1])
    svg: bool = False  # a vector beside the picture, for programs that show one
    render: Literal["picture", "native"] = "picture"  # native: as a chart of Word, where Word has such a chart
    plain: ColorName = "rule"  # marks the headline does not speak of
    highlight: ColorName = "accent"


RunningItem = Literal[
    "none", "short-title", "title", "issuer", "issue", "date", "section", "page", "page-of-pages", "dashed-page"
]
"""What may stand at the head or foot of a page; `section` is the section's title, as Word finds it on each page."""


class Strip(Strict):
    """What stands at the left, in the middle and at the right of a page's head or foot."""

    left: RunningItem = "none"
    center: RunningItem = "none"
    right: RunningItem = "none"
    inset: Length = Decimal(0)  # characters that it stands in at both sides

    @property
    def items(self) -> tuple[RunningItem, RunningItem, RunningItem]:
        """All three, from left to right."""
        return self.left, self.center, self.right


class Running(Strict):
    """The head or foot of every page; `even` is for left-hand pages, where they differ from the others."""

    page: Strip = Strip()
    even: Strip | None = None

    @property
    def empty(self) -> bool:
        """True where nothing stands on any page."""
        return all(piece == "none" for strip in (self.page, self.even) if strip for piece in strip.items)


class BandLook(Strict):
    """A band of color from the head of the sheet, behind the title block."""

    band: Length  # mm from the top of the sheet
    fill: ColorName = "accent"
    below: Length = Decimal(14)  # mm of color under the last line, where the words reach further down
    gap: Length = Decimal(0)  # mm between a masthead and what follows


class TextColumns(Strict):
    """Text in columns, as in a newspaper; what needs the whole width stands across them."""

    count: int = Field(2, ge=2, le=3)
    gap: Length
    table: int = Field(3, ge=1)  # tables of more columns stand across


FilingPart = Literal[
    "copy-number", "classification", "urgency", "mark", "number", "signers", "bulletin", "addressees", "attachments",
    "signature", "remark", "copies", "printing",
]  # fmt: skip
"""What a document is filed by, as far as a template may print it."""


class FilingLook(Strict):
    """Where the parts of a filed document stand. How they look, and the lines above them, is in styles.

    A part that is not among those `shown` is left out, and the author who typed it is told.
    """

    shown: tuple[FilingPart, ...]
    mark_top: Length  # mm from the head of the text to the upper edge of the mark, on the first page
    title_gap: Length  # points between the head's rule and the title
    rule: RuleLook  # parts the head from the title, as wide as the text
    rule_below: Length  # points under the line above it
    inset: Length = Decimal(1)  # characters that the number, the signers and the imprint stand in at both sides
    attached: Length = Decimal(2)  # characters that attachments and remark stand in
    sealed: Length = Decimal(4)  # characters that the date stands in from the right under a seal
    unsealed: Length = Decimal(2)  # that the signature does without one, the date as many to the right of its start
    edge: RuleLook  # the first and the last rule of the imprint
    between: RuleLook  # the rule inside it
    even: bool = True  # the imprint stands on a left-hand page, the last of the sheet


Numbering = Literal["decimal", "chinese", "none"]
"""How headings count: 1, 1.1, 1.1.1; or 一、（一）1. ; or not at all."""


class Look(Strict):
    """A template's look, whole."""

    name: str
    palette: Palette
    fonts: dict[str, Face]
    page: Page
    styles: dict[str, TextStyle]
    in_language: dict[str, dict[str, TextStyle]] = Field(default_factory=dict)  # roles where that language is the first
    second: dict[str, TextStyle] = Field(default_factory=dict)  # roles in the second language of a bilingual page
    columns: dict[str, TextStyle] = Field(default_factory=dict)  # roles in the two columns of a side-by-side page
    runs: dict[str, RunStyle]
    tables: TableLook
    callouts: CalloutLook
    metrics: MetricsLook
    timelines: TimelineLook
    findings: CalloutLook | None = None  # the box of findings, where not as callouts
    pairs: PairLook
    chart: ChartLook
    numbering: Numbering | dict[str, Numbering] = "decimal"  # one for all, or one a language
    header: Running = Running()
    footer: Running = Running(page=Strip(left="short-title", right="page-of-pages"))
    cover: BandLook | None = None  # the title block has a page of its own
    masthead: BandLook | None = None  # the title block stands at the head of the first page
    text_columns: TextColumns | None = None
    figures: Literal["full", "natural"] = "full"  # how wide figures are whose author does not say: or by their kind
    contents: bool | None = None  # unless a briefing decides; unset: in documents of more than LONG pages
    contents_page: bool = False  # the contents fill pages of their own
    lists: bool = False  # lists of figures and tables after the contents, unless a briefing decides
    citations: Citations = "numbered"
    figure_caption: Literal["above", "below"] = "above"
    filing: FilingLook | None = None  # what a document is filed by; without it none of that is printed
    gap_above: bool = False  # above key figures, callouts and timelines too, where text leaves no space after it

    @field_validator("styles")
    @classmethod
    def _completed(cls, styles: dict[str, TextStyle]) -> dict[str, TextStyle]:
        """Every role that may be left out as the one that it is like."""
        return styles | {role: styles[like] for role, like in LIKE.items() if like in styles and role not in styles}

    @field_validator("second", "columns")
    @classmethod
    def _completed_too(cls, styles: dict[str, TextStyle], info: ValidationInfo) -> dict[str, TextStyle]:
        """The same in the second language and in columns, where all that stands in them has a style."""
        first: dict[str, TextStyle] = info.data.get("styles", {}) if info.field_name == "columns" and styles else {}
        there = {**first, **styles}
        return styles | {role: there[like] for role, like in LIKE.items() if like in there and role not in styles}

    @model_validator(mode="after")
    def _one_band(self) -> "Look":
        if self.cover and self.masthead:
            raise ValueError(msg("a title block stands on a cover or in a masthead, not in both"))
        return self

    @model_validator(mode="after")
    def _says_every_role(self) -> "Look":
        filing_roles, filing_runs = (FILING_ROLES, FILING_RUNS) if self.filing else ((), ())
        missing = [role for role in (*ROLES, *filing_roles) if role not in self.styles]
        if missing:
            raise ValueError(msg("styles must say how these roles look: {roles}", roles=listing(missing, "unit")))
        named = (self.styles, self.second, self.columns, *self.in_language.values())
        unknown = [role for styles in named for role in styles if role not in (*ROLES, *FILING_ROLES)]
        if unknown:
            raise ValueError(msg("no role is called {roles}", roles=listing(unknown, "unit")))
        if missing := [name for name in (*RUNS, *filing_runs) if name not in self.runs]:
            raise ValueError(msg("runs must say how these look: {roles}", roles=listing(missing, "unit")))
        return self

    def speaking(self, language: str) -> "Look":
        """The look of a document whose first language this is."""
        own = self.in_language.get(language)
        return self.model_copy(update={"styles": {**self.styles, **own}}) if own else self

    def flush(self) -> "Look":
        """The look with its text at the margin, where it stands in from there to leave room at its side."""
        margin = self.styles["body"].indent
        if not margin:
            return self

        def moved(styles: dict[str, TextStyle]) -> dict[str, TextStyle]:
            return {
                role: style.model_copy(update={"indent": style.indent - margin}) if style.indent >= margin else style
                for role, style in styles.items()
            }

        boxes = {
            name: box.model_copy(update={"indent": max(box.indent - margin, Decimal(0))})
            for name, box in (("callouts", self.callouts), ("findings", self.findings))
            if box
        }
        languages = {language: moved(styles) for language, styles in self.in_language.items()}
        update = {"styles": moved(self.styles), "second": moved(self.second), "in_language": languages}
        return self.model_copy(update={**update, **boxes})

    @property
    def band(self) -> BandLook | None:
        """What the title block stands on, where that is a color."""
        return self.cover or self.masthead

    @property
    def column_width(self) -> Decimal:
        """The width of a column of text in millimeters: all of it where there are none."""
        columns = self.text_columns
        return (
            (self.page.text_width - columns.gap * (columns.count - 1)) / columns.count
            if columns
            else self.page.text_width
        )

    def aired(self, air: Decimal) -> Self:
        """The look with so many times the space around the paragraphs of its text."""
        if air == 1:
            return self
        changed = {
            name: {role: style.aired(air) if role in AIRY else style for role, style in styles.items()}
            for name, styles in (("styles", self.styles), ("second", self.second), ("columns", self.columns))
        }
        languages = {
            language: {role: style.aired(air) if role in AIRY else style for role, style in styles.items()}
            for language, styles in self.in_language.items()
        }
        return self.model_copy(update={**changed, "in_language": languages})

    def numbering_in(self, language: str) -> Numbering:
        """How headings count in a language."""
        return self.numbering if isinstance(self.numbering, str) else self.numbering.get(language, "decimal")

    def style(self, role: str, *, second: bool = False) -> TextStyle:
        """The look of a role, in the first language of the page or in its second."""
        return self.second.get(role, self.styles[role]) if second else self.styles[role]
