"""Two texts held against each other: files of any format that is read, or strings. This is what `reportgen.compare` is.

Not here: how passages are paired and figures held against each other (comparison/), nor how differences are shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from os import PathLike
from pathlib import Path

from reportgen.comparison.compare import compare_passages
from reportgen.differences import Difference
from reportgen.messages import msg
from reportgen.passages import Passage
from reportgen.texts.plain import read_plain
from reportgen.texts.read import READ, read_passages

Source = str | PathLike[str]
"""A file by its path, or a text: a string of one line that ends as files that are read do is a path."""


def compare(
    a: Source, b: Source | None = None, *, names: Sequence[str] = (), languages: Sequence[str] = ()
) -> tuple[Difference, ...]:
    """What two texts tell differently: a Chinese and an English one in either order, or two editions of one.

    `a` alone is bilingual. `names` hold digits and are no figures (DFM-2). NothingToCompareError, a ValueError, where a
    text or a language is missing; ContentError where a file is not of its format or not safe to open; OSError where it
    cannot be read. `languages` says what the texts are in, where their characters would not.
    """
    sources = [a] if b is None else [a, b]
    read = [_passages(source, number, shown=b is not None) for number, source in enumerate(sources, 1)]
    called = [_told(source, number) for number, source in enumerate(sources, 1)]
    return compare_passages(read, names, languages, called)


def _is_file(source: Source) -> bool:
    return not isinstance(source, str) or ("\n" not in source and source.lower().endswith(READ))


def _told(source: Source, number: int) -> str:
    """What a source is called where something is said of it."""
    return str(Path(source)) if _is_file(source) else str(msg("text {number}", number=number))


def _passages(source: Source, number: int, *, shown: bool) -> list[Passage]:
    """The source's paragraphs; their places name the source where there are two."""
    found = list(read_passages(Path(source)) if _is_file(source) else read_plain(str(source)))
    if not shown:
        return found
    name = Path(source).name if _is_file(source) else _told(source, number)
    return [replace(passage, place=msg("{file}, {place}", file=name, place=passage.place)) for passage in found]
