"""`python -m reportgen`."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from types import ModuleType
from typing import Any

YOUNG = 200_000
"""Objects that are made before the collector looks for circles among them; Python's own 700 finds next to none here."""


LOADER = "pydantic.plugin._loader"


class NoPlugins(ModuleType):
    """pydantic's loader of plugins where none are wanted: its own loads importlib.metadata, email and zipfile first.

    Whatever else pydantic may ask of it comes from its own.
    """

    def get_plugins(self) -> tuple[()]:
        """None."""
        return ()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        sys.modules.pop(self.__name__, None)
        return getattr(import_module(self.__name__), name)


def main() -> int:
    """Run the command line; the exit code is 0 done, 1 content problems, 2 usage.

    The process is the command's own and ends with it, so the collector of circles looks seldom, and not at all at the
    end. pydantic looks through every installed package for plugins, which have no say in what content means. A program
    that calls reportgen keeps the settings it has.
    """
    from reportgen.cli import run

    gc.set_threshold(YOUNG, 50, 1000)
    if os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__") == "__all__":
        sys.modules.setdefault(LOADER, NoPlugins(LOADER))
    try:
        return run(sys.argv[1:])
    finally:
        gc.freeze()


if __name__ == "__main__":
    sys.exit(main())
