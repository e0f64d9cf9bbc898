# ruff: noqa: E501 (an author's sources stay on one line each)
"""A title keeps the mark it ends with, and no sentence of a bibliography ends twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.briefing_reader import read_briefing
from reportgen.compose import compose
from reportgen.outline import outline
from tests.content import write_content

CITING = """\
title: {zh: 一, en: One}
blocks:
- text: {zh: "总产值{output}，{growth}。[@paper]", en: "Output was {output}, {growth}.[@paper]"}
- sources:
"""


def bibliography(folder: Path, title: str) -> tuple[str, str]:
    """The only source, of that English title, as the Chinese and the English bibliography tell it."""
    source = f"""paper: {{publisher: {{zh: 某报, en: The Paper}}, title: {{zh: 题名, en: "{title}"}}, author: {{zh: 某人, en: An Author}}, date: 2025-06-05}}\n"""
    briefing = read_briefing(write_content(folder, sources=source, sections__one=CITING))
    zh, en = (outline(compose(briefing, edition)).replace("\u00a0", " ") for edition in ("zh", "en"))
    return (
        next(line for line in zh.splitlines() if line.startswith("1. 某人")),
        next(line for line in en.splitlines() if line.startswith("1. An Author")),
    )


@pytest.mark.parametrize("mark", ["?", "!"])
def test_a_title_that_asks_or_exclaims_takes_no_period(mark: str, tmp_path: Path) -> None:
    _, en = bibliography(tmp_path, f"What next{mark}")
    assert en == f"1. An Author. “What next{mark}” The Paper, June 5, 2025."


@pytest.mark.parametrize("title", ["What next", "Is this it? Yes", "Phase 2)"])
def test_any_other_title_takes_its_period_inside_the_quotation_marks(title: str, tmp_path: Path) -> None:
    zh, en = bibliography(tmp_path, title)
    assert en == f"1. An Author. “{title}.” The Paper, June 5, 2025."
    assert zh.startswith("1. 某人. 题名. ")
    assert zh.endswith("某报, 2025-06-05.")


OWN = """\
paper: {publisher: {zh: 某报, en: The Paper}, title: {zh: 题名, en: The title}, author: {zh: 某人, en: An Author}, date: 2025-06-05, kind: newspaper, language: LANGUAGE}
"""


def told(folder: Path, sources: str) -> tuple[str, str]:
    """The first source as the Chinese and the English bibliography tell it."""
    briefing = read_briefing(write_content(folder, sources=sources, sections__one=CITING))
    said = (outline(compose(briefing, edition)).replace("\u00a0", " ") for edition in ("zh", "en"))
    zh, en = (next(line[3:] for line in each.splitlines() if line.startswith("1. ")) for each in said)
    return zh, en


def test_a_source_stands_in_its_own_language_in_the_chinese_list(tmp_path: Path) -> None:
    zh, en = told(tmp_path, OWN.replace("LANGUAGE", "en"))
    assert zh == "An Author. The title[N]. The Paper, 2025-06-05."
    assert en == "An Author. “The title.” The Paper, June 5, 2025."


def test_a_chinese_title_stands_with_its_translation_in_the_english_list(tmp_path: Path) -> None:
    zh, en = told(tmp_path, OWN.replace("LANGUAGE", "zh"))
    assert zh == "某人. 题名[N]. 某报, 2025-06-05."
    assert en == "An Author. “题名” [The title]. The Paper, June 5, 2025."


@pytest.mark.parametrize(
    ("fields", "zh", "en"),
    [
        (
            "kind: online, url: 'https://example.org'",
            "某报[EB/OL]. <https://example.org>",
            "The Paper. <https://example.org>",
        ),
        ("url: 'https://example.org'", "某报[EB/OL]. <https://example.org>", "The Paper. <https://example.org>"),
        ("kind: online", "某报[EB/OL]. 网址未记录.", "The Paper. Address not recorded."),
        ("date: 2025-06-05", "某报. 2025-06-05.", "The Paper. June 5, 2025."),
        ("date: 2025-06-05, kind: journal", "某报[J]. 2025-06-05.", "The Paper. June 5, 2025."),
        (
            "date: 2025-06-05, accessed: 2026-05-10, kind: report, url: 'https://example.org'",
            "某报[R/OL]. (2025-06-05)[2026-05-10]. <https://example.org>",
            "The Paper. June 5, 2025. Accessed May 10, 2026. <https://example.org>",
        ),
    ],
)
def test_an_entry_says_its_type_and_what_is_known(fields: str, zh: str, en: str, tmp_path: Path) -> None:
    assert told(tmp_path, f"paper: {{publisher: {{zh: 某报, en: The Paper}}, {fields}}}\n") == (zh, en)
