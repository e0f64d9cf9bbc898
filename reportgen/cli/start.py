"""`new` and `schema`: what an author starts with."""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

from reportgen.cli.tell import DONE, USAGE, Commands, say, show
from reportgen.messages import msg, plural

STARTER = Path(__file__).parent.parent / "starter"
"""A small working content folder."""


def add(commands: Commands) -> None:
    """The commands and their options."""
    about = msg("write a small working content folder to start from")
    new = commands.add_parser("new", help=about, description=about)
    new.add_argument("folder", metavar="DIR", type=Path, help=msg("a folder that does not exist yet, or is empty"))
    new.add_argument(
        "--next",
        metavar="CONTENT",
        type=Path,
        help=msg("start from this content folder: its next edition, with its facts rolled on to the period of --when"),
    )
    new.add_argument(
        "--when", metavar="PERIOD", help=msg("the period of the next edition: 2025-Q3, 2025-09, 2025-H2, 2026")
    )
    new.set_defaults(run=_new)

    about = msg("write JSON Schemas of the content files, for editors that complete and check")
    schema = commands.add_parser("schema", help=about, description=about)
    schema.add_argument(
        "-o", "--output", metavar="DIR", type=Path, help=msg("a file for each schema (default: all, printed)")
    )
    schema.set_defaults(run=_schema)


def _new(options: argparse.Namespace) -> int:
    folder: Path = options.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        say(msg("{folder} is there already and not empty; name another folder", folder=folder))
        return USAGE
    if (options.next is None) != (options.when is None):
        say(msg("--next CONTENT and --when PERIOD go together"))
        return USAGE
    if options.next is not None:
        return _next(folder, options.next, options.when)
    shutil.copytree(STARTER, folder, dirs_exist_ok=True)
    show(msg("{folder} is a briefing now: python -m reportgen build {folder}", folder=folder))
    return DONE


def _next(folder: Path, content: Path, when: str) -> int:
    from reportgen.next_edition import next_edition, put_next
    from reportgen.problems import ChoiceError

    if folder.resolve().is_relative_to(content.resolve()):
        say(msg("{folder} is inside {content}; name another folder", folder=folder, content=content))
        return USAGE
    try:
        rolled = next_edition(content, when)
    except ChoiceError as error:
        say(str(error))
        return USAGE
    put_next(content, folder, rolled)
    for note in rolled.notes:
        show(note)
    count = len(rolled.renewed)
    show(plural("{count} fact to renew; `check` tells it", "{count} facts to renew; `check` tells each", count))
    show(msg("{folder} is the next edition: python -m reportgen check {folder}", folder=folder))
    return DONE


def _schema(options: argparse.Namespace) -> int:
    from reportgen.schema import schemas

    if options.output is None:
        print(json.dumps(schemas(), ensure_ascii=False, indent=2))
        return DONE
    options.output.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        path = options.output / name
        path.write_text(json.dumps(schema, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        print(path)
    return DONE
