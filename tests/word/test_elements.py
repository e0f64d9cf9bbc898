"""Elements on the page: lists, key figures, boxes, pictures with their words, two languages side by side."""

from __future__ import annotations

from dataclasses import replace

from reportgen.briefing_reader import read_look
from reportgen.document import (
    Bullets,
    Contents,
    Heading,
    Metric,
    Metrics,
    Paragraph,
    Phrase,
    Timeline,
    TimelineEntry,
    TitleBlock,
)
from reportgen.template.model import Look
from reportgen.word.body.render import flow, render
from tests.word.documents import BOTH, EDITIONS, PICTURES, document, says
from tests.word.parts import R, W, every, paragraphs, part, style_of, text, val

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def test_every_numbered_list_counts_from_one(drawn: dict[str, bytes]) -> None:
    root, numbering = part(drawn["zh"]), part(drawn["zh"], "word/numbering.xml")
    used = [
        val(node.find(f"{W}pPr/{W}numPr/{W}numId")) for node in root.iter(W + "p") if style_of(node) == "ListNumber"
    ]
    assert used == ["4", "4", "4", "5", "5"]
    shapes = {val(num, "numId"): val(num.find(f"{W}abstractNumId")) for num in every(numbering, "num")}
    assert len({shapes["4"], shapes["5"], shapes["6"]}) == 3  # lists of one shape would count on


def test_sources_are_a_numbered_list_of_their_own(drawn: dict[str, bytes]) -> None:
    assert paragraphs(part(drawn["en"]), "Bibliography")[1].startswith("Ministry of Industry")


def test_headings_are_one_list_tied_to_their_styles(drawn: dict[str, bytes]) -> None:
    levels = every(part(drawn["zh"], "word/numbering.xml"), "abstractNum")[0].findall(f"{W}lvl")
    assert [(val(level.find(f"{W}pStyle")), val(level.find(f"{W}lvlText"))) for level in levels] == [
        ("Heading1", "%1"),
        ("Heading2", "%1.%2"),
        ("Heading3", "%1.%2.%3"),
    ]


def test_headings_have_no_numbers_where_the_look_wants_none(look: Look) -> None:
    plain = look.model_copy(update={"numbering": "none"})
    data = render(EDITIONS["zh"], plain, PICTURES)
    assert paragraphs(part(data), "TOC1")[0].startswith("关键数字")
    heading = next(
        style for style in every(part(data, "word/styles.xml"), "style") if val(style, "styleId") == "Heading1"
    )
    assert heading.find(f"{W}pPr/{W}numPr") is None


def test_key_figures_are_text_in_reading_order(drawn: dict[str, bytes]) -> None:
    table = every(part(drawn["zh"]), "tbl")[0]
    cells = [[text(line) for line in cell.findall(f"{W}p")] for cell in every(table, "tc")]
    assert [cell for cell in cells if cell != [""]] == [
        ["1.7万亿元", "规模以上工业增加值", "2025年一季度"],
        ["增长7.1%", "同比增速", "2025年一季度"],
        ["178家", "国家高新区", "2023年11月以来"],
        ["约67%", "占全国独角兽企业的比重", "2024年"],
    ]


def test_units_and_qualifiers_of_key_figures_are_smaller(drawn: dict[str, bytes]) -> None:
    cell = every(part(drawn["zh"]), "tbl")[0].findall(f".//{W}tc")[6]
    runs = [(text(run), val(run.find(f"{W}rPr/{W}rStyle"))) for run in every(cell, "p/r")[:3]]
    assert runs == [("约", "MetricAffix"), ("67", ""), ("%", "MetricAffix")]


def test_a_key_figure_in_two_languages_is_set_large_once_over_both_labels(drawn: dict[str, bytes]) -> None:
    table = every(part(drawn["interleaved"]), "tbl")[0]
    cells = [[(style_of(line), text(line)) for line in cell.findall(f"{W}p")] for cell in every(table, "tc")]
    told = [[words for style, words in cell if "Period" not in style] for cell in cells if len(cell) > 1]
    assert told == [
        [
            "1.7万亿元",
            "规模以上工业增加值",
            "RMB 1.7 trillion · Value added of industrial enterprises above designated size",
        ],
        ["增长7.1%", "同比增速", "up 7.1% · Growth from a year earlier"],
        ["178家", "国家高新区", "National high-tech zones"],  # 178 stands there
        ["约67%", "占全国独角兽企业的比重", "about 67% · Share of the country’s unicorns"],
    ]
    assert all(sum(style.startswith("Metric") and style == "Metric" for style, _ in cell) <= 1 for cell in cells)


