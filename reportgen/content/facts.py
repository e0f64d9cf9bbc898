"""Facts: what facts.yaml states, and what is derived from it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from reportgen.content.derived import reading as derived
from reportgen.content.folder import Folder
from reportgen.content.model import Fact, FactEntry
from reportgen.content.names import UNKNOWN
from reportgen.content.sequential import in_its_period
from reportgen.content.source import Entries, Scalar
from reportgen.content.stated import Stated, misleading, read_stated, reader
from reportgen.content.when import EXPECTED
from reportgen.messages import msg
from reportgen.numbers import Lexicon
from reportgen.problems import Problem, Rule, stops
from reportgen.recall import BESIDE_SECTIONS, recalled

if TYPE_CHECKING:
    from reportgen.content.cells import Finder

MOST_FACTS = 10_000

TOO_MANY = Rule(
    "facts/too-many",
    msg("A briefing states at most 10,000 facts."),
    slip=msg("a facts.yaml of 10,001 facts"),
    mend=msg("facts that nothing prints taken out"),
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
RULES = (UNKNOWN, TOO_MANY, NO_SOURCE, TWO_TIMES, NAMED_TWICE, *derived.RULES)


def read_facts(folder: Folder, lexicon: Lexicon, decimals: int | None = None) -> dict[str, Fact]:
    """Facts as printed or typed and those of families first, then the derived ones, each after those it is made of.

    `decimals` are those of derived figures that say none.
    """
    made: dict[str, Fact] = {}
    made_of_others: list[tuple[Scalar, FactEntry]] = []
    known: dict[str, None] = {}  # a fact that cannot be read is known all the same: its name is no slip elsewhere
    stated: list[Stated] = []
    finder = cache(lambda: _finder(folder))
    for name, value in folder.entries("facts.yaml", msg("facts by name are wanted here")):
        if isinstance(value, Entries) and "columns" in value:
            for fact in _family(folder, finder, name, value, lexicon):
                _named_once(folder, name, fact.name, known)
                known[fact.name] = None
                made[fact.name] = fact
        else:
            _named_once(folder, name, name, known)
            known[str(name)] = None
            entry = folder.model(FactEntry, value)
            if entry is not None and entry.derived is not None:
                made_of_others.append((name, entry))
            elif entry is not None and (figure := read_stated(folder, finder, name, entry, lexicon)) is not None:
                stated.append(figure)
                made[str(name)] = _fact(folder, name, entry, figure, ())
        if len(known) > MOST_FACTS:
            folder.problems.append(TOO_MANY.broken(name, msg("more than {most} facts", most=MOST_FACTS)))
            break
    folder.problems += recalled(BESIDE_SECTIONS, lambda: tuple(misleading(stated)))
    waiting = derived.read_expressions(folder, made_of_others, known)
    for each in derived.in_order(folder, waiting, known):
        if (result := derived.derive_fact(folder, each, made, decimals)) is not None:
            figure = Stated(each.name, each.entry, result.quantity)
            made[str(each.name)] = _fact(folder, each.name, each.entry, figure, result.formula)
    return {name: made[name] for name in known if name in made}


def _named_once(folder: Folder, where: Scalar, name: str, known: Collection[str]) -> None:
    if name in known:
        told = msg("the fact '{name}' is made twice", name=name)
        folder.problems.append(NAMED_TWICE.broken(where, told, msg("call one otherwise")))


def _finder(folder: Folder) -> Finder:
    """Who finds cells in data/."""
    from reportgen.content.cells import Finder  # here, since most briefings type their figures

    return Finder(folder)


def _family(
    folder: Folder, finder: Callable[[], Finder], name: Scalar, value: Entries, lexicon: Lexicon
) -> Iterator[Fact]:
    """The facts of a family, as many as a briefing may state."""
    from reportgen.content.families import Family  # here, since most briefings have none
    from reportgen.content.family_entry import FamilyEntry

    entry = folder.model(FamilyEntry, value)
    if entry is None:
        return
    family = Family(folder, finder(), name, entry, reader(lexicon))
    unsourced, before = False, len(folder.problems)
    for fact in islice(family.facts(), MOST_FACTS + 1):
        if not fact.sources and not unsourced:
            unsourced = True
            folder.problems.append(_no_source(name))
        yield fact
    folder.gaps.update(family.gaps)
    if stops(folder.problems[before:]):
        folder.unread.append(str(name))


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
        expression=str(entry.derived or ""),
        place=name.place,
        end=name.end,
        exact=figure.exact,
        origin=figure.origin,
        stale_after=entry.stale_after,
        renew=entry.renew,
    )
