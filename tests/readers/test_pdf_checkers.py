"""Two checkers of PDF/UA-1 find no error in the PDFs of the shipped briefing and of every element there is."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from reportgen.compose import compose
from reportgen.pipeline import read
from reportgen.template.model import Look
from reportgen.word.body.render import render
from reportgen.word.pages.pdf import write_pdfs
from tests.readers.tools import program
from tests.word.documents import EDITIONS, PICTURES, picture

CONTENT = Path(__file__).parent.parent.parent / "content"
SHIPPED = ("zh", "en", "bilingual")


@pytest.fixture(scope="session")
def pdfs(soffice: str, look: Look, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of PDFs: the shipped briefing with plain pictures, and the sample with every element."""
    briefing = read(CONTENT)
    shipped = {edition: compose(briefing, edition) for edition in SHIPPED}
    documents = {**shipped, **{f"sample-{name}": document for name, document in EDITIONS.items()}}
    pictures = {**PICTURES, **{str(block.id): picture() for block in _drawn(briefing)}}
    files = [(document, render(document, look, pictures)) for document in documents.values()]
    folder = tmp_path_factory.mktemp("pdfs")
    for name, pdf in zip(documents, write_pdfs(files, Path(soffice)), strict=True):
        (folder / f"{name}.pdf").write_bytes(pdf)
    return folder


def _drawn(briefing: Any) -> list[Any]:
    return [block for section in briefing.sections for block in section.blocks if hasattr(block, "id")]


@pytest.fixture(scope="session")
def look() -> Look:
    from reportgen.briefing_reader import read_look

    return read_look("modern")


@pytest.mark.libreoffice
def test_outloud_finds_no_error(pdfs: Path, tmp_path: Path) -> None:
    """Its rules are those of ISO 14289-1, and some of its own about what words and tags say."""
    told = tmp_path / "told.json"
    command = [program("outloud"), *map(str, sorted(pdfs.glob("*.pdf"))), "--json", str(told)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
    errors = [line for line in done.stdout.splitlines() if line.strip().startswith("ERROR")]
    assert errors == []
    assert told.stat().st_size > 1000, done.stderr
    assert done.returncode == 0


@pytest.mark.libreoffice
@pytest.mark.parametrize("name", [*SHIPPED, *(f"sample-{name}" for name in EDITIONS)])
def test_pdfua_finds_no_error(name: str, pdfs: Path) -> None:
    command = [program("pdfua"), "check", str(pdfs / f"{name}.pdf"), "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    told: dict[str, Any] = json.loads(done.stdout)
    assert [each for each in told["findings"] if each["severity"] == "error"] == []
    assert told["pdfua_version"] == "PDF/UA-1"
