"""How differences between two texts are told: for people with the figures coloured, or as JSON for programs."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportgen.cli.tell import DONE, PROBLEMS, errors_and_warnings, told
from reportgen.cli.texts import plain_text
from reportgen.messages import Message, msg

if TYPE_CHECKING:
    from reportgen.numbers import Found
    from reportgen.text_compare import Difference


def add_options(command: argparse.ArgumentParser) -> None:
    """Options of every command that tells differences."""
    command.add_argument(
        "--format", choices=["text", "json"], default="text", help=msg("text for people, json for programs")
    )
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
        _tell_people(found)
    return PROBLEMS if any(each.found.severity == "error" for each in found) else DONE


def as_json(difference: Difference) -> dict[str, Any]:
    """A difference as plain values."""
    found = difference.found
    return {
        "severity": str(found.severity),
        "diagnosis": str(found.diagnosis),
        "message": found.message,
        "suggestion": found.suggestion,
        "zh": _side(found.zh, difference.zh_place, difference.zh_sentence),
        "en": _side(found.en, difference.en_place, difference.en_sentence),
    }


def _side(found: Found | None, place: str, sentence: str) -> dict[str, Any]:
    figure = {"text": found.text, "start": found.start, "end": found.end} if found else None
    return {"place": place, "sentence": sentence, "figure": figure}


def _placed(place: str, sentence: str) -> str:
    """A sentence behind its place, which is words (body paragraph 3) or an address (zh.txt:1)."""
    if isinstance(place, Message):
        return told(msg("{place}: {sentence}", place=place, sentence=sentence))
    return f"{place}: {sentence}" if place else sentence


def _tell_people(found: Sequence[Difference]) -> None:
    from rich.console import Console
    from rich.text import Text

    from reportgen.problems import SEVERITIES, Severity

    console = Console(file=sys.stdout, highlight=False, soft_wrap=True)
    for each in found:
        color = "red" if each.found.severity == "error" else "yellow"
        severity = told(SEVERITIES[Severity(each.found.severity)])
        line = told(msg("{severity}: {message}", severity=severity, message=each.found.message))
        console.print(Text.assemble((severity, f"bold {color}"), line.removeprefix(severity)))
        sides = (each.found.zh, each.zh_place, each.zh_sentence), (each.found.en, each.en_place, each.en_sentence)
        for figure, place, sentence in sides:
            if sentence:
                line = Text(f"  {_placed(place, sentence)}")
                if figure is not None:
                    line.highlight_words([figure.text], f"bold {color}")
                console.print(line)
        if each.found.suggestion:
            console.print(Text.assemble(told(msg("  rightly: ")), (each.found.suggestion, "bold green")))
    errors = sum(each.found.severity == "error" for each in found)
    console.print(told(errors_and_warnings(errors, len(found) - errors)))
