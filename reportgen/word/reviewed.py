"""What a person did to the words of a paragraph beside typing: weights, links, fields; and the comments of a file.

Read from a file as people have it, and told without judgment. Not here: what becomes of it in the content (living/).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from xml.etree.ElementTree import Element

from reportgen.records import record
from reportgen.word.ooxml.package_reader import WordPackage, attribute, local
from reportgen.word.reader import ReadParagraph

_DEEPEST_BASE = 10
_OFF = ("0", "false", "off")
_CONTENTS = "toc"


@record
class Dress:
    """What a stretch of characters looks like to its reader: heavy, leaning, a link to an address, told by a field."""

    strong: bool = False
    emphasis: bool = False
    url: str = ""
    field: str = ""  # the first word of the field's instruction: REF, PAGEREF …
    raised: bool = False


@record
class Styles:
    """What a file's styles say by their ids: which are heavy, which lean, what they are called, which contents have.

    A look may set emphasis heavy, and labels too: of a style of characters its name says what it means.
    """

    strong: Mapping[str, bool]
    emphasis: Mapping[str, bool]
    names: Mapping[str, str]
    contents: frozenset[str]
    links: Mapping[str, str]


def styles_of(opened: WordPackage) -> Styles:
    """The styles of a file; none of them says anything where it has none."""
    relations = opened.relations(opened.main)
    listed = next((each.target for each in relations if each.kind == "styles"), "")
    strong: dict[str, bool | None] = {}
    emphasis: dict[str, bool | None] = {}
    bases: dict[str, str] = {}
    names: dict[str, str] = {}
    contents: set[str] = set()
    for style in opened.part(listed) if listed in opened.sizes else ():
        style_id = attribute(style, "styleId") or ""
        name = names[style_id] = _value(style, "name").lower()
        properties = [each for each in style if local(each) == "rPr"]
        strong[style_id], emphasis[style_id] = (_switch(properties, each) for each in ("b", "i"))
        bases[style_id] = _value(style, "basedOn")
        if name.startswith((_CONTENTS, "table of figures", "contents")):
            contents.add(style_id)
    for _ in range(_DEEPEST_BASE):
        for known in (strong, emphasis):
            for style_id, base in bases.items():
                if known[style_id] is None and base in known:
                    known[style_id] = known[base]
    links = {each.id: each.target for each in relations if each.kind == "hyperlink" and each.external}
    return Styles(
        {name: bool(said) for name, said in strong.items()},
        {name: bool(said) for name, said in emphasis.items()},
        names,
        frozenset(contents),
        links,
    )


def style_of(paragraph: ReadParagraph) -> str:
    """The id of a paragraph's style; empty where it names none."""
    properties = next((each for each in paragraph.element if local(each) == "pPr"), None)
    return "" if properties is None else _value(properties, "pStyle")


def is_merged(paragraph: ReadParagraph) -> bool:
    """Whether a paragraph stands in a cell that was made of several."""
    at = paragraph.element
    while (above := _parent(at)) is not None:
        at = above
        if local(at) == "tc":
            properties = [each for each in at if local(each) == "tcPr"]
            return any(local(each) in ("vMerge", "hMerge", "gridSpan") for group in properties for each in group)
    return False


def dresses(paragraph: ReadParagraph, styles: Styles) -> tuple[Dress, ...]:
    """How each character of a paragraph's text is dressed; what its own style says counts as plain."""
    own = style_of(paragraph)
    heavy, leaning = styles.strong.get(own, False), styles.emphasis.get(own, False)
    told = _fields(paragraph.element)
    found: list[Dress] = []
    for piece in paragraph.pieces:
        dress = replace(_run_dress(piece.element, paragraph.element, styles), field=told.get(id(piece.element), ""))
        dress = replace(dress, strong=dress.strong and not heavy, emphasis=dress.emphasis and not leaning)
        found += [dress] * len(piece.text)
    text = paragraph.passage.text
    return tuple(found[paragraph.lead : paragraph.lead + len(text)])


def _run_dress(element: Element, paragraph: Element, styles: Styles) -> Dress:
    strong = emphasis = raised = False
    url = ""
    at = element
    while at is not paragraph and (above := _parent(at)) is not None:
        if local(at) == "r":
            properties = [each for each in at if local(each) == "rPr"]
            named = next((_value(each, "rStyle") for each in properties), "")
            called = styles.names.get(named, "")
            raised = any(_value(each, "vertAlign") == "superscript" for each in properties)
            heavy, leaning = _switch(properties, "b"), _switch(properties, "i")
            strong = "strong" in called if heavy is None else heavy
            emphasis = "strong" not in called and "emphasis" in called if leaning is None else leaning
        elif local(at) == "hyperlink":
            url = styles.links.get(attribute(at, "id") or "", "")
        at = above
    return Dress(strong, emphasis, url, raised=raised)


