"""Figures, typed: the only place where a number becomes text or text a number. No files, no YAML, no Word."""

from reportgen.numbers.agreement.agree import Disagreement, agree
from reportgen.numbers.finding import find
from reportgen.numbers.grammar.found import Found
from reportgen.numbers.model.lexicon import Lexicon, Noun, Unit
from reportgen.numbers.model.mapping import quantity, read_lexicon
from reportgen.numbers.model.period import period_code, read_period
from reportgen.numbers.model.quantity import FigureError, FormatOptions, Period, Quantity
from reportgen.numbers.model.rounding import display
from reportgen.numbers.model.style import Part
from reportgen.numbers.model.units import CommonUnit, common_unit
from reportgen.numbers.model.validate import check_quantity
from reportgen.numbers.reading.read import read
from reportgen.numbers.writing.write import write, write_parts

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
