"""What both languages of a text have alike besides facts: their languages, sources, figures in labels; and times."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import reportgen
from reportgen.cli import run
from reportgen.content.age import Age
from reportgen.problems import ContentError, Problem, Severity
from tests.content import GOOD, write_files
from tests.test_bad_content import problems_in


def told_in(folder: Path, **changed: str) -> list[Problem]:
    """What is told of the good folder with the text of some files changed."""
    files = {name.replace("__", "/") + ".yaml": text for name, text in changed.items()}
    return list(problems_in(write_files(folder, {**GOOD, **files})))


def codes_in(folder: Path, *blocks: str) -> list[str]:
    """The codes of what is told of these blocks."""
    return [each.code for each in told_in(folder, sections__one=GOOD["sections/one.yaml"] + "\n".join(blocks) + "\n")]


# ---- each in its own language -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("{zh: It was a good year., en: 今年形势不错。}", "texts/swapped"),
        ("{zh: 今年形势不错。, en: 今年形势不错。}", "texts/other-language"),
        ("{zh: It was a good year., en: It was a good year.}", "texts/other-language"),
    ],
)
def test_a_text_in_the_wrong_language_is_told(words: str, code: str, tmp_path: Path) -> None:
    assert codes_in(tmp_path, f"- text: {words}") == [code]


@pytest.mark.parametrize(
    "words",
    [
        "{zh: DFM-2, en: DFM-2}",
        "{zh: Model Context Protocol, en: Model Context Protocol}",
        "{zh: R&D Magazine, en: R&D Magazine}",
        "{zh: 甲, en: The gazelle (瞪羚) is a kind of firm.}",
        "{zh: 使用state of the art一词。, en: It says “state of the art”.}",
    ],
)
def test_names_and_words_of_the_other_language_are_let_be(words: str, tmp_path: Path) -> None:
    assert codes_in(tmp_path, f"- text: {words}") == []


def test_labels_and_sources_may_not_be_swapped_either(tmp_path: Path) -> None:
    facts = GOOD["facts.yaml"].replace("{zh: 增速, en: growth}", "{zh: growth, en: 增速}")
    sources = "paper: {publisher: {zh: The Paper of the city, en: 某报}, date: 2025-06-05}\n"
    told = told_in(tmp_path, facts=facts, sources=sources)
    assert [(each.code, Path(each.place.file).name) for each in told] == [
        ("texts/other-language", "facts.yaml"),
        ("texts/swapped", "sources.yaml"),
    ]


# ---- the same sources ---------------------------------------------------------------------------


def test_a_citation_in_one_language_is_told_where_it_lacks(tmp_path: Path) -> None:
    section = GOOD["sections/one.yaml"] + '- text: {zh: "甲。[@paper]", en: "A."}\n'
    (problem,) = told_in(tmp_path, sections__one=section)
    assert (problem.code, problem.severity) == ("sources/one-language", Severity.WARNING)
    assert problem.message == "only the Chinese cites [@paper]"
    assert (problem.place.line, problem.place.column) == (4, 32)


def test_a_source_that_both_cite_may_be_cited_more_often_in_one(tmp_path: Path) -> None:
    assert codes_in(tmp_path, '- text: {zh: "甲。[@paper]乙。[@paper]", en: "A and B.[@paper]"}') == []


def test_a_reference_in_one_language_is_told(tmp_path: Path) -> None:
    assert codes_in(tmp_path, '- text: {zh: "甲。", en: "A (see [#one])."}') == ["references/one-language"]


# ---- figures of labels ----------------------------------------------------------------------------


@pytest.mark.parametrize("field", ["what", "label", "note"])
def test_a_figure_of_a_fact_s_words_that_contradicts_the_other_is_an_error(field: str, tmp_path: Path) -> None:
    words = {"what": "{zh: 增速, en: growth}"} | {field: "{zh: 2024年前的, en: before 2025}"}
    fields = ", ".join(f"{name}: {text}" for name, text in words.items())
    facts = GOOD["facts.yaml"].replace("what: {zh: 增速, en: growth}", fields)
    (problem,) = told_in(tmp_path, facts=facts)
    assert (problem.code, problem.severity) == ("figures/year", Severity.ERROR)
    assert Path(problem.place.file).name == "facts.yaml"


def test_a_figure_that_a_label_leaves_out_is_a_warning(tmp_path: Path) -> None:
    facts = GOOD["facts.yaml"].replace("{zh: 增速, en: growth}", "{zh: 2024年增速, en: growth}")
    (problem,) = told_in(tmp_path, facts=facts)
    assert (problem.code, problem.severity) == ("figures/omitted", Severity.WARNING)


def test_a_source_s_title_may_contradict_itself_and_is_told(tmp_path: Path) -> None:
    sources = GOOD["sources.yaml"].replace("date:", "title: {zh: 增至178家, en: up to 187 firms}, date:")
    (problem,) = told_in(tmp_path, sources=sources)
    assert problem.severity is Severity.WARNING
    assert problem.code.startswith("figures/")


@pytest.mark.parametrize("field", ["title", "subtitle", "issue"])
def test_the_briefing_s_own_titles_are_compared(field: str, tmp_path: Path) -> None:
    lines = [line for line in GOOD["briefing.yaml"].splitlines() if not line.startswith(f"{field}:")]
    briefing = "\n".join([*lines, f"{field}: {{zh: 2024年简报, en: Briefing for 2025}}"]) + "\n"
    assert [each.code for each in told_in(tmp_path, briefing=briefing)] == ["figures/year"]


def test_names_of_rows_of_a_table_are_compared(tmp_path: Path) -> None:
    chart = "- chart: {id: z, kind: bars, title: {zh: 甲, en: A}, data: n.csv, x: name, y: n, unit: 家}\n"
    files = {
        **GOOD,
        "sections/one.yaml": GOOD["sections/one.yaml"] + chart,
        "data/n.csv": "name_zh,name_en,n\n2023年,2024,3\n其他,Other,4\n",
    }
    (problem,) = problems_in(write_files(tmp_path, files))
    assert (problem.code, Path(problem.place.file).name) == ("figures/year", "n.csv")


def test_names_of_series_are_compared(tmp_path: Path) -> None:
    chart = (
        "- chart: {id: z, kind: bars, title: {zh: 甲, en: A}, data: zones.csv, x: date, unit: 家, "
        "series: [{name: {zh: 2023年, en: '2024'}, y: zones}]}"
    )
    assert codes_in(tmp_path, chart) == ["figures/year"]


# ---- times ---------------------------------------------------------------------------------------


def test_a_plan_may_lie_ahead_and_a_final_figure_may_not(tmp_path: Path) -> None:
    line = "goal: {is: 8000亿元, what: {zh: WHAT, en: output}, when: 2026, source: paper}\n"
    text = GOOD["sections/one.yaml"] + '- text: {zh: "{goal}。", en: "It is {goal}."}\n'
    for what, codes in {"总产值": ["facts/after-briefing"], "总产值目标": []}.items():
        facts = GOOD["facts.yaml"] + line.replace("WHAT", what)
        assert [each.code for each in told_in(tmp_path / what, facts=facts, sections__one=text)] == codes


@pytest.mark.parametrize(("when", "told"), [("2025-Q2", True), ("2025-Q1", False), ("2025", False), ("2025-07", True)])
def test_a_quarter_in_its_course_has_no_final_figure(when: str, told: bool, tmp_path: Path) -> None:
    facts = GOOD["facts.yaml"].replace("2025-Q1", when)
    assert [each.code for each in told_in(tmp_path, facts=facts)] == ["facts/after-briefing"] * told


def test_a_briefing_says_for_all_its_figures_when_they_are_old(tmp_path: Path) -> None:
    briefing = GOOD["briefing.yaml"] + "stale_after: 3 months\n"
    told = told_in(tmp_path, briefing=briefing)
    assert [(each.code, each.message) for each in told] == [
        ("facts/old", "the figure 'output' is of 2024-12-31, and old by now")
    ]
    facts = GOOD["facts.yaml"].replace("when: 2024,", "when: 2024, stale_after: never,")
    assert told_in(tmp_path, briefing=briefing, facts=facts) == []


@pytest.mark.parametrize(
    ("age", "told", "now", "old"),
    [
        (Age(months=3), date(2024, 11, 30), date(2025, 2, 28), False),
        (Age(months=3), date(2024, 11, 30), date(2025, 3, 1), True),
        (Age(days=90), date(2025, 1, 1), date(2025, 4, 1), False),
        (Age(days=90), date(2025, 1, 1), date(2025, 4, 2), True),
        (Age(day=date(2025, 3, 31)), date(2020, 1, 1), date(2025, 3, 31), False),
        (Age(day=date(2025, 3, 31)), date(2020, 1, 1), date(2025, 4, 1), True),
        (Age(), date(1988, 1, 1), date(2025, 4, 1), False),
    ],
)
def test_an_age_ends_on_its_day(age: Age, told: date, now: date, old: bool) -> None:
    assert age.is_old(told, now) is old


@pytest.mark.parametrize(
    "typed", ["18 months", "18个月", "2 years", "2年", "90 days", "90天", "6周", "2026-03-31", "never"]
)
def test_an_age_is_typed_in_either_language(typed: str, tmp_path: Path) -> None:
    told = told_in(tmp_path, briefing=GOOD["briefing.yaml"] + f"stale_after: {typed}\n")
    assert {each.code for each in told} <= {"facts/old"}


# ---- strict builds ---------------------------------------------------------------------------------


def test_a_strict_build_is_stopped_by_a_warning_with_nothing_written(tmp_path: Path) -> None:
    section = GOOD["sections/one.yaml"] + '- text: {zh: "甲。[@paper]", en: "A."}\n'
    folder = write_files(tmp_path / "content", {**GOOD, "sections/one.yaml": section})
    with pytest.raises(ContentError) as stopped:
        reportgen.build(folder, tmp_path / "out", pages="estimate", strict=True)
    assert [each.code for each in stopped.value.problems] == ["sources/one-language"]
    options = ["build", str(folder), "-o", str(tmp_path / "out"), "--pages", "estimate"]
    assert run([*options, "--strict"]) == 1
    assert not (tmp_path / "out").exists()
    assert run(options) == 0
    assert len(list((tmp_path / "out").glob("*.docx"))) == 3


def test_a_strict_build_minds_no_warning_that_is_ignored(tmp_path: Path) -> None:
    line = '- text: {zh: "甲。[@paper]", en: "A."}  # reportgen: ignore[sources/one-language] because of its subject\n'
    folder = write_files(tmp_path, {**GOOD, "sections/one.yaml": GOOD["sections/one.yaml"] + line})
    assert reportgen.build(folder, pages="estimate", strict=True)
