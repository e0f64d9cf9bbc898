"""The grammar of figures in English prose: where they stand and what they say.

A candidate is a digit or a word that can begin a figure; the rules for it are tried there in turn, on the text in lower
case, and what stands left of it is read backwards.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cache
from typing import Any

from reportgen.numbers.grammar.en_left import Left, left_of
from reportgen.numbers.grammar.en_masks import PHRASES, lettered, masked
from reportgen.numbers.grammar.en_periods import MONTHS, end_of, period_at
from reportgen.numbers.grammar.en_words import (
    AFTER,
    CASED,
    FOLDS,
    HALVED,
    LETTER_SCALES,
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
    Tail,
    any_of,
    tail_pattern,
)
from reportgen.numbers.grammar.found import Found
from reportgen.numbers.grammar.numerals import digits, scaled
from reportgen.numbers.quantity import QualifierType

Step = tuple[Found | None, int]
"""What a rule made of a place: a figure, or nothing where it is masked; and where to go on."""
Rule = Callable[["_Scan", int], Step | None]


def _by_initial(words: Iterable[str]) -> str:
    """Words as an alternation by first letter, which lets a scan pass over the others quickly."""
    groups: dict[str, list[str]] = {}
    for word in sorted(set(words), reverse=True):
        groups.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{initial}(?:{'|'.join(rests)})" for initial, rests in sorted(groups.items()))


_ORDINAL_WORDS = [word for word in ORDINALS if "-" not in word]
_TRIGGERS = [
    *SMALL, *MONTHS, *VAGUE, *MULTIPLIED, *HALVED, *FOLDS, *_ORDINAL_WORDS,
    "hundred", "thousand", "million", "billion", "trillion", "dozen", "half", "quarter", "top", "no.",
]  # fmt: skip
_CANDIDATE = re.compile(rf"[0-9]|\b(?:{_by_initial(_TRIGGERS)})(?![a-z])|\b[qh](?=[1-4](?![0-9]))|['’](?=[1-9]0s\b)")
_LIST_GAP = re.compile(r",?\s(?:and|or)\s|,\s")

_ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,12}(?![0-9])|[0-9]{1,40})(?:\.[0-9]{1,40}|\.\s[0-9]{1,3}(?=\s(?:million|billion|trillion)))?(?![0-9])"
_ONES = "(?:" + "|".join(sorted(UNITS_UP[1:], key=len, reverse=True)) + ")"
_TENS = rf"(?:{'|'.join(TENS)})(?:[\s-](?:{'|'.join(UNITS_UP[1:10])})\b)?"
_SUB100 = rf"(?:{_TENS}|{_ONES})\b"
_SUB1000 = rf"(?:(?:{_SUB100}|a)\s)?hundred\b(?:(?:\sand)?\s{_SUB100})?|{_SUB100}"
_SPELLED = rf"(?:(?:(?:{_SUB1000})\sthousand\b(?:,?(?:\sand)?\s(?:{_SUB1000}))?|{_SUB1000}|thousand\b|dozen\b)(?:\sand\sa\s(?P<half{{n}}>half)\b)?|half\sa(?=\s(?:million|billion|trillion|dozen|century)))"
_SCALE = any_of(SCALES)
_BETWEEN = "(?:consecutive|straight|successive|full|whole|more|additional|further|extra|long|working)"
_CURRENCY = r"(?:rmb|cny|us\s?\$|usd|hk\$|hkd|€|£|¥|\$|eur|gbp)\s?"


@cache
def _figure_pattern() -> re.Pattern[str]:
    tail = tail_pattern()
    after = any_of(word for word in AFTER if word not in ("+", "-plus", " plus", "-odd", " odd"))
    one = rf"(?:{_ARABIC}|{_SPELLED.format(n='a')})"
    two = rf"(?:{_ARABIC}|{_SPELLED.format(n='b')})"
    scale = rf"(?:(?:{_SCALE})(?![a-z0-9])|[mbkt](?![a-z0-9²³]))"
    more = r"\+|[ -](?:plus|odd)\b"
    return re.compile(
        rf"(?P<a>{one})(?P<am>{more})?(?:[\s-]?(?P<as>{scale}))?(?P<an>{more})?(?:[\s-]{{0,2}}(?:{_BETWEEN}\s)?(?P<at>{tail}))?"
        rf"(?:(?P<sep>\s?(?:[–~]|-)\s?|\sto\s|\sand\s)(?P<cur>{_CURRENCY})?(?P<b>{two})(?:[\s-]?(?P<bs>{scale}))?(?P<bm>{more})?(?:[\s-]{{0,2}}(?:{_BETWEEN}\s)?(?P<bt>{tail}))?)?"
        rf"(?:\s(?P<after>{after})\b)?"
    )


def scan(text: str) -> list[Found]:
    """Every figure of a normalized text, in order; those of kind `hint` only help to compare two texts."""
    run, at = _Scan(text), 0
    while candidate := _CANDIDATE.search(run.lower, at):
        at = run.step(candidate.start(), candidate[0])
    return _share_units(run.lower, run.found)


class _Scan:
    """One pass over a text: what was found, and where the last figure ended."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lower = text.lower()
        self.found: list[Found] = []
        self.floor = 0

    def figure(
        self, start: int, end: int, kind: str, value: Decimal | str | None = None, **fields: Any
    ) -> tuple[Found, int]:
        """A figure that stands from `start` to `end`, and the place to go on from."""
        return Found(self.text, start, end, kind, value, **fields), end

    def step(self, at: int, word: str) -> int:
        for rule in _RULES["0" if "0" <= word <= "9" else word]:
            if (made := rule(self, at)) is not None:
                found, end = made
                if found is not None:
                    self.found.append(found)
                    self.floor = end
                return max(end, at + 1)
        run = _RUN.match(self.lower, at)
        return run.end() if run else at + 1


