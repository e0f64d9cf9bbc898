"""What charts cost: each against the shortest matplotlib that draws its marks, and a rebuild against the first build.

    python bench/charts.py [--pairs 7] [--layout]

Both sides of a ratio are taken one right after the other, in one run, and the median of the ratios is told. A chart's
floor is the picture of bench/straight_line.py, drawn once at the same width and resolution. The first build finds
nothing kept, the rebuild finds everything; `--layout` tells the same with LibreOffice laying out the pages, which a
rebuild asks only for files that have changed.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from runs import PYTHON, ROOT, Time, environment, run, table
from straight_line import PICTURE, marks

from reportgen.briefing_reader import read_briefing, read_look
from reportgen.charts import draw
from reportgen.compose import compose
from reportgen.document import Figure
from reportgen.languages import DEFAULT, editions_of


def spent(work: Callable[[], object]) -> float:
    """Milliseconds of this process's own work."""
    start = time.process_time()
    work()
    return 1000 * (time.process_time() - start)


def charts(pairs: int) -> str:
    """A line a chart: ours, the floor's, and their ratio."""
    floor: dict[str, Any] = {}
    exec(PICTURE.replace("sys.argv[2]", repr(str(ROOT / "fonts"))), floor)
    look, briefing = read_look("modern"), read_briefing(ROOT / "content")
    documents = {edition: compose(briefing, edition) for edition in editions_of(DEFAULT)}
    lines = [f"{'chart':40}{'ms':>9}{'floor':>9}{'ratio':>8}"]
    totals: list[tuple[float, float]] = []
    for edition, figure in (
        (edition, element)
        for edition, document in documents.items()
        for element in document.elements
        if isinstance(element, Figure)
    ):
        chart, told = figure.chart, marks(figure.chart)
        draw(chart, look)  # both sides have met their letters
        floor["picture"](*told)
        found = [(spent(lambda: draw(chart, look)), spent(lambda: floor["picture"](*told))) for _ in range(pairs)]  # noqa: B023
        ours, base = (statistics.median(times) for times in zip(*found, strict=True))
        totals.append((ours, base))
        name = f"{figure.caption.id} {chart.kind} {edition}"
        lines.append(f"{name:40}{ours:9.1f}{base:9.1f}{ours / base:8.2f}")
    ours, base = (sum(times) for times in zip(*totals, strict=True))
    lines.append(f"{'all':40}{ours:9.1f}{base:9.1f}{ours / base:8.2f}")
    return "\n".join(lines)


def rebuilds(pairs: int, pages: str) -> str:
    """The first build, the rebuild, and their ratio."""
    rows: dict[str, list[Time]] = {"first build": [], "rebuild": []}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        command = [PYTHON, "-m", "reportgen", "build", "content", "-o", str(folder / "built"), "--pages", pages]
        run(command, environment(folder))
        for place in range(pairs):
            surroundings = environment(folder, folder / f"cache{place}")
            for times in rows.values():
                times.append(run(command, surroundings))
    return table("first build", rows)


def main() -> None:
    """Print the tables."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--pairs", type=int, default=7)
    arguments.add_argument("--layout", action="store_true")
    options = arguments.parse_args()
    print(charts(options.pairs))
    for pages in ("estimate", *(("layout",) if options.layout else ())):
        print(f"\npages: {pages}")
        print(rebuilds(options.pairs, pages))


if __name__ == "__main__":
    main()
