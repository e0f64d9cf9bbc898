"""Passages of two languages are paired as they say the same, and every disagreement is told where it stands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportgen.compare import Passage, by_language, differences, pair
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


def test_a_paragraph_that_was_split_in_translation_is_paired_with_both_parts() -> None:
    pairs = pair(passages(ZH), passages(EN))
    assert [(len(each.zh), len(each.en)) for each in pairs] == [(1, 1), (1, 2), (1, 1), (1, 1)]


def test_a_paragraph_that_was_left_out_does_not_shift_the_others() -> None:
    pairs = pair(passages(ZH), passages([EN[0], EN[3], EN[4]]))
    assert [([p.place for p in each.zh], [p.place for p in each.en]) for each in pairs] == [
        (["paragraph 1"], ["paragraph 1"]),
        (["paragraph 2"], []),
        (["paragraph 3"], ["paragraph 2"]),
        (["paragraph 4"], ["paragraph 3"]),
    ]


def test_a_disagreement_is_told_with_its_sentences_its_places_and_the_right_rendering() -> None:
    (found,) = differences(pair(passages(ZH), passages(EN)))
    assert found.found.diagnosis == "percent_vs_pp"
    assert (found.zh_place, found.en_place) == ("paragraph 3", "paragraph 4")
    assert (found.zh_sentence, found.en_sentence) == (ZH[2], EN[3])
    assert found.found.suggestion.replace("\u00a0", " ") == "0.5 percentage points"


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


def test_a_unit_in_the_head_of_a_column_is_no_figure() -> None:
    assert list(differences(pair(passages(["万亿元"]), passages(["RMB trillion"])))) == []
    assert len(list(differences(pair(passages(["投资突破万亿元"]), passages(["A lot was invested"]))))) == 1


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
