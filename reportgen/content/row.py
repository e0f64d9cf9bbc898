"""A row of a batch in typed content: its words put in for `{row:name}`, and what `if:` leaves out taken out.

It is done to the values that an author typed, before a model sees them, so every field may hold words of a row. Facts
from a row are facts.py's. What an `if:` asks stands in condition.py.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from reportgen.content.condition import holds
from reportgen.content.filled import Filled
from reportgen.content.source import Entries, Items, Scalar, Value
from reportgen.languages import LANGUAGES
from reportgen.messages import msg
from reportgen.numbers.model.pattern import Pattern
from reportgen.problems import Evidence, Problem, Rule, did_you_mean

if TYPE_CHECKING:
    from reportgen.content.data.table import Row

BATCH = "batch"
"""The part of briefing.yaml that is for a batch alone: without one its words of a row stand for nothing."""

BRIEFING, FACTS, SECTIONS = "briefing.yaml", "facts.yaml", "sections/"
_CONDITION = "if"
_START = "{row:"
_WORDS = Pattern(r"(?<!\{)\{row:([^{}\n]*)\}")

ALONE = Rule(
    "row/alone",
    msg("Words of a row, and what a row leaves out, stand in content that is built for a row of a table."),
    file="sections/one.yaml",
    slip='- text: {zh: "{row:name}", en: "{row:name}"}',
    mend="- text: {zh: 苏州, en: Suzhou}",
)
NO_COLUMN = Rule(
    "row/no-column",
    msg("Words of a row name a column of its table; name is also name_zh and name_en, each in its language."),
    slip=msg("{{row:nam}} where the table has a column name"),
    mend=msg("{{row:name}}"),
)
EMPTY = Rule(
    "row/empty",
    msg("A cell whose words are printed says something."),
    slip=msg("{{row:name}} where the cell of the row is empty"),
    mend=msg("the cell filled in, or an if: that leaves the text out"),
)
RESERVED = Rule(
    "row/reserved",
    msg("No fact is called row: {{row:name}} is a word of a batch's row."),
    file="facts.yaml",
    slip="row: {is: 同比增长7.1%, what: {zh: 增速, en: growth}, when: 2025-Q1, source: paper}",
    mend="growth: {is: 同比增长7.1%, what: {zh: 增速, en: growth}, when: 2025-Q1, source: paper}",
)
RULES = (ALONE, NO_COLUMN, EMPTY, RESERVED)


def of_row(value: Value, row: Row | None, name: str) -> tuple[Value | None, list[Problem]]:
    """The content of a file as it is for a row, None where the row leaves all of it out; and what is wrong with that.

    What no word of the row and no condition stands in is the same object as before. Without a row there is nothing to
    put in: that content asks for one is then a problem, told once a file.
    """
    problems = (
        [_reserved(key) for key in value if str(key) == "row"] if name == FACTS and isinstance(value, Entries) else []
    )
    if row is None:
        asked = next(_asked(value, name), None)
        return (value, problems) if asked is None else (None, [*problems, _alone(asked)])
    filling = _Filling(row)
    made = filling.file(value, name)
    return made, [*problems, *filling.problems]


def _reserved(name: Scalar) -> Problem:
    message = msg("no fact is called '{name}': {{{{row:…}}}} is a word of a row", name=name)
    return RESERVED.broken(name, message, msg("give it a name that says what it is"))


def words_in(text: Scalar, row: Row, language: str | None) -> tuple[Scalar, list[Problem]]:
    """A text with the words of a row put in, in a language, or as they stand in the column that is named."""
    filling = _Filling(row)
    return filling.words(text, language), filling.problems


# ---- with a row ------------------------------------------------------------------------------------


class _Filling:
    """One file being filled for one row."""

    def __init__(self, row: Row) -> None:
        self.row = row
        self.problems: list[Problem] = []

    def file(self, value: Value, name: str) -> Value | None:
        """The content of a file, by what of it may be left out: a section as a whole, facts, items of lists."""
        if isinstance(value, Entries) and name.startswith(SECTIONS):
            return self._kept(value)
        if isinstance(value, Entries) and name == FACTS:
            facts = {key: kept for key, typed in value.items() if (kept := self._kept(typed)) is not None}
            return _rebuilt(value, facts)
        return self.value(value, None)

    def _kept(self, value: Value, language: str | None = None) -> Value | None:
        """The value less its condition; None where that does not hold."""
        if isinstance(value, Entries) and _CONDITION in value:
            asked, wrong = holds(value[_CONDITION], self.row)
            self.problems += wrong
            if not asked:
                return None
            value = _rebuilt(value, {key: inner for key, inner in value.items() if key != _CONDITION})
        return self.value(value, language)

    def value(self, value: Value, language: str | None) -> Value:
        """The value with the row's words in it; `language` is that of the words, where they stand in one."""
        match value:
            case Scalar():
                return self._scalar(value, language) if _START in value else value
            case Items():
                items = [kept for item in value if (kept := self._kept(item, language)) is not None]
                if len(items) == len(value) and all(map(_same, items, value)):
                    return value
                made = Items(items)
                made.place, made.end, made.of_row = value.place, value.end, True
                return made
            case Entries():
                return _rebuilt(
                    value,
                    {
                        key: self.value(inner, str(key) if key in LANGUAGES else language)
                        for key, inner in value.items()
                    },
                )

    def _scalar(self, text: Scalar, language: str | None) -> Value:
        if language is not None or not (shared := self._in_languages(text)):
            return self.words(text, language)
        made = Entries({Scalar.at(each, text.place): self.words(text, each) for each in shared})
        made.place, made.end, made.of_row = text.place, text.end, True
        return made

    def _in_languages(self, text: Scalar) -> tuple[str, ...]:
        """The languages of a text that stands in none, where it names what the table has by language only."""
        named = [found[1] for found in _WORDS.finditer(text)]
        if not any(
            name not in self.row and f"{name}_{language}" in self.row for name in named for language in LANGUAGES
        ):
            return ()
        return tuple(
            language
            for language in LANGUAGES
            if all(name in self.row or f"{name}_{language}" in self.row for name in named)
        )

    def words(self, text: Scalar, language: str | None) -> Scalar:
        """The text with the row's words; what asks for some that cannot be had stays."""
        parts: list[tuple[str, bool]] = []
        end = 0
        for found in _WORDS.finditer(text):
            cell = self._cell(found[1], text, language)
            parts += [(text[end : found.start()], False), (cell or found[0], True)]
            end = found.end()
        return Filled.of(text, [*parts, (text[end:], False)]) if parts else text

    def _cell(self, name: str, text: Scalar, language: str | None) -> str | None:
        cell = self.row.get(f"{name}_{language}", self.row.get(name))
        if cell is None:
            told = sorted(_names(self.row))
            message = msg("the table has no column '{column}'", column=name)
            self.problems.append(NO_COLUMN.broken(text, message, did_you_mean(name, told)))
        elif cell.fault:
            self.problems.append(cell.fault)
        elif not cell:
            message = msg("this cell is empty, and '{text}' prints it", text=_START + name + "}")
            hint = msg("fill it in, or leave the text out with if: {column}", column=name)
            self.problems.append(EMPTY.broken(cell.place, message, hint, evidence=[_asking(text)]))
        return cell


