"""Workbooks written part by part, as programs write them whose habits no library has."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path

from reportgen.content.data.table import DataTable
from reportgen.content.data.workbook import Workbook, open_workbook
from reportgen.content.source import Scalar
from reportgen.problems import Place, Problem

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def raw_workbook(
    path: Path,
    *rows: str,
    shared: Sequence[str] = (),
    formats: Sequence[str | int] = (),
    before: str = "",
    behind: str = "",
    book: str = "",
) -> Path:
    """A workbook of one sheet `S`: its `<row>`s; the insides of its shared texts; a format a style, from 1, by code or
    by number; what stands before and behind the rows, and in workbook.xml."""
    codes = [code for code in formats if isinstance(code, str)]
    numbered = "".join(f'<numFmt numFmtId="{200 + n}" formatCode="{_escaped(c)}"/>' for n, c in enumerate(codes))
    styles = "".join(f'<xf numFmtId="{200 + codes.index(c) if isinstance(c, str) else c}"/>' for c in formats)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="appli'
        'cation/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPE}.sharedStrings+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>',
        "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
        "xl/_rels/workbook.xml.rels": _relations(
            ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")
        ),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}">'
        f'<sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets>{book}</workbook>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{"".join(f"<si>{text}</si>" for text in shared)}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><numFmts count="{len(codes)}">{numbered}</numFmts>'
        "<fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>"
        f'<cellXfs><xf numFmtId="0"/>{styles}</cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}">{before}<sheetData>{"".join(rows)}</sheetData>{behind}'
        "</worksheet>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in parts.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + xml)
    return path


def _relations(*targets: tuple[str, str]) -> str:
    each = (
        f'<Relationship Id="r{n}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(each)}</Relationships>'


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def opened(path: Path) -> Workbook:
    """The workbook, which is one."""
    book = open_workbook(path, f"data/{path.name}", path.name)
    assert isinstance(book, Workbook), str(book)
    return book


def named(text: str) -> Scalar:
    """What an author typed."""
    return Scalar.at(text, Place("facts.yaml", 3, 7), text)


def table_of(path: Path, wanted: str = "") -> DataTable:
    """The table that is named in a workbook, of which nothing is told but what is hidden."""
    table, problems = opened(path).table(named(wanted), wanted)
    assert [problem for problem in problems if problem.code != "workbooks/hidden"] == []
    assert table is not None
    return table


def problem_of(path: Path, wanted: str = "") -> Problem:
    """The one problem of what is named in a workbook."""
    _, (problem,) = opened(path).table(named(wanted), wanted)
    return problem
