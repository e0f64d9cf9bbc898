"""A figure that stands in a fact and in a file of data says the same in both.

They are one figure where the fact is called as the table calls it (its row and its column, its time and its series)
in every language, is of its time, and counts in its unit; else nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import product as every_pair

from reportgen.blocks.base import Captioned
from reportgen.blocks.chart import ChartBlock
from reportgen.blocks.marks import cells_of, read_cells, row_names
from reportgen.charts import CHARTS
from reportgen.checks.check import Subject
from reportgen.checks.plausible.rules import DIFFERS
from reportgen.content.data.figure import CellError
from reportgen.content.derived.operands import DerivationError, Operand, measure_of, operand
from reportgen.content.entries import Text, Wording
from reportgen.content.model import Briefing, Fact
from reportgen.content.source import Scalar
from reportgen.content.when import read_when
from reportgen.languages import LANGUAGES
from reportgen.messages import TONGUES, Wordings, msg, wordings
from reportgen.numbers import FigureError, Period, Quantity, write
from reportgen.numbers.model.quantity import Amount, Count
from reportgen.numbers.model.validate import check_quantity
from reportgen.problems import Evidence, Problem, Severity
from reportgen.records import record

Names = Mapping[str, str]
"""Words by language."""

NOTHING: Names = {}


@record
class Cell:
    """A figure of a file as a block shows it: what it may be called in full, and its time where the block tells one."""

    quantity: Quantity
    cell: Scalar
    names: tuple[Names, ...]
    when: Period | None


def find_differences(subject: Subject) -> Iterator[Problem]:
    """Figures of files that the facts of the same words, time and unit deny."""
    briefing = subject.briefing
    facts = _by_words(briefing.facts.values())
    for section in briefing.sections:
        for block in section.blocks:
            table = briefing.tables.get(str(getattr(block, "data", None)))
            if table is not None and isinstance(block, Captioned):
                for cell in _shown(block, briefing):
                    yield from _denied(cell, facts, block, table.file)


def _shown(block: Captioned, briefing: Briefing) -> Iterator[Cell]:
    """The figures of a block that can be read; what cannot is told where blocks are checked."""
    try:
        yield from _of_chart(block, briefing) if isinstance(block, ChartBlock) else _of_table(block, briefing)
    except (CellError, FigureError, ValueError, KeyError):
        return


# ---- what the figures are called -----------------------------------------------------------


def _of_chart(block: ChartBlock, briefing: Briefing) -> Iterator[Cell]:
    if CHARTS[block.kind].events or block.x is None:
        return
    several: list[Names] = [one.name.words for one in block.series] or [{}]
    headings = [names for text in (block.measure, block.title) if text is not None and (names := _plain(text))]
    for row in cells_of(briefing.tables[str(block.data)].rows):
        name = row_names(row, str(block.x))
        when = None if name else read_when(row[str(block.x)])
        for series, column in zip(several, block.columns(), strict=False):
            figure = read_cells(row, column)
            if figure is None or column.low is not None:
                continue
            said = [names for names in (name.words if name else NOTHING, series) if names]
            yield Cell(figure, row[column.y], tuple(_in_full(said, headings)), when)


def _of_table(block: Captioned, briefing: Briefing) -> Iterator[Cell]:
    from reportgen.blocks.data_table.block import DataTableBlock  # here, since most briefings have none

    assert isinstance(block, DataTableBlock), "charts and these take rows from files"
    shown = [each for each in block.figures(briefing) if each.cell is not None]
    alone = len({id(each.column) for each in shown}) == 1
    title = _plain(block.title)
    for each in shown:
        assert each.cell is not None
        head = _plain(each.column) if each.column is not None else NOTHING
        when = each.row if isinstance(each.row, Period) else _time_of(head)
        row = each.row.words if isinstance(each.row, Wording) else NOTHING
        column = NOTHING if when is not None and not isinstance(each.row, Period) else head
        names = [*_in_full([part for part in (row, column) if part], [title] if title else [])]
        if alone and row and not any(names_ == row for names_ in names):
            names.append(row)
        yield Cell(each.quantity, each.cell, tuple(names), when)


def _in_full(said: list[Names], headings: list[Names]) -> Iterator[Names]:
    """What a figure may be called: by all that its row and column say, or with a heading of the block beside it."""
    if not said:
        yield from headings
    elif len(said) > 1:
        yield from _joined(*said)
    else:
        yield said[0]
        for heading in headings:
            yield from _joined(said[0], heading)


def _joined(one: Names, other: Names) -> Iterator[Names]:
    """Two names as one, in each way that every language has: 苏州生产总值, 苏州的生产总值."""
    shared = [language for language in one if language in other]
    ways = [LANGUAGES[language].words.get("of-names", "").split("|") for language in shared]
    for first, second in ((one, other), (other, one)):
        for forms in every_pair(*ways):
            if shared and all(forms):
                pairs = zip(shared, forms, strict=True)
                yield {language: form.format(first[language], second[language]) for language, form in pairs}


def _plain(text: Text) -> Names:
    """A text's words; none where it has figures or markup."""
    return {} if any(mark in typed for typed in text.typed.values() for mark in "{[*") else dict(text.typed)


