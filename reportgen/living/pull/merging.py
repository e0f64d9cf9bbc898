"""What several people made of one line, merged: a three-way merge token by token, of any number of sides.

What one side changed is taken; what several changed alike is taken once; where they changed the same or neighboring
tokens otherwise, that is a conflict, and the stretch stays as the content has it.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from reportgen.living.pull.tokens import UNREAD, Token, ends_sentence
from reportgen.records import record


@record
class Change:
    """A stretch of the base, from one token up to another, and what stands in its place."""

    start: int
    end: int
    tokens: tuple[Token, ...]


@record
class Side:
    """Who changed what of the base; changes stand in their order and touch nowhere."""

    name: str
    changes: tuple[Change, ...]


@record
class Conflict:
    """A stretch of the base that sides changed otherwise: what each made of it, by name."""

    base: tuple[Token, ...]
    versions: tuple[tuple[str, tuple[Token, ...]], ...]


@record
class Merged:
    """The line with every change that is no conflict."""

    tokens: tuple[Token, ...]
    conflicts: tuple[Conflict, ...]


def changes_between(base: Sequence[Token], other: Sequence[Token], *, weighed: bool = True) -> tuple[Change, ...]:
    """What was changed of the base, token by token; weights count only where told."""
    one, two = ([token if weighed else token.plain for token in tokens] for tokens in (base, other))
    steps = SequenceMatcher(None, _hashed(one), _hashed(two), autojunk=False).get_opcodes()
    found = (Change(i, i2, tuple(other[j:j2])) for tag, i, i2, j, j2 in steps if tag != "equal")
    return tuple(_coalesced(found, base))


def _hashed(tokens: Iterable[Token]) -> list[Hashable]:
    return [each.identity for each in tokens]


def _coalesced(changes: Iterable[Change], base: Sequence[Token]) -> Iterator[Change]:
    """Changes that one token of words parts are one: a word was typed anew, and shares a letter by chance."""
    held: Change | None = None
    for change in changes:
        if held is None:
            held = change
            continue
        gap = tuple(base[held.end : change.start])
        chance = len(gap) == 1 and gap[0].kind == "t" and not gap[0].text.isspace()
        if chance and held.tokens and change.tokens and held.end > held.start and change.end > change.start:
            held = Change(held.start, change.end, (*held.tokens, *gap, *change.tokens))
            continue
        yield held
        held = change
    if held is not None:
        yield held


def with_unread(base: Sequence[Token], changes: Iterable[Change]) -> tuple[Change, ...]:
    """Changes told of the tokens that are read, as changes of all: citations and outer blanks stay where they stood.

    A citation goes with the sentence that it belongs to, where all of that was deleted.
    """
    places = [at for at, token in enumerate(base) if token.kind not in UNREAD]
    made: list[Change] = []
    for change in changes:
        start = _behind_unread(base, places, change) if change.start == change.end else places[change.start]
        end = start if change.start == change.end else places[change.end - 1] + 1
        kept: list[Token] = []
        if end > start:
            kept = [token for token in base[start:end] if token.kind in UNREAD]
            if not any(token.read.strip() for token in change.tokens) and _whole_sentences(base, start, end):
                kept = [token for token in kept if token.kind != "c"]
                while end < len(base) and base[end].kind == "c":
                    end += 1
        made.append(Change(start, end, (*change.tokens, *kept)))
    return tuple(made)


def _behind_unread(base: Sequence[Token], places: Sequence[int], change: Change) -> int:
    """Where words are put in between two tokens: behind what belongs to the one before, such as its citations."""
    if change.start == 0:
        start = 0
        while start < len(base) and base[start].kind == "s":
            start += 1
        return start
    start = places[change.start - 1] + 1
    while start < len(base) and base[start].kind == "c":
        start += 1
    return start


def _whole_sentences(base: Sequence[Token], start: int, end: int) -> bool:
    """Whether a stretch begins where a sentence does, and ends where one does."""
    before = [token for token in base[:start] if token.kind not in UNREAD and token.read.strip()]
    inside = [token for token in base[start:end] if token.kind not in UNREAD and token.read.strip()]
    behind = next((token for token in base[end:] if token.kind not in UNREAD), None)
    begins = not before or ends_sentence(before[-1], Token("t", " "))
    return begins and (behind is None or bool(inside and ends_sentence(inside[-1], Token("t", " "))))


def merge(base: Sequence[Token], sides: Sequence[Side]) -> Merged:
    """The base with the changes of every side. The first side is the content: in a conflict its words stay."""
    made: list[Token] = []
    conflicts: list[Conflict] = []
    at = 0
    for group in _groups(sides):
        start = min(change.start for _, change in group)
        end = max(change.end for _, change in group)
        versions = [
            (side.name, _version(base, start, end, [change for name, change in group if name == side.name]))
            for side in sides
            if any(name == side.name for name, _ in group)
        ]
        made += base[at:start]
        at = end
        if len({_key(tokens) for _, tokens in versions}) == 1:
            made += versions[0][1]
            continue
        conflicts.append(Conflict(tuple(base[start:end]), tuple(versions)))
        made += next((tokens for name, tokens in versions if name == sides[0].name), tuple(base[start:end]))
    made += base[at:]
    return Merged(tuple(made), tuple(conflicts))


def _key(tokens: Iterable[Token]) -> Hashable:
    return tuple(_hashed(tokens))


def _groups(sides: Sequence[Side]) -> Iterator[list[tuple[str, Change]]]:
    """The changes of all sides, those that overlap or touch together."""
    ordered = sorted(
        ((side.name, change) for side in sides for change in side.changes), key=lambda one: (one[1].start, one[1].end)
    )
    group: list[tuple[str, Change]] = []
    end = -1
    for name, change in ordered:
        if group and change.start > end:
            yield group
            group = []
        group.append((name, change))
        end = max(end, change.end)
    if group:
        yield group


def _version(base: Sequence[Token], start: int, end: int, changes: Sequence[Change]) -> tuple[Token, ...]:
    made: list[Token] = []
    at = start
    for change in changes:
        made += [*base[at : change.start], *change.tokens]
        at = change.end
    return (*made, *base[at:end])
