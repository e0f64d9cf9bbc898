"""argparse's own words in the language of the run: headings of --help, and what is wrong with arguments.

argparse asks gettext's global domain for them, which a program would have to share with every library in its process,
and which looks for a catalogue on the disk once a word: some milliseconds of every start. Here it is given a translator
of ours, which leaves all else alone. The words are those of Python 3.11 to 3.14.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable

from reportgen.cli.tell import told
from reportgen.messages import Message, msg

WORDS: dict[str, Message] = {
    each: each
    for each in (
        msg("usage: "),
        msg("positional arguments"),
        msg("options"),
        msg("%(heading)s:"),
        msg("show this help message and exit"),
        msg("show program's version number and exit"),
        msg("%(prog)s: error: %(message)s\n"),
        msg("argument %(argument_name)s: %(message)s"),
        msg("unrecognized arguments: %s"),
        msg("the following arguments are required: %s"),
        msg("one of the arguments %s is required"),
        msg("not allowed with argument %s"),
        msg("expected one argument"),
        msg("expected at most one argument"),
        msg("expected at least one argument"),
        msg("ignored explicit argument %r"),
        msg("ambiguous option: %(option)s could match %(matches)s"),
        msg("invalid %(type)s value: %(value)r"),
        msg("invalid choice: %(value)r (choose from %(choices)s)"),
        msg("invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)"),
        msg("unknown parser %(parser_name)r (choices: %(choices)s)"),
    )
}
"""Every sentence of argparse that a person at this command line can meet, by its English."""


def install() -> None:
    """Let argparse say its words in the language of the run; once is enough."""
    plain: Callable[[str], str] = vars(argparse)["_"]
    if plain.__module__ == __name__:
        return

    def translated(text: str) -> str:
        word = WORDS.get(text)
        return plain(text) if word is None else told(word)

    setattr(argparse, "_", translated)  # noqa: B010  (a name that typeshed does not know)
