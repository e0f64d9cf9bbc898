"""All that decides what a command makes of a content folder, as hashes: files, choices, code, libraries, fonts.

It loads nothing that reads content, so that a result that is kept is found before anything slow is loaded. What cannot
be told has no hash, and its result is not kept. Not here: what is kept under the hashes (results.py).
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from reportgen.cache import stamps
from reportgen.recall import BESIDE_SECTIONS
from reportgen.records import record
from reportgen.version import __version__
from reportgen.word.pages.engine import identity, system_fonts

FORM = "results 1"
MOST_BYTES = 4_000_000
"""Of a text; no reader opens a longer one. Databases may be larger."""

DATA = "data"

MOST_TOGETHER = 64_000_000
"""Bytes of a folder's files. To hash more takes longer than people like to wait for what may not be there."""

PACKAGE = Path(__file__).parent
BUILT_IN = PACKAGE / "template"
SECTIONS = "sections"
BESIDE = ("", DATA)
"""Where content is read from; what lies deeper is not."""


@record
class Inputs:
    """Hashes of what a command reads and runs with: of all of it, of all but the sections, and of each section."""

    whole: str
    beside_sections: str
    sections: Mapping[str, str]

    def of_section(self, name: str) -> str | None:
        """The hash of all that is no section, of the section and of what else its name tells (reportgen/recall.py).

        None where there is no such file.
        """
        if name == BESIDE_SECTIONS:
            return self.beside_sections
        stem, _, _ = name.partition("/")
        section = self.sections.get(f"{stem}.yaml") if stem else ""
        return None if section is None else digest(self.beside_sections, name, section)


def inputs(
    command: str,
    folder: Path,
    choices: Mapping[str, object],
    engine: Path | None = None,
    *,
    code: Callable[[], str] | None = None,
) -> Inputs | None:
    """What a command with its choices reads in a content folder, and what it runs with: its code as it is now.

    `code` tells the hash of that where it is known already.

    The template is told apart (`template`), since only content names it. The folder counts as it was typed, and from
    where, since problems tell it so.
    """
    try:
        sections = dict(_files(folder / SECTIONS))
        beside = digest(
            *(FORM, command, str(Path.cwd()), str(folder), json.dumps(choices, sort_keys=True)),
            (code or program)(),
            *system_fonts(),
            *(identity(engine) if engine else ()),
            *(f"{name} {file}" for below in BESIDE for name, file in _files(folder / below)),
        )
    except (OSError, ValueError):
        return None
    return Inputs(digest(beside, *(f"{name} {file}" for name, file in sections.items())), beside, sections)


def digest(*lines: str) -> str:
    """One hash of all lines."""
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogateescape")).hexdigest()


def template(name: str) -> str | None:
    """The hash of a template's own files; empty for one of the package, which the code's hash tells."""
    if not name or (BUILT_IN / name / "look.yaml").is_file():
        return ""
    path = Path(name)
    try:
        if path.is_file():
            return hashlib.sha256(path.read_bytes()).hexdigest()
        return digest(*(f"{name} {file}" for name, file in _files(path)))
    except (OSError, ValueError):
        return None


def _files(folder: Path) -> Iterator[tuple[str, str]]:
    """The files of a folder, each with its bytes' hash; ValueError where they are too large together."""
    if not folder.is_dir():
        yield str(folder), "-"
        return
    together = 0
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        link = "link" if entry.is_symlink() else "file"
        if not entry.is_file():
            yield entry.name, "-"
            continue
        size = entry.stat().st_size
        counts = size <= MOST_BYTES or folder.name == DATA
        together += size if counts else 0
        if together > MOST_TOGETHER:
            raise ValueError(together)
        content = Path(entry.path).read_bytes() if counts else b""
        yield entry.name, f"{link} {size} {hashlib.sha256(content).hexdigest()}"


# ---- the program ---------------------------------------------------------------------------


def program() -> str:
    """The hash of the code by its files' sizes and times, as Python knows whether its own .pyc is stale; and of what it
    runs on. It looks at every file, as they are now."""
    return digest(*_code())


@cache
def program_at_start() -> str:
    """The same as it was when it was first asked for; what is kept under it asks again before it is kept."""
    return program()


def _code() -> Iterator[str]:
    machine = os.uname().machine if hasattr(os, "uname") else ""  # where there is none, the version tells it
    yield f"{__version__} {sys.version} {sys.platform} {machine} {zlib.ZLIB_RUNTIME_VERSION}"
    yield from stamps(PACKAGE)
    yield from stamps(PACKAGE.parent / "fonts")
    yield from _libraries(sys.path)


def _libraries(folders: Iterable[str]) -> Iterator[str]:
    """The installed distributions, whose folders are named by their versions, in the order in which Python looks."""
    for folder in filter(os.path.isdir, folders):
        with os.scandir(folder) as entries:
            yield from sorted(entry.name for entry in entries if entry.name.endswith((".dist-info", ".egg-info")))
