"""The file as an archive: the same bytes, plain dates, no program's marks, and light to import."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import datetime
from io import BytesIO

import docx
import pytest

from reportgen.template.model import Look
from reportgen.word.body.render import render
from tests.word.documents import EDITIONS, PICTURES, briefing
from tests.word.parts import part


def entries(data: bytes) -> list[zipfile.ZipInfo]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.infolist()


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_same_document_gives_the_same_bytes(edition: str, drawn: dict[str, bytes], look: Look) -> None:
    again = briefing(EDITIONS[edition].languages, EDITIONS[edition].layout)
    assert render(again, look, PICTURES) == drawn[edition]


def test_the_bytes_do_not_depend_on_the_hash_seed(drawn: dict[str, bytes]) -> None:
    script = (
        "import hashlib; from reportgen.briefing_reader import read_look;"
        "from reportgen.word.body.render import render;"
        "from tests.word.documents import EDITIONS, PICTURES;"
        "print(hashlib.sha256(render(EDITIONS['side-by-side'], read_look('modern'), PICTURES)).hexdigest())"
    )
    seeds = ({"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai"}, {"PYTHONHASHSEED": "2", "TZ": "America/New_York"})
    told = {
        subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, check=True).stdout for env in seeds
    }
    assert len(told) == 1


def test_every_entry_is_dated_1980_and_only_pictures_are_stored(drawn: dict[str, bytes]) -> None:
    for entry in entries(drawn["interleaved"]):
        assert entry.date_time == (1980, 1, 1, 0, 0, 0)
        assert entry.create_system == 0
        assert (entry.compress_type == zipfile.ZIP_STORED) == entry.filename.endswith(".png")


def test_the_content_types_come_first_and_no_name_twice(drawn: dict[str, bytes]) -> None:
    names = [entry.filename for entry in entries(drawn["zh"])]
    assert names[0] == "[Content_Types].xml"
    assert len(names) == len(set(names))


def test_no_program_leaves_its_mark(drawn: dict[str, bytes]) -> None:
    with zipfile.ZipFile(BytesIO(drawn["en"])) as archive:
        told = b"".join(archive.read(name) for name in archive.namelist() if name.endswith(".xml")).lower()
    assert b"python" not in told
    assert b"theme=" not in told.replace(b"xmlns", b"")


def test_properties_come_from_the_content(drawn: dict[str, bytes]) -> None:
    properties = docx.Document(BytesIO(drawn["zh"])).core_properties
    assert properties.title == "国家高新区：原创技术与新兴产业"
    assert (properties.author, properties.last_modified_by) == ("高新区发展研究组", "高新区发展研究组")
    assert (properties.keywords, properties.language) == ("国家高新区, AI", "zh-CN")
    assert properties.created == properties.modified == datetime.fromisoformat("2025-06-06T00:00:00+00:00")


def test_word_opens_the_file_as_a_new_one_and_asks_nothing(drawn: dict[str, bytes]) -> None:
    settings = part(drawn["zh"], "word/settings.xml")
    told = {
        node.get(node.tag.partition("}")[0] + "}name"): node.get(node.tag.partition("}")[0] + "}val")
        for node in settings.iter()
    }
    assert told["compatibilityMode"] == "15"
    assert not [node for node in settings.iter() if node.tag.endswith("updateFields")]


def test_a_build_in_a_built_in_look_loads_neither_docx_nor_lxml() -> None:
    script = (
        "import sys; from reportgen.word.template.loader import finishing, open_template;"
        "from reportgen.word.body.render import render; from reportgen.word.pages import layout;"
        "from tests.word.documents import EDITIONS, PICTURES;"
        "template = open_template('modern'); finishing(template)(render(EDITIONS['zh'], template.look, PICTURES));"
        "print([name for name in ('docx', 'lxml', 'pypdf') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("edition", EDITIONS)
def test_python_docx_reads_the_parts_and_where_they_lead(edition: str, drawn: dict[str, bytes]) -> None:
    read = docx.Document(BytesIO(drawn[edition])).part
    names = [entry.filename for entry in entries(drawn[edition]) if not entry.filename.endswith((".rels", "s].xml"))]
    assert read.package
    assert sorted(str(found.partname).lstrip("/") for found in read.package.iter_parts()) == sorted(names)
    kinds = {relation.reltype.rpartition("/")[2]: relation for relation in read.rels.values()}
    assert {"styles", "numbering", "fontTable", "theme", "footnotes", "settings", "image"} <= kinds.keys()
    assert kinds["hyperlink"].is_external


def test_text_is_told_from_markup_in_every_part(look: Look) -> None:
    odd = "a & b < c > \"d\" 'e'"
    document = EDITIONS["zh"]
    told = replace(document, properties=replace(document.properties, title=odd, keywords=(odd, odd)))
    data = render(told, look, PICTURES)
    properties = docx.Document(BytesIO(data)).core_properties
    assert (properties.title, properties.keywords) == (odd, f"{odd}, {odd}")


def test_a_property_is_no_longer_than_office_takes(look: Look) -> None:
    told = replace(EDITIONS["zh"], properties=replace(EDITIONS["zh"].properties, title="国" * 300))
    assert docx.Document(BytesIO(render(told, look, PICTURES))).core_properties.title == "国" * 255
