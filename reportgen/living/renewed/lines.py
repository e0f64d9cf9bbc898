"""What a file's lines become when its figures are renewed: which characters give way to what the content says now.

A line whose words nobody changed is renewed whole; in one that a person reworded, figures alone. A figure that a person
altered is a conflict. Nothing is written here, and no XML is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from difflib import SequenceMatcher
from typing import Literal
from unicodedata import normalize

from reportgen.ledger import CITE, FIGURE, LINK, REFERENCE, WORDS, Ledger, LedgerLine, Segment, digest
from reportgen.living.locate import FigureFound, LineFound, Located, State
from reportgen.living.pairing import Pairs, figures_of, printed_now
from reportgen.living.renewed.remarks import Remark, altered, contradicted, otherwise_written, reworded_too, unprinted
from reportgen.numbers import find
from reportgen.records import record
from reportgen.word.marked_file import MarkedFile, Span

Take = Literal["content", "file"]

_WORD = re.compile(r"[A-Za-zÀ-ɏ0-9]+|\s+|.", re.DOTALL)
_CITED = re.compile(r"\[[0-9]{1,3}\]")
_AROUND = 16
"""How many characters before a figure are told with it: its direction is among them."""

_NUMERAL = re.compile(r"[-−+]?[0-9][0-9.,]*")


@record
class Put:
    """Characters of a paragraph that give way to `text`, as a line of the content says it from character `first` on.

    No line says it where `source` is 0. `figures` are those in what is put there: which of the line's figures, and its
    characters. `whole` is a figure alone.
    """

    paragraph: int
    start: int
    end: int
    text: str
    source: int = 0
    first: int = 0
    whole: bool = False
    figures: tuple[tuple[int, int, int], ...] = ()


@record
class LineRenewal:
    """What becomes of a line that is in the file: what the new file keeps of it, and what is put in.

    `line` is None where the content says it no longer. `standing` are the figures that stay where they are, by which of
    the line's they are. `anew` is a line that is drawn anew, since notes, links or references in it came or went.
    """

    then: LedgerLine
    found: LineFound
    line: LedgerLine | None
    puts: tuple[Put, ...] = ()
    standing: Mapping[int, Span] = field(default_factory=dict[int, Span])
    copies: tuple[tuple[int, Span | Put], ...] = ()
    anew: bool = False
    own: bool = True  # nobody reworded it
    remarks: tuple[Remark, ...] = ()


@record
class Sides:
    """What is held against each other: a file with its ledger, and the content's."""

    file: MarkedFile
    located: Located
    then: Ledger
    now: Ledger
    pairs: Pairs
    take: Take | None = None


def renewals(sides: Sides) -> Iterator[LineRenewal]:
    """Every line that is in the file, with what becomes of it."""
    hosted_then, hosted_now = _hosted(sides.then), _hosted(sides.now)
    for then in sides.then.lines:
        if (found := sides.located.lines.get(then.number)) is None:
            continue
        now = sides.pairs.now_of.get(then.number)
        offsets = _offsets(sides, then, found)
        if now is None or offsets is None:
            yield _reworded(sides, then, found, now, own=offsets is not None)
            continue
        notes = [getattr(sides.pairs.now_of.get(one), "number", None) for one in hosted_then.get(then.number, ())]
        anew = _apart(then) != _apart(now) or notes != hosted_now.get(now.number, [])
        whole = found.span.start == 0 and found.span.end == len(_text(sides, found.span))
        if anew and whole and not then.digest:
            yield _anew(sides, then, found, now)
        else:
            yield _own(sides, then, found, now, offsets)


def _hosted(ledger: Ledger) -> dict[int, list[int]]:
    """The footnotes of each line, by numbers."""
    found: dict[int, list[int]] = {}
    host = 0
    for line in ledger.lines:
        if line.role == "footnote":
            found.setdefault(host, []).append(line.number)
        else:
            host = line.number
    return found


def _apart(line: LedgerLine) -> list[tuple[str, str]]:
    """What a line leads to."""
    return [(one.kind, one.target) for one in line.segments if one.kind in (LINK, CITE, REFERENCE)]


def _text(sides: Sides, span: Span) -> str:
    return sides.file.paragraphs[span.first].passage.text


# ---- whose words a line holds -------------------------------------------------------------------


