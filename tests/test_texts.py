"""Files of every format that is compared: read in their order and places, refused where they are no text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
import xlsxwriter  # pyright: ignore[reportMissingTypeStubs]
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter

from reportgen.passages import Kind, Passage
from reportgen.problems import ContentError
from reportgen.texts.decoding import decoded
from reportgen.texts.html import read_html
from reportgen.texts.joining import joined
from reportgen.texts.markdown import read_markdown
from reportgen.texts.pdf_layout import Fragment, laid_out
from reportgen.texts.read import read_passages
from tests.test_cli import run

ZH = ["总体情况", "2024年，园区实现营业收入1.7万亿元，同比增长7.1%。", "企业178家，利润326.4亿元。"]
EN = [
    "Overview",
    "In 2024, revenue of the zone was RMB 1.7 trillion, up 7.1% year on year.",
    "There were 178 firms, with profits of RMB 32.64 billion.",
]
WRONG = [*EN[:2], EN[2].replace("178", "187")]


def texts(passages: tuple[Passage, ...]) -> list[str]:
    return [passage.text for passage in passages]


# ---- one fault in every format -----------------------------------------------------------------


def as_word(path: Path, lines: list[str]) -> None:
    document = docx.Document()
    document.add_heading(lines[0], 1)
    for line in lines[1:]:
        document.add_paragraph(line)
    document.save(str(path))


def workbook(path: Path) -> Any:
    """A workbook to write in; XlsxWriter says little of its types."""
    return xlsxwriter.Workbook(str(path))


def as_workbook(path: Path, lines: list[str]) -> None:
    with workbook(path) as book:
        sheet = book.add_worksheet(lines[0])
        for row, line in enumerate(lines[1:]):
            sheet.write_string(row, 0, line)


def as_pdf(path: Path, lines: list[str]) -> None:
    """A page of lines in a font that every reader knows, by hand: pypdf draws none."""
    drawn = "".join(f"BT /F 11 Tf 70 {760 - 30 * place} Td ({line}) Tj ET\n" for place, line in enumerate(lines))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        f"<</Length {len(drawn)}>>\nstream\n{drawn}endstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    data = b"%PDF-1.4\n"
    places: list[int] = []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{each}\nendobj\n".encode("ascii")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 6\n0000000000 65535 f \n{table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n{len(data)}\n%%EOF\n"
    path.write_bytes(data + end.encode("ascii"))


WRITERS: dict[str, Callable[[Path, list[str]], object]] = {
    "docx": as_word,
    "xlsx": as_workbook,
    "pdf": as_pdf,
    "txt": lambda path, lines: path.write_text("\n\n".join(lines), encoding="utf-8"),
    "md": lambda path, lines: path.write_text(f"# {lines[0]}\n\n" + "\n\n".join(lines[1:]), encoding="utf-8"),
    "html": lambda path, lines: path.write_text(
        f"<html><h1>{lines[0]}</h1>" + "".join(f"<p>{line}" for line in lines[1:]), encoding="utf-8"
    ),
}
PLACES = {
    "docx": "body paragraph 3",
    "xlsx": "cell A2",
    "pdf": "page 1",
    "txt": "line 5",
    "md": "line 5",
    "html": "paragraph 3",
}


@pytest.mark.parametrize("ending", WRITERS)
def test_a_planted_fault_is_told_at_its_place_and_nothing_else_is(ending: str, tmp_path: Path) -> None:
    (tmp_path / "zh.txt").write_text("\n".join(ZH), encoding="gb18030")
    WRITERS[ending](tmp_path / f"right.{ending}", EN)
    WRITERS[ending](tmp_path / f"wrong.{ending}", WRONG)
    right = run("compare", "zh.txt", f"right.{ending}", cwd=tmp_path)
    assert (right.returncode, right.stdout.strip()) == (0, "no errors, no warnings")
    wrong = run("compare", f"wrong.{ending}", "zh.txt", cwd=tmp_path)
    assert wrong.returncode == 1
    assert wrong.stdout.count("error:") == 1
    assert f"wrong.{ending}, {'sheet Overview, ' if ending == 'xlsx' else ''}{PLACES[ending]}" in wrong.stdout
    assert "»187" in wrong.stdout


# ---- what is refused ------------------------------------------------------------------------


def locked(path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(str(path))


def blank(path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(str(path))


REFUSED: dict[str, tuple[Callable[[Path], object], str]] = {
    "a.pdf": (locked, "this PDF is encrypted (save it without a password"),
    "b.pdf": (blank, "this PDF holds no text but pictures of it"),
    "c.pdf": (lambda path: path.write_bytes(b"%PDF-1.7 nothing"), "this is no PDF, or a damaged one"),
    "a.doc": (lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600), "save it as .docx"),
    "a.wps": (lambda path: path.write_bytes(b"x"), "files that end in .wps are not read (save it as .docx"),
    "a.xls": (lambda path: path.write_bytes(b"x"), "files that end in .xls are not read (save it as .xlsx"),
    "a": (lambda path: path.write_bytes(b"x"), "files that end in '' are not read (save it as .docx, .md"),
    "a.txt": (lambda path: path.write_bytes(b"\x7fELF\0\0\1"), "this is no text but a binary file"),
    "b.txt": (lambda path: path.write_bytes(b"%PDF-1.7\n"), "this is a PDF by another name"),
    "c.txt": (lambda path: path.write_bytes(bytes(range(128, 256)) * 9), "in an encoding that cannot be told"),
    "a.xlsx": (lambda path: path.write_bytes(b"x"), "this is no .xlsx workbook"),
    "a.docx": (lambda path: path.write_bytes(b"x"), "this is no Word file, or a damaged one (give a .docx file)"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_no_text_is_refused_with_a_way_out(name: str, tmp_path: Path) -> None:
    write, message = REFUSED[name]
    write(tmp_path / name)
    with pytest.raises(ContentError) as caught:
        read_passages(tmp_path / name)
    assert message in str(caught.value)
    done = run("compare", name, "no.txt", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr


# ---- encodings ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("全国共有178家企业，营业收入为1.7万亿元。", "gb18030"),
        ("共178家", "gbk"),
        ("全國共有178家企業，營業收入為1.7萬億元。", "big5"),
        ("Revenue rose by £3 million – “fast”, and the café’s too", "cp1252"),
        ("Zeitgeist für größere Änderungen", "cp1252"),
        ("中文 and English", "utf-16"),
        ("中文 and English", "utf-8-sig"),
    ],
)
def test_text_is_read_in_the_encoding_it_was_saved_in(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding), "a.txt") == text


@given(st.text(st.sampled_from("的一是中国经济增长亿元，。企业0123456789%\n"), min_size=1))
def test_common_chinese_is_read_alike_in_utf_8_and_in_gb18030(text: str) -> None:
    text = f"中国{text}"
    assert decoded(text.encode("gb18030"), "a.txt") == decoded(text.encode(), "a.txt")


# ---- Markdown and HTML ----------------------------------------------------------------------

MARKDOWN = """---
title: 12 of 12
---
# 总体

