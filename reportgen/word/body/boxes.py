"""What is drawn as a table and is none: key figures, callouts, timelines, and two languages side by side.

One-celled and borderless tables keep their shape in Word, WPS and LibreOffice, where shaded paragraphs fall apart.
The words in them are real paragraphs in the order in which they are read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.document import Bullets, Callout, Metric, Metrics, Paragraph, Phrase, Run, Timeline
from reportgen.word.body.context import Scene
from reportgen.word.body.lists import list_id
from reportgen.word.body.paragraphs import line_paragraph, pair, setting
from reportgen.word.body.runs import plain, told_once
from reportgen.word.body.tables import SPARE, Cell, even, row, table, whole_width
from reportgen.word.ooxml import measure
from reportgen.word.ooxml.xml import twentieths, twips
from reportgen.word.styles.names import TABLE
from reportgen.word.styles.styles import border

Flowing = Paragraph | Bullets | Callout
"""What stands in the columns of a side-by-side page."""

_KEPT = 10
"""Lines of a pair in columns that stay on one page."""

COLUMN_ROLES = ("body", "lead")
"""The roles of paragraphs that stand in columns; notes and sources run across."""


# ---- callouts -------------------------------------------------------------------


def callout(scene: Scene, element: Callout) -> str:
    """A tinted box; its title is kept with what it heads."""
    paragraphs = [pair(scene, "callout", phrase) for phrase in element.paragraphs if phrase]
    title = pair(scene, "callout-title", element.title, keep=True) if element.title else ""
    if not title and not paragraphs:
        return ""
    bar = twentieths(
        scene.look.callouts.bar.width
    )  # half of it stands outside the table in Word, inside in LibreOffice
    width = (whole_width(scene) - bar,)
    cell = Cell(title + "".join(paragraphs), _ground(scene) + _inner_space(scene))
    return table(TABLE["callout"].id, width, [row(width, [cell])], indent=bar // 2)


def _ground(scene: Scene) -> str:
    fill = scene.look.palette.of(scene.look.callouts.fill)
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


def _inner_space(scene: Scene) -> str:
    """Air above and below, as much as half of that at the sides."""
    side = twips(scene.look.callouts.padding / 2)
    return f'<w:tcMar><w:top w:w="{side}" w:type="dxa"/><w:bottom w:w="{side}" w:type="dxa"/></w:tcMar>'


# ---- key figures ------------------------------------------------------------------


def metrics(scene: Scene, element: Metrics) -> str:
    """Key figures side by side, each under its own rule; as many in a row as fit, the rows as even as can be."""
    if not element.cells:
        return ""
    rows = -(-len(element.cells) // _beside(scene, element))
    beside = -(-len(element.cells) // rows)
    widths = _metric_widths(scene, beside)
    drawn: list[str] = []
    for start in range(0, len(element.cells), beside):
        cells = element.cells[start : start + beside]
        drawn.append(row(widths, list(_metric_cells(scene, cells, beside))))
    return table(TABLE["metrics"].id, widths, drawn)


def _metric_cells(scene: Scene, cells: Sequence[Metric], beside: int) -> Iterator[Cell]:
    """The cells of a row with an empty one between each two, so that their rules stand apart."""
    rule = f"<w:tcBorders>{border(scene.look, 'top', scene.look.metrics.rule)}</w:tcBorders>"
    same = all(
        len(told_once(cell.figure)) == 1 for cell in cells
    )  # if one figure takes two lines, all do: labels level
    for place in range(beside):
        if place:
            yield Cell("<w:p/>")
        yield Cell(_metric(scene, cells[place], once=same), rule) if place < len(cells) else Cell("<w:p/>")


def _metric(scene: Scene, cell: Metric, *, once: bool) -> str:
    figure = told_once(cell.figure) if once else cell.figure
    parts = (("metric", figure), ("metric-label", told_once(cell.label)), ("metric-period", told_once(cell.period)))
    return "".join(pair(scene, role, phrase) for role, phrase in parts if any(map(plain, phrase))) or "<w:p/>"


def _metric_widths(scene: Scene, beside: int) -> tuple[int, ...]:
    gap = twips(scene.look.metrics.gap)
    cells = even(whole_width(scene) - gap * (beside - 1), beside)
    return tuple(width for cell in cells for width in (gap, cell))[1:]


def _beside(scene: Scene, element: Metrics) -> int:
    """How many key figures fit side by side without a break inside a figure or its period."""
    look = scene.look
    widest = max((_cell_width(scene, cell) for cell in element.cells), default=0.0)
    room, gap = (float(mm) * measure.POINTS_PER_MM for mm in (look.page.text_width, look.metrics.gap))
    return max(1, min(look.metrics.most, int((room + gap) // (widest + gap or 1))))


def _cell_width(scene: Scene, cell: Metric) -> float:
    """The width of a key figure with its period in its widest language."""
    affix = float(scene.look.runs["metric-affix"].size or 0)

    def figure(place: int) -> float:
        size = float(scene.look.style("metric", second=place > 0).size)
        runs = (inline for inline in cell.figure[place].inlines if isinstance(inline, Run))
        parts = (measure.width(run.text, affix if run.role == "affix" and affix else size) for run in runs)
        return sum(parts) + measure.borders(plain(cell.figure[place])) * (affix or size) / 4

    def period(place: int) -> float:
        return measure.unbroken(
            plain(cell.period[place]), float(scene.look.style("metric-period", second=place > 0).size)
        )

    return max((*map(figure, range(len(cell.figure))), *map(period, range(len(cell.period)))), default=0.0)


# ---- timelines ----------------------------------------------------------------------


def timeline(scene: Scene, element: Timeline) -> str:
    """Moments at the left of a rule, what happened at its right; no moment stands alone at a page's head or foot."""
    when = _when_width(scene, element)
    widths = (when, whole_width(scene) - when)
    last = len(element.entries) - 1
    rows: list[str] = []
    for place, entry in enumerate(element.entries):
        keep = place < last and place in (0, last - 1)
        moment = pair(scene, "timeline-when", told_once(entry.when), keep=keep) if entry.when else "<w:p/>"
        told = pair(scene, "timeline-text", entry.text, keep=keep) if entry.text else "<w:p/>"
        rows.append(row(widths, [Cell(moment, _flush(0, 2)), Cell(told)]))
    return table(TABLE["timeline"].id, widths, rows) if rows else ""


