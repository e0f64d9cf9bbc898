"""Inline markup: what an author types in one language, cut into pieces once, when it is read.

    {fact} {fact:bare}      a figure, printed as prose or in another form
    [@source] [#figure]     a citation; a reference to a chart or a table
    **strong** *emphasis*   weight
    [words](https://…)      a link
    {{ }} and \\* \\[ \\]     the signs themselves

Nothing else is special: `R&D <5%` is printed as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from reportgen.content.source import Scalar
from reportgen.problems import Place, Problem

FORMS = ("prose", "bare", "table", "what", "when")
"""What may follow a fact's name: the figure in prose, without its words, as in a table; or the fact's own words."""

MOST_CHARACTERS = 20_000


@dataclass(frozen=True, slots=True)
class Plain:
    """Words as they stand."""

    text: str
    strong: bool = False
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class FactMark:
    """A fact to be printed in a form."""

    name: str
    form: str
    place: Place
    strong: bool = False
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class CiteMark:
    """A citation of a source."""

    source: str
    place: Place


@dataclass(frozen=True, slots=True)
class ReferenceMark:
    """A reference to a captioned chart or table."""

    target: str
    place: Place


@dataclass(frozen=True, slots=True)
class LinkMark:
    """Words that lead to an address."""

    text: str
    url: str
    place: Place


Piece = Plain | FactMark | CiteMark | ReferenceMark | LinkMark

_MARKUP = re.compile(
    r"""
      (?P<escape>\\[\\*\[\]{}])
    | (?P<brace>\{\{|\}\})
    | \{(?P<fact>[^{}\n]*)\}
    | (?P<lone>[{}])
    | \[@(?P<cite>[^\[\]\n]*)\]
    | \[\#(?P<reference>[^\[\]\n]*)\]
    | \[(?P<words>[^\[\]\n]+)\]\((?P<url>[^()\s]+)\)
    | \*\*(?=\S)(?P<strong>(?:[^*]|\*(?!\*))+)(?<=\S)\*\*
    | (?<![A-Za-z0-9*])\*(?=[^\s*])(?P<emphasis>[^*\n]+)(?<=\S)\*(?![A-Za-z0-9*])
    """,
    re.VERBOSE,
)
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*", re.ASCII)
_URL = re.compile(r"(?:https?://|mailto:)[^\s<>\"]+")


def parse_text(text: Scalar) -> tuple[tuple[Piece, ...], list[Problem]]:
    """The pieces of an author's text, and what is wrong with its markup."""
    if len(text) > MOST_CHARACTERS:
        return (), [Problem(text.place, f"a paragraph of {len(text)} characters", "part it: at most 20000 a paragraph")]
    problems: list[Problem] = []
    return tuple(_joined(_pieces(text, text, problems))), problems


def _pieces(text: str, whole: Scalar, problems: list[Problem]) -> Iterator[Piece]:
    """The pieces of a stretch of `whole`; words inside a weight are read the same way."""
    end = 0
    for found in _MARKUP.finditer(text):
        if found.start() > end:
            yield Plain(text[end : found.start()])
        end = found.end()
        kind = found.lastgroup
        match kind:
            case "escape":
                yield Plain(found[0][1])
            case "brace":
                yield Plain(found[0][0])
            case "strong" | "emphasis":
                for piece in _pieces(found[kind], whole, problems):
                    yield _weighed(piece, kind)
            case _:
                place = whole.place_of(found[0], text.count(found[0], 0, found.start()))
                try:
                    yield _mark(found, place)
                except ValueError as error:
                    message, hint = error.args
                    problems.append(Problem(place, message, hint))
    if end < len(text):
        yield Plain(text[end:])


def _weighed(piece: Piece, kind: Literal["strong", "emphasis"]) -> Piece:
    """The piece with a weight, where it can carry one."""
    if not isinstance(piece, Plain | FactMark):
        return piece
    return replace(piece, strong=True) if kind == "strong" else replace(piece, emphasis=True)


def _mark(found: re.Match[str], place: Place) -> Piece:
    """One piece of markup; a ValueError holds a message and a hint."""
    if found["lone"]:
        raise ValueError(
            f"a lone '{found['lone']}'", f"a fact is {{name}}; for the sign itself write {found['lone'] * 2}"
        )
    if (source := found["cite"]) is not None:
        return CiteMark(_name(source, "a source", "[@name]"), place)
    if (target := found["reference"]) is not None:
        return ReferenceMark(_name(target, "a figure", "[#name]"), place)
    if (url := found["url"]) is not None:
        if not _URL.fullmatch(url):
            raise ValueError(f"'{url}' is no address", "a link starts with https://, http:// or mailto:")
        return LinkMark(found["words"], url, place)
    name, colon, form = found["fact"].partition(":")
    if colon and form not in FORMS:
        raise ValueError(f"'{form}' is no form of a fact", f"there are: {', '.join(FORMS)}")
    return FactMark(_name(name, "a fact", "{name}"), form or "prose", place)


def _name(text: str, what: str, how: str) -> str:
    if not _NAME.fullmatch(text):
        raise ValueError(f"'{text}' does not name {what}", f"write {how}, with letters, digits, _ and -")
    return text


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The pieces with neighboring plain words of one weight made one."""
    words: Plain | None = None
    for piece in pieces:
        if isinstance(piece, Plain):
            alike = words is not None and (piece.strong, piece.emphasis) == (words.strong, words.emphasis)
            if words is not None and not alike:
                yield words
            words = replace(piece, text=words.text + piece.text) if words is not None and alike else piece
            continue
        if words is not None:
            yield words
            words = None
        yield piece
    if words is not None:
        yield words
