"""Rows become files: what a worker does, in this process, in another, or on another machine. It raises nothing.

A row that fails comes back as its problems, so that one faulty row stops no other.
"""

from __future__ import annotations

import time
import traceback
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reportgen.assembly import Draft, LayoutEngine, draft
from reportgen.batch.parcel import Parcel
from reportgen.batch.workshop import Workshop, workshop
from reportgen.briefing_reader import read_briefing
from reportgen.content.batch_rows import FAILED, BatchRow
from reportgen.decimals import exact
from reportgen.library_words import os_reason
from reportgen.messages import Message, msg
from reportgen.pipeline import Beside, Ready, check_all, delivered, prepare
from reportgen.problems import ChoiceError, ContentError, Problem
from reportgen.records import record
from reportgen.version import __version__
from reportgen.word.pages.layout import LayoutError
from reportgen.word.pages.page_cache import Settled
from reportgen.word.pages.settling import settled


@record
class MadeFile:
    """A file of a row: its name with folders, the edition that it is, its bytes, its pages if they were counted."""

    name: str
    edition: str
    data: bytes
    pages: int | None


@record
class Made:
    """What became of a row: its files, none where it failed; its problems; the trace of what is no author's slip."""

    row: BatchRow
    files: tuple[MadeFile, ...]
    problems: tuple[Problem, ...]
    seconds: float = 0.0
    trace: str = ""


def make(parcel: Parcel, rows: Sequence[BatchRow]) -> tuple[Made, ...]:
    """Every row's files, or why there are none; what is wrong with it where the parcel is to be checked."""
    start = time.perf_counter()
    if parcel.version != __version__:
        message = msg("this worker has reportgen {has}, the batch {wants}", has=__version__, wants=parcel.version)
        return tuple(failed(row, message) for row in rows)
    try:
        with exact():
            make_rows = _checked if parcel.checked else _made
            made = tuple(make_rows(workshop(parcel), rows))
    except Exception as error:  # whatever it is, the worker lives on and the others' rows are made
        return tuple(_broken(row, error) for row in rows)
    spent = time.perf_counter() - start - sum(each.seconds for each in made)
    return tuple(replace(each, seconds=each.seconds + spent / len(made)) for each in made)


def failed(row: BatchRow, why: Message, trace: str = "") -> Made:
    """A row that no worker could make."""
    hint = msg("make it again with --resume")
    return Made(row, (), (FAILED.broken(row.place, why, hint),), trace=trace)


def _broken(row: BatchRow, error: Exception) -> Made:
    if isinstance(error, ContentError):
        return Made(row, (), error.problems)
    if isinstance(error, LayoutError | ChoiceError):
        return failed(row, error.told)
    reason = os_reason(error) if isinstance(error, OSError) else f"{type(error).__name__}: {error}"
    message = msg("this row could not be made: {reason}", reason=reason)
    return failed(row, message, "" if isinstance(error, OSError) else "".join(traceback.format_exception(error)))


@record
class _Drafted:
    """A row whose pages are not laid out yet."""

    row: BatchRow
    ready: Ready
    draft: Draft
    seconds: float


def _made(shop: Workshop, rows: Sequence[BatchRow]) -> Iterator[Made]:
    """Every row; all of them are laid out at one request of this process's LibreOffice."""
    engine = shop.engine()
    drafts = [_drafted(shop, row) for row in rows]
    written = [each for each in drafts if isinstance(each, _Drafted)]
    laid: Mapping[int, Laid] = _pages(written, engine) if engine else dict[int, Laid]()
    for each in drafts:
        if isinstance(each, Made):
            yield each
        else:
            yield _paged(each, laid.get(each.row.number, {}), engine, shop.parcel.beside)


def _checked(shop: Workshop, rows: Sequence[BatchRow]) -> Iterator[Made]:
    """What every check finds in each row."""
    for row in rows:
        start = time.perf_counter()
        try:
            with shop.figures_kept():
                read = read_briefing(shop.folder.of_row(row.cells))
                problems = check_all(read, shop.parcel.plan, shop.template).problems
        except Exception as error:  # a row that cannot be read, or a bug that other rows may not meet
            yield replace(_broken(row, error), seconds=time.perf_counter() - start)
        else:
            yield Made(row, (), problems, time.perf_counter() - start)


def _drafted(shop: Workshop, row: BatchRow) -> _Drafted | Made:
    start = time.perf_counter()
    try:
        with shop.figures_kept():
            ready = prepare(shop.folder.of_row(row.cells), shop.parcel.plan, shop.template, stem=row.stem)
        made = draft(
            ready.documents,
            ready.template,
            store=shop.drawings,
            embed_fonts=shop.parcel.embed_fonts,
            others=ready.others,
        )
    except Exception as error:  # a slip of the row, or a bug that other rows may not meet
        return replace(_broken(row, error), seconds=time.perf_counter() - start)
    return _Drafted(row, ready, made, time.perf_counter() - start)


Laid = Mapping[str, Settled] | LayoutError


def _pages(drafts: Sequence[_Drafted], engine: LayoutEngine) -> Mapping[int, Laid]:
    """The pages of every row by its number. Where one request cannot lay out all of them, each has its own."""
    try:
        found = iter(
            settled([one for each in drafts for one in each.draft.unsettled.values()], engine.program, engine.kept)
        )
    except LayoutError as error:
        if len(drafts) > 1:
            return {number: laid for each in drafts for number, laid in _pages([each], engine).items()}
        return {each.row.number: error if engine.needed else {} for each in drafts}
    return {each.row.number: {edition: next(found) for edition in each.draft.unsettled} for each in drafts}


def _paged(each: _Drafted, laid: Laid, engine: LayoutEngine | None, beside: Beside) -> Made:
    """A row's files with their pages, and what is wanted beside them; its manifest is called as the row is."""
    start = time.perf_counter()
    if isinstance(laid, LayoutError):
        return replace(_broken(each.row, laid), seconds=each.seconds)
    try:
        manifest = f"{each.ready.stem}.manifest.json"
        built = delivered(each.ready, each.draft.paged(laid), engine, beside, manifest=manifest)
    except Exception as error:  # a PDF that LibreOffice does not give, or a bug that other rows may not meet
        return replace(_broken(each.row, error), seconds=each.seconds)
    files = tuple(MadeFile(file.file, file.edition, file.data, file.pages) for file in built)
    return Made(each.row, files, each.ready.warnings, each.seconds + time.perf_counter() - start)
