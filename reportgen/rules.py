"""Every rule that content and templates keep: those of checks and blocks, and those of the readers.

A rule is declared where it is found broken; a check and a block name theirs, and the readers are listed here.
"""

from __future__ import annotations

import reportgen.blocks.reading
import reportgen.briefing_reader
import reportgen.charts.picture
import reportgen.checks.ignored
import reportgen.content.age
import reportgen.content.batch_rows
import reportgen.content.cell_entry
import reportgen.content.condition
import reportgen.content.data.csv_table
import reportgen.content.data.figure
import reportgen.content.data.query
import reportgen.content.data.table
import reportgen.content.data.workbook
import reportgen.content.entries
import reportgen.content.facts
import reportgen.content.family_entry
import reportgen.content.field_problems
import reportgen.content.files
import reportgen.content.filing
import reportgen.content.folder
import reportgen.content.row
import reportgen.content.sequential
import reportgen.content.source
import reportgen.content.stated
import reportgen.content.text
import reportgen.living.held.finding
import reportgen.living.pull.pull_rules
import reportgen.texts.refusal
import reportgen.word.ooxml.package_reader
import reportgen.word.template.adopt
from reportgen.checks import CHECKS
from reportgen.problems import Rule

READERS: tuple[tuple[Rule, ...], ...] = (
    reportgen.content.files.RULES,
    reportgen.content.source.RULES,
    reportgen.content.data.csv_table.RULES,
    reportgen.content.entries.RULES,
    reportgen.content.field_problems.RULES,
    reportgen.content.text.RULES,
    reportgen.content.age.RULES,
    reportgen.content.filing.RULES,
    reportgen.content.folder.RULES,
    reportgen.content.row.RULES,
    reportgen.content.condition.RULES,
    reportgen.content.batch_rows.RULES,
    reportgen.content.facts.RULES,
    reportgen.content.stated.RULES,
    reportgen.content.sequential.RULES,
    reportgen.content.family_entry.RULES,
    reportgen.content.cell_entry.RULES,
    reportgen.content.data.figure.RULES,
    reportgen.content.data.query.RULES,
    reportgen.content.data.table.RULES,
    reportgen.content.data.workbook.RULES,
    reportgen.briefing_reader.RULES,
    reportgen.blocks.reading.RULES,
    reportgen.charts.picture.RULES,
    reportgen.word.ooxml.package_reader.RULES,
    reportgen.word.template.adopt.RULES,
    reportgen.living.pull.pull_rules.RULES,
    reportgen.texts.refusal.RULES,
    reportgen.living.held.finding.RULES,
    reportgen.checks.ignored.RULES,
)
"""The rules of what reads content and templates, and of the comments in them."""


def every_rule() -> dict[str, Rule]:
    """All rules by their codes, in the order of the codes."""
    listed = [rule for rules in READERS for rule in rules]
    listed += [rule for check in CHECKS.values() for rule in check.every_rule()]
    return {rule.code: rule for rule in sorted(listed, key=lambda rule: rule.code)}
