"""What pyproject.toml promises is so. That its packages install and work without the checkout is .ci/installed."""

from __future__ import annotations

import argparse
import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

import reportgen
from reportgen import cli
from reportgen.cli.tell import Commands
from reportgen.extras import ExtraMissingError, need
from reportgen.manifest import LIBRARIES
from reportgen.messages import Message

PACKAGE = Path(reportgen.__file__).parent
ROOT = PACKAGE.parent
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
NOT_FOR_USERS = {"test", "dev"}


def needed() -> Iterator[tuple[str, str]]:
    """Every extra that the package asks for, and the file that does."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "need" and node.args:
                extra = node.args[0]
                assert isinstance(extra, ast.Constant), f"{path}: an extra is named by a literal"
                yield str(extra.value), path.name


# ---- what is promised --------------------------------------------------------------------------


def test_the_changelog_tells_this_version_or_what_comes() -> None:
    heads = re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert heads[0] == "Unreleased" if ".dev" in reportgen.__version__ else heads[0].startswith(reportgen.__version__)
    assert all(re.fullmatch(r"\d+\.\d+\.\d+ – \d{4}-\d{2}-\d{2}", head) for head in heads[1:])


def test_every_extra_is_asked_for_and_every_one_asked_for_is_there() -> None:
    extras = {*PROJECT["optional-dependencies"]} - NOT_FOR_USERS - {"all"}
    assert {extra for extra, _ in needed()} == extras


def test_every_library_of_a_manifest_is_a_dependency_or_comes_with_one() -> None:
    wanted = [re.split(r"[<>=\[ ]", each)[0].lower() for each in PROJECT["dependencies"]]
    brought = {re.split(r"[<>=!\[; (]", each)[0].lower() for name in wanted for each in metadata.requires(name) or ()}
    told = {name.lower() for names in LIBRARIES.values() for name in names}
    assert told <= {*wanted, *brought}
    assert {*wanted} - told == {"rich", "markdown-it-py"}, "a dependency decides the bytes, shows progress or reads"


# ---- extras ---------------------------------------------------------------------------------------


class _Preview:
    """A command that an extra brings."""

    @staticmethod
    def add(commands: Commands) -> None:
        command = commands.add_parser("preview", help="show", description="show a briefing while it is written")
        command.set_defaults(run=_Preview.run)

    @staticmethod
    def run(_: argparse.Namespace) -> int:
        need("preview", "json", "no_such_library")
        return 0


def test_a_command_whose_extra_is_missing_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli, "COMMANDS", (*cli.COMMANDS, _Preview))
    assert cli.run(["preview"]) == 2
    told = capsys.readouterr().err
    assert told == "reportgen: this needs the extra 'preview': pip install \"reportgen[preview]\"\n"
    with pytest.raises(SystemExit) as ended:
        cli.run(["preview", "--help"])
    assert ended.value.code == 0
    assert "show a briefing while it is written" in capsys.readouterr().out


def test_an_extra_that_is_installed_is_not_loaded_before_its_time() -> None:
    sys.modules.pop("this", None)
    need("zen", "this")
    assert "this" not in sys.modules
    with pytest.raises(ExtraMissingError) as missing:
        need("zen", "this", "that_is_not")
    assert isinstance(str(missing.value), Message), "what an error says can be said in every language"
