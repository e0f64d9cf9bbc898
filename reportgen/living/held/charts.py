"""The charts of a file held against its ledger: what they show, what their workbooks hold, whose pictures they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast
from xml.etree.ElementTree import Element

from reportgen.differences import Side
from reportgen.ledger import Ledger, LedgerChart, LedgerLine
from reportgen.living.held.finding import (
    CHART_ALTERED,
    CHART_OUTDATED,
    COMPRESSED,
    PICTURE,
    WORKBOOK,
    Finding,
    found,
)
from reportgen.living.held.placing import Placing
from reportgen.living.locate import Located
from reportgen.messages import msg
from reportgen.word.drawn_charts import DrawnChart, drawn_charts


def chart_findings(placing: Placing, ledger: Ledger, located: Located, now: Ledger | None) -> Iterator[Finding]:
    """What is wrong with each chart of the ledger that the file still has; with what the content shows `now`."""
    if not ledger.charts:
        return
    opened = placing.file.opened
    body = _body(placing)
    drawn = list(drawn_charts(opened, body)) if body is not None else []
    shown_now = {chart.name: chart.shown for chart in now.charts} if now else {}
    others = {digest for chart in ledger.charts for digest in (chart.picture, chart.data) if digest}
    for chart in ledger.charts:
        own = _own(chart, ledger, drawn)
        if not own:
            continue
        side = _side(placing, chart, ledger, located, own[0])
        name = _told(chart, ledger)
        yield from _of_picture(chart, own, name, side, others)
        yield from _of_data(chart, own, name, side)
        if chart.shown and shown_now.get(chart.name, chart.shown) != chart.shown:
            yield found(CHART_OUTDATED, msg("{chart} shows what the content has since changed", chart=name), side)


def _body(placing: Placing) -> Element | None:
    """The main part's tree that the file's paragraphs are of."""
    paragraph = next((each for each in placing.file.paragraphs if not each.story), None)
    return cast("Element", paragraph.element.getroottree().getroot()) if paragraph else None  # pyright: ignore


def _captions(chart: LedgerChart, ledger: Ledger) -> Iterator[LedgerLine]:
    return (line for line in ledger.lines if line.owner == chart.name and line.role == "caption")


def _label(line: LedgerLine) -> str:
    """A caption's label and number: 图1."""
    return line.segments[0].text.strip() if line.segments else ""


def _told(chart: LedgerChart, ledger: Ledger) -> str:
    """What a reader calls a chart."""
    return next(map(_label, _captions(chart, ledger)), "") or chart.name


def _own(chart: LedgerChart, ledger: Ledger, drawn: Sequence[DrawnChart]) -> list[DrawnChart]:
    """The drawings that are of a chart: those that hold its picture or data, else those that are called as it is."""
    exact = [each for each in drawn if (each.picture or each.data) in (chart.picture, chart.data)]
    holders = [each.paragraph for each in exact]
    labels = {"".join(_label(line).split()) for line in _captions(chart, ledger)} - {""}
    return [
        each
        for each in drawn
        if any(each is one for one in exact)
        or (not exact and "".join(each.name.split()) in labels)
        or any(each.paragraph is one and "".join(each.name.split()) in labels for one in holders)
    ]


def _side(placing: Placing, chart: LedgerChart, ledger: Ledger, located: Located, drawn: DrawnChart) -> Side:
    """At its caption; where that is gone, at the paragraph behind which it hangs, or the first."""
    for line in _captions(chart, ledger):
        if (there := located.lines.get(line.number)) is not None:
            return placing.side(there.span, line.language)
    language = ledger.languages[0] if ledger.languages else ""
    for block, each in enumerate(placing.file.paragraphs):
        if each.element is drawn.paragraph or each.host is drawn.paragraph:
            return placing.paragraph(block, language)
    return placing.behind(0, language)


def _of_picture(
    chart: LedgerChart, own: Sequence[DrawnChart], name: str, side: Side, others: set[str]
) -> Iterator[Finding]:
    pictures = [each for each in own if each.picture]
    if not chart.picture or any(each.picture == chart.picture for each in pictures):
        return
    for each in pictures[:1]:
        if each.plain or each.picture in others:
            yield found(PICTURE, msg("the picture of {chart} is another than was drawn for it", chart=name), side)
        else:
            told = msg(
                "the picture of {chart} is not the one that was drawn: see whether it shows the same", chart=name
            )
            yield found(COMPRESSED, told, side)


def _of_data(chart: LedgerChart, own: Sequence[DrawnChart], name: str, side: Side) -> Iterator[Finding]:
    charts = [each for each in own if each.data]
    if charts and chart.data and not any(each.data == chart.data for each in charts):
        yield found(CHART_ALTERED, msg("{chart} shows other figures than it was built with", chart=name), side)
    for each in charts:
        for cached, held in each.workbook[:1]:
            pairs = [pair for pair in zip(cached.shown, held, strict=False) if pair[0] != pair[1]]
            shown, holds = pairs[0] if pairs else ("", "")
            told = msg(
                "{chart} shows {shown} where its workbook holds {held}",
                chart=name,
                shown=shown or "–",
                held=holds or "–",
            )
            yield found(WORKBOOK, told, side, was=holds, now=shown)
