"""The parts of an expression of facts, and a formula as readers see it: facts and signs in their order.

A formula is an expression too: `growth(a, b)` is reckoned, and printed, as a / b - 1.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import TypeAlias

from reportgen.records import record


@record
class Name:
    """A fact, by its name; `at` is where it stands in the expression."""

    name: str
    at: int = 0


@record
class Number:
    """A number that is no fact, as it was typed."""

    text: str


@record
class Group:
    """Several facts that one pattern names: `cities.*.gdp`."""

    pattern: str
    names: tuple[Name, ...]


@record
class Pair:
    """Two sides with a sign between them: + - * / or, in formulas alone, ^."""

    sign: str
    left: Node
    right: Node


@record
class Call:
    """A function of figures, by its name."""

    function: str
    arguments: tuple[Node, ...]


Node: TypeAlias = Name | Number | Group | Pair | Call

MOST_SUMMED = 6
"""Figures that a formula adds up one by one; of more it tells the number."""

_STRENGTH = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 3}


def names_in(node: Node) -> Iterator[Name]:
    """Every fact that is named, in order, as often as it is named."""
    match node:
        case Name():
            yield node
        case Group(names=names):
            yield from names
        case Pair(left=left, right=right):
            yield from names_in(left)
            yield from names_in(right)
        case Call(arguments=arguments):
            for each in arguments:
                yield from names_in(each)
        case Number():
            pass


def typed(node: Node) -> str:
    """The expression as an author types it."""
    match node:
        case Name(name=text) | Number(text=text) | Group(pattern=text):
            return text
        case Pair():
            parts = (each if isinstance(each, str) else typed(each) for each in _sides(node))
            return " ".join(parts).replace("( ", "(").replace(" )", ")")
        case Call(function=function, arguments=arguments):
            return f"{function}({', '.join(map(typed, arguments))})"


def printed(node: Node) -> Iterator[str]:
    """A formula's names, numbers and signs in order, brackets where leaving them out would change what it says."""
    match node:
        case Name(name=text) | Number(text=text):
            yield text
        case Pair():
            for each in _sides(node):
                if isinstance(each, str):
                    yield each
                else:
                    yield from printed(each)
        case _:
            raise TypeError(type(node))  # a formula holds no functions


def _sides(pair: Pair) -> Iterator[str | Node]:
    """Both sides and the sign, with their brackets."""
    yield from _bracketed(pair.left, _weaker(pair.left, pair.sign, right=False))
    yield pair.sign
    yield from _bracketed(pair.right, _weaker(pair.right, pair.sign, right=True))


def _bracketed(node: Node, wanted: bool) -> Iterator[str | Node]:
    if wanted:
        yield "("
    yield node
    if wanted:
        yield ")"


def _weaker(node: Node, above: str, *, right: bool) -> bool:
    """Whether a side wants brackets: a sum under a product, a difference behind a minus, 1/4 as a power."""
    if isinstance(node, Number):
        return "/" in node.text
    if not isinstance(node, Pair):
        return False
    if _STRENGTH[node.sign] != _STRENGTH[above]:
        return _STRENGTH[node.sign] < _STRENGTH[above]
    return right and above != "+" and not (above == node.sign == "*")


def shape_of(formula: Iterable[str], names: Container[str]) -> tuple[str, ...]:
    """A formula without its figures: those of one shape are reckoned in one way, sums of any length among them."""
    shape: list[str] = []
    for part in formula:
        shape.append("" if part in names else part)
        if shape[-3:] == ["", "+", ""]:
            del shape[-2:]
    return tuple(shape)


def shortened(formula: Sequence[str], names: Container[str]) -> Iterator[str | int]:
    """A formula's parts, each sum of many figures that stands by itself or in brackets as their number."""
    at = 0
    while at < len(formula):
        end = at
        while (
            end + 2 < len(formula) and formula[end + 1] == "+" and formula[end] in names and formula[end + 2] in names
        ):
            end += 2
        alone = (not at or formula[at - 1] == "(") and formula[end + 1 : end + 2] in ((), (")",))
        count = (end - at) // 2 + 1
        if alone and count > MOST_SUMMED:
            yield count
            at = end + 1
        else:
            yield formula[at]
            at += 1
