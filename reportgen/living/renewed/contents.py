"""The contents of a renewed file: entries in the words that their headings and captions have now, and new ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, cast
from xml.etree.ElementTree import Element

from reportgen.living.renewed.file import RenewedFile
from reportgen.word.ooxml.package_reader import local
from reportgen.word.renewing.blocks import told_in
from reportgen.word.renewing.contents import Entry, bookmarked, entries, put_entry, remove_entry, replaced
from reportgen.word.renewing.text_edits import EditedParagraph, TextEdit

_LABEL = re.compile(r"(.*?)\t")


def renew_contents(file: RenewedFile) -> None:
    """Have the entries of all contents follow what they lead to."""
    body = file.body
    places = bookmarked(body)
    known = entries(body)
    index = {each.element: number for number, each in enumerate(file.sides.file.paragraphs)}
    drawn = {entry.name: entry for entry in entries(file.drawn.package.tree(file.drawn.package.main))}
    names = {own: name for name, own in (file.imports.names if file.imports else {}).items()}
    for entry in known:
        target = places.get(entry.name)
        place = index.get(entry.paragraph)
        if place is None or target is None or target not in index:
            continue
        edits = list(_edits(file, place, index[target], drawn.get(names.get(entry.name, ""))))
        if edits:
            read = file.sides.file.paragraphs[place]
            paragraph = EditedParagraph(read, {}, file.revisions)
            paragraph.make(edits)
            file.edited[place] = paragraph
    _gone(file, known, places)
    _new(file, body, drawn)


def _edits(file: RenewedFile, place: int, target: int, drawn: Entry | None) -> Iterator[TextEdit]:
    """What of an entry gives way."""
    entry, heading = file.sides.file.paragraphs[place], file.sides.file.paragraphs[target]
    language = entry.passage.language or file.sides.now.languages[0]
    own = _LABEL.match(entry.passage.text)
    told = _LABEL.match(_text(drawn.paragraph)) if drawn is not None else None
    start = own.end() if own and told else 0
    if own and told and own[1] != told[1] and any(map(str.isdigit, own[1])):
        yield TextEdit(own.start(1), own.end(1), file.drawn.draw(told[1], language), len(told[1]))
    before, after = heading.passage.text, _text(heading.element).strip()
    for first, last, text in replaced(entry.passage.text[start:], before, after):
        yield TextEdit(start + first, start + last, file.drawn.draw(text, language), len(text))


def _text(paragraph: Element) -> str:
    """What a paragraph prints, what is deleted and the codes of fields left out."""
    letters = {"tab": "\t", "br": "\n"}
    return "".join(
        (each.text or "") if local(each) == "t" else letters.get(local(each), "")
        for each in paragraph.iter()
        if local(each) in ("t", *letters) and local(cast("Any", each).getparent()) == "r"
    )


def _gone(file: RenewedFile, known: list[Entry], places: dict[str, Element]) -> None:
    """Entries that lead to what was taken out go with it."""
    left = list(known)
    for entry in known:
        target = places.get(entry.name)
        if file.gone and (target is None or target in file.gone) and not file.revisions.tracked:
            remove_entry(entry, left)
            left.remove(entry)


def _new(file: RenewedFile, body: Element, drawn: dict[str, Entry]) -> None:
    """Entries for what was put in, where they stand in the drawn contents."""
    if file.imports is None or file.blocks is None or not file.blocks.put:
        return
    places = bookmarked(body)
    for listed in _lists(list(drawn.values())):
        own = {entry.name: entry.paragraph for entry in entries(body)}
        called = [file.imports.names.get(entry.name, "") for entry in listed]
        here = [own.get(name) for name in called]
        for place, (entry, name) in enumerate(zip(listed, called, strict=True)):
            if here[place] is not None or name not in places:
                continue
            before = next((each for each in reversed(here[:place]) if each is not None), None)
            after = next((each for each in here[place + 1 :] if each is not None), None)
            if before is not None or after is not None:
                here[place] = made = put_entry(file.imports.copy(entry.paragraph), before, after)
                told_in(file.revisions, made)


def _lists(drawn: Sequence[Entry]) -> Iterator[list[Entry]]:
    """The entries of each contents: those that follow each other."""
    listed: list[Entry] = []
    for entry in drawn:
        if listed and cast("Any", listed[-1].paragraph).getnext() is not entry.paragraph:
            yield listed
            listed = []
        listed.append(entry)
    if listed:
        yield listed
