"""Texts whose paragraphs a translator merged and split freely: nothing false is told, and every slip still is."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.comparison.anchors import course
from reportgen.comparison.compare import compare_passages
from reportgen.differences import Difference
from reportgen.passages import Passage

Both = tuple[str, str]

PLACES = (("东城", "Dongcheng"), ("南湖", "Nanhu"), ("西山", "Xishan"), ("北港", "Beigang"))


def firms(n: int) -> Both:
    zh, en = PLACES[n % 4]
    return f"{zh}区共有企业{100 + n}家。", f"{en} has {100 + n} firms."


def exports(n: int) -> Both:
    share = n % 60 + 20
    return f"其中出口占{share}%；内销占{100 - share}%。", f"Exports were {share}%; domestic sales were {100 - share}%."


def people(n: int) -> Both:
    zh = f"截至年底，从业人员{1200 + n}人，比上年增加{n + 3}人，其中研发人员占30%以上。"
    en = f"At the end of the year it employed {1200 + n} people. That was {n + 3} more than the year before. "
    return zh, en + "More than 30% of them worked in research and development."


KINDS: tuple[Callable[[int], Both], ...] = (
    firms,
    exports,
    people,
    lambda n: (f"全年实现营业收入{n}.5亿元，同比增长7.1%。", f"Revenue was RMB {n}50 million, up 7.1% year on year."),
    lambda _: (
        "增速与上年持平，结构没有变化。",
        "The pace was that of the year before, and the structure did not change.",
    ),
    lambda _: ("同比增长7.1%。", "It rose 7.1% year on year."),
    lambda _: ("这一成绩来之不易。", "This was not easy."),
    lambda n: (
        f"项目总投资{n + 2}亿元，建设期3年。",
        f"The project costs RMB {n + 2}00 million and takes 3 years to build.",
    ),
)


def story(count: int, seed: int) -> list[Both]:
    """Sentences in both languages, with figures that come again and again."""
    chosen = random.Random(seed)
    return [chosen.choice(KINDS)(chosen.randrange(1, 40)) for _ in range(count)]


def paragraphs(told: Sequence[str], cuts: Sequence[int], between: str) -> list[Passage]:
    """The sentences in paragraphs of so many each."""
    made: list[Passage] = []
    at = 0
    for size in cuts:
        if part := told[at : at + size]:
            made.append(Passage(f"paragraph {len(made) + 1}", between.join(part)))
        at += size
    return made


def compared(told: Sequence[Both], zh: Sequence[int], en: Sequence[int]) -> tuple[Difference, ...]:
    both = paragraphs([zh for zh, _ in told], zh, ""), paragraphs([en for _, en in told], en, " ")
    return compare_passages(both, languages=("zh", "en"))


@pytest.mark.parametrize(("zh", "en"), [(3, 1), (1, 3), (4, 3), (12, 1), (1, 12), (5, 2), (2, 5), (12, 12)])
def test_twelve_sentences_in_paragraphs_of_any_size_agree(zh: int, en: int) -> None:
    assert compared(story(12, 1), [zh] * 12, [en] * 12) == ()


@pytest.mark.parametrize("seed", range(6))
def test_a_hundred_paragraphs_with_every_kind_of_split_and_merge_agree(seed: int) -> None:
    chosen = random.Random(seed)
    sizes = [[chosen.choice([1, 1, 2, 3, 4, 6]) for _ in range(340)] for _ in range(2)]
    told = story(340, seed)
    assert len(paragraphs([zh for zh, _ in told], sizes[0], "")) > 100
    assert compared(told, *sizes) == ()


@settings(max_examples=25, deadline=None)
@given(
    st.integers(0, 10_000),
    st.lists(st.integers(1, 6), min_size=40, max_size=40),
    st.lists(st.integers(1, 6), min_size=40, max_size=40),
)
def test_no_grouping_of_forty_sentences_gives_a_false_error(seed: int, zh: list[int], en: list[int]) -> None:
    assert [each for each in compared(story(40, seed), zh, en) if each.severity == "error"] == []


@pytest.mark.parametrize("seed", range(4))
def test_every_slip_in_merged_paragraphs_is_told_in_its_own_sentence(seed: int) -> None:
    chosen = random.Random(seed)
    told = story(300, seed)
    places = range(10, 300, 29)
    for at in places:
        told[at] = (f"其他支出为{at}.4万元。", f"Other expenses were RMB {at * 10 + 4}0,000.")
    sizes = [[chosen.choice([1, 2, 3, 5]) for _ in range(300)] for _ in range(2)]
    found = compared(told, *sizes)
    assert {each.zh_sentence for each in found if each.severity == "error"} == {told[at][0] for at in places}
    assert {each.en_sentence for each in found if each.severity == "error"} == {told[at][1] for at in places}


@pytest.mark.parametrize("lost", [3, 15])
def test_a_run_of_paragraphs_that_was_left_out_is_one_finding(lost: int) -> None:
    told = story(60, 3)
    zh = paragraphs([zh for zh, _ in told], [2] * 30, "")
    en = paragraphs([en for _, en in told], [2] * 30, " ")
    (found,) = compare_passages([zh, [*en[:lost], *en[lost + 4 :]]], languages=("zh", "en"))
    assert (found.code, found.severity, found.zh_place) == ("text/dropped", "error", f"paragraph {lost + 1}")
    assert found.second is not None
    assert (found.second.block, found.second.quote) == (lost - 1, "")
    (found,) = compare_passages([[*zh[:lost], *zh[lost + 4 :]], en], languages=("zh", "en"))
    assert (found.code, found.severity, found.en_place) == ("text/added", "error", f"paragraph {lost + 1}")


def test_figures_exchanged_between_two_sentences_are_told_though_both_texts_have_them() -> None:
    zh, en = "东部增长7.2%。西部增长5.1%。", "The east grew 5.1%. The west grew 7.2%."
    found = compare_passages([[Passage("a", zh)], [Passage("b", en)]])
    assert [each.severity for each in found] == ["error", "error"]


def test_a_sentence_at_another_place_with_the_same_figures_is_no_difference() -> None:
    told = story(20, 5)
    moved = ("全区另有学校245所、医院18家。", "The zone also has 245 schools and 18 hospitals.")
    zh = [*(zh for zh, _ in told[:4]), moved[0], *(zh for zh, _ in told[4:])]
    en = [*(en for _, en in told[:15]), moved[1], *(en for _, en in told[15:])]
    both = paragraphs(zh, [1] * 21, ""), paragraphs(en, [1] * 21, " ")
    assert compare_passages(both, languages=("zh", "en")) == ()


def test_the_same_slip_at_many_places_is_one_finding_with_its_places() -> None:
    zh = [Passage(f"paragraph {number}", "占比提高0.5个百分点。" + "好" * number) for number in range(1, 5)]
    en = [Passage(f"paragraph {number}", "The share rose by 0.5%." + " Good" * number) for number in range(1, 5)]
    (found,) = compare_passages([zh, en])
    assert found.zh_place == "paragraph 1"
    assert [second.place for _, second in found.again if second] == ["paragraph 2", "paragraph 3", "paragraph 4"]


def test_the_surest_errors_come_first() -> None:
    zh = ["总额3.2亿元。", "企业178家，学校5所。", "共有专利326件。", "占比提高0.5个百分点。"]
    en = ["The total was RMB 3.4 million.", "There are 178 firms.", "There are 326 patents.", "The share rose by 0.5%."]
    found = compare_passages([[Passage(text, text) for text in side] for side in (zh, en)])
    assert [(each.severity, each.certainty) for each in found] == sorted(
        ((each.severity, each.certainty) for each in found),
        key=lambda told: (["error", "warning"].index(told[0]), ["certain", "likely", "possible"].index(told[1])),
    )
    assert found[0].zh_sentence == zh[-1]
    assert {str(each.certainty) for each in found} == {"certain", "likely"}


def test_a_place_is_told_by_the_headings_above_it() -> None:
    zh = [
        Passage("p1", "概况", level=1),
        Passage("p2", "收入", level=2),
        Passage("p3", "好。"),
        Passage("p4", "占3.2%。"),
    ]
    en = [
        Passage("p1", "Overview", level=1),
        Passage("p2", "Revenue", level=2),
        Passage("p3", "Good."),
        Passage("p4", "The share was 3.4%.", page=7),
    ]
    (found,) = compare_passages([zh, en])
    assert found.zh_place == "p4, paragraph 2 under “概况 › 收入”"
    assert found.en_place == "p4, page 7, paragraph 2 under “Overview › Revenue”"
    assert found.second is not None
    assert (found.second.block, found.second.marked) == (3, "3.4%")
    assert en[3].text[found.second.start : found.second.end] == "3.4%"


@given(
    st.integers(0, 400),
    st.integers(0, 400),
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400)), max_size=6),
)
def test_the_way_between_anchors_is_never_cut(rows: int, columns: int, pairs: list[tuple[int, int]]) -> None:
    met = [(i, j) for i, j in sorted(pairs) if 0 < i < rows and 0 < j < columns]
    chain = [each for at, each in enumerate(met) if all(i < each[0] and j < each[1] for i, j in met[:at])]
    reach = course(rows, columns, chain).reach
    assert (reach[0][0], reach[-1][1]) == (0, columns)
    assert all(low <= high for low, high in reach)
    assert all(after[0] <= before[1] and before[0] <= after[1] for before, after in pairwise(reach))


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("2.1 符合准则声明。", "Statement of compliance."),
        ("声明。", "3. A statement."),
        ("（2）声明。", "A statement."),
    ],
)
def test_the_number_of_a_paragraph_that_one_side_alone_has_typed_is_no_figure(zh: str, en: str) -> None:
    assert compare_passages([[Passage("a", zh)], [Passage("b", en)]], languages=("zh", "en")) == ()
    told = compare_passages([[Passage("a", zh + "共5家。")], [Passage("b", en)]], languages=("zh", "en"))
    assert [each.severity for each in told] == ["error"]
    for figure in ("57 firms were fined.", "5 firms were fined.", "2.1 million people came."):
        assert len(compare_passages([[Passage("a", "受罚。")], [Passage("b", figure)]], languages=("zh", "en"))) == 1
