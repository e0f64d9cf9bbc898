"""Files held against the facts that they were built with, and against the content: this is what `reportgen.verify` is.

What people do to words, looks and order is no fault; a figure that says something else is. Not here: how findings are
shown (reports/), and what mends them (refresh).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from os import PathLike
from pathlib import Path

from reportgen.decimals import exact
from reportgen.ledger import Ledger
from reportgen.living.content_side import ContentSide, Sides, content_sides, told
from reportgen.living.held.charts import chart_findings
from reportgen.living.held.contents import contents_findings
from reportgen.living.held.finding import ALTERED, CONTRADICTING, OUTDATED, REPEATED, Finding, found
from reportgen.living.held.hand_typed import Typed, hand_typed
from reportgen.living.held.one_language import Told, one_language_findings
from reportgen.living.held.placing import Placing
from reportgen.living.locate import FigureFound, Located, State, locate, say_the_same
from reportgen.living.pairing import paired, printed_now
from reportgen.messages import Message, msg
from reportgen.pipeline import Plan, prepare
from reportgen.records import record
from reportgen.word.marked_file import read_marked

Folder = str | PathLike[str]

_LEAST_OURS = 0.3
"""The least share of a content's lines that a file without marks has in common with it to be one of its files."""


class NotOursError(ValueError):
    """A file that nothing can be held against: it carries no facts, and no content tells any of it."""

    def __init__(self, told: Message) -> None:
        super().__init__(told)
        self.told = told

    def __str__(self) -> Message:
        return self.told


def verify(*files: Folder, content: Folder | None = None, template: str | None = None) -> tuple[Finding, ...]:
    """What is wrong with the figures, charts and contents of built files, the errors first, in the files' order.

    `content` is the folder that they were built from: what has changed there is told too. ContentError where it cannot
    be built or a file is not safe to open, ChoiceError where it is another briefing's, NotOursError where a file is
    none of ours, OSError where a file cannot be read.
    """
    with exact():
        folder = None if content is None else Path(content)
        paths = [Path(file) for file in files]
        placings = [
            Placing(read_marked(path), number, path.name if len(paths) > 1 else "") for number, path in enumerate(paths)
        ]
        ledgers = [ledger for placing in placings for ledger in placing.file.ledgers]
        sides = content_sides(folder, ledgers, template) if folder is not None else None
        subjects: list[_Subject] = []
        for placing, path in zip(placings, paths, strict=True):
            subjects += _subjects(placing, path, sides, folder, template)
        findings = [each for subject in subjects for each in _findings(subject)]
        findings += one_language_findings([subject.told for subject in subjects])
    return tuple(sorted(dict.fromkeys(findings), key=_order))


def _order(finding: Finding) -> tuple[int, bool, int, int]:
    return finding.side.source, finding.severity != "error", finding.side.block, finding.side.start


# ---- what is held against what ----------------------------------------------------------------------


@record
class _Subject:
    """One ledger of a file with what became of it, and the content's side where there is one.

    `lost` is whether the file does not carry the ledger: it is then the content's own.
    """

    placing: Placing
    ledger: Ledger
    located: Located
    typed: Typed
    now: ContentSide | None
    lost: bool

    @property
    def told(self) -> Told:
        return Told(self.placing, self.ledger, self.located, self.typed.moved, self.lost)


def _subjects(
    placing: Placing, path: Path, sides: Sides | None, folder: Path | None, template: str | None
) -> Iterator[_Subject]:
    """Every ledger that a file carries, and those that it lost and the content knows."""
    file = placing.file
    carried = {ledger.file for ledger in file.ledgers}
    for ledger in file.ledgers:
        now = None if sides is None else sides(ledger)
        yield _subject(placing, ledger, now, lost=False)
    lost = [digits for digits in file.marks if digits not in carried]
    if folder is not None and (lost or not file.ledgers):
        yield from _by_content(placing, folder, template, lost)
    elif not file.ledgers:
        raise NotOursError(
            msg("{file} has lost the facts that it carried: give the content folder too", file=path)
            if lost
            else msg(
                "{file} carries no facts: it was built sealed, or not by this program; give the content folder too",
                file=path,
            )
        )


