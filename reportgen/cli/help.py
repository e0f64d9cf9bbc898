"""How `--help` is laid out and said: argparse's parser and formatter, told which language to speak.

Texts are given to argparse as messages and said when they are printed. argparse's own words: cli/argparse_words.py.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any
from unicodedata import east_asian_width

from reportgen.cli.tell import told
from reportgen.messages import TONGUES, listing, msg, tongue_of


def tongue(tag: str) -> str:
    """The language that a tag names, such as zh_CN; ArgumentTypeError where the program does not speak it."""
    if found := tongue_of(tag):
        return found
    raise argparse.ArgumentTypeError(
        told(msg("there is no language '{language}' here; there are: {languages}", language=tag, languages=_TONGUES))
    )


_TONGUES = listing(TONGUES, "unit")


class Parser(argparse.ArgumentParser):
    """A parser that says its texts in the language of the run, and takes --language to choose one.

    With `own_language` the option is the command's own business.
    """

    def __init__(self, *args: Any, own_language: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "formatter_class": Help})
        if not own_language:
            self.add_argument(
                "--language",
                dest="tongue",
                metavar="LANG",
                type=tongue,
                default=argparse.SUPPRESS,
                help=msg(
                    "what the program speaks: {languages} (default: REPORTGEN_LANGUAGE, else the system's language)",
                    languages=listing(TONGUES, "or"),
                ),
            )


class Help(argparse.RawDescriptionHelpFormatter):
    """argparse's formatter, for texts that are messages, and for Chinese, which breaks a line between any two signs."""

    def format_help(self) -> str:
        """The whole text. Up to 3.12.0 argparse set the colon behind a heading without asking for its translation."""
        text = super().format_help()
        for heading in map(told, _HEADINGS):
            text = text.replace(f"{heading}:\n", f"{told(_HEADING) % {'heading': heading}}\n")
        return text

    def _format_text(self, text: str) -> str:
        return super()._format_text(told(text))

    def _get_help_string(self, action: argparse.Action) -> str | None:
        return told(action.help) if action.help else action.help

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        if "\n" in text:
            return super()._fill_text(text, width, indent)
        return "\n".join(indent + line for line in self._split_lines(text, width - len(indent)))

    def _split_lines(self, text: str, width: int) -> list[str]:
        if display_width(text) == len(text):
            return super()._split_lines(text, width)
        return list(_wrapped(text, width))


_HEADING = msg("%(heading)s:")
_HEADINGS = msg("positional arguments"), msg("options")


def examples(rows: Iterable[tuple[str, str]], *, below: str = "") -> str:
    """Commands with what each does beside it, under one head; `below` stands after them."""
    listed = tuple(rows)
    column = 3 + max(display_width(command) for command, _ in listed)
    lines = (f"  {command}{' ' * (column - display_width(command))}{told(about)}" for command, about in listed)
    return "\n".join((told(msg("examples:")), *lines, *(("", told(below)) if below else ())))


def display_width(text: str) -> int:
    """How many columns of a terminal the text takes; a Chinese sign takes two."""
    return len(text) + sum(east_asian_width(sign) in "WF" for sign in text)


@cache
def _pieces() -> re.Pattern[str]:
    """A word or a Chinese sign, with the brackets and points that no line may end or start with; slow to compile."""
    return re.compile(r"[（“《]*(?:[\u2e80-\uffef]|[^\s\u2e80-\uffef（“《]+)[，。：；、！？）”》]*\s*")


def _wrapped(text: str, width: int) -> Iterator[str]:
    """The text in lines of at most `width` columns, words of Latin letters whole."""
    line = ""
    for piece in _pieces().findall(text):
        if line and display_width(line + piece.rstrip()) > width:
            yield line.rstrip()
            line = ""
        line += piece
    yield line.rstrip()
