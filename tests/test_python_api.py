"""The package as a notebook or a server uses it: values in, values out, nothing printed, any thread."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from decimal import localcontext
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

import reportgen
from reportgen import Built, ContentError, Problem, Severity, Step
from reportgen.comparison.compare import NothingToCompareError
from reportgen.languages import DEFAULT, editions_of
from reportgen.messages import Message
from reportgen.output_files import put
from reportgen.word.pages.layout import LayoutError
from tests.content import GOOD, write_content, write_files
from tests.test_cli import ROOT, run

CHART = """\
- chart: {id: zones, kind: step, title: {zh: 数量, en: The number}, data: zones.csv, x: date, y: zones, unit: 家}
"""
TABLE_CHART = """\
- chart: {id: shares, kind: table-with-bars, title: {zh: 数量, en: A}, data: zones.csv, x: date, y: zones, unit: 家}
"""
CHARTED = {**GOOD, "sections/one.yaml": GOOD["sections/one.yaml"] + CHART}


def python(code: str, cwd: Path, *arguments: str | Path) -> str:
    """What a fresh interpreter prints."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)], cwd=cwd, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


# ---- what the package offers ---------------------------------------------------------------


def test_importing_the_package_loads_nothing_but_its_version(tmp_path: Path) -> None:
    code = """
import sys
before = set(sys.modules)
import reportgen
print(sorted({name.partition('.')[0] for name in set(sys.modules) - before} - set(sys.stdlib_module_names)))
print([name for name in sys.modules if name.startswith('reportgen.')])
"""
    assert python(code, tmp_path) == "['reportgen']\n['reportgen.version']"


def test_numbers_and_every_public_name_are_there_after_one_import(tmp_path: Path) -> None:
    code = """
import reportgen
print(reportgen.numbers.write(reportgen.numbers.read('近4500亿元', 'zh'), 'en').replace('\\u00a0', ' '))
print([name for name in reportgen.__all__ if getattr(reportgen, name, None) is None])
print(set(reportgen.__all__) - set(dir(reportgen)), hasattr(reportgen, 'nothing'))
"""
    assert python(code, tmp_path) == "nearly RMB 450 billion\n[]\nset() False"


def test_importing_every_module_hides_no_function(tmp_path: Path) -> None:
    code = """
import importlib, pkgutil, reportgen
for module in pkgutil.walk_packages(reportgen.__path__, 'reportgen.'):
    importlib.import_module(module.name)
print([callable(getattr(reportgen, name)) for name in ('read', 'check', 'build', 'compare')])
print(reportgen.numbers.__name__, callable(reportgen.numbers.read), callable(reportgen.numbers.write))
"""
    assert python(code, tmp_path) == "[True, True, True, True]\nreportgen.numbers True True"


def test_the_package_says_that_it_is_typed() -> None:
    assert (Path(reportgen.__file__).parent / "py.typed").is_file()


# ---- read and check --------------------------------------------------------------------------


def test_read_raises_every_problem_at_once(tmp_path: Path) -> None:
    folder = write_files(tmp_path, {**GOOD, "sources.yaml": "paper: {date: soon}\n", "facts.yaml": "a: {is: ten}\n"})
    with pytest.raises(ContentError) as error:
        reportgen.read(folder)
    assert {Path(problem.place.file).name for problem in error.value.problems} == {"sources.yaml", "facts.yaml"}
    with pytest.raises(ContentError):
        reportgen.read(str(tmp_path / "nowhere"))


def test_check_returns_errors_and_warnings_and_raises_none(tmp_path: Path) -> None:
    wrong = GOOD["sections/one.yaml"] + "- text: {zh: 共有35家企业。, en: 36 firms were there.}\n"
    briefing = reportgen.read(write_files(tmp_path, {**GOOD, "sections/one.yaml": wrong}))
    problems = reportgen.check(briefing)
    assert {problem.severity for problem in problems} == {Severity.ERROR, Severity.WARNING}
    assert problems == tuple(sorted(problems, key=lambda problem: problem.place))
    assert reportgen.check(reportgen.read(write_content(tmp_path / "good"))) == ()


