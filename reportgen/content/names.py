"""Names of facts: `growth`, and those of a family, `cities.suzhou.gdp` or `cities.苏州.gdp`, told part by part."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from reportgen.content.data.table import EMPTY_CELL, DataCell
from reportgen.messages import msg
from reportgen.numbers.model.pattern import Pattern
from reportgen.problems import Evidence, Problem, Rule, Typed, did_you_mean

UNKNOWN = Rule(
    "facts/unknown",
    msg("Every fact that is named is stated in facts.yaml."),
    file="sections/one.yaml",
    slip="- metrics: [output, growht]",
    mend="- metrics: [output, growth]",
)
PART = r"[\w-]+"
"""A part behind the first point, as a regular expression: letters of any script, digits, _ and -."""

SIMPLE = r"[A-Za-z][A-Za-z0-9_-]*"
"""A name of one part, as a regular expression; sources, charts and sections are named so."""

FACT_NAME = Pattern(rf"{SIMPLE}(?:\.{PART})*")
EVERY = "*"
"""What stands for every part at its place: `cities.*.gdp`."""

_GROUP = Pattern(rf"{SIMPLE}(?:\.(?:{PART}|\*))+")
_SIGNS = Pattern(r"[^\w-]+")


def key_name(text: str) -> str:
    """What a text is called as a part of a name: full-width forms made plain, other signs and blanks an underscore."""
    return _SIGNS.sub("_", unicodedata.normalize("NFKC", text)).strip("_")


def group_of(pattern: str, names: Iterable[str]) -> tuple[str, ...]:
    """The names that `cities.*.gdp` stands for, in their order; none where the pattern is no group's."""
    if EVERY not in pattern or not _GROUP.fullmatch(pattern):
        return ()
    parts = (PART if part == EVERY else re.escape(part) for part in pattern.split("."))
    alike = re.compile(r"\.".join(parts))
    return tuple(name for name in names if alike.fullmatch(name))


def unknown_fact(name: str, where: Typed, known: Iterable[str], gaps: Mapping[str, DataCell]) -> Problem:
    """A name that no fact has, or one of a family whose cell is empty."""
    if (cell := gaps.get(name)) is not None:
        told = msg("'{name}' has no figure: its cell is empty", name=name)
        evidence = [Evidence(msg("the cell"), str(cell), cell.place)]
        return EMPTY_CELL.broken(where, told, msg("fill it in, or take out what reads it"), evidence=evidence)
    return UNKNOWN.broken(where, msg("no fact is called '{name}'", name=name), did_you_mean(name, known))
