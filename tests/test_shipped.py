"""The shipped briefing: every fact told in every language, and no pair of texts that disagrees."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import reportgen
from reportgen.briefing_reader import read_briefing
from reportgen.checks import check
from reportgen.compose import compose
from reportgen.content.entries import Text, walk
from reportgen.content.model import Briefing
from reportgen.document import Document, Run
from reportgen.languages import DEFAULT as LANGUAGES
from reportgen.languages import editions_of
from reportgen.numbers import write
from reportgen.outline import all_inlines, all_lines, outline

ROOT = Path(reportgen.__file__).parent.parent


@cache
def shipped() -> Briefing:
    return read_briefing(ROOT / "content")


@cache
def edition(name: str) -> Document:
    return compose(shipped(), name)


def runs(document: Document) -> Iterator[Run]:
    """Every stretch of words in the document, notes included."""
    yield from (inline for inline in all_inlines(document.elements) if isinstance(inline, Run))


def test_the_shipped_briefing_has_no_problem_at_all() -> None:
    assert check(shipped()) == ()


def test_it_has_the_ten_sections_of_a_briefing_behind_its_opening_and_says_enough() -> None:
    assert [section.title is None for section in shipped().sections] == [True] + [False] * 10
    zh = outline(edition("zh"))
    en = outline(edition("en"))
    assert 2500 <= len(re.findall(r"[\u4e00-\u9fff]", zh)) <= 9000
    assert 1800 <= len(re.findall(r"[A-Za-z’]+", en)) <= 6000


@pytest.mark.parametrize("name", list(editions_of(LANGUAGES)))
def test_every_fact_is_printed_in_every_edition_as_it_should_be(name: str) -> None:
    """Each fact's figure stands in the document as `write` says it in each of the edition's languages."""
    document = edition(name)
    printed: dict[str, str] = {}
    for run in runs(document):
        if run.fact:
            printed[run.fact] = printed.get(run.fact, "") + "\n" + run.text
    told = outline(document)
    for fact in shipped().facts.values():
        for language in document.languages:
            figure = write(fact.quantity, language)
            assert figure.casefold() in told.casefold(), f"{fact.name} is not told as {figure}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_of_the_other_language_strays_into_an_edition(language: str) -> None:
    lines = {line.language for line in all_lines(edition(language).elements)}
    assert lines == {language}


def test_both_languages_of_every_text_print_the_same_figures() -> None:
    briefing = shipped()
    for section in briefing.sections:
        for leaf in (section.title, *walk(section.blocks)):
            if isinstance(leaf, Text):
                zh, en = (
                    Counter(mark.name for mark in leaf.facts(language) if mark.form not in ("what", "when"))
                    for language in LANGUAGES
                )
                assert zh == en, leaf.places


def test_approximations_stay_approximate_in_both_languages() -> None:
    zh, en = outline(edition("zh")), outline(edition("en"))
    for chinese, english in (
        ("近4500亿元", "nearly RMB\u00a0450\u00a0billion"),
        ("50%左右", "about 50%"),
        ("百余家", "more than 100"),
        ("上百场", "upwards of 100"),
        ("200多人", "more than 200\u00a0people"),
        ("约61%", "about 61%"),
        ("约30个自由度", "about 30\u00a0degrees of freedom"),
        ("万亿级", "trillion-yuan-level"),
        ("前三", "top three"),
    ):
        assert chinese in zh
        assert english in en
