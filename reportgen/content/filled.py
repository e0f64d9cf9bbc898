"""A text that an author typed with words of a row in it, as it reads, and as its markup is to be read."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.content.source import Scalar, Stretch
from reportgen.numbers.model.pattern import Pattern

_SIGNS = Pattern(r"[\\*\[\]{}]")


class Filled(Scalar):
    """The text with the words put in, at the place of what was typed; `marked` is the same with the signs of these
    words escaped: a name with a star in it makes nothing bold.
    """

    __slots__ = ("marked", "typed")
    marked: str
    typed: Scalar

    @classmethod
    def of(cls, typed: Scalar, parts: Sequence[tuple[str, bool]]) -> Filled:
        """What was typed, in parts of its own and (True) of a row."""
        filled = cls("".join(text for text, _ in parts))
        filled.place, filled.raw, filled.typed = typed.place, typed.raw, typed
        filled.marked = "".join(_SIGNS.sub(r"\\\g<0>", text) if given else text for text, given in parts)
        return filled

    def stretch(self, start: int, end: int) -> Stretch:
        """Where these characters were typed; the whole text where a row gave them."""
        words = self[start:end]
        place = self.typed.find(words) if words else -1
        return Stretch(self.place, self.end) if place < 0 else self.typed.stretch(place, place + len(words))
