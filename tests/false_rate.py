"""How often each check is wrong on sound content: `python -m tests.false_rate` measures it and writes docs/checks.md.

Sound are the shipped briefing, the starter, the folders of tests/cases, and every pair of sentences in
tests/numbers that agrees, each as a paragraph of its own. Whatever is told of them is a false alarm.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from reportgen.briefing_reader import read_briefing, read_look
from reportgen.checks import CHECKS, Subject
from reportgen.content.entries import Text, walk
from reportgen.content.model import Briefing
from tests.content import GOOD, write_files
from tests.numbers.cases import cases

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs/checks.md"
PART = re.compile(r"(<!-- measured: python -m tests.false_rate -->\n).*?(<!-- end -->)", re.DOTALL)
FOLDERS = (ROOT / "content", ROOT / "reportgen/starter", *sorted((ROOT / "tests/cases").glob("*/")))


def main() -> None:
    """Measure, and put the table into the documentation."""
    alarms: Counter[tuple[str, str]] = Counter()
    texts = 0
    with tempfile.TemporaryDirectory() as folder:
        for briefing in _sound(Path(folder)):
            texts += sum(isinstance(leaf, Text) for section in briefing.sections for leaf in walk(section.blocks))
            subject = Subject(briefing, read_look("modern"))
            for name, check in CHECKS.items():
                for problem in check.problems(subject):
                    alarms[name, problem.severity] += 1
                    print(f"{name}: {problem}", file=sys.stderr)
    rows = "".join(_row(name, alarms[name, "error"], alarms[name, "warning"], texts) for name in CHECKS)
    table = (
        f"`python -m tests.false_rate` ran every check over {texts} sound texts: the shipped briefing, the starter, "
        "the folders of\ntests/cases, and the pairs of sentences in tests/numbers that agree.\n\n"
        f"| check | false errors | false warnings | of the texts |\n| --- | --- | --- | --- |\n{rows}"
    )
    DOCS.write_text(PART.sub(rf"\1{table}\2", DOCS.read_text(encoding="utf-8")), encoding="utf-8")
    print(table)


def _row(name: str, errors: int, warnings: int, texts: int) -> str:
    return f"| `{name}` | {errors} | {warnings} | {(errors + warnings) / texts:.1%} |\n"


def _sound(folder: Path) -> Iterator[Briefing]:
    """Every sound briefing; the pairs of sentences are one, in which no fact is named."""
    for path in FOLDERS:
        if (path / "briefing.yaml").exists():
            yield read_briefing(path)
    pairs = [case for case in cases("pair_cases", "goldens.yaml", "pairs.yaml") if case["agree"]]
    section = GOOD["sections/one.yaml"] + "".join(_paragraph(case["zh"], case["en"]) for case in pairs)
    yield read_briefing(write_files(folder, {**GOOD, "sections/one.yaml": section}))


def _paragraph(zh: str, en: str) -> str:
    return f"- text: {{zh: {_quoted(zh)}, en: {_quoted(en)}}}\n"


def _quoted(text: str) -> str:
    """A YAML text whose signs are no markup."""
    plain = text.replace("{", "{{").replace("}", "}}").replace("[", "\\[").replace("]", "\\]").replace("*", "\\*")
    return "'" + plain.replace("'", "''") + "'"


if __name__ == "__main__":
    main()
