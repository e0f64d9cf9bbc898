"""A table of data as an element: heads with units, lines with their sums, and a note on its signs and sums."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.blocks.base import Captioned
from reportgen.blocks.column_layout import ColumnLayout
from reportgen.blocks.data_table.cells import MISSING, NIL, ColumnCells, Held
from reportgen.blocks.data_table.lines import HEAD, SUBTOTAL, TOTAL, TableLine
from reportgen.blocks.data_table.reading import ReadTable
from reportgen.blocks.data_table.sparks import spark_phrase
from reportgen.blocks.marks import STATUSES
from reportgen.blocks.sums import sum_of
from reportgen.content.source import Scalar
from reportgen.document import Align, Column, Line, Phrase, Run, Table, Words
from reportgen.languages import SIGNS, fill, listed, say
from reportgen.numbers import display
from reportgen.voice import Voice, phrase_of

MANY = 4
"""So many columns of one unit tell it once."""


def said_table(block: Captioned, table: ReadTable, voice: Voice, *, wide: bool) -> Table:
    """The table in the voice's languages."""
    lines = table.printed
    rows = tuple(tuple(_row(table, line, number, voice)) for number, line in enumerate(lines))
    facts = tuple(held.fact for line in lines for held in line.cells if held.fact is not None)
    noted = tuple({fact.note: fact for fact in facts if fact.note is not None}.values())
    kept = [row for group in table.lines.groups for row in group.all]
    more = tuple(str(cell) for row in kept if isinstance(cell := row.get("source"), Scalar) and cell)
    return Table(
        block.caption(voice),
        tuple(_columns(table, voice)),
        rows,
        voice.notes(
            note=block.note,
            facts=(*noted, *voice.printed(block.title)),
            sources=block.cited(facts, more),
            more=("rounding",) if _rounded(table) else (),
            said=tuple(_sentences(table, voice)),
        ),
        frozenset(number for number, line in enumerate(lines) if line.role == TOTAL),
        wide=wide,
        heads=frozenset(number for number, line in enumerate(lines) if line.role == HEAD),
        subtotals=frozenset(number for number, line in enumerate(lines) if line.role == SUBTOTAL),
    )


# ---- heads and cells ---------------------------------------------------------------------------


def _columns(table: ReadTable, voice: Voice) -> Iterator[Column]:
    """The heads, each with its unit; one that many columns share is told once, under the head of the first."""
    units = [_unit(layout, voice) for layout in table.layouts]
    figures = [unit for column, unit in zip(table.columns, units, strict=True) if column.holds == "figures"]
    first = table.columns[0].holds in ("words", "times")
    once = figures[0] if first and len(figures) >= MANY and len(set(figures)) == 1 else ()
    for index, (column, unit) in enumerate(zip(table.columns, units, strict=True)):
        typed = column.column
        align = Align(typed.align) if typed.align else Align.RIGHT if column.holds == "figures" else Align.LEFT
        title = phrase_of(voice.label(column.what)) if typed.title is None and column.what is not None else ()
        title = voice.title(typed.title) if typed.title is not None else title
        told = unit if not once else _told_once(once) if not index else ()
        yield Column(title, phrase_of(told), align, voice.title(typed.group) if typed.group else ())


def _unit(layout: ColumnLayout, voice: Voice) -> Words:
    unit = layout.unit
    return tuple((language, voice.unit(unit, language)) for language in voice.languages) if unit is not None else ()


def _told_once(unit: Words) -> Words:
    """A unit that holds for the whole table, as a line that says so."""
    return tuple((language, fill("table-unit", language, unit=label)) for language, label in unit if label)


def _row(table: ReadTable, line: TableLine, number: int, voice: Voice) -> Iterator[Phrase]:
    label = line.cells[table.lines.label]
    for index, (column, layout, held) in enumerate(zip(table.columns, table.layouts, line.cells, strict=True)):
        if held.course and column.column.spark is not None:
            told = voice.label(label.words) if label.words is not None else ()
            name = f"{table.typed.id}-spark-{number}-{index}"
            yield spark_phrase(name, told, column.column.spark.columns, held.course, voice) or _sign(MISSING, voice)
        else:
            yield _cell(held, layout, voice)


