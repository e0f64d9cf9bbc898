"""The words that stand around a number in English, for reading: number words, what it counts, qualifiers, currencies.

The house's own wordings are in `words` and are taken over from there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from reportgen.numbers.en import words as en
from reportgen.numbers.grammar.parts import TIME_UNITS, Tail
from reportgen.numbers.grammar.patterns import by_word, tree, words
from reportgen.numbers.model.lexicon import CURRENCIES, UNITS
from reportgen.numbers.model.quantity import QualifierType

UNITS_UP = words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
TENS = words("twenty thirty forty fifty sixty seventy eighty ninety")
SMALL: dict[str, int] = {word: value for value, word in enumerate(UNITS_UP)} | {
    word: 20 + 10 * index for index, word in enumerate(TENS)
}
SCALES: dict[str, int] = en.POWERS | {
    "trn": 12, "tn": 12, "bn": 9, "bln": 9, "hundred million": 8, "mn": 6, "mln": 6, "mio": 6,
    "lakh crore": 12, "crore": 7, "lakh": 5, "hundred thousand": 5, "dozen": 0,
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
VAGUE: dict[str, int] = {"tens": 10, "dozens": 10, "scores": 10} | {
    f"{name}s": 10**power for name, power in en.POWERS.items()
}
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


_PERCENT: dict[str, str] = by_word(
    {
        "percent": "%|percent|per cent|pct",
        "pp": (
            "percentage points|percentage point|percent points|percent point|per cent points|pct points|"
            "percentage-point|percentage-points|of a percentage point|pp|ppts|ppt|pps|p.p.|% points"
        ),
        "percentage": "percentage",
        "bp": "basis points|basis point|basis-point|bps|bp",
        "multiple": "times|fold|x",
        "permille": "‰|per mille|per thousand",
    }
)
_CURRENCY_WORDS: dict[str, str] = by_word(
    {
        "CNY": "yuan|renminbi|rmb|chinese yuan|yuan renminbi|cny|rmb yuan",
        "USD": "us dollars|us dollar|u.s. dollars|u.s. dollar|american dollars|dollars|dollar|usd|us$",
        "EUR": "euros|euro|eur",
        "GBP": "pounds|pounds sterling|gbp|british pounds",
        "JPY": "yen|japanese yen|jpy",
        "KRW": "won|south korean won|korean won|krw",
        "HKD": "hk dollars|hkd|hong kong dollars",
        "AUD": "australian dollars",
        "CAD": "canadian dollars",
        "SGD": "singapore dollars",
        "CHF": "swiss francs",
        "RUB": "rubles|roubles",
        "INR": "rupees|indian rupees",
        "THB": "baht",
        "MYR": "ringgit",
        "MOP": "patacas",
        "TWD": "new taiwan dollars",
        "ZAR": "rand",
        "BRL": "reais",
        "VND": "dong",
        "NZD": "new zealand dollars",
        "TRY": "lira",
    }
)
CURRENCY_SIGNS: dict[str, str] = by_word(
    {
        "CNY": "rmb|cny|¥|yuan",
        "USD": "us$|usd|$|u.s.$|us $",
        "HKD": "hk$|hkd",
        "EUR": "€|eur",
        "GBP": "£|gbp",
        "JPY": "jpy",
        "KRW": "krw|₩",
        "AUD": "a$|aud|au$",
        "CAD": "c$|cad",
        "SGD": "s$|sgd",
        "CHF": "chf",
        "TWD": "nt$|twd",
        "MOP": "mop",
        "INR": "inr|₹|rs.|rs",
        "RUB": "rub|₽",
        "THB": "thb|฿",
        "NZD": "nzd|nz$",
        "MYR": "myr",
        "VND": "vnd|₫",
        "BRL": "brl|r$",
        "ZAR": "zar",
        "TRY": "₺",
    }
)
_UNIT_WORDS: dict[str, str] = by_word(
    {
        "km": "km|kilometre|kilometres|kms",
        "km2": "sq km|sq. km|km²|km2|square kilometre|square kilometres",
        "m2": "sq m|m²|m2|square metre|square metres|sqm",
        "m3": "cubic metre|cubic metres|m³|m3",
        "m": "metre|metres|m",
        "cm": "centimeter|centimeters|centimetres",
        "mm": "millimeter|millimeters|millimetres",
        "um": "micron|microns|micrometers",
        "nm": "nanometer|nanometers|nanometre|nanometres",
        "ha": "ha",
        "t": "ton|tons|tonnes|metric ton|metric tons|metric tonnes|t",
        "kg": "kilogram|kilograms|kilos",
        "g": "g",
        "ug": "microgram|micrograms",
        "ug/m3": "micrograms per cubic meter|micrograms per cubic metre|μg/m3|μg/m³",
        "L": "liter|litre|litres",
        "kWh": "kwh|kilowatt-hour|kilowatt-hours|kilowatt hours",
        "kW": "kw|kilowatt|kilowatts",
        "MW": "mw|megawatt|megawatts",
        "GW": "gw|gigawatt|gigawatts",
        "MWh": "mwh|megawatt-hours",
        "GWh": "gwh|gigawatt-hours",
        "TWh": "twh|terawatt-hours",
        "kV": "kv|kilovolt|kilovolts",
        "Gbps": "gbps",
        "Mbps": "mbps",
        "GHz": "ghz",
        "MHz": "mhz",
        "Hz": "hz",
        "MB": "mb",
        "EB": "eb",
        "TB": "terabytes",
        "GB": "gigabytes",
        "PB": "petabytes",
        "PFLOPS": "petaflops",
        "EFLOPS": "exaflops",
        "TOPS": "tops",
        "TEU": "teus|standard containers|twenty-foot equivalent units|20-foot equivalent units",
        "hPa": "hpa|hectopascals",
        "mmHg": "mmhg",
        "visit": (
            "person-times|person-visits|person-time|person times|visits|passenger trips|tourist visits|tourist trips"
        ),
        "hour": "hr|hrs|hours|h|working hours",
        "minute": "minutes|mins|min",
        "second": "sec|seconds",
        "workday": "working days|working day|workdays|business days|trading days",
        "day": "calendar days",
        "year": "years old|year-old|-year-olds|yrs|years of age",
        "mi": "miles|mile",
        "ft": "feet|foot",
        "in": "inches|inch",
        "nmi": "nautical miles",
        "bbl": "barrels|barrel",
        "ly": "light-years|light-year|light years",
        "oz": "ounces|ounce",
        "gal": "gallons|gallon",
        "ct": "carats|carat",
        "hp": "horsepower|hp",
        "kcal": "kcal|kilocalories",
        "C": "degrees celsius|°c|℃",
        "qubit": "qubits|qubit",
        "acre": "acres",
        "tce": (
            "tce|tons of coal equivalent|ton of coal equivalent|metric tons of coal equivalent|"
            "tonnes of standard coal|tons of standard coal|metric tons of standard coal"
        ),
        "MPa": "mpa",
        "ms": "ms",
        "V": "v",
        "W": "w",
        "dB": "db",
        "decade": "decades|decade",
        "dof": "degree of freedom|dofs|dof",
    }
)


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

_EXTRA_QUALIFIERS: dict[str, QualifierType] = by_word(
    {
        "approx": "an estimated|circa|~|≈|approximate|in the region of",
        "nearly": "approaching|approached|approaches|nears|neared|nearing|virtually|close on",
        "below": "just under|lower than|<|slightly less than|slightly under|well below|just below",
        "over": (
            "just over|well over|slightly over|slightly more than|a little over|a little more than|exceeds|exceeded|"
            "exceed|topped|tops|top|in excess of|surpassing|surpassed|surpasses|surpass|beyond|greater than|"
            "higher than|passing|crossing|>|upward of|well above|just above"
        ),
        "at_least": "not fewer than|a minimum of|minimum of|≥|no lower than|not lower than",
        "at_most": (
            "a maximum of|maximum of|not exceeding|not exceed|not to exceed|≤|no higher than|no greater than|"
            "not exceeded"
        ),
        "up_to": "a maximum|as long as",
    }
)
BEFORE: dict[str, QualifierType] = dict(_EXTRA_QUALIFIERS)
for _name, _row in reversed(en.QUALIFIERS.items()):
    BEFORE.update(dict.fromkeys(_row, _name))
AFTER: dict[str, QualifierType] = by_word(
    {
        "approx": "or so",
        "at_least": "or more|or above|or higher|or older|and above|and over|and older|or over|at least",
        "at_most": "or less|or fewer|or below|or younger|and below|and younger|and under|or under|at most",
        "more": "and more|+|-plus| plus|-odd| odd",
    }
)

_UP = words(
    "up rise rises rose risen rising increase increases increased increasing grow grows grew grown growing growth "
    "gain gains gained climb climbs climbed jump jumped surge surged soar soared expand expanded expanding widen "
    "widened widening accelerated accelerating acceleration raised improved advance advanced upgrade hike higher "
    "raise raises raising boost boosts "
    "boosted lift lifts lifted soaring surging climbing jumping gaining"
)
_DOWN = words(
    "down fall falls fell fallen falling decline declines declined declining decrease decreases decreased "
    "decreasing drop drops dropped dropping slide slid slip slipped shrink shrank contracted reduce reduces "
    "reduced reduction reducing cut lower lowered narrowed narrowing slowdown deceleration slowed slowing plunged "
    "tumbled dip dipped cuts cutting slash slashed slashes lowers lowering narrows falls shrinks shrinking dropping "
    "slashing shortened shrunk sank sunk sinking plunge plunges plunging tumble tumbles tumbling slump slumps slumped "
    "slumping plummet plummets plummeted plummeting eased easing"
)
VERBS: dict[str, str] = dict.fromkeys(_UP, "up") | dict.fromkeys(_DOWN, "down")


GAP = "[ -]"  # what a space in a phrase may be in a text


def backwards(words: Iterable[str]) -> str:
    """One of the words, met from its end and ending where the word begins."""
    return _bounded([word[::-1] for word in words], "(?![a-z])", r"\s")


def bounded(table: Collection[str]) -> str:
    """One of the tails of a table, ending where a word ends."""
    return _bounded(table, "(?![a-z0-9])", GAP)


def _bounded(words: Collection[str], end: str, gap: str) -> str:
    """One of the words; behind a letter nothing may follow that would make another word of it."""
    open_ended = {word: "" for word in words if not word[-1].isalnum()}
    lettered = tree({word: "" for word in words if word[-1].isalnum()}, gap) + end
    return f"(?:{lettered}|{tree(open_ended, gap)})" if open_ended else lettered
