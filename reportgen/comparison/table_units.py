"""The units that heads give to the bare figures of a table: 18.2 under 亿元 is 18.2亿元.

A unit stands in the head of a column, in the head of a row, or above the whole table. What a unit is, the number engine
says: whatever it reads behind a figure. Not here: which language a cell is in (passages.py).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache

from reportgen.comparison.unit_words import marked, told_unit
from reportgen.messages import msg
from reportgen.numbers import find
from reportgen.passages import Cell, Passage

_BARE = re.compile(
    r"[*†‡]?(?P<before>\D{0,14}?)(?:(?P<sign>[-−–+])\s?)?"
    r"(?P<number>\d[\d,，\u00a0\u202f]*(?:\.\d+)?(?P<to>\s?[-–—~～至]\s?\d[\d,]*(?:\.\d+)?)?)\s?(?P<mark>[*†‡]*)"
)
_BELOW_ZERO = re.compile(r"[(（]\s*(\d[\d,]*(?:\.\d+)?)\s*([%％]?)\s*[)）](\s*[%％])?")  # as accountants put it
_ROUND = re.compile(r"[零〇一二两三四五六七八九十余多数几来]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BRACKETS = re.compile(r"\s*[（(\[]([^（）()\[\]]+)[)）\]](?=\s*[*†‡]*$)")
_UNIT_COLUMN = re.compile(r"(?:计量)?单位|units?(?: of measure(?:ment)?)?", re.IGNORECASE)
_CAPTION = re.compile(r"表\s?\d|Table\s\d", re.IGNORECASE)
_LONGEST_TITLE = 60
_SENTENCE = re.compile(r"[。！？；.!?;]\s*$")
_PERCENT_TAIL = re.compile(r"(?:(?<=[\u3400-\u9fff])|\s)([%％‰])$")
_TAIL = re.compile(r"\s*(?:[，,]\s+|[，/／])\s*(?P<unit>[^，,/／]+)$")
_PER = re.compile(r"[/／每]|\bper\b")
_NOUN = re.compile(r"[^\W\d]{1,6}|(?: [A-Za-z-]+){1,3}")
_CURRENCY = re.compile(r"(?P<code>[A-Z]{0,3}[$€£¥]|[A-Z]{3}(?![A-Za-z]))\s*(?P<rest>.*)")
_TIMES = re.compile(r"(?P<times>1(?:[\s,]?0)+|['’]0{3}s?)(?![\d.])\s*(?P<rest>.*)")
_SIGNS = {"$": "USD", "US$": "USD", "HK$": "HKD", "€": "EUR", "£": "GBP", "¥": "RMB"}
_NUMBER = re.compile(r"\d[\d,，\u00a0\u202f]*(?:\.\d+)?")
_TRIED = "7.3"
_ABOVE = 4
"""How many paragraphs above a table may tell its unit: a caption and a line for each language."""


def with_units(passages: Sequence[Passage], language: str) -> tuple[Passage, ...]:
    """The passages of one language, bare figures in tables with the unit that holds for them, heads without theirs.

    What was printed stays in `bare`. A head that is nothing but a unit is left out: it is no figure.
    """
    tables: defaultdict[int, list[int]] = defaultdict(list)
    for index, passage in enumerate(passages):
        if passage.cell:
            tables[passage.cell.table].append(index)
    made: dict[int, Passage | None] = {}
    for indices in tables.values():
        made |= _Table(passages, indices, language).read()
    told = (made.get(index, passage) for index, passage in enumerate(passages))
    return tuple(passage for passage in told if passage is not None)


@dataclass(frozen=True, slots=True)
class _Head:
    """A unit, and the line it stood in without it; `sure` where nothing but a unit can be meant.

    The unit of a ratio, such as tce/RMB 10,000, is empty: no figure is completed with it.
    """

    unit: str
    rest: str
    sure: bool


@dataclass(slots=True)
class _Table:
    """One table being read, row by row: the units of its columns so far, and that of the whole."""

    passages: Sequence[Passage]
    indices: Sequence[int]
    language: str
    columns: dict[int, str] = field(default_factory=dict[int, str])
    unit_columns: set[int] = field(default_factory=set[int])
    whole: str = ""
    made: dict[int, Passage | None] = field(default_factory=dict[int, "Passage | None"])

    def read(self) -> dict[int, Passage | None]:
        """The passages that change, by their place in the text; None for one that is left out."""
        self._above()
        rows: defaultdict[int, list[tuple[int, Cell]]] = defaultdict(list)
        for index in self.indices:
            if cell := self.passages[index].cell:
                rows[cell.row].append((index, cell))
        opening = True
        for row in rows.values():
            bare = [text for index, _ in row if _bare(text := self.passages[index].text, self.language)]
            figures = any(not _YEAR.fullmatch(text) for text in bare)
            if row[0][1].head or (not figures and (opening or not bare)):
                self._head(row)
            else:
                opening = False
                self._data(row)
        return self.made

    def _above(self) -> None:
        """The unit told above the table, in its caption or in a line of its own."""
        first = self.indices[0]
        for index in range(first - 1, max(-1, first - 1 - _ABOVE), -1):
            passage = self.passages[index]
            if passage.cell:
                return
            if self._for_all(index) or not (_CAPTION.match(passage.text) or _is_title(passage.text)):
                continue
            head = _unit_in(passage.text.strip(), self.language)
            if head and head.sure and head.unit and not self.whole:
                self.whole = head.unit
                self.made[index] = replace(passage, text=head.rest)

    def _for_all(self, index: int) -> bool:
        """Whether a line says the unit of the whole table: 单位：亿元, In millions of Renminbi."""
        line = self.passages[index].text.strip()
        unit = told_unit(line, self.language)
        if not is_unit(unit, self.language):
            if not _scales(unit, self.language) or not (marked(line) or _small(line)):
                return False
        elif not (marked(line) or _weighty(unit, self.language) or _is_measure(unit, self.language)):
            return False
        self.whole, self.made[index] = self.whole or unit, None
        return True

    def _head(self, row: Sequence[tuple[int, Cell]]) -> None:
        for cell, indices in _cells(row):
            if cell.first == cell.last and any(_UNIT_COLUMN.fullmatch(self.passages[i].text) for i in indices):
                self.unit_columns.add(cell.first)
            elif self._says_all(row, cell, indices) or (cell.first == 0 and self._says_besides(indices)):
                continue
            elif unit := self._take(indices, sure=False):
                self.columns |= dict.fromkeys(cell.columns, unit)

    def _says_all(self, row: Sequence[tuple[int, Cell]], cell: Cell, indices: Sequence[int]) -> bool:
        """Whether a cell of a head tells the unit of the whole table: alone in its row, above the names, or marked."""
        alone = len({each for _, each in row}) == 1
        if (
            not alone
            and cell.first
            and not any(re.search("[单單]位|(?i:unit)", self.passages[i].text) for i in indices)
        ):
            return False
        return all(self._for_all(index) for index in indices)

    def _says_besides(self, indices: Sequence[int]) -> bool:
        """Whether a line beside the name of the first column says the unit of the whole table: 单位：亿元."""
        said = [self._for_all(index) for index in indices if marked(self.passages[index].text.strip())]
        return any(said)

    def _data(self, row: Sequence[tuple[int, Cell]]) -> None:
        unit = ""
        for cell, indices in _cells(row):
            if cell.first == 0:
                unit = self._take(indices, sure=True)
            elif cell.first in self.unit_columns:
                unit = self._take(indices, sure=False) or unit
        for index, cell in row:
            fits = self.columns.get(cell.first, "") or unit or (self.whole if cell.first else "")
            passage = self.passages[index]
            if fits and (text := filled(passage.text, fits, self.language)):
                place = msg("{place}, in {unit}", place=passage.place, unit=fits)
                self.made[index] = replace(passage, place=place, text=text, bare=passage.text)
            elif (text := below_zero(passage.text)) != passage.text:
                self.made[index] = replace(passage, text=text, bare=passage.text)

    def _take(self, indices: Sequence[int], *, sure: bool) -> str:
        """The unit of a head, which is taken out of its passage; empty where it has none, or none that is sure."""
        lines = [(index, line) for index in indices for line in self.passages[index].text.split("\n")]
        figures = [any(found.kind != "date" for found in find(line, self.language)) for _, line in lines]
        for order, (index, line) in reversed(list(enumerate(lines))):
            head = _unit_in(line.strip(), self.language)
            if head is None or (any(figures[:order]) and not head.sure):
                continue
            if head.sure or order or (not sure and _weighty(head.unit, self.language)):
                text = self.passages[index].text.replace(line, head.rest, 1).strip()
                self.made[index] = replace(self.passages[index], text=text) if text else None
                return head.unit
        return ""


def _cells(row: Iterable[tuple[int, Cell]]) -> Iterator[tuple[Cell, list[int]]]:
    """The cells of a row, each with its passages."""
    held: defaultdict[Cell, list[int]] = defaultdict(list)
    for index, cell in row:
        held[cell].append(index)
    yield from held.items()


# ---- units -----------------------------------------------------------------------------


def _is_title(line: str) -> bool:
    """Whether a line may be the title of a table below: short, and no sentence."""
    return len(line) <= _LONGEST_TITLE and "\n" not in line.strip() and _SENTENCE.search(line) is None


def _unit_in(line: str, language: str) -> _Head | None:
    """The unit of a head's line: in brackets, the line itself, or behind a comma or a stroke."""
    unit = told_unit(line, language)
    if unit != line and (is_unit(unit, language) or (marked(line) and _scales(unit, language))):
        return _Head(unit, "", sure=True)
    if bracket := _BRACKETS.search(line):
        unit, named = told_unit(bracket[1], language), line[: bracket.start()] + line[bracket.end() :]
        if is_unit(unit, language) or _scales(unit, language):
            return _Head(unit, named, sure=True)
        return _Head("", named, sure=True) if _PER.search(unit) else None
    if is_unit(line, language) or (_scales(line, language) and _small(line)):  # million people is no unit of the engine
        return _Head(line, "", sure=False)
    if percent := _PERCENT_TAIL.search(line):
        return _Head(percent[1], line[: percent.start()], sure=True)  # 占比%, Change %
    tail = _TAIL.search(line)
    if tail is None or is_unit(told_unit(line[: tail.start()], language), language):
        return None
    unit = told_unit(tail["unit"], language)
    return (
        _Head(unit, line[: tail.start()], sure=True) if is_unit(unit, language) else None
    )  # 产值/亿元; 元/吨 is a price


