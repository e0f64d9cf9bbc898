"""Reads a Word file that a person made, to be a template: what it offers, made harmless, and what was found in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree.ElementTree import Element

from reportgen.messages import Message, listing, msg, plural
from reportgen.problems import Place, Rule, Severity
from reportgen.records import record
from reportgen.template.model import Look, Page
from reportgen.word.ooxml.package_reader import Relationship, WordFileError, WordPackage, local
from reportgen.word.ooxml.tree import R, W, find_all, new_element, parse, serialize, val
from reportgen.word.styles.names import CHARACTER, PARAGRAPH
from reportgen.word.template import sanitize
from reportgen.word.template.derive_look import child_of, derive_look, derive_page
from reportgen.word.template.master import Master, Story, Template
from reportgen.word.template.matching import StyleMatches, match
from reportgen.word.template.sanitize import Finding
from reportgen.word.template.visibility import show_unseen

ADOPTED = Rule(
    "template/adopted",
    msg("A Word file that serves as a template is taken over whole."),
    Severity.WARNING,
    slip=msg("a .docx with a macro, or one in which no style is a heading's"),
    mend=msg("the same file without the macro, its headings in styles"),
)
RULES = (ADOPTED,)

STYLES, THEME = "styles", "theme"
_STORIES = ("header", "footer")
_PAGES = ("default", "first", "even")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".svg", ".emf", ".wmf")
_NAMING = ("pStyle", "rStyle", "tblStyle")
_STRICT = "http://purl.oclc.org/ooxml/"


def read_master(opened: WordPackage, base: Look) -> Template:
    """What a build takes from an opened file, on top of a look; WordFileError where it cannot be read."""
    body = opened.part(opened.main)
    if body.tag.startswith("{" + _STRICT):
        hint = msg("save it in Word as “Word Document (*.docx)”")
        raise WordFileError(opened.name, msg("this file is in the strict form of the format"), hint)
    reading = _Reading(opened, body)
    theme = reading.tree(THEME)
    fonts = sanitize.theme_fonts(theme)
    styles = reading.tree(STYLES)
    styles = styles if styles is not None else _no_styles()
    problems = [*reading.harm(), *sanitize.sanitize_styles(styles, fonts)]
    matched = match(styles, body)
    section = reading.section()
    sheet = derive_page(section, base.page)
    stories, pictures, lost = reading.stories(fonts)
    named = {val(entry) for story in stories for entry in parse(story.xml).iter() if local(entry) in _NAMING}
    unseen = show_unseen(styles, matched, base, named)
    problems += [*unseen, *_page_findings(sheet, section), *lost, *_missing_findings(matched, stories)]
    borders = child_of(section, "pgBorders")
    master = Master(
        name=opened.name,
        styles=serialize(styles),
        matched=matched,
        theme=reading.raw(THEME),
        stories=stories,
        pictures=pictures,
        borders=b"" if borders is None else serialize(borders),
        first_page=_on(child_of(section, "titlePg")),
        even_pages=_on(child_of(reading.tree("settings"), "evenAndOddHeaders")),
        findings=tuple(ADOPTED.broken(Place(opened.name), message, hint) for message, hint in problems),
    )
    name = Path(opened.name[:]).stem  # a slice is no message, of which pathlib makes no path
    return Template(derive_look(base, styles, matched, theme, sheet, name), master)


def _no_styles() -> Element:
    return new_element("styles")


def _on(switch: Element | None) -> bool:
    return switch is not None and val(switch) not in ("0", "false", "off")


@record
class _Reading:
    """One file being read."""

    opened: WordPackage
    body: Element

    def relation(self, kind: str) -> Relationship | None:
        """The first part of a kind that the body leads to."""
        relations = (relation for relation in self.opened.relations(self.opened.main) if relation.kind == kind)
        return next((one for one in relations if not one.external and one.target in self.opened.sizes), None)

    def tree(self, kind: str) -> Element | None:
        """The XML of that part."""
        relation = self.relation(kind)
        return self.opened.part(relation.target) if relation else None

    def raw(self, kind: str) -> bytes:
        """The bytes of that part, where it leads nowhere itself; its XML has been read before."""
        relation = self.relation(kind)
        if relation is None or self.opened.relations(relation.target):
            return b""
        return serialize(self.opened.part(relation.target))

    def section(self) -> Element | None:
        """The properties of the last section, which are the document's own."""
        return next(reversed(find_all(self.body, "sectPr")), None)

    def harm(self) -> Iterator[Finding]:
        """What the file has that is left behind, or would do harm in a new file."""
        out = [
            relation for part in self.opened.sizes if part.endswith(".xml") for relation in self.opened.relations(part)
        ]
        for relation in out:
            if relation.external and relation.kind != "hyperlink":
                message = msg(
                    "it leads out of the file to {target} ({kind})", target=relation.target[:80], kind=relation.kind
                )
                yield message, msg("it is left out")
        yield from _harmful_settings(self.tree("settings"))
        yield from _harmful_section(self.section())

    def stories(self, fonts: Mapping[str, str]) -> tuple[tuple[Story, ...], dict[str, bytes], list[Finding]]:
        """The headers and footers of the last section, its own or those it goes on with, and their pictures."""
        by_id = {relation.id: relation for relation in self.opened.relations(self.opened.main)}
        chosen: dict[tuple[str, str], Relationship] = {}
        for section in find_all(self.body, "sectPr"):
            for kind in _STORIES:
                for reference in section.iterfind(f"{W}{kind}Reference"):
                    relation = by_id.get(reference.get(R + "id", ""))
                    if relation and not relation.external and relation.target in self.opened.sizes:
                        chosen[kind, val(reference, "type") or "default"] = relation
        read = [
            self._story(kind, pages, relation.target, fonts)
            for (kind, pages), relation in chosen.items()
            if pages in _PAGES
        ]
        pictures = {name: content for _, own, _ in read for name, content in own.items()}
        return tuple(story for story, _, _ in read), pictures, [finding for *_, told in read for finding in told]

    def _story(
        self, kind: str, pages: str, part: str, fonts: Mapping[str, str]
    ) -> tuple[Story, dict[str, bytes], list[Finding]]:
        """A header or footer made harmless, its pictures by their new names, and what was found in it."""
        root = self.opened.part(part)
        pictures: dict[str, bytes] = {}
        kept: dict[str, Relationship] = {}  # by their ids in the file
        for relation in self.opened.relations(part):
            new_id = f"rId{len(kept) + 1}"
            if relation.external and relation.kind == "hyperlink":
                kept[relation.id] = Relationship(new_id, "hyperlink", relation.target, external=True)
            elif not relation.external and relation.kind == "image" and relation.target.lower().endswith(_PICTURES):
                ending = relation.target.rpartition(".")[2].lower()
                name = f"word/media/{kind}-{pages}-{new_id}.{ending}"
                pictures[name] = self.opened.raw(relation.target)
                kept[relation.id] = Relationship(new_id, "image", name, external=False)
        lost = sanitize.drop_unrelated(root, {old: relation.id for old, relation in kept.items()})
        sanitize.sanitize_story(root, fonts)
        messages = [(_lost_objects(kind, lost), msg("they are left out"))] if lost else []
        return Story(kind, pages, serialize(root), tuple(kept.values())), pictures, messages


