"""Where typed words stand in the YAML of a content folder, and how blocks, items and notes are put there and taken out.

Everything but the lines that are meant stays byte for byte: order, comments, quotes, line ends. Not here: what is to be
changed (pull.py), nor how a text becomes a scalar (content/yaml_text.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reportgen.content.source import Entries, Items, Scalar, Value, parse_yaml
from reportgen.content.yaml_text import scalar
from reportgen.mends import BOM, mended
from reportgen.problems import LINE_BREAK, Edit, Place

Key = str | int
Path_ = tuple[Key, ...]
"""How a value is reached: ("blocks", 3, "text", "zh")."""

_COMMENT = re.compile(r"(?:^|(?<=\s))#.*$")


@dataclass(slots=True)
class YamlFile:
    """One file of content with its values by path, and what is to be changed in it."""

    path: Path
    data: bytes
    text: str
    root: Value | None
    starts: list[int]
    paths: dict[tuple[int, int], Path_]
    edits: list[Edit] = field(default_factory=list[Edit])
    removed: set[int] = field(default_factory=set[int])  # numbers of lines that go
    above: dict[int, list[str]] = field(default_factory=dict[int, list[str]])  # notes that come before a line
    below: dict[int, list[str]] = field(default_factory=dict[int, list[str]])  # what comes behind a line
    dropped: set[int] = field(default_factory=set[int])  # notes that go: whole lines
    moves: list[tuple[int, int, int]] = field(default_factory=list[tuple[int, int, int]])  # lines, and behind which

    @classmethod
    def read(cls, path: Path) -> YamlFile:
        """The file; its places are those that the reader of content gives."""
        data = path.read_bytes()
        text = data.decode("utf-8").removeprefix(BOM)
        root, _ = parse_yaml(text, str(path))
        starts = [0, *(found.end() for found in LINE_BREAK.finditer(text))]
        paths: dict[tuple[int, int], Path_] = {}
        for at, value in _walk(root, ()):
            if isinstance(value, Scalar):
                paths.setdefault((value.place.line, value.place.column), at)
        return cls(path, data, text, root, starts, paths)

    # ---- asking ------------------------------------------------------------------------------

    def at(self, path: Path_) -> Value | None:
        """The value at the end of a path."""
        value: Value | None = self.root
        for key in path:
            if isinstance(value, Items):
                value = value[key] if isinstance(key, int) and key < len(value) else None
            else:
                value = value.get(key) if isinstance(value, Entries) else None
        return value

    def line(self, number: int) -> str:
        """A line by its number, from 1, without its end."""
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[self.starts[number - 1] : end].rstrip("\r\n\x85\u2028\u2029")

    @property
    def newline(self) -> str:
        """What ends its lines."""
        return "\r\n" if "\r\n" in self.text else "\n"

    def in_brackets(self, path: Path_) -> bool:
        """Whether a value stands inside brackets."""
        return any(getattr(self.at(path[:depth]), "end", None) is not None for depth in range(len(path)))

    def lines_of(self, path: Path_) -> tuple[int, int]:
        """The first and the last line of a value, those of its key or its dash with it."""
        value = self.at(path)
        first = self._key_place(path).line
        last = max((self._last_line(each) for each in (value,) if each is not None), default=first)
        return first, max(first, last)

    def _key_place(self, path: Path_) -> Place:
        """Where a value's key stands, or the value of an item."""
        parent = self.at(path[:-1])
        if isinstance(parent, Entries):
            return next(key.place for key in parent if key == path[-1])
        value = self.at(path)
        assert value is not None
        return value.place

    def _last_line(self, value: Value) -> int:
        last = value.place.line
        end = value.end
        if end is not None:
            last = max(last, end.line - (end.column == 1))
        inner = value.values() if isinstance(value, Entries) else value if isinstance(value, Items) else ()
        last = max([last, *map(self._last_line, inner)])
        while isinstance(value, Scalar) and last > value.place.line and not self.line(last).strip():
            last -= 1
        return last

    def _note_line(self, line: int) -> int:
        """The line above which a note for what stands in a line can be put: inside no text."""
        spans = [
            (each.place.line, self._last_line(each)) for _, each in _walk(self.root, ()) if isinstance(each, Scalar)
        ]
        while (start := next((first for first, last in spans if first < line <= last), None)) is not None:
            line = start
        return line

    def notes_above(self, path: Path_) -> Iterator[tuple[int, str]]:
        """The comments that stand directly above a value, with the numbers of their lines."""
        line = self._note_line(self._key_place(path).line) - 1
        while line >= 1 and self.line(line).lstrip().startswith("#"):
            yield line, self.line(line).strip()
            line -= 1

    # ---- changing ------------------------------------------------------------------------------

    def replace(self, path: Path_, text: str) -> None:
        """Another text for a scalar, in its style."""
        value = self.at(path)
        assert isinstance(value, Scalar)
        end = value.end
        flow = self.in_brackets(path)
        indent = self._key_place(path).column - 1
        if end is None:  # nothing was typed: `zh:` alone
            self.edits.append(Edit(value.place, value.place, " " + scalar(text, indent=indent, flow=flow)))
            return
        said = scalar(text, like=value.raw, indent=indent, flow=flow).rstrip("\n")
        if value.raw[0] in "|>":  # the empty lines behind a block stay
            last = self._last_line(value)
            end = Place(end.file, last, len(self.line(last)) + 1)
        self.edits.append(Edit(value.place, end, said.replace("\n", self.newline)))

    def part(self, path: Path_, words: Mapping[str, str]) -> None:
        """A scalar that served every language, told in each."""
        value = self.at(path)
        assert isinstance(value, Scalar)
        assert value.end is not None
        self.edits.append(Edit(value.place, value.end, in_brackets(words)))

    def note(self, path: Path_, text: str) -> None:
        """A comment above what stands at a path, once."""
        line = self._note_line(self._key_place(path).line)
        shown = self.line(line)
        indent = shown[: len(shown) - len(shown.lstrip(" "))]
        told = [f"{indent}# {part}" for part in text.split("\n")]
        there = {words for _, words in self.notes_above(path)}
        known = self.above.setdefault(line, [])
        known += [each for each in told if each.strip() not in there and each not in known]

    def drop_note(self, line: int) -> None:
        """Take out a comment by the number of its line."""
        self.dropped.add(line)

    def remove(self, path: Path_) -> bool:
        """Take out an item of a list or a field with its key; comments in it stay. Whether that could be done."""
        parent = self.at(path[:-1])
        if parent is None or (len(parent) < 2 and isinstance(parent, Items)):
            return False
        if self.in_brackets(path):
            return self._remove_inside(path)
        self.removed |= set(range(*_upto(self.lines_of(path))))
        return True

    def _remove_inside(self, path: Path_) -> bool:
        """Take out an item that stands in brackets, with the comma behind or before it."""
        start = self._index(self._key_place(path))
        value = self.at(path)
        end_place = getattr(value, "end", None)
        if value is None or end_place is None:
            return False
        end = self._index(end_place)
        behind = re.match(r"[ \t]*,[ \t]*", self.text[end:])
        if behind:
            end += behind.end()
        elif before := re.search(r",[ \t]*(?:\r?\n[ \t]*)?$", self.text[:start]):
            start = before.start()
        self.edits.append(Edit(self._place(start), self._place(end), ""))
        return True

    def put_behind(self, path: Path_, kind: str, words: Mapping[str, str], notes: Sequence[str] = ()) -> None:
        """An item behind the one at a path: a block of a kind, or words alone; notes stand above it."""
        if self.in_brackets(path):
            place = getattr(self.at(path), "end", None)
            assert place is not None
            told = in_brackets(words)
            self.edits.append(Edit(place, place, f", {{{kind}: {told}}}" if kind else f", {told}"))
            return
        _, last = self.lines_of(path)
        self.below.setdefault(last, []).extend(self._item_lines(path, kind, words, notes))

    def put_before(self, path: Path_, kind: str, words: Mapping[str, str], notes: Sequence[str] = ()) -> bool:
        """The same before the one at a path and its own comments; whether there is such an item outside brackets."""
        if self.at(path) is None or self.in_brackets(path):
            return False
        line = min([self.lines_of(path)[0], *(number for number, _ in self.notes_above(path))])
        self.above.setdefault(line, []).extend(self._item_lines(path, kind, words, notes))
        return True

    def put_raw_behind(self, path: Path_, lines: Sequence[str]) -> bool:
        """Lines behind an item, as far in as its dash; whether it stands outside brackets."""
        if self.in_brackets(path):
            return False
        dash = self._dash(path)
        self.below.setdefault(self.lines_of(path)[1], []).extend(dash + line for line in lines)
        return True

    def list_with(self, path: Path_, words: Mapping[str, str]) -> None:
        """One text made a list of itself and another."""
        value = self.at(path)
        assert isinstance(value, Entries)
        if value.end is not None:
            self.edits += [
                Edit(value.place, value.place, "["),
                Edit(value.end, value.end, f", {in_brackets(words)}]"),
            ]
            return
        first = value.place
        self.edits.append(Edit(first, first, "- "))
        last = self._last_line(value)
        for line in range(first.line + 1, last + 1):
            if self.line(line).strip():
                self.edits.append(Edit(Place(first.file, line, 1), Place(first.file, line, 1), "  "))
        pad = " " * (first.column - 1)
        lines = [f"{pad}  {each}: {scalar(text, indent=len(pad) + 2)}" for each, text in words.items()]
        self.below.setdefault(last, []).extend([f"{pad}- {lines[0].lstrip()}", *lines[1:]])

    def move_behind(self, path: Path_, target: Path_ | None) -> bool:
        """An item moved behind another of its list, or to its beginning, with its comments; whether it can be."""
        if self.in_brackets(path) or (target is not None and self.in_brackets(target)):
            return False
        first, last = self.lines_of(path)
        first = min([first, *(number for number, _ in self.notes_above(path))])
        if target is None:
            whole = (*path[:-1], 0)
            line = min([self.lines_of(whole)[0], *(number for number, _ in self.notes_above(whole))]) - 1
        else:
            line = self.lines_of(target)[1]
        if first <= line <= last:
            return False
        self.moves.append((first, last, line))
        return True

    def _dash(self, path: Path_) -> str:
        """How far the dash of an item stands in."""
        line = self.line(self.lines_of(path)[0])
        return line[: len(line) - len(line.lstrip(" "))]

    def _is_flow(self, path: Path_) -> bool:
        """Whether the words of an item stand in brackets."""
        value = self.at(path)
        while isinstance(value, Entries) and value.end is None and len(value) == 1:
            value = next(iter(value.values()))
        return getattr(value, "end", None) is not None and not isinstance(value, Scalar)

    def _item_lines(self, path: Path_, kind: str, words: Mapping[str, str], notes: Sequence[str]) -> list[str]:
        dash = self._dash(path)
        told = [f"{dash}# {note}" for note in notes]
        if self._is_flow(path):
            return [*told, f"{dash}- {kind}: {in_brackets(words)}" if kind else f"{dash}- {in_brackets(words)}"]
        inner = dash + ("    " if kind else "  ")
        lines = [f"{inner}{each}: {scalar(text, indent=len(inner))}" for each, text in words.items()]
        return [*told, f"{dash}- {kind}:", *lines] if kind else [*told, f"{dash}- {lines[0].lstrip()}", *lines[1:]]

    # ---- the file as it will be --------------------------------------------------------------------

    @property
    def changed(self) -> bool:
        """Whether anything is to be changed in it."""
        return bool(self.edits or self.removed or self.above or self.below or self.dropped or self.moves)

    def written(self) -> bytes:
        """The file with all that done."""
        edits = [edit for edit in self.edits if edit.start.line not in self.removed]
        for line in sorted({*self.above, *self.below, *self.removed, *self.dropped}):
            edits += self._line_edits(line)
        for first, last, target in self.moves:
            inside = [edit for edit in edits if first <= edit.start.line <= last]
            moved = self._part_with(first, last, inside)
            edits = [edit for edit in edits if edit not in inside]
            start = Place(str(self.path), first, 1)
            edits.append(Edit(start, self._after(last), ""))
            edits.append(self._put_lines(target, moved))
        return mended(self.data, edits)

    def _part_with(self, first: int, last: int, edits: Sequence[Edit]) -> str:
        """Some lines as they are after edits in them, each with its end."""
        whole = mended(self.text.encode(), edits).decode()
        end = self.starts[last] if last < len(self.starts) else len(self.text)
        part = whole[self.starts[first - 1] : len(whole) - (len(self.text) - end)]
        return part if part.endswith("\n") else part + self.newline

    def _after(self, line: int) -> Place:
        """Where the line behind one begins; the end of the file where there is none."""
        name = str(self.path)
        return Place(name, line + 1, 1) if line < len(self.starts) else Place(name, line, len(self.line(line)) + 1)

    def _put_lines(self, line: int, text: str) -> Edit:
        """Lines put behind one; before the first where it is 0."""
        if line < len(self.starts):
            place = Place(str(self.path), line + 1, 1)
            return Edit(place, place, text)
        place = Place(str(self.path), line, len(self.line(line)) + 1)
        return Edit(place, place, self.newline + text.rstrip("\r\n"))

    def _line_edits(self, line: int) -> Iterator[Edit]:
        name, end = str(self.path), self.newline
        before = [each for each in self.above.get(line, ()) if each]
        behind = self.below.get(line, [])
        start, stop = Place(name, line, 1), Place(name, line, len(self.line(line)) + 1)
        if line in self.removed or line in self.dropped:
            kept = [] if line in self.dropped else self._comments(line)
            lines = [*before, *kept, *behind]
            yield Edit(start, self._after(line), "".join(each + end for each in lines))
            return
        if before:
            yield Edit(start, start, "".join(each + end for each in before))
        if behind:
            yield Edit(stop, stop, "".join(end + each for each in behind))

    def _comments(self, line: int) -> list[str]:
        """The comment of a line that goes, as a line of its own."""
        text = self.line(line)
        spans = [
            (each.place, each.end)
            for _, each in _walk(self.root, ())
            if isinstance(each, Scalar) and each.end is not None and each.place.line <= line <= each.end.line
        ]
        for found in re.finditer(r"(?:^|(?<=\s))#", text):
            place = Place(str(self.path), line, found.start() + 1)
            if not any(first <= place < last for first, last in spans):
                indent = text[: len(text) - len(text.lstrip(" "))]
                return [indent + text[found.start() :]]
        return []

    def _index(self, place: Place) -> int:
        return self.starts[place.line - 1] + place.column - 1

    def _place(self, index: int) -> Place:
        line = max(number for number, start in enumerate(self.starts, 1) if start <= index)
        return Place(str(self.path), line, index - self.starts[line - 1] + 1)


def in_brackets(words: Mapping[str, str]) -> str:
    """Words by language as a mapping in one line."""
    return "{" + ", ".join(f"{each}: {scalar(text, flow=True)}" for each, text in words.items()) + "}"


def _upto(lines: tuple[int, int]) -> tuple[int, int]:
    return lines[0], lines[1] + 1


def _walk(value: Value | None, path: Path_) -> Iterator[tuple[Path_, Value]]:
    """Every value with its path."""
    if value is None:
        return
    yield path, value
    if isinstance(value, Entries):
        for key, inner in value.items():
            yield from _walk(inner, (*path, str(key)))
    elif isinstance(value, Items):
        for number, inner in enumerate(value):
            yield from _walk(inner, (*path, number))
