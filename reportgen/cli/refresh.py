"""`refresh`: an edited file brought up to its content, and what it tells of that."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.cli.build import is_content
from reportgen.cli.tell import DONE, TONGUE, USAGE, Commands, say, show, size, told
from reportgen.messages import msg, plural

if TYPE_CHECKING:
    from reportgen.living.refresh import Refreshed

CONFLICTS = 1
"""The exit code where figures that somebody altered were kept."""

EPILOG = msg("""\
Figures in text, tables and charts, captions, notes and contents follow the content; what people wrote, moved, styled
and commented stays. A figure altered by hand is kept and told as a conflict; --take decides all of them.
Exit code 0 where the file was written without a conflict, 1 where conflicts were kept in it, 2 where nothing was
written. docs/living.md tells how files know their figures.
""")


def add(commands: Commands) -> None:
    """The command and its options."""
    about = msg("bring an edited file's figures up to its content, and keep what people wrote in it")
    command = commands.add_parser("refresh", help=about, description=about, epilog=EPILOG)
    command.add_argument("file", metavar="FILE", type=Path, help=msg("a built file, as people have edited it"))
    command.add_argument("content", metavar="CONTENT", type=Path, help=msg("the content folder that it was built from"))
    command.add_argument(
        "-o",
        "--output",
        metavar="NEW",
        type=Path,
        required=True,
        help=msg("where the new file goes; may be FILE itself"),
    )
    command.add_argument(
        "--take",
        choices=["content", "file"],
        help=msg("whose figure stands where somebody altered one by hand (default: the file's, told as a conflict)"),
    )
    command.add_argument(
        "--track", action="store_true", help=msg("have Word show what was changed, as tracked changes of the issuer")
    )
    command.add_argument("--manifest", action="store_true", help=msg("write manifest.json beside the new file"))
    command.add_argument(
        "--template",
        metavar="NAME",
        help=msg("a built-in template, a folder with a look.yaml, or a .docx (default: the briefing's, else modern)"),
    )
    command.add_argument(
        "--pages",
        choices=["auto", "layout", "estimate"],
        default="auto",
        help=msg("page numbers in the contents: laid out by LibreOffice, or left (auto: laid out where it is there)"),
    )
    command.set_defaults(run=_refresh)


def _refresh(options: argparse.Namespace) -> int:
    from reportgen.living.refresh import refresh
    from reportgen.problems import ChoiceError, ContentError

    if not is_content(options.content):
        return USAGE
    output: Path = options.output
    if output.suffix.lower() != ".docx":
        say(msg("--output writes a Word file: give a name that ends in .docx, not {file}", file=output))
        return USAGE
    if not options.file.is_file():
        say(msg("{file}: there is no such file", file=options.file))
        return USAGE
    try:
        made = refresh(
            options.file,
            options.content,
            output,
            take=options.take,
            track=options.track,
            template=options.template,
            pages=options.pages,
            manifest=options.manifest,
        )
    except ContentError as error:
        for problem in error.problems:
            say(problem.told(TONGUE.get()))
        say(msg("nothing was written"))
        return USAGE
    except (ChoiceError, OSError) as error:
        say(str(error))
        return USAGE
    _tell(made)
    return CONFLICTS if made.conflicts else DONE


def _tell(made: Refreshed) -> None:
    """The file in a line, what was told, and how much there was."""
    pages = told(plural("{count} page", "{count} pages", made.pages)) if made.pages else ""
    print("  ".join(filter(None, (str(made.path), told(size(len(made.data))), pages))))
    for remark in made.remarks:
        show(msg("conflict: {told}", told=remark.told) if remark.conflict else remark.told)
    changes = plural("{count} place renewed", "{count} places renewed", made.renewed)
    count = len(made.conflicts)
    conflicts = plural("{count} conflict", "{count} conflicts", count) if count else msg("no conflicts")
    say(msg("{changes}, {conflicts}", changes=changes, conflicts=conflicts))
