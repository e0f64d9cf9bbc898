"""A short form of a term is introduced, once: its full form stands before it, an abbreviation behind it in brackets.

Paragraphs are looked at, as they are read; titles, labels and notes may have short forms anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.glossary import Occurrence, Tongue
from reportgen.checks.term_memory import Known, Memory
from reportgen.checks.term_reading import Reading, ReadPair
from reportgen.checks.term_rules import TWICE, UNKNOWN_SHORT
from reportgen.messages import msg
from reportgen.problems import Evidence, Place, Problem
from reportgen.terms.folding import Folded

MOST_BETWEEN = 14
"""Signs between a form and the other in brackets: （以下简称, (hereafter."""


def find_introductions(reading: Reading, memory: Memory) -> Iterator[Problem]:
    """Short forms that nothing introduces, and those that are introduced again."""
    for language, tongue in reading.tongues.items():
        if any(form.short for form in tongue.forms):
            known = memory.of(language)
            for each in reading.pairs:
                if language in each.said and each.said[language].found:
                    yield from _in_text(each, tongue, known)


def _in_text(each: ReadPair, tongue: Tongue, known: Known) -> Iterator[Problem]:
    said = each.said[tongue.language]
    for at, one in enumerate(said.found):
        if not one.form.short:
            known.full |= set(one.form.terms)
        elif each.pair.role == "running":
            yield from _short(one, _in_brackets(said.found, at, said.folded), each, tongue, known)


def _short(one: Occurrence, introduces: bool, each: ReadPair, tongue: Tongue, known: Known) -> Iterator[Problem]:
    short, words = one.form.folded, one.words
    stretch = each.where(tongue.language, words, one.at)
    if introduces and (first := known.short.get(short)):
        message = msg("'{short}' is introduced a second time", short=words)
        hint = msg("write '{short}' alone; the first stands at {place}", short=words, place=str(first))
        yield TWICE.broken(stretch, message, hint, evidence=[Evidence(msg("introduced"), words, first)])
    elif introduces:
        known.short[short] = stretch if isinstance(stretch, Place) else stretch.place
    elif short not in known.told and not _is_known(one, known, tongue):
        known.told.add(short)
        full = tongue.names[one.form.terms[0]].typed
        message = msg("'{short}' stands here before it is introduced", short=words)
        hint = msg("write '{full} ({short})' where the text has it first", full=full, short=words)
        yield UNKNOWN_SHORT.broken(stretch, message, hint)


def _is_known(each: Occurrence, known: Known, tongue: Tongue) -> bool:
    if each.form.folded in known.short:
        return True
    return not tongue.grammar.is_abbreviation(each.form.typed) and not known.full.isdisjoint(each.form.terms)


def _in_brackets(found: tuple[Occurrence, ...], at: int, folded: Folded) -> bool:
    """Whether a short form stands in brackets behind a full one, or has one in brackets behind it."""
    each = found[at]
    for other in found[max(at - 1, 0) : at] + found[at + 1 : at + 2]:
        if other.form.short or set(other.form.terms).isdisjoint(each.form.terms):
            continue
        between = folded.text[min(each.end, other.end) : max(each.start, other.start)].strip()
        if between.startswith("(") and len(between) <= MOST_BETWEEN and ")" not in between:
            return True
    return False
