"""Kept drawings: found only by what decides them, whole or not at all, and forgotten when old or many."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

import reportgen
from reportgen.charts import draw
from reportgen.charts.drawing.drawn import Drawing
from reportgen.charts.making.batch_draw import draw_all
from reportgen.charts.making.store import DRAWING, Store, key, store
from reportgen.charts.marks import in_languages
from reportgen.document import Chart
from reportgen.numbers import common_unit
from reportgen.numbers.model.quantity import Points
from reportgen.problems import ContentError
from reportgen.template.model import Look
from tests.charts.samples import LOOK, PERCENT, chart, mark, shares, zones
from tests.content import GOOD, write_files

DRAWN = Drawing(b"\x89PNG drawn", 162.0, 60.5, b"<svg/>")
ROOT = Path(reportgen.__file__).parent.parent


@pytest.fixture
def kept(tmp_path: Path) -> Store:
    return Store(tmp_path / "charts")


def entries(kept: Store) -> list[Path]:
    return sorted(path for path in kept.folder.rglob("*") if path.is_file())


def with_chart(**changed: object) -> Look:
    return LOOK.model_copy(update={"chart": LOOK.chart.model_copy(update=changed)})


# ---- the key ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (shares(), replace(shares(), marks=shares().marks[::-1])),
        (shares(), in_languages(shares(), ("zh",))),
        (chart("bars", mark("甲", "1")), chart("bars", mark("甲", "1.0", "1%"))),
        (chart("line", unit=PERCENT), chart("line", unit=common_unit([Points(value=Decimal(1))]))),
    ],
)
def test_charts_that_differ_in_anything_have_different_keys(one: Chart, other: Chart) -> None:
    assert key(one, LOOK) != key(other, LOOK)


@pytest.mark.parametrize("changed", [{"dpi": 300}, {"svg": True}, {"highlight": "signal"}])
def test_what_the_look_says_of_charts_is_part_of_the_key(changed: dict[str, object]) -> None:
    assert key(shares(), LOOK) != key(shares(), with_chart(**changed))


def test_what_a_picture_cannot_show_is_not_part_of_the_key() -> None:
    assert key(shares(), LOOK) == key(shares(), with_chart(render="native"))


def test_a_key_repeats_in_another_process_with_another_hash_seed() -> None:
    code = (
        "from reportgen.charts.making.store import key; from tests.charts.samples import LOOK, zones;"
        "print(key(zones(), LOOK))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": str(ROOT)}
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert told.stdout.strip() == key(zones(), LOOK)


def test_the_fonts_are_part_of_the_key(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from reportgen.charts.making import store;"
        "from tests.charts.samples import LOOK, zones;"
        "store.bundled = lambda: tuple(map(Path, sys.argv[1:])); print(store.key(zones(), LOOK))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}

    def told(*fonts: Path) -> str:
        """The key in a process whose fonts are these files."""
        command = [sys.executable, "-c", code, *map(str, fonts)]
        return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout

    font = tmp_path / "font.otf"
    font.write_bytes(b"one")
    first = told(font)
    assert told(font) == first
    font.write_bytes(b"two")
    assert told(font) != first


def test_the_code_that_decides_a_drawing_is_part_of_its_key() -> None:
    """Everything of the package that drawing loads, but for what only carries messages and shapes of content."""
    code = (
        "import sys; from pathlib import Path; from reportgen.charts import CHARTS, draw;"
        "from reportgen.template.model import Look; from tests.charts.samples import LOOK;"
        "[draw(kind.sample(), LOOK) for kind in CHARTS.values()];"
        "print(*[m.__file__ for n, m in sys.modules.items() if n.startswith('reportgen.') and m.__file__], sep='\\n')"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True)
    loaded = {Path(line).relative_to(ROOT / "reportgen").as_posix() for line in told.stdout.splitlines()}
    hashed = {name for name in loaded if name.startswith(DRAWING)}
    carried = {name for name in loaded if name.startswith(("content/", "blocks/", "terms/"))} | {
        *("briefing_reader.py", "cache.py", "library_words.py", "messages.py", "problems.py", "recall.py"),
        "registry.py",
        *("records.py", "template/__init__.py", "version.py"),
        *("apparatus.py", "caveats.py", "source_lines.py", "voice.py"),
    }  # fmt: skip
    assert "charts/kinds/slope.py" in loaded
    assert loaded - hashed - carried == set()


# ---- entries ---------------------------------------------------------------------------------


def test_what_was_put_is_got_and_nothing_else(kept: Store) -> None:
    kept.put("ab12", DRAWN)
    assert kept.get("ab12") == DRAWN
    assert kept.get("ab13") is None
    assert [path.name for path in entries(kept)] == ["ab12.chart"]


@pytest.mark.parametrize("cut", [0, 1, 30, -1, -7])
def test_an_entry_cut_short_is_none(kept: Store, cut: int) -> None:
    kept.put("ab12", DRAWN)
    (path,) = entries(kept)
    path.write_bytes(path.read_bytes()[:cut])
    assert kept.get("ab12") is None


@pytest.mark.parametrize(
    "foreign",
    [b"", b"\x89PNG\r\n", b"[]\n", b"{}\n", b'{"form": 3}\nx', b"[" * 50_000, b'{"form": "other"}\n', b"\xff\xfe\n\n"],
)
def test_an_entry_of_another_program_is_none(kept: Store, foreign: bytes) -> None:
    kept.put("ab12", DRAWN)
    entries(kept)[0].write_bytes(foreign)
    assert kept.get("ab12") is None


def test_a_changed_byte_is_noticed(kept: Store) -> None:
    kept.put("ab12", DRAWN)
    (path,) = entries(kept)
    path.write_bytes(path.read_bytes().replace(b"drawn", b"drown"))
    assert kept.get("ab12") is None


def test_a_folder_that_cannot_be_made_keeps_nothing_and_harms_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    kept = Store(tmp_path / "file" / "charts")
    kept.put("ab12", DRAWN)
    assert kept.get("ab12") is None
    assert kept.prune() == 0


# ---- pruning ------------------------------------------------------------------------------------


def aged(kept: Store, name: str, seconds: int) -> None:
    path = next(path for path in entries(kept) if path.stem == name)
    then = path.stat().st_mtime - seconds
    os.utime(path, (then, then))


def test_the_least_lately_used_go_first(kept: Store) -> None:
    for age, name in enumerate(("aa1", "bb2", "cc3")):
        kept.put(name, DRAWN)
        aged(kept, name, 100 * (age + 1))
    size = entries(kept)[0].stat().st_size
    assert kept.get("cc3") == DRAWN  # used now
    assert kept.prune(most=2 * size) == 1
    assert [path.stem for path in entries(kept)] == ["aa1", "cc3"]


def test_what_no_build_has_used_for_long_goes(kept: Store) -> None:
    kept.put("aa1", DRAWN)
    kept.put("bb2", DRAWN)
    aged(kept, "bb2", 1000)
    (kept.folder / "aa" / "left.new").write_bytes(b"half an entry")
    os.utime(kept.folder / "aa" / "left.new", (0, 0))
    assert kept.prune(oldest=500) == 2
    assert [path.stem for path in entries(kept)] == ["aa1"]


def test_the_folder_is_the_environments_or_the_systems(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("REPORTGEN_CACHE", str(tmp_path))
    assert store().folder == tmp_path / "charts"
    monkeypatch.delenv("REPORTGEN_CACHE")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert store().folder == tmp_path / "xdg" / "reportgen" / "charts"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert store().folder == tmp_path / ".cache" / "reportgen" / "charts"


# ---- drawing many -----------------------------------------------------------------------------------


def test_charts_alike_are_drawn_once_and_kept_ones_are_taken_as_they_are(kept: Store) -> None:
    told: list[int] = []
    first = draw_all([shares(), zones(), shares()], LOOK, kept, ready=told.append)
    assert first == (draw(shares(), LOOK), draw(zones(), LOOK), draw(shares(), LOOK))
    assert sorted(told) == [0, 1, 2]
    assert len(entries(kept)) == 2
    kept.put(key(zones(), LOOK), DRAWN)
    assert draw_all([zones()], LOOK, kept, ready=told.append) == (DRAWN,)
    assert draw_all([zones()], LOOK, kept, fresh=True, ready=told.append) == (first[1],)
    assert kept.get(key(zones(), LOOK)) == first[1]


def test_a_spoiled_entry_is_drawn_again_and_mended(kept: Store) -> None:
    draw_all([shares()], LOOK, kept, ready=lambda _: None)
    (path,) = entries(kept)
    whole = path.read_bytes()
    path.write_bytes(whole[:-100])
    assert draw_all([shares()], LOOK, kept, ready=lambda _: None) == (draw(shares(), LOOK),)
    assert path.read_bytes() == whole


def test_the_problems_of_all_charts_are_told_at_once(kept: Store) -> None:
    rare = [chart("bars", mark(sign, "3")) for sign in ("\U0001f9ff", "\U0001fa90")]
    with pytest.raises(ContentError) as error:
        draw_all([rare[0], shares(), rare[1]], LOOK, kept, ready=lambda _: None)
    assert len(error.value.problems) == 2


def test_several_processes_draw_the_same_bytes(kept: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    charts = [chart("bars", mark(f"第{n}", str(n + 1))) for n in range(4)]
    alone = draw_all(charts, LOOK, None, ready=lambda _: None)
    monkeypatch.setattr("reportgen.charts.making.batch_draw.EACH", 2)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    assert draw_all(charts, LOOK, None, ready=lambda _: None) == alone


def test_a_build_whose_charts_are_kept_loads_neither_matplotlib_nor_numpy(tmp_path: Path) -> None:
    block = "- chart: {id: c, kind: bars, title: {zh: 增速, en: Growth}, facts: [growth]}\n"
    write_files(tmp_path / "content", {**GOOD, "sections/one.yaml": GOOD["sections/one.yaml"] + block})
    code = (
        "import sys\nfrom reportgen.cli import run\nassert run(['--pages', 'estimate']) == 0\n"
        "print(sorted({'matplotlib', 'numpy'} & set(sys.modules)))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "REPORTGEN_CACHE": str(tmp_path / "cache")}
    files: list[dict[str, bytes]] = []
    loaded: list[str] = []
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
        )
        loaded.append(done.stdout.splitlines()[-1])
        files.append({path.name: path.read_bytes() for path in (tmp_path / "output").iterdir()})
    assert loaded == ["['matplotlib', 'numpy']", "[]"]
    assert files[0] == files[1]
