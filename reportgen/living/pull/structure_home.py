"""What was deleted, added and moved comes home: paragraphs as blocks, items of lists and boxes, rows of tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from reportgen.ledger import LedgerLine
from reportgen.living.pull.edited import NewParagraph
from reportgen.living.pull.home import Home, Review, Spot
from reportgen.living.pull.pull_rules import CONFLICT, STRUCTURE
from reportgen.living.pull.tokens import typed
from reportgen.living.pull.yaml_tree import Path_, YamlFile, in_brackets
from reportgen.messages import msg
from reportgen.passages import Kind
from reportgen.problems import Place

_BLOCKS = ("blocks", "beside", "row")
"""The lists that hold blocks."""

_OPTIONAL = ("note", "key_message", "subtitle", "issue")
"""The fields of words that may be left out."""

_LEAST = {"findings": 3}
_MOST = {"findings": 5}
_CAPTIONED = ("chart", "table")

Key = tuple[str, Path_]
"""A file and a path in it."""


@dataclass(slots=True)
class Structure:
    """What is put into the content and taken out of it; `notes` are the comments on new paragraphs."""

    home: Home
    removed: set[Key] = field(default_factory=set[Key])
    added: int = 0
    told_of: set[str] = field(default_factory=set[str])  # the tables that were told to be gone

    # ---- deleted --------------------------------------------------------------------------------

    def take_out(self, reviews: Sequence[Review]) -> None:
        """Take out what a person deleted, where nobody else changed it."""
        for review in reviews:
            spots = {line.number: spot for line, spot in self.home.spots(review)}
            gone = [line for line in review.edited.gone if line.number in spots]
            done: set[int] = set()
            emptied = set(self._emptied_tables(review))
            for line in gone:
                if line.number in done:
                    continue
                if line.owner in emptied:
                    if line.owner not in self.told_of:
                        self.told_of.add(line.owner)
                        self._cannot(review, line, spots[line.number])
                    continue
                unit = self._unit(review, spots, line)
                if unit is None:
                    self._cannot(review, line, spots[line.number])
                    continue
                members = [number for number, spot in spots.items() if _under(spot, unit)]
                done |= set(members)
                self._take(review, reviews, unit, members)

    def _unit(self, review: Review, spots: Mapping[int, Spot], line: LedgerLine) -> Key | None:
        """The outermost thing that holds a line and nothing that still stands in the file."""
        spot = spots[line.number]
        there = set(review.edited.lines)
        file = self.home.file(spot.file)
        for depth in range(1, len(spot.path)):
            unit = (spot.file, spot.path[:depth])
            members = [number for number, each in spots.items() if _under(each, unit)]
            if there.isdisjoint(members) and self._may_go(review, file, spot.path[:depth], line):
                return unit
        return None

    def _may_go(self, review: Review, file: YamlFile, path: Path_, line: LedgerLine) -> bool:
        """Whether content can do without what stands at a path."""
        parent = file.at(path[:-1])
        last, above = path[-1], path[-2] if len(path) > 1 else ""
        if isinstance(last, str):
            return last in _OPTIONAL or (path == ("title",) and Path(file.path).parent.name == "sections")
        if above == "columns" or (len(path) > 2 and path[-3] == "rows"):
            return False
        if above == "rows":
            return self._row_gone(review, line)
        if above in _BLOCKS:
            value = file.at(path)
            kind = next(iter(value), "") if isinstance(value, dict) else ""
            if kind in _CAPTIONED:
                return kind == "table" and self._table_gone(review, line)
        least = next((_LEAST[each] for each in path if each in _LEAST), 1)
        gone = sum(1 for name, each in self.removed if name == str(file.path) and each[:-1] == path[:-1])
        return parent is not None and len(parent) - gone > least

    def _row_gone(self, review: Review, line: LedgerLine) -> bool:
        row = [each for each in review.edited.ledger.lines if (each.owner, each.row) == (line.owner, line.row)]
        return not any(each.number in review.edited.located.lines for each in row if each.text or each.digest)

    def _table_gone(self, review: Review, line: LedgerLine) -> bool:
        lines = [each for each in review.edited.ledger.lines if each.owner == line.owner]
        return not any(each.number in review.edited.located.lines for each in lines)

    @staticmethod
    def _emptied_tables(review: Review) -> Iterator[str]:
        """The tables of which nothing is left but their captions or what stands under them."""
        owners = dict.fromkeys(line.owner for line in review.edited.ledger.lines if line.role == "cell")
        for owner in owners:
            lines = [line for line in review.edited.ledger.lines if line.owner == owner]
            there = {line.role for line in lines if line.number in review.edited.located.lines}
            if there and not there & {"cell", "head"} and owner not in review.edited.reshaped:
                yield owner

    def _take(self, review: Review, reviews: Sequence[Review], unit: Key, members: Sequence[int]) -> None:
        """Take a unit out, unless the content or another person changed it meanwhile."""
        if unit in self.removed:
            return
        name, path = unit
        file = self.home.file(name)
        lines = [line for line in review.edited.ledger.lines if line.number in members]
        text = next(line.text for line in lines)
        place = Place(name, file.lines_of(path)[0])
        others = [
            other.name
            for other in reviews
            if other is not review
            for line, spot in self.home.spots(other)
            if _under(spot, unit) and (edited := other.edited.lines.get(line.number)) and edited.changes
        ]
        changed = [line for line in lines if str(review.now_of[line.number].typed) != str(line.typed)]
        if others or changed:
            who = others[0] if others else msg("the content")
            message = msg("{file} deleted what {who} changed: '{text}'", file=review.name, who=who, text=text)
            self.home.problems.append(CONFLICT.broken(place, message, msg("delete it in the content, or leave it")))
            return
        if not file.remove(path):
            self._cannot(review, lines[0], Spot(name, path, place))
            return
        self.removed.add(unit)
        self.home.told.append(
            msg("{place}: taken out, as {file} has it: '{text}'", place=place, file=review.name, text=text)
        )

    def _cannot(self, review: Review, line: LedgerLine, spot: Spot) -> None:
        message = msg("{file} has no more: '{text}'", file=review.name, text=line.text)
        hint = msg("content cannot do without it, or its other language still stands: change it there by hand")
        self.home.problems.append(STRUCTURE.broken(spot.place, message, hint))

    # ---- new -------------------------------------------------------------------------------------

    def put_in(self, reviews: Sequence[Review], notes: Mapping[tuple[str, int], Sequence[str]]) -> None:
        """Put new paragraphs where they stand: behind a block or an item, before what follows, in a box."""
        for review in reviews:
            groups: defaultdict[tuple[str, Path_, str, str], list[NewParagraph]] = defaultdict(list)
            there = {(line.language, str(line.typed)) for line in review.pairs.new}
            for paragraph in review.edited.new:
                if (paragraph.language, typed(paragraph.tokens)) in there:
                    continue  # it came home before
                target = self._target(review, paragraph)
                if target is None:
                    self._homeless(review, paragraph)
                else:
                    groups[target].append(paragraph)
            for target, members in groups.items():
                self._put(review, target, members, notes)

    def _homeless(self, review: Review, paragraph: NewParagraph) -> None:
        place = review.side.ready.briefing.about.id.place
        text = typed(paragraph.tokens)
        message = msg("{file} has a new paragraph that no block can hold: '{text}'", file=review.name, text=text)
        self.home.problems.append(STRUCTURE.broken(place, message, msg("type it where it belongs")))

    def _target(self, review: Review, paragraph: NewParagraph) -> tuple[str, Path_, str, str] | None:
        """Where a paragraph goes: a file, a path, how it stands to that, and as what."""
        line = paragraph.behind
        spot = self._spot_of(review, line)
        heading = paragraph.kind is Kind.HEADING
        if spot is not None and spot.path[0] == "blocks":
            item = _item_path(spot.path)
            if paragraph.boxed or paragraph.kind is Kind.ITEM or (line and line.role == "item" and not heading):
                if item is not None and not heading and paragraph.kind is not Kind.HEADING:
                    return spot.file, item, "behind", ""
                if line is not None and line.role == "box":
                    return spot.file, spot.whole, "listed", ""
            block = _block_path(spot.path, innermost=paragraph.boxed)
            if block in (removed for name, removed in self.removed if name == spot.file):
                before = _last_kept(self.home.file(spot.file), block, self.removed)
                if before is None:
                    return None
                block = before
            kind = "heading" if heading else "list" if paragraph.kind is Kind.ITEM else "text"
            return spot.file, block, "behind", kind
        return self._first_behind(review, line, "heading" if heading else "text")

    def _spot_of(self, review: Review, line: LedgerLine | None) -> Spot | None:
        """Where a line stands in the content; of what nobody typed, where what it belongs to stands."""
        if line is None:
            return None
        spot = self.home.spot(review.now_of.get(line.number))
        if spot is None and line.owner:
            owned = (each for each in review.edited.ledger.lines if each.owner == line.owner and each.typed)
            found = (self.home.spot(review.now_of.get(each.number)) for each in owned)
            spot = next((each for each in found if each is not None), None)
        return spot

    def _first_behind(self, review: Review, line: LedgerLine | None, kind: str) -> tuple[str, Path_, str, str] | None:
        """Before the block of the first typed line behind a line that stands in no block."""
        number = line.number if line is not None else 0
        for each, spot in self.home.spots(review):
            near = line is None or each.section == line.section or not line.section
            if each.number > number and near and spot.path[0] == "blocks":
                return spot.file, _block_path(spot.path, innermost=False), "before", kind
        return self._last_of(review, line, kind)

    def _last_of(self, review: Review, line: LedgerLine | None, kind: str) -> tuple[str, Path_, str, str] | None:
        """Behind the last block of the section of a line."""
        section = line.section if line is not None else ""
        for each, spot in self.home.spots(review):
            if each.section == section and Path(spot.file).parent.name == "sections":
                blocks = self.home.file(spot.file).at(("blocks",))
                if isinstance(blocks, list) and blocks:
                    return spot.file, ("blocks", len(blocks) - 1), "behind", kind
        return None

    def _put(
        self,
        review: Review,
        target: tuple[str, Path_, str, str],
        members: Sequence[NewParagraph],
        notes: Mapping[tuple[str, int], Sequence[str]],
    ) -> None:
        name, path, how, kind = target
        file = self.home.file(name)
        entries = list(_by_language(members))
        if kind == "list":
            items = [f"  - {in_brackets({each.language: typed(each.tokens) for each in entry})}" for entry in entries]
            if not file.put_raw_behind(path, ["- list:", "    items:", *(f"  {each}" for each in items)]):
                self._homeless(review, members[0])
            return
        for entry in entries:
            words = {paragraph.language: typed(paragraph.tokens) for paragraph in entry}
            said = [note for paragraph in entry for note in notes.get((review.name, paragraph.index), ())]
            limit = next((_MOST[each] for each in path if each in _MOST), None)
            parent = file.at(path[:-1])
            if how == "behind" and not kind and limit and isinstance(parent, list) and len(parent) >= limit:
                self._homeless(review, entry[0])
                continue
            match how:
                case "behind":
                    file.put_behind(path, kind, words, said)
                case "before":
                    if not file.put_before(path, kind, words, said):
                        self._homeless(review, entry[0])
                        continue
                case _:
                    file.list_with(path, words)
            self.added += 1
            place = Place(name, file.lines_of(path)[0])
            shown = next(iter(words.values()))
            self.home.told.append(msg("{place}: new from {file}: '{text}'", place=place, file=review.name, text=shown))
            self._tell_missing(review, words, place)

    def _tell_missing(self, review: Review, words: Mapping[str, str], place: Place) -> None:
        for language in review.side.ready.briefing.languages:
            if language not in words:
                told = msg(
                    "{place}: what is new is still to be written in '{language}'", place=place, language=language
                )
                self.home.told.append(told)

    # ---- moved ------------------------------------------------------------------------------------

    def move(self, reviews: Sequence[Review]) -> None:
        """Move the blocks and items that a person moved within their list."""
        for review in reviews:
            lists: defaultdict[Key, dict[Path_, tuple[int, int]]] = defaultdict(dict)
            first = review.edited.ledger.languages[0]
            for line, spot in self.home.spots(review):
                found = review.edited.located.lines.get(line.number)
                if found is None or line.language != first or line.number not in review.edited.lines:
                    continue
                for unit in _units(spot.path):
                    lists[spot.file, unit[:-1]].setdefault(unit, (line.number, 0))
                    number, _ = lists[spot.file, unit[:-1]][unit]
                    if number == line.number:
                        at = found.span.first * 100_000 + found.span.start
                        lists[spot.file, unit[:-1]][unit] = (number, at)
            for (name, _), units in lists.items():
                self._reorder(review, name, units)

    def _reorder(self, review: Review, name: str, units: Mapping[Path_, tuple[int, int]]) -> None:
        """Put units of a list into the order that they have in the file."""
        file = self.home.file(name)
        kept = {unit: place for unit, place in units.items() if (name, unit) not in self.removed}
        captioned = {unit for unit in kept if _kind_at(file, unit) in _CAPTIONED}
        words = sorted((unit for unit in kept if unit not in captioned), key=lambda unit: kept[unit][0])
        now = sorted(words, key=lambda unit: kept[unit][1])
        if now == words:
            return
        staying = set(_longest_rising([words.index(unit) for unit in now]))
        for place, unit in enumerate(now):
            if words.index(unit) in staying:
                continue
            target = now[place - 1] if place else None
            if file.move_behind(unit, target):
                where = Place(name, file.lines_of(unit)[0])
                self.home.told.append(msg("{place}: moved, as {file} has it", place=where, file=review.name))
            else:
                where = Place(name, file.lines_of(unit)[0])
                message = msg("{file} has this in another place", file=review.name)
                self.home.problems.append(STRUCTURE.broken(where, message, msg("move it in the content")))


def _under(spot: Spot, unit: Key) -> bool:
    return spot.file == unit[0] and spot.path[: len(unit[1])] == unit[1]


def _units(path: Path_) -> Iterator[Path_]:
    """The items of lists that a path leads through, rows and cells of tables apart."""
    for depth in range(2, len(path)):
        above = path[: depth - 1]
        if isinstance(path[depth - 1], int) and "rows" not in above[:-1] and "columns" not in above:
            yield path[:depth]


def _block_path(path: Path_, *, innermost: bool) -> Path_:
    """The path of the block that a path leads into."""
    found = [path[:depth] for depth in range(2, len(path) + 1) if path[depth - 2] in _BLOCKS]
    return found[-1 if innermost else 0]


def _item_path(path: Path_) -> Path_ | None:
    """The path of the item of a list, findings or a box that a path leads into."""
    block = _block_path(path, innermost=True)
    items = [path[:depth] for depth in range(len(block) + 1, len(path) + 1) if isinstance(path[depth - 1], int)]
    return items[-1] if items and "rows" not in path and "columns" not in path else None


def _kind_at(file: YamlFile, path: Path_) -> str:
    value = file.at(path)
    return str(next(iter(value), "")) if isinstance(value, dict) and path[-2] in _BLOCKS else ""


def _last_kept(file: YamlFile, block: Path_, removed: set[Key]) -> Path_ | None:
    """The nearest block before one that goes."""
    index = block[-1]
    assert isinstance(index, int)
    for at in range(index - 1, -1, -1):
        if (str(file.path), (*block[:-1], at)) not in removed:
            return (*block[:-1], at)
    return None


def _by_language(members: Sequence[NewParagraph]) -> Iterator[tuple[NewParagraph, ...]]:
    """New paragraphs of one place, those of the languages side by side where there are as many of each."""
    languages = {
        language: [each for each in members if each.language == language]
        for language in dict.fromkeys(each.language for each in members)
    }
    if len(languages) > 1 and len({len(group) for group in languages.values()}) == 1:
        yield from zip(*languages.values(), strict=True)
        return
    for _, group in groupby(members, key=lambda each: each.index):
        yield tuple(group)


def _longest_rising(numbers: Sequence[int]) -> list[int]:
    """The longest row of numbers that rise, in their order."""
    best: list[list[int]] = []
    for at, number in enumerate(numbers):
        before = max((best[i] for i in range(at) if numbers[i] < number), key=len, default=list[int]())
        best.append([*before, number])
    return max(best, key=len, default=list[int]())
