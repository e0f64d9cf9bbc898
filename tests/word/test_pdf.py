"""PDFs are read aloud rightly: languages, tables, notes and links in the tags, and what the file says of itself."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pdfminer.pdftypes import resolve1
from pdfminer.utils import decode_text

from reportgen.template.model import Look
from reportgen.word.body.render import render
from reportgen.word.pages.pdf import metadata, write_pdfs
from reportgen.word.pages.pdf_rules import mark_rules
from tests.word.documents import EDITIONS, PICTURES
from tests.word.pdf_tree import Element, Tree, letters, listed, read_tree

_KINDS = "Document Part Div P H1 H2 H3 TOC TOCI L LI Lbl LBody Table TR TH TD THead TBody Span Note Link Figure"
STANDARD = frozenset(_KINDS.split(" "))


@pytest.fixture(scope="session")
def pdfs(soffice: str, look: Look) -> dict[str, bytes]:
    """The sample briefing as PDFs, by edition."""
    files = [(document, render(document, look, PICTURES)) for document in EDITIONS.values()]
    return dict(zip(EDITIONS, write_pdfs(files, Path(soffice)), strict=True))


@pytest.fixture(scope="session")
def trees(pdfs: dict[str, bytes]) -> dict[str, Tree]:
    return {edition: read_tree(pdf) for edition, pdf in pdfs.items()}


@pytest.fixture(params=EDITIONS)
def tree(request: pytest.FixtureRequest, trees: dict[str, Tree]) -> Tree:
    return trees[request.param]


@cache
def language_of(letter: str) -> str:
    """The language that a letter of the sample is in."""
    return "zh-CN" if unicodedata.name(letter).startswith("CJK") else "en-US"


@pytest.mark.libreoffice
def test_every_letter_is_told_in_its_language(tree: Tree) -> None:
    told = list(letters(tree.root))
    wrong = [(letter, language) for letter, language in told if language != language_of(letter)]
    assert len(told) > 900
    assert wrong == []


@pytest.mark.libreoffice
def test_figures_among_chinese_words_are_told_in_chinese(trees: dict[str, Tree]) -> None:
    """A voice that changes for each figure is hard to follow."""
    spans = [each for each in trees["zh"].root.every() if re.fullmatch(r"[\d.]+%?", each.words)]
    assert len(spans) > 30
    assert {each.language for each in spans} == {"zh-CN"}


@pytest.mark.libreoffice
def test_elements_are_of_standard_kinds_and_hold_something(tree: Tree) -> None:
    elements = list(tree.root.every())[1:]
    assert {each.kind for each in elements} <= STANDARD
    empty = [each for each in elements if not each.held and not each.links and "Alt" not in each.said]
    assert {each.kind for each in empty} <= {"TD"}  # a cell without a figure


@pytest.mark.libreoffice
def test_only_figures_are_tables_and_their_heads_are_heads(tree: Tree, trees: dict[str, Tree]) -> None:
    (table,) = tree.root.kinds("Table")
    heads = table.kinds("TH")
    assert len(heads) == 4
    assert all(_attributes(head)["Scope"] == "Column" for head in heads)
    assert "34.8" in table.words
    assert "67" not in table.words  # a key figure


def _attributes(element: Element) -> dict[str, str]:
    each: list[dict[str, Any]] = [resolve1(one) for one in listed(element.said.get("A"))]
    return {name: getattr(value, "name", value) for one in each for name, value in one.items()}


NUMBERS = {"zh": "①②", "en": "12"}
"""The printed numbers of the notes. Of numbers that are told again in another language LibreOffice links but some."""


@pytest.mark.libreoffice
@pytest.mark.parametrize("edition", NUMBERS)
def test_notes_have_numbers_that_lead_back(edition: str, trees: dict[str, Tree]) -> None:
    tree = trees[edition]
    notes = tree.root.kinds("Note")
    labels = [label for note in notes for label in note.kinds("Lbl")]
    assert [label.words.strip() for label in labels] == list(NUMBERS[edition])
    for note, label in zip(notes, labels, strict=True):
        (link,) = label.kinds("Link")
        assert len(link.links) == 1
        assert not note.words.removeprefix(label.words).strip().startswith(label.words.strip())
    inside = {link for label in labels for link in label.kinds("Link")[0].links}
    marks = [each.words.strip() for each in tree.root.kinds("Link") if not inside & {*each.links}]
    assert [mark for mark in marks if mark in NUMBERS[edition]] == list(NUMBERS[edition])


@pytest.mark.libreoffice
def test_notes_have_names(tree: Tree) -> None:
    notes = tree.root.kinds("Note")
    assert len({note.said["ID"] for note in notes}) == len(notes) > 1


@pytest.mark.libreoffice
def test_links_say_what_they_are(tree: Tree) -> None:
    annotations = (each for page in tree.pages for each in resolve1(page.annots) or ())
    assert all(decode_text(resolve1(each)["Contents"]).strip() for each in annotations)


@pytest.mark.libreoffice
def test_every_link_stands_in_one_element_with_words(tree: Tree) -> None:
    inside = [link for each in tree.root.every() for link in each.links]
    there = [annotation.objid for page in tree.pages for annotation in resolve1(page.annots) or ()]
    assert sorted(inside) == sorted(there)
    assert len(there) > 10
    for each in tree.root.every():
        assert each.kind == "Link" or not each.links
        assert each.kind != "Link" or each.words.strip()


@pytest.mark.libreoffice
def test_an_entry_of_the_contents_is_one_link(tree: Tree) -> None:
    entries = tree.root.kinds("TOCI")
    assert len(entries) == 7
    assert all(len(entry.kinds("Link")) == 1 for entry in entries)


@pytest.mark.libreoffice
def test_contents_of_pages_and_links_know_their_element(tree: Tree) -> None:
    """The way back from a page into the tree, by which a reader tells what is under a finger."""
    elements = {each.ref: each for each in tree.root.every() if each.ref}
    pages = {page.pageid: page for page in tree.pages}
    for each in elements.values():
        for page, number in each.places:
            owner = tree.owners[int(pages[page].attrs["StructParents"])][number]
            assert owner.objid == each.ref
    for page in tree.pages:
        assert page.attrs["Tabs"].name == "S"
        for annotation in resolve1(page.annots) or ():
            found: dict[str, Any] = resolve1(annotation)
            assert annotation.objid in elements[tree.owners[int(found["StructParent"])].objid].links
            assert found["F"] & 4, "it is there on paper too"


@pytest.mark.libreoffice
def test_all_words_of_a_page_are_tagged_or_marked_as_decoration(tree: Tree) -> None:
    assert tree.untagged == ""


@pytest.mark.libreoffice
def test_what_is_read_is_in_the_order_of_the_page(trees: dict[str, Tree]) -> None:
    said = trees["interleaved"].root.words
    in_order = [
        "国家高新区：原创技术与新兴产业",
        "目录",
        "万亿元",
        "RMB",
        "怎样读这些数字",
        "How to read these figures",
        "1988年",
    ]
    places = [said.index(words) for words in in_order]
    assert places == sorted(places)


@pytest.mark.libreoffice
def test_a_pdf_says_by_which_rules_it_is_made(tree: Tree) -> None:
    xmp = resolve1(tree.catalog["Metadata"]).get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp


def test_what_a_pdf_says_of_itself_is_the_content_s() -> None:
    properties = EDITIONS["zh"].properties
    xmp = metadata(EDITIONS["zh"]).decode()
    assert f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{properties.title}</rdf:li>' in xmp
    assert f"<dc:creator><rdf:Seq><rdf:li>{properties.author}</rdf:li>" in xmp
    assert "<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li>" in xmp
    assert f"<xmp:CreateDate>{properties.date}T00:00:00Z</xmp:CreateDate>" in xmp
    assert "LibreOffice" not in xmp


@pytest.mark.parametrize(
    ("content", "marked"),
    [
        (b"q 2 w\n68.1 7 m\n5 7 l S\nQ", b"q 2 w\n/Artifact BMC\n68.1 7 m\n5 7 l S\nEMC\nQ"),
        (b"/P<</MCID 0>>BDC\n1 1 m 2 2 l S\nEMC", b"/P<</MCID 0>>BDC\n1 1 m 2 2 l S\nEMC"),
        (b"1 1 3 3 re W n\n1 0 0 rg", b"1 1 3 3 re W n\n1 0 0 rg"),
        (b"1 1 3 3 re\n4 4 1 1 re\nf*\n(S \\) f) Tj", b"/Artifact BMC\n1 1 3 3 re\n4 4 1 1 re\nf*\nEMC\n(S \\) f) Tj"),
        (b"/Artifact BMC 1 1 m 2 2 l S EMC", b"/Artifact BMC 1 1 m 2 2 l S EMC"),
    ],
    ids=["a rule", "in an element", "a clip", "two areas", "marked before"],
)  # fmt: skip
def test_what_is_only_drawn_is_marked_as_decoration(content: bytes, marked: bytes) -> None:
    assert mark_rules(content) == marked
