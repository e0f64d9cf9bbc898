"""The lines of a table of data: rows as they are chosen, under the names of their groups, with what sums them up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property

from reportgen.blocks.data_table.cells import NOTHING, ColumnCells, Held
from reportgen.blocks.data_table.fields import How, Label, TableRows
from reportgen.blocks.data_table.rules import COUNTED_TWICE, TOTAL_ROW
from reportgen.blocks.data_table.totals import come_to, how_of, same
from reportgen.blocks.sums import mismatch
from reportgen.blocks.table_rules import SUM
from reportgen.content.data.select import Choice, Row
from reportgen.content.entries import Wording
from reportgen.content.source import Scalar
from reportgen.languages import LANGUAGES, say
from reportgen.messages import msg
from reportgen.numbers import write
from reportgen.problems import Evidence, Place, Problem, did_you_mean
from reportgen.records import record

HEAD, SUBTOTAL, OTHERS, TOTAL = "head", "subtotal", "others", "total"


@record
class TableLine:
    """A line of a table: what it is, and what stands under each column."""

    role: str  # "" for a row of the data, HEAD, SUBTOTAL, OTHERS or TOTAL
    cells: tuple[Held, ...]
    computed: bool = False


@record
class Group:
    """Rows of one group: those shown, those left out, and the row of the data that sums them up, if it has one."""

    name: Row | None
    rows: Sequence[Row]
    rest: Sequence[Row]
    subtotal: Row | None = field(default=None)

    @property
    def all(self) -> tuple[Row, ...]:
        """Every row of the group."""
        return (*self.rows, *self.rest)


class Lines:
    """The lines of a table, and what is wrong with its totals."""

    def __init__(
        self, wanted: TableRows, choice: Choice, columns: Sequence[ColumnCells], weights: Mapping[str, ColumnCells]
    ) -> None:
        self.wanted, self.choice, self.columns, self.weights = wanted, choice, columns, weights
        self.label = next((n for n, each in enumerate(columns) if each.holds in ("words", "times")), 0)

    # ---- rows in groups ----

    @cached_property
    def kept(self) -> tuple[Row, ...]:
        """The rows that the filter leaves, without those that are totals of the data."""
        sums = self._named(self.wanted.total) + self._named(self.wanted.subtotals)
        return tuple(row for row in self.choice.kept() if not any(row is one for one in sums))

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The groups in the order of the data; one without a name where the rows stand in none."""
        if self.wanted.group is None:
            return (Group(None, *self.choice.cut(self.kept)),)
        own = self._named(self.wanted.subtotals)
        keys = list(dict.fromkeys(map(self._group_of, self.choice.rows.all)))
        groups: list[Group] = []
        for key in keys:
            rows = [row for row in self.kept if self._group_of(row) == key]
            if rows:
                subtotal = next((row for row in own if self._group_of(row) == key), None)
                groups.append(Group(rows[0], *self.choice.cut(rows), subtotal))
        return tuple(groups)

    def _group_of(self, row: Row) -> tuple[str, ...]:
        assert self.wanted.group is not None
        return self.choice.rows.texts(row, self.wanted.group)

    def _named(self, label: Label | None) -> list[Row]:
        """The rows of the data that a total names."""
        if label is None or label.row is None:
            return []
        return [row for row in self.choice.kept() if label.row in self._names(row)]

    def _names(self, row: Row) -> tuple[str, ...]:
        return self.choice.rows.texts(row, self.columns[self.label].name)

    # ---- lines ----

    def __iter__(self) -> Iterator[TableLine]:
        hows = self.hows
        for group in self.groups:
            yield from self._head(group, hows)
            yield from (TableLine("", self._cells(row)) for row in group.rows)
            if group.rest and self.wanted.others is not None:
                yield self._computed(OTHERS, self.wanted.others, group.rest, hows)
            yield from self._foot(group, hows)
        if (total := self.wanted.total) is not None:
            rows = [row for group in self.groups for row in group.all]
            own = next(iter(self._named(total)), None)
            yield self._own(TOTAL, own) if own else self._computed(TOTAL, total.words or _word("total"), rows, hows)

    def _head(self, group: Group, hows: Sequence[How]) -> Iterator[TableLine]:
        """The line with a group's name, which carries its sums where they have no line of their own."""
        if group.name is None or self.wanted.group is None:
            return
        name = self.columns[self.label].words(group.name, str(self.wanted.group))
        subtotals = self.wanted.subtotals
        if subtotals is not None and subtotals.words is None and subtotals.row is None:
            yield self._computed(HEAD, name, group.all, hows)
        else:
            yield TableLine(HEAD, self._labeled(name, [NOTHING] * len(self.columns)))

    def _foot(self, group: Group, hows: Sequence[How]) -> Iterator[TableLine]:
        subtotals = self.wanted.subtotals
        if subtotals is None or self.wanted.group is None:
            return
        if group.subtotal is not None:
            yield self._own(SUBTOTAL, group.subtotal)
        elif subtotals.words is not None:
            yield self._computed(SUBTOTAL, subtotals.words, group.all, hows)

    def _cells(self, row: Row) -> tuple[Held, ...]:
        return tuple(column.held(row) for column in self.columns)

    def _own(self, role: str, row: Row) -> TableLine:
        return TableLine(role, self._cells(row))

    def _computed(self, role: str, name: Wording, rows: Sequence[Row], hows: Sequence[How]) -> TableLine:
        cells = [self._sum(column, rows, how) for column, how in zip(self.columns, hows, strict=True)]
        return TableLine(role, self._labeled(name, cells), computed=True)

    def _sum(self, column: ColumnCells, rows: Sequence[Row], how: How) -> Held:
        if column.holds != "figures":
            return NOTHING
        weights = [self.weights[str(how.weight)].held(row) for row in rows] if how.weight is not None else []
        return come_to(how, [column.held(row) for row in rows], weights)

    def _labeled(self, name: Wording, cells: Sequence[Held]) -> tuple[Held, ...]:
        return tuple(Held(words=name) if index == self.label else cell for index, cell in enumerate(cells))

    @cached_property
    def hows(self) -> tuple[How, ...]:
        """How each column is summed up."""
        rows = self.kept
        return tuple(
            how_of(column.column.total, [column.held(row) for row in rows] if column.holds == "figures" else ())
            for column in self.columns
        )

    # ---- what is wrong ----

    def problems(self) -> Iterator[Problem]:
        """Totals that no row is, that their parts deny, or that are counted among their parts."""
        missing = [*self._unnamed()]
        yield from missing
        if missing:
            return
        yield from self._denied()
        yield from self._counted_twice()

    def _unnamed(self) -> Iterator[Problem]:
        for label in (self.wanted.total, self.wanted.subtotals):
            if label is None or label.row is None:
                continue
            found = self._named(label)
            if not found:
                message = msg("no row that is left is called '{name}'", name=label.row)
                names = {text for row in self.choice.kept() for text in self._names(row)}
                yield TOTAL_ROW.broken(label.row, message, did_you_mean(label.row, names))
            elif label is self.wanted.total and len(found) > 1:
                message = msg("{count} rows are called '{name}'", count=len(found), name=label.row)
                yield TOTAL_ROW.broken(label.row, message, msg("filter the rows, so that one is left"))
            elif label is self.wanted.subtotals:
                yield from self._without(label.row, found)

    def _without(self, name: Scalar, found: Sequence[Row]) -> Iterator[Problem]:
        """Groups that the data does not sum up, or where they are asked for without groups."""
        if self.wanted.group is None:
            yield TOTAL_ROW.broken(name, msg("these rows stand in no groups"), msg("write group: COLUMN"))
            return
        for group in self.groups:
            count = sum(self._group_of(row) == self._group_of(group.all[0]) for row in found)
            if count != 1:
                called = next(iter(self._group_of(group.all[0])), "")
                message = msg(
                    "the group '{group}' has {count} rows called '{name}'", group=called, count=count, name=name
                )
                yield TOTAL_ROW.broken(name, message, msg("every group wants one"))

    def _denied(self) -> Iterator[Problem]:
        """Totals and subtotals of the data that are not the sums of their rows."""
        for row, parts in self._totals():
            for column, how in zip(self.columns, self.hows, strict=True):
                if how.kind == "sum" and column.holds == "figures":
                    yield from self._mismatch(column, column.held(row), [(part, column.held(part)) for part in parts])

    def _totals(self) -> Iterator[tuple[Row, Sequence[Row]]]:
        for group in self.groups:
            if group.subtotal is not None:
                yield group.subtotal, group.all
        for row in self._named(self.wanted.total):
            yield row, self.kept

    def _mismatch(self, column: ColumnCells, total: Held, parts: Sequence[tuple[Row, Held]]) -> Iterator[Problem]:
        known = [(row, held) for row, held in parts if not held.sign or held.sign == "missing"]
        gap = mismatch(total.quantity, [held.quantity for _, held in known]) if total.quantity is not None else None
        if gap is None or gap.rounded or total.cell is None:
            return
        language = self.columns[0].briefing.languages[0]
        said, added = write(total.quantity, language), write(gap.parts, language)  # type: ignore[arg-type]
        message = msg(
            "the total {total} is not the sum of its {count} rows, {parts}", total=said, count=len(known), parts=added
        )
        hint = msg("mend the data, or say `total: none` of the column if it does not add up")
        evidence = [
            Evidence(next(iter(self._names(row)), ""), str(held.cell), held.cell.place)
            for row, held in known
            if held.cell is not None
        ]
        yield SUM.broken(total.cell, message, hint, evidence=evidence)

    def _counted_twice(self) -> Iterator[Problem]:
        """A row that is the sum of the others already, where sums are computed of them all."""
        wanted = self.wanted
        if wanted.total is None or wanted.total.row is not None or len(self.kept) < 3:
            return
        summed = [column for column, how in zip(self.columns, self.hows, strict=True) if how.kind == "sum"]
        for number, row in enumerate(self.kept):
            others = [*self.kept[:number], *self.kept[number + 1 :]]
            sums = [(column.held(row), come_to(How("sum"), [column.held(one) for one in others])) for column in summed]
            if sums and all(same(held, added) for held, added in sums):
                cell = next((held.cell for held, _ in sums if held.cell is not None), None)
                name = next(iter(self._names(row)), "")
                message = msg("'{name}' is the sum of all other rows, and is added to them", name=name)
                hint = msg("write total: {name}", name=name)
                yield COUNTED_TWICE.broken(cell.place if cell is not None else Place(""), message, hint)
                return


def _word(key: str) -> Wording:
    """The product's own word in every language."""
    place = Place("")
    return Wording({code: say(key, code) for code in LANGUAGES}, dict.fromkeys(LANGUAGES, place), place)
