"""`diff`: what two editions of a briefing tell differently, in facts and in words."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.cli.tell import DONE, PROBLEMS, TONGUE, USAGE, Commands, say, tell
from reportgen.messages import Message, msg

if TYPE_CHECKING:
    from reportgen.living.delta.found import Delta

FORMATS = ("text", "html", "json")

EPILOG = msg("""\
A and B are two content folders, two built files, a file and a folder, or two manifests (manifest.json). Facts that are
new, gone or changed are told with how far they moved, in percent or percentage points, and with every place that prints
them in both languages; then charts, and every paragraph that is worded otherwise, word by word.
diff is for briefings made here: it knows their facts and compares their words. compare takes any two files, or the two
languages of one, and compares the figures that stand in them.
--docx writes A as a Word file in which all that B changes is a tracked change: accept all and it says what B says,
reject all and it says what A said. Author and date of the changes are those of B.
Exit code 0 where both tell the same, 1 where they differ, 2 where they cannot be held against each other.
""")


def add(commands: Commands) -> None:
    """The command and its options."""
    about = msg("tell what two editions of a briefing say differently: facts, charts, wording")
    command = commands.add_parser("diff", help=about, description=about, epilog=EPILOG)
    command.add_argument(
        "then", metavar="A", type=Path, help=msg("the earlier: a content folder, a built file, a manifest")
    )
    command.add_argument(
        "now", metavar="B", type=Path, help=msg("the later one, of the same sort or a file and a folder")
    )
    command.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help=msg("text for people; html, a page of its own; json for programs (default: text)"),
    )
    command.add_argument(
        "--docx", metavar="OUT.docx", type=Path, help=msg("also write A with tracked changes that lead to B")
    )
    command.add_argument(
        "--edition",
        metavar="NAME",
        help=msg("of two content folders, the edition that --docx writes (default: the first)"),
    )
    command.set_defaults(run=_diff, writes=False)


def _diff(options: argparse.Namespace) -> int:
    from reportgen.living.delta.compared import diff
    from reportgen.problems import ChoiceError, ContentError

    if options.docx and (refused := _refused(options)):
        say(refused)
        return USAGE
    try:
        delta = diff(options.then, options.now)
        if options.docx:
            _write_tracked(options)
    except ContentError as error:
        tell(error.problems)
        return USAGE
    except ChoiceError as error:
        say(str(error))
        return USAGE
    print(_report(delta, options.format))
    return PROBLEMS if delta else DONE


def _report(delta: Delta, form: str) -> str:
    match form:
        case "json":
            from reportgen.reports.delta_data import as_json

            return as_json(delta)
        case "html":
            from reportgen.reports.delta_page import as_page

            return as_page(delta)
        case _:
            from reportgen.reports.delta_text import as_text

            return as_text(delta, TONGUE.get())


# ---- tracked changes ---------------------------------------------------------------------------


def _refused(options: argparse.Namespace) -> Message | None:
    """Why tracked changes cannot be put there."""
    out: Path = options.docx
    if out.suffix.lower() != ".docx":
        return msg("--docx writes a Word file: give a name that ends in .docx, not {file}", file=out)
    if any(out.resolve() == side.resolve() for side in (options.then, options.now)):
        return msg("--docx: {file} is one of the files that are compared, and they stay as they are", file=out)
    return None


def _write_tracked(options: argparse.Namespace) -> None:
    from reportgen.living.delta.tracked import tracked
    from reportgen.output_files import put

    out: Path = options.docx
    target = out.resolve()
    put(target.parent, {target.name: tracked(options.then, options.now, options.edition)})
    say(msg("{file}: {then} with tracked changes that lead to {now}", file=out, then=options.then, now=options.now))
