"""Which lines and figures of two ledgers are the same thing: of a file and of the content now, or of two files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping
from itertools import pairwise

from reportgen.ledger import Ledger, LedgerLine, Segment
from reportgen.living.wording import likeness
from reportgen.records import record

CELL = "cell"
_ALIKE = 0.4
"""The least likeness of two lines of one role that are taken for one, reworded."""


@record
class Pairs:
    """The lines of two ledgers side by side: `then` to `now` by their numbers, and those that one side alone has."""

    now_of: Mapping[int, LedgerLine]
    gone: tuple[LedgerLine, ...]
    new: tuple[LedgerLine, ...]


def paired(then: Ledger, now: Ledger) -> Pairs:
    """The lines of both ledgers, those that are typed alike first, wherever they stand; then the reworded."""
    found: dict[int, LedgerLine] = {}
    waiting: defaultdict[Hashable, list[LedgerLine]] = defaultdict(list)
    for line in now.lines:
        waiting[_signature(line)].append(line)
    for line in then.lines:
        if same := waiting.get(_signature(line)):
            found[line.number] = same.pop(0)
    _reworded(then, now, found)
    _between(then, now, found)
    met = {line.number for line in found.values()}
    gone = tuple(line for line in then.lines if line.number not in found)
    return Pairs(found, gone, tuple(line for line in now.lines if line.number not in met))


def _signature(line: LedgerLine) -> Hashable:
    """What a line is told by: what was typed, or the facts and references in it, or its words."""
    told = line.typed or tuple((one.fact, one.form) for one in line.figures) or line.digest
    return line.language, line.role, line.owner, line.column, told


def _place(line: LedgerLine) -> Hashable:
    return line.language, line.role, line.owner, line.column


def _open(then: Ledger, now: Ledger, found: Mapping[int, LedgerLine]) -> tuple[list[LedgerLine], list[LedgerLine]]:
    met = {line.number for line in found.values()}
    return (
        [line for line in then.lines if line.number not in found],
        [line for line in now.lines if line.number not in met],
    )


def _reworded(then: Ledger, now: Ledger, found: dict[int, LedgerLine]) -> None:
    """Pair what stands in one role and is worded alike, the most alike first; one section counts for more."""
    left, free = _open(then, now, found)
    by_place: defaultdict[Hashable, list[LedgerLine]] = defaultdict(list)
    for line in free:
        by_place[_place(line)].append(line)
    scored: list[tuple[float, int, int]] = []
    known = {line.number: line for line in left}, {line.number: line for line in free}
    rows = _rows(then, now, found)
    for line in left:
        for other in by_place[_place(line)]:
            if not _of_one_row(line, other, rows):
                continue
            printed = line.role == CELL or not (line.typed and other.typed)
            score = likeness(line.text, other.text) if printed else likeness(line.typed, other.typed)
            if score >= _ALIKE:
                scored.append((-score - 0.1 * (line.section == other.section), line.number, other.number))
    taken: set[int] = set()
    for _, one, other in sorted(scored):
        if one not in found and other not in taken:
            found[one] = known[1][other]
            taken.add(other)


def _between(then: Ledger, now: Ledger, found: dict[int, LedgerLine]) -> None:
    """Pair what stands in one role right behind what is paired: a heading that was renamed."""
    met = {line.number for line in found.values()}
    rows = _rows(then, now, found)
    behind = {line.number: after for line, after in pairwise(now.lines)}
    expected = next(iter(now.lines), None)
    for line in then.lines:
        other = found.get(line.number)
        free = expected is not None and expected.number not in met and _place(expected) == _place(line)
        if other is None and free and expected and _follows(line, expected, rows):
            other = found[line.number] = expected
            met.add(expected.number)
        expected = behind.get(other.number) if other is not None else None


Rows = tuple[Mapping[tuple[str, int], int], Mapping[tuple[str, int], int]]
"""Which row of a table each is in the other ledger, by what is paired in them: from then to now, and back."""


def _rows(then: Ledger, now: Ledger, found: Mapping[int, LedgerLine]) -> Rows:
    there: dict[tuple[str, int], int] = {}
    back: dict[tuple[str, int], int] = {}
    for line in then.lines:
        other = found.get(line.number)
        if line.role == CELL and other is not None:
            there.setdefault((line.owner, line.row), other.row)
            back.setdefault((other.owner, other.row), line.row)
    return there, back


def _of_one_row(line: LedgerLine, other: LedgerLine, rows: Rows) -> bool:
    """Whether two lines are no cells, or of rows that may be one: nothing else in them is paired otherwise."""
    if line.role != CELL:
        return True
    there, back = rows
    known = there.get((line.owner, line.row), other.row), back.get((other.owner, other.row), line.row)
    return known == (other.row, line.row)


def _follows(line: LedgerLine, other: LedgerLine, rows: Rows) -> bool:
    """Whether two lines may be one for standing in one place alone: cells only where their rows are known for one."""
    return line.role != CELL or rows[0].get((line.owner, line.row)) == other.row


def figures_of(then: LedgerLine, now: LedgerLine) -> dict[int, Segment]:
    """What is printed now for each figure of a line: the same fact in the same form, the first for the first."""
    waiting: defaultdict[tuple[str, str], list[Segment]] = defaultdict(list)
    for segment in now.figures:
        waiting[segment.fact, segment.form].append(segment)
    return {figure.number: same.pop(0) for figure in then.figures if (same := waiting.get((figure.fact, figure.form)))}


def printed_now(now: Ledger, line: LedgerLine, figure: Segment, pairs: Pairs) -> str | None:
    """How a figure is printed by the content as it is now; None where no line of it prints the fact any more.

    In its own line first; else as another line in its language prints the fact in its form; else as it is in prose.
    """
    own = pairs.now_of.get(line.number)
    if own is not None and (same := figures_of(line, own).get(figure.number)) is not None:
        return same.text
    for other in now.lines:
        if other.language == line.language:
            for segment in other.figures:
                if (segment.fact, segment.form) == (figure.fact, figure.form):
                    return segment.text
    fact = now.fact(figure.fact)
    return dict(fact.printed).get(line.language) if fact is not None and figure.form == "prose" else None
