"""No picture clips, overlaps or shrinks its words, and each says exactly the strings it was given."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.charts import CHARTS
from reportgen.charts.marks import in_languages
from reportgen.document import GAP, LOW, TOTAL, Bound, Chart, Mark, Words
from reportgen.problems import ContentError
from tests.charts.samples import EDITIONS, LOOK, PERCENT, faults, samples, sheet, texts

DROPPING = {"line", "step", "area", "small-multiples", "stacked", "stacked-100", "scatter"}
"""Kinds that leave out figures for which there is no room, and give an axis in their place."""

SAMPLES = [
    pytest.param(in_languages(spec, languages), id=f"{place}-{spec.kind}-{'+'.join(languages)}")
    for place, spec in enumerate(samples())
    for languages in EDITIONS
]


@pytest.mark.parametrize("spec", SAMPLES)
def test_nothing_overlaps_or_leaves_the_picture(spec: Chart) -> None:
    assert list(faults(sheet(spec))) == []


@pytest.mark.parametrize("spec", SAMPLES)
def test_a_picture_is_as_wide_as_the_text_and_shorter_than_the_page(spec: Chart) -> None:
    made = sheet(spec)
    assert made.width == float(LOOK.page.text_width)
    assert 8 < made.height < float(LOOK.page.height - LOOK.page.top - LOOK.page.bottom)


@pytest.mark.parametrize("spec", [spec for spec in samples() if spec.kind not in DROPPING])
def test_every_name_and_label_is_printed_as_given(spec: Chart) -> None:
    said = "".join(text.text for text in texts(sheet(spec))).replace(" ", "")
    for mark in (*spec.marks, *spec.beside):
        for _, text in (*mark.name, *mark.label):
            assert text.replace(" ", "") in said


def test_what_both_languages_print_alike_stands_once() -> None:
    spec = samples()[0]
    labels = [text.text for text in texts(sheet(spec), "label")]
    assert labels.count("80%") == 1


def test_the_second_language_is_smaller_and_under_the_first() -> None:
    measure = texts(sheet(samples()[0]), "measure")
    assert [text.language for text in measure] == ["zh", "en"]
    assert measure[1].size < measure[0].size
    assert measure[1].y > measure[0].y


# ---- whatever an author types --------------------------------------------------------------

TEXT = st.text(
    st.sampled_from("高新区企业研发（）“”，、：—% 0123456789-abcdefghij \u00a0\u2060R&D$.'’"), min_size=1, max_size=60
)
VALUES = st.decimals(-(10**13), 10**13, allow_nan=False, allow_infinity=False, places=3)


SEVERAL = {"grouped": 3, "stacked": 3, "stacked-100": 2, "dumbbell": 2, "slope": 2, "small-multiples": 4, "area": 2} | {
    "scatter": 2,
    "diverging-stack": 4,
    "heat-table": 3,
}
"""Kinds that want several series, and how many they are tried with."""
POSITIVE = {"share", "donut", "step", "before-after", "stacked", "stacked-100", "area", "diverging-stack"}


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    kind = draw(st.sampled_from(list(CHARTS)))
    languages = draw(st.sampled_from(EDITIONS))
    timed = draw(st.booleans()) or kind == "timeline"
    several = draw(st.sampled_from([1, SEVERAL.get(kind, 2)]))

    def said() -> Words:
        return tuple((language, draw(TEXT)) for language in languages)

    marks: list[Mark] = []
    for place in range(draw(st.integers(1, 9))):
        name, when = said(), Decimal(2000 + place * place) if timed else None
        for series in range(several):
            value = abs(draw(VALUES)) % 20 if kind in POSITIVE else draw(VALUES)
            marks.append(
                Mark(
                    name,
                    value,
                    said(),
                    bound=draw(st.sampled_from(Bound)),
                    when=when,
                    highlight=draw(st.booleans()),
                    series=series,
                    role=draw(st.sampled_from(["", GAP, TOTAL])),
                    status=draw(st.sampled_from(["", "preliminary", "estimate"])),
                )
            )
    series = tuple(said() for _ in range(several)) if several > 1 else ()
    ranged = [mark for mark in marks if kind == "range" and draw(st.booleans())]
    beside = tuple(replace(mark, value=mark.value - abs(draw(VALUES)), role=LOW) for mark in ranged)
    return Chart(kind, languages, tuple(marks), measure=said(), series=series, beside=beside, unit=PERCENT)


@settings(max_examples=60)
@given(charts())
def test_any_chart_is_refused_as_content_or_laid_out_without_fault(spec: Chart) -> None:
    try:
        made = sheet(spec)
    except ContentError:
        return
    assert list(faults(made)) == []
    assert all(text.text.strip() for text in texts(made))


@pytest.mark.nightly
@settings(max_examples=2000)
@given(charts())
def test_any_of_two_thousand_charts(spec: Chart) -> None:
    test_any_chart_is_refused_as_content_or_laid_out_without_fault.hypothesis.inner_test(spec)  # type: ignore[attr-defined]