_RUN = re.compile("[0-9]+|[a-z]+")

# ---- rules ------------------------------------------------------------------------------------------------------------


def _phrase(run: _Scan, at: int) -> Step | None:
    found = PHRASES.match(run.lower, at)
    if found or run.lower.endswith(("no ", "any ", "every "), 0, at) and run.lower.startswith("one", at):
        return None, found.end() if found else at + 3
    return None


def _code(run: _Scan, at: int) -> Step | None:
    end = masked(run.text, run.lower, at)
    return (None, end) if end else None


def _period(run: _Scan, at: int) -> Step | None:
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


_YEAR = re.compile(r"(?:1[6-9]|20|21)[0-9]{2}(?![0-9]|,[0-9]{3}|\.[0-9])")
_BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|since|by|from|to|until|till|through|during|of|year|years|end|mid|early|late|before|after|pre|post|for|than|on|over|and|between|"
    r"fy|fiscal|around|the|vs|versus|against)[\s-]|[(/–,-]\s?)$"
)
_COUNTED = re.compile(
    r"\s(?:new |young |high-tech |more |other |such )?(?!gross|was|is|has|its|this|plus|versus|news|years?\b|series|olympics|games|sales|exports|imports|earnings|results|statistics)[a-z-]+s\b(?!['’])"
)
_NOT_YEAR = re.compile(
    r"[\s-]?(?:%|percent|per cent|million|billion|trillion|times|people|yuan|km|kilo|square|tonnes|tons|meters|metres|hours|days)"
)


def _year(run: _Scan, at: int) -> Step | None:
    """A bare year: four digits after a word of time, or before nothing that could be counted."""
    found = _YEAR.match(run.lower, at)
    if found is None or _NOT_YEAR.match(run.lower, found.end()):
        return None
    floor = max(run.floor, at - 10)
    timed = _BEFORE_YEAR.search(run.lower, floor, at)
    if timed and timed[0].strip() in ("over", "around", "the", "and", ",", "of", "to", "for", "than"):
        timed = None if _COUNTED.match(run.lower, found.end()) or timed[0].strip() in ("over", "around") else timed
    if not timed:
        left = left_of(run.lower, at, run.floor)
        if left.qualifier or left.currency or _COUNTED.match(run.lower, found.end()):
            return None
    start = end_of(run.lower, run.floor, at)
    return run.figure(start, found.end(), "date", found[0], eop=start < at)


