"""Figures that authors typed into prose: both languages must say the same, and a fact's figure belongs to the fact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from reportgen.content.entries import Text, walk
from reportgen.content.model import Briefing, Fact
from reportgen.content.text import CiteMark, FactMark, LinkMark, Piece, Plain, ReferenceMark
from reportgen.languages import LANGUAGES
from reportgen.messages import msg
from reportgen.numbers import Disagreement, Found, Quantity, agree, display, find
from reportgen.numbers.model.quantity import Change
from reportgen.problems import Place, Problem, Severity, warning

COMPARED = ("zh", "en")
"""The languages whose prose numbers/ can read, and so compare."""

STANDS_FOR = "□"  # in place of a fact: no letter, no digit, no figure


def check_agreement(briefing: Briefing) -> Iterator[Problem]:
    """Literal figures that disagree, literal figures that are facts, English sentences that open with a figure."""
    names = tuple(dict.fromkeys([*briefing.names, *_names(briefing)]))
    known = {_meaning(fact.quantity): fact for fact in reversed(list(briefing.facts.values()))}
    for section in briefing.sections:
        for leaf in (section.title, *walk(section.blocks)):
            if isinstance(leaf, Text):
                yield from _pair(leaf, names, briefing)
                yield from _facts_typed(leaf, names, known, briefing)


def _names(briefing: Briefing) -> Iterator[str]:
    """Terms that hold figures of their own: 第三产业 is no third of anything."""
    for term in briefing.terms:
        for word in (*term.words.values(), term.plural):
            if word and any(character.isnumeric() for character in word):
                yield str(word)


def _pair(text: Text, names: tuple[str, ...], briefing: Briefing) -> Iterator[Problem]:
    if any(map(text.lacks, COMPARED)):
        return
    words = [literal(text.pieces[language]) for language in COMPARED]
    for found in agree(*words, names=names, lexicon=briefing.lexicon):
        hint = f"write {found.suggestion}" if found.suggestion else "write it once, as a {fact}"
        yield Problem(_place(text, found), found.message, hint, Severity(found.severity))


def _place(text: Text, found: Disagreement) -> Place:
    """Where to mend: the English of a pair, unless only the Chinese has the figure."""
    return text.places["en" if found.en else "zh"]


def _facts_typed(
    text: Text, names: tuple[str, ...], known: Mapping[object, Fact], briefing: Briefing
) -> Iterator[Problem]:
    for language in COMPARED:
        words = literal(text.pieces.get(language, ()))
        for found in find(words, language, names=names, lexicon=briefing.lexicon):
            fact = known.get(_meaning(found.quantity))
            if fact is not None and not found.weak and _worth_telling(found):
                message = msg(
                    "the {language} types '{text}', which is the fact {fact}",
                    language=LANGUAGES[language].name,
                    text=found.text,
                    fact=fact.name,
                )
                yield warning(text.places[language], message, msg("write {{{fact}}}", fact=fact.name))


def _worth_telling(found: Found) -> bool:
    """Small counts are in every text; a figure of two digits or more is hardly there by chance."""
    return sum(character.isdigit() for character in found.text) > 1


def _meaning(quantity: Quantity) -> object:
    """What makes two figures the same: their kind and their value; a rise of 7.1% is also 7.1%."""
    kind = quantity.unit if isinstance(quantity, Change) else quantity.kind
    value = display(quantity)
    return kind, abs(value) if isinstance(value, Decimal) else value


def literal(pieces: tuple[Piece, ...]) -> str:
    """What the author typed as words, each fact and mark replaced by a sign that is no figure."""
    return "".join(_literal(piece) for piece in pieces)


def _literal(piece: Piece) -> str:
    match piece:
        case Plain():
            return piece.text
        case LinkMark():
            return piece.text
        case FactMark() | ReferenceMark():
            return STANDS_FOR
        case CiteMark():
            return ""
