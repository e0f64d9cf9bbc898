"""Languages are a registry: a briefing names its own, and a further one breaks no other briefing."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

import reportgen
from reportgen.briefing_reader import read_briefing
from reportgen.checks import check
from reportgen.compose import compose
from reportgen.languages import LANGUAGES, editions_of
from reportgen.numbers import read, write
from reportgen.outline import outline
from reportgen.problems import ContentError, Problem
from reportgen.word.lint import lint
from tests.content import GOOD, write_content, write_files
from tests.esperanto import esperanto

CASE = Path(__file__).parent / "third_language"


@pytest.fixture
def third() -> Iterator[None]:
    with esperanto():
        yield


def problems_in(folder: Path, *editions: str) -> tuple[Problem, ...]:
    try:
        return check(read_briefing(folder), editions or None)
    except ContentError as error:
        return error.problems


@pytest.mark.usefixtures("third")
def test_every_language_has_all_words_of_the_product() -> None:
    words = set(LANGUAGES["zh"].words)
    assert [code for code, language in LANGUAGES.items() if words - set(language.words)] == []


@pytest.mark.usefixtures("third")
def test_a_third_language_breaks_no_briefing_without_it(tmp_path: Path) -> None:
    briefing = read_briefing(write_files(tmp_path, GOOD))
    assert check(briefing) == ()
    assert briefing.editions == {"zh": ("zh",), "en": ("en",), "bilingual": ("zh", "en")}


def test_a_briefing_in_one_language_has_one_edition(tmp_path: Path) -> None:
    text = GOOD["briefing.yaml"].replace("id: small", "id: small\nlanguages: [en]")
    one = '{title: {en: One}, blocks: [{text: {en: "Output was {output}, {growth}.[@paper]"}}]}'
    briefing = read_briefing(write_content(tmp_path, briefing=text, sections__one=one))
    assert briefing.editions == {"en": ("en",)}
    assert check(briefing) == ()


def test_the_order_of_the_languages_is_the_bilingual_editions() -> None:
    assert editions_of(("en", "zh")) == {"en": ("en",), "zh": ("zh",), "bilingual": ("en", "zh")}


def test_only_the_editions_in_a_language_mind_what_it_lacks(tmp_path: Path) -> None:
    one = 'title: {zh: 一}\nblocks:\n- text: {zh: "总产值{output}，{growth}。[@paper]"}\n'
    folder = write_content(tmp_path, sections__one=one)
    assert problems_in(folder, "zh") == ()
    assert [str(problem.message) for problem in problems_in(folder, "en")] == ["the English is missing"] * 2
    assert problems_in(folder) == problems_in(folder, "bilingual") == problems_in(folder, "en")


def test_a_language_that_nobody_knows_or_that_stands_twice_is_told(tmp_path: Path) -> None:
    text = GOOD["briefing.yaml"].replace("id: small", "id: small\nlanguages: [zh, enn, zh]")
    told = [
        (problem.place.column, str(problem.message)) for problem in problems_in(write_content(tmp_path, briefing=text))
    ]
    assert told == [(17, "no language is called 'enn'"), (22, "the language 'zh' is named twice")]


@pytest.mark.usefixtures("third")
def test_a_third_language_lays_out_figures_its_own_way() -> None:
    assert write(read("12345.6万元", "zh"), "eo") == "123,456\u00a0milionoj da\u00a0juanoj"
    assert write(read("近4500亿元", "zh"), "eo") == "preskaŭ 450\u00a0miliardoj da\u00a0juanoj"
    assert write(read("同比下降7.1%", "zh"), "eo") == "malpli je 7,1% ol antaŭ jaro"


@pytest.mark.usefixtures("third")
@pytest.mark.parametrize("edition", ["zh", "eo", "bilingual"])
def test_an_edition_in_a_third_language_says_what_was_accepted(edition: str, accept: bool) -> None:
    briefing = read_briefing(CASE)
    assert check(briefing) == ()
    said = outline(compose(briefing, edition))
    accepted = CASE / f"{edition}.txt"
    if accept:
        accepted.write_text(said, encoding="utf-8")
    assert said == accepted.read_text(encoding="utf-8")


@pytest.mark.usefixtures("third")
def test_a_word_file_in_a_third_language_is_whole_and_says_what_language_it_is_in() -> None:
    (built,) = reportgen.build(CASE, editions=["eo"], pages="estimate")
    assert lint(built.data) == ()
    with zipfile.ZipFile(BytesIO(built.data)) as package:
        styles = package.read("word/styles.xml").decode()
        assert "word/media/image1.png" in package.namelist()
    assert 'w:val="eo"' in styles
