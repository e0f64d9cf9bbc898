"""Filed documents: their parts stand where GB/T 9704-2012 puts them, measured on LibreOffice's pages."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

import pypdf
import pytest

import reportgen
from reportgen.briefing_reader import read_briefing, read_look
from reportgen.compose import compose
from reportgen.document import Imprint
from reportgen.word.body.context import Pages
from reportgen.word.body.imprint_page import stands_apart, with_imprint
from reportgen.word.body.render import render
from reportgen.word.lint import lint
from tests.content import GOOD, write_files
from tests.word.documents import picture
from tests.word.parts import every, paragraphs, part, val
from tests.word.test_valid import audit

CASES = Path(__file__).parents[1] / "cases"
MM = 72 / 25.4
SHEET, TOP, BOTTOM, LEFT, RIGHT = 297 * MM, 37 * MM, 35 * MM, 28 * MM, 26 * MM
WIDTH = 210 * MM


@dataclass
class Printed:
    """Words on a page: where their baseline starts, in points from the lower left corner, and their size."""

    x: float
    y: float
    size: float
    text: str


@dataclass
class Sheet:
    """A page: its words, and the level bars of color on it as (left, right, lower edge, thickness)."""

    words: list[Printed]
    bars: list[tuple[float, float, float, float]]

    def find(self, text: str) -> Printed:
        return next(word for word in self.words if text in word.text)


def sheets(pdf: Path) -> list[Sheet]:
    """The pages of a PDF."""
    return [Sheet(_words(page), _bars(page)) for page in pypdf.PdfReader(pdf).pages]


def _words(page: Any) -> list[Printed]:
    found: list[Printed] = []

    def visit(text: str, _cm: object, tm: list[float], _font: object, size: float) -> None:
        if text.strip():
            found.append(Printed(tm[4], tm[5], size, text.strip("\n")))

    page.extract_text(visitor_text=visit)
    return found


_BAR = re.compile(r"([\d.]+) ([\d.]+) m\n([\d.]+) [\d.]+ l [\d.]+ ([\d.]+) l ")


def _bars(page: Any) -> list[tuple[float, float, float, float]]:
    content = cast("bytes", page.get_contents().get_data()).decode("latin-1")
    found = (tuple(map(float, match.groups())) for match in _BAR.finditer(content))
    return [(left, right, lower, upper - lower) for left, upper, right, lower in found]


def printed(folder: Path, out: Path, edition: str = "zh") -> list[Sheet]:
    """The pages of an edition."""
    reportgen.build(folder, out, editions=[edition], pdf=True)
    return sheets(next(out.glob("*.pdf")))


# ---- measured -------------------------------------------------------------------------------


@pytest.mark.libreoffice
def test_the_head_of_a_document_stands_where_the_standard_puts_it(soffice: str, tmp_path: Path) -> None:
    first = printed(CASES / "filed-report", tmp_path)[0]
    copy, secret, urgent = (first.find(text) for text in ("000012", "秘密", "加急"))
    assert [round(word.x - LEFT) for word in (copy, secret, urgent)] == [0, 0, 0]
    assert copy.y > secret.y > urgent.y
    mark = first.find("云屿市口岸管理局文件")
    upper = SHEET - TOP - (mark.y + 0.86 * mark.size)  # a character's ink ends there over its baseline
    assert upper / MM == pytest.approx(35, abs=1)
    number = first.find("云口岸发")
    assert number.x - LEFT == pytest.approx(16, abs=0.5)
    assert number.y == pytest.approx(first.find("陈望舒").y)
    assert first.find("陈望舒").x == pytest.approx(first.find("林知远").x)


@pytest.mark.libreoffice
def test_the_rule_under_the_head_is_as_wide_as_the_text_and_four_millimeters_under_the_number(
    soffice: str, tmp_path: Path
) -> None:
    reportgen.build(CASES / "filed-report", tmp_path, editions=["zh"], pdf=True)
    page = pypdf.PdfReader(next(tmp_path.glob("*.pdf"))).pages[0]
    content = cast("bytes", cast("Any", page.get_contents()).get_data()).decode("latin-1")
    drawn = re.findall(
        r"0\.8431\d* 0 0\.0588\d* RG\nq 1\.5 w.*\n(?:/Artifact BMC\n)?([\d.]+) ([\d.]+) m\n([\d.]+) [\d.]+ l", content
    )
    right, middle, left = map(float, drawn[0])
    upper = middle + 0.75
    assert (right - left) / MM == pytest.approx(156, abs=0.5)
    under = next(word for word in _words(page) if "云口岸发" in word.text).y - 0.08 * 16 - upper
    assert under / MM == pytest.approx(4, abs=0.5)


@pytest.mark.libreoffice
def test_a_page_has_22_lines_of_28_characters(soffice: str, tmp_path: Path) -> None:
    text = "一字接一字" * 400
    folder = write_files(
        tmp_path / "content",
        {
            **GOOD,
            "briefing.yaml": GOOD["briefing.yaml"] + "template: official\n",
            "sections/one.yaml": GOOD["sections/one.yaml"] + f"- text: {{zh: {text}, en: Words}}\n",
        },
    )
    second = printed(folder, tmp_path / "out")[1]
    body = [word for word in second.words if word.size == pytest.approx(16)]
    lines = sorted({round(word.y, 1) for word in body}, reverse=True)
    assert len(lines) == 22
    assert {round(one - other, 1) for one, other in pairwise(lines)} <= {28.9, 29.0}
    assert {len(word.text.strip()) for word in body} == {28}


@pytest.mark.libreoffice
def test_signature_and_date_stand_four_characters_from_the_right(soffice: str, tmp_path: Path) -> None:
    pages = printed(CASES / "filed-report", tmp_path)
    page = next(page for page in pages if any("联系人" in word.text for word in page.words))
    name = next(word for word in page.words if word.text.startswith("云屿市口岸管理局"))
    date = [word for word in page.words if word.y == pytest.approx(name.y - 28.95, abs=0.5)]
    end = max(word.x for word in date) + 16  # 日
    assert WIDTH - RIGHT - end == pytest.approx(4 * 16, abs=5)
    middle = (min(word.x for word in date) + end) / 2
    assert name.x + 8 * 16 / 2 == pytest.approx(middle, abs=1)
    attached = page.find("一季度口岸运行主要指标")
    assert attached.x == pytest.approx(page.find("关于优化口岸查验流程").x)
    assert page.find("附件：").x - LEFT == pytest.approx(2 * 16, abs=0.5)
    assert page.find("（联系人").x - LEFT == pytest.approx(2 * 16, abs=0.5)


@pytest.mark.libreoffice
@pytest.mark.parametrize("case", ["filed-report", "filed-bulletin"])
def test_the_imprint_ends_the_last_left_hand_page_between_rules(case: str, soffice: str, tmp_path: Path) -> None:
    pages = printed(CASES / case, tmp_path)
    assert len(pages) % 2 == 0
    bars = sorted(pages[-1].bars, key=lambda bar: bar[2])
    assert [round(bar[3] / MM, 2) for bar in bars] == [0.35, 0.25, 0.35]
    assert bars[0][2] / MM == pytest.approx(35, abs=0.2)
    assert all((right - left) / MM == pytest.approx(156, abs=0.2) for left, right, *_ in bars)
    printer = pages[-1].find("云屿市口岸管理局")
    assert bars[0][2] < printer.y < bars[1][2]
    assert printer.x - LEFT == pytest.approx(14, abs=0.5)


# ---- written --------------------------------------------------------------------------------


@pytest.mark.parametrize("edition", ["zh", "en", "bilingual"])
@pytest.mark.parametrize("case", ["filed-report", "filed-bulletin"])
def test_a_filed_document_is_valid(case: str, edition: str, tmp_path: Path) -> None:
    data = reportgen.build(CASES / case, editions=[edition], pages="estimate")[0].data
    assert audit(data, tmp_path) == []
    assert lint(data) == ()


def test_the_imprint_has_a_page_of_its_own_where_the_last_has_no_room_or_is_a_right_hand_one() -> None:
    document = compose(read_briefing(CASES / "filed-bulletin"), "zh")
    look = read_look("official")
    roomy, full = 300.0, 35 * MM + 20
    cases = {(1, roomy): (True, 2), (2, roomy): (False, 2), (2, full): (True, 4), (3, full): (True, 4)}
    for (closing, left), (apart, count) in cases.items():
        pages = Pages({}, closing, {}, closing, left)
        assert stands_apart(document, look, pages) is apart
        assert with_imprint(document, look, pages).count == count


def test_neither_the_page_of_the_imprint_nor_the_empty_one_before_it_is_numbered() -> None:
    document = compose(read_briefing(CASES / "filed-bulletin"), "zh")
    for closing, numbered in ((1, True), (2, False)):
        pages = Pages({"night": 1}, closing, {}, closing, 35 * MM + 20)
        last = every(part(render(document, read_look("official"), {}, pages)), "sectPr")[-1]
        assert val(every(last, "type")[0]) == "evenPage"
        assert bool(every(last, "footerReference")) is numbered
        assert bool(every(last, "titlePg")) is not numbered


def test_a_look_without_filing_prints_issuer_and_date_as_before() -> None:
    document = compose(read_briefing(CASES / "filed-bulletin"), "zh")
    root = part(render(document, read_look("modern"), {}))
    assert "云屿市口岸管理局办公室编\t第12期" in paragraphs(root)
    assert not any("抄送" in text for text in paragraphs(root))
    bare = replace(document, elements=tuple(each for each in document.elements if not isinstance(each, Imprint)))
    assert [text for text in paragraphs(part(render(bare, read_look("official"), {}))) if "印发" in text] == []


def test_a_document_without_a_seal_is_dated_two_characters_right_of_its_signature() -> None:
    folder = read_briefing(CASES / "filed-report")
    filed = folder.about.filing
    assert filed is not None
    unsealed = replace(
        folder, about=folder.about.model_copy(update={"filing": filed.model_copy(update={"sealed": False})})
    )
    look = read_look("official")
    document = compose(unsealed, "zh")
    pictures = {"times": picture()}
    root = part(render(document, look, pictures))
    starts = [int(val(every(one, "ind")[0], "left")) for one in every(root, "p") if _style(one) == "Signature"]
    assert starts[1] - starts[0] == 2 * 16 * 20


def _style(paragraph: Any) -> str:
    return next((val(one) for one in every(paragraph, "pStyle")), "")