@lru_cache(maxsize=1024)
def is_unit(text: str, language: str) -> bool:
    """Whether a text is a unit or a scale and nothing else: a figure with it is one figure to the number engine."""
    if not text or len(text) > 40 or _ROUND.match(text, 1) or (text[0].isdigit() and not _TIMES.match(text)):
        return False  # 178家 and 百余家 are figures themselves
    if text[0].isdigit() and any(each.kind == "date" for each in find(text, language)):
        return False  # 10月 is no ten of anything
    whole = _joined(_Bare(_TRIED), text, language)
    found = find(whole, language)
    if len(found) != 1 or found[0].text != whole or found[0].unit == "year":
        return False
    if found[0].kind == "count" and text[0] in "百千":
        return False
    return bool(found[0].kind != "count" or found[0].tail or found[0].value != Decimal(_TRIED))


def _scales(unit: str, language: str) -> bool:
    """Whether a text is a scale and a noun that the engine does not know: million units, 万台套."""
    if len(unit) > 40 or _ROUND.match(unit, 1) or (unit[:1].isdigit() and not _TIMES.match(unit)):
        return False
    if unit[:1].isdigit() and any(each.kind == "date" for each in find(unit, language)):
        return False
    whole = _joined(_Bare(_TRIED), unit, language)
    found = find(whole, language)
    if len(found) != 1 or found[0].start or found[0].kind != "count" or found[0].value == Decimal(_TRIED):
        return False
    return found[0].end == len(whole) or _NOUN.fullmatch(whole, found[0].end) is not None


