"""Whole results kept: what a build or a check came to, told again when all that decides it is as it was.

Only the command line keeps them. Its process runs the code that lies on the disk, which their key tells; one that lives
for long may run older code, or have blocks and languages of its own. Kept as JSON and bytes (result_data.py), never as
pickles: nothing in a folder of the cache is run.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import accumulate, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from reportgen.cache import Kept, cache_folder
from reportgen.inputs import digest, inputs, program_at_start, template
from reportgen.messages import Message
from reportgen.output_files import Built, put, usable
from reportgen.problems import ContentError, Problem, Verdict
from reportgen.progress import Progress, Step
from reportgen.recall import RECALL, Find, Told
from reportgen.records import record
from reportgen.result_data import (
    Heard,
    Result,
    build_of,
    data_of_build,
    data_of_told,
    data_of_verdict,
    told_of,
    verdict_of,
)

if TYPE_CHECKING:
    from reportgen.kept_figures import KeptFigures

Warn = Callable[[Problem | Message], None]
_MadeT = TypeVar("_MadeT")

MALFORMED = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)
"""What reading an entry may end in that another program wrote."""


def check(folder: Path) -> Verdict:
    """Every problem of a content folder, those for which it cannot be read too, and what its author ignores."""
    request = Request("check", folder, {})
    if found := request.find(verdict_of):
        return found
    from reportgen.pipeline import Plan, check_all, read

    before = request.snapshot()
    try:
        with request.recalling(before):
            checked = check_all(read(folder), Plan())
        verdict = Verdict(checked.problems, checked.ignored)
    except ContentError as error:
        verdict = Verdict(error.problems, ())
    request.keep(before, lambda: data_of_verdict(verdict))
    return verdict


def build(
    folder: Path,
    out: Path,
    choices: Mapping[str, Any],
    *,
    engine: Path | None,
    fresh: bool,
    progress: Progress,
    warn: Warn,
) -> tuple[Built, ...]:
    """What pipeline.build does with these choices: done anew, or what is kept told and put in place again.

    Only plain builds are kept: no embedded or told fonts, no PDFs, no workbook, no manifest, no signature.
    """
    if any(
        choices[name] for name in ("embed_fonts", "fonts", "pdf", "xlsx", "manifest", "sign", "c2pa", "table", "row")
    ):
        return _anew(folder, out, choices, fresh, progress, warn)
    request = Request("build", folder, choices, engine)
    if not fresh and (found := request.find(build_of)):
        return _again(*found, out, progress, warn)
    before, heard = request.snapshot(), list[Heard]()

    def step(told: Step) -> None:
        heard.append(told)
        progress(told)

    def warned(told: Problem | Message) -> None:
        heard.append(told)
        warn(told)

    with request.recalling(before, fresh=fresh):
        built = _anew(folder, out, choices, fresh, step, warned)
    if engine is None or all(one.pages is not None for one in built):  # a layout that failed may yet succeed
        request.keep(before, lambda: data_of_build(built, heard))
    return built


def _anew(
    folder: Path, out: Path, choices: Mapping[str, Any], fresh: bool, progress: Progress, warn: Warn
) -> tuple[Built, ...]:
    from reportgen.pipeline import build  # here, since it loads all that reads content

    return build(folder, out, **choices, fresh=fresh, progress=progress, warn=warn)


def _again(
    built: Sequence[Built], heard: Sequence[Heard], out: Path, progress: Progress, warn: Warn
) -> tuple[Built, ...]:
    """A build done again from what is kept: the same steps and warnings told, the same files put in place."""
    usable(out)
    for told in heard:
        if isinstance(told, Step):
            progress(told)
        else:
            warn(told)
    paths = put(out, {one.file: one.data for one in built})
    return tuple(replace(one, path=path) for one, path in zip(built, paths, strict=True))


# ---- entries --------------------------------------------------------------------------------


@record
class Snapshot:
    """The template that a result is being made with, and the hash of its files."""

    template: str
    template_hash: str | None


class Request:
    """A command with its choices about a content folder: where its result is kept, and what it finds in sections."""

    def __init__(self, command: str, folder: Path, choices: Mapping[str, object], engine: Path | None = None) -> None:
        self._asked = command, folder, choices, engine
        self._key = inputs(*self._asked, code=program_at_start)
        self._kept = Kept(cache_folder("results"), "result")
        self._sections = Kept(cache_folder("sections"), "problems")
        self._found: dict[str, Told] = {}
        self._figures: KeptFigures | None = None

    def find(self, reading: Callable[[Result], _MadeT]) -> _MadeT | None:
        """What is kept, as it is read; None where nothing is, where it is not whole, or its template has changed."""
        data = self._kept.get(self._key.whole) if self._key else None
        if data is None:
            return None
        line, _, body = data.partition(b"\n")
        try:
            head = json.loads(line)
            if template(head["template"]) != head["template_hash"]:
                return None
            ends = accumulate(head["sizes"], initial=0)
            return reading(Result(head["told"], tuple(body[start:end] for start, end in pairwise(ends))))
        except MALFORMED:
            return None

    def snapshot(self) -> Snapshot:
        """What the result will be made of, to be taken before it is made."""
        name = self._template()
        return Snapshot(name, template(name))

    def keep(self, before: Snapshot, made: Callable[[], Result]) -> None:
        """Keep a result, unless what it is made of has changed meanwhile or cannot be told, or JSON cannot keep it."""
        if self._key is None or before.template_hash is None:
            return
        if inputs(*self._asked) != self._key or template(before.template) != before.template_hash:
            return  # as long as the content is as it was, it names the same template
        self._keep_sections()
        if self._figures:
            self._figures.keep()
        try:
            result = made()
        except TypeError:
            return
        sizes = [len(data) for data in result.files]
        head = {"template": before.template, "template_hash": before.template_hash, "sizes": sizes, "told": result.told}
        self._kept.put(self._key.whole, json.dumps(head).encode() + b"\n" + b"".join(result.files))
        self._kept.prune()

    @contextmanager
    def recalling(self, before: Snapshot, *, fresh: bool = False) -> Generator[None]:
        """Within it, checks are told what was found in a section as it is now, unless the command is `fresh`.

        What they find is kept with the result, once it is certain that nothing changed meanwhile.
        """
        from reportgen.kept_figures import KeptFigures, figures_kept  # here, since a result that is kept reads none

        self._figures = KeptFigures(self._key and self._key.beside_sections, fresh=fresh)
        told = RECALL.set(lambda name, find: self._recall(name, find, before, fresh))
        try:
            with figures_kept(self._figures):
                yield
        finally:
            RECALL.reset(told)

    def _recall(self, name: str, find: Find, before: Snapshot, fresh: bool) -> Told:
        section = self._key.of_section(name) if self._key else None
        if section is None or before.template_hash is None:
            return find()
        key = digest(section, before.template, before.template_hash)
        if not fresh and (data := self._sections.get(key)) is not None:
            try:
                return told_of(Result(json.loads(data)))
            except MALFORMED:
                pass
        self._found[key] = find()
        return self._found[key]

    def _keep_sections(self) -> None:
        for key, told in self._found.items():
            try:
                self._sections.put(key, json.dumps(data_of_told(told).told).encode())
            except TypeError:
                continue
        if self._found:
            self._sections.prune()

    def _template(self) -> str:
        """The template that was asked for, else the one that the content names."""
        _, folder, choices, _ = self._asked
        if told := choices.get("template"):
            return str(told)
        from reportgen.content.source import Entries, read_yaml  # here, since a result that is kept needs no YAML

        value, _ = read_yaml(folder / "briefing.yaml", "")
        named = value.get("template") if isinstance(value, Entries) else None
        return "".join(named) if isinstance(named, str) else ""
