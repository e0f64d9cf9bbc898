"""What can be wrong with a chart that an author typed: names of nothing, figures from nowhere, cells that are none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.blocks import chart_rules as rules
from reportgen.blocks import own_fields
from reportgen.blocks.chart_entry import ChartEntry
from reportgen.blocks.chart_guide_problems import guide_problems
from reportgen.blocks.marks import (
    STATUSES,
    ChartFigure,
    DataRow,
    FigureColumn,
    cells_of,
    dimension,
    ends,
    read_cell,
    read_cells,
    row_names,
    time_of,
)
from reportgen.blocks.sums import LEVELS
from reportgen.charts import CHARTS, Kind
from reportgen.content.data.chosen_rows import OTHERS
from reportgen.content.data.plain import plain_figure, scaled_twice
from reportgen.content.data.table import DataCell, DataTable, column_hint
from reportgen.content.entries import Wording
from reportgen.content.full_width import reads_narrow
from reportgen.content.model import Briefing
from reportgen.content.source import Scalar
from reportgen.content.when import EXPECTED, read_when
from reportgen.document import TOTAL
from reportgen.languages import DEFAULT, LANGUAGES
from reportgen.messages import Message, listing, msg
from reportgen.numbers import FigureError, Period
from reportgen.problems import Problem, did_you_mean
from reportgen.voice import Voice


def chart_problems(chart: ChartEntry, briefing: Briefing) -> Iterator[Problem]:
    """An unknown kind, no figures, figures that cannot be drawn by the kind."""
    if chart.kind not in CHARTS:
        unknown = msg("no kind of chart is called '{kind}'", kind=chart.kind)
        narrow = reads_narrow(chart.kind, CHARTS.__contains__)
        yield narrow or rules.UNKNOWN_KIND.broken(chart.kind, unknown, did_you_mean(chart.kind, CHARTS))
        return
    if misplaced := next(_misplaced(chart), None):
        yield misplaced
        return
    wrong = list(_row_problems(chart, briefing)) if chart.data else []
    wrong += _fact_problems(chart, briefing)
    wrong = wrong or [*_place_problems(chart, briefing), *_own_figure_problems(chart, briefing)]
    wrong = wrong or (list(guide_problems(chart, briefing)) if chart.is_known(briefing) else [])
    yield from wrong
    if not wrong and chart.is_known(briefing):
        yield from _drawing_problems(chart, briefing)


def _misplaced(chart: ChartEntry) -> Iterator[Problem]:
    """Figures from nowhere, or from two places."""
    facts = chart.shown()
    if chart.data is None and not facts:
        hint = msg("give it facts: […] or data: a CSV or .xlsx file")
        yield rules.NOTHING.broken(chart.id, msg("the chart '{chart}' shows nothing", chart=chart.id), hint)
    elif chart.rows is not None and chart.data is None:
        message = msg("`rows` chooses the rows of a table, and this chart has none")
        yield rules.TWO_ORIGINS.broken(chart.id, message, msg("leave it out"))
    elif chart.data is not None and facts:
        both = msg("a chart shows facts or a table, not both")
        yield rules.TWO_ORIGINS.broken(chart.data, both, msg("leave out one of the two"))
    elif chart.series and (chart.facts or chart.y):
        hint = msg("leave out the chart's own facts: and y:")
        message = msg("the figures of a chart of several series stand in its series")
        yield rules.TWO_ORIGINS.broken(chart.id, message, hint)
    for one in chart.series:
        if chart.data is None and not one.facts:
            empty = msg("the series '{series}' has no facts", series=next(reversed(list(one.name.words.values()))))
            yield rules.NOTHING.broken(chart.id, empty, msg("write facts: […]"))


# ---- facts -----------------------------------------------------------------------------------


def _fact_problems(chart: ChartEntry, briefing: Briefing) -> Iterator[Problem]:
    shown, asides = chart.shown(), chart.asides()
    events = CHARTS[chart.kind].events
    for name in (*shown, *asides):
        fact = briefing.facts.get(name)
        if fact is None:
            continue
        if not events and ends(fact.quantity) is None:
            yield rules.NO_VALUE.broken(name, msg("'{fact}' has no single value that a chart could draw", fact=name))
        elif (chart.by == "when" or events) and name not in asides and time_of(fact) is None:
            hint = msg("give the fact when: or as_of:")
            yield rules.NO_TIME.broken(name, msg("'{fact}' has no time to stand at", fact=name), hint)
    known = all(name in briefing.facts for name in shown)  # an unknown fact may be the one that is meant
    for name, missing in _named(chart):
        if shown and known and name not in shown:
            yield rules.NOT_SHOWN.broken(name, missing, did_you_mean(name, shown))
    if len({len(one.facts) for one in chart.series}) > 1:
        hint = msg("the nth facts of all series stand together, under the name of the first one's nth")
        yield rules.UNEQUAL.broken(chart.id, msg("the series have unequal numbers of facts"), hint)


def _place_problems(chart: ChartEntry, briefing: Briefing) -> Iterator[Problem]:
    """Marks on a map that are called as none of its places, or as one in one language and as another in the other."""
    gazetteer = CHARTS[chart.kind].gazetteer
    if gazetteer is None or not chart.is_known(briefing):
        return
    for figure in chart.figures(briefing):
        if not isinstance(figure.name, Wording):
            continue
        typed = figure.name
        found = {language: gazetteer.find(text) for language, text in typed.words.items()}
        spoken = {language for place in found.values() for language, _ in place or ()} or set(found)
        unknown = next((language for language, place in found.items() if place is None and language in spoken), "")
        if unknown:
            message = msg("no place of this map is called '{name}'", name=typed.words[unknown])
            near = did_you_mean(typed.words[unknown], gazetteer.names())
            hint = near or msg("name the place in either language; a fact that is called otherwise wants labels:")
            yield rules.PLACE.broken(typed.places.get(unknown, typed.place), message, hint)
        elif len({dict(place)[DEFAULT[0]] for place in found.values() if place}) > 1:
            two = msg("{names} are two places", names=listing(list(typed.words.values())))
            yield rules.PLACE.broken(typed.place, two)


def _own_figure_problems(chart: ChartEntry, briefing: Briefing) -> Iterator[Problem]:
    """Figures typed in the fields of the kind that are none, or that count in something else."""
    typed = list(chart.own("figures"))
    if not typed or not chart.is_known(briefing):
        return
    counted = next((dimension(figure.quantity) for figure in chart.figures(briefing) if figure.quantity), "")
    for text, why in own_fields.wrong_figures(typed, str(chart.unit or ""), briefing, counted):
        message = msg("'{cell}' is no figure here: {why}", cell=text, why=why)
        yield rules.OWN_FIGURE.broken(text, message, msg("write a figure in the chart's unit, or the name of a fact"))


def _named(chart: ChartEntry) -> Iterator[tuple[Scalar, Message]]:
    """Every mark that an author names, with what is told where there is none of that name."""
    for name in chart.highlight:
        yield name, msg("'{name}' is highlighted and not shown", name=name)
    for field, names in chart.own("names"):
        for name in names:
            if field.role == TOTAL:
                yield name, msg("'{name}' is a total and not shown", name=name)
            else:
                yield name, msg("'{name}' stands in '{field}' and is not shown", name=name, field=field.name)
    for name in chart.labels:
        yield name, msg("'{name}' is labeled and not shown", name=name)


# ---- rows of a table -------------------------------------------------------------------------


def _row_problems(chart: ChartEntry, briefing: Briefing) -> Iterator[Problem]:
    assert chart.data is not None
    table = briefing.tables.get(chart.data)
    rows = table.rows if table else ()
    if chart.x is None or (chart.y is None and not chart.series):
        hint = msg("write x: COLUMN and y: COLUMN")
        yield rules.NO_COLUMN.broken(chart.data, msg("a chart of a table names its columns"), hint)
        return
    if not rows:
        empty = msg("the chart '{chart}' shows nothing: {file} has no rows", chart=chart.id, file=chart.data)
        yield rules.NOTHING.broken(chart.data, empty)
        return
    if wrong := list(_missing_columns(chart, rows[0], table.fitting if table else "")) or list(_heads(chart, table)):
        yield from wrong
        return
    choice = chart.choice(table) if table else None
    if choice is not None and (wrong := list(choice.problems())):
        yield from wrong
        return
    rows = cells_of(choice.kept()) if choice is not None else rows
    wrong = [problem for row in rows for problem in _cell_problems(chart, row, briefing)]
    wrong = wrong or list(_others_problems(chart, briefing))
    yield from wrong
    keys = set[str]() if wrong else {key for figure in chart.figures(briefing) for key in figure.keys}
    for name in (*chart.highlight, *(name for _, names in chart.own("names") for name in names)):
        if keys and name not in keys:
            unknown = msg("no row of {file} is called '{name}'", file=chart.data, name=name)
            yield rules.NOT_SHOWN.broken(name, unknown, did_you_mean(name, keys))


def _others_problems(chart: ChartEntry, briefing: Briefing) -> Iterator[Problem]:
    """A mark of all others that is no sum: growth and rates do not add up, shares do where the kind shows a whole."""
    others = chart.rows.others if chart.rows is not None else None
    if others is None:
        return
    figures = list(chart.figures(briefing))
    if any(isinstance(figure.name, Period) for figure in figures):
        message = msg("rows that stand at times are not told as one")
        yield OTHERS.broken(others.place, message, msg("leave out others:"))
        return
    for figure in figures:
        whole = isinstance(figure.quantity, LEVELS) or (CHARTS[chart.kind].shares and figure.quantity is not None)
        if figure.name is others and not whole:
            hint = msg("leave out others:, or the cells that are empty")
            yield OTHERS.broken(others.place, msg("the rows that are left out do not add up"), hint)
            return


def _missing_columns(chart: ChartEntry, first: DataRow, fitting: str) -> Iterator[Problem]:
    assert chart.x is not None
    events = CHARTS[chart.kind].events
    wanted: list[Scalar] = [] if row_names(first, chart.x) and not events else [chart.x]
    for column in chart.columns():
        words = events and row_names(first, column.y) is not None
        wanted += [one for one in (column.y, column.low) if one is not None and not words]
    for column in wanted:
        if column not in first:
            missing = msg("{file} has no column '{column}'", file=chart.data, column=column)
            yield rules.NO_COLUMN.broken(column, missing, column_hint(column, first, fitting))


def _heads(chart: ChartEntry, table: DataTable | None) -> Iterator[Problem]:
    """Heads that tell another unit than the chart's: 万元 for 亿元 would draw ten thousand times too much."""
    from reportgen.content.data.figure import CellError, check_head  # here, since most charts are of facts

    for column in chart.columns() if table and not CHARTS[chart.kind].events else ():
        for head in (column.y, column.low):
            try:
                check_head(str(head or ""), column.unit, lambda printed: read_cell(printed, ""))
            except CellError as error:
                place = table.heads.get(str(head), column.y.place) if table else column.y.place
                yield error.rule.broken(place, error.message, error.hint)


