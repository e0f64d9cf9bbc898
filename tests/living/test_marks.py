"""A file carries its facts and marks its figures: valid, unseen, and found again by what it carries alone."""

from __future__ import annotations

import json
import re
import zipfile
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import groupby
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator  # pyright: ignore[reportMissingTypeStubs]
from pypdf import PdfReader

from reportgen.document import Properties
from reportgen.ledger import Ledger, LedgerLine, is_marked, ledger_of
from reportgen.living.content_side import content_side
from reportgen.living.locate import State, locate
from reportgen.living.pairing import paired, printed_now
from reportgen.pipeline import Plan, build, prepare
from reportgen.word.lint import lint
from reportgen.word.marked_file import MarkedFile, read_marked
from reportgen.word.ooxml.ledger_part import ledger_parts
from reportgen.word.ooxml.ledger_reader import read_ledgers
from reportgen.word.ooxml.package import PackageWriter
from reportgen.word.ooxml.package_reader import open_word
from reportgen.word.pages.layout import convert
from reportgen.word.reader import read_text
from tests.content import GOOD, write_files

CONTENT = Path(__file__).parents[2] / "content"
DATA = Path(__file__).parents[1] / "cases" / "fed-by-data"
EDITIONS = ("zh", "en", "bilingual")


@cache
def made(folder: Path, edition: str, *, sealed: bool = False, layout: str | None = None) -> bytes:
    (file,) = build(folder, editions=[edition], pages="estimate", sealed=sealed, layout=layout)  # type: ignore[arg-type]
    return file.data


def read(folder: Path, edition: str, layout: str | None = None) -> tuple[MarkedFile, Ledger]:
    file = read_marked(made(folder, edition, layout=layout))
    (ledger,) = file.ledgers
    return file, ledger


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode()


def unnumbered(line: LedgerLine) -> LedgerLine:
    """A line without its numbers, which count in the order of the pages."""
    return replace(line, number=0, segments=tuple(replace(one, number=0) for one in line.segments))


@pytest.mark.parametrize("folder", [CONTENT, DATA])
@pytest.mark.parametrize("edition", EDITIONS)
def test_a_marked_file_is_valid_and_says_what_a_sealed_one_says(folder: Path, edition: str, tmp_path: Path) -> None:
    data = made(folder, edition)
    path = tmp_path / "file.docx"
    path.write_bytes(data)
    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []
    assert lint(data) == ()
    assert read_text(data) == read_text(made(folder, edition, sealed=True))


@pytest.mark.parametrize("folder", [CONTENT, DATA])
@pytest.mark.parametrize(
    ("edition", "layout"),
    [("zh", None), ("en", None), ("bilingual", None), ("bilingual", "side-by-side"), ("bilingual", "facing")],
)
def test_every_line_and_figure_of_a_file_that_nobody_touched_is_found(
    folder: Path, edition: str, layout: str | None
) -> None:
    file, ledger = read(folder, edition, layout)
    found = locate(file, ledger)
    assert len(ledger.lines) > 20
    assert {figure.state for figure in found.figures.values()} == {State.HOLDS}
    assert all(found.lines[line.number].marked for line in ledger.lines)
    kept = [line for line in ledger.lines if not line.digest]
    assert [file.text(found.lines[line.number].span) for line in kept] == [line.text.strip() for line in kept]


@pytest.mark.parametrize("folder", [CONTENT, DATA])
@pytest.mark.parametrize("edition", EDITIONS)
def test_the_ledger_of_a_file_is_what_its_content_tells(folder: Path, edition: str) -> None:
    _, ledger = read(folder, edition)
    side = content_side(folder, ledger)
    told = {unnumbered(line) for line in side.ledger.lines}
    assert [line.text for line in ledger.lines if not line.digest and unnumbered(line) not in told] == []
    assert ledger.facts == side.ledger.facts
    assert [replace(chart, picture="", data="") for chart in ledger.charts] == list(side.ledger.charts)
    pairs = paired(ledger, side.ledger)
    assert pairs.gone == ()
    figures = [(line, figure) for line in ledger.lines for figure in line.figures]
    assert all(printed_now(side.ledger, line, figure, pairs) == figure.text for line, figure in figures)


@pytest.mark.parametrize("folder", [CONTENT, DATA])
@pytest.mark.parametrize("edition", EDITIONS)
def test_a_ledger_is_read_as_it_was_told(folder: Path, edition: str) -> None:
    told = ledger_of(prepare(folder, Plan((edition,))).documents[edition], "brief", "123")
    kept = replace(told, lines=tuple(replace(line, segments=()) if line.digest else line for line in told.lines))
    word = PackageWriter("<w:body/>", Properties("", "", (), "", "2025-01-01"), "zh-CN")
    word.add_data(*ledger_parts(told))
    assert read_ledgers(open_word(word.data())) == (kept,)


def test_every_language_of_a_list_has_its_mark() -> None:
    _, ledger = read(CONTENT, "bilingual")
    items = [line.language for line in ledger.lines if line.role == "item"]
    assert items.count("zh") == items.count("en") > 10


