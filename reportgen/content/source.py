"""YAML and CSV files as plain values that remember where they stand. The only home of yaml.

Every scalar stays the text the author typed (`no`, `1.50` and `12:30` are words until a model types them). Content
folders come from strangers: sizes and depths are bounded, anchors and tags are refused.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from reportgen.content.full_width import in_structure, slip
from reportgen.library_words import library_sentence, os_reason
from reportgen.messages import msg
from reportgen.problems import ContentError, Place, Problem, Rule

MOST_BYTES = 4_000_000
MOST_DEPTH = 30
MOST_ROWS = 20_000

# What XML 1.0 cannot hold, so a Word file cannot: https://www.w3.org/TR/xml/#charsets
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# ---- what a file must keep ---------------------------------------------------------

MISSING = Rule(
    "files/missing",
    msg("briefing.yaml, facts.yaml and sources.yaml are there."),
    slip=msg("a content folder without facts.yaml"),
    mend=msg("the file written; without any figure it holds {{}}"),
)
UNREADABLE = Rule(
    "files/unreadable",
    msg("Files can be opened and read."),
    slip=msg("a folder called facts.yaml, or a file that the reader has no right to"),
    mend=msg("a file with the right to read it"),
)
TOO_LARGE = Rule(
    "files/too-large",
    msg("A file is of a size that a person writes: at most 4 MB."),
    slip=msg("a facts.yaml of 5 MB"),
    mend=msg("figures that no text prints taken out"),
)
ENCODING = Rule(
    "files/encoding",
    msg("Files are UTF-8 text."),
    slip=msg("a facts.yaml saved as GB 18030"),
    mend=msg("the same file saved as UTF-8"),
)
EMPTY = Rule(
    "files/empty",
    msg("A file that is there says something."),
    file="data/zones.csv",
    slip="",
    mend="date,zones\n1988,1\n2008-03,54\n2023-11,178\n",
)
CONTROL = Rule(
    "files/control-character",
    msg("Texts hold no control characters: a Word file cannot."),
    file="sources.yaml",
    slip='paper: {publisher: {zh: 某报, en: "The\\x07 Paper"}, date: 2025-06-05}',
    mend="paper: {publisher: {zh: 某报, en: The Paper}, date: 2025-06-05}",
)
SYNTAX = Rule(
    "yaml/syntax",
    msg("Content files are YAML."),
    file="facts.yaml",
    slip="growth: {is: 同比增长7.1%, what: {zh: 增速",
    mend="growth: {is: 同比增长7.1%, what: {zh: 增速, en: growth}, when: 2025-Q1, source: paper}",
)
TAB = Rule(
    "yaml/tab",
    msg("Lines are indented with blanks."),
    file="sources.yaml",
    slip="paper:\n\tpublisher: {zh: 某报, en: The Paper}",
    mend="paper:\n  publisher: {zh: 某报, en: The Paper}",
)
KEY = Rule(
    "yaml/key",
    msg("What stands before a colon is a word."),
    file="sources.yaml",
    slip="? [paper]\n: {publisher: {zh: 某报, en: The Paper}}",
    mend="paper: {publisher: {zh: 某报, en: The Paper}}",
)
TWICE = Rule(
    "yaml/twice",
    msg("A key is written once in its mapping."),
    file="sources.yaml",
    slip="paper: {publisher: {zh: 某报, en: The Paper}, date: 2025-06-05, date: 2025-06-06}",
    mend="paper: {publisher: {zh: 某报, en: The Paper}, date: 2025-06-05}",
)
DEPTH = Rule(
    "yaml/depth",
    msg("Nothing is nested deeper than 30 levels."),
    file="sources.yaml",
    slip="paper: " + "[" * 31 + "]" * 31,
    mend="paper: {publisher: {zh: 某报, en: The Paper}}",
)
ANCHOR = Rule(
    "yaml/anchor",
    msg("A text is written out where it stands: anchors and aliases could make a small file explode."),
    file="sources.yaml",
    slip="paper: {publisher: &a {zh: 某报, en: The Paper}}",
    mend="paper: {publisher: {zh: 某报, en: The Paper}}",
)
TAG = Rule(
    "yaml/tag",
    msg("Texts are plain: a tag would make something else of them."),
    file="sources.yaml",
    slip="paper: {publisher: {zh: !!str 某报, en: The Paper}}",
    mend="paper: {publisher: {zh: 某报, en: The Paper}}",
)
CSV_SYNTAX = Rule(
    "csv/syntax",
    msg("A .csv file is CSV: a quote that opens a cell is closed again."),
    file="data/zones.csv",
    slip='date,zones\n1988,1\n2008-03,"54"x\n',
    mend="date,zones\n1988,1\n2008-03,54\n",
)
CSV_CELLS = Rule(
    "csv/cells",
    msg("Every row has a cell under every head."),
    file="data/zones.csv",
    slip="date,zones\n1988,1\n2008-03\n2023-11,178\n",
    mend="date,zones\n1988,1\n2008-03,\n2023-11,178\n",
)
COLUMN_TWICE = Rule(
    "tables/column-twice",
    msg("Every column of a table has a head of its own."),
    file="data/zones.csv",
    slip="date,zones,zones\n1988,1,1\n2008-03,54,54\n",
    mend="date,zones\n1988,1\n2008-03,54\n",
)
TOO_MANY_ROWS = Rule(
    "tables/too-many-rows",
    msg("A table has at most 20,000 rows."),
    slip=msg("a .csv file or a sheet of 20,001 rows"),
    mend=msg("the rows that a chart shows"),
)
RULES = (
    MISSING, UNREADABLE, TOO_LARGE, ENCODING, EMPTY, CONTROL, SYNTAX, TAB, KEY, TWICE, DEPTH, ANCHOR, TAG,
    CSV_SYNTAX, CSV_CELLS, COLUMN_TWICE, TOO_MANY_ROWS,
)  # fmt: skip

# ---- values ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a file, from its first character to behind its last."""

    place: Place
    end: Place | None