def test_a_template_that_cannot_be_opened_is_a_problem_among_the_others(tmp_path: Path) -> None:
    about = GOOD["briefing.yaml"] + "template: moden\n"
    one = GOOD["sections/one.yaml"] + '- text: {zh: "{none}", en: "{none}"}\n'
    briefing = reportgen.read(write_files(tmp_path, {**GOOD, "briefing.yaml": about, "sections/one.yaml": one}))
    told = " ".join(problem.message for problem in reportgen.check(briefing))
    assert "there is no template 'moden'" in told
    assert "none" in told
    assert "moden" not in " ".join(problem.message for problem in reportgen.check(briefing, template="modern"))


# ---- build -----------------------------------------------------------------------------------


def test_a_build_without_a_folder_writes_nothing_and_gives_the_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_content(tmp_path / "content")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    built = reportgen.build(folder, pages="estimate")
    assert [(one.edition, one.file, one.pages, one.path) for one in built] == [
        (edition, f"small.{edition}.docx", None, None) for edition in editions_of(DEFAULT)
    ]
    assert all(one.data.startswith(b"PK") for one in built)
    assert [*(tmp_path / "here").iterdir()] == []


def test_a_build_gives_the_bytes_of_the_command_line(tmp_path: Path) -> None:
    folder = write_files(tmp_path / "content", CHARTED)
    options = ("--layout", "facing", "--template", "report", "--svg", "--dpi", "100", "--manifest", "--embed-fonts")
    assert run("build", folder, "-o", tmp_path / "cli", "--pages", "estimate", *options, cwd=tmp_path).returncode == 0
    built = reportgen.build(
        folder,
        tmp_path / "python",
        layout="facing",
        template="report",
        svg=True,
        dpi=100,
        manifest=True,
        embed_fonts=True,
        pages="estimate",
    )
    assert {one.file: one.data for one in built} == {
        path.name: path.read_bytes() for path in (tmp_path / "cli").iterdir()
    }
    assert all(one.path is not None and one.path.read_bytes() == one.data for one in built)
    assert [one.file for one in built][-1] == "manifest.json"


def test_editions_are_built_once_each_and_in_the_order_asked_for(tmp_path: Path) -> None:
    built = reportgen.build(write_content(tmp_path), editions=["en", "zh", "en"], pages="estimate")
    assert [one.edition for one in built] == ["en", "zh"]
    assert repr(built[0]) == f"<Built small.en.docx, en, {len(built[0].data)} bytes>"


def test_steps_are_told_from_the_first_to_the_last(tmp_path: Path) -> None:
    steps: list[Step] = []
    reportgen.build(write_files(tmp_path, CHARTED), editions=["zh"], pages="estimate", progress=steps.append)
    assert [(step.number, step.total, step.text) for step in steps] == [
        (1, 3, "zh: pages"),
        (2, 3, "zh: zones"),
        (3, 3, "zh: writing"),
    ]


def test_warnings_are_told_and_the_build_goes_on(tmp_path: Path) -> None:
    one = GOOD["sections/one.yaml"] + "- text: {zh: 有35家企业。, en: 35 firms were there.}\n" + TABLE_CHART
    told: list[Problem | str] = []
    folder = write_files(tmp_path, {**GOOD, "sections/one.yaml": one})
    reportgen.build(folder, pages="estimate", charts="native", warn=told.append)
    assert [each.severity for each in told if isinstance(each, Problem)] == [Severity.WARNING]
    assert [each for each in told if isinstance(each, str) and "the chart 'shares' stays a picture" in each]


