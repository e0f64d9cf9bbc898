"""What a fact states as its figure: as a text prints it, typed, or read from a cell; and whether its words are true.

Names, sources and times of facts stand in facts.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextvars import ContextVar
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from reportgen.content.data.table import DataCell
from reportgen.content.derived.decimals import with_decimals
from reportgen.content.entries import NOWHERE
from reportgen.content.folder import Folder
from reportgen.content.model import FactEntry
from reportgen.content.origin import Origin
from reportgen.content.source import Entries, Scalar, stretch_of
from reportgen.messages import msg
from reportgen.numbers import FigureError, Lexicon, Quantity, check_quantity, display, quantity, read
from reportgen.numbers.model.quantity import Amount, Change
from reportgen.problems import Evidence, Problem, Rule
from reportgen.records import record

if TYPE_CHECKING:
    from reportgen.content.cells import Finder
    from reportgen.content.data.figure import Reader

READ: ContextVar[Callable[[str, Lexicon], Quantity]] = ContextVar(
    "read", default=lambda text, lexicon: read(text, lexicon=lexicon)
)
"""How a figure's text is read in this thread: as ever, or from what was kept (kept_figures.py)."""

NO_FIGURE = Rule(
    "facts/no-figure",
    msg("A fact states its figure, or says what it is derived from."),
    file="facts.yaml",
    slip="output: {what: {zh: 总产值, en: output}, when: 2024, source: paper}",
    mend="output: {is: 近4500亿元, what: {zh: 总产值, en: output}, when: 2024, source: paper}",
)
FIGURE = Rule(
    "facts/unreadable",
    msg("A fact's figure is one that can be printed in every language."),
    file="facts.yaml",
    slip="growth: {is: ten, what: {zh: 增速, en: growth}, when: 2025-Q1, source: paper}",
    mend="growth: {is: 同比增长7.1%, what: {zh: 增速, en: growth}, when: 2025-Q1, source: paper}",
)
QUALIFIER = Rule(
    "facts/qualifier",
    msg("What stands before a figure (近, over, 约) and its verb are true of the exact figure."),
    file="facts.yaml",
    slip="output: {is: 近4500亿元, exact: 4512亿元, what: {zh: 总产值, en: output}, when: 2024, source: paper}",
    mend="output: {is: 近4500亿元, exact: 4487亿元, what: {zh: 总产值, en: output}, when: 2024, source: paper}",
)
EXACT = Rule(
    "facts/exact",
    msg("The exact figure is of the same kind as the one that is printed."),
    file="facts.yaml",
    slip="output: {is: 近4500亿元, exact: 7.1%, what: {zh: 总产值, en: output}, when: 2024, source: paper}",
    mend="output: {is: 近4500亿元, exact: 4487亿元, what: {zh: 总产值, en: output}, when: 2024, source: paper}",
)
RULES = (NO_FIGURE, FIGURE, QUALIFIER, EXACT)


@record
class Stated:
    """The figure of a fact, the same in full where that is known, and the cell that it was read from."""

    name: Scalar
    entry: FactEntry
    quantity: Quantity
    exact: Quantity | None = None
    cell: DataCell | None = None
    origin: Origin | None = None


def reader(lexicon: Lexicon) -> Reader:
    """Reads printed figures with the nouns and units of a briefing."""
    return lambda text: READ.get()(text, lexicon)


def read_stated(
    folder: Folder, finder: Callable[[], Finder], name: Scalar, entry: FactEntry, lexicon: Lexicon
) -> Stated | None:
    """The figure that a fact states; None with its problems collected."""
    if entry.is_ is None:
        hint = msg("write is: 1.7万亿元, is: {{from: …}}, or derived: a / b")
        folder.problems.append(NO_FIGURE.broken(name, msg("'{name}' says no figure", name=name), hint))
        return None
    stated = _read(folder, finder, name, entry, entry.is_, lexicon)
    if stated is None or entry.exact is None:
        return stated
    exact = _read(folder, finder, name, entry, entry.exact, lexicon)
    return replace(stated, exact=exact.quantity if exact else None)


def _read(
    folder: Folder,
    finder: Callable[[], Finder],
    name: Scalar,
    entry: FactEntry,
    value: Scalar | Entries,
    lexicon: Lexicon,
) -> Stated | None:
    if isinstance(value, Entries) and "from" in value:
        from reportgen.content.cell_entry import CellEntry  # here, since most briefings type their figures
        from reportgen.content.cells import read_from

        named = folder.model(CellEntry, value)
        if named and named.decimals is None and entry.decimals is not None:
            named = named.model_copy(update={"decimals": entry.decimals})
        found = read_from(folder, finder(), named, reader(lexicon)) if named else None
        if found is None:
            return None
        figure, cell = found
        return Stated(name, entry, figure.quantity, figure.exact, cell.cell, cell.origin)
    try:
        figure = quantity(value, lexicon) if isinstance(value, Entries) else READ.get()(value, lexicon)
    except FigureError as error:
        hint = msg("write it as a text prints it (近4500亿元, nearly RMB 450 billion), or typed: {{money: 1.7e12}}")
        folder.problems.append(FIGURE.broken(stretch_of(value, NOWHERE), str(error), hint))
        return None
    return Stated(name, entry, figure if entry.decimals is None else with_decimals(figure, entry.decimals))


def misleading(stated: Iterable[Stated]) -> Iterator[Problem]:
    """What is wrong with what figures say of the true ones, where those are known."""
    for one in stated:
        known, figure, entry = one.quantity, one.quantity, one.entry
        if one.exact is not None and (entry.exact is not None or getattr(figure, "qualifier", None)):
            exact, shown = one.exact, display(figure)
            alike = _kind(exact) == _kind(figure)
            if isinstance(figure, Amount) and isinstance(exact, Amount) and isinstance(shown, Decimal) and alike:
                known = replace(figure, value=exact.value, shown=shown)
            elif entry.exact is not None:
                hint = msg("write the same kind of figure as in is:")
                message = msg("this cannot be held against the figure")
                yield EXACT.broken(stretch_of(entry.exact, NOWHERE), message, hint)
        evidence = [Evidence(msg("the exact figure"), str(entry.exact), entry.exact.place)] if entry.exact else []
        for severity, message in check_quantity(known):
            where = stretch_of(entry.is_, one.name.place)
            yield QUALIFIER.broken(where, message, severity=severity, evidence=evidence)


def _kind(figure: Quantity) -> str:
    """What a figure counts in, whether it is a level or a change."""
    return figure.unit if isinstance(figure, Change) else figure.kind
