"""Digits and number words in English that are no figures: names (DFM-2), references (Figure 3), times, set phrases."""

from __future__ import annotations

import re

from reportgen.numbers.en.labels import CALLED, LOWER, NAMING
from reportgen.numbers.grammar.patterns import TELEPHONE, any_of
from reportgen.numbers.model.pattern import Pattern

_TIMES = Pattern(
    r"(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?(?![0-9])"
    r"|(?:[0-9]{1,2}(?:[:.][0-5][0-9])?\s?(?:to|and|or|[–-])\s?)?[0-9]{1,2}(?:\.[0-5][0-9])?"
    r"\s?(?:a\.m\.|p\.m\.|am\b|pm\b|o['’]clock)"
    r"|[0-9]+(?:\s?[×x*]\s?[0-9]+)+(?![0-9%⁰¹²³⁴-⁹⁻^])"
    r"|(?:24/7|7/24)(?![0-9])"
    r"|[0-9a-z](?:\+[0-9a-z])+(?:\s?[>=]\s?[0-9])?(?![0-9])|401\(k\)"
    r"|[0-9]+(?:\.[0-9]+){2,}"
    rf"|{TELEPHONE}"
    r"|0[0-9]{2,4}(?:[ –-][0-9]{2,4}){2,3}(?![0-9%])|(?<=\+)[1-9][0-9]{0,2}(?:[ –-][0-9]{2,4}){2,4}(?![0-9%])"
    r"|(?<![^\n])[0-9]{1,2}[.)]\s"  # the head of an item
    r"|9/11(?![0-9/])|50[/-]50(?![0-9])|20/20(?=\svision)|[0-9]-to-[0-9](?=\s(?:job|jobs|grind|work))"
    r"|11\.11(?![0-9%])|618(?= (?:shopping|promotion|sales|festival|mid-year|event))"
    r"|[0-9]{3,6}(?=[ -](?:(?:service|citizen|government|public) )?(?:hotline|helpline))"
    r"|[0-9]{1,3}-(?:degree|star|axis|wheel)|996(?=[ -](?:work|culture|schedule|system))"
)
_REFERENCE = Pattern(
    rf"(?:(?<![a-z]){any_of(NAMING)}\.?"
    r"|\b(?:group of|hotline|p|pp|sec|ch|art|ext|eq|eqs|vol|fig|figs|no)\.?|\]\s?no\.)\s$"
)
_ABBREVIATED = ("p.", "pp.", "vol.", "fig.", "figs.", "sec.", "ch.", "art.", "ext.", "eq.", "eqs.", "]no.", "hotline")
_VERSIONED = Pattern(r"[A-Z][A-Za-z]* $")
_VERSION = Pattern(r"[0-9]{1,2}\.0(?![0-9%])(?!\s?(?:percent|per cent|million|billion|trillion|points))")
_TOKEN = Pattern(r"[0-9]+(?:[.~-]?[a-z0-9]+)*")
_CITED = Pattern(r"[0-9]+(?:[.~-]?[a-z0-9]+)*(?:\s?[,;–-]\s?[0-9]+)*(?=\s?\])")  # [3], [3, 5]; not [1 percent cut]
_LISTED = Pattern(r"[0-9]+(?:[.-]?[a-z0-9]+)*(?:(?:(?:,| and| to|, and)\s|[–-])[0-9]{1,3}(?![0-9%]|[.,][0-9]))*")
_MORE = Pattern(
    r"%|,[0-9]{3}|\s?(?:percent|per\scent|percentage|million|billion|trillion|yuan|rmb|dollars|euros|tonnes|tons|km|meters"
    r"|kilometers|hours|minutes|seconds|months|weeks|people|times)\b"
)


def _counts(lower: str, end: int) -> bool:
    """Whether the number behind a label counts what follows it: Level 3 percent is no level."""
    return _MORE.match(lower, end) is not None


_DESIGNATION = Pattern(r"[0-9]+(?:[.:–-][0-9]+)*")
_STANDARD = Pattern(r"\b(?:GB|GB/[TZ]|ISO|IEC|IEEE|ITU|RFC|ASTM)\s$")
_BEFORE_YEAR = Pattern(
    r"(?:mid|end|early|late|pre|post|since|year|non|over|under|sub|co|re|the|and|or|to|a|in|by|of)-$"
)
_CURRENCY = Pattern(r"(?:rmb|cny|usd|eur|gbp|hkd|jpy|krw|aud|cad|sgd|chf|twd|mop|inr|us|yuan|fy|cy)$")
_INITIAL = Pattern(r"(?<![a-z.])[a-z]\.$")  # H.265
_LETTERS = Pattern(r"[a-z]+[a-z0-9-]*")


