"""What a person's Word file holds that would do harm in a briefing, taken out of its styles, headers and footers.

Each function changes the tree it is given, which belongs to the file being read, and tells what it mended.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from reportgen.messages import Message, msg, plural
from reportgen.word.ooxml.package_reader import local
from reportgen.word.ooxml.tree import R, W, child, find_all, new_element, parents, put_child, remove_all, val
from reportgen.word.styles.scripts import EAST_ASIAN, LATIN

Finding = tuple[Message, Message]
"""What was found in a file, and what is used instead."""

SLOTS = {"ascii": "asciiTheme", "hAnsi": "hAnsiTheme", "eastAsia": "eastAsiaTheme", "cs": "cstheme"}
"""The four font slots, and the attribute that beats each with a font of the theme."""

_CHANGES = ("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange", "numberingChange")
_REVIEW = (
    *("commentRangeStart", "commentRangeEnd", "commentReference", "bookmarkStart", "bookmarkEnd", "proofErr"),
    *("del", "moveFrom", "permStart", "permEnd", "lastRenderedPageBreak", *_CHANGES),
)
_BINDING = ("dataBinding", "placeholder", "showingPlcHdr", "docPartObj", "docPartList", "id")
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def theme_fonts(theme: Element | None) -> dict[str, str]:
    """The names behind a theme's fonts, as fonts of styles refer to them: minorHAnsi, majorEastAsia, …"""
    renamed: dict[str, str] = {}
    for group in ("major", "minor") if theme is not None else ():
        fonts = theme.find(f".//{_A}{group}Font") if theme is not None else None
        if fonts is None:
            continue
        named = {local(entry): entry.get("typeface", "") for entry in fonts}
        scripts = {entry.get("script", ""): entry.get("typeface", "") for entry in fonts}
        latin, east = named.get("latin", ""), named.get("ea", "") or scripts.get("Hans", "")
        renamed |= {f"{group}HAnsi": latin, f"{group}Ascii": latin, f"{group}EastAsia": east, f"{group}Bidi": latin}
    return {key: name for key, name in renamed.items() if name}


def name_fonts(root: Element, theme: Mapping[str, str]) -> int:
    """Put the fonts' names where the theme beats them; how many there were."""
    mended = 0
    for fonts in find_all(root, "rFonts"):
        for slot, beating in SLOTS.items():
            if (key := fonts.attrib.pop(W + beating, None)) is not None:
                mended += 1
                if name := theme.get(key):
                    fonts.set(W + slot, name)
    return mended


def speak_chinese(root: Element) -> set[str]:
    """Make every East Asian language Chinese; the others that were there."""
    ids: set[str] = set()
    for lang in find_all(root, "lang"):
        tag = val(lang, "eastAsia")
        if tag and not tag.startswith(EAST_ASIAN.partition("-")[0]):
            ids.add(tag)
            lang.set(W + "eastAsia", EAST_ASIAN)
    return ids


def sanitize_styles(styles: Element, theme: Mapping[str, str]) -> Iterator[Finding]:
    """Make styles harmless; yields what was wrong and what is used instead."""
    if count := name_fonts(styles, theme):
        message = plural(
            "{count} font of its styles comes from the theme, which beats every other font",
            "{count} fonts of its styles come from the theme, which beats every other font",
            count,
        )
        yield message, msg("their names are written in")
    for tag in sorted(speak_chinese(styles)):
        message = msg("its East Asian language is {tag}, so Chinese would be set in another language's fonts", tag=tag)
        yield message, msg("{tag} is used", tag=EAST_ASIAN)
    if remove_all(styles, "numPr"):
        message = msg("its styles carry numbered lists of their own")
        yield message, msg("headings and lists take the numbering of reportgen")
    remove_all(styles, "rsid", *_CHANGES)
    for grid in find_all(styles, "snapToGrid"):
        grid.set(W + "val", "0")


# ---- headers and footers -----------------------------------------------------------


def sanitize_story(root: Element, theme: Mapping[str, str]) -> None:
    """Make a header or footer harmless: no comments or changes, no bindings, a language on every run."""
    name_fonts(root, theme)
    speak_chinese(root)
    _keep_insertions(root)
    remove_all(root, *_REVIEW, "numPr")
    for properties in find_all(root, "sdtPr"):
        remove_all(properties, *_BINDING)
    for parent, element in parents(root):
        element.attrib.pop(W + "dirty", None)
        if local(element) == "Fallback":
            parent.remove(element)
    for run in find_all(root, "r"):
        if child(run, "t") is not None:
            _say_language(run)


def _keep_insertions(root: Element) -> None:
    """What was inserted or moved here under tracked changes is text like any other."""
    for parent, element in parents(root):
        if element.tag in (W + "ins", W + "moveTo") and element in list(parent):
            at = list(parent).index(element)
            parent.remove(element)
            for number, inner in enumerate(list(element)):
                parent.insert(at + number, inner)


def _say_language(run: Element) -> None:
    properties = child(run, "rPr")
    if properties is None:
        properties = new_element("rPr")
        run.insert(0, properties)
    if child(properties, "lang") is None:
        put_child(
            properties, new_element("lang", val=LATIN, eastAsia=EAST_ASIAN), "eastAsianLayout", "specVanish", "oMath"
        )


def drop_unrelated(root: Element, kept: Mapping[str, str]) -> int:
    """Remove what leads to parts that are not kept, give the rest their new relations; how many were removed."""
    pairs = list(parents(root))
    outer = {id(element): parent for parent, element in pairs}
    lost = 0
    for _, element in pairs:
        leading = {key: value for key, value in element.attrib.items() if key.startswith(R)}
        for key, value in leading.items():
            if value in kept:
                element.set(key, kept[value])
            else:
                del element.attrib[key]
                lost += 1
        if leading and not any(value in kept for value in leading.values()) and local(element) != "hyperlink":
            _forget(outer, element)
    return lost


def _forget(outer: Mapping[int, Element], element: Element) -> None:
    """Remove the whole picture or object that an element belongs to."""
    while local(element) not in ("drawing", "pict", "object", "control") and id(outer[id(element)]) in outer:
        element = outer[id(element)]
    if element in list(outer[id(element)]):
        outer[id(element)].remove(element)