def _offsets(sides: Sides, line: LedgerLine, found: LineFound) -> list[int] | None:
    """For each place of the line's text the place in its paragraph; None where a person changed its words."""
    span = found.span
    if span.first != span.last:
        return None
    text = _text(sides, span)
    if line.digest:
        said = text[span.start : span.end]
        lead = len(said) - len(said.lstrip())
        same = digest(said.strip())[:8] == line.digest
        return [span.start + lead + at for at in range(len(said.strip()) + 1)] if same else None
    if any(one.kind == CITE for one in line.segments):  # programs that rename styles show its number as words
        text = _CITED.sub(lambda mark: " " * len(mark[0]), text)
    offsets: list[int] = []
    at = span.start
    words = ""
    for segment in line.segments:
        if segment.kind != FIGURE:
            words += segment.text
            continue
        spot = sides.located.figures[segment.number].span
        if spot is None or (spot.first, spot.last) != (span.first, span.first):
            return None
        placed = _placed(words, text, at, spot.start)
        if placed is None:
            return None
        offsets += placed
        offsets += [spot.start, *[spot.end] * (len(segment.text) - 1)] if segment.text else []
        at, words = spot.end, ""
    placed = _placed(words, text, at, span.end)
    return None if placed is None else [*offsets, *placed, span.end if not placed else placed[-1] + 1]


def _placed(words: str, text: str, start: int, end: int) -> list[int] | None:
    """The places of words in a stretch that says them, however it is spaced; None where it says others."""
    if start > end:
        return None
    if text[start:end] == words:
        return list(range(start, end))
    letters = [at for at in range(start, end) if not text[at].isspace()]
    wanted = [letter for letter in words if not letter.isspace()]
    if [text[at] for at in letters] != wanted:
        return None
    placed: list[int] = []
    rest = iter(letters)
    last = start
    for letter in words:
        if not letter.isspace():
            last = next(rest) + 1
            placed.append(last - 1)
        else:
            placed.append(min(last, end))
    return placed


# ---- a line in its author's words ---------------------------------------------------------------


@record
class _Token:
    """A word, a figure or a reference of a line: what it is told by, and its characters."""

    key: tuple[str, ...]
    start: int
    end: int
    figure: int = -1


def _tokens(line: LedgerLine) -> list[_Token]:
    made: list[_Token] = []
    figures = 0
    for start, end, segment in line.spans():
        if segment.kind == FIGURE:
            made.append(_Token((FIGURE, segment.fact, segment.form), start, end, figures))
            figures += 1
        elif segment.kind == REFERENCE:
            made.append(_Token((REFERENCE, segment.target), start, end))
        else:
            kind = segment.target if segment.kind == LINK else WORDS
            words = _WORD.finditer(segment.text)
            made += (_Token((kind, each[0]), start + each.start(), start + each.end()) for each in words)
    return made


def _own(sides: Sides, then: LedgerLine, found: LineFound, now: LedgerLine, offsets: Sequence[int]) -> LineRenewal:
    """A line whose words nobody changed: all that the content says otherwise now is put in."""
    if then.digest:
        said = _text(sides, found.span)[offsets[0] : offsets[-1]]
        then = replace(then, segments=(Segment(WORDS, said),))
    old, new = _tokens(then), _tokens(now)
    puts: list[Put] = []
    standing: dict[int, Span] = {}
    remarks: list[Remark] = []
    copies: list[tuple[int, Span | Put]] = []
    paragraph = found.span.first
    matcher = SequenceMatcher(None, [one.key for one in old], [one.key for one in new], autojunk=False)
    for step, a, a2, b, b2 in matcher.get_opcodes():
        if step != "equal":
            first = offsets[old[a].start] if a < len(old) else offsets[-1]
            last = _end(offsets, old[a2 - 1]) if a2 > a else first
            puts.append(_of_content(paragraph, first, last, now, new[b:b2]))
            continue
        for one, other in zip(old[a:a2], new[b:b2], strict=True):
            if one.figure >= 0:
                told = _figure(sides, then.figures[one.figure], then, now.text[other.start : other.end])
                remarks += told.remarks
                copies += told.copies_as(other.figure)
                if told.puts:
                    figures = ((other.figure, 0, len(told.put)),)
                    source = _source(sides, then.language, then.figures[one.figure], told.put)
                    puts.append(replace(told.as_put(paragraph, source), figures=figures))
                else:
                    standing[other.figure] = told.span
            elif then.text[one.start : one.end] != now.text[other.start : other.end]:
                puts.append(_of_content(paragraph, offsets[one.start], _end(offsets, one), now, [other]))
    return LineRenewal(then, found, now, tuple(puts), standing, tuple(copies), remarks=tuple(remarks))


def _end(offsets: Sequence[int], token: _Token) -> int:
    """The place behind a token: whatever space a person put behind it stays."""
    return offsets[token.end] if token.figure >= 0 else offsets[token.end - 1] + 1


