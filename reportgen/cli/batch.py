"""`batch`: one briefing for each row of a table, and what became of each."""

from __future__ import annotations

import argparse
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.cli.build import (
    content_argument,
    is_content,
    lacks_engine,
    making_options,
    picture_options,
    table_option,
)
from reportgen.cli.delivery import beside_options, lacks_pdf_engine, read_key
from reportgen.cli.tell import DONE, PROBLEMS, TONGUE, USAGE, Commands, progress, say, show, told
from reportgen.messages import Message, listing, msg, plural, said
from reportgen.word.pages.engine import engine_path

if TYPE_CHECKING:
    from reportgen.batch.run import Outcome, Told
    from reportgen.problems import Problem

ROWS_TOLD = 3
"""How many rows of the same slip are told in full; batch.json tells all."""

EPILOG = msg("""\
A row that fails is told with its row and cell and stops no other; batch.json tells what became of each.
briefing.yaml says what rows are called by: batch: {{key: code, files: "zone-{{row:code}}"}}. docs/batch.md tells more.
Exit code 0 where every row was made, 1 where some failed, 2 where nothing could be begun as it was asked for.
""")


def add(commands: Commands) -> None:
    """The command `batch`, with its options."""
    about = msg("build a content folder once for each row of a table")
    batch = commands.add_parser("batch", help=about, description=about, epilog=EPILOG)
    content_argument(batch)
    table_option(batch, required=True)
    batch.add_argument(
        "--only", metavar="KEY", nargs="+", action="extend", default=[], help=msg("only the rows of these keys")
    )
    batch.add_argument(
        "--resume", action="store_true", help=msg("make only what is missing in the output folder or has changed")
    )
    batch.add_argument(
        "--jobs",
        metavar="N",
        type=_jobs,
        default=os.cpu_count() or 1,
        help=msg("how many processes make rows (default: one for each processor)"),
    )
    batch.add_argument(
        "--executor",
        metavar="dask:ADDRESS",
        type=_executor,
        help=msg("let the workers of a dask scheduler make the rows: dask:tcp://127.0.0.1:8786"),
    )
    making_options(batch)
    picture_options(batch)
    beside_options(batch)
    batch.set_defaults(run=_batch)


def _jobs(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(told(msg("a whole number from 1 up")))
    return int(text)


def _executor(text: str) -> str:
    from reportgen.batch.crews import DASK  # here, since few batches name one

    if not text.startswith(DASK) or text == DASK:
        raise argparse.ArgumentTypeError(told(msg("write dask: and the address of a scheduler")))
    return text


def _batch(options: argparse.Namespace) -> int:
    from reportgen.batch.run import Order, run
    from reportgen.pipeline import Beside, Plan
    from reportgen.problems import ChoiceError

    here = not options.executor  # the workers of a scheduler have programs of their own
    program = None if options.pages == "estimate" else engine_path()
    if not is_content(options.content) or (here and lacks_engine(options, program)):
        return USAGE
    if here and lacks_pdf_engine(options, program):
        return USAGE
    try:
        read_key(options)
        plan = Plan(
            tuple(dict.fromkeys(options.edition or ())),
            *(options.template, options.layout, options.charts, options.dpi, options.svg, options.pages),
            strict=options.strict,
            sealed=options.sealed,
        )
        order = Order(
            *(options.content, options.table, options.output, plan, options.embed_fonts),
            Beside(pdf=options.pdf, xlsx=options.xlsx, manifest=options.manifest),
            *(tuple(dict.fromkeys(options.only)), options.resume, options.jobs, options.executor or "", options.sign),
        )
        teller = Teller()
        with progress() as step:
            outcome = run(order, teller.tell, step)
    except ChoiceError as error:
        say(str(error))
        return USAGE
    teller.sum_up()
    _tell_outcome(outcome, options.output)
    return PROBLEMS if outcome.failed else DONE


class Teller:
    """Tells the problems of rows: a slip that many rows share in full for the first of them, then how many more."""

    def __init__(self) -> None:
        self._errors: Counter[tuple[str, str]] = Counter()
        self._warnings: Counter[tuple[str, str]] = Counter()

    def tell(self, about: Told) -> None:
        """What is wrong with a row, as soon as it is known."""
        for problem in about.problems:
            error = problem.severity == "error"
            counts, most = (self._errors, ROWS_TOLD) if error else (self._warnings, 1)
            slip = problem.code, _where(problem, about)
            counts[slip] += 1
            if counts[slip] <= most:
                line = msg("row {row}: {problem}", row=_called(about), problem=problem.told(TONGUE.get()))
                show_error(line)
        if about.trace and sum(self._errors.values()) <= ROWS_TOLD:
            show_error(about.trace)

    def sum_up(self) -> None:
        """How many rows more have the slips that were told."""
        for counts, most in ((self._errors, ROWS_TOLD), (self._warnings, 1)):
            for (code, place), count in counts.items():
                if count > most:
                    more = plural("{count} more row", "{count} more rows", count - most)
                    show_error(msg("{place}: the same in {rows} [{code}]", place=place, rows=more, code=code))


def _where(problem: Problem, about: Told) -> str:
    """Where a slip is counted: its place in content; a cell of the table by its column, so that rows count together."""
    place = problem.place
    first = about.row.place
    return place.file if place.file == first.file else str(place)


def _called(about: Told) -> Message:
    place = about.row.place
    return msg("'{key}' ({file}:{line})", key=about.row.key, file=place.file, line=place.line)


def show_error(line: str) -> None:
    """A line of what went wrong."""
    import sys

    print(said(line, TONGUE.get()), file=sys.stderr)


def _tell_outcome(outcome: Outcome, out: Path) -> None:
    parts = [
        plural("{count} row made", "{count} rows made", outcome.made),
        *([plural("{count} row was there", "{count} rows were there", outcome.kept)] if outcome.kept else []),
        *([plural("{count} row failed", "{count} rows failed", outcome.failed)] if outcome.failed else []),
    ]
    show(msg("{out}: {counts}; batch.json tells each", out=out, counts=listing(parts, "unit")))
