"""A kind of chart is one record: what is true of all of them, and what one more takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportgen.charts import CHARTS, draw
from reportgen.charts.alt_text import alt_text
from reportgen.charts.drawing import bars
from reportgen.charts.drawing.shapes import Box, Plot
from reportgen.charts.drawing.typesetter import Typesetter
from reportgen.charts.kind import Kind, NativeForm, OwnField
from reportgen.charts.making.gallery import gallery
from reportgen.charts.making.kind_gallery import shown_kinds
from reportgen.charts.sample import GOODS, SHARE, percentages, table
from reportgen.document import Chart
from reportgen.messages import msg
from reportgen.reference import chart_field_table, chart_table
from reportgen.schema import schemas
from reportgen.word.chart.native import native, why_not
from tests.charts.samples import LOOK, boxes, chart, mark
from tests.charts.samples import sheet as laid
from tests.content import GOOD, write_files
from tests.test_chart_content import specs
from tests.test_cli import run

ROOT = Path(__file__).parents[2]
CONTENT = (*(ROOT / "content").rglob("*.yaml"), *(ROOT / "tests" / "cases").rglob("*.yaml"))


# ---- what is true of every kind ----------------------------------------------------------------


@pytest.mark.parametrize("name", CHARTS)
def test_a_kind_is_called_as_in_the_list_of_kinds_and_draws_its_sample(name: str) -> None:
    kind = CHARTS[name]
    assert kind.name == kind.sample().kind == name
    assert list(kind.problems(kind.sample())) == []


def test_every_kind_has_a_case_in_content() -> None:
    drawn = {found for path in CONTENT for found in re.findall(r"kind: ([\w-]+)", path.read_text(encoding="utf-8"))}
    assert set(CHARTS) - drawn == set()


def test_every_kind_and_every_field_has_a_row_in_the_reference() -> None:
    told = (ROOT / "docs" / "content.md").read_text(encoding="utf-8")
    assert f"<!-- generated: charts -->\n{chart_table()}\n<!-- end -->" in told
    assert f"<!-- generated: chart-fields -->\n{chart_field_table()}\n<!-- end -->" in told


def fields_of(name: str) -> set[str]:
    """The fields of a chart of a kind, as an editor is offered them."""
    blocks = schemas()["section.schema.json"]["properties"]["blocks"]["items"]["oneOf"]
    (chart_schema,) = (block["properties"]["chart"] for block in blocks if "chart" in block["properties"])
    (shape,) = (
        shape
        for shape in chart_schema["oneOf"]
        if name in [kind["const"] for kind in shape["properties"]["kind"]["oneOf"]]
    )
    assert shape["additionalProperties"] is False
    return set(shape["properties"])


@pytest.mark.parametrize("name", CHARTS)
def test_an_editor_offers_the_fields_that_a_kind_takes_and_no_others(name: str) -> None:
    own = {field.name for kind in CHARTS.values() for field in kind.fields} & fields_of(name)
    assert own == {field.name for field in CHARTS[name].fields}


def test_an_editor_offers_the_start_of_a_range_within_a_series_of_ranges_alone() -> None:
    definitions = schemas()["section.schema.json"]["$defs"]
    offered = {name: "low" in entry["properties"] for name, entry in definitions.items() if "Series" in name}
    assert offered == {"SeriesEntry": False, "LowSeries": True}


def test_a_field_that_a_kind_does_not_take_is_told_in_place_with_the_kinds_that_do(tmp_path: Path) -> None:
    block = "- chart: {id: c, kind: bars, title: {zh: 甲, en: A}, facts: [growth], totals: [growth], whole: growth}\n"
    write_files(tmp_path / "content", {**GOOD, "sections/one.yaml": GOOD["sections/one.yaml"] + block})
    told = run("check", "content", cwd=tmp_path).stderr
    assert ":4:70: error: no field is called 'totals' here (only waterfall takes it)" in told
    assert ":4:88: error: no field is called 'whole' here (only share and donut take it)" in told


def test_a_kind_that_does_not_exist_is_told_alone_whatever_fields_it_was_given(tmp_path: Path) -> None:
    block = "- chart: {id: c, kind: wterfall, title: {zh: 甲, en: A}, facts: [growth], totals: [growth]}\n"
    write_files(tmp_path / "content", {**GOOD, "sections/one.yaml": GOOD["sections/one.yaml"] + block})
    told = run("check", "content", cwd=tmp_path).stderr.splitlines()
    assert "no kind of chart is called 'wterfall' (did you mean 'waterfall'?)" in told[0]
    assert told[1:] == ["reportgen: content: 1 error, no warnings"]


# ---- one kind more ---------------------------------------------------------------------------


def bullets(chart: Chart, setter: Typesetter) -> Plot:
    plot = bars.lay(chart, setter, bars.colors(chart, setter))
    aims = (Box("aim", setter.width - 1, 0.0, 0.5, plot.height, setter.color("signal")) for _ in chart.beside)
    return Plot((*plot.shapes, *aims), plot.height)


def at_most_three(chart: Chart) -> Iterator[str]:
    if len(chart.marks) > 3:
        yield msg("a chart of kind '{kind}' shows three figures", kind=chart.kind)


BULLET = Kind(
    name="bullet",
    words={"zh": "子弹图", "en": "Bullet chart"},
    shows="bars and what they aim at",
    wants="up to three figures",
    draw=bullets,
    needs=at_most_three,
    native=NativeForm("barChart", "bar", "clustered"),
    sample=lambda: percentages("bullet", SHARE, *table(GOODS[:2], ("42", "27"))),
    fields=(
        OwnField("aim", "fact", "aim", "the figure aimed at"),
        OwnField("reached", "names", "reached", "the facts that reach it"),
    ),
)


@pytest.fixture
def one_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(CHARTS, "bullet", BULLET)  # type: ignore[misc]


@pytest.mark.usefixtures("one_more")
def test_one_more_kind_is_read_with_fields_of_its_own(tmp_path: Path) -> None:
    (spec,) = specs(tmp_path, "kind: bullet, facts: [output, before], aim: early, reached: [output]")
    assert [mark.role for mark in spec.marks] == ["reached", ""]
    assert [(mark.role, mark.fact) for mark in spec.beside] == [("aim", "early")]


@pytest.mark.usefixtures("one_more")
def test_one_more_kind_is_drawn_and_told(tmp_path: Path) -> None:
    (spec,) = specs(tmp_path, "kind: bullet, facts: [output, before], aim: early")
    assert [shape.role for shape in laid(spec).shapes].count("aim") == 1
    assert len(boxes(laid(spec), "bar")) == 2
    assert draw(spec, LOOK).png.startswith(b"\x89PNG")
    told = dict(alt_text(spec, BULLET, {"zh": "增长", "en": "It grows"}))
    assert told["zh"].startswith("子弹图：增长。")
    assert told["en"].startswith("Bullet chart: It grows.")


@pytest.mark.usefixtures("one_more")
def test_one_more_kind_is_refused_for_its_own_reasons_and_by_the_others_fields(tmp_path: Path) -> None:
    many = chart("bullet", *(mark(f"{n}", f"{n}") for n in range(4)))
    assert list(CHARTS["bullet"].problems(many)) == ["a chart of kind 'bullet' shows three figures"]
    (spec,) = specs(tmp_path, "kind: bullet, facts: [output], aim: early")
    assert "no marks that are 'aim'" in next(CHARTS["bars"].problems(spec))


@pytest.mark.usefixtures("one_more")
def test_one_more_kind_is_a_chart_of_word_where_it_can_be() -> None:
    assert why_not(BULLET.sample(), LOOK) == ""
    assert b"<c:barChart>" in native(BULLET.sample(), LOOK).part


@pytest.mark.usefixtures("one_more")
def test_one_more_kind_is_offered_by_editors_and_stands_in_the_reference() -> None:
    assert {"aim", "reached"} <= fields_of("bullet")
    assert not {"aim", "reached"} & fields_of("bars")
    assert "| `bullet` | bars and what they aim at | up to three figures | yes |" in chart_table().splitlines()
    assert "| `aim` | for `bullet`: the figure aimed at |" in chart_field_table().splitlines()


@pytest.mark.usefixtures("one_more")
def test_a_page_of_kinds_shows_each_in_every_language_and_one_more() -> None:
    shown = shown_kinds(LOOK, None)
    assert [plates.name for plates in shown] == [*CHARTS]
    assert {len(plates.plates) for plates in shown} == {3}
    page = gallery("kinds", shown[-1:], LOOK)
    assert "<h2>bullet <small>bars and what they aim at</small></h2>" in page
    assert "<figcaption>子弹图 / Bullet chart</figcaption>" in page