_NTH = re.compile(r"(?P<n>[0-9]{1,6})(?:st|nd|rd|th)\b")
_NTH_WORD = re.compile(
    rf"(?P<ten>{'|'.join(TENS)})[\s-](?P<one>{'|'.join(_ORDINAL_WORDS[:9])})\b|(?:{'|'.join(sorted(_ORDINAL_WORDS, key=len, reverse=True))})\b"
)
_RANKED = re.compile(
    r"\b(?:rank\w*|place[ds]?|placing|came|come|finish\w*|stand(?:s|ing)?|stood|position\w*|listed|rated|remain\w*|is|was|were)\s(?:\w+\s){0,3}$"
)
_RANK_AFTER = re.compile(
    r"[\s-](?:place|nationwide|nationally|globally|worldwide|in the (?:country|nation|world|province|city)|among|overall|position)\b"
)
_FRACTIONAL = re.compile(r"\s(?:of\s(?:the|its|all|total|our|their|a|china)|higher|lower|more|less)\b|(?=[,.;]|$)")
_LISTED = re.compile(r"(?:^|[.;:!?]\s|\n\s?)$")
_UNIT_SECOND = re.compile(r"\b(?:per|a|every|each|one|per-)\s$")


def _ordinal(run: _Scan, at: int) -> Step | None:
    """12th, third, twenty-first; First, as the opener of a list is none."""
    lower = run.lower
    found = _NTH.match(lower, at)
    if found:
        day = lower.endswith("on the ", 0, at) and not lower.startswith(" ", found.end())
        kind = "hint" if day or lower.startswith(" day of", found.end()) else "ordinal"
        return run.figure(
            at, found.end(), kind, f"---{int(found['n']):02}" if kind == "hint" else Decimal(found["n"]), form="nth"
        )
    found = _NTH_WORD.match(lower, at)
    if found is None:
        return None
    end = found.end()
    if lower.startswith(",", end) and _LISTED.search(lower, max(0, at - 3), at):
        return None, end
    value = ORDINALS[f"{found['ten']}-{found['one']}"] if found["ten"] else ORDINALS[found[0]]
    if found[0] == "second" and _UNIT_SECOND.search(lower, max(0, at - 6), at):
        return None, end
    if found[0] == "first" and re.match(rf"\s(?:[0-9]|{'|'.join(SMALL)})", lower[end : end + 14]):
        return None, end
    ranked = _RANKED.search(lower, max(0, at - 40), at) or _RANK_AFTER.match(lower, end)
    weak = value == 1 and not ranked
    return run.figure(at, end, "ordinal", Decimal(value), form="nth", weak=weak)


_NUMBER_ONE = re.compile(r"no\.\s?(?P<n>[0-9]{1,4})(?![0-9.])")


def _numbered(run: _Scan, at: int) -> Step | None:
    found = _NUMBER_ONE.match(run.lower, at)
    if found is None:
        return None
    if run.lower.endswith(("] ", "〕 "), 0, at):
        return None, found.end()
    return run.figure(at, found.end(), "ordinal", Decimal(found["n"]), form="nth")


_TOP = re.compile(
    rf"top[\s-](?P<n>[0-9]{{1,4}}|{'|'.join(sorted(SMALL, key=len, reverse=True))})\b(?!\s?(?:%|percent|per cent))"
)


def _top(run: _Scan, at: int) -> Step | None:
    found = _TOP.match(run.lower, at)
    if found is None:
        return None
    value = Decimal(found["n"]) if found["n"].isdigit() else Decimal(SMALL[found["n"]])
    return run.figure(at, found.end(), "ordinal", value, form="top") if value > 1 else None


_PART = "|".join(sorted(PARTS, key=len, reverse=True))
_FRACTION = re.compile(
    rf"(?P<num>{'|'.join(UNITS_UP[1:11])}|[0-9]{{1,2}})[\s-](?P<den>{_PART})\b(?!-)|(?P<n>[0-9]{{1,2}})/(?P<d>[0-9]{{1,3}})(?![0-9/])"
)
_FIFTY = re.compile(r"half\b(?!-)(?P<of>\s(?:of|the|a|an|all|that|its|their)\b)?")


def _fraction(run: _Scan, at: int) -> Step | None:
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
        direction=VERBS.get(left.verb),
    )


