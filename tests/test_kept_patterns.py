"""Patterns kept from run to run match as those that `re` compiles, and whatever is odd is compiled anew."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import reportgen.numbers.en.grammar
import reportgen.numbers.zh.grammar
from reportgen import kept_patterns
from reportgen.cache import Kept
from reportgen.kept_patterns import KeptPatterns, compiled
from reportgen.numbers.grammar import patterns as word_trees
from reportgen.numbers.model.pattern import Pattern

TEXTS = (
    "2025年一季度，178家国家高新区实现工业增加值1.7万亿元，同比增长7.1%，占比约50%左右。",
    "In Q1 2025, 178 zones posted RMB 1.7 trillion, up 7.1% year on year; about 50 to 60 percent, twenty-one of them.",
    "",
)


def patterns() -> dict[tuple[str, int], Pattern]:
    """Every pattern of the modules that are loaded."""
    import gc

    return {(one.source, int(one.flags)): one for one in gc.get_objects() if type(one) is Pattern}


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path, "patterns")


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The expressions that were really compiled."""
    told: list[str] = []

    def noted(source: str, flags: int) -> Any:
        told.append(source)
        return compiled(source, flags)

    monkeypatch.setattr(kept_patterns, "compiled", noted)
    return told


def spans(made: re.Pattern[str]) -> list[Any]:
    return [(found.span(), found.groups(), found.groupdict()) for text in TEXTS for found in made.finditer(text)]


def test_every_pattern_of_the_grammars_matches_as_it_does_when_it_is_compiled(kept: Kept) -> None:
    assert reportgen.numbers.en.grammar
    assert reportgen.numbers.zh.grammar
    first, known = KeptPatterns(kept), patterns()
    for source, flags in known:
        first.compile(source, flags)
    first.keep()
    again = KeptPatterns(kept)
    assert len(known) > 100
    for source, flags in known:
        ours, theirs = again.compile(source, flags), re.compile(source, flags)
        assert (ours, ours.groups, ours.groupindex) == (theirs, theirs.groups, theirs.groupindex)
        assert spans(ours) == spans(theirs)


def test_a_kept_pattern_is_not_compiled_again(kept: Kept, counted: list[str]) -> None:
    for _ in range(2):
        patterns = KeptPatterns(kept)
        assert patterns.compile("(?P<a>一)|b").fullmatch("一")
        patterns.keep()
    assert counted == ["(?P<a>一)|b"]


def test_new_patterns_are_kept_beside_those_that_were(kept: Kept, counted: list[str]) -> None:
    for source in ("a", "b", "a", "b"):
        patterns = KeptPatterns(kept)
        patterns.compile(source)
        patterns.keep()
    assert counted == ["a", "b"]


def test_flags_are_part_of_a_pattern(kept: Kept) -> None:
    patterns = KeptPatterns(kept)
    assert not patterns.compile("a").match("A")
    assert patterns.compile("a", re.IGNORECASE).match("A")


def test_an_expression_that_is_wrong_is_told_as_re_tells_it(kept: Kept) -> None:
    with pytest.raises(re.error, match="unterminated"):
        KeptPatterns(kept).compile("(a")


def cut(data: bytes) -> bytes:
    return data[:-2]


def other_numbers(data: bytes) -> bytes:
    line, _, body = data.partition(b"\n")
    return line + b"\n" + b"\xff" * len(body)


def other_shape(data: bytes) -> bytes:
    return b"[1]\n" + data.partition(b"\n")[2]


def no_json(data: bytes) -> bytes:
    return b"{\n" + data


@pytest.mark.parametrize("spoil", [cut, other_numbers, other_shape, no_json])
def test_an_entry_that_is_odd_is_compiled_anew(kept: Kept, spoil: Callable[[bytes], bytes]) -> None:
    patterns = KeptPatterns(kept)
    patterns.compile("a+(b)?")
    patterns.keep()
    (path,) = kept.folder.glob("??/*")
    good = kept.get(path.stem)
    assert good is not None
    kept.put(path.stem, spoil(good))
    found = KeptPatterns(kept).compile("a+(b)?").match("aab")
    assert found
    assert found.groups() == ("b",)


def test_a_python_without_these_modules_compiles_as_ever(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> Any:
        raise ImportError(name)

    monkeypatch.setattr(kept_patterns, "_module", missing)
    patterns = KeptPatterns(kept)
    assert patterns.compile("a").match("a")
    patterns.keep()
    assert not [*kept.folder.glob("??/*")]


@pytest.fixture
def unused() -> Iterator[None]:
    before = Pattern.compiler
    yield
    assert Pattern.compiler is before


def test_only_within_the_command_line_are_patterns_kept(
    unused: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPORTGEN_CACHE", str(tmp_path))
    Pattern("outside").match("outside")
    assert not (tmp_path / "patterns").exists()
    with kept_patterns.patterns_kept():
        assert Pattern("with(in)").match("within")
    assert len([*(tmp_path / "patterns").glob("??/*")]) == 1


def test_patterns_and_their_trees_are_asked_for_alike_in_every_run_so_that_they_are_found_kept() -> None:
    script = (
        "import gc\n"
        "from reportgen.numbers.grammar import patterns\n"
        "from reportgen.numbers.model.pattern import Pattern\n"
        "planted, grown = [], patterns.planter\n"
        "patterns.planter = lambda words, gap: planted.append([*words]) or grown(words, gap)\n"
        "import reportgen.numbers.en.grammar, reportgen.numbers.zh.grammar, reportgen.checks\n"
        "print(sorted(one.source for one in gc.get_objects() if type(one) is Pattern), sorted(planted))"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", script],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        )
        for seed in ("0", "1")
    ]
    assert runs[0].stdout == runs[1].stdout != b""


def made_again(*_: object) -> None:
    pytest.fail("it was made again")


def test_trees_of_words_are_kept_as_they_were_made(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    words = {"a lot of": "", "a few": "s?", "a": ""}
    first = KeptPatterns(kept)
    made = first.tree(words, " ")
    first.keep()
    monkeypatch.setattr(word_trees, "grown", made_again)
    assert KeptPatterns(kept).tree(words, " ") == made == word_trees.tree(words, " ")
    with pytest.raises(pytest.fail.Exception):
        KeptPatterns(kept).tree(words, None)
