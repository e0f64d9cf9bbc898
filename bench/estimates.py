"""How far page numbers may be off that nobody laid out: every template, edition and layout of several briefings.

    python bench/estimates.py [--template modern ...] [--content shipped ...]

Every file is made with `--pages estimate` and then laid out by LibreOffice as it is. Told is, for each template and
edition, how many of its headings stand on the page that was estimated, and by how many pages the others are off at
most; at the end the same of all. It fails (1) where one is off by more than the program tells people (OFF_BY of
word/body/page_estimate.py). Needs LibreOffice.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, cast, get_args

from pages import CONTENTS, TEMPLATES
from pypdf import PdfReader
from runs import ROOT
from second import write

from reportgen.assembly import draft
from reportgen.content.model import Layout
from reportgen.document import Heading
from reportgen.pipeline import Plan, prepare
from reportgen.word.body.page_estimate import OFF_BY
from reportgen.word.pages.engine import engine_path
from reportgen.word.pages.layout import convert
from reportgen.word.pages.settling import estimated


class Made(NamedTuple):
    """A file, and the pages that its headings were thought to be on."""

    kind: str
    data: bytes
    pages: tuple[int, ...]


def main() -> int:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--template", action="append", choices=TEMPLATES)
    arguments.add_argument("--content", action="append", choices=CONTENTS)
    options = arguments.parse_args()
    off: dict[str, list[int]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for content in options.content or CONTENTS:
            made = list(_made(content, options.template or TEMPLATES, folder))
            for one, true in zip(made, _true_pages([one.data for one in made], folder), strict=True):
                found = [thought - page for thought, page in zip(one.pages, true, strict=True)]
                off[one.kind] += found
                off["all"] += found
    for kind, found in sorted(off.items(), key=lambda each: (each[0] == "all", each[0])):
        right, most = found.count(0) / len(found), max(map(abs, found))
        print(f"{kind:34}{len(found):6} headings  {right:5.0%} right  {most} off at most")
    return int(max(map(abs, off["all"])) > OFF_BY)


def _made(content: str, templates: Sequence[str], folder: Path) -> Iterator[Made]:
    source = ROOT / CONTENTS[content] if CONTENTS[content] else folder / content
    if not CONTENTS[content]:
        write(source)
    for template in templates:
        for layout in get_args(Layout):
            ready = prepare(source, Plan(template=template, layout=layout))
            made = draft(ready.documents, ready.template, others=ready.others)
            files = made.paged({})
            for edition, one in made.unsettled.items():
                both = len(one.document.languages) > 1
                if not both and layout != get_args(Layout)[0]:
                    continue
                settled = estimated(one)
                elements = settled.arrangement.of(one.document).elements
                pages = tuple(settled.pages.headings[each.id] for each in elements if isinstance(each, Heading))
                kind = f"{template} {edition} {layout if both else ''}"
                yield Made(kind, files[edition].data, pages)


def _true_pages(files: Sequence[bytes], folder: Path) -> Iterator[list[int]]:
    """The pages of the headings of files, laid out."""
    soffice = engine_path()
    assert soffice, "LibreOffice is not here"
    sources = [folder / f"{number}.docx" for number in range(len(files))]
    for source, data in zip(sources, files, strict=True):
        source.write_bytes(data)
    convert(sources, folder, soffice)
    for source in sources:
        with PdfReader(source.with_suffix(".pdf")) as reader:
            yield [(reader.get_destination_page_number(entry) or 0) + 1 for entry in _flat(reader.outline)]
        source.with_suffix(".pdf").unlink()


def _flat(outline: Sequence[Any]) -> Iterator[Any]:
    """The entries of an outline, which nests them in lists."""
    for entry in outline:
        if isinstance(entry, list):
            yield from _flat(cast("list[Any]", entry))
        else:
            yield entry


if __name__ == "__main__":
    sys.exit(main())
