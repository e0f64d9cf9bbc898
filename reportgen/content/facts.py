"""Facts: what facts.yaml states, and what is derived from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextvars import ContextVar
from dataclasses import replace
from decimal import Decimal

from reportgen.content.derived import reading as derived
from reportgen.content.derived.decimals import with_decimals
from reportgen.content.entries import NOWHERE
from reportgen.content.folder import Folder
from reportgen.content.model import Fact, FactEntry
from reportgen.content.names import UNKNOWN
from reportgen.content.source import Entries, Scalar, stretch_of
from reportgen.content.when import EXPECTED
from reportgen.messages import msg
from reportgen.numbers import FigureError, Lexicon, Period, Quantity, check_quantity, display, quantity, read
from reportgen.numbers.model.quantity import Amount, Change, Difference, Multiple
from reportgen.problems import Evidence, Problem, Rule
from reportgen.recall import BESIDE_SECTIONS, RECALL

MOST_FACTS = 10_000

READ: ContextVar[Callable[[str, Lexicon], Quantity]] = ContextVar(
    "read", default=lambda text, lexicon: read(text, lexicon=lexicon)
)
"""How a figure's text is read in this thread: as ever, or from what was kept (kept_figures.py)."""

TOO_MANY = Rule(
    "facts/too-many",
    msg("A briefing states at most 10,000 facts."),
    slip=msg("a facts.yaml of 10,001 facts"),
    mend=msg("facts that nothing prints taken out"),
)
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
NO_SOURCE = Rule(
    "facts/no-source",
    msg("A fact that is stated names its source."),
    file="facts.yaml",
    slip="growth: {is: 同比增长7.1%, what: {zh: 增速, en: growth}, when: 2025-Q1}",
    mend="growth: {is: 同比增长7.1%, what: {zh: 增速, en: growth}, when: 2025-Q1, source: paper}",
)
TWO_TIMES = Rule(
    "facts/two-times",
    msg("A fact covers a period or was counted at a time."),
    file="facts.yaml",
    slip="output: {is: 近4500亿元, what: {zh: 总产值, en: output}, when: 2024, as_of: end-2024, source: paper}",
    mend="output: {is: 近4500亿元, what: {zh: 总产值, en: output}, when: 2024, source: paper}",
)
SEQUENTIAL = Rule(
    "facts/sequential",
    msg("环比 compares with the quarter or the month before: the fact's time tells which."),
    file="facts.yaml",
    slip="growth: {is: 环比增长2.1%, what: {zh: 增速, en: growth}, when: 2024, source: paper}",
    mend="growth: {is: 环比增长2.1%, what: {zh: 增速, en: growth}, when: 2025-Q1, source: paper}",
)
RULES = (UNKNOWN, TOO_MANY, NO_FIGURE, FIGURE, QUALIFIER, EXACT, NO_SOURCE, TWO_TIMES, SEQUENTIAL, *derived.RULES)


def read_facts(folder: Folder, lexicon: Lexicon, decimals: int | None = None) -> dict[str, Fact]:
    """Facts as printed or typed first, then the derived ones, each after those it is made of.

    `decimals` are those of derived figures that say none of their own.
    """
    stated: dict[str, Fact] = {}
    made_of_others: list[tuple[Scalar, FactEntry]] = []
    order: list[str] = []
    read_so: list[tuple[Scalar, FactEntry, Quantity]] = []
    for name, value in folder.entries("facts.yaml", msg("facts by name are wanted here")):
        order.append(str(name))  # a fact that cannot be read is known all the same: its name is no slip elsewhere
        entry = folder.model(FactEntry, value)
        if entry is None:
            continue
        if len(order) > MOST_FACTS:
            folder.problems.append(TOO_MANY.broken(name, msg("more than {most} facts", most=MOST_FACTS)))
            break
        if entry.derived is not None:
            made_of_others.append((name, entry))
        elif (figure := _figure(folder, name, entry, lexicon)) is not None:
            read_so.append((name, entry, figure))
            stated[str(name)] = _fact(folder, name, entry, figure, ())
    folder.problems += RECALL.get()(BESIDE_SECTIONS, lambda: tuple(_misleading(read_so, lexicon)))
    known = dict.fromkeys(order)  # in their order, in which a group has them too
    waiting = derived.read_expressions(folder, made_of_others, known)
    for each in derived.in_order(folder, waiting, known):
        if (made := derived.derive_fact(folder, each, stated, decimals)) is not None:
            stated[str(each.name)] = _fact(folder, each.name, each.entry, made.quantity, made.formula)
    return {name: stated[name] for name in order if name in stated}


