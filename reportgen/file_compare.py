"""Two texts held against each other: Word files of any origin, or strings. This is what `reportgen.compare` is.

Not here: how passages are paired and figures held against each other (comparison/), nor how differences are shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from os import PathLike
from pathlib import Path

from reportgen.briefing_reader import WORD_FILES
from reportgen.comparison.compare import compare_passages
from reportgen.differences import Difference
from reportgen.messages import msg
from reportgen.passages import Passage

Source = str | PathLike[str]
"""A Word file by its path, or a text: a string that ends as Word files do is a path, any other is the text itself."""


def compare(
    a: Source, b: Source | None = None, *, names: Sequence[str] = (), languages: Sequence[str] = ()
) -> tuple[Difference, ...]:
    """What two texts tell differently: a Chinese and an English one in either order, or two editions of one.

    `a` alone is bilingual. `names` hold digits and are no figures (DFM-2). NothingToCompareError, a ValueError, where a
    text or a language is missing; ContentError where a file is no Word file or is not safe to open; OSError where it
    cannot be read. `languages` says what the texts are in, where their characters would not.
    """
    sources = [a] if b is None else [a, b]
    read = [_passages(source, number, shown=b is not None) for number, source in enumerate(sources, 1)]
    called = [_told(source, number) for number, source in enumerate(sources, 1)]
    return compare_passages(read, names, languages, called)


def _is_file(source: Source) -> bool:
    return not isinstance(source, str) or ("\n" not in source and source.lower().endswith(WORD_FILES))


def _told(source: Source, number: int) -> str:
    """What a source is called where something is said of it."""
    return str(Path(source)) if _is_file(source) else str(msg("text {number}", number=number))


def _passages(source: Source, number: int, *, shown: bool) -> list[Passage]:
    """The source's paragraphs; their places name the source where there are two."""
    if not _is_file(source):
        lines = enumerate(str(source).splitlines(), 1)
        found = [Passage(msg("line {line}", line=line), text) for line, text in lines if text.strip()]
    else:
        from reportgen.word.reader import read_text  # here, since texts need nothing that opens Word files

        found = list(read_text(Path(source)))
    if not shown:
        return found
    name = Path(source).name if _is_file(source) else _told(source, number)
    return [replace(passage, place=msg("{file}, {place}", file=name, place=passage.place)) for passage in found]
