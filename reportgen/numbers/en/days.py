"""Days and months in English prose, either order of day and month; lists and ranges of them, which share their year.

Not here: quarters, halves, years and plans; `period_grammar` knows those.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from reportgen.numbers.en import words as en
from reportgen.numbers.grammar.parts import PeriodStretch
from reportgen.numbers.model.pattern import Pattern

_NAMES: dict[str, int] = {name.lower(): index for index, name in enumerate(en.MONTHS) if name}
MONTHS: dict[str, int] = _NAMES | {name[:3]: index for name, index in _NAMES.items()} | {"sept": 9}
_SHORT = "|".join(sorted(MONTHS.keys() - _NAMES.keys(), key=lambda name: (-len(name), name)))
_MONTH = rf"(?:(?:{'|'.join(_NAMES)})\b|(?:{_SHORT})\b\.?)"
YEAR = r"(?:(?:1[6-9]|20|21)[0-9]{2})(?![0-9]|,[0-9]|\.[0-9])"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9%]|\.[0-9]|,[0-9]{3})"
_COUNTING = r"(?! (?:million|billion|trillion|percent|per cent|people|yuan)\b)"
_NO_DAY = r"(?! [0-9](?![0-9]?(?::|(?:\.[0-5][0-9])? ?[ap]\.?m\b)))"  # a time of day may follow: 15 March 8:00
TO = r"(?: ?(?:[–~]|-) ?|,? (?:to|through|till|until) (?:the )?)"
OF = r"(?: of the year | of | in |, ?| )(?:the year (?:of )?)?"

_MONTH_FIRST = Pattern(
    rf"(?P<m>{_MONTH})(?: (?P<d>{_DAY})(?!:[0-5][0-9]){_COUNTING}(?:,? (?P<yd>{YEAR}))?"
    rf"|{OF}(?P<y>{YEAR}))?(?P<comma>,(?= (?:to|and|until) ))?"
)
_DAY_FIRST = Pattern(rf"(?P<d>{_DAY}) (?:day )?(?:of )?(?P<m>{_MONTH})(?:,? (?P<y>{YEAR}))?{_NO_DAY}")
_DAYS_FIRST = Pattern(
    rf"(?P<days>{_DAY}(?:, {_DAY})*)(?:,? (?P<and>and|or|&) |{TO})(?:the )?(?P<last>{_DAY}) "
    rf"(?:of )?(?P<m>{_MONTH})(?:,? (?P<y>{YEAR}))?{_NO_DAY}"
)
_MORE_DAYS = Pattern(
    rf"(?P<days>(?:, {_DAY})*)(?:(?P<listed>,? (?:and|or|&) )|, )(?P<last>{_DAY}){_COUNTING}(?=\W|$)(?! [a-z-]+s\b)"
    rf"(?:,? (?P<y>{YEAR}))?"
)
_LAST_DAY = Pattern(rf"(?P<d>{_DAY}){_COUNTING}(?:,? (?P<y>{YEAR}))?(?! [a-z-]+s\b)")
_TO = Pattern(TO)
_AND = Pattern(r",? and (?:the )?")
_LISTED = Pattern(r", (?:and )?| and ")
_DAY_WORD = Pattern(_DAY)


class _Point(NamedTuple):
    """A month or a day of it, with its year where one is said."""

    start: int
    end: int
    month: int
    day: int | None
    year: str | None

    def code(self, year: str | None) -> str:
        month = f"{year}-{self.month:02}" if year else f"--{self.month:02}"
        return month if self.day is None else f"{month}-{self.day:02}"

    @property
    def place(self) -> tuple[int, int]:
        return self.month, self.day or 0


def day_at(text: str, lower: str, at: int) -> PeriodStretch | None:
    """The days or months that begin at a digit or at a month's name; None for none."""
    first = _point(text, lower, at)
    if first is None:
        return _days_first(text, lower, at) if lower[at] <= "9" else None
    between = lower.endswith("between ", 0, at)
    joined = _AND.match(lower, first.end) if between else _TO.match(lower, first.end)
    if joined and (second := _second(text, lower, joined.end(), first)):
        return PeriodStretch(second.end, _range(first, second))
    if first.day is None:
        return _months(text, lower, first)
    more = _MORE_DAYS.match(lower, first.end) if first.year is None and lower[at] > "9" else None
    if more and (more["listed"] or more["y"] or _ends(lower, more.end())):
        return _day_list(first.month, more["y"], _days(lower, first.start, more.end("last"), first), more.end())
    return PeriodStretch(first.end, first.code(first.year))


def _ends(lower: str, end: int) -> bool:
    return lower[end : end + 1] in ("", ".", ";", ")", ",")


def _point(text: str, lower: str, at: int) -> _Point | None:
    by_day = lower[at] <= "9"
    found = (_DAY_FIRST if by_day else _MONTH_FIRST).match(lower, at)
    if found is None or text.endswith("Long ", 0, at):  # Long March 5
        return None
    if not (text[found.start("m")].isupper() or _is_plain(found["m"])):
        return None
    end = found.end() - (0 if by_day or not found["comma"] else 1)
    year = found["y"] if by_day else found["y"] or found["yd"]
    if not by_day and _PERSON.search(text, max(0, at - 16), at):
        return None
    if not by_day and end == found.end("m") and not _is_month(text, lower, at, found["m"]):
        return None
    return _Point(at, end, MONTHS[found["m"].rstrip(".")], _number(found["d"]) if found["d"] else None, year)


