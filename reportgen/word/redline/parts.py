"""The parts of the file that is made: those of the first, with what the second brings put beside them."""

from __future__ import annotations

import posixpath
from copy import deepcopy
from itertools import count
from xml.etree.ElementTree import Element

from reportgen.word.ooxml.archive import pack
from reportgen.word.ooxml.package_reader import Relationship
from reportgen.word.ooxml.tree import KINDS, RELATIONS, TYPES, R, W, parse, serialize, val
from reportgen.word.redline.form import form
from reportgen.word.redline.source import Source

_NO_RELATIONS = f'<Relationships xmlns="{RELATIONS}"/>'.encode()


class Parts:
    """Parts by name, those of `then` first; what is brought gets names and ids of its own."""

    def __init__(self, then: Source, now: Source) -> None:
        self.then, self.now = then, now
        self._changed: dict[str, bytes] = {}
        self._rels: dict[str, Element] = {}
        self._types = then.opened.part("[Content_Types].xml")
        self._brought: dict[str, str] = {}
        self._known: dict[tuple[str, str], str] = {}
        self._lists: dict[str, str] | None = None
        self.stands_for: dict[str, str] = {}  # parts of the second file for which one of the first stands

    def put(self, part: str, root: Element) -> None:
        """A part as it is to be."""
        self._changed[part] = serialize(root)

    def data(self) -> bytes:
        """The file."""
        changed = {name: serialize(root) for name, root in self._rels.items()} | self._changed
        changed["[Content_Types].xml"] = serialize(self._types)
        opened = self.then.opened
        kept = ((name, changed[name] if name in changed else opened.raw(name)) for name in opened.sizes)
        return pack([*kept, *((name, data) for name, data in changed.items() if name not in opened.sizes)])

    def replace(self, kind: str) -> None:
        """Take a part that the package leads to from the second file, where both have one of its name."""
        for name in self.now.opened.sizes:
            if name.startswith(kind) and name in self.then.opened.sizes:
                self._changed[name] = self.now.opened.raw(name)

    # ---- relationships and parts -----------------------------------------------------------

    def relation(self, told: str, source: str, holder: str) -> str:
        """The id in `holder` for what a relationship of the second file's part `source` leads to."""
        if (source, told) in self._known:
            return self._known[source, told]
        wanted = next((each for each in self.now.opened.relations(source) if each.id == told), None)
        if wanted is None:
            return told
        found = self._same(wanted, holder) or self._lead(wanted, holder)
        self._known[source, told] = found
        return found

    def _same(self, wanted: Relationship, holder: str) -> str:
        """One of the first file that leads to the same."""
        for each in self.then.opened.relations(holder):
            if (each.kind, each.external) == (wanted.kind, wanted.external):
                if self.stands_for.get(wanted.target) == each.target:
                    return each.id
                if each.target == wanted.target and each.external:
                    return each.id
                if not each.external and self.then.digest(each.target) == self.now.digest(wanted.target):
                    return each.id
        return ""

    def _lead(self, wanted: Relationship, holder: str) -> str:
        name = _relations_of(holder)
        root = self._rels.get(name)
        if root is None:
            root = self.then.opened.part(name) if name in self.then.opened.sizes else parse(_NO_RELATIONS)
            self._rels[name] = root
        taken = {each.get("Id") for each in root}
        told = next(each for each in (f"rIdNow{number}" for number in count(1)) if each not in taken)
        target = wanted.target
        if not wanted.external:
            target = posixpath.relpath(self._bring(wanted.target), posixpath.dirname(holder) or ".")
        about = {"Id": told, "Type": KINDS + wanted.kind, "Target": target}
        if wanted.external:
            about["TargetMode"] = "External"
        root.append(root.makeelement(f"{{{RELATIONS}}}Relationship", about))
        return told

    def _bring(self, part: str) -> str:
        """Put a part of the second file, and those that it leads to, beside the first's; its name."""
        if part in self._brought:
            return self._brought[part]
        stem, ending = posixpath.splitext(part)
        there = {*self.then.opened.sizes, *self._changed}
        name = next(each for each in (f"{stem}_{number}{ending}" for number in count(2)) if each not in there)
        self._brought[part] = name
        self._changed[name] = self.now.opened.raw(part)
        self._type(part, name)
        rels = _relations_of(part)
        if rels in self.now.opened.sizes:
            root = self.now.opened.part(rels)
            for entry, known in zip(root, self.now.opened.relations(part), strict=True):
                if not known.external and known.target in self.now.opened.sizes:
                    entry.set("Target", posixpath.relpath(self._bring(known.target), posixpath.dirname(name)))
            self._changed[_relations_of(name)] = serialize(root)
        return name

    def _type(self, part: str, name: str) -> None:
        types = self.now.opened.part("[Content_Types].xml")
        own = next((each.get("ContentType", "") for each in types if each.get("PartName") == f"/{part}"), "")
        ending = posixpath.splitext(part)[1].lstrip(".").lower()
        if own:
            self._types.append(
                self._types.makeelement(f"{{{TYPES}}}Override", {"PartName": f"/{name}", "ContentType": own})
            )
            return
        known = {each.get("Extension", "").lower() for each in self._types}
        default = next((each for each in types if each.get("Extension", "").lower() == ending), None)
        if ending not in known and default is not None:
            self._types.append(deepcopy(default))

    def linked(self, element: Element, source: str, holder: str) -> Element:
        """An element of the second file, for the first: its relationships lead to the same."""
        for each in element.iter():
            for key, value in list(each.attrib.items()):
                if key.startswith(R):
                    each.set(key, self.relation(value, source, holder))
        return element

    # ---- styles and lists --------------------------------------------------------------------

    def bring_styles(self) -> None:
        """Put the styles that the second file alone has behind those of the first."""
        names = self.then.target("styles"), self.now.target("styles")
        if not all(names):
            return
        own, other = self.then.opened.part(names[0]), self.now.opened.part(names[1])
        known = {val(style, "styleId") for style in own.iter(W + "style")}
        new = [style for style in other.iter(W + "style") if val(style, "styleId") not in known]
        if new:
            own.extend(new)
            self.put(names[0], own)

    def list_id(self, told: str) -> str:
        """The number in the file of one of the second file's lists."""
        if self._lists is None:
            self._lists = self._bring_lists()
        return self._lists.get(told, told)

    def _bring_lists(self) -> dict[str, str]:
        names = self.then.target("numbering"), self.now.target("numbering")
        if not names[1] or not names[0]:
            return {}
        own, other = self.then.opened.part(names[0]), self.now.opened.part(names[1])
        known, wanted = _lists(own), _lists(other)
        found: dict[str, str] = {}
        free = max((int(told) for told in known if told.isdigit()), default=0) + 1
        abstract = max((int(val(each, "abstractNumId") or 0) for each in own.iter(W + "abstractNum")), default=0) + 1
        for told, (definition, number, defined) in wanted.items():
            if told in known and known[told][0] == definition:
                found[told] = told
            elif defined is not None:
                found[told] = str(free)
                self._add_list(own, number, defined, free, abstract)
                free, abstract = free + 1, abstract + 1
        self.put(names[0], own)
        return found

    @staticmethod
    def _add_list(own: Element, number: Element, defined: Element, free: int, abstract: int) -> None:
        made, named = deepcopy(defined), deepcopy(number)
        made.set(W + "abstractNumId", str(abstract))
        for each in list(made):
            if each.tag == W + "nsid":
                made.remove(each)
        named.set(W + "numId", str(free))
        for each in named.iter(W + "abstractNumId"):
            each.set(W + "val", str(abstract))
        at = sum(1 for each in own if each.tag in (W + "abstractNum", W + "numPicBullet"))
        own.insert(at, made)
        own.append(named)


def _lists(root: Element) -> dict[str, tuple[str, Element, Element | None]]:
    """The lists of a file by their numbers: how each is defined, and the elements that say it."""
    defined = {val(each, "abstractNumId"): each for each in root.iter(W + "abstractNum")}
    found: dict[str, tuple[str, Element, Element | None]] = {}
    for number in root.iter(W + "num"):
        abstract = next((defined.get(val(each)) for each in number.iter(W + "abstractNumId")), None)
        inside = (each for each in (abstract if abstract is not None else ()) if each.tag != W + "nsid")
        overrides = (each for each in number if each.tag == W + "lvlOverride")
        found[val(number, "numId")] = "".join(map(form, (*inside, *overrides))), number, abstract
    return found


def _relations_of(part: str) -> str:
    folder, file = posixpath.split(part)
    return f"{folder}/_rels/{file}.rels".lstrip("/")
