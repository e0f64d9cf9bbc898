"""The cases of tests/numbers as plain values, and the comparison their header asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
Case = dict[str, Any]


@cache
def load(name: str) -> dict[str, Any]:
    """A file of cases."""
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))


def cases(section: str, *names: str) -> list[Case]:
    """The cases of a section in every file that has it."""
    return [case for name in names for case in load(name).get(section, [])]


def same(found: Mapping[str, Any], wanted: Mapping[str, Any]) -> bool:
    """Whether a found figure is the one wanted: kind, value or ends, qualifier, and unit and direction where given."""
    fields = ["kind", "value", "low", "high", "order", "qualifier"]
    fields += [name for name in ("unit", "dir") if name in wanted]
    return all(_plain(found.get(name)) == _plain(wanted.get(name)) for name in fields)


def _plain(value: object) -> object:
    try:
        return Decimal(str(value)).normalize()
    except InvalidOperation:
        return value


def unmatched(found: Sequence[Mapping[str, Any]], wanted: Sequence[Mapping[str, Any]]) -> tuple[list[Any], list[Any]]:
    """What is wanted and not found, and what is found and not wanted; weak figures may be on either side."""
    left = list(found)
    missing: list[Any] = []
    for want in wanted:
        match = next((each for each in left if same(each, want)), None)
        if match is not None:
            left.remove(match)
        elif not want.get("weak"):
            missing.append(dict(want))
    return missing, [dict(each) for each in left if not each.get("weak")]
