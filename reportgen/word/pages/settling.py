"""Documents get their pages: measured on galleys, arranged, laid out and read, or estimated where nobody lays out.

Which arrangement is best is filling.py's business, how LibreOffice is asked layout.py's. Nothing is drawn: charts are
boxes of the size that they will have.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

from reportgen.cache import Kept
from reportgen.document import Document, Figure, Imprint
from reportgen.messages import Message, msg
from reportgen.records import record
from reportgen.template.model import Look
from reportgen.word.body.flow import Flow, Piece
from reportgen.word.body.imprint_page import with_imprint
from reportgen.word.body.page_estimate import estimate_pages, pages_of, text_height
from reportgen.word.body.paging import NOTE_LINE, Place, Sheets
from reportgen.word.body.render import galley, positioned
from reportgen.word.ooxml.graphics import Blank, Graphic
from reportgen.word.ooxml.measure import POINTS_PER_MM
from reportgen.word.pages.filling import Arrangement, arrangement
from reportgen.word.pages.galley import Printed, measured, printed
from reportgen.word.pages.layout import TIMEOUT, LayoutError, called, convert
from reportgen.word.pages.page_cache import Settled, packed, surroundings, unpacked
from reportgen.word.pages.units import Stretch

SLACKS = (0.0, 7.0, 21.0)
"""Points that pages are planned lower than they are, try by try, until the layout does as planned."""

GOOD = 0.14
"""The share of a page that may be left empty for a try to be the last."""

_OTHERWISE = 0.02
"""The share of a page by which a layout does otherwise than planned: a line or two."""


@record
class Unsettled:
    """A document whose charts are not drawn: how large each will be printed, which heights it may have, and what flows
    down its pages, by estimated heights."""

    document: Document
    look: Look
    boxes: Mapping[str, Graphic]
    stretches: Mapping[str, Stretch]
    flow: Flow
    finish: Callable[[bytes], bytes]
    airy: bool = True  # the space of its look is its own, and may be more or less

    def arranged(self, decided: Arrangement) -> Unsettled:
        """The same with what was decided."""
        document = decided.of(self.document)
        boxes = {**self.boxes}
        for place, height in decided.heights.items():
            figure = self.document.elements[place]
            assert isinstance(figure, Figure)
            name = figure.caption.id
            boxes[name] = Blank(self.boxes[name].width_mm, self.stretches[name].drawn[height])
        look = self.look.aired(decided.air)
        return replace(self, document=document, look=look, boxes=boxes)


def estimated(one: Unsettled) -> Settled:
    """The arrangement and the pages by estimated heights; they are not sure enough to give or take space for."""
    decided, flow = _arranged(replace(one, airy=False), one.flow, CAREFUL)
    return Settled(decided, estimate_pages(decided.of(one.document), one.look, flow))


def _arranged(one: Unsettled, flow: Flow, slack: float) -> tuple[Arrangement, Flow]:
    height = text_height(one.look)
    return arrangement(one.document, flow, height, one.stretches, slack=slack, airy=one.airy)


CAREFUL = 10.0
"""Points that an estimated page is planned lower than it is."""


def settled(
    documents: Sequence[Unsettled],
    soffice: Path,
    kept: Kept | None,
    *,
    fresh: bool = False,
    warn: Callable[[Message], None] | None = None,
) -> tuple[Settled, ...]:
    """The arrangements and true pages of documents: those kept, the others laid out; LayoutError when that fails.

    A document whose arrangement LibreOffice cannot lay out stays as it was, which is told.
    """
    galleys = [_galley(one) for one in documents]
    around = surroundings(soffice)
    names = [_name(around, each) for each in galleys]
    known: dict[str, Settled] = {}
    if kept and not fresh:
        known = {name: found for name in names if (found := unpacked(kept.get(name))) is not None}
    missing = {name: each for name, each in zip(names, galleys, strict=True) if name not in known}
    if missing:
        for name, found in zip(missing, _laid_out(list(missing.values()), soffice, warn), strict=True):
            known[name] = found
            if kept:
                kept.put(name, packed(found))
        if kept:
            kept.prune()
    return tuple(known[name] for name in names)


@record
class _Galley:
    one: Unsettled
    data: bytes
    drawn: Flow


def _galley(one: Unsettled) -> _Galley:
    data, drawn = galley(one.document, one.look, one.boxes)
    return _Galley(one, one.finish(data), drawn)


def _name(around: bytes, each: _Galley) -> str:
    """What a document's pages are kept by."""
    asked = {name: [str(one.usual), *map(str, one.drawn.values())] for name, one in each.one.stretches.items()}
    told = json.dumps([str(each.one.look.page), asked], sort_keys=True)
    return hashlib.sha256(around + told.encode() + each.data).hexdigest()


