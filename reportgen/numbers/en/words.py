"""The English of figures as data: scales, qualifiers, directions, bases, months; for writing and reading alike.

The first wording of every row is the house's; the others are accepted when reading. Rules of layout: `en_layout`.
"""

from __future__ import annotations

from typing import Literal

from reportgen.numbers.model.quantity import Aggregate, Basis, QualifierType

POWERS: dict[str, int] = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
"""The powers of ten that English has a word for; every other table of them is made of this one."""

# name and power of ten, largest first; figures are never written in thousands
SCALES: tuple[tuple[str, int], ...] = tuple((name, power) for name, power in reversed(POWERS.items()) if power >= 6)
SCALE_DECIMALS = 4  # a scale is taken when the figure needs no more decimals than this

# A figure's manner of counting decides between "fewer than" and "less than", "as many as" and "as much as".
Manner = Literal["number", "amount", "share"]
QUALIFIERS: dict[QualifierType, tuple[str, ...]] = {
    "approx": ("about", "around", "approximately", "roughly", "some"),
    "nearly": ("nearly", "almost", "close to"),
    "over": ("more than", "over", "exceeding", "topping", "above", "upwards of"),
    "more": ("more than", "over"),
    "at_least": ("at least", "no fewer than", "no less than", "not less than"),
    "below": ("less than", "fewer than", "under", "below"),
    "at_most": ("no more than", "at most", "not more than", "within"),
    "up_to": ("as much as", "as many as", "as high as", "up to"),
}
BY_MANNER: dict[tuple[QualifierType, Manner], str] = {
    ("below", "number"): "fewer than",
    ("up_to", "number"): "as many as",
    ("up_to", "share"): "as high as",
}
BY_CHINESE: dict[str, str] = {"突破": "exceeding", "上": "upwards of"}

AGGREGATES: dict[Aggregate, tuple[str, str]] = {  # before a plain figure, before a qualified one
    "cumulative": ("a cumulative", "a cumulative total of"),
    "total": ("a total of", "a total of"),
    "average": ("an average of", "an average of"),
}
OF_COUNTS: dict[Aggregate, str] = {"cumulative": "a total of"}  # of things, "a cumulative 43" is no English

BASES: dict[Basis, str] = {
    "yoy": "year on year",
    "qoq": "quarter on quarter",
    "mom": "month on month",
    "prev_year": "from the previous year",
    "prev_quarter": "from the previous quarter",
    "prev_month": "from the previous month",
    "prev_year_end": "from the end of the previous year",
    "avg_annual": "on annual average",
    "real_yoy": "year on year in real terms",
    "nominal_yoy": "year on year in nominal terms",
    "same_period": "",  # these two tell the period itself
    "period": "",
    "none": "",
}
LEVELS: dict[Basis, str] = {  # what a multiple is of: 2.3 times the year-earlier level
    "yoy": "the year-earlier level",
    "prev_year": "the previous year's level",
    "prev_quarter": "the previous quarter's level",
    "prev_month": "the previous month's level",
    "prev_year_end": "the level at the end of the previous year",
}
UNCHANGED, LITTLE_CHANGED = "unchanged", "little changed"

# by the family of the Chinese verb: up, down; and the noun after "average annual"
DIRECTIONS: dict[str, tuple[str, str]] = {
    "size": ("up", "down"),
    "gap": ("widening by", "narrowing by"),
    "pace": ("accelerating by", "slowing by"),
}
ANNUAL: dict[str, tuple[str, str]] = {
    "size": ("increase of", "decrease of"),
    "gap": ("widening of", "narrowing of"),
    "pace": ("acceleration of", "slowdown of"),
}
ANNUAL_GROWTH = ("growth of", "decline of")  # of sizes in percent: 年均增长, 年均下降

TIMES: dict[int, str] = {2: "twice"}
MULTIPLIED: dict[int, str] = {2: "doubled", 3: "tripled", 4: "quadrupled"}
CODES_THAT_ARE_WORDS = frozenset({"try"})  # TRY 12 would read as an attempt at 12: these keep their sign
BRITISH = (("meter", "metre"), ("liter", "litre"))
"""The spelling of units that are written out: American, British."""
POINT, POINTS = "percentage point", "percentage points"

SMALL = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")  # words up to nine
ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
ORDINAL_SUFFIXES = {1: "st", 2: "nd", 3: "rd"}
PARTS: dict[int, tuple[str, str]] = {  # the denominators of fractions in words: one, several
    2: ("half", "halves"),
    4: ("quarter", "quarters"),
    **{
        den: (word, word + "s")
        for den, word in {
            3: "third", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth", 10: "tenth",
            11: "eleventh", 12: "twelfth", 13: "thirteenth", 14: "fourteenth", 15: "fifteenth", 16: "sixteenth",
            17: "seventeenth", 18: "eighteenth", 19: "nineteenth", 20: "twentieth",
            100: "hundredth", 1000: "thousandth",
        }.items()
    },
}  # fmt: skip

VAGUE: dict[int, str] = {
    1: "several",
    10: "dozens",
    100: "hundreds",
    **{
        10 ** (power + step): words
        for name, power in POWERS.items()
        if power >= 3
        for step, words in enumerate((f"{name}s", f"tens of {name}s", f"hundreds of {name}s"))
    },
}

MONTHS = (
    "", "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
RANGE_MARKS = {"sign": "–", "word": " to "}