def _part(run: _Scan, at: int) -> Step | None:
    """A third of, a quarter of, by a tenth: the article makes a fraction of an ordinal."""
    lower = run.lower
    word = _RUN.match(lower, at)
    if word is None or not lower.endswith(" a ", 0, at) and not (at == 2 and lower.startswith("a ")):
        return None
    den = PARTS.get(word[0])
    left = left_of(lower, at - 2, run.floor)
    if (
        den is None
        or not (left.qualifier or _FRACTIONAL.match(lower, word.end()))
        or lower.startswith(("-", " century"), word.end())
    ):
        return None
    by = lower.endswith((" by ", " to "), 0, at - 2)
    if (
        not (
            left.qualifier
            or left.verb
            or by
            or _FRACTIONAL.match(lower, word.end())
            and lower[word.end() : word.end() + 1] == " "
        )
        and at > 2
    ):
        return None
    start = left.start if left.qualifier else at - 2
    return run.figure(
        start,
        word.end(),
        "fraction",
        f"1/{den}",
        qualifier=left.qualifier,
        qform=left.qform,
        direction=VERBS.get(left.verb),
    )


_HALF_UNIT = re.compile(
    r"half\s(?:a|an)\s(?P<tail>year|month|day|hour|percentage point|century|decade)\b|half-(?P<unit>hour|day|percentage-point)\b"
)


def _half(run: _Scan, at: int) -> Step | None:
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
        )
    found = _FIFTY.match(lower, at)
    if found is None or re.match(r"half\sa(?:\s(?:million|billion|trillion|dozen))", lower[at : at + 20]):
        return None
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
        direction=VERBS.get(left.verb),
    )


_OFTEN = re.compile(
    r"\s(?:a|per|every|each|an)\s(?:day|week|month|year|hour|season)|\s(?:daily|weekly|monthly|annually|yearly)"
)


def _multiplied(run: _Scan, at: int) -> Step | None:
    """Doubled, tripled, twice, threefold, halved."""
    lower = run.lower
    word = _RUN.match(lower, at)
    assert word is not None
    if _OFTEN.match(lower, word.end()):
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


_VAGUE = re.compile(
    rf"(?P<a>{'|'.join(VAGUE)})(?:\sof\s(?P<b>{'|'.join(VAGUE)}))?\b(?P<of>\sof\b)?(?:\s(?P<tail>{tail_pattern()}))?"
)
_SEVERAL = re.compile(
    rf"(?P<a>hundred|thousand|million|billion|trillion|dozen)\b(?:\s(?P<b>thousand|million|billion|trillion))?(?:\s(?:of\s)?(?P<tail>{tail_pattern()}))?"
)
_SEVERAL_LEFT = re.compile(r"\b(?:several|a few|many|some|a couple)\s$")
_ORDERS = {"dozen": 10, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}


def _vague(run: _Scan, at: int) -> Step | None:
    """Dozens of, tens of thousands of, billions of yuan; several hundred."""
    lower = run.lower
    found = _VAGUE.match(lower, at)
    if found:
        if found["a"] in ("scores", "tens") and not (found["of"] or found["b"]):
            return None, found.end("a")
        order = VAGUE[found["a"]] * (VAGUE[found["b"]] if found["b"] else 1)
        start, tail = at, found["tail"]
    else:
        found, before = _SEVERAL.match(lower, at), _SEVERAL_LEFT.search(lower, max(0, at - 10), at)
        if found is None or before is None:
            return None
        order = _ORDERS[found["a"]] * (_ORDERS[found["b"]] if found["b"] else 1)
        start, tail = before.start(), found["tail"]
    row = TAILS.get(re.sub("[ -]", " ", tail)) if tail else None
    end = found.end("tail") if row else found.end("tail") if tail else found.end()
    return run.figure(start, end, "vague", order=Decimal(order), unit=row.unit if row else None)


_LEVEL = re.compile(
    r"(?:(?P<n>[0-9]+(?:\.[0-9]+)?|one|ten|hundred|a)[\s-])?(?:(?P<h>hundred)-)?(?P<s>million|billion|trillion)-(?P<c>yuan|rmb|dollar|euro|us-dollar)(?:[\s-](?P<level>level|plus|class|scale))?\b"
)
_LEVEL_CURRENCIES = {"yuan": "CNY", "rmb": "CNY", "dollar": "USD", "us-dollar": "USD", "euro": "EUR"}


def _level(run: _Scan, at: int) -> Step | None:
    """Trillion-yuan-level, 100-billion-yuan; a figure that is no power of ten (5-billion-yuan) is an amount."""
    found = _LEVEL.match(run.lower, at)
    if found is None:
        return None
    number = found["n"]
    value = (
        Decimal(number) if number and number[0].isdigit() else Decimal({"ten": 10, "hundred": 100}.get(number or "", 1))
    )
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


# ---- the general figure -----------------------------------------------------------------------------------------------

