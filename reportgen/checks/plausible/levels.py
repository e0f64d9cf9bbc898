"""Growth that its two levels deny: 出口额 of 100 and of 120亿元, and 出口额增速 of 5%.

They belong together where the growth is called as the level is, with a word for growth, and its time and basis are
those of two levels; else nothing is told. Growth at constant prices or on a comparable basis may differ from that of
the levels: there more is let pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from reportgen.checks.check import Subject
from reportgen.checks.plausible.kinship import Told, levels
from reportgen.checks.plausible.rules import LEVELS
from reportgen.content.derived.operands import HUNDRED, slack_of
from reportgen.content.derived.times import comparison
from reportgen.content.entries import Wording
from reportgen.content.model import Fact
from reportgen.languages import LANGUAGES
from reportgen.messages import TONGUES, Wordings, msg, wordings
from reportgen.numbers import Period, Quantity, write
from reportgen.numbers.model.quantity import Change, Difference, Money, Percent
from reportgen.problems import Evidence, Problem

ROOM, ROOM_FOR_MONEY, ROOM_FOR_BASIS = Decimal(1), Decimal(3), Decimal(10)
"""Points that growth may lie away from its levels: of amounts, of money, of what is told at constant prices."""

_YEARLY = ("yoy", "prev_year", "nominal_yoy", "real_yoy")


def find_denied(subject: Subject) -> Iterator[Problem]:
    """Stated changes that two stated levels deny."""
    facts = subject.briefing.facts.values()
    stated = (fact for fact in facts if fact.when and not fact.formula)
    changes = [fact for fact in stated if isinstance(fact.quantity, Change | Difference)]
    if not changes:
        return
    called: dict[tuple[str, str], list[Told]] = {}
    for told in levels(facts):
        for key in told.fact.what.words.items():
            called.setdefault(key, []).append(told)
    for fact in changes:
        if fact.note is None:
            yield from _denied(fact, called)


def _denied(fact: Fact, called: dict[tuple[str, str], list[Told]]) -> Iterator[Problem]:
    for now, before in _levels_of(fact, called):
        off = _off(fact, now, before)
        if off is not None:
            yield _told(fact, now, before, off)
            return


def _levels_of(fact: Fact, called: dict[tuple[str, str], list[Told]]) -> Iterator[tuple[Told, Told]]:
    """The pairs of levels that a change is told of, by its words, its time and its basis."""
    level_names = dict.fromkeys(key for key in _level_names(fact.what) if key in called)
    for key in level_names:
        nows = [told for told in called[key] if told.fact.when == fact.when]
        for now in nows:
            for before in called[key]:
                if now.measure == before.measure and _is_basis(fact.quantity, now.fact.when, before.fact.when):
                    yield now, before


def _level_names(what: Wording) -> Iterator[tuple[str, str]]:
    """What the level is called that a change is told of: the same, or without a word for growth."""
    for language, text in what.words.items():
        yield language, text
        for form in LANGUAGES[language].words.get("growth-names", "").split("|"):
            head, _, tail = form.partition("{}")
            lowered = text.lower()
            if form and lowered.startswith(head) and lowered.endswith(tail) and len(text) > len(head) + len(tail):
                yield language, text[len(head) : len(text) - len(tail)]


def _is_basis(change: Quantity, now: Period | None, before: Period | None) -> bool:
    """Whether a change from one time to another is told on its basis."""
    if now is None or before is None or now == before or not isinstance(change, Change | Difference):
        return False
    basis, since = comparison(now, before)
    if basis in _YEARLY and change.basis in _YEARLY:
        return True
    return basis == change.basis and since == change.since


def _off(fact: Fact, now: Told, before: Told) -> Quantity | None:
    """The change of the levels, where the one that is stated is none that they can have."""
    change = fact.quantity
    slack = now.operand.slack + before.operand.slack
    if isinstance(change, Difference):
        unsure = getattr(change.amount, "qualifier", None)
        return None if unsure else _other(change, now.value - before.value, slack)
    if not isinstance(change, Change) or change.qualifier or change.value is None:
        return None
    if change.unit == "pp":
        in_points = isinstance(now.figure, Percent)
        return _other(change, now.value - before.value, slack) if in_points else None
    if isinstance(now.figure, Percent) or before.value <= 0 or now.operand.loose or before.operand.loose:
        return None
    quotient = now.value / before.value
    slack = (now.operand.slack + quotient * before.operand.slack) / before.value * HUNDRED
    return _other(change, (quotient - 1) * HUNDRED, slack + _room(fact, now))


def _room(fact: Fact, now: Told) -> Decimal:
    if fact.quantity.basis == "real_yoy" or any(map(_is_comparable, (fact.what, now.fact.what))):  # type: ignore[union-attr]
        return ROOM_FOR_BASIS
    return ROOM_FOR_MONEY if isinstance(now.figure, Money) else ROOM


def _is_comparable(what: Wording) -> bool:
    """Whether words tell of what is compared at constant prices or on a comparable basis."""
    return any(
        re.search(pattern, text, re.IGNORECASE)
        for language, text in what.words.items()
        if (pattern := LANGUAGES[language].words.get("comparable-names"))
    )


def _other(change: Change | Difference, value: Decimal, room: Decimal) -> Quantity | None:
    """The change as it should be, where the stated one is further off than the room."""
    stated = change.amount if isinstance(change, Difference) else change
    known = getattr(stated, "value", None)
    if known is None or abs(value - known) <= room + slack_of(stated):
        return None
    return _as_stated(change, value)


def _as_stated(change: Change | Difference, value: Decimal) -> Quantity:
    if isinstance(change, Difference):
        return replace(change, amount=replace(change.amount, value=value, shown=None), verb=None)
    return replace(change, value=value, shown=None, quantum=change.quantum or Decimal("0.1"), verb=None)


def _told(fact: Fact, now: Told, before: Told, right: Quantity) -> Problem:
    said = {
        "stated": _words(fact.quantity),
        "now": _words(now.fact.quantity),
        "before": _words(before.fact.quantity),
        "right": _words(right),
    }
    message = msg("{stated} is stated, and from {before} to {now} it is {right}", **said)
    hint = msg("mend one of them, or say in note: what it is told by (constant prices, a comparable basis)")
    evidence = [Evidence(told.fact.name, str(_words(told.fact.quantity)), told.fact.place) for told in (before, now)]
    return LEVELS.broken(fact.place, message, hint, end=fact.end, evidence=evidence)


def _words(quantity: Quantity) -> Wordings:
    return wordings({tongue: write(quantity, tongue) for tongue in TONGUES})
