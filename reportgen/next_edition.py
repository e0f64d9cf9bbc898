"""The folder of the next edition: all of one, its facts rolled on to the next period, what is to be renewed marked.

Bytes are edited, so that comments and order stay. What only a person can know is told, not guessed: new figures,
periods typed in sentences, rows of data files.
"""

from __future__ import annotations

import shutil
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from reportgen.briefing_reader import read_briefing
from reportgen.content.derived.times import last_day
from reportgen.content.folder import Folder
from reportgen.content.model import Briefing
from reportgen.content.source import Entries, Items, Scalar
from reportgen.content.when import iso_date, read_when
from reportgen.decimals import exact
from reportgen.languages import LANGUAGES
from reportgen.mends import mended
from reportgen.messages import Message, msg
from reportgen.numbers import FigureError, Period, find, period_code, read_period
from reportgen.numbers.model.pattern import Pattern
from reportgen.problems import ChoiceError, Edit, Place
from reportgen.records import record

BEFORE = "_prev"
"""What the name of a fact's figure of the edition before ends with."""

_MARKUP = Pattern(r"\{[^}]*\}|\[@[^\]]*\]|\[#[^\]]*\]")
"""Names of facts, sources and figures in a text."""

_COMPARED = ("money", "count", "measure", "percent")
"""The kinds of figures of which a change is offered."""

_SHAPE = ("year", "quarter", "half", "month", "day", "first_quarters", "months")


@record
class Rolled:
    """What was made of a folder: the period it was of, the files as they are to be, and what a person must look at."""

    before: Period
    files: Mapping[str, bytes]
    renewed: tuple[str, ...]
    notes: tuple[Message, ...]


def next_edition(content: Path, when: str) -> Rolled:
    """The next edition of a content folder, of the period `when`. ContentError and ChoiceError as they come."""
    try:
        period = read_period(when)
    except FigureError as error:
        raise ChoiceError(msg("--when: {reason}", reason=str(error))) from error
    with exact():
        briefing = read_briefing(content)
        return _Rolling(content, briefing, period).rolled()


def put_next(content: Path, folder: Path, rolled: Rolled) -> None:
    """Write the folder: a copy of all, with the files as they were rolled."""
    shutil.copytree(content, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".*"))
    for name, data in rolled.files.items():
        (folder / name).write_bytes(data)


def _shape(period: Period) -> tuple[str, ...]:
    return tuple(name for name in _SHAPE if getattr(period, name) is not None)


