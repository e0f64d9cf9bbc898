# ruff: noqa: E501 (an author's sentences stay on one line each)
"""What people change in built files comes home: words merged, what is new and gone, notes, facts to change."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import reportgen
from reportgen.content.source import parse_yaml
from reportgen.ledger import LedgerLine
from reportgen.living.locate import State, locate
from reportgen.living.pull import Pulled, Tracked, pull
from reportgen.pipeline import build
from reportgen.word.marked_file import read_marked
from reportgen.word.ooxml.package_reader import open_word
from reportgen.word.reader import read_text
from tests.living import edits, engines
from tests.living.draft import W, Draft, delete, new_paragraph, node, printed, runs, track_in, track_out, type_at, type_over, word
from tests.living.samples import built, folder

EDITIONS = ("zh", "en", "bilingual")
WORDS = {"zh": "经复核，", "en": "On review, "}


def desk(tmp_path: Path, name: str = "ferry") -> Path:
    """A copy of a content folder that a pull may write to."""
    target = tmp_path / "content"
    shutil.copytree(folder(name), target)
    return target


def saved(tmp_path: Path, draft: Draft, name: str = "review.docx") -> Path:
    path = tmp_path / name
    path.write_bytes(draft.finished())
    return path


def said(data: bytes) -> list[str]:
    """The words of a file, paragraph by paragraph."""
    return [passage.text for passage in read_text(data)]


def rebuilt(content: Path, edition: str) -> bytes:
    (made,) = build(content, editions=[edition], pages="estimate", charts="native")
    return made.data


def texts(content: Path) -> str:
    return "\n".join(path.read_text("utf-8") for path in sorted(content.rglob("*.yaml")))


def line_with(draft: Draft, words: str) -> LedgerLine:
    return next(line for line in draft.ledger.lines if words in line.text and line.typed)


def replace(draft: Draft, words: str, other: str, line: LedgerLine | None = None) -> None:
    """Type over words of the file."""
    paragraph = draft.paragraph_of(line or line_with(draft, words))
    at = printed(paragraph).index(words)
    type_over(paragraph, at, at + len(words), other)


# ---- nothing changed -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["ferry", "shipped"])
@pytest.mark.parametrize("edition", EDITIONS)
def test_a_file_that_nobody_edited_changes_nothing(tmp_path: Path, name: str, edition: str) -> None:
    content = desk(tmp_path, name)
    before = texts(content)
    pulled = pull([saved(tmp_path, Draft(built(name, edition)))], content)
    assert (pulled.files, pulled.told, pulled.problems) == ({}, (), ())
    assert texts(content) == before


@pytest.mark.parametrize("case", ["harbor", "harvest", "tables", "wind-and-power", "filed-report"])
def test_no_case_is_changed_by_its_own_files(tmp_path: Path, case: str) -> None:
    content = tmp_path / "content"
    shutil.copytree(Path(__file__).parents[1] / "cases" / case, content)
    for made in build(content, tmp_path / "out", pages="estimate"):
        assert made.path is not None
        pulled = pull(made.path, content, dry_run=True)
        assert (pulled.diff, pulled.told, pulled.problems) == ("", (), ())


# ---- the table of edits ----------------------------------------------------------------------------

OTHERWISE: dict[str, set[str]] = {
    "figure_commented": {"nothing"},  # a comment that says nothing
    "note_put_behind_figure": {"nothing"},  # it points to a note that was there
    "cell_emptied": {"told"},
    "table_deleted": {"told"},  # its caption still stands
    "caption_deleted": {"told"},  # a chart has one
    "chart_deleted": {"nothing"},  # verify tells what became of charts
    "chart_data_typed_over": {"nothing"},
    "workbook_typed_over": {"nothing"},
    "paragraphs_joined": {"words", "gone"},
    "paragraph_split_tracked": {"words", "new"},
    "paragraph_split_behind_figure": {"words", "new"},
    "paragraph_split_before_figure": {"words", "new"},
    "pasted_copy_typed_over": {"new", "fact to change"},
}
"""What pull says of edits of which the table tells the first part alone."""

ONE_SIDED = ("paragraph_deleted", "paragraph_deleted_tracked", "paragraphs_joined")
"""Edits of one language of a file in two: what was deleted there still stands in the other, and is told."""


def outcome(pulled: Pulled) -> set[str]:
    """What a pull did, in the words of the table."""
    codes = {problem.code for problem in pulled.problems}
    found = {"fact to change"} if "pull/figure" in codes else set[str]()
    found |= {"told"} if codes - {"pull/figure"} else set()
    found |= {"words"} if pulled.merged else set()
    signs = {"taken out": "gone", "new from": "new", "moved, as": "moved", "a note, from": "note"}
    found |= {kind for sign, kind in signs.items() if any(sign in line for line in pulled.told)}
    assert bool(pulled.files) == bool(found & {"words", "gone", "new", "moved", "note"})
    return found or {"nothing"}


@pytest.mark.parametrize(("number", "edit"), list(enumerate(edits.EDITS)), ids=[edit.name for edit in edits.EDITS])
def test_every_edit_of_the_table_comes_home_as_it_says(tmp_path: Path, number: int, edit: edits.Edit) -> None:
    edition = EDITIONS[number % 3]
    draft = Draft(built("ferry", edition, edit.charts))
    edit.stroke(draft)
    wanted = OTHERWISE.get(edit.name, {edit.pull})
    if edition == "bilingual" and edit.name in ONE_SIDED:
        wanted = {"told"} | (wanted & {"words"})
    assert outcome(pull(saved(tmp_path, draft), desk(tmp_path), dry_run=True)) == wanted
