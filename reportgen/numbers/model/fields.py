"""The keys and values an author typed, taken one by one: numbers, words, choices, flags. Floats are refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import get_close_matches
from functools import cache
from typing import Any, cast, get_args, get_type_hints

from reportgen.numbers.model.lexicon import Lexicon, Noun, Unit
from reportgen.numbers.model.quantity import FigureError, FormatOptions
from reportgen.numbers.model.rounding import MAX_DIGITS

_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,6})?")


def told(value: object, say: Callable[[object], str] = repr) -> str:
    """A value as a message shows it: at most 60 characters, whatever a stranger typed."""
    try:
        return say(value)[:60]
    except (ValueError, RecursionError):  # thousands of digits, thousands of brackets
        return "something far too large"


def mapping_of(value: object, name: str, example: str = "{money: 1.7e12, currency: CNY}") -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise FigureError(f"expected keys and values such as {example}, found {told(value)}", name)
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
            raise FigureError("expected a number, found nothing", key)
        return value

    def integer(self, key: str) -> int | None:
        value = self.number(key)
        if value is None:
            return None
        if value != value.to_integral_value() or abs(value) >= 10**18:
            raise FigureError(f"expected a whole number, found {value}", self.given["kind"] if key == "is" else key)
        return int(value)

    def whole(self, key: str, short: bool = True) -> int:
        value = self.integer("is") if short and "is" in self.given else None
        value = self.integer(key) if value is None else value
        if value is None:
            raise FigureError("expected a whole number, found nothing", key)
        return value

    def text(self, key: str, default: str | None = None) -> str:
        value = self.take(key)
        if value is None and default is not None:
            return default
        if not isinstance(value, str) or len(value) > 200:
            raise FigureError(f"expected words, found {told(value)}", key)
        return value

    def words(self, key: str) -> str:
        """Words that must be there."""
        text = self.text(key)
        if not text.strip():
            raise FigureError("expected words, found none", key)
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
        return default if value is None else _flag(value, key)

    def rows(self, key: str) -> Collection[tuple[str, Any]]:
        value = self.take(key)
        rows = mapping_of(value, key, "{key: value}").items() if value is not None else ()
        for name, _ in rows:
            if not isinstance(name, str):  # pyright: ignore[reportUnnecessaryIsInstance]  # YAML has keys of any type
                raise FigureError(f"expected words as keys, found {told(name)}", key)
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
                kind = self.given.get("kind")
                raise FigureError(refusal(key, self.asked - {"is", "kind"}, f"no such key in a {kind}"), told(key, str))


def refusal(found: object, choices: Collection[str], what: str = "") -> str:
    """A refusal with a way out: the nearest choice, or all of them where they are few."""
    near = get_close_matches(told(found, str), choices, n=1)
    way = f"did you mean {near[0]!r}?" if near else "expected one of " + ", ".join(sorted(choices))
    return f"{what or f'found {told(found)}'}; {way}"


def exact(value: object, key: str) -> Decimal:
    """A number an author typed as an exact Decimal of bounded size; floats are refused, they are already rounded."""
    if isinstance(value, Decimal) or (isinstance(value, int) and not isinstance(value, bool)):
        number = Decimal(value)
    elif isinstance(value, str) and len(value) <= 2 * MAX_DIGITS and _NUMBER.fullmatch(value.strip()):
        number = Decimal(value.strip())
    else:
        found = f"the float {value!r}, which is already rounded" if isinstance(value, float) else told(value)
        raise FigureError(f"expected exact digits such as 178, 7.1 or 1.7e12, found {found}", key)
    if not number.is_finite() or _too_long(number):
        raise FigureError(
            f"expected at most {MAX_DIGITS} digits before and after the point, found {told(value, str)[:40]}", key
        )
    return number


def _too_long(number: Decimal) -> bool:
    exponent = int(number.as_tuple().exponent)
    return number.adjusted() >= MAX_DIGITS or exponent < -MAX_DIGITS or exponent > MAX_DIGITS


def _flag(value: object, key: str) -> bool:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return value == "true"
    raise FigureError(f"expected true or false, found {told(value)}", key)


@cache
def _option_choices() -> dict[str, tuple[object, ...]]:
    """What each option of `FormatOptions` may be: the words of its Literal, or its type."""
    hints = get_type_hints(FormatOptions)
    return {
        name: tuple(value for part in get_args(hint) if part is not type(None) for value in get_args(part) or (part,))
        for name, hint in hints.items()
    }


def option(name: str, value: object) -> Any:
    """One option an author typed, as `FormatOptions` holds it."""
    known = _option_choices()
    if name not in known:
        raise FigureError(refusal(name, known, "no such option"), f"opt.{name}")
    choices = known[name]
    if choices == (bool,):
        return _flag(value, f"opt.{name}")
    if choices == (Decimal,):
        return exact(value, f"opt.{name}")
    if value not in choices:
        raise FigureError(refusal(value, cast("tuple[str, ...]", choices)), f"opt.{name}")
    return value
