"""Parts of a small file as canonical XML, held to tests/word/goldens; `--accept` rewrites them.

Differences that are let pass are named in IGNORED; what a part says beyond them changes only on purpose.
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import canonicalize

import pytest

from reportgen.template.model import Look
from reportgen.word.body.render import render
from reportgen.word.embed.embedding import embed
from reportgen.word.ooxml.package_reader import open_word
from reportgen.word.template.adopt import read_master
from reportgen.word.template.apply_template import apply_template
from reportgen.word.template.sample import sample
from tests.word.documents import EDITIONS, PICTURES
from tests.word.masters import master_file

GOLDENS = Path(__file__).parent / "goldens"

IGNORED: dict[str, str] = {
    r'program="[^"]+"': 'program=""',  # follows every release
    r'w:fontKey="\{[0-9A-F-]{36}\}"': 'w:fontKey="{}"',  # follows the bytes of the subset, which fontTools decides
}
"""Patterns in the text of a part, and what stands for them: each difference that is let pass."""

SAMPLE = {
    name: f"word/{name}.xml"
    for name in ("document", "styles", "numbering", "settings", "footnotes", "fontTable", "theme/theme1")
}


def files(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def canonical(xml: bytes) -> str:
    """The part in its canonical form, an element a line, ignored differences taken out."""
    text = canonicalize(xml.decode(), strip_text=False)
    for pattern, stand_in in IGNORED.items():
        text = re.sub(pattern, stand_in, text)
    return re.sub(r">(?=<(?!/))", ">\n", text) + "\n"


def held(name: str, xml: bytes, accept: bool) -> None:
    path = GOLDENS / f"{name}.xml"
    if accept:
        path.parent.mkdir(exist_ok=True)
        path.write_text(canonical(xml), encoding="utf-8")
    assert canonical(xml) == path.read_text(encoding="utf-8"), f"{name}: see what changed, then accept it (--accept)"


@pytest.fixture(scope="module")
def drawn_sample(look: Look) -> dict[str, bytes]:
    return files(render(sample("modern"), look, {}))


@pytest.mark.parametrize("name", SAMPLE)
def test_a_part_of_the_sample_is_as_it_was(name: str, drawn_sample: dict[str, bytes], accept: bool) -> None:
    held(name.rpartition("/")[2], drawn_sample[SAMPLE[name]], accept)


def test_its_properties_are_as_they_were(drawn_sample: dict[str, bytes], accept: bool) -> None:
    held("core", drawn_sample["docProps/core.xml"], accept)


def test_its_content_types_and_relations_are_as_they_were(drawn_sample: dict[str, bytes], accept: bool) -> None:
    held("content-types", drawn_sample["[Content_Types].xml"], accept)
    held("document-relations", drawn_sample["word/_rels/document.xml.rels"], accept)


def test_what_it_carries_of_its_facts_is_as_it_was(drawn_sample: dict[str, bytes], accept: bool) -> None:
    held("ledger", drawn_sample["customXml/item1.xml"], accept)


def test_the_footer_is_as_it_was(drawn_sample: dict[str, bytes], accept: bool) -> None:
    held("footer", next(xml for name, xml in drawn_sample.items() if name.startswith("word/footer")), accept)


def test_the_styles_of_a_chinese_template_are_as_they_were(look: Look, accept: bool) -> None:
    template = read_master(open_word(master_file(), "my.docx"), look)
    assert template.master
    parts = files(apply_template(render(EDITIONS["zh"], template.look, PICTURES), template.master))
    held("chinese-styles", parts["word/styles.xml"], accept)
    held("chinese-header", parts["word/header-default.xml"], accept)


def test_the_table_of_embedded_fonts_is_as_it_was(look: Look, accept: bool) -> None:
    """In a look of the bundled font alone, so that it is the same on every machine."""
    bundled = {name: face.model_copy(update={"body": ("Reportgen Sans SC",), "heading": ("Reportgen Sans SC",)})
               for name, face in look.fonts.items()}  # fmt: skip
    own = look.model_copy(update={"fonts": bundled})
    held("embedded-fonts", files(embed(render(sample("modern"), own, {}), own))["word/fontTable.xml"], accept)
