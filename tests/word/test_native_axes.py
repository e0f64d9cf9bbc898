"""Axes that an author sets, forecasts and lines to read figures against, in charts of Word."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from xml.etree import ElementTree

from reportgen.document import AxisRange
from reportgen.word.chart.native import native, why_not
from tests.charts.samples import LOOK, PERCENT, PMI, at_time, chart, months

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SPEC = chart("line", *months(PMI), unit=PERCENT, axis=AxisRange(Decimal(45), Decimal(55), 0))


def value_axis(spec: object) -> ElementTree.Element:
    found = ElementTree.fromstring(native(spec, LOOK).part).find(f".//{C}valAx")  # type: ignore[arg-type]
    assert found is not None
    return found


def test_word_starts_and_ends_the_axis_where_its_author_says_and_tells_its_values() -> None:
    axis = value_axis(SPEC)
    said = {name: axis.find(f".//{C}{name}") for name in ("min", "max", "majorUnit", "tickLblPos", "numFmt")}
    told = {name: element.attrib for name, element in said.items() if element is not None}
    assert [told[name]["val"] for name in ("min", "max", "majorUnit", "tickLblPos")] == ["45", "55", "5", "low"]
    assert told["numFmt"]["formatCode"] == "#,##0"


def test_an_automatic_axis_of_word_ends_where_that_of_the_picture_does() -> None:
    axis = value_axis(replace(SPEC, axis=AxisRange()))
    ends = [element.attrib["val"] for name in ("min", "max") if (element := axis.find(f".//{C}{name}")) is not None]
    assert ends == ["48.5", "51"]


def test_the_line_to_a_forecast_is_dashed_and_to_no_other_point() -> None:
    marks = [replace(one, status="forecast") if place > 9 else one for place, one in enumerate(months(PMI))]
    root = ElementTree.fromstring(native(replace(SPEC, marks=tuple(marks)), LOOK).part)
    points = {
        point.find(f"{C}idx").attrib["val"]: point.find(f"./{C}spPr/{A}ln/{A}prstDash") is not None  # type: ignore[union-attr]
        for point in root.iter(f"{C}dPt")
    }
    assert {place for place, dashed in points.items() if dashed} == {"10", "11"}


def test_word_draws_no_chart_whose_events_it_would_leave_out() -> None:
    assert "read against" in why_not(replace(SPEC, guides=(at_time("2025.5"),)), LOOK)
    assert why_not(SPEC, LOOK) == ""
