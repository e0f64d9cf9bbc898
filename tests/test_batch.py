"""A batch: one briefing a row, whoever makes it; a row that fails stops no other; what is there is not made again."""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import signal
from collections.abc import Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

import reportgen
from reportgen import cli
from reportgen.batch import run as batch_run
from reportgen.batch.crews import Alone, Pool
from reportgen.batch.make import Made, make
from reportgen.batch.parcel import parcel
from reportgen.batch.run import Order, Outcome, Told, run
from reportgen.content.batch_rows import BatchRow, batch_rows
from reportgen.content.folder import Folder
from reportgen.messages import said
from reportgen.pipeline import Beside, Plan
from reportgen.problems import ContentError
from reportgen.word.pages import settling
from reportgen.word.pages.engine import engine_path
from tests.content import GOOD, write_files

TABLE = """\
code,name_zh,name_en,firms
01,苏州,Suzhou,12
02,无锡,Wuxi,9
03,常州,,7
04,南京,Nanjing,
"""
CONTENT = {
    **GOOD,
    "briefing.yaml": GOOD["briefing.yaml"] + 'batch: {key: code, files: "zones/zone-{row:code}"}\n',
    "facts.yaml": GOOD["facts.yaml"]
    + '\nfirms: {if: firms, is: "{row:firms}家", what: {zh: 企业, en: firms}, when: 2024, source: paper}\n',
    "sections/one.yaml": GOOD["sections/one.yaml"]
    + '- text: {zh: "{row:name}。", en: "{row:name}."}\n- {if: firms, metrics: [firms]}\n',
    "data/rows.csv": TABLE,
}
ESTIMATE = Plan(pages="estimate")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_files(tmp_path / "content", CONTENT)


def batch(content: Path, out: Path, **asked: Any) -> tuple[Outcome, list[Told]]:
    told: list[Told] = []
    return run(Order(content, "rows.csv", out, ESTIMATE, **asked), told.append), told


def entries(out: Path) -> dict[str, Any]:
    """The rows of batch.json by their keys."""
    return {row["key"]: row for row in json.loads((out / "batch.json").read_bytes())["rows"]}


