"""What a build made, for whoever receives it: files with their checksums, facts as printed, sources, versions.

The same build gives the same manifest; no time of day and no place on a disk stands in it.
"""

from __future__ import annotations

import hashlib
import json
import platform
import zlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from importlib import metadata
from typing import Any

from reportgen.content.entries import Wording
from reportgen.content.model import Briefing, Fact, Source
from reportgen.content.when import iso_date
from reportgen.document import Document
from reportgen.ledger import ledger_of
from reportgen.numbers import Period, write
from reportgen.output_files import Built, Pagination
from reportgen.version import __version__

LIBRARIES = {
    "files": ("lxml", "XlsxWriter", "fonttools", "pypdf"),
    "charts": ("matplotlib", "numpy", "pillow"),
    "content": ("PyYAML", "pydantic"),
    "words": ("Babel",),
}
"""The libraries whose versions decide the bytes: those that write files, draw, read content and know CLDR."""


def manifest(
    briefing: Briefing,
    template: str,
    files: Sequence[Built],
    engine: str = "",
    documents: Mapping[str, Document] | None = None,
) -> bytes:
    """The manifest as JSON in UTF-8; `engine` is the version of what laid the pages out, where something did.

    `documents` are the editions, by which each fact tells where it is printed.
    """
    about, places = briefing.about, _places(documents or {})
    entry = {
        "id": str(about.id),
        "date": iso_date(briefing.date),
        "template": template,
        "files": [_file(each) for each in files],
        "facts": [_fact(fact, briefing, places.get(fact.name, ())) for fact in briefing.facts.values()],
        "sources": [_source(source, briefing) for source in briefing.sources.values()],
        "versions": _versions() | _databases(briefing) | _layout(engine),
    }
    return (json.dumps(entry, ensure_ascii=False, indent=2) + "\n").encode()


def _places(documents: Mapping[str, Document]) -> dict[str, tuple[str, ...]]:
    """Where the editions print each fact: edition/language/section/what it is, the how many-th of its kind there.

    Cells are told by table, row and column, charts by their names; all count from 1.
    """
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for edition, document in documents.items():
        ledger = ledger_of(document)
        counts: Counter[tuple[str, str, str]] = Counter()
        for line in ledger.lines:
            counts[line.language, line.section, line.role] += 1
            spot = f"{line.role} {counts[line.language, line.section, line.role]}"
            if line.column >= 0:
                spot = f"{line.owner} row {line.row + 1} column {line.column + 1}"
            for figure in line.figures:
                found[figure.fact][f"{edition}/{line.language}/{line.section}/{spot}"] = None
        for chart in ledger.charts:
            for name in chart.facts:
                found[name][f"{edition}/chart {chart.name}"] = None
    return {name: tuple(spots) for name, spots in found.items()}


def _versions() -> dict[str, str]:
    """The programs that decide the bytes; zlib packs the files and the pictures in them."""
    libraries = {name: metadata.version(name) for names in LIBRARIES.values() for name in names}
    python = {"Python": platform.python_version(), "zlib": zlib.ZLIB_RUNTIME_VERSION}
    return {"reportgen": __version__, **python, **libraries}


def _databases(briefing: Briefing) -> dict[str, str]:
    """The engines that answered queries."""
    engines = {fact.origin.engine for fact in briefing.facts.values() if fact.origin and fact.origin.engine}
    engines |= {table.engine for table in briefing.tables.values() if table.engine}
    return dict(engine.split(" ", 1) for engine in sorted(engines))


def _layout(engine: str) -> dict[str, str]:
    return {"LibreOffice": engine.removeprefix("LibreOffice ")} if engine else {}


def _file(each: Built) -> dict[str, Any]:
    manifest: dict[str, Any] = {
        "file": each.file,
        "edition": each.edition,
        "bytes": len(each.data),
        "sha256": hashlib.sha256(each.data).hexdigest(),
        "pages": each.pages,
        **(_pagination(each.pagination) if each.pagination else {}),
        "fonts": [str(use) for use in each.fonts],
    }
    return {key: value for key, value in manifest.items() if value not in (None, [])}


def _pagination(told: Pagination) -> dict[str, Any]:
    """Whether its page numbers were laid out or estimated, by how many pages estimates were off at most, and the fonts
    of the layout as PDFs name them."""
    came = "estimated" if told.estimated else "laid out"
    return {"page_numbers": came, "off_by": told.off_by, "layout_fonts": [*told.fonts]}


def _fact(fact: Fact, briefing: Briefing, places: Sequence[str]) -> dict[str, Any]:
    languages = briefing.languages
    entry: dict[str, Any] = {
        "name": fact.name,
        "printed": {language: write(fact.quantity, language, **briefing.figure_options) for language in languages},
        "what": _worded(fact.what, languages),
        "when": _when(fact.when, briefing),
        "status": fact.status,
        "sources": [str(name) for name in fact.sources],
        "derived": " ".join(fact.formula),
        "from": [part for part in fact.formula if part in briefing.facts],
        "read": fact.origin.as_data() if fact.origin else None,
        "places": [*places],
    }
    return {key: value for key, value in entry.items() if value not in (None, [], "")}


def _when(period: Period | None, briefing: Briefing) -> dict[str, str] | None:
    if period is None:
        return None
    return {language: write(period, language, **briefing.figure_options) for language in briefing.languages}


def _source(source: Source, briefing: Briefing) -> dict[str, Any]:
    languages = briefing.languages
    entry = source.entry
    fields: dict[str, Any] = {
        "name": source.name,
        "publisher": _worded(entry.publisher, languages),
        "title": _worded(entry.title, languages) if entry.title else None,
        "date": _when(source.date, briefing),
        "url": str(entry.url) if entry.url else None,
    }
    return {key: value for key, value in fields.items() if value is not None}


def _worded(wording: Wording, languages: Sequence[str]) -> dict[str, str]:
    """Words in the languages they are written in."""
    return {language: wording[language] for language in languages if not wording.lacks(language)}
