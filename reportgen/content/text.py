"""Inline markup: what an author types in one language, cut into pieces once, when it is read.

    {fact} {fact:bare}      a figure, printed as prose or in another form; {cities.suzhou.gdp} is one of a family
    [@source] [#figure]     a citation; a reference to a chart or a table
    **strong** *emphasis*   weight
    [words](https://…)      a link
    {{ }} and \\* \\[ \\]     the signs themselves

Nothing else is special: `R&D <5%` is printed as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from reportgen.content.filled import Filled
from reportgen.content.full_width import halved, slip
from reportgen.content.names import FACT_NAME, SIMPLE
from reportgen.content.source import Scalar, Stretch
from reportgen.messages import listing, msg
from reportgen.numbers.model.pattern import Pattern
from reportgen.problems import Place, Problem, Rule
from reportgen.records import record

FORMS = ("prose", "bare", "table", "what", "when")
"""What may follow a fact's name: the figure in prose, without its words, as in a table; or the fact's own words."""

MOST_CHARACTERS = 20_000

TOO_LONG = Rule(
    "texts/too-long",
    msg("A paragraph has at most 20,000 characters."),
    slip=msg("a text of 20,001 characters"),
    mend=msg("the same in paragraphs"),
)
BRACE = Rule(
    "markup/brace",
    msg("A brace opens or closes the name of a fact; one that is meant as a sign is doubled."),
    file="sections/one.yaml",
    slip='- text: {zh: "甲{乙", en: A}',
    mend='- text: {zh: "甲{{乙", en: A}',
)
NAME = Rule(
    "markup/name",
    msg("What stands in braces or brackets is a name: letters, digits, _ and -."),
    file="sections/one.yaml",
    slip='- text: {zh: 甲, en: "A {cat, say}"}',
    mend='- text: {zh: 甲, en: "A {{cat, say}}"}',
)
FORM = Rule(
    "markup/form",
    msg("Behind the colon in {{fact:form}} stands one of the forms that there are."),
    file="sections/one.yaml",
    slip='- text: {zh: "总产值{output:bare}。", en: "Output was {output:bear}."}',
    mend='- text: {zh: "总产值{output:bare}。", en: "Output was {output:bare}."}',
)
ADDRESS = Rule(
    "markup/address",
    msg("A link leads to an address that a reader can open: https, http or mailto."),
    file="sections/one.yaml",
    slip='- text: {zh: 甲, en: "[A](www.example.org)"}',
    mend='- text: {zh: 甲, en: "[A](https://www.example.org)"}',
)
RULES = (TOO_LONG, BRACE, NAME, FORM, ADDRESS)


@record
class Plain:
    """Words as they stand."""

    text: str
    strong: bool = False
    emphasis: bool = False


@record
class FactMark:
    """A fact to be printed in a form."""

    name: str
    form: str
    place: Place
    end: Place | None = None
    strong: bool = False
    emphasis: bool = False


@record
class CiteMark:
    """A citation of a source."""

    source: str
    place: Place
    end: Place | None = None


@record
class ReferenceMark:
    """A reference to a captioned chart or table."""

    target: str
    place: Place
    end: Place | None = None


@record
class LinkMark:
    """Words that lead to an address."""

    text: str
    url: str
    place: Place


Piece = Plain | FactMark | CiteMark | ReferenceMark | LinkMark

_MARKUP = Pattern(
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
_NAME = Pattern(SIMPLE)
_URL = Pattern(r"(?:https?://|mailto:)[^\s<>\"]+")


_WIDE = Pattern(
    r"""
      ｛FACT(?:[:：][a-z]+)?[}｝] | \{FACT(?:[:：][a-z]+)?｝ | \{FACT：[a-z]+\}
    | [［【][@＠#＃][\w-]+[]］】] | \[[＠＃][\w-]+[]］】] | \[[@#][\w-]+[］】]
    """.replace("FACT", r"[A-Za-z][\w-]*(?:\.[^\s{}｛｝:：.]+)*"),
    re.VERBOSE | re.ASCII,
)
"""Markup typed with full-width signs."""


def parse_text(text: Scalar) -> tuple[tuple[Piece, ...], list[Problem]]:
    """The pieces of an author's text, and what is wrong with its markup."""
    if len(text) > MOST_CHARACTERS:
        message = msg("a paragraph of {count} characters", count=len(text))
        return (), [TOO_LONG.broken(text, message, msg("part it: at most 20000 a paragraph"))]
    problems = [slip(text.stretch(*found.span()).place, found[0]) for found in _WIDE.finditer(text)]
    marked = text.marked if isinstance(text, Filled) else text
    typed: str = _WIDE.sub(_halved, marked) if problems else marked
    return tuple(_joined(_pieces(typed, text, 0, problems))), problems


def _halved(found: re.Match[str]) -> str:
    return halved(found[0])


def _pieces(text: str, whole: Scalar, base: int, problems: list[Problem]) -> Iterator[Piece]:
    """The pieces of the stretch of `whole` from `base` on; words inside a weight are read the same way."""
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
                for piece in _pieces(found[kind], whole, base + found.start(kind), problems):
                    yield _weighed(piece, kind)
            case _:
                made = _mark(found, whole.stretch(base + found.start(), base + found.end()))
                if isinstance(made, Problem):
                    problems.append(made)
                else:
                    yield made
    if end < len(text):
        yield Plain(text[end:])


def _weighed(piece: Piece, kind: Literal["strong", "emphasis"]) -> Piece:
    """The piece with a weight, where it can carry one."""
    if not isinstance(piece, Plain | FactMark):
        return piece
    return replace(piece, strong=True) if kind == "strong" else replace(piece, emphasis=True)


def _mark(found: re.Match[str], typed: Stretch) -> Piece | Problem:
    """One piece of markup, or what is wrong with it."""
    if sign := found["lone"]:
        hint = msg("a fact is {{name}}; for the sign itself write {sign}", sign=sign * 2)
        return BRACE.broken(typed, msg("a lone '{sign}'", sign=sign), hint)
    place, end = typed.place, typed.end
    name = found["fact"] or found["cite"] or found["reference"]
    if name and (narrow := halved(name)) != name and FACT_NAME.fullmatch(narrow.partition(":")[0]):
        return slip(place, found[0])
    if (source := found["cite"]) is not None:
        return CiteMark(source, place, end) if _NAME.fullmatch(source) else _no_source(source, typed)
    if (target := found["reference"]) is not None:
        return ReferenceMark(target, place, end) if _NAME.fullmatch(target) else _no_figure(target, typed)
    if (url := found["url"]) is not None:
        if not _URL.fullmatch(url):
            hint = msg("a link starts with https://, http:// or mailto:")
            return ADDRESS.broken(typed, msg("'{url}' is no address", url=url), hint)
        return LinkMark(found["words"], url, place)
    name, colon, form = found["fact"].partition(":")
    if colon and form not in FORMS:
        hint = msg("there are: {names}", names=listing(FORMS, "unit"))
        return FORM.broken(typed, msg("'{form}' is no form of a fact", form=form), hint)
    return FactMark(name, form or "prose", place, end) if FACT_NAME.fullmatch(name) else _no_fact(name, typed)


def _no_source(text: str, typed: Stretch) -> Problem:
    hint = msg("write [@name], with letters, digits, _ and -")
    return NAME.broken(typed, msg("'{text}' does not name a source", text=text), hint)


def _no_figure(text: str, typed: Stretch) -> Problem:
    hint = msg("write [#name], with letters, digits, _ and -")
    return NAME.broken(typed, msg("'{text}' does not name a figure", text=text), hint)


def _no_fact(text: str, typed: Stretch) -> Problem:
    hint = msg("write {{name}}, with letters, digits, _ and -")
    return NAME.broken(typed, msg("'{text}' does not name a fact", text=text), hint)


def stretch_of_words(whole: Scalar, words: str, nth: int) -> Stretch:
    """Where the nth occurrence of words outside markup stands: what an author typed as words, not as a name."""
    marks = [found.span() for found in _MARKUP.finditer(whole) if found.lastgroup in ("fact", "cite", "reference")]
    start = -1
    for _ in range(nth + 1):
        start = whole.find(words, start + 1)
        while start >= 0 and (mark := next((end for first, end in marks if first <= start < end), None)):
            start = whole.find(words, mark)
        if start < 0:
            return Stretch(whole.place, whole.end)
    return whole.stretch(start, start + len(words))


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
