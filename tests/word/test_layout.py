"""True pages from LibreOffice: its failures are told plainly."""

from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from reportgen.word.pages.layout import LayoutError
from reportgen.word.pages.settling import settled
from tests.word.documents import EDITIONS
from tests.word.outline_pages import layout_pages


def program(folder: Path, script: str) -> Path:
    """A program that stands in for LibreOffice."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def test_a_program_that_fails_is_told_with_its_words(tmp_path: Path, drawn: dict[str, bytes]) -> None:
    failing = program(tmp_path, "echo 'no display' >&2; exit 1")
    with pytest.raises(LayoutError, match="no display"):
        layout_pages([(EDITIONS["zh"], drawn["zh"])], failing)


def test_a_program_that_hangs_is_ended(tmp_path: Path, drawn: dict[str, bytes]) -> None:
    hanging = program(tmp_path, "exec sleep 60")
    with pytest.raises(LayoutError, match=r"took longer than 0 seconds for 0\.docx"):
        layout_pages([(EDITIONS["zh"], drawn["zh"])], hanging, timeout=0.3)


def test_a_file_that_is_never_done_is_told_by_its_name(tmp_path: Path, drawn: dict[str, bytes]) -> None:
    """The first that is not there is the one: files are laid out in their order."""
    pdf = "for given; do case $given in *0.docx) : > ${given%.docx}.pdf;; esac; done"
    hanging = program(tmp_path, f"{pdf}; exec sleep 60")
    files = [(replace(EDITIONS[name], name=f"zones\n{name}"), drawn[name]) for name in ("zh", "en")]
    with pytest.raises(LayoutError, match=r"for zones\.en$") as caught:
        layout_pages(files, hanging, timeout=0.3)
    assert caught.value.place == 1


def test_a_program_that_is_not_there_is_told(tmp_path: Path, drawn: dict[str, bytes]) -> None:
    with pytest.raises(LayoutError, match="cannot be started"):
        layout_pages([(EDITIONS["zh"], drawn["zh"])], tmp_path / "soffice")


def test_no_files_need_no_program(tmp_path: Path) -> None:
    assert settled([], tmp_path / "soffice", None) == ()
