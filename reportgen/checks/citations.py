"""Both languages of a text cite the same sources, so that readers of each can look up what it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.blocks import Captioned
from reportgen.checks.check import Check, Subject
from reportgen.content.entries import Text
from reportgen.content.text import CiteMark, ReferenceMark
from reportgen.languages import LANGUAGES
from reportgen.messages import listing, msg
from reportgen.problems import Evidence, Problem, Rule, Severity

ONE_LANGUAGE = Rule(
    "sources/one-language",
    msg("Both languages of a text cite the same sources."),
    Severity.WARNING,
    file="sections/one.yaml",
    slip='- text: {zh: "甲。[@paper]", en: "A."}',
    mend='- text: {zh: "甲。[@paper]", en: "A.[@paper]"}',
)
REFERENCE = Rule(
    "references/one-language",
    msg("Both languages of a text refer to the same charts, tables and sections."),
    Severity.WARNING,
    file="sections/one.yaml",
    slip='- text: {zh: "甲（见[#one]）。", en: "A."}',
    mend='- text: {zh: "甲（见[#one]）。", en: "A (see [#one])."}',
)


def find_one_sided(subject: Subject) -> Iterator[Problem]:
    """Sources that are cited, and charts that are referred to, in some languages of a text only.

    A text that names what there is not is left to the reader of names: it may have been meant for what is lacking.
    """
    sections = subject.briefing.sections
    named = {str(block.id) for section in sections for block in section.blocks if isinstance(block, Captioned)}
    known = {CiteMark: {*subject.briefing.sources}, ReferenceMark: named | {section.name for section in sections}}
    for leaf in subject.leaves:
        if isinstance(leaf, Text) and len(written := [code for code in leaf.pieces if not leaf.lacks(code)]) > 1:
            marks = _marks(leaf, written)
            if all(name in known[kind] for kind, name in marks):
                yield from _one_sided(leaf, written, marks)


_Named = Mapping[tuple[type[CiteMark | ReferenceMark], str], Mapping[str, CiteMark | ReferenceMark]]
"""By kind and name: the first mark of each language that has it."""


def _marks(text: Text, written: list[str]) -> _Named:
    by_name: dict[tuple[type[CiteMark | ReferenceMark], str], dict[str, CiteMark | ReferenceMark]] = {}
    for language in written:
        for piece in text.pieces[language]:
            if isinstance(piece, CiteMark | ReferenceMark):
                name = piece.source if isinstance(piece, CiteMark) else piece.target
                by_name.setdefault((type(piece), name), {}).setdefault(language, piece)
    return by_name


def _one_sided(text: Text, written: list[str], named: _Named) -> Iterator[Problem]:
    for (kind, name), marks in named.items():
        lacking = [code for code in written if code not in marks]
        if not lacking:
            continue
        said = listing([LANGUAGES[code].name for code in marks], "and")
        if kind is CiteMark:
            rule, message = ONE_LANGUAGE, msg("only the {languages} cites [@{name}]", languages=said, name=name)
        else:
            rule, message = REFERENCE, msg("only the {languages} refers to [#{name}]", languages=said, name=name)
        hint = msg("the {language} wants it too", language=LANGUAGES[lacking[0]].name)
        evidence = [Evidence(LANGUAGES[code].name, name, mark.place) for code, mark in marks.items()]
        yield rule.broken(text.typed[lacking[0]], message, hint, evidence=evidence)


CITATIONS = Check(
    "citations",
    msg("Both languages of a text cite the same sources."),
    find_one_sided,
    (ONE_LANGUAGE, REFERENCE),
)
