"""What only some commands need and a plain install leaves out: said how to install, when such a command is called.

A command calls `need("preview", "watchfiles")` when it runs and not when its options are declared, so that its --help
works. The extras themselves stand in pyproject.toml; the tests hold every call against them.
"""

from __future__ import annotations

from importlib.util import find_spec

from reportgen.messages import Message, msg


class ExtraMissingError(ImportError):
    """A library that an extra brings is not installed; says which extra to install."""

    def __init__(self, extra: str) -> None:
        self.told: Message = msg("this needs the extra '{extra}': pip install \"reportgen[{extra}]\"", extra=extra)
        super().__init__(self.told)

    def __str__(self) -> Message:
        return self.told


def need(extra: str, *modules: str) -> None:
    """Go on where all modules of an extra are installed; ExtraMissingError else. None is loaded."""
    if any(find_spec(module) is None for module in modules):
        raise ExtraMissingError(extra)
