"""Two texts as pairs of stretches that say the same: tables by their cells, all else by its sentences.

Not here: what the pairs disagree about.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from reportgen.comparison.alignment import Bead, Likeness, align
from reportgen.comparison.anchors import anchors, course
from reportgen.comparison.sentences import Key, Sentence
from reportgen.comparison.tables import (
    Rows,
    Table,
    cells_in_order,
    pair_cells,
    pair_rows,
    pair_tables,
    share_rows,
    tables_of,
)

Measure = Callable[[Sequence[Sentence], Sequence[Sentence]], Likeness]
Marks = Callable[[Sentence], Sequence[object]]


@dataclass(frozen=True, slots=True)
class PairedTable:
    """Two tables that belong together: their cells in beads, and which rows stand elsewhere or alone."""

    first: Table
    second: Table
    cells: list[Bead]
    rows: Rows


@dataclass(frozen=True, slots=True)
class Paired:
    """Two texts: what runs through them in beads in order, and their tables."""

    flow: list[Bead]
    tables: list[PairedTable] = field(default_factory=list[PairedTable])


def pair_texts(
    first: Sequence[Sentence], second: Sequence[Sentence], measure: Measure, marks: Marks, *, named: bool = False
) -> Paired:
    """The sentences of two texts that say the same.

    A table without a partner is read as a part of the text, and so are two whose cells stand in another order. `named`
    says that rows have their names in common, since both texts are in one language.
    """
    alike = pair_tables(tables_of(first), tables_of(second))
    met = [table for one, two in alike if (table := _paired_table(one, two, named=named))]
    taken = {table.first.number for table in met}, {table.second.number for table in met}
    flow = [
        [each for each in side if each.cell is None or each.cell.table not in numbers]
        for side, numbers in zip((first, second), taken, strict=True)
    ]
    here, there = flow
    chain = anchors([_marked(each, marks) for each in here], [_marked(each, marks) for each in there])
    beads = align(here, there, measure(here, there), course(len(here), len(there), chain))
    return Paired(with_moved(beads), met)


def _marked(sentence: Sentence, marks: Marks) -> list[object]:
    return [*marks(sentence), *sentence.names]


def _paired_table(first: Table, second: Table, *, named: bool) -> PairedTable | None:
    """The cells of two tables that say the same; None where neither rows nor cells in order do."""
    rows = pair_rows(first, second, named=named)
    if share_rows(first, second, rows):
        cells = [cell for one, two in (*rows.paired, *rows.moved) for cell in pair_cells(one, two)]
    elif cells := cells_in_order(first, second):
        rows = Rows([], [], [], [])
    else:
        return None
    return PairedTable(first, second, [Bead(tuple(here), tuple(there)) for here, there in cells], rows)


def with_moved(beads: Sequence[Bead]) -> list[Bead]:
    """The beads, those in which one side is empty paired where the figures of another are all the same."""
    waiting: defaultdict[frozenset[tuple[Key, int]], list[int]] = defaultdict(list)
    for at, bead in enumerate(beads):
        if not bead.first and (figures := _telling(bead.second)):
            waiting[figures].append(at)
    there: dict[int, int] = {}
    for at, bead in enumerate(beads):
        if not bead.second and (places := waiting.get(_telling(bead.first))):
            there[at] = places.pop(0)
    gone = set(there.values())
    return [
        Bead(bead.first, beads[there[at]].second) if at in there else bead
        for at, bead in enumerate(beads)
        if at not in gone
    ]


def _telling(side: Sequence[Sentence]) -> frozenset[tuple[Key, int]]:
    """The figures of a side where they say enough to know it by: two, or one of three digits; none else."""
    keys: list[Key] = [key for each in side for key in each.figures]
    digits = max((sum(map(str.isdigit, str(key))) for key in keys), default=0)
    return frozenset(Counter(keys).items()) if len(keys) > 1 or digits > 2 else frozenset()
