"""Comments that pass over a problem: `# reportgen: ignore[code] because …`, on its line or on the line above a block.

Which problems may be passed over, and what becomes of the comments, is for checks/ to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from reportgen.content.source import Entries, Items, Scalar, Value
from reportgen.numbers.model.pattern import Pattern
from reportgen.problems import LINE_BREAK, Place
from reportgen.records import record

_MARK = b"reportgen:"
_COMMENT = Pattern(r"(?:(?<=\s)|^)#\s*(reportgen:[^\n]*)", re.MULTILINE)
_IGNORE = Pattern(
    r"reportgen:\s*ignore\s*\[(?P<codes>[^\]]*)\]\s*(?:because|因为)[:：]?\s*(?P<reason>\S.*?)\s*$", re.IGNORECASE
)


@record
class Ignore:
    """A comment: the codes (or the concerns) it passes over, why, and the lines it is for.

    A comment that says no code or gives no reason has none of them, and passes over nothing.
    """

    codes: tuple[str, ...]
    reason: str
    place: Place
    end: Place
    lines: range

    def covers(self, code: str, place: Place) -> bool:
        """Whether a problem of this code at this place is meant."""
        if place.file != self.place.file or place.line not in self.lines:
            return False
        return any(code == told or code.startswith(told.rstrip("/") + "/") for told in self.codes)


def ignores_in(path: Path, name: str, value: Value) -> list[Ignore]:
    """The comments of a file that was read as `value`; what looks like one inside a text is the text's."""
    data = path.read_bytes()
    if _MARK not in data:
        return []
    text = data.decode("utf-8-sig")
    ends = [ignores.end() for ignores in LINE_BREAK.finditer(text)]
    starts = [0, *ends]
    spans = [(scalar.place, scalar.end) for scalar in _scalars(value) if "reportgen:" in scalar.raw]
    ignores: list[Ignore] = []
    for line, start in enumerate(starts):
        whole = text[start : starts[line + 1] if line + 1 < len(starts) else len(text)].rstrip("\r\n\x85\u2028\u2029")
        if not (comment := _COMMENT.search(whole)):
            continue
        place = Place(name, line + 1, comment.start() + 1)
        if any(first <= place and (last is None or place < last) for first, last in spans):
            continue
        alone = not whole[: comment.start()].strip()
        lines = _block_below(text, starts, line) if alone else range(line + 1, line + 2)
        match = _IGNORE.match(comment[1])
        codes = tuple(code.strip() for code in match["codes"].split(",") if code.strip()) if match else ()
        end = Place(name, line + 1, len(whole) + 1)
        ignores.append(Ignore(codes, match["reason"] if match and codes else "", place, end, lines))
    return ignores


def _scalars(value: Value) -> Iterator[Scalar]:
    match value:
        case Scalar():
            yield value
        case Entries():
            for key, inner in value.items():
                yield key
                yield from _scalars(inner)
        case Items():
            for inner in value:
                yield from _scalars(inner)


def _block_below(text: str, starts: Sequence[int], line: int) -> range:
    """The lines of the block that starts under a comment: its first, and those that stand further in."""
    lines = [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    first = next((index for index in range(line + 1, len(lines)) if _said(lines[index])), None)
    if first is None:
        return range(0)
    indent = len(lines[first]) - len(lines[first].lstrip(" "))
    last = first + 1
    for index in range(first + 1, len(lines)):
        if not lines[index].strip():
            continue
        if len(lines[index]) - len(lines[index].lstrip(" ")) <= indent and lines[index].strip()[0] not in "]}":
            break
        last = index + 1
    return range(first + 1, last + 1)


def _said(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")
