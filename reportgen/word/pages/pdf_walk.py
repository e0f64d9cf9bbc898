"""The structure tree of a PDF: its elements walked and made, and found from marks on a page. Nothing is mended here."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any

from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject

if TYPE_CHECKING:
    from pypdf import PdfWriter

Dictionary = Any  # pypdf types what is in a dictionary as what it may be, which is everything


def kids(element: Dictionary) -> list[Any]:
    """What an element holds: numbers of marked content, references to annotations, elements."""
    held = element.get("/K")
    if held is None:
        return []
    held = held.get_object()
    return list(held) if isinstance(held, ArrayObject) else [held]


def inner_elements(element: Dictionary) -> Iterator[Dictionary]:
    """The elements that an element holds."""
    for kid in kids(element):
        found = kid.get_object()
        if isinstance(found, DictionaryObject) and "/S" in found:
            yield found


def elements(tree: Dictionary) -> Iterator[Dictionary]:
    """Every element, in the order in which they are read."""
    waiting = [inner_elements(tree)]
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
        else:
            yield element
            waiting.append(inner_elements(element))


def new_element(writer: PdfWriter, kind: str, parent: Dictionary, page: Any) -> Dictionary:
    """A new element, which its parent does not hold yet."""
    made = DictionaryObject({NameObject("/Type"): NameObject("/StructElem"), NameObject("/S"): NameObject(kind)})
    made[NameObject("/P")] = parent.indirect_reference
    made[NameObject("/Pg")] = page
    return writer._add_object(made).get_object()  # pyright: ignore[reportPrivateUsage]  # pypdf has no public way


def first_page(element: Dictionary) -> Any:
    """The reference to the page on which the first words of an element stand."""
    within = chain((element,), elements(element))
    return next((each.raw_get("/Pg") for each in within if "/Pg" in each), None)


def owner_numbers(tree: Dictionary) -> Dictionary:
    """Which elements own what: a key, then the element of an annotation or those of a page's marked contents."""
    return tree["/ParentTree"].get_object()["/Nums"].get_object()


def owners_on(tree: Dictionary, page: Any) -> Dictionary:
    """The elements that the marked contents of a page belong to."""
    numbers = owner_numbers(tree)
    return numbers[place_of(numbers, int(page.get_object()["/StructParents"])) + 1].get_object()


def set_owner(tree: Dictionary, key: int, element: Dictionary) -> None:
    """The annotation of a key belongs to an element."""
    numbers = owner_numbers(tree)
    place = place_of(numbers, key)
    numbers[place : place + 2] = [NumberObject(key), element.indirect_reference]


def place_of(numbers: Dictionary, key: int) -> int:
    """Where a key stands, which rise; the end for one that is not there."""
    keys = range(0, len(numbers), 2)
    return next((at for at in keys if int(numbers[at]) == key), len(numbers))


def next_key(tree: Dictionary) -> int:
    return int(owner_numbers(tree)[-2]) + 1


def annotations_of(element: Dictionary) -> list[Dictionary]:
    """What of a page leads where an element that is a link says."""
    if not isinstance(element, DictionaryObject) or element.get("/S") != "/Link":
        return []
    return [kid.get_object()["/Obj"].get_object() for kid in kids(element) if is_place(kid)]


def is_blank(annotation: Dictionary) -> bool:
    return not str(annotation.get("/Contents", "")).strip()


def is_span(kid: Any) -> bool:
    found = kid.get_object()
    return isinstance(found, DictionaryObject) and found.get("/S") == "/Span"


def is_place(kid: Any) -> bool:
    """Whether what an element holds is a reference to an annotation."""
    found = kid.get_object()
    return isinstance(found, DictionaryObject) and found.get("/Type") == "/OBJR"
