"""Lines are broken as a careful typesetter of Chinese or English would break them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.charts.drawing.line_breaking import NEVER_FIRST, NEVER_LAST, break_lines, printed, tidy
from reportgen.charts.drawing.scales import spread


def measure(character: str) -> float:
    """A Chinese character is two wide, any other one, a joiner nothing."""
    return 0.0 if character == "\u2060" else 1.0 + (character >= "\u2e80")


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("国家高新技术企业", 8, ("国家高新", "技术企业")),
        ("国家高新，技术企业", 8, ("国家高", "新，技", "术企业")),
        ("专精特新“巨人”", 12, ("专精特新", "“巨人”")),
        ("园区生产总值（名义）", 14, ("园区生产总值", "（名义）")),
        ("近4500亿元", 8, ("近4500亿", "元")),
        ("Industrial value added (nominal)", 22, ("Industrial value added", "(nominal)")),
        ("September 2022", 9, ("September", "2022")),
        ("RMB\u00a01.7\u00a0trillion in 2024", 16, ("RMB\u00a01.7\u00a0trillion", "in 2024")),
        ("new-generation technology", 15, ("new-generation", "technology")),
        ("two words", 20, ("two words",)),
        ("", 5, ("",)),
    ],
)
def test_lines_break_where_they_may(text: str, width: float, lines: tuple[str, ...]) -> None:
    assert break_lines(text, width, measure) == lines


def test_lines_are_even_rather_than_full() -> None:
    assert break_lines("Trade in goods and services", 22, measure) == ("Trade in goods", "and services")


def test_a_word_wider_than_the_column_is_cut_rather_than_run_over() -> None:
    assert all(len(line) <= 5 for line in break_lines("Zhongguancunsciencepark", 5, measure))


SENTENCES = st.text(st.sampled_from("高新区企业，。“”（）《》 abcd-0123%"), min_size=1, max_size=60).map(tidy)


@given(SENTENCES, st.integers(8, 40))
def test_no_character_is_lost_and_no_line_is_too_wide(text: str, width: int) -> None:
    lines = break_lines(text, width, measure)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(sum(map(measure, line)) <= width for line in lines)


@given(
    st.lists(st.sampled_from(["高新区", "企业", "（名义）", "“小巨人”", "，", "。", "67%"]), min_size=1, max_size=12)
)
def test_no_line_starts_with_a_closing_mark_or_ends_with_an_opening_one(words: list[str]) -> None:
    for before, after in zip(lines := break_lines("高" + "".join(words), 24, measure), lines[1:], strict=False):
        assert after[0] not in NEVER_FIRST or len(before) < 2 or before[-1] in NEVER_FIRST
        assert before[-1] not in NEVER_LAST


def test_what_only_steers_is_not_drawn() -> None:
    assert printed("4500\u2060亿元\u00a0RMB\u200e\ufe0f") == "4500亿元 RMB"


def test_white_space_is_one_space_and_letters_are_composed() -> None:
    assert tidy(" a\t\n b  e\u0301 ") == "a b é"


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(1, 8)), min_size=1, max_size=12))
def test_words_that_give_way_keep_their_order_and_do_not_touch(wanted: list[tuple[float, float]]) -> None:
    centers, sizes = [center for center, _ in sorted(wanted)], [size for _, size in sorted(wanted)]
    settled = spread(centers, sizes, 0, 100)
    ends = [(center - size / 2, center + size / 2) for center, size in zip(settled, sizes, strict=True)]
    assert all(after[0] >= before[1] - 1e-6 for before, after in pairwise(ends))
    assert ends[0][0] >= -1e-6
    assert ends[-1][1] <= 100 + 1e-6


def test_words_with_room_stay_where_they_were_wanted() -> None:
    assert spread([10, 50, 90], [5, 5, 5], 0, 100) == [10, 50, 90]
