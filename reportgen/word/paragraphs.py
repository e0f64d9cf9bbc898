"""Paragraphs of one line or of a line in each language. What the words look like is in styles.py."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.document import Line, Paragraph, Phrase
from reportgen.word import fields
from reportgen.word.ledger import Bookmark, Scene
from reportgen.word.names import role_style
from reportgen.word.text import inlines
from reportgen.word.xml import twentieths


@dataclass(frozen=True, slots=True)
class Setting:
    """What a paragraph says of itself beyond its style: kept with the next, its list, the space after it, its side."""

    keep: bool = False
    list_id: int | None = None
    after: int | None = None  # twentieths of a point
    align: str = ""
    page: bool = False  # starts a page
    level: int = 0  # of its list
    inset: int = 0  # twentieths of a point from the right


PLAIN = Setting()


def paragraph(style: str, content: str, setting: Setting = PLAIN) -> str:
    """A paragraph of runs in a style, given by its id."""
    if setting is PLAIN:
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'
    keep = "<w:keepNext/>" if setting.keep else ""
    keep += "<w:pageBreakBefore/>" if setting.page else ""
    number = setting.list_id
    numbered = (
        f'<w:numPr><w:ilvl w:val="{setting.level}"/><w:numId w:val="{number}"/></w:numPr>' if number is not None else ""
    )
    after = f'<w:spacing w:after="{setting.after}"/>' if setting.after is not None else ""
    after += f'<w:ind w:right="{setting.inset}"/>' if setting.inset else ""
    align = f'<w:jc w:val="{setting.align}"/>' if setting.align else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}{numbered}{after}{align}</w:pPr>{content}</w:p>'


def line_paragraph(
    scene: Scene,
    role: str,
    line: Line,
    setting: Setting = PLAIN,
    *,
    column: bool = False,
    mark: Bookmark | None = None,
) -> str:
    """One language's line in its role."""
    second = line.language != scene.first
    content = inlines(scene, line)
    content = fields.bookmarked(mark, content) if mark else content
    return paragraph(role_style(role, second=second, column=column), content, setting)


def pair(
    scene: Scene,
    role: str,
    phrase: Phrase,
    *,
    list_id: int | None = None,
    keep: bool = False,
    after: int | None = None,
    mark: Bookmark | None = None,
) -> str:
    """A phrase: one paragraph a language, the first kept close to the next; a list's number stands at the first."""
    if len(phrase) == 1 and not keep and list_id is None and after is None:
        return line_paragraph(scene, role, phrase[0], mark=mark)
    *leading, last = phrase
    close = Setting(keep=True, list_id=list_id, after=twentieths(scene.look.pairs.within))
    first = "".join(
        line_paragraph(scene, role, line, close if not place else Setting(keep=True), mark=None if place else mark)
        for place, line in enumerate(leading)
    )
    following = "list" if role == "list-ordered" and leading else role
    ending = Setting(keep=keep, list_id=None if leading else list_id, after=after)
    return first + line_paragraph(scene, following, last, ending, mark=None if leading else mark)


def notes(scene: Scene, paragraphs: tuple[Paragraph, ...]) -> str:
    """The notes under a chart or table, kept on its page."""
    last = len(paragraphs) - 1
    ending = twentieths(scene.look.styles["source"].after)
    return "".join(
        pair(scene, note.role, note.text, keep=place < last, after=ending if place == last else None)
        for place, note in enumerate(paragraphs)
    )


def gap(scene: Scene, *, keep: bool = False) -> str:
    """The empty line that parts a table from what follows; two tables without one would join."""
    return paragraph(role_style("gap"), "", Setting(keep=keep))
