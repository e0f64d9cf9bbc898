"""A waterfall whose changes do not lead to its sums is refused; what rounding explains is drawn."""

from __future__ import annotations

import pytest

from reportgen.charts import CHARTS
from reportgen.document import TOTAL, Bound
from tests.charts.samples import chart, mark


def refused(start: str, change: str, end: str, **more: Bound) -> bool:
    """Whether the sum at the end is told to be wrong."""
    marks = mark("期初", start, role=TOTAL), mark("变动", change, **more), mark("期末", end, role=TOTAL)
    return any("do not lead to" in problem for problem in CHARTS["waterfall"].problems(chart("waterfall", *marks)))


@pytest.mark.parametrize(
    ("start", "change", "end"),
    [
        ("50", "30", "80"),
        ("50", "49", "100"),  # a hundredth of the sum
        ("50", "51", "100"),
        ("-50", "-49", "-100"),
        ("100", "-100", "0"),
    ],
)
def test_a_sum_missed_by_no_more_than_a_hundredth_is_drawn(start: str, change: str, end: str) -> None:
    assert not refused(start, change, end)


@pytest.mark.parametrize(
    ("start", "change", "end"),
    [
        ("50", "48.9", "100"),
        ("50", "51.1", "100"),
        ("50", "30", "82"),
        ("-50", "-48", "-100"),
        ("100", "-98", "0"),
        ("50", "30", "20"),  # a change of the wrong sign
    ],
)
def test_a_sum_missed_by_more_than_a_hundredth_is_refused(start: str, change: str, end: str) -> None:
    assert refused(start, change, end)


def test_a_sum_of_approximate_changes_is_not_held_to_a_hundredth() -> None:
    assert not refused("50", "30", "90", bound=Bound.ABOUT)


def test_each_sum_is_held_against_the_changes_since_the_sum_before() -> None:
    marks = [
        mark("一", "50", role=TOTAL),
        mark("增", "30"),
        mark("二", "80", role=TOTAL),
        mark("减", "-20"),
        mark("三", "70", role=TOTAL),
    ]
    told = [problem for problem in CHARTS["waterfall"].problems(chart("waterfall", *marks)) if "lead" in problem]
    assert len(told) == 1
    assert "三" in told[0]


def test_what_one_sum_was_missed_by_does_not_count_against_the_next() -> None:
    marks = [
        mark("一", "50", role=TOTAL),
        mark("增", "30"),
        mark("二", "80.7", role=TOTAL),
        mark("再增", "20"),
        mark("三", "101.6", role=TOTAL),
    ]
    assert list(CHARTS["waterfall"].problems(chart("waterfall", *marks))) == []
