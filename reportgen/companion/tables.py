"""A briefing's tables and charts as sheets: every printed figure a number in a format that shows it as printed.

Each is taken from the documents of one language, whose elements stand in the same order, so that a sheet tells what the
Word files print.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportgen.charts.marks import with_missing
from reportgen.companion.model import NOT_APPLICABLE, Cell, Sheet, SheetColumn, spread, table_of, words
from reportgen.document import (
    LOW,
    MISSING,
    Align,
    Caption,
    Chart,
    Cite,
    Document,
    Figure,
    Inline,
    Link,
    Mark,
    Note,
    Paragraph,
    Phrase,
    Reference,
    Run,
    Spark,
    Table,
    Words,
)
from reportgen.languages import say
from reportgen.numbers.writing.spreadsheet import sheet_number

Documents = Mapping[str, Document]
"""The edition of each language by itself."""


def captioned(documents: Documents) -> Iterator[Sheet]:
    """A sheet a table and a chart, in the order of the briefing."""
    languages = tuple(documents)
    both = [[each for each in one.elements if isinstance(each, Table | Figure)] for one in documents.values()]
    for versions in zip(*both, strict=True):
        told = dict(zip(languages, versions, strict=True))
        tables = {language: each for language, each in told.items() if isinstance(each, Table)}
        figures = {language: each for language, each in told.items() if isinstance(each, Figure)}
        yield _table(tables) if tables else _figure(figures)


def sheet_name(caption: Caption) -> str:
    """What the sheet of a table or a chart is called: Table_1, Figure_2."""
    return f"{caption.sequence.capitalize()}_{caption.number}"


# ---- tables ------------------------------------------------------------------------------------


def _table(tables: Mapping[str, Table]) -> Sheet:
    first = next(iter(tables.values()))
    columns = [
        column
        for index in range(len(first.columns))
        for column in spread(
            {language: _head(table, index, language) for language, table in tables.items()},
            {language: list(_cells(table, index)) for language, table in tables.items()},
        )
    ]
    heads, rows = table_of(columns)
    lines = [words("workbook-one-table", tuple(tables)), *_notes([table.notes for table in tables.values()])]
    strong = first.totals | first.subtotals | first.heads
    return Sheet(sheet_name(first.caption), _titles(tables), tuple(lines), heads, rows, strong)


def _head(table: Table, index: int, language: str) -> str:
    column = table.columns[index]
    group, head, unit = plain(column.group), plain(column.head), plain(column.unit)
    told = say("colon", language).join(filter(None, (group, head)))
    return told + (say("brackets", language).format(unit) if unit else "")


def _cells(table: Table, index: int) -> Iterator[Cell]:
    figures = table.columns[index].align is Align.RIGHT
    for number, row in enumerate(table.rows):
        text = plain(row[index])
        if not text and number in table.heads:
            yield NOT_APPLICABLE
        else:
            yield (sheet_number(text) if figures else None) or text


def _titles(told: Mapping[str, Table] | Mapping[str, Figure]) -> Words:
    return tuple((language, _title(each.caption)) for language, each in told.items())


def _title(caption: Caption) -> str:
    (line,) = caption.lines
    return f"{line.word}{line.gap}{caption.number}  {_text(line.text)}"


def _notes(notes: Sequence[Sequence[Paragraph]]) -> Iterator[Words]:
    """What stands under it, a line for each paragraph and language."""
    for paragraphs in notes:
        for paragraph in paragraphs:
            yield tuple((line.language, _text(line.inlines)) for line in paragraph.text)


# ---- charts ------------------------------------------------------------------------------------


def _figure(figures: Mapping[str, Figure]) -> Sheet:
    charts = {language: figure.chart for language, figure in figures.items()}
    first = next(iter(figures.values()))
    heads, rows = table_of(list(_beside(charts) if _is_grid(first.chart) else _below(charts)))
    lines = [words("workbook-one-table", tuple(figures))]
    measures = tuple(pair for chart in charts.values() for pair in chart.measure)
    if measures and len(first.chart.series) > 0:
        lines.append(measures)
    signs = tuple(pair for chart in charts.values() for pair in chart.note)
    lines += [signs] if signs else []
    lines += _notes([figure.notes for figure in figures.values()])
    return Sheet(sheet_name(first.caption), _titles(figures), tuple(lines), heads, rows)


def _is_grid(chart: Chart) -> bool:
    """Whether every series has one figure at most under every name."""
    marks = [(mark.name, mark.series) for mark in chart.marks]
    return len(set(marks)) == len(marks)


def _beside(charts: Mapping[str, Chart]) -> Iterator[tuple[SheetColumn, Sequence[Cell]]]:
    """A row a name, the series beside each other."""
    languages = tuple(charts)
    names = {language: list(dict.fromkeys(mark.name for mark in _all(chart))) for language, chart in charts.items()}
    told = {language: [_only(name) for name in names[language]] for language in languages}
    yield from spread({language: say("workbook-name", language) for language in languages}, told)
    first = next(iter(charts.values()))
    for series in sorted({mark.series for mark in _all(first)}):
        heads = {language: _series(chart, series, language) for language, chart in charts.items()}
        if any(mark.role == LOW and mark.series == series for mark in first.beside):
            low = {
                language: list(_labels(names[language], (mark for mark in chart.beside if mark.role == LOW), series))
                for language, chart in charts.items()
            }
            lows = {language: _of(head, say("workbook-low", language)) for language, head in heads.items()}
            heads = {language: _of(head, say("workbook-high", language)) for language, head in heads.items()}
            yield from spread(lows, low)
        yield from spread(
            heads,
            {
                language: list(_labels(names[language], (*chart.marks, *chart.aside()), series))
                for language, chart in charts.items()
            },
        )


def _all(chart: Chart) -> tuple[Mark, ...]:
    """Every figure that has a row, and what tells that there is none."""
    return (*(mark for group in with_missing(chart) for mark in group), *chart.aside())


def _of(head: str, end: str) -> str:
    return f"{head} – {end}" if head else end


def _labels(names: Sequence[Words], marks: Iterable[Mark], series: int) -> Iterator[Cell]:
    by_name = {mark.name: mark for mark in marks if mark.series == series}
    for name in names:
        yield _label(by_name[name]) if name in by_name else ""


def _below(charts: Mapping[str, Chart]) -> Iterator[tuple[SheetColumn, Sequence[Cell]]]:
    """A row a figure, its series beside it."""
    languages = tuple(charts)
    marks = {language: _all(chart) for language, chart in charts.items()}
    names = {language: [_only(mark.name) for mark in marks[language]] for language in languages}
    yield from spread({language: say("workbook-name", language) for language in languages}, names)
    if any(chart.series for chart in charts.values()):
        series = {
            language: [_only(chart.series[mark.series]) if chart.series else "" for mark in marks[language]]
            for language, chart in charts.items()
        }
        yield from spread({language: say("workbook-series", language) for language in languages}, series)
    figures = {language: [_label(mark) for mark in marks[language]] for language in languages}
    yield from spread({language: say("workbook-value", language) for language in languages}, figures)


def _series(chart: Chart, series: int, language: str) -> str:
    """What stands over a series of figures."""
    if chart.series and series < len(chart.series):
        return _only(chart.series[series])
    return _only(chart.measure) or say("workbook-value", language)


def _label(mark: Mark) -> Cell:
    if mark.role == MISSING:
        return ""
    text = _only(mark.label)
    return sheet_number(text) or text


def _only(told: Words) -> str:
    return told[0][1] if told else ""


# ---- words -------------------------------------------------------------------------------------


def plain(phrase: Phrase) -> str:
    """The words of a phrase in one language, its notes left out."""
    return "".join(_text(line.inlines) for line in phrase)


def _text(inlines: Iterable[Inline]) -> str:
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:
    match inline:
        case Run() | Reference() | Link():
            return inline.text
        case Spark():
            return _only(inline.alt)
        case Note() | Cite():
            return ""
