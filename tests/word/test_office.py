"""One LibreOffice a process: started once, started again where it died, gone with the process however that ends."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportgen.word.pages import office
from reportgen.word.pages.layout import convert
from tests.word.documents import EDITIONS
from tests.word.outline_pages import layout_pages

pytestmark = [pytest.mark.libreoffice, pytest.mark.skipif(not office.STAYS, reason="kept on POSIX systems alone")]


@pytest.fixture
def noted(soffice: str, tmp_path: Path) -> Iterator[Path]:
    """LibreOffice, with a note of the programs that are started: a process id and what it is asked for."""
    script = tmp_path / "soffice"
    os.mkfifo(tmp_path / "alive")  # has writers as long as any of the programs lives
    script.write_text(
        f'#!/bin/sh\necho $$ "$@" >> "{tmp_path}/started"\nexec "{soffice}" "$@" 9<> "{tmp_path}/alive"\n'
    )
    script.chmod(0o755)
    yield script
    office.end()


def started(program: Path, what: str) -> list[int]:
    """The process ids of the programs that were started with a word."""
    lines = program.with_name("started").read_text().splitlines()
    return [int(line.split()[0]) for line in lines if what in line]


def lay_out(folder: Path, program: Path, data: bytes, name: str = "a") -> bytes:
    (folder / f"{name}.docx").write_bytes(data)
    convert([folder / f"{name}.docx"], folder, program)
    return (folder / f"{name}.pdf").read_bytes()


def test_it_is_started_once_for_all_requests(noted: Path, drawn: dict[str, bytes]) -> None:
    files = [(EDITIONS[name], data) for name, data in drawn.items()]
    together = layout_pages(files, noted)
    assert [pages for file in files for pages in layout_pages([file], noted)] == list(together)
    assert len(started(noted, "held.txt")) == 1
    assert len(started(noted, "--convert-to")) == 1 + len(files)


def test_one_that_was_begun_is_the_one_that_is_asked(noted: Path, tmp_path: Path, drawn: dict[str, bytes]) -> None:
    office.begin(noted)
    office.begin(noted)
    assert lay_out(tmp_path, noted, drawn["zh"])
    assert lay_out(tmp_path, noted, drawn["en"], "b")
    assert len(started(noted, "held.txt")) == 1


def test_one_that_cannot_be_begun_is_told_when_it_is_asked(tmp_path: Path, drawn: dict[str, bytes]) -> None:
    office.begin(tmp_path / "nowhere")
    with pytest.raises(OSError, match="cannot be started"):
        lay_out(tmp_path, tmp_path / "nowhere", drawn["zh"])


def test_one_that_died_is_started_again(noted: Path, tmp_path: Path, drawn: dict[str, bytes]) -> None:
    lay_out(tmp_path, noted, drawn["zh"])
    (first,) = started(noted, "held.txt")
    os.kill(first, 15)  # a program that passes it on to the one that works, and ends with it
    os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
    assert lay_out(tmp_path, noted, drawn["en"], "b")
    assert len(started(noted, "held.txt")) == 2


def test_another_font_configuration_is_another_one(
    noted: Path, tmp_path: Path, drawn: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out(tmp_path, noted, drawn["zh"])
    monkeypatch.setenv("FONTCONFIG_FILE", str(tmp_path / "fonts.conf"))
    (tmp_path / "fonts.conf").write_text("<fontconfig><dir>/usr/share/fonts</dir></fontconfig>")
    lay_out(tmp_path, noted, drawn["zh"])
    assert len(started(noted, "held.txt")) == 2


def test_a_file_that_it_cannot_open_is_told_and_the_next_is_laid_out(
    noted: Path, tmp_path: Path, drawn: dict[str, bytes]
) -> None:
    with pytest.raises(OSError, match=r"a\.docx"):
        convert([tmp_path / "a.docx"], tmp_path, noted)
    assert lay_out(tmp_path, noted, drawn["zh"], "b")
    assert len(started(noted, "held.txt")) == 1


USER = """
import sys
from pathlib import Path
from reportgen.word.pages.layout import convert
folder = Path(sys.argv[1])
convert([folder / "a.docx"], folder, Path(sys.argv[2]))
print("laid out", flush=True)
{then}
"""


@pytest.mark.parametrize("ended", ["killed", "by itself"])
def test_it_ends_with_its_process(ended: str, noted: Path, tmp_path: Path, drawn: dict[str, bytes]) -> None:
    (tmp_path / "a.docx").write_bytes(drawn["zh"])
    (tmp_path / "own").mkdir()
    user = subprocess.Popen(
        [sys.executable, "-c", USER.format(then="sys.stdin.read()" if ended == "killed" else ""), tmp_path, noted],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(tmp_path / "own"), "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert user.stdout is not None
    assert user.stdout.readline() == b"laid out\n"
    with (tmp_path / "alive").open("rb") as alive:
        if ended == "killed":
            user.kill()
        assert user.communicate(timeout=60)[0] == b""  # the shell that ends LibreOffice has ended: it held this pipe
        assert alive.read() == b""  # and so has every program of LibreOffice's
    assert list((tmp_path / "own").iterdir()) == []
