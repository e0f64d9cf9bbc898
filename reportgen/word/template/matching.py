"""Which of a Word file's styles is which role: by name in the languages Word speaks, by outline level, by use.

Style ids say nothing: Chinese Word numbers them, others translate them.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from reportgen.records import record
from reportgen.word.ooxml.tree import child, find_all, val
from reportgen.word.styles.names import CHARACTER, PARAGRAPH, TABLE

_LOCAL: dict[str, tuple[str, ...]] = {
    "title": ("标题", "文档标题", "文件标题", "公文标题", "主标题", "大标题", "Titel", "Titre", "表題"),
    "subtitle": ("副标题", "Untertitel", "Sous-titre", "副題"),
    "date": ("日期", "Datum"),
    "toc heading": ("TOC 标题", "目录标题", "Contents Heading", "Inhaltsverzeichnisüberschrift"),
    **{f"toc {level}": (f"目录 {level}", f"Contents {level}", f"Verzeichnis {level}") for level in (1, 2)},
    "heading 1": ("标题 1", "一级标题", "章标题", "标题一", "Überschrift 1", "Titre 1", "見出し 1"),
    "heading 2": ("标题 2", "二级标题", "节标题", "标题二", "Überschrift 2", "Titre 2", "見出し 2"),
    "heading 3": ("标题 3", "三级标题", "条标题", "标题三", "Überschrift 3", "Titre 3", "見出し 3"),
    "list bullet": ("列表项目符号", "项目符号", "Aufzählungszeichen", "Bullet List"),
    "list number": ("列表编号", "编号列表", "Listennummer"),
    "caption": ("题注", "图题", "图表标题", "Beschriftung", "Légende", "図表番号"),
    "quote": ("引用", "引文", "Zitat", "Citation"),
    "footnote text": ("脚注文本", "Footnote", "Fußnotentext"),
    "bibliography": ("书目", "参考文献", "Literaturverzeichnis"),
    "header": ("页眉", "Kopfzeile"),
    "footer": ("页脚", "Fußzeile"),
    "strong": ("要点", "加粗", "Strong Emphasis", "Fett"),
    "emphasis": ("强调", "Hervorhebung"),
    "hyperlink": ("超链接", "Internet Link", "Internetlink"),
    "footnote reference": ("脚注引用", "Footnote Characters", "Footnote Anchor", "Fußnotenzeichen"),
    "lead": ("导语", "摘要", "Abstract"),
    "source": ("来源", "资料来源", "数据来源"),
    "note": ("注释", "图注", "表注"),
    "table head": ("表头", "表格标题行", "Table Heading"),
    "table cell": ("表格正文", "表格内容", "表格文字", "Table Contents"),
}
"""What Word's styles and the house's own are called elsewhere, by their English names in small letters."""

_BODY_TEXT = (
    *("Body Text", "Text Body", "正文文本", "正文缩进", "Normal Indent", "正文首行缩进", "Body Text First Indent"),
    *("First Paragraph", "公文正文", "正文样式", "报告正文", "段落", "Textkörper"),
)
"""Names of styles that carry the text where the default style only carries the others."""

_VARIANTS = ("", " Second", " Column", " Column Second")


@record
class StyleMatches:
    """The file's style ids by the house's style ids, and the one its running text is in where that is another."""

    ids: Mapping[str, str]
    text: str = ""


def match(styles: Element, body: Element) -> StyleMatches:
    """The styles of a file that stand for roles; `body` shows which of them it uses."""
    used = Counter(val(child(paragraph, "pPr", "pStyle")) for paragraph in find_all(body, "p"))
    listed = [style for style in find_all(styles, "style") if val(style, "styleId")]
    ids: dict[str, str] = {}
    for kind, ours in _wanted():
        named = {our_id: _named(listed, kind, names) for our_id, names in ours.items()}
        for our_id, candidates in named.items():
            free = [style for style in candidates + _leveled(listed, our_id) if _id(style) not in ids.values()]
            if free:
                ids[our_id] = _id(max(free, key=lambda style: used[_id(style)]))
    text = [style for style in listed if _called(style) & {_plain(name) for name in _BODY_TEXT}]
    most = _id(max(text, key=lambda style: used[_id(style)], default=None))
    return StyleMatches(ids, most if used[most] else "")


def _id(style: Element | None) -> str:
    return val(style, "styleId")


def _named(styles: Sequence[Element], kind: str, names: set[str]) -> list[Element]:
    """The styles of a type that are called so."""
    return [style for style in styles if val(style, "type") == kind and _called(style) & names]


def _leveled(styles: Sequence[Element], our_id: str) -> list[Element]:
    """The styles that say they have the level of the outline of one of the house's headings; none for other ids."""
    level = our_id.removeprefix("Heading")
    return [style for style in styles if _level(style) == level] if level.isdecimal() else []


def _wanted() -> Iterator[tuple[str, dict[str, set[str]]]]:
    """(type of style, the names that each of the house's ids may have in the file)."""
    paragraphs: dict[str, set[str]] = {}
    for role, style in PARAGRAPH.items():
        for variant in _VARIANTS:
            name = style.name if style.own or not variant else style.name.title()
            names = {_plain(name + variant)}
            if not variant:
                names |= {_plain(local) for local in _LOCAL.get(style.name.lower(), ())}
            if role == "body" and not variant:
                names = {_DEFAULT}
            paragraphs[style.id + variant.replace(" ", "")] = names
    yield "paragraph", paragraphs
    characters = {
        style.id: {_plain(style.name), *map(_plain, _LOCAL.get(style.name.lower(), ()))} for style in CHARACTER.values()
    }
    yield "character", {**characters, "DefaultParagraphFont": {_DEFAULT}}
    yield "table", {**{style.id: {_plain(style.name)} for style in TABLE.values()}, "TableNormal": {_DEFAULT}}


_DEFAULT = "\0default"
"""A name that no style has: the default style of its type answers to it."""


def _called(style: Element) -> set[str]:
    """The style's names: its own, its aliases, and that of being its type's default."""
    names = f"{val(child(style, 'name'))},{val(child(style, 'aliases'))}".split(",")
    default = {_DEFAULT} if val(style, "default") in ("1", "true", "on") else set[str]()
    return {_plain(name) for name in names if name.strip()} | default


def _plain(name: str) -> str:
    """A name as it is compared: small letters, half-width, without spaces."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def _level(style: Element) -> str:
    """The heading level that a paragraph style says it has, from 1; empty for none."""
    level = child(style, "pPr", "outlineLvl")
    number = val(level)
    return str(int(number) + 1) if val(style, "type") == "paragraph" and number.isascii() and number.isdecimal() else ""
