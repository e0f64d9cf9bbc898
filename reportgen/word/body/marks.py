"""Hidden bookmarks round figures and lines, by which a file's figures are found again whatever people make of it.

A figure's mark reaches one character beyond it on each side, so that what is typed over the figure stays inside; a
line's mark opens behind its first character, since what is put before a paragraph would else be taken for its own, and
no mark ends behind the last. Names start with `_`, which Word hides, and are of one file and edition. Where marks stand
is worked out on the words of a line; its runs keep the dress that they have without marks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from reportgen.document import Document, Inline, Run
from reportgen.ledger import LedgerLine, is_marked, numbered, stretches
from reportgen.records import record

FIGURE, LINE = "_Fig", "_Lin"
"""What the names of marks open with; the digits of the file and a number follow."""

_Spot = tuple[int, int]
"""Which of a line's inlines, and before which of its characters."""

NO_SPOTS: Mapping[_Spot, str] = {}


@record
class LineMark:
    """The number of a line, whether it has a mark of its own, and the figures in it."""

    number: int
    own: bool
    figures: tuple[int, ...]

    @property
    def last(self) -> int:
        """The last of its numbers."""
        return max((self.number, *self.figures))


def mark_name(prefix: str, file: str, number: int) -> str:
    """The name of a mark; at most the 40 characters that Word allows."""
    return f"{prefix}{file}_{number}"


def line_marks(document: Document) -> tuple[dict[int, LineMark], tuple[LedgerLine, ...]]:
    """The marks of the document's lines, by the identities of their inlines; and the lines."""
    told = tuple(numbered(document))
    return {id(inlines): _mark(line) for inlines, line in told}, tuple(line for _, line in told)


def _mark(line: LedgerLine) -> LineMark:
    return LineMark(line.number, is_marked(line), tuple(figure.number for figure in line.figures))


def marks_within(inlines: Sequence[Inline], mark: LineMark, file: str) -> Mapping[_Spot, str]:
    """The bookmarks of a line, by where they stand: which inline, and before which of its characters."""
    lengths = [len(inline.text) if isinstance(inline, Run) else 0 for inline in inlines]
    closed: defaultdict[_Spot, list[str]] = defaultdict(list)
    opened: defaultdict[_Spot, list[str]] = defaultdict(list)
    last = _last(lengths)

    def put(first: _Spot, end: _Spot, prefix: str, number: int) -> None:
        tie, stop = f'w:id="{number}"', max(first, min(end, last))
        opened[first].append(f'<w:bookmarkStart {tie} w:name="{mark_name(prefix, file, number)}"/>')
        (opened if first == stop else closed)[stop].append(f"<w:bookmarkEnd {tie}/>")

    if mark.own:
        put((0, 1) if lengths[0] > 1 else (1, 0), last, LINE, mark.number)
    numbers = iter(mark.figures)
    at = 0
    for fact, members in stretches(tuple(inlines)):
        if fact:
            put(_before(at, lengths), _behind(at + len(members), lengths), FIGURE, next(numbers))
        at += len(members)
    return {spot: "".join(closed[spot] + opened[spot]) for spot in (*closed, *opened)}


def _last(lengths: Sequence[int]) -> _Spot:
    """The last place where a mark may end: before the line's last character.

    A bookmark that ends where its paragraph ends changes how LibreOffice 7.4 levels the columns around it.
    """
    last = len(lengths) - 1
    return last, max(0, lengths[last] - 1)


def _before(first: int, lengths: Sequence[int]) -> _Spot:
    """Where the mark of a figure opens: before the character before it, but not before the first of a line."""
    if first == 0:
        return (0, 1) if lengths[0] > 1 else (1, 0)
    before = lengths[first - 1]
    alone = before == 1 and first == 1
    return (first - 1, before - 1) if before and not alone else (first, 0)


def _behind(last: int, lengths: Sequence[int]) -> _Spot:
    """Where it ends: behind the character behind it."""
    if last == len(lengths) or not lengths[last]:
        return last, 0
    return (last, 1) if lengths[last] > 1 else (last + 1, 0)