def _harmful_settings(settings: Element | None) -> Iterator[Finding]:
    """Settings that would make a new file an old one, ask its readers, or lock it."""
    compatible = find_all(settings, "compatSetting") if settings is not None else []
    modes = [val(setting) for setting in compatible if val(setting, "name") == "compatibilityMode"]
    if not modes:
        old = msg("its compatibility is no mode, which Word opens as a file of an old version")
        yield old, msg("mode 15 is used")
    elif modes != ["15"]:
        old = msg("its compatibility is mode {mode}, which Word opens as a file of an old version", mode=modes[0])
        yield old, msg("mode 15 is used")
    if _on(child_of(settings, "updateFields")):
        asks = msg("it asks Word to update its fields when opened, which stops every reader with a question")
        yield asks, msg("it is left out")
    if child_of(settings, "documentProtection") is not None:
        yield msg("it is protected against changes"), msg("the protection is left out")


def _harmful_section(section: Element | None) -> Iterator[Finding]:
    """What a page has that a briefing's cannot take over."""
    if val(child_of(section, "docGrid"), "type") not in ("", "default"):
        stretches = msg("its page has a grid of lines, which stretches the lines of tall Chinese fonts")
        yield stretches, msg("no grid is used")
    if val(child_of(section, "cols"), "num") not in ("", "1"):
        yield msg("its text runs in columns"), msg("one column is used")


def _lost_objects(kind: str, count: int) -> Message:
    """That a header or footer loses some of what it holds."""
    if kind == "header":
        return plural(
            "its header holds {count} object that is no picture in the file",
            "its header holds {count} objects that are no pictures in the file",
            count,
        )
    return plural(
        "its footer holds {count} object that is no picture in the file",
        "its footer holds {count} objects that are no pictures in the file",
        count,
    )


def _page_findings(sheet: Page | None, section: Element | None) -> Iterator[Finding]:
    if sheet is None:
        small = msg("its page leaves too little room for text")
        yield msg("it says no page") if section is None else small, msg("the look's page is used")


def _missing_findings(matched: StyleMatches, stories: tuple[Story, ...]) -> Iterator[Finding]:
    """Word's own styles that the file does not define, and a footer without which no page has a number."""
    known = {style.id: style.name for style in (*PARAGRAPH.values(), *CHARACTER.values()) if not style.own}
    if missing := [name for style_id, name in known.items() if style_id not in matched.ids]:
        message = msg("it has no style for {styles}", styles=listing(missing, "unit"))
        yield message, msg("the look's are used, in its fonts and colors")
    if not any(story.kind == "footer" for story in stories):
        yield msg("it has no footer"), msg("the short title and the page stand in one of the look's")