@record
class _Try:
    """An arrangement as it was laid out: where everything stands, how many pages, and what is left empty at worst."""

    settled: Settled
    worst: float
    given_up: bool = False  # as it was, since LibreOffice cannot lay out what was decided
    parted: frozenset[int] = frozenset()  # where what belongs together stands in two columns

    def misses(self, planned: float) -> bool:
        """Whether pages are not full and the layout did otherwise than planned: then more care may help."""
        return self.worst > GOOD and abs(self.worst - planned) > _OTHERWISE and not self.given_up


def _laid_out(galleys: Sequence[_Galley], soffice: Path, warn: Callable[[Message], None] | None) -> list[Settled]:
    """Every document measured, arranged and laid out, once more with more care where its pages are not full."""
    galleys = list(galleys)
    flows = _flows(galleys, soffice)
    apart = {at: places for at, each in enumerate(galleys) if (places := _set_apart(each.one, flows[at]))}
    for at, places in apart.items():  # what stands apart is measured so
        galleys[at] = _galley(galleys[at].one.arranged(Arrangement(apart=places)))
    for at, flow in zip(apart, _flows([galleys[at] for at in apart], soffice), strict=True):
        flows[at] = flow
    best: dict[int, _Try] = {}
    open_ = list(range(len(galleys)))
    for slack in SLACKS:
        planned = {at: _arranged(galleys[at].one, flows[at], slack) for at in open_}
        wished = {at: _emptiest(galleys[at].one, flow) for at, (_, flow) in planned.items()}
        arranged = {at: replace(each, apart=apart.get(at, each.apart)) for at, (each, _) in planned.items()}
        decided = {at: each for at, each in arranged.items() if at not in best or each != best[at].settled.arrangement}
        if not decided:
            break
        tries = _whole(galleys, decided, soffice, warn)
        for index, tried in tries.items():
            if index not in best or tried.worst < best[index].worst:
                best[index] = tried
        open_ = [index for index, tried in tries.items() if tried.misses(wished[index])]
    return [best[index].settled for index in range(len(galleys))]


def _set_apart(one: Unsettled, flow: Flow) -> frozenset[int]:
    """The text that is set apart from the chart beside it, with the chart, by their places."""
    return _arranged(one, flow, 0.0)[0].apart if flow.apart else frozenset()


def _flows(galleys: Sequence[_Galley], soffice: Path) -> list[Flow]:
    """What flows down the pages of documents, measured."""
    found = _printed([each.one for each in galleys], [each.data for each in galleys], soffice) if galleys else []
    return [measured(each.drawn, marks.spots) for each, marks in zip(galleys, found, strict=True)]


def _whole(
    galleys: Sequence[_Galley],
    decided: Mapping[int, Arrangement],
    soffice: Path,
    warn: Callable[[Message], None] | None,
) -> dict[int, _Try]:
    """The arrangements laid out, and again with what LibreOffice parts in columns at the head of a page."""
    tries = _tried(galleys, decided, soffice, warn)
    for _ in range(_AGAIN):
        turned = {
            at: replace(each.settled.arrangement, turned=each.settled.arrangement.turned | each.parted)
            for at, each in tries.items()
            if each.parted and not each.given_up
        }
        if not turned:
            break
        again = _tried(galleys, turned, soffice, warn)
        tries |= {at: each for at, each in again.items() if _better(each, tries[at])}
        if not any(tries[at] is each for at, each in again.items()):
            break
    return tries


def _better(one: _Try, other: _Try) -> bool:
    """Whether a try parts less, unless a page is left almost empty for that."""
    return (one.worst > _BARE, len(one.parted), one.worst) < (other.worst > _BARE, len(other.parted), other.worst)


_BARE = 0.45
"""The share of a page that is too much to leave empty for a caption to stay with its picture."""


_AGAIN = 3
"""How often a document is laid out again for the sake of what its columns part."""


def _tried(
    galleys: Sequence[_Galley],
    decided: Mapping[int, Arrangement],
    soffice: Path,
    warn: Callable[[Message], None] | None,
) -> dict[int, _Try]:
    """The arrangements laid out; a document as it was where LibreOffice cannot lay out its arrangement."""
    decided, given_up = {**decided}, set[int]()
    while True:
        after = {index: galleys[index].one.arranged(each) for index, each in decided.items()}
        drawn = {index: positioned(one.document, one.look, one.boxes) for index, one in after.items()}
        files = [after[index].finish(data) for index, (data, _) in drawn.items()]
        try:
            found = _printed(list(after.values()), files, soffice)
            break
        except LayoutError as error:
            index = list(decided)[error.place] if error.place is not None else None
            if index is None or decided[index] == Arrangement():
                raise
            if warn:
                warn(msg("{reason}; its pages stay as they fall", reason=error.told))
            decided[index] = Arrangement()
            given_up.add(index)
    return {
        index: _read(one, drawn[index][1], marks, decided[index], given_up=index in given_up)
        for (index, one), marks in zip(after.items(), found, strict=True)
    }


