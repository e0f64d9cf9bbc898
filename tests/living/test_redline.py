"""A file of tracked changes keeps its contract: all accepted it is the second file, all rejected the first."""

from __future__ import annotations

import re
import subprocess
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator  # pyright: ignore[reportMissingTypeStubs]

from reportgen.living.locate import State, locate
from reportgen.pipeline import build
from reportgen.word.marked_file import read_marked
from reportgen.word.ooxml.archive import unpack
from reportgen.word.ooxml.tree import W, parse, val
from reportgen.word.reader import read_text
from reportgen.word.redline.redline import redline
from tests.content import write_files
from tests.living import samples
from tests.living.changed import LATER, changed
from tests.living.settled import lines, settled

EDITIONS = ("zh", "en", "bilingual")


@pytest.fixture(scope="session")
def later(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("later")


@cache
def _built(folder: Path, edition: str, template: str | None) -> bytes:
    (made,) = build(folder, editions=[edition], template=template, pages="estimate")
    return made.data


def _both(name: str, later: Path, edition: str, template: str | None = None) -> tuple[bytes, bytes]:
    """A file, and that of the content with all sorts of changes."""
    folder = later / name
    if not folder.exists():
        changed(samples.folder(name), folder, LATER[name])
    return _built(samples.folder(name), edition, template), _built(folder, edition, template)


def _holds(then: bytes, now: bytes) -> bytes:
    made = redline(then, now)
    assert lines(settled(made, accept=False)) == lines(then)
    assert lines(settled(made, accept=True)) == lines(now)
    return made


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("name", ["ferry", "shipped"])
def test_all_accepted_is_the_second_file_and_all_rejected_the_first(name: str, edition: str, later: Path) -> None:
    _holds(*_both(name, later, edition))


@pytest.mark.parametrize("template", ["official", "report"])
def test_so_it_is_with_footnotes_numbers_and_contents_of_other_templates(template: str, later: Path) -> None:
    then, now = _both("shipped", later, "bilingual", template)
    _holds(then, now)


@pytest.mark.parametrize("name", ["ferry", "shipped"])
def test_a_file_of_changes_is_valid_for_an_independent_validator(name: str, later: Path, tmp_path: Path) -> None:
    path = tmp_path / "changes.docx"
    path.write_bytes(redline(*_both(name, later, "bilingual", "official")))
    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []


def test_the_same_files_give_no_change_and_the_same_bytes_each_time(later: Path) -> None:
    then, now = _both("ferry", later, "zh")
    assert not _changes(redline(then, then))
    assert redline(then, now) == redline(then, now)


def _changes(data: bytes) -> list[Element]:
    names = {W + name for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange")}
    return [each for each in parse(unpack(data)["word/document.xml"]).iter() if each.tag in names]


def test_author_and_date_are_those_of_the_second_file_and_ids_are_unique(later: Path) -> None:
    made = redline(*_both("ferry", later, "zh"))
    found = _changes(made)
    assert {(val(each, "author"), val(each, "date")) for each in found} == {("渡轮办公室", "2025-09-06T00:00:00Z")}
    ids = [val(each, "id") for each in found]
    assert len(ids) == len(set(ids))


def test_paragraphs_that_stand_elsewhere_are_moves_and_rows_are_inserted_and_deleted(later: Path) -> None:
    root = parse(unpack(redline(*_both("ferry", later, "zh")))["word/document.xml"])
    starts = {name: {val(each, "name") for each in root.iter(W + name)} for name in _MOVES}
    assert starts["moveFromRangeStart"] == starts["moveToRangeStart"] != set()
    rows = [each for row in root.iter(W + "trPr") for each in row if each.tag in (W + "ins", W + "del")]
    assert {each.tag for each in rows} == {W + "ins", W + "del"}


_MOVES = ("moveFromRangeStart", "moveToRangeStart")


def test_a_figure_is_replaced_whole(later: Path) -> None:
    root = parse(unpack(redline(*_both("ferry", later, "zh")))["word/document.xml"])
    deleted = ["".join(each.text or "" for each in change.iter(W + "delText")) for change in root.iter(W + "del")]
    inserted = ["".join(each.text or "" for each in change.iter(W + "t")) for change in root.iter(W + "ins")]
    assert "45.2万人次" in deleted
    assert "48.6万人次" in inserted


@pytest.mark.parametrize("name", ["ferry", "shipped"])
def test_the_file_carries_the_facts_of_the_second_and_its_marks_hold(name: str, later: Path) -> None:
    then, now = _both(name, later, "bilingual")
    file = read_marked(redline(then, now), "changes")
    assert file.ledgers == read_marked(now, "now").ledgers
    found = locate(file, file.ledgers[0])
    assert {each.state for each in found.figures.values()} == {State.HOLDS}


def test_a_file_with_tracked_changes_of_its_own_is_taken_as_accepted(later: Path) -> None:
    then, now = _both("ferry", later, "en")
    tracked = redline(then, now)
    assert lines(settled(redline(tracked, then), accept=False)) == lines(now)


# ---- any two files ---------------------------------------------------------------------------------

_WORDS = st.lists(st.sampled_from(["甲", "乙", "rose", "7.1%", "and", "港口", "fell"]), max_size=5).map(" ".join)
_TABLE = st.lists(st.lists(_WORDS, min_size=2, max_size=2), min_size=1, max_size=3)
_FILE = st.lists(st.one_of(_WORDS, _WORDS, _TABLE), max_size=6)


def _file(blocks: list[str | list[list[str]]]) -> bytes:
    made: Any = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            words = block.split(" ")
            paragraph = made.add_paragraph(style="Heading 1" if words[0] == "rose" else None)
            for number, word in enumerate(words):
                paragraph.add_run(word + " ").bold = number == 2
        else:
            table = made.add_table(len(block), 2)
            for row, texts in zip(table.rows, block, strict=True):
                for cell, text in zip(row.cells, texts, strict=True):
                    cell.text = text
            made.add_paragraph("")
    saved = BytesIO()
    made.save(saved)
    return saved.getvalue()


@settings(max_examples=60)
@given(_FILE, _FILE)
def test_any_two_files_keep_the_contract(then: list[Any], now: list[Any]) -> None:
    _holds(_file(then), _file(now))


# ---- others than we settle the changes ---------------------------------------------------------------

_PAGE = re.compile(r"\t[0-9]+$")  # LibreOffice saves some page numbers of contents as words, which we then read

_MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Settle(source As String, target As String, command As String)
  Dim args(0) As New com.sun.star.beans.PropertyValue
  args(0).Name = "Hidden" : args(0).Value = True
  doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, args())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(doc.CurrentController.Frame, command, "", 0, Array())
  Dim out(0) As New com.sun.star.beans.PropertyValue
  out(0).Name = "FilterName" : out(0).Value = "MS Word 2007 XML"
  doc.storeToURL(target, out())
  doc.close(True)
End Sub
</script:module>"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false">{inside}</library:library>"""


@pytest.fixture(scope="session")
def profile(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile of LibreOffice with the macro, made by a first start."""
    folder = tmp_path_factory.mktemp("profile")
    start = [soffice, "--headless", "--terminate_after_init", f"-env:UserInstallation={folder.as_uri()}"]
    subprocess.run(start, check=False, capture_output=True, timeout=120)
    basic = folder / "user/basic/Standard"
    basic.mkdir(parents=True, exist_ok=True)
    (basic / "Module1.xba").write_text(_MACRO, encoding="utf-8")
    element = '<library:element library:name="Module1"/>'
    (basic / "script.xlb").write_text(_LIBRARY.format(inside=element), encoding="utf-8")
    (basic / "dialog.xlb").write_text(_LIBRARY.format(inside=""), encoding="utf-8")
    return folder


def _by_office(data: bytes, soffice: str, profile: Path, folder: Path, *, accept: bool) -> list[str]:
    """The paragraphs of a file whose tracked changes LibreOffice has settled."""
    source, target = folder / "source.docx", folder / "target.docx"
    source.write_bytes(data)
    command = f".uno:{'Accept' if accept else 'Reject'}AllTrackedChanges"
    macro = f'macro:///Standard.Module1.Settle("{source.as_uri()}","{target.as_uri()}","{command}")'
    start = [soffice, "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}", macro]
    for _ in range(2):  # the first start of a profile may end before its macros are known
        subprocess.run(start, check=True, capture_output=True, timeout=180)
        if target.exists():
            break
    found = [_PAGE.sub("", passage.text) for passage in read_text(target)]
    target.unlink()
    return found


@pytest.mark.parametrize("name", ["ferry", "shipped"])
def test_libreoffice_settles_them_to_the_first_and_the_second(
    name: str, later: Path, soffice: str, profile: Path, tmp_path: Path
) -> None:
    then, now = _both(name, later, "zh", "brief")
    made = redline(then, now)
    for accept, wanted in ((False, then), (True, now)):
        saved = _by_office(wanted, soffice, profile, tmp_path, accept=True)
        assert _by_office(made, soffice, profile, tmp_path, accept=accept) == saved


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("name", ["ferry", "shipped"])
def test_an_independent_differ_settles_them_to_the_first_and_the_second(name: str, edition: str, later: Path) -> None:
    scalpel: Any = pytest.importorskip("docx_scalpel", reason="docx-scalpel is not installed")
    then, now = _both(name, later, edition)
    made = redline(then, now)
    for settle, wanted in (
        (scalpel.docx_diff_reject_revisions, then),
        (scalpel.docx_diff_accept_revisions, now),
    ):
        assert [each.text for each in read_text(settle(made))] == [each.text for each in read_text(wanted)]


def test_two_notes_heads_and_links_are_told_too(tmp_path: Path) -> None:
    files = {**samples.FERRY, "briefing.yaml": samples.FERRY["briefing.yaml"].replace("modern", "official")}
    then = _built(write_files(tmp_path / "then", files), "en", None)
    files["sources.yaml"] = files["sources.yaml"].replace("Log of trips", "Log of all trips")
    files["briefing.yaml"] = files["briefing.yaml"].replace("Ferry quarterly", "Ferry quarterly report")
    now = _built(write_files(tmp_path / "now", files), "en", None)
    parts = unpack(_holds(then, now))
    assert any(b"w:ins" in data for name, data in parts.items() if name.startswith(("word/header", "word/footer")))
    assert b"w:ins" in parts["word/footnotes.xml"] or b"all" in parts["word/document.xml"]
