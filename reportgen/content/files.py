"""A file of a content folder as text: there, of a bounded size, in UTF-8, and without what a Word file cannot hold."""

from __future__ import annotations

from pathlib import Path

from reportgen.library_words import os_reason
from reportgen.messages import msg
from reportgen.numbers.model.pattern import Pattern
from reportgen.problems import Place, Problem, Rule

MOST_BYTES = 4_000_000

# What XML 1.0 cannot hold, so a Word file cannot: https://www.w3.org/TR/xml/#charsets
FORBIDDEN = Pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

MISSING = Rule(
    "files/missing",
    msg("briefing.yaml, facts.yaml and sources.yaml are there."),
    slip=msg("a content folder without facts.yaml"),
    mend=msg("the file written; without any figure it holds {{}}"),
)
UNREADABLE = Rule(
    "files/unreadable",
    msg("Files can be opened and read."),
    slip=msg("a folder called facts.yaml, or a file that the reader has no right to"),
    mend=msg("a file with the right to read it"),
)
TOO_LARGE = Rule(
    "files/too-large",
    msg("A file is of a size that a person writes: at most 4 MB."),
    slip=msg("a facts.yaml of 5 MB"),
    mend=msg("figures that no text prints taken out"),
)
ENCODING = Rule(
    "files/encoding",
    msg("Files are UTF-8 text."),
    slip=msg("a facts.yaml saved as GB 18030"),
    mend=msg("the same file saved as UTF-8"),
)
EMPTY = Rule(
    "files/empty",
    msg("A file that is there says something."),
    file="data/zones.csv",
    slip="",
    mend="date,zones\n1988,1\n2008-03,54\n2023-11,178\n",
)
CONTROL = Rule(
    "files/control-character",
    msg("Texts hold no control characters: a Word file cannot."),
    file="sources.yaml",
    slip='paper: {publisher: {zh: 某报, en: "The\\x07 Paper"}, date: 2025-06-05}',
    mend="paper: {publisher: {zh: 某报, en: The Paper}, date: 2025-06-05}",
)
RULES = (MISSING, UNREADABLE, TOO_LARGE, ENCODING, EMPTY, CONTROL)


def read_text(path: Path, name: str, hint: str) -> str | Problem:
    """The text of a file, or why there is none; `hint` is the way out where it is no UTF-8."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return MISSING.broken(Place(name), msg("this file is missing"))
    except OSError as error:
        return unreadable(name, error)
    if len(data) > MOST_BYTES:
        return too_large(name)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = Place(name, data.count(b"\n", 0, error.start) + 1)
        return ENCODING.broken(place, msg("this is not UTF-8 text"), hint)


def unreadable(name: str, error: OSError) -> Problem:
    """A file that the system does not give."""
    return UNREADABLE.broken(Place(name), msg("this file cannot be read: {reason}", reason=os_reason(error)))


def too_large(name: str) -> Problem:
    """A file of a size that no person writes."""
    hint = msg("at most {most} MB a file", most=MOST_BYTES // 1_000_000)
    return TOO_LARGE.broken(Place(name), msg("this file is too large"), hint)


def forbidden(character: str, place: Place) -> Problem:
    """A control character, where it stands."""
    message = msg("a Word file cannot hold the control character U+{code:04X}", code=ord(character))
    return CONTROL.broken(place, message, msg("delete it"))
