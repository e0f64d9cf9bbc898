"""A plain briefing loads what it needs: no room of what it has not, and no library that it has no use for."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.content import GOOD, write_files
from tests.test_cli import ROOT

UNNEEDED = (
    *("reportgen.blocks.beside", "reportgen.blocks.callout", "reportgen.blocks.findings", "reportgen.blocks.heading"),
    *("reportgen.blocks.list", "reportgen.blocks.quote", "reportgen.blocks.row", "reportgen.blocks.timeline"),
    *("reportgen.blocks.data_table.block", "reportgen.charts.kinds", "reportgen.charts.picture"),
    *("reportgen.content.batch_rows", "reportgen.content.cells", "reportgen.content.families"),
    *("reportgen.content.data.workbook", "reportgen.content.data.query", "reportgen.content.data.select"),
    *("reportgen.batch.journal", "reportgen.companion", "reportgen.comparison", "reportgen.file_compare"),
    *("reportgen.generated", "reportgen.rules", "reportgen.schema", "reportgen.texts", "reportgen.reports"),
    *("reportgen.word.embed", "reportgen.word.reader", "reportgen.word.comments", "reportgen.word.template.adopt"),
    *("babel", "duckdb", "fontTools", "lxml", "markdown_it", "matplotlib", "numpy", "pypdf", "rich", "sqlite3"),
    *("xlsxwriter", "email", "importlib.metadata", "asyncio", "multiprocessing"),
)

RUN = """
import sys
from reportgen.__main__ import main
try:
    assert main() == 0
except SystemExit as end:
    assert not end.code
print(*sys.modules)
"""


@cache
def loaded(command: str) -> frozenset[str]:
    """The modules that a command loads, in a process of its own, for a briefing of words and key figures."""
    section = GOOD["sections/one.yaml"] + "- metrics: [output, growth]\n"
    with TemporaryDirectory() as folder:
        write_files(Path(folder) / "content", {**GOOD, "sections/one.yaml": section})
        around = {**os.environ, "PYTHONPATH": str(ROOT), "REPORTGEN_CACHE": str(Path(folder) / "cache")}
        around.pop("PYDANTIC_DISABLE_PLUGINS", None)
        run = [sys.executable, "-c", RUN, *command.split()]
        done = subprocess.run(run, cwd=folder, env=around, capture_output=True, text=True, check=True)
    return frozenset(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("room", UNNEEDED)
@pytest.mark.parametrize("command", ["check content", "build content -o out --pages estimate"])
def test_a_plain_briefing_does_not_load(command: str, room: str) -> None:
    assert "reportgen.blocks.metrics" in loaded(command)
    assert not [name for name in loaded(command) if name == room or name.startswith(f"{room}.")]


@pytest.mark.parametrize("room", [room for room in UNNEEDED if room.startswith("reportgen.")])
def test_what_is_not_loaded_is_there(room: str) -> None:
    assert find_spec(room)


def test_help_loads_nothing_that_reads_content() -> None:
    assert "argparse" in loaded("--help")
    assert not {"pydantic", "yaml", "reportgen.content", "reportgen.numbers", "reportgen.charts"} & loaded("--help")
