"""A content folder becomes a briefing, a template's name its look. All problems are collected before any is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from reportgen.blocks import BLOCKS, Block, Captioned
from reportgen.content.derive import Expression, derive, parse_expression
from reportgen.content.entries import FileName, problems_of, walk
from reportgen.content.model import (
    Briefing,
    BriefingEntry,
    Fact,
    FactEntry,
    Section,
    SectionEntry,
    Source,
    SourceEntry,
    TermsEntry,
)
from reportgen.content.source import Entries, Items, Scalar, Value, place_of, read_csv, read_yaml
from reportgen.content.when import EXPECTED, iso_date, read_when
from reportgen.content.workbook import read_workbook
from reportgen.numbers import (
    FigureError,
    Lexicon,
    Period,
    Quantity,
    check_quantity,
    display,
    quantity,
    read,
    read_lexicon,
)
from reportgen.numbers.quantity import Amount
from reportgen.problems import ContentError, Place, Problem, Severity, did_you_mean
from reportgen.template.model import BUILT_IN, Look

_ModelT = TypeVar("_ModelT", bound=BaseModel)

MOST_FACTS = 10_000


@dataclass(slots=True)
class _Reader:
    """One folder being read, and the problems met on the way."""

    folder: Path
    problems: list[Problem] = field(default_factory=list[Problem])

    def load(self, name: str, *, wanted: bool = True) -> Value | None:
        """A YAML file of the folder; a file that is not wanted may be missing."""
        path = self.folder / name
        if not wanted and not path.exists():
            return None
        value, problems = read_yaml(path, self.told(name))
        self.problems += problems
        if value is None and not problems and wanted:
            self.problems.append(Problem(Place(self.told(name)), "this file is empty"))
        return value

    def told(self, name: str) -> str:
        """The file as problems tell it: from where the author stands."""
        return str(self.folder / name)

    def model(self, model: type[_ModelT], value: object) -> _ModelT | None:
        """The value as a model, or None with its problems collected."""
        try:
            return model.model_validate(value)
        except ValidationError as error:
            self.problems += problems_of(error, model, value)
            return None

    def entries(self, name: str, what: str, *, wanted: bool = True) -> Iterator[tuple[Scalar, Any]]:
        """The named things of a file that is one mapping."""
        value = self.load(name, wanted=wanted)
        if value is None:
            return
        if not isinstance(value, Entries):
            self.problems.append(Problem(value.place, f"{what} by name are wanted here", "write NAME: {…}"))
            return
        yield from value.items()


def read_briefing(folder: Path) -> Briefing:
    """The briefing in `folder`; ContentError with every problem when it cannot be read.

    Whether its parts fit each other (names, languages, figures) is for checks/ to say.
    """
    reader = _Reader(folder)
    terms = _terms(reader)
    lexicon = _lexicon(reader, terms)
    sources = dict(_sources(reader))
    facts = _facts(reader, lexicon)
    about = _about(reader)
    sections = tuple(_sections(reader, about)) if about else ()
    tables = dict(_tables(reader, sections))
    date = _date(reader, about) if about else None
    if any(problem.severity is Severity.ERROR for problem in reader.problems) or about is None or date is None:
        raise ContentError(reader.problems)
    names = tuple(str(name) for name in terms.names)
    return Briefing(about, date, facts, sources, terms.terms, names, lexicon, tables, sections)


def _about(reader: _Reader) -> BriefingEntry | None:
    value = reader.load("briefing.yaml")
    about = reader.model(BriefingEntry, value) if value is not None else None
    if about is None:
        return None
    if not all(part.isalnum() for part in str(about.id).replace("_", "-").split("-")) or not about.id.isascii():
        reader.problems.append(
            Problem(about.id.place, f"'{about.id}' cannot be a file's name", "use letters, digits and -, in ASCII")
        )
    return about


def _date(reader: _Reader, about: BriefingEntry) -> Period | None:
    return _when(reader, about.date, "a day is wanted here, such as 2025-06-06", day=True)


def _when(reader: _Reader, text: Scalar, hint: str, *, day: bool = False, as_of: bool = False) -> Period | None:
    try:
        period = read_when(text, as_of=as_of)
        if not day or iso_date(period):
            return period
        reader.problems.append(Problem(text.place, f"'{text}' is no day", hint))
    except ValueError as error:
        reader.problems.append(Problem(text.place, str(error), hint))
    return None


def _terms(reader: _Reader) -> TermsEntry:
    value = reader.load("terms.yaml", wanted=False)
    if value is None:
        return TermsEntry()
    return reader.model(TermsEntry, value) or TermsEntry()


def _lexicon(reader: _Reader, terms: TermsEntry) -> Lexicon:
    """The nouns and units that figures count in, the author's on top of the built-in ones."""
    try:
        return read_lexicon({"nouns": terms.nouns, "units": terms.units})
    except FigureError as error:
        hint = "a noun is {measure, zh, one, other}, a unit {zh, one, other}"
        reader.problems.append(Problem(Place(reader.told("terms.yaml")), str(error), hint))
        return read_lexicon({})


