"""What `refresh` tells of a file: figures that a person altered, and what of the content it could not put in."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.ledger import LedgerLine, Segment
from reportgen.living.locate import FigureFound, LineFound
from reportgen.messages import Message, listing, msg
from reportgen.records import record
from reportgen.word.marked_file import MarkedFile, Span


@record
class Remark:
    """Something told of a file: where, in which language, and what; a conflict is for a person to decide."""

    place: str
    language: str
    message: Message
    conflict: bool = False

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"

    @property
    def told(self) -> Message:
        """The place and what is told of it."""
        return msg("{place}: {message}", place=self.place, message=self.message)


def place_of(file: MarkedFile, span: Span) -> str:
    """Where a stretch is, as a reader finds it: under which heading, in which paragraph or cell."""
    heading = next(
        (
            each.passage.text
            for each in reversed(file.paragraphs[: span.first])
            if each.passage.level and not each.passage.cell
        ),
        "",
    )
    place = file.paragraphs[span.first].passage.place
    first = heading.split("\n")[0]
    return msg("“{heading}”, {place}", heading=first, place=place) if heading else place


def altered(file: MarkedFile, found: FigureFound, segment: Segment, now: str, *, kept: bool) -> Remark:
    """A figure that a person altered."""
    assert found.span is not None
    told = {"was": segment.text, "text": found.text, "now": now, "fact": segment.fact}
    message = (
        msg("kept as altered: '{text}' (was '{was}'); the content says '{now}' ({fact})", **told)
        if kept
        else msg("altered by hand: '{text}' (was '{was}'); the content says '{now}' ({fact})", **told)
    )
    return Remark(place_of(file, found.span), found.line.language, message, conflict=not kept)


def otherwise_written(file: MarkedFile, found: FigureFound, now: str, language: str, *, kept: bool) -> Remark:
    """A figure that a person wrote another way, and that has since changed in more than its numeral."""
    assert found.span is not None
    message = msg(
        "written by hand as '{text}', and the content now says '{now}' ({fact})",
        text=found.text,
        now=now,
        fact=found.figure.fact,
    )
    return Remark(place_of(file, found.span), language, message, conflict=not kept)


def contradicted(file: MarkedFile, found: FigureFound, said: str) -> Remark:
    """A person's sentence whose direction the figure no longer has."""
    assert found.span is not None
    message = msg(
        "the sentence was reworded in the file and says “…{said}”, while {fact} has turned: reword it",
        said=said,
        fact=found.figure.fact,
    )
    return Remark(place_of(file, found.span), found.line.language, message)


def unprinted(file: MarkedFile, found: FigureFound) -> Remark:
    """A figure in a person's sentence that the content prints no longer."""
    assert found.span is not None
    message = msg("'{text}' stays: the content no longer prints {fact}", text=found.text, fact=found.figure.fact)
    return Remark(place_of(file, found.span), found.line.language, message)


def reworded_too(file: MarkedFile, found: LineFound, now: LedgerLine) -> Remark:
    """A sentence that was reworded in the file and in the content."""
    message = msg("reworded in the file, and the content now says: {text}", text=now.text)
    return Remark(place_of(file, found.span), now.language, message)


def kept_line(file: MarkedFile, found: LineFound) -> Remark:
    """A line that the content says no longer, and that a person has changed or commented."""
    message = msg("stays as it was changed or commented: the content no longer says it")
    return Remark(place_of(file, found.span), found.line.language, message)


def not_found_again(lines: Sequence[LedgerLine]) -> Remark:
    """Figures that stand alone in a file that has lost its ledger: nothing tells which they are."""
    figures = [figure.text for line in lines for figure in line.figures]
    message = msg(
        "the file has lost what it kept of its figures, and these could not be found in it again: {figures}",
        figures=listing(list(dict.fromkeys(figures)), "unit"),
    )
    return Remark(msg("the file"), lines[0].language, message, conflict=True)


def out_of_place(line: LedgerLine) -> Remark:
    """A line that is new in the content and has no place in the file."""
    where = msg("the content, '{section}'", section=line.section) if line.section else msg("the content")
    message = msg("new, and not put in, since its place in the file was changed: {text}", text=line.text)
    return Remark(where, line.language, message)


def chart_kept(name: str, language: str) -> Remark:
    """A chart whose picture or figures a person has changed."""
    message = msg("changed by hand in the file, in its picture or its figures: kept as it is there")
    return Remark(msg("chart '{name}'", name=name), language, message, conflict=True)


def chart_lost(name: str, language: str) -> Remark:
    """A chart that is no longer in the file, or something else there."""
    message = msg("its figures have changed, and the file holds neither its picture nor its chart any more")
    return Remark(msg("chart '{name}'", name=name), language, message)
