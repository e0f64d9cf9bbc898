"""Expressions of facts as trees: `share(cities.suzhou.gdp, sum(cities.*.gdp))`, `100 - urban`, `(a + b) * c`.

Names of facts may hold points and hyphens, so the names that there are tell where one ends. What an expression makes
is for derive.py to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import TypeVar

from reportgen.content.derived.functions import FUNCTIONS, Function
from reportgen.content.derived.tree import Call, Group, Name, Node, Number, Pair, names_in
from reportgen.content.names import EVERY, PART, SIMPLE, group_of
from reportgen.messages import in_quotes, listing, msg
from reportgen.numbers.model.pattern import Pattern
from reportgen.problems import did_you_mean
from reportgen.records import record

MOST_CHARACTERS = 500
MOST_BRACKETS = 20  # one inside the other
WHOLE = "100"
"""The one number that may stand in a sum: all of what percentages are parts of."""

_TOKEN = Pattern(rf"\s*(?:(?P<name>{SIMPLE}(?:\.(?:{PART}|\*))*)|(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<sign>[-+*/(),]))")
_BLANKS = Pattern(r"\s*")
_Read = TypeVar("_Read")


@record
class Expression:
    """A parsed expression: its tree, and the facts that it names, as often as it names them."""

    text: str
    tree: Node
    names: tuple[Name, ...]


class ExpressionError(ValueError):
    """What is no expression, and where in it that is seen."""

    def __init__(self, message: str, start: int, end: int, hint: str = "") -> None:
        self.start, self.end, self.hint = start, end, hint
        super().__init__(message)


def parse_expression(text: str, known: Collection[str]) -> Expression:
    """The expression in `text`, whose names are told apart by the `known` ones; ExpressionError for anything else."""
    if len(text) > MOST_CHARACTERS:
        raise ExpressionError(msg("an expression of {count} characters is too long", count=len(text)), 0, len(text))
    tree = _Parser(text, known).whole()
    return Expression(text, tree, tuple(names_in(tree)))


class _Parser:
    """Reads from left to right: sums of products of facts, numbers, functions and brackets."""

    def __init__(self, text: str, known: Collection[str]) -> None:
        self.text, self.known = text, known
        self.at = self.depth = 0

    def whole(self) -> Node:
        node = self.sum()
        self.blanks()
        if self.at < len(self.text):
            raise self.unexpected()
        return node

    def sum(self) -> Node:
        return self.chain("+-", self.product)

    def product(self) -> Node:
        return self.chain("*/", self.single)

    def chain(self, signs: str, part: Callable[[], Node]) -> Node:
        """Parts with signs of one strength between them, from the left."""
        start = self.at
        node = part()
        while (sign := self.sign(signs)) is not None:
            right = part()
            for side in (node, right):
                if isinstance(side, Number) and not (side is node and side.text == WHOLE and sign == "-"):
                    raise self.no_fact(side.text, start, self.at)
            node = Pair(sign, node, right)
        return node

    def single(self) -> Node:
        start = self.blanks()
        if self.sign("(") is not None:
            return self.inside(self.sum)
        found = _TOKEN.match(self.text, self.at)
        if found is None or found["sign"]:
            raise self.unexpected()
        if number := found["number"]:
            self.at = found.end()
            return Number(number)
        if self.text.startswith("(", _end_of_blanks(self.text, found.end())):
            self.at = found.end()
            return self.call(found["name"], start)
        name = self.name(found["name"])
        self.at = start + len(name)
        return Name(name, start)

    def name(self, typed: str) -> str:
        """The fact that a name starts with: `a-b` is a difference where `a` and `b` are facts, else the longest one."""
        pieces = typed.split("-")
        if len(pieces) == 1 or (typed in self.known and not all(piece in self.known for piece in pieces)):
            return typed
        starts = ("-".join(pieces[:count]) for count in range(len(pieces) - 1, 0, -1))
        fitting = [start for start in starts if start in self.known]
        if fitting:
            return fitting[-1] if all(piece in self.known for piece in pieces) else fitting[0]
        return typed if "." in typed else pieces[0]

    def call(self, name: str, start: int) -> Node:
        function = FUNCTIONS.get(name)
        if function is None:
            message = msg("no function is called '{name}'", name=name)
            raise ExpressionError(message, start, start + len(name), did_you_mean(name, FUNCTIONS))
        self.sign("(")
        arguments = self.inside(lambda: self.arguments(function))
        if not function.takes(len(arguments)):
            message = msg("{function} is written {form}", function=name, form=in_quotes(function.form(name)))
            raise ExpressionError(message, start, self.at)
        for place, each in enumerate(arguments):
            if isinstance(each, Number) and not (
                function.size and place == len(function.operands) == len(arguments) - 1
            ):
                raise self.no_fact(each.text, start, self.at)
        return Call(name, arguments)

    def arguments(self, function: Function) -> tuple[Node, ...]:
        read = [self.argument(function)]
        while self.sign(",") is not None:
            read.append(self.argument(function))
        return tuple(read)

    def argument(self, function: Function) -> Node:
        start = self.blanks()
        found = _TOKEN.match(self.text, start)
        typed = found["name"] if found else None
        if found is None or not typed or not function.many:
            return self.sum()
        pattern = typed if EVERY in typed else ".*.".join(typed.split(".")) if typed.count(".") == 1 else ""
        names = group_of(pattern, self.known) if typed not in self.known else ()
        if not names:
            return self.sum()
        self.at = found.end()
        return Group(typed, tuple(Name(name, start) for name in names))

    def inside(self, read: Callable[[], _Read]) -> _Read:
        """What stands in brackets, the first of which was read."""
        self.depth += 1
        if self.depth > MOST_BRACKETS:
            raise ExpressionError(
                msg("more than {most} brackets in one another", most=MOST_BRACKETS), 0, len(self.text)
            )
        node = read()
        if self.sign(")") is None:
            raise self.unexpected()
        self.depth -= 1
        return node

    def blanks(self) -> int:
        self.at = _end_of_blanks(self.text, self.at)
        return self.at

    def sign(self, signs: str) -> str | None:
        self.blanks()
        sign = self.text[self.at : self.at + 1]
        if not sign or sign not in signs:
            return None
        self.at += 1
        return sign

    def unexpected(self) -> ExpressionError:
        self.blanks()
        rest = self.text[self.at :]
        if not rest:
            return ExpressionError(msg("'{text}' ends before it is whole", text=self.text), 0, len(self.text))
        shown = re.match(r"\w+|.", rest)
        found = shown[0] if shown else rest[:1]
        return self.no_fact(found, self.at, self.at + len(found))

    @staticmethod
    def no_fact(text: str, start: int, end: int) -> ExpressionError:
        hint = msg(
            "write names of facts with + - * / and brackets, or {functions}; 100 - share is what is left of a whole",
            functions=listing((function.form(name) for name, function in FUNCTIONS.items()), "unit"),
        )
        return ExpressionError(msg("'{text}' is no fact", text=text), start, end, hint)


def _end_of_blanks(text: str, at: int) -> int:
    found = _BLANKS.match(text, at)
    return found.end() if found else at
