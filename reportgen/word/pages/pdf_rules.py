"""What is only drawn on a page of a PDF, lines and fills, marked as decoration: LibreOffice leaves rules unmarked."""

from __future__ import annotations

import re

_TOKEN = re.compile(
    rb"\((?:\\.|[^()\\])*\)|<<|>>|<[0-9A-Fa-f\s]*>|[\[\]]"  # what operators take
    rb"|/[^\s()<>\[\]{}/%]*|[-+.\d]+"
    rb"|[A-Za-z'\"][A-Za-z\d]*\*?",  # operators
    re.DOTALL,
)
_OPERATOR = re.compile(rb"[A-Za-z'\"]")
_OPENS_PATH, _PAINTS = {b"m", b"re"}, {b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"}


def mark_rules(content: bytes) -> bytes:
    """The content of a page with lines and fills that belong to no element marked as decoration."""
    depth, operands, path, done = 0, 0, -1, 0
    fresh = True  # no operand since the last operator
    marked: list[bytes] = []
    for token in _TOKEN.finditer(content):
        word = token[0]
        if not _OPERATOR.match(word):
            operands, fresh = (token.start() if fresh else operands), False
            continue
        if word in (b"BDC", b"BMC"):
            depth += 1
        elif word == b"EMC":
            depth -= 1
        elif depth == 0 and word in _OPENS_PATH and path < 0:
            path = operands
        elif word == b"n":
            path = -1
        elif word in _PAINTS and path >= 0:
            marked += (content[done:path], b"/Artifact BMC\n", content[path : token.end()], b"\nEMC")
            path, done = -1, token.end()
        fresh = True
    return b"".join((*marked, content[done:]))
