"""A page of all charts, to look at: every language side by side, one file without links to others."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from html import escape

from reportgen.charts.drawing.drawn import Drawing
from reportgen.records import record
from reportgen.template.model import Look


@record
class Plate:
    """A chart in one language: its caption, its words for those who cannot see it, and its picture."""

    language: str
    title: str
    alt: str
    drawing: Drawing


@record
class Shown:
    """A chart of the content: its id, its kind, and itself in each language."""

    name: str
    kind: str
    plates: tuple[Plate, ...]


def gallery(title: str, shown: Iterable[Shown], look: Look) -> str:
    """The page as HTML; a switch on it shows the charts as a grey print would."""
    rows = "\n".join(_row(each) for each in shown)
    return _PAGE.format(title=escape(title), rows=rows, style=_STYLE.format(**_colors(look)))


def _row(shown: Shown) -> str:
    plates = "\n".join(_plate(plate) for plate in shown.plates)
    head = f"<h2>{escape(shown.name)} <small>{escape(shown.kind)}</small></h2>"
    return f"<section>\n{head}\n<div>\n{plates}\n</div>\n</section>"


def _plate(plate: Plate) -> str:
    picture = b64encode(plate.drawing.png).decode()
    alt = escape(plate.alt)
    return (
        f'<figure lang="{escape(plate.language)}"><figcaption>{escape(plate.title)}</figcaption>'
        f'<img src="data:image/png;base64,{picture}" style="width:{plate.drawing.width_mm:.1f}mm" alt="{alt}">'
        f"<p>{alt}</p></figure>"
    )


def _colors(look: Look) -> dict[str, str]:
    names = ("ink", "accent", "grey", "rule", "tint", "paper")
    return {name: f"#{look.palette.of(name)}" for name in names}


_PAGE = """\
<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<input type="checkbox" id="print"><label for="print">grey print</label>
<main>
<h1>{title}</h1>
{rows}
</main>
</body>
</html>
"""

_STYLE = """\
body {{ margin: 8mm; font-family: sans-serif; color: {ink}; background: {tint} }}
h1, h2 {{ color: {accent} }}
h2 small {{ color: {grey}; font-weight: normal }}
section > div {{ display: flex; flex-wrap: wrap; gap: 6mm; align-items: flex-start }}
figure {{ margin: 0; padding: 4mm; background: {paper}; border: 1px solid {rule} }}
figcaption {{ font-weight: bold; margin-bottom: 3mm }}
figure img {{ display: block; max-width: 100% }}
figure p {{ margin: 3mm 0 0; color: {grey}; font-size: small; max-width: 150mm }}
#print:checked ~ main img {{ filter: grayscale(1) }}
"""
