"""What a batch has made, row by row: kept on the disk while it works, batch.json when it ends, and read to go on.

An entry tells by a hash what its files were made of, so that only what is missing or changed is made again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any, cast

from reportgen.batch.make import Made
from reportgen.content.batch_rows import BatchRow, BatchRows, FailedRow
from reportgen.inputs import digest
from reportgen.output_files import put
from reportgen.problem_formats import as_data
from reportgen.problems import Problem

FILE = "batch.json"
WORKING = ".batch-rows.jsonl"
"""The entries while a batch works: a line each, so that what is finished is known after a crash too."""

Entry = Mapping[str, Any]


def made_of(decided: str, row: BatchRow) -> str:
    """A hash of all that decides a row's files: what decides every row's, its name and its cells."""
    return digest(decided, row.stem, *(f"{column}\n{cell}\n{cell.exact}" for column, cell in row.cells.items()))


def earlier(out: Path) -> dict[str, Entry]:
    """The entries of the batches before by their keys, also of one that was ended; none where they cannot be read."""
    found: dict[str, Entry] = {}
    with suppress(OSError, ValueError, TypeError, KeyError):
        found |= {row["key"]: row for row in json.loads((out / FILE).read_bytes())["rows"]}
    with suppress(OSError):
        for line in (out / WORKING).read_bytes().splitlines():
            with suppress(ValueError, TypeError, KeyError):  # the last line may be half written
                row = json.loads(line)
                found[row["key"]] = row
    return found


def whole(out: Path, entry: Entry) -> bool:
    """Whether the files that an entry tells stand there as they were made."""
    try:
        return bool(entry["files"]) and all(
            hashlib.sha256((out / file["file"]).read_bytes()).hexdigest() == file["sha256"] for file in entry["files"]
        )
    except (OSError, KeyError, TypeError):
        return False


def entry_of(made: Made, hashed: str) -> Entry:
    """What a worker made of a row."""
    files = [
        {
            "file": file.name,
            **({"edition": file.edition} if file.edition else {}),
            "bytes": len(file.data),
            "sha256": hashlib.sha256(file.data).hexdigest(),
            **({} if file.pages is None else {"pages": file.pages}),
        }
        for file in made.files
    ]
    return {
        **_head(made.row.number, made.row.key, "made" if files else "failed"),
        "files": files,
        "problems": _problems(made.problems),
        "seconds": round(made.seconds, 3),
        "of": hashed,
    }


def entry_of_failed(row: FailedRow) -> Entry:
    """A row that nobody could begin."""
    return {**_head(row.number, row.key, "failed"), "files": [], "problems": _problems(row.problems), "seconds": 0.0}


def kept(entry: Entry, row: BatchRow) -> Entry:
    """The entry of a row that was made before; its number may be another now."""
    return {**entry, "row": row.number, "state": "kept"}


def _head(number: int, key: str, state: str) -> dict[str, Any]:
    return {"row": number, "key": key, "state": state}


def _problems(problems: Iterable[Problem]) -> list[Any]:
    return [as_data(problem) for problem in problems]


class Journal:
    """The entries of a batch that works: written as they come, in the order of the rows at the end."""

    def __init__(self, out: Path, file: IO[bytes]) -> None:
        self._out, self._file = out, file
        self._places: dict[int, tuple[int, int]] = {}  # of a row: where its line starts, and how long it is
        self.counts = {"made": 0, "kept": 0, "failed": 0}

    def add(self, entry: Entry) -> None:
        """An entry, on the disk at once."""
        line = json.dumps(entry, ensure_ascii=False).encode()
        self._places[entry["row"]] = self._file.tell(), len(line)
        self._file.write(line + b"\n")
        self._file.flush()
        self.counts[entry["state"]] += 1

    def lines(self) -> Iterator[bytes]:
        """Every entry as JSON, in the order of the rows."""
        for _, (start, length) in sorted(self._places.items()):
            self._file.seek(start)
            yield self._file.read(length)


@contextmanager
def journal(out: Path, rows: BatchRows, decided: str) -> Generator[Journal]:
    """A journal in a folder; however the batch ends, batch.json tells what it came to."""
    with (out / WORKING).open("w+b") as file:
        held = Journal(out, file)
        try:
            yield held
        finally:
            head = {
                "table": {"file": rows.file, "sheet": rows.table.sheet, "sha256": rows.table.sha256},
                "key": rows.key,
                **held.counts,
                "content": decided,
            }
            start = json.dumps({name: value for name, value in head.items() if value != ""}, ensure_ascii=False)
            body = b",\n".join(held.lines())
            put(out, {FILE: start[:-1].encode() + b', "rows": [\n' + body + b"\n]}\n"})
    (out / WORKING).unlink(missing_ok=True)


def entries(data: bytes) -> list[Entry]:
    """The rows of a batch.json."""
    return cast("list[Entry]", json.loads(data)["rows"])
