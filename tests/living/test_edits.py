"""Every edit of the table, done to built files: verify tells what it says there, and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from reportgen.living.held.finding import Finding
from reportgen.living.verify import verify
from tests.living.draft import Draft
from tests.living.edits import COMPRESSED, CONTENTS, EDITS, ONE_LANGUAGE, REPEATS, Edit
from tests.living.samples import built
from tests.living.table import PAGE, written

FILES = (("ferry", "zh"), ("ferry", "en"), ("shipped", "zh"), ("shipped", "bilingual"))
DONE = [(edit, file) for at, edit in enumerate(EDITS) for file in (("ferry", "bilingual"), FILES[at % len(FILES)])]
"""Every edit on the small content in both languages, and in turn on another file."""

SEVERAL = (REPEATS, ONE_LANGUAGE, COMPRESSED, CONTENTS)
"""What is told once or more, by how many figures, pictures or entries there are."""


def codes(findings: Iterable[Finding]) -> Counter[str]:
    """How often each code is told; those of `SEVERAL` once."""
    told = Counter(each.code for each in findings)
    return Counter({code: 1 if code in SEVERAL else count for code, count in told.items()})


@pytest.mark.parametrize(("edit", "file"), DONE, ids=[f"{edit.name}-{'-'.join(file)}" for edit, file in DONE])
def test_verify_says_of_an_edit_what_the_table_says(edit: Edit, file: tuple[str, str], tmp_path: Path) -> None:
    if edit.only and file[0] not in edit.only:
        pytest.skip("that content has nothing to do this to")
    draft = Draft(built(*file, edit.charts))
    edit.stroke(draft)
    path = tmp_path / "edited.docx"
    path.write_bytes(draft.finished())
    findings = verify(path)
    expected = Counter(edit.told(*file))
    assert codes(findings) == expected, [(each.code, str(each.message), each.side.quote) for each in findings]


def test_the_docs_print_the_table_as_it_is() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert written(page) == page, "run python -m tests.living.table"


def test_the_table_holds_sixty_kinds_of_edits_at_least() -> None:
    assert len({edit.stroke for edit in EDITS}) >= 60
