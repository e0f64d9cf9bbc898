"""What must be said of figures: preliminary, estimated, derived and how, a note of their own, where they were read.

It says sentences; where they stand (in a footnote, at a section's end, under a chart) is for the voice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from reportgen import languages as product
from reportgen.content.alike import grouped
from reportgen.content.derived.tree import shortened
from reportgen.content.model import Briefing, Fact
from reportgen.content.provenance import provenance
from reportgen.numbers import Count, Percent, Quantity, write

MOST_NAMED = 3
"""Figures reckoned in one way that a note names one by one, beside its example."""

MOST_LISTED = 8
"""Figures of one status that a note names one by one: each of them must be found."""

_NOTHING: Mapping[str, Any] = {}

_SIGNS = {"*": "×", "/": "÷", "-": "−"}
_CLOSE = re.compile(r"(\() | (\))")
"""The blanks that brackets of a formula do without."""


def caveats(briefing: Briefing, facts: Iterable[Fact], language: str) -> str:
    """Every sentence that these figures want said, one for those of one status; empty where there is none."""
    wanting = [fact for fact in facts if fact.status != "final" or fact.note is not None]
    if not wanting:
        return ""
    groups = grouped(wanting, briefing.facts)
    told = [sentence for group in groups for sentence in _sentences(briefing, group, language)]
    return product.say("sentence-gap", language).join(filter(None, told))


def origins(briefing: Briefing, facts: Iterable[Fact], language: str) -> str:
    """Where these figures were read, if the briefing tells that to its readers."""
    return provenance(facts, briefing.facts, language) if briefing.about.origins else ""


def _sentences(briefing: Briefing, group: tuple[Fact, ...], language: str) -> Iterator[str]:
    """What the status of facts wants said, in the author's own words where there are some."""
    fact = group[0]
    what = fact.what[language]
    names = [each.what[language] for each in group]
    if fact.status == "derived":
        formula = _formula(briefing, fact, language)
        if len(group) > 1:
            told = _together(briefing, names, MOST_NAMED, language)
            yield product.fill("derived-alike", language, names=told, what=what, formula=formula)
        else:
            yield product.fill("derived", language, what=what, formula=formula)
    elif fact.status != "final" and fact.note is None:
        yield product.fill(fact.status, language, what=_together(briefing, names, MOST_LISTED, language))
    if fact.note is not None:
        yield product.fill("about-fact", language, what=what, note=fact.note[language])


def _together(briefing: Briefing, names: Sequence[str], most: int, language: str) -> str:
    """Names in a row, the first of many and how many there are."""
    shown = names if len(names) <= most else names[: most - 1]
    listed = product.say("names-gap", language).join(shown)
    if len(shown) == len(names):
        return listed
    count, more = (_count(briefing, number, language) for number in (len(names), len(names) - len(shown)))
    return product.fill("names-more", language, names=listed, count=count, more=more)


def _count(briefing: Briefing, number: int, language: str) -> str:
    return _write(briefing, Count(value=Decimal(number)), language, {"en_small": "digit"})


def _write(briefing: Briefing, quantity: Quantity, language: str, more: Mapping[str, Any] = _NOTHING) -> str:
    return write(quantity, language, **{**briefing.figure_options, **more})


def _formula(briefing: Briefing, fact: Fact, language: str) -> str:
    """A derived fact's formula with its figures printed: 43个 ÷ 约61%; a long sum by how many it is of."""
    parts = [_part(briefing, part, language) for part in shortened(fact.formula, briefing.facts)]
    return _CLOSE.sub(r"\1\2", " ".join(parts)).replace(" ^ ", "^")


def _part(briefing: Briefing, part: str | int, language: str) -> str:
    if isinstance(part, int):
        return product.fill("sum-of", language, count=_count(briefing, part, language))
    if fact := briefing.facts.get(part):
        return _write(briefing, _summand(fact.quantity), language)
    if part.endswith("%"):
        return _write(briefing, Percent(value=Decimal(part[:-1])), language)
    if part.isdigit():
        return _count(briefing, int(part), language)
    return _SIGNS.get(part, part)


def _summand(quantity: Quantity) -> Quantity:
    """A figure as a formula takes it: 43个 ÷ 约61%, where 累计43个 tells how it was counted and no sum needs it."""
    return replace(quantity, aggregate=None) if getattr(quantity, "aggregate", None) else quantity
