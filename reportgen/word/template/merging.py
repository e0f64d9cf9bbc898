"""The house's styles and a person's own in one part: theirs in the places of ours, ours for what they lack.

Their ids become the house's, so that nothing that was rendered has to change.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from reportgen.word.ooxml.tree import W, child, find_all, new_element, parents, parse, put_child, remove_all, val
from reportgen.word.styles.effective import style_chain
from reportgen.word.styles.names import PARAGRAPH, UNNUMBERED
from reportgen.word.template.master import Master
from reportgen.word.template.matching import StyleMatches

_OUR_TABS = ("toc1", "toc2")  # their entries are set with the tabs of the look


def ids_of(master: Master, ours: frozenset[str]) -> dict[str, str]:
    """The new id of every style of the file: the house's where it stands for a role, else its own or one like it."""
    ids = {their_id: our_id for our_id, their_id in master.matched.ids.items() if our_id in ours}
    for style in find_all(parse(master.styles), "style"):
        their_id = val(style, "styleId")
        ids.setdefault(their_id, f"{their_id}-own" if their_id in ours else their_id)
    return ids


def renamed(root: Element, ids: Mapping[str, str]) -> Element:
    """The tree with every style it names under its new id; a style that is nowhere is not asked for."""
    for parent, element in parents(root):
        if element.tag in _NAMING and val(element) in ids:
            element.set(W + "val", ids[val(element)])
        elif element.tag in _NAMING:
            parent.remove(element)
    return root


