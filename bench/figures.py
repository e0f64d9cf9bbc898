"""How many figures a second are found, compared and written on one core, and how many times the parent's that is.

    python bench/figures.py [PARENT] [--runs 7]

PARENT is a checkout of the parent commit. Each side has a process of its own, which runs the rows when it is asked to;
the runs of both alternate. What is told is time of processors: the median rate of each side, and the median of the
pairs' ratios. Without a parent, this checkout alone is told. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 0.3
"""Of one run, at least: a run is repeated until it has taken as long."""

FIGURES = (
    {"money": "1.7e12"},
    {"money": "450e9", "qualifier": "nearly"},
    {"count": 178, "noun": "zone"},
    {"count": 200, "measure": "人", "qualifier": "more", "qform": "多"},
    {"percent": "7.15", "quantum": "0.1"},
    {"pp": "0.5"},
    {"change": "7.1", "basis": "yoy"},
    {"multiple": 3, "form": "increase"},
    {"measure": 30, "unit": "dof", "qualifier": "approx"},
    {"percent": [20, 50]},
    {"date": "2025-Q1"},
    {"ordinal": 12, "measure": "位"},
)
SENTENCES = {
    "zh": "2025年一季度，178家国家高新区实现工业增加值1.7万亿元，同比增长7.1%，占全国比重约50%左右，近400家企业落户。",
    "en": "In Q1 2025, 178 national high-tech zones posted value added of RMB 1.7 trillion, up 7.1% year on year.",
}
BETWEEN = {  # prose around the figures, so that one stands in some 27 Chinese or 80 English characters
    "zh": "园区坚持创新驱动发展，持续优化营商环境，推动产业链上下游协同，企业活力明显增强，人才加快集聚，"
    "开放合作不断深化，重点领域改革取得新的突破，一批重大项目落地见效，公共服务水平稳步提升，群众获得感持续增强。",
    "en": "The zones kept opening up, improved their business environment and deepened cooperation along industrial "
    "chains; reforms in key areas moved ahead, major projects took shape and public services became better. ",
}
DENSE = {  # news in which every clause has its figures
    "zh": "前10月，规模以上工业企业利润同比下降4.3%，较前9月收窄0.4个百分点；营业收入110.96万亿元，增长1.9%，"
    "每百元成本85.41元，增加0.29元。其中，国有控股企业实现利润19462.8亿元，下降8.2%；股份制企业43998.7亿元，下降5.7%。",
    "en": "In the first 10 months, profits of large industrial firms fell 4.3% from a year earlier, 0.4 points less "
    "than in nine months; revenue rose 1.9% to RMB 110.96 trillion, and costs per 100 yuan rose 0.29 to 85.41 yuan. ",
}
LINE = "2025年5月，1.7万亿元，7.1%，178家；"
"""Five figures in some twenty characters; a line of 10 MB holds 500,000 such places."""


class Row(NamedTuple):
    """What a row runs, which tells how much it did, and in what that is counted."""

    run: Callable[[], float]
    unit: str
    wanted: float


def rows() -> Mapping[str, Row]:
    """What is measured, by the checkout that this process runs."""
    from reportgen.numbers import agree, find, quantity, write

    figures = [quantity(dict(mapping)) for mapping in FIGURES]
    pages = {language: (SENTENCES[language] + BETWEEN[language]) * 10 for language in SENTENCES}
    dense = {language: DENSE[language] * 10 for language in DENSE}
    line = LINE * (10_000_000 // len(LINE.encode()))
    ranges = {
        "zh": "；".join(f"第{n}组由{n}.1%升至{n}.8%至{n + 2}.5%" for n in range(800)),
        "en": "; ".join(f"group {n} from {n}.1% to between {n}.8% and {n + 2}.5%" for n in range(800)),
    }
    pairs = yaml.safe_load((ROOT / "tests" / "numbers" / "pairs.yaml").read_text(encoding="utf-8"))["pair_cases"]

    def found(texts: Mapping[str, str], language: str) -> float:
        find(texts[language], language)
        return len(texts[language].encode()) / 1e6

    def compared() -> float:
        for pair in pairs:
            agree(pair["zh"], pair["en"])
        return len(pairs)

    def compared_ranges() -> float:
        agree(ranges["zh"], ranges["en"])
        return 1

    def written() -> float:
        for language in SENTENCES:
            for figure in figures:
                write(figure, language)
        return len(figures) * len(SENTENCES)

    return {
        "find zh": Row(lambda: found(pages, "zh"), "MB of prose/s", 1.6),
        "find en": Row(lambda: found(pages, "en"), "MB of prose/s", 1.6),
        "agree": Row(compared, "pairs/s", 1.6),
        "write": Row(written, "figures/s", 1.6),
        "dense news zh": Row(lambda: found(dense, "zh"), "MB/s", 4),
        "dense news en": Row(lambda: found(dense, "en"), "MB/s", 4),
        "a line of 10 MB": Row(lambda: found({"zh": line}, "zh"), "MB/s", 4),
        "1,600 ranges zh": Row(lambda: found(ranges, "zh"), "MB/s", 4),
        "1,600 ranges en": Row(lambda: found(ranges, "en"), "MB/s", 4),
        "1,600 ranges agree": Row(compared_ranges, "paragraphs/s", 4),
    }


def rate(row: Row) -> float:
    """What the row does a second of the processor."""
    done, start = 0.0, time.process_time()
    while (passed := time.process_time() - start) < SECONDS:
        done += row.run()
    return done / passed


def serve() -> None:
    """Runs the row that each line of standard input names, and tells its rate."""
    known = rows()
    for line in sys.stdin:
        print(rate(known[line.rstrip("\n")]), flush=True)


class Side:
    """A process that measures one checkout."""

    def __init__(self, checkout: Path) -> None:
        command, around = [sys.executable, __file__, "--serve"], {**os.environ, "PYTHONPATH": str(checkout)}
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, cwd=checkout, env=around, stdin=pipe, stdout=pipe, text=True)

    def rate(self, name: str) -> float:
        """The row's rate in one more run."""
        assert self.process.stdin
        assert self.process.stdout
        print(name, file=self.process.stdin, flush=True)
        return float(self.process.stdout.readline())


def measured(sides: Sequence[Side], name: str, runs: int) -> list[list[float]]:
    """The rates of every run, in a list for each side; the first, in which patterns are compiled, is left out."""
    taken: list[list[float]] = [[] for _ in sides]
    for turn in range(runs + 1):
        for place in range(len(sides)) if turn % 2 else reversed(range(len(sides))):
            rate = sides[place].rate(name)
            if turn:
                taken[place].append(rate)
    return taken


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("parent", type=Path, nargs="?")
    arguments.add_argument("--runs", type=int, default=7)
    arguments.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    options = arguments.parse_args()
    if options.serve:
        serve()
        return
    sides = [Side(checkout.resolve()) for checkout in (ROOT, options.parent) if checkout]
    print(f"{'':20}{'here':>12}" + (f"{'parent':>12}{'ratio':>8}{'wanted':>8}" if options.parent else ""))
    for name, row in rows().items():
        here, *parent = measured(sides, name, options.runs)
        told = f"{name:20}" + "".join(f"{statistics.median(rates):12,.1f}" for rates in (here, *parent))
        if parent:
            ratio = statistics.median(ours / theirs for ours, theirs in zip(here, parent[0], strict=True))
            told += f"{ratio:8.2f}{row.wanted:8.1f}"
        print(f"{told}  {row.unit}", flush=True)
    for side in sides:
        side.process.kill()


if __name__ == "__main__":
    main()
