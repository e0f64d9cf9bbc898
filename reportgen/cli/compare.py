"""`compare`: where the figures of two Word files, or of the two languages of one, disagree."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.cli.differences import add_options, names_of, tell_differences
from reportgen.cli.tell import USAGE, Commands, say
from reportgen.languages import LANGUAGES, NAMES

if TYPE_CHECKING:
    from reportgen.compare import Passage

EPILOG = """\
Any Word files will do, made here or not. Paragraphs are paired by their order, lengths and figures; text in tables,
notes, text boxes, headers and captions counts. Exit code 0 when the figures agree, 1 when one does not.
"""


def add(commands: Commands) -> None:
    """The command and its options."""
    about = "tell where the figures of a Chinese and an English Word file disagree"
    raw = argparse.RawDescriptionHelpFormatter
    command = commands.add_parser("compare", help=about, description=about, epilog=EPILOG, formatter_class=raw)
    command.add_argument("files", metavar="DOCX", nargs="+", type=Path, help="two files, or one that is bilingual")
    add_options(command)
    command.set_defaults(run=_compare, writes=False)


def _compare(options: argparse.Namespace) -> int:
    from reportgen.compare import differences, pair
    from reportgen.word.opened import WordFileError

    if len(options.files) > 2:
        say("compare takes two Word files, or one that holds both languages")
        return USAGE
    try:
        sides = _sides([_passages(file, shown=len(options.files) > 1) for file in options.files])
    except WordFileError as error:
        say(str(error))
        return USAGE
    for language in LANGUAGES:
        if not sides[language]:
            where = " and ".join(map(str, options.files))
            say(f"{where}: no {NAMES[language]} text was found to compare")
            return USAGE
    names = names_of(options)
    pairs = pair(sides["zh"], sides["en"], names)
    return tell_differences(list(differences(pairs, names)), options)


def _passages(file: Path, *, shown: bool) -> list[Passage]:
    """The file's paragraphs; their places name the file where there are two."""
    from reportgen.compare import Passage
    from reportgen.word.reader import read_text

    prefix = f"{file.name}, " if shown else ""
    return [Passage(prefix + passage.place, passage.text) for passage in read_text(file)]


def _sides(files: Sequence[list[Passage]]) -> dict[str, tuple[Passage, ...]]:
    """Each language's text: of one file, both; of two, each file's own, whatever stray words of the other it holds."""
    from reportgen.compare import by_language, leaning

    if len(files) == 1:
        return by_language(files[0])
    first, second = files
    chinese, english = (second, first) if leaning(first) == "en" and leaning(second) == "zh" else (first, second)
    return {"zh": tuple(chinese), "en": tuple(english)}
