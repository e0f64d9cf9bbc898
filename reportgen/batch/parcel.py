"""A content folder as it travels to those who make its rows: bytes, templates and choices, under one checksum.

No worker needs the disk of whoever asks: it unpacks the parcel into a folder of its own, once, and reads it from there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from reportgen.content.batch_rows import TOO_LARGE, BatchRow
from reportgen.content.folder import Folder
from reportgen.content.row import BRIEFING, words_in
from reportgen.content.source import Entries, Scalar
from reportgen.inputs import digest, program
from reportgen.inputs import template as template_hash
from reportgen.messages import msg
from reportgen.pipeline import Beside, Plan
from reportgen.problems import ContentError, Place
from reportgen.records import record
from reportgen.template.model import BUILT_IN
from reportgen.version import __version__
from reportgen.word.pages.engine import identity, system_fonts
from reportgen.word.template.loader import open_template
from reportgen.word.template.master import Template

FORM = "batch 2"
MOST_TOGETHER = 64_000_000
"""Bytes of a content folder."""


@record
class Parcel:
    """All that making a row takes but the row: `told` is the folder as problems tell it, `key` a hash of the rest."""

    told: str
    files: Mapping[str, bytes]
    templates: Mapping[str, Template]
    plan: Plan
    embed_fonts: bool
    beside: Beside
    checked: bool  # rows are checked, and nothing is made
    version: str
    key: str


def parcel(
    folder: Folder,
    plan: Plan,
    rows: Iterable[BatchRow],
    *,
    embed_fonts: bool = False,
    beside: Beside | None = None,
    checked: bool = False,
) -> Parcel:
    """The parcel of a folder, with the templates that its rows name; ContentError where it is too large."""
    beside = beside or Beside()
    files = dict(_files(folder.path))
    names = {plan.template} if plan.template else set(_templates(folder, rows))
    templates = dict(_travelling(names))
    looks = [f"{name} {template_hash(name)}" for name in sorted(names)]
    key = digest(
        FORM, str(folder.path), *_hashes(files), *looks, repr(plan), str(embed_fonts), repr(beside), str(checked)
    )
    return Parcel(str(folder.path), files, templates, plan, embed_fonts, beside, checked, __version__, key)


def decided_by(parcel: Parcel, table: str, engine: Path | None) -> str:
    """A hash of all that decides the files of a row besides the row: content, choices, programs, fonts.

    The file of the `table` counts only where content names it: a row that came does not change the others.
    """
    name = table.rpartition("/")[2].encode()
    texts = [data for file, data in parcel.files.items() if file.endswith(".yaml")]
    named = any(name in text for text in texts)
    files = {file: data for file, data in parcel.files.items() if named or file != table}
    layout = [*identity(engine), *system_fonts()] if engine else []
    looks = [f"{name} {template_hash(name)}" for name in sorted(parcel.templates)]
    return digest(
        *_hashes(files), *looks, repr(parcel.plan), str(parcel.embed_fonts), repr(parcel.beside), program(), *layout
    )


def _hashes(files: Mapping[str, bytes]) -> Iterator[str]:
    yield from (f"{name} {hashlib.sha256(data).hexdigest()}" for name, data in files.items())


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The files of a content folder, links and what is hidden left out."""
    together = 0
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if any(part.startswith(".") for part in parts) or path.is_symlink() or not path.is_file():
            continue
        together += path.stat().st_size
        if together > MOST_TOGETHER:
            message = msg("the files of this folder are larger than {most} MB", most=MOST_TOGETHER // 1_000_000)
            raise ContentError([TOO_LARGE.broken(Place(str(folder)), message)])
        yield "/".join(parts), path.read_bytes()


def _templates(folder: Folder, rows: Iterable[BatchRow]) -> Iterator[str]:
    """The templates that rows name."""
    value = folder.typed(BRIEFING)
    named = value.get("template") if isinstance(value, Entries) else None
    if isinstance(named, Scalar):
        yield from {str(words_in(named, row.cells, None)[0]) for row in rows}


def _travelling(names: set[str]) -> Iterator[tuple[str, Template]]:
    """Templates that are not built in; one that cannot be opened is told by whoever makes a row in it."""
    for name in sorted(names):
        if not (BUILT_IN / name / "look.yaml").is_file():
            try:
                yield name, open_template(name)
            except ContentError:
                continue
