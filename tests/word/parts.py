"""Word files opened for tests: parts as elements, and the questions that are asked of them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DOCUMENT = "word/document.xml"


def part(data: bytes, name: str = DOCUMENT) -> Element:
    """A part of a file."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return ElementTree.fromstring(archive.read(name))


def changed(data: bytes, change: Callable[[str], str], name: str = DOCUMENT) -> bytes:
    """The file with one part changed as text; the change must change something."""
    archive = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(archive, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == name:
                text = change(content.decode())
                assert text != content.decode()
                content = text.encode()
            new.writestr(entry, content)
    return archive.getvalue()


def with_parts(data: bytes, **parts: bytes) -> bytes:
    """The file with parts added; a double underscore in a name stands for a slash, a single one for a dot."""
    archive = BytesIO(data)
    with zipfile.ZipFile(archive, "a") as bundle:
        for name, content in parts.items():
            bundle.writestr(name.replace("__", "/").replace("_", "."), content)
    return archive.getvalue()


def val(element: Element | None, name: str = "val") -> str:
    """An attribute in Word's namespace; nothing when there is no element."""
    return "" if element is None else element.get(W + name, "")


def every(root: Element, path: str) -> list[Element]:
    """Elements by a path of Word's names: `p/r` finds runs anywhere in paragraphs."""
    return root.findall(".//" + "/".join(W + step for step in path.split("/")))


def text(element: Element) -> str:
    """The words under an element, tabs and line ends too."""
    letters = {W + "tab": "\t", W + "br": "\n"}
    found = (node.text or "" if node.tag == W + "t" else letters.get(node.tag, "") for node in _drawn(element))
    return "".join(found)


def _drawn(element: Element) -> list[Element]:
    """Everything under an element but the tab stops of paragraph properties."""
    tabs = {id(tab) for properties in element.iter(W + "pPr") for tab in properties.iter(W + "tab")}
    return [node for node in element.iter() if id(node) not in tabs]


def style_of(paragraph: Element) -> str:
    """The id of a paragraph's style."""
    return val(paragraph.find(f"{W}pPr/{W}pStyle"))


def paragraphs(root: Element, style: str = "") -> list[str]:
    """The text of every paragraph, of one style when it is named."""
    return [text(found) for found in root.iter(W + "p") if not style or style_of(found) == style]


def instructions(root: Element) -> list[str]:
    """The instruction of every field, in order."""
    return [(found.text or "").strip() for found in root.iter(W + "instrText")]


def fields(root: Element, kind: str) -> list[tuple[str, str]]:
    """(instruction, result) of every field of a kind, in the order in which they end."""
    found: list[tuple[str, str]] = []
    inside: list[list[str]] = []  # instruction and result of the fields that are open
    for node in root.iter():
        edge = val(node, "fldCharType")
        if edge == "begin":
            inside.append(["", ""])
        elif edge == "end" and inside:
            code, result = inside.pop()
            found.append((code.strip(), result))
        elif node.tag == W + "instrText" and inside:
            inside[-1][0] += node.text or ""
        elif node.tag == W + "t":
            for opened in inside:
                opened[1] += node.text or ""
    return [(code, result) for code, result in found if code.split()[0] == kind]
