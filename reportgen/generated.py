"""The parts of the documentation that follow from the code: what stands between two comments of a Markdown file.

<!-- generated: NAME -->
…
<!-- end -->
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from reportgen.blocks import BLOCKS, Block
from reportgen.checks import CHECKS
from reportgen.problems import Rule, Severity
from reportgen.reference import (
    chart_field_table,
    chart_table,
    function_table,
    markdown_table,
    table_column_fields,
    table_fields,
    table_row_fields,
)
from reportgen.rules import every_rule

_PART = re.compile(r"(<!-- generated: (?P<name>[\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def generated(text: str) -> str:
    """The Markdown with every generated part as the code has it now. KeyError for a part that nothing makes."""
    return _PART.sub(lambda found: f"{found[1]}{PARTS[found['name']]()}{found[3]}", text)


# ---- blocks ------------------------------------------------------------------------


def block_table() -> str:
    """Every kind of block: what it is, and its fields."""
    return _table(
        ("block", "what it is", "fields"),
        ((f"`{name}`", str(block.about), _fields(block)) for name, block in BLOCKS.items()),
    )


def block_samples() -> str:
    """Every kind of block as it is typed."""
    lines = (line for block in BLOCKS.values() for line in block.sample.splitlines())
    return "\n" + "".join(f"    {line}\n" for line in lines) + "\n"


def _fields(block: type[Block]) -> str:
    """The fields that are wanted, and those that may stand besides."""
    if block.whole_field:
        return "its words, `{zh: …, en: …}`"
    fields: Mapping[str, Any] = block.model_fields
    wanted = [f"`{name}`" for name, field in fields.items() if field.is_required()]
    may = [f"`{name}`" for name, field in fields.items() if not field.is_required()]
    return "; ".join(filter(None, (", ".join(wanted), f"may have {', '.join(may)}" if may else ""))) or "none"


# ---- checks and rules --------------------------------------------------------------


def check_table() -> str:
    """Every check: what it looks at, and the concerns of its codes."""
    return _table(
        ("check", "what it looks at", "codes"),
        (
            (f"`{name}`", str(check.about), f"{len(rules)}: {', '.join(sorted(_concerns(rules)))}")
            for name, check in CHECKS.items()
            for rules in (check.every_rule(),)
        ),
    )


def _concerns(rules: Iterable[Rule]) -> set[str]:
    return {f"`{rule.code.partition('/')[0]}`" for rule in rules}


def rule_table() -> str:
    """Every code: how bad, how sure, and what the rule is."""
    return _table(
        ("code", "severity", "certainty", "rule"),
        (
            (f"[`{rule.code}`](#{_anchor(rule.code)})", _severity(rule), str(rule.certainty), str(rule.about))
            for rule in every_rule().values()
        ),
    )


def _severity(rule: Rule) -> str:
    return "error, can be ignored" if rule.ignorable and rule.severity is Severity.ERROR else str(rule.severity)


def _anchor(code: str) -> str:
    return code.replace("/", "")


def rule_examples() -> str:
    """Every code with an example of the slip and of the mend."""
    return "\n" + "\n".join(_example(rule) for rule in every_rule().values()) + "\n"


def _example(rule: Rule) -> str:
    head = f"### {rule.code}\n\n{rule.about}\n"
    if not rule.file:
        return f"{head}\nWrong: {rule.slip}. Right: {rule.mend}.\n"
    return f"{head}\nIn `{rule.file}`, wrong:\n\n{_lines(rule.slip)}\nright:\n\n{_lines(rule.mend)}"


def _lines(text: str) -> str:
    return "".join(f"    {line}\n" for line in text.splitlines() or ["(an empty file)"])


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    return markdown_table(head, (tuple(cell.replace("|", "\\|") for cell in row) for row in rows)) + "\n"


PARTS: dict[str, Callable[[], str]] = {
    "charts": lambda: chart_table() + "\n",
    "chart-fields": lambda: chart_field_table() + "\n",
    "table-fields": lambda: table_fields() + "\n",
    "table-columns": lambda: table_column_fields() + "\n",
    "table-rows": lambda: table_row_fields() + "\n",
    "blocks": block_table,
    "block-samples": block_samples,
    "functions": lambda: function_table() + "\n",
    "checks": check_table,
    "rules": rule_table,
    "rule-examples": rule_examples,
}
"""What makes each part."""
