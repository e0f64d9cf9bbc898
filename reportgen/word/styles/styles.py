"""Every style of the file, made from the look: Word's own names where Word has them, four font slots each, no theme.

A role is one paragraph style in the document's first language and one in each further one; a side-by-side document has
as many more for its columns. The line height of a style follows its language.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.document import Bullets, Closing, Document, Imprint, Letterhead, Paragraph
from reportgen.template.model import ColorName, FaceName, Look, RuleLook, RunStyle, TextStyle
from reportgen.word.ooxml.xml import NAMESPACES, attribute, eighths, half_points, twentieths, twips
from reportgen.word.styles.names import (
    BULLET_LIST,
    CHARACTER,
    FILING,
    FILING_CHARACTER,
    HEADING_LIST,
    PARAGRAPH,
    TABLE,
    role_style,
    variant,
)
from reportgen.word.styles.scripts import document_tags, lang_tag, line_height, slot_faces

_ONE_LANGUAGE = (
    *("toc1", "toc2", "toc-caption", "heading1", "heading2", "heading3"),
    *("list-ordered", "picture", "header", "footer", "gap"),
)
"""Roles whose paragraphs hold both languages, or none of their own."""

_LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" '
    'w:defQFormat="0" w:count="376"/>'
)
"""Word's other styles stay out of sight until used."""

_NO_LIST = (
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
)
_RULE_GAP = 6  # points between a paragraph and its rule
_BASED_ON = {"list-ordered": "list"}


def styles_part(document: Document, look: Look) -> str:
    """The part word/styles.xml."""
    parts = (
        _defaults(document, look),
        _LATENT,
        *_paragraph_styles(document, look),
        *_character_styles(document, look),
        *_table_styles(look),
        _NO_LIST,
    )
    return f"<w:styles {NAMESPACES}>{''.join(parts)}</w:styles>"


def _defaults(document: Document, look: Look) -> str:
    body = look.styles["body"]
    english = document.properties.english
    first = lang_tag(document.languages[0], english)  # of either script: LibreOffice takes it for the whole PDF's
    tags = f'w:val="{first}" w:eastAsia="{document_tags(document.languages, english).east_asian}" w:bidi="ar-SA"'
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f"{fonts(look, 'body', document.languages)}{_size(body.size)}<w:lang {tags}/>"
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/><w:kinsoku/><w:wordWrap/>"
        '<w:autoSpaceDE/><w:autoSpaceDN/><w:snapToGrid w:val="0"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )


# ---- paragraphs ---------------------------------------------------------------


def _paragraph_styles(document: Document, look: Look) -> Iterator[str]:
    """The styles of every role, the body first since all others are based on it."""
    others = document.languages[1:]
    roles = (*PARAGRAPH, *(FILING if _filed(document, look) else ()))
    for role in ("body", *(role for role in roles if role != "body")):
        both = bool(others) and role.startswith("heading")
        yield _paragraph(document, look, role, look.style(_BASED_ON.get(role, role), second=both), 0)
    for index, language in enumerate(others, 1):
        whole = ("list-ordered",) if document.layout == "facing" else ()
        for role in (*(role for role in roles if role not in _ONE_LANGUAGE), *whole):
            yield _paragraph(document, look, role, _further(document, look, role, language), index)
    for role, style in look.columns.items() if _has_columns(document, look) else ():
        for name in (role, "list-ordered") if role == "list" else (role,):
            for index in range(len(document.languages)):
                yield _paragraph(document, look, name, style, index, column=True)


def _has_columns(document: Document, look: Look) -> bool:
    """Whether text stands in columns of languages, or beside a figure where it has no margin to stand in from."""
    if document.layout == "side-by-side" and len(document.languages) > 1:
        return True
    beside = (isinstance(element, Paragraph | Bullets) and element.beside for element in document.elements)
    return look.styles["body"].indent > 0 and any(beside)


def _filed(document: Document, look: Look) -> bool:
    """Whether anything is printed that the document is filed by."""
    return look.filing is not None and any(
        isinstance(element, Letterhead | Closing | Imprint)
        or (isinstance(element, Paragraph) and element.role in FILING)
        for element in document.elements
    )


def _further(document: Document, look: Look, role: str, language: str) -> TextStyle:
    """The look of a role in a further language: its own first look where it has a part to itself, behind the title."""
    named = _BASED_ON.get(role, role)
    apart = document.layout == "facing" and role not in _TITLE
    return look.speaking(language).styles[named] if apart else look.style(named, second=True)


_TITLE = ("issuer", "issue", "title", "subtitle", "date", "contents-title")
"""What all languages of a document share."""