def _time_of(head: Names) -> Period | None:
    """The time that a column's head is."""
    try:
        return read_when(next(iter(head.values()))) if head else None
    except ValueError:
        return None


# ---- facts of the same words ---------------------------------------------------------------


def _by_words(facts: Iterable[Fact]) -> dict[tuple[str, str], list[Fact]]:
    found: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        for language, words in fact.what.words.items():
            found.setdefault((language, _folded(words)), []).append(fact)
    return found


def _folded(words: str) -> str:
    return " ".join(words.lower().replace("’", "'").split())


def _denied(cell: Cell, facts: Mapping[tuple[str, str], list[Fact]], block: Captioned, file: str) -> Iterator[Problem]:
    for fact in _called(cell, facts):
        if fact.formula or (fact.origin is not None and fact.origin.file == file) or not _is_time(fact, cell, block):
            continue
        if _differ(fact, cell.quantity):
            yield _told(fact, cell, block)


def _called(cell: Cell, facts: Mapping[tuple[str, str], list[Fact]]) -> list[Fact]:
    """The facts that are called as the cell is, in every language; where its time is not told, a lone one."""
    found: dict[str, Fact] = {}
    for names in cell.names:
        for language, words in names.items():
            for fact in facts.get((language, _folded(words)), ()):
                shared = fact.what.words.keys() & names.keys()
                if all(_folded(fact.what[each]) == _folded(names[each]) for each in shared):
                    found[fact.name] = fact
    if cell.when is None and len(found) != len(
        {_folded(next(iter(fact.what.words.values()))) for fact in found.values()}
    ):
        return []  # one figure at several times, and the block does not tell which
    return list(found.values())


def _is_time(fact: Fact, cell: Cell, block: Captioned) -> bool:
    """Whether a fact is of the cell's time: the same, or where none is told, none that the block's words deny."""
    if cell.when is not None:
        return fact.when is not None and replace(fact.when, as_of=False) == replace(cell.when, as_of=False)
    words = " ".join(str(typed) for text in (block.title, block.note) if text for typed in text.typed.values())
    year = str(fact.when.year) if fact.when and fact.when.year else ""
    return not any(character.isdigit() for character in words) or bool(year and year in words)


def _differ(fact: Fact, quantity: Quantity) -> bool:
    """Whether two figures of one unit cannot be roundings of one, nor one what the other's qualifier says."""
    try:
        stated, shown = operand(fact.name, fact.quantity, None), operand(fact.name, quantity, None)
    except DerivationError:
        return False
    if not _alike(stated, shown):
        return False
    amount = fact.quantity
    if stated.loose and isinstance(amount, Amount) and not shown.loose:
        return _misleads(replace(amount, value=shown.value, shown=stated.value))
    if stated.loose or shown.loose:
        return False
    return abs(stated.value - shown.value) > max(stated.slack, shown.slack)


def _misleads(figure: Quantity) -> bool:
    """Whether what a figure says of its true value is an error."""
    return any(severity is Severity.ERROR for severity, _ in check_quantity(figure))


def _alike(one: Operand, other: Operand) -> bool:
    if isinstance(one.figure, Count) and isinstance(other.figure, Count):
        return one.figure.measure == other.figure.measure
    return measure_of(one.figure) == measure_of(other.figure)


def _told(fact: Fact, cell: Cell, block: Captioned) -> Problem:
    """The contradiction; only a warning where fact and block name sources of their own."""
    said = {"stated": _words(fact.quantity), "place": str(cell.cell.place), "shown": _words(cell.quantity)}
    message = msg("'{name}' is {stated}, and {place} has {shown}", name=fact.name, **said)
    hint = msg("mend one of them, read the fact from the file (is: {{from: …}}), or say in what: how they differ")
    others = block.source is not None and not {*map(str, block.source)} & {*map(str, fact.sources)}
    severity = Severity.WARNING if others and fact.sources else Severity.ERROR
    evidence = [Evidence(msg("the file's figure"), str(_words(cell.quantity)), cell.cell.place)]
    return DIFFERS.broken(fact.place, message, hint, end=fact.end, severity=severity, evidence=evidence)


def _words(quantity: Quantity) -> Wordings:
    return wordings({tongue: write(quantity, tongue) for tongue in TONGUES})