def _cell_problems(chart: ChartEntry, row: DataRow, briefing: Briefing) -> Iterator[Problem]:
    events = CHARTS[chart.kind].events
    if faults := list(_faults(chart, row)):
        yield from faults
        return
    for column in chart.columns() if not events else ():
        if problem := _reckoned(row[column.y]):
            yield problem
            continue
        try:
            read_cells(row, column)
        except FigureError as error:
            yield _unreadable(row, column, error)
    if (status := row.get("status")) and status not in (*STATUSES, "final"):
        hint = msg("write {statuses}, or leave it empty", statuses=listing(STATUSES, "unit"))
        yield rules.STATUS.broken(status, msg("'{status}' is no status", status=status), hint)
    x, gazetteer = str(chart.x), CHARTS[chart.kind].gazetteer
    if row_names(row, x, gazetteer) is None and gazetteer is not None and not events:
        message = msg("no place of this map is called '{name}'", name=row[x])
        yield rules.PLACE.broken(row[x], message, did_you_mean(row[x], gazetteer.names()))
    elif (row_names(row, x) is None and gazetteer is None) or events:
        try:
            read_when(row[x])
        except ValueError as error:
            columns = listing([f"{x}_{language}" for language in briefing.languages])
            hint = msg("{expected}; or name the rows in columns {columns}", expected=EXPECTED, columns=columns)
            yield rules.ROW.broken(row[x], str(error), hint)


