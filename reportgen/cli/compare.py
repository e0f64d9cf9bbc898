"""`compare`: what two files of any format, or the two languages of one, tell differently."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.cli.differences import names_of, names_option, status, tell_people
from reportgen.cli.tell import TONGUE, USAGE, Commands, errors_and_warnings, say
from reportgen.messages import Message, msg

if TYPE_CHECKING:
    from reportgen.differences import Difference

FORMATS = ("text", "html", "json", "sarif")

EPILOG = msg("""\
Reads .docx, .md, .txt, .html, .xlsx and PDFs that hold text, in any mixture and either order: a Chinese and an English
text, two editions in one language, or one file in both. Sentences and table cells are matched whatever paragraphs a
translator merged or split; text in notes, text boxes, headers and captions counts. A bare figure in a table has the
unit of its head: 18.2 under 亿元 is RMB 1.82 billion. docs/compare.md tells how a report is read.
Exit code 0 where nothing is an error, 1 where a figure is wrong or has changed, 2 where nothing could be compared.
""")


def add(commands: Commands) -> None:
    """The command and its options."""
    about = msg("tell where the figures of two texts disagree: Chinese and English, or two editions")
    command = commands.add_parser("compare", help=about, description=about, epilog=EPILOG)
    command.add_argument("files", metavar="FILE", nargs="+", type=Path, help=msg("two files, or one that is bilingual"))
    command.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help=msg("text for people; html, a page of its own; json or sarif for programs (default: text)"),
    )
    command.add_argument(
        "--comments",
        metavar="OUT.docx",
        type=Path,
        help=msg("also write a copy of the second file, or of the only Word file, with each difference as a comment"),
    )
    names_option(command)
    command.set_defaults(run=_compare, writes=False)


def _compare(options: argparse.Namespace) -> int:
    from reportgen.comparison.compare import NothingToCompareError
    from reportgen.file_compare import compare
    from reportgen.problems import ContentError

    files: list[Path] = options.files
    if len(files) > 2:
        say(msg("compare takes two files, or one that holds both languages"))
        return USAGE
    if options.comments and (refused := _refused(options.comments, files)):
        say(refused)
        return USAGE
    try:
        differences = compare(*files, names=names_of(options))
        if options.comments:
            _write_comments(options.comments, files, differences)
    except ContentError as error:
        say("\n".join(problem.told(TONGUE.get()) for problem in error.problems))
        return USAGE
    except NothingToCompareError as error:
        say(str(error))
        return USAGE
    _tell(differences, files, options.format)
    return status(differences)


def _tell(differences: Sequence[Difference], files: Sequence[Path], form: str) -> None:
    """The report, alone on standard output; people are told the count beside it."""
    if form == "text":
        tell_people(differences)
        return
    sources = [str(file) for file in files]
    if form == "html":
        from reportgen.reports.page import as_page

        print(as_page(differences, sources))
    else:
        from reportgen.reports.as_data import as_json, as_sarif

        print(as_json(differences, sources) if form == "json" else as_sarif(differences, sources, TONGUE.get()))
    errors = sum(each.severity == "error" for each in differences)
    say(errors_and_warnings(errors, len(differences) - errors))


# ---- comments --------------------------------------------------------------------------------


def _refused(out: Path, files: Sequence[Path]) -> Message | None:
    """Why comments cannot be put there."""
    if out.suffix.lower() != ".docx":
        return msg("--comments writes a Word file: give a name that ends in .docx, not {file}", file=out)
    if _to_comment(files) is None:
        return msg("--comments needs a .docx among the files that are compared")
    if any(
        out.resolve() == file.resolve() or (out.exists() and file.exists() and out.samefile(file)) for file in files
    ):
        return msg("--comments: {file} is one of the files that are compared, and they stay as they are", file=out)
    return None


def _to_comment(files: Sequence[Path]) -> int | None:
    """Which file is copied: the second one, or the only one of Word's."""
    return next((number for number in reversed(range(len(files))) if files[number].suffix.lower() == ".docx"), None)


def _write_comments(out: Path, files: Sequence[Path], differences: Sequence[Difference]) -> None:
    from reportgen.output_files import put
    from reportgen.reports.commented import commented

    number = _to_comment(files)
    assert number is not None, "refused before"
    target = out.resolve()
    put(target.parent, {target.name: commented(files[number], number, differences)})
    say(msg("{file}: a copy of {source} with comments", file=out, source=files[number]))
