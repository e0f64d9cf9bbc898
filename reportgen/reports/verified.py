"""What verify found as JSON, as SARIF 2.1.0 and as comments in a copy of the file; docs/living.md tells each field.

In English and Chinese at once where words are told, whoever runs it; SARIF, which has one language, in that of the run.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reportgen.living.held.finding import RULES, Finding
from reportgen.messages import TONGUES, Message, msg, said
from reportgen.problem_formats import sarif_log
from reportgen.problems import SEVERITIES
from reportgen.reports.as_data import json_side, sarif_location
from reportgen.reports.commented import AUTHOR, INITIALS
from reportgen.word.comments import Comment, with_comments

VERSION = 1
"""Of the form of the JSON: it rises when a field changes its meaning or goes."""


def as_json(findings: Sequence[Finding], sources: Sequence[str]) -> str:
    """One object: the files and whether each holds, how many findings there are, and each with its place."""
    failed = {each.side.source for each in findings if each.severity == "error"}
    errors = sum(each.severity == "error" for each in findings)
    report = {
        "version": VERSION,
        "files": [{"file": source, "holds": number not in failed} for number, source in enumerate(sources)],
        "errors": errors,
        "warnings": len(findings) - errors,
        "findings": [_json(each) for each in findings],
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def _json(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "certainty": str(finding.certainty),
        "message": {tongue: str(said(finding.message, tongue)) for tongue in TONGUES},
        "fact": finding.fact or None,
        "was": finding.was or None,
        "is": finding.now or None,
        "should_be": finding.should or None,
        "at": json_side(finding.side),
    }


def as_sarif(findings: Sequence[Finding], sources: Sequence[str], tongue: str) -> str:
    """One run: a result a finding, at its file, its place told in words."""
    known = {rule.code: rule for rule in RULES}
    codes = sorted({each.code for each in findings})
    results = [_result(each, codes.index(each.code), sources, tongue) for each in findings]
    return sarif_log([known[code] for code in codes], results, tongue)


def _result(finding: Finding, index: int, sources: Sequence[str], tongue: str) -> dict[str, Any]:
    told = "\0".join((finding.code, finding.fact, finding.side.quote))
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": str(finding.severity),
        "message": {"text": str(said(_sentence(finding), tongue))},
        "locations": [sarif_location(finding.side, sources, tongue)],
        "partialFingerprints": {"figures/v1": hashlib.sha256(told.encode()).hexdigest()[:16]},
        "properties": {"certainty": str(finding.certainty)},
    }


def _sentence(finding: Finding) -> Message | str:
    """What was found, and what would be right where the message does not say it."""
    if not finding.should or finding.should in said(finding.message, "en"):
        return finding.message
    return msg("{sentence}; rightly: {right}", sentence=finding.message, right=finding.should)


def commented(file: Path, findings: Sequence[Finding]) -> bytes:
    """A copy of the file with a comment at each finding. WordFileError and OSError as readers have them."""
    return with_comments(file, [_comment(each) for each in findings], AUTHOR, INITIALS)


def _comment(finding: Finding) -> Comment:
    line = msg("{severity}: {message}", severity=SEVERITIES[finding.severity], message=_sentence(finding))
    lines = tuple((str(said(line, tongue)), tongue) for tongue in reversed(TONGUES))
    return Comment(finding.side.block, finding.side.start, finding.side.end, lines)