def metric_rows(look: Look, figures: list[str]) -> list[int]:
    """How many key figures stand in each row."""
    cells = tuple(Metric(says(("en",), "", figure), says(("en",), "", "what"), ()) for figure in figures)
    (table,) = every(part(render(document(("en",), Metrics(cells)), look, {})), "tbl")
    return [sum(bool(text(cell)) for cell in row.findall(f"{W}tc")) for row in table.findall(f"{W}tr")]


def test_key_figures_stand_in_even_rows_as_wide_as_they_need(look: Look) -> None:
    assert metric_rows(look, ["1"] * 3) == [3]
    assert metric_rows(look, ["1"] * 5) == [3, 2]
    assert metric_rows(look, ["RMB 1,234.5 billion"] * 4) == [2, 2]
    assert metric_rows(look, ["a figure so long that no line could ever hold two of its kind"] * 2) == [1, 1]


def test_a_box_keeps_its_words_together_with_its_title(drawn: dict[str, bytes]) -> None:
    box = next(node for node in every(part(drawn["en"]), "tbl") if text(node).startswith("How to read"))
    assert [style_of(line) for line in box.iter(f"{W}p")] == ["CalloutTitle", "Callout", "Callout"]
    assert [val(cell.find(f"{W}tcPr/{W}shd"), "fill") for cell in box.iter(f"{W}tc")] == ["E8EEF2"] * 3
    assert [row.find(f".//{W}keepNext") is not None for row in box.iter(f"{W}tr")] == [True, True, False]


def test_what_follows_contents_on_pages_of_their_own_begins_a_page_whatever_it_is() -> None:
    contents, key_figures = (
        next(each for each in EDITIONS["interleaved"].elements if isinstance(each, kind))
        for kind in (Contents, Metrics)
    )
    words, heading = Paragraph("body", says(BOTH, "文", "Words")), Heading("a", 1, (1,), says(BOTH, "甲", "A"))
    report = read_look("report")
    for opening, first in ((key_figures, "1.7万亿元"), (words, "文"), (heading, "甲\nA")):
        made = document(BOTH, contents, opening, Heading("b", 1, (2,), says(BOTH, "乙", "B")), words)
        lines = part(render(made, report, {})).iter(f"{W}p")
        assert [text(line) for line in lines if line.find(f"{W}pPr/{W}pageBreakBefore") is not None] == [first]
        assert [piece.place for piece in flow(made, report, {}).pieces if piece.starts] == [1]


def test_pictures_have_words_unique_ids_and_their_size(drawn: dict[str, bytes]) -> None:
    root = part(drawn["interleaved"])
    told = [(node.get("id"), node.get("name"), node.get("descr")) for node in root.iter(WP + "docPr")]
    assert told[0] == (
        "1",
        "图 1",
        "条形图：独角兽企业约67%，高新技术企业36%。 / Bar chart: unicorns about 67%, high-tech enterprises 36%.",
    )
    assert [number for number, _, _ in told] == ["1", "2"]
    assert [node.get("cx") for node in root.iter(WP + "extent")] == ["5832000", "5832000"]
    relations = {
        node.get("Id"): node.get("Target") for node in part(drawn["interleaved"], "word/_rels/document.xml.rels")
    }
    assert [relations[node.get(R + "embed")] for node in root.iter(A + "blip")] == [
        "media/image1.png",
        "media/image2.png",
    ]


def test_a_caption_stands_where_the_look_wants_it_and_stays_with_its_figure(
    drawn: dict[str, bytes], look: Look
) -> None:
    def order(data: bytes) -> list[str]:
        styles = [style_of(node) for node in part(data).iter(W + "p")]
        at = styles.index("Picture")
        return styles[at - 1 : at + 2]

    assert order(drawn["zh"]) == ["Caption", "Picture", "Note"]
    below = look.model_copy(update={"figure_caption": "below"})
    assert order(render(EDITIONS["zh"], below, PICTURES))[1:] == ["Picture", "Caption"]


