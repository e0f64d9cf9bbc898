"""Figures, typed: the only place where a number becomes text or text a number. No files, no YAML, no Word."""

from reportgen.numbers.agree import Disagreement, agree
from reportgen.numbers.find import find
from reportgen.numbers.grammar.found import Found
from reportgen.numbers.lexicon import Lexicon, Noun, Unit
from reportgen.numbers.mapping import quantity, read_lexicon
from reportgen.numbers.period import period_code, read_period
from reportgen.numbers.possible import check_quantity
from reportgen.numbers.quantity import FigureError, FormatOptions, Period, Quantity
from reportgen.numbers.read import read
from reportgen.numbers.rounding import display
from reportgen.numbers.style import Part
from reportgen.numbers.units import CommonUnit, common_unit
from reportgen.numbers.write import write, write_parts

__all__ = [
    "CommonUnit",
    "Disagreement",
    "FigureError",
    "FormatOptions",
    "Found",
    "Lexicon",
    "Noun",
    "Part",
    "Period",
    "Quantity",
    "Unit",
    "agree",
    "check_quantity",
    "common_unit",
    "display",
    "find",
    "period_code",
    "quantity",
    "read",
    "read_lexicon",
    "read_period",
    "write",
    "write_parts",
]
