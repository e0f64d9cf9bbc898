"""The general English figure: `[qualifier] [currency] number [scale] [unit] [or so]`, and ranges of it.

Figures of a shape of their own (one third, doubled, dozens of) are in `en_rules`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from reportgen.numbers.en import words as en
from reportgen.numbers.en.left_context import left_of
from reportgen.numbers.en.masks import lettered
from reportgen.numbers.en.number_patterns import LARGE, number_at, value_of
from reportgen.numbers.en.reading_words import (
    AFTER,
    CASED,
    GAP,
    LETTER_SCALES,
    MULTIPLIED,
    SCALES,
    TAILS,
    VERBS,
)
from reportgen.numbers.grammar.found import Found
from reportgen.numbers.grammar.numerals import digits, power_at, scaled
from reportgen.numbers.grammar.parts import Left, Tail
from reportgen.numbers.grammar.patterns import any_of, words
from reportgen.numbers.grammar.scan import Run, Step
from reportgen.numbers.model.pattern import Pattern
from reportgen.numbers.model.quantity import QualifierType

_CURRENCY = r"(?:rmb|cny|us\s?\$|usd|hk\$|hkd|€|£|¥|\$|eur|gbp)\s?"


_JOINED = Pattern(rf"(\s?[–~-]\s?|\s(?:to|and|or)\s)({_CURRENCY})?(?=[0-9a-z])")
_AFTER = Pattern(rf"\s({any_of((word for word in AFTER if word[0].isalpha()), GAP)})\b(?!-|\sthan\b)")
_COUNTED = Pattern(r"\s(?:people|(?!across|less|towards|was|is|as|plus)[a-z]{3,}s)\b")


@dataclass(slots=True)
class Reading:
    """A number and what follows it, on the way to a figure; `low` is the value where there is no `high`."""

    at: int
    bare: int  # the end of the number itself
    end: int
    number: str
    low: Decimal
    high: Decimal | None
    power: int
    word: str | None
    more: str | None
    after: str | None
    signed: bool  # the second number of a range carries a currency sign
    left: Left
    rest: re.Match[str]

    @property
    def uncounted(self) -> int:
        """The end without the unit."""
        return max(self.bare, self.rest.end(1), self.rest.end(2), self.rest.end(3))


@lru_cache(maxsize=1024)
def spaced(word: str) -> str:
    """A word of the tables as they write it, whatever joins its parts in the text."""
    return word if word in TAILS or word in AFTER or word in SCALES else word.replace("-", " ")


_RAISED = frozenset("×*x")


def general(run: Run, at: int) -> Step | None:
    """The figure that begins with the number at a place; None where there is none."""
    lower = run.lower
    found = number_at(lower, at)
    low = value_of(found[0]) if found else None
    if found is None or low is None:
        return None
    number, bare = found[0], found.end()
    if number[0] == "0" and number[1:2].isdigit():
        return None, bare  # 007: a code
    start = at
    if number[0] in "htdmb" and lower.endswith("a ", run.floor, at):  # a hundred, a dozen
        start = at - 2
    if number in LARGE and (start == at or lower.endswith(("of ", "in "), 0, start)):
        return None, bare  # per million people, a quarter of a million, one in a million
    left = left_of(lower, start, run.floor)
    if lower[bare : bare + 1] in _RAISED and (raised := power_at(lower, bare)):  # 4.3×10⁶
        low, bare = scaled(low, raised[0]), raised[1]
    rest = run.tails.rest.match(lower, bare)
    assert rest is not None, "all of it may be absent"
    inside, scale, outside, word = rest.groups()
    power, end = 0, rest.end()
    if scale:
        name = spaced(scale)
        if name == "dozen":
            low *= 12
        elif name in SCALES:
            power = SCALES[name]
        elif left.currency or word or (name == "m" and bare == rest.start(2) and _COUNTED.match(lower, end)):
            power = LETTER_SCALES[name]  # £89m, 3m tonnes, 12m customers
        elif word is None and name in run.tails.table:  # a single letter is a scale only behind a currency sign
            word = name
    if word == "per thousand" and _PER.match(lower, rest.start(4) - 1):  # people
        word, end = None, rest.start(4) - 1
    made = Reading(
        at, bare, end, number, low, None, power, word and spaced(word), inside or outside, None, False, left, rest
    )
    following = lower[end : end + 1]
    if following and following in " –~-":
        if joined := _JOINED.match(lower, end):
            _range(run, made, joined)
        if after := _AFTER.match(lower, made.end):
            made.after, made.end = after[1], after.end()
    if made.high is None and power:
        made.low = scaled(low, power)
    return _judged(run, made)


def _range(run: Run, made: Reading, joined: re.Match[str]) -> None:
    """Takes the second number as the upper end, where it is one: rose 5% to 35 percent is two figures."""
    found = number_at(run.lower, joined.end())
    upper = value_of(found[0]) if found else None
    if found is None or upper is None:
        return
    rest = run.tails.rest.match(run.lower, found.end())
    assert rest is not None, "all of it may be absent"
    inside, scale, outside, last = rest.groups()
    join, second = joined[1].strip(), last and spaced(last)
    if not _joins(run, made, join, upper, second):
        return
    power = SCALES.get(spaced(scale), 0) if scale else 0
    own = made.power or power
    upper = scaled(upper, power)
    if join == "to" and upper > 2 * scaled(made.low, own) and run.lower.endswith("by ", 0, made.left.start):
        return  # increased by 13,000 to 80,000
    low = made.low if scaled(made.low, own) >= upper > made.low else scaled(made.low, own)  # 1,000–1 million
    if not scale and made.power and upper < low:
        upper = scaled(upper, made.power)
    if low >= upper:
        return
    made.low, made.high, made.word, made.power = low, upper, second or made.word, power or made.power
    made.more, made.signed, made.end = made.more or inside or outside, joined[2] is not None, rest.end()
    if join == "and":
        made.left = made.left._replace(start=made.left.start - len("between "))


_CHANGED = Pattern(
    rf"\b(?:{any_of([*VERBS, *MULTIPLIED])})\s(?:[a-z]+ly\s|further\s)?"
    r"(?:from\s(?:[^\s]{1,12}(?:\s[a-z]+)?\sand\s)?)?$"
)


def _neighbors(low: Decimal, upper: Decimal) -> bool:
    """Whether two numbers are said for what lies between: two or three, seventy or eighty; not 10 or 20."""
    step = upper - low
    return low > 1 and step > 0 and (step == 1 or (low % step == 0 and step == Decimal(10) ** low.adjusted() > 1))


def _joins(run: Run, made: Reading, joined: str, upper: Decimal, second: str | None) -> bool:
    at = made.left.start
    if joined == "and":
        return run.lower.endswith("between ", run.floor, at)
    if run.lower.endswith("minus ", 0, at) or (joined == "or" and not _neighbors(made.low, upper)):
        return False
    if made.word and (not second or run.tails.table[made.word] != run.tails.table[second]):
        return False
    if second and made.left.currency not in (None, run.tails.table[second].unit):
        return False  # from $20.6 billion to 5.94 trillion yuan
    return joined != "to" or not _CHANGED.search(run.lower, max(0, at - 40), at)


# ---- whether it is a figure ----


def _judged(run: Run, made: Reading) -> Step | None:
    word = made.word
    if word and made.rest[2] and made.number[0] > "9" and made.high is None and run.lower[made.rest.end(2)] == "-":
        made = replace(made, end=made.bare, word=None, low=scaled(made.low, -made.power), power=0)
        word = None  # two trillion-yuan clusters
    if made.number[0] <= "9" and made.end == made.bare and (end := lettered(run.lower, made.end)):
        return None, end  # 5g, 4k
    if word is not None:
        if (case := CASED.get(word)) and case != run.text[made.end - len(word) : made.end] and made.high is None:
            return None, made.end  # 5G is no weight
        if word == "second" and made.low != 1 and run.lower[made.rest.start(4) - 1] == " ":  # five second prizes
            made.word, made.end = None, made.uncounted
    return _typed(run, made, run.tails.table[made.word] if made.word else None)


# ---- what it says ----

OFTEN = Pattern(
    r"\s(?:a|per|every|each|an)\s(?:day|week|month|year|hour|season)|\s(?:daily|weekly|monthly|annually|yearly)"
)
_THAT = Pattern(r"\s(?:that|those|the|as|what|its|their|of)\b")
_TIMES_MORE = Pattern(r"\s(?:more|higher|larger|greater|faster|bigger|longer|above)\b")
_IN = Pattern(r"\s(?:in|out of)\s(?:every\s)?(?:[0-9]|two|three|four|five|six|seven|eight|nine|ten)")
_WAYS = dict.fromkeys(words("higher faster more larger wider greater above"), "up") | dict.fromkeys(
    words("lower slower less fewer smaller narrower below"), "down"
)
_CHANGE_AFTER = Pattern(
    rf"\s(?:(?:year|quarter|month)[ -]on[ -](?:year|quarter|month)\s|annual\s|average\s)*"
    rf"(?:({any_of(VERBS)})\b(?!\sthan)|({'|'.join(_WAYS)})\sthan\b)"
)
_CHANGED_BY = Pattern(rf"\b({any_of(VERBS)})(?:\s[a-z'-]+){{1,4}}\sby\s$")
_SIGNED = frozenset({"money", "percent"})
_SHIFTS = {"permille": ("percent", -1), "bp": ("pp", -2)}


def shift_of(word: str) -> int:
    """The power of ten between what a tail counts and how it is told: a basis point is 0.01 points."""
    tail = TAILS.get(word)
    return _SHIFTS[tail.kind][1] if tail and tail.kind in _SHIFTS else 0


_LASTING = Pattern(r"\b(?:for|of|after|lasting|lasted|than|takes?|took|is|was|at|has|have|had|with|boast(?:s|ing))\s$")


def _typed(run: Run, made: Reading, tail: Tail | None) -> Step:
    lower, left, low, high = run.lower, made.left, made.low, made.high
    kind, unit = (tail.kind, tail.unit) if tail else ("count", None)
    form, start, direction = "", left.start, VERBS.get(left.verb)
    qualifier, qform = _qualified(made)
    if kind in ("count", "measure"):
        if left.currency or made.signed:
            kind, unit = "money", left.currency or "CNY"
        elif high is None and (rate := _rate(run, made, qualifier)):
            return rate
    elif kind == "duration":
        if unit == "decade":
            unit, low, high = "year", low * 10, None if high is None else high * 10
        if qform == "within" or (qform == "over" and not _LASTING.search(lower, max(0, start - 12), start)):
            qualifier = qform = None  # spent over five years: in their course
    elif kind == "money":
        unit = left.currency if left.currency and left.currency != "CNY" else unit
    elif kind == "multiple":
        if OFTEN.match(lower, made.end):
            return Found(run.source, start, made.end, "count", low, qualifier=qualifier, qform=qform), made.end
        form = _form(lower, made)
    elif kind in _SHIFTS:
        kind, power = _SHIFTS[kind]
        low, high = scaled(low, power), None if high is None else scaled(high, power)
    elif kind == "percentage":
        kind, form = "percent", "malformed"
    if kind in ("percent", "pp") and (after := _CHANGE_AFTER.match(lower, made.end)):
        # a decline 0.3 percentage points larger: what follows such a comparison is the way
        direction = _WAYS[after[2]] if after[2] else direction or VERBS[after[1]]
    if kind in ("percent", "pp") and direction is None:
        direction = far_way(lower, run.floor, start)
    weak = made.number == "one" and high is None and not made.power and kind in ("count", "duration", "measure")
    if made.number == "500" and lower.endswith(("fortune ", "fortune global "), 0, start):
        weak = True  # a list of that name
    if weak and qualifier and not _IN.match(lower, made.end):
        weak = False
    if (
        high is None
        and start == made.at
        and lower[start - 1 : start] in ("-", "−", "–")
        and _signed(run.text, start, unit if unit == "C" else kind)
    ):
        low, start = -low, start - 1
    elif high is None and (unit == "C" or kind in _SIGNED) and lower.endswith(("minus ", "negative "), 0, start):
        low, start = -low, lower.rfind(" ", 0, start - 1) + 1
    value, low = (low, None) if high is None else (None, low)
    found = Found(
        run.source, start, made.end, kind, value, low, high, unit, qualifier, qform, made.word or "", form, direction,
        weak, None, None, False, made.power,
    )  # fmt: skip
    return found, made.end


def far_way(lower: str, floor: int, start: int) -> str | None:
    """The way of a change whose verb stands before what changes: cut the risk by a third."""
    if not lower.endswith("by ", 0, start):
        return None
    far = _CHANGED_BY.search(lower, max(floor, start - 50), start)
    return VERBS[far[1]] if far else None


def _qualified(made: Reading) -> tuple[QualifierType | None, str | None]:
    qualifier, qform = made.left.qualifier, made.left.qform
    if qform == "over" and made.high is None and len(made.low.normalize().as_tuple().digits) > 3:
        return None, None  # over 1,318 km: across them
    if qualifier is None and made.after:
        return AFTER[spaced(made.after)], spaced(made.after)
    if qualifier is None and made.more:
        return "more", made.more
    return qualifier, qform


def _signed(text: str, start: int, kind: str) -> bool:
    return not text[start - 2 : start - 1].isalnum() and (kind in ("percent", "pp", "C") or start == 1)


def _form(lower: str, made: Reading) -> str:
    """How a multiple is put: `more` where English leaves open whether the base is counted (rose three times)."""
    left = made.left
    if made.word == "fold":
        return "increase" if left.verb else "of"
    if _TIMES_MORE.match(lower, made.end) or (left.verb and not left.to and not _THAT.match(lower, made.end)):
        return "more"
    return "to" if left.to else "of"


_PER = Pattern(
    r"(?:\s[a-z&-]+){0,5}?\s(?:per|for every|in every|out of every)\s"
    r"([0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{2,7}|ten thousand|thousand|hundred|million)"
    r"(?:\s(?:[a-z-]+\s)?(?:people|persons|residents|inhabitants|population|[a-z-]+s)\b|(?=[.,;)]\s|[.;]?$))"
)
_PERS = {"ten thousand": 10_000} | {name: 10**power for name, power in en.POWERS.items()}


def _rate(run: Run, made: Reading, qualifier: QualifierType | None) -> Step | None:
    """14 invention patents per 10,000 people."""
    end = made.end
    if run.lower.find("per ", end, end + 60) < 0 and run.lower.find("every ", end, end + 60) < 0:
        return None
    found = _PER.match(run.lower, end)
    if found is None:
        return None
    per = Decimal(_PERS[found[1]]) if found[1] in _PERS else digits(found[1])
    said = {"qualifier": qualifier, "qform": made.left.qform}
    return run.figure(made.left.start, found.end(), "rate", made.low, per=per, **said)
