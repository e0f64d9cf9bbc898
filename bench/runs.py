"""Runs of programs, timed: by the clock, and by the processor's time, which other work on the machine moves less."""

from __future__ import annotations

import ctypes
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable


@dataclass(frozen=True, slots=True)
class Time:
    """Seconds by the clock, and seconds of processors."""

    clock: float
    work: float

    def __add__(self, other: Time) -> Time:
        return Time(self.clock + other.clock, self.work + other.work)


def environment(folder: Path, cache: Path | None = None, checkout: Path = ROOT) -> Mapping[str, str]:
    """The surroundings of a run: modules are compiled once, as in an installation, and charts kept in `cache`."""
    told = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    told |= {"PYTHONPYCACHEPREFIX": str(folder / "compiled"), "PYTHONPATH": str(checkout)}
    return told | {"REPORTGEN_CACHE": str(cache or folder / "cache")}


def run(command: Sequence[str], surroundings: Mapping[str, str], folder: Path = ROOT) -> Time:
    """How long a command takes, with every program it starts; it must end well."""
    start, before = time.perf_counter(), _worked()
    _adopt_orphans()
    subprocess.run(command, cwd=folder, env=surroundings, check=True, capture_output=True)
    taken = time.perf_counter() - start
    with suppress(ChildProcessError):
        while True:  # LibreOffice ends after the program that started it
            os.wait()
    return Time(taken, _worked() - before)


@cache
def _adopt_orphans() -> None:
    """Have Linux hand over to this process what its programs leave behind, so that their time is told too."""
    if sys.platform == "linux":
        adopt = 36  # PR_SET_CHILD_SUBREAPER
        ctypes.CDLL(None).prctl(adopt, 1, 0, 0, 0)


def _worked() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def table(floor: str, rows: Mapping[str, Sequence[Time]]) -> str:
    """The medians of each row, and the medians of its ratios to the floor's runs, pair by pair."""
    lines = [f"{'what':26}{'seconds':>9}{'ratio':>8}{'work':>9}{'ratio':>8}"]
    for name, times in rows.items():
        parts = (
            (
                statistics.median(getattr(each, sort) for each in times),
                statistics.median(getattr(each, sort) / getattr(base, sort) for each, base in zip(times, rows[floor])),  # noqa: B905
            )
            for sort in ("clock", "work")
        )
        lines.append(f"{name:26}" + "".join(f"{seconds:9.2f}{ratio:8.2f}" for seconds, ratio in parts))
    return "\n".join(lines)
