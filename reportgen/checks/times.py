"""Times hold against the briefing's own date: no source is younger, no final figure lies ahead, none is too old."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from reportgen.checks.check import Check, Subject
from reportgen.content.derived.times import first_day, last_day
from reportgen.content.model import Briefing, Fact
from reportgen.messages import msg
from reportgen.numbers import Period
from reportgen.numbers.model.pattern import Pattern
from reportgen.problems import Certainty, Evidence, Problem, Rule, Severity

YOUNGER = Rule(
    "sources/after-briefing",
    msg("No source is dated after the briefing."),
    Severity.WARNING,
    file="sources.yaml",
    slip="paper: {publisher: {zh: 某报, en: The Paper}, date: 2025-07-05}",
    mend="paper: {publisher: {zh: 某报, en: The Paper}, date: 2025-06-05}",
)
AHEAD = Rule(
    "facts/after-briefing",
    msg("A figure for a time after the briefing's date is a plan, a target or an estimate, and says so."),
    Severity.WARNING,
    Certainty.LIKELY,
    file="facts.yaml",
    slip="growth: {is: 同比增长7.1%, what: {zh: 增速, en: growth}, when: 2026-Q1, source: paper}",
    mend="growth: {is: 同比增长7.1%, what: {zh: 增速, en: growth}, when: 2026-Q1, source: paper, status: estimate}",
)
OLD = Rule(
    "facts/old",
    msg("No figure is older at the briefing's date than its `stale_after` says."),
    Severity.WARNING,
    file="facts.yaml",
    slip="output: {is: 近4500亿元, what: {zh: 总产值, en: output}, when: 2023, source: paper, stale_after: 1 year}",
    mend="output: {is: 近4500亿元, what: {zh: 总产值, en: output}, when: 2024, source: paper, stale_after: 1 year}",
)

_AHEAD = {
    "zh": Pattern(
        "计划|规划|目标|预计|预测|预期|预算|预估|展望|指标|拟|力争|争取|上限|下限|任务|合同|订单|批复|核定|到期|完工|投产|年限"
    ),
    "en": Pattern(
        r"\b(?:plan|target|goal|forecast|project(?:ed|ion)|expect|estimat|outlook|aim|budget|schedul|due|intend|"
        r"commit|pledg|ceiling|floor|cap|limit|quota|contract|order|approv|future|complet|to be)",
        re.IGNORECASE,
    ),
}
"""Words by which what a figure measures lies ahead by its nature, by language."""


def find_out_of_time(subject: Subject) -> Iterator[Problem]:
    """Sources and figures whose times the briefing's date denies."""
    briefing = subject.briefing
    if (today := last_day(briefing.date)) is None:
        return
    yield from _younger(briefing, today)
    for fact in briefing.facts.values():
        if _lies_ahead(fact, today):
            message = msg("'{name}' is a final figure for a time after the briefing", name=fact.name)
            hint = msg("mend the time, or say status: forecast, or in what: that it is planned")
            yield AHEAD.broken(fact.place, message, hint, end=fact.end)
    yield from _old(briefing, today)


def _younger(briefing: Briefing, today: date) -> Iterator[Problem]:
    for source in briefing.sources.values():
        start = first_day(source.date) if source.date else None
        if start and source.entry.date and start > today:
            message = msg("the source '{name}' is dated after the briefing", name=source.name)
            evidence = [Evidence(msg("the briefing's date"), str(briefing.about.date), briefing.about.date.place)]
            hint = msg("mend the date of one of the two")
            yield YOUNGER.broken(source.entry.date, message, hint, evidence=evidence)


def _lies_ahead(fact: Fact, today: date) -> bool:
    """Whether a figure that counts as final is for a time that has not begun, or a quarter that has not ended.

    One that is itself a time may lie ahead, and a year's figure may be the plan of that year.
    """
    when = fact.when
    if when is None or fact.status != "final" or isinstance(fact.quantity, Period):
        return False
    start, end = first_day(when), last_day(when)
    if start is None or end is None or not (start > today or (_in_course(when) and end > today)):
        return False
    words = [text for text in (fact.what, fact.label, fact.note) if text]
    return not any(
        pattern.search(text[language])
        for text in words
        for language, pattern in _AHEAD.items()
        if not text.lacks(language)
    )


def _in_course(when: Period) -> bool:
    """Whether a time is a stretch within a year, whose figure is known when it has ended."""
    return not (when.as_of or when.eop) and any((when.quarter, when.half, when.months, when.first_quarters))


def _old(briefing: Briefing, today: date) -> Iterator[Problem]:
    """Of a family, which may be a series, its newest figure counts."""
    newest: dict[str, tuple[date, Fact]] = {}
    for fact in briefing.facts.values():
        told = last_day(fact.when) if fact.when else None
        if told is None or isinstance(fact.quantity, Period):
            continue
        one = fact.member.family if fact.member else fact.name
        if one not in newest or newest[one][0] < told:
            newest[one] = told, fact
    for told, fact in newest.values():
        age = fact.stale_after or briefing.about.stale_after
        if fact.status != "derived" and age and age.is_old(told, today):
            message = msg("the figure '{name}' is of {time}, and old by now", name=fact.name, time=told.isoformat())
            hint = msg("look for a newer one, or give it a stale_after: of its own (never, where it is history)")
            yield OLD.broken(fact.place, message, hint, end=fact.end)


TIMES = Check(
    "times",
    msg("Times hold against the briefing's date: of sources, of figures ahead, of figures that are old."),
    None,
    (YOUNGER, AHEAD, OLD),
    find_beside=find_out_of_time,
)
