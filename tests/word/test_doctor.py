"""The doctor: what it tells of a template, and the copy that it mends."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from reportgen.briefing_reader import read_look
from reportgen.template.contrast import contrast, faint, faint_problems, mixed
from reportgen.template.model import Look
from reportgen.word.lint import lint
from reportgen.word.ooxml.package_reader import open_word
from reportgen.word.template.adopt import read_master
from reportgen.word.template.doctor import examine, export, repaired
from tests.word.masters import REMOTE, master_file
from tests.word.parts import W, every, part, text, val
from tests.word.test_valid import audit

BUILT_IN = ("brief", "modern", "official", "report")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("doctor") / "my.docx"
    found.write_bytes(master_file())
    return found


@pytest.fixture(scope="module")
def mended(path: Path) -> bytes:
    return repaired(path)


def test_it_tells_which_style_every_role_takes(path: Path) -> None:
    used = {each.role: each.style for each in examine(str(path))[2]}
    assert (used["heading1"], used["heading3"], used["body (running text)"]) == ("标题 1", "公司三级", "正文缩进")
    assert used["title"] == ""


def test_every_finding_says_what_is_used_instead(path: Path) -> None:
    findings = examine(str(path))[1]
    assert len(findings) >= 7
    assert all(finding.hint for finding in findings)


def test_the_mended_copy_has_nothing_harmful_left(mended: bytes, look: Look) -> None:
    template = read_master(open_word(mended), look)
    assert template.master
    told = " ".join(str(finding) for finding in template.master.findings)
    for word in ("evil.dotm", "compatibility", "ja-JP", "theme", "grid", "update its fields", "no style"):
        assert word not in told


def test_the_mended_copy_keeps_its_text_styles_and_logo(mended: bytes) -> None:
    assert "示例标题" in text(part(mended))
    names = {val(style.find(W + "name")) for style in every(part(mended, "word/styles.xml"), "style")}
    assert {"标题 1", "公司三级", "Title", "Table Head"} <= names
    with zipfile.ZipFile(BytesIO(mended)) as archive:
        assert "word/media/image1.png" in archive.namelist()
        assert not [name for name in archive.namelist() if REMOTE[1].encode() in archive.read(name)]


def test_the_mended_copy_is_a_valid_file_but_for_the_font_table_it_never_had(mended: bytes, tmp_path: Path) -> None:
    assert [fault for fault in audit(mended, tmp_path) if "fontTable" not in fault] == []


def test_mending_leaves_the_original_as_it_was(path: Path) -> None:
    repaired(path)
    assert path.read_bytes() == master_file()


def test_mending_a_mended_file_changes_nothing_more(mended: bytes, tmp_path: Path) -> None:
    again = tmp_path / "again.docx"
    again.write_bytes(mended)
    assert part(repaired(again), "word/styles.xml").tag == part(mended, "word/styles.xml").tag
    assert len(every(part(repaired(again), "word/styles.xml"), "style")) == len(
        every(part(mended, "word/styles.xml"), "style")
    )


@pytest.mark.parametrize("name", BUILT_IN)
def test_an_exported_template_is_a_valid_file_with_every_role(name: str, tmp_path: Path) -> None:
    data = export(name)
    assert audit(data, tmp_path) == []
    assert lint(data) == ()
    assert export(name) == data


@pytest.mark.parametrize("name", BUILT_IN)
def test_the_words_of_every_built_in_template_can_be_read(name: str) -> None:
    assert [*faint(read_look(name))] == []


def test_a_faint_color_is_told_with_its_contrast(look: Look) -> None:
    pale = look.model_copy(update={"palette": look.palette.model_copy(update={"grey": "#9FB3C1"})})
    told = [str(problem) for problem in faint_problems(pale, "my-look")]
    assert any("#9FB3C1 on #FFFFFF has a contrast of 2.1" in line for line in told)


def test_contrast_is_that_of_the_accessibility_guidelines() -> None:
    assert round(contrast("#000000", "#FFFFFF"), 2) == 21
    assert round(contrast("#777777", "#FFFFFF"), 2) == 4.48
    assert mixed("#000000", "#FFFFFF", 0.1) == "#E6E6E6"
