"""What a command tells a person, in the person's language: lines, problems, counts, sizes, progress on a terminal."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Protocol

from reportgen.messages import SOURCE, Message, msg, plural, said

if TYPE_CHECKING:
    from reportgen.problems import Problem
    from reportgen.progress import Step


class Commands(Protocol):
    """Where a module puts its commands: what argparse's add_subparsers gives."""

    def add_parser(self, name: str, **about: Any) -> argparse.ArgumentParser:
        """A further command."""
        ...


DONE, PROBLEMS, USAGE = 0, 1, 2
"""Exit codes: done; problems in the content, or a file that cannot be written; wrong usage."""

TONGUE: ContextVar[str] = ContextVar("TONGUE", default=SOURCE)
"""The language that this run of the command line speaks; nothing below the command line knows it."""


def told(text: str) -> str:
    """The text in the language of this run."""
    return said(text, TONGUE.get())


def say(line: str) -> None:
    """A line to the person at the terminal."""
    print(f"reportgen: {told(line)}", file=sys.stderr)


def show(line: str) -> None:
    """A line of what the command was asked for."""
    print(told(line))


def tell(problems: Sequence[Problem]) -> None:
    """Each problem in a line: place, severity, what it is, and a way out."""
    for problem in problems:
        print(problem.told(TONGUE.get()), file=sys.stderr)


def counted(problems: Sequence[Problem]) -> Message:
    """How many errors and warnings there are, in words."""
    errors = sum(problem.severity == "error" for problem in problems)
    return errors_and_warnings(errors, len(problems) - errors)


def errors_and_warnings(errors: int, warnings: int) -> Message:
    """Two counts in words: no errors, 1 warning."""
    return msg(
        "{errors}, {warnings}",
        errors=plural("{count} error", "{count} errors", errors) if errors else msg("no errors"),
        warnings=plural("{count} warning", "{count} warnings", warnings) if warnings else msg("no warnings"),
    )


def size(count: int) -> Message:
    """A file's size, in whole kilobytes."""
    return msg("{count} KB", count=-(-count // 1024))


@contextmanager
def progress() -> Generator[Callable[[Step], None]]:
    """A progress bar on a terminal; nothing where the output is piped."""
    if not sys.stderr.isatty():
        yield lambda step: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda step: bar.update(task, total=step.total, completed=step.number, description=told(step.text))
