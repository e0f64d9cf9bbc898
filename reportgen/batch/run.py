"""A batch from its table to its files: rows chosen, handed out, put in place as they come, told and kept in batch.json.

At any time only a few rows are on their way, so that ten thousand need no more memory than a hundred. Not here: how a
row is made (make.py) and by whom (crews.py).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from reportgen.batch.crews import Crew, CrewError, crew
from reportgen.batch.journal import Entry, Journal, earlier, entry_of, entry_of_failed, journal, kept, made_of, whole
from reportgen.batch.make import Made, MadeFile, failed
from reportgen.batch.parcel import decided_by, parcel
from reportgen.content.batch_rows import BatchRow, BatchRows, FailedRow, batch_rows
from reportgen.content.folder import Folder
from reportgen.credentials import Attester, attested
from reportgen.decimals import exact
from reportgen.inputs import digest
from reportgen.messages import msg
from reportgen.output_files import put, usable
from reportgen.pipeline import Beside, Plan, layout_engine
from reportgen.problems import ChoiceError, Problem, did_you_mean
from reportgen.progress import Progress, stepping
from reportgen.records import record

TOGETHER = 4
"""Rows handed to a worker at once: the more, the less it costs to hand them out, and to ask LibreOffice for pages."""

AHEAD = 2
"""Handfuls a worker that are on their way: one that is made, and one that waits for it."""


@record
class Order:
    """What a batch is to make, of what, where to, and by whom; `only` are keys of rows, none for all."""

    folder: Path
    table: str
    out: Path
    plan: Plan
    embed_fonts: bool = False
    beside: Beside = Beside()
    only: tuple[str, ...] = ()
    resume: bool = False
    jobs: int = 1
    executor: str = ""  # dask:ADDRESS
    attester: Attester | None = None  # of the files, which are signed here: no key travels to a worker


@record
class Told:
    """A row of which something is to be told: its errors, its warnings, and the trace of what is no author's slip."""

    row: BatchRow | FailedRow
    problems: tuple[Problem, ...]
    trace: str = ""


@record
class Outcome:
    """How many rows were made, were there already, and failed."""

    made: int
    kept: int
    failed: int


def run(order: Order, tell: Callable[[Told], None], progress: Progress | None = None) -> Outcome:
    """The batch done: files and batch.json in place. `tell` hears of each row with a problem as soon as it is done.

    ContentError where there is no such table or no key, ChoiceError for a row that is not there, OSError where files
    cannot be written or a crew does not answer; what was finished is in place then.
    """
    with exact():
        folder = Folder(order.folder)
        rows = batch_rows(folder, order.table)
        _known(order.only, rows)
        usable(order.out)
        engine = layout_engine(order.plan.pages, pdf=order.beside.pdf and not order.executor)
        sent = parcel(folder, order.plan, _named(rows.rows), embed_fonts=order.embed_fonts, beside=order.beside)
        decided = decided_by(sent, rows.table.file, engine.program if engine else None)
        if order.attester:
            decided = digest(decided, order.attester.told)
        before = earlier(order.out) if order.resume or order.only else {}
        with journal(order.out, rows, decided) as held:
            asked = [*_asked(order, rows, before, held, decided)]
            step = stepping(progress, len(asked))
            _begin(asked, held, tell, step)
            named = [*_named(asked)]
            if named:
                with crew(sent, min(order.jobs, len(named)), order.executor) as workers:
                    for made in results(workers, _handfuls(named, _together(len(named), workers.size))):
                        step(made.row.key)
                        signed = _signed(made, order.attester) if order.attester else made
                        _finish(signed, order.out, held, made_of(decided, made.row), tell)
            return Outcome(**held.counts)


@record
class Checking:
    """The rows of a table that are to be checked: those of some keys, or all."""

    folder: Path
    table: str
    only: tuple[str, ...] = ()
    jobs: int = 1


def check_rows(order: Checking, tell: Callable[[Told], None], progress: Progress | None = None) -> int:
    """How many rows were looked at; `tell` hears of each in which a check found something. Nothing is written.

    ContentError where there is no such table or no key, ChoiceError for a row that is not there.
    """
    with exact():
        folder = Folder(order.folder)
        rows = batch_rows(folder, order.table)
        _known(order.only, rows)
        asked = [row for row in rows.rows if not order.only or row.key in order.only]
        step = stepping(progress, len(asked))
        for row in asked:
            if isinstance(row, FailedRow):
                step(row.key)
                tell(Told(row, row.problems))
        named = [*_named(asked)]
        sent = parcel(folder, Plan(), named, checked=True)
        with crew(sent, max(1, min(order.jobs, len(named)))) as workers:
            for made in results(workers, _handfuls(named, _together(len(named), workers.size))):
                step(made.row.key)
                if made.problems or made.trace:
                    tell(Told(made.row, made.problems, made.trace))
        return len(asked)


