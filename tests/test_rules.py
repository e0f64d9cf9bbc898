"""Every rule of the program has a code of its own, a row and an example in the docs, and a case that breaks it."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

import pytest

import reportgen
from reportgen.generated import generated
from reportgen.problems import Rule
from reportgen.rules import every_rule
from tests.content import GOOD, write_files
from tests.slips import SLIPS, example
from tests.test_bad_content import BAD, expected_in, problems_in

DOCS = Path(reportgen.__file__).parent.parent / "docs"
RULES = every_rule()
SHOWN = {code: rule for code, rule in RULES.items() if rule.file}
ELSEWHERE = {
    **dict.fromkeys(("pull/conflict", "pull/figure", "pull/words", "pull/structure"), "tests/living/test_pull.py"),
    "accessible/levels": "tests/test_delivery.py",
    "accessible/chart-words": "tests/test_delivery.py",
    "template/faint": "tests/word/test_doctor.py",
    "template/notes-in-columns": "tests/word/test_notes_in_columns.py",
    "template/adopted": "tests/word/test_master.py",
    "word/unusable": "tests/word/test_reader.py",
    "texts/unreadable": "tests/test_texts.py",
    "charts/undrawable": "tests/charts/test_problems.py",
    "sections/title": "tests/test_bad_content.py",
    "terms/missing": "tests/test_terms.py",
    "terms/forbidden": "tests/test_terms.py",
    "terms/spelling": "tests/test_terms.py",
    "terms/not-introduced": "tests/test_terms.py",
    "batch/key": "tests/test_batch.py",
    "batch/row-key": "tests/test_batch.py",
    "batch/file-name": "tests/test_batch.py",
    "batch/no-rows": "tests/test_batch.py",
    "batch/too-large": "tests/test_batch.py",
    "batch/failed": "tests/test_batch.py",
    "row/no-column": "tests/test_rows.py",
    "row/empty": "tests/test_rows.py",
    "row/condition": "tests/test_rows.py",
    "figures/altered": "tests/living/test_verify.py",
    "figures/outdated": "tests/living/test_verify.py",
    "figures/contradicting": "tests/living/test_verify.py",
    "figures/repeated": "tests/living/test_verify.py",
    "figures/one-language": "tests/living/test_verify.py",
    "charts/altered": "tests/living/test_verify.py",
    "charts/outdated": "tests/living/test_verify.py",
    "charts/workbook": "tests/living/test_verify.py",
    "charts/picture": "tests/living/test_verify.py",
    "charts/compressed": "tests/living/test_verify.py",
    "contents/outdated": "tests/living/test_verify.py",
}
"""Rules that no content folder can break on its own, and the tests that break them."""


WITH = {"ignore/error": ["facts/unknown"]}
"""What an example must break besides: an error that is ignored is still there."""


def rules_in_modules() -> Iterator[Rule]:
    """Every rule that a module of the package declares, alone or among others."""
    for module in pkgutil.walk_packages(reportgen.__path__, "reportgen."):
        if module.name.endswith("__main__"):
            continue
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, Rule):
                yield value
            elif isinstance(value, Mapping):
                inner = cast("Mapping[object, object]", value).values()
                yield from (one for one in inner if isinstance(one, Rule))


def test_every_rule_is_known_and_has_a_code_of_its_own() -> None:
    declared = {id(rule): rule for rule in rules_in_modules()}.values()
    codes = sorted(rule.code for rule in declared)
    assert codes == sorted(set(codes))
    assert codes == sorted(RULES)


@pytest.mark.parametrize("code", RULES)
def test_a_code_is_a_concern_and_a_slip(code: str) -> None:
    assert re.fullmatch(r"[a-z]+/[a-z]+(?:-[a-z]+)*", code)


@pytest.mark.parametrize("rule", SHOWN.values(), ids=SHOWN)
def test_an_example_gives_its_code_alone_and_the_mend_gives_nothing(rule: Rule, tmp_path: Path) -> None:
    told = problems_in(example(tmp_path / "slip", rule, rule.slip))
    assert [problem.code for problem in told] == [*WITH.get(rule.code, ()), rule.code], "\n".join(map(str, told))
    left = [str(problem) for problem in problems_in(example(tmp_path / "mend", rule, rule.mend))]
    assert left == []


@pytest.mark.parametrize("code", SLIPS)
def test_a_slip_that_no_lines_can_show_is_told_alone(code: str, tmp_path: Path) -> None:
    folder = write_files(tmp_path, GOOD)
    SLIPS[code](folder)
    told = problems_in(folder)
    assert [problem.code for problem in told] == [code], "\n".join(map(str, told))


def test_every_code_is_told_by_a_case() -> None:
    told = {code for path in BAD for _, code, _, _, _ in expected_in(path.read_text(encoding="utf-8"))}
    assert {*told, *SLIPS, *ELSEWHERE} == set(RULES)


def test_the_docs_are_as_the_code_has_them() -> None:
    for path in DOCS.glob("*.md"):
        text = path.read_text(encoding="utf-8")
        assert generated(text) == text, f"run python -m reportgen docs: {path.name} is behind the code"


@pytest.mark.parametrize("code", RULES)
def test_every_code_has_a_row_and_an_example_in_the_docs(code: str) -> None:
    text = (DOCS / "checks.md").read_text(encoding="utf-8")
    assert f"| [`{code}`](#" in text
    assert f"### {code}\n" in text
