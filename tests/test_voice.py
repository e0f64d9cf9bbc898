# ruff: noqa: E501 (an author's sentences stay on one line each)
"""Facts put into sentences: a capital where one opens an English sentence, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.briefing_reader import read_briefing
from reportgen.compose import compose
from reportgen.outline import outline
from tests.content import write_content

FACTS = """\
growth: {is: 同比增长7.1%, what: {zh: 增速, en: growth}, when: 2025-Q1, source: paper}
output: {is: 近4500亿元, what: {zh: 总产值, en: output}, as_of: end-2024, source: paper}
"""


def paragraph(folder: Path, english: str) -> str:
    """What the English edition prints of a text."""
    section = (
        f'title: {{zh: 一, en: One}}\nblocks:\n- text: {{zh: "总产值{{output}}，{{growth}}。", en: "{english}"}}\n'
    )
    briefing = read_briefing(write_content(folder, facts=FACTS, sections__one=section))
    told = outline(compose(briefing, "en")).split("# 1 One\n\n")[1]
    return told.split("\n")[0].replace("{output}", "").replace("{growth}", "").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("{output:what} was {output}, {growth}.", "Output was nearly RMB 450 billion, up 7.1% year on year."),
        ("So it was. {output:what} grew.", "So it was. Output grew."),
        ("So it was! {output:what} grew.", "So it was! Output grew."),
        ("“So it was.” {output:what} grew.", "“So it was.” Output grew."),
        ("{output:when}, {output:what} was high.", "As of end-2024, output was high."),
        ("So it was: {output:what} grew.", "So it was: output grew."),
        ("At 7.5 {output:what} grew.", "At 7.5 output grew."),
        ("{growth:what} was {growth} and {output:what} was high.", "Growth was up 7.1% year on year and output was high."),
    ],
)  # fmt: skip
def test_a_fact_that_opens_a_sentence_has_a_capital(typed: str, printed: str, tmp_path: Path) -> None:
    assert paragraph(tmp_path, typed) == printed
