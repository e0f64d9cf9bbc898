"""Safe mends written into the files they are for. Nothing else of a file changes: not a comment, a quote or a line end.

Which mends there are, problems say; files are put in place whole by output's own care.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from reportgen.problems import LINE_BREAK, Edit, Place, Problem

BOM = "\ufeff"


def safe_edits(problems: Iterable[Problem]) -> dict[str, tuple[Edit, ...]]:
    """The edits of each file that can be done together, in their order.

    A problem is mended whole or not at all. Of two that overlap the first is done; the other may follow when the file
    has been read again.
    """
    chosen: dict[str, list[Edit]] = {}
    for problem in problems:
        if not problem.edits or not all(edit.safe for edit in problem.edits):
            continue
        if any(_overlap(edit, other) for edit in problem.edits for other in chosen.get(edit.start.file, ())):
            continue
        for edit in problem.edits:
            chosen.setdefault(edit.start.file, []).append(edit)
    return {file: tuple(sorted(edits, key=lambda edit: edit.start)) for file, edits in chosen.items()}


def _overlap(one: Edit, other: Edit) -> bool:
    return one.start == other.start or (one.start < other.end and other.start < one.end)


def mended(data: bytes, edits: Iterable[Edit]) -> bytes:
    """A UTF-8 file with the edits done; its byte order mark and its line ends stay."""
    text = data.decode("utf-8")
    mark = BOM if text.startswith(BOM) else ""
    body = text.removeprefix(BOM)
    starts = [0, *(found.end() for found in LINE_BREAK.finditer(body))]
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        body = body[: _index(starts, edit.start)] + edit.text + body[_index(starts, edit.end) :]
    return (mark + body).encode("utf-8")


def _index(starts: list[int], place: Place) -> int:
    return starts[place.line - 1] + place.column - 1


def mends(problems: Iterable[Problem]) -> Mapping[Path, bytes]:
    """The files that safe mends change, as they will be."""
    return {Path(file): mended(Path(file).read_bytes(), edits) for file, edits in safe_edits(problems).items()}
