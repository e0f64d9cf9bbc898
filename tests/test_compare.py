"""Passages of two languages are paired as they say the same, and every disagreement is told where it stands."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from reportgen.comparison.beads import pair_texts
from reportgen.comparison.compare import both_languages, compare_passages, one_language
from reportgen.comparison.headings import unnumbered
from reportgen.comparison.likeness import Rendering
from reportgen.comparison.sentences import sentences
from reportgen.comparison.spoken import by_language
from reportgen.differences import Difference
from reportgen.passages import Cell, Passage
from tests.test_cli import run

ZH = ["2024年，园区实现营业收入1.7万亿元。", "企业178家。利润326.4亿元。", "占比提高0.5个百分点。", "完。"]
EN = [
    "In 2024, revenue was RMB 1.7 trillion.",
    "There were 178 firms.",
    "Profits were RMB 32.64 billion.",
    "The share rose by 0.5%.",
    "The end.",
]


def passages(texts: list[str]) -> list[Passage]:
    return [Passage(f"paragraph {place}", text) for place, text in enumerate(texts, 1)]


def paired(zh: list[str], en: list[str]) -> list[tuple[str, str]]:
    """The sentences that are taken for the same."""
    first, second = sentences(passages(zh), "zh"), sentences(passages(en), "en")
    beads = pair_texts(first, second, Rendering, lambda sentence: sentence.figures).flow
    return [(" ".join(s.text for s in bead.first), " ".join(s.text for s in bead.second)) for bead in beads]


def test_sentences_are_paired_wherever_paragraphs_begin() -> None:
    zh = [ZH[0], "企业178家。", "利润326.4亿元。", "占比提高0.5个百分点。完。"]
    en = [f"{EN[0]} {EN[1]} {EN[2]}", *EN[3:]]
    expected = list(zip([ZH[0], "企业178家。", "利润326.4亿元。", "占比提高0.5个百分点。", "完。"], EN, strict=True))
    assert paired(zh, en) == expected


def test_a_sentence_that_was_split_in_translation_is_paired_with_both_parts() -> None:
    zh = [ZH[0], "企业178家，利润326.4亿元。", *ZH[2:]]
    assert paired(zh, EN)[1] == ("企业178家，利润326.4亿元。", f"{EN[1]} {EN[2]}")


def test_a_disagreement_in_a_paragraph_that_was_split_stands_in_the_part_that_has_it() -> None:
    wrong = [EN[0], EN[1], "Profits were RMB 3.264 billion.", *EN[3:]]
    first = next(each for each in found_in(passages(ZH), passages(wrong)) if "326" in each.zh_sentence)
    assert (first.zh_place, first.en_place) == ("paragraph 2", "paragraph 3")
    assert (first.zh_sentence, first.en_sentence) == ("利润326.4亿元。", "Profits were RMB 3.264 billion.")


@pytest.mark.parametrize("left_out", [0, 1, 2])
def test_figures_tell_which_of_several_like_paragraphs_was_left_out(left_out: int) -> None:
    zh = ["园区共有企业178家。", "园区共有专利326件。", "园区共有学校540所。"]
    en = ["The zone has 178 firms.", "The zone has 326 patents.", "The zone has 540 schools."]
    del en[left_out]
    pairs = paired(zh, en)
    assert [first for first, second in pairs if not second] == [zh[left_out]]
    assert len(pairs) == 3
    (lost,) = found_in(passages(zh), passages(en))
    assert (lost.severity, lost.change, lost.zh_sentence) == ("error", "dropped", zh[left_out])


def test_a_paragraph_that_was_left_out_does_not_shift_the_others() -> None:
    lost = "企业178家。利润326.4亿元。"
    assert paired(ZH, [EN[0], EN[3], EN[4]]) == [
        (ZH[0], EN[0]),
        ("企业178家。 利润326.4亿元。", ""),
        (ZH[2], EN[3]),
        (ZH[3], EN[4]),
    ]
    told = [each for each in found_in(passages(ZH), passages([EN[0], EN[3], EN[4]])) if each.change == "dropped"]
    assert [(each.code, each.zh_sentence, each.zh_place) for each in told] == [("text/dropped", lost, "paragraph 2")]


def test_a_disagreement_is_told_with_its_sentences_its_places_and_the_right_rendering() -> None:
    (found,) = found_in(passages(ZH), passages(EN))
    assert found.code == "figures/percent-vs-pp"
    assert (found.zh_place, found.en_place) == ("paragraph 3", "paragraph 4")
    assert (found.zh_sentence, found.en_sentence) == (ZH[2], EN[3])
    assert found.suggestion.replace("\u00a0", " ") == "0.5 percentage points"


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("图1 园区178家\nFigure 1 There are 178 zones", ["图1 园区178家"], ["Figure 1 There are 178 zones"]),
        ("1\t关键数字 Key figures\t3", ["1", "关键数字", "3"], ["1", "Key figures", "3"]),
        ("19.3", ["19.3"], ["19.3"]),
        ("灵犀X2和DFM-2都在展出。", ["灵犀X2和DFM-2都在展出。"], []),
        ("—", [], []),
    ],
)
def test_a_passage_in_two_languages_is_parted(text: str, zh: list[str], en: list[str]) -> None:
    parted = by_language([Passage("p", text)])
    assert ([p.text for p in parted["zh"]], [p.text for p in parted["en"]]) == (zh, en)


def test_a_bare_figure_is_the_english_of_the_chinese_before_it() -> None:
    parted = by_language(passages(["1988年", "1988", "19.3"]))
    assert ([p.text for p in parted["zh"]], [p.text for p in parted["en"]]) == (["1988年", "19.3"], ["1988", "19.3"])


@pytest.mark.parametrize(
    ("lines", "english"),
    [
        (["178家", "园区数", "Number of zones"], ["178", "Number of zones"]),
        (["178家", "园区数", "about 178 · Number of zones"], ["about 178 · Number of zones"]),  # told in English too
        (["178家", "178", "园区数", "Number of zones"], ["178", "Number of zones"]),
        (["178万", "园区数", "Number of zones"], ["Number of zones"]),  # a scale is no unit
        (["178家", "园区数"], []),
    ],
)
def test_a_key_figure_told_once_stands_for_both_labels_under_it(lines: list[str], english: list[str]) -> None:
    cells = [Passage("p", line, cell=Cell(1, 1, 0, 0)) for line in lines]
    other = [Passage("p", text, cell=Cell(1, 1, 1, 1)) for text in ("67%", "占比", "Share of both")]
    parted = by_language([*cells, *other])
    assert [passage.text for passage in parted["en"]] == [*english, "67%", "Share of both"]


def test_a_unit_in_the_head_of_a_column_is_no_figure() -> None:
    assert found_in(passages(["万亿元"]), passages(["RMB trillion"])) == ()
    assert len(found_in(passages(["投资突破万亿元"]), passages(["A lot was invested"]))) == 1


# ---- tables --------------------------------------------------------------------------

Rows = list[list[str]]


def table(rows: Rows, number: int = 1) -> list[Passage]:
    """A table's passages: a paragraph for each line of a cell; `>` says that the cell spans the next column too."""
    made: list[Passage] = []
    for row, cells in enumerate(rows):
        column = 0
        for text in cells:
            last = column + text.count(">")
            place = f"table {number} row {row + 1} cell {column + 1}"
            cell = Cell(number, row, column, last)
            made += [Passage(place, line, cell=cell) for line in text.strip(">").split("\n") if line]
            column = last + 1
    return made


