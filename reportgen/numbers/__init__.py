"""Figures, typed: the only place where a number becomes text or text a number. No files, no YAML, no Word.

Each name is loaded when it is first asked for: who only writes figures does not load what finds and compares them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportgen.numbers.agreement.agree import PAIRS, agree, agree_pair
    from reportgen.numbers.agreement.comparison import Diagnosis
    from reportgen.numbers.agreement.disagreement import Disagreement
    from reportgen.numbers.finding import find
    from reportgen.numbers.grammar.found import Found
    from reportgen.numbers.grammar.reader import FigureContext, LanguageReader, RateHalves
    from reportgen.numbers.grammar.scan import Grammar
    from reportgen.numbers.languages import LANGUAGES, FigureLanguage
    from reportgen.numbers.model.errors import FigureError
    from reportgen.numbers.model.lexicon import Currency, Lexicon, Noun, Unit
    from reportgen.numbers.model.options import FormatOptions
    from reportgen.numbers.model.period import Period, period_code, read_period
    from reportgen.numbers.model.quantity import (
        Aggregate,
        Amount,
        Basis,
        Change,
        ChangeUnit,
        Count,
        Difference,
        Fraction,
        Level,
        Measure,
        Money,
        Multiple,
        MultipleForm,
        Ordinal,
        Percent,
        Points,
        Qualified,
        QualifierType,
        Quantity,
        Rate,
        Ratio,
        Score,
        Tenths,
        Vague,
    )
    from reportgen.numbers.model.rounding import display
    from reportgen.numbers.model.style import FigureStyle, LanguageWriter, Part, Role, WritingForm
    from reportgen.numbers.model.terms import read_lexicon
    from reportgen.numbers.model.validate import check_quantity
    from reportgen.numbers.reading.mapping import quantity
    from reportgen.numbers.reading.read import read
    from reportgen.numbers.writing.common_unit import CommonUnit, common_unit
    from reportgen.numbers.writing.write import after_verb, write, write_parts, write_tick
    from reportgen.problems import Severity

_HOMES = {
    "agreement.agree": ("PAIRS", "agree", "agree_pair"),
    "agreement.comparison": ("Diagnosis",),
    "agreement.disagreement": ("Disagreement",),
    "finding": ("find",),
    "grammar.found": ("Found",),
    "grammar.reader": ("FigureContext", "LanguageReader", "RateHalves"),
    "grammar.scan": ("Grammar",),
    "languages": ("LANGUAGES", "FigureLanguage"),
    "model.errors": ("FigureError",),
    "model.lexicon": ("Currency", "Lexicon", "Noun", "Unit"),
    "model.options": ("FormatOptions",),
    "model.period": ("Period", "period_code", "read_period"),
    "model.quantity": (
        "Aggregate", "Amount", "Basis", "Change", "ChangeUnit", "Count", "Difference", "Fraction", "Level", "Measure",
        "Money", "Multiple", "MultipleForm", "Ordinal", "Percent", "Points", "Qualified", "QualifierType", "Quantity",
        "Rate", "Ratio", "Score", "Tenths", "Vague",
    ),
    "model.rounding": ("display",),
    "model.style": ("FigureStyle", "LanguageWriter", "Part", "Role", "WritingForm"),
    "model.terms": ("read_lexicon",),
    "model.validate": ("check_quantity",),
    "reading.mapping": ("quantity",),
    "reading.read": ("read",),
    "writing.common_unit": ("CommonUnit", "common_unit"),
    "writing.write": ("after_verb", "write", "write_parts", "write_tick"),
}  # fmt: skip
_HOME = {name: f"{__name__}.{module}" for module, names in _HOMES.items() for name in names}
_HOME["Severity"] = "reportgen.problems"

__all__ = [
    "LANGUAGES",
    "PAIRS",
    "Aggregate",
    "Amount",
    "Basis",
    "Change",
    "ChangeUnit",
    "CommonUnit",
    "Count",
    "Currency",
    "Diagnosis",
    "Difference",
    "Disagreement",
    "FigureContext",
    "FigureError",
    "FigureLanguage",
    "FigureStyle",
    "FormatOptions",
    "Found",
    "Fraction",
    "Grammar",
    "LanguageReader",
    "LanguageWriter",
    "Level",
    "Lexicon",
    "Measure",
    "Money",
    "Multiple",
    "MultipleForm",
    "Noun",
    "Ordinal",
    "Part",
    "Percent",
    "Period",
    "Points",
    "Qualified",
    "QualifierType",
    "Quantity",
    "Rate",
    "RateHalves",
    "Ratio",
    "Role",
    "Score",
    "Severity",
    "Tenths",
    "Unit",
    "Vague",
    "WritingForm",
    "after_verb",
    "agree",
    "agree_pair",
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
    "write_tick",
]


def __getattr__(name: str) -> Any:
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(home), name)
    return value


def __dir__() -> list[str]:
    return __all__
