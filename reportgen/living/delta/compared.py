"""Two editions of one briefing held against each other: this is what `reportgen.diff` is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from os import PathLike
from pathlib import Path

from reportgen.decimals import exact
from reportgen.ledger import LedgerChart
from reportgen.living.delta.facts import changed_facts
from reportgen.living.delta.found import ChartChange, Delta, FactSide, Fate, Spot, WordingChange
from reportgen.living.delta.sides import Side, Told, sides_of
from reportgen.living.delta.units import CHART, spots_of, units_of
from reportgen.living.delta.wording import changed_wording
from reportgen.messages import Message, listing, msg
from reportgen.problems import ChoiceError

Compared = str | PathLike[str]


def diff(a: Compared, b: Compared) -> Delta:
    """What `b` tells otherwise than `a`: two content folders, two built files, a file and a folder, or two manifests.

    Facts new, gone and changed, where each is printed, charts, and wording, paragraph by paragraph. ChoiceError for two
    that cannot be held against each other, ContentError where a folder cannot be built or a file is none of Word's,
    OSError where one cannot be read.
    """
    then, now = sides_of(Path(a), Path(b))
    with exact():
        return compared(then, now)


def compared(then: Side, now: Side) -> Delta:
    """What the second side tells otherwise than the first, in the languages that both have."""
    languages = tuple(language for language in now.languages if language in then.languages)
    if not languages:
        raise ChoiceError(
            msg(
                "one is in {first}, the other in {second}: `compare` holds two languages against each other",
                first=listing(then.languages, "and"),
                second=listing(now.languages, "and"),
            )
        )
    if not then.texts:
        told = (msg("manifests hold facts and no words: where each is printed, and wording, they do not tell"),)
        facts = changed_facts(then.facts, now.facts, languages)
        return Delta((then.name, now.name), languages, tuple(facts), (), (), (*_other(then, now), *told))
    facts = changed_facts(_placed(then, languages), _placed(now, languages), languages)
    changed = tuple(facts)
    wording = tuple(_wording(then, now, languages))
    charts = tuple(_charts(then, now, languages, {fact.name for fact in changed}))
    return Delta((then.name, now.name), languages, changed, wording, charts, _other(then, now))


def _other(then: Side, now: Side) -> tuple[Message, ...]:
    """What is said where two briefings are compared."""
    if then.briefing == now.briefing:
        return ()
    return (msg("these are two briefings: '{first}' and '{second}'", first=then.briefing, second=now.briefing),)


def _placed(side: Side, languages: Sequence[str]) -> Mapping[str, FactSide]:
    """The facts of a side with where they are printed in these languages."""
    spots: defaultdict[str, list[Spot]] = defaultdict(list)
    for text in side.texts:
        for name, found in spots_of(text).items():
            spots[name] += (spot for spot in found if spot.language in languages)
    return {name: replace(fact, spots=tuple(spots[name])) for name, fact in side.facts.items()}


def _wording(then: Side, now: Side, languages: Sequence[str]) -> Iterator[WordingChange]:
    for one, other in _texts(then, now):
        sides = ([unit for unit in units_of(text) if unit.spot.language in ("", *languages)] for text in (one, other))
        yield from changed_wording(*sides)


def _texts(then: Side, now: Side) -> Iterator[tuple[Told, Told]]:
    """The editions of both sides that share languages, each once."""
    free = list(now.texts)
    for one in then.texts:
        for other in free:
            if set(one.ledger.languages) & set(other.ledger.languages):
                free.remove(other)
                yield one, other
                break


def _charts(then: Side, now: Side, languages: Sequence[str], changed: set[str]) -> Iterator[ChartChange]:
    """The charts that one side alone has, and those that show something else: figures, names, another kind."""
    before, after = _charts_of(then), _charts_of(now)
    places = [_chart_spots(side, languages) for side in (then, now)]
    for name, (chart, shown) in after.items():
        if name not in before:
            yield ChartChange(name, Fate.NEW, places[1].get(name, ()))
        elif (before[name][0].kind, before[name][1]) != (chart.kind, shown):
            facts = dict.fromkeys(fact for fact in (*before[name][0].facts, *chart.facts) if fact in changed)
            yield ChartChange(name, Fate.CHANGED, places[1].get(name, ()), tuple(facts))
    yield from (ChartChange(name, Fate.GONE, places[0].get(name, ())) for name in before if name not in after)


def _charts_of(side: Side) -> dict[str, tuple[LedgerChart, tuple[str, ...]]]:
    """Each chart, and the digests of what it shows in the editions of a side."""
    found: dict[str, tuple[LedgerChart, tuple[str, ...]]] = {}
    for text in side.texts:
        for chart in text.ledger.charts:
            known = found.get(chart.name, (chart, ()))
            found[chart.name] = known[0], (*known[1], chart.shown)
    return found


def _chart_spots(side: Side, languages: Sequence[str]) -> dict[str, tuple[Spot, ...]]:
    found: defaultdict[str, list[Spot]] = defaultdict(list)
    for text in side.texts:
        for line in text.ledger.lines:
            if line.role == "caption" and line.language in languages:
                found[line.owner].append(Spot(line.language, "", "", " ".join(line.text.split()), form=CHART))
    return {name: tuple(spots) for name, spots in found.items()}