def test_a_footnote_has_its_marks() -> None:
    (file,) = build(CONTENT, editions=["zh"], pages="estimate", template="modern")
    (ledger,) = read_marked(file.data).ledgers
    notes = [line for line in ledger.lines if line.role == "footnote"]
    assert len(notes) == 4
    assert all(f'_Lin{ledger.file}_{line.number}"' in part(file.data, "word/footnotes.xml") for line in notes)


def test_sections_that_face_each_other_are_told_each_by_itself() -> None:
    _, ledger = read(CONTENT, "bilingual", "facing")
    told = {language: [line.section for line in ledger.lines if line.language == language] for language in ("zh", "en")}
    once = {language: list(dict.fromkeys(sections)) for language, sections in told.items()}
    assert len(once["zh"]) == len(once["en"]) > 5
    assert all(len(list(groupby(told[language]))) == len(once[language]) for language in told)


def test_marks_are_hidden_and_one_character_wider_than_their_figures() -> None:
    file, ledger = read(CONTENT, "zh")
    body = part(made(CONTENT, "zh"), "word/document.xml")
    names = re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]+)"', body)
    assert names
    assert all(name.startswith("_") and len(name) <= 40 for name in names)
    marks = file.marks_of(ledger).figures
    inner = [
        (line.text[start - 1 : end + 1], file.text(marks[figure.number]))
        for line in ledger.lines
        if line.role == "body"
        for start, end, figure in line.spans()
        if figure.number and start > 1 and line.segments[line.segments.index(figure) - 1].kind == "t"
    ]
    assert len(inner) > 20
    assert all(wanted.startswith(mark) and len(mark) >= len(wanted) - 1 for wanted, mark in inner)


def test_marks_change_no_page(soffice: str, tmp_path: Path) -> None:
    """LibreOffice 7.4 levels columns otherwise where a bookmark ends at the end of a paragraph."""
    files = [tmp_path / f"{name}.docx" for name in ("marked", "sealed")]
    for file in files:
        file.write_bytes(made(CONTENT, "zh", sealed=file.stem == "sealed"))
    convert(files, tmp_path, Path(soffice))
    pages: list[list[str]] = []
    for file in files:
        with PdfReader(file.with_suffix(".pdf")) as reader:
            pages.append([page.extract_text() for page in reader.pages])
    assert pages[0] == pages[1]
    assert len(pages[0]) > 3


def test_no_mark_begins_at_a_paragraph_s_first_character_or_ends_behind_its_last() -> None:
    for edition in EDITIONS:
        file, ledger = read(CONTENT, edition)
        marks = file.marks_of(ledger)
        spans = [span for kind in (marks.figures, marks.lines) for span in kind.values()]
        assert all(span.start > 0 for span in spans)
        lengths = [len(paragraph.passage.text) for paragraph in file.paragraphs]
        assert all(span.end < lengths[span.last] for span in spans if lengths[span.last] > 1)
        marked = {line.number for line in ledger.lines if is_marked(line)}
        assert marked == set(marks.lines)


def test_a_file_keeps_no_fact_that_it_does_not_print_and_no_place_on_a_disk(tmp_path: Path) -> None:
    hidden = GOOD["facts.yaml"] + "secret: {is: 12.5亿元, what: {zh: 底数, en: base}, when: 2024, source: paper}\n"
    folder = write_files(tmp_path, {**GOOD, "facts.yaml": hidden})
    kept = part(made(folder, "en"), "customXml/item1.xml")
    assert "<fact " in kept
    assert "secret" not in kept
    assert str(tmp_path) not in kept


def test_a_fact_is_kept_with_its_value_its_unit_and_where_it_was_read() -> None:
    _, ledger = read(DATA, "zh")
    fact = ledger.fact("cities.suzhou.gdp")
    assert fact is not None
    assert (fact.kind, fact.value, fact.unit) == ("money", "688030000000", "CNY")
    assert dict(fact.printed) == {"zh": "6880.3亿元"}
    assert dict(fact.known)["file"] == "data/cities.csv"


def test_the_same_content_has_the_same_marks_and_another_edition_others() -> None:
    files = [read(CONTENT, edition)[1].file for edition in EDITIONS]
    assert len(set(files)) == 3
    again = build(CONTENT, editions=["zh"], pages="estimate")[0].data
    assert again == made(CONTENT, "zh")


def test_a_sealed_file_has_neither_marks_nor_facts() -> None:
    data = made(CONTENT, "bilingual", sealed=True)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert not [name for name in archive.namelist() if name.startswith("customXml")]
    file = read_marked(data)
    assert file.ledgers == ()
    assert file.marks == {}


def test_a_plan_that_seals_seals_every_edition() -> None:
    ready = prepare(CONTENT, Plan(sealed=True))
    assert all(document.sealed for document in ready.documents.values())
    assert json.dumps(sorted(ready.documents)) == '["bilingual", "en", "zh"]'
