"""Fields carry their results: contents, captions, references, notes and pages."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from reportgen.compose import compose
from reportgen.content.data.table import DataCell
from reportgen.document import Chart, Cite, Contents, Figure, Heading, Line, Note, Paragraph, Reference, Run
from reportgen.pipeline import read
from reportgen.problems import Place
from reportgen.template.model import Look, RunStyle
from reportgen.word.body.context import Pages
from reportgen.word.body.render import render
from tests.word.documents import BOTH, EDITIONS, PICTURES, caption, document, picture, says
from tests.word.parts import W, every, fields, instructions, paragraphs, part, style_of, text, val


def test_the_contents_list_every_heading_with_its_number_and_page(look: Look) -> None:
    pages = Pages(
        {element.id: 10 + at for at, element in enumerate(EDITIONS["zh"].elements) if isinstance(element, Heading)}, 99
    )
    root = part(render(EDITIONS["zh"], look, PICTURES, pages))
    first = [pages.headings[name] for name in ("key-figures", "big-picture", "longer-view", "next", "sources")]
    assert paragraphs(root, "TOC1") == [
        f"1\t关键数字\t{first[0]}",
        f"2\t总体态势\t{first[1]}",
        f"3\t更长的时间线\t{first[2]}",
        f"4\t服务、政策与下一步\t{first[3]}",
        f"资料来源与说明\t{first[4]}",
    ]
    assert len(paragraphs(root, "TOC2")) == 2


def test_every_entry_links_to_its_heading(drawn: dict[str, bytes]) -> None:
    root = part(drawn["interleaved"])
    entries = [node for node in root.iter(W + "p") if style_of(node).startswith("TOC") and style_of(node)[-1].isdigit()]
    headings = [node for node in root.iter(W + "p") if style_of(node).startswith("Heading")]
    for entry, heading in zip(entries, headings, strict=True):
        (link,) = entry.findall(f"{W}hyperlink")
        names = [val(mark, "name") for mark in heading.iter(W + "bookmarkStart")]
        assert val(link, "anchor") in names
        assert fields(entry, "PAGEREF")[0][0] == f"PAGEREF {val(link, 'anchor')} \\h"


def test_long_contents_list_sections_only(look: Look) -> None:
    headings = [Heading(f"h{n}", 1 + (n % 2), (), says(("en",), "字", f"Heading {n}")) for n in range(30)]
    root = part(render(document(("en",), Contents(says(("en",), "目录", "Contents")), *headings), look, {}))
    assert len(paragraphs(root, "TOC1")) == 15
    assert paragraphs(root, "TOC2") == []
    assert next(code for code in instructions(root) if code.startswith("TOC")) == 'TOC \\o "1-1" \\h \\z \\u'


def test_a_heading_in_two_languages_is_one_paragraph_with_one_number(drawn: dict[str, bytes]) -> None:
    root = part(drawn["interleaved"])
    assert paragraphs(root, "Heading1")[1] == "总体态势\nThe big picture"
    assert paragraphs(root, "TOC1")[1].startswith("2\t总体态势\u2002The big picture\t")


def test_a_heading_without_a_number_prints_none(drawn: dict[str, bytes]) -> None:
    root = part(drawn["zh"])
    by_text = {text(node): node for node in root.iter(W + "p") if style_of(node) == "Heading1"}
    assert by_text["关键数字"].find(f"{W}pPr/{W}numPr") is None  # its style numbers it
    own = val(by_text["资料来源与说明"].find(f"{W}pPr/{W}numPr/{W}numId"))
    assert own == "2"


def test_captions_count_in_each_language_for_themselves(drawn: dict[str, bytes]) -> None:
    assert fields(part(drawn["interleaved"]), "SEQ") == [
        ("SEQ 表 \\* ARABIC", "1"), ("SEQ Table \\* ARABIC", "1"),
        ("SEQ 图 \\* ARABIC", "1"), ("SEQ Figure \\* ARABIC", "1"),
        ("SEQ 图 \\* ARABIC", "2"), ("SEQ Figure \\* ARABIC", "2"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("edition", "told"), [("zh", ["图1", "表1", "图1"]), ("en", ["Figure 1", "Table 1", "Figure 1"])]
)
def test_references_repeat_the_caption_they_mean(edition: str, told: list[str], drawn: dict[str, bytes]) -> None:
    found = [result for code, result in fields(part(drawn[edition]), "REF") if "\\r" not in code]
    assert found == told


def test_a_reference_to_a_heading_repeats_its_number_inside_the_words(drawn: dict[str, bytes]) -> None:
    root = part(drawn["en"])
    assert "3" in [result for code, result in fields(root, "REF") if "\\r" in code]
    assert any("and Section 3)" in words for words in paragraphs(root))


def test_a_reference_to_a_heading_numbered_in_the_other_language_has_no_number_to_change(look: Look) -> None:
    chinese = look.model_copy(update={"numbering": {"zh": "chinese", "en": "decimal"}})
    heading = Heading("h", 1, (4,), says(BOTH, "产业", "Industries"))
    mention = Paragraph("body", (Line("zh", (Run("见"),)), Line("en", (Run("See "), Reference("h", "Section 4")))))
    root = part(render(document(BOTH, heading, mention), chinese, {}))
    assert fields(root, "REF") == []
    assert paragraphs(root, "NormalSecond") == ["See Section 4"]
    assert [text(link) for link in every(root, "hyperlink")] == ["Section 4"]


def test_a_reference_to_nothing_stays_plain_words(look: Look) -> None:
    line = Line("en", (Run("see "), Reference("gone", "Figure 9")))
    root = part(render(document(("en",), Paragraph("body", (line,))), look, {}))
    assert paragraphs(root, "Normal") == ["see Figure 9"]
    assert instructions(root) == []


def test_a_reference_may_stand_before_what_it_means(look: Look) -> None:
    ahead = Paragraph("body", (Line("zh", (Run("见"), Reference("zones", "图1"))),))
    figure = Figure(
        caption(("zh",), "figure", "zones", 1, "数量", "Number"), Chart("step", ("zh",), ()), (("zh", "图"),)
    )
    root = part(render(document(("zh",), ahead, figure), look, {"zones": picture()}))
    ((code, result),) = fields(root, "REF")
    assert result == "图1"
    assert code.split()[1] in [val(mark, "name") for mark in every(root, "bookmarkStart")]


def test_a_source_is_cited_by_its_number_in_the_list(drawn: dict[str, bytes]) -> None:
    root = part(drawn["interleaved"])
    cited = [(code.split()[1], result) for code, result in fields(root, "REF") if result.startswith("[")]
    assert [result for _, result in cited] == ["[1]", "[1]", "[2]", "[1]", "[2]", "[1]"]  # Chinese, then English
    items = [node for node in root.iter(W + "p") if style_of(node) == "Bibliography"]
    names = [{val(mark, "name") for mark in every(item, "bookmarkStart")} for item in items]
    assert all(mark in names[int(result[1]) - 1] for mark, result in cited)


def test_a_citation_that_no_list_answers_stays_words(look: Look) -> None:
    line = Line("en", (Run("So it is."), Cite("gone", 3)))
    root = part(render(document(("en",), Paragraph("body", (line,))), look, {}))
    assert paragraphs(root, "Normal") == ["So it is.\u00a0[3]"]
    assert instructions(root) == []


def test_every_mark_of_a_note_has_a_footnote_of_its_own(drawn: dict[str, bytes]) -> None:
    for edition, ids in (("zh", ["1", "2"]), ("interleaved", ["1", "2", "3", "4"])):
        root, notes = part(drawn[edition]), part(drawn[edition], "word/footnotes.xml")
        assert [val(mark, "id") for mark in every(root, "footnoteReference")] == ids
        assert [val(note, "id") for note in every(notes, "footnote")] == ["-1", "0", *ids]


def test_a_note_has_one_number_in_both_languages_and_is_told_in_that_of_its_line(drawn: dict[str, bytes]) -> None:
    root, notes = part(drawn["interleaved"]), part(drawn["interleaved"], "word/footnotes.xml")
    custom = [val(mark, "customMarkFollows") for mark in every(root, "footnoteReference")]
    assert custom == ["", "1", "", "1"]  # Chinese counts, English tells the number again
    assert [text(note).strip() for note in every(notes, "footnote")][2:] == [
        "规模以上工业增加值为初步数据。",
        "① Value added of large industrial firms: preliminary.",
        "占全国的比重为推算值：2.2 ÷ 7.4。",
        "② Share of the nation: derived here: 2.2 ÷ 7.4.",
    ]


@pytest.mark.parametrize(
    ("edition", "form"), [("zh", "decimalEnclosedCircle"), ("en", None), ("interleaved", "decimalEnclosedCircle")]
)
def test_notes_are_circled_where_chinese_stands_on_the_page(
    edition: str, form: str | None, drawn: dict[str, bytes]
) -> None:
    (section,) = every(part(drawn[edition]), "sectPr")
    assert [val(one) for one in every(section, "numFmt")] == ([form] if form else [])


def test_more_notes_than_word_circles_are_lettered(look: Look) -> None:
    def noted(number: int) -> Paragraph:
        lines = (
            Line(code, (Run("…"), Note(f"n{number}", number, (Line(code, (Run("…"),)),), again=code == "en")))
            for code in BOTH
        )
        return Paragraph("body", tuple(lines))

    root = part(render(document(BOTH, *map(noted, range(1, 29))), look, {}))
    assert [val(one) for one in every(root, "numFmt")] == ["lowerLetter"]
    marks = [line.removeprefix("…").strip() for line in paragraphs(root, "NormalSecond")]
    assert (marks[0], marks[25], marks[26]) == ("a", "z", "aa")


def test_two_marks_in_a_row_do_not_read_as_one_number(look: Look) -> None:
    notes = tuple(Note(name, at, says(("en",), "", "A source.")) for at, name in enumerate("ab", 1))
    line = Line("en", (Run("So it is."), *notes, Cite("x", 4), Cite("y", 5)))
    root = part(render(document(("en",), Paragraph("body", (line,))), look, {}))
    (paragraph,) = (node for node in root.iter(W + "p") if style_of(node) == "Normal")
    assert text(paragraph) == "So it is.,\u00a0[4]\u00a0[5]"


def test_a_mark_is_raised_by_itself_besides_its_style(drawn: dict[str, bytes], look: Look) -> None:
    flat = look.model_copy(update={"runs": {**look.runs, "note-mark": RunStyle()}})
    for data, raised in ((drawn["zh"], True), (render(EDITIONS["zh"], flat, PICTURES), False)):
        runs = [
            run
            for run in every(part(data), "r")
            if text(run) and any(val(one) == "FootnoteReference" for one in every(run, "rStyle"))
        ]
        assert runs
        assert all(bool(every(run, "vertAlign")) is raised for run in runs)


@pytest.mark.parametrize(
    ("edition", "told"),
    [
        ("zh", "国家高新区简报\t第1页，共9页"),
        ("en", "High-tech zones briefing\tPage 1 of 9"),
        ("interleaved", "国家高新区简报 · High-tech zones briefing\t1 / 9"),
    ],
)
def test_the_footer_says_the_short_title_and_the_page(edition: str, told: str, look: Look) -> None:
    data = render(EDITIONS[edition], look, PICTURES, Pages({}, 9))
    footer = part(data, "word/footer1.xml")
    assert paragraphs(footer) == [told]
    assert instructions(footer) == ["PAGE", "NUMPAGES"]


def test_no_field_is_dirty(drawn: dict[str, bytes]) -> None:
    assert not [node for data in drawn.values() for node in part(data).iter() if W + "dirty" in node.attrib]


def test_files_that_are_joined_share_no_bookmark(look: Look) -> None:
    """Their references would print each other's numbers."""
    files = [replace(EDITIONS["zh"], name=name, sealed=False) for name in ("a\nzh", "a\nen", "b\nzh")]
    names = [
        {val(mark, "name") for mark in every(part(render(file, look, PICTURES)), "bookmarkStart")} for file in files
    ]
    assert len(names[0] | names[1] | names[2]) == sum(map(len, names))
    assert len(names[0]) > 10
    for name in names[0]:
        assert re.fullmatch(r"_(Toc|Ref)\d{16}|_(Fig|Lin)\d{12}_\d{1,6}", name), (
            name
        )  # Word allows 40 characters, and writes digits itself


