"""Other programs see in our Word files what the document says: the same words in the same order, notes, pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, cast

import pytest
from markdown_it import MarkdownIt

import reportgen
from reportgen.briefing_reader import read_look
from reportgen.document import Document, Note
from reportgen.word.body.render import render
from reportgen.word.chart.native import native
from reportgen.word.ooxml.graphics import Graphic, NativeChart
from reportgen.word.pages.pdf import write_pdfs
from tests.readers.said import alternatives, descriptions, marks, notes, said, title
from tests.readers.seen import Attributes, Seen, bare, seen_in_html, seen_in_pdf
from tests.readers.tools import converted, previewed
from tests.word.documents import EDITIONS, PICTURES
from tests.word.pdf_tree import read_tree
from tests.word.test_native import LIVING, LOOK


class Case(NamedTuple):
    """A document in a look."""

    document: Document
    look: str
    pictures: Mapping[str, Graphic] = PICTURES


def _native() -> NativeChart:
    return replace(native(LIVING[0], LOOK), picture=PICTURES["shares"])


def _without_notes(value: Any) -> Any:
    """As a template in columns has it: LibreOffice 7.4 loses text where columns that end level hold notes."""
    if isinstance(value, tuple):
        return tuple(_without_notes(each) for each in cast(tuple[Any, ...], value) if not isinstance(each, Note))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _without_notes(getattr(value, field.name)) for field in fields(value)})
    return value


CASES = {
    **{edition: Case(document, "modern") for edition, document in EDITIONS.items()},
    "cover": Case(EDITIONS["zh"], "report"),
    "columns": Case(_without_notes(EDITIONS["interleaved"]), "brief"),
    "official": Case(EDITIONS["en"], "official"),
    "chart of Word": Case(EDITIONS["zh"], "modern", {**PICTURES, "shares": _native()}),
}
HOLES = {"pandoc"}
"""Readers that pass over both a chart of Word and the picture beside it."""

READERS = ("LibreOffice", "docx-preview", "mammoth", "MarkItDown", "pandoc")


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("files")
    paths = {name: folder / f"{name}.docx" for name in CASES}
    for name, path in paths.items():
        path.write_bytes(render(CASES[name].document, read_look(CASES[name].look), CASES[name].pictures))
    return paths


@pytest.fixture(scope="session")
def seen(files: dict[str, Path], tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Look:
    """What a reader sees in each case; each reader is asked once, for all."""

    @cache
    def ask(reader: str) -> Mapping[str, Seen]:
        if reader == "LibreOffice":
            soffice = Path(request.getfixturevalue("soffice"))
            pdfs = write_pdfs([(CASES[name].document, path.read_bytes()) for name, path in files.items()], soffice)
            return {name: seen_in_pdf(read_tree(pdf)) for name, pdf in zip(files, pdfs, strict=True)}
        if reader == "docx-preview":
            return _seen(previewed(files, tmp_path_factory.mktemp("preview")), _is_drawn_note)
        if reader == "MarkItDown":
            markdown = MarkdownIt().enable("table")
            drawn = {name: markdown.render(text) for name, text in converted("markitdown", files).items()}
            return _seen({name: _notes_marked(html) for name, html in drawn.items()}, _is_note("footnote-"))
        return _seen(converted(reader, files), _is_note({"mammoth": "footnote-", "pandoc": "fn"}[reader]))

    return ask


Look = Callable[[str], Mapping[str, Seen]]


def _seen(pages: Mapping[str, str], is_note: Callable[[str, Attributes], bool]) -> dict[str, Seen]:
    return {name: seen_in_html(html, is_note) for name, html in pages.items()}


def _is_note(prefix: str) -> Callable[[str, Attributes], bool]:
    return lambda tag, said: tag == "li" and said.get("id", "").startswith(prefix)


def _is_drawn_note(tag: str, said: Attributes) -> bool:
    """docx-preview lists notes under the page in a list of their own."""
    return tag == "li"


def _notes_marked(html: str) -> str:
    """Notes in Markdown are items that lead back; here each is called so."""
    return re.sub(r"<li>(?=(?:(?!</li>).)*#footnote-ref-(\d+))", r'<li id="footnote-\1">', html, flags=re.DOTALL)


@pytest.fixture(params=READERS)
def reader(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.libreoffice
@pytest.mark.parametrize("name", CASES)
def test_a_reader_sees_the_same_words_in_the_same_order(name: str, reader: str, seen: Look) -> None:
    found, document = seen(reader)[name], CASES[name].document
    lost, beside = found.without(descriptions(document)).in_order(said(document))
    assert lost == []
    for line in map(bare, title(document)):
        assert line in beside
        beside = beside.replace(line, "", 1)
    assert "".join(filter(str.isalpha, beside)) == ""


@pytest.mark.libreoffice
@pytest.mark.parametrize("name", CASES)
def test_a_reader_sees_notes_as_notes(name: str, reader: str, seen: Look) -> None:
    found = [_letters(note) for note in seen(reader)[name].notes]
    assert sorted(found) == sorted(map(_letters, notes(CASES[name].document)))


def _letters(text: str) -> str:
    """Without number and the arrow back."""
    return re.sub(r"^\W*\d*(?=\D)|[↑↩\ufe0e]", "", bare(text)).strip(".")


@pytest.mark.libreoffice
@pytest.mark.parametrize("name", CASES)
def test_a_key_figure_stands_with_its_unit(name: str, reader: str, seen: Look) -> None:
    words = bare(seen(reader)[name].words)
    wanted = {"zh": ["1.7万亿元", "178家"], "en": ["RMB1.7trillion", "7.1%"]}
    assert all(figure in words for language in CASES[name].document.languages for figure in wanted[language])


@pytest.mark.libreoffice
def test_a_chart_of_word_is_no_hole(reader: str, seen: Look) -> None:
    """Who draws no such charts shows the picture beside it, and nobody shows both."""
    drawn = len(PICTURES) - (reader in HOLES)
    assert seen(reader)["chart of Word"].pictures == drawn


# ---- what each reader shows, as docs/word.md tells it ---------------------------------------------

GUIDE = Path(reportgen.__file__).parent.parent / "docs" / "word.md"
HEAD = "| what it shows | " + " | ".join(READERS) + " |"


_MARK = re.compile(r"\[\d+\]|[①-⑳]|\d+")


def shown(found: Mapping[str, Seen]) -> dict[str, bool]:
    """What a reader shows of all cases."""
    documents = {name: case.document for name, case in CASES.items() if case.pictures is PICTURES}
    return {
        "the same words in the same order": True,  # asserted above, as are the next three
        "titles on covers and mastheads": True,
        "key figures with their units": True,
        "notes as notes": True,
        "marks of notes and sources raised": all(
            len(_MARK.findall("".join(found[name].raised))) >= marks(document) for name, document in documents.items()
        ),
        "pictures of charts": all(
            found[name].pictures >= len(alternatives(document)) for name, document in documents.items()
        ),
        "alternative text of charts": all(
            set(alternatives(document)) <= set(found[name].alternatives) for name, document in documents.items()
        ),
        "charts of Word, or the picture beside them": found["chart of Word"].pictures == len(PICTURES),
        "headings as headings": all(len(one.headings) == 7 for one in found.values()),
        "tables with heads": all(one.heads >= 4 for one in found.values()),
        "lists as lists": all(one.items >= 10 for one in found.values()),
    }


@pytest.mark.libreoffice
def test_the_guide_tells_what_each_reader_shows(seen: Look, accept: bool) -> None:
    told = {reader: shown(seen(reader)) for reader in READERS}
    rows = [HEAD, "|---" * (1 + len(READERS)) + "|"]
    for what in told[READERS[0]]:
        cells = ("yes" if told[reader][what] else "no" for reader in READERS)
        rows += [f"| {what} | {' | '.join(cells)} |"]
    guide = GUIDE.read_text(encoding="utf-8")
    start = guide.index(HEAD.split(" | ")[0])
    end = guide.index("\n\n", start)
    if accept:
        GUIDE.write_text(guide[:start] + "\n".join(rows) + guide[end:], encoding="utf-8")
        return
    assert guide[start:end].splitlines() == rows, "see what changed, then accept it (--accept)"
