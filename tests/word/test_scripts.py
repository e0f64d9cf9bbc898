"""Languages in Word: the tag of every run, the font slot of every script, styles for any number of languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from reportgen.document import Bullets, Callout, Document, Element, Heading, Line, Paragraph, Phrase, Properties, Run
from reportgen.template.model import Look
from reportgen.word.body.render import render
from reportgen.word.lint import lint
from reportgen.word.styles.scripts import document_tags, lang_tag, line_height, line_tags, slot_faces
from tests.esperanto import esperanto
from tests.word.parts import W, every, part, style_of, text, val

WORDS = {"zh": "高新区 Zone", "en": "A zone 区", "eo": "Unu zono 区"}


def phrase(languages: tuple[str, ...]) -> Phrase:
    return tuple(Line(language, (Run(WORDS[language]),)) for language in languages)


@pytest.fixture(autouse=True)
def third() -> Iterator[None]:
    """A language of Latin script that no look knows."""
    with esperanto():
        yield


def document(languages: tuple[str, ...], layout: str = "interleaved") -> Document:
    """A small document in any languages."""
    words = phrase(languages)
    name = "-".join(languages)
    elements: tuple[Element, ...] = (
        Heading(name, 1, (1,), words),
        Paragraph("body", words),
        Bullets((words,)),
        Bullets((words, words), ordered=True),
        Callout(words, (words,)),
    )
    return Document(languages, Properties("", "", (), "", "2025-01-01", "en-GB"), words, elements, layout, sealed=True)


def tags(data: bytes) -> set[tuple[str, str, str]]:
    """(words, Latin tag, East Asian tag) of the runs."""
    runs = [(text(run), run.find(f"{W}rPr/{W}lang")) for run in every(part(data), "r") if run.find(f"{W}t") is not None]
    return {(words.strip(), val(lang), val(lang, "eastAsia")) for words, lang in runs}


def test_words_are_tagged_by_their_line_and_script(look: Look) -> None:
    said = tags(render(document(("zh", "eo")), look, {}))
    assert {("Unu zono", "eo", ""), ("Zone", "eo", ""), ("高新区", "zh-CN", "zh-CN"), ("区", "zh-CN", "zh-CN")} <= said


def test_a_sign_after_a_figure_is_in_no_language(look: Look) -> None:
    """LibreOffice takes ℃ after a figure for Latin; in Chinese it would part it from the figure."""
    line = Line("zh", (Run("36.5℃高温"),))
    said = tags(render(replace(document(("zh",)), elements=(Paragraph("body", (line,)),)), look, {}))
    assert said == {("36.5", "x-none", ""), ("℃高温", "x-none", "zh-CN")}


def test_figures_in_chinese_are_read_aloud_in_chinese(look: Look) -> None:
    """A run of English would make a screen reader say 178 in English between two Chinese words."""
    lines = (Line("zh", (Run("有178家，R&D占<5%"),)), Line("en", (Run("178 zones"),)))
    said = tags(render(replace(document(("zh", "en")), elements=(Paragraph("body", lines),)), look, {}))
    assert {("178", "x-none", ""), ("R&D", "en-GB", ""), ("<5%", "x-none", ""), ("178 zones", "en-GB", "")} <= said


def test_latin_words_of_chinese_are_in_the_english_of_the_document(look: Look) -> None:
    assert ("Zone", "en-GB", "") in tags(render(document(("zh",)), look, {}))
    assert ("A zone", "en-GB", "") in tags(render(document(("en",)), look, {}))


def test_a_document_is_tagged_by_its_first_language_of_each_script() -> None:
    assert document_tags(("zh", "en"), "en-GB") == ("en-GB", "zh-CN")
    assert document_tags(("eo", "en"), "en-GB") == ("eo", "zh-CN")
    assert line_tags(("eo", "en"), "en-GB") == {"eo": ("eo", "zh-CN"), "en": ("en-GB", "zh-CN")}
    assert (lang_tag("zh", "en-GB"), lang_tag("en", "en-GB"), lang_tag("en")) == ("zh-CN", "en-GB", "en-US")


def test_a_language_without_fonts_of_its_own_takes_those_of_its_script(look: Look) -> None:
    own_faces = look.fonts["en"].model_copy(update={"body": ("Garamond",)})
    own = look.model_copy(update={"fonts": {**look.fonts, "eo": own_faces}})
    assert slot_faces(look, ("eo",)) == (look.fonts["en"], look.fonts["zh"])
    assert slot_faces(own, ("eo", "en")) == (own_faces, look.fonts["zh"])
    fonts = every(part(render(document(("eo",)), own, {}), "word/styles.xml"), "docDefaults/rPrDefault/rPr/rFonts")
    assert [val(font, "ascii") for font in fonts] == ["Garamond"]


def test_a_language_without_a_line_height_takes_that_of_its_script(look: Look) -> None:
    body = look.styles["body"]
    assert line_height(body, "eo") == body.line["en"]
    assert line_height(body.model_copy(update={"line": {"zh": body.line["zh"]}}), "eo") == 0


@pytest.mark.parametrize("layout", ["interleaved", "side-by-side", "facing"])
@pytest.mark.parametrize("languages", [("eo",), ("eo", "zh"), ("zh", "en", "eo")])
def test_a_document_may_be_in_any_languages(languages: tuple[str, ...], layout: str, look: Look) -> None:
    made = document(languages, layout)
    if layout == "facing":  # the whole in one language, then in the next
        single = [document((language,)).elements for language in languages]
        made = replace(made, elements=tuple(element for elements in single for element in elements))
    assert lint(render(made, look, {})) == ()


def test_three_languages_stand_in_three_columns(look: Look) -> None:
    (first, *_) = every(part(render(document(("zh", "en", "eo"), "side-by-side"), look, {})), "tbl/tr")
    (columns, *_) = every(part(render(document(("zh", "en", "eo"), "side-by-side"), look, {})), "tbl/tblGrid")
    assert len(columns) == 3
    assert [style_of(found) for found in every(first, "tc/p")] == [
        "NormalColumn",
        "NormalColumnSecond",
        "NormalColumnThird",
    ]
