"""What an author starts with works: the starter folder builds, and the schemas accept what the reader accepts."""

from __future__ import annotations

import json
from pathlib import Path

from tests.test_cli import ROOT, run


def test_a_new_folder_passes_the_check_and_builds(tmp_path: Path) -> None:
    assert run("new", "mine", cwd=tmp_path).returncode == 0
    done = run("check", "mine", cwd=tmp_path)
    assert (done.returncode, done.stderr.strip()) == (0, "reportgen: mine: no errors, no warnings")
    assert run("build", "mine", "--edition", "en", "--pages", "estimate", cwd=tmp_path).returncode == 0
    assert (tmp_path / "output" / "briefing.en.docx").is_file()


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine")
    done = run("new", "mine", cwd=tmp_path)
    assert done.returncode == 2
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["notes.txt"]


def test_schemas_name_every_field_and_every_block(tmp_path: Path) -> None:
    assert run("schema", "-o", "schemas", cwd=tmp_path).returncode == 0
    told = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in (tmp_path / "schemas").iterdir()}
    entry = told["facts.schema.json"]["additionalProperties"]
    assert {"is", "derived", "what", "when", "source"} <= set(entry["else"]["properties"])
    assert {"from", "query", "key", "columns", "pattern"} <= set(entry["then"]["properties"])
    assert {"from", "row", "column", "cell", "unit"} <= set(entry["else"]["properties"]["is"]["anyOf"][1]["properties"])
    kinds = told["section.schema.json"]["properties"]["blocks"]["items"]["oneOf"]
    assert ["text"] in [kind["required"] for kind in kinds]
    assert ["chart"] in [kind["required"] for kind in kinds]
    row = next(kind["properties"]["row"] for kind in kinds if kind["required"] == ["row"])
    assert row["anyOf"][1]["items"] == {"$ref": "#/$defs/Block"}
    assert told["section.schema.json"]["required"] == ["blocks"]  # the first section may have no title
    printed = run("schema", cwd=ROOT)
    assert json.loads(printed.stdout) == told
