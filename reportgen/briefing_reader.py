"""A content folder becomes a briefing, a template's name its look. All problems are collected before any is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from reportgen.blocks import Captioned
from reportgen.blocks.reading import read_blocks
from reportgen.content.data.table import DataTable
from reportgen.content.entries import LANGUAGE, SHAPE, AskedFile, FileName, walk
from reportgen.content.facts import read_facts
from reportgen.content.field_problems import problems_of
from reportgen.content.files import EMPTY
from reportgen.content.folder import Folder
from reportgen.content.full_width import between_names, reads_narrow
from reportgen.content.model import (
    Briefing,
    BriefingEntry,
    Section,
    SectionEntry,
    Source,
    SourceEntry,
    TermsEntry,
    words_of,
)
from reportgen.content.source import Entries, read_yaml, stretch_of
from reportgen.content.translations import missing_words
from reportgen.content.when import EXPECTED
from reportgen.languages import DEFAULT, LANGUAGES
from reportgen.messages import msg
from reportgen.numbers import FigureError, Lexicon, Period, read_lexicon
from reportgen.problems import ContentError, Evidence, Place, Problem, Rule, Severity, did_you_mean, stops
from reportgen.template.model import BUILT_IN, Look

ID = Rule(
    "briefing/id",
    msg("A briefing's id is part of the names of its files: letters, digits and -, in ASCII."),
    file="briefing.yaml",
    slip="id: 简报/1",
    mend="id: briefing-1",
)
LANGUAGE_TWICE = Rule(
    "briefing/language-twice",
    msg("A briefing names each of its languages once."),
    file="briefing.yaml",
    slip="languages: [zh, en, zh]",
    mend="languages: [zh, en]",
)
LEXICON = Rule(
    "terms/lexicon",
    msg("Nouns and units that figures count in have a form for one and for several."),
    file="terms.yaml",
    slip="units: {boe: {zh: 桶油当量}}",
    mend="units: {boe: {zh: 桶油当量, one: barrel of oil equivalent, other: barrels of oil equivalent}}",
)
SECTION_TWICE = Rule(
    "sections/twice",
    msg("A section is listed once."),
    file="briefing.yaml",
    slip="sections: [one, one]",
    mend="sections: [one]",
)
SECTION_NAME = Rule(
    "sections/name",
    msg("A section is named by its file in sections/, without a folder."),
    file="briefing.yaml",
    slip="sections: [one, ../two]",
    mend="sections: [one]",
)
NO_SECTION = Rule(
    "sections/missing",
    msg("Every section that is listed has its file."),
    file="briefing.yaml",
    slip="sections: [onn]",
    mend="sections: [one]",
)
UNTITLED = Rule(
    "sections/title",
    msg("Every section has a title but the first, whose blocks may open the briefing without one."),
    slip=msg("sections: [one, two], and no title: in sections/two.yaml"),
    mend=msg("title: {{zh: …, en: …}} in sections/two.yaml"),
)
UNLISTED = Rule(
    "sections/unlisted",
    msg("Every file in sections/ is listed."),
    Severity.WARNING,
    slip=msg("a file sections/two.yaml, and `sections: [one]`"),
    mend=msg("`sections: [one, two]`, or the file put elsewhere"),
)
SOURCE_LANGUAGE = Rule(
    "sources/language",
    msg("The title of a source is given in the language that the source is in."),
    file="sources.yaml",
    slip="paper: {publisher: {zh: 某报, en: The Paper}, title: {zh: 题名, en: A title}, language: fr}",
    mend="paper: {publisher: {zh: 某报, en: The Paper}, title: {zh: 题名, en: A title}, language: en}",
)
NO_TEMPLATE = Rule(
    "template/unknown",
    msg("The template that is named is built in, or a folder with a look.yaml, or a Word file."),
    file="briefing.yaml",
    slip="template: moden",
    mend="template: modern",
)
RULES = (
    ID, LANGUAGE_TWICE, LEXICON, SECTION_TWICE, SECTION_NAME, NO_SECTION, UNTITLED, UNLISTED,
    SOURCE_LANGUAGE, NO_TEMPLATE,
)  # fmt: skip


def read_briefing(folder: Path | Folder) -> Briefing:
    """The briefing in a folder; ContentError with every problem when it cannot be read.

    Whether its parts fit each other (names, languages, figures) is for checks/ to say.
    """
    if isinstance(folder, Path):
        folder = Folder(folder)
    terms = _terms(folder)
    lexicon = _lexicon(folder, terms)
    sources = dict(_sources(folder))
    about = _about(folder)
    facts = read_facts(folder, lexicon, about.decimals if about else None)
    sections = tuple(_sections(folder, about)) if about else ()
    folder.problems += _unlisted(folder, about) if about else ()
    tables = dict(_tables(folder, sections))
    date = _date(folder, about) if about else None
    if stops(folder.problems) or about is None or date is None:
        words = words_of(about, facts.values(), sources.values(), sections)
        languages = [language for language in about.languages if language in LANGUAGES] if about else DEFAULT
        raise ContentError([*folder.problems, *missing_words(words, languages)])
    names = tuple(str(name) for name in terms.names)
    found, ignores = tuple(folder.problems), tuple(folder.ignores)
    return Briefing(
        about,
        date,
        facts,
        sources,
        terms.terms,
        names,
        lexicon,
        tables,
        sections,
        folder.gaps,
        found,
        ignores,
        folder.row,
    )


def _about(folder: Folder) -> BriefingEntry | None:
    value = folder.load("briefing.yaml")
    about = folder.model(BriefingEntry, value) if value is not None else None
    if about is None:
        return None
    if not all(part.isalnum() for part in str(about.id).replace("_", "-").split("-")) or not about.id.isascii():
        folder.problems.append(
            reads_narrow(about.id, lambda text: text.isascii() and text.isalnum())
            or ID.broken(
                about.id,
                msg("'{id}' cannot be a file's name", id=about.id),
                msg("use letters, digits and -, in ASCII"),
            )
        )
    folder.problems += _language_problems(about)
    return about


def _language_problems(about: BriefingEntry) -> Iterator[Problem]:
    """Languages of the briefing that nobody knows, or that it names twice."""
    for number, language in enumerate(about.languages):
        if language not in LANGUAGES:
            message = msg("no language is called '{key}'", key=language)
            yield LANGUAGE.broken(language, message, did_you_mean(language, LANGUAGES))
        elif language in about.languages[:number]:
            message = msg("the language '{language}' is named twice", language=language)
            yield LANGUAGE_TWICE.broken(language, message, msg("leave one out"))


def _date(folder: Folder, about: BriefingEntry) -> Period | None:
    return folder.when(about.date, msg("a day is wanted here, such as 2025-06-06"), day=True)


def _terms(folder: Folder) -> TermsEntry:
    value = folder.load("terms.yaml", wanted=False)
    if value is None:
        return TermsEntry()
    return folder.model(TermsEntry, value) or TermsEntry()


def _lexicon(folder: Folder, terms: TermsEntry) -> Lexicon:
    """The nouns and units that figures count in, the author's on top of the built-in ones."""
    try:
        return read_lexicon({"nouns": terms.nouns, "units": terms.units})
    except FigureError as error:
        hint = msg("a noun is {{measure, zh, one, other}}, a unit {{zh, one, other}}")
        folder.problems.append(LEXICON.broken(Place(folder.told("terms.yaml")), str(error), hint))
        return read_lexicon({})


