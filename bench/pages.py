"""How well pages are filled and set, measured on their print: every template, edition and layout of several briefings.

    python bench/pages.py [--template modern ...] [--content shipped ...] [--look FOLDER] [--estimate]

Prints a line a file and fails (1) where a bar is broken: no page but the last over 15% empty, 6% in the mean, the last
page at least 25% full; 65 to 78 characters of English and 32 to 38 of Chinese in a line of body text in one column, in
columns of text 40 to 60 and 18 to 26, as newspapers and journals have, whose eye goes on less far; no
mark parted from what it belongs to; no title that leaves one character, or a part of a word, on a line. What is empty
is the longest empty band, as a share of the text's height. Not counted: covers, contents on pages of their own, the
shorter side of facing pages, a page that lies on its side and the page before it. `--look` keeps the PDFs, and
`--estimate` has the pages filled without LibreOffice, which then only prints them. Needs LibreOffice and poppler.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, get_args

from page_reading import Sheet, TextLine, sheets, squeezed, wording
from runs import PYTHON, ROOT

from reportgen.content.model import Layout
from reportgen.document import (
    Bullets,
    Callout,
    Contents,
    Document,
    Element,
    Figure,
    Heading,
    Line,
    Metrics,
    PageBreak,
    Paragraph,
    Phrase,
    Table,
    TitleBlock,
)
from reportgen.pipeline import Plan, prepare
from reportgen.template.model import BUILT_IN, Look
from reportgen.word.body.runs import plain
from reportgen.word.ooxml.measure import POINTS_PER_MM
from reportgen.word.pages.engine import engine_path
from reportgen.word.pages.layout import convert

EMPTIEST, MEAN, LAST = 0.15, 0.06, 0.25
MEASURE = {"zh": (32, 38), "en": (65, 78)}
IN_COLUMNS = {"zh": (18, 26), "en": (40, 60)}
CONTENTS = {
    "shipped": "content",
    "energy": "",  # written by second.py
    "wind": "tests/cases/wind-and-power",
    "harbor": "tests/cases/harbor",
    "quarterly": "examples/quarterly",
}
TEMPLATES = tuple(sorted(folder.name for folder in BUILT_IN.iterdir() if (folder / "look.yaml").exists()))


class Wanted(NamedTuple):
    """A file to be measured."""

    content: str
    template: str
    layout: str
    edition: str

    def __str__(self) -> str:
        layout = self.layout if self.edition == "bilingual" else "-"
        return f"{self.content:10}{self.template:10}{layout:13}{self.edition:10}"


@dataclass(frozen=True, slots=True)
class Measured:
    """What a file's print shows."""

    empty: tuple[float | None, ...]  # page by page; None where it does not count
    last: tuple[float, ...]  # how full the last page of each part is
    measure: dict[str, float]
    columns: bool  # text stands in columns
    parted: tuple[str, ...]
    torn: tuple[str, ...]

    @property
    def counted(self) -> list[float]:
        """The pages that count."""
        return [each for each in self.empty if each is not None]

    def failures(self) -> Iterator[str]:
        """Every bar that is broken."""
        for number, empty in enumerate(self.empty, 1):
            if empty is not None and empty > EMPTIEST:
                yield f"page {number} is {empty:.0%} empty"
        if self.counted and (mean := statistics.mean(self.counted)) > MEAN:
            yield f"pages are {mean:.1%} empty in the mean"
        if len(self.empty) > 1 and min(self.last) < LAST:
            yield f"the last page is {min(self.last):.0%} full"
        for language, found in self.measure.items():
            least, most = (IN_COLUMNS if self.columns else MEASURE)[language]
            if not least <= found <= most:
                yield f"{found:.0f} characters of {language} in a line"
        yield from (f"parted: {each}" for each in self.parted)
        yield from (f"torn: {each}" for each in self.torn)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--template", action="append", choices=TEMPLATES)
    parser.add_argument("--content", action="append", choices=list(CONTENTS))
    parser.add_argument("--layout", action="append", choices=get_args(Layout))
    parser.add_argument("--edition", action="append")
    parser.add_argument("--look", type=Path)
    parser.add_argument("--estimate", action="store_true")
    options = parser.parse_args()
    failed = 0
    print(
        f"{'content':10}{'template':10}{'layout':13}{'edition':10}{'pages':>6}{'worst':>7}{'mean':>7}{'last':>6}  line"
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([PYTHON, ROOT / "bench/second.py", folder / "energy"], check=True)
        for content in options.content or CONTENTS:
            source = ROOT / CONTENTS[content] if CONTENTS[content] else folder / "energy"
            for template in options.template or TEMPLATES:
                for wanted, measured in _measured(source, content, template, options, folder):
                    failed += _told(wanted, measured)
    print(f"\n{failed} files break a bar" if failed else "\nevery file keeps every bar")
    return 1 if failed else 0


def _told(wanted: Wanted, measured: Measured) -> int:
    counted, line = measured.counted, " ".join(f"{name} {each:.0f}" for name, each in measured.measure.items())
    worst, mean = (max(counted), statistics.mean(counted)) if counted else (0.0, 0.0)
    print(f"{wanted}{len(measured.empty):6}{worst:7.0%}{mean:7.1%}{min(measured.last):6.0%}  {line}")
    failures = list(measured.failures())
    for failure in failures:
        print(f"    {failure}")
    sys.stdout.flush()
    return bool(failures)


def _measured(
    source: Path, content: str, template: str, options: argparse.Namespace, folder: Path
) -> Iterator[tuple[Wanted, Measured]]:
    """The files of a content in a template, all printed in one run of LibreOffice."""
    from reportgen import build

    made: list[tuple[Wanted, Document, Look, Path]] = []
    for layout in options.layout or get_args(Layout):
        alone = layout == (options.layout or get_args(Layout))[0]
        ready = prepare(source, Plan(template=template, layout=layout))
        editions = [name for name, each in ready.documents.items() if alone or len(each.languages) > 1]
        editions = [name for name in editions if not options.edition or name in options.edition]
        if not editions:
            continue
        pages = "estimate" if options.estimate else "layout"
        for built in build(source, editions=editions, template=template, layout=layout, pages=pages):
            path = folder / f"{content}.{template}.{layout}.{built.edition}.docx"
            path.write_bytes(built.data)
            wanted = Wanted(content, template, layout, built.edition)
            made.append((wanted, ready.documents[built.edition], ready.template.look, path))
    soffice = engine_path()
    assert soffice, "LibreOffice is not here"
    convert([path for *_, path in made], folder, soffice)
    for wanted, document, look, path in made:
        pdf = path.with_suffix(".pdf")
        yield wanted, _read(sheets(pdf, folder), document, look)
        if options.look:
            options.look.mkdir(parents=True, exist_ok=True)
            (options.look / pdf.name).write_bytes(pdf.read_bytes())


def _read(pages: Sequence[Sheet], document: Document, look: Look) -> Measured:
    order = _Order(pages)
    starts = list(_starts(document, order))
    facing = document.layout == "facing" and len(document.languages) > 1
    parts = [at + 1 for at, element in enumerate(document.elements[:-1]) if isinstance(element, PageBreak)]
    ends = {starts[at] - 1 for at in (parts[:1] if facing else parts) if starts[at]}
    ends.add(len(pages) - 1)
    first = next((page for page, one in zip(starts, document.elements, strict=True) if isinstance(one, Heading)), 0)
    front = set(range(first)) if look.cover or look.contents_page else set[int]()
    aside = {at + step for at, page in enumerate(pages) if page.lies for step in (-1, 0)}
    top, bottom = (float(each) * POINTS_PER_MM for each in (look.page.top, look.page.bottom))
    bands = [page.empty(top, bottom) for page in pages]
    opening = max(ends - {len(pages) - 1}, default=0) + 1
    spreads = [range(at, min(at + 2, len(pages))) for at in range(opening, len(pages), 2)] if facing else []
    shorter = {at for spread in spreads for at in spread if bands[at] > min(bands[each] for each in spread)}
    if spreads:  # a facing document ends with its last spread
        ends = (ends | set(spreads[-1])) - shorter
    empty = tuple(None if at in front | aside | ends | shorter else band for at, band in enumerate(bands))
    return Measured(
        empty,
        tuple(pages[at].filled(top, bottom) for at in sorted(ends) if at not in aside) or (1.0,),
        _measures(pages, document),
        look.text_columns is not None and not _side_by_side(document),
        tuple(_parted(document, starts, order)),
        tuple(_torn(pages, document)),
    )


def _starts(document: Document, order: _Order) -> Iterator[int]:
    """The page that each element starts on."""
    for element in document.elements:
        if isinstance(element, PageBreak) and element.side:
            order.begin()
        if isinstance(element, Heading):
            yield order.page_of_heading(_head(element))
        else:
            yield order.page_of(_head(element), beside=isinstance(element, Figure) and bool(element.beside))


def _side_by_side(document: Document) -> bool:
    return document.layout == "side-by-side" and len(document.languages) > 1


# ---- where things stand ----------------------------------------------------------------------------


class _Order:
    """The words of all pages in their order, and which page each character stands on."""

    def __init__(self, pages: Sequence[Sheet]) -> None:
        self._text = "".join(page.text for page in pages)
        self._ends = [sum(len(page.text) for page in pages[: at + 1]) for at in range(len(pages))]
        self._from = 0
        self._lines: list[tuple[int, str]] = []
        place = 0
        for line in (line for page in pages for line in page.lines):
            self._lines.append((place, wording(line.text)))
            place += len(self._lines[-1][1])

    def page_of_heading(self, words: str) -> int:
        """The page of the first line, after what was asked for before, that ends with the heading's first words."""
        head = wording(words)
        found = (place + len(line) for place, line in self._lines if place >= self._from and _opens(line, head))
        self._from = next((end for end in found), self._from)
        return self._page(max(0, self._from - 1))

    def page_of(self, words: str, *, beside: bool = False) -> int:
        """The page of the first place, after those asked for before, where the words begin.

        Words that stand beside others are read line by line: their first line does.
        """
        head = wording(words)
        for size in ((24, 12, 8) if beside else (24,)) if head else ():
            at = self._text.find(head[:size], self._from)
            if at >= 0:
                self._from = at + min(size, len(head))
                return self._page(at)
        return self._page(self._from)

    def begin(self) -> None:
        """Begin anew: the next language stands on pages between those of the one before."""
        self._from = 0

    def page_of_end(self, words: str, near: int) -> int | None:
        """The page where the words end, on the page `near` or after it; None where they are not found."""
        tail = wording(words)[-12:]
        at = self._text.find(tail, self._ends[near - 1] if near else 0)
        return self._page(at + len(tail) - 1) if tail and at >= 0 else None

    def _page(self, place: int) -> int:
        return next((at for at, end in enumerate(self._ends) if place < end), len(self._ends) - 1)


def _opens(line: str, head: str) -> bool:
    """Whether a line holds the first words of a heading, after its number, and nothing else."""
    at = line.find(head[:6])
    return 0 <= at < 6 and bool(head) and (head.startswith(line[at:]) or line[at:] == head)


def _words(phrase: Phrase) -> str:
    return plain(phrase[0]) if phrase else ""


def _head(element: Element) -> str:
    """The first words that an element prints."""
    match element:
        case Heading() | Paragraph():
            return _words(element.text)
        case TitleBlock():
            return _words(element.title)
        case Bullets():
            return _words(element.items[0]) if element.items else ""
        case Callout() | Contents():
            return _words(element.title)
        case Metrics():
            return _words(element.cells[0].label) if element.cells else ""
        case Figure() | Table():
            return plain(Line("", element.caption.lines[0].text))
        case _:
            return ""


def _parted(document: Document, starts: Sequence[int], order: _Order) -> Iterator[str]:
    """What belongs together and does not stand on one page."""
    for at, (one, following) in enumerate(pairwise(document.elements)):
        here, there, name = starts[at], starts[at + 1], _head(one)[:20]
        if isinstance(one, Heading) and _head(following) and here != there:
            yield f"heading alone: {name}"
        listed = isinstance(following, Bullets) and following.role == "list"
        if isinstance(one, Paragraph) and listed and order.page_of_end(_words(one.text), here) not in (there, None):
            yield f"a list from its lead: {name}"
    for at, element in enumerate(document.elements):
        if not isinstance(element, Metrics | Figure) or not element.notes:
            continue
        if order.page_of_end(_words(element.notes[0].text)[:40], starts[at]) not in (starts[at], None):
            yield f"notes of {_head(element)[:20]}"


# ---- lines -------------------------------------------------------------------------------------------


def _measures(pages: Sequence[Sheet], document: Document) -> dict[str, float]:
    """Characters in a full line of body text, for each language that stands in a column of text."""
    bodies = [one for one in document.elements if isinstance(one, Paragraph) and one.role == "body"]
    found: dict[str, list[float]] = {language: [] for language in document.languages}
    for language in document.languages:
        words = "\n".join(wording(plain(line)) for one in bodies for line in one.text if line.language == language)
        for sheet in pages:
            full = [line for line in sheet.lines if len(wording(line.text)) > 8 and wording(line.text) in words]
            found[language] += (_characters(line, language) for line in full if _goes_on(line, sheet, words))
    wide = _side_by_side(document)
    return {language: statistics.median(counts) for language, counts in found.items() if counts and not wide}


def _goes_on(line: TextLine, sheet: Sheet, words: str) -> bool:
    """Whether the line below is of the same paragraph, so that this one is full."""
    below = (one for one in sheet.lines if 0 < one.top - line.top < 3 * line.height and abs(one.left - line.left) < 40)
    return any(wording(line.text) + wording(one.text)[:6] in words for one in below)


def _characters(line: TextLine, language: str) -> float:
    """How many characters it holds: in Chinese by its width, since letters and figures take half of one."""
    if language == "en":
        return len(line.text)
    return sum(1.0 if ord(character) > 0x2E80 else 0.5 for character in squeezed(line.text))


def _torn(pages: Sequence[Sheet], document: Document) -> Iterator[str]:
    """Titles, headings and captions of which one character, or a part of a word, stands on a line."""
    lines = [squeezed(line.text) for page in pages for line in page.lines]
    for element in document.elements:
        told: Phrase = ()
        match element:
            case Heading():
                told = element.text
            case TitleBlock():
                told = element.title
            case Figure() | Table():
                told = tuple(Line(one.language, one.text) for one in element.caption.lines)
            case _:
                continue
        for line in told:
            words = plain(line)
            whole = squeezed(words)
            for end in range(1, 3):
                cut = len(whole) - end
                alone = line.language != "en" and (end == 1 or not whole[cut].isalnum())
                torn = cut > 1 and whole[cut:] in lines and any(each.endswith(whole[:cut][-12:]) for each in lines)
                if alone and torn:
                    yield f"{words[-12:]}"


if __name__ == "__main__":
    sys.exit(main())
