"""Derived facts as facts.yaml has them: read as expressions, put in order, derived; what is wrong is told in place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from reportgen.content.folder import Folder
from reportgen.content.model import Fact, FactEntry
from reportgen.content.names import unknown_fact
from reportgen.content.source import Scalar
from reportgen.messages import listing, msg
from reportgen.problems import Rule
from reportgen.records import record

if TYPE_CHECKING:
    from reportgen.content.derived.derive import Derived
    from reportgen.content.derived.expression import Expression

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
    msg(
        "A derived fact is an expression of facts with + - * / and brackets, and functions such as growth(now, before)."
    ),
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
RULES = (CYCLE, STATED_TWICE, EXPRESSION, DERIVED)


@record
class Waiting:
    """A fact that is derived once those it is made of are there: its name and entry as typed, and its expression."""

    name: Scalar
    entry: FactEntry
    expression: Expression

    @property
    def text(self) -> Scalar:
        """The expression as it was typed."""
        return _typed(self.entry)


def read_expressions(
    folder: Folder, entries: Iterable[tuple[Scalar, FactEntry]], known: Collection[str]
) -> dict[str, Waiting]:
    """The derived facts by name, those whose expressions are none left out."""
    read = (_read_expression(folder, name, entry, known) for name, entry in entries)
    return {str(each.name): each for each in read if each is not None}


def _read_expression(folder: Folder, name: Scalar, entry: FactEntry, known: Collection[str]) -> Waiting | None:
    from reportgen.content.derived.expression import ExpressionError, parse_expression  # here: many derive nothing

    text = _typed(entry)
    if entry.is_ is not None:
        message = msg("a fact is stated or derived, not both")
        folder.problems.append(STATED_TWICE.broken(text, message, msg("leave out is: or derived:")))
        return None
    try:
        return Waiting(name, entry, parse_expression(text, known))
    except ExpressionError as error:
        where = text.stretch(error.start, error.end)
        folder.problems.append(EXPRESSION.broken(where, str(error), error.hint))
        return None


def _typed(entry: FactEntry) -> Scalar:
    assert entry.derived is not None
    return entry.derived


def in_order(folder: Folder, waiting: Mapping[str, Waiting], known: Collection[str]) -> Iterable[Waiting]:
    """The derived facts, each after those it is made of; none where one is made of itself."""
    for each in waiting.values():
        missing = next((one for one in each.expression.names if one.name not in known), None)
        if missing is not None and missing.name.partition(".")[0] not in folder.unread:
            where = each.text.stretch(missing.at, missing.at + len(missing.name))
            folder.problems.append(unknown_fact(missing.name, where, known, folder.gaps))
    graph = {name: [one.name for one in each.expression.names if one.name in waiting] for name, each in waiting.items()}
    try:
        return [waiting[name] for name in TopologicalSorter(graph).static_order()]
    except CycleError as error:
        first, *others = error.args[1][:-1]
        message = msg("this fact is derived from itself")
        if others:
            message = msg("this fact is derived from itself, by way of {names}", names=listing(others, "unit"))
        folder.problems.append(CYCLE.broken(waiting[first].text, message, msg("state one of them")))
        return ()


def derive_fact(folder: Folder, waiting: Waiting, facts: Mapping[str, Fact], usual: int | None) -> Derived | None:
    """What a fact's expression makes; None where a fact of it is not there, or where it makes none, which is told."""
    from reportgen.content.derived.derive import derive  # here: many briefings derive nothing
    from reportgen.content.derived.operands import DerivationError, operand

    entry = waiting.entry
    if not all(one.name in facts for one in waiting.expression.names):
        return None
    try:
        operands = {
            one.name: operand(one.name, facts[one.name].quantity, facts[one.name].when, facts[one.name].exact)
            for one in waiting.expression.names
        }
        return derive(waiting.expression, operands, rounding=entry.round, decimals=entry.decimals, usual=usual)
    except DerivationError as error:
        folder.problems.append(DERIVED.broken(waiting.text, str(error), error.hint))
        return None
