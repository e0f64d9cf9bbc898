"""verify: figures held against the facts of their file and against the content, by the command and from Python."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

import reportgen
from reportgen.living.held.finding import Finding
from reportgen.living.verify import NotOursError, verify
from reportgen.pipeline import build
from reportgen.problems import ChoiceError, ContentError
from reportgen.word.ooxml.archive import pack, unpack
from tests.content import write_content
from tests.living import edits_blocks as blocks
from tests.living import edits_marks as marks
from tests.living import edits_tracked as tracking
from tests.living import edits_words as words
from tests.living.draft import Draft
from tests.living.engines import ENGINES
from tests.living.samples import SHIPPED, built, folder
from tests.test_cli import run

Stroke = Callable[[Draft], None]


def edited(path: Path, content: str, edition: str, *strokes: Stroke, charts: str = "native") -> Path:
    """A built file after some edits, as a file."""
    draft = Draft(built(content, edition, charts))
    for stroke in strokes:
        stroke(draft)
    path.write_bytes(draft.finished())
    return path


def changed(path: Path, content: str, file: str, old: str, new: str) -> Path:
    """The content folder of a sample with one thing said otherwise."""
    shutil.copytree(folder(content), path)
    target = path / file
    text = target.read_text(encoding="utf-8")
    assert old in text
    target.write_text(text.replace(old, new), encoding="utf-8")
    return path


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str, str, str]]:
    return [(each.code, each.was, each.now, each.should) for each in findings]


# ---- an untouched file ------------------------------------------------------------------------------

CASES = ("harbor", "harvest", "wind-and-power", "tables", "charts", "filed-report", "filed-bulletin", "fed-by-data")


@pytest.mark.parametrize("layout", ["interleaved", "side-by-side", "facing"])
@pytest.mark.parametrize("content", ["ferry", "shipped"])
def test_a_bilingual_file_holds_in_every_layout(content: str, layout: str, tmp_path: Path) -> None:
    for made in build(folder(content), editions=["bilingual"], pages="estimate", layout=layout):  # pyright: ignore[reportArgumentType]
        (tmp_path / "made.docx").write_bytes(made.data)
    assert verify(tmp_path / "made.docx", content=folder(content)) == ()


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("charts", ["native", "picture"])
def test_every_edition_of_a_case_holds_with_its_content_and_without(case: str, charts: str, tmp_path: Path) -> None:
    content = Path(__file__).parents[1] / "cases" / case
    files: list[Path] = []
    one = ["bilingual"] if (case, charts) == ("charts", "native") else None  # that case alone takes a minute in all
    for number, made in enumerate(build(content, editions=one, pages="estimate", charts=charts)):  # pyright: ignore[reportArgumentType]
        files.append(tmp_path / f"{number}.docx")
        files[-1].write_bytes(made.data)
    assert verify(*files) == ()
    assert verify(*files, content=content) == ()


# ---- the content has changed --------------------------------------------------------------------------


@pytest.mark.parametrize("edition", ["zh", "en", "bilingual"])
def test_a_fact_that_the_content_has_changed_is_told_at_every_figure(edition: str, tmp_path: Path) -> None:
    file = edited(tmp_path / "file.docx", "ferry", edition)
    content = changed(tmp_path / "content", "ferry", "facts.yaml", "45.2万人次", "46.8万人次")
    findings = verify(file, content=content)
    assert {each.code for each in findings} == {"figures/outdated"}
    assert {each.fact for each in findings} == {"passengers"}
    pairs = {"zh": ("45.2万人次", "46.8万人次"), "en": ("452,000\u00a0visits", "468,000\u00a0visits")}
    shown = {(each.now, each.should) for each in findings}
    assert shown == ({pairs[edition]} if edition != "bilingual" else set(pairs.values()))


def test_a_chart_of_a_changed_fact_is_told(tmp_path: Path) -> None:
    file = edited(tmp_path / "file.docx", "ferry", "zh")
    content = changed(tmp_path / "content", "ferry", "facts.yaml", "fuel: {is: 1860万元", "fuel: {is: 1910万元")
    findings = verify(file, content=content)
    charts = [each for each in findings if each.code == "charts/outdated"]
    assert [each.side.quote for each in charts] == ["图2\u2002燃料是最大的支出"]
    assert {each.should for each in findings if each.code == "figures/outdated"} == {"1910万元"}


def test_a_figure_typed_over_with_what_the_content_says_now_is_no_fault(tmp_path: Path) -> None:
    content = changed(tmp_path / "content", "ferry", "facts.yaml", "1286班", "2286班")
    file = edited(tmp_path / "file.docx", "ferry", "zh", words.figure_typed_over)
    assert all(each.now != "2286班" for each in verify(file, content=content))
    assert ("figures/altered", "1286班", "2286班", "1286班") in told(verify(file))


def test_a_figure_altered_and_a_fact_changed_say_all_three(tmp_path: Path) -> None:
    content = changed(tmp_path / "content", "ferry", "facts.yaml", "1286班", "1300班")
    file = edited(tmp_path / "file.docx", "ferry", "zh", words.figure_typed_over)
    findings = [each for each in verify(file, content=content) if each.code == "figures/altered"]
    assert told(tuple(findings)) == [("figures/altered", "1286班", "2286班", "1300班")]
    assert str(findings[0].message) == "was 1286班, is 2286班, should be 1300班"


def test_a_fact_that_the_content_has_no_longer_is_told(tmp_path: Path) -> None:
    content = changed(tmp_path / "content", "ferry", "facts.yaml", "wages: {is", "pay: {is")
    for file in (content / "sections").iterdir():
        file.write_text(file.read_text("utf-8").replace("wages", "pay"), "utf-8")
    file = edited(tmp_path / "file.docx", "ferry", "zh")
    findings = verify(file, content=content)
    assert ("figures/outdated", "1240万元", "1240万元", "") in told(findings)


def test_the_content_of_another_briefing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ChoiceError, match="ferry"):
        verify(edited(tmp_path / "file.docx", "ferry", "zh"), content=write_content(tmp_path / "other"))


# ---- where it stands ------------------------------------------------------------------------------------


def test_a_place_is_told_as_a_reader_finds_it_in_the_files_words(tmp_path: Path) -> None:
    (one,) = verify(edited(tmp_path / "file.docx", "ferry", "zh", words.figure_typed_over))
    assert one.side.place.endswith("paragraph 1 under “客运”")
    assert one.side.quote == "一季度，渡轮共开航2286班，运送旅客45.2万人次，同比增长7.1%。"
    assert one.side.marked == "2286班"
    (two,) = verify(edited(tmp_path / "cell.docx", "ferry", "en", blocks.cell_typed_over))
    assert "row “fuel costs”" in two.side.place
    assert "column “Amount”" in two.side.place


def test_several_files_are_told_apart_and_one_language_is_told_between_them(tmp_path: Path) -> None:
    zh = edited(tmp_path / "a.zh.docx", "ferry", "zh", words.figure_deleted)
    en = edited(tmp_path / "a.en.docx", "ferry", "en")
    assert verify(zh) == ()
    (one,) = verify(zh, en)
    assert (one.code, one.was, str(one.message)) == (
        "figures/one-language", "1286班", "1,286 stands in English only now",
    )  # fmt: skip
    assert one.side.place.startswith("a.zh.docx, ")


def test_a_fact_that_one_language_lost_and_told_elsewhere_is_in_both(tmp_path: Path) -> None:
    assert verify(edited(tmp_path / "file.docx", "ferry", "bilingual", words.figure_moved_in_sentence)) == ()


# ---- files that lost their ledger -----------------------------------------------------------------------

LOST = (marks.ledger_dropped,)


@pytest.mark.parametrize("content", ["ferry", "shipped"])
@pytest.mark.parametrize("edition", ["zh", "bilingual"])
def test_a_file_without_its_ledger_is_held_against_the_content(content: str, edition: str, tmp_path: Path) -> None:
    file = edited(tmp_path / "file.docx", content, edition, marks.ledger_dropped)
    with pytest.raises(NotOursError, match="has lost the facts"):
        verify(file)
    assert verify(file, content=folder(content)) == ()
    typed = edited(tmp_path / "typed.docx", content, edition, words.figure_typed_over, marks.ledger_dropped)
    assert [each.code for each in verify(typed, content=folder(content))] == ["figures/altered"]


def test_a_sealed_file_is_known_by_its_words(tmp_path: Path) -> None:
    (made,) = build(folder("ferry"), editions=["en"], pages="estimate", sealed=True)
    file = tmp_path / "sealed.docx"
    file.write_bytes(made.data)
    with pytest.raises(NotOursError, match="carries no facts"):
        verify(file)
    assert verify(file, content=folder("ferry")) == ()
    with pytest.raises(NotOursError, match="none of this content"):
        verify(file, content=SHIPPED)


def test_a_file_of_nobody_is_refused_even_with_a_content(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Fares brought in RMB 45 million.")
    document.save(str(tmp_path / "letter.docx"))
    with pytest.raises(NotOursError):
        verify(tmp_path / "letter.docx", content=folder("ferry"))


# ---- other programs -------------------------------------------------------------------------------------


@pytest.mark.parametrize("content", ["ferry", "shipped"])
@pytest.mark.parametrize("engine", ENGINES)
def test_what_other_programs_save_is_no_fault_and_an_altered_figure_still_is(
    engine: str, content: str, tmp_path: Path
) -> None:
    for name, strokes in (("same", ()), ("typed", (words.figure_typed_over,))):
        draft = Draft(built(content, "bilingual"))
        for stroke in strokes:
            stroke(draft)
        file = tmp_path / f"{name}.docx"
        file.write_bytes(ENGINES[engine](draft.finished()))
        findings = verify(file, content=folder(content))
        assert [each.code for each in findings if each.severity == "error"] == ["figures/altered"] * len(strokes), [
            (each.code, str(each), each.side.quote) for each in findings
        ]


# ---- the command ------------------------------------------------------------------------------------------


def test_the_command_tells_people_and_ends_with_1(tmp_path: Path) -> None:
    file = edited(tmp_path / "file.docx", "ferry", "zh", words.figure_typed_over)
    done = run("verify", str(file), cwd=tmp_path)
    assert done.returncode == 1
    assert "was 1286班, is 2286班 [figures/altered, certain]" in done.stdout
    assert "渡轮共开航»2286班«，" in done.stdout
    assert "rightly: 1286班" in done.stdout
    assert "1 error, no warnings" in done.stdout


def test_a_warning_alone_ends_with_0(tmp_path: Path) -> None:
    file = edited(tmp_path / "file.docx", "ferry", "zh", words.fact_repeated_by_hand)
    done = run("verify", str(file), str(folder("ferry")), cwd=tmp_path)
    assert (done.returncode, "figures/repeated" in done.stdout) == (0, True)


def test_json_and_sarif_stand_alone_on_standard_output(tmp_path: Path) -> None:
    file = edited(tmp_path / "file.docx", "ferry", "en", tracking.figure_typed_over_tracked)
    done = run("verify", "--format", "json", str(file), cwd=tmp_path)
    report = json.loads(done.stdout)
    (one,) = report["findings"]
    assert report["files"] == [{"file": str(file), "holds": False}]
    assert (one["code"], one["was"], one["is"], one["should_be"]) == ("figures/altered", "1,286", "2,286", "1,286")
    assert one["at"]["quote"][slice(*one["at"]["mark"])] == "2,286"
    assert "原为1,286" in one["message"]["zh"]
    log = json.loads(run("verify", "--format", "sarif", str(file), cwd=tmp_path).stdout)
    (result,) = log["runs"][0]["results"]
    assert (result["ruleId"], result["level"]) == ("figures/altered", "error")


def test_comments_stand_at_the_altered_figure(tmp_path: Path) -> None:
    file = edited(tmp_path / "file.docx", "ferry", "zh", words.figure_typed_over)
    out = tmp_path / "out.docx"
    assert run("verify", str(file), "--comments", str(out), cwd=tmp_path).returncode == 1
    parts = unpack(out.read_bytes())
    body = parts["word/document.xml"].decode()
    between = body[body.index("commentRangeStart") : body.index("commentRangeEnd")]
    assert "2286" in between
    assert "1286" in parts["word/comments.xml"].decode()
    assert verify(out)[0].code == "figures/altered"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "required"),
        (("missing.docx",), "No such file"),
        (("{content}",), "verify takes built files"),
        (("{content}", "{file}"), "is a folder"),
        (("{file}", "--comments", "{file}"), "stays as it is"),
        (("{file}", "--comments", "out.txt"), "ends in .docx"),
        (("{file}", "{broken}"), "broken"),
        (("{other}",), "carries no facts"),
    ],
)
def test_wrong_usage_ends_with_2(arguments: tuple[str, ...], said: str, tmp_path: Path) -> None:
    file = edited(tmp_path / "file.docx", "ferry", "zh")
    document = docx.Document()
    document.save(str(tmp_path / "other.docx"))
    broken = write_content(tmp_path / "broken", facts="growth: {is: ten}\n")
    known = {"file": file, "content": folder("ferry"), "other": tmp_path / "other.docx", "broken": broken}
    done = run("verify", *(argument.format_map(known) for argument in arguments), cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr


def test_python_has_it_too(tmp_path: Path) -> None:
    file = edited(tmp_path / "file.docx", "ferry", "zh", words.figure_typed_over)
    (one,) = reportgen.verify(file, content=folder("ferry"))
    assert isinstance(one, reportgen.Finding)
    assert str(one) == "was 1286班, is 2286班"
    with pytest.raises(ContentError):
        reportgen.verify(file, content=write_content(tmp_path / "broken", facts="growth: {is: ten}\n"))


# ---- strangers ----------------------------------------------------------------------------------------------


def forged(tmp_path: Path, change: Callable[[dict[str, bytes]], dict[str, bytes]]) -> Path:
    """A built file with parts that somebody else wrote."""
    parts = unpack(built("ferry", "zh"))
    file = tmp_path / "forged.docx"
    file.write_bytes(pack((parts | change(parts)).items()))
    return file


def test_a_forged_ledger_is_none(tmp_path: Path) -> None:
    ledger = "customXml/item1.xml"
    file = forged(tmp_path, lambda parts: {ledger: parts[ledger].replace(b' row="', b' row="x')})
    with pytest.raises(NotOursError, match="has lost the facts"):
        verify(file)


def test_a_ledger_with_an_entity_is_refused(tmp_path: Path) -> None:
    entities = b'<!DOCTYPE ledger [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    bomb = entities + b'<ledger xmlns="urn:reportgen:ledger:1" file="1">&b;</ledger>'
    with pytest.raises(ContentError):
        verify(forged(tmp_path, lambda _: {"customXml/item1.xml": bomb}))


def test_a_hundred_thousand_bookmarks_are_harmless(tmp_path: Path) -> None:
    def many(parts: dict[str, bytes]) -> dict[str, bytes]:
        name = Draft(built("ferry", "zh")).mark(4)
        ties = b"".join(
            b'<w:bookmarkStart w:id="%d" w:name="%s_Copy_%d"/><w:bookmarkEnd w:id="%d"/>' % (n, name.encode(), n, n)
            for n in range(200_000, 300_000)
        )
        document = parts["word/document.xml"]
        return {"word/document.xml": document.replace(b"<w:sectPr", b"<w:p>" + ties + b"</w:p><w:sectPr", 1)}

    assert {each.severity for each in verify(forged(tmp_path, many))} <= {"warning"}


def test_a_workbook_that_is_none_is_no_fault_of_its_chart(tmp_path: Path) -> None:
    assert verify(forged(tmp_path, lambda _: {"word/embeddings/workbook1.xlsx": b"PK\x03\x04 nothing"})) == ()