class Scalar(str):
    """A text the author typed, with its place and the raw stretch of the file it stands in."""

    __slots__ = ("place", "raw")
    place: Place
    raw: str

    @classmethod
    def at(cls, text: str, place: Place, raw: str = "") -> Scalar:
        """The text, remembering where it was typed."""
        scalar = cls(text)
        scalar.place, scalar.raw = place, raw
        return scalar

    @property
    def end(self) -> Place | None:
        """Behind its last character; None where it is not known how it was typed."""
        return self.place.after(self.raw) if self.raw else None

    def stretch(self, start: int, end: int) -> Stretch:
        """Where the characters from `start` up to `end` of this text stand in the file; the whole where that is unsure.

        A text in quotes with escapes, or folded over lines, is not typed as it reads: there the same words are looked
        for.
        """
        if (shift := self.raw.find(self)) >= 0:
            return self._typed(shift + start, shift + end)
        words = self[start:end]
        nth = self.count(words, 0, start)
        found = -1
        for _ in range(nth + 1):
            found = self.raw.find(words, found + 1)
            if found < 0:
                return Stretch(self.place, self.end)
        return self._typed(found, found + len(words))

    def _typed(self, start: int, end: int) -> Stretch:
        return Stretch(self.place.after(self.raw[:start]), self.place.after(self.raw[:end]))


class Entries(dict[Any, Any]):
    """A mapping the author typed; its keys are Scalars, so they know their places."""

    place: Place
    end: Place | None = None  # known of what stands in brackets


class Items(list[Any]):
    """A list the author typed."""

    place: Place
    end: Place | None = None


Value = Scalar | Entries | Items


def place_of(value: object, default: Place) -> Place:
    """Where a value read from a file stands; `default` for a value that no file holds."""
    return getattr(value, "place", default)


def stretch_of(value: object, default: Place) -> Stretch:
    """Where a value read from a file stands, and where it ends if that is known."""
    return Stretch(getattr(value, "place", default), getattr(value, "end", None))


@dataclass(slots=True)
class _Open:
    """A collection whose end has not been met."""

    value: Entries | Items
    key: Scalar | None = None


