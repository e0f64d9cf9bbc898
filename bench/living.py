"""What living figures cost: verify, refresh and diff against a full build, what files grow by, what a build takes more.

    python bench/living.py [--content content] [--runs 5] [--layout]

A run builds every edition, sealed and living; verifies all files against their content; changes ten figures of the
content; refreshes every file by it; and tells the two contents apart. Everything starts cold and in turn, and the
medians of the ratios are told: by the clock, and by processors' time. `--layout` has LibreOffice lay out the builds
and the refreshed files. Exit code 1 where a bar does not hold. A command that the program has not is left out.
"""

from __future__ import annotations

import argparse
import re
import shlex
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from runs import PYTHON, ROOT, Time, environment, run

BARS = {"verify": 0.5, "refresh": 0.6, "diff": 0.6}
GROWTH, BUILD = 0.08, 1.05
CHANGED = 10
_FIGURE = re.compile(r"^(\w+):\s*\{?\s*is: ([^\n,}]*?)(\d)(?=\D*[,}\n])", re.MULTILINE)
"""A figure of facts.yaml, and its last digit."""


def main() -> int:
    """Print the table; 1 where a bar does not hold."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--content", type=Path, default=ROOT / "content")
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--layout", action="store_true")
    options = arguments.parse_args()
    pages = "layout" if options.layout else "estimate"
    known = commands()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        changed = with_changes(options.content, folder / "changed")
        rows: dict[str, list[Time]] = {}
        for number in range(options.runs + 1):  # the first compiles the modules and is not counted
            for what, time in one_run(folder, options.content, changed, pages, known):
                if number:
                    rows.setdefault(what, []).append(time)
        grown = growth(folder / "sealed", folder / "built")
    print(f"{options.content.name}, all editions, --pages {pages}; medians of {options.runs} runs, ratios to the build")
    held = [*told(rows), *told_growth(grown)]
    for missing in BARS.keys() - known:
        print(f"{missing}: the program has no such command yet")
    return 0 if all(held) else 1


def commands() -> frozenset[str]:
    """The commands that the program has."""
    from reportgen.cli import parser

    return parser()[1]


def one_run(
    folder: Path, content: Path, changed: Path, pages: str, known: frozenset[str]
) -> Iterator[tuple[str, Time]]:
    """What each step takes, all of them from a cold cache."""
    built, sealed = folder / "built", folder / "sealed"

    def timed(*steps: Sequence[str | Path]) -> Time:
        cache = folder / "cache"
        shutil.rmtree(cache, ignore_errors=True)
        lines = (shlex.join([PYTHON, "-m", "reportgen", *map(str, step)]) for step in steps)
        line = " && ".join(f"{{ {each}; [ $? -le 1 ]; }}" for each in lines)  # 1: something differs
        return run(["sh", "-c", line], environment(folder, cache))

    yield "sealed build", timed(["build", content, "-o", sealed, "--pages", pages, "--sealed"])
    yield "build", timed(["build", content, "-o", built, "--pages", pages])
    files = sorted(built.glob("*.docx"))
    if "verify" in known:
        yield "verify", timed(["verify", *files, content])
    if "refresh" in known:
        renewed = [["refresh", file, changed, "-o", folder / "renewed.docx", "--pages", pages] for file in files]
        yield "refresh", timed(*renewed)
    if "diff" in known:
        yield "diff", timed(["diff", content, changed])


def with_changes(content: Path, target: Path) -> Path:
    """A copy of the content with ten figures changed by the last of their digits."""
    shutil.copytree(content, target)
    facts = target / "facts.yaml"
    text = facts.read_text(encoding="utf-8")
    found = [one for one in _FIGURE.finditer(text) if one[3] not in "09" and not _told_by_name(text, one[1])]
    if len(found) < CHANGED:
        sys.exit(f"{content}: only {len(found)} facts whose last digit can be changed")
    for one in reversed(found[:CHANGED]):
        text = f"{text[: one.start(3)]}{int(one[3]) + 1}{text[one.end(3) :]}"
    facts.write_text(text, encoding="utf-8")
    return target


def _told_by_name(text: str, fact: str) -> bool:
    """Whether another fact is reckoned of it, which could end in a figure that its section's words do not fit."""
    return re.search(rf"derived:[^\n]*\b{fact}\b", text) is not None


def growth(sealed: Path, built: Path) -> dict[str, tuple[int, int]]:
    """The bytes of each edition, sealed and living."""
    return {
        file.name: (file.stat().st_size, (built / file.name).stat().st_size) for file in sorted(sealed.glob("*.docx"))
    }


def told(rows: Mapping[str, Sequence[Time]]) -> Iterator[bool]:
    """The table of times, and whether each bar holds by processors' time, which other work moves less."""
    print(f"{'what':14}{'seconds':>9}{'ratio':>8}{'work':>9}{'ratio':>8}{'bar':>7}")
    for what, times in rows.items():
        floor = "sealed build" if what == "build" else "build"
        bar = BUILD if what == "build" else BARS.get(what)
        clock, clock_ratio = _medians(times, rows[floor], "clock")
        work, work_ratio = _medians(times, rows[floor], "work")
        line = f"{what:14}{clock:9.2f}{clock_ratio:8.2f}{work:9.2f}{work_ratio:8.2f}"
        if bar is None:
            print(line)
            continue
        print(f"{line}{bar:7.2f}{'' if work_ratio <= bar else '  over'}")
        yield work_ratio <= bar


def _medians(times: Sequence[Time], floor: Sequence[Time], sort: str) -> tuple[float, float]:
    ratios = (getattr(one, sort) / getattr(other, sort) for one, other in zip(times, floor, strict=True))
    return statistics.median(getattr(one, sort) for one in times), statistics.median(ratios)


def told_growth(grown: Mapping[str, tuple[int, int]]) -> Iterator[bool]:
    """What each file grows by, and all together."""
    together = (sum(sizes[0] for sizes in grown.values()), sum(sizes[1] for sizes in grown.values()))
    for name, (sealed, living) in [*grown.items(), ("together", together)]:
        share = living / sealed - 1
        print(f"{name:32}{sealed:9} {living:9} bytes  +{share:.1%}{'' if share <= GROWTH else '  over 8%'}")
        yield share <= GROWTH


if __name__ == "__main__":
    sys.exit(main())
