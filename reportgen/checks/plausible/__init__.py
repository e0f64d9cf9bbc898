"""Figures that can be read and printed, and are hardly true: told with their reasons, as warnings."""

from __future__ import annotations

from reportgen.checks.check import Check
from reportgen.checks.plausible.levels import LEVELS, find_denied
from reportgen.checks.plausible.parts import PARTS, find_parts
from reportgen.checks.plausible.scale import SCALE, find_outliers
from reportgen.checks.plausible.units import UNITS, find_units
from reportgen.messages import msg

FINDS = (find_outliers, find_units, find_denied, find_parts)

PLAUSIBLE = Check(
    "plausible",
    msg("Figures are as large as their neighbors, in their unit, and true of one another."),
    lambda subject: [problem for find in FINDS for problem in find(subject)],
    (SCALE, UNITS, LEVELS, PARTS),
)
