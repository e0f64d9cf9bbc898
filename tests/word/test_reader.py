"""The reader: the text of any Word file with its places, and one error for what is none or is not safe."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.passages import Cell, Passage
from reportgen.problems import ContentError
from reportgen.word.ooxml.package_reader import MOST_IN_PART, WordFileError
from reportgen.word.reader import read_text
from tests.word.parts import changed, with_parts

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def places(passages: tuple[Passage, ...]) -> dict[str, str]:
    """The first text at each place."""
    return {passage.place: passage.text for passage in reversed(passages)}


def foreign(*bodies: str) -> bytes:
    """A file by python-docx's own template, with XML put into its body."""
    empty = BytesIO()
    docx.Document().save(empty)
    if not bodies:
        return empty.getvalue()
    return changed(empty.getvalue(), lambda xml: xml.replace("<w:body>", "<w:body>" + "".join(bodies), 1))


def paragraph(inner: str) -> str:
    return f"<w:p {SPACES}>{inner}</w:p>"


def run(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def test_a_file_made_here_is_read_with_its_places_and_languages(drawn: dict[str, bytes]) -> None:
    read = read_text(drawn["interleaved"])
    told = places(read)
    assert told["body paragraph 2"] == "国家高新区：原创技术与新兴产业"
    assert told["table 1 row 1 cell 1"] == "1.7万亿元"
    assert told["footer 1"].startswith("国家高新区简报")
    assert told["footnote 3"].startswith("占全国的比重")
    languages = {passage.text: passage.language for passage in read}
    assert languages["The zones weigh more in innovation than in output."] == "en-US"
    assert languages["园区在创新上的分量，比在产出上更重。"] == "zh-CN"
    assert languages["灵犀X2预计规模化出货。"] == "zh-CN"


def test_page_and_note_numbers_are_no_words(drawn: dict[str, bytes]) -> None:
    read = {passage.text for passage in read_text(drawn["zh"])}
    assert "1\t关键数字" in read
    assert any(words.endswith("但占全国的比重仍高。") for words in read)
    assert any("名义增长7.6%；工业增加值" in words for words in read)
    both = {passage.text for passage in read_text(drawn["interleaved"])}
    assert any(words.endswith("earned a large share of the nation’s total.") for words in both)
    assert any("from a year earlier. This is a preliminary" in words for words in both)  # words after a typed mark
    assert any("（见图1）" in words for words in read)


@pytest.mark.parametrize(
    "marked",
    [
        '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>7</w:t></w:r>',
        '<w:r><w:footnoteReference w:customMarkFollows="true" w:id="2"/><w:t> </w:t></w:r><w:r><w:t>7</w:t></w:r>',
    ],
)
def test_a_mark_that_was_typed_is_no_words(marked: str) -> None:
    (read,) = read_text(foreign(paragraph(run("共54家") + marked + run("，完。"))))
    assert read.text == "共54家，完。"


@pytest.mark.parametrize("instruction", ["PAGE", "NUMPAGES", "PAGEREF _Toc1", "NOTEREF _Ref1"])
def test_the_result_of_a_field_that_counts_is_no_words_however_it_is_written(instruction: str) -> None:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = f"<w:r><w:instrText> {instruction} \\h </w:instrText></w:r>"
    whole = mark.format("begin") + code + mark.format("separate") + run("38") + mark.format("end")
    simple = f'<w:fldSimple w:instr=" {instruction} ">{run("38")}</w:fldSimple>'
    for field in (whole, simple):
        (read,) = read_text(foreign(paragraph(run("共54家，") + field + run("完。"))))
        assert read.text == "共54家，完。"


def test_a_file_made_elsewhere_is_read(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Heading", 1)
    document.add_paragraph("Growth was 7.1%.")
    document.add_paragraph("")
    document.add_paragraph("第二段")
    table = document.add_table(2, 2)
    table.rows[1].cells[0].text = "cell"
    inner = table.rows[1].cells[1].add_table(1, 1)
    inner.rows[0].cells[0].text = "inner"
    document.sections[0].header.paragraphs[0].text = "head"
    path = tmp_path / "other.docx"
    document.save(str(path))
    assert places(read_text(path)) == {
        "body paragraph 1": "Heading",
        "body paragraph 2": "Growth was 7.1%.",
        "body paragraph 3": "第二段",
        "table 1 row 2 cell 1": "cell",
        "table 1 row 2 cell 2 table 2 row 1 cell 1": "inner",
        "header 1": "head",
    }


def test_deleted_words_are_not_read_and_inserted_ones_are() -> None:
    body = f"<w:del>{run('old')}</w:del><w:ins>{run('new')}</w:ins><w:r><w:delText>gone</w:delText></w:r>"
    assert read_text(foreign(paragraph(body)))[0].text == "new"


def test_a_text_box_is_read_once_and_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph(run('in the box'))}</w:txbxContent>"
    choices = f"<mc:Choice Requires='wps'>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    drawing = f"<mc:AlternateContent>{choices}</mc:AlternateContent>"
    read = read_text(foreign(paragraph(f"{run('round it')}<w:r>{drawing}</w:r>")))
    assert [(passage.place, passage.text) for passage in read] == [
        ("body paragraph 1", "round it"),
        ("text box 1", "in the box"),
    ]


def test_words_in_content_controls_links_and_fields_are_read() -> None:
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r>'
    field += f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("3")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    inner = f"<w:sdt><w:sdtContent>{run('one ')}</w:sdtContent></w:sdt><w:hyperlink>{run('two ')}</w:hyperlink>{field}"
    block = f"<w:sdt {SPACES}><w:sdtContent>{paragraph(inner)}</w:sdtContent></w:sdt>"
    assert read_text(foreign(block))[0].text == "one two 3"


def cell(words: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(run(words))}</w:tc>"


def test_cells_are_told_by_the_columns_of_the_grid_and_rows_of_heads_as_such() -> None:
    wide = cell("b", "<w:gridSpan w:val='2'/>")
    head = f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{cell('a')}{wide}{cell('c')}</w:tr>"
    row = f"<w:tr><w:trPr><w:gridBefore w:val='1'/><w:tblHeader w:val='0'/></w:trPr>{cell('d')}{cell('e')}</w:tr>"
    read = read_text(foreign(f"<w:tbl {SPACES}>{head}{row}</w:tbl>", paragraph(run("after"))))
    assert {passage.text: passage.cell for passage in read} == {
        "a": Cell(1, 0, 0, 0, head=True),
        "b": Cell(1, 0, 1, 2, head=True),
        "c": Cell(1, 0, 3, 3, head=True),
        "d": Cell(1, 1, 1, 1),
        "e": Cell(1, 1, 2, 2),
        "after": None,
    }


def test_headings_are_known_by_their_style_its_base_or_their_level_in_the_outline() -> None:
    styled = "".join(
        paragraph(f"<w:pPr><w:pStyle w:val='{style}'/></w:pPr>{run(words)}")
        for style, words in (("Heading1", "by style"), ("Own", "by base"), ("ListNumber", "none"))
    )
    own = "<w:style w:type='paragraph' w:styleId='Own'><w:name w:val='Own'/><w:basedOn w:val='Heading2'/></w:style>"
    first = changed(foreign(styled), lambda xml: xml.replace("</w:styles>", own + "</w:styles>"), "word/styles.xml")
    level = paragraph(f"<w:pPr><w:outlineLvl w:val='0'/></w:pPr>{run('by level')}")
    body = paragraph(f"<w:pPr><w:outlineLvl w:val='9'/></w:pPr>{run('body')}")
    read = [*read_text(first), *read_text(foreign(level, body))]
    assert [passage.text for passage in read if passage.heading] == ["by style", "by base", "by level"]
    assert [passage.text for passage in read if not passage.heading] == ["none", "body"]


def test_a_word_in_parts_is_one_word() -> None:
    body = run("1.7") + "<w:r><w:t>万</w:t></w:r><w:proofErr w:type='spellStart'/>" + run("亿元")
    assert read_text(foreign(paragraph(body)))[0].text == "1.7万亿元"


# ---- what is refused ------------------------------------------------------------------


def archive(**parts: bytes) -> bytes:
    empty = BytesIO()
    zipfile.ZipFile(empty, "w").close()
    return with_parts(empty.getvalue(), **parts)


REFUSED: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "no Word file"),
    "plain text": (b"Growth was 7.1%.", "no Word file"),
    "an old .doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old .doc"),
    "half a file": (foreign()[:9000], "no Word file"),
    "another zip": (archive(readme_txt=b"hello"), "no Word file"),
    "macros": (with_parts(foreign(), word__vbaProject_bin=b"x"), "macros"),
    "a macro type": (
        changed(
            foreign(),
            lambda xml: xml.replace("wordprocessingml.document.main", "document.macroEnabled.main"),
            "[Content_Types].xml",
        ),
        "macros",
    ),
    "a spreadsheet": (
        changed(
            foreign(),
            lambda xml: xml.replace("wordprocessingml.document.main", "spreadsheetml.sheet.main"),
            "[Content_Types].xml",
        ),
        "no Word file",
    ),
    "an entity": (
        changed(
            foreign(paragraph(run("x"))),
            lambda xml: xml.replace("<w:document", '<!DOCTYPE d [<!ENTITY e "boom">]><w:document', 1).replace(
                ">x<", ">&e;<"
            ),
        ),
        "entities",
    ),
    "broken XML": (changed(foreign(), lambda xml: xml[:-20]), "is no XML"),
    "too deep": (
        changed(foreign(), lambda xml: xml.replace("<w:sectPr", "<w:p>" * 5000 + "<w:sectPr", 1)),
        "is no XML",
    ),
}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_no_plain_word_file_is_refused_by_name(kind: str) -> None:
    data, told = REFUSED[kind]
    with pytest.raises(WordFileError, match=told) as raised:
        read_text(data, "their.docx")
    assert str(raised.value).startswith("their.docx")
    assert isinstance(raised.value, ContentError)


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = BytesIO()
    with zipfile.ZipFile(BytesIO(foreign())) as good, zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as bad:
        for entry in good.infolist():
            content = good.read(entry)
            bad.writestr(
                entry.filename, content + b" " * MOST_IN_PART if entry.filename[5:] == "document.xml" else content
            )
    assert len(bomb.getvalue()) < 1_000_000
    with pytest.raises(WordFileError, match="too large"):
        read_text(bomb.getvalue())


def test_a_part_that_lies_about_its_size_is_refused() -> None:
    data = bytearray(foreign())
    name = b"word/document.xml"
    entry = data.rindex(b"PK\x01\x02", 0, data.rindex(name))
    struct.pack_into("<I", data, entry + 24, 10)
    with pytest.raises(WordFileError):
        read_text(bytes(data))


def test_a_missing_file_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_text(tmp_path / "none.docx")


_GOOD = foreign(paragraph(run("words")))


@settings(max_examples=200)
@given(st.integers(0, len(_GOOD) - 1), st.binary(min_size=1, max_size=40))
def test_damage_anywhere_gives_text_or_the_one_error(at: int, noise: bytes) -> None:
    damaged = _GOOD[:at] + noise + _GOOD[at + len(noise) :]
    try:
        read_text(damaged)
    except WordFileError:
        return
