"""The functions of derived facts, by their names: what each takes, what it makes, and the formula behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import reduce
from typing import TypeAlias

from reportgen.content.derived import changes, proportions
from reportgen.content.derived.operands import DerivationError, Operand, added, kind_of, like, unlike
from reportgen.content.derived.tree import Node, Number, Pair
from reportgen.messages import Message, msg
from reportgen.numbers.model.quantity import Count, Measure, Money, Multiple, Rate
from reportgen.records import record

Make: TypeAlias = Callable[[Sequence[Operand], Decimal], Operand]
Formula: TypeAlias = Callable[[Sequence[Node], Sequence[Operand], str], Node]


@record
class Function:
    """What makes one figure of several. `many` takes any number of them, groups too; `size` a number at the end."""

    operands: tuple[str, ...]
    about: Message
    make: Make
    formula: Formula
    many: bool = False
    size: bool = False

    def takes(self, count: int) -> bool:
        """Whether it can be given so many operands."""
        return count >= 1 if self.many else count in (len(self.operands), len(self.operands) + self.size)

    def form(self, name: str) -> str:
        """How it is written: growth(now, before)."""
        return f"{name}({', '.join(self.operands)}{', …' if self.many else ''})"


# ---- several of one kind -----------------------------------------------------------------


def _summed(operands: Sequence[Operand], _: Decimal) -> Operand:
    """All of them together; averages and multiples do not add up."""
    first = _of_one_kind(operands)
    if isinstance(first.figure, Rate | Multiple):
        raise DerivationError(msg("{kind} does not add up", kind=kind_of(first.figure)))
    return first.of_value(sum((each.value for each in operands), Decimal(0)), **added(*operands))


def _mean(operands: Sequence[Operand], _: Decimal) -> Operand:
    first = _of_one_kind(operands)
    count = Decimal(len(operands))
    value = sum((each.value for each in operands), Decimal(0)) / count
    known = added(*operands)
    return first.of_value(value, **{**known, "slack": known["slack"] / count, "even": False, "place": None})


def _of_one_kind(operands: Sequence[Operand]) -> Operand:
    first = operands[0]
    for each in operands[1:]:
        if not like(first.figure, each.figure):
            raise unlike(first.figure, each.figure)
    return first


def _average_price(operands: Sequence[Operand], size: Decimal) -> Operand:
    """Money for each unit of what was sold or bought."""
    money, amount = operands
    if not isinstance(money.figure, Money) or not isinstance(amount.figure, Measure | Count):
        kinds = {"left": kind_of(money.figure), "right": kind_of(amount.figure)}
        raise DerivationError(msg("an average price is money for an amount, not {left} for {right}", **kinds))
    return proportions.per((money, amount), size)


# ---- formulas ----------------------------------------------------------------------------


def _ratio_of(nodes: Sequence[Node], _: Sequence[Operand], size: str) -> Node:
    quotient = Pair("/", nodes[0], nodes[1])
    return Pair("*", quotient, Number(size)) if size else quotient


def _change_of(nodes: Sequence[Node], operands: Sequence[Operand], _: str) -> Node:
    """a / b - 1; the difference itself of percentages."""
    if changes.in_points(operands[0]):
        return Pair("-", nodes[0], nodes[1])
    return Pair("-", Pair("/", nodes[0], nodes[1]), Number("1"))


def _difference_of(nodes: Sequence[Node], _: Sequence[Operand], __: str) -> Node:
    return Pair("-", nodes[0], nodes[1])


def _yearly_of(nodes: Sequence[Node], operands: Sequence[Operand], _: str) -> Node:
    years = changes.years_of(*operands)
    power = Number(f"1/{years.normalize():f}" if years == years.to_integral_value() else f"1/{years:.2f}")
    return Pair("-", Pair("^", Pair("/", nodes[0], nodes[1]), power), Number("1"))


def _contribution_of(nodes: Sequence[Node], _: Sequence[Operand], __: str) -> Node:
    return Pair("/", Pair("-", nodes[0], nodes[1]), nodes[2])


def _index_of(nodes: Sequence[Node], _: Sequence[Operand], __: str) -> Node:
    return Pair("*", Pair("/", nodes[0], nodes[1]), Number("100"))


def _sum_of(nodes: Sequence[Node], _: Sequence[Operand], __: str) -> Node:
    return reduce(lambda left, right: Pair("+", left, right), nodes)


def _mean_of(nodes: Sequence[Node], operands: Sequence[Operand], size: str) -> Node:
    return Pair("/", _sum_of(nodes, operands, size), Number(str(len(nodes))))


FUNCTIONS: dict[str, Function] = {
    "growth": Function(
        ("now", "before"),
        msg(
            "the change in percent, in points where both are percentages; against what, the facts' times tell "
            "(同比, 环比, 比上年, 比上年末, 比2019年同期)"
        ),
        changes.growth,
        _change_of,
    ),
    "difference": Function(
        ("now", "before"),
        msg("how much more, in points between percentages; a change where the times differ, a distance where not"),
        changes.difference,
        _difference_of,
    ),
    "share": Function(
        ("part", "whole"),
        msg("a part in percent of its whole, both of one time"),
        proportions.share,
        _ratio_of,
    ),
    "ratio": Function(
        ("a", "b"),
        msg("how many times one is the other"),
        proportions.ratio,
        _ratio_of,
    ),
    "per_head": Function(
        ("amount", "people"),
        msg("an amount for each person; with a number at the end, for each so many people"),
        proportions.per_head,
        _ratio_of,
        size=True,
    ),
    "average_price": Function(
        ("money", "amount"),
        msg("money for each unit of an amount"),
        _average_price,
        _ratio_of,
        size=True,
    ),
    "per": Function(
        ("amount", "base"),
        msg("so much of anything for each of anything else; with a number at the end, for each so many"),
        proportions.per,
        _ratio_of,
        size=True,
    ),
    "index": Function(
        ("now", "base"),
        msg("a figure where its base is 100"),
        changes.index,
        _index_of,
    ),
    "cagr": Function(
        ("last", "first"),
        msg("the compound annual rate of growth over the years between the facts' times"),
        changes.cagr,
        _yearly_of,
    ),
    "contribution": Function(
        ("part_now", "part_before", "whole_before"),
        msg("how many points of the growth of a whole came from one of its parts"),
        changes.contribution,
        _contribution_of,
    ),
    "sum": Function(
        ("a", "b"),
        msg("all of them together: facts, or a group of them such as `cities.*.gdp` (`cities.gdp` says the same)"),
        _summed,
        _sum_of,
        many=True,
    ),
    "mean": Function(
        ("a", "b"),
        msg("their mean, each counted alike"),
        _mean,
        _mean_of,
        many=True,
    ),
}
"""Every function, by its name."""
