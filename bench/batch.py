"""What a briefing in a batch costs, and how that grows: with rows, with workers, with a scheduler, in memory.

    python bench/batch.py [--content examples/zones --table zones.csv] [--pairs 9] [--rows 1000] [--dask]

The row's yardstick is bench/straight_line.py's script for the same document, run in a loop of one process; ours makes
other rows of the same table in the same process. Nothing is kept: every row has charts of its own. Both are told in the
process's own time, in pairs, so that a busy machine does not decide. Times of whole batches are those of the clock.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from runs import ROOT
from straight_line import script

from reportgen.batch.make import make
from reportgen.batch.parcel import parcel
from reportgen.batch.run import Order, run
from reportgen.content.batch_rows import BatchRow, batch_rows
from reportgen.content.folder import Folder
from reportgen.pipeline import PageNumbers, Plan

END = "output.mkdir(parents=True, exist_ok=True)\n"
"""Where the script has done what it does once, and its documents begin."""


def spent(work: Callable[[], object]) -> float:
    """Seconds of this process's own work."""
    start = time.process_time()
    work()
    return time.process_time() - start


def yardstick(folder: Folder, row: BatchRow, out: Path) -> Callable[[], None]:
    """The straight-line script of a row's documents, without what it does once."""
    text = script(folder.of_row(row.cells))
    once, _, documents = text.partition(END)
    arguments, names = sys.argv, dict[str, Any]()
    sys.argv = ["script", str(out), str(ROOT / "fonts")]
    exec(compile(once + END, "once", "exec"), names)
    sys.argv = arguments
    code = compile(documents, "documents", "exec")
    return lambda: exec(code, names)


def a_row(content: Path, table: str, pairs: int) -> None:
    """A row's cost as a ratio to the script's."""
    folder = Folder(content)
    rows = [row for row in batch_rows(folder, table).rows if isinstance(row, BatchRow)]
    sent = parcel(folder, Plan(pages="estimate"), rows)
    with tempfile.TemporaryDirectory() as out:
        line = yardstick(folder, rows[0], Path(out))
        line()
        make(sent, rows[:3])  # both have met their letters
        ratios: list[float] = []
        for number in range(pairs):
            row = rows[3 + number % (len(rows) - 3)]
            ours, base = spent(lambda: make(sent, [row])), spent(line)  # noqa: B023
            ratios.append(ours / base)
            print(f"row {row.key}: ours {1000 * ours:7.1f} ms, straight line {1000 * base:7.1f} ms, {ours / base:.2f}")
    print(f"a row to the straight line, median: {statistics.median(ratios):.2f}")


def many(content: Path, count: int, folder: Path) -> Path:
    """The content with a table of so many rows: those of its own again and again, with other figures and keys."""
    copied = folder / f"content{count}"
    folder.mkdir(exist_ok=True)
    subprocess.run(["cp", "-r", str(content), str(copied)], check=True)
    table = copied / "data" / "zones.csv"
    head, *rows = table.read_text(encoding="utf-8").splitlines()
    grown = [f"{number:06}{rows[number % len(rows)][3:]}" for number in range(count)]
    table.write_text("\n".join([head, *grown]) + "\n", encoding="utf-8")
    return copied


def batch(content: Path, out: Path, jobs: int, executor: str = "", pages: PageNumbers = "estimate") -> float:
    """Seconds of the clock that a batch takes."""
    start = time.perf_counter()
    outcome = run(Order(content, "zones.csv", out, Plan(pages=pages), jobs=jobs, executor=executor), lambda told: None)
    assert not outcome.failed
    return time.perf_counter() - start


def worked(content: Path, out: Path, jobs: int, pages: PageNumbers = "estimate") -> tuple[float, float]:
    """Seconds of the clock, and of all processors together: on a machine that others use too, the clock says less."""
    before = processor()
    clock = batch(content, out, jobs, pages=pages)
    return clock, processor() - before


def processor() -> float:
    """Seconds that this process and those that it has ended have worked."""
    used = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


@contextmanager
def scheduler(workers: int) -> Generator[str]:
    """A dask scheduler with workers on loopback, each a process of its own."""
    import distributed

    local: Any = distributed.LocalCluster
    with local(n_workers=workers, threads_per_worker=1, dashboard_address=None) as cluster:
        yield cluster.scheduler_address


def main() -> None:
    """Print the lines."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--content", type=Path, default=ROOT / "examples" / "zones")
    arguments.add_argument("--table", default="zones.csv")
    arguments.add_argument("--pairs", type=int, default=9)
    arguments.add_argument("--rows", type=int, default=0, help="also batches of a tenth of so many rows, and of all")
    arguments.add_argument("--workers", type=int, default=0, help="also one and two processes with so many rows")
    arguments.add_argument("--dask", type=int, default=0, help="also two workers of a scheduler with so many rows")
    arguments.add_argument("--layout", type=int, default=0, help="also so many rows whose pages LibreOffice lays out")
    options = arguments.parse_args()
    if options.pairs:
        a_row(options.content, options.table, options.pairs)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if options.rows:
            few, all_rows = (many(options.content, count, folder) for count in (options.rows // 10, options.rows))
            first = batch(few, folder / "few", 1)
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            second = batch(all_rows, folder / "all", 1)
            after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            print(f"{options.rows // 10} rows {first:.1f} s, {options.rows} rows {second:.1f} s: {second / first:.2f}")
            print(f"most memory after {options.rows // 10} rows: {before // 1024} MB; after all: {after // 1024} MB")
        if options.workers:
            rows = many(options.content, options.workers, folder)
            (one, alone), (two, both) = (worked(rows, folder / f"jobs{jobs}", jobs) for jobs in (1, 2))
            print(f"{options.workers} rows: one process {one:.1f} s, two {two:.1f} s: {one / two:.2f} times as fast")
            most = 2 * alone / both
            print(f"  processor: one process {alone:.1f} s, two {both:.1f} s together: at most {most:.2f} times")
        if options.layout:
            rows = many(options.content, options.layout, folder / "laid")
            (one, _), (two, _) = (worked(rows, folder / f"laid{jobs}", jobs, "layout") for jobs in (1, 2))
            each = f"{1000 * one / options.layout:.0f} ms a row, two {1000 * two / options.layout:.0f} ms"
            print(f"{options.layout} rows laid out by LibreOffice: one process {each}")
        if options.dask:
            rows = many(options.content, options.dask, folder / "dask")
            pool = batch(rows, folder / "pool", 2)
            with scheduler(2) as address:
                spread = batch(rows, folder / "spread", 1, f"dask:{address}")
            print(
                f"{options.dask} rows: two processes {pool:.1f} s, two dask workers {spread:.1f} s: {pool / spread:.2f}"
            )


if __name__ == "__main__":
    main()