第一段，
续行 **12**。~~删 3~~[^n] and
word

- 一项

| 项 | 亿元<br>x |
|--|--|
| a | 18.2 |

```
code 9
```
<table><tr><td>7</td></tr></table>

[^n]: 注释99
"""


def test_markdown_is_read_without_its_marks_code_and_front_matter() -> None:
    read = read_markdown(MARKDOWN)
    assert texts(read) == ["总体", "第一段，续行 12。 and word", "一项", "项", "亿元\nx", "a", "18.2", "7", "注释99"]
    kinds = [Kind.HEADING, Kind.PARAGRAPH, Kind.ITEM, *[Kind.CELL] * 5, Kind.NOTE]
    assert [passage.kind for passage in read] == kinds
    assert [passage.line for passage in read] == [4, 6, 10, 12, 12, 14, 14, 19, 21]
    cells = [passage.cell for passage in read if passage.cell]
    assert [(cell.table, cell.row, cell.first, cell.head) for cell in cells] == [
        (1, 0, 0, True),
        (1, 0, 1, True),
        (1, 1, 0, False),
        (1, 1, 1, False),
        (2, 0, 0, False),
    ]


def test_html_is_read_as_it_is_seen() -> None:
    read = read_html(
        "<title>1</title><style>2</style><nav>3</nav><h2>总体</h2><p>第一\n段<b>12</b>%<sup><a href=#n>4</a></sup>"
        "<p hidden>5<p style='display: none'>6<p>m<sup>2</sup> <del>7</del>x<br>y<pre>8</pre><ul><li>项</ul>"
    )
    assert texts(read) == ["总体", "第一段12%", "m2 x\ny", "项"]
    assert [passage.kind for passage in read] == [Kind.HEADING, Kind.PARAGRAPH, Kind.PARAGRAPH, Kind.ITEM]
    assert read[0].level == 2


def test_cells_of_html_stand_in_the_grid_that_spans_make() -> None:
    read = read_html(
        "<table><thead><tr><th rowspan=2>项<th colspan=2>收入<tr><th>2023<th>2024</thead><tr><td>a<td>1<td>2</table>"
    )
    cells = {passage.text: passage.cell for passage in read if passage.cell}
    assert {text: (cell.row, cell.first, cell.last, cell.head) for text, cell in cells.items()} == {
        "项": (0, 0, 0, True),
        "收入": (0, 1, 2, True),
        "2023": (1, 1, 1, True),
        "2024": (1, 2, 2, True),
        "a": (2, 0, 0, False),
        "1": (2, 1, 1, False),
        "2": (2, 2, 2, False),
    }


def test_html_fetches_nothing_and_resolves_no_entities(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret 5", encoding="utf-8")
    page = f'<!DOCTYPE a [<!ENTITY b SYSTEM "{(tmp_path / "secret").as_uri()}">]><p>x &b; y'
    assert "secret" not in " ".join(texts(read_html(page)))


@pytest.mark.parametrize("text", ["", "<!--" * 9, "<!-- 1 -->", "<div>" * 9000])
def test_html_without_words_holds_no_passages(text: str) -> None:
    assert read_html(text) == ()


def test_a_table_that_spans_without_end_stays_within_bounds() -> None:
    read = read_html("<table>" + "<tr><td rowspan=999 colspan=999>x" * 300)
    assert len(read) == 300
    assert max(passage.cell.last for passage in read if passage.cell) <= 1000


@pytest.mark.parametrize(
    ("lines", "line"), [("产值\n4500亿元", "产值4500亿元"), ("of the\nzone", "of the zone"), ("GDP\n增长", "GDP增长")]
)
def test_lines_are_joined_as_each_language_parts_words(lines: str, line: str) -> None:
    assert joined(lines) == line


# ---- PDF ------------------------------------------------------------------------------------


def page(*lines: tuple[float, float, str], size: float = 10) -> list[Fragment]:
    return [Fragment(x, y, size, text) for x, y, text in lines]


LONG = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十"


def test_lines_of_a_page_are_put_together_as_paragraphs() -> None:
    lines = page((70, 700, LONG), (70, 684, "末行。"), (90, 668, LONG), (70, 652, LONG), (70, 636, "完。"))
    assert texts(tuple(laid_out([lines]))) == [f"{LONG}末行。", f"{LONG}{LONG}完。"]


def test_a_paragraph_goes_on_over_the_end_of_a_page() -> None:
    pages = [page((70, 716, LONG), (70, 700, LONG)), page((70, 700, "末行。"), (70, 684, LONG), (70, 668, "完。"))]
    read = tuple(laid_out(pages))
    assert [(passage.page, passage.text) for passage in read] == [(1, f"{LONG}{LONG}末行。"), (2, f"{LONG}完。")]


def test_running_heads_and_page_numbers_are_left_out() -> None:
    pages = [
        page(
            (70, 800, f"年度报告 第{number}页"), (70, 700, f"第{number}季度增长{number}%。"), (300, 30, f"- {number} -")
        )
        for number in range(1, 5)
    ]
    assert texts(tuple(laid_out(pages))) == [f"第{number}季度增长{number}%。" for number in range(1, 5)]


def test_lines_with_gaps_are_a_table_with_its_heads() -> None:
    rows = page(
        *((70, 720, "指标"), (250, 720, "总额"), (250, 706, "万亿元"), (400, 720, "增速"), (400, 706, "%")),
        *((70, 690, "生产总值"), (250, 690, "19.3"), (400, 690, "7.6")),
        *((70, 674, "利润"), (250, 674, "约2.4"), (400, 674, "2.2")),
    )
    cells = [(each.cell.row, each.cell.first, each.text) for each in laid_out([rows]) if each.cell]
    assert cells == [
        *((0, 0, "指标"), (0, 1, "总额\n万亿元"), (0, 2, "增速\n%")),
        *((1, 0, "生产总值"), (1, 1, "19.3"), (1, 2, "7.6")),
        *((2, 0, "利润"), (2, 1, "约2.4"), (2, 2, "2.2")),
    ]


def test_raised_marks_are_no_digits_and_notes_stand_last() -> None:
    text = [*page((70, 700, "产值1.7万亿元")), Fragment(140, 704, 6, "3"), *page((145, 700, "，增长。"))]
    note = [Fragment(70, 104, 5, "3"), Fragment(75, 100, 8, "初步数据。")]
    pages = [[*text, *note], page((70, 700, "又一段。"))]
    read = tuple(laid_out(pages))
    assert [(passage.kind, passage.text) for passage in read] == [
        (Kind.PARAGRAPH, "产值1.7万亿元，增长。"),
        (Kind.PARAGRAPH, "又一段。"),
        (Kind.NOTE, "初步数据。"),
    ]


def test_chinese_is_read_without_the_spaces_it_is_printed_with() -> None:
    assert texts(tuple(laid_out([page((70, 700, "2025 年6 月，产 值 4500 亿元"))]))) == ["2025年6月，产值4500亿元"]


@given(st.lists(st.tuples(st.floats(0, 600), st.floats(0, 800), st.text("ab1 中。", max_size=9)), max_size=30))
def test_no_words_of_a_page_are_lost_but_marks(lines: list[tuple[float, float, str]]) -> None:
    read = "".join(texts(tuple(laid_out([page(*lines)]))))
    letters = sorted(
        "".join(text for _, _, text in lines if not text.strip().isdigit()).replace("1", "").replace(" ", "")
    )
    assert sorted(read.replace("1", "").replace(" ", "").replace("\n", "")) == letters


# ---- workbooks ------------------------------------------------------------------------------


def test_a_workbook_is_read_sheet_by_sheet_as_it_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with workbook(path) as book:
        sheet = book.add_worksheet("收入")
        sheet.merge_range("B1:C1", "产值（亿元）")
        sheet.write_number("B2", 1234.567, book.add_format({"num_format": "#,##0.0"}))
        sheet.write_number("C2", 0.0712, book.add_format({"num_format": "0.0%"}))
        sheet.write_number("D2", 46353, book.add_format({"num_format": 57}))
        sheet.write_string("E2", "看不见")
        sheet.set_column("E:E", None, None, {"hidden": True})
        sheet.write_string("A3", "看不见")
        sheet.set_row(2, None, None, {"hidden": True})
        book.add_worksheet("无").hide()
    read = read_passages(path)
    assert texts(read) == ["收入", "产值（亿元）", "1,234.6", "7.1%", "2026年11月"]
    assert read[1].cell
    assert (read[1].cell.first, read[1].cell.last) == (1, 2)
    assert read[2].place == "sheet 收入, cell B2"
