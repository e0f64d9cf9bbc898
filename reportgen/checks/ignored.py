"""What authors ignore, and when they may: any warning, and errors that cannot let a wrong figure through.

An ignored error of any other rule would let a build print a figure that is wrong, or fail. So it is told all the same,
and so is the comment.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportgen.content.ignore import Ignore
from reportgen.messages import msg
from reportgen.problems import Ignored, Problem, Rule, Severity, Verdict, in_order

NO_REASON = Rule(
    "ignore/no-reason",
    msg("A comment that ignores problems names their codes and gives a reason; else it ignores nothing."),
    Severity.WARNING,
    file="sections/one.yaml",
    slip="- text: {zh: 甲, en: A}  # reportgen: ignore[figures/typed]",
    mend="- text: {zh: 增速7.1%。, en: Growth was 7.1%.}  # reportgen: ignore[figures/typed] because it is another",
)
NOTHING = Rule(
    "ignore/nothing",
    msg("A comment that ignores problems ignores one."),
    Severity.WARNING,
    file="sections/one.yaml",
    slip="- text: {zh: 甲, en: A}  # reportgen: ignore[figures/typed] because it is another growth",
    mend="- text: {zh: 甲, en: A}",
)
NEVER = Rule(
    "ignore/error",
    msg("No comment ignores an error that could let a wrong figure through."),
    Severity.WARNING,
    file="sections/one.yaml",
    slip="- metrics: [growht]  # reportgen: ignore[facts/unknown] because it comes later",
    mend="- metrics: [growth]",
)
RULES = (NO_REASON, NOTHING, NEVER)

IGNORABLE: frozenset[str] = frozenset({"figures/unequal", "terms/forbidden"})
"""The codes of errors that can be ignored; rules.py holds them against the rules that say so."""


def judged(found: Iterable[Problem], ignores: Sequence[Ignore], *, whole: bool) -> Verdict:
    """The problems with the author's comments applied, and what is wrong with the comments.

    Where not the `whole` of the checks has run, a comment may only seem to be for nothing.
    """
    problems: list[Problem] = []
    passed: list[Ignored] = []
    served: set[Ignore] = set()
    for problem in in_order(found):
        covers = next((each for each in ignores if each.reason and each.covers(problem.code, problem.place)), None)
        if covers is None:
            problems.append(problem)
            continue
        served.add(covers)
        if problem.severity is Severity.WARNING or problem.code in IGNORABLE:
            passed.append(Ignored(problem, covers.reason))
            continue
        problems.append(problem)
        message = msg("errors of {code} cannot be ignored", code=problem.code)
        problems.append(NEVER.broken(covers.place, message, msg("mend it, and take this comment out"), end=covers.end))
    problems += [problem for each in ignores if (problem := _wrong(each, served, whole=whole))]
    return Verdict(in_order(problems), tuple(passed))


def _wrong(ignore: Ignore, served: set[Ignore], *, whole: bool) -> Problem | None:
    if not ignore.reason:
        hint = msg("write # reportgen: ignore[code] because …")
        return NO_REASON.broken(
            ignore.place, msg("this comment ignores nothing without a code and a reason"), hint, end=ignore.end
        )
    if ignore in served or not whole:
        return None
    return NOTHING.broken(ignore.place, msg("this comment ignores no problem"), msg("take it out"), end=ignore.end)
