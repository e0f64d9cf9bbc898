"""Facts: what facts.yaml states, and what is derived from it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from graphlib import CycleError, TopologicalSorter

from reportgen.content.derive import Expression, derive, parse_expression
from reportgen.content.folder import Folder
from reportgen.content.model import Fact, FactEntry
from reportgen.content.source import Entries, Scalar, place_of
from reportgen.content.when import EXPECTED
from reportgen.numbers import FigureError, Lexicon, Quantity, check_quantity, display, quantity, read
from reportgen.numbers.model.quantity import Amount
from reportgen.problems import Problem, did_you_mean

MOST_FACTS = 10_000


def read_facts(folder: Folder, lexicon: Lexicon) -> dict[str, Fact]:
    """Facts as printed or typed first, then the derived ones, each after those it is made of."""
    stated: dict[str, Fact] = {}
    derived: dict[str, tuple[FactEntry, Expression, Scalar]] = {}
    order: list[str] = []
    for name, value in folder.entries("facts.yaml", "facts"):
        entry = folder.model(FactEntry, value)
        if entry is None:
            continue
        order.append(str(name))
        if len(order) > MOST_FACTS:
            folder.problems.append(Problem(name.place, f"more than {MOST_FACTS} facts"))
            break
        if entry.derived is None:
            if (figure := _figure(folder, name, entry, lexicon)) is not None:
                stated[str(name)] = _fact(folder, name, entry, figure, ())
        elif (expression := _expression(folder, entry)) is not None:
            derived[str(name)] = (entry, expression, name)
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
            hint = did_you_mean(missing[0], known)
            folder.problems.append(Problem(_derived(entry).place, f"no fact is called '{missing[0]}'", hint))
    graph = {name: [fact for fact in made.names if fact in derived] for name, (_, made, _) in derived.items()}
    try:
        return tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        first, *others = error.args[1][:-1]
        way = f", by way of {', '.join(others)}" if others else ""
        place = _derived(derived[first][0]).place
        folder.problems.append(Problem(place, f"this fact is derived from itself{way}", "state one of them"))
        return ()


def _derived(entry: FactEntry) -> Scalar:
    assert entry.derived is not None
    return entry.derived


def _figure(folder: Folder, name: Scalar, entry: FactEntry, lexicon: Lexicon) -> Quantity | None:
    """The fact's figure, held against the true one where that is known."""
    if entry.is_ is None:
        folder.problems.append(
            Problem(name.place, f"'{name}' says no figure", "write is: 1.7万亿元, or derived: a / b")
        )
        return None
    figure = _read_figure(folder, entry.is_, lexicon)
    if figure is None:
        return None
    for severity, told in check_quantity(_with_exact(folder, figure, entry, lexicon)):
        folder.problems.append(Problem(place_of(entry.is_, name.place), told, severity=severity))
    return figure


def _with_exact(folder: Folder, figure: Quantity, entry: FactEntry, lexicon: Lexicon) -> Quantity:
    """The figure as one that shows what it says and is truly what `exact` says."""
    if entry.exact is None:
        return figure
    exact, shown = _read_figure(folder, entry.exact, lexicon), display(figure)
    if isinstance(figure, Amount) and isinstance(exact, Amount) and isinstance(shown, Decimal):
        return replace(figure, value=exact.value, shown=shown)
    if exact is not None:
        hint = "write the same kind of figure as in is:"
        folder.problems.append(Problem(entry.exact.place, "this cannot be held against the figure", hint))
    return figure


def _read_figure(folder: Folder, value: Scalar | Entries, lexicon: Lexicon) -> Quantity | None:
    try:
        return quantity(value, lexicon) if isinstance(value, Entries) else read(value, lexicon=lexicon)
    except FigureError as error:
        hint = "write it as a text prints it (近4500亿元, nearly RMB 450 billion), or typed: {money: 1.7e12}"
        folder.problems.append(Problem(value.place, str(error), hint))
        return None


def _expression(folder: Folder, entry: FactEntry) -> Expression | None:
    text = _derived(entry)
    if entry.is_ is not None:
        folder.problems.append(
            Problem(text.place, "a fact is stated or derived, not both", "leave out is: or derived:")
        )
        return None
    try:
        return parse_expression(text)
    except ValueError as error:
        folder.problems.append(Problem(text.place, str(error), "write names of facts with + - * / and brackets"))
        return None


def _derive(folder: Folder, entry: FactEntry, expression: Expression, facts: Mapping[str, Fact]) -> Quantity | None:
    try:
        return derive(expression, {name: facts[name].quantity for name in expression.names}, entry.round)
    except (FigureError, ValueError) as error:
        folder.problems.append(Problem(_derived(entry).place, str(error)))
        return None


def _fact(folder: Folder, name: Scalar, entry: FactEntry, figure: Quantity, formula: tuple[str, ...]) -> Fact:
    if entry.source is None and not formula:
        folder.problems.append(Problem(name.place, f"'{name}' has no source", "write source: NAME, of sources.yaml"))
    if entry.when is not None and entry.as_of is not None:
        hint = "when: is the period it covers, as_of: the time it was counted at"
        folder.problems.append(Problem(entry.as_of.place, "a fact has a period or a time, not both", hint))
    time = entry.when or entry.as_of
    when = folder.when(time, EXPECTED, as_of=entry.as_of is not None) if time else None
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
    )