_NAMING = frozenset(W + name for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"))


def merged(ours: Element, theirs: Element, master: Master, ids: Mapping[str, str]) -> Element:
    """Their styles in the places of ours, ours for what they lack, and after them the others that they have."""
    renamed(theirs, ids)
    footers = any(story.kind == "footer" for story in master.stories)
    by_id: dict[str, Element] = {}
    for style in theirs.findall(W + "style"):
        style.set(W + "styleId", ids[val(style, "styleId")])
        if val(style, "type") != "numbering" and (footers or val(style, "styleId") != PARAGRAPH["footer"].id):
            by_id.setdefault(val(style, "styleId"), style)
    _defaults(ours, theirs)
    for place_in, style in enumerate(list(ours)):
        if style.tag != W + "style":
            continue
        if (own := by_id.pop(val(style, "styleId"), None)) is not None:
            ours.remove(style)
            ours.insert(place_in, _in_place_of(style, own))
        else:
            _without_first_line(style)
    taken = {val(child(style, "name")).casefold() for style in find_all(ours, "style")}
    for style in by_id.values():
        style.attrib.pop(W + "default", None)
        if (name := child(style, "name")) is not None and val(name).casefold() in taken:
            name.set(W + "val", f"{val(name)} (own)")
        ours.append(style)
    _without_dangling(ours)
    _no_headings_but_headings(ours)
    return ours


def _no_headings_but_headings(styles: Element) -> None:
    """A style based on a heading, as Word's own TOC Heading is, would else be numbered and listed like one."""
    headings = {PARAGRAPH[f"heading{level}"].id for level in (1, 2, 3)}
    for style in find_all(styles, "style"):
        style_id = val(style, "styleId")
        above = {val(found, "styleId") for found in style_chain(styles, style_id)} - {style_id}
        if style_id in headings or not above & headings:
            continue
        if child(style, "pPr") is None:
            put_child(style, new_element("pPr"), "rPr", "tblPr", "trPr", "tcPr", "tblStylePr")
        for properties in style.findall(f"{W}pPr"):
            unlisted = new_element("numPr")
            unlisted.append(new_element("numId", val=str(UNNUMBERED)))
            put_child(properties, unlisted, *_AFTER_NUMBER)
            put_child(properties, new_element("outlineLvl", val="9"), *_AFTER_OUTLINE)


def add_missing(theirs: Element, ours: Element, matched: StyleMatches) -> None:
    """Put the styles that a file lacks into it, based on its own, so that a person can change them too."""
    taken = {val(style, "styleId") for style in find_all(theirs, "style")}
    names = {val(child(style, "name")).casefold() for style in find_all(theirs, "style")}
    lacking = [
        s for s in find_all(ours, "style") if val(s, "styleId") not in matched.ids and val(s, "type") != "numbering"
    ]
    ids = dict(matched.ids)
    for style in lacking:
        our_id = val(style, "styleId")
        ids[our_id] = f"{our_id}-added" if our_id in taken else our_id
    for style in lacking:
        style.set(W + "styleId", ids[val(style, "styleId")])
        for name in ("basedOn", "next", "link"):
            if (element := child(style, name)) is not None:
                element.set(W + "val", ids.get(val(element), val(element)))
        if (shown_name := child(style, "name")) is not None and val(shown_name).casefold() in names:
            shown_name.set(W + "val", f"{val(shown_name)} (added)")
        remove_all(style, "numPr")
        _without_first_line(style)
        theirs.append(style)


def _in_place_of(ours: Element, theirs: Element) -> Element:
    """Their style under our name, by which Word finds headings and contents, with our numbering."""
    name, own_name = child(theirs, "name"), val(child(theirs, "name"))
    wanted = val(child(ours, "name"))
    if name is not None and own_name.casefold() != wanted.casefold():
        aliases = [*val(child(theirs, "aliases")).split(","), own_name]
        put_child(theirs, new_element("aliases", val=",".join(filter(None, aliases))), *_AFTER_ALIASES)
    if name is not None:
        name.set(W + "val", wanted)
    for flag in ("default", "customStyle"):
        theirs.attrib.pop(W + flag, None)
        if given := ours.get(W + flag):
            theirs.set(W + flag, given)
    _number(ours, theirs)
    return theirs


_AFTER_ALIASES = (
    *("basedOn", "next", "link", "autoRedefine", "hidden", "uiPriority", "semiHidden", "unhideWhenUsed", "qFormat"),
    *("locked", "personal", "pPr", "rPr", "tblPr", "trPr", "tcPr", "tblStylePr"),
)
_AFTER_NUMBER = (
    *("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct"),
    *("topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind"),
    *("contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment"),
    *("textboxTightWrap", "outlineLvl", "divId", "rPr", "sectPr"),
)
_AFTER_TABS = _AFTER_NUMBER[_AFTER_NUMBER.index("suppressAutoHyphens") :]
_AFTER_INDENT = _AFTER_NUMBER[_AFTER_NUMBER.index("contextualSpacing") :]
_AFTER_OUTLINE = ("divId", "rPr", "sectPr")


def _number(ours: Element, theirs: Element) -> None:
    """Our list and outline level on their headings and lists; our tabs in their contents."""
    drawn = child(ours, "pPr")
    if drawn is None:
        return
    wanted = [("numPr", _AFTER_NUMBER), ("outlineLvl", _AFTER_OUTLINE)]
    if val(ours, "styleId") in {PARAGRAPH[role].id for role in _OUR_TABS}:
        wanted += [("tabs", _AFTER_TABS), ("ind", _AFTER_INDENT)]
    for name, before in wanted:
        if (element := child(drawn, name)) is not None:
            properties = child(theirs, "pPr")
            if properties is None:
                properties = new_element("pPr")
                put_child(theirs, properties, "rPr", "tblPr", "trPr", "tcPr", "tblStylePr")
            put_child(properties, element, *before)


def _without_first_line(style: Element) -> None:
    """A first-line indent of their body, counted in characters, would else beat the indents of our styles."""
    for indent in find_all(style, "ind"):
        if not val(indent, "firstLineChars"):
            indent.set(W + "firstLineChars", "0")


def _without_dangling(styles: Element) -> None:
    """No style is based on, followed by or linked to one that was left out, nor based on itself."""
    known = {val(style, "styleId") for style in find_all(styles, "style")}
    for style in find_all(styles, "style"):
        for name in ("basedOn", "next", "link"):
            element = child(style, name)
            itself = name != "next" and val(element) == val(style, "styleId")
            if element is not None and (itself or val(element) not in known):
                style.remove(element)


def _defaults(ours: Element, theirs: Element) -> None:
    """Their defaults, completed by ours: all four fonts, the languages, and the rules of Chinese line breaking."""
    drawn, own = child(ours, "docDefaults"), child(theirs, "docDefaults")
    if drawn is None or own is None:
        return
    for group, inner in (("rPrDefault", "rPr"), ("pPrDefault", "pPr")):
        complete, given = child(drawn, group, inner), child(own, group, inner)
        if complete is None or given is None:
            continue
        for element in list(given):
            mine = complete.find(element.tag)
            if mine is None or element.tag == W + "lang":
                continue  # what ours does not say is left to their styles; the languages are the document's
            for key, value in element.attrib.items():
                mine.set(key, value)
        if group == "pPrDefault":
            _spaced(complete, given)


def _spaced(complete: Element, given: Element) -> None:
    """The spacing and indents of their defaults, which ours leave to the styles."""
    for name in ("spacing", "ind", "jc"):
        if (element := child(given, name)) is not None:
            complete.append(element)
