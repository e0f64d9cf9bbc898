"""One unit for all figures of a table column or an axis: 亿元, RMB billion, %. Divisors differ, Decimals do not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from reportgen.messages import msg
from reportgen.numbers.languages import LANGUAGES, writer
from reportgen.numbers.model.errors import FigureError
from reportgen.numbers.model.kind_names import kind_name
from reportgen.numbers.model.options import NO_OPTIONS, FormatOptions
from reportgen.numbers.model.quantity import (
    Amount,
    Change,
    Count,
    Difference,
    Measure,
    Money,
    Multiple,
    Percent,
    Points,
    Quantity,
    Rate,
    counted_in,
)
from reportgen.numbers.model.representation import Readable
from reportgen.numbers.model.rounding import plain, printed, scaled, shown_values
from reportgen.numbers.model.style import FigureStyle, LanguageWriter
from reportgen.numbers.writing.options import decided, options_of, scale_of

Countable = Money | Count | Measure | Percent | Points | Multiple | Rate
ONE = Decimal(1)
_NO_ZEROS = FormatOptions(keep_zeros=False)


@dataclass(frozen=True, slots=True, repr=False)
class CommonUnit(Readable):
    """The unit that figures of one kind share: what they count in, and a power of ten by language."""

    like: Countable  # a figure of the kind, its value without meaning
    scales: Mapping[str, tuple[str, int]]  # language to the scale's name and power of ten
    style: FigureStyle
    decimals: Mapping[str, int] = field(default_factory=dict[str, int])  # language to the decimals that all share
    natural: bool = True  # whether each of them takes the scale of the unit when it stands alone

    def sayings(self) -> Iterator[str]:
        yield " / ".join(self.label(language) for language in self.scales)

    def label(self, language: str, **options: Any) -> str:
        """The unit in words, for a column's head or an axis: 亿元, RMB billion; `options` as `write` has them."""
        style = decided(NO_OPTIONS, tuple(options.items()), "table", language) if options else self.style
        return writer(language).label(self.like, self._scale(language)[0], style)

    def divisor(self, language: str) -> Decimal:
        """What a base unit is divided by: 1E+8 for 亿元, 1E+9 for RMB billion."""
        return ONE.scaleb(self._scale(language)[1])

    def at(self, value: Decimal) -> Countable:
        """A plain figure of the unit, in base units, with the decimals that it needs: for the ticks of an axis."""
        if isinstance(self.like, Rate):
            return replace(self.like, amount=replace(self.like.amount, value=value), options=_NO_ZEROS)
        return replace(self.like, value=value, options=_NO_ZEROS)

    def aligned(self, quantity: Quantity) -> Quantity:
        """The figure with the decimals that all share, for where it is printed with its unit."""
        language = next(iter(self.scales))
        decimals = self.decimals.get(language, 0)
        if not (decimals and self.natural) or not isinstance(quantity, Amount) or quantity.qualifier is not None:
            return quantity
        quantum = ONE.scaleb(self._scale(language)[1] - decimals)
        return replace(quantity, quantum=quantum, options=replace(quantity.options, keep_zeros=True))

    def to(self, step: Decimal) -> CommonUnit:
        """The unit with the decimals that a step of its figures needs: 0.1亿元 is RMB 0.01 billion."""
        last = int(step.as_tuple().exponent)
        return replace(self, decimals={language: max(0, power - last) for language, (_, power) in self.scales.items()})

    def power(self, quantity: Quantity, language: str) -> int:
        """The power of ten for a figure of this unit; FigureError for a figure of another."""
        if _like(quantity) != self.like:
            raise FigureError(
                msg(
                    "the figure is a {kind} that is not counted in {unit}",
                    kind=kind_name(quantity.kind),
                    unit=repr(self.label(language)),
                ),
                "unit",
            )
        return self._scale(language)[1]

    def _scale(self, language: str) -> tuple[str, int]:
        """The scale in a language; one that came later than the unit counts in base units."""
        return self.scales.get(language, ("", 0))


