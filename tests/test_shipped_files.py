"""The shipped briefing's Word files: valid, closed, the same in two builds' parts, and whole in LibreOffice's eyes."""

from __future__ import annotations

import re
import subprocess
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

import reportgen
from reportgen import Built
from reportgen.languages import DEFAULT, editions_of
from reportgen.word.lint import lint
from reportgen.word.reader import read_text
from tests.word.test_valid import audit

ROOT = Path(reportgen.__file__).parent.parent
FOLDERS = {
    "high-tech-zones": ROOT / "content",
    "harbor": ROOT / "tests/cases/harbor",
    "tables": ROOT / "tests/cases/tables",
}
LOOKS = [{}, {"layout": "side-by-side"}, {"layout": "facing"}, {"template": "report"}]
COMPARED = {**FOLDERS, "charts": ROOT / "tests/cases/charts"}


@cache
def built(name: str) -> dict[str, Built]:
    """Every edition of a briefing, its pages estimated."""
    return {one.edition: one for one in reportgen.build(FOLDERS[name], pages="estimate")}


@pytest.mark.parametrize("edition", list(editions_of(DEFAULT)))
@pytest.mark.parametrize("name", list(FOLDERS))
def test_every_file_passes_the_validator_and_the_lint(name: str, edition: str, tmp_path: Path) -> None:
    data = built(name)[edition].data
    assert audit(data, tmp_path) == []
    assert lint(data) == ()


@pytest.mark.parametrize("edition", list(editions_of(DEFAULT)))
def test_a_file_tells_nothing_of_the_tools_that_made_it(edition: str) -> None:
    with zipfile.ZipFile(BytesIO(built("high-tech-zones")[edition].data)) as package:
        told = b"".join(package.read(name) for name in package.namelist() if name.startswith("docProps"))
    assert not re.search(rb"python|docx|lxml|LibreOffice", told, re.IGNORECASE)
    assert b"2025-06-06" in told


def test_both_languages_read_back_from_the_bilingual_file() -> None:
    text = "\n".join(passage.text for passage in read_text(built("high-tech-zones")["bilingual"].data))
    assert "近4500亿元" in text.replace("\u2060", "")
    assert "nearly RMB 450 billion" in text.replace("\u00a0", " ")


@pytest.mark.parametrize("name", list(COMPARED))
@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_compare_tells_nothing_of_the_files_that_are_built(name: str, look: dict[str, Any], tmp_path: Path) -> None:
    made = {one.edition: one for one in reportgen.build(COMPARED[name], tmp_path, pages="estimate", **look)}
    zh, en, both = (tmp_path / made[edition].file for edition in ("zh", "en", "bilingual"))
    assert [each.found for each in (*reportgen.compare(zh, en), *reportgen.compare(both))] == []


@pytest.mark.libreoffice
def test_libreoffice_opens_every_edition(soffice: str, tmp_path: Path) -> None:
    files: list[str] = []
    for one in built("high-tech-zones").values():
        path = tmp_path / one.file
        path.write_bytes(one.data)
        files.append(str(path))
    profile = (tmp_path / "profile").as_uri()
    command = [
        soffice,
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
    ]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=300)
    for file in files:
        told = subprocess.run(
            ["pdfinfo", str(Path(file).with_suffix(".pdf"))], check=True, capture_output=True, text=True
        )
        pages = re.search(r"^Pages:\s+(\d+)", told.stdout, re.MULTILINE)
        assert pages is not None
        assert 6 <= int(pages[1]) <= 25