def _asking(text: Scalar) -> Evidence:
    return Evidence(msg("printed here"), str(text), text.place)


def _names(row: Iterable[str]) -> set[str]:
    """What content may call the columns."""
    ends = tuple(f"_{language}" for language in LANGUAGES)
    columns = set(row)
    return columns | {column.removesuffix(end) for column in columns for end in ends if column.endswith(end)}


def _same(one: object, other: object) -> bool:
    return one is other


def _rebuilt(value: Entries, entries: Mapping[Scalar, Value]) -> Entries:
    """The mapping with other entries; the same one where they are the same."""
    if len(entries) == len(value) and all(entries[key] is inner for key, inner in value.items()):
        return value
    made = Entries(entries)
    made.place, made.end, made.of_row = value.place, value.end, True
    return made


# ---- without a row ----------------------------------------------------------------------------------


def _alone(asked: Scalar) -> Problem:
    hint = msg("name its table: batch CONTENT --table zones.csv, or build CONTENT --table zones.csv --row KEY")
    return ALONE.broken(asked, msg("this is for a row of a table, and there is none"), hint)


def _asked(value: Value, name: str) -> Iterator[Scalar]:
    """Where a file asks for a row."""
    inside: Collection[Value] = (value,)
    if isinstance(value, Entries):
        if name == FACTS:
            yield from (key for typed in value.values() for key in _conditions(typed))
        elif name.startswith(SECTIONS):
            yield from _conditions(value)
        elif name == BRIEFING:
            inside = [inner for key, inner in value.items() if key != BATCH]
    for each in inside:
        yield from _asked_inside(each)


def _asked_inside(value: Value) -> Iterator[Scalar]:
    match value:
        case Scalar():
            if _START in value and _WORDS.search(value):
                yield value
        case Items():
            for item in value:
                yield from _conditions(item)
                yield from _asked_inside(item)
        case Entries():
            for inner in value.values():
                yield from _asked_inside(inner)


def _conditions(value: Value) -> Iterator[Scalar]:
    if isinstance(value, Entries):
        yield from (key for key in value if str(key) == _CONDITION)
