"""Whole results kept by the command line: told again when nothing changed, made anew when anything did."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest

from reportgen import inputs, results
from reportgen.checks import Subject
from reportgen.cli import run
from reportgen.messages import Message, as_data, from_data, in_quotes, listing, msg, plural, said, wordings
from reportgen.problems import Problem
from reportgen.word.pages import engine
from tests.content import GOOD, write_content

ONE = GOOD["sections/one.yaml"]
WARNED = ONE + "- text: {zh: 增速7.1%。, en: Growth was 7.1%.}\n"
BUILD = ("build", "content", "-o", "out", "--pages", "estimate")
LOOK = (inputs.BUILT_IN / "modern" / "look.yaml").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder that warns, a template of its own, and a cache that is empty."""
    monkeypatch.setenv("REPORTGEN_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    write_content(tmp_path / "content", sections__one=WARNED)
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "look.yaml").write_text(LOOK, encoding="utf-8")
    return tmp_path


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The folders that the pipeline really read, for builds and for checks."""
    from reportgen import pipeline

    told: list[str] = []
    read = pipeline.read_briefing

    def noted(folder: Path) -> object:
        told.append(str(folder))
        return read(folder)

    monkeypatch.setattr(pipeline, "read_briefing", noted)
    return told


def outputs() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(Path("out").iterdir())}


def test_a_build_is_told_again_to_the_byte(made: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(BUILD) == 0
    first, told = outputs(), capsys.readouterr()
    for path in Path("out").iterdir():
        path.unlink()
    assert run(BUILD) == 0
    assert (outputs(), capsys.readouterr()) == (first, told)
    assert "figures/typed" in told.err
    assert made == ["content"]


@pytest.mark.parametrize("options", [(), ("--format", "json"), ("--strict",), ("--ignore", "figures")])
def test_a_check_is_told_again_whatever_is_chosen_of_it(
    made: list[str], capsys: pytest.CaptureFixture[str], options: tuple[str, ...]
) -> None:
    code = run(("check", "content", *options))
    told = capsys.readouterr()
    made.clear()
    assert (run(("check", "content", *options)), capsys.readouterr()) == (code, told)
    assert not made


def test_a_check_of_content_that_cannot_be_read_is_told_again(
    made: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    Path("content/facts.yaml").write_text("growth: [", encoding="utf-8")
    assert run(("check", "content")) == 1
    told = capsys.readouterr()
    assert (run(("check", "content")), capsys.readouterr()) == (1, told)
    assert made == ["content"]


def test_a_result_that_is_kept_says_every_language(capsys: pytest.CaptureFixture[str]) -> None:
    run(("--language", "zh", "check", "content"))
    chinese = capsys.readouterr()
    run(("check", "content"))
    english = capsys.readouterr()
    run(("--language", "zh", "check", "content"))
    assert capsys.readouterr() == chinese
    assert chinese.err != english.err


def edit(name: str) -> None:
    path = Path(name)
    path.write_text(path.read_text(encoding="utf-8") + "\n# a comment\n", encoding="utf-8")


def swap(name: str, old: str, new: str) -> None:
    """Change a file but not its size or its times."""
    path, told = Path(name), Path(name).stat()
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    os.utime(path, ns=(told.st_atime_ns, told.st_mtime_ns))


CHANGES: dict[str, Callable[[], object]] = {
    "a section": lambda: edit("content/sections/one.yaml"),
    "the facts": lambda: edit("content/facts.yaml"),
    "one character of a section": lambda: swap("content/sections/one.yaml", "Output", "output"),
    "one digit of a data file": lambda: swap("content/data/zones.csv", "178", "187"),
    "a data file": lambda: edit("content/data/zones.csv"),
    "a further section": lambda: Path("content/sections/two.yaml").write_text("", encoding="utf-8"),
    "a file that went": lambda: Path("content/terms.yaml").unlink(),
    "the template's file": lambda: edit("own/look.yaml"),
    "a file of the same bytes that is a link": lambda: link("content/data/zones.csv"),
}


def link(name: str) -> None:
    path = Path(name)
    path.rename("elsewhere")
    path.symlink_to(Path("elsewhere").resolve())


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_is_made_of_other_files_is_made_anew(made: list[str], change: Callable[[], object]) -> None:
    own = (*BUILD, "--template", "own")
    run(own)
    change()
    run(own)
    assert len(made) == 2


def test_a_database_larger_than_any_text_is_looked_at_byte_by_byte(made: list[str]) -> None:
    path = Path("content/data/trade.sqlite")
    path.write_bytes(b"a" * 5_000_000)
    run(("check", "content"))
    told = path.stat()
    path.write_bytes(b"a" * 4_999_999 + b"b")
    os.utime(path, ns=(told.st_atime_ns, told.st_mtime_ns))
    run(("check", "content"))
    assert len(made) == 2


def test_a_template_that_the_content_names_is_read_again_when_it_changes(made: list[str]) -> None:
    about = Path("content/briefing.yaml")
    about.write_text(about.read_text(encoding="utf-8") + "template: own\n", encoding="utf-8")
    for command in (BUILD, ("check", "content")):
        run(command)
        run(command)
    assert len(made) == 2
    edit("own/look.yaml")
    for command in (BUILD, ("check", "content")):
        run(command)
    assert len(made) == 4


@pytest.mark.parametrize(
    "options",
    [
        *(("--edition", "zh"), ("--template", "official"), ("--layout", "facing"), ("--charts", "native")),
        *(("--dpi", "72"), ("--svg",), ("--fresh",), ("--manifest",), ("--fonts",), ("--embed-fonts",)),
    ],
)
def test_what_is_asked_for_otherwise_is_made_anew(made: list[str], options: tuple[str, ...]) -> None:
    run(BUILD)
    run((*BUILD, *options))
    assert len(made) == 2


def test_a_folder_typed_otherwise_is_told_otherwise(capsys: pytest.CaptureFixture[str]) -> None:
    run(("check", "content"))
    capsys.readouterr()
    run(("check", "./content/../content"))
    assert "content/../content/sections/one.yaml" in capsys.readouterr().err


def key(engine: Path | None = None) -> str:
    told = inputs.inputs("build", Path("content"), {}, engine)
    assert told
    return told.whole


def test_other_code_and_other_libraries_are_other_inputs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    copytree(inputs.PACKAGE / "languages", tmp_path / "package" / "languages")
    monkeypatch.setattr(inputs, "PACKAGE", tmp_path / "package")
    before = key()
    assert key() == before
    os.utime(tmp_path / "package" / "languages" / "en.py", ns=(1, 1))
    changed = key()
    (tmp_path / "libraries" / "pydantic-9.9.9.dist-info").mkdir(parents=True)
    monkeypatch.setattr(sys, "path", [str(tmp_path / "libraries"), *sys.path])
    assert len({before, changed, key()}) == 3


def test_other_fonts_and_another_libreoffice_are_other_inputs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(engine, "_FONTS", {"linux": (str(tmp_path / "fonts"),)})
    monkeypatch.setattr(engine.sys, "platform", "linux")
    (tmp_path / "fonts").mkdir()
    before = key()
    (tmp_path / "fonts" / "new").mkdir()
    program = tmp_path / "soffice"
    program.write_text("")
    laid_out = key(program)
    program.write_text("another")
    assert len({before, key(), laid_out, key(program)}) == 4


def entry() -> Path:
    (found,) = Path("cache/results").glob("??/*")
    return found


def cut(data: bytes) -> bytes:
    return data[:-9]


def changed(data: bytes) -> bytes:
    return data.replace(b"PK", b"KP", 1)


def emptied(_: bytes) -> bytes:
    return b""


@pytest.mark.parametrize("damage", [cut, changed, emptied])
def test_an_entry_that_is_not_whole_counts_as_none(made: list[str], damage: Callable[[bytes], bytes]) -> None:
    run(BUILD)
    first = outputs()
    entry().write_bytes(damage(entry().read_bytes()))
    run(BUILD)
    assert len(made) == 2
    assert outputs() == first


@pytest.mark.parametrize(
    "head", ["[]", "{}", "not JSON", '{"template": "", "template_hash": "", "sizes": [], "told": {}}']
)
def test_an_entry_of_another_form_counts_as_none(made: list[str], head: str) -> None:
    run(BUILD)
    asked = results.Kept(Path("cache/results"), "result")
    asked.put(entry().stem, head.encode() + b"\n")
    run(BUILD)
    assert len(made) == 2


def test_a_result_is_not_kept_when_its_content_changes_while_it_is_made(
    made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from reportgen import pipeline

    prepare = pipeline.prepare

    def disturbed(*arguments: object) -> object:
        edit("content/facts.yaml")
        return prepare(*arguments)  # pyright: ignore[reportArgumentType]

    monkeypatch.setattr(pipeline, "prepare", disturbed)
    run(BUILD)
    assert not Path("cache/results").exists()


def test_a_folder_that_cannot_be_written_to_is_told_all_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    run(BUILD)
    capsys.readouterr()
    Path("file").write_text("")
    assert run(("build", "content", "-o", "file", "--pages", "estimate")) == 1
    assert capsys.readouterr().err.startswith("reportgen: file: File exists")


def test_steps_are_told_again(made: list[str]) -> None:
    choices = dict.fromkeys(("embed_fonts", "fonts", "pdf", "xlsx", "manifest", "sign", "c2pa"), False) | {
        "pages": "estimate"
    }
    choices |= {"table": None, "row": None}
    runs: list[list[object]] = []
    for _ in range(2):
        runs.append([])
        out = Path("out")
        results.build(
            Path("content"), out, choices, engine=None, fresh=False, progress=runs[-1].append, warn=runs[-1].append
        )
    assert made == ["content"]
    assert runs[0] == runs[1]
    assert len(runs[0]) > 6


def test_a_build_that_libreoffice_was_to_lay_out_and_did_not_is_made_anew(made: list[str]) -> None:
    choices = dict.fromkeys(("embed_fonts", "fonts", "pdf", "xlsx", "manifest", "sign", "c2pa"), False) | {
        "pages": "estimate"
    }
    choices |= {"table": None, "row": None}
    for _ in range(2):
        results.build(
            *(Path("content"), Path("out"), choices),
            engine=Path("soffice"),
            fresh=False,
            progress=lambda _: None,
            warn=lambda _: None,
        )
    assert len(made) == 2


MESSAGES = [
    msg("did you mean '{name}'?", name=in_quotes("it's")),
    plural("{count} error", "{count} errors", 3),
    listing(["a", msg("error"), "c"], "or"),
    wordings({"en": "one", "zh": "一"}),
    in_quotes("it's"),
]


@pytest.mark.parametrize("message", MESSAGES)
def test_a_message_kept_as_json_still_says_every_language(message: Message) -> None:
    back = from_data(json.loads(json.dumps(as_data(message))))
    assert (back, said(back, "zh")) == (message, said(message, "zh"))


def test_a_message_of_what_json_cannot_keep_is_not_kept() -> None:
    with pytest.raises(TypeError):
        as_data(msg("{path}", path=Path()))


# ---- what checks found in a section ------------------------------------------------------------

TWO = "title: {zh: 二, en: Two}\nblocks:\n- text: {zh: 降幅7.1%。, en: It fell by 7.1%.}\n"


@pytest.fixture
def sections() -> None:
    """A second section, which warns too, and a build that has found what there is to find."""
    Path("content/sections/two.yaml").write_text(TWO, encoding="utf-8")
    swap("content/briefing.yaml", "sections: [one]", "sections: [one, two]")
    assert run(("check", "content")) == 0


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sections whose figures were really checked."""
    from reportgen.checks import CHECKS, figures

    told: list[str] = []

    def noted(subject: Subject) -> Iterable[Problem]:
        told.extend(section.name for section in subject.briefing.sections)
        return figures.find_figures(subject)

    monkeypatch.setitem(CHECKS, "figures", replace(CHECKS["figures"], find_in_section=noted))
    return told


