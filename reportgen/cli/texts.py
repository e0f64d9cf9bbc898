"""Plain text as it is given to a command: a file or standard input, in UTF-8 and nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

from reportgen.messages import msg

_ARCHIVES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
"""How a .docx, a zip and an old .doc begin."""

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class NoTextError(ValueError):
    """A file that holds no text in UTF-8; says so with a way out."""


def plain_text(file: str | Path) -> str:
    """The text of a file, or of standard input for -; NoTextError where it is none in UTF-8."""
    name = msg("standard input") if str(file) == "-" else str(file)
    data = sys.stdin.buffer.read() if str(file) == "-" else Path(file).read_bytes()
    if data.startswith(_ARCHIVES):
        raise NoTextError(
            msg("{file}: this is a Word or zip file, no plain text; 'compare' reads Word files", file=name)
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        likely = "UTF-16" if data.startswith(_UTF_16) else "GB18030"
        told = msg(
            "{file}: not UTF-8 (line {line}); save it as UTF-8, or convert it: iconv -f {encoding} -t UTF-8",
            file=name,
            line=line,
            encoding=likely,
        )
        raise NoTextError(told) from error
