"""How differences between two texts are told at a terminal: the figures marked, by color where there is one."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportgen.cli.tell import DONE, PROBLEMS, errors_and_warnings, told
from reportgen.cli.texts import plain_text
from reportgen.messages import Message, msg

if TYPE_CHECKING:
    from rich.text import Text

    from reportgen.differences import Difference, Side
    from reportgen.living.held.finding import Finding


def add_options(command: argparse.ArgumentParser) -> None:
    """Options of every command that tells differences."""
    command.add_argument(
        "--format", choices=["text", "json"], default="text", help=msg("text for people, json for programs")
    )
    names_option(command)


def names_option(command: argparse.ArgumentParser) -> None:
    """The option that names what holds digits and is no figure."""
    command.add_argument(
        "--names", metavar="FILE", type=Path, help=msg("names that hold digits and are no figures, one a line (DFM-2)")
    )


def names_of(options: argparse.Namespace) -> tuple[str, ...]:
    """The names to leave alone."""
    if options.names is None:
        return ()
    lines = plain_text(options.names).splitlines()
    return tuple(line.strip() for line in lines if line.strip())


def tell_differences(found: Sequence[Difference], options: argparse.Namespace) -> int:
    """Print them; the exit code is 1 when one is an error."""
    if options.format == "json":
        print(json.dumps([as_json(each) for each in found], ensure_ascii=False, indent=2))
    else:
        tell_people(found)
    return status(found)


def status(found: Sequence[Difference]) -> int:
    """The exit code: 1 when a difference is an error."""
    return PROBLEMS if any(each.severity == "error" for each in found) else DONE


def as_json(difference: Difference) -> dict[str, Any]:
    """A difference as plain values."""
    return {
        "code": difference.code,
        "severity": str(difference.severity),
        "certainty": str(difference.certainty),
        "diagnosis": str(difference.found.diagnosis if difference.found else difference.change),
        "message": difference.message,
        "suggestion": difference.suggestion,
        **_named_sides(difference, difference.first, difference.second, _side),
        "again": [_named_sides(difference, *each, _side) for each in difference.again],
    }


def _named_sides(
    difference: Difference, first: Side | None, second: Side | None, told: Callable[[Side | None], Any]
) -> dict[str, Any]:
    """Both sides by their languages, or by their time where they are two editions."""
    spoken = {side.language for side in (difference.first, difference.second) if side}
    between = difference.found is not None or len(spoken) > 1
    return {"zh" if between else "was": told(first), "en" if between else "is": told(second)}


def _side(side: Side | None) -> dict[str, Any]:
    if side is None or not side.quote:
        return {"place": "", "sentence": "", "figure": None}
    figure = side.figure
    shown = {"text": figure.text, "start": figure.start, "end": figure.end} if figure else None
    return {"place": side.place, "sentence": side.quote, "figure": shown}


def _placed(place: str, sentence: str) -> str:
    """A sentence behind its place, which is words (body paragraph 3) or an address (zh.txt:1)."""
    if isinstance(place, Message):
        return told(msg("{place}: {sentence}", place=place, sentence=sentence))
    return f"{place}: {sentence}" if place else sentence


def _place(place: str) -> str:
    """A place in the language of the run."""
    return told(place) if isinstance(place, Message) else place


def tell_people(found: Sequence[Difference]) -> None:
    """Each difference with its places, then how many there are."""
    from rich.console import Console
    from rich.text import Text

    console = Console(file=sys.stdout, highlight=False, soft_wrap=True)
    for each in found:
        color = "red" if each.severity == "error" else "yellow"
        console.print(headline(each, color))
        for side in each.sides:
            console.print(quoted_side(side, "" if console.is_terminal else "»«", f"bold {color}"))
        if each.suggestion:
            console.print(Text.assemble(told(msg("  rightly: ")), (each.suggestion, "bold green")))
        for sides in each.again:
            places = [_place(side.place) for side in sides if side and side.quote]
            console.print(Text.assemble(told(msg("  also: ")), " / ".join(places)))
    errors = sum(each.severity == "error" for each in found)
    console.print(told(errors_and_warnings(errors, len(found) - errors)))


def headline(each: Difference | Finding, color: str) -> Text:
    """How bad it is, what it is, its code, and how sure it is."""
    from rich.text import Text

    from reportgen.problems import SEVERITIES, Severity
    from reportgen.reports.wording import CERTAINTIES

    severity = told(SEVERITIES[Severity(each.severity)])
    line = told(msg("{severity}: {message}", severity=severity, message=each.message))
    sure = f" [{each.code}, {told(CERTAINTIES[each.certainty])}]"
    return Text.assemble((severity, f"bold {color}"), line.removeprefix(severity), (sure, "dim"))


def quoted_side(side: Side, marks: str, style: str) -> Text:
    """The sentence of a side behind its place, its figure in a style, between marks where a terminal shows none."""
    from rich.text import Text

    quote, start, end = side.quote.replace("\n", " "), side.mark, side.mark_end
    if start >= end or (start, end) == (0, len(side.quote)):
        return Text("  ").append(_placed(side.place, quote))
    opening, closing = (marks[0], marks[1]) if marks else ("", "")
    marked = f"{quote[:start]}{opening}{quote[start:end]}{closing}{quote[end:]}"
    line = Text("  ").append(_placed(side.place, marked))
    at = len(line) - len(marked)
    line.stylize(style, at + start, at + end + len(marks))
    return line
