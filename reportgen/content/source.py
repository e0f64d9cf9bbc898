"""YAML files as plain values that remember where they stand. The only home of yaml.

Every scalar stays the text the author typed (`no`, `1.50` and `12:30` are words until a model types them). Content
folders come from strangers: depths are bounded, anchors and tags are refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from reportgen.content.files import FORBIDDEN, forbidden, read_text
from reportgen.content.full_width import in_structure, slip
from reportgen.library_words import library_sentence
from reportgen.messages import msg
from reportgen.numbers.model.pattern import compiled_alike
from reportgen.problems import ContentError, Place, Problem, Rule
from reportgen.records import record

with compiled_alike():  # its reader in Python, which is loaded though libyaml reads, has a pattern of all of Unicode
    import yaml

MOST_DEPTH = 30
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# ---- what a YAML file must keep ---------------------------------------------------------

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
RULES = (SYNTAX, TAB, KEY, TWICE, DEPTH, ANCHOR, TAG)

# ---- values ------------------------------------------------------------------------


@record
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
    def at(cls, text: str, place: Place, raw: str = "") -> Self:
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
        offset = -1
        for _ in range(nth + 1):
            offset = self.raw.find(words, offset + 1)
            if offset < 0:
                return Stretch(self.place, self.end)
        return self._typed(offset, offset + len(words))

    def _typed(self, start: int, end: int) -> Stretch:
        return Stretch(self.place.after(self.raw[:start]), self.place.after(self.raw[:end]))


class Entries(dict[Any, Any]):
    """A mapping the author typed; its keys are Scalars, so they know their places."""

    place: Place
    end: Place | None = None  # known of what stands in brackets
    of_row: bool = False  # made for a row of a batch (row.py)


class Items(list[Any]):
    """A list the author typed."""

    place: Place
    end: Place | None = None
    of_row: bool = False


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
    text = read_text(path, name, msg("save the file as UTF-8"))
    return (None, [text]) if isinstance(text, Problem) else parse_yaml(text, name)


QUOTES = msg(
    "quote a text that holds ': ' or ' #', or that starts with one of {{ [ * & ! % @ `; "
    "inside {{…}} or […] also one that holds , [ ] {{ or }}"
)
TABS = msg("indent with blanks: YAML takes no tabs there")


def parse_yaml(text: str, name: str) -> tuple[Value | None, list[Problem]]:
    """A YAML text with places, and what is wrong with it. A broken text gives no value and one problem."""
    if control := FORBIDDEN.search(text):
        line = text.count("\n", 0, control.start()) + 1
        column = control.start() - text.rfind("\n", 0, control.start())
        return None, [forbidden(control[0], Place(name, line, column))]
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
    message = msg("this is not YAML: {reason}", reason=library_sentence(error.problem or msg("cannot be read")))
    if mark and text[mark.index : mark.index + 1] == "\t":
        return TAB.broken(place, message, TABS, end=place.after("\t"))
    return SYNTAX.broken(place, message, QUOTES)


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
                message = msg("'{key}' is written twice here", key=value)
                problems.append(TWICE.broken(value, message, msg("keep one of the two")))
            top.key = value
        else:
            top.value[top.key] = value
            top.key = None

    for event in _events(text):
        if isinstance(event, yaml.NodeEvent):
            start = event.start_mark
            place = Place(name, start.line + 1, start.column + 1)
            if event.anchor is not None or getattr(event, "tag", None) is not None:
                _refuse_magic(event, place)
            if isinstance(event, yaml.ScalarEvent):
                value, raw = event.value, text[start.index : event.end_mark.index]
                if "\\" in raw and (control := FORBIDDEN.search(value)):  # the text as a whole holds none
                    problems.append(forbidden(control[0], place))
                    value = FORBIDDEN.sub("", value)
                put(Scalar.at(value, place, raw))
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