def _weighty(unit: str, language: str) -> bool:
    """Whether a unit says something of a figure when nothing marks it as one; Month and Visits name what is below."""
    found = find(_joined(_Bare(_TRIED), unit, language), language)[0]
    return found.kind in ("money", "percent", "pp") or found.value != Decimal(_TRIED)


def _small(line: str) -> bool:
    """Whether a line is no name: thousand persons, where the Thousand Islands are one."""
    return not any(map(str.isupper, line[1:]))


def _is_measure(unit: str, language: str) -> bool:
    """Whether a unit measures and counts nothing: TWh above a table is one, Visits is its title."""
    if unit.istitle():
        return False
    return find(_joined(_Bare(_TRIED), unit, language), language)[0].kind == "measure"


@dataclass(frozen=True, slots=True)
class _Bare:
    """A figure without a unit, in its parts: about −2.4*."""

    number: str
    before: str = ""
    sign: str = ""
    mark: str = ""


@lru_cache(maxsize=4096)
def _bare(text: str, language: str) -> _Bare | None:
    """The parts of a text that is a bare figure and no more, with a qualifier or as a range too."""
    text = text.strip()
    if (below := _BELOW_ZERO.fullmatch(text)) and not (below[2] or below[3]):
        return _Bare(below[1], sign="\u2212")
    bare = _BARE.fullmatch(text)
    if bare is None:
        return None
    if bare["before"] or bare["to"]:
        plain = text.strip("*†‡ ")
        found = find(plain, language)
        if len(found) != 1 or found[0].text != plain or found[0].kind != "count":
            return None
    return _Bare(bare["number"], bare["before"], (bare["sign"] or "").replace("–", "\u2212"), bare["mark"])