def test_an_edition_and_a_row_of_a_batch_have_a_name_of_their_own() -> None:
    briefing = read("content")
    names = [compose(briefing, edition).name for edition in briefing.editions]
    assert len(set(names)) == len(names) > 2
    of_cell = DataCell.at("010", Place("zones.csv", 2, 1), "010")
    assert compose(replace(briefing, row={"code": of_cell}), "zh").name not in names


def test_a_reference_that_is_updated_keeps_its_own_format(drawn: dict[str, bytes]) -> None:
    """A bare REF takes the color and weight of the caption's label."""
    codes = [code for code in instructions(part(drawn["en"])) if code.startswith("REF ")]
    assert len(codes) == 7
    assert all(code.endswith(" \\* MERGEFORMAT") for code in codes)


def test_the_lines_above_notes_are_as_high_in_every_program(drawn: dict[str, bytes]) -> None:
    root = part(drawn["zh"], "word/footnotes.xml")
    lines = [note.find(f"{W}p/{W}pPr/{W}spacing") for note in root if val(note, "type")]
    assert [(val(line, "lineRule"), val(line, "line")) for line in lines] == [("exact", "120")] * 2


def test_a_mark_that_readers_raise_themselves_is_raised_once(drawn: dict[str, bytes]) -> None:
    """docx-preview draws a run twice that is raised by itself: its notes would count 2, 4, 6, each listed twice."""
    marks = [run for run in every(part(drawn["zh"]), "r") if run.find(f"{W}footnoteReference") is not None]
    assert len(marks) == 2
    assert not [run for run in marks if run.find(f"{W}rPr/{W}vertAlign") is not None]
