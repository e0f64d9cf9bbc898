"""`new` and `schema`: what an author starts with."""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

from reportgen.cli.tell import DONE, USAGE, Commands, say, show
from reportgen.messages import msg

STARTER = Path(__file__).parent.parent / "starter"
"""A small working content folder."""


def add(commands: Commands) -> None:
    """The commands and their options."""
    about = msg("write a small working content folder to start from")
    new = commands.add_parser("new", help=about, description=about)
    new.add_argument("folder", metavar="DIR", type=Path, help=msg("a folder that does not exist yet, or is empty"))
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
    shutil.copytree(STARTER, folder, dirs_exist_ok=True)
    show(msg("{folder} is a briefing now: python -m reportgen build {folder}", folder=folder))
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
