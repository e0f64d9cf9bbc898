"""Every edit of the table, done to built files: each stroke changes the file, and leaves one that opens."""

from __future__ import annotations

import pytest

from reportgen.living.locate import State, locate
from reportgen.word.marked_file import read_marked
from tests.living.draft import Draft
from tests.living.edits import ALTERED, EDITS, Edit
from tests.living.samples import built

FILES = (("ferry", "zh"), ("ferry", "en"), ("ferry", "bilingual"), ("shipped", "zh"), ("shipped", "bilingual"))


@pytest.mark.parametrize("file", FILES, ids="-".join)
@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.name)
def test_locate_finds_what_was_altered_and_nothing_else(edit: Edit, file: tuple[str, str]) -> None:
    if edit.only and file[0] not in edit.only:
        pytest.skip("that content has nothing to do this to")
    draft = Draft(built(*file, edit.charts))
    ledger = draft.ledger
    edit.stroke(draft)
    located = locate(read_marked(draft.finished()), ledger)
    altered = [one for one in (*located.figures.values(), *located.copies) if one.state is State.ALTERED]
    told = [(one.figure.text, one.text) for one in altered]
    assert len(told) == sum(code == ALTERED for code in edit.verify), told
