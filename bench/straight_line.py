"""Writes the yardstick: a straight-line python-docx and matplotlib script that makes the shipped briefing's files.

The script it writes holds every word and value as a literal: no reading, no checks, no templates. It is what somebody
would write by hand for this one briefing, with the fast habits (one draw a chart, no pyplot).

    python bench/straight_line.py CONTENT > script.py; python script.py OUTPUT
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from reportgen.briefing_reader import read_briefing
from reportgen.compose import compose
from reportgen.content.folder import Folder
from reportgen.document import (
    Bullets,
    Callout,
    Chart,
    Closing,
    Contents,
    Document,
    Element,
    Figure,
    Heading,
    Imprint,
    Letterhead,
    Link,
    Metrics,
    PageBreak,
    Paragraph,
    Phrase,
    Reference,
    Run,
    Table,
    Timeline,
    TitleBlock,
)
from reportgen.languages import DEFAULT, editions_of

PICTURE = """\
import io, sys
from pathlib import Path

from matplotlib import font_manager
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image

FONTS = Path(sys.argv[2])
for font in FONTS.glob("*.ttf"):
    font_manager.fontManager.addfont(font)
FAMILY = font_manager.FontProperties(fname=next(FONTS.glob("*Regular.ttf"))).get_name()


def picture(kind, names, values, labels):
    figure = Figure(figsize=(6.38, 2.9), dpi=200)
    canvas = FigureCanvasAgg(figure)
    axes = figure.add_axes((0.25, 0.15, 0.7, 0.8))
    if kind in ("line", "step", "area"):
        names = list(dict.fromkeys(names))
        lines = len(values) // len(names)
        for line in range(lines):
            axes.step(range(len(names)), values[line::lines], where="post")
        some = range(0, len(names), max(1, len(names) // 5))
        axes.set_xticks(some, [names[place] for place in some], family=FAMILY, fontsize=8)
    else:
        bars = axes.barh(range(len(values)), values, height=0.6, color="#0B4F6C")
        axes.set_yticks(range(len(values)), names, family=FAMILY, fontsize=9)
        axes.bar_label(bars, labels, family=FAMILY, fontsize=9)
    for side in ("top", "right", "bottom"):
        axes.spines[side].set_visible(False)
    canvas.draw()
    data = io.BytesIO()
    drawn = Image.frombuffer("RGBA", canvas.get_width_height(), canvas.buffer_rgba(), "raw", "RGBA", 0, 1)
    drawn.convert("RGB").save(data, "png", compress_level=3, dpi=(200, 200))
    data.seek(0)
    return data
"""

HEAD = """\
from docx import Document
from docx.shared import Mm


def chart(doc, *told):
    doc.add_picture(picture(*told), width=Mm(162))


def table(doc, rows):
    made = doc.add_table(rows=len(rows), cols=len(rows[0]))
    for row, texts in zip(made.rows, rows):
        for cell, text in zip(row.cells, texts):
            cell.text = text


def paragraph(doc, text, style):
    doc.add_paragraph(text)._p.style = STYLES[style]


STYLES = {style.name: style.style_id for style in Document().styles}
output = Path(sys.argv[1])
output.mkdir(parents=True, exist_ok=True)
"""


def script(content: Path | Folder) -> str:
    """The yardstick script for a content folder."""
    briefing = read_briefing(content)
    lines = [PICTURE, HEAD]
    for edition in editions_of(DEFAULT):
        lines += ["doc = Document()", *_document(compose(briefing, edition))]
        lines.append(f"doc.save(output / {f'{edition}.docx'!r})")
    return "\n".join(lines) + "\n"


def _document(document: Document) -> Iterator[str]:
    for element in document.elements:
        yield from _element(element)


def _element(element: Element) -> Iterator[str]:
    match element:
        case TitleBlock():
            for phrase in (element.issuer, element.issue, element.title, element.subtitle, element.date):
                yield from _paragraphs(phrase, "Normal")
        case Contents() | PageBreak() | Letterhead() | Closing() | Imprint():
            return
        case Heading():
            yield from _paragraphs(element.text, f"Heading {element.level}")
        case Paragraph():
            yield from _paragraphs(element.text, "Normal")
        case Bullets():
            for item in element.items:
                yield from _paragraphs(item, "List Bullet")
        case Callout():
            for phrase in (element.title, *element.paragraphs):
                yield from _paragraphs(phrase, "Quote")
        case Metrics():
            columns = [[_text(part) for part in (cell.figure, cell.label, cell.period)] for cell in element.cells]
            yield _rows([list(row) for row in zip(*columns, strict=True)])
        case Figure():
            for line in element.caption.lines:
                caption = line.word + str(element.caption.number) + _inlines(line.text)
                yield f"paragraph(doc, {caption!r}, 'Caption')"
            yield f"chart(doc, *{marks(element.chart)!r})"
        case Table():
            yield _rows(
                [[_text(column.head) for column in element.columns], *([*map(_text, row)] for row in element.rows)]
            )
        case Timeline():
            yield _rows([[_text(entry.when), _text(entry.text)] for entry in element.entries])


def _rows(rows: list[list[str]]) -> str:
    return f"table(doc, {rows!r})"


def marks(chart: Chart) -> tuple[str, list[str], list[float], list[str]]:
    """What the picture of a chart is drawn from: kind, names, values, labels."""
    names = ["\n".join(text for _, text in mark.name) for mark in chart.marks]
    labels = ["\n".join(text for _, text in mark.label) for mark in chart.marks]
    return chart.kind, names, [float(mark.value) for mark in chart.marks], labels


def _paragraphs(phrase: Phrase, style: str) -> Iterator[str]:
    for line in phrase:
        yield f"paragraph(doc, {_inlines(line.inlines)!r}, {style!r})"


def _text(phrase: Phrase) -> str:
    return "\n".join(_inlines(line.inlines) for line in phrase)


def _inlines(inlines: tuple[object, ...]) -> str:
    return "".join(inline.text for inline in inlines if isinstance(inline, Run | Link | Reference))


if __name__ == "__main__":
    sys.stdout.write(script(Path(sys.argv[1])))
