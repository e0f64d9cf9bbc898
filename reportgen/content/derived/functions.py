"""The functions of derived facts, by their names: what each takes, what it makes, and the formula behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
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
class Example:
    """A function at work, for docs/content.md: an expression of facts, their figures and times, and what it makes."""

    expression: str
    facts: Mapping[str, tuple[str, str]]
    zh: str
    en: str


@record
class Function:
    """What makes one figure of several. `many` takes any number of them, groups too; `size` a number at the end."""

    operands: tuple[str, ...]
    about: Message
    make: Make
    formula: Formula
    example: Example
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
        Example(
            "growth(gdp_2024, gdp_2023)",
            {"gdp_2024": ("1349084亿元", "2024"), "gdp_2023": ("1294272亿元", "2023")},
            "比上年增长4.2%",
            "up 4.2% from the previous year",
        ),
    ),
    "difference": Function(
        ("now", "before"),
        msg("how much more, in points between percentages; a change where the times differ, a distance where not"),
        changes.difference,
        _difference_of,
        Example(
            "difference(urban_2024, urban_2023)",
            {"urban_2024": ("67.0%", "2024"), "urban_2023": ("66.2%", "2023")},
            "比上年提高0.8个百分点",
            "up 0.8 percentage points from the previous year",
        ),
    ),
    "share": Function(
        ("part", "whole"),
        msg("a part in percent of its whole, both of one time"),
        proportions.share,
        _ratio_of,
        Example(
            "share(foreign_routes, routes)",
            {"foreign_routes": ("86条", "2024"), "routes": ("215条", "2024")},
            "40.0%",
            "40.0%",
        ),
    ),
    "ratio": Function(
        ("a", "b"),
        msg("how many times one is the other"),
        proportions.ratio,
        _ratio_of,
        Example(
            "ratio(urban_income, rural_income)",
            {"urban_income": ("54188元", "2024"), "rural_income": ("23119元", "2024")},
            "2.34倍",
            "2.34 times",
        ),
    ),
    "per_head": Function(
        ("amount", "people"),
        msg("an amount for each person; with a number at the end, for each so many people"),
        proportions.per_head,
        _ratio_of,
        Example(
            "per_head(patents, people, 10000)",
            {"patents": ("53000件", "2024"), "people": ("2480万人", "end-2024")},
            "每万人21.37件",
            "21.37 per 10,000 people",
        ),
        size=True,
    ),
    "average_price": Function(
        ("money", "amount"),
        msg("money for each unit of an amount"),
        _average_price,
        _ratio_of,
        Example(
            "average_price(imports, tonnes)",
            {"imports": ("248.63亿元", "2024"), "tonnes": ("37.41万吨", "2024")},
            "66460元/吨",
            "RMB 66,460 per tonne",
        ),
        size=True,
    ),
    "per": Function(
        ("amount", "base"),
        msg("so much of anything for each of anything else; with a number at the end, for each so many"),
        proportions.per,
        _ratio_of,
        Example(
            "per(energy, gdp, 10000)",
            {"energy": ("59.6亿吨标准煤", "2024"), "gdp": ("134.91万亿元", "2024")},
            "0.442吨标准煤/万元",
            "0.442 tonnes of coal equivalent per RMB 10,000",
        ),
        size=True,
    ),
    "index": Function(
        ("now", "base"),
        msg("a figure where its base is 100"),
        changes.index,
        _index_of,
        Example(
            "index(boxes_2024, boxes_2020)",
            {"boxes_2024": ("5120万标箱", "2024"), "boxes_2020": ("4350万标箱", "2020")},
            "117.7",
            "117.7",
        ),
    ),
    "cagr": Function(
        ("last", "first"),
        msg("the compound annual rate of growth over the years between the facts' times"),
        changes.cagr,
        _yearly_of,
        Example(
            "cagr(gdp_2024, gdp_2020)",
            {"gdp_2024": ("1349084亿元", "2024"), "gdp_2020": ("1034868亿元", "2020")},
            "年均增长6.9%",
            "average annual growth of 6.9%",
        ),
    ),
    "contribution": Function(
        ("part_now", "part_before", "whole_before"),
        msg("how many points of the growth of a whole came from one of its parts"),
        changes.contribution,
        _contribution_of,
        Example(
            "contribution(cars_2024, cars_2023, exports_2023)",
            {
                "cars_2024": ("620亿元", "2024"),
                "cars_2023": ("560亿元", "2023"),
                "exports_2023": ("2400亿元", "2023"),
            },
            "2.5个百分点",
            "2.5 percentage points",
        ),
    ),
    "sum": Function(
        ("a", "b"),
        msg("all of them together: facts, or a group of them such as `cities.*.gdp` (`cities.gdp` says the same)"),
        _summed,
        _sum_of,
        Example(
            "sum(cities.gdp)",
            {"cities.suzhou.gdp": ("26727亿元", "2024"), "cities.wuxi.gdp": ("16263.29亿元", "2024")},
            "42990.29亿元",
            "RMB 4,299.029 billion",
        ),
        many=True,
    ),
    "mean": Function(
        ("a", "b"),
        msg("their mean, each counted alike"),
        _mean,
        _mean_of,
        Example(
            "mean(pmi.*)",
            {"pmi.jan": ("49.1", "2025-01"), "pmi.feb": ("50.2", "2025-02"), "pmi.mar": ("50.5", "2025-03")},
            "49.9",
            "49.9",
        ),
        many=True,
    ),
}
"""Every function, by its name."""