_PER = re.compile(
    r"(?:\s[a-z-]+){0,3}?\s(?:per|for every|in every|out of every)\s(?P<per>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{2,7}|ten thousand|thousand|hundred|million)"
    r"\s(?:people|persons|residents|inhabitants|population|[a-z-]+s)\b"
)
_PERS = {"thousand": 1000, "hundred": 100, "million": 10**6, "ten thousand": 10**4}
_TIMES_MORE = re.compile(r"\s(?:more|higher|larger|greater|faster|bigger|longer|above)\b")
_RATIO = re.compile(
    r"(?P<a>[0-9]+(?:\.[0-9]+)?)\s?[:∶]\s?(?P<b>[0-9]+(?:\.[0-9]+)?)(?![0-9:])|(?P<c>[0-9]+|[a-z]+)[\s-]to[\s-](?P<d>one|1)\b(?![.,][0-9]|\s?(?:%|percent|million|billion|trillion|percentage))"
)
_SCORE = re.compile(
    r"[0-9]{1,3}(?:-[0-9]{1,3}){2,3}(?![0-9-])|(?P<a>[0-9]{1,2})[-–](?P<b>[0-9]{1,2})(?![0-9%-]|[.,][0-9]|\s?[a-z]+-|[\s-](?:percent|million|billion|trillion|year|month|day|hour|week))"
)


def _ratio(run: _Scan, at: int) -> Step | None:
    """3:1, 3 to 1; a time of day is masked before."""
    found = _RATIO.match(run.lower, at)
    if found is None:
        return None
    first = found["a"] or found["c"]
    value = digits(first) if first[0].isdigit() else Decimal(SMALL.get(first, 0))
    if found["c"] and value < 2:
        return None
    second = found["b"] or "1"
    return run.figure(at, found.end(), "ratio", f"{_plain(value)}:{second}")


def _score(run: _Scan, at: int) -> Step | None:
    """39-39-4, 3-1: falling numbers joined by a hyphen; rising ones are a range."""
    found = _SCORE.match(run.lower, at)
    if found is None or found["a"] and int(found["a"]) < int(found["b"]):
        return None
    return run.figure(at, found.end(), "score", found[0].replace("–", "-"))


def _plain(value: Decimal) -> str:
    return format(value, "f")


@cache
def _spelled(text: str) -> Decimal | None:
    """The value of number words: two hundred and thirty-five."""
    total, part = Decimal(0), Decimal(0)
    for word in re.split(r"[\s,-]+", text):
        if word in SMALL:
            part += SMALL[word]
        elif word in ("hundred", "dozen"):
            part = (part or 1) * (100 if word == "hundred" else 12)
        elif word == "thousand":
            total, part = total + (part or 1) * 1000, Decimal(0)
        elif word == "half":
            return (total + part + Decimal("0.5")) if total + part else Decimal("0.5")
        elif word not in ("and", "a", ""):
            return None
    return total + part


def _number(text: str) -> Decimal | None:
    return digits(text) if text[0] <= "9" else _spelled(text)


def _general(run: _Scan, at: int) -> Step | None:
    """`[qualifier] [currency] number [scale] [unit] [or so]`, and ranges of it."""
    match = _figure_pattern().match(run.lower, at)
    return _Reading(run, at, match).step() if match else None


