"""How the two columns of a side-by-side page share its width: so that the document takes the fewest lines."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.document import Bullets, Callout, Document, Paragraph, Phrase
from reportgen.template.model import Look
from reportgen.word.body.runs import plain
from reportgen.word.ooxml import measure
from reportgen.word.ooxml.xml import twips
from reportgen.word.styles.scripts import is_cjk

_SHARES = range(38, 63)
"""What the first column may have of the width, in per cent: a narrower one would break every other word."""

_LETTERS = 0.9
"""How wide Latin text is of what `measure` takes it for, which is for no line to be cut."""


def text_widths(document: Document, look: Look) -> tuple[int, ...]:
    """The width of the text in each column, in twips, without the gaps."""
    count = len(document.languages)
    room = twips(look.page.text_width) - twips(look.pairs.gap) * (count - 1)
    if count != 2:
        each = room // count
        return (room - each * (count - 1), *(each,) * (count - 1))
    size = float((look.columns.get("body") or look.styles["body"]).size)
    lengths = [
        tuple(_length(phrase, language, size) for language in document.languages) for phrase in _phrases(document)
    ]
    costs = {share: _cost(lengths, room / 20, share / 100, size) for share in _SHARES}
    best = [share for share, cost in costs.items() if cost == min(costs.values())]
    first = round(room * best[len(best) // 2] / 100) if lengths else room // 2
    return first, room - first


def cell_widths(document: Document, look: Look) -> tuple[int, ...]:
    """The same with half a gap on each side of what parts them."""
    widths = text_widths(document, look)
    half, last = twips(look.pairs.gap / 2), len(widths) - 1
    cells = [width + (half if index else 0) + (half if index < last else 0) for index, width in enumerate(widths)]
    return (twips(look.page.text_width) - sum(cells[1:]), *cells[1:])


def _cost(lengths: list[tuple[float, ...]], room: float, share: float, size: float) -> int:
    """The lines that all pairs take where the first column has a share of the room, a character lost at each end."""
    rooms = room * share - size / 2, room * (1 - share) - size
    return sum(max(-int(-length // wide) for length, wide in zip(pair, rooms, strict=True)) for pair in lengths)


def _length(phrase: Phrase, language: str, size: float) -> float:
    """How long a line would be that holds the words of a language, in points."""
    words = "".join(plain(line) for line in phrase if line.language == language)
    return measure.unbroken(words, size) * (1 if is_cjk(language) else _LETTERS)


def _phrases(document: Document) -> Iterator[Phrase]:
    """What stands in columns."""
    for element in document.elements:
        match element:
            case Paragraph():
                yield element.text
            case Bullets():
                yield from element.items
            case Callout():
                yield from (element.title, *element.paragraphs)
            case _:
                continue
