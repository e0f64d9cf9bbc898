"""Every figure that a Word file prints, traced by what the file itself carries: place, fact, source, cell, date.

A derived figure is traced by way of its parts down to the cells that they were read from. With a content folder, also
whether its data files are still those that were read. Not here: signatures (signed.py), how it is told (cli/chain.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from reportgen.comparison.places import Source
from reportgen.content.origin import Origin
from reportgen.document import FactTold
from reportgen.ledger import Ledger, LedgerLine
from reportgen.living.locate import FigureFound, Located, State, locate
from reportgen.messages import Message, msg
from reportgen.records import record
from reportgen.word.marked_file import MarkedFile, read_marked

_LONGEST = 10
"""Digits of a line or a row that a file tells: more are none."""


@record
class Cell:
    """A place that a figure was read from; `of` is the fact that was read there where it is another's part."""

    origin: Origin
    of: str = ""


@record
class Cited:
    """A source: its name in the content, and its entry in the file's list of sources, where that has one."""

    name: str
    number: int = 0
    entry: str = ""


@record
class Traced:
    """A figure and where it comes from. `found` is what stands in its place now, `printed` what was printed there.

    A figure in a chart is drawn and not found: its place is the chart's caption.
    """

    place: str
    language: str
    printed: str
    found: str
    altered: bool
    fact: str
    date: str
    sources: tuple[Cited, ...]
    cells: tuple[Cell, ...]
    parts: tuple[str, ...] = ()


@record
class Chain:
    """A file and its figures, in the order of the page; `fault` says why none can be told."""

    file: Path
    figures: tuple[Traced, ...] = ()
    fault: Message | None = None

    @property
    def origins(self) -> tuple[Origin, ...]:
        """Every cell that its figures were read from, each once."""
        return tuple(dict.fromkeys(cell.origin for figure in self.figures for cell in figure.cells))


def chain_of(path: Path) -> Chain:
    """The figures of a Word file; WordFileError where it is none or not safe to open, OSError as it comes."""
    file = read_marked(path, str(path))
    if not file.ledgers:
        return Chain(path, fault=msg("it carries no facts: it is sealed, or a program has dropped them"))
    return Chain(path, tuple(figure for ledger in file.ledgers for figure in _traced(file, ledger)))


def _traced(file: MarkedFile, ledger: Ledger) -> Iterator[Traced]:
    """The figures of one ledger: those of lines where they stand, then what its charts show."""
    located = locate(file, ledger)
    passages = [replace(each.passage, block=place) for place, each in enumerate(file.paragraphs)]
    reading = Source(1, passages, "")
    cited, known = _bibliography(file, ledger, located), {fact.name: fact for fact in ledger.facts}
    for found in located.figures.values():
        fact = known.get(found.figure.fact)
        if fact is None or found.span is None or found.state is State.GONE:
            continue
        place = reading.place(passages[found.span.first])
        yield replace(_figure(found, fact, known, cited), place=place)
    for chart in ledger.charts:
        caption = _caption(file, ledger, located, chart.name)
        for name in chart.facts:
            if (fact := known.get(name)) is not None:
                yield _charted(caption, fact, known, cited)


def _figure(found: FigureFound, fact: FactTold, known: Mapping[str, FactTold], cited: Mapping[str, Cited]) -> Traced:
    printed, now = found.figure.text, found.text
    altered = found.state is State.ALTERED
    return Traced("", found.line.language, printed, now, altered, *_source_of(fact, known, cited))


def _charted(
    caption: tuple[str, str], fact: FactTold, known: Mapping[str, FactTold], cited: Mapping[str, Cited]
) -> Traced:
    place, language = caption
    printed = dict(fact.printed).get(language, "")
    return Traced(place, language, printed, printed, False, *_source_of(fact, known, cited))


def _source_of(
    fact: FactTold, known: Mapping[str, FactTold], cited: Mapping[str, Cited]
) -> tuple[str, str, tuple[Cited, ...], tuple[Cell, ...], tuple[str, ...]]:
    sources = tuple(cited.get(name, Cited(name)) for name in dict.fromkeys(_sources(fact, known, set())))
    parts = tuple(part.fact for part in fact.parts if part.fact)
    return fact.name, fact.period, sources, tuple(dict.fromkeys(_cells(fact, known, set()))), parts