def _paragraph(document: Document, look: Look, role: str, style: TextStyle, index: int, *, column: bool = False) -> str:
    """A role's style in the document's language at a place."""
    base = PARAGRAPH.get(role) or FILING[role]
    language, further = document.languages[index], variant(index, column=column)
    own = ' w:customStyle="1"' if base.own or further else ""
    name = (base.name if base.own or not further else base.name.title()) + further
    default = ' w:default="1"' if role == "body" and not further else ""
    based = "" if default else f'<w:basedOn w:val="{PARAGRAPH["body"].id}"/>'
    following = f'<w:next w:val="{PARAGRAPH["body"].id}"/>' if role.startswith(("heading", "title", "subtitle")) else ""
    shown = "<w:unhideWhenUsed/>" if role in ("header", "footer", "footnote") else "<w:qFormat/>"
    return (
        f'<w:style w:type="paragraph"{default}{own} '
        f'w:styleId="{role_style(role, index, column=column)}"><w:name w:val="{attribute(name)}"/>{based}{following}'
        f'<w:uiPriority w:val="{_priority(role)}"/>{shown}'
        f"<w:pPr>{_paragraph_properties(look, role, style, language, numbered=column or not further)}</w:pPr>"
        f"<w:rPr>{_text_properties(look, style, (language, *document.languages))}</w:rPr></w:style>"
    )


def _priority(role: str) -> int:
    """Where Word lists a style: body and headings first."""
    return {"body": 0, "heading1": 9, "heading2": 9, "heading3": 9, "title": 10, "subtitle": 11}.get(role, 30)


def _paragraph_properties(look: Look, role: str, style: TextStyle, language: str, *, numbered: bool) -> str:
    """The children of w:pPr, in the schema's order."""
    level = int(role[-1]) if role.startswith("heading") else 0
    return "".join(
        (
            _switch("keepNext", style.keep_next),
            _switch("keepLines", style.keep_together),
            "<w:pageBreakBefore/>" if style.page_before else "",
            _numbering(look, role, level, language, numbered=numbered),
            _paragraph_rules(look, style),
            f'<w:shd w:val="clear" w:color="auto" w:fill="{look.palette.of(style.fill)}"/>' if style.fill else "",
            _tabs(look, role, style),
            _spacing(style, language),
            indent(look, style),
            f'<w:jc w:val="{style.align}"/>',
            f'<w:outlineLvl w:val="{level - 1}"/>' if level else "",
        )
    )


def _numbering(look: Look, role: str, level: int, language: str, *, numbered: bool) -> str:
    if level and look.numbering_in(language) != "none":
        deeper = f'<w:ilvl w:val="{level - 1}"/>' if level > 1 else ""
        return f'<w:numPr>{deeper}<w:numId w:val="{HEADING_LIST}"/></w:numPr>'
    if role == "list" and numbered:
        return f'<w:numPr><w:numId w:val="{BULLET_LIST}"/></w:numPr>'
    return ""


def _paragraph_rules(look: Look, style: TextStyle) -> str:
    sides = {"top": style.rule_above, "bottom": style.rule_below}
    lines = "".join(border(look, side, rule, _RULE_GAP) for side, rule in sides.items() if rule)
    return f"<w:pBdr>{lines}</w:pBdr>" if lines else ""


def _tabs(look: Look, role: str, style: TextStyle) -> str:
    """A right tab at the margin where something stands at both ends of the line."""
    if role not in ("toc1", "toc2", "toc-caption", "header", "footer", "issuer"):
        return ""
    leader = ' w:leader="dot"' if role.startswith("toc") else ""
    at_text = f'<w:tab w:val="left" w:pos="{twips(style.indent)}"/>' if style.hanging else ""
    return f'<w:tabs>{at_text}<w:tab w:val="right"{leader} w:pos="{twips(look.page.text_width)}"/></w:tabs>'


def _spacing(style: TextStyle, language: str) -> str:
    line = line_height(style, language)
    height = f' w:line="{twentieths(line)}" w:lineRule="exact"' if line else ' w:line="240" w:lineRule="auto"'
    return f'<w:spacing w:before="{twentieths(style.before)}" w:after="{twentieths(style.after)}"{height}/>'


def indent(look: Look, style: TextStyle) -> str:
    """How far a paragraph and its first line stand in; what the body's first line stands in is taken back."""
    if style.first_line:
        hundredths = int(style.first_line * 100)
        wide = twentieths(style.first_line * style.size)
        return f'<w:ind w:left="{twips(style.indent)}" w:firstLineChars="{hundredths}" w:firstLine="{wide}"/>'
    back = ' w:firstLineChars="0"' if look.styles["body"].first_line else ""
    return f'<w:ind w:left="{twips(style.indent)}"{back} w:hanging="{twips(style.hanging)}"/>'


# ---- words ----------------------------------------------------------------------


