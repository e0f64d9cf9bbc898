"""Fonts put into a finished file, and the report of every font that it uses.

A font that is not open is replaced by the first open one of its stack that is at hand, the bundled one at last; then a
subset of what is written in it goes into the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element

from reportgen.messages import Message, listing, msg
from reportgen.records import record
from reportgen.template.model import Look
from reportgen.word.embed.font_files import BUNDLED, FontFile, installed_fonts, subset
from reportgen.word.ooxml.archive import pack, unpack
from reportgen.word.ooxml.tree import (
    KINDS,
    RELATIONS,
    TYPES,
    R,
    W,
    child,
    find_all,
    new_element,
    parse,
    put_child,
    remove_all,
    serialize,
    val,
)
from reportgen.word.styles.effective import effective_properties
from reportgen.word.styles.scripts import split_scripts

_FONTS, _FONT_RELATIONS = "word/fontTable.xml", "word/_rels/fontTable.xml.rels"
_STYLES, _SETTINGS, _TYPES = "word/styles.xml", "word/settings.xml", "[Content_Types].xml"
_STORY = re.compile(r"word/(document|footnotes|endnotes|header[^/]*|footer[^/]*)\.xml")
_CHART = re.compile(r"word/charts/[^/]+\.xml")
_SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
_OBFUSCATED = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_ALWAYS = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "\u00a0\u2009–—‘’“”…·•−×±%‰°、。，；：？！（）《》〈〉【】"
    + "〇零一二三四五六七八九十百第章节图表年月日"
)
"""What lists, numbers of pages and updated fields may print beyond the words of the text."""

_SHIPPED = {
    "Windows": (
        *("等线", "DengXian", "微软雅黑", "Microsoft YaHei", "宋体", "SimSun", "黑体", "SimHei", "仿宋", "FangSong"),
        *("楷体", "KaiTi", "Calibri", "Cambria", "Times New Roman", "Arial", "Georgia", "Segoe UI", "Consolas"),
    ),
    "macOS": (
        *("PingFang SC", "苹方-简", "Songti SC", "宋体-简", "Heiti SC", "Kaiti SC", "STFangsong", "STSong", "STKaiti"),
        *("华文仿宋", "华文宋体", "华文楷体", "Times New Roman", "Arial", "Georgia", "Helvetica Neue"),
    ),
    "Office for Mac": ("等线", "DengXian", "微软雅黑", "Microsoft YaHei", "仿宋", "楷体", "Calibri", "Cambria"),
}
"""Where a font is expected without anyone having installed it."""


@record
class FontUse:
    """A font that a file asks for, and what its reader will see."""

    name: str
    embedded: bool
    expected: tuple[str, ...]  # the systems that ship it
    stand_ins: tuple[str, ...]  # the fonts named to stand in for it, in their order
    missing: str = ""  # characters that the embedded subset has none for

    def __str__(self) -> str:
        return str(self.summary)

    @property
    def summary(self) -> Message:
        """What the reader will see, in a line."""
        if self.embedded and self.missing:
            return msg("{font}: embedded, without {characters}", font=self.name, characters=self.missing[:12])
        if self.embedded:
            return msg("{font}: embedded", font=self.name)
        systems = listing(self.expected, "unit")
        if self.expected and self.stand_ins:
            return msg(
                "{font}: expected on {systems}; elsewhere {other} stands in",
                font=self.name,
                systems=systems,
                other=self.stand_ins[0],
            )
        if self.expected:
            return msg("{font}: expected on {systems}", font=self.name, systems=systems)
        if self.stand_ins:
            others = listing(self.stand_ins[:3], "unit")
            return msg("{font}: substituted where it is not installed, by {others}", font=self.name, others=others)
        return msg("{font}: substituted where it is not installed, by what the reader's program picks", font=self.name)


def embed(data: bytes, look: Look) -> bytes:
    """The file with subsets of open fonts in it, so that it looks the same where none of its fonts is installed."""
    files = unpack(data)
    _take_open_fonts(files, look)
    table, types = parse(files[_FONTS]), parse(files[_TYPES])
    relations = parse(f'<Relationships xmlns="{RELATIONS}"/>'.encode())
    used = _used(files)
    for number, ((name, bold), characters) in enumerate(sorted(used.items()), 1):
        face = installed_fonts().get((name, bold))
        if face is None or not face.open:
            continue
        content, _ = _subset(face, "".join(sorted(characters | set(_ALWAYS))))
        key = str(uuid5(NAMESPACE_URL, f"{name}/{bold}/{len(content)}/{content[:4096].hex()}")).upper()
        files[f"word/fonts/font{number}.odttf"] = _obfuscated(content, key)
        relations.append(
            relations.makeelement(
                f"{{{RELATIONS}}}Relationship",
                {"Id": f"rId{number}", "Type": KINDS + "font", "Target": f"fonts/font{number}.odttf"},
            )
        )
        mark = new_element("embedBold" if bold else "embedRegular", fontKey=f"{{{key}}}")
        mark.set(R + "id", f"rId{number}")
        entry = _entry(table, name)
        put_child(entry, mark, *(() if bold else ("embedBold",)))
    types.insert(0, types.makeelement(f"{{{TYPES}}}Default", {"Extension": "odttf", "ContentType": _OBFUSCATED}))
    files[_FONTS], files[_FONT_RELATIONS], files[_TYPES] = serialize(table), serialize(relations), serialize(types)
    files[_SETTINGS] = _saying_so(parse(files[_SETTINGS]))
    return pack(files.items())


def font_report(data: bytes, look: Look) -> tuple[FontUse, ...]:
    """Every font that is written in, in the order of its name."""
    files = unpack(data)
    table = {val(font, "name"): font for font in find_all(parse(files[_FONTS]), "font")}
    stacks = _stacks(look)
    used = _used(files)
    uses: list[FontUse] = []
    for name in sorted({name for name, _ in used}):
        entry = table.get(name)
        embedded = entry is not None and child(entry, "embedRegular") is not None
        face = installed_fonts().get((name, False))
        text = "".join(sorted(used.get((name, False), set())))
        lacking = _subset(face, text)[1] if embedded and face else frozenset[str]()
        missing = "".join(sorted(character for character in lacking if not character.isspace()))
        shipped = tuple(system for system, names in _SHIPPED.items() if name in names)
        uses.append(FontUse(name, embedded, shipped, stacks.get(name, ()), missing))
    return tuple(uses)


@lru_cache(maxsize=64)
def _subset(face: FontFile, characters: str) -> tuple[bytes, frozenset[str]]:
    return subset(face, characters)


def _entry(table: Element, name: str) -> Element:
    """The font's entry in the table, made where there is none."""
    for font in find_all(table, "font"):
        if val(font, "name") == name:
            remove_all(font, "altName")
            return font
    font = new_element("font", name=name)
    for part, value in (("charset", "00"), ("family", "auto"), ("pitch", "variable")):
        font.append(new_element(part, val=value))
    table.append(font)
    return font


