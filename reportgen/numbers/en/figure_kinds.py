"""What an English number says: a table from what stands behind it to the rule that types it.

Where the number stands and what follows it: `figure`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from reportgen.numbers.en import words as en
from reportgen.numbers.en.reading_words import AFTER, SCALES, TAILS, VERBS
from reportgen.numbers.grammar.number_reading import NumberReading
from reportgen.numbers.grammar.numerals import digits, scaled
from reportgen.numbers.grammar.parts import Left, Tail
from reportgen.numbers.grammar.patterns import any_of, words
from reportgen.numbers.grammar.scan import ScanStep, TextScan
from reportgen.numbers.model.pattern import Pattern
from reportgen.numbers.model.quantity import QualifierType


@dataclass(slots=True)
class EnglishReading(NumberReading):
    """An English number and what follows it."""

    bare: int  # the end of the number itself
    signed: bool  # the second number of a range carries a currency sign
    left: Left
    rest: re.Match[str]

    @property
    def uncounted(self) -> int:
        """The end without the unit."""
        return max(self.bare, self.rest.end(1), self.rest.end(2), self.rest.end(3))


def typed(run: TextScan, made: EnglishReading, tail: Tail | None) -> ScanStep:
    """The figure that a number and what stands behind it say."""
    made.kind, made.unit = (tail.kind, tail.unit) if tail else ("count", None)
    made.start, made.form, made.direction = made.left.start, "", VERBS.get(made.left.verb)
    made.qualifier, made.qform = _qualified(run, made)
    if (step := _RULES[made.kind](run, made)) is not None:
        return step
    made.weak = made.number in _MAYBE and _is_weak(run, made)
    if made.left.sign and made.low >= 0 and made.high is None and made.start + len(made.left.sign) >= made.at:
        made.start = made.at if made.left.sign in _DASHES else made.start  # a dash, no sign
    return made.figure(run.source), made.end


# ---- one rule a kind ----


def _counted(run: TextScan, made: EnglishReading) -> ScanStep | None:
    """Things and units; with a sign before it the number is money, with "per" behind it a rate."""
    if made.left.currency or made.signed:
        made.kind, made.unit = "money", made.left.currency or "CNY"
        if made.unit == "CNY" and _is_yen(run, made):
            made.unit = "JPY"
        return None
    return _rate(run, made) if made.high is None else None


_JAPANESE = Pattern(r"\b(?:yen|japan(?:ese)?|tokyo|osaka|nikkei)\b")
_CHINESE = Pattern(r"\b(?:yuan|rmb|renminbi|china|chinese)\b")


def _is_yen(run: TextScan, made: EnglishReading) -> bool:
    """Whether ¥ stands for yen: the text around speaks of Japan, and of nothing Chinese."""
    if "¥" not in run.lower[made.left.start : made.at]:
        return False
    begin, end = max(0, made.left.start - 200), made.end + 200
    return _JAPANESE.search(run.lower, begin, end) is not None and not _CHINESE.search(run.lower, begin, end)


def _duration(run: TextScan, made: EnglishReading) -> None:
    if made.unit == "decade":
        made.unit, made.low, made.high = "year", made.low * 10, None if made.high is None else made.high * 10
    lasting = made.qform == "over" and _LASTING.search(run.lower, max(0, made.start - 12), made.start)
    if made.qform == "within" or (made.qform == "over" and not lasting):
        made.qualifier = made.qform = None  # spent over five years: in their course


def _money(run: TextScan, made: EnglishReading) -> None:
    if made.left.currency and made.left.currency != "CNY":
        made.unit = made.left.currency
    elif made.unit == "GBP" and made.word in _POUNDS and not made.left.currency and _weighs(run, made):
        made.kind, made.unit = "measure", "lb"


_POUNDS = frozenset({"pound", "pounds"})
_WEIGHT = Pattern(
    r"\b(?:weigh\w*|heav(?:y|ier|iest)|ounces|kilograms|kg|dumbbells?|body|luggage|meat|tall|feet|bodybuilder)\b"
)
_PAID = Pattern(
    r"-pound\s(?:note|coin|fine|fee|ticket|deal|deposit|grant|bill|payment|prize|contract|budget|debt|investment)"
)


def _weighs(run: TextScan, made: EnglishReading) -> bool:
    """Whether pounds are those of a weight: a word of weight is near, or a thing is a 12-pound one."""
    before = made.rest.start(4) - 1
    if made.word == "pound" and run.lower[before] == "-":
        return not made.power and not _PAID.match(run.lower, before)
    return not made.power and _WEIGHT.search(run.lower, max(0, made.start - 60), made.end + 40) is not None


def _multiple(run: TextScan, made: EnglishReading) -> ScanStep | None:
    if OFTEN.match(run.lower, made.end):
        said = {"qualifier": made.qualifier, "qform": made.qform}
        return run.figure(made.start, made.end, "count", made.low, **said)
    made.form = _form(run.lower, made)
    return None


def _directed(run: TextScan, made: EnglishReading) -> None:
    """A share or points, whose way may be told far before them or behind them."""
    if after := _CHANGE_AFTER.match(run.lower, made.end):
        # a decline 0.3 percentage points larger: what follows such a comparison is the way
        made.direction = _WAYS[after[2]] if after[2] else made.direction or VERBS[after[1]]
    if made.direction is None:
        made.direction = far_way(run.lower, run.floor, made.start)


def _shifted(run: TextScan, made: EnglishReading) -> None:
    """Per mille and basis points, as the percent and the points they are."""
    made.kind, power = _SHIFTS[made.kind]
    made.low, made.high = scaled(made.low, power), None if made.high is None else scaled(made.high, power)
    _directed(run, made)


def _malformed(run: TextScan, made: EnglishReading) -> None:
    """3.6 percentage, for percent."""
    made.kind, made.form = "percent", "malformed"
    _directed(run, made)


def _pixels(run: TextScan, made: EnglishReading) -> None:
    """12 megapixels, told in pixels as the Chinese tells them."""
    made.kind, made.unit = "measure", "px"
    made.low, made.high = scaled(made.low, 6), None if made.high is None else scaled(made.high, 6)


_KindRule = Callable[[TextScan, EnglishReading], ScanStep | None]
_RULES: dict[str, _KindRule] = {
    "count": _counted,
    "measure": _counted,
    "duration": _duration,
    "money": _money,
    "multiple": _multiple,
    "percent": _directed,
    "pp": _directed,
    "permille": _shifted,
    "bp": _shifted,
    "percentage": _malformed,
    "megapixel": _pixels,
}

# ---- the words around it ----

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
_SHIFTS = {"permille": ("percent", -1), "bp": ("pp", -2)}


def shift_of(word: str) -> int:
    """The power of ten between what a tail counts and how it is told: a basis point is 0.01 points."""
    tail = TAILS.get(word)
    return _SHIFTS[tail.kind][1] if tail and tail.kind in _SHIFTS else 0


_LASTING = Pattern(r"\b(?:for|of|after|lasting|lasted|than|takes?|took|is|was|at|has|have|had|with|boast(?:s|ing))\s$")


def _is_weak(run: TextScan, made: EnglishReading) -> bool:
    """Whether it may well be no figure: one of something, unless in ten; the 500 of a list of that name."""
    if made.number == "one":
        weak = made.high is None and not made.power and made.kind in _ONE_OF
    else:
        weak = run.lower.endswith(("fortune ", "fortune global "), 0, made.start)
    return weak and (made.qualifier is None or _IN.match(run.lower, made.end) is not None)


_MAYBE = ("one", "500")
_ONE_OF = ("count", "duration", "measure")
_DASHES = frozenset("-–")
_BELOW_ZERO = frozenset({"money", "percent", "pp", "permille", "bp", "percentage"})
_DEGREES = frozenset({"C", "F"})
_LISTED = Pattern(r"(?:^|[0-9]\s|\n)$")


def is_negative(run: TextScan, made: EnglishReading) -> bool:
    """Whether the sign before a number tells a value below zero; a hyphen may also part words, or head an item."""
    sign = made.left.sign
    if sign in ("", "+", "±", "plus or minus"):
        return False
    if sign in _DASHES and run.lower[made.left.start - 1 : made.left.start].isalnum():
        return False  # 234-198
    tail = run.tails.table[made.word] if made.word else None
    if made.left.currency or (tail and (tail.kind in _BELOW_ZERO or tail.unit in _DEGREES)):
        return True
    if sign == "minus" or sign == "–":
        return False
    return made.at == 1 or not _LISTED.search(run.lower, max(0, made.at - 3), made.at - 1) or sign != "-"


def far_way(lower: str, floor: int, start: int) -> str | None:
    """The way of a change whose verb stands before what changes: cut the risk by a third."""
    if not lower.endswith("by ", 0, start):
        return None
    far = _CHANGED_BY.search(lower, max(floor, start - 50), start)
    return VERBS[far[1]] if far else None


_INCREASE = Pattern(r"(?:%|percent|per cent|points?|\b(?:increase|growth|rise|gain|improvement|advantage|majority))\s$")
_ACROSS = Pattern(
    r"\b(?:run|runs|ran|running|ride|rode|travel\w*|flew|fly|flight|stretch\w*|spread|extend\w*|sail\w*|walk\w*|drove|drive)\s(?:[a-z]+\s)?$"
)


def _is_across(run: TextScan, made: EnglishReading) -> bool:
    """Whether a precise number is what something runs across or is compared with: up 3% over 5,304."""
    start = made.left.start
    if (
        made.kind == "measure"
        and len(made.low.normalize().as_tuple().digits) > 3
        and _ACROSS.search(run.lower, max(0, start - 24), start)
    ):
        return True
    return _INCREASE.search(run.lower, max(0, start - 14), start) is not None and made.low >= 1000


_RATIFIED = Pattern(
    r"\s(?:[a-z]+\s)?(?:laws?|bills?|acts?|resolutions?|exams?|tests?|students?|measures?|motions?|decrees?|reforms?)\b"
)


def _is_passed(run: TextScan, made: EnglishReading) -> bool:
    """Whether a count went beyond a round number: passed 100 goals; not a parliament that passed 100 laws."""
    if not run.lower.endswith("passed ", run.floor, made.left.start) or made.kind != "count" or made.power:
        return False
    digits_of = made.low.normalize().as_tuple().digits
    return made.high is None and made.low >= 10 and len(digits_of) == 1 and not _RATIFIED.match(run.lower, made.end)


_MARK = Pattern(r"[\s-](?:mark|threshold|barrier|milestone|level|line|point|ceiling)\b")
_THE_COUNTED = frozenset({"more than the", "less than the", "fewer than the", "at least the"})


def _qualified(run: TextScan, made: EnglishReading) -> tuple[QualifierType | None, str | None]:
    qualifier, qform = made.left.qualifier, made.left.qform
    if qform and qform.endswith(" the") and qform not in _THE_COUNTED and not _MARK.match(run.lower, made.end):
        return None, None  # passed the 12 laws, over the 5 years
    if qform == "over" and made.high is None and _is_across(run, made):
        return None, None
    open_ended = qualifier is None or (qform or "").startswith(("estimat", "an estimat"))  # an estimated 200-plus
    if open_ended and made.after:
        return AFTER[spaced(made.after)], spaced(made.after)
    if open_ended and made.more:
        return "more", made.more
    if qualifier is None and _is_passed(run, made):
        made.start -= len("passed ")
        return "over", "passed"
    return qualifier, qform


def _form(lower: str, made: EnglishReading) -> str:
    """How a multiple is put: `more` where English leaves open whether the base is counted (rose three times)."""
    left = made.left
    if made.word == "fold":
        return "increase" if left.verb else "of"
    if _TIMES_MORE.match(lower, made.end) or (left.verb and not left.to and not _THAT.match(lower, made.end)):
        return "more"
    return "to" if left.to else "of"


RATED = Pattern(
    r"(?:\s[a-z&-]+){0,5}?\s(?:per|for every|in every|out of every)\s"
    r"([0-9]{1,3}(?:[, ][0-9]{3}){1,3}|[0-9]{2,7}|ten thousand|thousand|hundred|(?:1 |one )?(?:million|billion))"
    r"(?:\s(?:[a-z-]+\s)?(?:people|persons|residents|inhabitants|population|[a-z-]+s)\b|(?=[.,;)]\s|[.;]?$))"
)
_PERS = {"ten thousand": 10_000} | {name: 10**power for name, power in en.POWERS.items()}


def _rate(run: TextScan, made: EnglishReading) -> ScanStep | None:
    """14 invention patents per 10,000 people."""
    end = made.end
    if run.lower.find("per ", end, end + 60) < 0 and run.lower.find("every ", end, end + 60) < 0:
        return None
    found = RATED.match(run.lower, end)
    if found is None or run.tails.rest.match(run.lower, found.end(1))[4]:
        return None  # per 1,000 cubic meters: so much of that, and the number is the base's own
    many = found[1].removeprefix("1 ").removeprefix("one ")
    per = Decimal(_PERS[many]) if many in _PERS else digits(many)
    said = {"qualifier": made.qualifier, "qform": made.left.qform}
    return run.figure(made.left.start, found.end(), "rate", made.low, per=per, **said)


@lru_cache(maxsize=1024)
def spaced(word: str) -> str:
    """A word of the tables as they write it, whatever joins its parts in the text."""
    return word if word in TAILS or word in AFTER or word in SCALES else word.replace("-", " ")