def found_in(zh: list[Passage], en: list[Passage]) -> tuple[Difference, ...]:
    return compare_passages([zh, en], languages=("zh", "en"))


def errors(found: Iterable[Difference]) -> list[str]:
    return [each.message for each in found if each.severity == "error"]


def compared(zh: list[Passage], en: list[Passage]) -> list[str]:
    return errors(found_in(zh, en))


def compared_within(passages: list[Passage]) -> list[str]:
    return errors(compare_passages([passages]))


HEADED: dict[str, tuple[Rows, Rows]] = {
    "a line of its own": (
        [["项目", "收入\n亿元", "游客\n万人次"], ["餐饮", "18.2", "1,286.4"], ["住宿", "−14.3", "9.6"]],
        [
            ["Item", "Revenue\nRMB billion", "Visits\n10,000 visits"],
            ["Food", "1.82", "1286.4"],
            ["Beds", "−1.43", "9.6"],
        ],
    ),
    "in brackets": (
        [["项目", "产值（亿元）", "产量（万吨）"], ["餐饮", "18.2", "12.3"], ["住宿", "约14.3*", "3—5"]],
        [
            ["Item", "Output (RMB million)", "Output ('000 tonnes)"],
            ["Food", "1,820", "123"],
            ["Beds", "about 1,430*", "30–50"],
        ],
    ),
    "alone": (
        [["", "亿元", "%"], ["餐饮", "18.2", "7.1"], ["住宿", "14.3", "6.5%"]],
        [["", "RMB billion", "%"], ["Food", "1.82", "7.1%"], ["Beds", "1.43", "6.5"]],
    ),
    "behind a stroke or a comma": (
        [["项目", "产值/亿元", "产量，万吨"], ["餐饮", "18.2", "12.3"]],
        [["Item", "Output, RMB billion", "Output, thousand tonnes"], ["Food", "1.82", "123"]],
    ),
    "over several columns": (
        [["项目", "收入（亿元）>", "增速（%）"], ["", "2023", "2024", ""], ["餐饮", "17.1", "18.2", "6.4"]],
        [["Item", "Revenue (RMB billion)>", "Growth (%)"], ["", "2023", "2024", ""], ["Food", "1.71", "1.82", "6.4"]],
    ),
    "under a head over several": (
        [["项目", "收入>"], ["", "金额\n亿元", "比重\n%"], ["餐饮", "18.2", "6.4"]],
        [["Item", "Revenue>"], ["", "Amount\nRMB billion", "Share\n%"], ["Food", "1.82", "6.4"]],
    ),
    "in the head of a row": (
        [["指标", "2023年", "2024年"], ["收入（亿元）", "17.1", "18.2"], ["游客（万人次）", "120", "130"]],
        [
            ["Indicator", "2023", "2024"],
            ["Revenue (RMB billion)", "1.71", "1.82"],
            ["Visits (million visits)", "1.20", "1.30"],
        ],
    ),
    "in a column of units": (
        [["指标", "单位", "2024年"], ["收入", "亿元", "18.2"], ["游客", "万人次", "120"]],
        [["Indicator", "Unit", "2024"], ["Revenue", "RMB billion", "1.82"], ["Visits", "million visits", "1.20"]],
    ),
    "of a thing the engine does not know": (
        [["项目", "产量（万台套）", "强度（吨/万元）"], ["餐饮", "18.2", "0.5"], ["住宿", "14.3", "0.6"]],
        [
            ["Item", "Output (10 000 sets)", "Intensity (t/RMB 10,000)"],
            ["Food", "18.2", "0.5"],
            ["Beds", "14.3", "0.6"],
        ],
    ),
    "known to one side only": (
        [["项目", "增速（%）", "密度（人/亩）"], ["餐饮", "7.1", "3.5"]],
        [["Item", "Growth", "Density (people/mu)"], ["Food", "7.1", "3.5"]],
    ),
}


