"""Where a change begins and where it ends: from 45% to 52%, 由45%提高到52%."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.numbers.agreement.belonging import Told, value_of
from reportgen.numbers.agreement.subjects import Subject
from reportgen.numbers.grammar.found import Found
from reportgen.numbers.model.pattern import Pattern

_FROM, _TO = Subject("side", "from"), Subject("side", "to")
_ZH = Pattern(
    r"(?P<a>[由从自](?:[^，。；：、0-9]{0,10}|[^，。；：、0-9]{0,4}[0-9]{4}年[^，。；：、0-9]{0,6}))$|(?P<b>[到至为成]了?)$"
)
_ANY = Pattern(r"[由从自]|\b[Ff]rom\b")
_EN = Pattern(r"\b(?:(?P<a>from)|(?P<b>to))\s(?:an?\s|the\s)?$")


def sides(found: list[Found], language: str) -> Iterator[Told]:
    """The figures that a change goes from or to; both ends of a range that is told so."""
    pattern = _ZH if language == "zh" else _EN
    if not _ANY.search(found[0].source):
        return
    for each in found:
        side = pattern.search(each.source, max(0, each.start - 20), each.start)
        if side is None:
            continue
        if each.low is None or each.high is None:
            yield Told(_FROM if side["a"] else _TO, value_of(each), each)
        elif side["a"]:
            yield Told(_FROM, (each.kind, each.low, None, None), each)
            yield Told(_TO, (each.kind, each.high, None, None), each)