class _Rolling:
    """One folder being rolled on."""

    def __init__(self, content: Path, briefing: Briefing, period: Period) -> None:
        self._folder, self._briefing, self._period = Folder(content), briefing, period
        self._entries = list(self._folder.entries("facts.yaml", ""))
        self._before = self._edition()
        self._text = (content / "facts.yaml").read_text(encoding="utf-8-sig")
        self._lines = self._text.splitlines(keepends=True)
        self._notes: list[Message] = []
        self._renewed: list[str] = []

    def rolled(self) -> Rolled:
        """The folder's files that change, and what is told."""
        facts = mended((self._folder.path / "facts.yaml").read_bytes(), self._facts())
        about = mended((self._folder.path / "briefing.yaml").read_bytes(), self._about())
        self._notes += self._typed()
        files = {"facts.yaml": facts, "briefing.yaml": about}
        return Rolled(self._before, files, tuple(self._renewed), tuple(self._notes))

    def _edition(self) -> Period:
        """The period that the edition is of: the latest before the next one, of its sort, that a fact is for."""
        end = last_day(self._period)
        known: list[tuple[date, Period]] = []
        for _, entry in self._entries:
            when = _when(entry)
            period = _read(when) if isinstance(when, Scalar) else None
            last = last_day(period) if period else None
            if period and last and end and _shape(period) == _shape(self._period) and last < end:
                known.append((last, period))
        if not known:
            code = period_code(self._period)
            raise ChoiceError(msg("no fact is for a period before {period} and of its sort", period=code))
        return max(known, key=lambda each: each[0])[1]

    # ---- facts -----------------------------------------------------------------------------------

    def _facts(self) -> Iterator[Edit]:
        names = {str(name) for name, _ in self._entries}
        starts = [name.place.line for name, _ in self._entries]
        for number, (name, entry) in enumerate(self._entries):
            if not isinstance(entry, Entries):
                continue
            when = _when(entry)
            rolls = isinstance(when, Scalar) and _read(when) == self._before
            if rolls and isinstance(when, Scalar):
                yield Edit(when.place, when.place.after(when.raw), period_code(self._period))
            if "columns" in entry:
                self._notes.append(msg("{name}: look whether {file} needs new rows", name=name, file=_file(entry)))
            elif "derived" not in entry and rolls:
                behind = starts[number + 1] if number + 1 < len(starts) else len(self._lines) + 1
                yield from self._renew(name, entry, behind, names)
            elif "derived" not in entry and not str(name).endswith(BEFORE):
                self._stale(name, entry)

    def _renew(self, name: Scalar, entry: Entries, behind: int, names: set[str]) -> Iterator[Edit]:
        """Keep a fact's figure under another name, and mark the fact as to be renewed; a cell's row is the next one."""
        self._renewed.append(str(name))
        stated = entry.get(Scalar("is"))
        before = f"{name}{BEFORE}"
        if before in names:
            yield from self._replaced(before)
        block = self._block(name.place.line, behind)
        copy = before + block[len(name.raw) :]
        compared = "" if f"{name}_change" in names else self._offered(str(name), before)
        place = Place(name.place.file, name.place.line, 1)
        cells = list(_codes(stated, self._before)) if isinstance(stated, Entries) else []
        for cell in cells:
            yield Edit(cell.place, cell.place.after(cell.raw), period_code(self._period))
        if not cells:
            first = next(iter(entry))
            indent = " " * (first.place.column - 1)
            mark = "renew: true, " if first.place.line == name.place.line else f"renew: true\n{indent}"
            yield Edit(first.place, first.place, mark)
        yield Edit(place, place, f"{copy.rstrip()}\n\n{compared}")

    def _replaced(self, name: str) -> Iterator[Edit]:
        """Take out what was kept of the edition before the last."""
        lines = [key.place.line for key, _ in self._entries]
        for number, (key, _) in enumerate(self._entries):
            if key == name:
                behind = lines[number + 1] if number + 1 < len(lines) else len(self._lines) + 1
                block = self._block(key.place.line, behind)
                yield Edit(key.place, key.place.after(block), "")

    def _block(self, first: int, behind: int) -> str:
        """The lines of a fact, without comments and blank lines that stand before the next."""
        lines = self._lines[first - 1 : behind - 1]
        while lines and (not lines[-1].strip() or lines[-1].startswith("#")):
            lines.pop()
        return "".join(lines)

    def _offered(self, name: str, before: str) -> str:
        """A comparison that can be had by taking out its signs of comment."""
        fact = self._briefing.facts[name]
        if fact.quantity.kind not in _COMPARED:
            return ""
        known = (language for language in self._briefing.languages if not fact.what.lacks(language))
        what = ", ".join(f'{language}: "{fact.what[language]}"' for language in known)
        when = period_code(self._period)
        return f'# {name}_change: {{derived: "growth({name}, {before})", what: {{{what}}}, when: {when}}}\n'

    def _stale(self, name: Scalar, entry: Entries) -> None:
        for field in ("when", "as_of"):
            told = entry.get(Scalar(field))
            period = _read(told) if isinstance(told, Scalar) else None
            last, end = last_day(period) if period else None, last_day(self._before)
            if period and last and end and last.year >= end.year - 1:
                told = {"name": name, "time": period_code(period)}
                self._notes.append(msg("{name}: stays as of {time}; look for a newer figure", **told))

    # ---- the briefing ----------------------------------------------------------------------------

    def _about(self) -> Iterator[Edit]:
        """The day, as much later as the period is, and the number of the issue."""
        about = self._briefing.about
        day = iso_date(self._briefing.date)
        if day:
            later = _later(date.fromisoformat(day), self._months())
            yield Edit(about.date.place, about.date.place.after(about.date.raw), later.isoformat())
            told = msg("briefing.yaml: the date is {date} now; mend it where it is another", date=later.isoformat())
            self._notes.append(told)
        if about.issue is not None:
            for words in about.issue.typed.values():
                numbers = [at for at in _numbers(words.raw) if int(words.raw[at[0] : at[1]]) < 1000]
                if len(numbers) == 1:
                    start, end = numbers[0]
                    place = words.place.after(words.raw[:start])
                    yield Edit(place, place.after(words.raw[start:end]), str(int(words.raw[start:end]) + 1))

    def _months(self) -> int:
        now, before = last_day(self._period), last_day(self._before)
        return (now.year - before.year) * 12 + now.month - before.month if now and before else 0

    def _typed(self) -> Iterator[Message]:
        """The periods that stand in words, which follow no fact."""
        names = ["briefing.yaml", *(f"sections/{name}.yaml" for name in self._briefing.about.sections)]
        for name in names:
            for language, words in _words(self._folder.typed(name)):
                for found in find(_bare(words), language):
                    if found.kind == "date" and _tells(str(found.value), self._before):
                        place = words.place.after(words.raw[: words.raw.find(found.text)])
                        told = {"place": f"{name}:{place.line}:{place.column}", "text": found.text}
                        yield msg("{place}: '{text}' is typed; mend it where it means the edition's period", **told)


def _later(day: date, months: int) -> date:
    month = day.year * 12 + day.month - 1 + months
    year, month = divmod(month, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _when(entry: object) -> object:
    return entry.get(Scalar("when")) if isinstance(entry, Entries) else None


def _read(text: str) -> Period | None:
    try:
        return replace(read_when(text), as_of=False)
    except ValueError:
        return None


def _codes(stated: Entries, before: Period) -> Iterator[Scalar]:
    """The scalars of a cell's address that are the edition's period."""
    for value in stated.values():
        if isinstance(value, Entries):
            yield from _codes(value, before)
        elif isinstance(value, Scalar) and value == period_code(before):
            yield value


def _file(entry: Entries) -> str:
    named = entry.get(Scalar("from"))
    return f"data/{str(named).partition('#')[0].removeprefix('data/')}"


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    start = None
    for at, letter in enumerate(f"{text} "):
        if letter.isdecimal() and start is None:
            start = at
        elif not letter.isdecimal() and start is not None:
            yield start, at
            start = None


def _words(value: object) -> Iterator[tuple[str, Scalar]]:
    """Every text with its language."""
    if isinstance(value, Entries):
        for key, inner in value.items():
            if isinstance(inner, Scalar) and key in LANGUAGES:
                yield str(key), inner
            else:
                yield from _words(inner)
    elif isinstance(value, Items):
        for inner in value:
            yield from _words(inner)


def _bare(words: str) -> str:
    """A text with blanks for the names in it."""
    for found in _MARKUP.finditer(words):
        words = words[: found.start()] + " " * len(found[0]) + words[found.end() :]
    return words


def _tells(code: str, before: Period) -> bool:
    """Whether a time that was found is the period, its year said or not: Q1 is 2025-Q1."""
    own = period_code(before)
    return code in (own, own.partition("-")[2])