def _cell(held: Held, layout: ColumnLayout, voice: Voice) -> Phrase:
    if held.words is not None:
        return phrase_of(voice.label(held.words))
    if held.quantity is None:
        return _sign(held.sign, voice) if held.sign else ()
    figure = layout.rounded(held.quantity)
    options = {"unit": layout.unit} if layout.unit is not None else {"form": "table", "capital": True}
    sign, fact = SIGNS.get(held.status, ""), held.fact.name if held.fact is not None else ""
    return tuple(
        Line(language, (Run(text + sign, fact=fact, form="table" if fact else ""),))
        for language, text in voice.quantity(figure, **options)
    )


def _sign(sign: str, voice: Voice) -> Phrase:
    return phrase_of(voice.product(f"{sign}-sign"))


# ---- notes -------------------------------------------------------------------------------------


def _sentences(table: ReadTable, voice: Voice) -> Iterator[Words]:
    """What the signs of the table mean, and what of it was computed."""
    held = [cell for line in table.printed for cell in line.cells]
    signs = [f"{status}-sign" for status in STATUSES if any(cell.status == status for cell in held)]
    blank = [
        *(cell.sign for cell in held),
        *(MISSING for cell in held if cell.course and not any(c.quantity for c in cell.course)),
    ]
    signs += [f"{sign}-note" for sign in (MISSING, NIL) if sign in blank]
    if signs:
        yield tuple(
            (language, fill("signs", language, signs=listed([say(sign, language) for sign in signs], language)))
            for language in voice.languages
        )
    computed = [line for line in table.printed if line.computed]
    if computed:
        yield tuple((language, _summed(table, computed, voice, language)) for language in voice.languages)


def _summed(table: ReadTable, computed: Sequence[TableLine], voice: Voice, language: str) -> str:
    """Which rows were computed here, and how where they are no sums."""
    names = dict.fromkeys(
        say("groups", language) if line.role == HEAD else words[language]
        for line in computed
        if (words := line.cells[table.lines.label].words) is not None
    )
    told = fill("summed-up", language, what=say("names-gap", language).join(names))
    gap = say("sentence-gap", language)
    titles = {column.name: _title(column, voice, language) for column in table.columns}
    for column, how in zip(table.columns, table.lines.hows, strict=True):
        if how.kind == "weighted":
            weight = titles.get(str(how.weight), "")
            key = "weighted-by" if weight else "weighted"
            told += gap + fill(key, language, what=_title(column, voice, language), weight=weight)
    return told


def _title(column: ColumnCells, voice: Voice, language: str) -> str:
    if column.column.title is not None:
        return dict(voice.plain(voice.phrase(column.column.title)))[language]
    return column.what[language] if column.what is not None else ""


# ---- rounding ----------------------------------------------------------------------------------


def _rounded(table: ReadTable) -> bool:
    """Whether a printed total is not what its printed parts come to, which only rounding can explain here."""
    return any(
        _differs(table, index)
        for index, how in enumerate(table.lines.hows)
        if how.kind == "sum" and table.columns[index].holds == "figures"
    )


def _differs(table: ReadTable, index: int) -> bool:
    whole = all(not group.rest for group in table.lines.groups) or table.typed.rows.others is not None
    every: list[Decimal] = []
    group: list[Decimal] = []
    head: Decimal | None = None
    for line in (*table.printed, TableLine(HEAD, ())):
        value = _printed(table, line, index) if line.cells else None
        match line.role:
            case "head":
                if head is not None and whole and head != sum_of(group):
                    return True
                head, group = value, []
            case "subtotal":
                if value is not None and whole and value != sum_of(group):
                    return True
            case "total":
                if value is not None and whole and value != sum_of(every):
                    return True
            case _:
                if value is not None:
                    every.append(value)
                    group.append(value)
    return False


def _printed(table: ReadTable, line: TableLine, index: int) -> Decimal | None:
    quantity = line.cells[index].quantity
    if quantity is None:
        return None
    value = display(table.layouts[index].rounded(quantity))
    return value if isinstance(value, Decimal) else None
