"""What every report says of two editions, in each language the program speaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.living.delta.found import FATES, MOVED, ChartChange, Delta, FactChange, FactSide, Fate, Spot
from reportgen.messages import Message, Wordings, listing, msg, plural, wordings
from reportgen.numbers import FigureError, read_period, write
from reportgen.numbers.model.pattern import Pattern

FACTS, CHARTS, WORDING = msg("Facts"), msg("Charts"), msg("Wording")
SAME = msg("Both tell the same.")
TITLE = msg("Two editions compared")
THEN, NOW, CHANGE, PRINTED = msg("was"), msg("is"), msg("change"), msg("where it is printed")
NOWHERE = msg("printed nowhere")
_CUT_LEFT, _CUT_RIGHT = Pattern(r"^[A-Za-z’'\-]+\s+"), Pattern(r"\s+[A-Za-z’'\-]+$")
"""A word of which only a part would be shown."""

_EXCERPT = 36
"""How many characters of a sentence are shown on each side of a figure."""


def counts(changes: Sequence[FactChange | ChartChange]) -> Message:
    """How many are new, gone and changed."""
    told = [(fate, sum(1 for each in changes if each.fate is fate)) for fate in Fate]
    return listing([msg("{count} {fate}", count=count, fate=FATES[fate]) for fate, count in told if count], "unit")


def summary(delta: Delta) -> Message:
    """The numbers of what differs, in one line."""
    parts = [
        plural("{count} fact", "{count} facts", len(delta.facts)),
        plural("{count} chart", "{count} charts", len(delta.charts)),
        plural("{count} paragraph", "{count} paragraphs", len(delta.wording)),
    ]
    return msg("different: {parts}", parts=listing(parts, "unit"))


def figures(side: FactSide | None, language: str) -> str:
    """A fact as a side prints it in a language; empty where it does not."""
    return dict(side.told.printed).get(language, "") if side else ""


def also(change: FactChange) -> Iterator[Message]:
    """What differs of a fact besides its figure: from what to what."""
    for what in change.moved:
        if what == "figure" or change.then is None or change.now is None:
            continue
        one, other = _said(change.then, what), _said(change.now, what)
        yield msg("{what}: {then} → {now}", what=MOVED[what], then=one, now=other)


def _said(side: FactSide, what: str) -> str:
    fact = side.told
    match what:
        case "period":
            return _period(fact.period) or msg("none")
        case "status":
            return fact.status
        case "sources":
            return ", ".join(fact.sources) or msg("none")
        case _:
            return ", ".join(f"{name} {value}" for name, value in fact.known if name != "sha256") or msg("none")


def _period(code: str) -> Wordings | str:
    try:
        period = read_period(code)
    except FigureError:
        return code
    return wordings({"zh": write(period, "zh"), "en": write(period, "en")})


def excerpt(spot: Spot) -> tuple[str, str, str]:
    """The sentence round what is meant: before it, itself, behind it."""
    text = spot.text.replace("\n", " ")
    before, after = text[: spot.start], text[spot.end :]
    short, rest = before[-_EXCERPT:], after[:_EXCERPT]
    if len(short) < len(before):
        short = "…" + _CUT_LEFT.sub("", short)
    if len(rest) < len(after):
        rest = _CUT_RIGHT.sub("", rest) + "…"
    return short, text[spot.start : spot.end], rest


def placed(spot: Spot) -> Message | str:
    """A place behind the headings over it."""
    if not spot.heading:
        return spot.place
    return msg("{heading}: {place}", heading=spot.heading, place=spot.place)