def _saying_so(settings: Element) -> bytes:
    """Settings that say that fonts are embedded, and that they are subsets."""
    remove_all(settings, "embedTrueTypeFonts", "saveSubsetFonts")
    zoom = child(settings, "zoom")
    at = list(settings).index(zoom) + 1 if zoom is not None else 0
    settings.insert(at, new_element("embedTrueTypeFonts"))
    settings.insert(at + 1, new_element("saveSubsetFonts"))
    return serialize(settings)


def _obfuscated(font: bytes, key: str) -> bytes:
    """The font's first 32 bytes mixed with its key, as the format asks of embedded fonts."""
    mask = bytes.fromhex(key.replace("-", ""))[::-1] * 2
    return bytes(byte ^ mixed for byte, mixed in zip(font[:32], mask, strict=True)) + font[32:]


# ---- which fonts -------------------------------------------------------------------


def _stacks(look: Look) -> dict[str, tuple[str, ...]]:
    """The stand-ins of every font that a look names first."""
    families: dict[str, tuple[str, ...]] = {}
    for face in look.fonts.values():
        for names in face.model_dump().values():
            if names:
                families.setdefault(names[0], tuple(names[1:]))
    return families


def _take_open_fonts(files: dict[str, bytes], look: Look) -> None:
    """Write the name of an open font wherever one that cannot be embedded is named."""
    stacks = _stacks(look)

    @lru_cache
    def stand_in(name: str) -> str:
        def fits(other: str) -> bool:
            face = installed_fonts().get((other, False))
            return face is not None and face.open

        return next((other for other in (name, *stacks.get(name, ())) if fits(other)), BUNDLED)

    for name in [name for name in files if name.startswith("word/") and name.endswith(".xml")]:
        if b"rFonts" in files[name]:
            root = parse(files[name])
            for fonts in find_all(root, "rFonts"):
                for slot in _SLOTS:
                    if asked := val(fonts, slot):
                        fonts.set(W + slot, stand_in(asked))
            files[name] = serialize(root)
        if _CHART.fullmatch(name):
            root = parse(files[name])
            for element in root.iter():
                if element.tag.endswith(("}latin", "}ea")) and element.get("typeface"):
                    element.set("typeface", stand_in(element.get("typeface", "")))
            files[name] = serialize(root)


