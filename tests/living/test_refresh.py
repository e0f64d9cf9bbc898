"""`refresh`: a file as people edited it gets the content's figures and loses nothing of what they did."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator  # pyright: ignore[reportMissingTypeStubs]

from reportgen import build, refresh
from reportgen.cli import run
from reportgen.ledger import digest
from reportgen.living.locate import State, locate
from reportgen.living.refresh import Refreshed
from reportgen.living.verify import verify
from reportgen.problems import ChoiceError
from reportgen.word.lint import lint
from reportgen.word.marked_file import read_marked
from reportgen.word.ooxml.archive import pack, unpack
from reportgen.word.ooxml.ledger_part import chart_values
from reportgen.word.ooxml.package_reader import local
from reportgen.word.ooxml.tree import parse, serialize
from reportgen.word.pages.engine import engine_path
from reportgen.word.pages.layout import convert
from reportgen.word.reader import read_text
from tests.living import edits_blocks as blocks
from tests.living import edits_dress as dress
from tests.living import edits_words as words
from tests.living.draft import Draft, W, printed, type_at, type_over
from tests.living.edits import EDITS, Edit
from tests.living.later_content import edited, later, rebuilt
from tests.living.samples import built, folder

FILES = (("ferry", "zh"), ("ferry", "en"), ("ferry", "bilingual"), ("shipped", "en"), ("shipped", "bilingual"))
_PERSONS = re.compile(r"[A-Za-z]+|[\u4e00-\u9fff]")


def refreshed(tmp_path: Path, data: bytes, content: Path, **choices: Any) -> Refreshed:
    """A file refreshed from bytes, its page numbers left."""
    path = tmp_path / "edited.docx"
    path.write_bytes(data)
    return refresh(path, content, pages="estimate", **choices)


def texts(data: bytes) -> list[str]:
    """All paragraphs of a file."""
    return [passage.text for passage in read_text(data)]


def anew(content: Path, edition: str, charts: str = "native") -> bytes:
    """What a build makes of the content."""
    (made,) = build(content, editions=[edition], pages="estimate", charts=cast("Any", charts))
    return made.data


def edit(data: bytes, *strokes: Any) -> bytes:
    """A file after some strokes."""
    for stroke in strokes:
        draft = Draft(data)
        stroke(draft)
        data = draft.finished()
    return data


def altered(data: bytes) -> list[tuple[str, str]]:
    """The figures that say something else than the file's ledger, with what they say."""
    file = read_marked(data)
    found = locate(file, file.ledgers[0])
    all_ = (*found.figures.values(), *found.copies)
    return [(one.figure.text, one.text) for one in all_ if one.state is State.ALTERED]


def faults(data: bytes, folder_: Path) -> Counter[str]:
    """What the validator and the lint have against a file, wherever it stands."""
    path = folder_ / "validated.docx"
    path.write_bytes(data)
    errors = [str(error) for error in OpenXmlValidator().validate(str(path)).errors]
    return Counter(re.sub(r"\[\d+\]|paragraph \d+", "", str(one)) for one in (*errors, *lint(data)))


# ---- a file that nobody edited ------------------------------------------------------------------


@pytest.mark.parametrize("charts", ["native", "picture"])
@pytest.mark.parametrize("file", FILES, ids="-".join)
def test_a_file_nobody_edited_says_what_a_new_build_says(file: tuple[str, str], charts: str, tmp_path: Path) -> None:
    name, edition = file
    done = refreshed(tmp_path, built(name, edition, charts), later(name))
    assert texts(done.data) == texts(anew(later(name), edition, charts))
    assert done.remarks == ()
    assert altered(done.data) == []
    assert faults(done.data, tmp_path) == Counter()


