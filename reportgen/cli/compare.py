"""`compare`: where the figures of two Word files, or of the two languages of one, disagree."""

from __future__ import annotations

import argparse
from pathlib import Path

from reportgen.cli.differences import add_options, names_of, tell_differences
from reportgen.cli.tell import USAGE, Commands, say
from reportgen.messages import msg

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
    from reportgen.comparison.compare import NothingToCompareError
    from reportgen.file_compare import compare
    from reportgen.word.ooxml.package_reader import WordFileError

    if len(options.files) > 2:
        say(msg("compare takes two Word files, or one that holds both languages"))
        return USAGE
    try:
        found = compare(*options.files, names=names_of(options))
    except (WordFileError, NothingToCompareError) as error:
        say(str(error))
        return USAGE
    return tell_differences(found, options)