def _used(files: Mapping[str, bytes]) -> dict[tuple[str, bool], set[str]]:
    """The characters written in every font, by its name and whether they are bold."""
    styles = parse(files[_STYLES])
    styles_by_id = {
        val(style, "styleId"): effective_properties(styles, val(style, "styleId"))
        for style in find_all(styles, "style")
    }
    default = next((val(style, "styleId") for style in find_all(styles, "style") if _is_default(style)), "")
    used: dict[tuple[str, bool], set[str]] = {}
    for name in files:
        root = parse(files[name]) if _STORY.fullmatch(name) or _CHART.fullmatch(name) else None
        if root is None:
            continue
        for paragraph in find_all(root, "p"):
            style = styles_by_id.get(val(child(paragraph, "pPr", "pStyle")) or default, {})
            for run in find_all(paragraph, "r"):
                for font, bold, text in _written(run, style, styles_by_id):
                    used.setdefault((font, bold), set()).update(text)
        if _CHART.fullmatch(name):
            for font, text in _charted(root):
                used.setdefault((font, False), set()).update(text)
    return used


def _is_default(style: Element) -> bool:
    return val(style, "type") == "paragraph" and val(style, "default") in ("1", "true", "on")


def _written(
    run: Element, style: Mapping[str, str], styles_by_id: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[str, bool, str]]:
    """(font, bold, text) of a run's pieces."""
    text = "".join(element.text or "" for element in find_all(run, "t"))
    dressed = styles_by_id.get(val(child(run, "rPr", "rStyle")), {})
    bold_told = child(run, "rPr", "b")
    bold = dressed.get("b.val", style.get("b.val", "0")) if bold_told is None else val(bold_told) or "1"
    own = child(run, "rPr", "rFonts")
    for piece, wide in split_scripts(text, cjk=val(own, "hint") == "eastAsia"):
        slot = "eastAsia" if wide else "ascii"
        font = val(own, slot) or style.get(f"rFonts.{slot}", "")
        if font and piece.strip():
            yield font, bold not in ("0", "false", "off"), piece


def _charted(chart: Element) -> Iterator[tuple[str, str]]:
    """(font, text) of a native chart, which names one font a script for all its words."""
    faces = [element for element in chart.iter() if element.get("typeface")]
    names = {element.tag.rpartition("}")[2]: element.get("typeface", "") for element in faces}
    text = "".join(element.text or "" for element in chart.iter() if element.tag.endswith(("}v", "}t")))
    for piece, wide in split_scripts(text, cjk=True):
        if font := names.get("ea" if wide else "latin", ""):
            yield font, piece
