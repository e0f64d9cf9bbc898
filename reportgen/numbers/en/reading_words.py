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
VAGUE: dict[str, int] = {"tens": 10, "dozens": 10, "scores": 10, "decades": 10} | {
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
        "bp": "basis points|basis point|basis-point|bps|bp|pips|pip",
        "multiple": "times|fold|x",
        "permille": "‰|per mille|per thousand",
        "megapixel": "megapixel|megapixels|mp",
    }
)
_CURRENCY_WORDS: dict[str, str] = by_word(
    {
        "CNY": "yuan|renminbi|rmb|chinese yuan|yuan renminbi|cny|rmb yuan",
        "USD": "us dollars|us dollar|u.s. dollars|u.s. dollar|american dollars|dollars|dollar|usd|us$|bucks",
        "EUR": "euros|euro|eur",
        "GBP": "pounds|pound|pounds sterling|gbp|british pounds",
        "JPY": "yen|japanese yen|jpy",
        "KRW": "won|south korean won|korean won|krw",
        "HKD": "hk dollars|hkd|hong kong dollars",
        "AUD": "australian dollars|aud",
        "CAD": "canadian dollars|cad",
        "SGD": "singapore dollars|sgd",
        "CHF": "swiss francs|chf",
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
        "TRY": "lira|turkish lira",
        "SEK": "swedish kronor|swedish crowns|sek",
        "NOK": "norwegian kroner|norwegian crowns|nok",
        "DKK": "danish kroner|danish crowns|dkk",
        "PLN": "zlotys|zloty",
        "SAR": "riyals|saudi riyals",
        "AED": "dirhams",
        "IDR": "rupiah|rupiahs",
        "PHP": "philippine pesos",
        "MXN": "mexican pesos",
        "ILS": "shekels",
        "NGN": "naira|nairas",
    }
)
CURRENCY_SIGNS: dict[str, str] = by_word(
    {
        "CNY": "rmb|cny|¥|yuan|cn¥|rmb¥",
        "USD": "us$|usd|$|u.s.$|us $|u.s. $",
        "HKD": "hk$|hkd|hk $",
        "EUR": "€|eur",
        "GBP": "£|gbp",
        "JPY": "jpy|jp¥",
        "KRW": "krw|₩",
        "AUD": "a$|aud|au$|aus$",
        "CAD": "c$|cad|ca$|cdn$",
        "SGD": "s$|sgd|sg$",
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
        "SEK": "sek",
        "NOK": "nok",
        "DKK": "dkk",
        "PLN": "pln",
        "SAR": "sar",
        "AED": "aed",
        "IDR": "idr|rp",
        "PHP": "php|₱",
        "MXN": "mxn|mx$",
        "ILS": "ils|₪",
        "NGN": "ngn|₦",
    }
)
_UNIT_WORDS: dict[str, str] = by_word(
    {
        "km": "km|kilometre|kilometres|kms|kph|kmph|kmh",
        "km2": "sq km|sq. km|sq kilometers|sq. kilometers|km²|km2|square kilometre|square kilometres",
        "m2": "sq m|sq. m|m²|m2|square metre|square metres|sqm|sq meter|sq meters|sq. meters|sq metre|sq metres",
        "ft2": "sq ft|sq. ft|square foot|square feet|ft2|ft²|sq feet",
        "mi2": "square mile|square miles|sq mi|sq miles",
        "m3": "cubic metre|cubic metres|m³|m3",
        "m": "metre|metres|m",
        "cm": "centimeter|centimeters|centimetre|centimetres",
        "mm": "millimeter|millimeters|millimetre|millimetres",
        "um": "micron|microns|micrometer|micrometers|micrometre|micrometres|µm",
        "nm": "nanometer|nanometers|nanometre|nanometres",
        "ha": "ha",
        "t": "ton|tons|tonnes|metric ton|metric tons|metric tonnes|t",
        "kg": "kilogram|kilograms|kilos",
        "g": "g",
        "ug": "microgram|micrograms|µg|μg|ug|mcg",
        "mg": "mg|milligram|milligrams|milligramme|milligrammes",
        "lb": "lb|lbs|-pounder",
        "ug/m3": "micrograms per cubic meter|micrograms per cubic metre|μg/m3|μg/m³|µg/m3|µg/m³|ug/m3|ug/m³|mcg/m3",
        "L": "liter|litre|litres",
        "mL": "ml|millilitre|millilitres|milliliter|milliliters|cc",
        "mAh": "mah|milliampere-hours|milliamp-hours",
        "kWh": "kwh|kilowatt-hour|kilowatt-hours|kilowatt hours",
        "kW": "kw|kilowatt|kilowatts|kws",
        "MW": "mw|megawatt|megawatts",
        "GW": "gw|gigawatt|gigawatts",
        "MWh": "mwh|megawatt-hours|megawatt hours|megawatt-hour",
        "GWh": "gwh|gigawatt-hours|gigawatt hours",
        "TWh": "twh|terawatt-hours|terawatt hours",
        "kV": "kv|kilovolt|kilovolts",
        "Gbps": "gbps|gbit/s|gigabits per second",
        "Mbps": "mbps|mbit/s|megabits per second",
        "kHz": "khz|kilohertz",
        "GHz": "ghz|gigahertz",
        "MHz": "mhz|megahertz",
        "Hz": "hz|hertz",
        "MB": "mb|megabyte|megabytes",
        "KB": "kb|kilobyte|kilobytes",
        "EB": "eb",
        "TB": "terabyte|terabytes",
        "GB": "gigabyte|gigabytes",
        "PB": "petabytes",
        "PFLOPS": "petaflops",
        "EFLOPS": "exaflops",
        "TOPS": "tops",
        "TEU": "teus|standard containers|twenty-foot equivalent units|20-foot equivalent units",
        "hPa": "hpa|hectopascals",
        "kPa": "kpa|kilopascals",
        "psi": "psi",
        "ppm": "ppm|parts per million",
        "mmHg": "mmhg",
        "visit": (
            "person-times|person-visits|person-time|person times|visits|passenger trips|tourist visits|tourist trips"
        ),
        "hour": "hr|hrs|hours|h|working hours",
        "minute": "minutes|mins|min",
        "second": "sec|seconds|s",
        "workday": "working days|working day|workdays|business days|trading days",
        "day": "calendar days",
        "year": "years old|year-old|-year-olds|yrs|years of age",
        "mi": "miles|mile|mph",
        "ft": "feet|foot|ft",
        "yd": "yards|yard",
        "in": "inches|inch",
        "nmi": "nautical miles",
        "bbl": "barrels|barrel|bbl|bpd",
        "ly": "light-years|light-year|light years",
        "oz": "ounces|ounce",
        "gal": "gallons|gallon",
        "ct": "carats|carat",
        "hp": "horsepower|hp",
        "kcal": "kcal|kilocalories",
        "C": "degrees celsius|degree celsius|degrees centigrade|degrees c|°c|℃",
        "F": "degrees fahrenheit|degree fahrenheit|degrees f|°f|℉",
        "qubit": "qubits|qubit",
        "acre": "acres|acre",
        "tce": (
            "tce|tons of coal equivalent|ton of coal equivalent|metric tons of coal equivalent|"
            "tonnes of standard coal|tons of standard coal|metric tons of standard coal"
        ),
        "MPa": "mpa|megapascals",
        "px": "px|pixel|pixels",
        "ms": "ms",
        "V": "v|volt|volts",
        "W": "w|watt|watts",
        "dB": "db|decibel|decibels",
        "mA": "milliamps|ma",
        "dwt": "dwt|deadweight tons|deadweight tonnes",
        "decade": "decades|decade",
        "dof": "degree of freedom|dofs|dof",
    }
)


