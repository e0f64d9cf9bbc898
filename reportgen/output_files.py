"""Files that were made, and how they are put in place: all together or not at all. Not here: what is in them."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING

from reportgen.messages import msg
from reportgen.records import record

if TYPE_CHECKING:
    from reportgen.word.embed.embedding import FontUse


@record
class Pagination:
    """How the page numbers in a file came about: laid out and as sure as that, or estimated; and with which fonts."""

    estimated: bool
    fonts: tuple[str, ...] = ()  # that it was laid out with; none where nobody laid it out
    off_by: int | None = None  # pages by which such estimates were off at most; None where nothing is known of that


@record
class Built:
    """A file that a build made: its name, its bytes, and the edition it says; a manifest says none.

    `pages` is None where no layout program counted them, and `pagination` None for what has no page numbers. `fonts`
    are told where they were asked for. `path` is where the file was put, None where the build put it nowhere.
    """

    edition: str
    file: str
    data: bytes
    pages: int | None = None
    fonts: Sequence[FontUse] = ()
    path: Path | None = None
    pagination: Pagination | None = None

    def __repr__(self) -> str:
        parts = [self.file, self.edition, f"{len(self.data)} bytes", f"{self.pages} pages" if self.pages else ""]
        return f"<Built {', '.join(filter(None, parts))}>"


def usable(folder: Path) -> None:
    """Make the folder where it is missing, and fail before any work where files could not be put in it after."""
    folder.mkdir(parents=True, exist_ok=True)
    if not os.access(folder, os.W_OK | os.X_OK):
        raise PermissionError(13, msg("this folder cannot be written to"), str(folder))


def put(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write all files, each beside its target and then moved into place, so that a crash leaves the old ones whole.

    OSError as it comes, with nothing written, when the folder cannot be used. Threads may put files at once.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        written: list[tuple[Path, Path]] = []
        for name, data in files.items():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            path = target.with_name(f".{target.name}.{token_hex(8)}")
            stack.callback(path.unlink, missing_ok=True)
            # opened as any new file, so that it gets the mode that the process gives those; os.umask() would set it
            with path.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            written.append((path, target))
        for temporary, target in written:
            temporary.replace(target)
    return tuple(target for _, target in written)
