"""The words that stand around a number in English, for reading: number words, what it counts, qualifiers, currencies.

The house's own wordings are in `numbers.en` and are taken over from there.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from reportgen.numbers import en
from reportgen.numbers.grammar.patterns import tree, words
from reportgen.numbers.grammar.zh_words import TIME_UNITS
from reportgen.numbers.lexicon import CURRENCIES, UNITS
from reportgen.numbers.quantity import QualifierType

UNITS_UP = words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
TENS = words("twenty thirty forty fifty sixty seventy eighty ninety")
SMALL: dict[str, int] = {word: value for value, word in enumerate(UNITS_UP)} | {
    word: 20 + 10 * index for index, word in enumerate(TENS)
}
SCALES: dict[str, int] = {
    "trillion": 12, "trn": 12, "tn": 12, "billion": 9, "bn": 9, "bln": 9, "hundred million": 8, "million": 6, "mn": 6,
    "mln": 6, "mio": 6, "hundred thousand": 5, "thousand": 3, "hundred": 2, "dozen": 0,
}  # fmt: skip
LETTER_SCALES: dict[str, int] = {"m": 6, "b": 9, "k": 3, "t": 12}  # only behind a currency sign: £89m

_ORDINALS = words(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_ORDINAL_TENS = words("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth")
ORDINALS: dict[str, int] = (
    {word: value for value, word in enumerate(_ORDINALS, 1)}
    | {word: 20 + 10 * index for index, word in enumerate(_ORDINAL_TENS)}
    | {
        f"{ten}-{word}": 20 + 10 * index + value
        for index, ten in enumerate(TENS)
        for value, word in enumerate(_ORDINALS[:9], 1)
    }
    | {"hundredth": 100}
)
PARTS: dict[str, int] = {form: den for den, forms in en.PARTS.items() for form in forms} | {"fourth": 4, "fourths": 4}
VAGUE: dict[str, int] = {
    "tens": 10, "dozens": 10, "scores": 10, "hundreds": 100, "thousands": 1000, "millions": 10**6, "billions": 10**9,
    "trillions": 10**12,
}  # fmt: skip
MULTIPLIED: dict[str, int] = {
    form: factor
    for factor, stems in {
        2: ("doubl",),
        3: ("tripl", "trebl"),
        4: ("quadrupl",),
        5: ("quintupl",),
        6: ("sextupl",),
    }.items()
    for stem in stems
    for form in (stem + "e", stem + "ed", stem + "es", stem + "ing")
} | {"twice": 2, "thrice": 3}
HALVED = ("halve", "halved", "halves", "halving")
FOLDS: dict[str, int] = {f"{word}fold": value for word, value in SMALL.items() if value > 1}


class Tail(NamedTuple):
    """What a number counts: the kind and the unit it makes of it."""

    kind: str
    unit: str | None = None


_PERCENT: dict[str, str] = {
    "%": "percent", "percent": "percent", "per cent": "percent", "pct": "percent", "percentage points": "pp",
    "percentage point": "pp", "percent points": "pp", "percent point": "pp", "per cent points": "pp",
    "pct points": "pp",
    "percentage-point": "pp", "percentage-points": "pp", "pp": "pp", "ppts": "pp", "ppt": "pp", "pps": "pp",
    "p.p.": "pp",
    "% points": "pp", "percentage": "percentage", "basis points": "bp", "basis point": "bp", "basis-point": "bp",
    "bps": "bp", "bp": "bp",
    "times": "multiple", "fold": "multiple", "x": "multiple", "‰": "permille", "per mille": "permille",
}  # fmt: skip
_CURRENCY_WORDS: dict[str, str] = {
    "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY", "chinese yuan": "CNY", "yuan renminbi": "CNY", "cny": "CNY",
    "rmb yuan": "CNY",
    "us dollars": "USD", "us dollar": "USD", "u.s. dollars": "USD", "u.s. dollar": "USD", "american dollars": "USD",
    "dollars": "USD",
    "dollar": "USD", "usd": "USD", "us$": "USD", "euros": "EUR", "euro": "EUR", "eur": "EUR", "pounds": "GBP",
    "pounds sterling": "GBP",
    "gbp": "GBP", "british pounds": "GBP", "yen": "JPY", "japanese yen": "JPY", "jpy": "JPY", "won": "KRW",
    "south korean won": "KRW",
    "korean won": "KRW", "krw": "KRW", "hk dollars": "HKD", "hkd": "HKD", "hong kong dollars": "HKD",
    "australian dollars": "AUD",
    "canadian dollars": "CAD", "singapore dollars": "SGD", "swiss francs": "CHF", "rubles": "RUB", "roubles": "RUB",
    "rupees": "INR",
    "baht": "THB", "ringgit": "MYR", "patacas": "MOP", "new taiwan dollars": "TWD", "rand": "ZAR", "reais": "BRL",
    "lira": "TRY",
}  # fmt: skip
CURRENCY_SIGNS: dict[str, str] = {
    "rmb": "CNY", "cny": "CNY", "¥": "CNY", "yuan": "CNY", "us$": "USD", "usd": "USD", "$": "USD", "u.s.$": "USD",
    "hk$": "HKD",
    "hkd": "HKD", "€": "EUR", "eur": "EUR", "£": "GBP", "gbp": "GBP", "jpy": "JPY", "krw": "KRW", "a$": "AUD",
    "aud": "AUD",
    "c$": "CAD", "cad": "CAD", "s$": "SGD", "sgd": "SGD", "chf": "CHF", "nt$": "TWD", "mop": "MOP", "us $": "USD",
    "au$": "AUD",
    "inr": "INR", "₹": "INR", "₩": "KRW", "twd": "TWD",
}  # fmt: skip
_UNIT_WORDS: dict[str, str] = {
    "km": "km", "kilometre": "km", "kilometres": "km", "kms": "km", "sq km": "km2", "sq. km": "km2", "km²": "km2",
    "km2": "km2",
    "square kilometre": "km2", "square kilometres": "km2", "sq m": "m2", "m²": "m2", "m2": "m2", "square metre": "m2",
    "square metres": "m2", "sqm": "m2", "cubic metre": "m3", "cubic metres": "m3", "m³": "m3", "m3": "m3",
    "metre": "m", "metres": "m",
    "m": "m", "centimeter": "cm", "centimeters": "cm", "centimetres": "cm", "millimeter": "mm", "millimeters": "mm",
    "millimetres": "mm",
    "micron": "um", "microns": "um", "micrometers": "um", "nanometer": "nm", "nanometers": "nm", "nanometre": "nm",
    "nanometres": "nm",
    "ha": "ha", "ton": "t", "tons": "t", "tonnes": "t", "metric ton": "t", "metric tons": "t", "metric tonnes": "t",
    "t": "t",
    "kilogram": "kg", "kilograms": "kg", "kilos": "kg", "g": "g", "liter": "L", "litre": "L", "litres": "L",
    "kwh": "kWh",
    "kilowatt-hour": "kWh", "kilowatt-hours": "kWh", "kilowatt hours": "kWh", "kw": "kW", "kilowatt": "kW",
    "kilowatts": "kW",
    "mw": "MW", "megawatt": "MW", "megawatts": "MW", "gw": "GW", "gigawatt": "GW", "gigawatts": "GW", "mwh": "MWh",
    "gwh": "GWh",
    "twh": "TWh", "megawatt-hours": "MWh", "gigawatt-hours": "GWh", "terawatt-hours": "TWh", "kv": "kV",
    "kilovolt": "kV", "kilovolts": "kV",
    "gbps": "Gbps", "mbps": "Mbps", "ghz": "GHz", "mhz": "MHz", "hz": "Hz", "mb": "MB", "eb": "EB", "terabytes": "TB",
    "gigabytes": "GB",
    "petabytes": "PB", "petaflops": "PFLOPS", "exaflops": "EFLOPS", "tops": "TOPS", "teus": "TEU",
    "standard containers": "TEU",
    "person-times": "visit", "person-visits": "visit", "person-time": "visit", "person times": "visit",
    "visits": "visit",
    "passenger trips": "visit", "tourist visits": "visit", "tourist trips": "visit",
    "hr": "hour", "hrs": "hour", "hours": "hour", "h": "hour", "minutes": "minute", "mins": "minute", "min": "minute",
    "sec": "second",
    "seconds": "second", "working days": "workday", "working day": "workday", "workdays": "workday",
    "business days": "workday",
    "trading days": "workday", "calendar days": "day", "years old": "year", "year-old": "year", "-year-olds": "year",
    "yrs": "year",
    "years of age": "year", "miles": "mi", "mile": "mi", "feet": "ft", "foot": "ft", "inches": "in", "inch": "in",
    "nautical miles": "nmi",
    "barrels": "bbl", "barrel": "bbl", "degrees celsius": "C", "°c": "C", "℃": "C", "qubits": "qubit",
    "qubit": "qubit", "acres": "acre",
    "tonnes of standard coal": "tce", "tons of standard coal": "tce", "metric tons of standard coal": "tce",
    "mpa": "MPa", "ms": "ms", "v": "V", "w": "W", "db": "dB",
    "decades": "decade", "decade": "decade", "degree of freedom": "dof", "dofs": "dof", "dof": "dof",
}  # fmt: skip


CASED = {"g": "g", "t": "t", "m": "m", "h": "h", "v": "V", "w": "W", "x": "x"}  # one-letter units as they are written


def _tails() -> dict[str, Tail]:
    words: dict[str, str] = {}
    for unit in UNITS.values():
        for form in (unit.one, unit.other):
            words[form.lower()] = unit.key
    words |= _UNIT_WORDS
    table = {
        word: Tail("duration" if key in TIME_UNITS | {"decade"} else "measure", key) for word, key in words.items()
    }
    for code, row in CURRENCIES.items():
        table |= {row.one.lower(): Tail("money", code), row.other.lower(): Tail("money", code)}
    table |= {word: Tail("money", code) for word, code in _CURRENCY_WORDS.items()}
    return table | {word: Tail(kind) for word, kind in _PERCENT.items()}


TAILS = _tails()

_EXTRA_QUALIFIERS: dict[str, QualifierType] = {
    "an estimated": "approx", "circa": "approx", "~": "approx", "≈": "approx", "approximate": "approx",
    "in the region of": "approx",
    "approaching": "nearly", "approached": "nearly", "approaches": "nearly", "nears": "nearly", "neared": "nearly", "just under": "below", "just over": "over", "well over": "over", "slightly over": "over",
    "slightly more than": "over", "a little over": "over", "a little more than": "over", "exceeds": "over",
    "exceeded": "over",
    "exceed": "over", "topped": "over", "tops": "over", "top": "over", "in excess of": "over", "surpassing": "over",
    "surpassed": "over",
    "surpasses": "over", "surpass": "over", "beyond": "over", "greater than": "over", "higher than": "over",
    "passing": "over",
    "crossing": "over", ">": "over", "upward of": "over", "not fewer than": "at_least", "a minimum of": "at_least",
    "minimum of": "at_least", "≥": "at_least", "lower than": "below", "<": "below", "slightly less than": "below",
    "slightly under": "below", "a maximum of": "at_most", "maximum of": "at_most", "not exceeding": "at_most",
    "not exceed": "at_most",
    "not to exceed": "at_most", "≤": "at_most", "nearing": "nearly", "virtually": "nearly", "close on": "nearly",
    "a maximum": "up_to",
    "no lower than": "at_least", "not lower than": "at_least", "no higher than": "at_most",
    "no greater than": "at_most", "as long as": "up_to",
    "not exceeded": "at_most", "well above": "over", "just above": "over", "well below": "below",
    "just below": "below",
}  # fmt: skip
BEFORE: dict[str, QualifierType] = {
    word: name for name, row in reversed(en.QUALIFIERS.items()) for word in row
} | _EXTRA_QUALIFIERS
AFTER: dict[str, QualifierType] = {
    "or so": "approx", "or more": "at_least", "or above": "at_least", "or higher": "at_least",
    "and above": "at_least",
    "and over": "at_least", "or over": "at_least", "or less": "at_most", "or fewer": "at_most", "or below": "at_most",
    "and below": "at_most",
    "+": "more", "-plus": "more", " plus": "more", "-odd": "more", " odd": "more", "at least": "at_least",
    "at most": "at_most",
}  # fmt: skip

_UP = words(
    "up rise rises rose risen rising increase increases increased increasing grow grows grew grown growing growth "
    "gain gains gained climb climbs climbed jump jumped surge surged soar soared expand expanded expanding widen "
    "widened widening accelerated accelerating acceleration raised improved advance advanced upgrade hike higher raise raises raising boost boosts "
    "boosted lift lifts lifted soaring surging climbing jumping gaining"
)
_DOWN = words(
    "down fall falls fell fallen falling decline declines declined declining decrease decreases decreased "
    "decreasing drop drops dropped dropping slide slid slip slipped shrink shrank contracted reduce reduces "
    "reduced reduction reducing cut lower lowered narrowed narrowing slowdown deceleration slowed slowing plunged "
    "tumbled dip dipped cuts cutting slash slashed slashes lowers lowering narrows falls shrinks shrinking dropping "
    "slashing shortened"
)
VERBS: dict[str, str] = dict.fromkeys(_UP, "up") | dict.fromkeys(_DOWN, "down")


GAP = "[ -]"  # what a space in a phrase may be in a text


def backwards(words: Iterable[str]) -> str:
    """One of the words, met from its end and ending where the word begins."""
    return tree({word[::-1]: "(?![a-z])" if word[0].isalpha() else "" for word in words}, r"\s")


def tail_pattern() -> str:
    """One of the tails, ending where a word ends."""
    return tree({word: "(?![a-z0-9])" if word[-1].isalnum() else "" for word in TAILS}, GAP)