def fonts(look: Look, face: FaceName, languages: Sequence[str]) -> str:
    """All four font slots: the East Asian one takes the first CJK language's font, the others the first other's."""
    latin, east = (attribute(faces.of(face)[0]) for faces in slot_faces(look, languages))
    return f'<w:rFonts w:ascii="{latin}" w:eastAsia="{east}" w:hAnsi="{latin}" w:cs="{latin}"/>'


def _text_properties(look: Look, style: TextStyle, languages: Sequence[str]) -> str:
    """The children of w:rPr, in the schema's order."""
    return (
        fonts(look, style.face, languages)
        + _bold(style.bold)
        + _color(look, style.color)
        + _tracking(look, style)
        + _size(style.size)
    )


def run_properties(look: Look, style: RunStyle, languages: Sequence[str] = ()) -> str:
    """How a dress differs from its paragraph, as children of w:rPr."""
    return "".join(
        (
            fonts(look, style.face, languages) if style.face else "",
            "" if style.bold is None else _bold(style.bold),
            _color(look, style.color) if style.color else "",
            _size(style.size) if style.size else "",
            '<w:u w:val="single"/>' if style.underline else "",
            '<w:vertAlign w:val="superscript"/>' if style.superscript else "",
        )
    )


def _bold(bold: bool) -> str:
    return _switch("b", bold) + _switch("bCs", bold)


def _switch(name: str, on: bool) -> str:
    """A property that is on or off; off is said too, since a style may inherit it."""
    return f"<w:{name}/>" if on else f'<w:{name} w:val="0"/>'


def _color(look: Look, name: ColorName) -> str:
    return f'<w:color w:val="{look.palette.of(name)}"/>'


def _tracking(look: Look, style: TextStyle) -> str:
    """The space between characters; none is said too where the body, which all styles are based on, has some."""
    said = style.tracking or look.styles["body"].tracking
    return f'<w:spacing w:val="{twentieths(style.tracking)}"/>' if said else ""


def _size(points: Decimal) -> str:
    return f'<w:sz w:val="{half_points(points)}"/><w:szCs w:val="{half_points(points)}"/>'


def _character_styles(document: Document, look: Look) -> Iterator[str]:
    yield (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    )
    for role, style in (*CHARACTER.items(), *(FILING_CHARACTER.items() if _filed(document, look) else ())):
        own = ' w:customStyle="1"' if style.own else ""
        yield (
            f'<w:style w:type="character"{own} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
            '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="31"/><w:qFormat/>'
            f"<w:rPr>{run_properties(look, look.runs[role], document.languages)}</w:rPr></w:style>"
        )


# ---- tables -----------------------------------------------------------------------


def border(look: Look, side: str, rule: RuleLook | None, space: int = 0) -> str:
    """One side's rule; no rule at all is said too, since a style may inherit one."""
    if rule is None:
        return f'<w:{side} w:val="nil"/>'
    color = look.palette.of(rule.color)
    return f'<w:{side} w:val="single" w:sz="{eighths(rule.width)}" w:space="{space}" w:color="{color}"/>'


def _table_styles(look: Look) -> Iterator[str]:
    """Word's plain table, and one style for each thing that is drawn as a table."""
    yield (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"{_cell_margins(Decimal(0))}</w:tblPr></w:style>"
    )
    tables = look.tables
    sides = border(look, "top", tables.edge) + border(look, "bottom", tables.edge)
    head = f"<w:tcPr><w:tcBorders>{border(look, 'bottom', tables.head)}</w:tcBorders></w:tcPr>"
    between = border(look, "insideH", tables.row) if tables.row else ""
    yield _table("data", sides + between, tables.padding, f'<w:tblStylePr w:type="firstRow">{head}</w:tblStylePr>')
    yield _table("callout", border(look, "left", look.callouts.bar), look.callouts.padding)
    yield _table("metrics", "", Decimal(0))
    yield _table("timeline", border(look, "insideV", look.timelines.rule), look.timelines.padding)
    yield _table("columns", border(look, "insideV", look.pairs.rule), look.pairs.gap / 2)


def _table(role: str, borders: str, padding: Decimal, conditional: str = "") -> str:
    style = TABLE[role]
    lines = f"<w:tblBorders>{borders}</w:tblBorders>" if borders else ""
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="40"/><w:qFormat/>'
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{lines}{_cell_margins(padding)}</w:tblPr>{conditional}</w:style>'
    )


def _cell_margins(padding: Decimal) -> str:
    wide = twips(padding)
    return (
        f'<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="{wide}" w:type="dxa"/>'
        f'<w:bottom w:w="0" w:type="dxa"/><w:right w:w="{wide}" w:type="dxa"/></w:tblCellMar>'
    )
