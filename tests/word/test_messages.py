"""What word/ says to people is said by messages, so that it can be said in their language."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.messages import Message
from reportgen.template.contrast import faint_problems
from reportgen.template.model import Look
from reportgen.word.embed.embedding import FontUse
from reportgen.word.lint import lint
from reportgen.word.ooxml.package_reader import WordFileError, open_word
from reportgen.word.pages.layout import LayoutError
from reportgen.word.template.adopt import read_master
from tests.word.documents import EDITIONS
from tests.word.masters import master_file
from tests.word.outline_pages import layout_pages
from tests.word.parts import changed


def test_findings_in_a_template_are_messages(look: Look) -> None:
    template = read_master(open_word(master_file(), "my.docx"), look)
    assert template.master
    assert len(template.master.findings) > 5
    assert {type(said) for found in template.master.findings for said in (found.message, found.hint)} == {Message}


def test_faint_colors_are_told_by_messages(look: Look) -> None:
    pale = look.model_copy(update={"palette": look.palette.model_copy(update={"ink": "#CCCCCC"})})
    told = list(faint_problems(pale, "look.yaml"))
    assert {type(said) for found in told for said in (found.message, found.hint)} == {Message}
    assert "has a contrast of 1.6, and text needs 4.5" in told[0].message


@pytest.mark.parametrize("data", [b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", master_file()[:2000]])
def test_files_that_cannot_be_opened_are_told_by_messages(data: bytes) -> None:
    with pytest.raises(WordFileError) as caught:
        open_word(data)
    (problem,) = caught.value.problems
    assert (type(problem.message), type(problem.hint)) == (Message, Message)


def test_faults_are_messages(drawn: dict[str, bytes]) -> None:
    bad = changed(drawn["zh"], lambda xml: xml.replace('w:val="15"', 'w:val="14"'), "word/settings.xml")
    assert [type(fault.message) for fault in lint(bad)] == [Message]


def test_a_layout_that_fails_is_told_by_a_message(tmp_path: Path, drawn: dict[str, bytes]) -> None:
    with pytest.raises(LayoutError) as caught:
        layout_pages([(EDITIONS["zh"], drawn["zh"])], tmp_path / "soffice")
    assert isinstance(caught.value.args[0], Message)


@pytest.mark.parametrize(
    ("use", "told"),
    [
        (FontUse("A", True, (), ()), "A: embedded"),
        (FontUse("A", True, (), (), "囧"), "A: embedded, without 囧"),
        (FontUse("A", False, ("Windows", "macOS"), ()), "A: expected on Windows, macOS"),
        (FontUse("A", False, ("Windows",), ("B", "C")), "A: expected on Windows; elsewhere B stands in"),
        (FontUse("A", False, (), ("B", "C")), "A: substituted where it is not installed, by B, C"),
        (FontUse("A", False, (), ()), "A: substituted where it is not installed, by what the reader's program picks"),
    ],
)
def test_a_font_is_told_in_a_line(use: FontUse, told: str) -> None:
    assert str(use) == told
    assert isinstance(use.summary, Message)