def _number(day: str) -> int:
    return int(day.rstrip("stndrh"))


_BEFORE_MONTH = Pattern(
    r"(?:\b(?:in|since|by|from|to|until|till|of|for|early|late|mid|last|this|next|and|between|before|after|through|during"
    r"|end|each|every|or)\s|(?:mid|end|early|late|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov)-|[0-9a-z]\s?–\s?|\b(?:and|in|from)\s(?:[a-z]{3,9},\s){1,5})$"
)
_PERSON = Pattern(
    r"(?:\b[A-Z][a-z]{3,}-|\b(?:Theresa|Teresa|Brian|Elaine|Mrs|Ms|Mr|Mrs\.|Ms\.|Mr\.|Minister) )$"
)  # Theresa May
_AFTER_MONTH = Pattern(rf"(?:{TO}|,?\sand\s|,\s){_MONTH}")


def _is_month(text: str, lower: str, at: int, name: str) -> bool:
    """May and March are words too, and abbreviations may be parts of names: then what stands before must tell."""
    if name in _WORDS or len(name) == 3:
        if _stands_alone(lower, at, at + len(name)):
            return len(name) > 3 or name == "may"
        told = _BEFORE_MONTH.search(lower, max(0, at - 40), at) or _AFTER_MONTH.match(lower, at + len(name))
        return told is not None
    return True


_WORDS = frozenset({"may", "march"})
_UNSURE = _WORDS | {"august"}


def _is_plain(name: str) -> bool:
    """Whether a month is one in small letters too: october; not march, may or august, nor what is cut short."""
    return name in _NAMES and name not in _UNSURE


def _stands_alone(lower: str, at: int, end: int) -> bool:
    """Whether a word has its line to itself, as the headings of a calendar have."""
    return lower[at - 1 : at] in ("", "\n") and lower[end : end + 1] in ("", "\n") and len(lower) > end - at


def _second(text: str, lower: str, at: int, first: _Point) -> _Point | None:
    """The end of a range: a day where it begins with one, a month where not; a bare day is of the same month."""
    if at >= len(lower):
        return None
    second = _point(text, lower, at)
    if second is not None:
        return second if (second.day is None) == (first.day is None) else None
    if first.day is None or lower[first.start] <= "9":
        return None
    found = _LAST_DAY.match(lower, at)
    return _Point(at, found.end(), first.month, _number(found["d"]), found["y"] or first.year) if found else None


def _range(first: _Point, second: _Point) -> str:
    """January 30 to March 12, 2021: the year that one end has is the other's, or the one before or after."""
    begin, end = first.year, second.year
    falling = first.place > second.place
    if begin is None and end:
        begin = str(int(end) - falling)
    elif begin and end is None:
        end = str(int(begin) + falling)
    return f"{first.code(begin)}/{second.code(end)}"


def _months(text: str, lower: str, first: _Point) -> PeriodStretch:
    """May, June and August 2024: each of the year told last."""
    points, ended = [first], False
    while not ended and (gap := _LISTED.match(lower, points[-1].end)) and gap.end() < len(lower):
        point = _point(text, lower, gap.end()) if lower[gap.end()] > "9" else None
        if point is None or point.day is not None:
            break
        points.append(point)
        ended = "d" in gap[0]
    if not ended:
        return PeriodStretch(first.end, first.code(first.year))
    last = points[-1].year
    also = tuple((point.start, point.end, point.code(point.year or last)) for point in points[1:])
    return PeriodStretch(first.end, first.code(first.year or last), also=also)


def _days_first(text: str, lower: str, at: int) -> PeriodStretch | None:
    """3 and 4 February; 9–10 August 2024; between 3 and 7 March."""
    found = _DAYS_FIRST.match(lower, at)
    if found is None or not text[found.start("m")].isupper():
        return None
    month = MONTHS[found["m"].rstrip(".")]
    last = _Point(at, found.end(), month, _number(found["last"]), found["y"])
    if not found["and"] or lower.endswith("between ", 0, at):
        first = last._replace(day=_number(found["days"].split(",")[0]))
        return PeriodStretch(found.end(), f"{first.code(first.year)}/{last.code(last.year)}")
    days = [*_days(lower, at, found.end("last"), None)]
    return _day_list(month, found["y"], days, found.end())


def _days(lower: str, at: int, end: int, first: _Point | None) -> Iterable[tuple[int, int, int]]:
    """The days of a list: where each starts and ends, and its number."""
    if first is not None and first.day is not None:
        yield first.start, first.end, first.day
        at = first.end
    while found := _DAY_WORD.search(lower, at, end):
        yield found.start(), found.end(), _number(found[0])
        at = found.end()


def _day_list(month: int, year: str | None, days: Iterable[tuple[int, int, int]], end: int) -> PeriodStretch:
    made = [(start, stop, _Point(start, stop, month, day, year).code(year)) for start, stop, day in days]
    (_, first_end, code), *also = made
    also[-1] = (also[-1][0], end, also[-1][2])
    return PeriodStretch(first_end, code, also=tuple(also))