@pytest.mark.parametrize("kind", HEADED)
def test_a_bare_figure_has_the_unit_of_its_head(kind: str) -> None:
    zh, en = HEADED[kind]
    assert compared(table(zh), table(en)) == []
    both = [
        [
            "\n".join(filter(None, (a.strip(">"), b))) if a.strip(">") != b.strip(">") else a
            for a, b in zip(*rows, strict=True)
        ]
        for rows in zip(zh, en, strict=True)
    ]
    assert compared_within(table(both)) == []


@pytest.mark.parametrize("kind", HEADED)
def test_a_mismatch_under_heads_is_told_once(kind: str) -> None:
    zh, en = HEADED[kind]
    last = en[-1][-1]
    wrong = [*en[:-1], [*en[-1][:-1], last[:-1] + str(int(last[-1]) % 9 + 1)]]
    assert len(compared(table(zh), table(wrong))) == 1


def test_a_mismatch_under_heads_is_told_with_the_unit_and_where_it_is_from() -> None:
    zh, en = HEADED["alone"]
    wrong = [en[0], ["Food", "1.28", "7.1%"], en[2]]
    (found,) = found_in(table(zh), table(wrong))
    assert (found.zh_sentence, found.en_sentence) == ("18.2亿元", "RMB 1.28 billion")
    assert found.en_place == "table 1 row 2 cell 2, in RMB billion, row “Food”, column “RMB billion”"


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("单位：亿元", "Unit: RMB billion"),
        ("（单位：亿元）", "(units: RMB billion)"),
        ("表1 各项收入（亿元）", "Table 1 Revenue (RMB billion)"),
    ],
)
def test_a_unit_above_a_table_holds_for_all_of_it(zh: str, en: str) -> None:
    rows = [["2023", "2024"], ["17.1", "18.2"]], [["2023", "2024"], ["1.71", "1.82"]]
    chinese, english = ([["项目", *row[0]], ["餐饮", *row[1]]] for row in rows)
    assert compared([Passage("p", zh), *table(chinese)], [Passage("p", en), *table(english)]) == []