def _sources(folder: Folder) -> Iterator[tuple[str, Source]]:
    for name, value in folder.entries("sources.yaml", msg("sources by name are wanted here")):
        if entry := folder.model(SourceEntry, value):
            date = folder.when(entry.date, EXPECTED) if entry.date else None
            accessed = folder.when(entry.accessed, EXPECTED) if entry.accessed else None
            folder.problems += _own_language(entry)
            yield str(name), Source(str(name), entry, date, accessed, name.place)


def _own_language(entry: SourceEntry) -> Iterator[Problem]:
    """A source said to be in a language in which no title of it is given."""
    if entry.language is None or (entry.title and not entry.title.lacks(str(entry.language))):
        return
    message = msg("this source is in '{language}', and its title is not given in it", language=entry.language)
    hint = msg("write the title as it stands on the source, or leave out `language`")
    yield SOURCE_LANGUAGE.broken(entry.language, message, hint)


# ---- sections -------------------------------------------------------------------


def _sections(folder: Folder, about: BriefingEntry) -> Iterator[Section]:
    for index, name in enumerate(about.sections):
        if name in about.sections[:index]:
            message = msg("the section '{name}' is listed twice", name=name)
            folder.problems.append(SECTION_TWICE.broken(name, message, msg("leave one out")))
            continue
        if "/" in name or "\\" in name or name.startswith("."):
            message = msg("'{name}' is no section's name", name=name)
            folder.problems.append(SECTION_NAME.broken(name, message, msg("name a file of sections/")))
            continue
        path = f"sections/{name}.yaml"
        if not (folder.path / path).exists():
            there = [file.stem for file in (folder.path / "sections").glob("*.yaml")]
            folder.problems.append(
                between_names(name)
                or reads_narrow(name, there.__contains__)
                or NO_SECTION.broken(name, msg("there is no file {path}", path=path), did_you_mean(name, there))
            )
            continue
        value = folder.load(path)
        if value is None:
            continue
        entry = folder.model(SectionEntry, value)
        listed = value.get("blocks") if isinstance(value, Entries) else None
        blocks = tuple(read_blocks(folder, listed, value.place)) if listed is not None else ()
        if entry is None:
            continue
        if entry.title is None and index:
            hint = msg("write title: {shape}", shape=SHAPE)
            message = msg("a title is missing here")
            folder.problems.append(UNTITLED.broken(stretch_of(value, value.place), message, hint))
        read, places, groups = (tuple(getattr(one, part) for one in blocks) for part in ("block", "place", "group"))
        yield Section(str(name), entry.title, read, places, groups, entry.key_message)


