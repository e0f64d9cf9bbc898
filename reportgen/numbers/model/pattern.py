"""Regular expressions that are compiled when they are first used."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from typing import Any, ClassVar


class Pattern:
    """A regular expression that is compiled when it is first used: of a grammar's patterns a text needs but a few."""

    __slots__ = ("findall", "finditer", "flags", "fullmatch", "match", "search", "source", "split", "sub")
    findall: Callable[..., list[str]]
    fullmatch: Callable[..., re.Match[str] | None]
    match: Callable[..., re.Match[str] | None]
    search: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    split: Callable[..., list[Any]]
    sub: Callable[..., str]

    compiler: ClassVar[Callable[[str, int], re.Pattern[str]]] = re.compile
    """What compiles them: the command line has one that keeps what it compiled (kept_patterns.py)."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source = source
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        made = Pattern.compiler(self.source, self.flags)
        self.fullmatch, self.match, self.search, self.sub = made.fullmatch, made.match, made.search, made.sub
        self.findall, self.finditer, self.split = made.findall, made.finditer, made.split
        return getattr(made, name)


@contextmanager
def compiled_alike() -> Generator[None]:
    """Within it, a library that is loaded has its own patterns compiled as these are.

    Of use where loading compiles a pattern for which `re` takes as long as for a grammar; outside the command line
    nothing changes.
    """
    compile_ = re.compile
    if Pattern.compiler is compile_:
        yield
        return

    def alike(source: Any, flags: Any = 0) -> Any:
        return Pattern.compiler(source, flags) if isinstance(source, str) else compile_(source, flags)

    setattr(re, "compile", alike)  # noqa: B010
    try:
        yield
    finally:
        setattr(re, "compile", compile_)  # noqa: B010
