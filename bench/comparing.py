"""How long two texts of which a fifth of the paragraphs is merged take to compare: `python bench/comparing.py`."""

from __future__ import annotations

import random
import time
import tracemalloc

from reportgen.comparison.compare import compare_passages
from reportgen.passages import Passage

SIZES = (500, 2000)
"""How many paragraphs the Chinese text has: what the longer takes, by what the shorter takes, tells how time grows."""


def text(count: int) -> list[list[Passage]]:
    """Paragraphs of three sentences in both languages; of the English ones, a fifth hold two."""
    chosen = random.Random(count)
    zh: list[str] = []
    en: list[str] = []
    for number in range(count):
        amount, share = chosen.randrange(10, 9000), chosen.randrange(11, 99)
        zh.append(
            f"本项目全年实现收入{amount}万元，同比增长{share / 10}%。增速与上年相当，结构没有变化。"
            f"其中出口占{share}%，企业共有{amount + number}家。"
        )
        told = (
            f"The project had revenue of RMB {amount * 10_000:,}, up {share / 10}% year on year. The pace was "
            f"that of the year before. Exports were {share}% of it, and there were {amount + number} firms."
        )
        if en and chosen.random() < 0.2:
            en[-1] += " " + told
        else:
            en.append(told)
    return [[Passage(f"paragraph {place}", line) for place, line in enumerate(side, 1)] for side in (zh, en)]


def main() -> None:
    """Print seconds of a core and the most memory held, for each size."""
    compare_passages(text(20), languages=("zh", "en"))  # patterns are compiled when they are first used
    for size in SIZES:
        both = text(size)
        start = time.process_time()
        found = compare_passages(both, languages=("zh", "en"))
        seconds = time.process_time() - start
        tracemalloc.start()
        compare_passages(both, languages=("zh", "en"))
        held = tracemalloc.get_traced_memory()[1] / 1e6
        tracemalloc.stop()
        print(f"{size} paragraphs: {seconds:.2f} s, {held:.0f} MB, {len(found)} differences")


if __name__ == "__main__":
    main()
