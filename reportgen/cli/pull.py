"""`pull`: what people changed in built files, brought home into the content."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.cli.build import is_content
from reportgen.cli.tell import DONE, PROBLEMS, USAGE, Commands, say, tell
from reportgen.messages import Message, listing, msg, plural
from reportgen.problems import ChoiceError

if TYPE_CHECKING:
    from reportgen.living.pull.bringing import Pulled

EPILOG = msg("""\
Words come home by a three-way merge: the content at the build, the content now, and every file, token by token. Facts
and markup stay in their places; comments become # review: notes, and a text whose other language alone was changed is
marked # stale. A figure that was changed by hand is told as a fact to change. docs/living.md tells all of it.
Exit code 0 where all came home, 1 where conflicts or changed figures are left (the rest is merged), 2 wrong usage.
""")


def add(commands: Commands) -> None:
    """The command and its options."""
    about = msg("bring what people changed in built files into the content they were built from")
    command = commands.add_parser("pull", help=about, description=about, epilog=EPILOG)
    command.add_argument("files", metavar="FILE", nargs="+", type=Path, help=msg("one or more files, of any editions"))
    command.add_argument("content", metavar="CONTENT", type=Path, help=msg("the content folder"))
    tracked = command.add_mutually_exclusive_group()
    tracked.add_argument(
        "--all",
        dest="tracked",
        action="store_const",
        const="all",
        default="all",
        help=msg("take open tracked changes as if they were accepted (default)"),
    )
    tracked.add_argument(
        "--accepted",
        dest="tracked",
        action="store_const",
        const="accepted",
        help=msg("leave open tracked changes: what was inserted is not taken, what was deleted stays"),
    )
    command.add_argument(
        "--facts", action="store_true", help=msg("change the facts whose figures were changed by hand")
    )
    command.add_argument("--dry-run", action="store_true", help=msg("show what would change as a diff, write nothing"))
    command.add_argument(
        "--conflicts",
        metavar="OUT.docx",
        type=Path,
        help=msg("also write a copy of the file that has a conflict, with each conflict as a comment"),
    )
    command.add_argument("--template", metavar="NAME", help=msg("the template that the files were built with"))
    command.set_defaults(run=_pull, writes=True)


def _pull(options: argparse.Namespace) -> int:
    from reportgen.living.pull.bringing import problems_now, pull

    if not is_content(options.content):
        return USAGE
    if options.conflicts and (refused := _refused(options.conflicts, options.files)):
        say(refused)
        return USAGE
    if missing := next((file for file in options.files if not file.is_file()), None):
        say(msg("{file}: there is no such file", file=missing))
        return USAGE
    try:
        pulled = pull(
            options.files,
            options.content,
            tracked=options.tracked,
            facts=options.facts,
            dry_run=options.dry_run,
            template=options.template,
        )
    except ChoiceError as error:
        say(str(error))
        return USAGE
    for line in pulled.told:
        say(line)
    tell(pulled.problems)
    if options.conflicts:
        _write_conflicts(options.conflicts, options.files, pulled)
    if options.dry_run:
        print(pulled.diff, end="")
    elif pulled.files:
        tell(problems_now(options.content, options.files, options.template))
    say(_summed(options.content, pulled, dry=options.dry_run))
    return DONE if pulled.whole else PROBLEMS


def _summed(content: Path, pulled: Pulled, *, dry: bool) -> Message:
    """How much came home, and what is left."""
    merged = plural("{count} text merged", "{count} texts merged", pulled.merged)
    left = sum(problem.severity == "error" for problem in pulled.problems)
    remaining = plural("{count} thing left for you", "{count} things left for you", left)
    files = plural("{count} file changed", "{count} files changed", len(pulled.files))
    if dry:
        files = plural("{count} file would change", "{count} files would change", len(pulled.files))
    counted = [merged, files, *([remaining] if left else [])]
    return msg("{what}: {count}", what=content, count=listing(counted, "unit"))


def _refused(out: Path, files: Sequence[Path]) -> Message | None:
    """Why conflicts cannot be written there."""
    if out.suffix.lower() != ".docx":
        return msg("--conflicts writes a Word file: give a name that ends in .docx, not {file}", file=out)
    if any(out.resolve() == file.resolve() for file in files):
        return msg("--conflicts: {file} is one of the files that are pulled, and they stay as they are", file=out)
    return None


def _write_conflicts(out: Path, files: Sequence[Path], pulled: Pulled) -> None:
    from reportgen.output_files import put
    from reportgen.reports.disputed import with_disputes

    if not pulled.disputed:
        say(msg("no conflicts: {file} was not written", file=out))
        return
    target = out.resolve()
    put(target.parent, {target.name: with_disputes(pulled.disputed)})
    say(msg("{file}: a copy with the conflicts as comments", file=out))
