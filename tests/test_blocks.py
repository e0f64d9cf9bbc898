"""A kind of block has a sample that works, a row in the reference, and a case whose outline people review."""

from __future__ import annotations

from pathlib import Path

import pytest

import reportgen
from reportgen.blocks import BLOCKS
from reportgen.briefing_reader import read_briefing
from reportgen.checks import check
from reportgen.content.model import Briefing
from tests.content import GOOD, write_content

ROOT = Path(reportgen.__file__).parent.parent
CASES = [ROOT / "content", *(path.parent for path in (ROOT / "tests/cases").glob("*/briefing.yaml"))]


def kinds_in(briefing: Briefing) -> list[str]:
    """The kind of every block, and behind it the kind of what it stands in with others."""
    found: list[str] = []
    for section in briefing.sections:
        for block, group in zip(section.blocks, section.groups, strict=True):
            found += [kind for kind, model in BLOCKS.items() if isinstance(block, model)]
            found += [group.partition("-")[0]] if group else []
    return found


@pytest.mark.parametrize("kind", BLOCKS)
def test_the_sample_of_a_block_is_read_and_has_no_problem(kind: str, tmp_path: Path) -> None:
    section = GOOD["sections/one.yaml"] + BLOCKS[kind].sample + "\n"
    briefing = read_briefing(write_content(tmp_path, sections__one=section))
    assert kinds_in(briefing)[-1] == kind
    assert check(briefing) == ()


@pytest.mark.parametrize("kind", BLOCKS)
def test_a_block_has_a_row_in_the_reference(kind: str) -> None:
    assert f"\n| `{kind}` | " in (ROOT / "docs/content.md").read_text(encoding="utf-8")


def test_every_block_stands_in_a_case() -> None:
    assert {kind for folder in CASES for kind in kinds_in(read_briefing(folder))} == set(BLOCKS)
