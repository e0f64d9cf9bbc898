"""One of the two files: its parts opened, tracked changes in it accepted, and what tells its objects."""

from __future__ import annotations

from hashlib import sha256
from xml.etree.ElementTree import Element

from reportgen.messages import msg
from reportgen.word.ooxml.package_reader import Relationship, WordFileError, WordPackage, local, open_word
from reportgen.word.ooxml.tree import W, val
from reportgen.word.reader import paragraphs_of
from reportgen.word.redline.form import form
from reportgen.word.redline.settle import settle

NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}


class Source:
    """A Word file with a part under comparison; `notes` tells which of its notes are one with the other file's."""

    def __init__(self, data: bytes, name: str = "") -> None:
        self.opened: WordPackage = open_word(data, name)
        self.notes: dict[tuple[str, str], str] = {}
        self.body = self.tree(self.opened.main)
        if not self.body.tag.startswith(W):
            message = msg("this file is in Word's strict form, which is not compared")
            raise WordFileError(self.opened.name, message, msg("save it as a plain .docx"))
        self.languages: dict[Element, str] = {
            each.element: each.passage.language.partition("-")[0].lower()
            for each in paragraphs_of(self.opened, self.body)
        }
        self._part, self._relations = "", dict[str, Relationship]()
        self.enter(self.opened.main)

    def tree(self, part: str) -> Element:
        """A part's tree, its tracked changes accepted."""
        root = self.opened.part(part)
        settle(root, accept=True)
        return root

    def target(self, kind: str) -> str:
        """The one part of a kind that the body leads to; empty where there is none."""
        found = (each.target for each in self.opened.relations(self.opened.main) if each.kind == kind)
        return next((each for each in found if each in self.opened.sizes), "")

    def enter(self, part: str) -> None:
        """Let relationships be those of a part."""
        self._part, self._relations = part, {each.id: each for each in self.opened.relations(part)}

    def relation(self, told: str) -> Relationship | None:
        """A relationship of the part that was entered."""
        return self._relations.get(told)

    @property
    def part(self) -> str:
        """The part that was entered."""
        return self._part

    def resolve(self, relation: str) -> str:
        """What a relationship leads to: an address, or the digest of a part and of those that it leads to."""
        found = self._relations.get(relation)
        if found is None:
            return relation
        return found.target if found.external else self.digest(found.target)

    def digest(self, part: str) -> str:
        """What tells a part, with those that it leads to."""
        if part not in self.opened.sizes:
            return ""
        made = sha256(self.opened.raw(part))
        for each in self.opened.relations(part):
            if not each.external and each.target in self.opened.sizes and each.target != part:
                made.update(self.opened.raw(each.target))
        return made.hexdigest()

    def key(self, element: Element) -> str:
        """What an object is told by: a note by which it is, anything else by its form."""
        name = local(element)
        if name in NOTES:
            told = val(element, "id")
            return f"<{name} {self.notes.get((NOTES[name], told), f'{id(self)} {told}')}>"
        return form(element, self.resolve)