def test_a_head_in_two_languages_on_one_line_gives_each_its_unit() -> None:
    rows = [
        ["项目 Item", "产值（亿元） Output (RMB billion)", "亿元/RMB billion"],
        ["餐饮 Food", "18.2\n1.82", "9.6\n0.96"],
    ]
    assert compared_within(table(rows)) == []
    wrong = [rows[0], ["餐饮 Food", "18.2\n1.82", "9.6"]]
    assert len(compared_within(table(wrong))) == 1


def test_heads_of_other_words_give_no_unit() -> None:
    zh = [["年份", "第几期", "企业（2024年）"], ["2019", "3", "178家"]]
    en = [["Year", "Issue", "Firms (2024)"], ["2019", "3", "178"]]
    assert compared(table(zh), table(en)) == []


# ---- grids ----------------------------------------------------------------------------

CARDS = [
    ("178家\n高新区数量\n截至2025年6月", "178\nHigh-tech zones\nas of June 2025"),
    ("1.7万亿元\n工业增加值\n2025年一季度", "RMB 1.7 trillion\nIndustrial value added\nQ1 2025"),
    ("7.1%\n工业增加值增速\n2025年一季度", "7.1%\nGrowth in industrial value added\nQ1 2025"),
    ("百余家\n入驻企业\n截至2025年6月", "more than 100\nCompanies settled\nas of June 2025"),
    ("67%\n独角兽企业占比\n截至2024年底", "67%\nShare of unicorns\nas of end-2024"),
    ("约35亿美元\n外贸货值\n2025年一季度", "about US$3.5 billion\nValue of foreign trade\nQ1 2025"),
]


def cards(texts: Sequence[str], across: int, number: int = 1) -> list[Passage]:
    """Texts as cards in a grid, row by row."""
    return table([list(texts[at : at + across]) for at in range(0, len(texts), across)], number)


@pytest.mark.parametrize("count", range(2, 7))
@pytest.mark.parametrize(("zh", "en"), [(across, other) for across in range(1, 5) for other in range(1, 5)])
def test_cards_are_read_in_order_however_many_stand_side_by_side(count: int, zh: int, en: int) -> None:
    chinese, english = ([pair[side] for pair in CARDS[:count]] for side in (0, 1))
    assert compared(cards(chinese, zh), cards(english, en)) == []
    wrong = [english[0], english[1].replace("1.7", "1.9"), *english[2:]]
    assert [each[:17] for each in compared(cards(chinese, zh), cards(wrong, en))] == ["the digits differ"]
    assert compared_within([*cards(chinese, zh), *passages(["以上为要点。"]), *cards(english, en, 2)]) == []


def test_cards_left_out_or_exchanged_are_told_in_a_grid_of_another_width() -> None:
    zh, en = ([pair[side] for pair in CARDS] for side in (0, 1))
    assert len(compared(cards(zh, 3), cards(en[1:], 2))) == 1
    assert len(compared(cards(zh, 3), cards([*en[:3], *en[4:]], 2))) == 1
    exchanged = [en[0].replace("178", "67%"), *en[1:4], en[4].replace("67%", "178"), en[5]]
    assert len(compared(cards(zh, 3), cards(exchanged, 2))) >= 2


