"""The ledgers of a file as people have it.

The parts come back from people: what is too much, is of another form, or contradicts itself counts as no ledger.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise, takewhile
from xml.etree.ElementTree import Element

from reportgen.document import FactTold, PartTold, Words
from reportgen.ledger import FIGURE, NO_FIGURES, PRODUCT, Ledger, LedgerChart, LedgerLine, Segment, as_typed, counted
from reportgen.word.ooxml.ledger_part import NAMESPACE, figures_of
from reportgen.word.ooxml.package_reader import WordPackage, local

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


class NotOursError(ValueError):
    """A part that no program of ours wrote: digits that are none, numbers that do not rise, words that do not fit."""


MOST_ELEMENTS = 200_000
"""A part with more lines, figures and facts than that is none of ours."""


def read_ledgers(opened: WordPackage) -> tuple[Ledger, ...]:
    """Every ledger in a file, in the order of its parts: files that were joined may bring several.

    WordFileError where such a part declares entities or is no XML.
    """
    return tuple(ledger for _, ledger in _parts(opened))


def ledger_part_of(opened: WordPackage, file: str) -> str:
    """The name of the part that holds the ledger of a file's digits; empty for none."""
    return next((name for name, ledger in _parts(opened) if ledger.file == file), "")


def _parts(opened: WordPackage) -> Iterator[tuple[str, Ledger]]:
    for name in sorted(opened.sizes):
        if name.startswith("customXml/item") and "/itemProps" not in name and name.endswith(".xml"):
            if f'"{NAMESPACE}"'.encode() not in opened.raw(name)[:2000]:
                continue
            if ledger := _read(opened.part(name)):
                yield name, ledger


def _read(root: Element) -> Ledger | None:
    """The ledger of a part; None where it is none, or more than any file of ours holds."""
    if root.tag != f"{{{NAMESPACE}}}ledger" or sum(1 for _ in root.iter()) > MOST_ELEMENTS:
        return None
    try:
        return _ledger(root)
    except (ValueError, KeyError):
        return None


def _ledger(root: Element) -> Ledger:
    def each(name: str) -> Iterator[Element]:
        return (child for child in root if local(child) == name)

    def said(name: str) -> str:
        return root.get(name, "")

    facts = tuple(map(_read_fact, each("fact")))
    ledger = Ledger(
        file=said("file"),
        briefing=said("briefing"),
        edition=said("edition"),
        languages=tuple(said("languages").split()),
        layout=said("layout"),
        date=said("date"),
        template=said("template"),
        program=said("program"),
        facts=facts,
        lines=tuple(_read_lines(each("section"), figures_of(facts))),
        charts=tuple(map(_read_chart, each("chart"))),
    )
    if not (ledger.file.isascii() and ledger.file.isdigit() and len(ledger.file) <= 20):
        raise NotOursError
    if any(after.number <= before.last for before, after in pairwise(ledger.lines)):
        raise NotOursError
    return ledger


def _words(parent: Element, name: str) -> Words:
    return tuple((child.get(_LANGUAGE, ""), child.text or "") for child in parent if local(child) == name)


def _read_fact(entry: Element) -> FactTold:
    known = next((child for child in entry if local(child) == "read"), None)
    return FactTold(
        name=entry.attrib["name"],
        kind=entry.get("kind", ""),
        value=entry.get("value", ""),
        unit=entry.get("unit", ""),
        qualifier=entry.get("qualifier", ""),
        period=entry.get("period", ""),
        status=entry.get("status", ""),
        sources=tuple(entry.get("sources", "").split()),
        printed=_words(entry, "printed"),
        known=tuple(known.attrib.items()) if known is not None else (),
        parts=tuple(map(_read_part, (child for child in entry if local(child) == "part"))),
    )


def _read_part(entry: Element) -> PartTold:
    known = tuple((name, value) for name, value in entry.attrib.items() if name not in ("fact", "sources"))
    return PartTold(entry.get("fact", ""), tuple(entry.get("sources", "").split()), known)


def _read_lines(sections: Iterable[Element], figures: Mapping[str, Mapping[str, str]]) -> Iterator[LedgerLine]:
    last = 0
    for section in sections:
        for entry in section:
            known = figures.get(entry.get(_LANGUAGE, ""), NO_FIGURES)
            line = _read_line(entry, section.get("name", ""), int(entry.get("n", last + 1)), known)
            last = line.last
            yield line


def _read_line(entry: Element, section: str, number: int, figures: Mapping[str, str]) -> LedgerLine:
    segments = tuple(_read_segment(child, figures) for child in entry if local(child) != "typed")
    at = next((place for place, child in enumerate(entry) if local(child) == "typed"), None)
    typed = "" if at is None else entry[at].text or ""
    if at is not None and not (segments := as_typed(typed, segments, _own(segments, at), figures)):
        raise NotOursError
    line = LedgerLine(
        number=number,
        language=entry.get(_LANGUAGE, ""),
        section=section,
        role=entry.get("role", ""),
        segments=segments,
        typed=typed,
        owner=entry.get("owner", ""),
        row=int(entry.get("row", -1)),
        column=int(entry.get("column", -1)),
        digest=entry.get("digest", ""),
    )
    return counted(line)


def _own(segments: tuple[Segment, ...], at: int) -> tuple[int, int]:
    """Where an author's own begins and ends among the segments: what was typed stands behind the product's words."""
    behind = sum(1 for _ in takewhile(lambda one: one.kind == PRODUCT, reversed(segments[at:])))
    return at, len(segments) - behind


def _read_segment(entry: Element, figures: Mapping[str, str]) -> Segment:
    """A segment; a figure without words is printed as its fact says."""
    kind, fact = local(entry), entry.get("fact", "")
    return Segment(
        kind=kind,
        text=entry.text or (figures.get(fact, "") if kind == FIGURE else ""),
        fact=fact,
        form=entry.get("form", ""),
        target=entry.get("target", ""),
        strong=entry.get("strong") == "1",
        emphasis=entry.get("emphasis") == "1",
    )


def _read_chart(entry: Element) -> LedgerChart:
    return LedgerChart(
        name=entry.attrib["name"],
        kind=entry.get("kind", ""),
        facts=tuple(entry.get("facts", "").split()),
        shown=entry.get("shown", ""),
        picture=entry.get("picture", ""),
        data=entry.get("data", ""),
        alt=entry.get("alt", ""),
    )
