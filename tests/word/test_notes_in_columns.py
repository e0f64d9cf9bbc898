"""Footnotes called in columns of text: nothing keeps their paragraph with the next, or LibreOffice never ends."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

import reportgen
from reportgen.briefing_reader import read_look
from reportgen.document import Callout, Document, Heading, Line, Note, Paragraph, Phrase, Run, TitleBlock
from reportgen.problems import Severity
from reportgen.template.model import BUILT_IN
from reportgen.template.note_columns import note_problems
from reportgen.word.body.render import render
from reportgen.word.pages.layout import convert
from reportgen.word.template.doctor import examine
from tests.word.documents import BOTH, document, says
from tests.word.parts import W, every, part, val

LOOK = read_look("brief")
ROOT = Path(reportgen.__file__).parent.parent


def noted(number: int) -> Phrase:
    """A pair that calls a note in each language."""

    def line(language: str) -> Line:
        note = Note(f"note-{number}", number, (Line(language, (Run("preliminary"),)),), language == "en")
        return Line(language, (Run("words"), note))

    return tuple(map(line, BOTH))


def opened() -> Document:
    """Notes called across the page, then in columns: in text, in what a style keeps with the next, in a box."""
    return document(
        BOTH,
        TitleBlock(issuer=(), issue=(), title=says(BOTH, "简报", "Briefing"), subtitle=(), date=()),
        Paragraph("body", noted(1)),
        Heading("key", 1, (1,), says(BOTH, "关键数字", "Key figures")),
        Paragraph("lead", noted(2)),
        Paragraph("body", noted(3)),
        Callout(says(BOTH, "怎样读", "How to read"), (noted(4), says(BOTH, "各项数字", "Figures"))),
        Paragraph("body", says(BOTH, "没有注", "No note")),
    )


def calling(data: bytes) -> list[tuple[int, Element | None]]:
    """The columns and the keep of each paragraph that calls a note, in their order."""
    body = part(data).find(f"{W}body")
    assert body is not None
    found: list[tuple[int, Element | None]] = []
    waiting: list[Element | None] = []
    for element in body:
        marked = [one for one in element.iter(f"{W}p") if every(one, "footnoteReference")]
        waiting += [one.find(f"{W}pPr/{W}keepNext") for one in marked]
        section = element if element.tag == f"{W}sectPr" else element.find(f"{W}pPr/{W}sectPr")
        if section is not None:
            columns = int(val(section.find(f"{W}cols"), "num") or 1)
            found += [(columns, keep) for keep in waiting]
            waiting = []
    return found


def test_what_calls_a_note_in_columns_is_never_kept_with_the_next() -> None:
    keeps = [keep for columns, keep in calling(render(opened(), LOOK, {})) if columns == 2]
    assert [val(keep) for keep in keeps] == ["0"] * 6


def test_what_calls_a_note_across_the_page_stays_with_its_other_language() -> None:
    keeps = [keep for columns, keep in calling(render(opened(), LOOK, {})) if columns == 1]
    assert [keep is not None for keep in keeps] == [True, False]


def test_a_pair_without_notes_stays_together_in_columns() -> None:
    (plain,) = [one for one in part(render(opened(), LOOK, {})).iter(f"{W}p") if "没有注" in "".join(one.itertext())]
    assert val(plain.find(f"{W}pPr/{W}keepNext")) != "0"
    assert plain.find(f"{W}pPr/{W}keepNext") is not None


@pytest.mark.parametrize("citations", ["numbered", "footnotes"])
def test_columns_whose_text_calls_footnotes_are_told_with_a_way_out(citations: str, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    words = (BUILT_IN / "brief" / "look.yaml").read_text(encoding="utf-8")
    kept, other = "citations: section", f"citations: {citations}"
    assert kept in words
    (own / "look.yaml").write_text(words.replace(kept, other), encoding="utf-8")
    (told,) = examine(str(own))[1]
    assert (told.code, told.severity) == ("template/notes-in-columns", Severity.WARNING)
    assert f"citations: {citations}" in str(told.message)
    assert kept in str(told.hint)


@pytest.mark.parametrize("template", sorted(path.parent.name for path in BUILT_IN.glob("*/look.yaml")))
def test_no_built_in_template_calls_footnotes_in_columns(template: str) -> None:
    assert list(note_problems(read_look(template), template)) == []


@pytest.mark.libreoffice
def test_libreoffice_ends_with_the_shipped_briefing_in_columns(soffice: str, tmp_path: Path) -> None:
    (made,) = reportgen.build(ROOT / "content", template="brief", editions=("bilingual",), pages="estimate")
    (tmp_path / "brief.docx").write_bytes(made.data)
    convert([tmp_path / "brief.docx"], tmp_path, Path(soffice), timeout=30)
    assert (tmp_path / "brief.pdf").stat().st_size
