"""What others say in this program's sentences: the operating system and libyaml, as messages.

They know English alone, so what a person commonly meets of them is told here again, word for word. A sentence that is
not here stays as it is. argparse's words: cli/argparse_words.py.
"""

from __future__ import annotations

import errno

from reportgen.messages import Message, msg

REASONS = {
    errno.ENOENT: msg("No such file or directory"),
    errno.EACCES: msg("Permission denied"),
    errno.EPERM: msg("Operation not permitted"),
    errno.EEXIST: msg("File exists"),
    errno.ENOTDIR: msg("Not a directory"),
    errno.EISDIR: msg("Is a directory"),
    errno.ENOSPC: msg("No space left on device"),
    errno.EROFS: msg("Read-only file system"),
    errno.ENAMETOOLONG: msg("File name too long"),
    errno.EPIPE: msg("Broken pipe"),
}
"""Why a file cannot be read or written."""

SENTENCES: dict[str, Message] = {
    each: each
    for each in (
        msg("mapping values are not allowed in this context"),
        msg("mapping keys are not allowed in this context"),
        msg("block sequence entries are not allowed in this context"),
        msg("could not find expected ':'"),
        msg("did not find expected key"),
        msg("did not find expected '-' indicator"),
        msg("did not find expected ',' or ']'"),
        msg("did not find expected ',' or '}}'"),
        msg("did not find expected node content"),
        msg("did not find expected <document start>"),
        msg("did not find expected alphabetic or numeric character"),
        msg("did not find expected hexdecimal number"),
        msg("found character that cannot start any token"),
        msg("found a tab character that violates indentation"),
        msg("found unexpected end of stream"),
        msg("found unexpected document indicator"),
        msg("found unknown escape character"),
        msg("control characters are not allowed"),
    )
}
"""What libyaml finds wrong with a text."""


def os_reason(error: OSError) -> str:
    """Why a file cannot be read or written."""
    if isinstance(error.strerror, Message):
        return error.strerror
    return REASONS.get(error.errno or 0) or error.strerror or str(error)


def library_sentence(text: str) -> str:
    """A library's sentence as a message; one that is not known stays as it is."""
    return SENTENCES.get(text, text)