def below_zero(text: str) -> str:
    """A cell's figure in brackets with its sign: (3.2%) is −3.2%; any other text as it is."""
    below = _BELOW_ZERO.fullmatch(text.strip())
    return f"\u2212{below[1]}{below[2] or (below[3] or '').strip()}" if below else text


def filled(text: str, unit: str, language: str) -> str:
    """A bare figure with its unit, as the language puts it; empty where the text is no bare figure."""
    bare = _bare(text, language)
    return _joined(bare, unit, language) + bare.mark if bare else ""


def _joined(bare: _Bare, unit: str, language: str) -> str:
    """A number and a unit: 18.2亿元, RMB 1.82 billion, 128,640 in 10,000 visits multiplied out."""
    currency = _CURRENCY.fullmatch(unit) if language == "en" else None
    rest, number = currency["rest"] if currency else unit, bare.number
    if times := _TIMES.fullmatch(rest):
        by = Decimal(10) ** times["times"].count("0")
        number = _NUMBER.sub(lambda one: _times(one[0], by), number)
        rest = times["rest"]
    gap = "" if language == "zh" or rest[:1] in ("", "%", "‰") else " "
    opening = bare.before + bare.sign
    if currency is None:
        return f"{opening}{number}{gap}{rest}"
    code = currency["code"]
    if bare.sign in ("-", "\u2212"):  # a sign before a currency's code is not read
        return f"{opening}{number}{gap}{rest} {_SIGNS.get(code, code)}"
    return f"{opening}{code}{'' if code[-1] in '$€£¥' else ' '}{number}{gap}{rest}"


def _times(number: str, by: Decimal) -> str:
    """A printed number multiplied by a power of ten, exactly."""
    value = format(Decimal(re.sub(r"[^\d.]", "", number)).scaleb(by.adjusted()), "f")
    return value.rstrip("0").rstrip(".") if "." in value else value
