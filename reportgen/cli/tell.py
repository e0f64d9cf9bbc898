"""What a command tells a person: lines on standard error, counts, sizes, and progress on a terminal."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol

from reportgen.problems import Problem, Severity

if TYPE_CHECKING:
    from reportgen.progress import Step


class Commands(Protocol):
    """Where a module puts its commands: what argparse's add_subparsers gives."""

    def add_parser(self, name: str, **about: Any) -> argparse.ArgumentParser:
        """A further command."""
        ...


DONE, PROBLEMS, USAGE = 0, 1, 2
"""Exit codes: done; problems in the content, or a file that cannot be written; wrong usage."""


def say(line: str) -> None:
    """A line to the person at the terminal."""
    print(f"reportgen: {line}", file=sys.stderr)


def tell(problems: Sequence[Problem]) -> None:
    """Each problem in a line: place, severity, what it is, and a way out."""
    for problem in problems:
        print(problem, file=sys.stderr)


def counted(problems: Sequence[Problem]) -> str:
    """How many errors and warnings there are, in words."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    return f"{number(errors, 'error')}, {number(len(problems) - errors, 'warning')}"


def number(count: int, noun: str) -> str:
    """A small count and its noun: no errors, 1 page, 12 pages."""
    return f"{count or 'no'} {noun}{'' if count == 1 else 's'}"


def size(count: int) -> str:
    """A file's size, in whole kilobytes."""
    return f"{-(-count // 1024)} KB"


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
        yield lambda step: bar.update(task, total=step.total, completed=step.number, description=step.text)
