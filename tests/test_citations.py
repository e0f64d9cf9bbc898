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
    assert zh.startswith("1. 某人. 题名[")
    assert zh.endswith("某报, (2025-06-05).")
