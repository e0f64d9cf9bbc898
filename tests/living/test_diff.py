"""`diff` tells facts, where they are printed, charts and wording of two editions, however they are given."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import reportgen
from reportgen.living.delta.found import Delta, FactChange, Fate, WordingChange
from reportgen.living.delta.words import tokens, word_by_word
from reportgen.problems import ChoiceError
from reportgen.reports.delta_data import as_json
from reportgen.reports.delta_page import as_page
from reportgen.reports.delta_text import as_text
from tests.living import samples
from tests.living.changed import LATER, changed
from tests.living.draft import Draft
from tests.test_cli import run as run_in


@pytest.fixture(scope="session")
def later(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("later")
    for name, changes in LATER.items():
        changed(samples.folder(name), folder / name, changes)
    return folder


def run(*arguments: str | Path) -> tuple[int, str, str]:
    done = run_in(*arguments, cwd=Path(samples.folder("ferry")))
    return done.returncode, done.stdout, done.stderr


def _fact(delta: Delta, name: str) -> FactChange:
    return next(each for each in delta.facts if each.name == name)


def _said(change: WordingChange) -> str:
    return "".join(one.text if one.sign == "=" else f"[{one.sign}{one.text}]" for one in change.stretches)


@pytest.mark.parametrize("name", ["ferry", "shipped"])
def test_a_folder_and_itself_tell_the_same(name: str) -> None:
    assert not reportgen.diff(samples.folder(name), samples.folder(name))


@pytest.mark.parametrize("edition", ["zh", "en", "bilingual"])
@pytest.mark.parametrize("name", ["ferry", "shipped"])
def test_a_file_and_the_content_that_it_was_built_from_tell_the_same(name: str, edition: str, tmp_path: Path) -> None:
    file = tmp_path / "file.docx"
    file.write_bytes(samples.built(name, edition))
    assert not reportgen.diff(file, samples.folder(name))
    assert not reportgen.diff(samples.folder(name), file)
    assert not reportgen.diff(file, file)


def test_amounts_move_in_percent_and_shares_in_points_in_both_languages(later: Path) -> None:
    delta = reportgen.diff(samples.folder("shipped"), later / "shipped")
    amount, share = _fact(delta, "value_added_q1"), _fact(delta, "high_tech_enterprises")
    assert (amount.by, amount.measure, dict(amount.change)) == (
        "11.8", "percent", {"zh": "增长11.8%", "en": "up 11.8%"},
    )  # fmt: skip
    assert (share.by, share.measure, dict(share.change)) == (
        "2", "pp", {"zh": "提高2个百分点", "en": "up 2\xa0percentage points"},
    )  # fmt: skip
    assert _fact(delta, "growth_q1").by == "-0.7"


def test_a_fact_is_told_with_every_place_that_prints_it_in_both_languages(later: Path) -> None:
    spots = _fact(reportgen.diff(samples.folder("ferry"), later / "ferry"), "fuel").now.spots  # type: ignore[union-attr]
    for language, printed in (("zh", "1980万元"), ("en", "RMB\xa019.8\xa0million")):
        own = [spot for spot in spots if spot.language == language]
        assert {spot.printed for spot in own if spot.form != "chart"} == {printed}
        assert len(own) == 4  # the sentence, the chart, the cell, the item of a list
        assert sum(spot.form == "chart" for spot in own) == 1
    cell = next(spot for spot in spots if spot.language == "en" and "Costs in detail" in str(spot.place))
    assert cell.heading == "Money"
    assert str(cell.place).endswith("fuel costs, Amount")


def test_wording_is_told_word_by_word_and_a_figure_alone_is_no_wording(later: Path) -> None:
    delta = reportgen.diff(samples.folder("ferry"), later / "ferry")
    said = [_said(each) for each in delta.wording if each.fate is Fate.CHANGED]
    assert any("[-天气仍][+潮汐才]是主要原因" in each for each in said)
    assert any("the [-weather][+tide] was[- again] the main cause" in each for each in said)
    assert not any("96.5%" in each or "48.6" in each for each in said)


def test_a_paragraph_that_stands_elsewhere_has_moved_and_a_row_less_is_gone(later: Path) -> None:
    delta = reportgen.diff(samples.folder("ferry"), later / "ferry")
    assert {each.language for each in delta.wording if each.fate is Fate.MOVED} == {"zh", "en"}
    gone = [each.then.text for each in delta.wording if each.fate is Fate.GONE and each.then]
    assert "工资支出" in gone
    assert any("dredged" in each.now.text for each in delta.wording if each.fate is Fate.NEW and each.now)


def test_a_chart_that_shows_something_else_is_told_with_its_facts(later: Path) -> None:
    delta = reportgen.diff(samples.folder("ferry"), later / "ferry")
    assert {each.name: each.facts for each in delta.charts} == {
        "change": ("passengers_change",), "costs": ("fuel",),
    }  # fmt: skip


@pytest.mark.parametrize("edition", ["zh", "bilingual"])
def test_two_files_tell_what_their_folders_tell(edition: str, later: Path, tmp_path: Path) -> None:
    files = [tmp_path / "then.docx", tmp_path / "now.docx"]
    files[0].write_bytes(samples.built("ferry", edition))
    (now,) = reportgen.build(later / "ferry", editions=[edition], pages="estimate")
    files[1].write_bytes(now.data)
    by_files, beside = reportgen.diff(*files), reportgen.diff(files[0], later / "ferry")
    assert {each.name for each in by_files.facts} == {each.name for each in beside.facts}
    assert {each.name for each in by_files.facts if "figure" in each.moved} == {
        "passengers", "passengers_change", "fuel", "on_time",
    }  # fmt: skip
    assert [_said(each) for each in by_files.wording] == [_said(each) for each in beside.wording]


def test_words_that_a_person_typed_into_a_file_are_wording(tmp_path: Path) -> None:
    file = tmp_path / "file.docx"
    draft = Draft(samples.built("ferry", "zh"))
    text = next(each for each in draft.body.iter() if each.tag.endswith("}t") and "码头启用" in (each.text or ""))
    assert text.text is not None
    text.text = text.text.replace("码头启用", "码头去年启用")
    file.write_bytes(draft.finished())
    delta = reportgen.diff(samples.folder("ferry"), file)
    assert not delta.facts
    assert [_said(each) for each in delta.wording] == ["新码头[+去年]启用后，候船时间明显缩短。"]


def test_manifests_tell_facts_without_places(later: Path, tmp_path: Path) -> None:
    for name, folder in (("then", samples.folder("ferry")), ("now", later / "ferry")):
        reportgen.build(folder, tmp_path / name, editions=["zh"], pages="estimate", manifest=True)
    delta = reportgen.diff(tmp_path / "then/manifest.json", tmp_path / "now/manifest.json")
    assert {each.name for each in delta.facts} == {"passengers", "passengers_change", "fuel", "on_time"}
    assert _fact(delta, "fuel").by == "6.5"
    assert not delta.wording
    assert "no words" in str(delta.told[0])


@pytest.mark.parametrize(
    ("then", "now", "reason"),
    [
        ("folder", "manifest", "a manifest is compared with a manifest"),
        ("folder", "nothing", "there is no"),
        ("zh", "en", "one is in zh, the other in en"),
        ("folder", "sealed", "carries no facts of ours"),
    ],
)
def test_what_cannot_be_held_against_each_other_is_refused(then: str, now: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "zh.docx").write_bytes(samples.built("ferry", "zh"))
    (tmp_path / "en.docx").write_bytes(samples.built("ferry", "en"))
    (tmp_path / "manifest.json").write_text("{}", encoding="utf-8")
    (sealed,) = reportgen.build(samples.folder("ferry"), editions=["zh"], pages="estimate", sealed=True)
    (tmp_path / "sealed.docx").write_bytes(sealed.data)
    paths = {"folder": samples.folder("ferry"), "manifest": tmp_path / "manifest.json", "nothing": tmp_path / "x.docx"}
    sides = [paths.get(name, tmp_path / f"{name}.docx") for name in (then, now)]
    with pytest.raises(ChoiceError, match=reason):
        reportgen.diff(*sides)


def test_reports_say_what_was_found(later: Path) -> None:
    delta = reportgen.diff(samples.folder("ferry"), later / "ferry")
    text = as_text(delta, "en")
    assert "en: RMB\xa018.6\xa0million → RMB\xa019.8\xa0million (up 6.5%)" in text
    assert "[-weather-]{+tide+}" in text
    data = json.loads(as_json(delta))
    assert {each["name"] for each in data["facts"]} == {each.name for each in delta.facts}
    assert data["same"] is False
    page = as_page(delta)
    assert "<del>weather</del><ins>tide</ins>" in page
    assert "<script" not in page


def test_the_command_exits_with_1_where_they_differ_and_writes_tracked_changes(later: Path, tmp_path: Path) -> None:
    out = tmp_path / "changes.docx"
    code, printed, told = run("diff", samples.folder("ferry"), later / "ferry", "--docx", out, "--edition", "en")
    assert code == 1
    assert "fuel" in printed
    assert "tracked changes" in told
    assert out.read_bytes()[:2] == b"PK"
    assert run("diff", samples.folder("ferry"), samples.folder("ferry"), "--format", "json")[0] == 0
    assert run("diff", samples.folder("ferry"), tmp_path / "nothing")[0] == 2
    assert run("diff", samples.folder("ferry"), later / "ferry", "--docx", tmp_path / "out.pdf")[0] == 2


def test_a_letter_that_both_have_by_chance_is_no_word() -> None:
    found = word_by_word(tokens("天气仍是主要原因"), tokens("潮汐才是次要因素"))
    assert [(one.sign, one.text) for one in found] == [
        ("-", "天气仍是主要原因"), ("+", "潮汐才是次要因素"),
    ]  # fmt: skip


def test_a_figure_is_one_word_and_told_by_its_fact() -> None:
    assert [word for word, _ in tokens("达1.7万亿元。", [(1, 7, "output")])] == ["达", "1.7万亿元", "。"]
    found = word_by_word(tokens("产值1万元，上升", [(2, 5, "a")]), tokens("产值2万元，下降", [(2, 5, "a")]))
    assert [(one.sign, one.text) for one in found] == [("=", "产值2万元，"), ("-", "上升"), ("+", "下降")]
