"""A content folder becomes a briefing, a template's name its look. All problems are collected before any is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from reportgen.blocks import BLOCKS, Block, Captioned
from reportgen.content.entries import FileName, problems_of, walk
from reportgen.content.facts import read_facts
from reportgen.content.folder import Folder
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
from reportgen.content.source import Entries, Items, Scalar, place_of, read_csv, read_yaml
from reportgen.content.translations import missing_words
from reportgen.content.when import EXPECTED
from reportgen.content.workbook import read_workbook
from reportgen.languages import DEFAULT, LANGUAGES
from reportgen.messages import msg
from reportgen.numbers import FigureError, Lexicon, Period, read_lexicon
from reportgen.problems import ContentError, Place, Problem, Severity, did_you_mean
from reportgen.template.model import BUILT_IN, Look


def read_briefing(path: Path) -> Briefing:
    """The briefing in the folder at `path`; ContentError with every problem when it cannot be read.

    Whether its parts fit each other (names, languages, figures) is for checks/ to say.
    """
    folder = Folder(path)
    terms = _terms(folder)
    lexicon = _lexicon(folder, terms)
    sources = dict(_sources(folder))
    facts = read_facts(folder, lexicon)
    about = _about(folder)
    sections = tuple(_sections(folder, about)) if about else ()
    tables = dict(_tables(folder, sections))
    date = _date(folder, about) if about else None
    if any(problem.severity is Severity.ERROR for problem in folder.problems) or about is None or date is None:
        words = words_of(about, facts.values(), sources.values(), sections)
        languages = [language for language in about.languages if language in LANGUAGES] if about else DEFAULT
        raise ContentError([*folder.problems, *missing_words(words, languages)])
    names = tuple(str(name) for name in terms.names)
    return Briefing(about, date, facts, sources, terms.terms, names, lexicon, tables, sections)


def _about(folder: Folder) -> BriefingEntry | None:
    value = folder.load("briefing.yaml")
    about = folder.model(BriefingEntry, value) if value is not None else None
    if about is None:
        return None
    if not all(part.isalnum() for part in str(about.id).replace("_", "-").split("-")) or not about.id.isascii():
        folder.problems.append(
            Problem(about.id.place, f"'{about.id}' cannot be a file's name", "use letters, digits and -, in ASCII")
        )
    folder.problems += _language_problems(about)
    return about


def _language_problems(about: BriefingEntry) -> Iterator[Problem]:
    """Languages of the briefing that nobody knows, or that it names twice."""
    for number, language in enumerate(about.languages):
        if language not in LANGUAGES:
            message = msg("no language is called '{key}'", key=language)
            yield Problem(language.place, message, did_you_mean(language, LANGUAGES))
        elif language in about.languages[:number]:
            message = msg("the language '{language}' is named twice", language=language)
            yield Problem(language.place, message, msg("leave one out"))


def _date(folder: Folder, about: BriefingEntry) -> Period | None:
    return folder.when(about.date, "a day is wanted here, such as 2025-06-06", day=True)


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
        hint = "a noun is {measure, zh, one, other}, a unit {zh, one, other}"
        folder.problems.append(Problem(Place(folder.told("terms.yaml")), str(error), hint))
        return read_lexicon({})


def _sources(folder: Folder) -> Iterator[tuple[str, Source]]:
    for name, value in folder.entries("sources.yaml", "sources"):
        if entry := folder.model(SourceEntry, value):
            date = folder.when(entry.date, EXPECTED) if entry.date else None
            accessed = folder.when(entry.accessed, EXPECTED) if entry.accessed else None
            yield str(name), Source(str(name), entry, date, accessed, name.place)


# ---- sections -------------------------------------------------------------------


def _sections(folder: Folder, about: BriefingEntry) -> Iterator[Section]:
    for place, name in enumerate(about.sections):
        if name in about.sections[:place]:
            folder.problems.append(Problem(name.place, f"the section '{name}' is listed twice", "leave one out"))
            continue
        if "/" in name or "\\" in name or name.startswith("."):
            folder.problems.append(Problem(name.place, f"'{name}' is no section's name", "name a file of sections/"))
            continue
        path = f"sections/{name}.yaml"
        if not (folder.path / path).exists():
            there = [file.stem for file in (folder.path / "sections").glob("*.yaml")]
            folder.problems.append(Problem(name.place, f"there is no file {path}", did_you_mean(name, there)))
            continue
        value = folder.load(path)
        if value is None:
            continue
        entry = folder.model(SectionEntry, value)
        listed = value.get("blocks") if isinstance(value, Entries) else None
        blocks = tuple(_blocks(folder, listed, value.place)) if listed is not None else ()
        if entry is not None:
            yield Section(str(name), entry.title, tuple(b for b, _ in blocks), tuple(p for _, p in blocks))


def _blocks(folder: Folder, value: object, place: Place) -> Iterator[tuple[Block, Place]]:
    if not isinstance(value, Items):
        folder.problems.append(Problem(place_of(value, place), "a list of blocks is wanted here", "write - text: {…}"))
        return
    for item in value:
        if not isinstance(item, Entries) or len(item) != 1:
            hint = f"write - KIND: {{…}}; the kinds are {', '.join(BLOCKS)}"
            folder.problems.append(Problem(place_of(item, place), "one block is wanted here", hint))
            continue
        ((kind, fields),) = item.items()
        if kind not in BLOCKS:
            hint = did_you_mean(kind, BLOCKS)
            folder.problems.append(Problem(kind.place, f"no kind of block is called '{kind}'", hint))
            continue
        typed = fields if fields != "" else _nothing(kind.place)
        if block := folder.model(BLOCKS[kind].reader(typed), typed):
            yield block, kind.place


def _nothing(place: Place) -> Entries:
    """What `sources:` with nothing after it means: a block without fields."""
    entries = Entries()
    entries.place = place
    return entries


def _tables(folder: Folder, sections: tuple[Section, ...]) -> Iterator[tuple[str, list[dict[str, Scalar]]]]:
    """The CSV files and workbooks that blocks name, each read once. Only files directly in data/ are read.

    A workbook's sheet stands behind its name: trade.xlsx#2024.
    """
    files = dict.fromkeys(leaf for section in sections for leaf in walk(section.blocks) if isinstance(leaf, FileName))
    for file in files:
        name, _, sheet = file.removeprefix("data/").partition("#")
        path = folder.path / "data" / name
        if Path(name).name != name or not path.is_file() or path.is_symlink():
            there = [found.name for kind in ("*.csv", "*.xlsx") for found in (folder.path / "data").glob(kind)]
            folder.problems.append(Problem(file.place, f"there is no file data/{name}", did_you_mean(name, there)))
            continue
        told = folder.told(f"data/{name}")
        workbook = path.suffix.casefold() == ".xlsx"
        rows, problems = read_workbook(path, told, sheet) if workbook else read_csv(path, told)
        folder.problems += problems
        yield str(file), rows


def captioned(briefing: Briefing) -> Iterator[Captioned]:
    """Every block with a number, in the order of the briefing."""
    for section in briefing.sections:
        yield from (block for block in section.blocks if isinstance(block, Captioned))


# ---- templates ---------------------------------------------------------------------


WORD_FILES = (".docx", ".dotx", ".docm", ".dotm", ".doc", ".dot")
"""How the names of templates end that are files of Word; word/template/master.py opens those."""


def read_look(name: str) -> Look:
    """The look of a built-in template, or of a folder with a look.yaml; ContentError where it has none."""
    folder = BUILT_IN / name if (BUILT_IN / name / "look.yaml").is_file() else Path(name)
    path = folder / "look.yaml"
    if not path.is_file():
        there = sorted(file.parent.name for file in BUILT_IN.glob("*/look.yaml"))
        hint = f"{did_you_mean(name, there)}, or name a folder that holds a look.yaml".lstrip(", ")
        raise ContentError([Problem(Place(name), f"there is no template '{name}'", hint)])
    value, problems = read_yaml(path, str(path))
    if value is None or problems:
        raise ContentError(problems or [Problem(Place(str(path)), "this file is empty")])
    try:
        return Look.model_validate(value)
    except ValidationError as error:
        raise ContentError(problems_of(error, Look, value)) from error
