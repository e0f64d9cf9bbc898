"""Words: each run of one script, shared marks by the line's language, every character kept."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.document import Line, Link, Paragraph, Run
from reportgen.template.model import Look
from reportgen.word.body.render import render
from reportgen.word.reader import read_text
from reportgen.word.styles.scripts import split_scripts
from tests.word.documents import document
from tests.word.parts import R, W, every, paragraphs, part, text, val


def runs(look: Look, language: str, *inlines: Run | Link) -> list[Element]:
    """The runs of one paragraph."""
    edition = document((language,), Paragraph("body", (Line(language, inlines),)))
    return every(part(render(edition, look, {})), "body/p")[0].findall(f".//{W}r")


def scripts(look: Look, language: str, words: str) -> list[tuple[str, str]]:
    """(text, hint) of each run."""
    return [(text(run), val(run.find(f"{W}rPr/{W}rFonts"), "hint")) for run in runs(look, language, Run(words))]


def test_chinese_and_latin_words_are_runs_of_their_own(look: Look) -> None:
    assert scripts(look, "zh", "灵犀X2预计2025年出货") == [
        ("灵犀", "eastAsia"), ("X2", ""), ("预计", "eastAsia"), ("2025", ""), ("年出货", "eastAsia"),
    ]  # fmt: skip


def test_quotation_marks_take_the_font_of_their_line(look: Look) -> None:
    assert scripts(look, "zh", "简称“高新区”……")[0] == ("简称“高新区”……", "eastAsia")
    assert scripts(look, "en", "called “zones” — in short…") == [("called “zones” — in short…", "")]


def test_chinese_marks_round_english_words_are_chinese_in_a_chinese_line(look: Look) -> None:
    assert scripts(look, "zh", "“AI”") == [("“", "eastAsia"), ("AI", ""), ("”", "eastAsia")]


def test_every_run_says_its_language(look: Look) -> None:
    for run in runs(look, "en", Run("Zhongguancun (中关村) grew")):
        language = run.find(f"{W}rPr/{W}lang")
        wide = val(run.find(f"{W}rPr/{W}rFonts"), "hint") == "eastAsia"
        assert val(language, "eastAsia" if wide else "val") == ("zh-CN" if wide else "en-US")


def test_markup_characters_survive(look: Look) -> None:
    assert "".join(map(text, runs(look, "en", Run('R&D <5% > "3" &amp;')))) == 'R&D <5% > "3" &amp;'


def test_line_ends_and_tabs_become_elements(look: Look) -> None:
    (run,) = runs(look, "en", Run("one\ntwo\tthree"))
    assert [node.tag for node in run][1:] == [W + "t", W + "br", W + "t", W + "tab", W + "t"]


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\ufffe", "\ud800"])
def test_a_character_that_xml_forbids_is_named(look: Look, character: str) -> None:
    with pytest.raises(ValueError, match=f"U\\+{ord(character):04X}"):
        runs(look, "en", Run(f"a{character}b"))


def test_strong_words_and_emphasis_are_character_styles(look: Look) -> None:
    found = runs(look, "zh", Run("重", strong=True), Run("要", emphasis=True), Run("的"))
    assert [val(run.find(f"{W}rPr/{W}rStyle")) for run in found] == ["Strong", "Emphasis", ""]


def test_a_link_holds_its_address_with_unsafe_characters_escaped(look: Look) -> None:
    edition = document(("en",), Paragraph("body", (Line("en", (Link("here", "https://e.org/a b?c=新&d=1"),)),)))
    data = render(edition, look, {})
    (link,) = every(part(data), "hyperlink")
    targets = {node.get("Id"): node.get("Target") for node in part(data, "word/_rels/document.xml.rels")}
    assert targets[link.get(R + "id")] == "https://e.org/a%20b?c=%E6%96%B0&d=1"


@given(st.text(), st.booleans())
def test_splitting_by_script_loses_nothing(words: str, cjk: bool) -> None:
    found = list(split_scripts(words, cjk=cjk))
    assert "".join(piece for piece, _ in found) == words
    assert all(found[at][1] != found[at + 1][1] for at in range(len(found) - 1))


_PRINTABLE = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co", "Zs", "Zl", "Zp")), min_size=1)


@given(st.lists(_PRINTABLE, min_size=1, max_size=4), st.sampled_from(["zh", "en"]))
def test_what_is_written_is_read_back(look: Look, texts: list[str], language: str) -> None:
    lines = [Paragraph("body", (Line(language, (Run(words),)),)) for words in texts]
    data = render(document((language,), *lines), look, {})
    assert [passage.text for passage in read_text(data) if passage.place.startswith("body")] == texts
    assert paragraphs(part(data), "Normal") == texts