def masked(text: str, lower: str, at: int) -> int:
    """Where the code ends that holds the digit at `at`; 0 where there is none. What stands to its left may tell it."""
    if at and (end := _by_left(text, lower, at)) is not None:
        return end
    found = _TIMES.match(lower, at)
    return found.end() if found else 0


_CALLED_NUMBER = Pattern(r"[0-9]{3,6}(?![0-9,.%–-][0-9]|%|\s(?:people|more|new|[a-z]{3,}s)\b)")
_CALLING = Pattern(r"\b(?:call|calls|calling|dial|dialing|dialling|phone|ring|text|texting)\s(?:the\s)?$")
_STREET = Pattern(
    r"[0-9]{1,5}\s(?:[A-Z][a-z]+\s){1,2}(?:Street|Road|Avenue|Lane|Drive|Boulevard|Square|Place|Way|Terrace|Court|Close|St|Ave"
    r"|Rd|Blvd)\b|10(?=\sDowning)"
)


def street(text: str, at: int) -> int:
    """Where the number of a house ends: 40 Wall Street; 0 where it is none."""
    found = _STREET.match(text, at)
    return found.end() if found else 0


def _by_left(text: str, lower: str, at: int) -> int | None:
    """Where the code ends that what stands before the digit tells, 0 where it tells of none; None where it is open."""
    before = lower[at - 1]
    if before.isalpha() and before.isascii():
        return None if _CURRENCY.search(lower, max(0, at - 5), at) else _end(_TOKEN.match(lower, at))
    if before in "-–" and at > 1 and lower[at - 2].isalnum() and lower[at - 2].isascii():
        joined = lower[at - 2].isalpha() and not _BEFORE_YEAR.search(lower, max(0, at - 6), at)
        return _end(_TOKEN.match(lower, at)) if joined else None
    if before == "[":
        return _end(_CITED.match(lower, at)) or None
    if before in "〔#" or (before == "." and _INITIAL.search(lower, max(0, at - 3), at)):
        return _end(_TOKEN.match(lower, at))
    if before == "(":
        end = _end(_TOKEN.match(lower, at))
        return end if end - at < 3 and lower[end : end + 1] == ")" and lower[at:end].isdigit() else None
    if before == " ":
        if lower[at] == "0" and (telephone := _TIMES.match(lower, at)):
            return telephone.end()
        if _CALLING.search(lower, max(0, at - 16), at) and (dialled := _CALLED_NUMBER.match(lower, at)):
            return dialled.end()
        return _named(text, lower, at) or _called(text, at) or None
    return None


def _named(text: str, lower: str, at: int) -> int:
    """Figure 3, Industry 4.0: the word before gives the number a name."""
    if _VERSIONED.search(text, max(0, at - 24), at) and (found := _VERSION.match(lower, at)):
        return found.end()
    if _STANDARD.search(text, max(0, at - 8), at):
        return _end(_DESIGNATION.match(lower, at))
    if text.endswith("Long March ", 0, at):
        return _end(_TOKEN.match(lower, at))
    if _REFERENCE.search(lower, max(0, at - 14), at):
        start = lower.rfind(" ", 0, at - 1) + 1
        word = text[start : at - 1]
        if not word.islower() or word in LOWER or word in _ABBREVIATED or text.endswith("Group of ", 0, at):
            end = _end(_LISTED.match(lower, at))
            return end if _end(_TOKEN.match(lower, at)) - at < 8 and not _counts(lower, end) else 0
    return 0


