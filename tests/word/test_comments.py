"""Comments in a copy of a Word file: at the very characters, everything else as it was, the same bytes each time."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.shared import RGBColor
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.texts.read import read_passages
from reportgen.word.comments import Comment, with_comments
from reportgen.word.pages.layout import convert
from reportgen.word.reader import read_text
from tests.word.parts import W, changed, part
from tests.word.test_reader import foreign, paragraph, run
from tests.word.test_valid import audit

LINES = (("应为450亿元", "zh"), ("rightly RMB 45 billion", "en"))


def comment(block: int, start: int = 0, end: int = 0) -> Comment:
    return Comment(block, start, end, LINES)


def commented(data: bytes, *comments: Comment) -> bytes:
    return with_comments(data, comments, "reportgen", "RG")


def main_part(data: bytes) -> str:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read("word/document.xml").decode()


def marked(data: bytes) -> dict[str, str]:
    """The words that each comment's range holds, by its id."""
    held: dict[str, str] = {}
    within: list[str] = []
    for element in part(data).iter():
        name, comment_id = element.tag.rpartition("}")[2], element.get(W + "id", "")
        if name == "commentRangeStart":
            within.append(comment_id)
            held[comment_id] = ""
        elif name == "commentRangeEnd":
            within.remove(comment_id)
        elif name == "t":
            held |= {each: held[each] + (element.text or "") for each in within}
    assert not within
    return held


def styled() -> bytes:
    """A file with runs in several looks, a comment of Ann's and a table."""
    document = docx.Document()
    words = document.add_paragraph("产值达")
    words.add_run("45").bold = True
    words.add_run("00亿元，增长").font.color.rgb = RGBColor(200, 0, 0)
    words.add_run("7.1%。")
    document.add_comment(words.runs[0], text="old", author="Ann", initials="A")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "利润", "18.2"
    data = BytesIO()
    document.save(data)
    return data.getvalue()


def looks(data: bytes) -> list[tuple[str, object, object]]:
    """Every character of the first paragraph with its look."""
    runs = docx.Document(BytesIO(data)).paragraphs[0].runs
    return [(letter, each.bold, each.font.color.rgb) for each in runs for letter in each.text]


def test_a_comment_holds_the_very_characters_and_changes_no_look() -> None:
    data = styled()
    made = commented(data, comment(0, 3, 9), comment(0, 4, 6), comment(2, 0, 2))
    assert marked(made) == {"0": "产值达", "1": "4500亿元", "2": "50", "3": "18"}
    assert looks(made) == looks(data)
    assert read_text(made) == read_text(data)


def test_comments_are_read_back_with_their_author_and_no_date() -> None:
    made = docx.Document(BytesIO(commented(styled(), comment(0, 3, 9))))
    told = [(each.author, each.initials, each.text, each.timestamp) for each in made.comments]
    assert told[0][:3] == ("Ann", "A", "old")
    assert told[1:] == [("reportgen", "RG", "应为450亿元\nrightly RMB 45 billion", None)]


def test_the_same_comments_give_the_same_bytes() -> None:
    data = styled()
    assert commented(data, comment(0, 3, 9), comment(2)) == commented(data, comment(2), comment(0, 3, 9))


def test_every_part_but_the_text_and_what_tells_of_comments_stays_byte_for_byte(drawn: dict[str, bytes]) -> None:
    data = drawn["interleaved"]
    before, after = (zipfile.ZipFile(BytesIO(each)) for each in (data, commented(data, comment(1, 0, 3))))
    new = {"word/comments.xml"}
    told = {"[Content_Types].xml", "word/_rels/document.xml.rels", "word/document.xml"}
    assert {*after.namelist()} == {*before.namelist()} | new
    assert all(before.read(name) == after.read(name) for name in before.namelist() if name not in told)


def test_a_file_with_comments_is_valid(drawn: dict[str, bytes], tmp_path: Path) -> None:
    data = drawn["interleaved"]
    passages = read_text(data)
    everywhere = [comment(block, 0, 2) for block in range(len(passages))]
    made = commented(data, *everywhere)
    assert audit(made, tmp_path) == []
    assert [passage.text for passage in read_text(made)] == [passage.text for passage in passages]


PARAGRAPHS: dict[str, tuple[str, str]] = {
    "a hyperlink": (
        paragraph(run("共") + f'<w:hyperlink w:anchor="x">{run("178家")}</w:hyperlink>'),
        "178",
    ),
    "a tracked insertion": (paragraph(f'<w:ins w:id="7" w:author="A">{run("共178家")}</w:ins>'), "178"),
    "tabs and breaks in a run": (
        paragraph("<w:r><w:t>共</w:t><w:tab/><w:t>178</w:t><w:br/><w:t>家</w:t></w:r>"),
        "178",
    ),
    "a field's result": (paragraph(f'<w:fldSimple w:instr="REF x">{run("178家")}</w:fldSimple>'), "178家"),
    "a control of plain text": (
        paragraph(
            f'<w:sdt><w:sdtPr><w:id w:val="5"/><w:text/></w:sdtPr><w:sdtContent>{run("178家")}</w:sdtContent></w:sdt>'
        ),
        "178家",
    ),
    "a control of rich text": (
        paragraph(f'<w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent>{run("178家")}</w:sdtContent></w:sdt>'),
        "178",
    ),
    "two runs": (paragraph(run("共17") + run("8家")), "178"),
}


