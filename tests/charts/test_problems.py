"""What a kind cannot draw is told in words its author understands, before anything is drawn."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from reportgen.charts import CHARTS, draw
from reportgen.document import ASIDE, Chart, Mark
from reportgen.problems import ContentError
from tests.charts.samples import LONG, LOOK, chart, mark, samples, words, years

TIME = Decimal(2020)
TWO = words("甲", "A"), words("乙", "B")


@pytest.mark.parametrize("kind", CHARTS)
def test_a_chart_of_nothing_is_refused_by_every_kind(kind: str) -> None:
    (told,) = CHARTS[kind].problems(chart(kind))
    assert "needs at least one figure" in told


@pytest.mark.parametrize("spec", samples())
def test_what_can_be_drawn_has_no_problems(spec: Chart) -> None:
    assert list(CHARTS[spec.kind].problems(spec)) == []


@pytest.mark.parametrize(
    ("spec", "told"),
    [
        (chart("step", mark("甲", "-1"), mark("乙", "2")), "no figure below zero"),
        (chart("share", mark("甲", "-1")), "no figure below zero"),
        (chart("share", mark("甲", "60"), mark("乙", "50")), "exceed"),
        (chart("share", *(mark(str(n), "1") for n in range(6))), "at most five parts"),
        (chart("before-after", mark("甲", "1")), "needs two figures, before and after; here are 1"),
        (chart("before-after", mark("甲", "1"), mark("乙", "2", series=1), series=TWO), "one after"),
        (chart("line", mark("甲", "1")), "needs at least two figures"),
        (chart("line", mark("甲", "1", when=TIME), mark("乙", "2")), "mark '乙' has no date while others have"),
        (
            chart("line", mark("甲", "1", when=TIME), mark("乙", "2", when=TIME)),
            "two figures stand at the time of '乙'",
        ),
        (chart("step", *years(3), *years(3, 1), series=TWO), "follows one series"),
        (chart("bars", mark("甲", "1", series=1)), "needs a name for each"),
        (chart("bars", mark("甲", "1"), beside=(mark("乙", "2", role=ASIDE),)), "no figures beside its marks"),
        (chart("bars", mark("甲", "1"), mark("甲", "1")), "the same in every respect"),
        (chart("bars", *(mark(str(n), "1") for n in range(41))), "at most 40 figures"),
        (chart("bars", mark("甲" * 201, "1")), "201 characters"),
        (chart("bars", mark("甲", "NaN")), "no value that can be drawn"),
        (chart("bars", mark("甲", "Infinity")), "no value that can be drawn"),
        (chart("bars", Mark(words("甲", "A"), Decimal(1), (("zh", "1"),))), "no label in language 'en'"),
    ],
)
def test_each_problem_names_what_is_wrong(spec: Chart, told: str) -> None:
    assert any(told in problem for problem in CHARTS[spec.kind].problems(spec))


def test_a_chart_higher_than_a_page_is_refused() -> None:
    marks = [Mark(words(*LONG), Decimal(n), words(f"{n}", f"{n}")) for n in range(40)]
    with pytest.raises(ContentError, match="too high for a page"):
        draw(chart("bars", *marks), LOOK)


def test_a_character_that_no_font_has_is_named_with_its_place() -> None:
    with pytest.raises(ContentError, match=r"U\+E000.*in the label of mark '独角兽企业'"):
        draw(chart("bars", mark("独角兽企业", "67", "67\ue000")), LOOK)


def test_a_missing_character_in_the_note_is_told_once() -> None:
    spec = replace(chart("bars", mark("甲", "1")), note=words("注\ue123\ue123", "note\ue123"))
    with pytest.raises(ContentError) as caught:
        draw(spec, LOOK)
    assert [problem.message.count("U+E123") for problem in caught.value.problems] == [1]
