"""What a figure may be: the combinations no quantity can have (`check_possible`), and a value that belies its words.

`check_quantity` compares the true value with the qualifier and the round figure shown: "nearly" means below,
and not far below.
"""

from __future__ import annotations

from decimal import Decimal

from reportgen.messages import Message, in_quotes, listing, msg
from reportgen.numbers.model import wordings
from reportgen.numbers.model.errors import FigureError
from reportgen.numbers.model.quantity import (
    Amount,
    Change,
    Difference,
    Fraction,
    Level,
    Money,
    Multiple,
    Ordinal,
    Qualified,
    QualifierType,
    Quantity,
    Rate,
    Ratio,
    Tenths,
    Vague,
    counted_in,
)
from reportgen.numbers.model.rounding import EXACT, half_up, shown_values
from reportgen.problems import Severity

# Over and more say the same thing, so the wordings of one serve the other.
_SAME_RELATION: dict[QualifierType, QualifierType] = {"over": "more", "more": "over"}
_NEAR, _FAR, _CLOSE = Decimal("0.93"), Decimal("1.3"), Decimal("0.05")


def check_possible(quantity: Quantity) -> None:
    """Refuses, with FigureError, combinations that no figure can have."""
    match quantity:
        case Rate():
            check_possible(quantity.amount)
            _check_rate(quantity)
            return
        case Difference():
            _check_difference(quantity)
            return
        case Level():
            if quantity.value < 1:
                raise FigureError(
                    msg("expected a magnitude such as 1e8 (亿级), found {found}", found=quantity.value), "value"
                )
        case Ordinal():
            if quantity.value < 1:
                raise FigureError(msg("expected a place from 1 up, found {found}", found=quantity.value), "value")
            if quantity.qform and (quantity.value > 1 or quantity.top):
                raise FigureError(
                    msg("{wording} is said of the first place only", wording=in_quotes(quantity.qform)), "qform"
                )
        case Vague():
            _check_vague(quantity)
        case Qualified():
            _check_wording(quantity)
        case _:
            pass
    match quantity:
        case Amount():
            _check_amount(quantity)
        case Fraction():
            for name, value in (("num", quantity.num), ("den", quantity.den)):
                _positive(Decimal(value), name)
        case Ratio():
            for name, term in zip(("a", "b", *["ratio"] * len(quantity.more)), quantity.terms, strict=True):
                _positive(term, name)
        case _:
            pass


def _positive(value: Decimal, key: str) -> None:
    if value <= 0:
        raise FigureError(msg("expected a number above zero, found {found}", found=value), key)


def _check_difference(difference: Difference) -> None:
    check_possible(difference.amount)
    amount = counted_in(difference.amount)
    assert isinstance(amount, Amount)
    _check_one_way(amount)
    _check_verb_known(difference.verb)
    _check_basis(difference)


def _check_basis(change: Change | Multiple | Difference) -> None:
    """A period compared with, where the basis wants one, and only there."""
    wanted = change.basis in ("same_period", "period")
    if wanted and change.since is None:
        raise FigureError(msg("expected the period that is compared with, such as 2019"), "since")
    if change.since is not None and not wanted:
        raise FigureError(msg("expected basis same_period or period beside since"), "basis")


def _check_rate(rate: Rate) -> None:
    _positive(rate.per, "per")
    if rate.form == "average" and (rate.per != 1 or rate.each.key not in wordings.AVERAGES):
        raise FigureError(msg("an average is told for one of {each}", each=listing(wordings.AVERAGES, "unit")), "form")


def _check_wording(quantity: Qualified) -> None:
    if quantity.qform is None:
        return
    if quantity.qualifier is None:
        raise FigureError(
            msg(
                "{wording} is the wording of a qualifier; expected qualifier beside it",
                wording=in_quotes(quantity.qform),
            ),
            "qform",
        )
    rows = {quantity.qualifier, _SAME_RELATION.get(quantity.qualifier, quantity.qualifier)}
    known = [wording.text for kind, row in wordings.QUALIFIERS.items() if kind in rows for wording in row]
    if isinstance(quantity, Fraction | Ratio):
        known = [text for text in known if wordings.WORDINGS[text].place != "inside"]
    if quantity.qform not in known:
        raise FigureError(
            msg(
                "{wording} does not say {qualifier}; expected one of {wordings}",
                wording=in_quotes(quantity.qform),
                qualifier=quantity.qualifier,
                wordings=" ".join(known),
            ),
            "qform",
        )


def _check_tens(amount: Amount) -> None:
    """十几亿, 二十几家: 几 is the digit that stands behind tens."""
    if amount.qform == "几" and EXACT.remainder(shown_values(amount)[-1], Decimal(10)):
        raise FigureError(msg("{wording} stands behind tens only", wording=in_quotes("几")), "qform")


def _check_vague(vague: Vague) -> None:
    if vague.order not in wordings.VAGUE_ORDERS:
        raise FigureError(
            msg("expected a power of ten such as 10, 100 or 1000, found {found}", found=vague.order), "order"
        )
    if sum(map(bool, (vague.noun or vague.measure, vague.unit, vague.currency))) > 1:
        raise FigureError(msg("expected one of noun, unit and currency"), "unit" if vague.unit else "currency")


