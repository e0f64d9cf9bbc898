"""What a check found and what a build made, as JSON's own types and bytes, and back: still said in every language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from reportgen.messages import Message, as_data, from_data
from reportgen.output_files import Built, Pagination
from reportgen.problems import Certainty, Edit, Evidence, Ignored, Place, Problem, Severity, Verdict
from reportgen.progress import Step
from reportgen.recall import Told
from reportgen.records import record

Heard = Step | Problem | Message
"""What a build tells while it runs: a step, or a warning."""


@record
class Result:
    """Something in JSON's own types, and the bytes of files."""

    told: Any
    files: tuple[bytes, ...] = ()


def data_of_told(told: Told) -> Result:
    """What checks told of a part; TypeError where JSON cannot keep it."""
    return Result({"problems": [*map(_data_of_problem, told.problems)], "left": told.left})


def told_of(result: Result) -> Told:
    """What was told and kept so."""
    return Told(tuple(map(_problem_of, result.told["problems"])), result.told["left"])


def data_of_verdict(verdict: Verdict) -> Result:
    """A check's verdict; TypeError where JSON cannot keep it."""
    ignored = [[_data_of_problem(each.problem), as_data(each.reason)] for each in verdict.ignored]
    return Result({"problems": [*map(_data_of_problem, verdict.problems)], "ignored": ignored})


def verdict_of(result: Result) -> Verdict:
    """The verdict that was kept so."""
    ignored = (Ignored(_problem_of(problem), from_data(reason)) for problem, reason in result.told["ignored"])
    return Verdict(tuple(map(_problem_of, result.told["problems"])), tuple(ignored))


def data_of_build(built: Sequence[Built], heard: Sequence[Heard]) -> Result:
    """What a build made and told; TypeError where JSON cannot keep it."""
    files = [[one.edition, one.file, one.pages, _data_of_pagination(one.pagination)] for one in built]
    return Result({"files": files, "heard": [*map(_data_of_heard, heard)]}, tuple(one.data for one in built))


def build_of(result: Result) -> tuple[tuple[Built, ...], tuple[Heard, ...]]:
    """The files that were kept so, and what was told while they were made."""
    told = zip(result.told["files"], result.files, strict=True)
    built = (
        Built(edition, file, data, pages, pagination=_pagination_of(pagination))
        for (edition, file, pages, pagination), data in told
    )
    return tuple(built), tuple(map(_heard_of, result.told["heard"]))


def _data_of_pagination(told: Pagination | None) -> list[object] | None:
    return None if told is None else [told.estimated, [*told.fonts], told.off_by]


def _pagination_of(data: Any) -> Pagination | None:
    return None if data is None else Pagination(data[0], tuple(data[1]), data[2])


def _data_of_heard(heard: Heard) -> object:
    if isinstance(heard, Step):
        return {"step": [heard.number, heard.total, as_data(heard.text)]}
    return {"problem": _data_of_problem(heard)} if isinstance(heard, Problem) else {"message": as_data(heard)}


def _heard_of(data: Any) -> Heard:
    if "step" in data:
        number, total, text = data["step"]
        return Step(number, total, from_data(text))
    return _problem_of(data["problem"]) if "problem" in data else cast("Message", from_data(data["message"]))


def _data_of_problem(problem: Problem) -> dict[str, object]:
    return {
        "code": problem.code,
        "severity": problem.severity,
        "certainty": problem.certainty,
        "place": _data_of_place(problem.place),
        "end": _data_of_place(problem.end),
        "message": as_data(problem.message),
        "hint": as_data(problem.hint),
        "evidence": [
            [as_data(each.what), as_data(each.value), _data_of_place(each.place)] for each in problem.evidence
        ],
        "edits": [
            [_data_of_place(each.start), _data_of_place(each.end), each.text, each.safe] for each in problem.edits
        ],
    }


def _problem_of(data: Any) -> Problem:
    return Problem(
        data["code"],
        Severity(data["severity"]),
        Certainty(data["certainty"]),
        _known_place_of(data["place"]),
        _place_of(data["end"]),
        from_data(data["message"]),
        from_data(data["hint"]),
        tuple(Evidence(from_data(what), from_data(value), _place_of(place)) for what, value, place in data["evidence"]),
        tuple(Edit(_known_place_of(a), _known_place_of(b), text, safe) for a, b, text, safe in data["edits"]),
    )


def _data_of_place(place: Place | None) -> list[object] | None:
    return None if place is None else [place.file, place.line, place.column, place.sheet]


def _place_of(data: Any) -> Place | None:
    return None if data is None else _known_place_of(data)


def _known_place_of(data: Any) -> Place:
    return Place(*data)
