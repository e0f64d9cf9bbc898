"""Real runs in a temporary folder: exit code, files, and what is told where."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import reportgen
from tests.content import GOOD, write_content, write_files

ROOT = Path(reportgen.__file__).parent.parent


def run(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """`python -m reportgen` as a person calls it."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error", "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "reportgen", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8")


def test_without_arguments_content_is_built_into_output(tmp_path: Path) -> None:
    write_content(tmp_path / "content")
    done = run("--pages", "estimate", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert [path.name for path in sorted((tmp_path / "output").iterdir())] == [
        "small.bilingual.docx",
        "small.en.docx",
        "small.zh.docx",
    ]
    assert [line.split()[0] for line in done.stdout.splitlines()] == [
        str(Path("output") / f"small.{edition}.docx") for edition in ("zh", "en", "bilingual")
    ]


def test_an_edition_can_be_built_alone_and_elsewhere(tmp_path: Path) -> None:
    folder = write_content(tmp_path / "mine")
    done = run(folder, "-o", "out", "--edition", "en", "--pages", "estimate", cwd=tmp_path)
    assert done.returncode == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["small.en.docx"]


def test_problems_stop_the_build_and_leave_the_old_files(tmp_path: Path) -> None:
    folder = write_content(tmp_path / "content")
    old = tmp_path / "output" / "small.zh.docx"
    old.parent.mkdir()
    old.write_text("old")
    (folder / "facts.yaml").write_text(GOOD["facts.yaml"].replace("近4500亿元", "ten"), encoding="utf-8")
    done = run("build", cwd=tmp_path)
    assert done.returncode == 1
    assert "content/facts.yaml:2:14: error:" in done.stderr.replace(os.sep, "/")
    assert "nothing was written" in done.stderr
    assert [path.name for path in old.parent.iterdir()] == ["small.zh.docx"]
    assert old.read_text() == "old"


def test_check_tells_problems_and_writes_nothing(tmp_path: Path) -> None:
    write_content(tmp_path / "content", sections__one="title: {zh: 一}\nblocks:\n- txt: {zh: 甲, en: A}\n")
    done = run("check", cwd=tmp_path)
    assert done.returncode == 1
    assert "one.yaml:1:8: error: the English is missing" in done.stderr
    assert "one.yaml:3:3: error: no kind of block is called 'txt' (did you mean 'text'?)" in done.stderr
    assert not (tmp_path / "output").exists()


def test_check_ends_with_1_on_what_can_be_read_but_not_built(tmp_path: Path) -> None:
    write_content(tmp_path / "content", sections__one=GOOD["sections/one.yaml"].replace("{output}，", "约5000亿元，"))
    done = run("check", cwd=tmp_path)
    assert done.returncode == 1
    assert "one.yaml:3:" in done.stderr


def test_check_of_good_content_says_so(tmp_path: Path) -> None:
    write_content(tmp_path / "content")
    done = run("check", cwd=tmp_path)
    assert (done.returncode, done.stderr.strip()) == (0, "reportgen: content: no errors, no warnings")


@pytest.mark.parametrize(
    "arguments", [("build", "nowhere"), ("--edition", "fr"), ("check", "--frobnicate"), ("build", ".")]
)
def test_wrong_usage_is_exit_code_2(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr


@pytest.mark.skipif(os.name != "posix", reason="permissions of folders are POSIX")
def test_an_output_folder_that_cannot_be_used_is_told_plainly(tmp_path: Path) -> None:
    write_content(tmp_path / "content")
    (tmp_path / "blocked").write_text("a file, no folder")
    done = run("-o", "blocked", "--pages", "estimate", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("reportgen: blocked: ")
    assert "Traceback" not in done.stderr


def test_an_unknown_template_is_told_with_what_there_is(tmp_path: Path) -> None:
    write_content(tmp_path / "content")
    done = run("--template", "moden", cwd=tmp_path)
    assert done.returncode == 1
    assert "there is no template 'moden' (did you mean 'modern'?" in done.stderr


def test_version_and_help_are_told() -> None:
    assert run("--version", cwd=ROOT).stdout.strip() == f"reportgen {reportgen.__version__}"
    told = run("--help", cwd=ROOT)
    assert told.returncode == 0
    assert "examples:" in told.stdout
    assert "exit codes:" in told.stdout


@pytest.mark.parametrize("arguments", [["--help"], ["check"]])
def test_help_and_check_load_neither_matplotlib_nor_docx(arguments: list[str], tmp_path: Path) -> None:
    write_content(tmp_path / "content")
    code = (
        "import sys\nfrom reportgen.cli import run\n"
        f"try:\n    run({arguments!r})\nexcept SystemExit:\n    pass\n"
        "print(sorted({'matplotlib', 'docx', 'numpy', 'lxml', 'fontTools', 'rich', 'babel'} & set(sys.modules)))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_two_builds_give_the_same_bytes_whatever_the_hash_seed_and_time_zone(tmp_path: Path) -> None:
    files = {**GOOD, "sections/one.yaml": GOOD["sections/one.yaml"] + _CHART}
    write_files(tmp_path / "content", files)
    built: list[dict[str, bytes]] = []
    for seed, zone in (("1", "Asia/Shanghai"), ("2", "America/New_York")):
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed, "TZ": zone}
        command = [sys.executable, "-m", "reportgen", "--pages", "estimate", "--fresh", "-o", seed]
        subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
        built.append({path.name: path.read_bytes() for path in (tmp_path / seed).iterdir()})
    assert len(built[0]) == 3
    assert built[0] == built[1]


_CHART = """\
- chart: {id: zones, kind: step, title: {zh: 数量, en: The number}, data: zones.csv, x: date, y: zones, unit: 家}
- table: {id: t, title: {zh: 表, en: Table}, columns: [{zh: 甲, en: A}], rows: [["{output}"]]}
"""
