"""Where a figure was read goes with it: into manifest and Word file, and into notes where that is asked for."""

from __future__ import annotations

import json
import zipfile
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest

from reportgen.pipeline import build
from reportgen.word.ooxml.ledger_part import NAMESPACE
from tests.content import GOOD, write_files

CASE = Path(__file__).parent / "cases" / "fed-by-data"


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_manifest_says_where_a_figure_was_read() -> None:
    *_, made = build(CASE, manifest=True, pages="estimate")
    manifest = json.loads(made.data)
    facts = {fact["name"]: fact for fact in manifest["facts"]}
    digest = sha256((CASE / "data/cities.csv").read_bytes()).hexdigest()
    assert facts["cities.无锡.growth"]["read"] == {
        "file": "data/cities.csv", "line": 3, "column": "growth", "sha256": digest,
    }  # fmt: skip
    assert facts["total"]["read"]["query"].startswith("select sum(")
    assert facts["total"]["read"]["engine"] == f"DuckDB {manifest['versions']['DuckDB']}"
    assert "read" not in facts["share"]


@pytest.mark.parametrize("template", ["modern", "official"])
def test_a_word_file_carries_where_its_figures_were_read(template: str) -> None:
    (made,) = build(CASE, editions=["zh"], template=template, pages="estimate")
    files = parts(made.data)
    root = ElementTree.fromstring(files["customXml/item1.xml"])
    first = root[0]
    assert root.tag == f"{{{NAMESPACE}}}ledger"
    printed, read = first
    assert first.get("name") == "cities.suzhou.gdp"
    assert (read.get("file"), read.get("line")) == ("data/cities.csv", "2")
    assert printed.text == "6880.3亿元"
    assert b'Target="../customXml/item1.xml"' in files["word/_rels/document.xml.rels"]
    assert b"/customXml/itemProps1.xml" in files["[Content_Types].xml"]


def case(path: Path, told: str) -> Path:
    """The same content, with `origins` written otherwise."""
    for source in CASE.rglob("*"):
        if source.is_file() and source.suffix != ".txt":
            target = path / source.relative_to(CASE)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
    about = path / "briefing.yaml"
    about.write_text(about.read_text(encoding="utf-8").replace("origins: true\n", told), encoding="utf-8")
    return path


@pytest.mark.parametrize(("told", "carried"), [("", True), ("origins: false\n", False)])
def test_notes_tell_it_on_request_alone_and_a_file_may_go_without(told: str, carried: bool, tmp_path: Path) -> None:
    (made,) = build(case(tmp_path, told), editions=["en"], pages="estimate")
    files = parts(made.data)
    assert (b"<read" in files["customXml/item1.xml"]) is carried
    assert b"Read from" not in files["word/footnotes.xml"]


def test_a_sealed_file_carries_nothing(tmp_path: Path) -> None:
    (made,) = build(write_files(tmp_path, GOOD), editions=["zh"], pages="estimate", sealed=True)
    files = parts(made.data)
    assert not [name for name in files if name.startswith("customXml")]
    assert b"_Fig" not in files["word/document.xml"]
