"""The parts of a file that is being edited: trees once for all who change them, new parts, and where parts lead."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from itertools import count
from xml.etree.ElementTree import Element

from reportgen.word.ooxml.archive import pack
from reportgen.word.ooxml.package_reader import WordPackage, attribute, local
from reportgen.word.ooxml.tree import KINDS, RELATIONS, TYPES, parse, serialize

_ENDINGS = {"png": "image/png", "svg": "image/svg+xml", "jpg": "image/jpeg", "jpeg": "image/jpeg"}


@dataclass(slots=True)
class EditedPackage:
    """A file's parts: trees that are changed, bytes that are new, parts that go."""

    opened: WordPackage
    trees: dict[str, Element] = field(default_factory=dict[str, Element])
    raw: dict[str, bytes] = field(default_factory=dict[str, bytes])
    gone: set[str] = field(default_factory=set[str])
    kinds: dict[str, str] = field(default_factory=dict[str, str])  # the parts that were asked for by kind

    @property
    def main(self) -> str:
        """The name of the part of the body."""
        return self.opened.main

    def tree(self, name: str) -> Element:
        """A part's tree, the same each time."""
        if name not in self.trees:
            self.trees[name] = parse(self.raw[name]) if name in self.raw else self.opened.part(name)
        return self.trees[name]

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name not in self.gone and (name in self.raw or name in self.opened.sizes or name in self.trees)

    def bytes_of(self, name: str) -> bytes:
        """A part's bytes."""
        return self.raw[name] if name in self.raw else self.opened.raw(name)

    def notes(self) -> Element | None:
        """The tree of the footnotes, where the file has that part."""
        name = self.target_of_kind("footnotes")
        return self.tree(name) if name else None

    def target_of_kind(self, kind: str) -> str:
        """The part of a kind that the body leads to; empty for none."""
        if kind not in self.kinds:
            led = self.opened.relations(self.main)
            found = (each.target for each in led if each.kind == kind and not each.external)
            self.kinds[kind] = next((target for target in found if target in self.opened.sizes), "")
        return self.kinds[kind]

    # ---- relations ----

    def relations(self, source: str) -> Element:
        """The tree of where a part leads."""
        name = _relations_of(source)
        if name not in self.trees and not self.has(name):
            self.trees[name] = parse(f'<Relationships xmlns="{RELATIONS}"/>'.encode())
        return self.tree(name)

    def target(self, source: str, told: str) -> tuple[str, str, bool]:
        """What a relationship of a part leads to: its kind, the part or address, whether that is outside."""
        for entry in self.relations(source):
            if entry.get("Id") == told:
                kind, target = entry.get("Type", ""), entry.get("Target", "")
                if entry.get("TargetMode") == "External":
                    return kind, target, True
                folder = posixpath.dirname(source)
                return kind, posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/"), False
        return "", "", False

    def relate(self, source: str, kind: str, target: str, *, external: bool = False) -> str:
        """Have a part lead somewhere; the new relationship's id."""
        root = self.relations(source)
        taken = {entry.get("Id") for entry in root}
        told = next(each for each in (f"rIdRenewed{number}" for number in count(1)) if each not in taken)
        where = target if external else posixpath.relpath(target, posixpath.dirname(source) or ".")
        entry = root.makeelement(f"{{{RELATIONS}}}Relationship", {"Id": told, "Type": kind, "Target": where})
        if external:
            entry.set("TargetMode", "External")
        root.append(entry)
        return told

    def taken(self, other: EditedPackage, told: str) -> str:
        """Have the body lead where the body of another file leads, its part taken over; the new relationship's id."""
        kind, target, external = other.target(other.main, told)
        if external:
            return self.relate(self.main, kind, target, external=True)
        return self.relate(self.main, kind, self.add(target, other.bytes_of(target), other.content_type(target), other))

    def add(self, like: str, data: bytes, content_type: str, other: EditedPackage | None = None) -> str:
        """A new part, called like another; what that leads to comes with it."""
        stem, ending = posixpath.splitext(like)
        stem = stem.rstrip("0123456789")
        name = next(each for each in (f"{stem}{number}{ending}" for number in count(1001)) if not self.has(each))
        self.raw[name] = data
        self._declare(name, content_type)
        if other is not None and other.has(_relations_of(like)):
            root = self.relations(name)
            for entry in other.relations(like):
                _, target, external = other.target(like, entry.get("Id", ""))
                copy = root.makeelement(entry.tag, dict(entry.attrib))
                if not external:
                    part = self.add(target, other.bytes_of(target), other.content_type(target), other)
                    copy.set("Target", posixpath.relpath(part, posixpath.dirname(name) or "."))
                root.append(copy)
        return name

    def remove(self, name: str) -> None:
        """Take a part out, and where it leads."""
        self.gone |= {name, _relations_of(name)}
        root = self.tree("[Content_Types].xml")
        for entry in list(root):
            if entry.get("PartName") == f"/{name}":
                root.remove(entry)

    def content_type(self, name: str) -> str:
        """What a part is said to be."""
        root = self.tree("[Content_Types].xml")
        own = next((each.get("ContentType", "") for each in root if each.get("PartName") == f"/{name}"), "")
        ending = name.rpartition(".")[2].lower()
        by_ending = (each.get("ContentType", "") for each in root if (each.get("Extension") or "").lower() == ending)
        return own or next(by_ending, "")

    def _declare(self, name: str, content_type: str) -> None:
        if self.content_type(name) == content_type:
            return
        root = self.tree("[Content_Types].xml")
        ending = name.rpartition(".")[2].lower()
        if ending in _ENDINGS and not self.content_type(name):
            entry = root.makeelement(f"{{{TYPES}}}Default", {"Extension": ending, "ContentType": content_type})
            root.insert(0, entry)
            return
        root.append(root.makeelement(f"{{{TYPES}}}Override", {"PartName": f"/{name}", "ContentType": content_type}))

    # ---- the file ----

    def set_ledger(self, old: str, content: bytes, properties: bytes) -> None:
        """Put the ledger into its part, or into a new one where the file has none."""
        if old:
            self.raw[old] = content
            self.trees.pop(old, None)
            return
        name = next(each for each in (f"customXml/item{n}.xml" for n in count(1)) if not self.has(each))
        about = name.replace("item", "itemProps")
        self.raw |= {name: content, about: properties}
        self._declare(name, "application/xml")
        self._declare(about, "application/vnd.openxmlformats-officedocument.customXmlProperties+xml")
        self.relate(self.main, f"{KINDS}customXml", name)
        self.relate(name, f"{KINDS}customXmlProps", about)

    def data(self) -> bytes:
        """The file's bytes: parts that nobody changed as they were, in their order, new ones behind them."""
        names = dict.fromkeys((*self.opened.sizes, *self.raw, *self.trees))
        return pack((name, self._written(name)) for name in names if name not in self.gone and not name.endswith("/"))

    def _written(self, name: str) -> bytes:
        return serialize(self.trees[name]) if name in self.trees else self.bytes_of(name)


def _relations_of(source: str) -> str:
    folder, file = posixpath.split(source)
    return f"{folder}/_rels/{file}.rels".lstrip("/")


def largest_id(*roots: Element | None) -> int:
    """The largest number that bookmarks, tracked changes and drawings of some parts have for an id."""
    found = 0
    for root in roots:
        for each in root.iter() if root is not None else ():
            told = attribute(each, "id") if local(each) not in ("p", "r") else None
            if told is not None and told.isdecimal() and len(told) < 10:
                found = max(found, int(told))
    return found
