"""Every name leads somewhere: facts, sources, figures; and each is given once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from reportgen.blocks import Captioned
from reportgen.checks.check import Check, Subject
from reportgen.content.data.table import EMPTY_CELL, DataCell
from reportgen.content.entries import FactName, SourceName, Text
from reportgen.content.full_width import FULL_WIDTH, reads_narrow
from reportgen.content.names import UNKNOWN, unknown_fact
from reportgen.content.source import Scalar
from reportgen.content.text import CiteMark, FactMark, ReferenceMark
from reportgen.messages import msg
from reportgen.problems import Evidence, Place, Problem, Rule, Typed, did_you_mean

NO_SOURCE = Rule(
    "sources/unknown",
    msg("Every source that is named is one of sources.yaml."),
    file="sections/one.yaml",
    slip='- text: {zh: "甲。[@paper]", en: "A.[@papre]"}',
    mend='- text: {zh: "甲。[@paper]", en: "A.[@paper]"}',
)
NO_FIGURE = Rule(
    "references/unknown",
    msg("A reference names a chart, a table or a section."),
    file="sections/one.yaml",
    slip='- text: {zh: "见[#one]。", en: "See [#two]."}',
    mend='- text: {zh: "见[#one]。", en: "See [#one]."}',
)
TWICE = Rule(
    "references/twice",
    msg("Charts and tables have names of their own."),
    file="sections/one.yaml",
    slip="""\
- table: {id: t, title: {zh: 甲, en: A}, columns: [{zh: 甲, en: A}], rows: [["{output}"]]}
- table: {id: t, title: {zh: 乙, en: B}, columns: [{zh: 甲, en: A}], rows: [["{growth}"]]}""",
    mend="""\
- table: {id: t, title: {zh: 甲, en: A}, columns: [{zh: 甲, en: A}], rows: [["{output}"]]}
- table: {id: u, title: {zh: 乙, en: B}, columns: [{zh: 甲, en: A}], rows: [["{growth}"]]}""",
)
NO_TIME = Rule(
    "facts/no-time",
    msg("A fact whose time is printed has one."),
    file="facts.yaml",
    slip="output: {is: 近4500亿元, what: {zh: 总产值, en: output}, source: paper}  # and {output:when} in a text",
    mend="output: {is: 近4500亿元, what: {zh: 总产值, en: output}, when: 2024, source: paper}",
)


def find_names(subject: Subject) -> Iterator[Problem]:
    """Unknown facts, sources and figures; ids given twice."""
    yield from _ids(subject)
    briefing = subject.briefing
    captioned = {
        str(block.id) for section in briefing.sections for block in section.blocks if isinstance(block, Captioned)
    }
    captioned |= {section.name for section in briefing.sections if section.title}
    known = {"fact": briefing.facts, "source": briefing.sources, "figure": captioned}
    for named in _named(subject):
        if named.name not in known[named.what]:
            yield _unknown(named, known[named.what], briefing.gaps)
        elif named.form == "when" and briefing.facts[named.name].when is None:
            message = msg("'{name}' is for no stated time", name=named.name)
            hint = msg("give {name} a when: or as_of: in facts.yaml", name=named.name)
            yield NO_TIME.broken(named.where, message, hint, evidence=named.again)


@dataclass(slots=True)
class _Named:
    """A name in the briefing, told once a text: what it names, where it first stands, and where else in that text."""

    what: str
    name: str
    form: str
    where: Typed
    again: list[Evidence]


def _unknown(named: _Named, known: Collection[str], gaps: Mapping[str, DataCell]) -> Problem:
    if isinstance(named.where, Scalar) and (problem := reads_narrow(named.where, known.__contains__)):
        return problem
    match named.what:
        case "fact":
            problem = unknown_fact(named.name, named.where, known, gaps)
            return replace(problem, evidence=(*problem.evidence, *named.again))
        case "source":
            rule, message = NO_SOURCE, msg("no source is called '{name}'", name=named.name)
        case _:
            rule, message = NO_FIGURE, msg("no chart, table or section is called '{name}'", name=named.name)
    return rule.broken(named.where, message, did_you_mean(named.name, known), evidence=named.again)


def _ids(subject: Subject) -> Iterator[Problem]:
    seen: dict[str, Place] = {}
    for section in subject.briefing.sections:
        for block in section.blocks:
            if not isinstance(block, Captioned):
                continue
            if first := seen.get(str(block.id)):
                message = msg("two blocks are called '{id}'", id=block.id)
                hint = msg("the other stands at {place}", place=str(first))
                yield TWICE.broken(block.id, message, hint, evidence=[Evidence(str(block.id), "", first)])
            seen[str(block.id)] = block.id.place


def _named(subject: Subject) -> Iterator[_Named]:
    """Every name in the briefing; one that several languages of a text name is told once."""
    for leaf in _leaves(subject):
        match leaf:
            case FactName():
                yield _Named("fact", str(leaf), "", leaf, [])
            case SourceName():
                yield _Named("source", str(leaf), "", leaf, [])
            case Text():
                yield from _in_text(leaf)
            case _:
                pass


def _in_text(text: Text) -> Iterable[_Named]:
    named: dict[tuple[str, str, str], _Named] = {}
    for pieces in text.pieces.values():
        for piece in pieces:
            match piece:
                case FactMark(name=name):
                    key = "fact", name, "when" if piece.form == "when" else ""
                case CiteMark(source=name):
                    key = "source", name, ""
                case ReferenceMark(target=name):
                    key = "figure", name, ""
                case _:
                    continue
            if (first := named.get(key)) is None:
                named[key] = _Named(*key, piece, [])
            elif piece.place != first.where.place:
                first.again.append(Evidence(msg("also here"), name, piece.place))
    return named.values()


def _leaves(subject: Subject) -> Iterator[object]:
    yield from subject.leaves
    for fact in subject.briefing.facts.values():
        yield from fact.sources
    for table in subject.briefing.tables.values():
        for row in table.rows:
            if source := row.get("source"):
                yield SourceName.at(source, source.place, source.raw)


NAMES = Check(
    "references",
    msg("Every name leads somewhere, and each is given once."),
    find_names,
    (UNKNOWN, EMPTY_CELL, NO_SOURCE, NO_FIGURE, TWICE, NO_TIME, FULL_WIDTH),
)
