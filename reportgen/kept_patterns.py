"""Compiled patterns kept from run to run, for the command line: to compile a grammar costs more than to use it.

The trees of words that patterns are made of are kept beside them. What is kept of a pattern is the integers of `re`'s
own code, with the expression they were compiled from: read as JSON and integers, never as pickles, and handed to
`_sre`, which checks them. Where anything is missing or otherwise than it was, the expression is compiled as ever. Not
here: when a pattern is compiled at all (numbers/model/pattern.py).
"""

from __future__ import annotations

import json
import re
import sys
from array import array
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from reportgen.cache import Kept, cache_folder
from reportgen.inputs import digest, program_at_start
from reportgen.numbers.grammar import patterns
from reportgen.numbers.model.pattern import Pattern
from reportgen.records import record

FORM = "patterns 2"
UNKNOWN = (ImportError, AttributeError, TypeError, ValueError, KeyError, IndexError, OverflowError, RuntimeError)
"""What a Python of another make, or an entry of another program, may end in."""


@record
class Compiled:
    """What `_sre.compile` takes besides the expression itself; of a group without a name, its name is None."""

    flags: int
    code: array[int]
    groups: int
    names: tuple[str | None, ...]

    def made(self, source: str) -> re.Pattern[str]:
        """The pattern."""
        numbers = {name: number for number, name in enumerate(self.names) if name}
        return _module("_sre").compile(source, self.flags, self.code.tolist(), self.groups, numbers, self.names)


class KeptPatterns:
    """Patterns by expression and flags, trees by their words: read at the first, written together when some are new."""

    def __init__(self, kept: Kept | None = None) -> None:
        self._kept = kept or Kept(cache_folder("patterns"), "patterns")
        self._known: dict[tuple[str, int], Compiled] | None = None
        self._trees: dict[str, str] = {}
        self._new = False

    def tree(self, words: Mapping[str, str], gap: str | None) -> str:
        """What `grown` gives."""
        if self._known is None:
            self._known = self._read()
        key = "\0".join((gap or "", *words, *words.values()))
        if (known := self._trees.get(key)) is None:
            known = self._trees[key] = patterns.grown(words, gap)
            self._new = True
        return known

    def compile(self, source: str, flags: int = 0) -> re.Pattern[str]:
        """What `re.compile` gives."""
        if self._known is None:
            self._known = self._read()
        try:
            known = self._known.get((source, int(flags)))
            if known is None:
                known = compiled(source, int(flags))
                self._known[source, int(flags)], self._new = known, True
            return known.made(source)
        except UNKNOWN:
            return re.compile(source, flags)  # which also tells what is wrong with the expression

    def keep(self) -> None:
        """Keep what was compiled, together with what was kept before."""
        key = self._key()
        if not self._new or key is None or self._known is None:
            return
        heads = [
            [source, flags, one.flags, one.groups, one.names, len(one.code)]
            for (source, flags), one in self._known.items()
        ]
        codes = b"".join(one.code.tobytes() for one in self._known.values())
        self._kept.put(key, json.dumps([heads, self._trees]).encode() + b"\n" + codes)
        self._kept.prune()

    def _read(self) -> dict[tuple[str, int], Compiled]:
        key = self._key()
        data = self._kept.get(key) if key else None
        if data is None:
            return {}
        line, _, body = data.partition(b"\n")
        known: dict[tuple[str, int], Compiled] = {}
        try:
            codes, start = array("I", body), 0
            heads, trees = json.loads(line)
            for source, asked, flags, groups, names, size in heads:
                known[source, asked] = Compiled(flags, codes[start : start + size], groups, tuple(names))
                start += size
            self._trees = {str(words): str(made) for words, made in trees.items()}
        except UNKNOWN:
            return {}
        return known

    @staticmethod
    def _key() -> str | None:
        """What decides the code: the make of Python, and of `re`; the program's own code lets old patterns go."""
        try:
            make = f"{FORM} {sys.version} {sys.byteorder} {_module('_sre').MAGIC} {array('I').itemsize}"
            return digest(make, program_at_start())
        except (*UNKNOWN, OSError):
            return None


def compiled(source: str, flags: int) -> Compiled:
    """What `re.compile` makes of an expression before it hands it to `_sre`: the steps of `re._compiler.compile`."""
    parsed = _module("re._parser").parse(source, flags)
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in parsed.state.groupdict.items():
        names[number] = name
    code = array("I", map(int, _module("re._compiler")._code(parsed, flags)))
    return Compiled(int(flags | parsed.state.flags), code, parsed.state.groups - 1, tuple(names))


def _module(name: str) -> Any:
    """A module of `re` that is not public, and that another make of Python may not have."""
    return import_module(name)


@contextmanager
def patterns_kept() -> Generator[None]:
    """Within it, every pattern of this process is taken from the kept ones, and new ones are kept at the end."""
    kept, compiler, planter = KeptPatterns(), Pattern.compiler, patterns.planter
    Pattern.compiler, patterns.planter = kept.compile, kept.tree
    try:
        yield
    finally:
        Pattern.compiler, patterns.planter = compiler, planter
        kept.keep()