def test_a_round_figure_is_no_unit_of_its_column() -> None:
    zh = table([["百余家\n入驻企业", "上千人\n科研人员"]])
    assert compared(zh, table([["more than 100\nCompanies", "at least 1,000\nResearchers"]])) == []
    assert len(compared(zh, table([["more than 1,000\nCompanies", "at least 1,000\nResearchers"]]))) == 1


# ---- languages of figures without words ------------------------------------------------

CARD = "1108家\n1,108\n民宿\nHomestays"


def test_a_bare_figure_in_a_cell_of_two_languages_is_the_english_of_the_chinese_before_it() -> None:
    assert compared_within(table([[CARD, "47.5%\n47.5%\n客房出租率\nRoom occupancy"]])) == []
    wrong = table([[CARD.replace("1,108", "1,109"), "47.5%\n占比\nShare"]])
    assert [message[:17] for message in compared_within(wrong)] == ["the digits differ"]


FACING = [
    [["项目", "2019年", "占比"], ["餐饮", "7.1", "12%"], ["住宿", "4.9", "15%"]],
    [["Item", "2019", "Share"], ["Food", "7.1", "12%"], ["Lodging", "4.9", "15%"]],
]


def test_one_language_set_after_the_other_gives_its_figures_its_language() -> None:
    zh = [*passages(["收入结构", "各项收入如下。"]), *table(FACING[0], 1), *passages(["以上为全部收入。", "完。"])]
    en = [*passages(["Revenue", "Revenue was as follows."]), *table(FACING[1], 2), *passages(["That is all.", "End."])]
    assert compared_within([*zh, *en]) == []
    _, english = both_languages([*zh, *en])
    assert [passage.text for passage in english] == [passage.text for passage in one_language(en, "en")]
    wrong = table([*FACING[1][:2], ["Lodging", "4.9", "51%"]], 2)
    assert len(compared_within([*zh, *en[:2], *wrong, *en[-2:]])) == 1


def test_a_table_for_each_language_between_paragraphs_in_both_keeps_its_own_figures() -> None:
    both = passages(["收入结构", "Revenue", "各项收入如下。", "Revenue was as follows."])
    zh = [["项目", "亿元"], ["餐饮", "18.2"]]
    en = [["Item", "RMB billion"], ["Food", "1.82"]]
    assert compared_within([*both, *table(zh, 1), *table(en, 2), *both]) == []


def test_a_table_of_names_keeps_the_language_of_its_other_words() -> None:
    zh = [*passages(["产业概况"]), *table([["品牌", "销量（万辆）"], ["BYD", "427.2"], ["Tesla", "178.9"]], 1)]
    en = [*passages(["Overview"]), *table([["Brand", "Sales (million cars)"], ["BYD", "4.272"], ["Tesla", "1.789"]], 2)]
    assert compared_within([*zh, *en]) == []


def test_a_table_with_a_column_for_each_language_keeps_the_figures_of_each() -> None:
    both = passages(["收入结构", "Revenue", "各项收入如下。", "Revenue was as follows."])
    rows = [["中文", "English"], ["餐饮收入", "Food revenue"], ["18", "19"]]
    assert len(compared_within([*both, *table(rows), *both])) == 1


# ---- numbers of headings -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("2.1  Month by month", "Month by month"),
        ("2.1\tMonth by month", "Month by month"),
        ("3.\u3000供给能力", "供给能力"),
        ("12.5%  of all", "12.5%  of all"),
        ("2.1 million visits", "2.1 million visits"),
    ],
)
def test_a_number_that_a_gap_sets_off_is_no_figure(text: str, left: str) -> None:
    assert [passage.text for passage in unnumbered(passages([text]))] == [left]


