"""Tables of two texts: which belong together, which of their rows and cells say the same, and rows in another order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reportgen.comparison.sentences import Key, Sentence

_REACH = 6
"""How many tables further on in the other text a table may stand."""
_SAME_SHAPE = 1.0
_ENOUGH = 0.9
_MOST_ROWS = 400
"""How many rows of a table are held against those of the other in any order; longer ones row by row."""

Row = tuple[Sentence, ...]
"""What stands in one row, cell by cell; a cell of several paragraphs has as many."""


@dataclass(slots=True)
class Table:
    """A table of one text."""

    number: int
    rows: list[Row] = field(default_factory=list[Row])

    @property
    def shape(self) -> tuple[int, ...]:
        """How many columns each row reaches over."""
        return tuple(max((each.cell.last for each in row if each.cell), default=0) for row in self.rows)

    @property
    def width(self) -> int:
        """How many columns it has."""
        return max(self.shape, default=0)

    @property
    def figures(self) -> Counter[Key]:
        """Its figures."""
        return _figures_of(each for row in self.rows for each in row)


def _figures_of(found: Iterable[Sentence]) -> Counter[Key]:
    return Counter(key for each in found for key in each.figures)


def tables_of(found: Iterable[Sentence]) -> list[Table]:
    """The tables of a text in order."""
    rows: defaultdict[int, defaultdict[int, list[Sentence]]] = defaultdict(lambda: defaultdict(list))
    for each in found:
        if each.cell:
            rows[each.cell.table][each.cell.row].append(each)
    return [Table(number, [tuple(held[row]) for row in sorted(held)]) for number, held in rows.items()]


def pair_tables(first: Sequence[Table], second: Sequence[Table]) -> list[tuple[Table, Table]]:
    """Tables that belong together, in order: of one shape, or with the same figures."""
    if len(first) == len(second) and all(one.shape == two.shape for one, two in zip(first, second, strict=True)):
        return list(zip(first, second, strict=True))
    shapes = [[each.shape for each in side] for side in (first, second)]
    figures = [[each.figures for each in side] for side in (first, second)]
    best: dict[tuple[int, int], float] = {}
    for i in range(len(first), -1, -1):
        for j in range(len(second), -1, -1):
            ways = [best.get((i + 1, j), 0.0), best.get((i, j + 1), 0.0)]
            if i < len(first) and j < len(second) and abs(i - j) <= _REACH + abs(len(first) - len(second)):
                fit = _fit(shapes[0][i] == shapes[1][j], figures[0][i], figures[1][j])
                ways.append(fit + best.get((i + 1, j + 1), 0.0) if fit else 0.0)
            best[i, j] = max(ways)
    pairs: list[tuple[Table, Table]] = []
    i = j = 0
    while i < len(first) and j < len(second):
        if best[i, j] == best[i + 1, j]:
            i += 1
        elif best[i, j] == best[i, j + 1]:
            j += 1
        else:
            pairs.append((first[i], second[j]))
            i, j = i + 1, j + 1
    return pairs


def _fit(shaped: bool, left: Counter[Key], right: Counter[Key]) -> float:
    """How well two tables fit each other; 0 where they do not."""
    total = left.total() + right.total()
    shared = 2 * _shared(left, right) / total if total else 0.0
    fit = shared + (_SAME_SHAPE if shaped else 0.0)
    return fit if fit >= _ENOUGH or (shared > 0.4 and total >= 6) else 0.0


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of two tables: those that say the same, those at another place, and those that one table alone has."""

    paired: list[tuple[Row, Row]]
    moved: list[tuple[Row, Row]]
    dropped: list[Row]
    added: list[Row]


def pair_rows(first: Table, second: Table, *, named: bool = False) -> Rows:
    """The rows of two tables that say the same, by their order and figures; rows without figures go with the others."""
    keys = [[tuple(key for each in row for key in each.figures) for row in table.rows] for table in (first, second)]
    names = [[row[0].text if named else "" for row in table.rows] for table in (first, second)]
    steps = _row_steps(keys, names)
    paired = [(i, j) for i, j in steps if i >= 0 and j >= 0]
    alone = [i for i, j in steps if j < 0], [j for i, j in steps if i < 0]
    off = [(i, j) for i, j in paired if Counter(keys[0][i]) != Counter(keys[1][j])]
    if len(off) >= 3 and Counter(map(_all_of, keys[0])) == Counter(map(_all_of, keys[1])):
        alone = [*alone[0], *(i for i, _ in off)], [*alone[1], *(j for _, j in off)]  # all rows, in another order
        paired = [pair for pair in paired if pair not in off]
    moved = _elsewhere(keys, alone)
    left = {i for i, _ in moved}, {j for _, j in moved}
    return Rows(
        [(first.rows[i], second.rows[j]) for i, j in sorted(paired)],
        [(first.rows[i], second.rows[j]) for i, j in sorted(moved)],
        [first.rows[i] for i in sorted(alone[0]) if i not in left[0]],
        [second.rows[j] for j in sorted(alone[1]) if j not in left[1]],
    )


def share_rows(first: Table, second: Table, rows: Rows) -> bool:
    """Whether rows say the same as rows, and not as what a grid of another width set into other rows, such as cards."""
    if first.width == second.width:
        return True
    both = [_shared(_figures_of(one), _figures_of(two)) for one, two in (*rows.paired, *rows.moved)]
    return sum(both) == _shared(first.figures, second.figures)