def test_interleaved_a_paragraph_is_kept_with_its_translation(drawn: dict[str, bytes]) -> None:
    nodes = list(part(drawn["interleaved"]).iter(W + "p"))
    at = next(at for at, node in enumerate(nodes) if text(node).startswith("国家高新技术产业开发区"))
    assert [style_of(node) for node in nodes[at : at + 2]] == ["Normal", "NormalSecond"]
    assert nodes[at].find(f"{W}pPr/{W}keepNext") is not None
    assert text(nodes[at + 1]).startswith("China has 178")


def kept(data: bytes) -> list[tuple[str, bool]]:
    """Every paragraph's words, and whether it is kept with the next."""
    nodes = part(data).iter(W + "p")
    return [(text(node), node.find(f"{W}pPr/{W}keepNext") is not None) for node in nodes if text(node)]


def test_a_paragraph_that_leads_to_a_list_is_kept_with_its_first_item(look: Look) -> None:
    lead, item = (Paragraph("body", says(("en",), "", told)) for told in ("Four fields:", "Elsewhere:"))
    edition = document(("en",), lead, Bullets((says(("en",), "", "first"), says(("en",), "", "second"))), item)
    told = dict(kept(render(edition, look, {})))
    assert told == {"Four fields:": True, "first": False, "second": False, "Elsewhere:": False}


def test_no_moment_of_a_timeline_stands_alone_over_a_page_break(look: Look) -> None:
    moments = [says(("en",), "", when) for when in ("1988", "2008", "2020", "2023")]
    edition = document(("en",), Timeline(tuple(TimelineEntry(when, when) for when in moments)))
    assert [keep for _, keep in kept(render(edition, look, {}))[::2]] == [True, False, True, False]


def test_side_by_side_languages_share_the_rows_of_one_table(look: Look) -> None:
    words = says(BOTH, "字", "words")
    flowing = (Paragraph("lead", words), Paragraph("body", words), Bullets((words, words), ordered=True))
    edition = document(BOTH, *flowing, Heading("h", 1, (1,), words), *flowing[:1], layout="side-by-side")
    tables = every(part(render(edition, look, {})), "tbl")
    assert [len(table.findall(f"{W}tr")) for table in tables] == [4, 1]
    for row in every(tables[0], "tr"):
        assert [text(cell) for cell in row.findall(f"{W}tc")] == ["字", "words"]
        assert row.find(f"{W}trPr/{W}cantSplit") is not None


def test_side_by_side_only_a_long_pair_breaks_over_pages(look: Look) -> None:
    long = Paragraph("body", says(BOTH, "字" * 600, "words " * 300))
    (row,) = every(part(render(document(BOTH, long, layout="side-by-side"), look, {})), "tr")
    assert row.find(f"{W}trPr/{W}cantSplit") is None


def test_side_by_side_each_column_counts_its_list_from_one(look: Look) -> None:
    edition = document(BOTH, Bullets((says(BOTH, "字", "words"),) * 3, ordered=True), layout="side-by-side")
    rows = every(part(render(edition, look, {})), "tr")
    numbers = [[val(number) for number in every(row, "numId")] for row in rows]
    assert numbers == [["4", "5"]] * 3


def test_side_by_side_words_in_one_language_run_across(look: Look) -> None:
    one: Phrase = says(("zh",), "只有中文", "")
    edition = document(BOTH, Paragraph("body", one), layout="side-by-side")
    (cell,) = every(part(render(edition, look, {})), "tc")
    assert val(cell.find(f"{W}tcPr/{W}gridSpan")) == "2"


def test_notes_run_across_below_the_columns(drawn: dict[str, bytes]) -> None:
    columns = [
        node
        for node in every(part(drawn["side-by-side"]), "tbl")
        if val(node.find(f"{W}tblPr/{W}tblStyle")) == "ColumnsTable"
    ]
    styles = {style_of(node) for table in columns for node in table.iter(W + "p")}
    assert not {"Note", "Source", "Caption", "Heading1"} & styles


def test_issuer_and_issue_share_a_line_where_it_has_room(look: Look) -> None:
    words = says(("en",), "", "Research Group")
    block = TitleBlock(words, says(("en",), "", "No. 3"), says(("en",), "", "Title"), (), ())
    assert paragraphs(part(render(document(("en",), block), look, {})))[0] == "Research Group\tNo. 3"
    long = replace(block, issue=says(("en",), "", "A very long name of a series of briefings " * 3))
    assert paragraphs(part(render(document(("en",), long), look, {})))[:2] == [
        "Research Group",
        "A very long name of a series of briefings " * 3,
    ]
