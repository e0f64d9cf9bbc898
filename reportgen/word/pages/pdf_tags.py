"""The tags of a PDF that LibreOffice made, mended so that a screen reader finds its way through it.

LibreOffice 7.4 tags tables that only place words as tables of figures, takes the names of styles for kinds of elements,
and leaves out of the tree the links that lead back from notes, the names of notes, and rules over paragraphs. What is
mended is what ISO 14289-1 (PDF/UA-1) asks for. Not here: what the file says of itself (pdf.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from typing import TYPE_CHECKING, Any, cast

from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

if TYPE_CHECKING:
    from pypdf import PdfWriter

Dictionary = Any  # pypdf types what is in a dictionary as what it may be, which is everything

_PRINTED = 4
"""The bit of an annotation's flags that says it is there on paper too."""

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
    for element in list(_elements(tree)):
        if element["/S"] == "/Table":
            _settle_table(element)
    notes = [element for element in _elements(tree) if element["/S"] == "/Note"]
    for number, note in enumerate(notes, 1):
        note[NameObject("/ID")] = TextStringObject(f"note-{number}")
    for parent in list(_elements(tree)):
        _join_links(writer, tree, parent)
    for page in writer.pages:
        _settle_page(writer, tree, page, notes)
    _prune(tree)


# ---- the tree -------------------------------------------------------------------------------


def _kids(element: Dictionary) -> list[Any]:
    """What an element holds: numbers of marked content, references to annotations, elements."""
    held = element.get("/K")
    if held is None:
        return []
    held = held.get_object()
    return list(held) if isinstance(held, ArrayObject) else [held]


def _inner(element: Dictionary) -> Iterator[Dictionary]:
    """The elements that an element holds."""
    for kid in _kids(element):
        found = kid.get_object()
        if isinstance(found, DictionaryObject) and "/S" in found:
            yield found


def _elements(tree: Dictionary) -> Iterator[Dictionary]:
    """Every element, in the order in which they are read."""
    waiting = [_inner(tree)]
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
        else:
            yield element
            waiting.append(_inner(element))


def _name_kinds(tree: Dictionary) -> None:
    """Give every element the standard kind that its style stands for.

    Styles may be called as kinds are: LibreOffice then makes its own notes paragraphs, as the style Note is one.
    """
    kinds = tree.get("/RoleMap", DictionaryObject()).get_object()
    for element in _elements(tree):
        named = element["/S"]
        holds_blocks = any(kinds.get(inner["/S"], inner["/S"]) in _BLOCKS for inner in _inner(element))
        if named == "/Note":
            element[NameObject("/S")] = NameObject("/Note" if holds_blocks else "/P")
        elif named in kinds:
            element[NameObject("/S")] = kinds[named]
    tree.pop("/RoleMap", None)
    tree.pop("/ParentTreeNextKey", None)  # it is optional, and would be wrong


def _prune(element: Dictionary) -> None:
    """Take out elements that hold nothing and say nothing, as LibreOffice makes of empty paragraphs."""
    kept: list[Any] = []
    for kid in _kids(element):
        found = kid.get_object()
        if isinstance(found, DictionaryObject) and "/S" in found:
            _prune(found)
            said = "/Alt" in found or "/ActualText" in found
            if not (_kids(found) or said or found["/S"] in _KEPT_EMPTY):
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
    for inner in _inner(table):
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


# ---- pages and their links -------------------------------------------------------------------


def _settle_page(writer: PdfWriter, tree: Dictionary, page: Dictionary, notes: Sequence[Dictionary]) -> None:
    """The order of the keys, the marks of what is only drawn, the links."""
    page[NameObject("/Tabs")] = NameObject("/S")
    if (content := page.get("/Contents")) is not None:
        content = content.get_object()
        content.set_data(mark_rules(content.get_data()))
    links = [each.get_object() for each in page.get("/Annots", ArrayObject()).get_object()]
    for link in links:
        link[NameObject("/F")] = NumberObject(int(link.get("/F", 0)) | _PRINTED)
    outside = [link for link in links if "/StructParent" not in link]
    here = [note for note in notes if _first_page(note) == page.indirect_reference]
    if len(outside) == len(here):
        for note, link in zip(here, sorted(outside, key=lambda one: -float(one["/Rect"][1])), strict=True):
            _label_note(writer, tree, note, link)
    elif outside:  # nobody can tell whose they are, and a link that no reader finds is worse than none
        page[NameObject("/Annots")] = ArrayObject([one.indirect_reference for one in links if "/StructParent" in one])


def _first_page(element: Dictionary) -> Any:
    """The reference to the page on which the first words of an element stand."""
    within = chain((element,), _elements(element))
    return next((each.raw_get("/Pg") for each in within if "/Pg" in each), None)


def _label_note(writer: PdfWriter, tree: Dictionary, note: Dictionary, link: Dictionary) -> None:
    """The first words of a note are its number, and lead back to where it is mentioned."""
    opening = next(_inner(note), None)
    if opening is None or not _kids(opening):
        return
    number, *rest = _kids(opening)
    page = _first_page(note)
    opening[NameObject("/K")] = ArrayObject(rest)
    label = _element(writer, "/Lbl", note, page)
    linked = _element(writer, "/Link", label, page)
    label[NameObject("/K")] = ArrayObject([linked.indirect_reference])
    place = DictionaryObject({NameObject("/Type"): NameObject("/OBJR"), NameObject("/Pg"): page})
    place[NameObject("/Obj")] = link.indirect_reference
    linked[NameObject("/K")] = ArrayObject([number, place])
    note[NameObject("/K")] = ArrayObject([label.indirect_reference, *_kids(note)])
    moved: Dictionary = number.get_object()
    if not isinstance(moved, DictionaryObject):
        _owners(tree, page)[int(moved)] = linked.indirect_reference
    elif "/MCID" in moved:  # on a page of its own
        _owners(tree, moved.raw_get("/Pg"))[int(cast("Any", moved["/MCID"]))] = linked.indirect_reference
    else:
        moved[NameObject("/P")] = linked.indirect_reference
    key = _next_key(tree)
    link[NameObject("/StructParent")] = NumberObject(key)
    _own(tree, key, linked)


