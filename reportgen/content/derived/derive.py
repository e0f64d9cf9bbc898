"""What an expression of facts makes: the quantity, and the formula that its note prints.

The kind follows from the operands; what cannot be derived says what can.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

from reportgen.content.derived.arithmetic import WHOLE, pair
from reportgen.content.derived.expression import Expression
from reportgen.content.derived.functions import FUNCTIONS
from reportgen.content.derived.operands import DerivationError, Operand
from reportgen.content.derived.precision import finished
from reportgen.content.derived.tree import Call, Group, Name, Node, Number, Pair, printed, typed
from reportgen.messages import Message, listing, msg
from reportgen.numbers import FigureError, Quantity
from reportgen.numbers.model.validate import check_possible
from reportgen.records import record

DIGITS = 60
MOST_TOLD = 6
"""Ways out that an error lists at most."""


@record
class Derived:
    """A derived figure, its formula as readers see it, and what it was made as, before it was rounded."""

    quantity: Quantity
    formula: tuple[str, ...]
    made: Operand


def derive(
    expression: Expression,
    operands: Mapping[str, Operand],
    *,
    rounding: str | None = None,
    decimals: int | None = None,
    usual: int | None = None,
) -> Derived:
    """What an expression makes of these facts, rounded to a multiple or to decimals, the `usual` ones where it has none
    of its own; DerivationError where it makes no figure."""
    with localcontext(Context(prec=DIGITS, rounding=ROUND_HALF_UP)):
        made = _evaluate(expression.tree, operands)
        formula = tuple(printed(_formula(expression.tree, operands)))
        told = made.rest or isinstance(expression.tree, Call)
        quantity = finished(made, told=told, rounding=rounding, decimals=decimals, usual=usual)
    try:
        check_possible(quantity)
    except FigureError as error:
        raise DerivationError(str(error)) from error
    return Derived(quantity, formula, made)


def _evaluate(node: Node, operands: Mapping[str, Operand]) -> Operand:
    match node:
        case Name(name=name):
            return operands[name]
        case Pair(sign=sign, left=left, right=right):
            first = WHOLE if isinstance(left, Number) else _evaluate(left, operands)
            sides = (first, _evaluate(right, operands))
            try:
                return pair(sign, *sides)
            except DerivationError as error:
                raise _with_ways(error, sign, (left, right), sides) from error
        case Call(function=function, arguments=arguments):
            values = _values(arguments, operands)
            try:
                return FUNCTIONS[function].make(values, _size(arguments))
            except DerivationError as error:
                raise _with_ways(error, function, arguments, values) from error
        case Group(pattern=pattern):
            message = msg("'{pattern}' is several facts", pattern=pattern)
            raise DerivationError(message, msg("write sum({pattern}) or mean({pattern})", pattern=pattern))
        case Number(text=text):
            raise DerivationError(msg("'{text}' is no fact", text=text))


def _values(arguments: Sequence[Node], operands: Mapping[str, Operand]) -> tuple[Operand, ...]:
    return tuple(_evaluate(each, operands) for each in _spread(arguments))


def _spread(arguments: Sequence[Node]) -> Iterator[Node]:
    """The arguments that are figures, each group as its facts."""
    for each in arguments:
        if isinstance(each, Group):
            yield from each.names
        elif not isinstance(each, Number):
            yield each


def _size(arguments: Sequence[Node]) -> Decimal:
    """For each how many a rate is told: the number at the end."""
    last = arguments[-1]
    size = Decimal(last.text) if isinstance(last, Number) else Decimal(1)
    if size <= 0:
        raise DerivationError(msg("so much is told for each of something: write 1, 100 or 10000"))
    return size


def _formula(node: Node, operands: Mapping[str, Operand]) -> Node:
    """The expression with each function as what it reckons."""
    match node:
        case Pair(sign=sign, left=Number(text=text), right=right):
            return Pair(sign, Number(f"{text}%"), _formula(right, operands))
        case Pair(sign=sign, left=left, right=right):
            return Pair(sign, _formula(left, operands), _formula(right, operands))
        case Call(function=function, arguments=arguments):
            parts = [_formula(each, operands) for each in _spread(arguments)]
            last = arguments[-1]
            size = last.text if isinstance(last, Number) else ""
            return FUNCTIONS[function].formula(parts, _values(arguments, operands), size)
        case _:
            return node


# ---- what can be derived instead -------------------------------------------------------------


def _with_ways(
    error: DerivationError, wanted: str, nodes: Sequence[Node], values: Sequence[Operand]
) -> DerivationError:
    """The error with what can be made of the same figures, what was wanted first; or with a way out of its own."""
    if error.hint or len(values) != 2 or any(isinstance(node, Number | Group) for node in nodes):
        return error
    first, second = (typed(node) for node in nodes)
    ways = [*_ways(first, second, *values), *_ways(second, first, *reversed(values))]
    if not ways:
        return DerivationError(str(error), msg("these two make no figure together"))
    ordered = sorted(dict.fromkeys(ways), key=lambda way: wanted not in way)
    return DerivationError(str(error), _of_these(ordered))


def _of_these(ways: list[str]) -> Message:
    return msg("of these can be made: {ways}", ways=listing(ways[:MOST_TOLD], "unit"))


def _ways(first: str, second: str, one: Operand, other: Operand) -> Iterator[str]:
    """The expressions that make something of two figures."""
    for name, function in FUNCTIONS.items():
        takes_both = len(function.operands) == 2 and not function.many
        if takes_both and _makes(lambda make=function.make: make((one, other), Decimal(1))):
            yield f"{name}({first}, {second})"
    for sign in "+-*/":
        if _makes(lambda sign=sign: pair(sign, one, other)):
            yield f"{first} {sign} {second}"


def _makes(attempt: Callable[[], Operand]) -> bool:
    """Whether an attempt ends in a figure."""
    try:
        attempt()
    except DerivationError:
        return False
    return True
