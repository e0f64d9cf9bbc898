"""Fields and bookmarks. Every field is closed and carries its result; none is marked dirty, so Word never asks.

A field's result is XML of runs that the caller has made; this module knows no words.
"""

from __future__ import annotations

from reportgen.word.body.context import Bookmark
from reportgen.word.ooxml.xml import words

TOC, REF = "_Toc", "_Ref"
"""Prefixes of bookmark names: Word's dialogs for contents and cross-references know these two."""


def begin(instruction: str, properties: str = "") -> str:
    """The opening of a field, up to where its result starts."""
    code = f'<w:instrText xml:space="preserve"> {words(instruction)} </w:instrText>'
    return _mark("begin", properties) + f"<w:r>{properties}{code}</w:r>" + _mark("separate", properties)


def end(properties: str = "") -> str:
    """The end of a field."""
    return _mark("end", properties)


def field(instruction: str, result: str, properties: str = "") -> str:
    """A whole field with its result; `properties` is its w:rPr, which LibreOffice takes for the result too."""
    return begin(instruction, properties) + result + end(properties)


def _mark(kind: str, properties: str) -> str:
    return f'<w:r>{properties}<w:fldChar w:fldCharType="{kind}"/></w:r>'


def bookmarked(mark: Bookmark, content: str) -> str:
    """The content with a bookmark round it."""
    return f'<w:bookmarkStart w:id="{mark.number}" w:name="{mark.name}"/>{content}<w:bookmarkEnd w:id="{mark.number}"/>'


def link_to(mark: Bookmark, content: str) -> str:
    """The content as a link inside the document."""
    return f'<w:hyperlink w:anchor="{mark.name}" w:history="1">{content}</w:hyperlink>'


def link_out(relationship: str, content: str) -> str:
    """The content as a link out of the document."""
    return f'<w:hyperlink r:id="{relationship}" w:history="1">{content}</w:hyperlink>'


def sequence(word: str, result: str, properties: str) -> str:
    """The number of a caption; `word` names what is counted (图, Figure)."""
    return field(f"SEQ {word} \\* ARABIC", result, properties)


def caption_reference(mark: Bookmark, result: str, properties: str) -> str:
    """The label and number of a caption, told elsewhere; updated, it keeps its own format and not the caption's."""
    return field(f"REF {mark.name} \\h \\* MERGEFORMAT", result, properties)


def heading_reference(mark: Bookmark, result: str, properties: str) -> str:
    """The number of a heading or of a list's item, told elsewhere."""
    return field(f"REF {mark.name} \\r \\h \\* MERGEFORMAT", result, properties)


def page_reference(mark: Bookmark, result: str) -> str:
    """The page that something stands on."""
    return field(f"PAGEREF {mark.name} \\h", result)
