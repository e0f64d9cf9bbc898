"""`docs`: the tables of the documentation that follow from the code, written anew or compared."""

from __future__ import annotations

import argparse
import difflib
from pathlib import Path

from reportgen.cli.tell import DONE, PROBLEMS, USAGE, Commands, say, told
from reportgen.messages import msg


def add(commands: Commands) -> None:
    """The command `docs`, with its options."""
    about = msg("write the generated tables of the documentation, or compare them")
    docs = commands.add_parser("docs", help=about, description=about)
    docs.add_argument(
        "folder",
        metavar="FOLDER",
        nargs="?",
        type=Path,
        default=Path("docs"),
        help=msg("where the Markdown files are (default: docs)"),
    )
    docs.add_argument("--check", action="store_true", help=msg("write nothing; tell what differs, and exit with 1"))
    docs.set_defaults(run=_docs)


def _docs(options: argparse.Namespace) -> int:
    from reportgen.generated import generated
    from reportgen.output_files import put

    files = sorted(options.folder.glob("*.md"))
    if not files:
        say(msg("{folder} holds no Markdown files", folder=str(options.folder)))
        return USAGE
    texts = {path: path.read_text(encoding="utf-8") for path in files}
    made = {path: generated(text) for path, text in texts.items()}
    stale = [path for path in files if made[path] != texts[path]]
    for path in stale:
        if options.check:
            before, after = (each[path].splitlines(keepends=True) for each in (texts, made))
            difference = difflib.unified_diff(before, after, str(path), told(msg("as generated")))
            print("".join(difference), end="")
        else:
            put(path.parent, {path.name: made[path].encode()})
            print(path)
    if options.check and stale:
        say(msg("the documentation is behind the code: run python -m reportgen docs"))
        return PROBLEMS
    return DONE