def _check_amount(amount: Amount) -> None:
    if amount.low is not None and amount.high is not None:
        if amount.low >= amount.high:
            raise FigureError(
                msg("expected a number above low, {low}; found {found}", low=amount.low, found=amount.high), "high"
            )
        if amount.shown is not None:
            raise FigureError(msg("a range has no round figure; leave shown out"), "shown")
    if amount.quantum is not None:
        _positive(amount.quantum, "quantum")
    _check_tens(amount)
    match amount:
        case Money():
            _check_dollars(amount)
        case Change():
            _check_change(amount)
        case Multiple():
            _check_multiple(amount)
        case Tenths():
            if any(not 0 < value <= 10 or value != half_up(value, Decimal("0.1")) for value in shown_values(amount)):
                raise FigureError(msg("expected tenths above 0, up to 10, with one decimal at most"), "value")
        case _:
            pass


def _check_dollars(money: Money) -> None:
    rate, quantum = money.options.usd_rate, money.options.usd_quantum
    if rate is None:
        return
    if money.currency != "CNY":
        raise FigureError(
            msg("a dollar bracket stands after yuan, not after {currency}", currency=money.currency), "opt.usd_rate"
        )
    _positive(rate, "opt.usd_rate")
    if quantum is None:
        raise FigureError(msg("expected beside usd_rate: the dollar figure is rounded to it"), "opt.usd_quantum")
    _positive(quantum, "opt.usd_quantum")


def _check_change(change: Change) -> None:
    _check_verb_known(change.verb)
    _check_one_way(change)
    _check_basis(change)
    if change.years is not None and (change.years < 2 or change.basis != "avg_annual"):
        raise FigureError(msg("an average over two years or more has the basis avg_annual"), "years")


def _check_one_way(change: Amount) -> None:
    if change.low is not None and change.high is not None and change.low < 0 < change.high:
        raise FigureError(msg("a change goes one way; expected low and high of one sign"), "low")


def _check_verb_known(verb: str | None, more: tuple[str, ...] = ()) -> None:
    if verb is not None and verb not in (*wordings.VERBS, *more):
        raise FigureError(
            msg(
                "expected one of {verbs}, found {found}",
                verbs=" ".join((*more, *wordings.VERBS)),
                found=in_quotes(verb),
            ),
            "verb",
        )


def _check_multiple(multiple: Multiple) -> None:
    _check_verb_known(multiple.verb, wordings.FANS)
    _check_basis(multiple)
    if multiple.basis != "none" and multiple.form not in ("increase", "fan"):
        raise FigureError(
            msg("a multiple against a basis is one that has grown; expected form increase or fan"), "form"
        )
    least = min(shown_values(multiple))
    if multiple.form == "of":
        _positive(least, "factor")
    elif least <= 1:
        raise FigureError(
            msg(
                "expected a factor above 1, found {found}: a decrease is never said as a multiple; "
                "use a fraction or a percent change",
                found=least,
            ),
            "factor",
        )
    if multiple.form == "fan" and (multiple.value is None or not _is_power_of_two(shown_values(multiple)[0])):
        raise FigureError(msg("expected 2, 4, 8 … (翻一番, 翻两番, 翻三番), found {found}", found=least), "factor")


def _is_power_of_two(value: Decimal) -> bool:
    return value == value.to_integral_value() and int(value).bit_count() == 1


def check_quantity(quantity: Quantity) -> tuple[tuple[Severity, Message], ...]:
    """What a figure's true value says against its qualifier and the figure shown; nothing where all is well."""
    if isinstance(quantity, Rate | Difference):
        return check_quantity(quantity.amount)
    if not isinstance(quantity, Amount) or quantity.value is None:
        return ()
    value, shown = abs(quantity.value), abs(shown_values(quantity)[0])
    if quantity.shown is None and quantity.value == shown_values(quantity)[0]:
        return _check_verb(quantity)
    found = [
        (
            severity,
            msg(
                "{difference}: the value is {value}, the figure shown {shown}",
                difference=difference,
                value=quantity.value,
                shown=shown_values(quantity)[0],
            ),
        )
        for severity, difference in _against(quantity.qualifier, value, shown)
    ]
    return (*found, *_check_verb(quantity))


def _against(kind: QualifierType | None, value: Decimal, shown: Decimal) -> list[tuple[Severity, Message]]:
    match kind:
        case "nearly" if value >= shown:
            return [(Severity.ERROR, msg("nearly says that the value lies below"))]
        case "nearly" if value < _NEAR * shown:
            return [(Severity.WARNING, msg("nearly is said of a value far below"))]
        case "over" if value <= shown:
            return [(Severity.ERROR, msg("over says that the value lies above"))]
        case "more" if value <= shown:
            return [(Severity.ERROR, msg("more says that the value lies above"))]
        case "over" if value >= _FAR * shown:
            return [(Severity.WARNING, msg("over is said of a value far above"))]
        case "more" if value >= _FAR * shown:
            return [(Severity.WARNING, msg("more is said of a value far above"))]
        case "at_least" if value < shown:
            return [(Severity.ERROR, msg("at least says that the value does not lie below"))]
        case "below" if value >= shown:
            return [(Severity.ERROR, msg("below says that the value lies below"))]
        case "at_most" if value > shown:
            return [(Severity.ERROR, msg("at most says that the value does not lie above"))]
        case "approx" if abs(value - shown) > _CLOSE * value:
            return [(Severity.WARNING, msg("about is said of a value more than 5% away"))]
        case _:
            return []


def _check_verb(amount: Amount) -> tuple[tuple[Severity, Message], ...]:
    if not isinstance(amount, Change) or amount.verb is None or not amount.value:
        return ()
    sign = 1 if amount.value > 0 else -1
    if wordings.VERBS[amount.verb].direction == sign:
        return ()
    said = wordings.verb(amount.verb, amount.unit, sign)
    message = msg(
        "the verb {verb} goes the other way than {value}; {written} is written",
        verb=amount.verb,
        value=amount.value,
        written=said,
    )
    return ((Severity.WARNING, message),)
