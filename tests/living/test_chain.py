"""Every figure of a Word file is traced by the file itself; files are held against manifests that were signed."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from reportgen import cli
from reportgen.living.chain import chain_of, data_files, holds
from reportgen.pipeline import build
from tests.content import GOOD, write_files
from tests.living.draft import Draft
from tests.living.edits_words import figure_typed_over
from tests.test_signing import OTHER, private, public

DATA = Path(__file__).parents[1] / "cases" / "fed-by-data"
CONTENT = Path(__file__).parents[2] / "content"
QUARTERLY = Path(__file__).parents[2] / "examples" / "quarterly"


def made(folder: Path, out: Path, edition: str = "zh", **choices: Any) -> Path:
    built = build(folder, out, editions=[edition], pages="estimate", **choices)
    assert built[0].path is not None
    return built[0].path


def run(*arguments: str | Path) -> int:
    """The command `verify` with these arguments."""
    return cli.run(["verify", *map(str, arguments)])


def changed(path: Path, name: str, change: Callable[[str], str]) -> None:
    """A part of a file, changed as a text."""
    with zipfile.ZipFile(path) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for each, data in (parts | {name: change(parts[name].decode()).encode()}).items():
            archive.writestr(each, data)
    path.write_bytes(written.getvalue())


# ---- the chain ----------------------------------------------------------------------------------------------


def test_a_figure_is_traced_to_its_place_source_cell_and_date(tmp_path: Path) -> None:
    chain = chain_of(made(DATA, tmp_path))
    tea = next(one for one in chain.figures if one.fact == "tea")
    assert (tea.found, tea.altered, tea.language, tea.date) == ("1.5亿元", False, "zh", "2025-09")
    assert [(source.name, source.number) for source in tea.sources] == [("customs", tea.sources[0].number)]
    assert tea.sources[0].entry
    (cell,) = tea.cells
    workbook = sha256((DATA / "data/trade.xlsx").read_bytes()).hexdigest()
    assert (cell.origin.file, cell.origin.spot, cell.origin.sha256) == ("data/trade.xlsx", "出口!B3", workbook)
    assert "paragraph" in tea.place or "cell" in tea.place


@pytest.mark.parametrize("folder", [CONTENT, DATA, QUARTERLY])
@pytest.mark.parametrize("edition", ["zh", "en", "bilingual"])
def test_every_figure_of_an_untouched_file_has_a_place_a_fact_and_holds(
    folder: Path, edition: str, tmp_path: Path
) -> None:
    chain = chain_of(made(folder, tmp_path, edition))
    assert len(chain.figures) > 10
    assert all(one.place and one.fact and one.found == one.printed for one in chain.figures)
    files = data_files(chain.origins, folder)
    assert holds([chain], files)
    assert all(len(file.sha256) == 64 for file in files)


def test_a_derived_figure_is_traced_by_way_of_its_parts(tmp_path: Path) -> None:
    figures = chain_of(made(QUARTERLY, tmp_path)).figures
    gain = next(one for one in figures if one.fact == "green_gain")
    assert gain.parts == ("green_share",)
    told = [(cell.of, cell.origin.spot) for cell in gain.cells]
    assert ("power.Wind_power.now", "能源!C4") in told
    assert ("", "能源!D4") in told, "a part that is printed nowhere is told by its cell alone"
    assert [source.number for source in gain.sources] == [1]


def test_a_file_that_keeps_its_origins_to_itself_tells_no_cell(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(DATA, folder)
    briefing = folder / "briefing.yaml"
    briefing.write_text(
        briefing.read_text(encoding="utf-8").replace("origins: true", "origins: false"), encoding="utf-8"
    )
    chain = chain_of(made(folder, tmp_path / "out"))
    assert chain.figures
    assert chain.origins == ()
    assert all(one.sources for one in chain.figures)


def test_a_figure_that_was_altered_by_hand_breaks_its_chain(tmp_path: Path) -> None:
    path = made(CONTENT, tmp_path)
    draft = Draft(path.read_bytes())
    figure_typed_over(draft)
    path.write_bytes(draft.finished())
    chain = chain_of(path)
    (altered,) = [one for one in chain.figures if one.altered]
    assert altered.found != altered.printed
    assert not holds([chain], ())


def test_a_sealed_file_has_no_chain(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = made(DATA, tmp_path, sealed=True)
    assert run("--chain", path) == 1
    assert "it carries no facts" in capsys.readouterr().out


def test_no_key_and_no_file_are_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = made(DATA, tmp_path)
    assert run("--key", path, path) == 2
    assert "holds no public key" in capsys.readouterr().err
    assert run("--chain", tmp_path / "missing.docx") == 2


def test_data_that_changed_or_went_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(DATA, folder)
    chain = chain_of(made(folder, tmp_path / "out"))
    cities = folder / "data" / "cities.csv"
    cities.write_bytes(cities.read_bytes() + b"\n")
    (folder / "data" / "trade.xlsx").unlink()
    told = {one.file: str(one.fault) for one in data_files(chain.origins, folder) if one.fault}
    assert told == {
        "data/cities.csv": "it has changed since its figures were read",
        "data/trade.xlsx": f"it is not in {folder}",
    }


def test_a_forged_file_leads_nowhere(tmp_path: Path) -> None:
    path = made(DATA, tmp_path)

    def forge(ledger: str) -> str:
        ledger = ledger.replace('<part fact="total"/>', '<part fact="share"/><part fact="tea" line="9e9"/>')
        return ledger.replace('file="data/cities.csv" line="2"', f'file="../outside.csv" line="{"9" * 5000}"')

    changed(path, "customXml/item1.xml", forge)
    chain = chain_of(path)
    share = next(one for one in chain.figures if one.fact == "share")
    assert share.cells, "parts that go round in circles end"
    (tmp_path / "outside.csv").write_text("1")
    (tmp_path / "content").mkdir()
    told = {one.file: one.fault for one in data_files(chain.origins, tmp_path / "content")}
    assert str(told["../outside.csv"]) == f"it is not in {tmp_path / 'content'}"


def test_the_table_and_the_data_tell_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = made(DATA, tmp_path)
    assert run("--chain", path, DATA) == 0
    text = capsys.readouterr().out
    assert run("--chain", path, DATA, "--format", "json") == 0
    data = json.loads(capsys.readouterr().out)
    (file,) = data["files"]
    figures = file["figures"]
    assert [figure["fact"] for figure in figures if figure["fact"] not in text] == []
    rows = [line for line in text.splitlines() if "data/trade.xlsx 出口!B3" in line]
    assert len(rows) == sum(any(cell.get("address") == "B3" for cell in figure["cells"]) for figure in figures)
    assert {one["file"] for one in data["data"]} == {"data/cities.csv", "data/trade.xlsx"}
    assert all(one["holds"] for one in data["data"])
    assert run("--chain", path, "--format", "sarif") == 2


# ---- signed manifests ------------------------------------------------------------------------------------------


def test_files_as_they_were_built_and_signed_hold(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = made(DATA, tmp_path, xlsx=True, sign=private(tmp_path / "key"))
    workbook = path.with_name("fed-by-data.xlsx")
    assert workbook.is_file()
    assert run("--key", public(tmp_path / "pub"), path, workbook, DATA) == 0
    told = capsys.readouterr().out
    assert told.count("as it was built and signed") == 2
    assert "data/cities.csv" in told


def test_what_does_not_hold_is_told_file_by_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_files(tmp_path / "content", GOOD)
    out, key = tmp_path / "out", public(tmp_path / "pub")
    english = made(folder, out, "en", sign=private(tmp_path / "key"))
    stranger = out / "stranger.docx"
    stranger.write_bytes(english.read_bytes())
    assert run("--key", key, english, stranger, "--format", "json") == 1
    held = json.loads(capsys.readouterr().out)["signed"]
    assert [one["holds"] for one in held] == [True, False]
    assert "does not tell it" in held[1]["fault"]
    english.write_bytes(english.read_bytes() + b" ")
    assert run("--key", key, english) == 1
    assert "it was changed since" in capsys.readouterr().out
    assert run("--key", public(tmp_path / "other", OTHER), english) == 1
    assert "signed by another key" in capsys.readouterr().out
    manifest = out / "manifest.json"
    manifest.write_bytes(manifest.read_bytes().replace(b'"en"', b'"zh"', 1))
    assert run("--key", key, english) == 1
    assert "it is not what was signed" in capsys.readouterr().out
    manifest.with_name("manifest.json.sig").unlink()
    assert run("--key", key, english) == 1
    assert "it is not signed" in capsys.readouterr().out
    manifest.unlink()
    assert run("--key", key, english) == 1
    assert "no manifest stands beside it" in capsys.readouterr().out


def test_a_manifest_may_be_named_and_a_row_s_stands_by_its_name(tmp_path: Path) -> None:
    folder, out, key = write_files(tmp_path / "content", GOOD), tmp_path / "out", public(tmp_path / "pub")
    path = made(folder, out, "en", sign=private(tmp_path / "key"))
    for name in ("manifest.json", "manifest.json.sig"):
        (out / name).rename(out / f"small.{name}")
    assert run("--key", key, path) == 0
    away = tmp_path / "away"
    away.mkdir()
    for name in ("small.manifest.json", "small.manifest.json.sig"):
        (out / name).rename(away / name)
    assert run("--key", key, path) == 1
    assert run("--key", key, "--manifest", away / "small.manifest.json", path) == 0
