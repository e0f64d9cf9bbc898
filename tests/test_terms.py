"""Terms in texts: each has its counterpart in the other language, in its forms, and is introduced once."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.problems import Problem, Severity
from tests.content import GOOD, write_files
from tests.test_bad_content import problems_in

TERMS = """\
terms:
- {zh: 国家高新区, en: national high-tech zone, forbidden: {en: [hi-tech park], zh: [国家高新技术园]}}
- {zh: 国家能源局, en: National Energy Administration, short: {zh: 能源局, en: NEA}}
- {zh: 独角兽企业, en: unicorn, plural: unicorns}
- {zh: 海上风电, en: offshore wind power, also: {en: [offshore wind farm]}}
- {zh: 夏立雪, en: Xia Lixue, kind: person}
- {zh: 智元, en: AgiBot, kind: firm}
- {zh: 望舒湾, en: Wangshu Bay, kind: place}
- {zh: 等泊时间, en: wait for a berth}
- {zh: 驳船中转, en: barge transfer}
- {zh: 数据中心, en: data center}
"""


def told_in(folder: Path, *pairs: tuple[str, str], terms: str = TERMS, **files: str) -> list[Problem]:
    """What is told of terms in these paragraphs, each a pair of a Chinese and an English text."""
    lines = "".join(f'- text: {{zh: "{zh}", en: "{en}"}}\n' for zh, en in pairs)
    section = GOOD["sections/one.yaml"] + lines
    named = {name.replace("__", "/") + ".yaml": text for name, text in files.items()}
    write_files(folder, {**GOOD, "terms.yaml": terms, "sections/one.yaml": section, **named})
    return [problem for problem in problems_in(folder) if problem.code.startswith("terms/")]


NAMED = ("国家高新区和独角兽企业。", "National high-tech zones and unicorns.")
"""A paragraph that introduces two terms in both languages."""


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("国家高新区增加了。", "The number of science parks has grown."),
        ("独角兽企业增加了。", "Start-ups have multiplied."),
        ("海上风电增加了。", "Turbines have multiplied."),
        ("公司增加了。", "AgiBot has grown."),
        ("我们走访了海湾。", "We went to Wangshu Bay."),
        ("驳船运输增加了。", "Barge transfers have grown."),
    ],
)
def test_a_term_without_its_counterpart_is_a_warning(zh: str, en: str, tmp_path: Path) -> None:
    (problem,) = told_in(tmp_path, (zh, en))
    assert (problem.code, problem.severity) == ("terms/missing", Severity.WARNING)


def test_a_missing_counterpart_is_told_with_both_forms_at_the_text_that_lacks_it(tmp_path: Path) -> None:
    (problem,) = told_in(tmp_path, ("独角兽企业增加了。", "Start-ups have multiplied."))
    assert problem.message == "the Chinese says '独角兽企业', the English has no 'unicorn'"
    assert "write 'unicorn'" in problem.hint
    assert (problem.place.line, problem.place.column) == (4, 31)
    assert [each.place and each.place.column for each in problem.evidence] == [15]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("178家国家高新区。", "There are 178 national high-tech zones."),
        ("“国家高新区”的收入。", "A National High‑Tech Zone’s income."),
        ("国家高新区分三类。", "National high tech zones are of three kinds."),
        ("海上风电场投产。", "The offshore wind farms opened."),
        ("数据中心投产。", "The data centres opened."),
        ("减少等泊时间。", "They wait less for a berth."),
        ("国家{output}高新区。", "They are national {output} high-tech zones."),
    ],
)
def test_plural_case_hyphens_spelling_and_a_fact_between_are_the_same_form(zh: str, en: str, tmp_path: Path) -> None:
    assert told_in(tmp_path, (zh, en)) == []


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("国家高新区发展快。", "The zones grow fast."),
        ("国家高新区发展快。", "They grow fast."),
        ("国家高新区发展快。", "These larger high-tech zones grow fast."),
        ("这些高新区发展快。", "National high-tech zones grow fast."),
        ("其中独角兽企业最多。", "Most of them are here."),
    ],
)
def test_what_was_named_may_be_called_again_in_short(zh: str, en: str, tmp_path: Path) -> None:
    assert told_in(tmp_path, NAMED, (zh, en)) == []


@pytest.mark.parametrize("en", ["The zones grow fast.", "They grow fast."])
def test_what_was_not_named_before_is_not_called_again(en: str, tmp_path: Path) -> None:
    assert [each.code for each in told_in(tmp_path, ("国家高新区发展快。", en))] == ["terms/missing"]


@pytest.mark.parametrize("en", ["Hi-tech zones grow fast.", "The science and new-technology zones grow fast."])
def test_another_rendering_with_the_same_noun_is_no_short_mention(en: str, tmp_path: Path) -> None:
    assert [each.code for each in told_in(tmp_path, NAMED, ("国家高新区发展快。", en))] == ["terms/missing"]


def test_a_person_a_firm_and_a_place_are_called_again_as_such(tmp_path: Path) -> None:
    assert (
        told_in(
            tmp_path,
            ("夏立雪在智元工作，智元在望舒湾。", "Xia Lixue works for AgiBot on Wangshu Bay."),
            ("夏立雪认为增长快。", "Growth, Xia thinks, is fast."),
            ("智元发展快。", "The company grows fast."),
            ("望舒湾发展快。", "Wangshu grows fast."),
        )
        == []
    )


def test_a_label_may_be_shorter_before_anything_is_named(tmp_path: Path) -> None:
    facts = GOOD["facts.yaml"] + (
        "share: {is: 30%, what: {zh: 驳船中转占比, en: share moved by barge}, label: {zh: 驳船中转, en: Barge}, "
        "when: 2024, source: paper}\n"
    )
    assert told_in(tmp_path, ("占{share}。", "It is {share}."), facts=facts) == []


@pytest.mark.parametrize("field", ["what", "label"])
def test_labels_titles_and_sources_are_looked_at_too(field: str, tmp_path: Path) -> None:
    fields = {"what": "{zh: 甲, en: A}", "label": "{zh: 甲, en: A}"} | {field: "{zh: 独角兽企业, en: Start-ups}"}
    facts = (
        GOOD["facts.yaml"]
        + "share: {is: 30%, when: 2024, source: paper, "
        + ", ".join(f"{name}: {words}" for name, words in fields.items())
    )
    (problem,) = told_in(tmp_path, ("占{share}。", "It is {share}."), facts=facts + "}\n")
    assert problem.code == "terms/missing"


def test_names_of_rows_and_series_and_captions_are_looked_at(tmp_path: Path) -> None:
    chart = (
        "- chart: {id: z, kind: bars, title: {zh: 独角兽企业, en: Start-ups}, data: n.csv, x: name, unit: 家, "
        "series: [{name: {zh: 数据中心, en: Server hall}, y: n}]}\n"
    )
    section = GOOD["sections/one.yaml"] + chart
    write_files(
        tmp_path,
        {
            **GOOD,
            "terms.yaml": TERMS,
            "sections/one.yaml": section,
            "data/n.csv": "name_zh,name_en,n\n海上风电,Sea breeze,3\n其他,Other,4\n",
        },
    )
    told = [(Path(each.place.file).name, each.code) for each in problems_in(tmp_path)]
    assert told == [("n.csv", "terms/missing"), *[("one.yaml", "terms/missing")] * 2]


def test_a_term_inside_a_longer_one_is_no_term_of_its_own(tmp_path: Path) -> None:
    terms = "terms: [{zh: 大模型, en: large model}, {zh: 语言大模型, en: LLM}]\n"
    assert told_in(tmp_path, ("语言大模型很多。", "There are many LLMs."), terms=terms) == []
    assert len(told_in(tmp_path, ("大模型很多。", "There are many systems."), terms=terms)) == 1


def test_a_short_word_for_another_term_that_the_text_has_is_no_term_of_its_own(tmp_path: Path) -> None:
    terms = "terms: [{zh: 园区, en: zone}, {zh: 国家高新区, en: national high-tech zone}]\n"
    pairs = NAMED, ("国家高新区发展快。", "The zones grow fast.")
    assert told_in(tmp_path, *pairs, terms=terms) == []


def test_a_forbidden_form_is_an_error_where_it_stands(tmp_path: Path) -> None:
    (problem,) = told_in(tmp_path, ("国家高新区很多。", "National high-tech zones, or hi-tech parks, are many."))
    assert (problem.code, problem.severity) == ("terms/forbidden", Severity.ERROR)
    assert problem.message == "'hi-tech parks' is a form that terms.yaml forbids in English"
    assert problem.hint == "write 'national high-tech zone'"
    assert problem.place.column == 60


def test_a_forbidden_form_is_no_missing_counterpart_besides(tmp_path: Path) -> None:
    told = told_in(tmp_path, ("国家高新区很多。", "Hi-tech parks are many."))
    assert [each.code for each in told] == ["terms/forbidden"]


def test_what_is_forbidden_may_be_part_of_a_form_that_is_right(tmp_path: Path) -> None:
    terms = "terms: [{zh: 虚拟电厂, en: virtual power plant, forbidden: {en: [power plant]}}]\n"
    assert told_in(tmp_path, ("虚拟电厂很多。", "Virtual power plants are many."), terms=terms) == []
    assert len(told_in(tmp_path, ("虚拟电厂很多。", "Virtual power plants, and power plants."), terms=terms)) == 1


def test_a_form_may_be_forbidden_for_its_capitals_alone(tmp_path: Path) -> None:
    terms = "terms: [{zh: 智元, en: AgiBot, forbidden: {en: [AGIBOT]}}]\n"
    told = told_in(tmp_path, ("智元和智元。", "AgiBot and AGIBOT."), terms=terms)
    assert [(each.code, each.place.column) for each in told] == [("terms/forbidden", 40)]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("智元很大。", "Agibot is large."),
        ("智元很大。", "Agi Bot is large."),
        ("望舒湾很大。", "The Wangshu bay is large."),
        ("夏立雪来了。", "Lixue Xia came."),
        ("夏立雪来了。", "Xia Li-xue came."),
    ],
)
def test_a_name_in_another_spelling_is_told(zh: str, en: str, tmp_path: Path) -> None:
    assert [each.code for each in told_in(tmp_path, (zh, en))] == ["terms/spelling"]


def test_a_name_in_capitals_alone_or_with_a_possessive_is_spelled_rightly(tmp_path: Path) -> None:
    pairs = ("智元和望舒湾。", "AgiBot’s WANGSHU BAY."), ("夏立雪的。", "Xia Lixue’s.")
    assert told_in(tmp_path, *pairs) == []


def test_an_abbreviation_is_introduced_in_brackets(tmp_path: Path) -> None:
    first = ("国家能源局来了。", "The NEA came.")
    (problem,) = told_in(tmp_path, first)
    assert (problem.code, problem.message) == ("terms/not-introduced", "'NEA' stands here before it is introduced")
    assert (
        told_in(tmp_path, ("国家能源局（能源局）来了。", "The National Energy Administration (NEA) came."), first) == []
    )
    bare = ("国家能源局来了。", "The National Energy Administration came.")
    assert [each.code for each in told_in(tmp_path, bare, first)] == ["terms/not-introduced"]


def test_a_short_chinese_name_is_introduced_by_the_full_one(tmp_path: Path) -> None:
    short = ("能源局来了。", "The National Energy Administration came.")
    assert [each.code for each in told_in(tmp_path, short)] == ["terms/not-introduced"]
    assert told_in(tmp_path, ("国家能源局来了。", "The National Energy Administration came."), short) == []


def test_a_short_form_is_introduced_once(tmp_path: Path) -> None:
    pair = ("国家能源局来了。", "The National Energy Administration (NEA) came.")
    (problem,) = told_in(tmp_path, pair, pair)
    assert (problem.code, problem.place.line) == ("terms/introduced-twice", 5)


def test_the_order_of_introductions_goes_over_sections(tmp_path: Path) -> None:
    two = "title: {zh: 二, en: Two}\nblocks:\n- text: {zh: 国家能源局。, en: The NEA.}\n"
    briefing = GOOD["briefing.yaml"].replace("[one]", "[one, two]")
    pair = ("国家能源局来了。", "The National Energy Administration (NEA) came.")
    assert told_in(tmp_path, pair, briefing=briefing, sections__two=two) == []
    turned = GOOD["briefing.yaml"].replace("[one]", "[two, one]")
    told = told_in(tmp_path, pair, briefing=turned, sections__two=two)
    assert [each.code for each in told] == ["terms/not-introduced"]