@pytest.mark.parametrize("track", [False, True], ids=["plain", "tracked"])
@pytest.mark.parametrize("edition", ["zh", "en", "bilingual"])
def test_rows_paragraphs_items_charts_and_sections_come_and_go(edition: str, track: bool, tmp_path: Path) -> None:
    done = refreshed(tmp_path, built("ferry", edition, "picture"), rebuilt(), track=track)
    assert texts(done.data) == texts(anew(rebuilt(), edition, "picture"))
    assert done.remarks == ()
    assert faults(done.data, tmp_path) == Counter()
    file = read_marked(done.data)
    assert len(locate(file, file.ledgers[0]).lines) == len(file.ledgers[0].lines)


def test_a_refreshed_file_is_refreshed_again_without_a_change(tmp_path: Path) -> None:
    once = refreshed(tmp_path, built("ferry", "bilingual"), later("ferry"))
    again = refreshed(tmp_path, once.data, later("ferry"))
    assert again.renewed == 0
    assert again.data == once.data


def test_a_file_comes_back_to_what_it_said_when_the_content_does(tmp_path: Path) -> None:
    there = refreshed(tmp_path, built("ferry", "bilingual", "picture"), rebuilt())
    back = refreshed(tmp_path, there.data, folder("ferry"))
    assert texts(back.data) == texts(built("ferry", "bilingual", "picture"))
    assert back.remarks == ()


# ---- the table of edits -------------------------------------------------------------------------


EDITED_FILES = (("ferry", "zh"), ("ferry", "bilingual"), ("shipped", "en"))
DONE = [(edit, EDITED_FILES[at % len(EDITED_FILES)]) for at, edit in enumerate(EDITS)]
"""Every edit, on one file after another."""


@pytest.mark.parametrize(("one", "file"), DONE, ids=[f"{edit.name}-{'-'.join(file)}" for edit, file in DONE])
def test_every_edit_of_the_table_survives_and_its_figures_are_renewed(
    one: Edit, file: tuple[str, str], tmp_path: Path
) -> None:
    name, edition = file
    if one.only and name not in one.only:
        pytest.skip("that content has nothing to do this to")
    data = edit(built(name, edition, one.charts), one.stroke)
    done = refreshed(tmp_path, data, later(name))
    assert bool(done.conflicts) == (one.refresh == "conflict"), [str(each) for each in done.remarks]
    assert not lost_words(data, done.data)
    kept = [each for each in done.conflicts if "charts" not in one.verify and "chart '" not in str(each.place)]
    assert len(altered(done.data)) == len(kept)


def lost_words(before: bytes, after: bytes) -> Counter[str]:
    """The words and characters that a file had more of before."""
    said = [Counter(word for text in texts(each) for word in _PERSONS.findall(text)) for each in (before, after)]
    return said[0] - said[1]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=st.lists(st.sampled_from([one for one in EDITS if one.charts == "native"]), min_size=2, max_size=4))
def test_random_edits_lose_no_word_of_a_person_and_no_figure(chosen: list[Edit], tmp_path: Path) -> None:
    data = built("ferry", "bilingual")
    for one in chosen:
        try:
            data = edit(data, one.stroke)
        except (StopIteration, IndexError, KeyError, AttributeError, TypeError, ValueError, AssertionError):
            continue  # what it edits is gone, or is something else by now
    done = refreshed(tmp_path, data, later("ferry"))
    assert not lost_words(data, done.data)
    assert figures(done.data) >= figures(data)
    left = [text for _, text in altered(done.data)]
    told = " ".join(str(each) for each in done.conflicts)
    assert all(text in told for text in left)


def figures(data: bytes) -> int:
    """How many figures of the file's ledger stand in it."""
    file = read_marked(data)
    found = locate(file, file.ledgers[0])
    return sum(one.state is not State.GONE for one in found.figures.values())


@pytest.mark.parametrize("file", [("ferry", "bilingual"), ("shipped", "en")], ids="-".join)
def test_verify_has_nothing_against_a_refreshed_file(file: tuple[str, str], tmp_path: Path) -> None:
    name, edition = file
    target = tmp_path / "new.docx"
    for strokes in ((), (dress.figure_highlighted, words.words_typed_before_paragraph)):
        target.write_bytes(refreshed(tmp_path, edit(built(name, edition), *strokes), later(name)).data)
        assert verify(target, content=later(name)) == ()


