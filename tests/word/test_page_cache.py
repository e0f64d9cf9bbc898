"""Pages kept from build to build: LibreOffice is asked only for files that have changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reportgen.cache import Kept
from reportgen.document import Document, PageBreak, Paragraph
from reportgen.template.model import Look
from reportgen.word.body.render import flow
from reportgen.word.pages.filling import Arrangement
from reportgen.word.pages.layout import LayoutError
from reportgen.word.pages.settling import Unsettled, settled
from tests.word.documents import EDITIONS, PICTURES, document, says


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "pages", "json")


@pytest.fixture
def counting(soffice: str, tmp_path: Path) -> Path:
    """LibreOffice, with a note of the files that each request is given."""
    script = tmp_path / "soffice"
    script.write_text(f'#!/bin/sh\necho "$@" >> "{tmp_path}/asked"\nexec "{soffice}" "$@"\n')
    script.chmod(0o755)
    return script


def asked(program: Path) -> list[int]:
    """How many files each request was given."""
    return [line.count(".docx") for line in program.with_name("asked").read_text().splitlines() if ".docx" in line]


def unsettled(look: Look, *documents: Document) -> list[Unsettled]:
    return [Unsettled(each, look, PICTURES, {}, flow(each, look, PICTURES), bytes) for each in documents]


@pytest.mark.libreoffice
def test_only_what_has_changed_is_laid_out_again(counting: Path, kept: Kept, look: Look) -> None:
    files = unsettled(look, EDITIONS["zh"], EDITIONS["en"])
    pages = settled(files, counting, kept)
    assert settled(files, counting, kept) == pages
    assert set(asked(counting)) == {2}  # on one long page, and on its own pages
    runs = len(asked(counting))
    longer = unsettled(
        look, document(("en",), *EDITIONS["en"].elements, PageBreak(), Paragraph("body", says(("en",), "", "more")))
    )
    assert settled([files[0], *longer], counting, kept)[1].pages.count > pages[1].pages.count
    assert set(asked(counting)[runs:]) == {1}
    runs = len(asked(counting))
    assert settled(files, counting, kept, fresh=True) == pages
    assert asked(counting)[runs] == 2


@pytest.mark.libreoffice
def test_what_cannot_be_laid_out_as_arranged_stays_as_it_was_and_is_told(
    soffice: str, tmp_path: Path, look: Look
) -> None:
    script = tmp_path / "soffice"
    count = f'echo >> "{tmp_path}/asked"; [ $(wc -l < "{tmp_path}/asked") = 2 ] && exit 1'
    script.write_text(f'#!/bin/sh\ncase "$*" in *--convert-to*) {count};; esac\nexec "{soffice}" "$@"\n')
    script.chmod(0o755)
    told: list[str] = []
    (found,) = settled(unsettled(look, replace(EDITIONS["en"], name="zones\nen")), script, None, warn=told.append)
    assert found.arrangement == Arrangement()
    assert told == ["LibreOffice could not lay out zones.en: 1; its pages stay as they fall"]
    assert len((tmp_path / "asked").read_text()) == 3  # measured, as arranged, as it was: no other try


@pytest.mark.libreoffice
def test_another_program_and_a_spoiled_entry_are_laid_out_again(counting: Path, kept: Kept, look: Look) -> None:
    files = unsettled(look, EDITIONS["zh"])
    pages = settled(files, counting, kept)
    for path in kept.folder.rglob("*.json"):
        path.write_bytes(path.read_bytes().replace(b'"count"', b'"Count"'))
    assert settled(files, counting, kept) == pages
    counting.write_text(counting.read_text() + "\n# a newer version\n")
    assert settled(files, counting, kept) == pages
    assert len(asked(counting)) % 3 == 0


def test_a_failed_layout_is_not_kept(tmp_path: Path, kept: Kept, look: Look) -> None:
    files = unsettled(look, EDITIONS["zh"])
    for _ in range(2):
        with pytest.raises(LayoutError, match="cannot be started"):
            settled(files, tmp_path / "soffice", kept)
    assert not kept.folder.exists()
