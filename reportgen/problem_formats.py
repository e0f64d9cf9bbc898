"""Problems as other programs read them: JSON, SARIF 2.1.0, and the annotations of GitHub's runners.

Files are told from where the command runs. Columns count characters, but in SARIF UTF-16 units, which its readers count
whatever a log says. What a person reads in a terminal is problems.py's.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from reportgen import __version__
from reportgen.messages import Message, msg, said
from reportgen.problems import LINE_BREAK, Certainty, Edit, Place, Problem, Rule, Verdict

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_PRECISION = {Certainty.CERTAIN: "very-high", Certainty.LIKELY: "high", Certainty.POSSIBLE: "medium"}
"""How sure a rule is, in the words that code scanning sorts by."""


# ---- JSON --------------------------------------------------------------------------


def as_json(verdict: Verdict, _tongue: str) -> str:
    """One object: the problems, and those that are ignored with their reasons; in English, whoever runs it."""
    fields = {
        "problems": [as_data(problem) for problem in verdict.problems],
        "ignored": [{**as_data(each.problem), "reason": each.reason} for each in verdict.ignored],
    }
    return json.dumps(fields, ensure_ascii=False, indent=2)


def as_data(problem: Problem) -> dict[str, Any]:
    """A problem as plain values, in English."""
    return {
        "code": problem.code,
        "severity": str(problem.severity),
        "certainty": str(problem.certainty),
        "place": _json_place(problem.place),
        "end": _json_place(problem.end),
        "message": str(problem.message),
        "hint": str(problem.hint),
        "evidence": [
            {"what": str(each.what), "value": str(each.value), "place": _json_place(each.place)}
            for each in problem.evidence
        ],
        "edits": [
            {"start": _json_place(edit.start), "end": _json_place(edit.end), "text": edit.text, "safe": edit.safe}
            for edit in problem.edits
        ],
    }


def _json_place(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    cell = {"sheet": place.sheet, "cell": place.cell} if place.sheet else {}
    return {"file": place.file, "line": place.line, "column": place.column, **cell}


# ---- SARIF -------------------------------------------------------------------------


def as_sarif(verdict: Verdict, tongue: str) -> str:
    """One run as SARIF 2.1.0; what is ignored is a suppressed result. The rules are those that were told."""
    from reportgen.rules import every_rule  # here, since it loads all that has rules

    ignored = [(each.problem, each.reason) for each in verdict.ignored]
    results = [*((problem, "") for problem in verdict.problems), *ignored]
    _lines.cache_clear()  # the files may have changed since the last log
    known = every_rule()
    codes = sorted({problem.code for problem, _ in results})
    shown = [_sarif_result(problem, codes.index(problem.code), reason, tongue) for problem, reason in results]
    return sarif_log([known[code] for code in codes], shown, tongue)


def sarif_log(rules: Sequence[Rule], results: Sequence[dict[str, Any]], tongue: str) -> str:
    """A log of one run; each result names its rule by its place among the rules."""
    driver = {
        "name": "reportgen",
        "version": __version__,
        "rules": [_sarif_rule(rule, tongue) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "language": {"zh": "zh-CN"}.get(tongue, tongue),  # the schema knows no scripts
        "columnKind": "utf16CodeUnits",
        "results": results,
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _sarif_rule(rule: Rule, tongue: str) -> dict[str, Any]:
    about = str(said(rule.about, tongue))
    if not rule.slip:
        return _sarif_head(rule, about, {"text": about})
    slip, mend = said(msg("wrong:"), tongue), said(msg("right:"), tongue)
    example = {
        "text": f"{about}\n\n{slip}\n{rule.slip}\n\n{mend}\n{rule.mend}\n",
        "markdown": f"{about}\n\n{slip}\n\n```yaml\n{rule.slip}\n```\n\n{mend}\n\n```yaml\n{rule.mend}\n```\n",
    }
    return _sarif_head(rule, about, example)


def _sarif_head(rule: Rule, about: str, help_text: dict[str, str]) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": about},
        "help": help_text,
        "defaultConfiguration": {"level": str(rule.severity)},
        "properties": {"precision": _PRECISION[rule.certainty]},
    }


def _sarif_result(problem: Problem, index: int, reason: str, tongue: str) -> dict[str, Any]:
    text = said(problem.message, tongue)
    if problem.hint:
        text = said(msg("{message} ({hint})", message=problem.message, hint=problem.hint), tongue)
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": str(problem.severity),
        "message": {"text": text},
        "locations": [_sarif_location(problem.place, problem.end, tongue)],
        "suppressions": [{"kind": "inSource", "justification": reason}] if reason else [],
        "properties": {"certainty": str(problem.certainty)},
    }
    if related := [(each, each.place) for each in problem.evidence if each.place]:
        result["relatedLocations"] = [
            {
                **_sarif_location(place, None, tongue),
                "id": number,
                "message": {"text": ": ".join(filter(None, (said(each.what, tongue), said(each.value, tongue))))},
            }
            for number, (each, place) in enumerate(related, 1)
        ]
    if problem.edits:
        description = problem.hint or msg("mend it")
        result["fixes"] = [{"description": {"text": said(description, tongue)}, "artifactChanges": _changes(problem)}]
    return result


def _sarif_location(place: Place, end: Place | None, tongue: str) -> dict[str, Any]:
    if place.sheet:  # regions are of lines of text, and a workbook has none
        named = {"name": place.cell or place.sheet, "fullyQualifiedName": place.told(tongue).partition("#")[2]}
        return {
            "physicalLocation": physical_place(Place(place.file), None),
            "logicalLocations": [named],
            "message": {"text": said(_in_sheet(place), tongue)},
        }
    return {"physicalLocation": physical_place(place, end)}


def _in_sheet(place: Place) -> Message:
    if not place.cell:
        return msg("sheet {sheet}", sheet=place.sheet)
    return msg("sheet {sheet}, cell {cell}", sheet=place.sheet, cell=place.cell)


def physical_place(place: Place, end: Place | None) -> dict[str, Any]:
    """The file, and the lines and columns where it has some."""
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.file)}}
    if place.line:
        physical["region"] = _region(place, end)
    return physical


def _region(start: Place, end: Place | None) -> dict[str, int]:
    region = {"startLine": start.line}
    if start.column:
        region["startColumn"] = _utf16(start)
    if end is not None:
        region |= {"endLine": end.line, "endColumn": _utf16(end)}
    return region


def _utf16(place: Place) -> int:
    """A column in UTF-16 units: characters beyond the 16 bits, such as 𠮷, are two."""
    lines = _lines(place.file)
    before = lines[place.line - 1][: place.column - 1] if place.line <= len(lines) else ""
    return place.column + sum(character > "\uffff" for character in before)


@lru_cache(maxsize=64)
def _lines(file: str) -> list[str]:
    """The lines of a file that problems stand in; none of one that is no text."""
    try:
        text = Path(file).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return []
    return LINE_BREAK.split(text)


def _changes(problem: Problem) -> list[dict[str, Any]]:
    by_file: dict[str, list[Edit]] = {}
    for edit in problem.edits:
        by_file.setdefault(edit.start.file, []).append(edit)
    return [
        {
            "artifactLocation": {"uri": _uri(file)},
            "replacements": [
                {"deletedRegion": _region(edit.start, edit.end), "insertedContent": {"text": edit.text}}
                for edit in edits
            ],
        }
        for file, edits in by_file.items()
    ]


def _uri(file: str) -> str:
    """The file from where the command runs, percent-encoded; a file elsewhere by its whole address."""
    path = Path(file)
    if path.is_absolute():
        try:
            path = path.relative_to(Path.cwd())
        except ValueError:
            return path.as_uri()
    return quote(path.as_posix(), safe="/")


# ---- GitHub ------------------------------------------------------------------------


def as_github(verdict: Verdict, tongue: str) -> str:
    """A workflow command a line: what GitHub shows beside the changed lines of a pull request."""
    return "\n".join(_annotation(problem, tongue) for problem in verdict.problems)


def _annotation(problem: Problem, tongue: str) -> str:
    place, end = problem.place, problem.end
    where: dict[str, object] = {"file": Path(place.file).as_posix()}
    if place.line and not place.sheet:
        where["line"] = place.line
        if place.column:
            where["col"] = place.column
        if end is not None:
            where |= {"endLine": end.line, "endColumn": end.column}
    where["title"] = problem.code
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in where.items())
    text = said(problem.message, tongue)
    if problem.hint:
        text = said(msg("{message} ({hint})", message=problem.message, hint=problem.hint), tongue)
    if place.sheet:
        text = f"{said(_in_sheet(place), tongue)}: {text}"
    return f"::{problem.severity} {properties}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: Mapping[str, Callable[[Verdict, str], str]] = {"json": as_json, "sarif": as_sarif, "github": as_github}
"""What `check --format` writes to standard output; `text`, for people, goes to standard error."""