CASED = {  # units that another case would make another word or unit: as they are written
    "g": "g", "t": "t", "m": "m", "h": "h", "s": "s", "v": "V", "w": "W", "x": "x", "nm": "nm", "ma": "mA", "mw": "MW",
    "cc": "cc",
}  # fmt: skip


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
        "approx": (
            "an estimated|estimated|estimated at|estimated to be|estimated to have been|estimates at|circa|ca.|ca|c.|"
            "~|≈|approximate|approx.|approx|appr.|in the region of|in the order of|on the order of|of the order of|"
            "in the neighborhood of|in the neighbourhood of|something like|somewhere around|around the|about the|"
            "close to around|more or less"
        ),
        "nearly": (
            "approaching|approached|approaches|approach|nears|neared|nearing|near|virtually|close on|nearly the|"
            "near the"
        ),
        "below": (
            "just under|lower than|<|slightly less than|slightly under|well below|just below|shy of|just shy of|"
            "slightly below|a little under|a little less than|a shade under|a shade below|younger than|shorter than|"
            "smaller than|slower than|earlier than|less than the|fewer than the|short of|just short of|far below|"
            "well under|lighter than|narrower than|cheaper than"
        ),
        "over": (
            "just over|well over|slightly over|slightly more than|a little over|a little more than|exceeds|exceeded|"
            "exceed|topped|tops|top|in excess of|surpassing|surpassed|surpasses|surpass|beyond|greater than|"
            "higher than|passing|crossing|>|upward of|well above|just above|north of|slightly above|a little above|"
            "longer than|older than|larger than|bigger than|heavier than|taller than|faster than|wider than|later than|"
            "deeper than|more than the|over and above|passed the|crossed the|broke the|broken the|breaking the|"
            "breaks the|break the|broke through the|broken through the|breaking through the|breaks through the|"
            "break through the|smashed the|surpassed the|surpasses the|surpass the|surpassing the|topped the|tops the|"
            "top the|topping the|exceeded the|exceeds the|exceed the|exceeding the|passing the|crossing the|pass the|"
            "cross the|crosses the|passes the|past the|breached the|breach the|over the|above the"
        ),
        "at_least": (
            "not fewer than|a minimum of|minimum of|≥|>=|no lower than|not lower than|not be less than|"
            "not be fewer than|not be lower than|no shorter than|not shorter than|no smaller than|at the very least|"
            "at the least|"
            "no younger than|no earlier than|not below|not under|not be below|at least the|a floor of"
        ),
        "at_most": (
            "a maximum of|maximum of|not exceeding|not exceed|not to exceed|≤|<=|no higher than|no greater than|"
            "not exceeded|not higher than|not greater than|not be higher than|not be more than|not be greater than|"
            "not be over|not be longer than|no longer than|not longer than|no larger than|no bigger than|no older than|"
            "no later than|not later than|at the most|at the very most|limited to|restricted to|"
            "from exceeding|not allowed to exceed|not permitted to exceed|never exceed|never to exceed|no case exceed|"
            "not over|not above|up to a maximum of|to a maximum of|at maximum"
        ),
        "up_to": "a maximum|as long as|up to and including|as far as|as large as|as tall as|as big as|as old as",
    }
)
BEFORE: dict[str, QualifierType] = dict(_EXTRA_QUALIFIERS)
for _name, _row in reversed(en.QUALIFIERS.items()):
    BEFORE.update(dict.fromkeys(_row, _name))
