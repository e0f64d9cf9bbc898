"""Two texts held against each other: files of any format that is read, or strings. This is what `reportgen.compare` is.

Not here: how passages are paired and figures held against each other (text_compare.py), nor how differences are shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from os import PathLike
from pathlib import Path

from reportgen.comparison.spoken import COMPARED, leaning
from reportgen.decimals import exact
from reportgen.languages import LANGUAGES
from reportgen.messages import Message, msg
from reportgen.passages import Passage
from reportgen.text_compare import Difference, both_languages, differences, one_language, pair
from reportgen.texts.plain import read_plain
from reportgen.texts.read import READ, read_passages

Source = str | PathLike[str]
"""A file by its path, or a text: a string of one line that ends as files that are read do is a path."""


class NothingToCompareError(ValueError):
    """Sources that hold no text, or no text in one of the languages; says which."""

    def __init__(self, told: Message) -> None:
        super().__init__(told)
        self.told = told

    def __str__(self) -> Message:
        return self.told


def compare(a: Source, b: Source | None = None, *, names: Sequence[str] = ()) -> tuple[Difference, ...]:
    """Where the figures of a Chinese and an English text disagree, in either order; `a` alone is bilingual.

    `names` hold digits and are no figures (DFM-2). NothingToCompareError, a ValueError, where a language is missing;
    ContentError where a file is not of its format or is not safe to open; OSError where it cannot be read.
    """
    sources = [a] if b is None else [a, b]
    read = [_passages(source, number, shown=b is not None) for number, source in enumerate(sources, 1)]
    with exact():
        sides = _sides(read, [_told(source, number) for number, source in enumerate(sources, 1)])
        return tuple(differences(pair(sides["zh"], sides["en"], names), names))


def _sides(read: Sequence[Sequence[Passage]], told: Sequence[str]) -> dict[str, tuple[Passage, ...]]:
    """Each language's text, of one source or of two in either order."""
    if len(read) == 1:
        sides = both_languages(read[0])
        for language in COMPARED:
            if not sides[language]:
                raise NothingToCompareError(_missing(told[0], LANGUAGES[language].name))
        return sides
    spoken = [leaning(passages) for passages in read]
    for name, language in zip(told, spoken, strict=True):
        if not language:
            raise NothingToCompareError(msg("{file}: no text was found to compare", file=name))
    if spoken[0] == spoken[1]:
        raise NothingToCompareError(_same(told, spoken[0]))
    return {language: one_language(passages, language) for language, passages in zip(spoken, read, strict=True)}


def _missing(name: str, language: str) -> Message:
    return msg("{file}: no {language} text was found to compare", file=name, language=language)


def _same(told: Sequence[str], language: str) -> Message:
    (other,) = (LANGUAGES[each].name for each in COMPARED if each != language)
    return msg(
        "{second}: no {other} text to compare, for it is {language}, as {first} is; "
        "compare takes a {zh} and an {en} file, or one that holds both",
        first=told[0],
        second=told[1],
        other=other,
        language=LANGUAGES[language].name,
        **{each: LANGUAGES[each].name for each in COMPARED},
    )


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