def _sources(reader: _Reader) -> Iterator[tuple[str, Source]]:
    for name, value in reader.entries("sources.yaml", "sources"):
        if entry := reader.model(SourceEntry, value):
            date = _when(reader, entry.date, EXPECTED) if entry.date else None
            accessed = _when(reader, entry.accessed, EXPECTED) if entry.accessed else None
            yield str(name), Source(str(name), entry, date, accessed, name.place)


# ---- facts --------------------------------------------------------------------


def _facts(reader: _Reader, lexicon: Lexicon) -> dict[str, Fact]:
    """Facts as printed or typed first, then the derived ones, each after those it is made of."""
    stated: dict[str, Fact] = {}
    derived: dict[str, tuple[FactEntry, Expression, Scalar]] = {}
    order: list[str] = []
    for name, value in reader.entries("facts.yaml", "facts"):
        entry = reader.model(FactEntry, value)
        if entry is None:
            continue
        order.append(str(name))
        if len(order) > MOST_FACTS:
            reader.problems.append(Problem(name.place, f"more than {MOST_FACTS} facts"))
            break
        if entry.derived is None:
            if (figure := _figure(reader, name, entry, lexicon)) is not None:
                stated[str(name)] = _fact(reader, name, entry, figure, ())
        elif (expression := _expression(reader, entry)) is not None:
            derived[str(name)] = (entry, expression, name)
    known = {*stated, *derived}
    for _ in range(len(derived)):
        for name, (entry, expression, key) in list(derived.items()):
            if missing := [fact for fact in expression.names if fact not in known and fact not in order]:
                hint = did_you_mean(missing[0], known)
                reader.problems.append(Problem(_derived(entry).place, f"no fact is called '{missing[0]}'", hint))
                del derived[name]
            elif all(fact in stated for fact in expression.names):
                if (made := _derive(reader, entry, expression, stated)) is not None:
                    stated[name] = _fact(reader, key, entry, made, expression.parts)
                del derived[name]
    for entry, _, _ in derived.values():
        if not reader.problems:
            reader.problems.append(
                Problem(_derived(entry).place, "this fact is derived from itself", "state one of them")
            )
    return {name: stated[name] for name in order if name in stated}


def _derived(entry: FactEntry) -> Scalar:
    assert entry.derived is not None
    return entry.derived


def _figure(reader: _Reader, name: Scalar, entry: FactEntry, lexicon: Lexicon) -> Quantity | None:
    """The fact's figure, held against the true one where that is known."""
    if entry.is_ is None:
        reader.problems.append(
            Problem(name.place, f"'{name}' says no figure", "write is: 1.7万亿元, or derived: a / b")
        )
        return None
    figure = _read_figure(reader, entry.is_, lexicon)
    if figure is None:
        return None
    for severity, told in check_quantity(_with_exact(reader, figure, entry, lexicon)):
        reader.problems.append(Problem(place_of(entry.is_, name.place), told, severity=severity))
    return figure


def _with_exact(reader: _Reader, figure: Quantity, entry: FactEntry, lexicon: Lexicon) -> Quantity:
    """The figure as one that shows what it says and is truly what `exact` says."""
    if entry.exact is None:
        return figure
    exact, shown = _read_figure(reader, entry.exact, lexicon), display(figure)
    if isinstance(figure, Amount) and isinstance(exact, Amount) and isinstance(shown, Decimal):
        return replace(figure, value=exact.value, shown=shown)
    if exact is not None:
        hint = "write the same kind of figure as in is:"
        reader.problems.append(Problem(entry.exact.place, "this cannot be held against the figure", hint))
    return figure


def _read_figure(reader: _Reader, value: Scalar | Entries, lexicon: Lexicon) -> Quantity | None:
    try:
        return quantity(value, lexicon) if isinstance(value, Entries) else read(value, lexicon=lexicon)
    except FigureError as error:
        hint = "write it as a text prints it (近4500亿元, nearly RMB 450 billion), or typed: {money: 1.7e12}"
        reader.problems.append(Problem(value.place, str(error), hint))
        return None


def _expression(reader: _Reader, entry: FactEntry) -> Expression | None:
    text = _derived(entry)
    if entry.is_ is not None:
        reader.problems.append(
            Problem(text.place, "a fact is stated or derived, not both", "leave out is: or derived:")
        )
        return None
    try:
        return parse_expression(text)
    except ValueError as error:
        reader.problems.append(Problem(text.place, str(error), "write names of facts with + - * / and brackets"))
        return None