AFTER: dict[str, QualifierType] = by_word(
    {
        "approx": "-ish|ish|or so|or thereabouts|give or take|approximately|or thereabout",
        "at_least": (
            "or more|or above|or higher|or older|and above|and over|and older|or over|at least|or longer|or greater|"
            "or further|or farther|or larger|or better|or later|and more|and up|or upwards|and upwards|or bigger|"
            "or heavier|or taller|or faster|and higher|or up|minimum"
        ),
        "at_most": (
            "or less|or fewer|or below|or younger|and below|and younger|and under|or under|at most|or lower|or shorter|"
            "or smaller|or earlier|and less|maximum|max|tops"
        ),
        "more": "+|-plus| plus|-odd| odd",
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
    return _bounded([word[::-1] for word in words], "(?![a-z])", " ")


def bounded(table: Collection[str]) -> str:
    """One of the tails of a table, ending where a word ends."""
    return _bounded(table, "(?![a-z0-9])", GAP)


def _bounded(words: Collection[str], end: str, gap: str) -> str:
    """One of the words; behind a letter nothing may follow that would make another word of it."""
    open_ended = {word: "" for word in words if not word[-1].isalnum()}
    lettered = tree({word: "" for word in words if word[-1].isalnum()}, gap) + end
    return f"(?:{lettered}|{tree(open_ended, gap)})" if open_ended else lettered