def _read(one: Unsettled, drawn: Flow, marks: Printed, decided: Arrangement, *, given_up: bool) -> _Try:
    """Where everything stands, and what is left empty."""
    first: dict[int, int] = {}
    for piece in drawn.pieces:
        if piece.mark in marks.spots:
            first.setdefault(piece.place, marks.spots[piece.mark].page + 1)
    pages = pages_of(one.document, first, marks.pages, *_closing(one, drawn, marks))
    found = Settled(decided, with_imprint(one.document, one.look, pages), marks.fonts)
    return _Try(found, _worst(one, drawn, marks), given_up, _parted(drawn, marks))


def _parted(drawn: Flow, marks: Printed) -> frozenset[int]:
    """The elements that begin what belongs together and stand on an earlier page than its picture or its first row.

    LibreOffice 7.4 leaves what is kept with the next where a column begins, if the next has no room in it.
    """
    found: set[int] = set()
    chain: list[Piece] = []
    for piece in drawn.pieces:
        chain.append(piece)
        if piece.kept:
            continue
        held = next((each for each in chain if each.picture or each.row), None)
        here, there = marks.spots.get(chain[0].mark), held and marks.spots.get(held.mark)
        if held and held.columns > 1 and here and there and here.page < there.page:
            found.add(chain[0].place)
        chain = []
    return frozenset(found)


def _closing(one: Unsettled, drawn: Flow, marks: Printed) -> tuple[int, float]:
    """The page on which a filed document's text ends, and how high over the sheet's edge, in points."""
    for piece in drawn.pieces:
        if isinstance(one.document.elements[piece.place], Imprint) and piece.mark in marks.spots:
            spot = marks.spots[piece.mark]
            return spot.page + 1, float(one.look.page.height) * POINTS_PER_MM - spot.top
    return 0, 0.0


def _emptiest(one: Unsettled, flow: Flow) -> float:
    """The largest share of a page that is planned to be empty, those that a break ends and the last left out."""
    sheets = Sheets(text_height(one.look), flow.notes)
    return max(sheets.ended(sheets.laid(Place(), flow.pieces)).empty, default=0.0)


def _worst(one: Unsettled, drawn: Flow, marks: Printed) -> float:
    """The largest share of a page, the last and those that a break ends left out, that nothing stands on."""
    height, top = text_height(one.look), float(one.look.page.top) * POINTS_PER_MM
    reach: dict[int, float] = {}
    notes: dict[int, float] = {}
    skipped: set[int] = {marks.pages - 1}
    page = 0
    for piece in drawn.pieces:
        spot = marks.spots.get(piece.mark)
        if spot is None:
            continue
        if piece.starts and spot.page > 0 and piece.place not in one.document.turned:
            skipped.add(page)
        page = spot.page
        if piece.aside:
            skipped |= {page - 1, page}
        reach[page] = max(reach.get(page, 0.0), min(height, spot.top - top + piece.height))
        called = sum(drawn.notes.get(number, 0.0) for number in piece.notes)
        if called:
            notes[page] = notes.get(page, NOTE_LINE) + called
    if _spilled(drawn, marks):
        return 1.0
    left = [height - reach[page] - notes.get(page, 0.0) for page in reach if page not in skipped]
    return max(left, default=0.0) / height


def _spilled(drawn: Flow, marks: Printed) -> bool:
    """Whether more stands on a page of a facing document than it holds: the next of its side is then further on."""
    hands = [marks.spots[piece.mark].page for piece in drawn.pieces if piece.hand and piece.mark in marks.spots]
    return any(after > page + 1 for page, after in pairwise([*hands, marks.pages][: len(hands) + 1]))


def _printed(those: Sequence[Unsettled], files: Sequence[bytes], soffice: Path) -> list[Printed]:
    """The files laid out in one run of LibreOffice."""
    with tempfile.TemporaryDirectory(prefix="reportgen-") as name:
        folder = Path(name)
        sources = [folder / f"{index}.docx" for index in range(len(files))]
        for source, data in zip(sources, files, strict=True):
            source.write_bytes(data)
        convert(sources, folder, soffice, timeout=TIMEOUT, names=[called(one.document) for one in those])
        return [printed(source.with_suffix(".pdf")) for source in sources]


def stretch(usual: Decimal, drawn: Mapping[Decimal | None, float]) -> Stretch | None:
    """A chart's heights; None where it has no choice."""
    asked = {key: height for key, height in drawn.items() if key is not None}
    if max(asked.values()) - min(asked.values()) < 1:
        return None
    usual_height = drawn[None]
    return Stretch(usual, {**asked, usual: usual_height})
