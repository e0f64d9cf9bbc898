"""Which language each passage of a text is in, and which of two languages a figure without words belongs to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from reportgen.comparison.sentences import ADDRESS, ENGLISH_PER_CHINESE, figure_key
from reportgen.numbers import find
from reportgen.passages import Cell, Passage

COMPARED = ("zh", "en")
"""The languages told apart here: those whose texts can be compared."""

_HAN = re.compile("[\u3400-\u9fff]")
_LATIN = re.compile("[A-Za-z]")
_COUNTED = re.compile(r"([0-9][0-9,.]*)\s?[\u3400-\u9fff]{1,2}(?<![万亿千百十元年月日])")
_LED_BY_FIGURE = re.compile(r"[^·]*\d[^·]* · ")
_BREAK = re.compile(r"[\n\t]+")
_TWO_ON_A_LINE = re.compile(r"([\u3400-\u9fff][^A-Za-z\s]*)\s+([A-Z][^\u3400-\u9fff]*)$")  # 关键数字 Key figures
_STROKE = re.compile(r"\s+[/|]\s+|(?<=[\u3400-\u9fff])\s*[/|]\s*(?=[A-Z][A-Za-z]+ [a-z])")  # 亿元/RMB billion


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of a passage in one language, or in none: figures without a word."""

    passage: Passage
    language: str

    @property
    def at(self) -> tuple[int, int, int] | str:
        """The cell it stands in, or its place outside of tables."""
        cell = self.passage.cell
        return (cell.table, cell.row, cell.first) if cell else self.passage.place


def by_language(passages: Iterable[Passage]) -> dict[str, tuple[Passage, ...]]:
    """The passages of each language, in order. A passage of several lines in two languages is parted by lines.

    Figures without a word (19.3) are in the language of the cell, column, table or part of the text that they stand in,
    and in both where that speaks both, unless they are the English of what stands before them (1988年, 1988).
    """
    parts = [part for passage in passages for part in _parts(passage)]
    places = _Places(parts)
    parted: dict[str, list[Passage]] = {language: [] for language in COMPARED}
    for _, each in groupby(enumerate(parts), key=lambda entry: entry[1].at):
        group = list(each)
        for order, (index, part) in enumerate(group):
            around = [beside for _, beside in group]
            for side in (part.language,) if part.language else places.of(index, order, around):
                parted[side].append(part.passage)
            if not order and (number := _number_of_both(group[0][1], around)):
                parted["en"].append(number)
    return {language: tuple(found) for language, found in parted.items()}


def _number_of_both(part: _Part, around: Sequence[_Part]) -> Passage | None:
    """The number of a key figure that is told once for both labels under it: 178家, 国家高新区数量, Number of zones."""
    counted = _COUNTED.fullmatch(part.passage.text)
    others = around[1:]
    english = [each.passage.text for each in others if each.language == "en"]
    if not (counted and part.passage.cell and english and any(each.language == "zh" for each in others)):
        return None
    if any(not each.language for each in others) or any(_LED_BY_FIGURE.match(text) for text in english):
        return None
    return stretch_of(part.passage, 0, counted.end(1))


def leaning(passages: Iterable[Passage]) -> str:
    """The language that passages hold more of; none for none."""
    return language_of("\n".join(passage.text for passage in passages))


def language_of(text: str) -> str:
    """The language of a text by its script: a few Chinese characters weigh more than many letters; none for none."""
    words = ADDRESS.sub("", text)
    han, latin = len(_HAN.findall(words)), len(_LATIN.findall(words))
    return "" if not han + latin else "zh" if han * ENGLISH_PER_CHINESE >= latin else "en"


def _parts(passage: Passage) -> Iterator[_Part]:
    """The passage whole where its lines are in one language, else line by line; bare lines of a cell each alone."""
    lines = [
        (line, language_of(line.text))
        for start, end in _line_spans(passage.text)
        if any(map(str.isalnum, (line := stretch_of(passage, start, end)).text))
    ]
    if not lines and passage.cell and passage.text.strip() in ("%", "％", "‰"):
        lines = [(stretch_of(passage, 0, len(passage.text)), "")]
    spoken = {language for _, language in lines if language}
    if len(spoken) > 1 or (passage.cell and not spoken):
        yield from (_Part(line, language) for line, language in lines)
    elif lines:
        first, last = lines[0][0], lines[-1][0]
        end = last.shift - passage.shift + len(last.text)
        whole = stretch_of(passage, first.shift - passage.shift, end)
        yield _Part(replace(whole, text=whole.text.replace("\t", "\n")), next(iter(spoken), ""))


def stretch_of(passage: Passage, start: int, end: int | None = None) -> Passage:
    """A part of a passage without the space around it, which still knows where it stood."""
    text = passage.text[start:end]
    lead = len(text) - len(text.lstrip())
    return replace(passage, text=text.strip(), shift=passage.shift + start + lead)