def read_yaml(path: Path, name: str) -> tuple[Value | None, list[Problem]]:
    """The file's content with places, and what is wrong with it. `name` is the file as problems tell it."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None, [MISSING.broken(Place(name), msg("this file is missing"))]
    except OSError as error:
        return None, [unreadable(name, error)]
    if len(data) > MOST_BYTES:
        return None, [too_large(name)]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = Place(name, data.count(b"\n", 0, error.start) + 1)
        return None, [ENCODING.broken(place, msg("this is not UTF-8 text"), msg("save the file as UTF-8"))]
    return parse_yaml(text, name)


def unreadable(name: str, error: OSError) -> Problem:
    """A file that the system does not give."""
    return UNREADABLE.broken(Place(name), msg("this file cannot be read: {reason}", reason=os_reason(error)))


def too_large(name: str) -> Problem:
    """A file of a size that no person writes."""
    hint = msg("at most {most} MB a file", most=MOST_BYTES // 1_000_000)
    return TOO_LARGE.broken(Place(name), msg("this file is too large"), hint)


QUOTES = msg(
    "quote a text that holds ': ' or ' #', or that starts with one of {{ [ * & ! % @ `; "
    "inside {{…}} or […] also one that holds , [ ] {{ or }}"
)
TABS = msg("indent with blanks: YAML takes no tabs there")


def parse_yaml(text: str, name: str) -> tuple[Value | None, list[Problem]]:
    """A YAML text with places, and what is wrong with it. A broken text gives no value and one problem."""
    if found := FORBIDDEN.search(text):
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - text.rfind("\n", 0, found.start())
        return None, [_forbidden(found[0], Place(name, line, column))]
    problems: list[Problem] = []
    try:
        return _build(text, name, problems), problems
    except yaml.YAMLError as error:
        return None, in_structure(text, name, _is_yaml) or [_no_yaml(error, text, name)]
    except ContentError as error:
        return None, list(error.problems)


def _is_yaml(text: str) -> bool:
    try:
        for _ in _events(text):
            pass
    except yaml.YAMLError:
        return False
    return True


def _no_yaml(error: yaml.YAMLError, text: str, name: str) -> Problem:
    if not isinstance(error, yaml.MarkedYAMLError):
        return SYNTAX.broken(Place(name), msg("this is not YAML: {reason}", reason=str(error)))
    mark = error.problem_mark or error.context_mark
    place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
    told = msg("this is not YAML: {reason}", reason=library_sentence(error.problem or msg("cannot be read")))
    if mark and text[mark.index : mark.index + 1] == "\t":
        return TAB.broken(place, told, TABS, end=place.after("\t"))
    return SYNTAX.broken(place, told, QUOTES)


def _build(text: str, name: str, problems: list[Problem]) -> Value | None:
    """One pass over the events: no recursion, so depth cannot hurt."""
    root: Value | None = None
    stack: list[_Open] = []

    def put(value: Value) -> None:
        nonlocal root
        if not stack:
            root = value if root is None else root
            return
        top = stack[-1]
        if isinstance(top.value, Items):
            top.value.append(value)
        elif top.key is None:
            if not isinstance(value, Scalar):
                hint = msg("quote a text that starts with {{ or [")
                raise ContentError([KEY.broken(value.place, msg("a key must be a word"), hint)])
            if value.startswith("　"):  # an indentation, to who typed it; what hangs on it reads wrongly too
                raise ContentError([slip(value.place, "　", "  ", safe=False)])
            if value in top.value:
                told = msg("'{key}' is written twice here", key=value)
                problems.append(TWICE.broken(value, told, msg("keep one of the two")))
            top.key = value
        else:
            top.value[top.key] = value
            top.key = None

    for event in _events(text):
        if isinstance(event, yaml.NodeEvent):
            place = Place(name, event.start_mark.line + 1, event.start_mark.column + 1)
            _refuse_magic(event, place)
            if isinstance(event, yaml.ScalarEvent):
                raw = text[event.start_mark.index : event.end_mark.index]
                if found := FORBIDDEN.search(event.value):
                    problems.append(_forbidden(found[0], place))
                put(Scalar.at(FORBIDDEN.sub("", event.value), place, raw))
                continue
            value = Entries() if isinstance(event, yaml.MappingStartEvent) else Items()
            value.place = place
            put(value)
            stack.append(_Open(value))
            if len(stack) > MOST_DEPTH:
                hint = msg("at most {most} levels", most=MOST_DEPTH)
                raise ContentError([DEPTH.broken(place, msg("this is nested too deeply"), hint)])
        elif isinstance(event, yaml.CollectionEndEvent):
            done = stack.pop().value
            mark = event.end_mark
            if mark.index > event.start_mark.index:  # a bracket; what ends with its indentation has no last character
                done.end = Place(name, mark.line + 1, mark.column + 1)
    return root


def _events(text: str) -> Iterator[yaml.Event]:
    """The parser's events; PyYAML's stubs leave its type open."""
    parse: Any = yaml.parse  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    return parse(text, Loader=_Loader)


def _refuse_magic(event: yaml.NodeEvent, place: Place) -> None:
    """Anchors and tags can make a small file explode or a text something else: content needs neither."""
    if event.anchor is not None:
        hint = msg("write the text out, or quote it")
        raise ContentError([ANCHOR.broken(place, msg("anchors (&) and aliases (*) are not read"), hint)])
    if getattr(event, "tag", None) not in (None, "!"):
        hint = msg("write the plain text, or quote it")
        raise ContentError([TAG.broken(place, msg("tags (!) are not read"), hint)])


def _forbidden(character: str, place: Place) -> Problem:
    told = msg("a Word file cannot hold the control character U+{code:04X}", code=ord(character))
    return CONTROL.broken(place, told, msg("delete it"))


def read_csv(path: Path, name: str) -> tuple[list[dict[str, Scalar]], list[Problem]]:
    """The rows of a CSV file with a heading row, every cell with its place."""
    try:
        data = path.read_bytes()
    except OSError as error:
        return [], [unreadable(name, error)]
    if len(data) > MOST_BYTES:
        return [], [too_large(name)]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = Place(name, data.count(b"\n", 0, error.start) + 1)
        return [], [ENCODING.broken(place, msg("this is not UTF-8 text"), msg("save the file as CSV UTF-8"))]
    return parse_csv(text, name)


def parse_csv(text: str, name: str) -> tuple[list[dict[str, Scalar]], list[Problem]]:
    """The rows of a CSV text. A row that is longer or shorter than the heading row is a problem, told in place."""
    problems: list[Problem] = []
    rows: list[dict[str, Scalar]] = []
    reader = csv.reader(text.splitlines(), strict=True)
    try:
        head = next(reader, list[str]())
        if not head:
            hint = msg("the first line names the columns")
            return [], [EMPTY.broken(Place(name), msg("this file is empty"), hint)]
        if twice := sorted({column for column in head if head.count(column) > 1}):
            told = msg("the column '{column}' is there twice", column=twice[0])
            problems.append(COLUMN_TWICE.broken(Place(name, 1), told))
        for cells in reader:
            place = Place(name, reader.line_num)
            if not any(cells):
                continue
            if len(cells) != len(head):
                told = msg("{cells} cells under {columns} columns", cells=len(cells), columns=len(head))
                problems.append(CSV_CELLS.broken(place, told))
                continue
            problems += [_forbidden(found[0], place) for cell in cells if (found := FORBIDDEN.search(cell))]
            rows.append(dict(zip(head, _placed(cells, place), strict=True)))
            if len(rows) > MOST_ROWS:
                return [], [too_many_rows(place)]
    except csv.Error as error:
        told = msg("this is not CSV: {reason}", reason=library_sentence(str(error)))
        problems.append(CSV_SYNTAX.broken(Place(name, reader.line_num), told))
    return rows, problems


def too_many_rows(place: Place) -> Problem:
    """A table longer than any chart could show."""
    return TOO_MANY_ROWS.broken(place, msg("more than {most} rows", most=MOST_ROWS))


def _placed(cells: list[str], place: Place) -> Iterator[Scalar]:
    """The cells of one line with their columns, counted in characters."""
    column = 1
    for cell in cells:
        yield Scalar.at(cell.strip(), Place(place.file, place.line, column), cell)
        column += len(cell) + 1
