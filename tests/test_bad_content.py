"""Bad content is told in place: each file in tests/bad carries the mistakes it makes, at the end of their lines.

The first line names the file that it stands for in an otherwise good folder. `# error: 14 words` expects an error at
column 14 of that line whose message holds the words; `# warning: …` likewise. What is not expected must not be told.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reportgen.briefing_reader import read_briefing
from reportgen.checks import check
from reportgen.problems import ContentError, Problem
from tests.content import GOOD, write_files

BAD = sorted((Path(__file__).parent / "bad").glob("*.*"))
EXPECTATION = re.compile(r"# (error|warning): (\d+) (.+?)(?= # (?:error|warning):|$)")


def problems_in(folder: Path) -> tuple[Problem, ...]:
    """Everything that reading and checking the folder tells."""
    try:
        return check(read_briefing(folder))
    except ContentError as error:
        return error.problems


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_mistake_is_told_where_it_stands(path: Path, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    first, _, rest = text.partition("\n")
    name = first.removeprefix("# file: ")
    folder = write_files(tmp_path, {**GOOD, name: rest})
    expected = {
        (severity, line, int(column), words)
        for line, content in enumerate(rest.split("\n"), 1)
        for severity, column, words in EXPECTATION.findall(content)
    }
    assert expected, "a bad file says what it expects"
    found = [problem for problem in problems_in(folder) if problem.place.file == str(folder / name)]
    unmet = [
        (severity, line, column, words)
        for severity, line, column, words in sorted(expected)
        if not any(
            (p.severity, p.place.line, p.place.column) == (severity, line, column) and words in f"{p.message} {p.hint}"
            for p in found
        )
    ]
    assert not unmet, "\n".join(["not told as expected:", *map(str, unmet), "told:", *map(str, found)])
    assert len(found) == len(expected), "\n".join(map(str, found))


def test_every_problem_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    folder = write_files(
        tmp_path, {**GOOD, "sources.yaml": "paper: {date: soon}\n", "facts.yaml": "growth: {is: ten}\n"}
    )
    files = {Path(problem.place.file).name for problem in problems_in(folder)}
    assert files == {"sources.yaml", "facts.yaml"}


def test_problems_are_told_once_and_in_the_order_of_the_files_lines(tmp_path: Path) -> None:
    lines = "".join(f'- text: {{zh: "{{no{12 - n}}}", en: "{{no{12 - n}}}"}}\n' for n in range(12))
    told = problems_in(write_files(tmp_path, {**GOOD, "sections/one.yaml": GOOD["sections/one.yaml"] + lines}))
    places = [(problem.place.line, problem.place.column) for problem in told]
    assert places == sorted(places)
    assert len(set(places)) == len(places) == 24


def test_the_time_of_a_fact_that_is_for_none_is_told_where_it_is_asked_for(tmp_path: Path) -> None:
    facts = GOOD["facts.yaml"].replace(" when: 2025-Q1,", "")
    asking = GOOD["sections/one.yaml"].replace("，{growth}。", "，{growth}（{growth:when}）。")
    (problem,) = problems_in(write_files(tmp_path, {**GOOD, "facts.yaml": facts, "sections/one.yaml": asking}))
    assert (problem.severity, problem.message) == ("error", "'growth' is for no stated time")
    assert (problem.place.line, problem.place.column) == (3, asking.splitlines()[2].index("{growth:when}") + 1)


def test_the_good_folder_has_no_problem(tmp_path: Path) -> None:
    assert problems_in(write_files(tmp_path, GOOD)) == ()