class _Reading:
    """One match of the general pattern, on its way to a figure."""

    __slots__ = ("after", "at", "end", "high", "left", "low", "match", "more", "number", "power", "run", "sep", "word")

    def __init__(self, run: _Scan, at: int, match: re.Match[str]) -> None:
        self.run, self.at, self.match, self.end = run, at, match, match.end()
        a, am, scale, an, at_, self.sep, b, bs, bm, bt, self.after = match.group(
            "a", "am", "as", "an", "at", "sep", "b", "bs", "bm", "bt", "after"
        )
        start = at
        lower = run.lower
        if a[0] in "htd" and lower.endswith(("a ", "one "), max(run.floor, at - 4), at):  # a hundred, a dozen
            start = at - 2 if lower.endswith("a ", 0, at) else at
        self.left = left_of(lower, start, run.floor)
        if self.left.start == start and start < at:
            self.left = self.left._replace(start=start)
        self.number, self.word, self.more, self.high = a, at_, am or an, None
        self.power = self._power(scale, at_)
        self.low = _number(a)
        if scale and re.sub("[ -]", " ", scale) == "dozen" and self.low is not None:
            self.low *= 12
        if b is not None:
            self._range(b, bs, at_, bt)
            self.more = self.more or (bm if self.high is not None else None)
        if self.high is None and self.low is not None:
            self.low = scaled(self.low, self.power)

    def _power(self, scale: str | None, tail: str | None) -> int:
        """A single letter is a scale only behind a currency sign; else it is a unit, and taken back."""
        if not scale:
            return 0
        plain = re.sub("[ -]", " ", scale)
        if plain in SCALES:
            return SCALES[plain]
        if self.left.currency:
            return LETTER_SCALES[plain]
        if plain in TAILS and not tail:
            self.word = plain
        return 0

    def _range(self, b: str, scale: str | None, first: str | None, second: str | None) -> None:
        """Takes the second number as the upper end, or gives it back: rose 5% to 35 percent is two figures."""
        low, upper, match = self.low, _number(b), self.match
        power = SCALES.get(re.sub("[ -]", " ", scale), 0) if scale else 0
        fits = low is not None and upper is not None and self._joins(first, second)
        if fits and low is not None and upper is not None:
            own = self.power if match["as"] else power
            upper = scaled(upper, power)
            low = low if scaled(low, own) >= upper > low else scaled(low, own)  # 1,000–1 million tells its scale alone
            if not match["bs"] and match["as"] and self.power and upper < low:
                upper = scaled(upper, self.power)
            if low < upper:
                self.low, self.high, self.word, self.power = low, upper, second or first, power
                return
        self.after = None
        self.end = max(match.end(name) for name in ("a", "am", "as", "an", "at"))

    def _joins(self, first: str | None, second: str | None) -> bool:
        sep = (self.sep or "").strip()
        lower, at = self.run.lower, self.left.start
        if sep == "and":
            return lower.endswith("between ", 0, at)
        if first and not second or (first and second and TAILS[_spaced(first)] != TAILS[_spaced(second)]):
            return False
        return sep != "to" or not _CHANGED.search(lower, max(self.run.floor, at - 40), at)

    def step(self) -> Step | None:
        run, low = self.run, self.low
        if low is None:
            return None
        tail = TAILS[_spaced(self.word)] if self.word else None
        if self.number[0] <= "9" and self.end == self.match.end("a") and (end := lettered(run.lower, self.end)):
            return None, end
        if (case := CASED.get(self.word or "")) and case != run.text[self.match.end("at") - 1 : self.match.end("at")]:
            return None, self.end  # 5G is no weight
        if self.sep and self.sep.strip() == "and" and self.high is not None:
            self.left = self.left._replace(start=self.left.start - len("between "))
        return self._typed(tail, low)

    def _typed(self, tail: Tail | None, low: Decimal) -> Step | None:
        run, left, high = self.run, self.left, self.high
        lower = run.lower
        kind, unit = (tail.kind, tail.unit) if tail else ("count", None)
        form, direction = "", VERBS.get(left.verb)
        qualifier, qform = left.qualifier, left.qform
        if qform == "over" and len(low.normalize().as_tuple().digits) > 3:
            qualifier = qform = None  # over 1,318 km: across them
        if self.after and not qualifier:
            qualifier, qform = AFTER[_spaced(self.after)], self.after
        if self.more and not qualifier:
            qualifier, qform = "more", self.more
        match kind:
            case "bp":
                kind, low, high = "pp", scaled(low, -2), high and scaled(high, -2)
            case "permille":
                kind, low, high = "percent", scaled(low, -1), high and scaled(high, -1)
            case "percentage":
                kind, form = "percent", "malformed"
            case "multiple":
                if _OFTEN.match(lower, self.end):
                    kind, self.end = "count", max(self.match.end("a"), self.match.end("as"))
                elif _spaced(self.word or "") == "fold":
                    form = "increase" if left.verb else "of"
                else:
                    form = (
                        "more"
                        if _TIMES_MORE.match(lower, self.end)
                        or (left.verb and not left.to and not _THAT.match(lower, self.end))
                        else "to"
                        if left.to
                        else "of"
                    )
            case "duration":
                if unit == "decade":
                    unit, low, high = "year", low * 10, high and high * 10
                if qform == "within":
                    qualifier = qform = None
            case "count" if left.currency or self.match["cur"]:
                kind, unit = "money", left.currency or "CNY"
            case "money" if left.currency and unit != left.currency and left.currency != "CNY":
                unit = left.currency
            case "measure" if left.currency:
                kind, unit = "money", left.currency
            case _:
                pass
        start = left.start
        if (
            run.text[start - 1 : start] in ("-", "−", "–")
            and start == self.at
            and high is None
            and not run.text[start - 2 : start - 1].isalnum()
            and (kind in ("percent", "pp") or start == 1)
        ):
            low, start = -low, start - 1
        if kind in ("count", "measure") and high is None and (per := _PER.match(lower, self.end)):
            amount = Decimal(_PERS[per["per"]]) if per["per"] in _PERS else digits(per["per"])
            return run.figure(start, per.end(), "rate", low, per=amount, qualifier=qualifier, qform=qform)
        weak = (
            kind in ("count", "duration", "measure")
            and self.number == "one"
            and not (qualifier and not _IN.match(lower, self.end))
            and not self.power
            and high is None
        )
        if kind in ("percent", "pp") and direction is None and (after := _CHANGE_AFTER.match(lower, self.end)):
            direction = VERBS.get(after[1], None)
        ends = {"low": low, "high": high} if high is not None else {"value": low}
        return run.figure(
            start, self.end, kind, unit=unit, qualifier=qualifier, qform=qform, tail=self.word or "", form=form,
            direction=direction, weak=weak, power=self.power, **ends,
        )  # fmt: skip


