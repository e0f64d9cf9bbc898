"""Reads a Word file that a person made, to be a template: what it offers, made harmless, and what was found in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

from reportgen.messages import msg
from reportgen.problems import Place, Rule, Severity
from reportgen.template.model import Look, Page
from reportgen.word.ooxml.package_reader import Opened, Relation, WordFileError
from reportgen.word.ooxml.tree import R, W, child, every, made, val, written
from reportgen.word.styles.names import CHARACTER, PARAGRAPH
from reportgen.word.template import derive_look, sanitize
from reportgen.word.template.master import Master, Story, Template
from reportgen.word.template.matching import Matched, match

ADOPTED = Rule(
    "template/adopted",
    msg("A Word file that serves as a template is taken over whole."),
    Severity.WARNING,
    slip="a .docx with a macro, or one in which no style is a heading's",
    mend="the same file without the macro, its headings in styles",
)
RULES = (ADOPTED,)

STYLES, THEME = "styles", "theme"
_STORIES = ("header", "footer")
_PAGES = ("default", "first", "even")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".svg", ".emf", ".wmf")
_STRICT = "http://purl.oclc.org/ooxml/"


def read_master(opened: Opened, base: Look) -> Template:
    """What a build takes from an opened file, on top of a look; WordFileError where it cannot be read."""
    body = opened.part(opened.main)
    if body.tag.startswith("{" + _STRICT):
        hint = "save it in Word as “Word Document (*.docx)”"
        raise WordFileError(opened.name, "this file is in the strict form of the format", hint)
    reading = _Reading(opened, body)
    theme = reading.tree(THEME)
    fonts = sanitize.theme_fonts(theme)
    styles = reading.tree(STYLES)
    styles = styles if styles is not None else _no_styles()
    told = [*reading.harm(), *sanitize.mend_styles(styles, fonts)]
    matched = match(styles, body)
    section = reading.section()
    sheet = derive_look.page(section, base.page)
    stories, pictures, lost = reading.stories(fonts)
    told += [*_told_page(sheet, section), *lost, *_told_missing(matched, stories)]
    borders = derive_look.child_of(section, "pgBorders")
    master = Master(
        name=opened.name,
        styles=written(styles),
        matched=matched,
        theme=reading.raw(THEME),
        stories=stories,
        pictures=pictures,
        borders=b"" if borders is None else written(borders),
        first_page=_on(derive_look.child_of(section, "titlePg")),
        even_pages=_on(derive_look.child_of(reading.tree("settings"), "evenAndOddHeaders")),
        findings=tuple(ADOPTED.broken(Place(opened.name), message, hint) for message, hint in told),
    )
    return Template(derive_look.suited(base, styles, matched, theme, sheet, Path(opened.name).stem), master)


def _no_styles() -> Element:
    return made("styles")


def _on(switch: Element | None) -> bool:
    return switch is not None and val(switch) not in ("0", "false", "off")


Told = tuple[str, str]
"""What was found, and what is used instead."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """One file being read."""

    opened: Opened
    body: Element

    def relation(self, kind: str) -> Relation | None:
        """The first part of a kind that the body leads to."""
        found = (relation for relation in self.opened.relations(self.opened.main) if relation.kind == kind)
        return next((one for one in found if not one.external and one.target in self.opened.sizes), None)

    def tree(self, kind: str) -> Element | None:
        """The XML of that part."""
        relation = self.relation(kind)
        return self.opened.part(relation.target) if relation else None

    def raw(self, kind: str) -> bytes:
        """The bytes of that part, where it leads nowhere itself; its XML has been read before."""
        relation = self.relation(kind)
        if relation is None or self.opened.relations(relation.target):
            return b""
        return written(self.opened.part(relation.target))

    def section(self) -> Element | None:
        """The properties of the last section, which are the document's own."""
        return next(reversed(every(self.body, "sectPr")), None)

    def harm(self) -> Iterator[Told]:
        """What the file has that is left behind, or would do harm in a new file."""
        settings = self.tree("settings")
        out = [
            relation for part in self.opened.sizes if part.endswith(".xml") for relation in self.opened.relations(part)
        ]
        for relation in out:
            if relation.external and relation.kind != "hyperlink":
                yield f"it leads out of the file to {relation.target[:80]} ({relation.kind})", "it is left out"
        modes = [val(item) for item in every(settings, "compatSetting") if val(item, "name") == "compatibilityMode"] \
            if settings is not None else []  # fmt: skip
        if modes != ["15"]:
            told = f"mode {modes[0]}" if modes else "no mode"
            yield f"its compatibility is {told}, which Word opens as a file of an old version", "mode 15 is used"
        if settings is not None and _on(child(settings, "updateFields")):
            yield (
                "it asks Word to update its fields when opened, which stops every reader with a question",
                "it is left out",
            )
        if settings is not None and child(settings, "documentProtection") is not None:
            yield "it is protected against changes", "the protection is left out"
        if (grid := derive_look.child_of(self.section(), "docGrid")) is not None and val(grid, "type") not in (
            "",
            "default",
        ):
            yield "its page has a grid of lines, which stretches the lines of tall Chinese fonts", "no grid is used"
        if (cols := derive_look.child_of(self.section(), "cols")) is not None and val(cols, "num") not in ("", "1"):
            yield "its text runs in columns", "one column is used"

    def stories(self, fonts: Mapping[str, str]) -> tuple[tuple[Story, ...], dict[str, bytes], list[Told]]:
        """The headers and footers of the last section, its own or those it goes on with, and their pictures."""
        by_id = {relation.id: relation for relation in self.opened.relations(self.opened.main)}
        chosen: dict[tuple[str, str], Relation] = {}
        for section in every(self.body, "sectPr"):
            for kind in _STORIES:
                for reference in section.iterfind(f"{W}{kind}Reference"):
                    relation = by_id.get(reference.get(R + "id", ""))
                    if relation and not relation.external and relation.target in self.opened.sizes:
                        chosen[kind, val(reference, "type") or "default"] = relation
        stories: list[Story] = []
        pictures: dict[str, bytes] = {}
        told: list[Told] = []
        for (kind, pages), relation in chosen.items():
            if pages in _PAGES:
                stories.append(self._story(kind, pages, relation.target, fonts, pictures, told))
        return tuple(stories), pictures, told

    def _story(
        self, kind: str, pages: str, part: str, fonts: Mapping[str, str], pictures: dict[str, bytes], told: list[Told]
    ) -> Story:
        root = self.opened.part(part)
        kept: list[Relation] = []
        for relation in self.opened.relations(part):
            place = f"rId{len(kept) + 1}"
            if relation.external and relation.kind == "hyperlink":
                kept.append(Relation(relation.id, "hyperlink", relation.target, external=True))
            elif not relation.external and relation.kind == "image" and relation.target.lower().endswith(_PICTURES):
                ending = relation.target.rpartition(".")[2].lower()
                name = f"word/media/{kind}-{pages}-{place}.{ending}"
                pictures[name] = self.opened.raw(relation.target)
                kept.append(Relation(relation.id, "image", name, external=False))
        renamed = {relation.id: f"rId{place}" for place, relation in enumerate(kept, 1)}
        if lost := sanitize.drop_unrelated(root, renamed):
            told.append((f"its {kind} holds {lost} objects that are no pictures in the file", "they are left out"))
        sanitize.mend_story(root, fonts)
        relations = tuple(Relation(renamed[one.id], one.kind, one.target, one.external) for one in kept)
        return Story(kind, pages, written(root), relations)


def _told_page(sheet: Page | None, section: Element | None) -> Iterator[Told]:
    if sheet is None:
        what = "it says no page" if section is None else "its page leaves too little room for text"
        yield what, "the look's page is used"


def _told_missing(matched: Matched, stories: tuple[Story, ...]) -> Iterator[Told]:
    """Word's own styles that the file does not define, and a footer without which no page has a number."""
    known = {style.id: style.name for style in (*PARAGRAPH.values(), *CHARACTER.values()) if not style.own}
    if missing := [name for style_id, name in known.items() if style_id not in matched.ids]:
        yield f"it has no style for {', '.join(missing)}", "the look's are used, in its fonts and colors"
    if not any(story.kind == "footer" for story in stories):
        yield "it has no footer", "the short title and the page stand in one of the look's"
