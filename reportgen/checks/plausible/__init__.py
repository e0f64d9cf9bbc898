"""Figures that can be read and printed, and are hardly true: told with their reasons, as warnings; or denied by a file.

What looks at them is loaded where a check looks: what was found before is told again (reportgen/recall.py).
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.check import Check, Subject
from reportgen.checks.plausible.rules import DIFFERS, LEVELS, PARTS, SCALE, UNITS
from reportgen.messages import msg
from reportgen.problems import Problem


def find_among_facts(subject: Subject) -> Iterator[Problem]:
    """Facts that other facts make hardly true."""
    from reportgen.checks.plausible.levels import find_denied
    from reportgen.checks.plausible.scale import find_outliers
    from reportgen.checks.plausible.units import find_units

    for find in (find_outliers, find_units, find_denied):
        yield from find(subject)


def find_in_section(subject: Subject) -> Iterator[Problem]:
    """Parts of a section that make nearly a hundred."""
    from reportgen.checks.plausible.parts import find_parts

    yield from find_parts(subject)


def find_crossed(subject: Subject) -> Iterator[Problem]:
    """Figures of files that facts deny."""
    if subject.briefing.tables:
        from reportgen.checks.plausible.crossed import find_differences

        yield from find_differences(subject)


PLAUSIBLE = Check(
    "plausible",
    msg("Figures are as large as their neighbors, in their unit, and true of one another."),
    None,
    (SCALE, UNITS, LEVELS, PARTS),
    find_in_section=find_in_section,
    find_beside=find_among_facts,
)
CROSSED = Check(
    "crossed",
    msg("Figures of files that are shown are those that facts of the same words and time state."),
    None,
    (DIFFERS,),
    find_in_section=find_crossed,
)
