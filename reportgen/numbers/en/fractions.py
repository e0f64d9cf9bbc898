"""Parts of a whole in English: two thirds, 1/3, a quarter, half an hour."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from reportgen.numbers.en.figure_kinds import far_way
from reportgen.numbers.en.left_context import left_of
from reportgen.numbers.en.number_patterns import WORD
from reportgen.numbers.en.reading_words import AFTER, PARTS, SMALL, TAILS, UNITS_UP, VERBS
from reportgen.numbers.grammar.patterns import any_of
from reportgen.numbers.grammar.scan import ScanStep, TextScan
from reportgen.numbers.model.pattern import Pattern

_PART = any_of(PARTS)
_FRACTION = Pattern(
    rf"(?P<num>{'|'.join(UNITS_UP[1:11])}|[0-9]{{1,2}})[\s-](?P<den>{_PART})\b(?!-)|(?P<n>[0-9]{{1,2}})/(?P<d>[0-9]{{1,3}})(?![0-9/])"
)
_MILLION = Pattern(r"half\sa\s(?:million|billion|trillion|dozen)\b")
_FIFTY = Pattern(r"half\b(?!-)(?P<of>\s(?:of|the|a|an|all|that|its|their)\b)?")


def fraction(run: TextScan, at: int) -> ScanStep | None:
    """One third, two-thirds, 1/3."""
    found = _FRACTION.match(run.lower, at)
    if found is None:
        return None
    if found["n"]:
        num, den = int(found["n"]), int(found["d"])
        if not 0 < num < den <= 100:
            return None, found.end()
    else:
        word = found["num"]
        num, den = int(word) if word.isdigit() else SMALL[word], PARTS[found["den"]]
        plural = found["den"].endswith(("s", "halves"))
        if num >= den or plural != (num > 1) or (num, den) == (2, 4):
            return None
        if word.isdigit() and not plural:
            return None
    left = left_of(run.lower, at, run.floor)
    after = None if left.qualifier else _OR_MORE.match(run.lower, found.end())
    return run.figure(
        left.start,
        after.end() if after else found.end(),
        "fraction",
        f"{num}/{den}",
        qualifier=AFTER[after[1]] if after else left.qualifier,
        qform=after[1] if after else left.qform,
        direction=VERBS.get(left.verb) or far_way(run.lower, run.floor, left.start),
    )


_OR_MORE = Pattern(r"\s(or more|or less|or so|or fewer|or higher|or above|or over)\b")
_ARTICLE = Pattern(r"\ba (?:further |mere |full |good )?$")


def part(run: TextScan, at: int) -> ScanStep | None:
    """A third of, more than a quarter, by a tenth: the article makes a fraction of an ordinal."""
    lower = run.lower
    word = WORD.match(lower, at)
    article = _ARTICLE.search(lower, max(0, at - 10), at)
    if word is None or article is None or (den := PARTS.get(word[0])) is None:
        return None
    left = left_of(lower, article.start(), run.floor)
    further = article.end() - article.start() > 2
    if lower.startswith(("-", " century", " of 20", " of 19"), word.end()):
        return None
    parted = lower.startswith(" of ", word.end()) or _COMPARED.match(lower, word.end())
    by = lower.endswith((" by ", " to "), 0, article.start())
    if not (left.qualifier or parted or further or left.verb or by):
        return None
    start = left.start if left.qualifier else article.start() + (lower[article.start()] == " ")
    way = VERBS.get(left.verb) or far_way(lower, run.floor, start)
    said: dict[str, Any] = {"qualifier": left.qualifier, "qform": left.qform, "direction": way}
    return run.figure(left.start if left.qualifier else article.start(), word.end(), "fraction", f"1/{den}", **said)


_COMPARED = Pattern(
    r"\s(?:higher|lower|more|less|fewer|larger|smaller|are|were|have|had|do|did|come|came|say|said|plan|expect)\b"
)


_TIME_AND = Pattern(r"\b(?:decade|year|month|week|day|hour|century)\sand\sa\s$")
_HALF_UNIT = Pattern(
    r"half\s(?:a|an)\s(?P<tail>year|month|day|hour|percentage point|century|decade)\b"
    r"|half-(?P<unit>hour|day|percentage-point)\b"
)


def half(run: TextScan, at: int) -> ScanStep | None:
    """Half, half a year; half a million is the general figure's."""
    lower = run.lower
    if found := _HALF_UNIT.match(lower, at):
        row = TAILS.get((found["tail"] or found["unit"]).replace("-", " "))
        left = left_of(lower, at, run.floor)
        if row is None:
            return None, found.end()
        return run.figure(
            left.start,
            found.end(),
            row.kind,
            Decimal("0.5"),
            unit=row.unit,
            qualifier=left.qualifier,
            qform=left.qform,
            form="half",
            direction=VERBS.get(left.verb) if row.kind == "pp" else None,
        )
    found = _FIFTY.match(lower, at)
    if found is None or _MILLION.match(lower, at):
        return None
    if _TIME_AND.search(lower, max(0, at - 14), at):
        return None, found.end()  # a decade and a half
    left = left_of(lower, at - 2 if lower.endswith(" a ", 0, at) else at, run.floor)
    before = lower[max(0, at - 10) : at]
    if not found["of"] and before.endswith(
        ("first ", "second ", "other ", "latter ", "top ", "bottom ", "better ", "final ")
    ):
        return None, found.end()
    return run.figure(
        left.start,
        at + 4,
        "fraction",
        "1/2",
        qualifier=left.qualifier,
        qform=left.qform,
        direction=VERBS.get(left.verb) or far_way(lower, run.floor, left.start),
    )
