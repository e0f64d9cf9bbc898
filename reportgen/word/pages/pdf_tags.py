"""The tags of a PDF that LibreOffice made, mended so that a screen reader finds its way through it.

LibreOffice 7.4 tags tables that only place words as tables of figures, takes the names of styles for kinds of elements,
and leaves out of the tree the links that lead back from notes, the names of notes, and rules over paragraphs. What is
mended is what ISO 14289-1 (PDF/UA-1) asks for. Not here: what the file says of itself (pdf.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from reportgen.word.pages.pdf_links import join_links, settle_links, take_in_marks, tell_marks
from reportgen.word.pages.pdf_rules import mark_rules
from reportgen.word.pages.pdf_walk import Dictionary, elements, inner_elements, kids

if TYPE_CHECKING:
    from pypdf import PdfWriter

_GRID = {"/Table", "/THead", "/TBody", "/TFoot", "/TR", "/TD", "/TH"}
_KEPT_EMPTY = {"/Document", "/TR", "/TD", "/TH"}
_BLOCKS = {"/P", "/Div", "/L", "/LI", "/LBody", "/Table", *(f"/H{level}" for level in range(1, 7))}


def mend_tags(writer: PdfWriter) -> None:
    """Mend the structure tree, the annotations and the pages of a PDF."""
    root: Dictionary = writer.root_object
    if "/StructTreeRoot" not in root:
        return
    tree = root["/StructTreeRoot"].get_object()
    _name_kinds(tree)
    for element in list(elements(tree)):
        if element["/S"] == "/Table":
            _settle_table(element)
    notes = [element for element in elements(tree) if element["/S"] == "/Note"]
    for number, note in enumerate(notes, 1):
        note[NameObject("/ID")] = TextStringObject(f"note-{number}")
    for parent in list(elements(tree)):
        join_links(writer, tree, parent)
        take_in_marks(parent)
    for page in writer.pages:
        _settle_page(page)
        settle_links(writer, tree, page, notes)
    tell_marks(tree)
    _prune(tree)


def _settle_page(page: Dictionary) -> None:
    """Keys go through links as they are read; what is only drawn is no content."""
    page[NameObject("/Tabs")] = NameObject("/S")
    if (content := page.get("/Contents")) is not None:
        content = content.get_object()
        content.set_data(mark_rules(content.get_data()))


# ---- the tree -------------------------------------------------------------------------------


def _name_kinds(tree: Dictionary) -> None:
    """Give every element the standard kind that its style stands for.

    Styles may be called as kinds are: LibreOffice then makes its own notes paragraphs, as the style Note is one.
    """
    kinds = tree.get("/RoleMap", DictionaryObject()).get_object()
    for element in elements(tree):
        named = element["/S"]
        holds_blocks = any(kinds.get(inner["/S"], inner["/S"]) in _BLOCKS for inner in inner_elements(element))
        if named == "/Note":
            element[NameObject("/S")] = NameObject("/Note" if holds_blocks else "/P")
        elif named in kinds:
            element[NameObject("/S")] = kinds[named]
    tree.pop("/RoleMap", None)
    tree.pop("/ParentTreeNextKey", None)  # it is optional, and would be wrong


def _prune(element: Dictionary) -> None:
    """Take out elements that hold nothing and say nothing, as LibreOffice makes of empty paragraphs."""
    kept: list[Any] = []
    for kid in kids(element):
        found = kid.get_object()
        if isinstance(found, DictionaryObject) and "/S" in found:
            _prune(found)
            said = "/Alt" in found or "/ActualText" in found
            if not (kids(found) or said or found["/S"] in _KEPT_EMPTY):
                continue
        kept.append(kid)
    if "/K" in element:
        element[NameObject("/K")] = ArrayObject(kept)


# ---- tables ----------------------------------------------------------------------------------


def _settle_table(table: Dictionary) -> None:
    """Heads say what they head; a table without heads only places words, and is none to the ear."""
    grid = list(_grid(table))
    heads = [cell for cell in grid if cell["/S"] == "/TH"]
    for head in heads:
        _add_attributes(head, {"/O": NameObject("/Table"), "/Scope": NameObject("/Column")})
    for element in () if heads else (table, *grid):
        element[NameObject("/S")] = NameObject("/Div")
        _drop_attributes(element, "/Table")


def _grid(table: Dictionary) -> Iterator[Dictionary]:
    """The rows and cells of a table, without those of a table inside it."""
    for inner in inner_elements(table):
        if inner["/S"] in _GRID - {"/Table"}:
            yield inner
            yield from _grid(inner)


def _attributes(element: Dictionary) -> list[Dictionary]:
    held = element.get("/A")
    if held is None:
        return []
    held = held.get_object()
    return [each.get_object() for each in held] if isinstance(held, ArrayObject) else [held]


def _add_attributes(element: Dictionary, said: dict[str, Any]) -> None:
    """Say something of an element, unless it is said."""
    owned = [each for each in _attributes(element) if each.get("/O") == said["/O"]]
    if any(name in each for each in owned for name in said if name != "/O"):
        return
    added = DictionaryObject({NameObject(name): value for name, value in said.items()})
    element[NameObject("/A")] = ArrayObject([*_attributes(element), added])


def _drop_attributes(element: Dictionary, owner: str) -> None:
    if kept := [each for each in _attributes(element) if each.get("/O") != owner]:
        element[NameObject("/A")] = ArrayObject(kept)
    else:
        element.pop("/A", None)