def _of_content(paragraph: int, start: int, end: int, now: LedgerLine, tokens: Sequence[_Token]) -> Put:
    """What the content says in a stretch of its line."""
    if not tokens:
        return Put(paragraph, start, end, "")
    first, last = tokens[0].start, tokens[-1].end
    figures = tuple((one.figure, one.start - first, one.end - first) for one in tokens if one.figure >= 0)
    return Put(paragraph, start, end, now.text[first:last], now.number, first, figures=figures)


def _anew(sides: Sides, then: LedgerLine, found: LineFound, now: LedgerLine) -> LineRenewal:
    """A line in which notes, links or references came or went: drawn anew, unless a person altered a figure in it."""
    remarks: list[Remark] = []
    kept = False
    printed = figures_of(then, now)
    for segment in then.figures:
        same = printed.get(segment.number)
        told = _figure(sides, segment, then, same.text if same else segment.text)
        remarks += told.remarks
        kept = kept or bool(told.remarks)
    if kept:
        return _reworded(sides, then, found, now, own=False)
    figures = tuple(
        (index, start, last)
        for index, (start, last) in enumerate((a, b) for a, b, one in now.spans() if one.kind == FIGURE)
    )
    put = Put(found.span.first, 0, found.span.end, now.text, now.number, 0, figures=figures)
    return LineRenewal(then, found, now, (put,), anew=True)


# ---- figures ------------------------------------------------------------------------------------


@record
class _FigureTold:
    """What becomes of a figure: where it is, what is put there (nothing where it stays), what is told of it."""

    span: Span
    put: str = ""
    puts: bool = False
    remarks: tuple[Remark, ...] = ()
    copies: tuple[tuple[Span, str | None], ...] = ()

    def as_put(self, paragraph: int, source: tuple[int, int] | None) -> Put:
        """What is put there, from a line of the content that prints it."""
        line, first = source or (0, 0)
        return Put(paragraph, self.span.start, self.span.end, self.put, line, first, whole=True)

    def copies_as(self, index: int) -> Iterator[tuple[int, Span | Put]]:
        """Its pasted copies, as those of a figure of the line."""
        for span, text in self.copies:
            yield index, span if text is None else Put(span.first, span.start, span.end, text, whole=True)


def _figure(sides: Sides, segment: Segment, line: LedgerLine, text: str) -> _FigureTold:
    """What becomes of a figure that the content prints so now, and of its copies."""
    found = sides.located.figures[segment.number]
    own = _one_figure(sides, found, segment, line, text)
    copies: list[tuple[Span, str | None]] = []
    remarks = list(own.remarks)
    for copy in sides.located.copies:
        if copy.figure.number == segment.number and copy.span is not None:
            told = _one_figure(sides, copy, segment, line, text)
            remarks += told.remarks
            copies.append((told.span, told.put if told.puts else None))
    return replace(own, remarks=tuple(remarks), copies=tuple(copies))


def _one_figure(sides: Sides, found: FigureFound, segment: Segment, line: LedgerLine, text: str) -> _FigureTold:
    assert found.span is not None
    span = found.span
    if found.state is State.ALTERED:
        if _plain(found.text) == _plain(text):
            return _FigureTold(span)
        if sides.take == "content":
            return _FigureTold(span, text, puts=True)
        remark = altered(sides.file, found, segment, text, kept=sides.take == "file")
        return _FigureTold(span, remarks=(remark,))
    if text == segment.text or found.text == text:
        return _FigureTold(span)
    if _plain(found.text) == _plain(segment.text):
        return _FigureTold(span, text, puts=True)
    if (dressed := _in_dress(segment.text, text, found.text)) is not None:
        return _FigureTold(span, dressed, puts=True)
    if sides.take == "content":
        return _FigureTold(span, text, puts=True)
    remark = otherwise_written(sides.file, found, text, line.language, kept=sides.take == "file")
    return _FigureTold(span, remarks=(remark,))


def _in_dress(then: str, now: str, said: str) -> str | None:
    """What a person's way of writing a figure becomes: the numeral that changed, in its place; None where more did."""
    old, new = _NUMERAL.findall(then), _NUMERAL.findall(now)
    if len(old) != len(new) or _NUMERAL.sub("\0", then) != _NUMERAL.sub("\0", now):
        return None
    changed = [(one, other) for one, other in zip(old, new, strict=True) if one != other]
    if len(changed) != 1:
        return None
    wanted, fresh = changed[0]
    spots = [each for each in _NUMERAL.finditer(said) if each[0].replace(",", "") == wanted.replace(",", "")]
    if len(spots) != 1:
        return None
    grouped = "," in spots[0][0] or "," not in wanted
    return said[: spots[0].start()] + (fresh if grouped else fresh.replace(",", "")) + said[spots[0].end() :]


