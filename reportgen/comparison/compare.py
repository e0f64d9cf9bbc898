"""Two documents that were read, or one in two languages, held against each other: what differs, ready to be shown.

Between a Chinese and an English text figures have to agree; between two editions in one language they may have changed.
Not here: reading files, and showing differences.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportgen.comparison.bilingual import compare_languages
from reportgen.comparison.editions import compare_editions
from reportgen.comparison.headings import unnumbered
from reportgen.comparison.places import Source
from reportgen.comparison.report import report
from reportgen.comparison.spoken import COMPARED, by_language, leaning
from reportgen.comparison.table_units import with_units
from reportgen.decimals import exact
from reportgen.differences import Difference
from reportgen.languages import LANGUAGES
from reportgen.messages import Message, msg
from reportgen.passages import Kind, Passage


class NothingToCompareError(ValueError):
    """Documents that hold no text, or no text in one of the languages; says which."""

    def __init__(self, told: Message) -> None:
        super().__init__(told)
        self.told = told

    def __str__(self) -> Message:
        return self.told


Read = Sequence[Passage]
"""A document as its reader gave it."""


def compare_passages(
    read: Sequence[Read],
    names: Sequence[str] = (),
    languages: Sequence[str] = (),
    called: Sequence[str] = (),
) -> tuple[Difference, ...]:
    """What two documents tell differently, or the two languages of one; the surest errors first.

    `languages` are those of the documents, by their characters where none is said. `names` hold digits and are no
    figures (DFM-2). `called` is what messages call the documents. NothingToCompareError where one holds no text, or
    one alone only one language.
    """
    numbered = [[replace(passage, block=block) for block, passage in enumerate(each)] for each in read]
    called = called or [str(msg("text {number}", number=number)) for number in range(1, len(read) + 1)]
    with exact():
        if len(numbered) == 1:
            return _bilingual(numbered[0], names, called[0])
        return _two(numbered, names, languages or [leaning(each) for each in numbered], called)


def _bilingual(read: Read, names: Sequence[str], called: str) -> tuple[Difference, ...]:
    zh, en = both_languages(read)
    for language, side in zip(COMPARED, (zh, en), strict=True):
        if not side:
            name = LANGUAGES[language].name
            raise NothingToCompareError(
                msg("{file}: no {language} text was found to compare", file=called, language=name)
            )
    told = compare_languages(_translated(zh), _translated(en), names)
    return report(told, Source(0, read, "zh"), Source(0, read, "en"))


def _two(
    read: Sequence[Read], names: Sequence[str], languages: Sequence[str], called: Sequence[str]
) -> tuple[Difference, ...]:
    for each, language, name in zip(read, languages, called, strict=True):
        if not language or not each:
            raise NothingToCompareError(msg("{file}: no text was found to compare", file=name))
    sides = [one_language(each, language) for each, language in zip(read, languages, strict=True)]
    sources = [Source(number, *each) for number, each in enumerate(zip(read, languages, strict=True))]
    if languages[0] == languages[1]:
        return report(compare_editions(sides[0], sides[1], languages[0], names), *sources)
    zh, en = (languages.index(language) for language in COMPARED)
    told = compare_languages(_translated(sides[zh]), _translated(sides[en]), names)
    return report(told, sources[zh], sources[en])


def _translated(passages: Read) -> tuple[Passage, ...]:
    """The passages that one language tells as the other does: not the list of sources, where titles are as they are."""
    return tuple(passage for passage in passages if passage.kind is not Kind.SOURCE)


def both_languages(passages: Read) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    """The Chinese and the English text of a bilingual document, ready to be compared."""
    parted = by_language(unnumbered(passages))
    zh, en = (with_units(parted[language], language) for language in COMPARED)
    return zh, en


def one_language(passages: Read, language: str) -> tuple[Passage, ...]:
    """The text of a document in one language, ready to be compared, whatever stray words of the other it holds."""
    return with_units(tuple(unnumbered(passages)), language)