def test_nothing_is_printed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    folder = write_files(tmp_path / "content", CHARTED)
    reportgen.check(reportgen.read(folder))
    built = reportgen.build(folder, tmp_path / "out", pages="estimate", fonts=True, manifest=True, fresh=True)
    reportgen.compare(str(built[2].path))
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"editions": ["fr"]}, "editions: one of zh, en, or bilingual, not 'fr'"),
        ({"pages": "some"}, "pages: one of auto, layout, or estimate, not 'some'"),
        ({"charts": "drawn"}, "charts: one of picture or native, not 'drawn'"),
        ({"layout": "wide"}, "layout: one of interleaved, side-by-side, or facing, not 'wide'"),
        ({"dpi": 20}, "dpi: a whole number from 72 to 600"),
    ],
)
def test_an_argument_that_is_none_of_its_choices_is_a_value_error(
    wrong: dict[str, Any], told: str, tmp_path: Path
) -> None:
    with pytest.raises(ValueError, match=told) as error:
        reportgen.build(write_content(tmp_path / "content"), tmp_path / "out", **wrong)
    assert isinstance(str(error.value), Message), "what an error says can be said in every language"
    assert not (tmp_path / "out").exists()


def test_what_needs_libreoffice_says_so_where_it_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_content(tmp_path / "content")
    monkeypatch.setenv("PATH", str(tmp_path))
    for wanted in ({"pages": "layout"}, {"pdf": True}):
        with pytest.raises(LayoutError, match="LibreOffice") as missing:
            reportgen.build(folder, **wanted)  # pyright: ignore[reportArgumentType]
        assert isinstance(str(missing.value), Message), "what an error says can be said in every language"
    assert [one.pages for one in reportgen.build(folder)] == [None] * 3


# ---- threads -----------------------------------------------------------------------------------


AT_ONCE = """
import sys
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from threading import Barrier
import reportgen

sys.setswitchinterval(1e-6)  # threads take turns some thousand times as often as they would
wanted = [(folder, dpi) for folder in sys.argv[1:] for dpi in (100, 144)]
start = Barrier(len(wanted))

def built(folder, dpi):
    start.wait()
    made = reportgen.build(folder, pages="estimate", editions=["zh", "en"], dpi=dpi, fresh=True, manifest=True)
    return [sha256(one.data).hexdigest() for one in made]

with ThreadPoolExecutor(len(wanted)) as pool:
    for digests in pool.map(built, *zip(*wanted)):
        print(*digests)
"""


def _built(folder: Path, dpi: int) -> tuple[Built, ...]:
    return reportgen.build(folder, pages="estimate", editions=["zh", "en"], dpi=dpi, fresh=True, manifest=True)


def test_different_contents_built_in_threads_at_once_give_the_bytes_of_single_builds(tmp_path: Path) -> None:
    folders = [write_files(tmp_path / "small", CHARTED), ROOT / "tests/cases/charts", ROOT / "tests/cases/harbor"]
    together = python(AT_ONCE, tmp_path, *folders).splitlines()
    alone = [[one.data for one in _built(folder, dpi)] for folder in folders for dpi in (100, 144)]
    assert together == [" ".join(sha256(data).hexdigest() for data in each) for each in alone]
    assert len(set(together)) == 6


def test_decimals_of_the_calling_thread_change_nothing(tmp_path: Path) -> None:
    facts = GOOD["facts.yaml"] + "part: {is: 4321.5亿元, what: {zh: 其中, en: a part}, when: 2024, source: paper}\n"
    folder = write_files(tmp_path, {**CHARTED, "facts.yaml": facts})

    def built() -> tuple[Built, ...]:
        return reportgen.build(folder, pages="estimate")

    told = built()
    with localcontext(prec=2):
        assert built() == told


# ---- files --------------------------------------------------------------------------------------


@pytest.mark.skipif(os.name != "posix", reason="modes of files are POSIX")
def test_files_get_the_mode_of_any_new_file_without_touching_the_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "any").touch()

    def changed(_: int) -> int:
        raise AssertionError("the mask is the whole process's")

    monkeypatch.setattr(os, "umask", changed)
    (path,) = put(tmp_path / "new", {"a": b"1"})
    assert path.stat().st_mode == (tmp_path / "any").stat().st_mode
    assert path.read_bytes() == b"1"