def _plain(text: str) -> str:
    """A figure without spaces, its full-width digits narrow."""
    return "".join(normalize("NFKC", text).split())


# ---- a line in a person's words -----------------------------------------------------------------


def _reworded(sides: Sides, then: LedgerLine, found: LineFound, now: LedgerLine | None, *, own: bool) -> LineRenewal:
    """A line that a person reworded, or that the content says no longer: its figures alone are renewed.

    What the new file keeps of it is what the content says, so that the person's words are still an edit of it; what the
    content said then, where it says it otherwise now, since neither has been merged into the other.
    """
    changed = now is not None and _reads(then) != _reads(now)
    kept = None if now is None else then if changed else now
    puts: list[Put] = []
    standing: dict[int, Span] = {}
    copies: list[tuple[int, Span | Put]] = []
    remarks: list[Remark] = []
    texts: dict[int, str] = {}
    for index, segment in enumerate(then.figures):
        text = printed_now(sides.now, then, segment, sides.pairs)
        spot = sides.located.figures[segment.number]
        if text is None and spot.span is not None and now is not None:
            remarks.append(unprinted(sides.file, spot))
        texts[index] = text = segment.text if text is None else text
        if spot.span is None:
            continue
        told = _figure(sides, segment, then, text)
        remarks += told.remarks
        copies += told.copies_as(index)
        if told.puts:
            source = _source(sides, then.language, segment, told.put)
            puts.append(replace(told.as_put(told.span.first, source), figures=((index, 0, len(told.put)),)))
            if warning := _direction(sides, spot, told.put, segment, then):
                remarks.append(warning)
        else:
            standing[index] = told.span
    if kept is then:
        printed = iter(texts.values())
        segments = (replace(one, text=next(printed)) if one.kind == FIGURE else one for one in then.segments)
        kept = replace(then, segments=tuple(segments))
    if changed and now is not None and not own:
        remarks.append(reworded_too(sides.file, found, now))
    if kept is now and now is not None:
        order = _places(then, now)
        standing = {order[index]: span for index, span in standing.items() if index in order}
        puts = [replace(put, figures=tuple((order[i], a, b) for i, a, b in put.figures if i in order)) for put in puts]
        copies = [(order[index], one) for index, one in copies if index in order]
    return LineRenewal(then, found, kept, tuple(puts), standing, tuple(copies), own=own, remarks=tuple(remarks))


def _reads(line: LedgerLine) -> object:
    """What a line says, its figures aside."""
    return line.typed or line.digest or [(one.kind, one.fact or one.text, one.form) for one in line.segments]


def _places(then: LedgerLine, now: LedgerLine) -> dict[int, int]:
    """Which of the content's figures each of a line's is."""
    same = figures_of(then, now)
    numbers = {one.number: index for index, one in enumerate(now.figures)}
    return {index: numbers[same[one.number].number] for index, one in enumerate(then.figures) if one.number in same}


def _source(sides: Sides, language: str, segment: Segment, text: str) -> tuple[int, int] | None:
    """A line of the content that prints a figure so, and from which of its characters."""
    for line in sides.now.lines:
        if line.language == language:
            for start, _, one in line.spans():
                if (one.kind, one.fact, one.form, one.text) == (FIGURE, segment.fact, segment.form, text):
                    return line.number, start
    return None


def _direction(sides: Sides, spot: FigureFound, put: str, segment: Segment, then: LedgerLine) -> Remark | None:
    """That a person's sentence says a figure rises which falls now, or the other way round."""
    fact = sides.now.fact(segment.fact)
    before = sides.then.fact(segment.fact)
    if spot.span is None or fact is None or before is None or _sign(fact.value) == _sign(before.value):
        return None
    text = _text(sides, spot.span)
    now = text[: spot.span.start] + put + text[spot.span.end :]
    end = spot.span.start + len(put)
    said = [one for one in find(now, then.language) if one.start < end and spot.span.start < one.end and one.direction]
    was = [one for one in find(text, then.language) if one.start < spot.span.end and spot.span.start < one.end]
    if said and was and said[0].direction == was[0].direction:
        return contradicted(sides.file, spot, now[max(0, said[0].start - _AROUND) : said[0].end])
    return None


def _sign(value: str) -> bool:
    return value.startswith(("-", "−"))
