"""What the words around a printed English figure say of it: change and basis, aggregate, as-of, a noun of the lexicon.

Nothing else may stand beside a figure that is read alone.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

from reportgen.messages import in_quotes, msg
from reportgen.numbers.en import words as en
from reportgen.numbers.en.left_context import left_of
from reportgen.numbers.en.period_grammar import period_at
from reportgen.numbers.en.rate import each_of, halves
from reportgen.numbers.en.reading_words import VERBS
from reportgen.numbers.grammar.found import Found
from reportgen.numbers.grammar.reader import Comparison, FigureContext, LanguageReader, longest, no_change
from reportgen.numbers.model.errors import FigureError
from reportgen.numbers.model.lexicon import Lexicon, Noun
from reportgen.numbers.model.pattern import Pattern
from reportgen.numbers.model.period import Period, RelativeYear, read_period
from reportgen.numbers.model.quantity import Aggregate, Basis, Change

_BASES: dict[str, Basis] = {
    "year[ -]on[ -]year in real terms": "real_yoy", "year[ -]on[ -]year in nominal terms": "nominal_yoy",
    "in real terms": "real_yoy",
    "in nominal terms": "nominal_yoy", "real": "real_yoy", "nominal": "nominal_yoy",

    **{level: basis for basis, level in en.LEVELS.items()},
    "year[ -]on[ -]year|year[ -]over[ -]year|yoy|y/y|from a year earlier": "yoy",
    "from the same period (?:of )?(?:last|the previous) year": "yoy",
    "(?:quarter[ -]on[ -]quarter|qoq)": "qoq", "(?:month[ -]on[ -]month|mom)": "mom",
    "(?:from|over|on|than|compared with) (?:the )?end of (?:the )?(?:previous|last) year": "prev_year_end",
    "(?:from|over|on|than|compared with) (?:the )?(?:previous|last) year": "prev_year",
    "(?:from|over|on|than|compared with) (?:the )?(?:previous|last) quarter": "prev_quarter",
    "(?:from|over|on|than|compared with) (?:the )?(?:previous|last) month": "prev_month",

    "a year on average|average annual(?: rate)?|annual average|on average (?:a|per) year": "avg_annual",
    "a year(?![ -]o)|per year|annually|per annum": "avg_annual",
}  # fmt: skip
_AGGREGATES: dict[str, Aggregate] = {
    "(?:a )?cumulative(?: total of)?": "cumulative", "cumulatively": "cumulative", "a total of": "total",
    "in total": "total",
    "an average of": "average", "on average": "average",
}  # fmt: skip
_FAMILIES: tuple[tuple[str, str, str], ...] = (  # a word of change, and the Chinese verbs it asks for: up, down
    (r"widen\w*|expand\w*", "扩大", ""),
    (r"narrow\w*", "", "收窄"),
    (r"accelerat\w*", "加快", ""),
    (r"slow\w*", "", "放缓"),
)


_FILL = Pattern(
    r"(?:a|an|the|by|of|at|rate|growing|virtually|almost|from|between|period|to|in|during|for|place|increase|growth)\b"
)


_UNCHANGED = Pattern(
    r"(?P<little>little changed|(?:virtually|largely|basically|almost) unchanged)?(?:unchanged|flat)?"
    rf"(?:\s(?P<basis>{'|'.join(_BASES)}))?"
)


def _context(before: str, after: str, found: Found, lexicon: Lexicon) -> FigureContext | str:
    """The words around an English figure, or those that should not be there."""
    before, after = before.strip().lower(), after.strip()
    if found.kind == "date":
        match = _AS_OF.fullmatch(before)
        if match is None or after:
            return before or after
        return FigureContext(as_of=bool(match["as_of"]), eop=bool(match["end"]))
    if found.kind in _AMOUNTS and before.endswith(" to"):
        return before  # rose to RMB 1.2 billion: what there is now
    noun, behind = _noun(after, lexicon) if after and found.kind in ("count", "vague", "ordinal") else (None, after)
    rest = f"{before} {behind.lower()}".strip()
    around = FigureContext(noun=noun)
    while rest:
        taken = _word(rest, around)
        if taken is None:
            return rest
        rest, around = taken
    return around


_AS_OF = Pattern(
    r"(?:(?P<as_of>as of|as at|by|at|until|up to)|in|during|from|for|the period of|between)?"
    r"\s?(?P<end>the end of)?\s?(?:the)?"
)


_AMOUNTS = ("money", "count", "measure", "duration")


def _noun(after: str, lexicon: Lexicon) -> tuple[Noun | None, str]:
    """The noun of the lexicon that a figure counts, the longest, and the words behind it."""
    wanted = after.lower() + " "
    named = [
        (len(form), noun)
        for noun in lexicon.nouns.values()
        for form in (noun.one, noun.other)
        if wanted.startswith(form.lower() + " ")
    ]
    length, noun = max(named, key=lambda pair: pair[0], default=(0, None))
    return noun, after[length:].strip()


def _word(rest: str, around: FigureContext) -> tuple[str, FigureContext] | None:
    """Takes one word or phrase off the front, with what it says."""
    for pattern, aggregate in _AGGREGATES.items():
        if (match := re.match(rf"{pattern}\b\s?", rest)) and match.end():
            if aggregate == "average" and around.sign:
                return rest[match.end() :], around._replace(basis="avg_annual")
            return rest[match.end() :], around._replace(aggregate=aggregate)
    for pattern, basis in _BASES.items():
        if match := re.match(rf"(?:{pattern})(?![a-z])\s?", rest):
            return rest[match.end() :], around._replace(basis=_both(around.basis, basis))
    for pattern, up, down in _FAMILIES:
        if match := re.match(rf"(?:{pattern})\b\s?", rest):
            return rest[match.end() :], around._replace(verb=up or down, sign=1 if up else -1)
    word = re.match(r"[a-z-]+", rest)
    if word and word[0] in VERBS and not (around.sign and word[0] in ("increase", "growth", "rate")):
        return rest[word.end() :].lstrip(), around._replace(sign=1 if VERBS[word[0]] == "up" else -1)
    if match := _FILL.match(rest):
        return rest[match.end() :].lstrip(), around
    return None


def _both(first: Basis | None, second: Basis) -> Basis:
    """Real or nominal growth stays so when "year on year" is said beside it."""
    if first in ("real_yoy", "nominal_yoy") and second == "yoy":
        return first
    return second


def _code(text: str) -> str | None:
    """The code of a printed period; None for anything else."""
    if _YEAR_ALONE.fullmatch(text):
        return text
    stretch = period_at(text, text.lower(), 0)
    return stretch.code if stretch and stretch.end == len(text) else None


_YEAR_ALONE = Pattern("[12][0-9]{3}")
_AGAINST = Pattern(
    r"(?i:(?P<rest>.+?) (?:(?P<level>the level (?:of|in|at)) |(?:from|over|compared with|than|on) )"
    r"(?P<same>the same period (?:of|in) )?(?P<end>the end of |end-)?(?:the )?"
    r"(?P<since>[^ ]*[0-9].*|[a-z]{3,9} [0-9]{4}))"
)
_YEARS = Pattern(
    r"(?i:(?P<rest>average annual .+) over (?P<n>[a-z]+|[1-9][0-9]?) years"
    r"|(?P<m>[a-z]+|[1-9][0-9]?)-year average (?P<more>.+))"
)


def _compared(text: str) -> Comparison | None:
    """Up 8.1% from the same period of 2019, unchanged from 2019, average annual growth of 5% over two years."""
    if years := _YEARS.fullmatch(text):
        number = (years["n"] or years["m"]).lower()
        many = int(number) if number.isdigit() else en.SMALL.index(number) if number in en.SMALL else 0
        return Comparison(years["rest"] or years["more"], years=many) if many else None
    found = _AGAINST.fullmatch(text)
    code = _code(found["since"]) if found else None
    if found is None or code is None:
        return None
    since = replace(read_period(code), eop=found["end"] is not None)
    return Comparison(found["rest"], "same_period" if found["same"] else "period", since)


_RELATIVE = Pattern(r"(?i:(?P<as_of>as of |by )?(?P<end>the end of )?(?P<year>last|this|next) year)")


def _relative(text: str) -> Period | None:
    """Last year, the end of next year."""
    found = _RELATIVE.fullmatch(text)
    if found is None:
        return None
    year = cast("RelativeYear", found["year"].lower())
    return Period(relative=year, as_of=bool(found["as_of"]), eop=bool(found["end"]))


def _way(before: str) -> str | None:
    left = left_of(before.lower().replace("\u00a0", " "), len(before), 0)
    return None if left.to else VERBS.get(left.verb)


def _unchanged(text: str) -> Change | None:
    lower = text.lower()
    found = _UNCHANGED.fullmatch(lower)
    if found is None or not lower.startswith(
        ("little", "virtually", "largely", "basically", "almost", "unchanged", "flat")
    ):
        return None
    basis = found["basis"] or ""
    bases: list[Basis] = [name for pattern, name in _BASES.items() if re.fullmatch(pattern, basis)]
    return no_change(bases[0] if bases else "none", bool(found["little"]))


_A_PART = Pattern(rf"(?i:an? (?=(?:{'|'.join(one for one, _ in en.PARTS.values())})$))")
_ONE = Pattern(r"(?i:one(?=\s))")


_LETTERED = Pattern(
    r"(?<![A-Za-z0-9.,])((?:[A-Z]{0,3}[$€£¥₹]|RMB\s?)?[0-9][0-9,]*(?:\.[0-9]+)?)\s?([KkMBbT])(?![A-Za-z0-9/-])"
)
_LETTERS = {"K": "thousand", "k": "thousand", "M": "million", "B": "billion", "b": "billion", "T": "trillion"}
_METERS_OR_MILLION = Pattern(r"(?:[a-z ]+ )?([0-9][0-9,]*(?:\.[0-9]+)?)m")


def _readied(text: str) -> str:
    """A third as one third, 450K as 450 thousand."""
    if unsure := _METERS_OR_MILLION.fullmatch(text):
        raise FigureError(
            msg(
                "expected m told in full, found {found}: write {number} million, or {number} meters",
                found=in_quotes(unsure[1] + "m"),
                number=unsure[1],
            )
        )
    found = _A_PART.match(text)
    text = "one " + text[found.end() :] if found else text
    return _LETTERED.sub(_in_words, text)


def _in_words(told: re.Match[str]) -> str:
    return f"{told[1]} {_LETTERS[told[2]]}"


def _in_digits(text: str) -> str:
    """ "One day" is any day in prose, and a figure alone."""
    found = _ONE.match(text)
    return "1" + text[found.end() :] if found else text


def _is_small(text: str) -> bool:
    """Whether it is a number from one to nine as figures print it in words."""
    return text.lower() in en.SMALL[1:]


READER = LanguageReader(
    relative=_relative,
    way=_way,
    compared=_compared,
    context=_context,
    unchanged=_unchanged,
    halves=halves,
    each_of=each_of,
    qualifier=Pattern(rf"(?i:\b({longest(word for row in en.QUALIFIERS.values() for word in row)}) $)"),
    qualifiers={word: kind for kind, row in reversed(en.QUALIFIERS.items()) for word in row},
    wordings={
        "up to": "最高",
        "as many as": "多达",
        "no fewer than": "不少于",
        "no less than": "不低于",
        "exceeding": "突破",
    },
    readied=_readied,
    in_digits=_in_digits,
    is_small=_is_small,
)
