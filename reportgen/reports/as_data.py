"""Differences as JSON and as SARIF 2.1.0, for programs; docs/compare.md tells what each field holds.

In English and Chinese at once where words are told, whoever runs it; SARIF, which has one language, in that of the run.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from reportgen.comparison.report import RULES
from reportgen.differences import Difference, Side
from reportgen.messages import TONGUES, msg, said
from reportgen.problem_formats import physical_place, sarif_log
from reportgen.problems import Place

VERSION = 1
"""Of the form of the JSON: it rises when a field changes its meaning or goes."""


# ---- JSON --------------------------------------------------------------------------


def as_json(differences: Sequence[Difference], sources: Sequence[str]) -> str:
    """One object: the sources, how many differences there are, and each with both its sides."""
    errors = sum(each.severity == "error" for each in differences)
    report = {
        "version": VERSION,
        "sources": [{"file": source} for source in sources],
        "errors": errors,
        "warnings": len(differences) - errors,
        "differences": [_json(each) for each in differences],
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def _json(difference: Difference) -> dict[str, Any]:
    return {
        "code": difference.code,
        "change": str(difference.change),
        "severity": str(difference.severity),
        "certainty": str(difference.certainty),
        "message": {tongue: str(said(difference.message, tongue)) for tongue in TONGUES},
        "suggestion": difference.suggestion,
        "first": json_side(difference.first),
        "second": json_side(difference.second),
        "again": [{"first": json_side(first), "second": json_side(second)} for first, second in difference.again],
    }


def json_side(side: Side | None) -> dict[str, Any] | None:
    """A side as plain values; None for none."""
    if side is None:
        return None
    return {
        "source": side.source,
        "language": side.language,
        "place": {tongue: str(said(side.place, tongue)) for tongue in TONGUES},
        "page": side.page or None,
        "line": side.line or None,
        "quote": side.quote,
        "mark": [side.mark, side.mark_end] if side.mark < side.mark_end else None,
        "figure": side.figure.as_mapping() if side.figure else None,
    }


# ---- SARIF -------------------------------------------------------------------------


def as_sarif(differences: Sequence[Difference], sources: Sequence[str], tongue: str) -> str:
    """One run: a result a difference, at its place in the second text, related to that in the first."""
    known = {rule.code: rule for rule in RULES}
    codes = sorted({each.code for each in differences})
    results = [_result(each, codes.index(each.code), sources, tongue) for each in differences]
    return sarif_log([known[code] for code in codes], results, tongue)


def _result(difference: Difference, index: int, sources: Sequence[str], tongue: str) -> dict[str, Any]:
    text = str(said(difference.message, tongue))
    if difference.suggestion:
        text = said(msg("{message} ({hint})", message=difference.message, hint=difference.suggestion), tongue)
    pairs = ((difference.first, difference.second), *difference.again)
    main = [second or first for first, second in pairs]
    related = [first for first, second in pairs if first and second]
    result: dict[str, Any] = {
        "ruleId": difference.code,
        "ruleIndex": index,
        "level": str(difference.severity),
        "message": {"text": text},
        "locations": [sarif_location(side, sources, tongue) for side in main if side][:1],
        "partialFingerprints": {"figures/v1": _fingerprint(difference)},
        "properties": {"certainty": str(difference.certainty), "change": str(difference.change)},
    }
    further = [*related, *(side for side in main[1:] if side)]
    if further:
        result["relatedLocations"] = [
            {"id": number, **sarif_location(side, sources, tongue)} for number, side in enumerate(further, 1)
        ]
    return result


def sarif_location(side: Side, sources: Sequence[str], tongue: str) -> dict[str, Any]:
    """Where a side stands: its file, its line where it has one, and in words, with the sentence that is meant."""
    place = Place(sources[side.source], side.line)
    location: dict[str, Any] = {"physicalLocation": physical_place(place, None)}
    if side.line and side.quote:
        location["physicalLocation"]["region"]["snippet"] = {"text": side.quote}
    words = str(said(side.place, tongue))
    if side.quote:
        words = said(msg("{place}: {sentence}", place=side.place, sentence=side.quote), tongue)
    return {**location, "message": {"text": words}}


def _fingerprint(difference: Difference) -> str:
    """The same for the same difference in later runs, wherever its paragraph has moved to."""
    sides = (difference.first, difference.second)
    told = [difference.code, *(side.quote if side else "" for side in sides)]
    return hashlib.sha256("\0".join(told).encode()).hexdigest()[:16]
