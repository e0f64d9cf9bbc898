"""`verify`: what in built files is no longer what their facts say, or what the content says now."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.cli import chain
from reportgen.cli.tell import DONE, PROBLEMS, TONGUE, USAGE, Commands, errors_and_warnings, say, told
from reportgen.library_words import os_reason
from reportgen.messages import Message, msg

if TYPE_CHECKING:
    from reportgen.living.held.finding import Finding

FORMATS = ("text", "json", "sarif")

EPILOG = msg("""\
A built file knows its figures: this tells each that a person has altered, each that the content has since changed,
those typed by hand that contradict or repeat a fact, facts that one language alone tells now, charts and contents
that are older than the file. Rewording, moving, deleting, styling, comments and tracked changes are no fault. The
last argument may be the content folder that the files were built from. docs/living.md tells how a report is read.
Exit code 0 where all holds, 1 where something differs, 2 where a file cannot be held against anything.
""")


def add(commands: Commands) -> None:
    """The command and its options."""
    about = msg("tell which figures of built files are not what their facts say")
    command = commands.add_parser("verify", help=about, description=about, epilog=EPILOG)
    command.add_argument(
        "files", metavar="FILE", nargs="+", type=Path, help=msg("built .docx files; last, the content folder")
    )
    command.add_argument("--template", metavar="NAME", help=msg("the template that the files were built with"))
    command.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help=msg("text for people, json or sarif for programs (default: text)"),
    )
    command.add_argument(
        "--comments",
        metavar="OUT.docx",
        type=Path,
        help=msg("also write a copy of the file with each finding as a comment"),
    )
    chain.add_options(command)
    command.set_defaults(run=_verify, writes=False)


def _verify(options: argparse.Namespace) -> int:
    from reportgen.living.verify import NotOursError, verify
    from reportgen.problems import ChoiceError, ContentError

    *files, last = options.files
    content: Path | None = last if last.is_dir() else None
    files = files if content else [*files, last]
    if refused := _refused(files, options.comments):
        say(refused)
        return USAGE
    try:
        if chain.asked(options):
            return chain.run(options, files, content)
        findings = verify(*files, content=content, template=options.template)
        if options.comments:
            _write_comments(options.comments, files[0], findings)
    except ContentError as error:
        say("\n".join(problem.told(TONGUE.get()) for problem in error.problems))
        return USAGE
    except (ChoiceError, NotOursError) as error:
        say(str(error))
        return USAGE
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        say(f"{where}{told(os_reason(error))}")
        return USAGE
    _tell(findings, files, options.format)
    return PROBLEMS if any(each.severity == "error" for each in findings) else DONE


def _refused(files: Sequence[Path], comments: Path | None) -> Message | None:
    """Why this cannot be done."""
    if not files:
        return msg("verify takes built files, and behind them the content folder where there is one")
    if folder := next((file for file in files if file.is_dir()), None):
        return msg("{folder} is a folder: the content folder is the last argument, and one", folder=folder)
    if comments is None:
        return None
    if comments.suffix.lower() != ".docx":
        return msg("--comments writes a Word file: give a name that ends in .docx, not {file}", file=comments)
    if len(files) > 1:
        return msg("--comments takes one file")
    if comments.exists() and files[0].exists() and comments.samefile(files[0]):
        return msg("--comments: {file} is the file that is verified, and it stays as it is", file=comments)
    return None


def _tell(findings: Sequence[Finding], files: Sequence[Path], form: str) -> None:
    """The report, alone on standard output; people are told the count beside it."""
    errors = sum(each.severity == "error" for each in findings)
    counted = errors_and_warnings(errors, len(findings) - errors)
    if form == "text":
        _tell_people(findings)
        print(told(counted))
        return
    from reportgen.reports.verified import as_json, as_sarif

    sources = [str(file) for file in files]
    print(as_json(findings, sources) if form == "json" else as_sarif(findings, sources, TONGUE.get()))
    say(counted)


def _tell_people(findings: Sequence[Finding]) -> None:
    import sys

    from rich.console import Console
    from rich.text import Text

    from reportgen.cli.differences import headline, quoted_side

    console = Console(file=sys.stdout, highlight=False, soft_wrap=True)
    marks = "" if console.is_terminal else "»«"
    for each in findings:
        color = "red" if each.severity == "error" else "yellow"
        console.print(headline(each, color))
        console.print(quoted_side(each.side, marks, f"bold {color}"))
        if each.should:
            console.print(Text.assemble(told(msg("  rightly: ")), (each.should, "bold green")))


def _write_comments(out: Path, file: Path, findings: Sequence[Finding]) -> None:
    from reportgen.output_files import put
    from reportgen.reports.verified import commented

    target = out.resolve()
    put(target.parent, {target.name: commented(file, findings)})
    say(msg("{file}: a copy of {source} with comments", file=out, source=file))
