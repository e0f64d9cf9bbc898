"""English figures of a shape of their own: periods, one third, half, doubled, dozens of, top ten, 12th, 3:1.

The general figure is in `en_figure`.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

from reportgen.numbers.en import words as en
from reportgen.numbers.en.figure_kinds import OFTEN, far_way, spaced
from reportgen.numbers.en.left_context import left_of
from reportgen.numbers.en.masks import PHRASES, masked
from reportgen.numbers.en.number_patterns import SMALL_WORDS
from reportgen.numbers.en.period_grammar import end_of, period_at
from reportgen.numbers.en.reading_words import (
    FOLDS,
    HALVED,
    MULTIPLIED,
    ORDINALS,
    PARTS,
    SCALES,
    SMALL,
    TAILS,
    TENS,
    UNITS_UP,
    VAGUE,
    VERBS,
)
from reportgen.numbers.grammar.numerals import digits, scaled
from reportgen.numbers.grammar.patterns import any_of, words
from reportgen.numbers.grammar.scan import ScanStep, TextScan
from reportgen.numbers.model.pattern import Pattern

_WORD = Pattern("[0-9]+|[a-z]+")
_ORDINAL_WORDS = [word for word in ORDINALS if "-" not in word]


_NAME = Pattern(r"[A-Z][a-z]+ [A-Z]")
_SENTENCE = Pattern(r"(?:^|[.!?:;\n“\"]\s?)$")


def phrase(run: TextScan, at: int) -> ScanStep | None:
    """One of, first-class, Five Star: set phrases and names that begin with a number word and count nothing."""
    found = PHRASES.match(run.lower, at)
    if found:
        return None, found.end()
    if run.lower.endswith(("no ", "any ", "every "), 0, at) and run.lower.startswith("one", at):
        return None, at + 3
    if _LABELED.search(run.lower, max(0, at - 9), at) and (word := _LABEL_NUMBER.match(run.lower, at)):
        return None, word.end()  # phase two
    name = _NAME.match(run.text, at)
    if not name or _SENTENCE.search(run.text, max(0, at - 2), at) or period_at(run.text, run.lower, at):
        return None  # the First Half of 2025, as headings write it, is a time
    return None, name.end() - 2


_LABELED = Pattern(r"\b(?:phase|stage|chapter|section|article|volume|tier|part|act)\s$")
_LABEL_NUMBER = Pattern(
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten)\b(?!\s(?:years?|months?|weeks?|days?|hours?)\b)"
)


def code(run: TextScan, at: int) -> ScanStep | None:
    end = masked(run.text, run.lower, at)
    if end and _COLON.match(run.lower, at) and "ratio" in run.lower[max(0, at - 40) : at]:
        return None  # a ratio of 1:16, no time of day
    return (None, end) if end else None


_COLON = Pattern(r"[0-9]{1,2}:[0-9]{2}")


def period(run: TextScan, at: int) -> ScanStep | None:
    stretch = period_at(run.text, run.lower, at)
    if stretch is None:
        return None
    start = end_of(run.lower, run.floor, at)
    eop = start < at and not stretch.code.startswith("FYP") and "/" not in stretch.code
    made = run.figure(start if eop else at, stretch.end, "date", stretch.code, eop=eop)
    if not stretch.also:
        return made
    start, end, code = stretch.also
    run.found.append(made[0])
    return run.figure(start, end, "date", code)


_YEAR = Pattern(r"(?:1[6-9]|20|21)[0-9]{2}(?![0-9]|,[0-9]{3}|\.[0-9])")
_BEFORE = Pattern(r"[a-z]{2,10}[\s-]$|[(/–,-]\s?$")
_TIMED = frozenset(
    words(
        "in since by from until till through during year years end mid early late before after pre post on between "
        "fy fiscal vs versus against mid- end- early- late- pre- post- ( /"
    )
)  # words and marks after which four digits are a year, whatever follows
_COUNTED = Pattern(
    r"\s(?:new |young |high-tech |more |other |such )?(?!gross|was|is|has|its|this|plus|versus|news|years?\b|series"
    r"|olympics|games|sales|exports|imports|earnings|results|statistics)[a-z-]+s\b(?!['’])"
)
_NOT_YEAR = Pattern(
    r"[\s-]?(?:%|percent|per cent|million|billion|trillion|times|people|yuan|km|kilo|square|tonnes|tons"
    r"|meters|metres|hours|days)"
)


_AROUND_YEAR = Pattern(r"(?:19|20)(?!00)[0-9]{2}(?:[,;)]|\.?$|\.\s)")


def year(run: TextScan, at: int) -> ScanStep | None:
    """A bare year: four digits after a word of time, or before nothing that could be counted."""
    found = _YEAR.match(run.lower, at)
    if found is None or _NOT_YEAR.match(run.lower, found.end()):
        return None
    before = _BEFORE.search(run.lower, max(run.floor, at - 10), at)
    if before is None or before[0].strip() not in _TIMED:
        left = left_of(run.lower, at, run.floor)
        if left.qform in ("around", "circa") and _AROUND_YEAR.match(run.lower, at):
            return run.figure(left.start, found.end(), "date", found[0])
        if left.qualifier or left.currency or _COUNTED.match(run.lower, found.end()):
            return None
    start = end_of(run.lower, run.floor, at)
    return run.figure(start, found.end(), "date", found[0], eop=start < at)


_NTH = Pattern(r"(?P<n>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,6})(?:st|nd|rd|th)\b")
_NO_NOUN = Pattern(r"(?!\s)|\s(?:at|in|by|and|to|near|off|that|said|when|after|before)\b")
_NTH_WORD = Pattern(
    rf"(?P<ten>{'|'.join(TENS)})[\s-](?P<one>{'|'.join(_ORDINAL_WORDS[:9])})\b|(?:{any_of(_ORDINAL_WORDS)})\b"
)
_RANKED = Pattern(
    r"\b(?:rank\w*|place[ds]?|placing|came|come|finish\w*|stand(?:s|ing)?|stood|position\w*|listed|rated|remain\w*|is|was|were)\s(?:\w+\s){0,3}$"
)
_RANK_AFTER = Pattern(
    r"[\s-](?:place|nationwide|nationally|globally|worldwide|in the (?:country|nation|world|province|city)|among"
    r"|overall|position)\b"
)
_NUMBER_NEXT = Pattern(rf"\s(?:[0-9]|(?:{SMALL_WORDS})\b)")
_LISTED = Pattern(r"(?:^|[.;:!?]\s|\n\s?)$")
_UNIT_SECOND = Pattern(r"\b(?:per|a|every|each|one|per-)\s$")
_IN_ROW = Pattern(r"\s(?:straight|consecutive|successive|year|month|quarter|term|time)\b")


def ordinal(run: TextScan, at: int) -> ScanStep | None:
    """12th, third, twenty-first; First, as the opener of a list is none."""
    lower = run.lower
    found = _NTH.match(lower, at)
    if found:
        day = lower.endswith("on the ", 0, at) and len(found["n"]) < 3 and _NO_NOUN.match(lower, found.end())
        kind = "hint" if day or lower.startswith(" day of", found.end()) else "ordinal"
        return run.figure(
            at, found.end(), kind, f"---{int(found['n']):02}" if kind == "hint" else digits(found["n"]), form="nth"
        )
    found = _NTH_WORD.match(lower, at)
    if found is None:
        return None
    end = found.end()
    if lower.startswith(",", end) and _LISTED.search(lower, max(0, at - 3), at):
        return None, end
    value = ORDINALS[f"{found['ten']}-{found['one']}"] if found["ten"] else ORDINALS[found[0]]
    if found[0] == "second" and _UNIT_SECOND.search(lower, max(0, at - 6), at) and not _IN_ROW.match(lower, end):
        return None, end
    if found[0] == "first" and _NUMBER_NEXT.match(lower, end):
        return None, end
    ranked = _RANKED.search(lower, max(0, at - 40), at) or _RANK_AFTER.match(lower, end)
    weak = value == 1 and not ranked
    return run.figure(at, end, "ordinal", Decimal(value), form="nth", weak=weak)


_INSTITUTION = Pattern(r"\s[A-Z][a-z]+ [A-Z][a-z]")
_NUMBER_ONE = Pattern(r"no\.\s?(?P<n>[0-9]{1,4})(?![0-9.])")


def numbered(run: TextScan, at: int) -> ScanStep | None:
    found = _NUMBER_ONE.match(run.lower, at)
    if found is None:
        return None
    if run.lower.endswith(("] ", "〕 ", "document ", "decree ", "order ", "notice ", "circular "), 0, at):
        return None, found.end()
    if _INSTITUTION.match(run.text, found.end()):
        return None, found.end()  # the No. 1 Cotton Mill
    return run.figure(at, found.end(), "ordinal", Decimal(found["n"]), form="nth")


_TOP = Pattern(rf"top[\s-](?P<n>[0-9]{{1,4}}|{SMALL_WORDS})\b(?!\s?(?:%|percent|per cent))")


def top(run: TextScan, at: int) -> ScanStep | None:
    found = _TOP.match(run.lower, at)
    if found is None:
        return None
    value = Decimal(found["n"]) if found["n"].isdigit() else Decimal(SMALL[found["n"]])
    return run.figure(at, found.end(), "ordinal", value, form="top") if value > 1 else None


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
    return run.figure(
        left.start,
        found.end(),
        "fraction",
        f"{num}/{den}",
        qualifier=left.qualifier,
        qform=left.qform,
        direction=VERBS.get(left.verb) or far_way(run.lower, run.floor, left.start),
    )


_ARTICLE = Pattern(r"\ba (?:further |mere |full |good )?$")


def part(run: TextScan, at: int) -> ScanStep | None:
    """A third of, more than a quarter, by a tenth: the article makes a fraction of an ordinal."""
    lower = run.lower
    word = _WORD.match(lower, at)
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


def multiplied(run: TextScan, at: int) -> ScanStep | None:
    """Doubled, tripled, twice, threefold, halved."""
    lower = run.lower
    word = _WORD.match(lower, at)
    assert word is not None
    if OFTEN.match(lower, word.end()):
        return None, word.end()
    left = left_of(lower, at, run.floor)
    said: dict[str, Any] = {"qualifier": left.qualifier, "qform": left.qform}
    if word[0] in HALVED:
        return run.figure(left.start, word.end(), "fraction", "1/2", direction="down", **said)
    factor = MULTIPLIED.get(word[0]) or FOLDS[word[0]]
    plain = word[0] in FOLDS or word[0] in ("twice", "thrice", "double", "triple", "quadruple")
    form = "to" if left.to and plain else "of" if plain and not left.verb else "increase"
    return run.figure(
        left.start,
        word.end(),
        "multiple",
        Decimal(factor),
        form=form,
        direction="up" if form == "increase" else None,
        **said,
    )


_FOLDED = Pattern(rf"({SMALL_WORDS}|[0-9]{{1,3}})-?\s?(?:to|or|[–-])[\s-]({SMALL_WORDS}|[0-9]{{1,3}})-?fold\b")


def folded(run: TextScan, at: int) -> ScanStep | None:
    """Two- to threefold."""
    found = _FOLDED.match(run.lower, at)
    if found is None:
        return None
    low, high = (Decimal(word) if word.isdigit() else Decimal(SMALL[word]) for word in found.groups())
    left = left_of(run.lower, at, run.floor)
    said: dict[str, Any] = {"qualifier": left.qualifier, "qform": left.qform, "form": "increase" if left.verb else "of"}
    return run.figure(left.start, found.end(), "multiple", low=low, high=high, **said) if low < high else None


_SEVERAL_LEFT = Pattern(r"\b(?:several|a few|many|some|a couple)\s$")
_ORDERS = {"dozen": 10} | {name: 10**power for name, power in en.POWERS.items()}


@cache
def _vague_pattern(several: bool, tail: str) -> Pattern:
    if several:
        return Pattern(rf"({any_of(_ORDERS)})\b(?:\s({any_of(_ORDERS)})\b)?()(?:\s(?:of\s)?({tail}))?")
    return Pattern(rf"({any_of(VAGUE)})(?:\sof\s({any_of(VAGUE)}))?\b(\sof\b)?(?:\s({tail}))?")


def vague(run: TextScan, at: int) -> ScanStep | None:
    """Dozens of, tens of thousands of, billions of yuan; several hundred."""
    lower, start = run.lower, at
    before = _SEVERAL_LEFT.search(lower, max(0, at - 10), at)
    found = _vague_pattern(before is not None, run.tails.pattern).match(lower, at)
    if found is None:
        return None
    sizes = _ORDERS if before else VAGUE
    if found[1] in ("scores", "tens") and not (found[2] or found[3]):
        return None, found.end(1)
    if found[3] and _NUMBER_NEXT.match(lower, found.end(3)):
        return None, found.end(3)  # set scores of 25-21
    if before:
        start = before.start()
    order = sizes[found[1]] * (sizes[found[2]] if found[2] else 1)
    row = run.tails.table[spaced(found[4])] if found[4] else None
    return run.figure(start, found.end(), "vague", order=Decimal(order), unit=row.unit if row else None)


_LEVEL = Pattern(
    r"(?:(?P<n>[0-9]{1,9}(?:\.[0-9]{1,9})?[\s-]|one[\s-]|a\s|ten-|hundred-))?(?:(?P<h>hundred)-)?(?P<s>million|billion|trillion)-(?P<c>yuan|rmb|dollar|euro|us-dollar)(?:[\s-](?P<level>level|plus|class|scale))?\b"
)
_PLAIN_LEVEL = Pattern(r"(?P<n>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9})-(?P<c>yuan|rmb|dollar|euro)-(?:level|class)\b")
_LEVEL_CURRENCIES = {"yuan": "CNY", "rmb": "CNY", "dollar": "USD", "us-dollar": "USD", "euro": "EUR"}


def level(run: TextScan, at: int) -> ScanStep | None:
    """Trillion-yuan-level, 100-billion-yuan; a figure that is no power of ten (5-billion-yuan) is an amount."""
    if plain := _PLAIN_LEVEL.match(run.lower, at):  # 10,000-yuan-level
        return run.figure(at, plain.end(), "level", digits(plain["n"]), unit=_LEVEL_CURRENCIES[plain["c"]])
    found = _LEVEL.match(run.lower, at)
    if found is None:
        return None
    number = (found["n"] or "one").rstrip("- ")
    value = Decimal(number) if number[0].isdigit() else Decimal({"ten": 10, "hundred": 100}.get(number, 1))
    value = scaled(value * (100 if found["h"] else 1), SCALES[found["s"]])
    power = value.normalize()
    kind = "level" if power.as_tuple().digits == (1,) or found["level"] else "money"
    left = left_of(run.lower, at, run.floor)
    return run.figure(
        left.start,
        found.end(),
        kind,
        value,
        unit=_LEVEL_CURRENCIES[found["c"]],
        qualifier=left.qualifier if kind == "money" else None,
    )


_RATIO = Pattern(
    r"(?P<a>[0-9]{1,9}(?:\.[0-9]{1,9})?)\s?[:∶]\s?(?P<b>[0-9]{1,9}(?:\.[0-9]{1,9})?)"
    r"(?P<e>(?:\s?[:∶]\s?[0-9]{1,9}(?:\.[0-9]{1,9})?){1,3})?(?![0-9:]|\.[0-9])|(?P<c>[0-9]+|[a-z]+)[\s-]to[\s-](?P<d>one|1)\b(?![.,][0-9]|\s?(?:%|percent|million|billion|trillion|percentage))"
)
_SCORE = Pattern(
    r"[0-9]{1,3}(?:-[0-9]{1,3}){2,3}(?![0-9-])|(?P<a>[0-9]{1,2})[-–](?P<b>[0-9]{1,2})(?![0-9%-]|[.,][0-9]|\s?[a-z]+-|[\s-](?:percent|million|billion|trillion|year|month|day|hour|week))"
)


_TERMS = Pattern(r"[0-9.]+")
_RATIO_WORDED = Pattern(
    r"([0-9]{1,6}(?:\.[0-9]{1,6})?)\sto\s([0-9]{1,6}(?:\.[0-9]{1,6})?)(?![0-9%.]|\s(?:percent|per|million|billion))"
)


def ratio(run: TextScan, at: int) -> ScanStep | None:
    """3:1, 3 to 1, 5.1:36.5:58.4; a time of day is masked before."""
    if (worded := _RATIO_WORDED.match(run.lower, at)) and "ratio" in run.lower[max(0, at - 40) : at]:
        return run.figure(at, worded.end(), "ratio", f"{worded[1]}:{worded[2]}")  # a ratio of 111.3 to 100
    found = _RATIO.match(run.lower, at)
    if found is None:
        return None
    first = found["a"] or found["c"]
    value = digits(first) if first[0].isdigit() else Decimal(SMALL.get(first, 0))
    if found["c"] and value < 2:
        return None
    second = found["b"] or "1"
    terms = [f"{value:f}", second, *(_TERMS.findall(found["e"]) if found["e"] else ())]
    return run.figure(at, found.end(), "ratio", ":".join(terms))


def score(run: TextScan, at: int) -> ScanStep | None:
    """39-39-4, 3-1: falling numbers joined by a hyphen; rising ones are a range."""
    found = _SCORE.match(run.lower, at)
    if found is None or (found["a"] and int(found["a"]) < int(found["b"])):
        return None
    return run.figure(at, found.end(), "score", found[0].replace("–", "-"))
