"""Rates in English: 14 per 10,000 people, $78.6 a barrel, 350 km/h: what an amount is told for, in prose and alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from reportgen.numbers.en import words as en
from reportgen.numbers.en.reading_words import CURRENCY_SIGNS, TAILS
from reportgen.numbers.grammar.found import Found, RateBase
from reportgen.numbers.grammar.patterns import any_of, words
from reportgen.numbers.grammar.reader import RateHalves
from reportgen.numbers.model.lexicon import CURRENCIES, PERSON, Currency, Lexicon, Noun, Unit
from reportgen.numbers.model.pattern import Pattern
from reportgen.numbers.model.terms import term_of

_OTHERS = {
    **dict.fromkeys(words("person people persons capita head resident residents inhabitants population"), "person"),
    **dict.fromkeys(words("household households family families"), "household"),
    **dict.fromkeys(words("enterprise enterprises company companies firm firms"), "enterprise"),
}
NAMES: dict[str, str] = {
    word: tail.unit
    for word, tail in TAILS.items()
    if tail.unit and tail.kind in ("measure", "duration", "money") and word != "per thousand"
} | _OTHERS
"""What a rate may be told for, by its word in lower case: the key of the noun, unit or currency."""
_SHORT = {"s": "second", "hr": "hour", "d": "day", "yr": "year", "wk": "week"}  # behind a stroke only
_ARTICLE = {  # what "a" or "an" may stand before, for a rate: US$2,400 an ounce, 20 tonnes a day
    "second", "minute", "hour", "day", "week", "month", "year", "t", "kg", "g", "lb", "oz", "bbl", "gal", "L", "mi",
    "km", "kWh", "MWh", "acre", "mu", "ha", "person", "household",
}  # fmt: skip
_MONEY = any_of(CURRENCY_SIGNS)
_MANY = (
    rf"(?:(?P<money>{_MONEY})(?![a-z])\s?)?(?:(?P<digits>[0-9][0-9,]{{0,30}}(?:\.[0-9]{{1,9}})?)(?:\s|(?=[^\s0-9]|$)))?"
    rf"(?:(?P<powers>ten thousand|{'|'.join(en.POWERS)})\b\s?)?"
)
_ANY_NAME = any_of(NAMES)
_AFTER_ARTICLE = any_of(word for word, key in NAMES.items() if key in _ARTICLE)
_NAME = rf"(?P<name>{_ANY_NAME})(?![a-z0-9-])"
_WORDS = r"(?:\s(?!per\b|and\b|or\b|but\b|to\b|from\b)[a-z&'-]+){0,4}?"
_PER = Pattern(rf"{_WORDS}\s(?:per|for every|for each)\s{_MANY}(?:(?:[a-z-]+\s)??{_NAME})?")
_STROKE = Pattern(rf"\s?/\s?{_MANY}(?P<name>{any_of({**NAMES, **_SHORT})})(?![a-z0-9])")
_A = Pattern(rf"\san?\s(?P<name>{_AFTER_ARTICLE})(?![a-z0-9-]| time)")
_ANY_A = Pattern(rf"\san?\s(?:{_AFTER_ARTICLE})(?![a-z0-9-])")
_AGAIN = Pattern(rf"\s(?:per|an?)\s(?:{_ANY_NAME})(?![a-z0-9-])|\s?/\s?[a-z]")
_CAPITA = Pattern(r"\bper[ -]capita(?:\s[a-z'-]+){0,7}\s?(?:(?:rmb|us\$|\$)\s?)?$")
_SPEEDS = {"mph": "hour", "kph": "hour", "km/h": "hour"}
_BASED = frozenset({"money", "measure", "count", "rate"})


def with_bases(lower: str, found: list[Found]) -> list[Found]:
    """The figures of a lower-case text, each with what it is told for; a number that belongs to that is no figure."""
    each_told = "per " in lower or "/" in lower or "for e" in lower
    if not (each_told or "per-capita" in lower or "ph" in lower or _ANY_A.search(lower)):
        return found
    capita = "capita" in lower
    kept: list[Found] = []
    floor = end = 0
    for each in found:
        if each.start < end:
            continue  # RMB 10,000 of what is told per RMB 10,000
        made = each
        if each.kind in _BASED:
            made, end = _with_base(lower, floor, each, capita)
        kept.append(made)
        floor = each.end
    return kept


def _with_base(lower: str, floor: int, figure: Found, capita: bool) -> tuple[Found, int]:
    """The figure with its base, and where the number of that base ends; 0 where it has none."""
    if figure.kind == "rate":
        told = _PER.search(lower, figure.start, figure.end)
        return (figure._replace(base=_base(told)) if told else figure), 0
    if key := _SPEEDS.get(figure.tail):
        return figure._replace(base=RateBase(Decimal(1), key)), 0
    told = _behind(lower, figure.end)
    if told is not None:
        base = None if _AGAIN.match(lower, told.end()) else _base(told)
        return figure._replace(base=base), told.end() if base and base.per != 1 else 0
    if capita and _CAPITA.search(lower, max(floor, figure.start - 70), figure.start):
        return figure._replace(base=RateBase(Decimal(1), PERSON.key)), 0
    return figure, 0


def _behind(lower: str, end: int) -> re.Match[str] | None:
    """What stands behind a figure: per tonne, /tonne, a tonne."""
    following = lower[end : end + 2]
    if following[:1] == "/" or following == " /":
        return _STROKE.match(lower, end)
    if following == " a" and (told := _A.match(lower, end)):
        return told
    if following[:1] == " " and (lower.find(" per ", end, end + 60) >= 0 or lower.find(" for e", end, end + 60) >= 0):
        return _PER.match(lower, end)
    return None


def _base(told: re.Match[str]) -> RateBase | None:
    fields = told.groupdict()
    name, sign = fields["name"], fields.get("money")
    key = CURRENCY_SIGNS[sign] if sign else NAMES.get(name or "") or _SHORT.get(name or "")
    return RateBase(_many(fields.get("digits"), fields.get("powers")), key) if key else None


def _many(digits: str | None, powers: str | None) -> Decimal:
    many = Decimal((digits or "1").replace(",", ""))
    return many.scaleb(_POWERS.get(powers or "", 0)) if powers else many


_POWERS = {**en.POWERS, "ten thousand": 4}

# ---- one printed figure ----

_PRINTED = Pattern(
    rf"(?i:(?P<amount>.+?)(?:\sper\s|\sfor every\s|\s?(?P<stroke>/)\s?|(?P<article>\san?\s)){_MANY}(?P<name>.*))"
)
_PEOPLE = Pattern("persons|residents|inhabitants|population|人口|人")


def halves(text: str, lexicon: Lexicon) -> RateHalves | None:
    """A rate of a noun, a unit or a currency in its halves; None for any other figure."""
    found = _PRINTED.fullmatch(text)
    if found is None:
        return _per_capita(text)
    each, rest = _base_of(found["money"] or "", found["name"], lexicon)
    if each is None or (found["article"] and each.key not in _ARTICLE) or _is_one_unit(found["amount"], each.key):
        return None
    per = _many(found["digits"], (found["powers"] or "").lower())
    capita = found["name"].lower().startswith("capita")
    amount = f"{found['amount']} {rest}" if rest else found["amount"]
    return RateHalves(amount, per, each, "average" if capita else "slash" if found["stroke"] else "each")


def _base_of(sign: str, words: str, lexicon: Lexicon) -> tuple[Noun | Unit | Currency | None, str]:
    """What a rate is told for, and the words behind it: tonne year on year."""
    if sign:
        return CURRENCIES[CURRENCY_SIGNS[sign.lower()]], words.strip()
    end = len(words)
    while end > 0:
        if (each := _named(words[:end], lexicon)) is not None:
            return each, words[end:].strip()
        end = words.rfind(" ", 0, end)
    return None, ""


def _per_capita(text: str) -> RateHalves | None:
    rest = text[len("per capita ") :] if text.lower().startswith(("per capita ", "per-capita ")) else ""
    return RateHalves(rest, Decimal(1), PERSON, "average") if rest else None


def _is_one_unit(amount: str, each: str) -> bool:
    """Whether the figure ends in a unit of its own that is told so: micrograms per cubic meter, μg/m³."""
    lower = amount.lower()
    return any(
        tail.unit is not None and tail.unit.endswith("/" + each) and lower.endswith(_first(word))
        for word, tail in TAILS.items()
    )


def _first(word: str) -> str:
    return word.partition("/")[0].partition(" per ")[0]


def each_of(text: str, lexicon: Lexicon) -> Noun | Unit | Currency | None:
    """What a printed rate is told by, wherever its amount stands; None if unknown."""
    found = _PRINTED.fullmatch(text)
    if found is None:
        return None
    return _named(found["name"], lexicon) or (PERSON if _PEOPLE.fullmatch(found["name"].lower()) else None)


def _named(text: str, lexicon: Lexicon) -> Noun | Unit | Currency | None:
    name = text.lower()
    for word, key in _names(lexicon):
        if word == name and (term := term_of(key, lexicon)):
            return term
    return None


def _names(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    for term in (*lexicon.nouns.values(), *lexicon.units.values()):
        yield term.one.lower(), term.key
        yield term.other.lower(), term.key
    yield from _built_in()


@cache
def _built_in() -> tuple[tuple[str, str], ...]:
    return (*NAMES.items(), *_SHORT.items())
