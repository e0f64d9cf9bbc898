"""The keys and values an author typed, taken one by one: numbers, words, choices, flags. Floats are refused."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, cast

from reportgen.messages import Message, in_quotes, listing, msg
from reportgen.numbers.model.errors import FigureError
from reportgen.numbers.model.kind_names import kind_name
from reportgen.numbers.model.lexicon import Lexicon, Noun, Unit
from reportgen.numbers.model.pattern import Pattern
from reportgen.numbers.model.rounding import MAX_DIGITS

_NUMBER = Pattern(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,6})?")


def quoted(value: object, say: Callable[[object], str] = repr) -> str:
    """A value as a message shows it: at most 60 characters, whatever a stranger typed."""
    try:
        shown = say(value)
    except (ValueError, RecursionError):  # thousands of digits, thousands of brackets
        return msg("something far too large")
    return in_quotes(value) if isinstance(value, str) and say is repr and len(shown) <= 60 else shown[:60]


def mapping_of(value: object, name: str, example: str = "{money: 1.7e12, currency: CNY}") -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise FigureError(
            msg("expected keys and values such as {example}, found {found}", example=example, found=quoted(value)), name
        )
    return cast("Mapping[str, Any]", value)


@dataclass(slots=True)
class Keys:
    """The keys of a mapping, taken one by one; what is left at the end is unknown."""

    given: Mapping[str, Any]
    lexicon: Lexicon
    asked: set[str] = field(default_factory=set[str])

    def take(self, key: str) -> Any:
        self.asked.add(key)
        return self.given.get(key)

    def number(self, key: str) -> Decimal | None:
        value = self.take(key)
        return None if value is None else exact(value, self.given["kind"] if key == "is" else key)

    def needed(self, key: str, short: bool = True) -> Decimal:
        value = self.number("is") if short and "is" in self.given else None
        value = self.number(key) if value is None else value
        if value is None:
            raise FigureError(msg("expected a number, found nothing"), key)
        return value

    def integer(self, key: str) -> int | None:
        value = self.number(key)
        if value is None:
            return None
        if value != value.to_integral_value() or abs(value) >= 10**18:
            raise FigureError(
                msg("expected a whole number, found {found}", found=value), self.given["kind"] if key == "is" else key
            )
        return int(value)

    def whole(self, key: str, short: bool = True) -> int:
        value = self.integer("is") if short and "is" in self.given else None
        value = self.integer(key) if value is None else value
        if value is None:
            raise FigureError(msg("expected a whole number, found nothing"), key)
        return value

    def text(self, key: str, default: str | None = None) -> str:
        value = self.take(key)
        if value is None and default is not None:
            return default
        if not isinstance(value, str) or len(value) > 200:
            raise FigureError(msg("expected words, found {found}", found=quoted(value)), key)
        return value

    def words(self, key: str) -> str:
        """Words that must be there."""
        text = self.text(key)
        if not text.strip():
            raise FigureError(msg("expected words, found none"), key)
        return text

    def choice(self, key: str, choices: Collection[str], default: str | None = None) -> str:
        value = self.take(key)
        if value is None and default is not None:
            return default
        if not isinstance(value, str) or value not in choices:
            raise FigureError(refusal(value, choices), key)
        return value

    def maybe(self, key: str, choices: Collection[str]) -> Any:
        return None if self.take(key) is None else self.choice(key, choices)

    def flag(self, key: str, default: bool = False) -> bool:
        value = self.take(key)
        return default if value is None else flag(value, key)

    def rows(self, key: str) -> Collection[tuple[str, Any]]:
        value = self.take(key)
        rows = mapping_of(value, key, "{key: value}").items() if value is not None else ()
        for name, _ in rows:
            if not isinstance(name, str):  # pyright: ignore[reportUnnecessaryIsInstance]  # YAML has keys of any type
                raise FigureError(msg("expected words as keys, found {found}", found=quoted(name)), key)
        return rows

    def noun(self, key: str) -> Noun | None:
        name = self.maybe(key, self.lexicon.nouns)
        return self.lexicon.nouns[name] if name else None

    def unit(self, key: str) -> Unit | None:
        name = self.maybe(key, self.lexicon.units)
        return self.lexicon.units[name] if name else None

    def refuse_the_rest(self) -> None:
        for key in self.given:
            if key not in self.asked:
                kind = kind_name(self.given.get("kind"))
                unknown = msg("no such key in a {kind}", kind=kind)
                raise FigureError(refusal(key, self.asked - {"is", "kind"}, unknown), quoted(key, str))


def refusal(found: object, choices: Collection[str], what: Message | None = None) -> Message:
    """A refusal with a way out: the nearest choice, or all of them where they are few."""
    from difflib import get_close_matches  # here, for it loads slowly

    what = what or msg("found {found}", found=quoted(found))
    near = get_close_matches(quoted(found, str), choices, n=1)
    if near:
        return msg("{what}; did you mean {near}?", what=what, near=in_quotes(near[0]))
    return msg("{what}; expected one of {choices}", what=what, choices=listing(sorted(choices), "unit"))


def exact(value: object, key: str) -> Decimal:
    """A number an author typed as an exact Decimal of bounded size; floats are refused, they are already rounded."""
    if isinstance(value, Decimal) or (isinstance(value, int) and not isinstance(value, bool)):
        number = Decimal(value)
    elif isinstance(value, str) and len(value) <= 2 * MAX_DIGITS and _NUMBER.fullmatch(value.strip()):
        number = Decimal(value.strip())
    else:
        found = quoted(value)
        if isinstance(value, float):
            found = msg("the float {value}, which is already rounded", value=repr(value))
        raise FigureError(msg("expected exact digits such as 178, 7.1 or 1.7e12, found {found}", found=found), key)
    if not number.is_finite() or _is_too_long(number):
        raise FigureError(
            msg(
                "expected at most {most} digits before and after the point, found {found}",
                most=MAX_DIGITS,
                found=_shortened(quoted(value, str)),
            ),
            key,
        )
    return number


def _shortened(found: str) -> str:
    return found if isinstance(found, Message) else found[:40]


def _is_too_long(number: Decimal) -> bool:
    exponent = int(number.as_tuple().exponent)
    return number.adjusted() >= MAX_DIGITS or exponent < -MAX_DIGITS or exponent > MAX_DIGITS


def flag(value: object, key: str) -> bool:
    """A yes or no an author typed."""
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return value == "true"
    raise FigureError(msg("expected true or false, found {found}", found=quoted(value)), key)
