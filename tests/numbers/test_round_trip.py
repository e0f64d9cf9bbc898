"""What is written in either language is found again, to the last digit: the loop between writing and finding."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from reportgen.numbers import display, find, period_code, write, write_parts
from reportgen.numbers.grammar.found import RELATIONS, Found
from reportgen.numbers.model.period import Period
from reportgen.numbers.model.quantity import (
    Amount,
    Change,
    Difference,
    Fraction,
    Level,
    Measure,
    Money,
    Ordinal,
    Qualified,
    Quantity,
    Rate,
    Ratio,
    Score,
    Tenths,
    Vague,
)
from tests.numbers.strategies import BY_KIND, FIGURES, WRITTEN

SUITE = settings(suppress_health_check=[HealthCheck.too_slow], database=None)


def meaning(figure: Quantity) -> tuple[Any, ...]:
    """What a figure says to a reader, without the language: kind, what is shown, unit, relation to the true value."""
    shown = display(figure)
    values = shown if isinstance(shown, tuple) else (shown,)
    match figure:
        case Period():
            return "date", (period_code(figure),), None, None
        case Fraction() | Ratio() | Score():
            mark = {"fraction": "/", "ratio": ":", "score": "-"}[figure.kind]
            return figure.kind, (mark.join(map(str, values)),), None, _relation(figure)
        case Difference():
            amount = meaning(figure.amount)
            down = any(isinstance(value, Decimal) and value < 0 for value in values)
            unsigned = tuple(abs(value) for value in values if isinstance(value, Decimal))
            return amount[0], unsigned, amount[2], amount[3], "down" if down else "up"
        case Rate():
            amount = meaning(figure.amount)
            things = figure.amount.kind == "count"
            return "rate" if things else amount[0], (*values, figure.per, figure.each.key), *amount[2:]
        case Change():
            directed = tuple(sorted(abs(value) for value in values if isinstance(value, Decimal)))
            way = "down" if any(isinstance(value, Decimal) and value < 0 for value in values) else "up"
            return figure.unit, directed, way, _relation(figure)
        case Tenths():
            tenfold = tuple(value * 10 for value in values if isinstance(value, Decimal))
            return "percent", tenfold, None, _relation(figure)
        case Measure():
            kind = "duration" if figure.unit.time else "measure"
            return kind, values, figure.unit.key, _relation(figure)
        case Money() | Level():
            return figure.kind, values, figure.currency, _relation(figure)
        case Amount() | Ordinal() | Vague():
            return figure.kind, values, None, _relation(figure)


def _relation(figure: Quantity) -> str | None:
    return RELATIONS[figure.qualifier] if isinstance(figure, Qualified) and figure.qualifier else None


def found_meaning(found: Found) -> tuple[Any, ...]:
    """The same of what was found."""
    if found.low is not None and found.high is not None:
        values: tuple[Any, ...] = (found.low, found.high)
    else:
        values = (found.order if found.kind == "vague" else found.value,)
    if found.base is not None:
        values = (*values, *found.base)
    unit = found.unit if found.kind in ("money", "measure", "duration", "level") else None
    relation = RELATIONS[found.qualifier] if found.qualifier else None
    if found.direction and found.kind in ("money", "count", "measure"):
        return found.kind, values, unit, relation, found.direction
    return found.kind, values, unit or found.direction, relation


def check_round_trip(figure: Quantity) -> None:
    expected = meaning(figure)
    flat = isinstance(figure, Change) and not any(expected[1])
    for language in ("zh", "en"):
        text = write(figure, language)
        found = [found_meaning(each) for each in find(text, language)]
        if figure.kind == "multiple":
            found = [(*each[:2], None, each[3]) for each in found]
        assert found == ([] if flat else [expected]), text


@settings(SUITE, max_examples=1_000)
@given(WRITTEN)
def test_every_figure_can_be_written_and_its_parts_join(figure: Quantity) -> None:
    for language in ("zh", "en"):
        text = write(figure, language)
        assert text
        assert "E+" not in text
        assert "".join(part.text for part in write_parts(figure, language)) == text


@pytest.mark.parametrize("kind", BY_KIND)
def test_what_is_written_is_found_again(kind: str) -> None:
    @settings(SUITE, max_examples=10_000 // len(BY_KIND))
    @given(BY_KIND[kind])
    def holds(figure: Quantity) -> None:
        check_round_trip(figure)

    holds()


@pytest.mark.nightly
@settings(SUITE, max_examples=100_000)
@given(FIGURES)
def test_a_hundred_thousand_figures_are_found_again(figure: Quantity) -> None:
    check_round_trip(figure)