# ---- conflicts ----------------------------------------------------------------------------------


def over(draft: Draft) -> None:
    """Type over a figure in prose."""
    words.figure_typed_over(draft)


def test_a_figure_altered_by_hand_is_kept_and_told_with_all_three_figures(tmp_path: Path) -> None:
    data = edit(built("ferry", "en"), over)
    ((was, text),) = altered(data)
    done = refreshed(tmp_path, data, later("ferry"))
    (conflict,) = done.conflicts
    assert text in str(conflict)
    assert was in str(conflict)
    assert "1,300" in str(conflict)
    assert "Traffic" in str(conflict.place)
    assert any(text in one for one in texts(done.data))


def test_take_decides_whose_figure_stands(tmp_path: Path) -> None:
    data = edit(built("ferry", "en"), over)
    ((_, text),) = altered(data)
    content = refreshed(tmp_path, data, later("ferry"), take="content")
    assert content.conflicts == ()
    assert texts(content.data) == texts(anew(later("ferry"), "en"))
    file = refreshed(tmp_path, data, later("ferry"), take="file")
    assert file.conflicts == ()
    assert any(text in one for one in texts(file.data))


def test_a_figure_altered_to_what_the_content_says_now_is_no_conflict(tmp_path: Path) -> None:
    def put_right(draft: Draft) -> None:
        target = next(one for one in draft.targets("body") if one.figure.fact == "trips")
        type_over(target.paragraph, target.start, target.end, "1300班")

    done = refreshed(tmp_path, edit(built("ferry", "zh"), put_right), later("ferry"))
    assert done.remarks == ()
    assert texts(done.data) == texts(anew(later("ferry"), "zh"))


# ---- a person's words ---------------------------------------------------------------------------


def before_the_fall(draft: Draft) -> None:
    """Reword a sentence so that a person says that something rose."""
    target = next(one for one in draft.targets("body", "en") if one.figure.fact == "passengers_change")
    type_at(target.paragraph, target.start, "a good quarter, ")


def test_a_reworded_sentence_keeps_its_words_and_gets_the_figures(tmp_path: Path) -> None:
    done = refreshed(tmp_path, edit(built("ferry", "en"), before_the_fall), later("ferry"))
    assert done.remarks == ()
    assert any("1,300" in text and "a good quarter, up 8.4%" in text for text in texts(done.data))


def test_a_sentence_reworded_in_both_keeps_the_persons_words_and_is_told(tmp_path: Path) -> None:
    content = edited(later("ferry"), ("sections/traffic.yaml", "the ferries made {trips}", "ferries sailed {trips}"))
    done = refreshed(tmp_path, edit(built("ferry", "en"), before_the_fall), content)
    (remark,) = done.remarks
    assert not remark.conflict
    assert "ferries sailed 1,300 and" in str(remark)
    assert any("the ferries made 1,300 and" in text and "a good quarter" in text for text in texts(done.data))
    lines = [line for line in read_marked(done.data).ledgers[0].lines if "ferries" in line.typed]
    assert any("the ferries made {trips}" in line.typed for line in lines)  # what the edit is one of


def test_a_persons_direction_that_no_longer_holds_is_told(tmp_path: Path) -> None:
    def risen(draft: Draft) -> None:
        target = next(one for one in draft.targets("body", "en") if one.figure.form == "bare")
        text = printed(target.paragraph)
        start = text.index("rose by")
        type_over(target.paragraph, start, start + len("rose by"), "grew by")

    zh = "运送旅客{passengers}，{passengers_change}。[@log]", "客运量增长{passengers_change:bare}。[@log]"
    en = "carried {passengers}, {passengers_change}.[@log]", "traffic rose by {passengers_change:bare}.[@log]"
    bare = (("sections/traffic.yaml", *zh), ("sections/traffic.yaml", *en))
    content = edited(folder("ferry"), *bare)
    fallen = edited(
        content,
        ("facts.yaml", "同比增长7.1%", "同比下降2.4%"),
        ("sections/traffic.yaml", "客运量增长{", "客运量下降{"),
        ("sections/traffic.yaml", "traffic rose by {", "traffic fell by {"),
    )
    (made,) = build(content, editions=["en"], pages="estimate")
    own = refreshed(tmp_path, made.data, fallen)
    assert any("traffic fell by 2.4%" in text for text in texts(own.data))
    done = refreshed(tmp_path, edit(made.data, risen), fallen)
    assert any("passengers_change has turned" in str(remark) for remark in done.remarks)
    assert done.conflicts == ()


