"""How many figures a second are written, found and compared on one core: `python bench/figures.py`."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from reportgen.numbers import agree, find, quantity, write

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


SENTENCES = {
    "zh": "2025年一季度，178家国家高新区实现工业增加值1.7万亿元，同比增长7.1%，占全国比重约50%左右，近400家企业落户。",
    "en": "In Q1 2025, 178 national high-tech zones posted value added of RMB 1.7 trillion, up 7.1% year on year.",
}


def find_all(language: str) -> int:
    """Finds the figures of one sentence; returns how many."""
    return len(find(SENTENCES[language], language))


BETWEEN = {  # prose around the figures, so that one stands in some 27 Chinese or 80 English characters
    "zh": "园区坚持创新驱动发展，持续优化营商环境，推动产业链上下游协同，企业活力明显增强，人才加快集聚，"
    "开放合作不断深化，重点领域改革取得新的突破，一批重大项目落地见效，公共服务水平稳步提升，群众获得感持续增强。",
    "en": "The zones kept opening up, improved their business environment and deepened cooperation along industrial "
    "chains; reforms in key areas moved ahead, major projects took shape and public services became better. ",
}


def find_prose(language: str) -> int:
    """Finds the figures of a page of prose; returns how many bytes it has."""
    page = (SENTENCES[language] + BETWEEN[language]) * 10
    find(page, language)
    return len(page.encode())


PAIRS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "tests" / "numbers" / "pairs.yaml").read_text(encoding="utf-8")
)["pair_cases"]


def compare() -> int:
    """Compares every pair of sentences of the tests, sound and wrong ones, once; returns how many."""
    for pair in PAIRS:
        agree(pair["zh"], pair["en"])
    return len(PAIRS)


RUNS: dict[str, tuple[Callable[[], int], str]] = {
    "write zh": (lambda: write_all("zh"), "figures"),
    "write en": (lambda: write_all("en"), "figures"),
    "find zh": (lambda: find_all("zh"), "figures"),
    "find en": (lambda: find_all("en"), "figures"),
    "prose zh": (lambda: find_prose("zh"), "bytes"),
    "prose en": (lambda: find_prose("en"), "bytes"),
    "agree": (compare, "pairs of sentences"),
}


def rate(run: Callable[[], int], seconds: float = 1.0) -> float:
    """What the run handles a second, over about that many seconds of CPU time after a warm-up."""
    run()
    done, start = 0, time.process_time()
    while (passed := time.process_time() - start) < seconds:
        done += run()
    return done / passed


if __name__ == "__main__":
    for name, (run, unit) in RUNS.items():
        print(f"{name:12}{rate(run):>12,.0f} {unit}/s")
