"""How much is written, found and compared a second of one core, and how that stands to another checkout.

    python bench/figures.py [CHECKOUT] [--rounds 5] [--only WORD]

A process of each checkout after the other measures every row in processor time; with two, the median of the rounds'
ratios is told beside the medians. Both are given the texts of this checkout (`figure_texts.py`).
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from figure_texts import FIGURES, PAIRS, dense, line, other_ranges, page, ranges

from reportgen.numbers import agree, find, quantity, write

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("zh", "en")
Run = Callable[[], int]


def write_all() -> int:
    """Writes every figure once in each language; returns how many."""
    for figure in _quantities:
        for language in LANGUAGES:
            write(figure, language)
    return len(_quantities) * len(LANGUAGES)


_quantities = [quantity(mapping) for mapping in FIGURES]


def find_in(text: str, language: str) -> int:
    """Finds the figures of a text; returns how many bytes it has."""
    find(text, language)
    return len(text.encode())


def compare_all() -> int:
    """Compares every pair of sentences of the tests, sound and wrong ones, once; returns how many."""
    for pair in PAIRS:
        agree(pair["zh"], pair["en"])
    return len(PAIRS)


def compare_once(zh: str, en: str) -> int:
    """Compares two texts; returns how many these are."""
    agree(zh, en)
    return 1


def rows(only: str) -> dict[str, tuple[Callable[[], Run], str]]:
    """What is measured, and in what; each is made ready when its turn comes."""
    table: dict[str, tuple[Callable[[], Run], str]] = {}
    for language in LANGUAGES:
        table[f"find {language}"] = (partial(_finding, page, language), "bytes")
    table["agree"] = (lambda: compare_all, "pairs")
    table["write"] = (lambda: write_all, "figures")
    for language in LANGUAGES:
        table[f"dense news {language}"] = (partial(_finding, dense, language), "bytes")
    for language in LANGUAGES:
        table[f"10 MB line {language}"] = (partial(_finding, line, language), "bytes")
    for language in LANGUAGES:
        table[f"1,600 ranges {language}"] = (partial(_finding, ranges, language), "bytes")
    table["1,600 ranges agree"] = (lambda: partial(compare_once, ranges("zh"), ranges("en")), "pairs")
    table["1,600 by their ends"] = (lambda: partial(compare_once, ranges("zh"), ranges("en", apart=True)), "pairs")
    table["1,600 that differ"] = (lambda: partial(compare_once, ranges("zh"), other_ranges("en")), "pairs")
    return {name: row for name, row in table.items() if only in name}


def _finding(made: Callable[[str], str], language: str) -> Run:
    return partial(find_in, made(language), language)


def rate(run: Run, seconds: float = 0.4) -> float:
    """What the run handles a second of processor time, over about that long after a warm-up; once if it takes long."""
    done, passed = _timed(run)
    if passed > seconds:
        return done / passed
    done, passed = 0, 0.0
    while passed < seconds:
        more, took = _timed(run)
        done, passed = done + more, passed + took
    return done / passed


def _timed(run: Run) -> tuple[int, float]:
    start = time.process_time()
    done = run()
    return done, time.process_time() - start


def rates_of(checkout: Path, only: str) -> dict[str, float]:
    """The rates of a checkout, measured in a process of its own."""
    command = [sys.executable, __file__, "--once", "--only", only]
    surroundings = os.environ | {"PYTHONPATH": str(checkout)}
    told = subprocess.run(command, env=surroundings, check=True, capture_output=True, text=True)
    return json.loads(told.stdout)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkout", nargs="?", type=Path, help="another checkout, to tell ratios to")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", default="", help="the rows whose names have this in them")
    parser.add_argument("--once", action="store_true", help="print the rates of one round as JSON")
    options = parser.parse_args()
    if options.once:
        print(json.dumps({name: rate(ready()) for name, (ready, _) in rows(options.only).items()}))
        return
    here: list[dict[str, float]] = []
    there: list[dict[str, float]] = []
    for _ in range(options.rounds):
        here.append(rates_of(ROOT, options.only))
        if options.checkout:
            there.append(rates_of(options.checkout.resolve(), options.only))
    print(f"{'':22}{'here':>13}" + (f"{'there':>13}{'ratio':>8}" if there else ""))
    for name, (_, unit) in rows(options.only).items():
        told = f"{name:22}{statistics.median(each[name] for each in here):13,.1f}"
        if there:
            ratio = statistics.median(one[name] / other[name] for one, other in zip(here, there, strict=True))
            told += f"{statistics.median(each[name] for each in there):13,.1f}{ratio:8.2f}"
        print(f"{told}  {unit}/s")


if __name__ == "__main__":
    main()
