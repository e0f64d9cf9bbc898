"""The lint catches each fault that it is there for: a good file is broken in one way, and that way is named."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from reportgen.word.lint import lint
from tests.word.parts import changed


def once(old: str, new: str) -> Callable[[str], str]:
    """A change of the first occurrence."""
    return lambda xml: xml.replace(old, new, 1)


def pattern(old: str, new: str) -> Callable[[str], str]:
    """A change of the first match."""
    return lambda xml: re.sub(old, new, xml, count=1)


FIRST_REF = r"(instrText[^>]*> REF _Ref\d+ \\h .*?<w:t[^>]*>)([^<]+)"
FAULTS: dict[str, tuple[str, Callable[[str], str], str]] = {
    "an open field": ("word/document.xml", once('<w:fldChar w:fldCharType="end"/>', ""), "is not closed"),
    "a field without a beginning": (
        "word/document.xml",
        once('<w:fldChar w:fldCharType="begin"/>', ""),
        "no beginning",
    ),
    "a field without a result": (
        "word/footer1.xml",
        pattern(r'(fldCharType="separate"/></w:r>)<w:r>.*?</w:r>', r"\1"),
        "holds no result",
    ),
    "an open bookmark": ("word/document.xml", pattern(r"<w:bookmarkEnd [^>]*/>", ""), "is not closed"),
    "a bookmark that only ends": ("word/document.xml", pattern(r"<w:bookmarkStart [^>]*/>", ""), "never began"),
    "a bookmark's name twice": (
        "word/document.xml",
        pattern(r'w:name="(_Toc\d+)0002"', r'w:name="\g<1>0001"'),
        "two bookmarks",
    ),
    "a reference to nothing": (
        "word/document.xml",
        pattern(r" REF _Ref\d+", " REF _Ref999"),
        "REF leads to a bookmark",
    ),
    "a page of nothing": ("word/document.xml", pattern(r" PAGEREF _Toc\d+", " PAGEREF _Toc999"), "PAGEREF leads to"),
    "a stale reference": ("word/document.xml", pattern(FIRST_REF, r"\1Figure"), "REF says"),
    "a stale number": ("word/document.xml", pattern(r"(SEQ 图.*?<w:t[^>]*>)1<", r"\g<1>7<"), "SEQ 图 says 7"),
    "a link to nothing": ("word/document.xml", pattern(r'w:anchor="_Toc\d+"', 'w:anchor="_Toc999"'), "a link leads to"),
    "a dirty field": (
        "word/document.xml",
        once('w:fldCharType="begin"', 'w:fldCharType="begin" w:dirty="true"'),
        "dirty",
    ),
    "fields to update": ("word/settings.xml", once("<w:zoom", "<w:updateFields/><w:zoom"), "updateFields"),
    "an old mode": ("word/settings.xml", once('w:val="15"', 'w:val="14"'), "compatibility mode"),
    "two pictures of one id": ("word/document.xml", once('<wp:docPr id="2"', '<wp:docPr id="1"'), "two pictures"),
    "a picture without words": ("word/document.xml", pattern(r'descr="[^"]*"', 'descr=""'), "no words for those"),
    "a missing relation": ("word/document.xml", once("rIdPicture1", "rIdPicture9"), "a relation is not there"),
    "a missing style": (
        "word/document.xml",
        once('<w:pStyle w:val="Title"/>', '<w:pStyle w:val="None"/>'),
        "style is not there",
    ),
    "a missing list": (
        "word/document.xml",
        once('<w:numId w:val="4"/>', '<w:numId w:val="77"/>'),
        "a list is not there: 77",
    ),
    "a missing note": ("word/footnotes.xml", once('w:id="1"', 'w:id="8"'), "a footnote is not there: 1"),
    "a note without a mark": ("word/footnotes.xml", once('w:id="1"', 'w:id="8"'), "a footnote has no mark: 8"),
    "too large an id": ("word/footnotes.xml", once('w:id="1"', 'w:id="40000"'), "larger than Word takes"),
    "a run without a language": ("word/document.xml", pattern(r"<w:lang [^>]*/>", ""), "says no language"),
    "a font of the theme": ("word/document.xml", once("<w:rFonts ", '<w:rFonts w:asciiTheme="minorHAnsi" '), "theme"),
    "a cell without a paragraph": ("word/document.xml", once("<w:p/></w:tc>", "</w:tc>"), "a cell does not end"),
    "widths that disagree": ("word/document.xml", pattern(r'(<w:tblW w:w=")\d+', r"\g<1>100"), "its columns come to"),
    "a cell too few": ("word/document.xml", pattern(r"<w:tc>.*?</w:tc>", ""), "a row fills"),
    "a program's mark": ("docProps/core.xml", once("高新区发展研究组", "python-docx"), "left its mark"),
}
"""What is broken, in which part, how, and what the lint must say of it."""


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named(fault: str, drawn: dict[str, bytes]) -> None:
    name, change, told = FAULTS[fault]
    found = lint(changed(drawn["zh"], change, name))
    assert any(told in fault.message for fault in found), found


def test_a_fault_says_its_part_and_paragraph(drawn: dict[str, bytes]) -> None:
    (fault,) = lint(
        changed(drawn["zh"], pattern(r"(<w:p>(?:.(?!<w:p>))*?)<w:lang [^>]*/>", r"\1"), "word/document.xml")
    )
    assert (fault.part, fault.paragraph) == ("word/document.xml", 1)
    assert str(fault) == f"word/document.xml, paragraph 1: {fault.message}"


def test_a_fault_of_a_whole_part_has_no_paragraph(drawn: dict[str, bytes]) -> None:
    (fault,) = lint(changed(drawn["zh"], once('w:val="15"', 'w:val="14"'), "word/settings.xml"))
    assert str(fault) == "word/settings.xml: the compatibility mode is not 15, so Word opens the file as an old one"


def test_a_fault_is_told_once_a_part(drawn: dict[str, bytes]) -> None:
    dirty = lint(
        changed(drawn["zh"], lambda xml: xml.replace("<w:fldChar ", '<w:fldChar w:dirty="true" '), "word/document.xml")
    )
    assert [fault.message for fault in dirty] == ["a field is marked dirty, so Word asks before it opens the file"]


def test_a_good_file_has_no_fault(drawn: dict[str, bytes]) -> None:
    assert [lint(data) for data in drawn.values()] == [()] * len(drawn)
