"""Words as regular expressions that fail early, a tree by first characters of which the longest word wins; and patterns
that are compiled when they are first used."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar


def any_of(words: Iterable[str], gap: str | None = None) -> str:
    """One of the words; `gap` is what a space in them stands for."""
    return tree(dict.fromkeys(words, ""), gap)


def tree(words: Mapping[str, str], gap: str | None = None) -> str:
    """One of the words, each followed by its own pattern."""
    if len(words) == 1:
        word, after = next(iter(words.items()))
        return _escaped(word, gap) + after
    groups: dict[str, dict[str, str]] = {}
    for word, after in words.items():
        groups.setdefault(word[:1], {})[word[1:]] = after
    ended = groups.pop("", None)
    parts = [_escaped(first, gap) + tree(rest, gap) for first, rest in sorted(groups.items())]
    if ended is not None:
        parts.append(ended[""])
    return "(?:" + "|".join(parts) + ")" if len(parts) > 1 else parts[0]


def _escaped(word: str, gap: str | None) -> str:
    return re.escape(word) if gap is None else gap.join(map(re.escape, word.split(" ")))


def words(text: str) -> tuple[str, ...]:
    """The words of a table, which stand in it parted by spaces."""
    return tuple(text.split())


class Pattern:
    """A regular expression that is compiled when it is first used: of a grammar's patterns a text needs but a few."""

    __slots__ = ("findall", "fullmatch", "match", "search", "source")
    findall: Callable[..., list[str]]
    fullmatch: Callable[..., re.Match[str] | None]
    match: Callable[..., re.Match[str] | None]
    search: Callable[..., re.Match[str] | None]

    def __init__(self, source: str) -> None:
        self.source = source

    def __getattr__(self, name: str) -> Any:
        made = re.compile(self.source)
        self.fullmatch, self.match, self.search, self.findall = made.fullmatch, made.match, made.search, made.findall
        return getattr(made, name)


Meaning = TypeVar("Meaning", bound=str)


def by_word(table: Mapping[Meaning, str]) -> dict[str, Meaning]:
    """What each word means, of a table that gives for each meaning its words, parted by bars."""
    return {word: meaning for meaning, told in table.items() for word in told.split("|")}
