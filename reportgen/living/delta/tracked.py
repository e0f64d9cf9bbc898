"""Two editions as one Word file with tracked changes: what `diff --docx` writes."""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import cast, get_args

from reportgen.content.model import Layout
from reportgen.ledger import Ledger
from reportgen.messages import listing, msg
from reportgen.pipeline import build, read
from reportgen.problems import ChoiceError
from reportgen.word.marked_file import read_marked
from reportgen.word.redline.redline import redline


def tracked(a: str | PathLike[str], b: str | PathLike[str], edition: str | None = None) -> bytes:
    """The file of `a` with tracked changes that make it that of `b`; folders are built first.

    `edition` is which one of two folders, the first where nothing is said; beside a file it is the file's. Errors are
    those of `build` and of reading a Word file.
    """
    sides = Path(a), Path(b)
    for side in sides:
        if not side.exists():
            raise ChoiceError(msg("there is no {path}", path=side))
    ledger = next((_ledger(side) for side in sides if side.is_file()), None)
    if ledger is None:
        edition = edition or _shared(*sides)
    elif edition and edition != ledger.edition:
        raise ChoiceError(msg("the file is the edition '{edition}'", edition=ledger.edition))
    then, now = (side.read_bytes() if side.is_file() else _built(side, edition, ledger) for side in sides)
    return redline(then, now)


def _ledger(file: Path) -> Ledger:
    found = read_marked(file).ledgers
    if not found:
        raise ChoiceError(
            msg("{file} carries no facts of ours: `compare` tells where the figures of any two files differ", file=file)
        )
    return found[0]


def _shared(then: Path, now: Path) -> str:
    """The first edition that both folders have."""
    known = [list(read(side).whole_editions) for side in (then, now)]
    if shared := [edition for edition in known[0] if edition in known[1]]:
        return shared[0]
    sides = {"first": listing(known[0], "and"), "second": listing(known[1], "and")}
    raise ChoiceError(msg("the folders share no edition: one has {first}, the other {second}", **sides))


def _built(folder: Path, edition: str | None, ledger: Ledger | None) -> bytes:
    """The edition of a folder as its file, laid out as the file beside it is."""
    wanted = ledger.edition if ledger else edition
    layout = cast("Layout", ledger.layout) if ledger and ledger.layout in get_args(Layout) else None
    built = build(folder, editions=[wanted] if wanted else None, layout=layout)
    return next(one.data for one in built if one.edition)
