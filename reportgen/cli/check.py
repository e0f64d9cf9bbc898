"""`check`: the problems of a content folder told to a person or to a program, and mended where that is safe."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.cli.build import content_argument, is_content, table_option
from reportgen.cli.tell import DONE, PROBLEMS, TONGUE, USAGE, Commands, counted, progress, say, tell
from reportgen.messages import listing, msg, plural
from reportgen.problems import ChoiceError, Evidence, Problem, Verdict, did_you_mean, stops

if TYPE_CHECKING:
    from reportgen.batch.run import Told

MOST_ROUNDS = 10
"""How often a mended folder is read again: a mend may bring to light what can be mended next."""

FORMATS = ("text", "json", "sarif", "github")

EPILOG = msg("""\
Codes are told in brackets behind each problem; docs/checks.md explains them.
In a content file, # reportgen: ignore[CODE] because … on its line, or on the line above a block, ignores a problem.
""")


def add(commands: Commands) -> None:
    """The command `check`, with its options."""
    about = msg("tell every problem of a content folder, and write nothing")
    check = commands.add_parser("check", help=about, description=about, epilog=EPILOG)
    content_argument(check)
    check.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help=msg("text for people, on standard error; json, sarif or github on standard output (default: text)"),
    )
    check.add_argument(
        "--select",
        metavar="CODES",
        action="append",
        type=_codes,
        default=[],
        help=msg("tell only these codes, or codes that begin so; comma-separated, may be repeated"),
    )
    check.add_argument(
        "--ignore",
        metavar="CODES",
        action="append",
        type=_codes,
        default=[],
        help=msg("leave these out, likewise"),
    )
    check.add_argument("--strict", action="store_true", help=msg("count warnings as errors for the exit code"))
    table_option(check, required=False)
    check.add_argument("--row", metavar="KEY", action="append", help=msg("only the row of this key; may be repeated"))
    check.add_argument("--fix", action="store_true", help=msg("mend in the files what can be mended safely"))
    check.set_defaults(run=_check)


def _codes(text: str) -> list[str]:
    return [code.strip() for code in text.split(",") if code.strip()]


def _check(options: argparse.Namespace) -> int:
    if not is_content(options.content):
        return USAGE
    select, ignore = ([code for codes in told for code in codes] for told in (options.select, options.ignore))
    if (select or ignore) and (unknown := _unknown([*select, *ignore])):
        say(unknown)
        return USAGE
    if options.table or options.row:
        return _rows(options, select, ignore)
    verdict = _judged(options.content, select, ignore)
    if options.fix:
        verdict = _fixed(options.content, verdict, select, ignore)
    if options.format == "text":
        tell(verdict.problems)
    else:
        _write(options.format, verdict)
    say(_summed(options.content, verdict))
    return PROBLEMS if stops(verdict.problems) or (options.strict and verdict.problems) else DONE


def _write(form: str, verdict: Verdict) -> None:
    from reportgen.problem_formats import FORMATS

    if written := FORMATS[form](verdict, TONGUE.get()):
        print(written)


def _rows(options: argparse.Namespace, select: list[str], ignore: list[str]) -> int:
    """Every row of a table checked, or those of some keys: what is wrong told with its row."""
    from reportgen.batch.run import Checking, check_rows
    from reportgen.cli.batch import Teller

    if not options.table:
        say(msg("a table and the key of a row go together: --table zones.csv --row KEY"))
        return USAGE
    if options.fix:
        say(msg("--fix mends a briefing; with --table, write what is told into the content or the table"))
        return USAGE
    teller, found = Teller(), dict[Problem, None]()
    failed = 0

    def hear(about: Told) -> None:
        nonlocal failed
        problems = _chosen(about.problems, select, ignore)
        failed += bool(about.trace) or stops(problems) or (options.strict and bool(problems))
        found.update(dict.fromkeys(_of_row(problem, about) for problem in problems))
        if options.format == "text":
            teller.tell(replace(about, problems=problems))

    try:
        with progress() as step:
            order = Checking(options.content, options.table, tuple(options.row or ()), os.cpu_count() or 1)
            count = check_rows(order, hear, step)
    except ChoiceError as error:
        say(str(error))
        return USAGE
    teller.sum_up()
    if options.format != "text":
        _write(options.format, Verdict(tuple(found), ()))
    rows = plural("{count} row", "{count} rows", count)
    wrong = plural("{count} row failed", "{count} rows failed", failed)
    say(msg("{what}: {count}", what=options.content, count=listing([rows, wrong], "unit")))
    return PROBLEMS if failed else DONE


def _of_row(problem: Problem, about: Told) -> Problem:
    """A problem with the row in which it was found beside it."""
    row = Evidence(msg("the row"), about.row.key, about.row.place)
    return replace(problem, evidence=(*problem.evidence, row))


def _unknown(codes: list[str]) -> str:
    """What to say of a code that no rule's begins with."""
    from reportgen.rules import every_rule

    known = every_rule()
    concerns = {code.partition("/")[0] for code in known}
    for code in codes:
        if not any(one.startswith(code) for one in known):
            hint = did_you_mean(code, known if "/" in code else concerns)
            return msg("no code begins with '{code}' ({hint})", code=code, hint=hint)
    return ""


def _judged(folder: Path, select: list[str], ignore: list[str]) -> Verdict:
    """All problems that were asked for."""
    from reportgen.results import check

    found = check(folder)
    return Verdict(_chosen(found.problems, select, ignore), found.ignored)


def _chosen(problems: Iterable[Problem], select: list[str], ignore: list[str]) -> tuple[Problem, ...]:
    """The problems whose codes are selected, all where none are, and not ignored; by codes or their beginnings."""
    return tuple(
        problem
        for problem in problems
        if (not select or problem.code.startswith(tuple(select))) and not problem.code.startswith(tuple(ignore))
    )


def _fixed(folder: Path, verdict: Verdict, select: list[str], ignore: list[str]) -> Verdict:
    """What is left after every safe mend; the files that were mended are told."""
    from reportgen.mends import mends
    from reportgen.output_files import put

    changed: list[Path] = []
    for _ in range(MOST_ROUNDS):
        files = mends(verdict.problems)
        if not files:
            break
        for path, data in files.items():
            mode = path.stat().st_mode
            put(path.resolve().parent, {path.resolve().name: data})
            path.chmod(mode)
        changed += files
        verdict = _judged(folder, select, ignore)
    if changed:
        say(msg("mended: {files}", files=listing(map(str, dict.fromkeys(changed)), "unit")))
    return verdict


def _summed(folder: Path, verdict: Verdict) -> str:
    """How many problems there are, and how many are ignored."""
    count = counted(verdict.problems)
    if verdict.ignored:
        ignored = plural("{count} ignored", "{count} ignored", len(verdict.ignored))
        count = msg("{told}, {ignored}", told=count, ignored=ignored)
    return msg("{what}: {count}", what=folder, count=count)