def files(folder: Path) -> dict[str, bytes]:
    """Every Word file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.docx"))}


# ---- rows ----------------------------------------------------------------------------------------


def test_a_row_that_fails_is_told_with_its_cell_and_stops_no_other(content: Path, tmp_path: Path) -> None:
    outcome, told = batch(content, tmp_path / "out")
    assert outcome == Outcome(made=3, kept=0, failed=1)
    (failed,) = told
    (problem,) = failed.problems
    assert (failed.row.key, problem.code) == ("03", "row/empty")
    assert str(problem.place) == f"{content}/data/rows.csv:4:7"
    assert sorted(files(tmp_path / "out")) == [
        f"zones/zone-{code}.{edition}.docx" for code in ("01", "02", "04") for edition in ("bilingual", "en", "zh")
    ]


def test_batch_json_tells_what_became_of_each_row(content: Path, tmp_path: Path) -> None:
    batch(content, tmp_path / "out")
    told = json.loads((tmp_path / "out" / "batch.json").read_bytes())
    assert [row["state"] for row in told["rows"]] == ["made", "made", "failed", "made"]
    assert (told["made"], told["failed"], told["key"]) == (3, 1, "code")
    made, failed = told["rows"][0], told["rows"][2]
    assert {file["file"] for file in made["files"]} == {
        f"zones/zone-01.{each}.docx" for each in ("zh", "en", "bilingual")
    }
    assert failed["files"] == []
    assert failed["problems"][0]["code"] == "row/empty"
    assert made["seconds"] > 0


def test_build_makes_one_row_byte_for_byte_as_the_batch_does(content: Path, tmp_path: Path) -> None:
    batch(content, tmp_path / "out", jobs=2)
    reportgen.build(content, tmp_path / "one", table="rows.csv", row="02", pages="estimate")
    one = files(tmp_path / "one")
    assert len(one) == 3
    assert one.items() <= files(tmp_path / "out").items()


def test_a_table_may_stand_outside_the_content(content: Path, tmp_path: Path) -> None:
    table = tmp_path / "elsewhere.csv"
    table.write_text(TABLE.replace("苏州", ""), encoding="utf-8")
    told: list[Told] = []
    run(Order(content, str(table), tmp_path / "out", ESTIMATE, only=("01",)), told.append)
    assert str(told[0].problems[0].place) == f"{table}:2:4"


@pytest.mark.parametrize(
    ("table", "pattern", "code", "line"),
    [
        (TABLE + "01,甲,A,1\n", "z-{row:code}", "batch/row-key", 6),
        (TABLE + ",甲,A,1\n", "z-{row:code}", "batch/row-key", 6),
        (TABLE + "05,甲,a:b,1\n", "z-{row:name_en}", "batch/file-name", 6),
        (TABLE.replace("无锡,Wuxi", "无锡,SUZHOU"), "z-{row:name_en}", "batch/file-name", 3),
        (TABLE + "05,甲,..,1\n", "{row:name_en}/a", "batch/file-name", 6),
        (TABLE + "05,甲,nul,1\n", "{row:name_en}", "batch/file-name", 6),
    ],
)
def test_a_row_without_names_of_its_own_fails_alone(
    content: Path, tmp_path: Path, table: str, pattern: str, code: str, line: int
) -> None:
    about = CONTENT["briefing.yaml"].replace("zones/zone-{row:code}", pattern)
    write_files(content, {"data/rows.csv": table, "briefing.yaml": about})
    outcome, told = batch(content, tmp_path / "out")
    (problem,) = [problem for each in told for problem in each.problems if problem.code.startswith("batch/")]
    assert (problem.code, problem.place.line) == (code, line)
    assert outcome.made >= 2


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"briefing.yaml": GOOD["briefing.yaml"]}, "batch/key"),
        ({"briefing.yaml": GOOD["briefing.yaml"] + "batch: {key: cod}\n"}, "batch/key"),
        ({"data/rows.csv": "code,name_zh\n"}, "batch/no-rows"),
        ({"data/rows.csv": "code\n" + "".join(f"{number}\n" for number in range(20_001))}, "tables/too-many-rows"),
    ],
)
def test_a_batch_that_cannot_begin_writes_nothing(
    content: Path, tmp_path: Path, changed: dict[str, str], code: str
) -> None:
    write_files(content, changed)
    with pytest.raises(ContentError) as raised:
        batch(content, tmp_path / "out")
    assert code in {problem.code for problem in raised.value.problems}
    assert not (tmp_path / "out").exists()


def test_content_that_is_too_large_to_travel_is_refused(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reportgen.batch.parcel.MOST_TOGETHER", 300)
    with pytest.raises(ContentError) as raised:
        batch(content, tmp_path / "out")
    assert [problem.code for problem in raised.value.problems] == ["batch/too-large"]


# ---- again ---------------------------------------------------------------------------------------


def test_resume_makes_what_is_missing_or_changed_and_nothing_else(content: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    batch(content, out)
    (out / "zones/zone-01.zh.docx").unlink()
    (out / "zones/zone-02.en.docx").write_bytes(b"half a file")
    write_files(content, {"data/rows.csv": TABLE.replace("南京", "南京市") + "05,扬州,Yangzhou,3\n"})
    outcome, _ = batch(content, out, resume=True)
    assert outcome == Outcome(made=4, kept=0, failed=1)
    outcome, _ = batch(content, out, resume=True)
    assert outcome == Outcome(made=0, kept=4, failed=1)
    assert {key: row["state"] for key, row in entries(out).items()} == {
        **dict.fromkeys(("01", "02", "04", "05"), "kept"),
        "03": "failed",
    }


def test_a_changed_row_makes_only_itself_anew_where_no_content_reads_the_table(content: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    batch(content, out)
    write_files(content, {"data/rows.csv": TABLE.replace("无锡,Wuxi", "无锡,Wuxi City")})
    assert batch(content, out, resume=True)[0] == Outcome(made=1, kept=2, failed=1)


def test_changed_content_makes_every_row_anew(content: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    batch(content, out)
    write_files(content, {"sections/one.yaml": CONTENT["sections/one.yaml"] + "- heading: {zh: 甲, en: A}\n"})
    assert batch(content, out, resume=True)[0] == Outcome(made=3, kept=0, failed=1)


def test_only_makes_the_rows_of_its_keys_and_forgets_no_other(content: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    batch(content, out, only=("02",))
    assert {path.partition(".")[0] for path in files(out)} == {"zones/zone-02"}
    batch(content, out, only=("01",))
    assert {key: row["state"] for key, row in entries(out).items()} == {"01": "made", "02": "kept"}


def test_an_ended_batch_goes_on_where_it_was(content: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"

    def ended(told: Told) -> None:
        raise KeyboardInterrupt(told.row.key)

    with pytest.raises(KeyboardInterrupt):
        run(Order(content, "rows.csv", out, ESTIMATE), ended)
    assert {key: row["state"] for key, row in entries(out).items()} == {"01": "made", "02": "made", "03": "failed"}
    assert batch(content, out, resume=True)[0] == Outcome(made=1, kept=2, failed=1)


def test_a_killed_batch_goes_on_by_its_journal(content: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    batch(content, out)
    rows = [json.dumps(row, ensure_ascii=False) for row in entries(out).values()]
    (out / "batch.json").unlink()
    (out / ".batch-rows.jsonl").write_text("\n".join([*rows[:2], rows[3][:40]]), encoding="utf-8")
    assert batch(content, out, resume=True)[0] == Outcome(made=1, kept=2, failed=1)
    assert not (out / ".batch-rows.jsonl").exists()


# ---- workers -------------------------------------------------------------------------------------


def sent(content: Path) -> tuple[Any, list[BatchRow]]:
    folder = Folder(content)
    rows = [row for row in batch_rows(folder, "rows.csv").rows if isinstance(row, BatchRow)]
    return parcel(folder, ESTIMATE, rows), rows


def test_what_travels_can_be_pickled(content: Path) -> None:
    packed, rows = sent(content)
    made = make(packed, rows)
    for each in (packed, rows, made):
        again = pickle.loads(pickle.dumps(each))
        assert again == each
    with pytest.raises(ContentError) as raised:
        reportgen.build(content, pages="estimate")
    again = pickle.loads(pickle.dumps(raised.value))
    assert again.problems == raised.value.problems
    assert [said(one.message, "zh") for one in again.problems] == [
        said(one.message, "zh") for one in raised.value.problems
    ]


def test_a_worker_needs_nothing_of_the_folder_that_the_content_stands_in(content: Path, tmp_path: Path) -> None:
    packed, rows = sent(content)
    content.rename(tmp_path / "gone")
    made = make(pickle.loads(pickle.dumps(packed)), rows)
    assert [len(each.files) for each in made] == [3, 3, 0, 3]
    assert str(made[2].problems[0].place).startswith(f"{content}/data/rows.csv")


def test_a_worker_of_another_version_makes_nothing(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packed, rows = sent(content)
    monkeypatch.setattr("reportgen.batch.make.__version__", "0.0.1")
    assert {problem.code for each in make(packed, rows) for problem in each.problems} == {"batch/failed"}


def test_a_bug_comes_back_with_its_trace_and_stops_no_other_row(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packed, rows = sent(content)
    prepare = batch_run.failed.__globals__["prepare"]

    def broken(folder: Folder, *rest: Any, **more: Any) -> Any:
        if folder.row is not None and folder.row["code"] == "02":
            raise ZeroDivisionError("a bug")
        return prepare(folder, *rest, **more)

    monkeypatch.setattr("reportgen.batch.make.prepare", broken)
    made = make(packed, rows)
    assert [len(each.files) for each in made] == [3, 0, 0, 3]
    assert made[1].problems[0].code == "batch/failed"
    assert "ZeroDivisionError: a bug" in made[1].trace


class Losing(Alone):
    """A crew whose worker dies at a row."""

    def __init__(self, parcel: Any, key: str) -> None:
        super().__init__(parcel)
        self._key = key

    def submit(self, rows: Sequence[BatchRow]) -> Future[tuple[Made, ...]]:
        if self._key not in {row.key for row in rows}:
            return super().submit(rows)
        future: Future[tuple[Made, ...]] = Future()
        future.set_exception(RuntimeError("killed"))
        return future


def test_a_row_that_no_worker_survives_is_told_and_those_beside_it_are_made(content: Path) -> None:
    packed, rows = sent(content)
    results = batch_run.results(Losing(packed, "02"), iter([tuple(rows[:3]), tuple(rows[3:])]))
    made = {each.row.key: each for each in results}
    assert {key: len(each.files) for key, each in made.items()} == {"01": 3, "02": 0, "03": 0, "04": 3}
    assert [problem.code for problem in made["02"].problems] == ["batch/failed"]


def test_a_pool_goes_on_after_one_of_its_processes_died(content: Path) -> None:
    packed, rows = sent(content)
    pool = Pool(packed, 1)
    try:
        (made,) = pool.submit(rows[:1]).result()
        assert len(made.files) == 3
        dying = pool._executor.submit(os._exit, 1)  # pyright: ignore[reportPrivateUsage]
        assert dying.exception() is not None
        (made,) = pool.submit(rows[:1]).result()
        assert len(made.files) == 3
    finally:
        pool.close()


def test_only_a_few_rows_are_on_their_way_at_once(content: Path) -> None:
    packed, rows = sent(content)
    asked: list[int] = []

    class Counting(Alone):
        size = 2

        def first(self, futures: Any) -> Any:
            asked.append(len(futures))
            return list(futures)[:1]

    handfuls = iter([(rows[0],)] * 20)
    assert len(list(batch_run.results(Counting(packed), handfuls))) == 20
    assert max(asked) == 4


@pytest.mark.libreoffice
@pytest.mark.skipif(engine_path() is None, reason="LibreOffice is not here")
def test_libreoffice_is_asked_once_for_a_handful_of_rows(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    convert = settling.convert

    def counting(sources: Any, *rest: Any, **more: Any) -> None:
        asked.append(len(sources))
        convert(sources, *rest, **more)

    monkeypatch.setattr(settling, "convert", counting)
    folder = Folder(content)
    rows = [row for row in batch_rows(folder, "rows.csv").rows if isinstance(row, BatchRow)]
    made = make(parcel(folder, Plan(pages="layout"), rows), rows)
    assert set(asked) == {9}  # on long pages first, then on their own
    assert [[file.pages for file in each.files] for each in made] == [[1, 1, 1], [1, 1, 1], [], [1, 1, 1]]
    monkeypatch.setattr(settling, "convert", convert)
    reportgen.build(content, tmp_path / "one", table="rows.csv", row="01", pages="layout")
    assert files(tmp_path / "one") == {file.name: file.data for file in made[0].files}


# ---- a scheduler ---------------------------------------------------------------------------------


def test_the_workers_of_a_scheduler_make_the_same_files(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    distributed: Any = pytest.importorskip("distributed")
    monkeypatch.setenv("PYTHONWARNINGS", "ignore")
    batch(content, tmp_path / "here")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
    ) as cluster:
        outcome, told = batch(content, tmp_path / "there", executor=f"dask:{cluster.scheduler_address}")
    assert outcome == Outcome(made=3, kept=0, failed=1)
    assert [one.row.key for one in told] == ["03"]
    assert files(tmp_path / "there") == files(tmp_path / "here")


def test_a_worker_that_is_ended_at_work_loses_no_row(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    distributed: Any = pytest.importorskip("distributed")
    monkeypatch.setenv("PYTHONWARNINGS", "ignore")
    rows = "".join(f"{number:02},甲{number},A{number},{number}\n" for number in range(40))
    write_files(content, {"data/rows.csv": "code,name_zh,name_en,firms\n" + rows})
    written: list[str] = []
    put = batch_run.put

    def noting(folder: Path, made: Any) -> Any:
        written.extend(made)
        return put(folder, made)

    monkeypatch.setattr(batch_run, "put", noting)
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
        ) as cluster,
        distributed.Client(cluster, set_as_default=False) as client,
    ):
        pids = sorted(client.run(os.getpid).values())

        def at_work(step: Any) -> None:
            if step.number == 3:
                os.kill(pids[0], signal.SIGKILL)

        order = Order(content, "rows.csv", tmp_path / "out", ESTIMATE, executor=f"dask:{cluster.scheduler_address}")
        outcome = run(order, lambda told: None, at_work)
        assert pids[0] not in client.run(os.getpid).values()
    assert outcome == Outcome(made=40, kept=0, failed=0)
    assert len(written) == len(set(written)) == 120
    assert sorted(files(tmp_path / "out")) == sorted(written)


# ---- beside the Word files ------------------------------------------------------------------------


def test_a_batch_makes_of_a_row_what_a_build_makes_beside_its_files(content: Path, tmp_path: Path) -> None:
    batch(content, tmp_path / "out", beside=Beside(xlsx=True, manifest=True), only=("02",))
    built = reportgen.build(content, table="rows.csv", row="02", pages="estimate", xlsx=True, manifest=True)
    wanted = {file.file.replace("manifest.json", "zones/zone-02.manifest.json"): file.data for file in built}
    assert {name: (tmp_path / "out" / name).read_bytes() for name in wanted} == wanted
    told = {file["file"]: file["sha256"] for file in entries(tmp_path / "out")["02"]["files"]}
    assert told == {name: hashlib.sha256(data).hexdigest() for name, data in wanted.items()}


def test_what_is_wanted_beside_the_files_is_made_by_a_batch_that_goes_on(content: Path, tmp_path: Path) -> None:
    assert batch(content, tmp_path / "out", only=("02",))[0].made == 1
    assert batch(content, tmp_path / "out", only=("02",), resume=True)[0] == Outcome(made=0, kept=1, failed=0)
    again, _ = batch(content, tmp_path / "out", only=("02",), resume=True, beside=Beside(xlsx=True))
    assert again == Outcome(made=1, kept=0, failed=0)


@pytest.mark.libreoffice
@pytest.mark.skipif(engine_path() is None, reason="LibreOffice is not here")
def test_pdfs_of_a_row_are_those_of_its_build(content: Path, tmp_path: Path) -> None:
    plan = Plan(("en",), pages="layout")
    order = Order(content, "rows.csv", tmp_path / "out", plan, only=("01", "02"), beside=Beside(pdf=True))
    assert run(order, lambda told: None).made == 2
    reportgen.build(content, tmp_path / "one", editions=["en"], table="rows.csv", row="02", pages="layout", pdf=True)
    made = {path.name: path.read_bytes() for path in (tmp_path / "one" / "zones").iterdir()}
    assert set(made) == {"zone-02.en.docx", "zone-02.en.pdf"}
    assert {name: (tmp_path / "out" / "zones" / name).read_bytes() for name in made} == made


def test_warnings_fail_a_row_of_a_strict_batch(content: Path, tmp_path: Path) -> None:
    write_files(content, {"facts.yaml": CONTENT["facts.yaml"] + WARNED})
    asked = content, "--table", "rows.csv", "-o", tmp_path / "out", "--only", "01"
    assert command(*asked) == 0
    assert command(*asked, "--strict") == 1
    assert entries(tmp_path / "out")["01"]["problems"][0]["severity"] == "warning"


WARNED = "\nlate: {is: 3家, what: {zh: 数, en: number}, when: 2031, source: paper}\n"  # final, and after the briefing


# ---- checking -------------------------------------------------------------------------------------


def check(*arguments: object) -> int:
    return cli.run(["check", *map(str, arguments)])


def test_every_row_is_checked_and_nothing_is_written(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    assert check(content, "--table", "rows.csv") == 1
    said_so = capsys.readouterr().err.splitlines()
    assert said_so[0].startswith(f"row '03' ({content}/data/rows.csv:4): {content}/data/rows.csv:4:7: error:")
    assert said_so[-1] == f"reportgen: {content}: 4 rows, 1 row failed"
    assert sorted(tmp_path.rglob("*")) == before


def test_one_row_is_checked_and_warnings_count_where_that_is_strict(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(content, "--table", "rows.csv", "--row", "01") == 0
    assert check(content, "--table", "rows.csv", "--row", "03") == 1
    write_files(content, {"facts.yaml": CONTENT["facts.yaml"] + WARNED})
    assert check(content, "--table", "rows.csv", "--row", "01") == 0
    assert check(content, "--table", "rows.csv", "--row", "01", "--strict") == 1
    assert check(content, "--table", "rows.csv", "--row", "01", "--strict", "--ignore", "facts") == 0


def test_rows_that_cannot_be_checked_as_asked_for_are_refused(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(content, "--row", "01") == 2
    assert check(content, "--table", "rows.csv", "--row", "99") == 2
    assert check(content, "--table", "rows.csv", "--fix") == 2


def test_a_program_is_told_the_row_of_each_problem(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(content, "--table", "rows.csv", "--format", "json") == 1
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert problem["evidence"][-1]["value"] == "03"


# ---- the command ---------------------------------------------------------------------------------


def command(*arguments: object) -> int:
    return cli.run(["batch", *map(str, arguments), "--pages", "estimate", "--jobs", "1"])


def test_the_command_tells_failed_rows_and_counts(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(content, "--table", "rows.csv", "-o", tmp_path / "out") == 1
    said_so = capsys.readouterr()
    assert said_so.err.startswith(f"row '03' ({content}/data/rows.csv:4): {content}/data/rows.csv:4:7: error:")
    assert said_so.out == f"{tmp_path}/out: 3 rows made, 1 row failed; batch.json tells each\n"
    assert command(content, "--table", "rows.csv", "-o", tmp_path / "out", "--only", "01") == 0
    assert command(content, "--table", "rows.csv", "-o", tmp_path / "out", "--only", "10") == 2


def test_a_slip_of_every_row_is_told_for_a_few_of_them(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "".join(f"{number:02},甲,,1\n" for number in range(10))
    write_files(content, {"data/rows.csv": "code,name_zh,name_en,firms\n" + rows})
    assert command(content, "--table", "rows.csv", "-o", tmp_path / "out") == 1
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 4
    assert lines[-1] == f"{content}/data/rows.csv: the same in 7 more rows [row/empty]"


@pytest.mark.parametrize("wrong", [["--jobs", "0"], ["--executor", "ray:x"], ["--executor", "dask:"]])
def test_wrong_usage_is_refused(content: Path, wrong: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.run(["batch", str(content), "--table", "rows.csv", *wrong])
    assert ended.value.code == 2


def test_a_table_and_a_key_go_together(content: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="go together"):
        reportgen.build(content, tmp_path, table="rows.csv")
