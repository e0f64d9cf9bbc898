"""Every fact as a row: what it measures, its value, its unit and time, and how it is printed in each language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.companion.model import NOT_APPLICABLE, Cell, Sheet, SheetColumn, in_all, spread, table_of, words
from reportgen.content.model import Briefing, Fact
from reportgen.languages import LANGUAGES, capital, listed, say
from reportgen.numbers import Quantity, common_unit, display, write
from reportgen.numbers.model.quantity import Amount, counted_in
from reportgen.numbers.writing.spreadsheet import MOST_DIGITS, SheetNumber, sheet_number
from reportgen.source_lines import bibliography_entry, short_source

NAME = "Facts"
SOURCES = "Sources"

_Spread = Iterator[tuple[SheetColumn, Sequence[Cell]]]


def facts(briefing: Briefing, languages: Sequence[str]) -> Sheet:
    """The facts in the order of facts.yaml, the derived ones with what they are made of."""
    heads, rows = table_of(list(_columns(briefing, languages)))
    lines = (words("workbook-one-table", languages), words("workbook-exact", languages))
    return Sheet(NAME, words("workbook-facts", languages), lines, heads, rows)


def sources(briefing: Briefing, languages: Sequence[str]) -> Sheet:
    """The sources, as a bibliography tells them."""
    all_of_them = list(briefing.sources.values())
    told: dict[str, list[Cell]] = {language: [] for language in languages}
    for source in all_of_them:
        bare = replace(source, entry=source.entry.model_copy(update={"url": None}))
        for language, cells in told.items():
            cells.append(
                "".join(getattr(each, "text", "") for each in bibliography_entry(briefing, bare, language).inlines)
            )
    columns = [
        (SheetColumn(in_all("workbook-key", languages)), [source.name for source in all_of_them]),
        *spread({language: say("workbook-source", language) for language in languages}, told),
        (SheetColumn(in_all("workbook-address", languages)), [str(each.entry.url or "") for each in all_of_them]),
    ]
    heads, rows = table_of(columns)
    return Sheet(SOURCES, words("workbook-sources", languages), (words("workbook-one-table", languages),), heads, rows)


def _columns(briefing: Briefing, languages: Sequence[str]) -> _Spread:
    everything = list(briefing.facts.values())
    measures: dict[str, list[Cell]] = {
        language: [capital(fact.what[language]) for fact in everything] for language in languages
    }
    yield SheetColumn(in_all("workbook-key", languages)), [fact.name for fact in everything]
    yield from _worded("workbook-measure", measures)
    yield from _values(everything, languages)
    yield from _worded("workbook-unit", {one: [_unit(fact.quantity, one) for fact in everything] for one in languages})
    printed = {one: [_printed(fact.quantity, one, briefing) for fact in everything] for one in languages}
    for language, cells in printed.items():
        name = say("workbook-language", language)
        head = say("workbook-printed", language) + (say("brackets", language).format(name) if len(printed) > 1 else "")
        yield SheetColumn(head, language), cells
    times = {one: [_when(fact, one, briefing) for fact in everything] for one in languages}
    yield from _worded("workbook-period", times)
    states: dict[str, list[Cell]] = {
        one: [say(f"workbook-{fact.status}", one) for fact in everything] for one in languages
    }
    yield from _worded("workbook-status", states)
    yield from _worded(
        "workbook-source",
        {one: [_sources(fact, one, briefing) for fact in everything] for one in languages},
    )
    yield SheetColumn(in_all("workbook-formula", languages)), [_formula(fact) for fact in everything]
    if any(fact.origin for fact in everything):
        yield SheetColumn(in_all("workbook-origin", languages)), [_origin(fact) for fact in everything]
    if any(fact.note for fact in everything):
        yield from _worded("workbook-note", {one: [_note(fact, one) for fact in everything] for one in languages})


def _worded(key: str, cells: Mapping[str, Sequence[Cell]]) -> _Spread:
    yield from spread({language: say(key, language) for language in cells}, cells)


# ---- figures -----------------------------------------------------------------------------------


def _values(facts: Sequence[Fact], languages: Sequence[str]) -> _Spread:
    """The values in units without a scale, of ranges both ends."""
    ends = [_ends(fact.quantity) for fact in facts]
    single = [_number(low) if low == high else NOT_APPLICABLE for low, high in ends]
    yield SheetColumn(in_all("workbook-value", languages)), single
    if any(low != high for low, high in ends):
        for key, end in (("workbook-low", 0), ("workbook-high", 1)):
            yield (
                SheetColumn(in_all(key, languages)),
                [_number(each[end]) if each[0] != each[1] else NOT_APPLICABLE for each in ends],
            )


def _ends(quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """Where the value lies; nowhere for a time, a rank, a figure in words."""
    amount = counted_in(quantity)
    if not isinstance(amount, Amount):
        return None, None
    if amount.low is not None and amount.high is not None:
        return amount.low, amount.high
    value = display(amount)
    return (value, value) if isinstance(value, Decimal) else (None, None)


def _number(value: Decimal | None) -> Cell:
    if value is None:
        return NOT_APPLICABLE
    decimals = max(0, -int(value.normalize().as_tuple().exponent))
    if len(value.as_tuple().digits) > MOST_DIGITS:
        return format(value, "f")  # a spreadsheet would lose its last digits
    return SheetNumber(value, "0" + ("." + "0" * decimals if decimals else ""))


def _unit(quantity: Quantity, language: str) -> Cell:
    unit = common_unit([quantity])
    return (replace(unit, scales={}).label(language) if unit else "") or NOT_APPLICABLE


def _printed(quantity: Quantity, language: str, briefing: Briefing) -> Cell:
    text = write(quantity, language, **briefing.figure_options)
    amount = counted_in(quantity)
    if not isinstance(amount, Amount):
        return text
    value = display(amount)
    falls = isinstance(value, Decimal) and value < 0
    return sheet_number(text, falls=falls) or text


# ---- what is said of them ----------------------------------------------------------------------


def _when(fact: Fact, language: str, briefing: Briefing) -> Cell:
    return write(fact.when, language, **briefing.figure_options) if fact.when is not None else NOT_APPLICABLE


def _sources(fact: Fact, language: str, briefing: Briefing) -> Cell:
    named = [briefing.sources[name] for name in fact.sources if name in briefing.sources]
    return listed([short_source(briefing, source, language) for source in named], language) or NOT_APPLICABLE


def _formula(fact: Fact) -> Cell:
    return " ".join(fact.formula) or NOT_APPLICABLE


def _origin(fact: Fact) -> Cell:
    """The file and cell, or the query, that the figure was read from."""
    if fact.origin is None:
        return NOT_APPLICABLE
    return " ".join(filter(None, (fact.origin.file, fact.origin.spot, fact.origin.query)))


def _note(fact: Fact, language: str) -> Cell:
    return fact.note[language] if fact.note and language in LANGUAGES else NOT_APPLICABLE
