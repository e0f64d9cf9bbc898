"""A file's ledger as a custom XML part that travels in it, which Word keeps and shows nobody.

How it is read: ledger_reader.py.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from reportgen.document import FactTold, Words
from reportgen.ledger import CITE, LINK, WORDS, Ledger, LedgerChart, LedgerLine, Segment, split_product
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
    inside = (*map(_fact, ledger.facts), *_lines(ledger.lines), *map(_chart, ledger.charts))
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
    return f"<fact{_attributes(about)}>{_told('printed', fact.printed)}{known}</fact>"


def _lines(lines: Iterable[LedgerLine]) -> Iterator[str]:
    """The lines by sections; a number is told where it does not follow from the one before."""
    last = 0
    for section, group in groupby(lines, key=lambda line: line.section):
        yield f"<section{_attributes({'name': section})}>"
        for line in group:
            yield _line(line, {"n": "" if line.number == last + 1 else str(line.number)})
            last = line.last
        yield "</section>"


def _line(line: LedgerLine, numbers: dict[str, str]) -> str:
    """A line; of one that its author typed, what was typed and what is printed of its facts and references."""
    about = {**numbers, "role": line.role, "owner": line.owner}
    if line.column >= 0:
        about |= {"row": str(line.row), "column": str(line.column)}
    opening = f'<line xml:lang="{line.language}"{_attributes(about)}'
    if line.digest:
        return f'{opening} digest="{line.digest}"/>'
    said = [_segment(one, typed=bool(line.typed)) for one in line.segments]
    if line.typed:
        said.insert(split_product(line.segments)[0], f"<typed>{words(line.typed)}</typed>")
    return f"{opening}>{''.join(said)}</line>"


def _segment(segment: Segment, *, typed: bool) -> str:
    if typed and segment.kind in (WORDS, LINK, CITE):
        return ""
    about = {
        "fact": segment.fact,
        "form": segment.form,
        "target": segment.target,
        "strong": "1" if segment.strong else "",
        "emphasis": "1" if segment.emphasis else "",
    }
    told = "" if typed else _attributes(about)
    return f"<{segment.kind}{told}>{words(segment.text)}</{segment.kind}>"


def _chart(chart: LedgerChart) -> str:
    about = {
        "name": chart.name,
        "kind": chart.kind,
        "facts": " ".join(chart.facts),
        "shown": chart.shown,
        "picture": chart.picture,
        "data": chart.data,
    }
    return f"<chart{_attributes(about)}/>"


def chart_values(part: bytes) -> list[str]:
    """The figures and names that a chart of Word holds, in the order of its part."""
    return [html.unescape(value) for value in re.findall(r"<(?:\w+:)?v>([^<]*)</", part.decode())]
