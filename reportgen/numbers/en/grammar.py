"""The grammar of figures in English prose: where they stand and what they say.

A candidate is a digit or a word that can begin a figure. The rules that its neighbors call for are tried there in turn,
on the text in lower case, and what stands left of it is read backwards.
"""

from __future__ import annotations

from decimal import Decimal

from reportgen.numbers.en import words as en
from reportgen.numbers.en.ages import ages
from reportgen.numbers.en.clocks import joined_minutes, race_time, sizes
from reportgen.numbers.en.days import MONTHS
from reportgen.numbers.en.figure import general
from reportgen.numbers.en.figure_kinds import shift_of
from reportgen.numbers.en.fractions import fraction, half, part
from reportgen.numbers.en.labels import LOWER, SEQUENCES
from reportgen.numbers.en.levels import level
from reportgen.numbers.en.masks import street
from reportgen.numbers.en.multiples import folded, multiplied
from reportgen.numbers.en.names import code, phrase
from reportgen.numbers.en.ordinals import numbered, ordinal, sequence, top
from reportgen.numbers.en.periods import period, year
from reportgen.numbers.en.rate import with_bases
from reportgen.numbers.en.ratios import ratio, score
from reportgen.numbers.en.reading_words import FOLDS, HALVED, MULTIPLIED, ORDINALS, SMALL, UNITS_UP, VAGUE
from reportgen.numbers.en.right_context import tails_with
from reportgen.numbers.en.single import SINGLE, single
from reportgen.numbers.en.vague import vague
from reportgen.numbers.grammar.found import Found
from reportgen.numbers.grammar.numerals import scaled
from reportgen.numbers.grammar.patterns import any_of, words
from reportgen.numbers.grammar.scan import Rule, TextScan
from reportgen.numbers.model.lexicon import Noun, Unit
from reportgen.numbers.model.pattern import Pattern

_ORDINAL_WORDS = [word for word in ORDINALS if "-" not in word]
_WORDS: dict[str, tuple[Rule, ...]] = {
    **dict.fromkeys(MONTHS, (period,)),
    **dict.fromkeys(SMALL, (phrase, folded, level, ratio, fraction, general)),
    **dict.fromkeys([word for word in SMALL if word not in UNITS_UP[1:11]], (phrase, period, ordinal, general)),
    "fifty": (phrase, period, ordinal, general),
    **dict.fromkeys(VAGUE, (vague,)),
    **dict.fromkeys((*MULTIPLIED, *HALVED, *FOLDS), (phrase, multiplied)),
    **dict.fromkeys(_ORDINAL_WORDS, (phrase, period, part, ordinal)),
    **dict.fromkeys(("dozen", *en.POWERS), (phrase, level, vague, general)),
    "half": (phrase, general, half),
    "quarter": (phrase, part),
    "top": (top,),
    "no.": (numbered,),
    **dict.fromkeys("qh'’", (period,)),
}
_LETTERED = r"[qh](?=[1-4](?![0-9]))|['’](?=[1-9]0s\b)"
_WORD = rf"(?:{any_of(word for word in _WORDS if len(word) > 1)}(?![a-z])|{_LETTERED})"
_CANDIDATE = Pattern(f"[^a-z](?:(?<=[0-9½¼¾])|{_WORD}|{SINGLE})")  # a digit, or a word and what stands before it
_OPENING = Pattern(f"(?:{_WORD}|{SINGLE})")

