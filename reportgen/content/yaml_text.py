"""A text as a scalar of a YAML file, in the style in which one was typed before; quoted where its words need it.

Every scalar that is written here was read again by the reader of content and found to say the text. Not here: where it
stands in its file.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from reportgen.content.source import Entries, Items, Scalar, parse_yaml

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x84\x85\x86-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_HEADER = re.compile(r"[|>][-+0-9]*")
_LEAST_WIDTH = 40


def scalar(text: str, *, like: str = "", indent: int = 0, flow: bool = False) -> str:
    """The text as a scalar in the style of `like`, which stood there: plain, quoted or a block.

    `indent` is how far its mapping stands in, for blocks; `flow` whether it stands in brackets.
    """
    for candidate in _candidates(text, like, indent, flow=flow):
        if _says(candidate, text, indent, flow=flow):
            return candidate
    raise AssertionError(text)  # double quotes say every text


def _candidates(text: str, like: str, indent: int, *, flow: bool) -> Iterator[str]:
    if like[:1] in ("|", ">") and not flow:
        yield from _blocks(text, like, indent)
    if like.startswith("'"):
        yield single(text)
    if like[:1] not in ('"', "'", "|", ">") and not _marked(text, like):
        yield text
    yield double(text)


def _marked(text: str, like: str) -> bool:
    """Whether a text of its own holds markup, which content quotes as a habit."""
    return not like and any(sign in text for sign in "{[*")


def single(text: str) -> str:
    """In single quotes."""
    return "'" + text.replace("'", "''") + "'"


def double(text: str) -> str:
    """In double quotes, with escapes for what cannot stand there."""
    escaped = "".join(_ESCAPES.get(sign, sign) for sign in text)
    return '"' + _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", escaped) + '"'


def _blocks(text: str, like: str, indent: int) -> Iterator[str]:
    """A block with the header that stood there: its lines as they are, or folded as wide as they were."""
    header = match[0] if (match := _HEADER.match(like)) else like[0]
    lines = [line for line in like.splitlines()[1:] if line.strip()]
    inside = len(lines[0]) - len(lines[0].lstrip(" ")) if lines else indent + 2
    told = text.rstrip("\n")
    tail = like[len(like.rstrip("\n")) :] or "\n"
    said = told.split("\n") if header[0] == "|" else list(_folded(told, max(map(len, lines), default=80) - inside))
    body = "\n".join(" " * inside + line if line else "" for line in said)
    for head in (header, header[0], header[0] + "-"):
        yield f"{head}\n{body}{tail}"


def _folded(text: str, width: int) -> Iterator[str]:
    """The lines of a folded block; a line end of the text is an empty line."""
    for number, paragraph in enumerate(text.split("\n")):
        if number:
            yield ""
        yield from textwrap.wrap(
            paragraph, max(width, _LEAST_WIDTH), break_long_words=False, break_on_hyphens=False
        ) or [""]


def _says(candidate: str, text: str, indent: int, *, flow: bool) -> bool:
    """Whether a scalar is read as the text where it is to stand."""
    if flow:
        value, problems = parse_yaml(f"[{{k: {candidate}, l: m}}]\n", "")
        inner = value[0] if isinstance(value, Items) and len(value) == 1 else None
    else:
        pad = " " * indent
        value, problems = parse_yaml(f"{'x:' if indent else ''}\n{pad}k: {candidate.rstrip(chr(10))}\n{pad}l: m\n", "")
        inner = value.get("x") if indent and isinstance(value, Entries) else value
    if problems or not isinstance(inner, Entries) or list(map(str, inner)) != ["k", "l"]:
        return False
    read = inner[Scalar("k")]
    if candidate[:1] in ("|", ">"):
        return isinstance(read, Scalar) and str(read).rstrip("\n") == text.rstrip("\n")
    return isinstance(read, Scalar) and str(read) == text
