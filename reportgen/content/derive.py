"""Derived facts: an expression of facts (`registered_models / share_of_shanghai`) and the quantity it makes.

The result says what it is made of: the kind follows from the operands, and it is approximate when any of them is or
when it was rounded. A percent counts as its hundredth where it meets another kind.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal, DivisionByZero, InvalidOperation, localcontext
from typing import Any

from reportgen.messages import msg
from reportgen.numbers import Quantity, display
from reportgen.numbers.model.quantity import Amount, Percent, Points
from reportgen.numbers.model.rounding import plain
from reportgen.records import record

MOST_CHARACTERS = 200
_SIGNS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
_SUMS = (ast.Add, ast.Sub)


@record
class Expression:
    """A parsed expression: its tree, the facts it names, and its parts in printing order."""

    tree: ast.expr
    names: tuple[str, ...]
    parts: tuple[str, ...]


def parse_expression(text: str) -> Expression:
    """The expression in `text`; ValueError for anything but names, + - * / and brackets."""
    if len(text) > MOST_CHARACTERS:
        raise ValueError(msg("an expression of {count} characters is too long", count=len(text)))
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise ValueError(msg("'{text}' is no expression of facts", text=text)) from error
    parts = tuple(_parts(tree))
    return Expression(tree, tuple(dict.fromkeys(part for part in parts if part.isidentifier())), parts)


def _parts(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Name(id=name):
            yield name
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _SIGNS:
            yield from _side(left, op, right=False)
            yield _SIGNS[type(op)]
            yield from _side(right, op, right=True)
        case _:
            raise ValueError(msg("'{text}' is no fact", text=ast.unparse(node)))


def _side(node: ast.expr, above: ast.operator, *, right: bool) -> Iterator[str]:
    """An operand, in brackets where leaving them out would change what is printed."""
    weaker = isinstance(node, ast.BinOp) and (
        (isinstance(node.op, _SUMS) and not isinstance(above, ast.Add))
        or (right and not isinstance(above, ast.Add) and type(node.op) is not type(above))
        or (right and isinstance(above, ast.Div | ast.Sub))
    )
    if weaker:
        yield "("
    yield from _parts(node)
    if weaker:
        yield ")"


def derive(expression: Expression, facts: Mapping[str, Quantity], rounding: str | None) -> Quantity:
    """The quantity an expression makes; `rounding` is the multiple it is rounded to. ValueError when it makes none."""
    made = _evaluate(expression.tree, facts)
    quantum = _quantum(rounding)
    result: Any = replace(made, value=plain(made.value))  # a quotient's zeros are nobody's precision
    result = replace(result, quantum=quantum) if quantum is not None else result
    loose = any(getattr(quantity, "qualifier", None) for quantity in facts.values())
    if loose or display(result) != made.value:  # type: ignore[union-attr]
        result = replace(result, qualifier="approx")
    return result


def _quantum(rounding: str | None) -> Decimal | None:
    if rounding is None:
        return None
    try:
        quantum = Decimal(rounding)
    except InvalidOperation:
        quantum = Decimal(0)
    if not quantum.is_finite() or quantum <= 0:
        raise ValueError(msg("round: '{text}' is no precision; write 10, 1 or 0.1", text=rounding))
    return quantum


def _evaluate(node: ast.expr, facts: Mapping[str, Quantity]) -> Any:
    if isinstance(node, ast.Name):
        quantity = facts[node.id]
        value = display(quantity)
        if not isinstance(quantity, Amount) or not isinstance(value, Decimal):
            raise ValueError(msg("'{name}' has no single value to reckon with", name=node.id))
        return _plain(quantity, value)
    assert isinstance(node, ast.BinOp)
    left, right = _evaluate(node.left, facts), _evaluate(node.right, facts)
    with localcontext() as context:
        context.prec = 60
        try:
            return _sum(left, right, node.op) if isinstance(node.op, _SUMS) else _product(left, right, node.op)
        except (DivisionByZero, InvalidOperation) as error:
            raise ValueError(msg("'{text}' divides by nothing", text=ast.unparse(node))) from error


def _plain(quantity: Any, value: Decimal) -> Any:
    """The operand as a bare amount: its own rounding, wording and qualifier do not carry over."""
    if quantity.kind == "change":
        return (Percent if quantity.unit == "percent" else Points)(value=value)
    return replace(
        quantity, value=value, shown=None, quantum=None, qualifier=None, qform=None, aggregate=None, hanzi=False
    )


def _sum(left: Any, right: Any, op: ast.operator) -> Any:
    if _measure(left) != _measure(right):
        raise ValueError(msg("{left} and {right} cannot be added up or compared", left=left.kind, right=right.kind))
    value = left.value + right.value if isinstance(op, ast.Add) else left.value - right.value
    if left.kind == "percent" and isinstance(op, ast.Sub):
        return Points(value=value)
    return replace(left, value=value)


def _measure(amount: Any) -> tuple[Any, ...]:
    """What an amount is counted in: only like can be added to like."""
    return (amount.kind, *(getattr(amount, name, None) for name in ("currency", "unit", "measure", "noun")))


def _product(left: Any, right: Any, op: ast.operator) -> Any:
    divides = isinstance(op, ast.Div)
    if divides and _measure(left) == _measure(right):
        return Percent(value=left.value / right.value * 100)
    keep, other = (right, left) if left.kind in ("percent", "multiple") and not divides else (left, right)
    if other.kind not in ("percent", "multiple"):
        kinds = {"left": left.kind, "right": right.kind}
        if divides:
            raise ValueError(msg("{left} divided by {right} makes no kind of figure", **kinds))
        raise ValueError(msg("{left} multiplied by {right} makes no kind of figure", **kinds))
    factor = other.value / 100 if other.kind == "percent" else other.value
    return replace(keep, value=keep.value / factor if divides else keep.value * factor)
