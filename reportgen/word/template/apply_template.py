"""A rendered file put into a person's own styles, headers and footers. What is taken from their file is in master.py.

How their styles and the house's become one part is in merging.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from xml.etree.ElementTree import Element

from reportgen.word.ooxml.archive import pack, unpack
from reportgen.word.ooxml.tree import (
    KINDS,
    RELATIONS,
    TYPES,
    R,
    W,
    find_all,
    new_element,
    parse,
    put_child,
    remove_all,
    serialize,
    val,
)
from reportgen.word.styles.names import PARAGRAPH
from reportgen.word.template.master import Master, Story
from reportgen.word.template.merging import ids_of, merged, renamed

_DOCUMENT, _STYLES, _SETTINGS, _TYPES = (
    "word/document.xml",
    "word/styles.xml",
    "word/settings.xml",
    "[Content_Types].xml",
)
_DOCUMENT_RELATIONS = "word/_rels/document.xml.rels"
_THEME = "word/theme/theme1.xml"
_STORY_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_MEDIA = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "svg": "image/svg+xml",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
}
_AFTER_EVEN = (
    *("bookFoldRevPrinting", "bookFoldPrinting", "bookFoldPrintingSheets", "drawingGridHorizontalSpacing"),
    *("drawingGridVerticalSpacing", "displayHorizontalDrawingGridEvery", "displayVerticalDrawingGridEvery"),
    *("noPunctuationKerning", "characterSpacingControl", "footnotePr", "endnotePr", "compat"),
)
_AFTER_BORDERS = ("lnNumType", "pgNumType", "cols", "vAlign", "noEndnote", "titlePg", "textDirection", "docGrid")
_AFTER_TITLE = ("textDirection", "bidi", "rtlGutter", "docGrid")
_FIRST_DRAWING = 20_001  # above the ids of the pictures and charts of any body


def apply_template(data: bytes, master: Master) -> bytes:
    """The rendered file in the styles, headers and footers of the person's own."""
    files = unpack(data)
    styles = parse(files[_STYLES])
    ids = ids_of(master, frozenset(val(style, "styleId") for style in find_all(styles, "style")))
    stories = _stories(files, master, ids)
    files[_STYLES] = serialize(merged(styles, parse(master.styles), master, ids))
    files[_DOCUMENT] = serialize(_body(parse(files[_DOCUMENT]), master, stories, ids))
    if master.even_pages:
        settings = parse(files[_SETTINGS])
        put_child(settings, new_element("evenAndOddHeaders"), *_AFTER_EVEN)
        files[_SETTINGS] = serialize(settings)
    if master.theme and _THEME in files:
        files[_THEME] = master.theme
    return pack(files.items())


# ---- headers and footers --------------------------------------------------------------


def _stories(files: dict[str, bytes], master: Master, ids: Mapping[str, str]) -> dict[Story, str]:
    """Put the file's headers and footers in, ours of the same kind out; the relation of each."""
    relations, types = parse(files[_DOCUMENT_RELATIONS]), parse(files[_TYPES])
    kinds = {story.kind for story in master.stories}
    for relation in list(relations):
        if relation.get("Type", "").removeprefix(KINDS) in kinds:
            _forget_part(files, types, f"word/{relation.get('Target', '')}")
            relations.remove(relation)
    author, drawings = _author(files), count(_FIRST_DRAWING)
    placed: dict[Story, str] = {}
    for number, story in enumerate(master.stories, 1):
        name = f"{story.kind}-{story.pages}.xml"
        placed[story] = f"rIdOwn{number}"
        _entry(relations, RELATIONS, "Relationship", {"Id": placed[story], "Type": KINDS + story.kind, "Target": name})
        _entry(types, TYPES, "Override", {"PartName": f"/word/{name}", "ContentType": _STORY_TYPE.format(story.kind)})
        root = parse(story.xml)
        for drawing in root.iter():
            if drawing.tag.endswith("}docPr"):
                drawing.set("id", str(next(drawings)))
                drawing.set("descr", drawing.get("descr", "").strip() or author or drawing.get("name", "logo"))
        files[f"word/{name}"] = serialize(renamed(root, ids))
        if story.relations:
            files[f"word/_rels/{name}.rels"] = serialize(_story_relations(story))
    for picture, content in master.pictures.items():
        files[picture] = content
        ending = picture.rpartition(".")[2]
        if not [entry for entry in types if entry.get("Extension", "").lower() == ending]:
            _entry(types, TYPES, "Default", {"Extension": ending, "ContentType": _MEDIA[ending]}, first=True)
    files[_DOCUMENT_RELATIONS], files[_TYPES] = serialize(relations), serialize(types)
    return placed


def _entry(root: Element, namespace: str, name: str, attributes: Mapping[str, str], *, first: bool = False) -> None:
    """A further entry of a list of relations or content types."""
    entry = root.makeelement(f"{{{namespace}}}{name}", dict(attributes))
    root.insert(0 if first else len(root), entry)


def _forget_part(files: dict[str, bytes], types: Element, name: str) -> None:
    files.pop(name, None)
    folder, _, file = name.rpartition("/")
    files.pop(f"{folder}/_rels/{file}.rels", None)
    for entry in [entry for entry in types if entry.get("PartName") == f"/{name}"]:
        types.remove(entry)


def _story_relations(story: Story) -> Element:
    root = parse(f'<Relationships xmlns="{RELATIONS}"/>'.encode())
    for one in story.relations:
        target = one.target if one.external else one.target.removeprefix("word/")
        mode = {"TargetMode": "External"} if one.external else {}
        _entry(root, RELATIONS, "Relationship", {"Id": one.id, "Type": KINDS + one.kind, "Target": target, **mode})
    return root


def _author(files: Mapping[str, bytes]) -> str:
    """Whose logo it is: what pictures in headers are called for those who cannot see them."""
    core = parse(files["docProps/core.xml"])
    return next((entry.text or "" for entry in core if entry.tag.endswith("}creator")), "")


def _body(root: Element, master: Master, stories: Mapping[Story, str], ids: Mapping[str, str]) -> Element:
    """The body with its text in the file's text style, and the headers and footers on its sections."""
    if text := master.matched.text:
        for style in find_all(root, "pStyle"):
            if val(style) == PARAGRAPH["body"].id:
                style.set(W + "val", ids[text])
    kinds = {story.kind for story in stories}
    for number, section in enumerate(find_all(root, "sectPr")):
        for kind in kinds:
            remove_all(section, f"{kind}Reference")
        references = [_reference(story, relation) for story, relation in stories.items()]
        for at, reference in enumerate(references):
            section.insert(at, reference)
        if master.borders:
            put_child(section, parse(master.borders), *_AFTER_BORDERS)
        if master.first_page and not number:
            put_child(section, new_element("titlePg"), *_AFTER_TITLE)
    return root


def _reference(story: Story, relation: str) -> Element:
    reference = new_element(f"{story.kind}Reference", type=story.pages)
    reference.set(R + "id", relation)
    return reference
