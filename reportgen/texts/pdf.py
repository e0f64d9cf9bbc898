"""The text of a PDF as passages, each with its page: lines put together from where their words are printed.

Not here: how lines become paragraphs and tables (pdf_layout.py). Nothing is recognized in pictures.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from math import hypot
from pathlib import Path
from typing import Any

from reportgen.messages import msg
from reportgen.passages import Passage
from reportgen.texts.pdf_layout import Fragment, laid_out
from reportgen.texts.refusal import MOST_BYTES, TextFileError, too_large

MOST_PAGES = 3_000
_UNREADABLE = re.compile("[\ufffd\ue000-\uf8ff\x01-\x08\x0e-\x1f]|\\(cid:\\d+\\)")
"""Characters that a font without names for its shapes leaves behind."""

_UNLOCKED = msg("save it without a password, or compare the Word file")
_FROM_WORD = msg("compare the Word file that it was made from")


def read_pdf(path: Path, name: str) -> tuple[Passage, ...]:
    """The passages of every page; TextFileError where it is damaged, under a password, or pictures alone."""
    if path.stat().st_size > MOST_BYTES:
        raise too_large(name)
    pages = _pages(path, name)
    text = "".join(fragment.text for page in pages for fragment in page)
    if not any(map(str.isalnum, text)):
        told = msg("this PDF holds no text but pictures of it, as a scanner makes them")
        raise TextFileError(name, told, msg("have its text recognized first, or compare the Word file behind it"))
    if 4 * len(_UNREADABLE.findall(text)) > len(text):
        raise TextFileError(name, msg("the fonts of this PDF do not tell which characters they show"), _FROM_WORD)
    return tuple(laid_out(pages))


def _pages(path: Path, name: str) -> list[list[Fragment]]:
    from pypdf import PdfReader  # a tenth of a second: loaded when a PDF is read
    from pypdf.errors import DependencyError

    log = logging.getLogger("pypdf")
    if not log.handlers:
        log.addHandler(logging.NullHandler())  # it tells every slip of a PDF, as warnings that nobody asked for
    try:
        reader = PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise _locked(name)
        if len(reader.pages) > MOST_PAGES:
            raise too_large(name)
        return [list(_fragments(page)) for page in reader.pages]
    except (OSError, TextFileError):
        raise
    except DependencyError as error:
        raise _locked(name) from error
    except Exception as error:  # pypdf tells a damaged file by whatever its parsers raise
        raise TextFileError(name, msg("this is no PDF, or a damaged one"), _FROM_WORD) from error


def _locked(name: str) -> TextFileError:
    return TextFileError(name, msg("this PDF is encrypted"), _UNLOCKED)


def _fragments(page: Any) -> Iterator[Fragment]:
    """The words of a page in the order in which they are drawn; those that stand on their side are left out."""
    drawn: list[tuple[str, Sequence[float], Sequence[float], float]] = []

    def visit(text: str, outer: Sequence[float], inner: Sequence[float], _font: object, size: float) -> None:
        if text.strip("\n\0"):
            drawn.append((text, outer, inner, size))

    page.extract_text(visitor_text=visit)
    for text, outer, inner, size in drawn:
        across = inner[0] * outer[0] + inner[1] * outer[2], inner[0] * outer[1] + inner[1] * outer[3]
        if abs(across[1]) > abs(across[0]):
            continue
        yield Fragment(
            inner[4] * outer[0] + inner[5] * outer[2] + outer[4],
            inner[4] * outer[1] + inner[5] * outer[3] + outer[5],
            size * hypot(inner[2], inner[3]) * hypot(outer[2], outer[3]) or size,
            text.replace("\0", "").strip("\n").replace("\n", " "),
        )