def test_only_a_section_that_changed_is_checked_again(
    sections: None, checked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    edit("content/sections/two.yaml")
    assert run(("check", "content")) == 0
    assert checked == ["two"]
    assert capsys.readouterr().err.count("figures/typed") == 2


def test_sections_of_the_same_text_are_each_told_of_with_their_own_places(
    sections: None, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("content/sections/one.yaml").write_text(TWO, encoding="utf-8")
    for _ in range(2):
        edit("content/briefing.yaml")
        capsys.readouterr()
        run(("check", "content"))
        told = capsys.readouterr().err
        assert told.count("sections/one.yaml:3") == told.count("sections/two.yaml:3") == 1


def append(name: str, text: str) -> None:
    path = Path(name)
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_a_section_is_searched_for_terms_again_where_one_before_it_introduces_others(
    sections: None, capsys: pytest.CaptureFixture[str]
) -> None:
    term = "terms: [{zh: 国家能源局, en: National Energy Administration, short: {zh: 能源局, en: NEA}}]"
    Path("content/terms.yaml").write_text(term, encoding="utf-8")
    append("content/sections/one.yaml", "- text: {zh: 国家能源局。, en: The National Energy Administration (NEA).}\n")
    append("content/sections/two.yaml", "- text: {zh: 能源局。, en: The NEA.}\n")
    run(("check", "content"))
    assert "terms/" not in capsys.readouterr().err
    swap("content/sections/one.yaml", " (NEA)", "")
    run(("check", "content"))
    assert "sections/two.yaml:4" in capsys.readouterr().err.partition("terms/not-introduced")[0].splitlines()[-1]


def test_what_stands_beside_sections_is_checked_again_only_where_it_changed(
    sections: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reportgen.checks import CHECKS, figures

    told = list[int]()

    def noted(subject: Subject) -> Iterable[Problem]:
        told.append(len(subject.briefing.sections))
        return figures.find_in_front(subject)

    monkeypatch.setitem(CHECKS, "figures", replace(CHECKS["figures"], find_beside=noted))
    edit("content/sections/two.yaml")
    run(("check", "content"))
    assert told == []
    edit("content/briefing.yaml")
    run(("check", "content"))
    assert told == [0]


@pytest.mark.parametrize("name", ["the facts", "one digit of a data file", "a file that went"])
def test_what_is_no_section_is_checked_with_every_section(sections: None, checked: list[str], name: str) -> None:
    CHANGES[name]()
    run(("check", "content"))
    assert checked == ["one", "two"]


def test_another_template_is_checked_with_every_section(sections: None, checked: list[str]) -> None:
    for _ in range(2):
        edit("own/look.yaml")
        run((*BUILD, "--template", "own"))
    assert checked == ["one", "two"] * 2


def test_problems_that_are_told_again_are_those_that_are_found_anew(
    sections: None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    edit("content/sections/one.yaml")
    capsys.readouterr()
    run(("--language", "zh", "check", "content"))
    told = capsys.readouterr()
    monkeypatch.setenv("REPORTGEN_CACHE", "another")
    run(("--language", "zh", "check", "content"))
    assert capsys.readouterr() == told


def test_a_fresh_build_checks_every_section(sections: None, checked: list[str]) -> None:
    assert run((*BUILD, "--fresh")) == 0
    assert checked == ["one", "two"]


def of_another_program(_: bytes) -> bytes:
    return b"[1]"


@pytest.mark.parametrize("spoil", [cut, of_another_program])
def test_problems_that_are_not_whole_are_found_anew(
    sections: None, checked: list[str], spoil: Callable[[bytes], bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    for path in Path("cache/sections").glob("??/*"):
        path.write_bytes(spoil(path.read_bytes()))
    edit("content/sections/two.yaml")
    capsys.readouterr()
    assert run(("check", "content")) == 0
    assert checked == ["one", "two"]
    assert capsys.readouterr().err.count("figures/typed") == 2


def test_python_keeps_nothing_that_checks_found(place: Path) -> None:
    import reportgen

    assert reportgen.check(reportgen.read("content"))
    assert not (place / "cache").exists()
