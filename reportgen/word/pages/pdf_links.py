"""Links and notes of a PDF that LibreOffice made: in the tree, whole, and with words of their own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any, cast

from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

from reportgen.word.pages.pdf_walk import (
    Dictionary,
    annotations_of,
    elements,
    first_page,
    inner_elements,
    is_blank,
    is_place,
    is_span,
    kids,
    new_element,
    next_key,
    owners_on,
    set_owner,
)

if TYPE_CHECKING:
    from pypdf import PdfWriter

_PRINTED = 4
"""The bit of an annotation's flags that says it is there on paper too."""


def settle_links(writer: PdfWriter, tree: Dictionary, page: Dictionary, notes: Sequence[Dictionary]) -> None:
    """Every link of a page is in the tree: those that no element has are the numbers of its notes."""
    links = [each.get_object() for each in page.get("/Annots", ArrayObject()).get_object()]
    for link in links:
        link[NameObject("/F")] = NumberObject(int(link.get("/F", 0)) | _PRINTED)
    outside = [link for link in links if "/StructParent" not in link]
    here = [note for note in notes if first_page(note) == page.indirect_reference]
    low = sorted(outside, key=lambda one: -float(one["/Rect"][1]))[-len(here) :] if here else []  # notes end a page
    if len(low) == len(here):
        for note, link in zip(here, low, strict=True):
            _label_note(writer, tree, note, link)
    if any("/StructParent" not in link for link in links):  # whose they are nobody can tell, and no reader finds them
        page[NameObject("/Annots")] = ArrayObject([one.indirect_reference for one in links if "/StructParent" in one])


def _label_note(writer: PdfWriter, tree: Dictionary, note: Dictionary, link: Dictionary) -> None:
    """The first words of a note are its number, and lead back to where it is mentioned."""
    opening = next(inner_elements(note), None)
    if opening is None or not kids(opening):
        return
    number, *rest = kids(opening)
    told = [rest.pop(0)] if is_blank(link) and rest and is_span(rest[0]) else []
    page = first_page(note)
    opening[NameObject("/K")] = ArrayObject(rest)
    label = new_element(writer, "/Lbl", note, page)
    linked = new_element(writer, "/Link", label, page)
    label[NameObject("/K")] = ArrayObject([linked.indirect_reference])
    place = DictionaryObject({NameObject("/Type"): NameObject("/OBJR"), NameObject("/Pg"): page})
    place[NameObject("/Obj")] = link.indirect_reference
    linked[NameObject("/K")] = ArrayObject([number, *told, place])
    for span in told:
        span.get_object()[NameObject("/P")] = linked.indirect_reference
    note[NameObject("/K")] = ArrayObject([label.indirect_reference, *kids(note)])
    moved: Dictionary = number.get_object()
    if not isinstance(moved, DictionaryObject):
        owners_on(tree, page)[int(moved)] = linked.indirect_reference
    elif "/MCID" in moved:  # on a page of its own
        owners_on(tree, moved.raw_get("/Pg"))[int(cast("Any", moved["/MCID"]))] = linked.indirect_reference
    else:
        moved[NameObject("/P")] = linked.indirect_reference
    key = next_key(tree)
    link[NameObject("/StructParent")] = NumberObject(key)
    set_owner(tree, key, linked)


def join_links(writer: PdfWriter, tree: Dictionary, parent: Dictionary) -> None:
    """Links side by side that lead to one place are one: LibreOffice makes one of each stretch of a font."""
    joined: list[Any] = []
    for target, group in groupby(kids(parent), key=_target):
        links = list(group)
        if target is None or len(links) < 2:
            joined += links
            continue
        whole = new_element(writer, "/Link", parent, first_page(links[0].get_object()))
        words: list[Any] = []
        places: dict[int, Any] = {}  # by the key of the annotation, which may be one for all
        for link in links:
            part = link.get_object()
            part[NameObject("/S")], part[NameObject("/P")] = NameObject("/Span"), whole.indirect_reference
            held = kids(part)
            part[NameObject("/K")] = ArrayObject([kid for kid in held if not is_place(kid)])
            words.append(link)
            for place in filter(is_place, held):
                places.setdefault(int(place.get_object()["/Obj"].get_object()["/StructParent"]), place)
        whole[NameObject("/K")] = ArrayObject([*words, *places.values()])
        for key in places:
            set_owner(tree, key, whole)
        joined.append(whole.indirect_reference)
    if "/K" in parent:
        parent[NameObject("/K")] = ArrayObject(joined)


def _target(kid: Any) -> str | None:
    """Where an element leads that is a link; None for all else."""
    return next((repr((one.get("/Dest"), one.get("/A"))) for one in annotations_of(kid.get_object())), None)


def take_in_marks(parent: Dictionary) -> None:
    """The number of a note that is told again belongs to its link, of which LibreOffice knows only the blank before."""
    kept: list[Any] = []
    waiting: Any = None  # the link that has no number yet; a blank may stand between
    for kid in kids(parent):
        found = kid.get_object()
        if is_span(kid) and waiting is not None:
            link = waiting.get_object()
            words = [each for each in kids(link) if not is_place(each)]
            link[NameObject("/K")] = ArrayObject([*words, kid, *filter(is_place, kids(link))])
            found[NameObject("/P")] = waiting
            waiting = None
            continue
        kept.append(kid)
        if any(map(is_blank, annotations_of(found))):
            waiting = kid
        elif isinstance(found, DictionaryObject):
            waiting = None
    if "/K" in parent:
        parent[NameObject("/K")] = ArrayObject(kept)


def tell_marks(tree: Dictionary) -> None:
    """Links of notes whose number is told again say which it is: the numbers come again in their order."""
    labels = [each for element in elements(tree) if element["/S"] == "/Lbl" for each in inner_elements(element)]
    told = [one for label in labels for one in annotations_of(label)]
    numbers = [str(one["/Contents"]) for one in told if not is_blank(one)]
    links = [element for element in elements(tree) if element["/S"] == "/Link"]
    marks = [one for link in links if link not in labels for one in annotations_of(link)]
    for group in (told, marks):
        again = [one for one in group if is_blank(one)]
        for one, number in zip(again, numbers, strict=False):
            one[NameObject("/Contents")] = TextStringObject(number)
