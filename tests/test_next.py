"""`new --next` makes the next edition: facts rolled on, what is to be renewed marked, all else as it was."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import reportgen
from reportgen.living.delta.found import Fate
from reportgen.next_edition import next_edition, put_next
from reportgen.problems import ChoiceError, ContentError
from tests.content import write_content
from tests.living import samples
from tests.test_cli import run

QUARTERLY = Path(__file__).parents[1] / "examples" / "quarterly"


def _next(content: Path, folder: Path, when: str) -> str:
    put_next(content, folder, next_edition(content, when))
    return (folder / "facts.yaml").read_text(encoding="utf-8")


def test_a_figure_of_the_period_is_kept_and_the_fact_waits_for_the_new_one(tmp_path: Path) -> None:
    facts = _next(write_content(tmp_path / "old"), tmp_path / "new", "2025-Q3")
    assert facts.splitlines()[:3] == [
        "growth_prev: {is: 同比增长7.1%, what: {zh: 增速, en: growth}, when: 2025-Q1, source: paper}",
        "",
        "growth: {renew: true, is: 同比增长7.1%, what: {zh: 增速, en: growth}, when: 2025-Q3, source: paper}",
    ]
    with pytest.raises(ContentError) as error:
        reportgen.build(tmp_path / "new", pages="estimate")
    assert [each.code for each in error.value.problems] == ["facts/to-renew"]


def test_the_shipped_edition_rolls_on_is_filled_in_built_and_compared_with_the_old(tmp_path: Path) -> None:
    new = tmp_path / "new"
    facts = _next(samples.SHIPPED, new, "2025-Q3")
    old = (samples.SHIPPED / "facts.yaml").read_text(encoding="utf-8")
    assert [line for line in old.splitlines() if line.startswith("# ")] == [
        line for line in facts.splitlines() if line.startswith("# ") and "derived:" not in line
    ]
    parts = facts.split("  renew: true\n")
    assert len(parts) == 3
    filled = parts[0] + parts[1].replace("1.7万亿元", "5.3万亿元", 1) + parts[2].replace("7.1%", "6.8%", 1)
    filled = filled.replace("# value_added_q1_change", "value_added_q1_change")
    (new / "facts.yaml").write_text(filled, encoding="utf-8")
    assert reportgen.build(new, editions=["zh"], pages="estimate")
    delta = reportgen.diff(samples.SHIPPED, new)
    changed = {each.name: each for each in delta.facts if each.fate is Fate.CHANGED}
    assert changed["value_added_q1"].moved == ("figure", "period")
    assert changed["growth_q1"].by == "-0.3"
    kept = {each.name for each in delta.facts if each.fate is Fate.NEW}
    assert {"value_added_q1_prev", "growth_q1_prev", "value_added_q1_change"} <= kept


def test_a_second_roll_keeps_the_last_edition_and_comparisons_follow(tmp_path: Path) -> None:
    first = _next(samples.folder("ferry"), tmp_path / "q2", "2025-Q2")
    (tmp_path / "q2/facts.yaml").write_text(
        first.replace("renew: true, is: 1860万元", "is: 2000万元").replace("renew: true, ", ""), encoding="utf-8"
    )
    second = _next(tmp_path / "q2", tmp_path / "q3", "2025-Q3")
    lines = [line for line in second.splitlines() if line.startswith("fuel_prev")]
    assert len(lines) == 1
    assert "2000万元" in lines[0]
    assert "when: 2025-Q2" in lines[0]
    assert '{derived: "growth(fuel, fuel_prev)"' in second


def test_figures_from_data_are_read_from_the_next_row_and_files_are_told(tmp_path: Path) -> None:
    rolled = next_edition(QUARTERLY, "2025-Q4")
    facts = rolled.files["facts.yaml"].decode()
    assert 'is: {from: "quarter.xlsx#季度", row: {quarter: 2025-Q4}, column: exports' in facts
    assert "growth(exports, exports_before)" in facts
    assert any("partners" in note and "data/quarter.xlsx" in note for note in rolled.notes)


def test_date_and_issue_go_on_and_typed_periods_are_told_with_their_places(tmp_path: Path) -> None:
    old = tmp_path / "old"
    shutil.copytree(samples.folder("ferry"), old)
    about = old / "briefing.yaml"
    text = about.read_text(encoding="utf-8").replace(
        "date: 2025-06-06", "date: 2025-06-30\nissue: {zh: 第9期, en: No. 9}"
    )
    about.write_text(text, encoding="utf-8")
    rolled = next_edition(old, "2025-Q2")
    told = rolled.files["briefing.yaml"].decode()
    assert "date: 2025-09-30" in told
    assert "issue: {zh: 第10期, en: No. 10}" in told
    assert sum("sections/traffic.yaml:5:" in note and "一季度" in note for note in rolled.notes) == 1
    assert any("first quarter" in note for note in rolled.notes)
    assert any(note.startswith("crew: stays as of 2025-03-31") for note in rolled.notes)


@pytest.mark.parametrize(
    ("before", "when", "day"),
    [
        ("2025-03", "2025-05", "2025-08-06"),
        ("2025-H1", "2025-H2", "2025-12-06"),
        ("2024", "2025", "2026-06-06"),
        ("2025-Q1/2025-Q2", "2025-Q1/2025-Q3", "2025-09-06"),
    ],
)
def test_months_halves_years_and_first_quarters_roll_on(before: str, when: str, day: str, tmp_path: Path) -> None:
    facts = f"growth: {{is: 同比增长7.1%, what: {{zh: 增速, en: growth}}, when: {before}, source: paper}}\n"
    old = write_content(tmp_path / "old", facts=facts, sections__one="title: {zh: 一, en: One}\nblocks: []\n")
    rolled = next_edition(old, when)
    made = rolled.files["facts.yaml"].decode()
    assert f"growth: {{renew: true, is: 同比增长7.1%, what: {{zh: 增速, en: growth}}, when: {when}, source" in made
    assert day in rolled.files["briefing.yaml"].decode()


def test_a_period_of_no_such_sort_and_wrong_usage_are_refused(tmp_path: Path) -> None:
    old = write_content(tmp_path / "old")
    with pytest.raises(ChoiceError, match="no fact is for a period before"):
        next_edition(old, "2025-H2")
    assert run("new", "new", "--next", "old", cwd=tmp_path).returncode == 2
    assert run("new", "new", "--next", "old", "--when", "soon", cwd=tmp_path).returncode == 2
    assert run("new", "old/inside", "--next", "old", "--when", "2025-Q3", cwd=tmp_path).returncode == 2
    done = run("new", "new", "--next", "old", "--when", "2025-Q3", cwd=tmp_path)
    assert done.returncode == 0
    assert "1 fact to renew" in done.stdout
    assert run("check", "new", cwd=tmp_path).returncode == 1
