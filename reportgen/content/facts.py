"""Facts: what facts.yaml states, and what is derived from it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from itertools import islice

from reportgen.content.cells import Finder
from reportgen.content.data.figure import EMPTY_CELL
from reportgen.content.data.table import DataCell
from reportgen.content.derive import Expression, derive, parse_expression
from reportgen.content.families import Family
from reportgen.content.family_entry import FamilyEntry
from reportgen.content.folder import Folder
from reportgen.content.model import Fact, FactEntry
from reportgen.content.sequential import in_its_period
from reportgen.content.source import Entries, Scalar
from reportgen.content.stated import Stated, misleading, read_stated, reader
from reportgen.content.when import EXPECTED
from reportgen.messages import listing, msg
from reportgen.numbers import FigureError, Lexicon, Quantity
from reportgen.problems import Evidence, Problem, Rule, Typed, did_you_mean, stops
from reportgen.recall import BESIDE_SECTIONS, RECALL

MOST_FACTS = 10_000

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
NAMED_TWICE = Rule(
    "facts/named-twice",
    msg("A fact has a name of its own: no family makes one that facts.yaml states too."),
    file="facts.yaml",
    slip="zones: {from: zones.csv, key: date, columns: {zones: {unit: 家, what: {zh: 数, en: zones}}}, "
    "when: {column: date}, source: paper}\n"
    "zones.1988.zones: {is: 1家, what: {zh: 数, en: zones}, when: 1988, source: paper}",
    mend="zones: {from: zones.csv, key: date, columns: {zones: {unit: 家, what: {zh: 数, en: zones}}}, "
    "when: {column: date}, source: paper}",
)
RULES = (
    UNKNOWN, TOO_MANY, CYCLE, STATED_TWICE, EXPRESSION, DERIVED, NO_SOURCE, TWO_TIMES, NAMED_TWICE,
)  # fmt: skip


def read_facts(folder: Folder, lexicon: Lexicon) -> dict[str, Fact]:
    """Facts as printed or typed and those of families first, then the derived ones, each after those it is made of."""
    made: dict[str, Fact] = {}
    derived: dict[str, tuple[FactEntry, Expression, Scalar]] = {}
    order: dict[str, None] = {}  # a fact that cannot be read is known all the same: its name is no slip elsewhere
    stated: list[Stated] = []
    finder = Finder(folder)
    unread: list[str] = []  # families some of whose facts could not be read
    for name, value in folder.entries("facts.yaml", msg("facts by name are wanted here")):
        if isinstance(value, Entries) and "columns" in value:
            before = len(folder.problems)
            for fact in _family(folder, finder, name, value, lexicon):
                _named_once(folder, name, fact.name, order)
                order[fact.name] = None
                made[fact.name] = fact
            if stops(folder.problems[before:]):
                unread.append(f"{name}.")
        else:
            _named_once(folder, name, name, order)
            order[str(name)] = None
            entry = folder.model(FactEntry, value)
            if entry is not None and entry.derived is None:
                if (figure := read_stated(folder, finder, name, entry, lexicon)) is not None:
                    stated.append(figure)
                    made[str(name)] = _fact(folder, name, entry, figure, ())
            elif entry is not None and (expression := _expression(folder, entry)) is not None:
                derived[str(name)] = (entry, expression, name)
        if len(order) > MOST_FACTS:
            folder.problems.append(TOO_MANY.broken(name, msg("more than {most} facts", most=MOST_FACTS)))
            break
    folder.problems += RECALL.get()(BESIDE_SECTIONS, lambda: tuple(misleading(stated)))
    for name in _in_order(folder, derived, order, tuple(unread)):
        entry, expression, key = derived[name]
        figure = _derive(folder, entry, expression, made) if made.keys() >= set(expression.names) else None
        if figure is not None:
            made[name] = _fact(folder, key, entry, Stated(key, entry, figure), expression.parts)
    return {name: made[name] for name in order if name in made}


def _named_once(folder: Folder, where: Scalar, name: str, known: Collection[str]) -> None:
    if name in known:
        told = msg("the fact '{name}' is made twice", name=name)
        folder.problems.append(NAMED_TWICE.broken(where, told, msg("call one otherwise")))


def _family(folder: Folder, finder: Finder, name: Scalar, value: Entries, lexicon: Lexicon) -> Iterator[Fact]:
    """The facts of a family, as many as a briefing may state."""
    entry = folder.model(FamilyEntry, value)
    if entry is None:
        return
    family = Family(folder, finder, name, entry, reader(lexicon))
    unsourced = False
    for fact in islice(family.facts(), MOST_FACTS + 1):
        if not fact.sources and not unsourced:
            unsourced = True
            folder.problems.append(_no_source(name))
        yield fact
    folder.gaps.update(family.gaps)


def _in_order(
    folder: Folder,
    derived: Mapping[str, tuple[FactEntry, Expression, Scalar]],
    known: Collection[str],
    unread: tuple[str, ...],
) -> Iterable[str]:
    """The derived facts, each after those it is made of; none where one is made of itself."""
    for entry, expression, _ in derived.values():
        if missing := [fact for fact in expression.names if fact not in known and not fact.startswith(unread)]:
            text = _derived(entry)
            start = text.find(missing[0])
            where = text.stretch(start, start + len(missing[0]))
            folder.problems.append(unknown_fact(missing[0], where, known, folder.gaps))
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


def unknown_fact(name: str, where: Typed, known: Iterable[str], gaps: Mapping[str, DataCell]) -> Problem:
    """A name that no fact has, or one of a family whose cell is empty."""
    if (cell := gaps.get(name)) is not None:
        told = msg("'{name}' has no figure: its cell is empty", name=name)
        evidence = [Evidence(msg("the cell"), str(cell), cell.place)]
        return EMPTY_CELL.broken(where, told, msg("fill it in, or take out what reads it"), evidence=evidence)
    return UNKNOWN.broken(where, msg("no fact is called '{name}'", name=name), did_you_mean(name, known))


def _derived(entry: FactEntry) -> Scalar:
    assert entry.derived is not None
    return entry.derived


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


def _no_source(name: Scalar) -> Problem:
    hint = msg("write source: NAME, of sources.yaml")
    return NO_SOURCE.broken(name, msg("'{name}' has no source", name=name), hint)


def _fact(folder: Folder, name: Scalar, entry: FactEntry, figure: Stated, formula: tuple[str, ...]) -> Fact:
    if entry.source is None and not formula:
        folder.problems.append(_no_source(name))
    if entry.when is not None and entry.as_of is not None:
        hint = msg("when: is the period it covers, as_of: the time it was counted at")
        message = msg("a fact has a period or a time, not both")
        folder.problems.append(TWO_TIMES.broken(entry.as_of, message, hint))
    time = entry.when or entry.as_of
    when = folder.when(time, EXPECTED, as_of=entry.as_of is not None) if time else None
    typed = figure.cell or entry.is_
    return Fact(
        name=str(name),
        quantity=in_its_period(folder, typed, figure.quantity, when) if isinstance(typed, Scalar) else figure.quantity,
        what=entry.what,
        label=entry.label or entry.what,
        when=when,
        sources=entry.source or (),
        status="derived" if formula else entry.status,
        note=entry.note,
        formula=formula,
        place=name.place,
        end=name.end,
        exact=figure.exact,
        origin=figure.origin,
    )