_ITEM = Pattern(r"[0-9]{1,2}[.)]\s(?=[A-Z])")
_PROPER = Pattern(
    r"(?<=[a-z0-9,;]\s)(?!(?:In|By|From|Since|Over|About|Nearly|At|Only|All|The|Of|More|Some|Around|Than|Rs|Top|Nos?|To|And|Or"
    r"|Up|Down|Least|Past|Last|Next|Aged?|Another|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
    r"[a-z]{0,6}\s)[A-Z][a-z]+(?:['’][a-z]+)?\s$"
)
_OPENS = Pattern(r"(?:.*[.!?]\s)?[A-Z][a-z]{3,}(?:['’][a-z]+)\s|Shenzhou\s|Tianzhou\s")  # Chang'e 6 brought
_NUMBERED = Pattern(
    r"(?:[0-9]{1,2}|[0-9]{6})(?=[,;)]\s|\.\s[A-Z]|[.;)]?$"
    rf"|\s(?:{CALLED})\b|\s(?:and\s[A-Z]|(?:is|was|were|are|has|had|will|would|can|brought|began|took|made|won|[a-z]{(2,)}ed)\b))"
)


def _called(text: str, at: int) -> int:
    """Where a number ends that is part of a name (Chang'e 6 brought, Llama 3, Beijing 100080), or heads an item."""
    if text[at - 2 : at - 1] in (".", ";", ":", "!", "?"):
        return _end(_ITEM.match(text, at))
    numbered = _NUMBERED.match(text, at)
    if numbered is None:
        return 0
    named = _PROPER.search(text, max(0, at - 30), at) or _OPENS.fullmatch(text, max(0, at - 16), at)
    return numbered.end() if named else 0


def lettered(lower: str, end: int) -> int:
    """Where a token of digits and letters ends (5g, 4k) whose digits end at `end`; 0 where none follow."""
    return _end(_LETTERS.match(lower, end))


def _end(found: re.Match[str] | None) -> int:
    return found.end() if found else 0


PHRASES = Pattern(
    r"one(?:-(?!(?:third|half|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|year|month|week|day|hour|trillion|billion|million|time)"
    r"|in-(?:[0-9]|two|three|four|five|six|seven|eight|nine|ten))[a-z]"
    r"| of\b(?! (?:every|the \d))| another\b| by one\b| hand\b| side\b| thing\b| day\b"
    r"| or two\b(?!\s(?:seconds|minutes|hours|days|weeks|months|years|decades|percent|million|billion))| belt\b"
    r"| country\b| point\b(?<=at one point)"
    r"| and only\b| and all\b| time\b| way\b| may\b| can\b| must\b| should\b| could\b| who\b| that\b"
    r"| after another\b| step\b|['’]s\b)"
    r"|two(?: sessions\b| systems\b|-(?:way|pronged|sided|tier|tone|faced|dimensional|wheel\w*))"
    r"|(?:three|four|five|six)-(?:dimensional|pronged|sided|star|wheel\w*|tier|way|legged|tier)"
    r"|three represents\b|fifty-fifty\b|(?:two|three)-pointers?\b"
    r"|nine-dash\b|ten-dash\b|seven seas\b|four seas\b|catch twenty"
    r"|first(?:[ -](?:class|rate|hand|tier|aid|lady|ladies|name|come|served|principles|things|and foremost"
    r"|of all|secretary|floor|line)\b|ly\b)"
    r"|second(?:-home|[ -](?:hand|class|rate|tier|nature|thought\w*|to none|best|floor|only)\b|ly\b|s\b|ed\b|ary\b)"
    r"|third(?:[ -](?:part\w+|world|tier|rate|plenary|plenum)\b|ly\b)|fourthly\b|fifthly\b|fourth estate\b"
    r"|double(?:[ -](?:digit\w*|edged|click\w*|standard\w*|first|check\w*|decker\w*|reduction|track|eleven"
    r"|entry|sided|helix|bed\w*|room\w*|layer\w*"
    r"|down|glaz\w+|carbon|blind|11|ninth|track|counting)\b)|doubles\b(?= (?:match|final|title|tennis|team))"
    r"|half(?:[ -](?:hearted\w*|way|time|yearly|year|baked|brother|sister|moon|life|mast|point"
    r"|price|marathon\w*|truth\w*|timbered)\b|way\b|time\b)"
    r"|quarter(?:ly\b|back|final\w*|[ -](?:on[ -]quarter|final\w*)|master)"
    r"|triple(?:[ -](?:a|jump|win|crown|glazed|threat)\b)|twofold\b(?=[ :](?:first|purpose))"
    r"|hundred (?:and one|flowers|schools|days)\b|thousand (?:and one|miles|talents|islands|words)\b"
    r"|million dollar\b|ten thousand li\b"
    r"|may\b(?! [0-9])"
)
"""Set phrases that begin with a number word; matched at the word, in lower case."""