def test_comments_stay_on_what_they_speak_of(tmp_path: Path) -> None:
    data = edit(built("ferry", "zh"), dress.figure_commented)
    done = refreshed(tmp_path, data, later("ferry"))
    for element in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert body(done.data).count(f"<w:{element} ") == body(data).count(f"<w:{element} ") > 0
    start, end = (body(done.data).index(f"<w:comment{edge} ") for edge in ("RangeStart", "RangeEnd"))
    assert "1300班" in "".join(re.findall(r"<w:t[^>]*>([^<]*)<", body(done.data)[start:end]))


def test_what_somebody_colored_stays_so(tmp_path: Path) -> None:
    data = edit(built("ferry", "zh"), dress.figure_highlighted)
    done = refreshed(tmp_path, data, later("ferry"))
    assert re.search(r"<w:highlight [^>]*/>(?:(?!</w:r>).)*1300", body(done.data))


def test_a_line_that_the_content_dropped_stays_where_somebody_commented_it(tmp_path: Path) -> None:
    content = edited(
        folder("ferry"),
        ("sections/traffic.yaml", "- heading: {zh: 变化, en: What changed}\n", ""),
    )
    draft = Draft(built("ferry", "zh"))
    heading = draft.paragraph_of(next(line for line in draft.ledger.lines if line.text == "变化"))
    heading.insert(1, heading.makeelement(W + "commentRangeStart", {W + "id": "7"}))
    done = refreshed(tmp_path, draft.finished(), content)
    assert "变化" in texts(done.data)
    assert ["no longer says" in str(remark) for remark in done.remarks] == [True]
    plain = refreshed(tmp_path, built("ferry", "zh"), content)
    assert "变化" not in texts(plain.data)


# ---- tracked changes ----------------------------------------------------------------------------


def body(data: bytes) -> str:
    """The XML of the body."""
    return unpack(data)["word/document.xml"].decode()


def rejected(data: bytes) -> bytes:
    """The file as it is when every tracked change is rejected."""
    parts = unpack(data)
    for name in ("word/document.xml", "word/footnotes.xml"):
        if name not in parts:
            continue
        root = cast("Any", parse(parts[name]))
        for one in [*root.iter(W + "tr"), *root.iter(W + "p")]:
            marks = one.find(f"{W}trPr/{W}ins") if local(one) == "tr" else one.find(f"{W}pPr/{W}rPr/{W}ins")
            if marks is not None and one.getparent() is not None:
                one.getparent().remove(one)
        for one in list(root.iter(W + "ins")):
            one.getparent().remove(one)
        for one in list(root.iter(W + "del")):
            for taken in one:
                one.addprevious(taken)
            one.getparent().remove(one)
        for one in list(root.iter(W + "delText")):
            one.tag = W + "t"
        parts[name] = serialize(root)
    return pack(parts.items())


@pytest.mark.parametrize("edition", ["zh", "en", "bilingual"])
def test_tracked_changes_rejected_give_the_file_as_it_was(edition: str, tmp_path: Path) -> None:
    before = built("ferry", edition, "picture")
    done = refreshed(tmp_path, before, rebuilt(), track=True)
    assert texts(rejected(done.data)) == texts(before)


