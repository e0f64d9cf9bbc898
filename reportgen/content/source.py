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

from reportgen.problems import ContentError, Place, Problem

MOST_BYTES = 4_000_000
MOST_DEPTH = 30
MOST_ROWS = 20_000

# What XML 1.0 cannot hold, so a Word file cannot: https://www.w3.org/TR/xml/#charsets
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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

    def place_of(self, snippet: str, nth: int = 0) -> Place:
        """Where the nth occurrence of `snippet` inside this scalar stands in the file."""
        start = -1
        for _ in range(nth + 1):
            start = self.raw.find(snippet, start + 1)
            if start < 0:
                return self.place
        before = self.raw[:start]
        lines = before.count("\n")
        column = start - before.rfind("\n") if lines else self.place.column + start
        return Place(self.place.file, self.place.line + lines, column)


class Entries(dict[Any, Any]):
    """A mapping the author typed; its keys are Scalars, so they know their places."""

    place: Place


class Items(list[Any]):
    """A list the author typed."""

    place: Place


Value = Scalar | Entries | Items


def place_of(value: object, default: Place) -> Place:
    """Where a value read from a file stands; `default` for a value that no file holds."""
    return getattr(value, "place", default)


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
        return None, [Problem(Place(name), "this file is missing")]
    except OSError as error:
        return None, [Problem(Place(name), f"this file cannot be read: {error.strerror}")]
    if len(data) > MOST_BYTES:
        return None, [Problem(Place(name), "this file is too large", f"at most {MOST_BYTES // 1_000_000} MB a file")]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, [Problem(Place(name, line), "this is not UTF-8 text", "save the file as UTF-8")]
    return parse_yaml(text, name)


QUOTES = (
    "quote a text that holds ': ' or ' #', or that starts with one of { [ * & ! % @ `; "
    "inside {…} or […] also one that holds , [ ] { or }"
)
TABS = "indent with blanks: YAML takes no tabs there"


def parse_yaml(text: str, name: str) -> tuple[Value | None, list[Problem]]:
    """A YAML text with places, and what is wrong with it. A broken text gives no value and one problem."""
    if found := FORBIDDEN.search(text):
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - text.rfind("\n", 0, found.start())
        return None, [_forbidden(found[0], Place(name, line, column))]
    problems: list[Problem] = []
    try:
        return _build(text, name, problems), problems
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
        what = error.problem or "cannot be read"
        hint = TABS if mark and text[mark.index : mark.index + 1] == "\t" else QUOTES
        return None, [Problem(place, f"this is not YAML: {what}", hint)]
    except yaml.YAMLError as error:
        return None, [Problem(Place(name), f"this is not YAML: {error}")]
    except ContentError as error:
        return None, list(error.problems)


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
                raise ContentError(
                    [Problem(value.place, "a key must be a word", "quote a text that starts with { or [")]
                )
            if value in top.value:
                problems.append(Problem(value.place, f"'{value}' is written twice here", "keep one of the two"))
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
                raise ContentError([Problem(place, "this is nested too deeply", f"at most {MOST_DEPTH} levels")])
        elif isinstance(event, yaml.CollectionEndEvent):
            stack.pop()
    return root


def _events(text: str) -> Iterator[yaml.Event]:
    """The parser's events; PyYAML's stubs leave its type open."""
    parse: Any = yaml.parse  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    return parse(text, Loader=_Loader)


def _refuse_magic(event: yaml.NodeEvent, place: Place) -> None:
    """Anchors and tags can make a small file explode or a text something else: content needs neither."""
    if event.anchor is not None:
        raise ContentError(
            [Problem(place, "anchors (&) and aliases (*) are not read", "write the text out, or quote it")]
        )
    if getattr(event, "tag", None) not in (None, "!"):
        raise ContentError([Problem(place, "tags (!) are not read", "write the plain text, or quote it")])


def _forbidden(character: str, place: Place) -> Problem:
    return Problem(place, f"a Word file cannot hold the control character U+{ord(character):04X}", "delete it")


def read_csv(path: Path, name: str) -> tuple[list[dict[str, Scalar]], list[Problem]]:
    """The rows of a CSV file with a heading row, every cell with its place."""
    try:
        data = path.read_bytes()
    except OSError as error:
        return [], [Problem(Place(name), f"this file cannot be read: {error.strerror}")]
    if len(data) > MOST_BYTES:
        return [], [Problem(Place(name), "this file is too large", f"at most {MOST_BYTES // 1_000_000} MB a file")]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return [], [Problem(Place(name, line), "this is not UTF-8 text", "save the file as CSV UTF-8")]
    return parse_csv(text, name)


def parse_csv(text: str, name: str) -> tuple[list[dict[str, Scalar]], list[Problem]]:
    """The rows of a CSV text. A row that is longer or shorter than the heading row is a problem, told in place."""
    problems: list[Problem] = []
    rows: list[dict[str, Scalar]] = []
    reader = csv.reader(text.splitlines(), strict=True)
    try:
        head = next(reader, list[str]())
        if not head:
            return [], [Problem(Place(name), "this file is empty", "the first line names the columns")]
        if twice := sorted({column for column in head if head.count(column) > 1}):
            problems.append(Problem(Place(name, 1), f"the column '{twice[0]}' is there twice"))
        for cells in reader:
            place = Place(name, reader.line_num)
            if not any(cells):
                continue
            if len(cells) != len(head):
                problems.append(Problem(place, f"{len(cells)} cells under {len(head)} columns"))
                continue
            problems += [_forbidden(found[0], place) for cell in cells if (found := FORBIDDEN.search(cell))]
            rows.append(dict(zip(head, _placed(cells, place), strict=True)))
            if len(rows) > MOST_ROWS:
                return [], [Problem(place, f"more than {MOST_ROWS} rows")]
    except csv.Error as error:
        problems.append(Problem(Place(name, reader.line_num), f"this is not CSV: {error}"))
    return rows, problems


def _placed(cells: list[str], place: Place) -> Iterator[Scalar]:
    """The cells of one line with their columns, counted in characters."""
    column = 1
    for cell in cells:
        yield Scalar.at(cell.strip(), Place(place.file, place.line, column), cell)
        column += len(cell) + 1
