"""Bad content is told in place: each file in tests/bad carries the mistakes it makes, at the end of their lines.

The first line names the file that it stands for in an otherwise good folder. `# error[facts/unreadable]: 14 words`
expects an error of this code at column 14 of that line whose message holds the words; `# warning[…]: …` likewise. What
is not expected must not be told, in no file of the folder: one slip is one problem.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reportgen.briefing_reader import read_briefing
from reportgen.checks import check
from reportgen.problems import ContentError, Problem
from tests.content import GOOD, write_files

CHART = "- chart: {id: z, kind: step, title: {zh: 甲, en: A}, data: DATA, x: date, y: zones, unit: 家}\n"
BAD = sorted((Path(__file__).parent / "bad").glob("*.*"))
EXPECTATION = re.compile(r"# (error|warning)\[([\w/-]+)\]: (\d+) (.+?)(?= # (?:error|warning)\[|$)")


def problems_in(folder: Path) -> tuple[Problem, ...]:
    """Everything that reading and checking the folder tells."""
    try:
        return check(read_briefing(folder))
    except ContentError as error:
        return error.problems


def expected_in(text: str) -> list[tuple[str, str, int, int, str]]:
    """What a file says of itself: severity, code, line, column and words."""
    return [
        (severity, code, line, int(column), words)
        for line, content in enumerate(text.split("\n"), 1)
        for severity, code, column, words in EXPECTATION.findall(content)
    ]


def with_file(name: str, text: str) -> dict[str, str]:
    """The good folder with one file replaced. A table has no comments, and wants a chart to be read."""
    if not name.startswith("data/"):
        return {**GOOD, name: text}
    section = GOOD["sections/one.yaml"] + CHART.replace("DATA", name.removeprefix("data/"))
    bare = "".join(EXPECTATION.sub("", line).rstrip() + "\n" for line in text.splitlines())
    return {**GOOD, "sections/one.yaml": section, name: bare}


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_mistake_is_told_where_it_stands(path: Path, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    first, _, rest = text.partition("\n")
    name = first.removeprefix("# file: ")
    folder = write_files(tmp_path, with_file(name, rest))
    expected = expected_in(rest)
    assert expected, "a bad file says what it expects"
    found = problems_in(folder)
    unmet = [
        (severity, code, line, column, words)
        for severity, code, line, column, words in expected
        if not any(
            (p.severity, p.code, p.place) == (severity, code, (type(p.place))(str(folder / name), line, column))
            and words in f"{p.message} {p.hint}"
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
    assert len(set(places)) == len(places) == 12  # a name that both languages of a text get wrong is one problem


def test_the_time_of_a_fact_that_is_for_none_is_told_where_it_is_asked_for(tmp_path: Path) -> None:
    facts = GOOD["facts.yaml"].replace(" when: 2025-Q1,", "")
    asking = GOOD["sections/one.yaml"].replace("，{growth}。", "，{growth}（{growth:when}）。")
    (problem,) = problems_in(write_files(tmp_path, {**GOOD, "facts.yaml": facts, "sections/one.yaml": asking}))
    assert (problem.severity, problem.message) == ("error", "'growth' is for no stated time")
    assert (problem.place.line, problem.place.column) == (3, asking.splitlines()[2].index("{growth:when}") + 1)


def test_the_good_folder_has_no_problem(tmp_path: Path) -> None:
    assert problems_in(write_files(tmp_path, GOOD)) == ()


def test_a_section_behind_the_first_has_a_title(tmp_path: Path) -> None:
    about = GOOD["briefing.yaml"].replace("[one]", "[one, two]")
    files = {**GOOD, "briefing.yaml": about, "sections/two.yaml": "blocks: [{metrics: [output, growth]}]\n"}
    (problem,) = problems_in(write_files(tmp_path / "second", files))
    assert (problem.code, problem.place.line) == ("sections/title", 1)
    assert problem.place.file.endswith("sections/two.yaml")
    untitled = GOOD["sections/one.yaml"].removeprefix("title: {zh: 一, en: One}\n")
    assert problems_in(write_files(tmp_path / "first", {**GOOD, "sections/one.yaml": untitled})) == ()