# What follows the digits, and whether a name may stand before them, decides which rules are worth trying.
_SHAPE = Pattern(r"([0-9]+)((?:[.,][0-9]+){0,14})(\s?)([^\s]?)([a-z]?)([a-z]?)")
_PLAIN: tuple[Rule, ...] = (general,)
_SINGLE: tuple[Rule, ...] = (single,)
_SEQUENCE: tuple[Rule, ...] = (sequence,)
_YEARLY: tuple[Rule, ...] = (level, period, code, year, general)
_YEAR_ALONE: tuple[Rule, ...] = (code, year, general)
_BY_NEXT: dict[str, tuple[Rule, ...]] = {
    "s": (ages, period, ordinal, general),
    **dict.fromkeys("tnr", (period, ordinal, general)),
    ",": (period, general),
    **dict.fromkeys("-–~", (folded, level, period, code, score, ratio, general)),
    **dict.fromkeys(":∶", (race_time, code, ratio, general)),
    **dict.fromkeys("/", (sizes, code, period, fraction, general)),
    **dict.fromkeys("×x*", (sizes, code, general)),
    **dict.fromkeys("+.()^", (code, general)),
    **dict.fromkeys("qh’'", (period, general)),
}
_FOLLOWED: dict[str, tuple[Rule, ...]] = {  # by a word that begins so
    **{month[:3]: (period, general) for month in MONTHS},
    **dict.fromkeys(("min", "sec"), (general,)),
    "of": (period, ratio, general),
    "to": (code, period, ratio, general),
    **dict.fromkeys(("and", "or", "day"), (code, period, general)),
    **dict.fromkeys(("am", "pm", "a", "p", "o"), (code, general)),
    "x": (sizes, code, general),
    **dict.fromkeys(
        ("hot", "ser", "cit", "gov", "pub", "sho", "wor", "pro", "sal", "fes", "mid", "eve"), (code, general)
    ),
    **dict.fromkeys(("mil", "bil", "tri"), (level, general)),
    **{
        word[:3]: (fraction, general)
        for word in ("third", "quarter", "fourth", "fifth", "tenth", "half", "sixth", "eighth")
    },
}
_AFTER_YEAR = frozenset("tuaqhmb-–~/.'’s×x*")  # what a longer period or a level may go on with
_NAMELESS = frozenset(
    words("In By From Since Over About Nearly At Only All The Of More RMB CNY USD HKD EUR GBP US Some Around")
)
_CALLING = frozenset(words("call calls calling dial dialing dialling phone ring text texting hotline"))
_SUSPECT = frozenset("abcdefghijklmnopqrstuvwxyz-–[〔#(.+")


def scan(text: str, source: str, terms: tuple[Noun | Unit, ...] = ()) -> list[Found]:
    """Every figure of a text normalized from `source`, in order; a `hint` only helps to compare two texts.

    `terms` are the document's own terms; of these the units are known beside those of the language.
    """
    lower = text.lower()
    run, at = TextScan(text, source, tails_with(terms), lower), 0
    if opening := _OPENING.match(lower):
        at = run.step(_WORDS.get(opening[0], _SINGLE), 0) or opening.end()
    search = _CANDIDATE.search
    while candidate := search(lower, at):
        word, start = candidate[0], candidate.start()
        if "0" <= word <= "9":
            at = _digits(run, start)
        elif word[1:2] == "a" and word[-1] == " ":
            at = run.step(_SINGLE, start + 1) or start + 2
        elif word in "½¼¾":
            at = run.step(_PLAIN, start) or start + 1
        else:
            at = run.step(_WORDS[word[1:]], start + 1) or candidate.end()
            at -= at < len(lower) and lower[at - 1].isspace()  # which may stand before the next
    return with_bases(lower, _share_units(lower, run.found))


def _digits(run: TextScan, at: int) -> int:
    lower = run.lower
    shape = _SHAPE.match(lower, at)
    assert shape is not None, "a digit begins it"
    whole, rest, gap, first, second, third = shape.groups()
    if first == "%" and rest.count(".") < 2:
        rules = _PLAIN
    else:
        before = lower[at - 1 : at]
        suspect = _named(run.text, at) if before == " " else before in _SUSPECT
        odd = len(whole) > 6 or (rest.count(".") > 1 and not whole.startswith("20"))
        if (suspect or odd) and (made := code(run, at)):
            return made[1]
        if suspect and (place := run.step(_SEQUENCE, at)):
            return place
        if gap and run.text[shape.start(4) : shape.end(4)].isupper() and (end := street(run.text, at)):
            return end
        if gap:
            rules = _FOLLOWED.get(first + second + third) or _FOLLOWED.get(first + second)
            rules = rules or (_PLAIN if first.isalpha() else _BY_NEXT.get(first, _PLAIN))
        else:
            rules = _BY_NEXT.get(first, _PLAIN)
        if before == "y" and run.lower.endswith("fy", 0, at):
            rules = (period, general)
        if len(whole) == 4 and "16" <= whole[:2] <= "21" and not (rest and rest.count(".") < 2):
            rules = _YEARLY if rest or first in _AFTER_YEAR else _YEAR_ALONE
    return run.step(rules, at) or shape.end(1)


def _named(text: str, at: int) -> bool:
    """Whether the word before may give the number a name: it has a capital, or is an abbreviation."""
    reach = max(0, at - 16)
    word = text[max(reach, text.rfind(" ", reach, at - 1) + 1) : at - 1]
    if word.islower():
        return (
            word in LOWER
            or word in SEQUENCES
            or word in _CALLING
            or word[-1] in ".;:]"
            or (word == "of" and text.endswith("Group of ", 0, at))
        )
    return word not in _NAMELESS and word.upper() != word.lower()  # "2025," names nothing


# ---- units told once for several figures ----