def _switch(properties: list[Element], name: str) -> bool | None:
    for group in properties:
        for each in group:
            if local(each) == name:
                return attribute(each, "val") not in _OFF
    return None


def _value(parent: Element, name: str) -> str:
    return next((attribute(child, "val") or "" for child in parent if local(child) == name), "")


def _parent(element: Element) -> Element | None:
    return getattr(element, "getparent", lambda: None)()


def _fields(paragraph: Element) -> dict[int, str]:
    """The elements that are results of fields, with the fields' names, by their identities."""
    found: dict[int, str] = {}
    open_fields: list[str] = []
    for element in paragraph.iter():
        name = local(element)
        if name == "fldChar":
            kind = attribute(element, "fldCharType")
            if kind == "begin":
                open_fields.append("")
            elif kind == "end" and open_fields:
                open_fields.pop()
        elif name == "instrText" and open_fields:
            open_fields[-1] += element.text or ""
        elif open_fields and (words := open_fields[-1].split()):
            found[id(element)] = words[0]
        if name == "fldSimple":
            words = (attribute(element, "instr") or "").split()
            found.update({id(inner): words[0] for inner in element.iter() if words})
    return found


# ---- comments ---------------------------------------------------------------------------------


@record
class Remark:
    """What one person says in a comment: who, on which day, what."""

    author: str
    day: str
    text: str


@record
class Thread:
    """A comment with its replies: of which characters of which paragraph, and whether it was resolved."""

    paragraph: int
    start: int
    end: int
    remarks: tuple[Remark, ...]
    resolved: bool = False


def threads_in(opened: WordPackage, paragraphs: tuple[ReadParagraph, ...]) -> tuple[Thread, ...]:
    """The comments of a file in the order of its text, each with its replies behind it."""
    parts = {each.kind: each.target for each in opened.relations(opened.main) if each.target in opened.sizes}
    if "comments" not in parts:
        return ()
    remarks: dict[str, Remark] = {}
    ties: dict[str, str] = {}  # a comment's id by that of its last paragraph, which is how replies are told
    for comment in opened.part(parts["comments"]):
        told = attribute(comment, "id") or ""
        lines = [each for each in comment.iter() if local(each) == "p"]
        text = " ".join(filter(None, ("".join(_said(line)).strip() for line in lines)))
        remarks[told] = Remark(attribute(comment, "author") or "", (attribute(comment, "date") or "")[:10], text)
        if lines and (tie := attribute(lines[-1], "paraId")):
            ties[tie] = told
    above, done = _replies(opened, parts.get("commentsExtended", ""), ties)
    return tuple(_threads(_spots(paragraphs), remarks, above, done))


def _said(line: Element) -> Iterator[str]:
    for each in line.iter():
        if local(each) == "t":
            yield each.text or ""
        elif local(each) in ("br", "tab", "cr"):
            yield " "


def _replies(opened: WordPackage, part: str, ties: Mapping[str, str]) -> tuple[dict[str, str], set[str]]:
    """Which comment answers which, and which are resolved."""
    above: dict[str, str] = {}
    done: set[str] = set()
    for entry in opened.part(part) if part else ():
        told = ties.get(attribute(entry, "paraId") or "")
        parent = ties.get(attribute(entry, "paraIdParent") or "")
        if told is not None and parent is not None:
            above[told] = parent
        if told is not None and attribute(entry, "done") in ("1", "true"):
            done.add(told)
    return above, done


def _threads(
    spots: Mapping[str, tuple[int, int, int]], remarks: Mapping[str, Remark], above: Mapping[str, str], done: set[str]
) -> Iterator[Thread]:
    def first(told: str) -> str:
        for _ in range(len(above)):
            told = above.get(told, told)
        return told

    for told, (paragraph, start, end) in sorted(spots.items(), key=lambda spot: spot[1]):
        if first(told) == told and told in remarks:
            members = [each for each in remarks if first(each) == told]
            yield Thread(paragraph, start, end, tuple(remarks[each] for each in members), told in done)


def _spots(paragraphs: tuple[ReadParagraph, ...]) -> dict[str, tuple[int, int, int]]:
    """Where comments stand: which paragraph, from which of its characters up to which; where they begin in several,
    up to the end of the first."""
    found: dict[str, tuple[int, int, int]] = {}
    for index, paragraph in enumerate(paragraphs):
        printed = {id(piece.element): len(piece.text) for piece in paragraph.pieces}
        length, at = len(paragraph.passage.text), -paragraph.lead
        for element in paragraph.element.iter():
            name, told = local(element), attribute(element, "id") or ""
            here = min(max(at, 0), length)
            if name == "commentRangeStart" or (name == "commentReference" and told not in found):
                found[told] = (index, here, length if name == "commentRangeStart" else here)
            elif name == "commentRangeEnd" and found.get(told, (-1,))[0] == index:
                found[told] = (index, found[told][1], here)
            at += printed.get(id(element), 0)
    return found
