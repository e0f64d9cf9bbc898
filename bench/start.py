"""What this checkout costs against its parent, on a document that neither was tuned to: bench/second.py writes it.

    python bench/start.py PARENT [--runs 9] [--no-layout]

PARENT is a checkout of the parent commit. Runs of both alternate, each as `python -m reportgen` with its own cache
folder, and what is told is time of processors, with that of every program they start: medians, and the median of the
pairs' ratios. The last column is the ratio to a straight-line script that makes the same document
(bench/straight_line.py). Nothing is asserted.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from runs import PYTHON, ROOT, environment, run
from second import write


@dataclass(frozen=True, slots=True)
class Case:
    """What is run: the command, whether it finds nothing kept or a sentence changed, and the ratio to stay within."""

    name: str
    command: tuple[str, ...]
    cold: bool = False
    changed: bool = False
    bar: float | None = None


BUILD = ("build", "content", "-o", "built", "--pages")
CASES = (
    Case("full build", (*BUILD, "estimate"), cold=True, bar=0.75),
    Case("unchanged rebuild", (*BUILD, "estimate"), bar=0.5),
    Case("one changed sentence", (*BUILD, "estimate"), changed=True, bar=0.55),
    Case("check", ("check", "content"), bar=0.5),
    Case("check, one changed sentence", ("check", "content"), changed=True),
    Case("check, nothing kept", ("check", "content"), cold=True),
    Case("--help", ("--help",), bar=1.0),
)
LAYOUT = (
    Case("full build, laid out", (*BUILD, "layout"), cold=True),
    Case("unchanged rebuild, laid out", (*BUILD, "layout")),
)


class Side:
    """A checkout with folders of its own: one whose content stays as it is, one in which a sentence changes."""

    def __init__(self, checkout: Path, folder: Path) -> None:
        self.checkout, self.folder, self.version = checkout, folder, 0
        for name in ("same", "edited"):
            write(folder / name / "content")
        command = [PYTHON, "-c", "import reportgen; print(reportgen.__file__)"]
        around = environment(folder, folder, checkout)
        found = subprocess.run(command, cwd=folder, env=around, check=True, capture_output=True, text=True)
        assert Path(found.stdout.strip()).is_relative_to(checkout), f"{checkout} holds no reportgen"

    def settle(self, case: Case) -> None:
        """Runs once, off the clock: modules are compiled, and what can be kept is."""
        self._run(case, "kept")

    def timed(self, case: Case) -> float:
        """Milliseconds of processors."""
        if case.changed:
            self.version += 1
            write(self._place(case) / "content", self.version)
        if not case.cold:
            return self._run(case, "kept")
        shutil.rmtree(self._place(case) / "cold", ignore_errors=True)
        return self._run(case, "cold")

    def _place(self, case: Case) -> Path:
        return self.folder / ("edited" if case.changed else "same")

    def _run(self, case: Case, cache: str) -> float:
        place = self._place(case)
        around = environment(self.folder, place / cache, self.checkout)
        return 1000 * run([PYTHON, "-m", "reportgen", *case.command], around, place).work


def straight_line(folder: Path, fonts: Path) -> list[str]:
    """The command that runs the straight-line script for the document."""
    write(folder / "content")
    maker = [PYTHON, str(ROOT / "bench" / "straight_line.py"), str(folder / "content")]
    made = subprocess.run(maker, env=environment(folder), check=True, capture_output=True)
    (folder / "line.py").write_bytes(made.stdout)
    return [PYTHON, str(folder / "line.py"), str(folder / "line"), str(fonts)]


def measured(sides: Sequence[Side], cases: Sequence[Case], line: list[str], runs: int) -> dict[str, list[list[float]]]:
    """Milliseconds of every run: a row a case, in it a row a side; the straight line under its own name."""
    taken: dict[str, list[list[float]]] = {case.name: [[] for _ in sides] for case in cases}
    taken["straight line"] = [[]]
    around = environment(sides[0].folder)
    run(line, around)
    for case in cases:
        for side in sides:
            side.settle(case)
    for turn in range(runs):
        taken["straight line"][0].append(1000 * run(line, around).work)
        for case in cases:
            order = range(len(sides)) if turn % 2 else reversed(range(len(sides)))
            for place in order:
                taken[case.name][place].append(sides[place].timed(case))
    return taken


def table(taken: Mapping[str, Sequence[Sequence[float]]], cases: Sequence[Case]) -> str:
    """A line a case."""
    floor = statistics.median(taken["straight line"][0])
    lines = [f"{'milliseconds of processors':32}{'here':>8}{'parent':>8}{'ratio':>8}{'bar':>7}{'straight line':>15}"]
    for case in cases:
        here, parent = taken[case.name]
        ratio = statistics.median(ours / theirs for ours, theirs in zip(here, parent, strict=True))
        ours, theirs = statistics.median(here), statistics.median(parent)
        bar = "" if case.bar is None else f"{case.bar:.2f}"
        lines.append(f"{case.name:32}{ours:8.0f}{theirs:8.0f}{ratio:8.2f}{bar:>7}{ours / floor:15.2f}")
    lines.append(f"{'the straight-line script':32}{floor:8.0f}")
    return "\n".join(lines)


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("parent", type=Path)
    arguments.add_argument("--runs", type=int, default=9)
    arguments.add_argument("--no-layout", action="store_true", help="leave LibreOffice out where it is there")
    options = arguments.parse_args()
    there = shutil.which("soffice") or shutil.which("libreoffice")
    cases = (*CASES, *(LAYOUT if there and not options.no_layout else ()))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        sides = (Side(ROOT, folder / "here"), Side(options.parent.resolve(), folder / "parent"))
        line = straight_line(folder, ROOT / "fonts")
        print(table(measured(sides, cases, line, options.runs), cases))


if __name__ == "__main__":
    main()