def _unlisted(folder: Folder, about: BriefingEntry) -> Iterator[Problem]:
    """Files of sections that no list names, told behind the last that one does; not those that a slip in it meant."""
    there = sorted(file.stem for file in (folder.path / "sections").glob("*.yaml") if not file.name.startswith("."))
    listed = {str(name) for name in about.sections}
    if not listed <= set(there):
        return
    for name in there:
        if name not in listed:
            path = f"sections/{name}.yaml"
            message = msg("the file {path} is no section of the briefing", path=path)
            hint = msg("list it, or put it elsewhere")
            evidence = [Evidence(msg("not listed"), name, Place(folder.told(path)))]
            yield UNLISTED.broken(about.sections[-1], message, hint, evidence=evidence)


def _tables(folder: Folder, sections: tuple[Section, ...]) -> Iterator[tuple[str, DataTable]]:
    """The tables that blocks name."""
    names = dict.fromkeys(leaf for section in sections for leaf in walk(section.blocks) if isinstance(leaf, FileName))
    for name in names:
        asked = isinstance(name, AskedFile)
        table = folder.query(name.file, name.query) if asked else folder.table(name)
        if table is not None:
            yield str(name), table


def captioned(briefing: Briefing) -> Iterator[Captioned]:
    """Every block with a number, in the order of the briefing."""
    for section in briefing.sections:
        yield from (block for block in section.blocks if isinstance(block, Captioned))


# ---- templates ---------------------------------------------------------------------


DEFAULT_TEMPLATE = "modern"
"""The template of a briefing that names none."""

WORD_FILES = (".docx", ".dotx", ".docm", ".dotm", ".doc", ".dot")
"""How the names of templates end that are files of Word; word/template/master.py opens those."""


def read_look(name: str) -> Look:
    """The look of a built-in template, or of a folder with a look.yaml; ContentError where it has none."""
    folder = BUILT_IN / name if (BUILT_IN / name / "look.yaml").is_file() else Path(name)
    path = folder / "look.yaml"
    if not path.is_file():
        there = sorted(file.parent.name for file in BUILT_IN.glob("*/look.yaml"))
        nearest = {"nearest": did_you_mean(name, there)}
        hint = msg("{nearest}, or name a folder that holds a look.yaml", **nearest)
        raise ContentError([NO_TEMPLATE.broken(Place(name), msg("there is no template '{name}'", name=name), hint)])
    value, problems = read_yaml(path, str(path))
    if value is None or problems:
        raise ContentError(problems or [EMPTY.broken(Place(str(path)), msg("this file is empty"))])
    try:
        return Look.model_validate(value)
    except ValidationError as error:
        raise ContentError(problems_of(error, Look, value)) from error