def _element(writer: PdfWriter, kind: str, parent: Dictionary, page: Any) -> Dictionary:
    """A new element, which its parent does not hold yet."""
    made = DictionaryObject({NameObject("/Type"): NameObject("/StructElem"), NameObject("/S"): NameObject(kind)})
    made[NameObject("/P")] = parent.indirect_reference
    made[NameObject("/Pg")] = page
    return writer._add_object(made).get_object()  # pyright: ignore[reportPrivateUsage]  # pypdf has no public way


def _numbers(tree: Dictionary) -> Dictionary:
    """Which elements own what: a key, then the element of an annotation or those of a page's marked contents."""
    return tree["/ParentTree"].get_object()["/Nums"].get_object()


def _owners(tree: Dictionary, page: Any) -> Dictionary:
    """The elements that the marked contents of a page belong to."""
    numbers = _numbers(tree)
    return numbers[_place_of(numbers, int(page.get_object()["/StructParents"])) + 1].get_object()


def _own(tree: Dictionary, key: int, element: Dictionary) -> None:
    """The annotation of a key belongs to an element."""
    numbers = _numbers(tree)
    place = _place_of(numbers, key)
    numbers[place : place + 2] = [NumberObject(key), element.indirect_reference]


def _place_of(numbers: Dictionary, key: int) -> int:
    """Where a key stands, which rise; the end for one that is not there."""
    keys = range(0, len(numbers), 2)
    return next((at for at in keys if int(numbers[at]) == key), len(numbers))


def _next_key(tree: Dictionary) -> int:
    return int(_numbers(tree)[-2]) + 1


def _join_links(writer: PdfWriter, tree: Dictionary, parent: Dictionary) -> None:
    """Links side by side that lead to one place are one: LibreOffice makes one of each stretch of a font."""
    joined: list[Any] = []
    for target, group in groupby(_kids(parent), key=_target):
        links = list(group)
        if target is None or len(links) < 2:
            joined += links
            continue
        whole = _element(writer, "/Link", parent, _first_page(links[0].get_object()))
        words: list[Any] = []
        places: dict[int, Any] = {}  # by the key of the annotation, which may be one for all
        for link in links:
            part = link.get_object()
            part[NameObject("/S")], part[NameObject("/P")] = NameObject("/Span"), whole.indirect_reference
            held = _kids(part)
            part[NameObject("/K")] = ArrayObject([kid for kid in held if not _is_place(kid)])
            words.append(link)
            for place in filter(_is_place, held):
                places.setdefault(int(place.get_object()["/Obj"].get_object()["/StructParent"]), place)
        whole[NameObject("/K")] = ArrayObject([*words, *places.values()])
        for key in places:
            _own(tree, key, whole)
        joined.append(whole.indirect_reference)
    if "/K" in parent:
        parent[NameObject("/K")] = ArrayObject(joined)


def _is_place(kid: Any) -> bool:
    """Whether what an element holds is a reference to an annotation."""
    found = kid.get_object()
    return isinstance(found, DictionaryObject) and found.get("/Type") == "/OBJR"


def _target(kid: Any) -> str | None:
    """Where an element leads that is a link; None for all else."""
    found = kid.get_object()
    if not isinstance(found, DictionaryObject) or found.get("/S") != "/Link":
        return None
    places = [each.get_object()["/Obj"].get_object() for each in _kids(found) if _is_place(each)]
    return repr([(place.get("/Dest"), place.get("/A")) for place in places[:1]]) if places else None


# ---- what is only drawn ------------------------------------------------------------------------

_TOKEN = re.compile(
    rb"\((?:\\.|[^()\\])*\)|<<|>>|<[0-9A-Fa-f\s]*>|[\[\]]"  # what operators take
    rb"|/[^\s()<>\[\]{}/%]*|[-+.\d]+"
    rb"|[A-Za-z'\"][A-Za-z\d]*\*?",  # operators
    re.DOTALL,
)
_OPERATOR = re.compile(rb"[A-Za-z'\"]")
_OPENS_PATH, _PAINTS = {b"m", b"re"}, {b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"}


def mark_rules(content: bytes) -> bytes:
    """The content of a page with lines and fills that belong to no element marked as decoration."""
    depth, operands, path, done = 0, 0, -1, 0
    fresh = True  # no operand since the last operator
    marked: list[bytes] = []
    for token in _TOKEN.finditer(content):
        word = token[0]
        if not _OPERATOR.match(word):
            operands, fresh = (token.start() if fresh else operands), False
            continue
        if word in (b"BDC", b"BMC"):
            depth += 1
        elif word == b"EMC":
            depth -= 1
        elif depth == 0 and word in _OPENS_PATH and path < 0:
            path = operands
        elif word == b"n":
            path = -1
        elif word in _PAINTS and path >= 0:
            marked += (content[done:path], b"/Artifact BMC\n", content[path : token.end()], b"\nEMC")
            path, done = -1, token.end()
        fresh = True
    return b"".join((*marked, content[done:]))