@pytest.mark.parametrize("kind", PARAGRAPHS)
def test_a_comment_stands_in_anything_that_holds_runs(kind: str, tmp_path: Path) -> None:
    body, held = PARAGRAPHS[kind]
    data = foreign(body)
    at = read_text(data)[0].text.index("178")
    made = commented(data, comment(0, at, at + 3))
    assert marked(made)["0"] == held
    assert read_text(made) == read_text(data)
    assert audit(made, tmp_path) == audit(data, tmp_path)


def test_a_change_of_format_that_is_parted_has_an_id_for_each_part() -> None:
    change = '<w:rPr><w:b/><w:rPrChange w:id="3" w:author="A"><w:rPr/></w:rPrChange></w:rPr>'
    made = commented(foreign(paragraph(f"<w:r>{change}<w:t>共178家</w:t></w:r>")), comment(0, 1, 4))
    ids = [part.split('"')[1] for part in main_part(made).split("<w:rPrChange w:id=")[1:]]
    assert len(ids) == len({*ids}) == 3


BOX = (
    '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
    f"{paragraph(run('框里178家'))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


def test_what_is_said_of_a_text_box_stands_where_the_box_hangs() -> None:
    data = foreign(paragraph(run("正文") + BOX))
    assert [passage.text for passage in read_text(data)] == ["正文", "框里178家"]
    made = main_part(commented(data, comment(1, 2, 5)))
    inside = made[made.index("<w:txbxContent>") : made.index("</w:txbxContent>")]
    assert "comment" not in inside
    assert made.index("commentRangeStart") < made.index("<w:txbxContent>") < made.index("commentRangeEnd")


def test_what_is_said_of_a_note_stands_at_its_mark(drawn: dict[str, bytes]) -> None:
    data = drawn["interleaved"]
    passages = read_text(data)
    note = next(number for number, passage in enumerate(passages) if passage.place == "footnote 3")
    made = commented(data, comment(note, 0, 2))
    body = main_part(made)
    start, end = body.index("<w:commentRangeStart"), body.index("<w:commentRangeEnd")
    assert '<w:footnoteReference w:id="3"' in body[start:end]
    assert "<w:t" not in body[start:end]


def test_what_is_said_of_a_header_stands_at_the_first_paragraph(drawn: dict[str, bytes]) -> None:
    passages = read_text(drawn["interleaved"])
    footer = next(number for number, passage in enumerate(passages) if passage.place.startswith("footer"))
    body = main_part(commented(drawn["interleaved"], comment(footer, 0, 2)))
    assert body.count("<w:commentReference") == 1
    assert body.index("<w:commentReference") < body.index("</w:p>")


def test_a_comment_on_nothing_holds_the_whole_paragraph() -> None:
    assert marked(commented(styled(), comment(0)))["1"] == "产值达4500亿元，增长7.1%。"


def test_a_strict_file_is_given_strict_comments() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    data = changed(foreign(paragraph(run("共178家"))), lambda xml: xml.replace(W.strip("{}"), strict))
    made = commented(data, comment(0, 1, 4))
    with zipfile.ZipFile(BytesIO(made)) as archive:
        assert strict.encode() in archive.read("word/comments.xml")
        assert b"purl.oclc.org/ooxml/officeDocument/relationships/comments" in archive.read(
            "word/_rels/document.xml.rels"
        )


@given(st.lists(st.tuples(st.integers(0, 16), st.integers(0, 16)), max_size=6))
@settings(max_examples=40, deadline=None)
def test_any_stretches_at_once_hold_their_own_characters(stretches: list[tuple[int, int]]) -> None:
    data = styled()
    text = read_text(data)[0].text
    comments = [comment(0, min(pair), max(pair)) for pair in stretches if pair[0] != pair[1]]
    comments = [each for each in comments if each.end <= len(text)]
    made = commented(data, *comments)
    held = sorted(words for told, words in marked(made).items() if told != "0")
    assert held == sorted(text[each.start : each.end] for each in comments)
    assert looks(made) == looks(data)


@pytest.mark.libreoffice
def test_libreoffice_lays_out_the_copy_as_the_file(soffice: str, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(commented(styled(), comment(0, 3, 9)))
    convert([path], tmp_path, Path(soffice))
    assert read_passages(path.with_suffix(".pdf"))[0].text == "产值达4500亿元，增长7.1%。"