def _figure(folder: Folder, name: Scalar, entry: FactEntry, lexicon: Lexicon) -> Quantity | None:
    if entry.is_ is None:
        hint = msg("write is: 1.7万亿元, or derived: a / b")
        folder.problems.append(NO_FIGURE.broken(name, msg("'{name}' says no figure", name=name), hint))
        return None
    try:
        figure = _read_figure(entry.is_, lexicon)
        return figure if entry.decimals is None else with_decimals(figure, entry.decimals)
    except FigureError as error:
        folder.problems.append(_unreadable(entry.is_, error))
        return None


def _misleading(stated: Iterable[tuple[Scalar, FactEntry, Quantity]], lexicon: Lexicon) -> Iterator[Problem]:
    """What is wrong with what figures say of the true ones, where those are known."""
    for name, entry, figure in stated:
        assert entry.is_ is not None, "its figure was read"
        known = figure
        if entry.exact is not None:
            try:
                exact, shown = _read_figure(entry.exact, lexicon), display(figure)
            except FigureError as error:
                yield _unreadable(entry.exact, error)
            else:
                alike = _kind(exact) == _kind(figure)
                if isinstance(figure, Amount) and isinstance(exact, Amount) and isinstance(shown, Decimal) and alike:
                    known = replace(figure, value=exact.value, shown=shown)
                else:
                    hint = msg("write the same kind of figure as in is:")
                    message = msg("this cannot be held against the figure")
                    yield EXACT.broken(stretch_of(entry.exact, NOWHERE), message, hint)
        evidence = [Evidence(msg("the exact figure"), str(entry.exact), entry.exact.place)] if entry.exact else []
        for severity, message in check_quantity(known):
            where = stretch_of(entry.is_, name.place)
            yield QUALIFIER.broken(where, message, severity=severity, evidence=evidence)


def _kind(figure: Quantity) -> str:
    """What a figure counts in, whether it is a level or a change."""
    return figure.unit if isinstance(figure, Change) else figure.kind


def _read_figure(value: Scalar | Entries, lexicon: Lexicon) -> Quantity:
    return quantity(value, lexicon) if isinstance(value, Entries) else READ.get()(value, lexicon)


def _unreadable(value: Scalar | Entries, error: FigureError) -> Problem:
    hint = msg("write it as a text prints it (近4500亿元, nearly RMB 450 billion), or typed: {{money: 1.7e12}}")
    return FIGURE.broken(stretch_of(value, NOWHERE), str(error), hint)


def _in_its_period(folder: Folder, entry: FactEntry, figure: Quantity, when: Period | None) -> Quantity:
    """The figure with what 环比 means for the fact's period: quarter on quarter, or month on month."""
    if not isinstance(entry.is_, Scalar) or _SEQUENTIAL not in entry.is_:
        return figure
    if not isinstance(figure, Change | Multiple | Difference) or figure.basis != "mom":
        return figure
    last = when.end if when is not None and when.end is not None else when
    if last is not None and last.quarter is not None:
        return replace(figure, basis="qoq")
    if last is None or last.month is None:
        told = msg(
            "'{word}' is quarter on quarter or month on month, and the fact's time tells neither", word=_SEQUENTIAL
        )
        hint = msg("write when: 2025-Q1 or when: 2025-03; or 比上季度, 比上月 in place of 环比")
        folder.problems.append(SEQUENTIAL.broken(stretch_of(entry.is_, NOWHERE), told, hint))
    return figure


_SEQUENTIAL = "环比"


def _fact(folder: Folder, name: Scalar, entry: FactEntry, figure: Quantity, formula: tuple[str, ...]) -> Fact:
    if entry.source is None and not formula:
        hint = msg("write source: NAME, of sources.yaml")
        folder.problems.append(NO_SOURCE.broken(name, msg("'{name}' has no source", name=name), hint))
    if entry.when is not None and entry.as_of is not None:
        hint = msg("when: is the period it covers, as_of: the time it was counted at")
        message = msg("a fact has a period or a time, not both")
        folder.problems.append(TWO_TIMES.broken(entry.as_of, message, hint))
    time = entry.when or entry.as_of
    when = folder.when(time, EXPECTED, as_of=entry.as_of is not None) if time else None
    figure = _in_its_period(folder, entry, figure, when)
    return Fact(
        name=str(name),
        quantity=figure,
        what=entry.what,
        label=entry.label or entry.what,
        when=when,
        sources=entry.source or (),
        status="derived" if formula else entry.status,
        note=entry.note,
        formula=formula,
        expression=str(entry.derived or ""),
        place=name.place,
        end=name.end,
    )
