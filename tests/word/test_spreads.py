"""Facing pages: the first language on left-hand pages, the same in the second on the right-hand pages beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

import reportgen
from reportgen.briefing_reader import read_look
from reportgen.document import Contents, Document, Element, Heading, PageBreak, Paragraph, TitleBlock
from reportgen.word.body.page_estimate import text_height
from reportgen.word.body.render import estimate, flow, render
from reportgen.word.body.spreads import in_spreads
from reportgen.word.lint import lint
from tests.word.documents import BOTH, document, says
from tests.word.parts import R, W, every, paragraphs, part, style_of, text, val
from tests.word.test_valid import audit

CASES = Path(__file__).parents[1] / "cases"
LOOK = read_look("modern")


def told(language: str, sections: int, words: str) -> list[Element]:
    """One language's text: headings with a paragraph each."""
    mark, one = "" if language == "zh" else f"@{language}", (language,)
    elements: list[Element] = [PageBreak(language)]
    for number in range(1, sections + 1):
        elements.append(Heading(f"s{number}{mark}", 1, (number,), says(one, f"第{number}节", f"Part {number}")))
        elements.append(Paragraph("body", says(one, words, words)))
    return elements


def facing(sections: int = 8, zh: str = "话" * 250, en: str = "word " * 150) -> Document:
    front = TitleBlock(says(BOTH, "甲", "A"), (), says(BOTH, "题", "Title"), (), says(BOTH, "日", "Day"))
    contents = Contents(says(BOTH, "目录", "Contents"))
    made = document(BOTH, front, contents, *told("zh", sections, zh), *told("en", sections, en), layout="facing")
    return in_spreads(made, flow(made, LOOK, {}), text_height(LOOK), {})


def spreads(made: Document) -> list[list[list[str]]]:
    """The headings of every spread, in both languages."""
    found: list[list[list[str]]] = []
    for element in made.elements:
        if isinstance(element, PageBreak):
            if element.side == "zh":
                found.append([])
            found[-1].append([])
        elif isinstance(element, Heading):
            found[-1][-1].append(element.id.partition("@")[0])
    return found


def test_both_pages_of_a_spread_hold_the_same() -> None:
    pairs = spreads(facing())
    assert len(pairs) > 2
    assert all(left == right for left, right in pairs)
    assert [name for left, _ in pairs for name in left] == [f"s{number}" for number in range(1, 9)]


def test_the_longer_language_decides_where_a_page_ends() -> None:
    assert len(spreads(facing(en="word " * 400))) > len(spreads(facing()))


def test_a_heading_stays_on_the_page_of_its_text() -> None:
    made = facing()
    before = [one for one, other in zip(made.elements, made.elements[1:], strict=False) if isinstance(other, PageBreak)]
    assert not any(isinstance(element, Heading) for element in before)


def test_a_spread_opens_on_a_left_hand_page_in_the_first_language() -> None:
    data = render(facing(), LOOK, {})
    kinds = [val(one.find(W + "type")) for one in every(part(data), "sectPr")]
    assert kinds[0] == ""
    assert kinds[1:] == ["evenPage", "oddPage"] * (len(kinds) // 2)
    feet = [val_of_feet(one) for one in every(part(data), "sectPr")]
    assert feet[1] != feet[2]
    assert lint(data) == ()


def val_of_feet(section: object) -> str:
    """The relation of a section's foot."""
    return every(section, "footerReference")[0].get(R + "id", "")  # type: ignore[arg-type]


def test_heads_and_feet_are_in_the_language_of_their_pages(tmp_path: Path) -> None:
    data = reportgen.build(CASES / "harbor", editions=["bilingual"], layout="facing", pages="estimate")[0].data
    feet = [text(part(data, f"word/footer{number}.xml")) for number in (1, 2, 3)]
    assert "望汐港" in feet[0]
    assert "Wangxi" in feet[0]
    assert "望汐港" in feet[1]
    assert "Wangxi" not in feet[1]
    assert feet[2].startswith("Wangxi")
    assert "望汐港" not in feet[2]
    assert audit(data, tmp_path) == []


def test_one_table_of_contents_lists_both_languages_and_each_counts_its_own_headings() -> None:
    root = part(render(facing(), LOOK, {}))
    entries = [entry.rsplit("\t", 1)[0] for entry in paragraphs(root, "TOC1")]
    assert {"1\t第1节", "1\tPart 1", "8\t第8节", "8\tPart 8"} <= set(entries)
    lists = {
        val(every(one, "numId")[0]) if every(one, "numId") else "" for one in root.iter() if style_of(one) == "Heading1"
    }
    assert len(lists) == 2


def test_estimated_pages_know_left_from_right() -> None:
    made = facing()
    pages = estimate(made, LOOK, {}).headings
    assert all(page % 2 == ("@" in name) for name, page in pages.items())
    assert all(pages[f"s{number}@en"] == pages[f"s{number}"] + 1 for number in range(1, 9))


def test_pages_that_face_each_other_have_the_columns_of_their_look() -> None:
    look = read_look("brief")
    made = facing(4)
    root = part(render(made, look, {}))
    found = [(val(one.find(f"{W}type")), val(one.find(f"{W}cols"), "num")) for one in root.iter(f"{W}sectPr")]
    assert found[1:3] == [("evenPage", ""), ("continuous", "2")]
    assert found[3:5] == [("oddPage", ""), ("continuous", "2")]
    assert {piece.columns for piece in flow(made, look, {}).pieces if piece.place > 3} == {2}


@pytest.mark.libreoffice
def test_the_same_heading_stands_on_both_pages_of_a_spread(soffice: str, tmp_path: Path) -> None:
    import pypdf

    reportgen.build(CASES / "harbor", tmp_path, editions=["bilingual"], layout="facing", pdf=True)
    reader = pypdf.PdfReader(next(tmp_path.glob("*.pdf")))
    pages = [page.extract_text() for page in reader.pages]
    for chinese, english in (("吞吐量", "Throughput"), ("周转", "Turnaround"), ("投资", "Investment")):
        left = next(number for number, page in enumerate(pages, 1) if number % 2 == 0 and chinese in page)
        assert english.lower() in pages[left].lower()
