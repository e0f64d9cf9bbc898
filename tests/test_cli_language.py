"""The command line speaks the language that was asked for: help, errors, hints and counts, and nothing in another."""

from __future__ import annotations

import argparse
import ast
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from reportgen.cli import OWN_LANGUAGE, parser
from reportgen.cli import run as run_here
from reportgen.cli.argparse_words import WORDS
from reportgen.cli.help import display_width
from tests.content import GOOD, write_content, write_files
from tests.test_bad_content import BAD, problems_in, with_file
from tests.test_cli import ROOT

UNSET = ("REPORTGEN_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


Done = subprocess.CompletedProcess[str]


def run(*arguments: str | Path, cwd: Path = ROOT, variables: Mapping[str, str] | None = None) -> Done:
    """`python -m reportgen` in an environment that names no language but these."""
    environment = {name: value for name, value in os.environ.items() if name not in UNSET}
    environment |= {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error", "PYTHONIOENCODING": "utf-8"}
    environment |= variables or {}
    command = [sys.executable, "-m", "reportgen", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8")


def help_here(*arguments: str) -> None:
    with pytest.raises(SystemExit) as done:
        run_here([*arguments, "--help"])
    assert done.value.code == 0


# ---- which language -----------------------------------------------------------------------


def test_language_before_the_command_is_what_the_program_speaks() -> None:
    done = run("--language", "zh", "template", "list")
    assert (done.returncode, done.stderr) == (0, "")
    assert "现代风格" in done.stdout


@pytest.mark.parametrize("told", [["--language", "zh"], ["--language=zh-CN"]])
def test_language_may_stand_behind_the_command(told: list[str]) -> None:
    assert "现代风格" in run("template", "list", *told).stdout
    assert "现代风格" in run("template", *told, "list").stdout


def test_a_build_without_a_command_takes_the_language_too(tmp_path: Path) -> None:
    write_content(tmp_path / "content")
    assert "“fr”不在可选值之列" in run("--language", "zh", "--edition", "fr", cwd=tmp_path).stderr
    assert "“fr”不在可选值之列" in run("--edition", "fr", "--language", "zh", cwd=tmp_path).stderr


@pytest.mark.parametrize(
    ("variables", "told"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "没有名为“chek”的命令或文件夹（是不是想写“check”？）"),
        ({"REPORTGEN_LANGUAGE": "zh"}, "没有名为“chek”的命令或文件夹（是不是想写“check”？）"),
        (
            {"LANG": "zh_CN.UTF-8", "REPORTGEN_LANGUAGE": "en"},
            "there is neither a command nor a folder 'chek' (did you mean 'check'?)",
        ),
        ({}, "there is neither a command nor a folder 'chek' (did you mean 'check'?)"),
    ],
)
def test_the_environment_chooses_where_the_command_line_does_not(variables: dict[str, str], told: str) -> None:
    done = run("chek", variables=variables)
    assert (done.returncode, done.stderr.strip()) == (2, f"reportgen: {told}")


def test_the_command_line_wins_over_the_environment() -> None:
    assert "did you mean" in run("--language", "en", "chek", variables={"REPORTGEN_LANGUAGE": "zh"}).stderr


@pytest.mark.parametrize(
    ("arguments", "variables", "told"),
    [
        (["--language", "fr", "check"], {}, "--language: there is no language 'fr' here; there are: en, zh"),
        (["check", "--language=fr"], {"LANG": "zh_CN.UTF-8"}, "--language：没有“fr”这种语言；可用的有：en、zh"),
        (
            ["check"],
            {"REPORTGEN_LANGUAGE": "fr"},
            "REPORTGEN_LANGUAGE: there is no language 'fr' here; there are: en, zh",
        ),
    ],
)
def test_an_unknown_language_is_wrong_usage_and_tells_which_there_are(
    arguments: list[str], variables: dict[str, str], told: str
) -> None:
    done = run(*arguments, variables=variables)
    assert (done.returncode, done.stdout, done.stderr.strip()) == (2, "", f"reportgen: {told}")


def test_a_locale_that_is_not_spoken_means_english() -> None:
    assert "did you mean" in run("chek", variables={"LANG": "fr_FR.UTF-8"}).stderr


def test_language_without_a_value_is_wrong_usage() -> None:
    done = run("check", "--language")
    assert done.returncode == 2
    assert "argument --language: expected one argument" in done.stderr


def test_language_of_chart_and_numbers_is_that_of_the_figure(tmp_path: Path) -> None:
    done = run("numbers", "read", "1.7万亿元", "--language", "zh")
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "kind       money")
    told = run("numbers", "find", "--language", "en", "no.txt", cwd=tmp_path, variables={"REPORTGEN_LANGUAGE": "zh"})
    assert told.stderr.strip() == "reportgen: no.txt: 没有这个文件或文件夹"
    assert "没有名为" not in run("--language", "zh", "chart", "no", "x", "--language", "en", cwd=tmp_path).stderr


def test_one_run_leaves_nothing_of_its_language_to_the_next(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_here(["--language", "zh", "chek"]) == 2
    assert run_here(["chek"]) == 2
    with pytest.raises(SystemExit):
        run_here(["check", "--frobnicate"])
    chinese, english, *rest = capsys.readouterr().err.splitlines()
    assert "是不是想写" in chinese
    assert "did you mean" in english
    assert rest[-1].endswith("error: unrecognized arguments: --frobnicate")


# ---- what is said ---------------------------------------------------------------------------


def test_problems_are_told_in_chinese_at_the_same_place(tmp_path: Path) -> None:
    write_content(tmp_path / "content", sections__one="title: {zh: 一, en: One}\nblocks:\n- txt: {zh: 甲, en: A}\n")
    (english,) = (line for line in run("check", cwd=tmp_path).stderr.splitlines() if "'txt'" in line)
    done = run("check", cwd=tmp_path, variables={"REPORTGEN_LANGUAGE": "zh"})
    place = english.split(": error: ")[0]
    assert done.returncode == 1
    assert any(line.startswith(f"{place}: 错误：") for line in done.stderr.splitlines())
    assert done.stderr.strip().splitlines()[-1].startswith("reportgen: content：1个错误，")


def test_a_build_that_stops_says_so_in_chinese(tmp_path: Path) -> None:
    folder = write_content(tmp_path / "content")
    (folder / "facts.yaml").write_text(GOOD["facts.yaml"].replace("近4500亿元", "ten"), encoding="utf-8")
    done = run("--language", "zh", "build", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.strip().splitlines()[-1].endswith("；未写入任何文件")


def test_differences_are_told_in_chinese(tmp_path: Path) -> None:
    (tmp_path / "zh.txt").write_text("营业收入1.7万亿元。\n", encoding="utf-8")
    (tmp_path / "en.txt").write_text("Revenue was RMB 1.8 trillion.\n", encoding="utf-8")
    done = run("numbers", "agree", "zh.txt", "en.txt", cwd=tmp_path, variables={"REPORTGEN_LANGUAGE": "zh"})
    assert done.returncode == 1
    assert done.stdout.startswith("错误：")
    assert "  应为：" in done.stdout
    assert done.stdout.splitlines()[-1] == "1个错误，没有警告"


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_no_english_is_left_in_problems_told_in_chinese(path: Path, tmp_path: Path) -> None:
    first, _, rest = path.read_text(encoding="utf-8").partition("\n")
    problems = problems_in(write_files(tmp_path, with_file(first.removeprefix("# file: "), rest)))
    told = [problem.told("zh").removeprefix(str(problem.place)) for problem in problems]
    assert told
    assert all(line.startswith((": 错误：", ": 警告：")) for line in told)
    assert [line for line in told if ENGLISH.search(NO_SENTENCE.sub("", line))] == []


# ---- help -----------------------------------------------------------------------------------


def commands() -> list[tuple[str, ...]]:
    """Every command and verb there is."""
    _, names = parser()
    verbs = {"template": ("list", "new", "export", "check"), "numbers": ("write", "read", "find", "agree")}
    return [(), *((name,) for name in sorted(names)), *((name, verb) for name in verbs for verb in verbs[name])]


def test_every_command_has_a_help() -> None:
    main, names = parser()
    told = main.format_help()
    assert names > OWN_LANGUAGE
    assert all(f"\n    {name} " in told for name in names)


ENGLISH = re.compile(r"\b[a-z]{2,}[,;:]?\s+[a-z]{2,}\b")
NO_SENTENCE = re.compile(
    r"# reportgen: ignore.*?…|python -m reportgen.*?(?:   |$|(?=[\u3400-\u9fff]))"
    r"|“[^”]*”|`[^`]*`|axis: auto|[a-z_]+\(\w[\w, .…]*\)|query: select … from …"
    r"|\[[a-z/-]+\]|\{[^}]*\}|--[a-z-]+|[A-Za-z_./-]+\.[a-z]+"
)
"""What is the same in every language: commands, fields and functions to type, quoted words, codes, choices, files."""


@pytest.mark.parametrize("command", commands(), ids=" ".join)
def test_no_english_is_left_in_chinese_help(command: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    help_here("--language", "zh", *command)
    told = capsys.readouterr().out
    assert told.startswith("用法：python -m reportgen")
    assert "选项：\n" in told
    lines = [line for line in NO_SENTENCE.sub("", told).splitlines() if not line.startswith("用法：")]
    assert [line for line in lines if ENGLISH.search(line)] == []


def test_chinese_help_keeps_within_the_terminal_and_starts_no_line_with_a_point(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    help_here("--language", "zh", "template", "check")
    lines = capsys.readouterr().out.splitlines()
    assert max(map(display_width, lines)) <= 60
    assert len(lines) > 10
    assert not any(line.strip()[:1] in "，。；：、）”" for line in lines if line.strip())


def test_help_in_english_is_argparse_s_own(capsys: pytest.CaptureFixture[str]) -> None:
    help_here("check")
    told = capsys.readouterr().out
    assert told.startswith("usage: python -m reportgen check [-h] [--language LANG]")
    assert "\npositional arguments:\n" in told
    assert "show this help message and exit" in told


PROGRAMMERS = {
    ".__call__() not defined",
    "%r is not callable",
    "%(prog)s: warning: %(message)s\n",
    "'required' is an invalid argument for positionals",
    " (default: %(default)s)",
    "argument \"-\" with mode %r",
    "argument '%(argument_name)s' is deprecated",
    "can't open '%(filename)s': %(error)s",
    "cannot have multiple subparser arguments",
    "cannot merge actions - two groups are named %r",
    "command '%(parser_name)s' is deprecated",
    "conflicting option string: %s",
    "conflicting option strings: %s",
    "conflicting subparser alias: %s",
    "conflicting subparser: %s",
    "dest= is required for options like %r",
    "expected %s argument",
    "expected %s arguments",
    "invalid conflict_resolution value: %r",
    "invalid option string %(option)r: must start with a character %(prefix_chars)r",
    "mutually exclusive arguments must be optional",
    "option '%(option)s' is deprecated",
    "subcommands",
    "unexpected option string: %s",
}  # fmt: skip
"""What argparse says of options that we do not have, or to whoever builds a parser wrongly."""


def test_every_word_of_argparse_that_people_meet_has_its_message() -> None:
    tree = ast.parse(Path(argparse.__file__).read_text(encoding="utf-8"))
    said = {
        text.value
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ("_", "ngettext")
        for text in call.args
        if isinstance(text, ast.Constant) and isinstance(text.value, str)
    }
    assert "expected one argument" in said
    assert said - PROGRAMMERS <= set(WORDS)


def test_english_loads_neither_babel_nor_a_catalogue(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom reportgen.cli import run\nfrom reportgen import messages\n"
        "for words in (['--help'], ['template', 'new', 'x', '--from', 'nothing'], ['chek'], ['check', 'nowhere']):\n"
        "    try:\n        run(words)\n    except SystemExit:\n        pass\n"
        "print('babel' in sys.modules, messages._catalogue.cache_info().currsize)"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "REPORTGEN_LANGUAGE": "en"}
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert "there are: brief, modern, official, report" in done.stderr
    assert done.stdout.splitlines()[-1] == "False 0"
