"""The doctor of templates: what a Word file or a look lacks, what is used instead, and a repaired copy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from reportgen.briefing_reader import read_look
from reportgen.messages import msg
from reportgen.problems import Problem
from reportgen.records import record
from reportgen.template.contrast import faint_problems
from reportgen.template.model import Look
from reportgen.template.note_columns import note_problems
from reportgen.word.body.render import render
from reportgen.word.ooxml.archive import pack
from reportgen.word.ooxml.package_reader import WordPackage, open_word
from reportgen.word.ooxml.tree import R, W, child, find_all, new_element, parents, parse, remove_all, serialize, val
from reportgen.word.styles.names import CHARACTER, PARAGRAPH
from reportgen.word.styles.scripts import EAST_ASIAN
from reportgen.word.styles.styles import styles_part
from reportgen.word.template import sanitize
from reportgen.word.template.adopt import STYLES, read_master
from reportgen.word.template.loader import open_template
from reportgen.word.template.master import Master
from reportgen.word.template.merging import add_missing
from reportgen.word.template.sample import sample

_AFTER_COMPAT = (
    *("docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang", "clrSchemeMapping", "shapeDefaults"),
    *("decimalSymbol", "listSeparator"),
)
_WORD = "http://schemas.microsoft.com/office/word"
_REFUSED_SETTINGS = ("updateFields", "attachedTemplate", "documentProtection", "writeProtection", "mailMerge")


@record
class StyleUse:
    """A role, and the style of the file that it is drawn in; empty where the look's is used."""

    role: str
    style: str


def examine(name: str) -> tuple[Look, tuple[Problem, ...], tuple[StyleUse, ...]]:
    """A template's look, what is wrong with it, and for a Word file what each of Word's own styles is drawn in."""
    template = open_template(name)
    problems = [] if template.master else [*faint_problems(template.look, name), *note_problems(template.look, name)]
    if template.master is None:
        return template.look, tuple(problems), ()
    return template.look, template.master.findings, tuple(_used(template.master))


def _used(master: Master) -> Iterator[StyleUse]:
    """Word's own styles with the names that the file gives them."""
    names = {val(style, "styleId"): val(child(style, "name")) for style in find_all(parse(master.styles), "style")}
    for role, style in (*PARAGRAPH.items(), *CHARACTER.items()):
        their_id = master.matched.ids.get(style.id, "")
        if their_id or not style.own:
            yield StyleUse(role, names.get(their_id, ""))
    if master.matched.text:
        yield StyleUse(msg("body (running text)"), names.get(master.matched.text, ""))


def export(name: str) -> bytes:
    """A template as a Word file that holds all its styles and a sample page, to be changed in Word."""
    return render(sample(name), read_look(name), {})


# ---- repairing ---------------------------------------------------------------------------


def repaired(path: Path, base: str = "modern") -> bytes:
    """A copy of a Word file that is a good template: what does harm taken out, the styles that it lacks put in.

    Its text stays. WordFileError where it is no Word file or not safe to open.
    """
    opened = open_word(path)
    look = read_look(base)
    template = read_master(opened, look)
    theme = _part(opened, "theme")
    fonts = sanitize.theme_fonts(theme)
    files = {name: opened.raw(name) for name in opened.sizes if not name.endswith("/")}
    gone = _drop_remote(opened, files)
    for name in [name for name in files if name.startswith("word/") and name.endswith(".xml")]:
        root = opened.part(name)
        changed = (
            bool(sanitize.name_fonts(root, fonts)) | bool(sanitize.speak_chinese(root)) | name.endswith("styles.xml")
        )
        changed |= bool(_without(root, gone.get(name, frozenset())))
        if name == opened.main:
            changed |= bool(remove_all(root, "docGrid"))
        if name == _name(opened, "settings"):
            changed = _sanitize_settings(root)
        if name == _name(opened, STYLES) and template.master:
            drawn = parse(styles_part(sample(base), template.look).encode())
            add_missing(root, drawn, template.master.matched)
        if changed:
            files[name] = serialize(root)
    return pack(files.items())


def _name(opened: WordPackage, kind: str) -> str:
    return next((relation.target for relation in opened.relations(opened.main) if relation.kind == kind), "")


def _part(opened: WordPackage, kind: str) -> Element | None:
    name = _name(opened, kind)
    return opened.part(name) if name in opened.sizes else None


def _drop_remote(opened: WordPackage, files: dict[str, bytes]) -> dict[str, frozenset[str]]:
    """Take out what leads out of the file but links; the relations that are gone, by part."""
    gone: dict[str, frozenset[str]] = {}
    for part in [part for part in opened.sizes if part.endswith(".xml")]:
        remote = [one for one in opened.relations(part) if one.external and one.kind != "hyperlink"]
        if remote:
            folder, _, file = part.rpartition("/")
            listed = f"{folder}/_rels/{file}.rels".lstrip("/")
            root = opened.part(listed)
            gone[part] = frozenset(one.id for one in remote)
            for entry in [entry for entry in root if entry.get("Id") in gone[part]]:
                root.remove(entry)
            files[listed] = serialize(root)
    return gone


def _without(root: Element, gone: frozenset[str]) -> int:
    """Remove what led to the relations that are gone."""
    kept = {value: value for element in root.iter() for key, value in element.attrib.items() if key.startswith(R)}
    return sanitize.drop_unrelated(root, {key: value for key, value in kept.items() if key not in gone}) if gone else 0


def _sanitize_settings(settings: Element) -> bool:
    """Compatibility mode 15, and nothing that asks, protects or reaches out."""
    remove_all(settings, *_REFUSED_SETTINGS)
    for parent, element in parents(settings):
        if element.tag == W + "compatSetting" and val(element, "name") == "compatibilityMode":
            parent.remove(element)
    compat = child(settings, "compat")
    if compat is None:
        compat = new_element("compat")
        later = {W + name for name in _AFTER_COMPAT}
        at = next((index for index, entry in enumerate(settings) if entry.tag in later), len(settings))
        settings.insert(at, compat)
    compat.append(new_element("compatSetting", name="compatibilityMode", uri=_WORD, val="15"))
    if (spoken := child(settings, "themeFontLang")) is not None:
        spoken.set(W + "eastAsia", EAST_ASIAN)
    return True
