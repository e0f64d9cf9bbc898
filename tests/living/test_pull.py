# ruff: noqa: E501 (an author's sentences stay on one line each)
"""What people change in built files comes home: words merged, what is new and gone, notes, facts to change."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import reportgen
from reportgen.content.source import parse_yaml
from reportgen.ledger import LedgerLine
from reportgen.living.locate import State, locate
from reportgen.living.pull.bringing import Pulled, Tracked, pull
from reportgen.pipeline import build
from reportgen.word.marked_file import read_marked
from reportgen.word.ooxml.package_reader import open_word
from reportgen.word.reviewed import style_of, styles_of
from tests.living import edits, engines
from tests.living.draft import (
    Draft,
    W,
    new_paragraph,
    node,
    printed,
    runs,
    track_in,
    track_out,
    type_at,
    type_over,
    word,
)
from tests.living.samples import built, folder

EDITIONS = ("zh", "en", "bilingual")
WORDS = {"zh": "经复核，", "en": "On review, "}


def desk(tmp_path: Path, name: str = "ferry") -> Path:
    """A copy of a content folder that a pull may write to."""
    target = tmp_path / "content"
    shutil.copytree(folder(name), target)
    return target


def saved(tmp_path: Path, draft: Draft, name: str = "review.docx") -> Path:
    path = tmp_path / name
    path.write_bytes(draft.finished())
    return path


def said(data: bytes) -> list[str]:
    """The words of a file but for its contents, paragraph by paragraph, in an order that pages do not change."""
    file = read_marked(data)
    contents = styles_of(file.opened).contents
    told = [each for each in file.paragraphs if style_of(each) not in contents]
    return sorted(each.passage.text for each in told)


def rebuilt(content: Path, edition: str) -> bytes:
    (made,) = build(content, editions=[edition], pages="estimate", charts="native")
    return made.data


def texts(content: Path) -> str:
    return "\n".join(path.read_text("utf-8") for path in sorted(content.rglob("*.yaml")))


def line_with(draft: Draft, words: str) -> LedgerLine:
    return next(line for line in draft.ledger.lines if words in line.text and line.typed)


def replace(draft: Draft, words: str, other: str, line: LedgerLine | None = None) -> None:
    """Type over words of the file."""
    paragraph = draft.paragraph_of(line or line_with(draft, words))
    at = printed(paragraph).index(words)
    type_over(paragraph, at, at + len(words), other)


# ---- nothing changed -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["ferry", "shipped"])
@pytest.mark.parametrize("edition", EDITIONS)
def test_a_file_that_nobody_edited_changes_nothing(tmp_path: Path, name: str, edition: str) -> None:
    content = desk(tmp_path, name)
    before = texts(content)
    pulled = pull([saved(tmp_path, Draft(built(name, edition)))], content)
    assert (pulled.files, pulled.told, pulled.problems) == ({}, (), ())
    assert texts(content) == before


@pytest.mark.parametrize("case", ["harbor", "harvest", "tables", "wind-and-power", "filed-report"])
def test_no_case_is_changed_by_its_own_files(tmp_path: Path, case: str) -> None:
    content = tmp_path / "content"
    shutil.copytree(Path(__file__).parents[1] / "cases" / case, content)
    for made in build(content, tmp_path / "out", pages="estimate"):
        assert made.path is not None
        pulled = pull(made.path, content, dry_run=True)
        assert (pulled.diff, pulled.told, pulled.problems) == ("", (), ())


# ---- the table of edits ----------------------------------------------------------------------------

OTHERWISE: dict[str, set[str]] = {
    "figure_commented": {"nothing"},  # a comment that says nothing
    "note_put_behind_figure": {"nothing"},  # it points to a note that was there
    "spaces_put_round_figures": {"words"},  # in whatever language they are no fault, and they are typed
    "line_broken_before_figure": {"words"},
    "tab_put_before_figure": {"words"},
    "format_change_tracked": {"words"},  # it made a figure bold
    "figure_made_bold": {"words"},
    "half_a_figure_made_bold": {"words"},
    "cell_emptied": {"told"},
    "table_deleted": {"told"},  # its caption still stands
    "caption_deleted": {"told"},  # a chart has one
    "chart_deleted": {"nothing"},  # verify tells what became of charts
    "chart_data_typed_over": {"nothing"},
    "workbook_typed_over": {"nothing"},
    "paragraphs_joined": {"words", "gone"},
    "paragraph_split_tracked": {"words", "new"},
    "paragraph_split_behind_figure": {"words", "new"},
    "paragraph_split_before_figure": {"words", "new"},
    "pasted_copy_typed_over": {"new", "fact to change"},
}
"""What pull says of edits of which the table tells the first part alone."""

ONE_SIDED = ("paragraph_deleted", "paragraph_deleted_tracked", "paragraphs_joined")
"""Edits of one language of a file in two: what was deleted there still stands in the other, and is told."""


def outcome(pulled: Pulled) -> set[str]:
    """What a pull did, in the words of the table."""
    codes = {problem.code for problem in pulled.problems}
    found = {"fact to change"} if "pull/figure" in codes else set[str]()
    found |= {"told"} if codes - {"pull/figure"} else set()
    found |= {"words"} if pulled.merged else set()
    signs = {"taken out": "gone", "new from": "new", "moved, as": "moved", "a note, from": "note"}
    found |= {kind for sign, kind in signs.items() if any(sign in line for line in pulled.told)}
    assert bool(pulled.files) == bool(found & {"words", "gone", "new", "moved", "note"})
    return found or {"nothing"}


@pytest.mark.parametrize(("number", "edit"), list(enumerate(edits.EDITS)), ids=[edit.name for edit in edits.EDITS])
def test_every_edit_of_the_table_comes_home_as_it_says(tmp_path: Path, number: int, edit: edits.Edit) -> None:
    edition = EDITIONS[number % 3]
    draft = Draft(built("ferry", edition, edit.charts))
    edit.stroke(draft)
    wanted = OTHERWISE.get(edit.name, {edit.pull})
    if edition == "bilingual" and edit.name in ONE_SIDED:
        wanted = {"told"} if edit.name != "paragraphs_joined" else {"nothing"}
    assert outcome(pull(saved(tmp_path, draft), desk(tmp_path), dry_run=True)) == wanted


# ---- the round trip --------------------------------------------------------------------------------


def reworded(draft: Draft) -> None:
    """Words before, behind, within and instead, in lines of several roles."""
    for role in ("body", "item", "box", "caption", "note"):
        lines = [
            line
            for line in draft.ledger.lines
            if line.role == role and line.typed and line.number in draft.located.lines
        ]
        for line in lines[:3]:
            paragraph = draft.paragraph_of(line)
            at = len(printed(paragraph))
            type_at(paragraph, at, {"zh": "（已核）", "en": " (checked)"}[line.language])


def first_words(draft: Draft) -> None:
    for line in [line for line in draft.ledger.lines if line.role == "body" and line.typed][:4]:
        type_at(draft.paragraph_of(line), 0, WORDS[line.language])


def a_new_paragraph(draft: Draft) -> None:
    for language in draft.ledger.languages:
        line = next(line for line in draft.ledger.lines if line.role == "body" and line.language == language)
        last = [one for one in draft.ledger.lines if one.section == line.section and one.role == "body"][-1]
        like, after = draft.paragraph_of(line), draft.paragraph_of(last)
        made = {"zh": "本段由编辑添加。", "en": "An editor has added this."}[language]
        after.addnext(new_paragraph(like, made))


def items_of_a_list(draft: Draft) -> None:
    """One item more behind the last, the first reworded."""
    for language in draft.ledger.languages:
        items = [line for line in draft.ledger.lines if line.role == "item" and line.language == language]
        last = [one for one in items if one.section == items[-1].section][-1]
        bottom = [one for one in draft.ledger.lines if one.role == "item" and one.section == last.section][-1]
        made = {"zh": "新增一条；", "en": "one more item;"}[language]
        after = draft.paragraph_of(bottom)
        while after.getnext() is not None and printed(after.getnext()) in ("新增一条；", "one more item;"):
            after = after.getnext()
        after.addnext(new_paragraph(draft.paragraph_of(items[-1]), made))


def a_paragraph_less(draft: Draft) -> None:
    lines = [line for line in draft.ledger.lines if line.role == "body" and line.typed]
    gone = next(line for line in lines if line.section == lines[0].section and line is not lines[0])
    typed = {line.typed for line in lines if line.section == gone.section}
    pair = [line for line in lines if line.section == gone.section][-len(draft.ledger.languages) :]
    assert len(typed) > len(pair)
    for line in pair:
        paragraph = draft.paragraph_of(line)
        paragraph.getparent().remove(paragraph)


def bold_and_italic(draft: Draft) -> None:
    for number, dress in enumerate(("b", "i")):
        lines = [
            line
            for line in draft.ledger.lines
            if line.role == "body" and line.typed and line.number in draft.located.lines
        ]
        paragraph = draft.paragraph_of(lines[number])
        for run in runs(paragraph, 2, 4):
            properties = run.find(W + "rPr")
            properties.insert(0, node(f"<w:{dress}/>"))


CHANGES: tuple[Callable[[Draft], None], ...] = (
    reworded,
    first_words,
    a_new_paragraph,
    items_of_a_list,
    a_paragraph_less,
    bold_and_italic,
)


@pytest.mark.parametrize(
    ("name", "edition", "change"),
    [
        *(("ferry", edition, change) for edition in EDITIONS for change in CHANGES),
        *(("shipped", edition, reworded) for edition in EDITIONS),
        ("shipped", "bilingual", first_words),
        ("shipped", "zh", bold_and_italic),
    ],
)
def test_what_is_built_after_a_pull_says_what_the_edited_file_says(
    tmp_path: Path, name: str, edition: str, change: Callable[[Draft], None]
) -> None:
    content = desk(tmp_path, name)
    draft = Draft(built(name, edition))
    change(draft)
    edited = draft.finished()
    (tmp_path / "a.docx").write_bytes(edited)
    pulled = pull(tmp_path / "a.docx", content)
    assert pulled.whole, pulled.problems
    assert pulled.files
    made = rebuilt(content, edition)
    assert said(made) == said(edited)
    again = pull(tmp_path / "a.docx", content, dry_run=True)
    assert (again.diff, again.problems) == ("", ())


# ---- several people --------------------------------------------------------------------------------


def test_reviewers_of_different_words_are_merged(tmp_path: Path) -> None:
    content = desk(tmp_path)
    one, other = Draft(built("ferry", "zh")), Draft(built("ferry", "zh"))
    replace(one, "天气仍是主要原因", "大风仍是主要原因")
    replace(other, "车运量", "汽车运量")
    pulled = pull([saved(tmp_path, one, "a.docx"), saved(tmp_path, other, "b.docx")], content)
    assert pulled.whole
    assert "汽车运量{cars_change}，正点率为{on_time}，大风仍是主要原因。" in texts(content)


def test_what_the_content_changed_meanwhile_stays(tmp_path: Path) -> None:
    content = desk(tmp_path)
    draft = Draft(built("ferry", "en"))
    replace(draft, "the main cause", "the chief cause")
    file = content / "sections/traffic.yaml"
    file.write_text(file.read_text("utf-8").replace("Vehicles were", "Cars were"), "utf-8")
    facts = content / "facts.yaml"
    facts.write_text(facts.read_text("utf-8").replace("96.5%", "97.5%"), "utf-8")
    assert pull(saved(tmp_path, draft), content).whole
    assert (
        "Cars were {cars_change}, and punctuality stood at {on_time}; the weather was again the chief cause."
        in texts(content)
    )


def test_a_conflict_is_told_with_both_names_and_the_rest_is_merged(tmp_path: Path) -> None:
    content = desk(tmp_path)
    one, other = Draft(built("ferry", "zh")), Draft(built("ferry", "zh"))
    replace(one, "主要原因", "首要原因")
    replace(other, "主要原因", "唯一原因")
    replace(other, "候船时间明显缩短", "候船时间缩短了")
    pulled = pull([saved(tmp_path, one, "li.docx"), saved(tmp_path, other, "wang.docx")], content)
    (problem,) = pulled.problems
    assert problem.code == "pull/conflict"
    assert "li.docx" in problem.message
    assert "wang.docx" in problem.message
    assert not pulled.whole
    assert "天气仍是主要原因" in texts(content)
    assert "候船时间缩短了" in texts(content)


def test_the_same_change_by_two_is_no_conflict(tmp_path: Path) -> None:
    content = desk(tmp_path)
    drafts = [Draft(built("ferry", "en")), Draft(built("ferry", "en"))]
    for draft in drafts:
        replace(draft, "the main cause", "the chief cause")
    assert pull([saved(tmp_path, draft, f"{number}.docx") for number, draft in enumerate(drafts)], content).whole
    assert texts(content).count("chief") == 1


def test_a_change_against_the_content_is_a_conflict(tmp_path: Path) -> None:
    content = desk(tmp_path)
    draft = Draft(built("ferry", "en"))
    replace(draft, "the main cause", "the chief cause")
    file = content / "sections/traffic.yaml"
    file.write_text(file.read_text("utf-8").replace("the main cause", "the only cause"), "utf-8")
    pulled = pull(saved(tmp_path, draft), content)
    assert [problem.code for problem in pulled.problems] == ["pull/conflict"]
    assert "the content" in pulled.problems[0].message
    assert "the only cause" in texts(content)


def test_a_paragraph_that_one_deleted_and_another_changed_stays_and_is_told(tmp_path: Path) -> None:
    content = desk(tmp_path)
    one, other = Draft(built("ferry", "zh")), Draft(built("ferry", "zh"))
    paragraph = one.paragraph_of(line_with(one, "车运量"))
    paragraph.getparent().remove(paragraph)
    replace(other, "主要原因", "首要原因")
    pulled = pull([saved(tmp_path, one, "a.docx"), saved(tmp_path, other, "b.docx")], content)
    assert [problem.code for problem in pulled.problems] == ["pull/conflict"]
    assert "首要原因" in texts(content)


def test_reviewers_of_two_editions_leave_no_stale_note_where_both_changed(tmp_path: Path) -> None:
    content = desk(tmp_path)
    one, other = Draft(built("ferry", "zh")), Draft(built("ferry", "en"))
    replace(one, "主要原因", "首要原因")
    replace(other, "the main cause", "the chief cause")
    assert pull([saved(tmp_path, one, "a.docx"), saved(tmp_path, other, "b.docx")], content).whole
    assert "stale" not in texts(content)


def test_conflicts_are_shown_in_a_copy_of_the_file(tmp_path: Path) -> None:
    from reportgen.reports.disputed import with_disputes

    content = desk(tmp_path)
    one, other = Draft(built("ferry", "zh")), Draft(built("ferry", "zh"))
    replace(one, "主要原因", "首要原因")
    replace(other, "主要原因", "唯一原因")
    pulled = pull([saved(tmp_path, one, "li.docx"), saved(tmp_path, other, "wang.docx")], content)
    shown = open_word(with_disputes(pulled.disputed))
    comments = shown.raw("word/comments.xml").decode()
    assert all(words in comments for words in ("li.docx", "wang.docx", "首", "唯一"))


# ---- notes -----------------------------------------------------------------------------------------


def commented(draft: Draft, line: LedgerLine, start: int, end: int) -> None:
    """A comment with a reply, as Word keeps them."""
    paragraph = draft.paragraph_of(line)
    found = runs(paragraph, start, end)
    found[0].addprevious(node('<w:commentRangeStart w:id="7"/>'))
    found[-1].addnext(node('<w:r><w:commentReference w:id="7"/></w:r>'))
    found[-1].addnext(node('<w:commentRangeEnd w:id="7"/>'))
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    draft.parts["word/comments.xml"] = (
        f'<w:comments {names}><w:comment w:id="7" w:author="李娜" w:date="2025-06-10T09:00:00Z"><w:p w14:paraId="0000000A">'
        '<w:r><w:t>请核实</w:t></w:r></w:p></w:comment><w:comment w:id="8" w:author="Wang" w:date="2025-06-11T09:00:00Z">'
        '<w:p w14:paraId="0000000B"><w:r><w:t>Checked.</w:t></w:r></w:p></w:comment></w:comments>'
    ).encode()
    draft.parts["word/commentsExtended.xml"] = (
        b'<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:commentEx w15:paraId="0000000A"/>'
        b'<w15:commentEx w15:paraId="0000000B" w15:paraIdParent="0000000A"/></w15:commentsEx>'
    )
    rels = draft.file.opened.raw("word/_rels/document.xml.rels").decode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    more = f'<Relationship Id="rIdC1" Type="{kind}" Target="comments.xml"/><Relationship Id="rIdC2" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="commentsExtended.xml"/>'
    draft.parts["word/_rels/document.xml.rels"] = rels.replace("</Relationships>", more + "</Relationships>").encode()
    kinds = draft.file.opened.raw("[Content_Types].xml").decode()
    kinds = kinds.replace(
        "</Types>",
        '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>',
    )
    draft.parts["[Content_Types].xml"] = kinds.encode()


def test_a_comment_and_its_reply_become_notes_beside_the_sentence_once(tmp_path: Path) -> None:
    content = desk(tmp_path)
    draft = Draft(built("ferry", "zh"))
    commented(draft, line_with(draft, "车运量"), 0, 3)
    file = saved(tmp_path, draft)
    for _ in range(2):
        assert pull(file, content).whole
    lines = (content / "sections/traffic.yaml").read_text("utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if "zh: 车运量" in line)
    assert lines[at - 2].strip() == "# review: 李娜, 2025-06-10 “车运量”: 请核实"
    assert lines[at - 1].strip() == "# review: → Wang, 2025-06-11: Checked."
    assert sum("# review:" in line for line in lines) == 2


@pytest.mark.parametrize(("edition", "changed", "other"), [("zh", "zh", "en"), ("en", "en", "zh")])
def test_a_sentence_changed_in_one_language_marks_its_pair_as_stale_until_that_follows(
    tmp_path: Path, edition: str, changed: str, other: str
) -> None:
    content = desk(tmp_path)
    draft, pair = Draft(built("ferry", edition)), Draft(built("ferry", other))
    new = {"zh": ("主要原因", "首要原因"), "en": ("the main cause", "the chief cause")}
    replace(draft, *new[changed])
    pull(saved(tmp_path, draft), content)
    note = f"# stale: {other} follows {changed} as it was before review.docx"
    lines = (content / "sections/traffic.yaml").read_text("utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if line.strip() == note)
    assert lines[at + 1].strip().startswith(f"{other}:")
    replace(pair, *new[other])
    pull(saved(tmp_path, pair), content)
    assert "stale" not in texts(content)


# ---- figures ---------------------------------------------------------------------------------------


def test_a_changed_figure_is_told_and_never_typed_into_a_text(tmp_path: Path) -> None:
    content = desk(tmp_path)
    draft = Draft(built("ferry", "zh"))
    replace(draft, "45.2万人次", "46.3万人次")
    before = texts(content)
    pulled = pull(saved(tmp_path, draft), content)
    assert [problem.code for problem in pulled.problems] == ["pull/figure"]
    assert "passengers" in pulled.problems[0].message
    assert texts(content) == before


@pytest.mark.parametrize(("edition", "was", "now"), [("zh", "45.2万人次", "46.3万人次"), ("en", "452,000", "463,000")])
def test_facts_are_changed_where_that_is_asked_for(tmp_path: Path, edition: str, was: str, now: str) -> None:
    content = desk(tmp_path)
    draft = Draft(built("ferry", edition))
    one = next(target for target in draft.targets() if was in target.text)
    at = one.start + one.text.index(was)
    type_over(one.paragraph, at, at + len(was), now)
    pulled = pull(saved(tmp_path, draft), content, facts=True)
    assert pulled.whole
    assert any("46.3万" in words for words in said(rebuilt(content, "zh")))


def test_a_figure_that_the_content_states_by_now_is_no_problem(tmp_path: Path) -> None:
    content = desk(tmp_path)
    draft = Draft(built("ferry", "zh"))
    replace(draft, "45.2万人次", "46.3万人次")
    facts = content / "facts.yaml"
    facts.write_text(facts.read_text("utf-8").replace("45.2万", "46.3万"), "utf-8")
    assert pull(saved(tmp_path, draft), content).problems == ()


def test_words_of_a_figure_that_a_person_changed_stay_round_the_fact(tmp_path: Path) -> None:
    content = desk(tmp_path)
    draft = Draft(built("ferry", "zh"))
    replace(draft, "同比增长7.1%", "同比上升7.1%", line_with(draft, "运送旅客"))
    assert pull(saved(tmp_path, draft), content).whole
    assert "同比上升{passengers_change:bare}" in texts(content)
    assert any("同比上升7.1%" in words for words in said(rebuilt(content, "zh")))


# ---- tracked changes ------------------------------------------------------------------------------


@pytest.mark.parametrize(("tracked", "there"), [("all", "首要"), ("accepted", "主要")])
def test_open_changes_are_taken_or_left(tmp_path: Path, tracked: Tracked, there: str) -> None:
    content = desk(tmp_path)
    draft = Draft(built("ferry", "zh"))
    paragraph = draft.paragraph_of(line_with(draft, "车运量"))
    at = printed(paragraph).index("主要")
    like = runs(paragraph, at, at + 2)[0]
    made = word(like, "首要")
    track_in(track_out(paragraph, at, at + 2), made)
    pull(saved(tmp_path, draft), content, tracked=tracked)
    assert f"天气仍是{there}原因。" in texts(content)


# ---- how YAML is typed -----------------------------------------------------------------------------

STYLES = {
    "plain": "- text:\n    zh: 形势平稳。\n    en: It was calm.\n",
    "plain with a comment": "- text:  # kept\n    zh: 形势平稳。  # 原文\n    # above\n    en: It was calm.\n",
    "single quotes": "- text:\n    zh: '形势平稳。'\n    en: 'It was calm.'\n",
    "double quotes": '- text:\n    zh: "形势平稳。"\n    en: "It was calm."\n',
    "brackets": "- text: {zh: 形势平稳。, en: It was calm.}\n",
    "brackets with quotes": "- text: {zh: \"形势平稳。\", en: 'It was calm.'}\n",
    "brackets on lines": "- text: {\n    zh: 形势平稳。,\n    en: It was calm.}\n",
    "literal": "- text:\n    zh: |-\n      形势平稳。\n    en: |-\n      It was calm.\n",
    "literal, kept end": "- text:\n    zh: |\n      形势平稳。\n\n    en: |\n      It was calm.\n",
    "folded": "- text:\n    zh: >-\n      形势平稳。\n    en: >-\n      It was\n      calm.\n",
    "plain over lines": "- text:\n    zh: 形势平稳。\n    en: It was\n      calm.\n",
    "windows": "- text:\r\n    zh: 形势平稳。\r\n    en: It was calm.\r\n",
}
TYPED = (
    "有冒号: 与 # 号", "带'单'和\"双\"引号", "{大括号}", "*星*与**两星**", "[方括号](x)", "反\\斜杠", "a, b} c]", "- 项", "@某", "百分%之", "no", "",
)  # fmt: skip


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("edition", ["zh", "en"])
def test_every_style_of_yaml_is_kept_and_reads_back_to_the_words(tmp_path: Path, style: str, edition: str) -> None:
    from tests.content import GOOD, write_files

    section = "title: {zh: 一, en: One}\nblocks:\n- text: {zh: 首段。, en: First.}\n" + STYLES[style] + "# the end\n"
    content = write_files(tmp_path / "content", {**GOOD, "sections/one.yaml": section})
    original = rebuilt(content, edition)
    was = {"zh": "形势平稳。", "en": "It was calm."}[edition]
    for number, words in enumerate(TYPED):
        write_files(tmp_path / "content", {"sections/one.yaml": section})
        draft = Draft(original)
        replace(draft, was, was[:-1] + words + was[-1])
        file = saved(tmp_path, draft, f"{number}.docx")
        pulled = pull(file, content)
        assert pulled.whole
        value, problems = parse_yaml((content / "sections/one.yaml").read_bytes().decode(), "one.yaml")
        assert value is not None
        assert not problems
        for comment in [line.partition("#")[2] for line in section.splitlines() if "#" in line]:
            assert f"#{comment}" in (content / "sections/one.yaml").read_text("utf-8")
        made = rebuilt(content, edition)
        assert said(made) == said(file.read_bytes()), words
        quiet = pull(file, content, dry_run=True)
        assert quiet.diff == ""


def test_the_style_of_quotes_and_the_order_of_the_file_stay(tmp_path: Path) -> None:
    content = desk(tmp_path, "shipped")
    draft = Draft(built("shipped", "zh"))
    replace(draft, "全国现有", "全国共有")
    before = texts(content).splitlines()
    pull(saved(tmp_path, draft), content)
    after = texts(content).splitlines()
    changed = [
        (one, other)
        for one, other in zip(before, [line for line in after if "# stale" not in line], strict=True)
        if one != other
    ]
    assert len(changed) == 1
    assert changed[0][0].replace("全国现有", "全国共有") == changed[0][1]


# ---- saved elsewhere -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["ferry", "shipped"])
@pytest.mark.parametrize("edition", ["zh", "bilingual"])
def test_a_file_saved_by_libreoffice_brings_the_same_home(tmp_path: Path, name: str, edition: str) -> None:
    plain, content = desk(tmp_path, name), desk(tmp_path / "again", name)
    draft = Draft(built(name, edition))
    first_words(draft)
    file, other = saved(tmp_path, draft), tmp_path / "again" / "review.docx"
    other.write_bytes(engines.office(draft.finished()))
    assert pull(file, plain).whole
    assert pull(other, content).whole
    assert texts(content) == texts(plain)


# ---- random edits ----------------------------------------------------------------------------------

PIECES = st.sampled_from(
    ["甲乙", "有所改善", "，其中", "more", " of it", "*", "{", "}", "[x]", "#", ": ", "“引”", "é", "\\"]
)


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
@pytest.mark.parametrize("edition", EDITIONS)
def test_random_edits_lose_no_word_and_no_figure(
    tmp_path_factory: pytest.TempPathFactory, edition: str, data: st.DataObject
) -> None:
    tmp_path = tmp_path_factory.mktemp("random")
    content = desk(tmp_path)
    draft = Draft(built("ferry", edition))
    lines = [line for line in draft.ledger.lines if line.role in ("body", "item", "box") and line.typed]
    for line in data.draw(st.lists(st.sampled_from(lines), min_size=1, max_size=4, unique_by=lambda one: one.number)):
        paragraph = draft.paragraph_of(line)
        spans = [draft.located.figures[figure.number].span for figure in line.figures]
        free = [
            at
            for at in range(len(printed(paragraph)) + 1)
            if printed(paragraph)[at - 1 : at] in ("，", "。", "") or at == len(printed(paragraph))
            if not any(span is not None and span.start - 1 < at < span.end + 1 for span in spans)
        ]
        type_at(paragraph, data.draw(st.sampled_from(free)), data.draw(PIECES))
    edited = draft.finished()
    (tmp_path / "a.docx").write_bytes(edited)
    pulled = pull(tmp_path / "a.docx", content)
    assert pulled.whole, pulled.problems
    made = rebuilt(content, edition)
    assert said(made) == said(edited)
    file = read_marked(made)
    assert all(found.state is State.HOLDS for found in locate(file, file.ledgers[0]).figures.values())


# ---- refused ---------------------------------------------------------------------------------------


def test_a_sealed_file_is_refused(tmp_path: Path) -> None:
    (made,) = build(folder("ferry"), tmp_path / "out", editions=["zh"], pages="estimate", sealed=True)
    assert made.path is not None
    with pytest.raises(ValueError, match="--sealed"):
        pull(made.path, desk(tmp_path))


def test_a_file_of_another_briefing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="ferry"):
        pull(saved(tmp_path, Draft(built("ferry", "zh"))), desk(tmp_path, "shipped"))


def test_pull_is_public() -> None:
    assert reportgen.pull is pull
