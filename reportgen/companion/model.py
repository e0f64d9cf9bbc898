"""Sheets in words and numbers: what each holds, before a workbook is written of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field

from reportgen.document import Words
from reportgen.languages import LANGUAGES, say
from reportgen.numbers.writing.spreadsheet import SheetNumber
from reportgen.records import record


@record
class SheetLink:
    """A cell that leads to another sheet, or to an address on the web."""

    text: str
    sheet: str = ""
    url: str = ""


Cell = str | SheetNumber | SheetLink
"""What stands in a cell; an empty text is a cell that has nothing to say."""


@record
class SheetColumn:
    """A column: its head, and the language of its words; empty where it says the same in all languages."""

    head: str
    language: str = ""


@record
class Sheet:
    """A sheet: its titles, lines that tell of its table, and the table.

    `name` is what other sheets and formulas call it: ASCII without blanks, in every language alike. A sheet without
    columns, such as the cover, has lines alone.
    """

    name: str
    titles: Words
    lines: tuple[Words, ...] = ()
    columns: tuple[SheetColumn, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    totals: frozenset[int] = field(default=frozenset())


ABSENT = "[x]"
"""No figure is available. The signs in brackets are those of the UK's guidance on statistics in spreadsheets."""
NOT_APPLICABLE = "[z]"
"""There can be no figure here."""


def together(parts: Iterable[str]) -> str:
    """What a head says in several languages, each wording once."""
    return " / ".join(dict.fromkeys(filter(None, parts)))


def in_all(key: str, languages: Sequence[str]) -> str:
    """The product's word in all languages at once."""
    return together(say(key, language) for language in languages)


def words(key: str, languages: Sequence[str], **values: str) -> Words:
    """The product's sentence in each language."""
    return tuple((language, say(key, language).format(**values)) for language in languages)


def spread(heads: Mapping[str, str], cells: Mapping[str, Sequence[Cell]]) -> list[tuple[SheetColumn, Sequence[Cell]]]:
    """A column a language; one for all where they say the same."""
    columns = list(cells.values())
    if all(column == columns[0] for column in columns[1:]):
        alone = next(iter(cells)) if len(cells) == 1 else ""
        return [(SheetColumn(together(heads.values()), alone), columns[0])]
    return [(SheetColumn(heads[language], language), column) for language, column in cells.items()]


def table_of(
    columns: Sequence[tuple[SheetColumn, Sequence[Cell]]],
) -> tuple[tuple[SheetColumn, ...], tuple[tuple[Cell, ...], ...]]:
    """Columns beside each other as a head and rows; no two heads are alike, and no cell is blank."""
    seen: dict[str, int] = {}
    heads: list[SheetColumn] = []
    for column, _ in columns:
        head = column.head or "–"
        seen[head.casefold()] = count = seen.get(head.casefold(), 0) + 1
        heads.append(SheetColumn(f"{head} ({count})" if count > 1 else head, column.language))
    rows = zip(*(cells for _, cells in columns), strict=True)
    return tuple(heads), tuple(tuple(cell or ABSENT for cell in row) for row in rows)


def is_wide(language: str) -> bool:
    """Whether a language's words are set in an East Asian font."""
    return language in LANGUAGES and LANGUAGES[language].wide
