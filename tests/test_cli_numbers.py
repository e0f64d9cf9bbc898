"""The number engine at the prompt, and what is told where a command is given the wrong thing."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from reportgen.cli import run as run_here
from reportgen.numbers import Noun, Quantity
from reportgen.numbers.model.lexicon import PERSON, UNITS
from reportgen.numbers.model.period import Period
from reportgen.numbers.model.quantity import (
    KINDS,
    Change,
    Count,
    Difference,
    Fraction,
    Level,
    Measure,
    Money,
    Multiple,
    Ordinal,
    Percent,
    Points,
    Rate,
    Ratio,
    Score,
    Tenths,
    Vague,
)
from tests.test_cli import run

_TEN = Decimal(10)
_TREE = Noun("tree", "棵", "树", "tree", "trees")

FIGURES: list[Quantity] = [
    Money(value=Decimal("1.7E+12"), qualifier="nearly"),
    Count(value=_TEN, measure="家", noun=_TREE),
    Measure(low=_TEN, high=Decimal(20), unit=UNITS["km2"]),
    Percent(value=_TEN),
    Points(value=_TEN),
    Change(value=-_TEN, basis="yoy"),
    Multiple(value=_TEN),
    Difference(amount=Count(value=-_TEN, measure="家", noun=_TREE), basis="prev_year_end"),
    Tenths(value=Decimal(6)),
    Fraction(num=1, den=3),
    Ordinal(value=3, top=True),
    Ratio(a=_TEN, b=_TEN, more=(_TEN,)),
    Rate(amount=Count(value=_TEN, noun=_TREE), per=Decimal(10000), each=UNITS["km2"]),
    Rate(amount=Measure(value=_TEN, unit=UNITS["t"]), per=Decimal(1), each=PERSON),
    Level(value=Decimal("1E+12"), currency="CNY"),
    Vague(order=10, noun=_TREE),
    Period(year=2025, months=(1, 3)),
    Period(start=Period(year=2021), end=Period(year=2025, month=3)),
    Score(points=(39, 39, 4)),
]


def printed(figure: Quantity, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> str:
    def read(_text: str, _language: str | None) -> Quantity:
        return figure

    monkeypatch.setattr("reportgen.numbers.read", read)
    run_here(["numbers", "read", "x"])
    return capsys.readouterr().out


def test_there_is_a_figure_of_each_kind() -> None:
    assert {each.kind for each in FIGURES} == set(KINDS)


@pytest.mark.parametrize("figure", FIGURES, ids=lambda each: each.kind)
def test_what_a_figure_means_is_told_in_fields_and_never_as_code(
    figure: Quantity, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = printed(figure, capsys, monkeypatch)
    assert told.startswith("kind ")
    assert not any(mark in told for mark in ("(", "=", "None", "Decimal", "{", "[", "<"))


def test_what_a_rate_is_made_of_is_told_by_name(tmp_path: Path) -> None:
    told = run("numbers", "read", "每万人86张", cwd=tmp_path).stdout
    fields = [tuple(line.rsplit(maxsplit=1)) for line in told.splitlines()]
    assert fields[:4] == [("kind", "rate"), ("amount kind", "count"), ("amount value", "86"), ("amount measure", "张")]


@pytest.mark.parametrize("arguments", [["-3.2%"], ["-3.2%", "--language", "en"], ["--language", "zh", "-3.2%"]])
def test_a_figure_may_begin_with_a_minus_sign(arguments: list[str], tmp_path: Path) -> None:
    done = run("numbers", "read", *arguments, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "value      -3.2" in done.stdout


@pytest.mark.parametrize(
    "verb", [["find", "a.txt"], ["agree", "a.txt", "b.txt"], ["find", "b.txt", "--names", "a.txt"]]
)
@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("共有178家。".encode("gbk"), "a.txt: not UTF-8 (line 1); save it as UTF-8, or convert it: iconv -f GB18030"),
        ("共有178家。".encode("utf-16"), "a.txt: not UTF-8 (line 1); save it as UTF-8, or convert it: iconv -f UTF-16"),
        (b"PK\x03\x04", "a.txt: this is a Word or zip file, no plain text; 'compare' reads Word files"),
    ],
    ids=["gbk", "utf-16", "zip"],
)
def test_what_is_no_text_in_utf_8_is_told_with_a_way_out(
    verb: list[str], data: bytes, told: str, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    (tmp_path / "b.txt").write_text("178", encoding="utf-8")
    done = run("numbers", *verb, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"reportgen: {told}")


@pytest.mark.parametrize("arguments", [["compare", "no.docx"], ["numbers", "agree", "no.txt", "no.txt"]])
def test_a_command_that_writes_nothing_says_nothing_of_files_left_as_they_were(
    arguments: list[str], tmp_path: Path
) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.strip() == f"reportgen: {arguments[-1]}: No such file or directory"


def test_a_mistyped_command_is_told_with_the_one_that_was_meant(tmp_path: Path) -> None:
    done = run("chek", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.strip() == "reportgen: there is neither a command nor a folder 'chek' (did you mean 'check'?)"


def test_a_folder_whose_name_is_near_a_command_is_built(tmp_path: Path) -> None:
    (tmp_path / "chek").mkdir()
    assert "holds no briefing.yaml" in run("chek", cwd=tmp_path).stderr
