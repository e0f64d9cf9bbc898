"""What things are called in the file: the style of every role, the numbers of lists.

How the styles look is in styles.py, how languages are tagged in scripts.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reportgen.numbers.zh.numerals import hanzi
from reportgen.records import record
from reportgen.template.model import FILING_ROLES, ROLES, Look, Numbering


@record
class StyleName:
    """A style's id and name; `own` is False for the styles that Word knows by name."""

    id: str
    name: str
    own: bool = True


def _built_in(style_id: str, name: str) -> StyleName:
    return StyleName(style_id, name, own=False)


def _own(role: str) -> StyleName:
    words = role.replace("-", " ").title()
    return StyleName(words.replace(" ", ""), words)


PARAGRAPH: dict[str, StyleName] = {
    **{role: _own(role) for role in ROLES},
    "title": _built_in("Title", "Title"),
    "subtitle": _built_in("Subtitle", "Subtitle"),
    "date": _built_in("Date", "Date"),
    "contents-title": _built_in("TOCHeading", "TOC Heading"),
    **{f"toc{level}": _built_in(f"TOC{level}", f"toc {level}") for level in (1, 2)},
    **{f"heading{level}": _built_in(f"Heading{level}", f"heading {level}") for level in (1, 2, 3)},
    "body": _built_in("Normal", "Normal"),
    "list": _built_in("ListBullet", "List Bullet"),
    "list-ordered": _built_in("ListNumber", "List Number"),
    "toc-caption": _built_in("TableofFigures", "table of figures"),
    "caption": _built_in("Caption", "caption"),
    "quote": _built_in("Quote", "Quote"),
    "footnote": _built_in("FootnoteText", "footnote text"),
    "sources": _built_in("Bibliography", "Bibliography"),
    "header": _built_in("Header", "header"),
    "footer": _built_in("Footer", "footer"),
}
"""The paragraph style of every role; a numbered list has its own beside the bulleted one."""

CHARACTER: dict[str, StyleName] = {
    "strong": _built_in("Strong", "Strong"),
    "emphasis": _built_in("Emphasis", "Emphasis"),
    "link": _built_in("Hyperlink", "Hyperlink"),
    "note-mark": _built_in("FootnoteReference", "footnote reference"),
    **{
        role: _own(role)
        for role in ("metric-affix", "unit", "heading-second", "contents-second", "caption-label", "issue-mark")
    },
}
"""The character style of every dress of a stretch of words."""

FILING = {role: _own(role) for role in FILING_ROLES}
"""The paragraph style of every role of what a document is filed by; written only into files that print some of it."""

FILING_CHARACTER = {"signer": _own("signer")}
"""The character styles of that."""

TABLE = {role: _own(f"{role}-table") for role in ("data", "callout", "metrics", "timeline", "columns")}
"""The table styles."""

_ORDINALS = ("", " Second", " Third", " Fourth", " Fifth", " Sixth")

HEADING_LIST, UNNUMBERED, BULLET_LIST = 1, 2, 3
"""The numbering instances (numId): headings, a heading without a number, bullets; numbered lists follow, one each."""


@record
class NumberingLevel:
    """How the headings of a level are numbered: Word's name of the form, its pattern, and what follows the number."""

    form: str
    pattern: str  # %1 is the number of the first level
    follows: str = "tab"  # or nothing


NUMBERING: dict[Numbering, tuple[NumberingLevel, ...]] = {
    "decimal": (
        NumberingLevel("decimal", "%1"),
        NumberingLevel("decimal", "%1.%2"),
        NumberingLevel("decimal", "%1.%2.%3"),
    ),
    "chinese": (
        NumberingLevel("chineseCountingThousand", "%1、", "nothing"),
        NumberingLevel("chineseCountingThousand", "（%2）", "nothing"),
        NumberingLevel("decimal", "%3.", "nothing"),
    ),
    "none": (),
}
"""The levels of every numbering; the fourth level of official Chinese, （1）, is a list's and no heading's."""


def variant(index: int, *, column: bool = False) -> str:
    """What a style's name adds for the language at a place of the document, on the page or in a column."""
    return (" Column" if column else "") + _ORDINALS[index]


def role_style(role: str, index: int = 0, *, column: bool = False) -> str:
    """The id of a role's paragraph style in the language at a place of the document, on the page or in a column."""
    return (PARAGRAPH.get(role) or FILING[role]).id + variant(index, column=column).replace(" ", "")


def number_label(look: Look, language: str, number: Sequence[int]) -> str:
    """A heading's number as the numbering prints it: 3, 3.2, （二）; nothing where headings have none."""
    levels = NUMBERING[look.numbering_in(language)]
    if not 0 < len(number) <= len(levels):
        return ""
    level = levels[len(number) - 1]
    label = level.pattern
    for index, value in enumerate(number, 1):
        label = label.replace(f"%{index}", str(value) if level.form == "decimal" else hanzi(Decimal(value)))
    return label


def number_follows(look: Look, language: str, level: int) -> str:
    """What stands between a heading's number and its words: a tab, or nothing."""
    levels = NUMBERING[look.numbering_in(language)]
    return "\t" if 0 < level <= len(levels) and levels[level - 1].follows == "tab" else ""