def test_files_are_put_in_place_all_together_or_not_at_all(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(FileExistsError):
        put(tmp_path, {"b": b"new", "a/b": b"new"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"old"}


# ---- compare -------------------------------------------------------------------------------------


def test_texts_are_compared_in_either_order() -> None:
    zh, en = "产值178亿元。\n增长7.1%。", "Output was RMB 17.8 billion.\nIt grew by 7.3%."
    (found,) = reportgen.compare(zh, en)
    assert found.found is not None
    assert (found.found.severity, found.zh_place, found.en_place) == ("error", "text 1, line 2", "text 2, line 2")
    assert (found.zh_sentence, found.en_sentence) == ("增长7.1%。", "It grew by 7.3%.")
    assert [each.found for each in reportgen.compare(en, zh)] == [found.found]
    assert [
        each.found and each.found.zh for each in reportgen.compare("产值178亿元。\nOutput was RMB 18.7 billion.")
    ] != []
    assert reportgen.compare("DFM-2在展出。", "The DFM-3 is shown.", names=["DFM-2", "DFM-3"]) == ()


def test_word_files_are_compared_by_their_paths(tmp_path: Path) -> None:
    built = reportgen.build(write_content(tmp_path / "content"), tmp_path, pages="estimate")
    zh, en, both = (one.path for one in built)
    assert zh is not None
    assert en is not None
    assert both is not None
    assert reportgen.compare(zh, en) == reportgen.compare(str(en), str(zh)) == reportgen.compare(both) == ()


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (("一", "12"), "text 2: no text was found to compare"),
        (("只有中文。",), "text 1: no English text was found to compare"),
    ],
)
def test_texts_that_cannot_be_compared_are_told(texts: tuple[str, ...], told: str) -> None:
    with pytest.raises(NothingToCompareError, match=told) as nothing:
        reportgen.compare(*texts)
    assert isinstance(str(nothing.value), Message), "what an error says can be said in every language"


def test_a_file_that_is_no_word_file_is_a_content_error(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK no")
    with pytest.raises(ContentError, match="no Word file"):
        reportgen.compare(tmp_path / "a.docx")
    missing: Callable[[], object] = lambda: reportgen.compare("nowhere.docx", "x")  # noqa: E731
    with pytest.raises((ContentError, OSError)):
        missing()


# ---- the examples of docs --------------------------------------------------------------------------------


EXAMPLE = re.compile(r"^```python\n(?P<code>.*?)^```\n(?:```text\n(?P<told>.*?)^```\n)?", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", ["python.md", "numbers.md"])
def test_every_example_of_the_documentation_prints_what_it_says(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("new", "content", cwd=tmp_path).returncode == 0
    monkeypatch.chdir(tmp_path)
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    names: dict[str, Any] = {}
    examples = [*EXAMPLE.finditer(text)]
    assert len(examples) == text.count("```python")
    for example in examples:
        line = text.count("\n", 0, example.start()) + 1
        exec(compile("\n" * line + example["code"], f"docs/{page}", "exec"), names)
        assert capsys.readouterr().out == (example["told"] or ""), f"docs/{page}:{line}"


def test_only_the_command_sets_the_collector(tmp_path: Path) -> None:
    content = write_content(tmp_path / "content")
    script = (
        "import gc, sys, reportgen; before = gc.get_threshold(); reportgen.build(sys.argv[1], pages='estimate');"
        "print(before == gc.get_threshold(), gc.get_freeze_count());"
        "from reportgen.__main__ import main; sys.argv[1:] = ['check', sys.argv[1]]; main();"
        "print(before == gc.get_threshold(), gc.get_freeze_count() > 0)"
    )
    done = subprocess.run([sys.executable, "-c", script, str(content)], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["True 0", "False True"]
