"""Runs that are put into a person's file: in the person's dress, each script in its own slot and language.

What a run looks like by hand stays (color, size, bold); what its script needs comes from the file that was drawn anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from xml.etree.ElementTree import Element

from reportgen.word.cutting import SPACE, parent
from reportgen.word.ooxml.package_reader import WordPackage, local
from reportgen.word.ooxml.tree import W, child, new_element, val
from reportgen.word.reader import ReadParagraph

StyleIds = Mapping[str, str]
"""The ids of styles: in the file that was drawn, and in the person's."""

_AFTER_LANG = ("eastAsianLayout", "specVanish", "oMath", "rPrChange")
_NOT_TAKEN = ("ins", "del", "moveFrom", "moveTo", "rPrChange")


def style_ids(drawn: WordPackage, own: WordPackage) -> StyleIds:
    """What the styles of one file are called in another, by their names; programs give them ids of their own."""
    named = {name: style_id for style_id, name in _named(own)}
    return {style_id: named[name] for style_id, name in _named(drawn) if name in named}


def _named(opened: WordPackage) -> Iterator[tuple[str, str]]:
    for relation in opened.relations(opened.main):
        if relation.kind == "styles" and relation.target in opened.sizes:
            for style in opened.part(relation.target).iter(W + "style"):
                yield val(style, "styleId"), val(child(style, "name")).lower()


def drawn_runs(source: ReadParagraph, start: int, end: int) -> list[Element]:
    """Copies of the runs of a paragraph's text from a character up to another."""
    made: list[Element] = []
    at = -source.lead
    before: Element | None = None
    for piece in source.pieces:
        first, last = max(start, at), min(end, at + len(piece.text))
        run = parent(piece.element)
        if first < last and local(run) == "r":
            copy = deepcopy(piece.element)
            if local(copy) == "t":
                copy.text = piece.text[first - at : last - at]
                copy.set(SPACE, "preserve")
            if run is before:
                made[-1].append(copy)
            else:
                fresh = new_element("r")
                fresh.extend(deepcopy(each) for each in run if local(each) == "rPr")
                fresh.append(copy)
                made.append(fresh)
            before = run
        at += len(piece.text)
    return made


def dressed(runs: list[Element], like: Element | None, styles: StyleIds, *, keep_style: bool) -> list[Element]:
    """The runs in the dress of a run of the file; its character style too where that is to be kept."""
    for run in runs:
        restyled(run, styles)
        if like is None:
            continue
        own, theirs = child(run, "rPr"), child(like, "rPr")
        merged = new_element("rPr")
        if theirs is not None:
            merged.extend(deepcopy(each) for each in theirs if local(each) not in _NOT_TAKEN)
        style = None if own is None else child(own, "rStyle")
        if style is not None or not keep_style:
            _without(merged, "rStyle")
            if style is not None:
                merged.insert(0, deepcopy(style))
        _scripted(merged, own)
        if own is not None:
            run.remove(own)
        if len(merged):
            run.insert(0, merged)
    return runs


def restyled(element: Element, styles: StyleIds) -> None:
    """Call the styles under an element as the file calls them; one that it has not is left out."""
    for each in [each for each in element.iter() if local(each) in ("rStyle", "pStyle", "tblStyle")]:
        if known := styles.get(val(each)):
            each.set(W + "val", known)
        else:
            parent(each).remove(each)


def _without(properties: Element, name: str) -> None:
    for each in properties.findall(W + name):
        properties.remove(each)


def _scripted(merged: Element, own: Element | None) -> None:
    """The hint and the language of a script, as they were drawn."""
    fonts, told = child(merged, "rFonts"), None if own is None else child(own, "rFonts")
    hint = val(told, "hint")
    if fonts is not None:
        fonts.attrib.pop(W + "hint", None)
        if hint:
            fonts.set(W + "hint", hint)
    elif hint:
        at = 1 if len(merged) and local(merged[0]) == "rStyle" else 0
        merged.insert(at, new_element("rFonts", hint=hint))
    language = None if own is None else child(own, "lang")
    if language is not None:
        _without(merged, "lang")
        at = next((n for n, each in enumerate(merged) if local(each) in _AFTER_LANG), len(merged))
        merged.insert(at, deepcopy(language))
