"""What the samples of kinds are made of: small charts of percentages with words in Chinese and English.

The goods, ports and years are made up: a sample shows what a kind is for, in tests, in a gallery of kinds and to its
next author.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.document import LOW, MISSING, Chart, Mark, Words
from reportgen.languages import say
from reportgen.numbers import common_unit, write
from reportgen.numbers.model.quantity import Percent

LANGUAGES = ("zh", "en")
GOODS = (("茶叶", "Tea"), ("丝绸", "Silk"), ("瓷器", "Porcelain"), ("纸张", "Paper"))
PORTS = (("东港", "East Port"), ("西港", "West Port"), ("南港", "South Port"))
SHARE = ("占出口总额比重", "Share of exports")
GROWTH = ("出口增速", "Growth of exports")


def words(zh: str, en: str) -> Words:
    """Words in both languages of the samples."""
    return tuple(zip(LANGUAGES, (zh, en), strict=True))


def figure(name: tuple[str, str], value: str, **more: object) -> Mark:
    """A percentage under a name."""
    percent = Percent(value=Decimal(value))
    label = tuple((language, write(percent, language, form="table")) for language in LANGUAGES)
    return Mark(words(*name), Decimal(value), label, **more)  # type: ignore[arg-type]


def missing(name: tuple[str, str], series: int = 0) -> Mark:
    """What stands where a figure is not known."""
    label = tuple((language, say("no-data", language)) for language in LANGUAGES)
    return Mark(words(*name), Decimal(0), label, series=series, role=MISSING)


def ranged(name: tuple[str, str], low: str, high: str) -> tuple[Mark, Mark]:
    """A stretch of percentages under a name: where it starts, and where it ends."""
    stretch = Percent(low=Decimal(low), high=Decimal(high))
    label = tuple((language, write(stretch, language, form="table")) for language in LANGUAGES)
    start, end = (Mark(words(*name), Decimal(value), label) for value in (low, high))
    return replace(start, role=LOW), end


def table(names: Sequence[tuple[str, str]], *columns: Sequence[str]) -> tuple[Mark, ...]:
    """A mark a cell: a row a name, a column a series."""
    return tuple(
        figure(name, column[row], series=index)
        for row, name in enumerate(names)
        for index, column in enumerate(columns)
    )


def years(first: int, *columns: Sequence[str]) -> Iterator[Mark]:
    """A mark a year and column, the columns as series."""
    for index, column in enumerate(columns):
        for year, value in enumerate(column, first):
            yield figure((f"{year}年", f"{year}"), value, when=Decimal(year), series=index)


def percentages(kind: str, measure: tuple[str, str], *marks: Mark, **more: object) -> Chart:
    """A chart of percentages."""
    unit = common_unit([Percent(value=Decimal(1))])
    return Chart(kind, LANGUAGES, marks, measure=words(*measure), unit=unit, **more)  # type: ignore[arg-type]


def named(*names: tuple[str, str]) -> tuple[Words, ...]:
    """The names of series."""
    return tuple(words(*name) for name in names)