_IN = re.compile(r"\s(?:in|out of)\s(?:every\s)?(?:[0-9]|two|three|four|five|six|seven|eight|nine|ten)")
_THAT = re.compile(r"\s(?:that|those|the|as|what|its|their|of)\b")
_CHANGED = re.compile(rf"\b(?:{'|'.join(VERBS)})\s(?:[a-z]+ly\s|further\s)?(?:from\s)?$")
_CHANGE_AFTER = re.compile(
    rf"\s(?:(?:year|quarter|month)[ -]on[ -](?:year|quarter|month)\s|annual\s|average\s)*({'|'.join(VERBS)})\b"
)


def _spaced(word: str) -> str:
    return word if word in TAILS or word in AFTER else re.sub("[ -]", " ", word)


# ---- units told once for several figures ------------------------------------------------------------------------------

_SHARED = frozenset({"percent", "pp", "money", "measure", "duration", "multiple"})


def _share_units(lower: str, found: list[Found]) -> list[Found]:
    """1.1 and 0.2 percentage points; 60 million and 200 million yuan: a bare number takes the unit of the next."""
    for index in range(len(found) - 2, -1, -1):
        first, second = found[index], found[index + 1]
        fallen = (
            lower.startswith(" to ", first.end)
            and lower.endswith("from ", 0, first.start)
            and second.start == first.end + 4
        )
        if (
            first.kind == "count" and not first.tail and first.value is not None and not first.weak
            and second.kind in _SHARED and (fallen or _LIST_GAP.fullmatch(lower, first.end, second.start))
            and (second.kind in ("percent", "pp") or first.power or second.kind != "money")
        ):  # fmt: skip
            found[index] = first._replace(
                kind=second.kind, unit=second.unit, direction=second.direction or first.direction, form=second.form
            )
    return found


_WORDS = (_phrase, _level, _vague, _period, _fraction, _part, _general)
_RULES: dict[str, tuple[Rule, ...]] = {
    "0": (_level, _period, _code, _year, _ordinal, _ratio, _fraction, _score, _general),
    **dict.fromkeys(MONTHS, (_period,)),
    **dict.fromkeys(SMALL, (_phrase, _level, _ratio, _fraction, _ordinal, _general)),
    **dict.fromkeys((*VAGUE,), (_vague,)),
    **dict.fromkeys((*MULTIPLIED, *HALVED, *FOLDS), (_phrase, _multiplied)),
    **dict.fromkeys(_ORDINAL_WORDS, (_phrase, _period, _part, _ordinal)),
    **dict.fromkeys(("hundred", "thousand", "dozen"), (_phrase, _level, _vague, _general)),
    **dict.fromkeys(("million", "billion", "trillion"), (_phrase, _level, _vague, _general)),
    "half": (_phrase, _general, _half),
    "quarter": (_phrase, _part),
    "top": (_top,),
    "no.": (_numbered,),
    "q": (_period,),
    "h": (_period,),
    "'": (_period,),
    "’": (_period,),
}