def test_a_tracked_figure_is_deleted_and_inserted_whole_with_its_mark_round_both(tmp_path: Path) -> None:
    done = refreshed(tmp_path, built("ferry", "zh"), later("ferry"), track=True)
    xml = body(done.data)
    file = read_marked(done.data)
    number = next(one.number for line in file.ledgers[0].lines for one in line.figures if line.role == "body")
    name = f"_Fig{file.ledgers[0].file}_{number}"
    opened = cast("re.Match[str]", re.search(rf'<w:bookmarkStart w:id="(\d+)" w:name="{name}"/>', xml))
    inside = xml[opened.end() : xml.index(f'<w:bookmarkEnd w:id="{opened[1]}"/>')]
    assert "".join(re.findall(r"<w:delText[^>]*>([^<]*)<", inside)) == "1286班"
    assert "1300班" in "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)<", inside))
    root = cast("Any", parse(unpack(done.data)["word/document.xml"]))
    assert not [one for one in root.iter(W + "del") if any(local(up) == "ins" for up in one.iterancestors())]


def test_tracked_changes_are_the_issuers_on_the_briefings_day(tmp_path: Path) -> None:
    done = refreshed(tmp_path, built("ferry", "zh"), later("ferry"), track=True)
    told = set(re.findall(r'<w:(?:ins|del) [^>]*w:author="([^"]*)" w:date="([^"]*)"', body(done.data)))
    assert told == {("渡轮办公室", "2025-06-06T00:00:00Z")}


# ---- charts -------------------------------------------------------------------------------------


@pytest.mark.parametrize("charts", ["native", "picture"])
def test_charts_are_drawn_and_told_anew(charts: str, tmp_path: Path) -> None:
    done = refreshed(tmp_path, built("ferry", "en", charts), later("ferry"))
    fresh = anew(later("ferry"), "en", charts)
    said = [sorted(set(re.findall(r'descr="([^"]*)"', body(data)))) for data in (done.data, fresh)]
    assert said[0] == said[1]
    parts, wanted = unpack(done.data), unpack(fresh)
    kind = "word/charts/chart" if charts == "native" else "word/media/"
    shown = [
        sorted(
            digest("\n".join(chart_values(part)) if charts == "native" else part)
            for name, part in each.items()
            if name.startswith(kind)
        )
        for each in (parts, wanted)
    ]
    assert shown[0] == shown[1] != []
    books = [sorted(part for name, part in each.items() if name.endswith(".xlsx")) for each in (parts, wanted)]
    assert books[0] == books[1]


def test_an_alternative_text_that_somebody_wrote_stays(tmp_path: Path) -> None:
    data = edit(built("ferry", "en", "picture"), blocks.alt_text_reworded)
    done = refreshed(tmp_path, data, later("ferry"))
    own = set(re.findall(r'descr="([^"]*)"', body(data))) - set(
        re.findall(r'descr="([^"]*)"', body(built("ferry", "en", "picture")))
    )
    assert own
    assert own <= set(re.findall(r'descr="([^"]*)"', body(done.data)))


# ---- files of other programs, and files that lost something -------------------------------------


@pytest.mark.skipif(engine_path() is None, reason="LibreOffice is not on this machine")
@pytest.mark.parametrize("edition", ["zh", "bilingual"])
def test_a_file_that_libreoffice_saved_is_renewed_as_one_of_ours(edition: str, tmp_path: Path) -> None:
    source = tmp_path / "in" / "file.docx"
    source.parent.mkdir()
    source.write_bytes(built("ferry", edition, "picture"))
    program = engine_path()
    assert program is not None
    with pytest.raises(OSError, match="could not lay out"):  # it looks for a PDF
        convert([source], tmp_path, program, target="docx:MS Word 2007 XML")
    saved = (tmp_path / "file.docx").read_bytes()
    done = refreshed(tmp_path, saved, later("ferry"))
    assert done.conflicts == ()
    said, wanted = (
        [re.sub(r"\s*\[\d\]", "", one) for one in texts(data)]
        for data in (done.data, anew(later("ferry"), edition, "picture"))
    )
    assert sorted(set(said)) == sorted(set(wanted))
    media = [digest(data) for name, data in unpack(done.data).items() if "media" in name]
    fresh = [digest(data) for name, data in unpack(anew(later("ferry"), edition, "picture")).items() if "media" in name]
    assert sorted(media) == sorted(fresh)


