"""What a text refers to by a number that is no figure: the time of day, a table, an article, a standard, a weekday."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from reportgen.numbers.model.pattern import Pattern

ReferenceKind = Literal[
    "clock", "weekday", "standard", "figure", "table", "annex", "equation", "chapter", "section", "article", "clause",
    "page", "congress", "plenum",
]  # fmt: skip


class Reference(NamedTuple):
    """One number that names something, `start` to `end` of its text.

    `value` is what it says whatever the language: minutes since midnight (am or pm left open as `570?`), the number of
    a table or an article as digits, a standard with its year, the day of the week from 1.
    """

    kind: ReferenceKind
    value: str
    start: int
    end: int


_STANDARD = Pattern(
    r"(?<![A-Za-z])(?P<body>(?:GB|DB[0-9]{0,4}|JT|YY|HJ|SJ|NB|DL|JG|JGJ|CJJ|QB|HG|LY|NY|SL|TB|WS|YD|T)(?:/[TZA-Z]{1,5})?"
    r"|ISO(?:/(?:IEC|TS|TR))?|IEC(?:/TS)?|IEEE|EN|ASTM|ITU-[TR]|RFC|DIN|BS|JIS|ANSI)\s?"
    r"(?P<number>[A-Z]?\.?[0-9]{2,6}(?:\.[0-9]{1,3})*(?:[-–][0-9]{1,2}(?![0-9]))?)(?:\s?[-–—:]\s?(?P<year>(?:19|20)[0-9]{2}))?(?![0-9])"
)


def standards(text: str) -> Iterator[Reference]:
    """The standards a text names, with their years: GB/T 19001-2016, ISO 9001:2015."""
    for found in _STANDARD.finditer(text):
        value = f"{found['body']} {found['number']}" + (f":{found['year']}" if found["year"] else "")
        yield Reference("standard", value, found.start(), found.end())


def minutes(hour: int, minute: int, half: Literal["am", "pm"] | None) -> str | None:
    """A time of day as minutes since midnight; with a question mark where it may be twelve hours later."""
    if hour > 24 or minute > 59 or (half and hour > 12 and half == "am"):
        return None
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    open_ended = "?" if half is None and 0 < hour <= 12 else ""
    return f"{hour % 24 * 60 + minute}{open_ended}"