def _known(keys: Iterable[str], rows: BatchRows) -> None:
    """ChoiceError for a key that no row has."""
    there = set(rows.keys)
    for key in keys:
        if key not in there:
            message = msg(
                "no row has '{key}' in the column '{column}'; {hint}",
                key=key,
                column=rows.key,
                hint=did_you_mean(key, there),
            )
            raise ChoiceError(message)


def _named(rows: Iterable[BatchRow | FailedRow]) -> Iterator[BatchRow]:
    yield from (row for row in rows if isinstance(row, BatchRow))


def _asked(
    order: Order, rows: BatchRows, before: dict[str, Entry], held: Journal, decided: str
) -> Iterator[BatchRow | FailedRow]:
    """The rows to be made now. The entries of others are kept: rows that nobody asks for, and those as they were."""
    only = frozenset(order.only)
    for row in rows.rows:
        entry = before.get(row.key)
        if only and row.key not in only:
            if entry is not None and isinstance(row, BatchRow) and whole(order.out, entry):
                held.add(kept(entry, row))
            continue
        same = isinstance(row, BatchRow) and entry is not None and entry.get("of") == made_of(decided, row)
        if order.resume and same and isinstance(row, BatchRow) and entry is not None and whole(order.out, entry):
            held.add(kept(entry, row))
            continue
        yield row


def _begin(
    asked: Iterable[BatchRow | FailedRow], held: Journal, tell: Callable[[Told], None], step: Callable[[str], None]
) -> None:
    """Rows without a name of their own fail before anything is made."""
    for row in asked:
        if isinstance(row, FailedRow):
            step(row.key)
            held.add(entry_of_failed(row))
            tell(Told(row, row.problems))


def _signed(made: Made, by: Attester) -> Made:
    """A row with what attests its files."""
    beside = attested([(file.name, file.data) for file in made.files], by)
    return replace(made, files=(*made.files, *(MadeFile(name, "", data, None) for name, data in beside)))


def _finish(made: Made, out: Path, held: Journal, hashed: str, tell: Callable[[Told], None]) -> None:
    """Put a row's files in place and keep its entry; files that are there as they should be are left alone."""
    fresh = {file.name: file.data for file in made.files if not _there(out / file.name, file.data)}
    put(out, fresh)
    held.add(entry_of(made, hashed))
    if made.problems or made.trace:
        tell(Told(made.row, made.problems, made.trace))


def _there(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


# ---- handing out ----------------------------------------------------------------------------------


def _together(rows: int, workers: int) -> int:
    """How many rows to hand out at once: each worker gets some four handfuls at least, where there are as many."""
    return max(1, min(TOGETHER, rows // (4 * workers)))


def _handfuls(rows: Sequence[BatchRow], size: int) -> Iterator[tuple[BatchRow, ...]]:
    left = iter(rows)
    while handful := tuple(islice(left, size)):
        yield handful


def results(workers: Crew, handfuls: Iterator[tuple[BatchRow, ...]]) -> Iterator[Made]:
    """What becomes of every row, as it comes.

    Where a worker is lost, the rows that were on their way are made again one by one, with nothing else beside them:
    that tells which of them no worker survives.
    """
    waiting: dict[Any, tuple[BatchRow, ...]] = {}
    alone: deque[BatchRow] = deque()
    try:
        while True:
            while not alone and len(waiting) < AHEAD * workers.size and (handful := next(handfuls, None)):
                waiting[workers.submit(handful)] = handful
            if not waiting and alone:
                yield from _by_itself(workers, alone.popleft())
                continue
            if not waiting:
                return
            for future in list(workers.first(waiting)):
                handful = waiting.pop(future)
                try:
                    yield from future.result()
                except CrewError:
                    raise
                except Exception:  # whatever a lost worker is told by
                    alone.extend(handful)
    finally:
        workers.drop(waiting)


def _by_itself(workers: Crew, row: BatchRow) -> Iterator[Made]:
    future = workers.submit((row,))
    while not list(workers.first([future])):
        pass
    try:
        yield from future.result()
    except CrewError:
        raise
    except Exception as error:  # the same, and this row's own doing
        name = type(error).__name__
        yield failed(row, msg("the worker that made this row was lost ({reason})", reason=name))
