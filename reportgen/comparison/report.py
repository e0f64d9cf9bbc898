"""What was found, put into words: codes, how sure each difference is, repeats put together, the surest errors first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import get_args

from reportgen.comparison.places import Source
from reportgen.comparison.told import Told
from reportgen.differences import Change, Difference, Side
from reportgen.messages import Message, listing, msg, plural
from reportgen.numbers import Found
from reportgen.numbers.agreement.comparison import Diagnosis
from reportgen.passages import Passage
from reportgen.problems import Certainty, Rule, Severity

_SURE = frozenset({"scale", "percent_vs_pp", "currency", "multiple", "direction", "unit"})
"""Slips of a kind that hardly anything else looks like."""
_MOST_NAMED = 6
"""How many figures of a text that is left out are named."""

_ABOUT: dict[str, Message] = {
    "scale": msg("A figure is a power of ten larger or smaller in one language than in the other."),
    "percent_vs_pp": msg("One language says percent where the other says percentage points."),
    "digits": msg("The digits of a figure differ between the languages."),
    "year": msg("A date has another year in one language than in the other."),
    "period": msg("A date or period is another one in the other language."),
    "qualifier": msg("One language says about, over or nearly where the other says otherwise."),
    "multiple": msg("A multiple is told as another one: 增长3倍 is four times as much, not three."),
    "currency": msg("An amount is in another currency in the other language."),
    "unit": msg("A figure has another unit in the other language."),
    "omitted": msg("The English has no figure for one that the Chinese has."),
    "added": msg("The English has a figure that the Chinese does not have."),
    "direction": msg("One language says more where the other says less."),
    "range": msg("A range is another one in the other language."),
    "ordinal": msg("A rank is another one in the other language."),
    "fraction": msg("A fraction is another one in the other language."),
}
_CODES: tuple[tuple[str, Message, Severity], ...] = (
    ("figures/changed", msg("A figure is another one in the later edition."), Severity.ERROR),
    ("figures/dropped", msg("A figure of the earlier edition is not in the later one."), Severity.ERROR),
    ("figures/new", msg("A figure of the later edition is not in the earlier one."), Severity.ERROR),
    ("text/dropped", msg("The first text says something that the second does not."), Severity.WARNING),
    ("text/added", msg("The second text says something that the first does not."), Severity.WARNING),
    ("text/moved", msg("Rows of a table stand in another order in the other text."), Severity.WARNING),
)


def _code(diagnosis: str) -> str:
    return f"figures/{diagnosis.replace('_', '-')}"


RULES: tuple[Rule, ...] = (
    *(
        Rule(_code(diagnosis), _ABOUT.get(diagnosis, msg("Figures of two texts disagree.")), certainty=Certainty.LIKELY)
        for diagnosis in get_args(Diagnosis)
    ),
    *(Rule(code, about, severity, Certainty.LIKELY) for code, about, severity in _CODES),
)
"""All that a comparison tells, by code."""


def report(told: Iterable[Told], first: Source, second: Source) -> tuple[Difference, ...]:
    """The differences of two texts, the surest errors first, each once with all its places."""
    made = [_difference(each, first, second) for each in told]
    return tuple(sorted(_together(made), key=_rank))


def _rank(made: Difference) -> tuple[int, int, int]:
    side = made.second or made.first
    return (
        list(Severity).index(made.severity),
        list(Certainty).index(made.certainty),
        side.block if side else 0,
    )


def _together(made: Iterable[Difference]) -> list[Difference]:
    """Each difference once: the same figures told in the same two ways are one, with further places."""
    first: dict[object, int] = {}
    kept: list[Difference] = []
    for each in made:
        figures = tuple(side.figure.text if side and side.figure else None for side in (each.first, each.second))
        key = (each.code, each.severity, figures, each.message)
        if any(figures) and key in first:
            at = first[key]
            kept[at] = replace(kept[at], again=(*kept[at].again, (each.first, each.second)))
            continue
        first.setdefault(key, len(kept))
        kept.append(each)
    return kept


def _difference(told: Told, first: Source, second: Source) -> Difference:
    here = _side(first, told, 0, told.first.parts)
    there = _side(second, told, 1, told.second.parts)
    found = told.found
    bare = found is not None and not told.lone[1:]
    message = found.message if found and bare else _message(told)
    return Difference(
        code=_code(found.diagnosis) if found and bare else _text_code(told),
        change=told.change,
        severity=told.severity,
        certainty=_certainty(told),
        message=message,
        first=here,
        second=there,
        suggestion=found.suggestion if found and bare else "",
        found=found,
    )


def _side(source: Source, told: Told, number: int, parts: Sequence[tuple[int, Passage, int]]) -> Side | None:
    if parts:
        return source.side((told.first, told.second)[number], told.figures[number])
    return source.after(told.before) if told.before else None


def _text_code(told: Told) -> str:
    if any(told.figures):
        return {Change.CHANGED: "figures/changed", Change.DROPPED: "figures/dropped"}.get(told.change, "figures/new")
    return {Change.MOVED: "text/moved", Change.DROPPED: "text/dropped"}.get(told.change, "text/added")


def _message(told: Told) -> Message:
    one, two = told.figures
    if told.rows:
        return msg("rows of this table stand in another order")
    if one and two:
        return msg("was {was}, is {now}", was=one.text, now=two.text)
    if one:
        return msg("{figure} is no longer there", figure=one.text)
    if two:
        return msg("{figure} is new", figure=two.text)
    if not told.lone:
        if told.change is Change.DROPPED:
            return msg("the second text says nothing of this")
        return msg("the first text says nothing of this")
    figures = _listed(told.lone)
    count = len(told.lone)
    if told.change is Change.DROPPED:
        return plural(
            "the second text says nothing of this, which has {count} figure: {figures}",
            "the second text says nothing of this, which has {count} figures: {figures}",
            count,
            figures=figures,
        )
    return plural(
        "the first text says nothing of this, which has {count} figure: {figures}",
        "the first text says nothing of this, which has {count} figures: {figures}",
        count,
        figures=figures,
    )


def _listed(figures: Sequence[Found]) -> Message:
    named = [figure.text for figure in figures[:_MOST_NAMED]]
    return listing([*named, "…"] if len(figures) > _MOST_NAMED else named, "unit")


def _certainty(told: Told) -> Certainty:
    if told.severity is Severity.WARNING:
        return Certainty.POSSIBLE
    if told.exchanged or told.change in (Change.DROPPED, Change.ADDED):
        return Certainty.LIKELY
    sure = told.found is None or told.found.diagnosis in _SURE or told.shares
    return Certainty.CERTAIN if sure else Certainty.LIKELY
