"""Sending on: PDFs, manifests, fonts, and the template command, as a person calls them."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reportgen.briefing_reader import read_briefing
from reportgen.checks import Subject
from reportgen.checks.accessible import find_inaccessible, in_document
from reportgen.compose import compose
from reportgen.document import Chart, Column, Figure, Heading, Table
from reportgen.manifest import LIBRARIES
from reportgen.word.body.page_estimate import OFF_BY
from tests.content import GOOD, write_content
from tests.test_cli import run
from tests.word.documents import caption
from tests.word.masters import master_file

ESTIMATE = ("--pages", "estimate")


def test_a_manifest_tells_files_checksums_and_facts_in_both_languages(tmp_path: Path) -> None:
    write_content(tmp_path / "content")
    done = run("build", "--manifest", *ESTIMATE, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    first = (tmp_path / "output" / "manifest.json").read_bytes()
    told: dict[str, Any] = json.loads(first)
    assert {(each["page_numbers"], each["off_by"]) for each in told["files"]} == {("estimated", OFF_BY)}
    assert done.stdout.count(f"page numbers estimated, up to {OFF_BY} off") == 3
    for each in told["files"]:
        data = (tmp_path / "output" / each["file"]).read_bytes()
        assert each["sha256"] == hashlib.sha256(data).hexdigest()
        assert each["bytes"] == len(data)
    growth, output = told["facts"]
    assert growth["printed"] == {"zh": "同比增长7.1%", "en": "up 7.1% year on year"}
    assert output["printed"] == {"zh": "近4500亿元", "en": "nearly RMB\u00a0450\u00a0billion"}
    assert output["sources"] == ["paper"]
    assert output["places"] == [
        "zh/zh/one/body 1",
        "en/en/one/body 1",
        "bilingual/zh/one/body 1",
        "bilingual/en/one/body 1",
    ]
    assert told["sources"][0]["publisher"] == {"zh": "某报", "en": "The Paper"}
    libraries = {name for names in LIBRARIES.values() for name in names}
    assert set(told["versions"]) == {"reportgen", "Python", "zlib", *libraries}
    assert str(tmp_path).encode() not in first
    run("build", "--manifest", *ESTIMATE, cwd=tmp_path)
    assert (tmp_path / "output" / "manifest.json").read_bytes() == first


def test_a_manifest_tells_what_a_figure_is_derived_from(tmp_path: Path) -> None:
    facts = GOOD["facts.yaml"] + "half: {derived: output * share, what: {zh: 一半, en: half}, when: 2024}\n"
    facts += "share: {is: 50%, what: {zh: 占比, en: share}, when: 2024, source: paper}\n"
    section = GOOD["sections/one.yaml"] + "- metrics: [half]\n"
    write_content(tmp_path / "content", facts=facts, sections__one=section)
    done = run("build", "--manifest", "--edition", "en", *ESTIMATE, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads((tmp_path / "output" / "manifest.json").read_bytes())
    (half,) = (fact for fact in told["facts"] if fact["name"] == "half")
    assert (half["derived"], half["from"], half["status"]) == ("output * share", ["output", "share"], "derived")
    assert half["printed"]["en"] == "about RMB\u00a0225\u00a0billion"
    assert [fact["name"] for fact in told["facts"] if "from" in fact] == ["half"]


def test_fonts_are_told_when_asked_for(tmp_path: Path) -> None:
    write_content(tmp_path / "content")
    done = run("build", "--fonts", "--edition", "zh", *ESTIMATE, cwd=tmp_path)
    assert "等线: expected on Windows" in done.stdout
    done = run("build", "--fonts", "--embed-fonts", "--edition", "zh", *ESTIMATE, cwd=tmp_path)
    assert ": embedded" in done.stdout
    assert "expected" not in done.stdout


@pytest.mark.libreoffice
def test_a_manifest_names_the_program_that_laid_the_pages_out(soffice: str, tmp_path: Path) -> None:
    assert soffice
    write_content(tmp_path / "content")
    run("build", "--manifest", "--edition", "en", cwd=tmp_path)
    told: dict[str, Any] = json.loads((tmp_path / "output" / "manifest.json").read_bytes())
    assert told["versions"]["LibreOffice"][0].isdigit()
    (file,) = told["files"]
    assert file["pages"] == 1
    assert file["page_numbers"] == "laid out"
    assert "Carlito" in file["layout_fonts"]


@pytest.mark.libreoffice
def test_pdfs_are_tagged_in_their_language_with_bookmarks_and_no_stamps(soffice: str, tmp_path: Path) -> None:
    from pypdf import PdfReader

    assert soffice
    write_content(tmp_path / "content")
    for folder in ("one", "two"):
        done = run("build", "--pdf", "-o", folder, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
    for edition, language in {"zh": "zh-CN", "en": "en-US", "bilingual": "zh-CN"}.items():
        path = tmp_path / "one" / f"small.{edition}.pdf"
        with PdfReader(path) as reader:
            root: Any = reader.root_object
            assert root["/Lang"] == language
            assert root["/MarkInfo"]["/Marked"]
            assert len(reader.outline) == 2  # its section, and the list of what it cites
            assert reader.metadata is not None
            assert set(reader.metadata) == {"/Title", "/Author", "/CreationDate", "/ModDate"}
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_pdfs_without_libreoffice_are_wrong_usage(tmp_path: Path) -> None:
    write_content(tmp_path / "content")
    done = run("build", "--pdf", *ESTIMATE, cwd=tmp_path)
    assert done.returncode == 2
    assert "LibreOffice" in done.stderr


def test_a_word_file_is_a_template(tmp_path: Path) -> None:
    write_content(tmp_path / "content")
    (tmp_path / "my.docx").write_bytes(master_file())
    done = run("build", "--template", "my.docx", *ESTIMATE, cwd=tmp_path)
    assert done.returncode == 0
    assert "my.docx: warning: it leads out of the file to http://templates.example/evil.dotm" in done.stderr
    (tmp_path / "my.docx").write_bytes(b"PK no")
    done = run("build", "--template", "my.docx", *ESTIMATE, cwd=tmp_path)
    assert done.returncode == 1
    assert "my.docx: error: this is no Word file" in done.stderr


def test_templates_are_listed_copied_exported_and_checked(tmp_path: Path) -> None:
    assert next(line.split()[0] for line in run("template", "list", cwd=tmp_path).stdout.splitlines()) == "brief"
    assert run("template", "new", "mine", "--from", "modern", cwd=tmp_path).returncode == 0
    assert run("template", "new", "mine", cwd=tmp_path).returncode == 2
    done = run("template", "check", "mine", cwd=tmp_path)
    assert (done.returncode, done.stderr.strip()) == (0, "reportgen: mine: no errors, no warnings")
    assert run("template", "export", "mine", "-o", "mine.docx", cwd=tmp_path).returncode == 0
    assert run("template", "check", "mine.docx", cwd=tmp_path).returncode == 0
    assert run("template", "check", "nowhere", cwd=tmp_path).returncode == 1
    assert run("template", "new", "other", "--from", "nothing", cwd=tmp_path).returncode == 2


def test_a_word_file_is_mended_beside_itself_and_never_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "my.docx").write_bytes(master_file())
    done = run("template", "check", "my.docx", "--fix", cwd=tmp_path)
    assert done.returncode == 0
    assert "heading1               标题 1" in done.stdout
    assert "it leads out of the file" in done.stderr
    assert (tmp_path / "my.docx").read_bytes() == master_file()
    assert "leads out" not in run("template", "check", "my.fixed.docx", cwd=tmp_path).stderr
    assert run("template", "check", "my.docx", "-o", "x.docx", cwd=tmp_path).returncode == 2


def test_headings_out_of_order_charts_without_words_and_columns_without_heads_are_told(tmp_path: Path) -> None:
    write_content(tmp_path / "content")
    briefing = read_briefing(tmp_path / "content")
    bare = Table(caption(("zh",), "table", "t", 1, "表", "Table"), (Column(()),), ())
    mute = Figure(caption(("zh",), "figure", "f", 1, "图", "Figure"), Chart("bars", ("zh",), ()), (("zh", " "),))
    deep = (Heading("a", 1, (1,), ()), Heading("b", 3, (1, 0, 1), ()))
    edition = replace(compose(briefing, "zh"), elements=(*deep, bare, mute))
    told = [problem.message for problem in in_document(edition, {}, briefing.about.id.place)]
    assert told == [
        "a heading of level 3 follows one of level 1",
        "column 1 of this table has no head",
        "this chart cannot be told in words",
    ]
    assert [*find_inaccessible(Subject(briefing))] == []


def test_check_and_build_tell_colors_that_cannot_be_read(tmp_path: Path) -> None:
    write_content(tmp_path / "content")
    run("template", "new", "pale", cwd=tmp_path)
    look = tmp_path / "pale" / "look.yaml"
    look.write_text(look.read_text(encoding="utf-8").replace('grey: "#5B6B78"', 'grey: "#9FB3C1"'), encoding="utf-8")
    about = tmp_path / "content" / "briefing.yaml"
    about.write_text(about.read_text(encoding="utf-8") + "template: pale\n", encoding="utf-8")
    done = run("build", *ESTIMATE, cwd=tmp_path)
    assert "pale: warning: footer: #9FB3C1 on #FFFFFF has a contrast of 2.1" in done.stderr
    done = run("check", cwd=tmp_path)
    assert done.returncode == 0
    assert "pale: warning: footer: #9FB3C1 on #FFFFFF has a contrast of 2.1, and text needs 4.5" in done.stderr
