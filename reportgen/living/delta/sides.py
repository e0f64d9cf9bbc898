"""What is compared: a content folder, a built file, or a manifest, each as facts and, but for a manifest, as texts.

A folder is told as its file would say it: written without charts or pages, and read back. So two folders, two files, or
a file and a folder are compared paragraph by paragraph in one way.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from reportgen.charts.drawing.printed_size import printed_size
from reportgen.charts.sparkline import SIZE as SPARK_SIZE
from reportgen.compose import fact_told
from reportgen.content.entries import Wording
from reportgen.content.when import read_when
from reportgen.decimals import exact
from reportgen.document import Contents, Document, FactTold, Figure, Spark, Table, Words
from reportgen.ledger import Ledger
from reportgen.living.content_side import content_side
from reportgen.living.delta.found import FactSide
from reportgen.living.locate import Located, locate
from reportgen.messages import msg
from reportgen.numbers import FigureError, period_code, read
from reportgen.numbers.model.quantity import counted_in
from reportgen.pipeline import Plan, prepare
from reportgen.problems import ChoiceError
from reportgen.records import record
from reportgen.template.model import Look
from reportgen.word.body.context import Pages
from reportgen.word.body.grid import sized
from reportgen.word.body.render import render
from reportgen.word.marked_file import MarkedFile, read_marked
from reportgen.word.ooxml.graphics import Blank, Graphic

MANIFEST = ".json"


@record
class Told:
    """One edition of a side, as its file reads; what became of the figures and lines that it was made with."""

    file: MarkedFile
    ledger: Ledger
    located: Located


@record
class Side:
    """One side of a comparison; a manifest has no texts."""

    name: str
    briefing: str
    languages: tuple[str, ...]
    facts: Mapping[str, FactSide]
    texts: tuple[Told, ...] = ()


def sides_of(first: Path, second: Path) -> tuple[Side, Side]:
    """Both sides. ChoiceError for two that cannot be held against each other; ContentError and OSError as they come."""
    kinds = _kind(first), _kind(second)
    with exact():
        match kinds:
            case "folder", "folder":
                return folder_side(first), folder_side(second)
            case "file", "file":
                return file_side(first), file_side(second)
            case "manifest", "manifest":
                return manifest_side(first), manifest_side(second)
            case "file", "folder":
                one = file_side(first)
                return one, _folder_beside(second, one)
            case "folder", "file":
                other = file_side(second)
                return _folder_beside(first, other), other
            case _:
                raise ChoiceError(msg("a manifest is compared with a manifest: it holds facts and no words"))


def _kind(path: Path) -> str:
    if path.is_dir():
        return "folder"
    if not path.exists():
        raise ChoiceError(msg("there is no {path}", path=path))
    return "manifest" if path.suffix.lower() == MANIFEST else "file"


# ---- files -------------------------------------------------------------------------------------


def file_side(path: Path) -> Side:
    """A built file, as people have it by now."""
    file = read_marked(path)
    if not file.ledgers:
        hint = msg(
            "{file} carries no facts of ours: `compare` tells where the figures of any two files differ", file=path
        )
        raise ChoiceError(hint)
    ledger = file.ledgers[0]
    return _told_side(str(path), file, ledger)


def _told_side(name: str, file: MarkedFile, ledger: Ledger) -> Side:
    facts = {fact.name: FactSide(fact) for fact in ledger.facts}
    return Side(name, ledger.briefing, ledger.languages, facts, (Told(file, ledger, locate(file, ledger)),))


# ---- folders -----------------------------------------------------------------------------------


def folder_side(path: Path) -> Side:
    """A content folder: all of its facts, and its editions of one language each."""
    ready = prepare(path, Plan())
    briefing = ready.briefing
    alone = {name: each for name, each in ready.documents.items() if len(each.languages) == 1}
    facts = {
        name: FactSide(fact_told(fact, briefing, briefing.languages), _words(fact.what, briefing.languages))
        for name, fact in briefing.facts.items()
    }
    texts = tuple(_read_back(document, ready.template.look) for document in alone.values())
    return Side(str(path), str(briefing.about.id), briefing.languages, facts, texts)


def _folder_beside(path: Path, file: Side) -> Side:
    """The edition of a content folder that a file is of."""
    side = content_side(path, file.texts[0].ledger)
    text = _read_back(side.document, side.ready.template.look)
    known = side.ready.briefing.facts
    facts = {
        fact.name: FactSide(fact, _words(known[fact.name].what, side.document.languages))
        for fact in side.document.facts
    }
    return Side(str(path), file.briefing, side.document.languages, facts, (text,))


def _words(wording: Wording, languages: Sequence[str]) -> Words:
    return tuple((language, wording[language]) for language in languages if not wording.lacks(language))


def _read_back(document: Document, look: Look) -> Told:
    """The document as its file reads, with boxes for its charts and without contents."""
    said = tuple(element for element in document.elements if not isinstance(element, Contents))
    document = sized(replace(document, elements=said, sealed=False), look)
    boxes = {name: Blank(width, height) for name, width, height in _drawn(document, look)}
    file = read_marked(render(document, look, cast("Mapping[str, Graphic]", boxes), Pages({}, 1)))
    ledger = file.ledgers[0]
    return Told(file, ledger, locate(file, ledger))


def _drawn(document: Document, look: Look) -> Iterator[tuple[str, float, float]]:
    for element in document.elements:
        if isinstance(element, Figure):
            width, height = printed_size(element.chart, look)
            yield element.caption.id, float(width), float(height)
        elif isinstance(element, Table):
            lines = (line for row in element.rows for phrase in row for line in phrase)
            for spark in (inline for line in lines for inline in line.inlines if isinstance(inline, Spark)):
                yield spark.id, *SPARK_SIZE


# ---- manifests ---------------------------------------------------------------------------------


def manifest_side(path: Path) -> Side:
    """The facts of a manifest."""
    try:
        entry = json.loads(path.read_text(encoding="utf-8"))
        told = [_manifest_fact(fact) for fact in entry["facts"]]
        briefing = str(entry["id"])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ChoiceError(msg("{path} is no manifest of ours", path=path)) from error
    languages = tuple(dict.fromkeys(language for one in told for language, _ in one.told.printed))
    return Side(str(path), briefing, languages, {one.told.name: one for one in told})


def _manifest_fact(entry: Mapping[str, Any]) -> FactSide:
    printed = {str(language): str(text) for language, text in entry["printed"].items()}
    kind, value, unit, qualifier = _figure(next(iter(printed.values())))
    told = FactTold(
        name=str(entry["name"]),
        kind=kind,
        value=value,
        unit=unit,
        qualifier=qualifier,
        period=_period(next(iter(entry.get("when", {}).values()), "")),
        status=str(entry.get("status", "")),
        sources=tuple(map(str, entry.get("sources", ()))),
        printed=tuple(printed.items()),
        known=tuple((str(name), str(said)) for name, said in entry.get("read", {}).items()),
    )
    return FactSide(told, tuple((str(language), str(text)) for language, text in entry.get("what", {}).items()))


def _figure(text: str) -> tuple[str, str, str, str]:
    """Kind, value, unit and qualifier of a figure as printed; the text alone where no grammar reads it."""
    try:
        figure = counted_in(read(text))
    except FigureError:
        return "", text, "", ""
    value = getattr(figure, "value", None)
    unit = str(getattr(figure, "unit_said", "")).strip()
    return figure.kind, text if value is None else f"{value:f}", unit, str(getattr(figure, "qualifier", None) or "")


def _period(text: str) -> str:
    try:
        return period_code(read_when(text)) if text else ""
    except ValueError:
        return text