def _when_width(scene: Scene, element: Timeline) -> int:
    """The column of the moments: as wide as the look says, or as the longest needs, up to a third of the page."""
    needed = max(
        (
            measure.unbroken(plain(line), float(style.size), bold=style.bold)
            for entry in element.entries
            for place, line in enumerate(entry.when)
            for style in (scene.look.style("timeline-when", second=place > 0),)
        ),
        default=0.0,
    )
    padded = round(20 * needed * SPARE) + twips(scene.look.timelines.padding)
    return max(twips(scene.look.timelines.when), min(padded, whole_width(scene) // 3))


# ---- two languages side by side --------------------------------------------------------


def flows(element: object) -> bool:
    """True for what stands in the columns of a side-by-side page."""
    if isinstance(element, Paragraph):
        return element.role in COLUMN_ROLES
    return isinstance(element, Callout) or (isinstance(element, Bullets) and element.role == "list")


def columns(scene: Scene, elements: Sequence[Flowing]) -> str:
    """Elements that follow each other as one table of two columns; a row a paragraph keeps the languages level."""
    widths = even(whole_width(scene), 2)
    rows = [_row(scene, part, widths) for element in elements for part in _parts(scene, element) if part.phrase]
    return table(TABLE["columns"].id, widths, rows) if rows else ""


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands in one row: a phrase in its role, the list of each column, and the ground it stands on."""

    role: str
    phrase: Phrase
    lists: tuple[int, ...] = ()
    ground: str = ""


def _parts(scene: Scene, element: Flowing) -> Iterator[_Part]:
    match element:
        case Paragraph():
            yield _Part(element.role, element.text)
        case Bullets():
            lists = tuple(list_id(scene, element) for _ in scene.languages)  # each column counts for itself
            role = "list-ordered" if element.ordered else "list"
            yield from (_Part(role, item, lists) for item in element.items)
        case Callout():
            ground = _ground(scene)
            yield _Part("callout-title", element.title, ground=ground)
            yield from (_Part("callout", phrase, ground=ground) for phrase in element.paragraphs)


def _row(scene: Scene, part: _Part, widths: Sequence[int]) -> str:
    """A row of two languages; words in one language run across both columns."""
    settings = [setting(list_id=number) for number in part.lists] or [""] * len(part.phrase)
    cells = [
        Cell(
            line_paragraph(scene, part.role, line, settings[place], column=True),
            part.ground or _flush(place, len(part.phrase)),
            span=1 if len(part.phrase) > 1 else 2,
        )
        for place, line in enumerate(part.phrase)
    ]
    return row(widths, cells, may_break=_is_long(scene, part))


def _is_long(scene: Scene, part: _Part) -> bool:
    """Whether a pair is too long to move to the next page whole; shorter ones stay together."""
    style = scene.look.columns.get(part.role.removesuffix("-ordered"), scene.look.styles["body"])
    room = float(scene.look.page.text_width - scene.look.pairs.gap) / 2 * measure.POINTS_PER_MM
    return any(measure.lines(plain(line), float(style.size), room) > _KEPT for line in part.phrase)


def _flush(place: int, cells: int) -> str:
    """No space at the outer edges, so that what is drawn stands as wide as the text above and below."""
    outer = (("left", place == 0), ("right", place == cells - 1))
    sides = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side, at_edge in outer if at_edge)
    return f"<w:tcMar>{sides}</w:tcMar>" if sides else ""