def _subject(placing: Placing, ledger: Ledger, now: ContentSide | None, *, lost: bool) -> _Subject:
    located = locate(placing.file, ledger)
    return _Subject(placing, ledger, located, hand_typed(placing.file, ledger, located), now, lost)


def _by_content(placing: Placing, folder: Path, template: str | None, lost: Sequence[str]) -> Iterator[_Subject]:
    """The content's own ledger for marks whose ledger is gone, or for a file that has neither."""
    ready = prepare(folder, Plan((), template))
    sides = [told(document, ready.template.look.name) for document in ready.documents.values()]
    subjects = [
        _subject(placing, replace(side, file=""), None, lost=True) for side in sides if not lost or side.file in lost
    ]
    if not subjects and placing.file.ledgers:
        return  # marks of another briefing, whose part stayed behind
    best = max(subjects, key=_known, default=None)
    if best is None or (not lost and _known(best) < _LEAST_OURS):
        raise NotOursError(msg("{file} is none of this content's files", file=placing.file.opened.name))
    yield from subjects if lost else [best]


def _known(subject: _Subject) -> float:
    return len(subject.located.lines) / max(1, len(subject.ledger.lines))


# ---- figures ------------------------------------------------------------------------------------------


def _findings(subject: _Subject) -> Iterator[Finding]:
    now = subject.now.ledger if subject.now else None
    yield from _figures(subject, now)
    yield from _typed(subject)
    yield from chart_findings(subject.placing, subject.ledger, subject.located, now)
    yield from contents_findings(subject.placing, subject.ledger, subject.located)


def _figures(subject: _Subject, now: Ledger | None) -> Iterator[Finding]:
    pairs = paired(subject.ledger, now) if now else None
    for one in (*subject.located.figures.values(), *subject.located.copies):
        if one.span is None:
            continue
        should = printed_now(now, one.line, one.figure, pairs) if now and pairs else one.figure.text
        if one.state is State.ALTERED:
            if now is None or should is None or not say_the_same(one.text, should, one.line.language):
                yield _altered(subject, one, should or "")
        elif now is not None and should is None:
            if now.fact(one.figure.fact) is None:
                yield _outdated(subject, one, "")
        elif now is not None and not say_the_same(one.text, should or "", one.line.language):
            yield _outdated(subject, one, should or "")


def _altered(subject: _Subject, one: FigureFound, should: str) -> Finding:
    assert one.span is not None, "an altered figure stands somewhere"
    was = one.figure.text
    if subject.lost:
        message = msg("is {now}, and the content says {should}", now=one.text, should=was)
    elif should and should != was:
        message = msg("was {was}, is {now}, should be {should}", was=was, now=one.text, should=should)
    else:
        message = msg("was {was}, is {now}", was=was, now=one.text)
    side = subject.placing.side(one.span, one.line.language)
    known = {"was": "" if subject.lost else was, "now": one.text, "should": should or was}
    return found(ALTERED, message, side, fact=one.figure.fact, **known)


def _outdated(subject: _Subject, one: FigureFound, should: str) -> Finding:
    assert one.span is not None, "a figure that holds stands somewhere"
    if should:
        message = msg("is {now}, and the content now says {should}", now=one.text, should=should)
    else:
        message = msg("is {now}, and the content has this fact no longer", now=one.text)
    side = subject.placing.side(one.span, one.line.language)
    return found(OUTDATED, message, side, fact=one.figure.fact, was=one.figure.text, now=one.text, should=should)


def _typed(subject: _Subject) -> Iterator[Finding]:
    for one in subject.typed.told:
        side = subject.placing.side(one.span, one.language)
        if one.contradicts:
            message = msg("typed by hand: {now}; its fact says {should}", now=one.text, should=one.figure.text)
            known = {"fact": one.figure.fact, "now": one.text, "should": one.figure.text}
            yield found(CONTRADICTING, message, side, **known)
        else:
            message = msg("typed by hand: {now} repeats a fact, and stays when the fact changes", now=one.text)
            yield found(REPEATED, message, side, fact=one.figure.fact, now=one.text)