def _line_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where the lines of a passage stand, those that say the same in two languages in two: 关键数字 Key figures."""
    at = 0
    for line in _BREAK.split(text):
        start = text.index(line, at)
        at = start + len(line)
        middle = next(_in_two(line), None)
        if middle is None:
            yield start, at
        else:
            yield start, start + middle[0]
            yield start + middle[1], at


def _in_two(line: str) -> Iterator[tuple[int, int]]:
    """Where a line that says the same in two languages ends in one and goes on in the other: 亿元 / RMB billion."""
    for stroke in _STROKE.finditer(line):
        if {language_of(line[: stroke.start()]), language_of(line[stroke.end() :])} == set(COMPARED):
            yield stroke.span()
    if both := _TWO_ON_A_LINE.search(line):
        yield both.end(1), both.start(2)


_NEAR = 8
"""How many paragraphs on each side of a place tell what the text speaks there."""


class _Places:
    """What the places in a text speak: cells, columns, tables, and the stretches between."""

    def __init__(self, parts: Sequence[_Part]) -> None:
        self.parts = parts
        self.tables: defaultdict[int, list[int]] = defaultdict(list)
        for index, part in enumerate(parts):
            if part.passage.cell:
                self.tables[part.passage.cell.table].append(index)
        self.speaking = [index for index, part in enumerate(parts) if part.language and not part.passage.cell]
        self.shapes = {table: self._shape(table) for table in self.tables}
        self.spoken = {table: self._spoken(table) for table in self.tables}

    def of(self, index: int, order: int, around: Sequence[_Part]) -> Sequence[str]:
        """The languages of a part without words, the one at `order` of its cell: what its place speaks, else both."""
        part = self.parts[index]
        if (cell := part.passage.cell) is None:
            before = self.parts[index - 1] if index else None
            return self._stretch(index, index) or (_ENGLISH if before and _says(before, part) else COMPARED)
        match self.spoken[cell.table]:
            case "cells":
                return self._only(cell.table, around) or _in_cell(order, around)
            case "columns":
                return self._column(cell) or COMPARED
            case language:
                return (language,)

    def _spoken(self, table: int) -> str:
        """A table's language; `cells` where its cells hold both or nobody knows, `columns` where each has its own."""
        held: defaultdict[object, set[str]] = defaultdict(set)
        columns: defaultdict[int, set[str]] = defaultdict(set)
        for part in (self.parts[index] for index in self.tables[table]):
            if part.language and (cell := part.passage.cell):
                held[part.at].add(part.language)
                columns[cell.first].add(part.language)
        own = self._own(table)
        if 4 * sum(len(each) > 1 for each in held.values()) >= max(1, len(held)):
            return "cells"
        stretch = self._stretch(self.tables[table][0], self.tables[table][-1])
        if stretch:
            return own if own in stretch else stretch[0]
        counterpart = any(
            shape == self.shapes[table] and self._own(other) not in ("", own)
            for other, shape in self.shapes.items()
            if other != table
        )
        if own and counterpart:
            return own
        languages = {language for each in held.values() for language in each}
        return "columns" if len(languages) > 1 and all(len(each) == 1 for each in columns.values()) else "cells"

    def _own(self, table: int) -> str:
        """The language of a table's words: Chinese where it has any, for names stay in their own letters."""
        spoken = {self.parts[index].language for index in self.tables[table]}
        return next((language for language in COMPARED if language in spoken), "")

    def _shape(self, table: int) -> tuple[int, int]:
        cells = [cell for index in self.tables[table] if (cell := self.parts[index].passage.cell)]
        return max(cell.row for cell in cells), max(cell.last for cell in cells)

    def _only(self, table: int, around: Sequence[_Part]) -> tuple[str, ...]:
        """The language of a cell with words where its table speaks no other: a card whose like stands elsewhere."""
        spoken = {self.parts[index].language for index in self.tables[table]} - {""}
        return tuple(spoken) if len(spoken) == 1 and any(part.language for part in around) else ()

    def _column(self, cell: Cell) -> tuple[str, ...]:
        """The one language of a column's words; none where it has none or two."""
        spoken = {
            part.language
            for part in (self.parts[index] for index in self.tables[cell.table])
            if part.language and part.passage.cell and part.passage.cell.first == cell.first
        }
        return tuple(spoken) if len(spoken) == 1 else ()

    def _stretch(self, first: int, last: int) -> tuple[str, ...]:
        """The languages before and after a place, where each stretch is in one: one language set after the other."""
        start, stop = bisect_left(self.speaking, first), bisect_right(self.speaking, last)
        stretches = self.speaking[max(0, start - _NEAR) : start], self.speaking[stop : stop + _NEAR]
        told: list[str] = []
        for stretch in stretches:
            if len(stretch) < 2:
                continue
            language, most = Counter(self.parts[index].language for index in stretch).most_common(1)[0]
            if 8 * most < 7 * len(stretch):
                return ()
            told.append(language)
        return tuple(told)


_ENGLISH = ("en",)


def _in_cell(order: int, around: Sequence[_Part]) -> Sequence[str]:
    """The languages of a figure in a cell of both: 18.2 and 1.82 are one each, 1,108 is the English of 1108家."""
    first = last = order
    while first and not around[first - 1].language:
        first -= 1
    while last + 1 < len(around) and not around[last + 1].language:
        last += 1
    if last - first == 1:
        return (COMPARED[order - first],)
    before = around[first - 1] if first else None
    after = around[last + 1] if last + 1 < len(around) else None
    if before and before.language == "zh" and first == last:
        told = any(map(str.isdigit, before.passage.text)) and (after is None or after.language == "zh")
        if told or _says(before, around[order]):
            return _ENGLISH
    return COMPARED


def _says(before: _Part, part: _Part) -> bool:
    """Whether a Chinese part says the figures of the bare one after it: 1988年 and 1988, 1286.4万 and 12,864,000."""
    if before.language != "zh" or before.passage.text == part.passage.text:
        return False
    figures = {figure_key(found) for found in find(part.passage.text, "en")}
    chinese = find(before.passage.text, "zh")
    return part.passage.text in before.passage.text or (bool(figures) and figures <= set(map(figure_key, chinese)))
