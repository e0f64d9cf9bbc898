"""Small content folders and the shipped one, told as outlines: every figure as printed, in a diff that anyone can read.

`pytest tests/test_cases.py --accept` rewrites the outlines; read them before you commit them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import reportgen
from reportgen.briefing_reader import read_briefing
from reportgen.checks import check
from reportgen.compose import compose
from reportgen.languages import DEFAULT, editions_of
from reportgen.outline import outline
from reportgen.problems import Severity

CASES = Path(__file__).parent / "cases"
FOLDERS = {path.parent.name: path.parent for path in sorted(CASES.glob("*/briefing.yaml"))}
FOLDERS["high-tech-zones"] = Path(reportgen.__file__).parent.parent / "content"


@pytest.mark.parametrize("edition", list(editions_of(DEFAULT)))
@pytest.mark.parametrize("name", list(FOLDERS))
def test_an_edition_says_what_was_accepted(name: str, edition: str, accept: bool) -> None:
    briefing = read_briefing(FOLDERS[name])
    assert [problem for problem in check(briefing) if problem.severity is Severity.ERROR] == []
    said = outline(compose(briefing, edition))
    accepted = CASES / name / f"{edition}.txt"
    if accept:
        accepted.parent.mkdir(exist_ok=True)
        accepted.write_text(said, encoding="utf-8")
    assert said == accepted.read_text(encoding="utf-8")
