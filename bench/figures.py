"""How many figures a second are written, found and compared on one core: `python bench/figures.py`."""

from __future__ import annotations

import time
from collections.abc import Callable

from reportgen.numbers import quantity, write

FIGURES = [
    quantity(mapping)
    for mapping in (
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
]


def write_all(language: str) -> int:
    """Writes every figure once; returns how many."""
    for figure in FIGURES:
        write(figure, language)
    return len(FIGURES)


RUNS: dict[str, tuple[Callable[[], int], str]] = {
    "write zh": (lambda: write_all("zh"), "figures"),
    "write en": (lambda: write_all("en"), "figures"),
}


def rate(run: Callable[[], int], seconds: float = 1.0) -> float:
    """What the run handles a second, over about that many seconds after a warm-up."""
    run()
    done, start = 0, time.perf_counter()
    while (passed := time.perf_counter() - start) < seconds:
        done += run()
    return done / passed


if __name__ == "__main__":
    for name, (run, unit) in RUNS.items():
        print(f"{name:12}{rate(run):>12,.0f} {unit}/s")
