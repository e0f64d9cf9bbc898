"""Do the tests bite? Breaks one place of the program at a time, in a copy, and tells which slips no test notices.

    python tests/mutants.py [--only WORDS] [--jobs N] [--check]

The slips stand in mutants.toml, with the tests that are to notice each. First those tests must pass on the copy as it
is; a text that no longer stands in the program just once is told, and counts as not caught, so that nothing passes by
breaking nothing. Exits with 1 below nine slips caught of ten, or where a text is stale; with 2 where the tests fail
before anything is broken. Takes minutes, and so is run by hand, not by CI.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from queue import Queue
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
LEAST = 0.9
"""The share of slips that the tests must notice."""

PATIENCE = 300
"""Seconds that the tests of one slip may take; a program that hangs has been noticed."""

FAILED, HUNG = 1, -1
"""How pytest ends where tests fail, and what stands for no end."""


@dataclass(frozen=True, slots=True)
class Slip:
    """One place to break: what a reader would meet, the text and what it becomes, and the tests that are to notice."""

    room: str
    harm: str
    where: str
    old: str
    new: str
    tests: tuple[str, ...]

    def broken(self, root: Path) -> tuple[Path, str] | None:
        """The file to break and its broken text; None where the text does not stand there just once."""
        place = root / "reportgen" / self.where
        files = [place] if place.is_file() else sorted(place.rglob("*.py"))
        texts = {path: path.read_text(encoding="utf-8") for path in files}
        if sum(text.count(self.old) for text in texts.values()) != 1:
            return None
        return next((path, text.replace(self.old, self.new)) for path, text in texts.items() if self.old in text)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the tests made of a slip."""

    slip: Slip
    verdict: str
    seconds: float = 0.0
    by: str = ""

    @property
    def caught(self) -> bool:
        return self.verdict == "caught"

    def __str__(self) -> str:
        by = f"  {self.by}" if self.by else ""
        return f"{self.verdict:<8}  {self.slip.room}: {self.slip.harm}  ({self.seconds:.0f} s){by}"


def slips(table: Path) -> Iterator[Slip]:
    """Every slip of the table, in its order."""
    rooms: dict[str, dict[str, Any]] = tomllib.loads(table.read_text(encoding="utf-8"))
    for room, told in rooms.items():
        for harm, where, old, new, *own in told["slips"]:
            yield Slip(room, harm, where, old, new, tuple(own[0].split()) if own else tuple(told["tests"]))


def copied(folder: Path) -> Path:
    """The checkout as it stands, without what git ignores, copied into the folder."""
    listed = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    for name in subprocess.run(listed, capture_output=True, check=True).stdout.decode().split("\0"):
        if name and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    return folder


def run(root: Path, tests: Sequence[str]) -> tuple[int, str]:
    """How pytest ends on a copy, and the first test that failed."""
    with tempfile.TemporaryDirectory() as cache:
        environment = {**os.environ, "PYTHONPATH": str(root), "REPORTGEN_CACHE": cache}
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--hypothesis-seed=0", *tests]
        try:
            done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            return HUNG, "hung"
    lines = [line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    return done.returncode, lines[0].partition(" - ")[0].partition(" ")[2] if lines else ""


def tried(slip: Slip, root: Path, turn: int) -> Outcome:
    """The slip made in a copy, its tests run, and the copy mended."""
    found = slip.broken(root)
    if found is None:
        return Outcome(slip, "stale")
    path, text = found
    whole, told = path.read_bytes(), path.stat()
    start = time.monotonic()
    path.write_text(text, encoding="utf-8")
    # bytecode is told by second and size: no two states of a file may share both
    os.utime(path, (told.st_atime, told.st_mtime + 1000 + turn))
    try:
        end, by = run(root, slip.tests)
    finally:
        path.write_bytes(whole)
        os.utime(path, (told.st_atime, told.st_mtime))
    verdict = "caught" if end in (FAILED, HUNG) else "SURVIVED" if end == 0 else "no run"
    return Outcome(slip, verdict, time.monotonic() - start, by)


def outcomes(chosen: Sequence[Slip], roots: Sequence[Path]) -> Iterator[Outcome]:
    """Every slip tried, as many at a time as there are copies."""
    free: Queue[Path] = Queue()
    for root in roots:
        free.put(root)

    def turn(number: int, slip: Slip) -> Outcome:
        root = free.get()
        try:
            return tried(slip, root, number)
        finally:
            free.put(root)

    with ThreadPoolExecutor(len(roots)) as pool:
        for done in as_completed([pool.submit(turn, number, slip) for number, slip in enumerate(chosen)]):
            yield done.result()


def told(found: Sequence[Outcome]) -> int:
    """The table by room, what was not caught, and the share; the exit code."""
    rooms = Counter(each.slip.room for each in found)
    caught = Counter(each.slip.room for each in found if each.caught)
    print()
    for room, count in rooms.items():
        print(f"{room:<24}{caught[room]:>4} of {count}")
    left = [each for each in found if not each.caught]
    for each in left:
        print(each)
    share = caught.total() / len(found)
    print(f"\n{caught.total()} of {len(found)} slips are caught: {share:.0%}")
    return int(share < LEAST or any(each.verdict == "stale" for each in left))


def main() -> int:
    """The command line."""
    command = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    command.add_argument("--only", metavar="WORDS", default="", help="slips whose room or harm holds this")
    command.add_argument("--jobs", metavar="N", type=int, default=os.cpu_count() or 1, help="copies broken at a time")
    command.add_argument("--check", action="store_true", help="only tell texts that are stale")
    options = command.parse_args()
    chosen = [slip for slip in slips(ROOT / "tests" / "mutants.toml") if options.only in f"{slip.room}: {slip.harm}"]
    if not chosen:
        command.error(f"no slip is called '{options.only}'")
    if options.check:
        stale = [slip for slip in chosen if slip.broken(ROOT) is None]
        for slip in stale:
            print(f"stale: {slip.room}: {slip.harm}: {slip.where} does not hold {slip.old!r} just once")
        return int(bool(stale))
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        roots = [copied(Path(folder, str(number))) for number in range(max(1, options.jobs))]
        end, by = run(roots[0], sorted({test for slip in chosen for test in slip.tests}))
        if end:
            print(f"the tests fail before anything is broken (pytest ends with {end}): {by}")
            return 2
        found: list[Outcome] = []
        for outcome in outcomes(chosen, roots):
            print(outcome, flush=True)
            found.append(outcome)
    return told(found)


if __name__ == "__main__":
    sys.exit(main())
