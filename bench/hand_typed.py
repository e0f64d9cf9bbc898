"""How often `verify` is wrong about a figure that a person typed by hand, on true sentences and on false ones.

    python bench/hand_typed.py

Every sentence of eight contents, in both languages, is held against the facts that it does not print, as if somebody
had typed it: whatever is told as contradicting is a false alarm. Then every figure of those sentences is given another
value, and the sentence is held against all facts: what is told of it is found. It fails (1) where more than 1% of the
true figures are told as contradicting.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from reportgen.ledger import Ledger, LedgerLine  # noqa: E402
from reportgen.living.held.hand_typed import TIMES, KnownFacts  # noqa: E402
from reportgen.living.locate import figures_in  # noqa: E402
from reportgen.numbers import Found  # noqa: E402
from reportgen.pipeline import build  # noqa: E402
from reportgen.word.marked_file import read_marked  # noqa: E402
from tests.living.draft import other_figure  # noqa: E402
from tests.living.samples import SHIPPED, folder  # noqa: E402

CASES = ("harbor", "wind-and-power", "harvest", "tables", "filed-report")
CONTENTS = {
    "shipped": SHIPPED,
    "ferry": folder("ferry"),
    **{name: ROOT / "tests" / "cases" / name for name in CASES},
    "quarterly": ROOT / "examples" / "quarterly",
}
SENTENCES = ("body", "item", "lead", "box", "note", "footnote")
MOST_WRONG = 0.01


def main() -> int:
    """The table, content by content; 1 where too many true figures are called wrong."""
    print(f"{'content':<16}{'edition':<9}{'true':>6}{'wrongly told':>14}{'altered':>9}{'found':>7}")
    whole = [0, 0, 0, 0]
    for name, content in CONTENTS.items():
        for edition in ("zh", "en"):
            (made,) = build(content, editions=[edition], pages="estimate")
            (ledger,) = read_marked(made.data).ledgers
            counts = (*_true(ledger, edition), *_altered(ledger, edition))
            print("{:<16}{:<9}{:>6}{:>14}{:>9}{:>7}".format(name, edition, *counts))
            for place, count in enumerate(counts):
                whole[place] += count
    print("{:<25}{:>6}{:>14}{:>9}{:>7}".format("all", *whole))
    return int(whole[1] > MOST_WRONG * whole[0])


def _told(line: LedgerLine) -> bool:
    return line.role in SENTENCES and bool(line.figures)


def _true(ledger: Ledger, language: str) -> tuple[int, int]:
    """How many figures of sentences are held against the facts of all other sentences, and how many contradict one."""
    held = wrong = 0
    for line in filter(_told, ledger.lines):
        own = {figure.fact for figure in line.figures}
        others = tuple(one for one in ledger.lines if not own & {figure.fact for figure in one.figures})
        known = KnownFacts(replace(ledger, lines=others))
        for each in _figures(line.text, language):
            held += 1
            found = known.held(line.text, language, each)
            wrong += bool(found and found[2])
    return held, wrong


def _altered(ledger: Ledger, language: str) -> tuple[int, int]:
    """How many figures are given another value, one at a time, and how many of them are told by their fact."""
    known = KnownFacts(ledger)
    altered = found = 0
    for line in filter(_told, ledger.lines):
        for start, end, figure in line.spans():
            if not figure.number or not any(each in "123456789" for each in figure.text):
                continue
            other = other_figure(figure.text)
            text = line.text[:start] + other + line.text[end:]
            own = [one for one in _figures(text, language) if one.start < start + len(other) and start < one.end]
            if own:
                altered += 1
                held = known.held(text, language, own[0])
                found += bool(held and held[2] and held[1].fact == figure.fact)
    return altered, found


def _figures(text: str, language: str) -> Iterator[Found]:
    """The figures of a text that verify looks at."""
    return (each for each in figures_in(text, language) if not each.weak and each.kind not in TIMES)


if __name__ == "__main__":
    sys.exit(main())
