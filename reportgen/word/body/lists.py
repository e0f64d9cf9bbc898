"""Lists and numbered headings: word/numbering.xml, where every numbered list has an entry and so starts at 1."""

from __future__ import annotations

from collections.abc import Collection

from reportgen.document import Bullets
from reportgen.template.model import Look, TextStyle
from reportgen.word.body.context import DrawingContext, headings_in
from reportgen.word.body.fields import REF
from reportgen.word.body.paragraphs import pair
from reportgen.word.body.runs import linked_once
from reportgen.word.ooxml.xml import NAMESPACES, attribute, twentieths, twips
from reportgen.word.styles.names import BULLET_LIST, HEADING_LIST, NUMBERING, UNNUMBERED, role_style
from reportgen.word.styles.scripts import slot_faces
from reportgen.word.styles.styles import indent, run_properties

_HEADINGS, _NO_NUMBER, _BULLETS = 0, 1, 2
"""The shapes of lists (abstractNumId); numbered lists follow, one each."""


_HEADINGS_IN = headings_in("")
IN_COLUMN = "@column"
"""What stands behind the role of a list whose items are dressed as in columns of languages."""

_MARKED = {
    "list": ("bullet", "•"),
    "sources": ("decimal", "[%1]"),
    "findings": ("bullet", "▪"),
    "findings-ordered": ("decimal", "%1"),
}
"""How lists count or what marks them, where not 1. 2. 3."""


def bullets(context: DrawingContext, element: Bullets) -> str:
    """A list; each further language of an item stands under the first without a mark of its own."""
    return "".join(items(context, element))


def items(context: DrawingContext, element: Bullets, kept: Collection[int] | None = None) -> list[str]:
    """The items of a list; where each is a row, those `kept` with the next are told by their places."""
    number = list_id(context, element)
    role = "list-ordered" if element.ordered and element.role == "list" else element.role
    told = tuple(linked_once(item) for item in element.items if item)
    last, ending = len(told) - 1, twentieths(context.look.styles["body"].after)
    marks = [context.registry.bookmark(REF, "item", name) for name in element.ids] or [None] * len(told)
    return [
        pair(
            context,
            role,
            item,
            list_id=number,
            keep=place in (kept or ()),
            loose=kept is not None and place not in kept,
            after=ending if place == last else None,
            mark=mark,
        )
        for (place, item), mark in zip(enumerate(told), marks, strict=False)
    ]


def list_id(context: DrawingContext, element: Bullets) -> int:
    """The list's numbering instance: one for all bullets of the page, a new one for each other list."""
    if element.role == "list" and not element.ordered and not context.narrow:
        return BULLET_LIST
    role = f"{element.role}-ordered" if element.ordered and element.role != "sources" else element.role
    context.registry.ordered_lists.append(role + IN_COLUMN if context.narrow else role)
    return BULLET_LIST + len(context.registry.ordered_lists)


def heading_list(context: DrawingContext, language: str) -> int:
    """The list that counts the headings of a later part of a facing document."""
    return BULLET_LIST + 1 + context.registry.ordered_lists.index(headings_in(language))


def numbering_part(look: Look, language: str, ordered_lists: list[str]) -> str:
    """The part word/numbering.xml: what lists look like first, then every list that there is.

    A numbered list has a shape of its own, since Word counts lists of one shape on where they stand side by side.
    """
    shapes = _heading_shape(look, language) + _no_number() + _list_shape(look, language, _BULLETS, "list")
    lists = _list(HEADING_LIST, _HEADINGS) + _list(UNNUMBERED, _NO_NUMBER) + _list(BULLET_LIST, _BULLETS)
    for index, role in enumerate(ordered_lists, 1):
        if role.startswith(_HEADINGS_IN):
            language_of = role.removeprefix(_HEADINGS_IN)
            shapes += _heading_shape(_part_look(look, language_of), language_of, _BULLETS + index)
        else:
            shapes += _list_shape(look, language, _BULLETS + index, role)
        lists += _list(BULLET_LIST + index, _BULLETS + index)
    return f"<w:numbering {NAMESPACES}>{shapes}{lists}</w:numbering>"


def _part_look(look: Look, language: str) -> Look:
    """The look of a later part's headings; the body that their styles are based on stays the first part's."""
    spoken = look.speaking(language)
    return spoken.model_copy(update={"styles": {**spoken.styles, "body": look.styles["body"]}})


def _list(number: int, shape: int) -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{shape}"/></w:num>'


def _heading_shape(look: Look, language: str, number: int = _HEADINGS) -> str:
    """One list of three levels, the first of them tied to the heading styles; a level counts within the one above."""
    named = NUMBERING[look.numbering_in(language)] or NUMBERING["decimal"]
    levels = "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{level.form}"/>'
        + (f'<w:pStyle w:val="{role_style(f"heading{index + 1}")}"/>' if number == _HEADINGS else "")
        + f'<w:suff w:val="{level.follows}"/>'
        f'<w:lvlText w:val="{level.pattern}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{_indent(look, look.styles[f'heading{index + 1}'])}</w:pPr></w:lvl>"
        for index, level in enumerate(named)
    )
    return f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'


def _no_number() -> str:
    """A list that prints no number, for a heading without one: list 0 would do in Word, but validators miss it."""
    return (
        f'<w:abstractNum w:abstractNumId="{_NO_NUMBER}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        '<w:start w:val="1"/><w:numFmt w:val="none"/><w:suff w:val="nothing"/><w:lvlText w:val=""/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl></w:abstractNum>'
    )


def _list_shape(look: Look, language: str, number: int, role: str) -> str:
    role, in_column, _ = role.partition(IN_COLUMN)
    form, text = _MARKED.get(role, ("decimal", "%1."))
    styles = look.columns if in_column else look.styles
    style = styles.get(role.removesuffix("-ordered"), look.styles["list"])
    mark = _mark_font(look, language) + run_properties(look, look.runs["list-mark"])
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="tab"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>{_indent(look, style)}</w:pPr>'
        f"<w:rPr>{mark}</w:rPr></w:lvl></w:abstractNum>"
    )


def _indent(look: Look, style: TextStyle) -> str:
    tab = f'<w:tabs><w:tab w:val="num" w:pos="{twips(style.indent)}"/></w:tabs>' if style.hanging else ""
    return tab + indent(look, style)


def _mark_font(look: Look, language: str) -> str:
    """The Latin font in every slot: a bullet from a Chinese font would stand as wide as a character."""
    latin = attribute(slot_faces(look, (language,)).latin.of("body")[0])
    return f'<w:rFonts w:ascii="{latin}" w:eastAsia="{latin}" w:hAnsi="{latin}" w:cs="{latin}" w:hint="default"/>'
