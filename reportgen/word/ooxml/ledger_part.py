"""A file's ledger as a custom XML part that travels in it, which Word keeps and shows nobody.

How it is read: ledger_reader.py.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from reportgen.document import FactTold, PartTold, Words
from reportgen.ledger import (
    CITE,
    FIGURE,
    LINK,
    NO_FIGURES,
    WORDS,
    Ledger,
    LedgerChart,
    LedgerLine,
    Segment,
    split_product,
)
from reportgen.word.ooxml.xml import attribute, words

NAMESPACE = "urn:reportgen:ledger:1"
_ITEM = "{7B1E5C1A-6C0E-4B7A-9C55-0A1D2F3E4B5C}"  # any other would do: Word wants one, and the same bytes each time
_PROPERTIES = (
    f'<ds:datastoreItem ds:itemID="{_ITEM}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">'
    f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
)


def ledger_parts(ledger: Ledger) -> tuple[str, str]:
    """The part, and the part that says what it is."""
    about = {
        "file": ledger.file,
        "briefing": ledger.briefing,
        "edition": ledger.edition,
        "languages": " ".join(ledger.languages),
        "layout": ledger.layout,
        "date": ledger.date,
        "template": ledger.template,
        "program": ledger.program,
    }
    inside = (*map(_fact, ledger.facts), *_lines(ledger.lines, figures_of(ledger.facts)), *map(_chart, ledger.charts))
    return f'<ledger xmlns="{NAMESPACE}"{_attributes(about)}>{"".join(inside)}</ledger>', _PROPERTIES


def _attributes(values: dict[str, str]) -> str:
    return "".join(f' {name}="{attribute(value)}"' for name, value in values.items() if value)


def _told(name: str, told: Words) -> str:
    return "".join(f'<{name} xml:lang="{language}">{words(text)}</{name}>' for language, text in told)


def _fact(fact: FactTold) -> str:
    about = {
        "name": fact.name,
        "kind": fact.kind,
        "value": fact.value,
        "unit": fact.unit,
        "qualifier": fact.qualifier,
        "period": fact.period,
        "status": fact.status,
        "sources": " ".join(fact.sources),
    }
    known = f"<read{_attributes(dict(fact.known))}/>" if fact.known else ""
    parts = "".join(map(_part, fact.parts))
    return f"<fact{_attributes(about)}>{_told('printed', fact.printed)}{known}{parts}</fact>"


def _part(part: PartTold) -> str:
    about = {"fact": part.fact, "sources": " ".join(part.sources)}
    return f"<part{_attributes(about | dict(part.known))}/>"


def figures_of(facts: Iterable[FactTold]) -> dict[str, dict[str, str]]:
    """By languages, how each fact is printed."""
    figures: dict[str, dict[str, str]] = {}
    for fact in facts:
        for language, text in fact.printed:
            figures.setdefault(language, {})[fact.name] = text
    return figures


def _lines(lines: Iterable[LedgerLine], figures: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """The lines by sections; a number is told where it does not follow from the one before."""
    last = 0
    for section, group in groupby(lines, key=lambda line: line.section):
        yield f"<section{_attributes({'name': section})}>"
        for line in group:
            number = "" if line.number == last + 1 else str(line.number)
            yield _line(line, {"n": number}, figures.get(line.language, NO_FIGURES))
            last = line.last
        yield "</section>"


def _line(line: LedgerLine, numbers: dict[str, str], figures: Mapping[str, str]) -> str:
    """A line; of one that its author typed, what was typed and what is printed of its facts and references.

    A figure that is printed as its fact says needs no words: lines tell most of them, and words take most of the part.
    """
    about = {**numbers, "role": line.role, "owner": line.owner}
    if line.column >= 0:
        about |= {"row": str(line.row), "column": str(line.column)}
    opening = f'<line xml:lang="{line.language}"{_attributes(about)}'
    if line.digest:
        return f'{opening} digest="{line.digest}"/>'
    segments = [_unsaid(one, figures) for one in line.segments]
    if line.typed:
        before, behind = split_product(segments)
        own = [one for one in segments[before:behind] if one.kind not in (WORDS, LINK, CITE)]
        said = [Segment(one.kind, one.text) for one in own] if any(one.text for one in own) else []
        typed = f"<typed>{words(line.typed)}</typed>"
        inside = (*map(_segment, segments[:before]), typed, *map(_segment, said), *map(_segment, segments[behind:]))
    else:
        inside = map(_segment, segments)
    return f"{opening}>{''.join(inside)}</line>"


def _unsaid(segment: Segment, figures: Mapping[str, str]) -> Segment:
    """The segment without its words where it is printed as its fact says."""
    as_said = segment.kind == FIGURE and segment.text == figures.get(segment.fact)
    return replace(segment, text="") if as_said else segment


def _segment(segment: Segment) -> str:
    about = {
        "fact": segment.fact,
        "form": segment.form,
        "target": segment.target,
        "strong": "1" if segment.strong else "",
        "emphasis": "1" if segment.emphasis else "",
    }
    opening = f"<{segment.kind}{_attributes(about)}"
    return f"{opening}>{words(segment.text)}</{segment.kind}>" if segment.text else f"{opening}/>"


def _chart(chart: LedgerChart) -> str:
    about = {
        "name": chart.name,
        "kind": chart.kind,
        "facts": " ".join(chart.facts),
        "shown": chart.shown,
        "picture": chart.picture,
        "data": chart.data,
        "alt": chart.alt,
    }
    return f"<chart{_attributes(about)}/>"


def chart_values(part: bytes) -> list[str]:
    """The figures and names that a chart of Word holds, in the order of its part."""
    return [html.unescape(value) for value in re.findall(r"<(?:\w+:)?v>([^<]*)</", part.decode())]
