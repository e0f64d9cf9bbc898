"""One pass over a text: what has been found so far, and how a rule tells what it made of a place."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeAlias

from reportgen.numbers.grammar.found import Found
from reportgen.numbers.model.lexicon import Noun, Unit

ScanStep: TypeAlias = tuple[Found | None, int]
"""What a rule made of a place: a figure, or nothing where it is masked; and where to go on."""


class TextScan:
    """A normalized text, its original, the same in lower case, the figures found, and where the last one ended."""

    __slots__ = ("floor", "found", "lower", "per", "source", "tails", "text")

    def __init__(self, text: str, source: str, tails: Any, lower: str = "") -> None:
        self.text = text
        self.source = source
        self.tails = tails  # what numbers may count: the language's own table and pattern of it
        self.lower = lower
        self.found: list[Found] = []
        self.floor = 0
        self.per: tuple[Decimal, int, int] | None = None  # 每万人: how many, from where, to where

    def figure(
        self, start: int, end: int, kind: str, value: Decimal | str | None = None, **fields: Any
    ) -> tuple[Found, int]:
        """A figure that stands from `start` to `end`, and the place to go on from."""
        return Found(self.source, start, end, kind, value, **fields), end

    def step(self, rules: tuple[Rule, ...], at: int) -> int:
        """Tries the rules at a place; where to go on, 0 where none of them knows it."""
        for rule in rules:
            if (made := rule(self, at)) is not None:
                found, end = made
                if found is not None:
                    self.found.append(found)
                    self.floor = end
                return end if end > at else at + 1
        return 0


Rule: TypeAlias = Callable[[TextScan, int], ScanStep | None]

Grammar: TypeAlias = Callable[[str, str, tuple[Noun | Unit, ...]], list[Found]]
"""Finds every figure of a normalized text, given its original and the document's own terms, in order."""
