"""`compare`: where the figures of two Word files, or of the two languages of one, disagree."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.cli.differences import add_options, names_of, tell_differences
from reportgen.cli.tell import USAGE, Commands, say
from reportgen.languages import LANGUAGES, NAMES
from reportgen.messages import Message, msg

if TYPE_CHECKING:
    from reportgen.passages import Passage

EPILOG = msg("""\
Any Word files will do, made here or not, in either order. Paragraphs are paired by their order, lengths and figures;
text in tables, notes, text boxes, headers and captions counts. A bare figure in a table has the unit of its head:
18.2 under 亿元 is RMB 1.82 billion. Exit code 0 when the figures agree, 1 when one does not.
""")


def add(commands: Commands) -> None:
    """The command and its options."""
    about = msg("tell where the figures of a Chinese and an English Word file disagree")
    command = commands.add_parser("compare", help=about, description=about, epilog=EPILOG)
    command.add_argument("files", metavar="DOCX", nargs="+", type=Path, help=msg("two files, or one that is bilingual"))
    add_options(command)
    command.set_defaults(run=_compare, writes=False)


def _compare(options: argparse.Namespace) -> int:
    from reportgen.text_compare import differences, pair
    from reportgen.word.ooxml.package_reader import WordFileError

    if len(options.files) > 2:
        say(msg("compare takes two Word files, or one that holds both languages"))
        return USAGE
    try:
        sides = _sides(options.files)
    except WordFileError as error:
        say(str(error))
        return USAGE
    if isinstance(sides, str):
        say(sides)
        return USAGE
    names = names_of(options)
    pairs = pair(sides["zh"], sides["en"], names)
    return tell_differences(list(differences(pairs, names)), options)


def _sides(files: Sequence[Path]) -> dict[str, tuple[Passage, ...]] | Message:
    """Each language's text, of one file or of two in either order; in words what is missing where one is."""
    from reportgen.passages import leaning
    from reportgen.text_compare import both_languages, one_language

    read = [_passages(file, shown=len(files) > 1) for file in files]
    if len(files) == 1:
        sides = both_languages(read[0])
        missing = [NAMES[language] for language in LANGUAGES if not sides[language]]
        if missing:
            return msg("{file}: no {language} text was found to compare", file=files[0], language=missing[0])
        return sides
    spoken = [leaning(passages) for passages in read]
    for file, language in zip(files, spoken, strict=True):
        if not language:
            return msg("{file}: no text was found to compare", file=file)
    if spoken[0] == spoken[1]:
        (other,) = (NAMES[language] for language in LANGUAGES if language != spoken[0])
        return msg(
            "{file}: no {other} text to compare, for it is {language}, as {first} is; "
            "compare takes a Chinese and an English file, or one that holds both",
            file=files[1],
            first=files[0],
            other=other,
            language=NAMES[spoken[0]],
        )
    return {language: one_language(passages, language) for language, passages in zip(spoken, read, strict=True)}


def _passages(file: Path, *, shown: bool) -> list[Passage]:
    """The file's paragraphs; their places name the file where there are two."""
    from reportgen.word.reader import read_text

    read = read_text(file)
    if not shown:
        return list(read)
    return [replace(each, place=msg("{file}, {place}", file=file.name, place=each.place)) for each in read]