def _reckoned(cell: Scalar) -> Problem | None:
    """A figure of a query that reckoning in binary left with digits that nobody asked for."""
    from reportgen.content.data.figure import CellError, check_reckoned

    try:
        return check_reckoned(cell) if isinstance(cell, DataCell) else None
    except CellError as error:
        return error.rule.broken(cell, error.message, msg("cast it to DECIMAL in the query, or round it there"))


def _unreadable(row: DataRow, column: FigureColumn, error: FigureError) -> Problem:
    """A cell that is no figure, or one in another unit than the column's; of a range, the end that it is."""
    from reportgen.content.data.figure import of_another_unit, tells_its_own

    for cell in (row[column.y], row[column.low] if column.low is not None else ""):
        plain = plain_figure(cell)
        own = not plain.endswith(column.unit) and tells_its_own(plain, lambda printed: read_cell(printed, ""))
        if isinstance(cell, Scalar) and column.unit and (own or scaled_twice(cell, column.unit)):
            other = of_another_unit(cell, column.unit)
            return other.rule.broken(cell, other.message, other.hint)
    cell = row[column.y]
    hint = msg("write the number, with its unit in `unit:`; leave the cell empty where none is known")
    if any(letter.isdigit() for letter in cell):
        return rules.CELL.broken(cell, msg("'{cell}' is no figure here: {why}", cell=cell, why=str(error)), hint)
    told = msg("'{text}' is no figure in {unit}", text=str(cell), unit=column.unit)
    return rules.CELL.broken(cell, told if column.unit else msg("'{text}' is no figure", text=str(cell)), hint)