_SHARED = frozenset({"percent", "pp", "money", "measure", "duration", "multiple"})
_LIST_GAP = Pattern(r"-?,?\sand\s|-?\sor\s|,\s")  # "five, or 58 percent" says it again
_SECONDS = "second"
_AGAIN = Pattern(r",\sor\s")
_RISING = Pattern(r"[0-9]{1,3}-[0-9]{1,3}")


def _share_units(lower: str, found: list[Found]) -> list[Found]:
    """1.1 and 0.2 percentage points; 60 million and 200 million yuan: a bare number takes the unit of the next."""
    taken = -1  # the figure that took its unit from the next
    for index in range(len(found) - 2, -1, -1):
        first, second = found[index], found[index + 1]
        if (
            first.kind == "count"
            and _lacks_unit(first, second)
            and _are_listed(lower, first, second, taken == index + 1)
        ):
            found[index], taken = _with_unit(first, second), index
    for index in range(1, len(found)):
        first, second = found[index - 1], found[index]
        if first.kind == "date" and index > 1:
            first = found[index - 2]
        if second.kind == "count" and first.kind in _SHARED and _led_to(lower, first, found[index - 1], second):
            found[index] = _with_unit(second, first)
    for index in range(1, len(found)):
        first, second = found[index - 1], found[index]
        if first.direction and second.direction is None and _goes_along(lower, first, second):
            found[index] = second._replace(direction=first.direction)
        elif first.kind == "score" or second.kind == "score":
            _share_score(lower, found, index)
    return joined_minutes(lower, found) if _SECONDS in [each.unit for each in found] else found


def _lacks_unit(first: Found, second: Found) -> bool:
    if first.tail or first.weak or first.value is None:
        return False
    return second.kind in _SHARED and (second.kind != "multiple" or second.tail != "")


_END = Pattern(r"(?:$|[.,;:)]|\s(?:in|by|at|last|this|from|as|and|over|during|since|a|after|before|on|between|of)\b)")


def _led_to(lower: str, first: Found, before: Found, second: Found) -> bool:
    """From 72 micrograms in 2013 to 30: what a change leads to is of the unit that it began with."""
    if second.tail or second.weak or second.qform or lower[before.end : second.start] != " to ":
        return False
    if first.tail in _TIMES or not _END.match(lower, second.end):
        return False
    return lower.endswith("from ", 0, first.start) and (before is first or lower[first.end : before.start] == " in ")


_TIMES = frozenset({"times", "x", "fold"})


def _are_listed(lower: str, first: Found, second: Found, taken: bool) -> bool:
    """One figure and the next of a list, or where something fell from and to.

    A comma alone makes a list only where the list goes on to the figure that has the unit: 300, 12.5% is two things.
    """
    fallen = second.start == first.end + 4 and lower.startswith(" to ", first.end)
    if fallen and lower.endswith("from ", 0, first.start):
        return True
    gap = _LIST_GAP.fullmatch(lower, first.end, second.start)
    if gap is None or (not taken and gap[0] == ", "):
        return False
    return second.kind != "percent" or not _apart(lower, first, second, gap[0])


def _apart(lower: str, first: Found, second: Found, gap: str) -> bool:
    """Whether a count is told beside a share and is none: 1,261 or about 13%; over 60, and 75%."""
    low, high = first.value, second.value
    if isinstance(low, Decimal) and isinstance(high, Decimal) and (low >= 1000 > high or (low > high and "or" in gap)):
        return True
    if gap == ", and ":  # of three and more
        return not lower.endswith(", ", 0, first.start)
    return gap.endswith("or ") and second.qualifier is not None


def _with_unit(first: Found, second: Found) -> Found:
    value = first.value
    if not first.power and isinstance(value, Decimal):
        value = scaled(value, second.power + shift_of(second.tail))
    return first._replace(
        kind=second.kind,
        value=value,
        power=first.power or second.power,
        unit=second.unit,
        direction=second.direction or first.direction,
        form=second.form,
        tail=second.tail,
    )


def _goes_along(lower: str, first: Found, second: Found) -> bool:
    """Up 35.8 percent and 37.9 percent; up $19.8 billion, or 0.62 percent: one way for both."""
    if second.kind not in ("percent", "pp"):
        return False
    gap = _LIST_GAP if first.kind == second.kind else _AGAIN
    return gap.fullmatch(lower, first.end, second.start) is not None


def _share_score(lower: str, found: list[Found], index: int) -> None:
    """25-18, 22-25 and 25-19: among scores, rising numbers joined by a hyphen are one, and no range."""
    if not _LIST_GAP.fullmatch(lower, found[index - 1].end, found[index].start):
        return
    for at in (index - 1, index):
        each = found[at]
        if each.kind == "count" and each.high is not None and (score := _RISING.fullmatch(lower, each.start, each.end)):
            found[at] = each._replace(kind="score", value=score[0], low=None, high=None)