def test_a_number_typed_before_a_heading_is_none_where_it_counts_on() -> None:
    typed = ["1 Overview", "2 Visitors", "2.1 Month by month", "2.2 Milestones", "2.1 million visits", "3. Supply"]
    typed += ["3 provinces lead", "4 Money", "（1）资金", "5、结论"]
    headings = [replace(passage, level=1) for passage in passages(typed)]
    left = ["Overview", "Visitors", "Month by month", "Milestones", "2.1 million visits", "Supply"]
    left += ["3 provinces lead", "Money", "资金", "结论"]
    assert [passage.text for passage in unnumbered(headings)] == left
    assert [passage.text for passage in unnumbered(passages(typed))] == typed


# ---- Word files ---------------------------------------------------------------------------


def word(path: Path, paragraphs: list[str], rows: Rows | None = None) -> Path:
    """A Word file by python-docx: its first paragraph a heading."""
    document = docx.Document()
    document.add_heading(paragraphs[0], 2)
    for text in paragraphs[1:]:
        document.add_paragraph(text)
    if rows:
        made = document.add_table(len(rows), len(rows[0]))
        for row, texts in zip(made.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    document.save(str(path))
    return path


def test_word_files_are_compared_with_their_heads_in_either_order(tmp_path: Path) -> None:
    zh = word(tmp_path / "a.docx", ["1.1 逐月走势", "收入如下。"], HEADED["alone"][0])
    en = word(tmp_path / "b.docx", ["1.1 Month by month", "Revenue was as follows."], HEADED["alone"][1])
    for files in ([zh, en], [en, zh]):
        done = run("compare", *files, cwd=tmp_path)
        assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "no errors, no warnings", "")


def test_two_files_in_one_language_are_two_editions(tmp_path: Path) -> None:
    word(tmp_path / "a.docx", ["逐月走势", "共有178家。"])
    word(tmp_path / "b.docx", ["逐月走势", "共有187家。"])
    done = run("compare", "a.docx", "a.docx", cwd=tmp_path)
    assert (done.returncode, done.stdout.strip()) == (0, "no errors, no warnings")
    done = run("compare", "a.docx", "b.docx", cwd=tmp_path)
    assert done.returncode == 1
    assert "was 178家, is 187家" in done.stdout


def test_a_file_without_words_is_not_compared(tmp_path: Path) -> None:
    word(tmp_path / "a.docx", ["逐月走势", "共有178家。"])
    word(tmp_path / "b.docx", ["178"])
    done = run("compare", "a.docx", "b.docx", cwd=tmp_path)
    assert (done.returncode, done.stderr.strip()) == (2, "reportgen: b.docx: no text was found to compare")


def test_numbers_agree_tells_two_text_files_as_json(tmp_path: Path) -> None:
    (tmp_path / "zh.txt").write_text("\n".join(ZH), encoding="utf-8")
    (tmp_path / "en.txt").write_text("\n".join(EN), encoding="utf-8")
    done = run("numbers", "agree", "zh.txt", "en.txt", "--format", "json", cwd=tmp_path)
    assert done.returncode == 1
    (told,) = json.loads(done.stdout)
    assert (told["severity"], told["diagnosis"]) == ("error", "percent_vs_pp")
    assert (told["zh"]["place"], told["en"]["place"]) == ("zh.txt:3", "en.txt:4")
    assert told["en"]["figure"]["text"] == "0.5%"


def test_numbers_read_tells_a_figure_in_both_languages(tmp_path: Path) -> None:
    done = run("numbers", "read", "近4500亿元", cwd=tmp_path)
    assert done.returncode == 0
    assert [line.split(maxsplit=1) for line in done.stdout.splitlines()][-2:] == [
        ["zh", "近4500亿元"],
        ["en", "nearly RMB\u00a0450\u00a0billion"],
    ]


def test_numbers_read_of_no_figure_is_one_clear_error(tmp_path: Path) -> None:
    done = run("numbers", "read", "the end", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("reportgen: expected a figure")


def test_numbers_write_takes_a_typed_quantity(tmp_path: Path) -> None:
    done = run("numbers", "write", "{money: 4.5e11, qualifier: nearly}", cwd=tmp_path)
    assert "近4500亿元" in done.stdout


def test_numbers_find_reads_standard_input_by_line_and_column(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("无\n共有178家。", encoding="utf-8")
    done = run("numbers", "find", "a.txt", cwd=tmp_path)
    assert done.stdout.startswith("2:3: 178家")