def _faults(chart: ChartEntry, row: DataRow) -> Iterator[Problem]:
    """What is wrong with the cells of the columns that the chart uses: errors, formats that are not followed."""
    x = str(chart.x)
    used = {x, "status", "source", *(f"{x}_{language}" for language in LANGUAGES)}
    for column in chart.columns():
        used |= {str(column.y), str(column.low), *(f"{column.y}_{language}" for language in LANGUAGES)}
    for name, cell in row.items():
        if name in used and isinstance(cell, DataCell) and cell.fault:
            yield cell.fault


# ---- the drawing -----------------------------------------------------------------------------


def _drawing_problems(chart: ChartEntry, briefing: Briefing) -> Iterator[Problem]:
    kind = CHARTS[chart.kind]
    for group in _sharing(chart.drawn(briefing), kind):
        counted = list(dict.fromkeys(dimension(figure.quantity) for figure in group if figure.quantity))
        if len(counted) > 1:
            unlike = msg(
                "one axis cannot hold figures that count in different things ({things})",
                things=listing(counted, "unit"),
            )
            yield rules.AXIS.broken(chart.id, unlike, msg("split the chart, or show them as cards"))
            return
    if briefing.translated:
        spec = chart.spec(Voice(briefing, briefing.translated))
        yield from (rules.KIND.broken(chart.id, told) for told in kind.problems(spec))


def _sharing(figures: Sequence[ChartFigure], kind: Kind) -> Iterator[list[ChartFigure]]:
    """The figures that stand on one scale."""
    if kind.scale == "one":
        yield list(figures)
    elif kind.scale in ("series", "axis"):
        for series in sorted({figure.series for figure in figures}):
            yield [figure for figure in figures if figure.series == series]
