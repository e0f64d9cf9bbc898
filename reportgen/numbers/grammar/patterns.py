"""Words as regular expressions that fail early: a tree by first characters, of which the longest word wins."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar


def any_of(words: Iterable[str], gap: str | None = None) -> str:
    """One of the words; `gap` is what a space in them stands for."""
    return tree(dict.fromkeys(words, ""), gap)


def tree(words: Mapping[str, str], gap: str | None = None) -> str:
    """One of the words, each followed by its own pattern."""
    return planter(words, gap)


def grown(words: Mapping[str, str], gap: str | None) -> str:
    """That pattern, made."""
    return _tree(sorted(words), 0, words, gap)


planter: Callable[[Mapping[str, str], str | None], str] = grown
"""Who makes them: the command line has one that keeps what it made (kept_patterns.py)."""


def _tree(listed: Sequence[str], at: int, after: Mapping[str, str], gap: str | None) -> str:
    """One of the words in their order, all alike up to a character, from that character on."""
    if len(listed) == 1:
        return _escaped(listed[0][at:], gap) + after[listed[0]]
    parts: list[str] = []
    start = 1 if len(listed[0]) == at else 0  # the word that ends here, which comes last: the longest wins
    while start < len(listed):
        first, end = listed[start][at], start + 1
        while end < len(listed) and listed[end][at] == first:
            end += 1
        if end == start + 1:
            parts.append(_escaped(listed[start][at:], gap) + after[listed[start]])
        else:
            parts.append(_escaped(first, gap) + _tree(listed[start:end], at + 1, after, gap))
        start = end
    if len(listed[0]) == at:
        parts.append(after[listed[0]])
    return "(?:" + "|".join(parts) + ")" if len(parts) > 1 else parts[0]


def _escaped(word: str, gap: str | None) -> str:
    if word.isalnum():  # most are, and nothing in them needs escaping
        return word
    return re.escape(word) if gap is None else gap.join(map(re.escape, word.split(" ")))


def words(text: str) -> tuple[str, ...]:
    """The words of a table, which stand in it parted by spaces."""
    return tuple(text.split())


Meaning = TypeVar("Meaning", bound=str)


def by_word(table: Mapping[Meaning, str]) -> dict[str, Meaning]:
    """What each word means, of a table that gives for each meaning its words, parted by bars."""
    return {word: meaning for meaning, told in table.items() for word in told.split("|")}


TELEPHONE = (
    r"(?:1[3-9][0-9]{9}|(?<=\+)86[ –-]?[0-9]{2,4}[ –-][0-9]{3,4}[ –-]?[0-9]{4}|[0-9]{3}[–-][0-9]{3}[–-][0-9]{4}"
    r"|0[0-9]{2,3}(?:[)）][ –-]?|[ –-])[0-9]{3,4}[ –-]?[0-9]{4}|400[ –-]?[0-9]{3,4}[ –-]?[0-9]{3,4}"
    r"|97[89](?:[–-][0-9]{1,7}){4})(?![0-9])"
)
"""Telephone and book numbers, in any text."""