def _shared(left: Counter[Key], right: Counter[Key]) -> int:
    return (left & right).total()


def _all_of(keys: tuple[Key, ...]) -> frozenset[tuple[Key, int]]:
    """What stands in a row, whatever its order."""
    return frozenset(Counter(keys).items())


def _elsewhere(keys: Sequence[Sequence[tuple[Key, ...]]], alone: tuple[list[int], list[int]]) -> list[tuple[int, int]]:
    """Rows without a partner at their place whose figures are those of one at another place."""
    waiting: defaultdict[frozenset[tuple[Key, int]], list[int]] = defaultdict(list)
    for j in sorted(alone[1]):
        if keys[1][j]:
            waiting[_all_of(keys[1][j])].append(j)
    return [(i, there.pop(0)) for i in sorted(alone[0]) if keys[0][i] and (there := waiting.get(_all_of(keys[0][i])))]


_ROW_SKIP, _ROW_FIGURE = 1.5, 0.3
_ALL_WRONG, _OTHER_NAME = 2.5, 2.0


def _row_steps(keys: Sequence[Sequence[tuple[Key, ...]]], names: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """The rows in pairs by the cheapest way through both tables, -1 for one without a partner."""
    first, second = keys
    rows, columns = len(first), len(second)
    if rows == columns and (rows > _MOST_ROWS or _in_place(first, second)):
        return [(row, row) for row in range(rows)]
    band = abs(rows - columns) + (_MOST_ROWS if max(rows, columns) <= _MOST_ROWS else 20)
    best: dict[tuple[int, int], tuple[float, int, int]] = {(rows, columns): (0.0, 0, 0)}
    for i in range(rows, -1, -1):
        for j in range(min(columns, i + band), max(0, i - band) - 1, -1):
            ways: list[tuple[float, int, int]] = []
            if i < rows and j < columns and (i + 1, j + 1) in best:
                ways.append((_together(first[i], second[j], names[0][i], names[1][j]) + best[i + 1, j + 1][0], 1, 1))
            if i < rows and (i + 1, j) in best:
                ways.append((_ROW_SKIP + _ROW_FIGURE * len(first[i]) + best[i + 1, j][0], 1, 0))
            if j < columns and (i, j + 1) in best:
                ways.append((_ROW_SKIP + _ROW_FIGURE * len(second[j]) + best[i, j + 1][0], 0, 1))
            if ways:
                best[i, j] = min(ways)
    steps: list[tuple[int, int]] = []
    i = j = 0
    while (i, j) != (rows, columns):
        _, down, right = best[i, j]
        steps.append((i if down else -1, j if right else -1))
        i, j = i + down, j + right
    return steps


def _in_place(first: Sequence[tuple[Key, ...]], second: Sequence[tuple[Key, ...]]) -> bool:
    """Whether rows say the same one by one, but for two lone figures in each other's place: a slip, no other order."""
    off = [row for row, (one, two) in enumerate(zip(first, second, strict=True)) if one != two]
    return not off or (len(off) == 2 and all(len(first[row]) == len(second[row]) == 1 for row in off))


def _together(first: tuple[Key, ...], second: tuple[Key, ...], name: str, other: str) -> float:
    """That two rows say the same; a row with all its figures wrong is still that row."""
    cost = 0.0 if name == other else _OTHER_NAME
    if first == second:
        return cost - (0.5 if first else 0.0)
    shared = sum((Counter(first) & Counter(second)).values())
    return cost + min(_ALL_WRONG, 0.9 * (len(first) + len(second) - 2 * shared) - 0.8 * shared)


def cells_of(row: Row) -> dict[int, list[Sentence]]:
    """What stands in each cell of a row, by the first column of the cell."""
    cells: defaultdict[int, list[Sentence]] = defaultdict(list)
    for each in row:
        if each.cell:
            cells[each.cell.first].append(each)
    return cells


def pair_cells(first: Row, second: Row) -> list[tuple[list[Sentence], list[Sentence]]]:
    """The cells of two rows that say the same: column by column, or by their figures where columns differ."""
    left, right = cells_of(first), cells_of(second)
    if left.keys() == right.keys() or not _columns_differ(first, second):
        return [(left.get(column, []), right.get(column, [])) for column in sorted(left.keys() | right.keys())]
    return [(list(first), list(second))]


def cells_in_order(first: Table, second: Table) -> list[tuple[list[Sentence], list[Sentence]]]:
    """The cells of two tables in reading order, as of cards set three and two in a row; none where they do not fit."""
    left, right = ([cell for row in table.rows for cell in cells_of(row).values()] for table in (first, second))
    both = sum(_shared(_figures_of(one), _figures_of(two)) for one, two in zip(left, right, strict=False))
    if len(left) != len(right) or 2 * both < _shared(first.figures, second.figures):
        return []
    return list(zip(left, right, strict=True))


def _columns_differ(first: Row, second: Row) -> bool:
    """Whether the grids differ, so that a column of one is no column of the other."""
    return max(_lasts(first), default=0) != max(_lasts(second), default=0)


def _lasts(row: Row) -> Iterable[int]:
    return (each.cell.last for each in row if each.cell)
