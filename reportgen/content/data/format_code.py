"""Number formats of cells taken apart: sections, conditions, what stands in them. What they show is cell_format.py's.

The codes that are followed are the stated set of docs/data.md; whatever else stands in a section makes it none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import takewhile
from typing import Literal, NamedTuple

from reportgen.records import record

CHINESE_DATES = {
    **dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"'),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"'),
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    **dict.fromkeys((32, 34, 55), 'h"时"mm"分"'),
    **dict.fromkeys((33, 35, 56), 'h"时"mm"分"ss"秒"'),
}
"""The built-in formats of a Chinese Excel that stand in a file by number only (ECMA-376 part 1, 18.8.30)."""

BUILT_IN = {
    **dict(enumerate(("General", "0", "0.00", "#,##0", "#,##0.00"))),
    5: r"$#,##0_);\($#,##0\)",
    6: r"$#,##0_);[Red]\($#,##0\)",
    7: r"$#,##0.00_);\($#,##0.00\)",
    8: r"$#,##0.00_);[Red]\($#,##0.00\)",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "mm-dd-yy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "m/d/yy h:mm",
    37: r"#,##0_);\(#,##0\)",
    38: r"#,##0_);[Red]\(#,##0\)",
    39: r"#,##0.00_);\(#,##0.00\)",
    40: r"#,##0.00_);[Red]\(#,##0.00\)",
    41: r'_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)',
    42: r'_($* #,##0_);_($* \(#,##0\);_($* "-"_);_(@_)',
    43: r'_(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_)',
    44: r'_($* #,##0.00_);_($* \(#,##0.00\);_($* "-"??_);_(@_)',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mmss.0",
    48: "##0.0E+0",
    49: "@",
    **CHINESE_DATES,
}
"""The formats that a file names by number alone (ECMA-376 part 1, 18.8.30)."""

_SECTION = re.compile(r'((?:"[^"]*"|[\\!_*].|\[[^\]]*\]|[^;"\\!_*\[])*)(;|$)', re.DOTALL)
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|[\\!](?P<escaped>.)|\[\$(?P<currency>[^\]-]*)[^\]]*\]'
    r"|\[(?P<color>black|blue|cyan|green|magenta|red|white|yellow|colou?r ?\d+|[\u4e00-\u9fff]+ ?\d*)\]"
    r"|\[(?P<sign><=|>=|<>|<|>|=)(?P<limit>-?[\d.]+)\]"
    r"|(?P<room>_.|\*.)|(?P<general>General|G/通用格式)|(?P<exponent>E[+-])"
    r"|(?P<digit>[0#?])|(?P<point>\.)|(?P<comma>,)|(?P<percent>%)|(?P<text>@)"
    r"|(?P<literal>[-+()$ :^&'~{}<>=|¥€£\u00b7\u00d7\u2010-\u2042\u20a0-\uffff])",
    re.IGNORECASE | re.DOTALL,
)
_WORDS = re.compile(r'"[^"]*"|[\\!_*].|\[[^\]]*\]', re.DOTALL)
_NO_DATE = re.compile(r"General|G/通用格式|E[+-]", re.IGNORECASE)

Kind = Literal["words", "digit", "point", "comma", "percent", "exponent", "general", "text"]

_KINDS: list[Kind] = ["digit", "point", "comma", "percent", "exponent", "general", "text"]


class Token(NamedTuple):
    """A part of a section: a digit's place (0, #, ?), a point, a comma, … or the words themselves."""

    kind: Kind
    said: str


@record
class Section:
    """One of the parts between semicolons: for which numbers it is, where it says so, and what it shows."""

    tokens: tuple[Token, ...]
    sign: str = ""
    limit: Decimal = Decimal(0)

    def takes(self, value: Decimal) -> bool:
        """Whether its condition lets the number in."""
        return {
            "<": value < self.limit,
            "<=": value <= self.limit,
            ">": value > self.limit,
            ">=": value >= self.limit,
            "=": value == self.limit,
            "<>": value != self.limit,
        }[self.sign]

    @property
    def below_zero(self) -> bool:
        """Whether only numbers below zero, or zero itself, are let in."""
        return (self.sign == "<" and self.limit <= 0) or (self.sign == "<=" and self.limit <= 0)

    def has(self, kind: Kind) -> bool:
        """Whether such a part stands in it."""
        return any(token.kind == kind for token in self.tokens)


@lru_cache(maxsize=512)  # a sheet has few formats, and a cell each of them
def sections_of(code: str) -> tuple[Section | None, ...]:
    """The sections of a format, None for each that holds what is not followed."""
    return tuple(_section(text) for text in _split(code))


def _split(code: str) -> Iterator[str]:
    at = 0
    while match := _SECTION.match(code, at):
        yield match[1]
        at = match.end()
        if not match[2]:
            return
    yield code[at:]  # a quote that is never closed: no section at all


def _section(text: str) -> Section | None:
    tokens: list[Token] = []
    sign, limit, at = "", Decimal(0), 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            return None
        at = match.end()
        if match["sign"]:
            sign, limit = match["sign"], Decimal(match["limit"])
            continue
        if kind := _kind(match):
            tokens.append(Token(kind, match[0]))
            continue
        said = match["quoted"] or match["escaped"] or match["currency"] or match["literal"] or ""
        tokens += [Token("words", said)] if said else []
    return Section(_joined(tokens), sign, limit) if _in_order(tokens) else None


def _kind(match: re.Match[str]) -> Kind | None:
    for kind in _KINDS:
        if match[kind] is not None:
            return kind
    return None


def _joined(tokens: list[Token]) -> tuple[Token, ...]:
    """A comma that parts no digits and scales nothing is a word like others."""
    return tuple(
        Token("words", ",") if token.kind == "comma" and not _counts(tokens, at) else token
        for at, token in enumerate(tokens)
    )


def _counts(tokens: list[Token], at: int) -> bool:
    before = [token for token in tokens[:at] if token.kind != "comma"]
    return bool(before) and before[-1].kind == "digit"


def _in_order(tokens: list[Token]) -> bool:
    """Whether it shows a number at most once: one point, one exponent, not General beside digits."""
    kinds = [token.kind for token in tokens]
    return (
        kinds.count("point") <= 1
        and kinds.count("exponent") <= 1
        and kinds.count("general") + ("digit" in kinds) + ("text" in kinds) <= 1
    )


def without_words(code: str) -> str:
    """A format without its literal words, colors and conditions."""
    return _WORDS.sub("", code)


@lru_cache(maxsize=512)
def shows_date(code: str) -> bool:
    """Whether a format shows a date or a time: by years, months, days, hours, seconds, e年 or aaaa."""
    first = next(iter(_split(code)))
    letters = _NO_DATE.sub("", without_words(first)).casefold()
    return shows_elapsed(first) or re.search("[ymdhs]|e|aaa", letters) is not None


def shows_elapsed(code: str) -> bool:
    """Whether a format shows how long something took: [h]:mm."""
    return re.search(r"\[(?:h+|m+|s+)\]", code, re.IGNORECASE) is not None


def scale_of(tokens: tuple[Token, ...]) -> int:
    """By how many thousands a number is divided: the commas behind the last digit before the point."""
    whole = list(takewhile(lambda token: token.kind not in ("point", "exponent"), tokens))
    return len([*_behind_digits(whole), *_behind_digits(tokens[len(whole) :])])


def _behind_digits(tokens: list[Token] | tuple[Token, ...]) -> Iterator[Token]:
    for token in reversed(tokens):
        if token.kind == "digit":
            return
        if token.kind == "comma":
            yield token
