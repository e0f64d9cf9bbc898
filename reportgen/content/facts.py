"""Facts: what facts.yaml states, and what is derived from it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import replace
from decimal import Decimal
from graphlib import CycleError, TopologicalSorter

from reportgen.content.derive import Expression, derive, parse_expression
from reportgen.content.entries import NOWHERE
from reportgen.content.folder import Folder
from reportgen.content.model import Fact, FactEntry
from reportgen.content.source import Entries, Scalar, stretch_of
from reportgen.content.when import EXPECTED
from reportgen.messages import listing, msg
from reportgen.numbers import FigureError, Lexicon, Period, Quantity, check_quantity, display, quantity, read
from reportgen.numbers.model.quantity import Amount, Change, Difference, Multiple
from reportgen.problems import Evidence, Problem, Rule, Typed, did_you_mean
from reportgen.recall import BESIDE_SECTIONS, RECALL

MOST_FACTS = 10_000

READ: ContextVar[Callable[[str, Lexicon], Quantity]] = ContextVar(
    "read", default=lambda text, lexicon: read(text, lexicon=lexicon)
)
"""How a figure's text is read in this thread: as ever, or from what was kept (kept_figures.py)."""

UNKNOWN = Rule(
    "facts/unknown",
    msg("Every fact that is named is stated in facts.yaml."),
    file="sections/one.yaml",
    slip="- metrics: [output, growht]",
    mend="- metrics: [output, growth]",
)
TOO_MANY = Rule(
    "facts/too-many",
    msg("A briefing states at most 10,000 facts."),
    slip=msg("a facts.yaml of 10,001 facts"),
    mend=msg("facts that nothing prints taken out"),
)
CYCLE = Rule(
    "facts/cycle",
    msg("No fact is derived from itself."),
    file="facts.yaml",
    slip="output: {derived: output + growth, what: {zh: 总产值, en: output}}",
    mend="output: {is: 近4500亿元, what: {zh: 总产值, en: output}, when: 2024, source: paper}",
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
STATED_TWICE = Rule(
    "facts/stated-twice",
    msg("A fact is stated or derived, not both."),
    file="facts.yaml",
    slip="output: {is: 9000亿元, derived: growth + growth, what: {zh: 总产值, en: output}, source: paper}",
    mend="output: {is: 9000亿元, what: {zh: 总产值, en: output}, source: paper}",
)
EXPRESSION = Rule(
    "facts/expression",
    msg("A derived fact is an expression of facts with + - * / and brackets."),
    file="facts.yaml",
    slip="output: {derived: growth + 1, what: {zh: 总产值, en: output}}",
    mend="output: {derived: growth + growth, what: {zh: 总产值, en: output}}",
)
DERIVED = Rule(
    "facts/derived",
    msg("What a fact is derived from makes a figure: like is added to like, nothing is divided by nothing."),
    file="facts.yaml",
    slip="growth: {derived: output * output, what: {zh: 增速, en: growth}}",
    mend="growth: {derived: output + output, what: {zh: 增速, en: growth}}",
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
RULES = (
    UNKNOWN, TOO_MANY, CYCLE, NO_FIGURE, FIGURE, QUALIFIER, EXACT, STATED_TWICE, EXPRESSION, DERIVED, NO_SOURCE,
    TWO_TIMES, SEQUENTIAL,
)  # fmt: skip


def read_facts(folder: Folder, lexicon: Lexicon) -> dict[str, Fact]:
    """Facts as printed or typed first, then the derived ones, each after those it is made of."""
    stated: dict[str, Fact] = {}
    derived: dict[str, tuple[FactEntry, Expression, Scalar]] = {}
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
        if entry.derived is None:
            if (figure := _figure(folder, name, entry, lexicon)) is not None:
                read_so.append((name, entry, figure))
                stated[str(name)] = _fact(folder, name, entry, figure, ())
        elif (expression := _expression(folder, entry)) is not None:
            derived[str(name)] = (entry, expression, name)
    folder.problems += RECALL.get()(BESIDE_SECTIONS, lambda: tuple(_misleading(read_so, lexicon)))
    for name in _in_order(folder, derived, frozenset(order)):
        entry, expression, key = derived[name]
        made = _derive(folder, entry, expression, stated) if stated.keys() >= set(expression.names) else None
        if made is not None:
            stated[name] = _fact(folder, key, entry, made, expression.parts)
    return {name: stated[name] for name in order if name in stated}


def _in_order(
    folder: Folder, derived: Mapping[str, tuple[FactEntry, Expression, Scalar]], known: Collection[str]
) -> Iterable[str]:
    """The derived facts, each after those it is made of; none where one is made of itself."""
    for entry, expression, _ in derived.values():
        if missing := [fact for fact in expression.names if fact not in known]:
            text = _derived(entry)
            start = text.find(missing[0])
            where = text.stretch(start, start + len(missing[0]))
            folder.problems.append(unknown_fact(missing[0], where, known))
    graph = {name: [fact for fact in made.names if fact in derived] for name, (_, made, _) in derived.items()}
    try:
        return tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        first, *others = error.args[1][:-1]
        message = msg("this fact is derived from itself")
        if others:
            message = msg("this fact is derived from itself, by way of {names}", names=listing(others, "unit"))
        folder.problems.append(CYCLE.broken(_derived(derived[first][0]), message, msg("state one of them")))
        return ()


def unknown_fact(name: str, where: Typed, known: Iterable[str]) -> Problem:
    """A name that no fact has."""
    return UNKNOWN.broken(where, msg("no fact is called '{name}'", name=name), did_you_mean(name, known))


def _derived(entry: FactEntry) -> Scalar:
    assert entry.derived is not None
    return entry.derived


def _figure(folder: Folder, name: Scalar, entry: FactEntry, lexicon: Lexicon) -> Quantity | None:
    if entry.is_ is None:
        hint = msg("write is: 1.7万亿元, or derived: a / b")
        folder.problems.append(NO_FIGURE.broken(name, msg("'{name}' says no figure", name=name), hint))
        return None
    try:
        return _read_figure(entry.is_, lexicon)
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


def _expression(folder: Folder, entry: FactEntry) -> Expression | None:
    text = _derived(entry)
    if entry.is_ is not None:
        message = msg("a fact is stated or derived, not both")
        folder.problems.append(STATED_TWICE.broken(text, message, msg("leave out is: or derived:")))
        return None
    try:
        return parse_expression(text)
    except ValueError as error:
        hint = msg("write names of facts with + - * / and brackets")
        folder.problems.append(EXPRESSION.broken(text, str(error), hint))
        return None


def _derive(folder: Folder, entry: FactEntry, expression: Expression, facts: Mapping[str, Fact]) -> Quantity | None:
    try:
        return derive(expression, {name: facts[name].quantity for name in expression.names}, entry.round)
    except (FigureError, ValueError) as error:
        folder.problems.append(DERIVED.broken(_derived(entry), str(error)))
        return None


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
        place=name.place,
        end=name.end,
    )