def _derive(reader: _Reader, entry: FactEntry, expression: Expression, facts: Mapping[str, Fact]) -> Quantity | None:
    try:
        return derive(expression, {name: facts[name].quantity for name in expression.names}, entry.round)
    except (FigureError, ValueError) as error:
        reader.problems.append(Problem(_derived(entry).place, str(error)))
        return None


def _fact(reader: _Reader, name: Scalar, entry: FactEntry, figure: Quantity, formula: tuple[str, ...]) -> Fact:
    if entry.source is None and not formula:
        reader.problems.append(Problem(name.place, f"'{name}' has no source", "write source: NAME, of sources.yaml"))
    if entry.when is not None and entry.as_of is not None:
        hint = "when: is the period it covers, as_of: the time it was counted at"
        reader.problems.append(Problem(entry.as_of.place, "a fact has a period or a time, not both", hint))
    time = entry.when or entry.as_of
    when = _when(reader, time, EXPECTED, as_of=entry.as_of is not None) if time else None
    return Fact(
        name=str(name),
        quantity=figure,
        what=entry.what,
        label=entry.label or entry.what,
        when=when,
        sources=entry.source or (),
        status="derived" if formula else entry.status,
        note=entry.note,
        formula=formula,
        place=name.place,
    )


# ---- sections -------------------------------------------------------------------


def _sections(reader: _Reader, about: BriefingEntry) -> Iterator[Section]:
    for name in about.sections:
        if "/" in name or "\\" in name or name.startswith("."):
            reader.problems.append(Problem(name.place, f"'{name}' is no section's name", "name a file of sections/"))
            continue
        path = f"sections/{name}.yaml"
        if not (reader.folder / path).exists():
            there = [file.stem for file in (reader.folder / "sections").glob("*.yaml")]
            reader.problems.append(Problem(name.place, f"there is no file {path}", did_you_mean(name, there)))
            continue
        value = reader.load(path)
        if value is None:
            continue
        entry = reader.model(SectionEntry, value)
        listed = value.get("blocks") if isinstance(value, Entries) else None
        blocks = tuple(_blocks(reader, listed, value.place)) if listed is not None else ()
        if entry is not None:
            yield Section(str(name), entry.title, tuple(b for b, _ in blocks), tuple(p for _, p in blocks))


def _blocks(reader: _Reader, value: object, place: Place) -> Iterator[tuple[Block, Place]]:
    if not isinstance(value, Items):
        reader.problems.append(Problem(place_of(value, place), "a list of blocks is wanted here", "write - text: {…}"))
        return
    for item in value:
        if not isinstance(item, Entries) or len(item) != 1:
            hint = f"write - KIND: {{…}}; the kinds are {', '.join(BLOCKS)}"
            reader.problems.append(Problem(place_of(item, place), "one block is wanted here", hint))
            continue
        ((kind, fields),) = item.items()
        if kind not in BLOCKS:
            hint = did_you_mean(kind, BLOCKS)
            reader.problems.append(Problem(kind.place, f"no kind of block is called '{kind}'", hint))
        elif block := reader.model(BLOCKS[kind], fields if fields != "" else _nothing(kind.place)):
            yield block, kind.place


def _nothing(place: Place) -> Entries:
    """What `sources:` with nothing after it means: a block without fields."""
    entries = Entries()
    entries.place = place
    return entries


def _tables(reader: _Reader, sections: tuple[Section, ...]) -> Iterator[tuple[str, list[dict[str, Scalar]]]]:
    """The CSV files and workbooks that blocks name, each read once. Only files directly in data/ are read.

    A workbook's sheet stands behind its name: trade.xlsx#2024.
    """
    files = dict.fromkeys(leaf for section in sections for leaf in walk(section.blocks) if isinstance(leaf, FileName))
    for file in files:
        name, _, sheet = file.removeprefix("data/").partition("#")
        path = reader.folder / "data" / name
        if Path(name).name != name or not path.is_file() or path.is_symlink():
            there = [found.name for kind in ("*.csv", "*.xlsx") for found in (reader.folder / "data").glob(kind)]
            reader.problems.append(Problem(file.place, f"there is no file data/{name}", did_you_mean(name, there)))
            continue
        told = reader.told(f"data/{name}")
        workbook = path.suffix.casefold() == ".xlsx"
        rows, problems = read_workbook(path, told, sheet) if workbook else read_csv(path, told)
        reader.problems += problems
        yield str(file), rows


def captioned(briefing: Briefing) -> Iterator[Captioned]:
    """Every block with a number, in the order of the briefing."""
    for section in briefing.sections:
        yield from (block for block in section.blocks if isinstance(block, Captioned))


# ---- templates ---------------------------------------------------------------------


WORD_FILES = (".docx", ".dotx", ".docm", ".dotm", ".doc", ".dot")
"""How the names of templates end that are files of Word; word/master.py opens those."""


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