def _cells(fact: FactTold, known: Mapping[str, FactTold], seen: set[str]) -> Iterator[Cell]:
    """Where a figure was read, a derived one by way of its parts, each of which is `seen` once."""
    of = fact.name if seen else ""
    seen.add(fact.name)
    if fact.known:
        yield Cell(_origin(fact.known), of)
    for part in fact.parts:
        if part.known:
            yield Cell(_origin(part.known))
        elif part.fact in known and part.fact not in seen:
            yield from _cells(known[part.fact], known, seen)


def _sources(fact: FactTold, known: Mapping[str, FactTold], seen: set[str]) -> Iterator[str]:
    """The sources that a fact names, a derived one by way of its parts."""
    seen.add(fact.name)
    yield from fact.sources
    for part in fact.parts:
        yield from part.sources
        if part.fact in known and part.fact not in seen:
            yield from _sources(known[part.fact], known, seen)


def _origin(told: Iterable[tuple[str, str]]) -> Origin:
    """The origin that a file tells by name."""
    fields = dict(told)

    def said(name: str) -> str:
        return fields.get(name, "")

    def counted(name: str) -> int:
        return int(said(name)) if said(name).isdecimal() and len(said(name)) < _LONGEST else 0

    return Origin(
        *(said("file"), said("sha256"), said("sheet"), said("address"), counted("line"), counted("row")),
        *(said("column"), said("query"), said("engine")),
    )


# ---- what stands around the figures ---------------------------------------------------------------------


def _bibliography(file: MarkedFile, ledger: Ledger, located: Located) -> dict[str, Cited]:
    """The file's list of sources, by their names: as it stands there, in the first of its languages."""
    entries: dict[str, Cited] = {}
    for line in ledger.lines:
        if line.role == "source-entry" and line.owner not in entries:
            found = located.lines.get(line.number)
            text = file.text(found.span).strip() if found else ""
            entries[line.owner] = Cited(line.owner, len(entries) + 1, text)
    return entries


def _caption(file: MarkedFile, ledger: Ledger, located: Located, name: str) -> tuple[str, str]:
    """The caption of a chart as it stands in the file, and its language; the chart's name where it has gone."""
    for line in ledger.lines:
        if (line.role, line.owner) == ("caption", name):
            return _worded(file, located, line), line.language
    return name, next(iter(ledger.languages), "")


def _worded(file: MarkedFile, located: Located, line: LedgerLine) -> str:
    found = located.lines.get(line.number)
    return " ".join((file.text(found.span) if found else line.text).split())


# ---- the data as it is now --------------------------------------------------------------------------------


@record
class DataFile:
    """A file that figures were read from, and what is wrong with it now."""

    file: str
    sha256: str
    fault: Message | None


def data_files(origins: Iterable[Origin], content: Path | None) -> tuple[DataFile, ...]:
    """Every data file that figures were read from; held against the content folder, where there is one."""
    files = dict.fromkeys((origin.file, origin.sha256) for origin in origins if origin.file)
    return tuple(DataFile(file, known, _data_fault(content, file, known) if content else None) for file, known in files)


def _data_fault(content: Path, file: str, known: str) -> Message | None:
    path = content / file
    if not path.resolve().is_relative_to(content.resolve()) or not path.is_file():
        return msg("it is not in {content}", content=content)
    with path.open("rb") as data:
        digest = sha256()
        while block := data.read(1 << 20):
            digest.update(block)
    return None if digest.hexdigest() == known else msg("it has changed since its figures were read")


def holds(chains: Sequence[Chain], files: Sequence[DataFile]) -> bool:
    """Whether every figure is as it was printed and every data file as it was read."""
    altered = any(chain.fault or any(figure.altered for figure in chain.figures) for chain in chains)
    return not altered and not any(file.fault for file in files)