def without_ledger(data: bytes) -> bytes:
    """A file whose own parts a program has dropped."""
    parts = {name: each for name, each in unpack(data).items() if not name.startswith("customXml/")}
    rels = parts["word/_rels/document.xml.rels"].decode()
    parts["word/_rels/document.xml.rels"] = re.sub(r"<Relationship [^>]*customXml[^>]*/>", "", rels).encode()
    types = parts["[Content_Types].xml"].decode()
    parts["[Content_Types].xml"] = re.sub(r'<Override PartName="/customXml[^>]*/>', "", types).encode()
    return pack(parts.items())


def test_a_file_that_lost_its_ledger_gets_one_and_its_old_figures_are_conflicts(tmp_path: Path) -> None:
    data = without_ledger(built("ferry", "zh", "picture"))
    done = refreshed(tmp_path, data, folder("ferry"))
    assert done.remarks == ()
    assert len(read_marked(done.data).ledgers[0].lines) == len(read_marked(built("ferry", "zh")).ledgers[0].lines)
    asked = refreshed(tmp_path, data, later("ferry"))
    assert asked.conflicts
    taken = refreshed(tmp_path, data, later("ferry"), take="content")
    (left,) = taken.conflicts
    assert "1300班" in str(left)  # a key figure that stands alone
    prose = [text for text in texts(anew(later("ferry"), "zh", "picture")) if len(text) > 12]
    assert [text for text in prose if text not in texts(taken.data)] == []


def test_a_sealed_file_and_another_briefings_are_refused(tmp_path: Path) -> None:
    (sealed,) = build(folder("ferry"), editions=["zh"], pages="estimate", sealed=True)
    with pytest.raises(ChoiceError, match="no marks"):
        refreshed(tmp_path, sealed.data, folder("ferry"))
    with pytest.raises(ChoiceError, match="'ferry'"):
        refreshed(tmp_path, built("ferry", "zh"), folder("shipped"))


# ---- the command --------------------------------------------------------------------------------


def test_the_command_writes_the_file_and_tells_by_its_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, target = tmp_path / "edited.docx", tmp_path / "new" / "file.docx"
    source.write_bytes(built("ferry", "en"))
    asked = ["refresh", str(source), str(later("ferry")), "-o", str(target), "--pages", "estimate"]
    assert run([*asked, "--manifest"]) == 0
    assert texts(target.read_bytes()) == texts(anew(later("ferry"), "en"))
    assert digest(target.read_bytes())[:8] in (target.parent / "manifest.json").read_text(encoding="utf-8")
    source.write_bytes(edit(built("ferry", "en"), over))
    assert run(asked) == 1
    assert "conflict: " in capsys.readouterr().out
    assert run([*asked, "--take", "file"]) == 0


def test_nothing_is_written_and_the_code_is_2_where_file_and_content_do_not_belong(tmp_path: Path) -> None:
    source, target = tmp_path / "edited.docx", tmp_path / "file.docx"
    source.write_bytes(built("ferry", "en"))
    assert run(["refresh", str(source), str(folder("shipped")), "-o", str(target)]) == 2
    assert run(["refresh", str(tmp_path / "none.docx"), str(folder("ferry")), "-o", str(target)]) == 2
    assert run(["refresh", str(source), str(tmp_path), "-o", str(target)]) == 2
    broken = edited(folder("ferry"), ("facts.yaml", "1286班", "lots"))
    assert run(["refresh", str(source), str(broken), "-o", str(target)]) == 2
    source.write_bytes(b"no zip")
    assert run(["refresh", str(source), str(folder("ferry")), "-o", str(target)]) == 2
    assert not target.exists()