def common_unit(quantities: Iterable[Quantity], **options: Any) -> CommonUnit | None:
    """The unit all the quantities share, None where they share none.

    The scale is the largest in which the largest figure reaches 1, the smallest 0.1, and none needs more than two
    decimals in Chinese or three in English; `zh_scale`, `en_scale` and the like force one. `options` are those of
    `FormatOptions`.
    """
    all_of_them = list(quantities)
    kinds = [_like(quantity) for quantity in all_of_them]
    like = kinds[0] if kinds else None
    if like is None or any(other != like for other in kinds):
        return None
    asked = tuple(options.items())
    style = decided(NO_OPTIONS, asked, "table")
    amounts = [counted_in(quantity) for quantity in all_of_them]
    if not isinstance(amounts[0], Money | Count | Measure):
        alone = dict.fromkeys(LANGUAGES, ("", 0))
        return CommonUnit(like, alone, style, _decimals(amounts, alone))
    values = [plain(value) for each in amounts if isinstance(each, Amount) for value in printed(each) if value]
    wanted = options_of(asked)
    scales: dict[str, tuple[str, int]] = {}
    for language in LANGUAGES:
        row, scale = writer(language), scale_of(wanted, language)
        if scale == "auto" and style.communique and isinstance(amounts[0], Money):
            scale = row.communique_scale
        scales[language] = _scale(values, row, scale)
    natural = all(_natural(value, writer(name)) == power for name, (_, power) in scales.items() for value in values)
    return CommonUnit(like, scales, style, _decimals(amounts, scales), natural)


def _decimals(amounts: Iterable[Quantity], scales: Mapping[str, tuple[str, int]]) -> dict[str, int]:
    """The decimals that the figures share in the unit of each language: as many as the one that has most."""
    least = min((_precision(value) for each in amounts for value in _shown(each) if value), default=0)
    return {language: max(0, power - least) for language, (_, power) in scales.items()}


def _shown(quantity: Quantity) -> tuple[Decimal, ...]:
    return shown_values(quantity) if isinstance(quantity, Amount) else ()


def _precision(value: Decimal) -> int:
    """The power of ten of a figure's last digit: zeros printed behind the point count, others do not.

    489.0亿元 was printed to a tenth; 17000亿元, which stands alone as 1.7万亿元, was not to four decimals.
    """
    last, needed = (int(each.as_tuple().exponent) for each in (value, plain(value)))
    rows = [writer(language) for language in LANGUAGES]
    behind_the_point = all(0 < _natural(value, row) - last <= row.unit_decimals or last < 0 for row in rows)
    return last if behind_the_point else needed


def _natural(value: Decimal, row: LanguageWriter) -> int:
    """The power of the scale that a figure takes when it stands alone."""
    name = scaled(plain(value), row.scales, row.unit_decimals)[1]
    return dict(row.scales).get(name, 0)


def _like(quantity: Quantity) -> Countable | None:
    """A figure of value 1 that counts in the same; None for kinds that have no unit to share."""
    match quantity:
        case Money():
            return Money(value=ONE, currency=quantity.currency)
        case Count():
            return Count(value=ONE, measure=quantity.measure, noun=quantity.noun)
        case Measure():
            return Measure(value=ONE, unit=quantity.unit)
        case Percent() | Change(unit="percent"):
            return Percent(value=ONE)
        case Points() | Change():
            return Points(value=ONE)
        case Multiple():
            return Multiple(value=ONE)
        case Rate():
            amount = _like(quantity.amount)
            assert isinstance(amount, Money | Count | Measure)
            return Rate(amount=amount, per=quantity.per, each=quantity.each)
        case Difference():
            return _like(quantity.amount)
        case _:
            return None


def _scale(values: list[Decimal], row: LanguageWriter, wanted: str) -> tuple[str, int]:
    if wanted != "auto":
        return next(((name, power) for name, power in row.scales if name == wanted), ("", 0))
    sizes = [value.adjusted() for value in values]
    for name, power in row.scales:
        fits = sizes and max(sizes) >= power and min(sizes) >= power - 1
        if fits and all(power - int(value.as_tuple().exponent) <= row.unit_decimals for value in values):
            return name, power
    return "", 0
