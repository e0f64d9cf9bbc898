"""Real runs of `chart` and `charts`, and of the options of `build` that draw."""

from __future__ import annotations

import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest

from reportgen.charts import CHARTS as KINDS
from tests.content import GOOD, write_files
from tests.test_cli import run

CHARTS = """\
- chart: {id: zones, kind: step, title: {zh: 数量, en: The number}, data: zones.csv, x: date, y: zones, unit: 家}
- chart: {id: both, kind: cards, title: {zh: 两个, en: Two <b>}, facts: [growth, output]}
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_files(tmp_path / "content", {**GOOD, "sections/one.yaml": GOOD["sections/one.yaml"] + CHARTS})


@pytest.mark.parametrize(("suffix", "start"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")])
def test_a_chart_is_drawn_alone(content: Path, tmp_path: Path, suffix: str, start: bytes) -> None:
    done = run("chart", content, "zones", "-o", f"deep/zones.{suffix}", "--language", "en", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "deep" / f"zones.{suffix}").read_bytes().startswith(start)


def test_resolution_is_as_asked(content: Path, tmp_path: Path) -> None:
    for dpi in ("100", "200"):
        assert run("chart", content, "zones", "--dpi", dpi, "-o", f"{dpi}.png", cwd=tmp_path).returncode == 0
    wide = [int.from_bytes((tmp_path / f"{dpi}.png").read_bytes()[16:20]) for dpi in ("100", "200")]
    assert abs(2 * wide[0] - wide[1]) <= 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("content", "zons"), "has no chart 'zons': did you mean 'zones'?"),
        (("content", "zones", "-o", "zones.gif"), "one of .png, .svg, .pdf"),
        (("nowhere", "zones"), "nowhere is no folder"),
        (("content", "zones", "--dpi", "9000"), "a whole number from 72 to 600"),
    ],
)
def test_wrong_usage_is_told_with_a_way_out(
    content: Path, tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    done = run("chart", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert told in done.stderr


def test_charts_are_listed(content: Path, tmp_path: Path) -> None:
    done = run("charts", content, cwd=tmp_path)
    assert done.stdout.splitlines() == ["zones  step  数量", "both  cards  两个"]


def test_the_gallery_is_one_file_with_every_chart_in_each_language_and_in_both(content: Path, tmp_path: Path) -> None:
    assert run("charts", content, "--gallery", cwd=tmp_path).returncode == 0
    page = (tmp_path / "gallery.html").read_text(encoding="utf-8")
    pictures: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if tag == "img":
                pictures.append(dict(attrs)["src"] or "")
            assert tag not in ("script", "link", "b")

    Reader().feed(page)
    assert len(pictures) == len(set(pictures)) == 6
    assert all(source.startswith("data:image/png;base64,") for source in pictures)
    assert "Two &lt;b&gt;" in page


def test_the_kinds_are_listed_without_any_content(tmp_path: Path) -> None:
    listed = run("charts", "--kinds", cwd=tmp_path).stdout.splitlines()
    assert [line.split("  ")[0] for line in listed] == [*KINDS]
    assert "bars  lying bars, ranked" in listed


def test_a_sample_of_every_kind_is_shown_on_a_page(tmp_path: Path) -> None:
    assert run("charts", "--kinds", "--gallery", "-o", "kinds.html", cwd=tmp_path).returncode == 0
    page = (tmp_path / "kinds.html").read_text(encoding="utf-8")
    assert re.findall(r"<h2>([\w-]+)", page) == [*KINDS]
    assert page.count("<img ") == 3 * len(KINDS)


def test_kept_charts_are_forgotten_on_request(content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTGEN_CACHE", str(tmp_path / "cache"))
    run("chart", content, "zones", cwd=tmp_path)
    assert len(list((tmp_path / "cache").rglob("*.chart"))) == 1
    assert "1 kept chart forgotten" in run("charts", "--prune", cwd=tmp_path).stderr
    assert not list((tmp_path / "cache").rglob("*.chart"))


def test_native_charts_are_built_and_what_stays_a_picture_is_told_once(content: Path, tmp_path: Path) -> None:
    done = run("build", "--pages", "estimate", "--charts", "native", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stderr.splitlines() == [
        "reportgen: the chart 'both' stays a picture: Word has no chart of kind 'cards'"
    ]
    with zipfile.ZipFile(tmp_path / "output" / "small.zh.docx") as file:
        names = [name for name in file.namelist() if re.match(r"word/(charts|media|embeddings)/[^/]+$", name)]
    pictures = ["word/media/image1.png", "word/media/image2.png"]  # the second is what the chart falls back to
    assert names == [*pictures, "word/charts/chart1.xml", "word/embeddings/workbook1.xlsx"]


def test_a_chart_may_be_native_by_itself_or_stay_a_picture(content: Path, tmp_path: Path) -> None:
    section = content / "sections" / "one.yaml"
    text = section.read_text(encoding="utf-8")
    section.write_text(text.replace("{id: zones,", "{id: zones, render: native,"), encoding="utf-8")
    assert run("build", "--pages", "estimate", "--edition", "zh", cwd=tmp_path).stderr == ""
    with zipfile.ZipFile(tmp_path / "output" / "small.zh.docx") as file:
        assert "word/charts/chart1.xml" in file.namelist()
    section.write_text(text.replace("{id: zones,", "{id: zones, render: picture,"), encoding="utf-8")
    run("build", "--pages", "estimate", "--edition", "zh", "--charts", "native", cwd=tmp_path)
    with zipfile.ZipFile(tmp_path / "output" / "small.zh.docx") as file:
        assert "word/charts/chart1.xml" not in file.namelist()


def test_a_vector_stands_beside_each_picture_on_request(content: Path, tmp_path: Path) -> None:
    assert run("build", "--pages", "estimate", "--edition", "en", "--svg", cwd=tmp_path).returncode == 0
    with zipfile.ZipFile(tmp_path / "output" / "small.en.docx") as file:
        assert {"word/media/image1.png", "word/media/image1.svg"} <= set(file.namelist())
