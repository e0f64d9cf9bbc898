"""A file as one person left it, held against its ledger: which words of which lines changed, what is new, what went.

Figures are told as the facts they print, wherever they stand now; what of them a person altered is told beside. Not
here: what becomes of it in the content (pull.py).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from urllib.parse import quote

from reportgen.languages import script_of
from reportgen.ledger import FACT_WORDS, FIGURE, LINK, REFERENCE, WORDS, Ledger, LedgerLine, Segment, digest
from reportgen.living.locate import FigureFound, Located, State, locate
from reportgen.living.pull.merging import Change, changes_between, with_unread
from reportgen.living.pull.tokens import UNREAD, Token, line_tokens, mark_key, trimmed, words_of
from reportgen.numbers import find
from reportgen.numbers.model.pattern import Pattern
from reportgen.passages import Cell, Kind
from reportgen.records import record
from reportgen.word.marked_file import MarkedFile, Span
from reportgen.word.reviewed import Dress, Styles, Thread, dresses, is_merged, style_of, styles_of, threads_in

WEIGHED = ("body", "lead", "quote", "item", "box", "note", "footnote")
"""The roles of running text, in which a person's bold and italic mean something."""

_SHORT = 4
_MARK = Pattern(r"[\s\u00a0]?\[[0-9]{1,4}\]")
_IN_TABLES = ("cell", "head")
_SAFE_IN_ADDRESS = "!#$%&'()*+,/:;=?@[]~"
Bare = Callable[[str, str], str]
"""How a fact is printed without its words in a language; empty where that is not known."""


@record
class EditedLine:
    """A line as it stands in a file: what was changed of what its author typed, and its figures that say another."""

    line: LedgerLine
    span: Span
    changes: tuple[Change, ...]
    altered: tuple[FigureFound, ...] = ()
    reworded: tuple[FigureFound, ...] = ()  # figures whose own words a person changed, which no fact prints
    product: bool = False  # the product's own words round it were changed


@record
class NewParagraph:
    """A paragraph that no line of the ledger stands in: which, what it is, behind which line it stands."""

    index: int
    language: str
    kind: Kind
    level: int
    tokens: tuple[Token, ...]
    behind: LedgerLine | None
    boxed: bool = False  # it stands in a cell together with that line
    altered: tuple[FigureFound, ...] = ()


@record
class NewRow:
    """A row that a person put into a table, behind which of its rows, with the words of its cells by language."""

    owner: str
    behind: int
    cells: tuple[Mapping[str, tuple[Token, ...]], ...]


@record
class Edited:
    """A file against its ledger: what a person changed of its lines, what went and what came."""

    name: str
    file: MarkedFile
    ledger: Ledger
    located: Located
    lines: Mapping[int, EditedLine]
    gone: tuple[LedgerLine, ...]
    new: tuple[NewParagraph, ...]
    others: tuple[tuple[LedgerLine, str], ...]  # lines that no author typed, and what stands there now
    threads: tuple[Thread, ...]
    rows: tuple[NewRow, ...] = ()
    reshaped: frozenset[str] = frozenset()  # the tables whose cells were merged, moved to other columns or made text
    notes: tuple[str, ...] = ()  # footnotes that a person wrote


@record
class _Reading:
    """What is needed to read the file's paragraphs as tokens."""

    file: MarkedFile
    ledger: Ledger
    styles: Styles
    figures: Mapping[int, Sequence[FigureFound]]
    references: Mapping[tuple[str, str], str]
    printed: Mapping[tuple[str, str], str]
    bare: Bare
    homes: Mapping[int, int]  # how many typed lines stand in a paragraph


def read_edited(name: str, file: MarkedFile, ledger: Ledger, bare: Bare, known: frozenset[str]) -> Edited:
    """What a person made of the file; `known` are words of the product that stand in no line of the ledger."""
    located = locate(file, ledger)
    figures: defaultdict[int, list[FigureFound]] = defaultdict(list)
    for found in (*located.figures.values(), *located.copies):
        if found.span is not None:
            figures[found.span.first].append(found)
    references = {
        (line.language, _even(segment.text)): segment.target
        for line in ledger.lines
        for segment in line.segments
        if segment.kind == REFERENCE
    }
    homes = Counter(found.span.first for found in located.lines.values() if found.line.typed)
    styles = styles_of(file.opened)
    reading = _Reading(file, ledger, styles, figures, references, _printed(ledger), bare, homes)
    joined = _joined(located, ledger)
    reshaped = frozenset(_reshaped(file, ledger, located))
    lines: dict[int, EditedLine] = {}
    others: list[tuple[LedgerLine, str]] = []
    gone: list[LedgerLine] = []
    for line in ledger.lines:
        where = located.lines.get(line.number)
        if line.owner in reshaped and line.role in _IN_TABLES:
            continue
        if not line.typed:
            if where is not None and (now := _said_otherwise(line, file.text(where.span))):
                others.append((line, now))
        elif where is None or line.number in joined or _is_elsewhere(reading, line, where.span, marked=where.marked):
            gone.append(line)
        else:
            span = joined.get(-line.number, where.span)
            lines[line.number] = _edited(reading, line, span)
    new = list(_new(reading, located, known))
    _put_in_place_of_gone(reading, lines, gone, new)
    return Edited(
        name,
        file,
        ledger,
        located,
        lines,
        tuple(gone),
        tuple(new),
        tuple(others),
        threads_in(file.opened, file.paragraphs),
        tuple(_new_rows(reading, located, reshaped)),
        reshaped,
        tuple(_new_notes(reading, located, known)),
    )


def _is_elsewhere(reading: _Reading, line: LedgerLine, span: Span, *, marked: bool) -> bool:
    """Whether what was found is no place of the line's own: in the contents, or an empty mark left in another's."""
    if not marked:
        return style_of(reading.file.paragraphs[span.first]) in reading.styles.contents
    mark = reading.file.marks_of(reading.ledger).lines.get(line.number)
    alone = len(line.text) < _SHORT  # a mark is empty from the beginning there
    return mark is not None and mark.empty and not alone and (span.start == span.end or reading.homes[mark.first] > 1)


def _said_otherwise(line: LedgerLine, now: str) -> str:
    """What a line says now that was changed, figures apart; nothing where it says what it said."""
    if line.figures or not now.strip():
        return ""
    return "" if (digest(now)[:8] if line.digest else now) == (line.digest or line.text) else now


def _printed(ledger: Ledger) -> dict[tuple[str, str], str]:
    """The facts by how they are printed, those that no other is printed like."""
    counted: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for fact in ledger.facts:
        for language, text in fact.printed:
            counted[language, text].append(fact.name)
    return {key: names[0] for key, names in counted.items() if len(names) == 1}


def _joined(located: Located, ledger: Ledger) -> dict[int, Span]:
    """Lines whose paragraph a person joined to the one before: by their numbers; and, by the number of that line made
    negative, the whole stretch that both stand in now."""
    joined: dict[int, Span] = {}
    by_paragraph: defaultdict[int, list[LedgerLine]] = defaultdict(list)
    for line in ledger.lines:
        if line.typed and line.role in WEIGHED and line.number in located.lines:
            by_paragraph[located.lines[line.number].span.first].append(line)
    for members in by_paragraph.values():
        ordered = sorted(members, key=lambda line: located.lines[line.number].span.start)
        for one, other in pairwise(ordered):
            first, second = located.lines[one.number].span, located.lines[other.number].span
            if one.language == other.language and one.role == other.role and first.end >= second.start - 1:
                head = next((each for each in ordered if -each.number in joined), one)
                start = located.lines[head.number].span
                joined[-head.number] = Span(start.first, start.start, second.last, second.end)
                joined[other.number] = second
    return joined


# ---- one line -----------------------------------------------------------------------------------


def _edited(reading: _Reading, line: LedgerLine, span: Span) -> EditedLine:
    """What a person changed of a line: of its first paragraph, where it was parted."""
    end = span.end if span.last == span.first else len(reading.file.paragraphs[span.first].passage.text)
    base, before, behind = line_tokens(line)
    theirs, altered, reworded = _tokens(reading, Span(span.first, span.start, span.first, end), line)
    read = [token for token in base if token.kind not in UNREAD]
    heads, tails = [*words_of(before)], [*words_of(behind)]
    weighed = line.role in WEIGHED
    found = changes_between([*heads, *read, *tails], theirs, weighed=weighed)
    own: list[Change] = []
    first, last = len(heads), len(heads) + len(read)
    for change in found:
        if change.end < first or change.start > last or (change.end == first and change.start < first):
            continue
        tokens = tuple(token if weighed else token.plain for token in change.tokens)
        tokens = tuple(_known_facts(reading, tokens, line.language))
        start, stop = max(change.start, first) - first, min(change.end, last) - first
        own.append(Change(start, stop, tokens))
    product = any(change.start < first or change.end > last for change in found)
    changes = tuple(each for each in own if each.start < each.end or each.tokens)
    return EditedLine(line, span, with_unread(base, changes), altered, reworded, product)


def _tokens(
    reading: _Reading, span: Span, line: LedgerLine | None
) -> tuple[list[Token], tuple[FigureFound, ...], tuple[FigureFound, ...]]:
    """A stretch of one paragraph as tokens; which of its figures say another, and which are worded otherwise."""
    paragraph = reading.file.paragraphs[span.first]
    text, dress = paragraph.passage.text, dresses(paragraph, reading.styles)
    even = _even(text)
    taken: list[tuple[int, int, list[Token]]] = []
    altered: list[FigureFound] = []
    reworded: list[FigureFound] = []
    for found in sorted(reading.figures.get(span.first, ()), key=lambda one: one.span.start if one.span else 0):
        assert found.span is not None
        start, end = found.span.start, found.span.end
        if start < span.start or end > span.end or start >= end or any(a < end and start < b for a, b, _ in taken):
            continue
        tokens, fits = _figure_tokens(reading, found, dress[start])
        taken.append((start, end, tokens))
        if found.state is State.ALTERED:
            altered.append(found)
        elif not fits:
            reworded.append(found)
    taken += _cited(text, dress, span, taken)
    taken += _linked(text, dress, span, taken, line)
    taken += _referred(reading, even, dress, span, taken, line)
    taken += _fact_words(even, span, taken, line)
    made: list[Token] = []
    at = span.start
    for start, end, tokens in sorted(taken, key=lambda one: one[0]):
        made += _plain(text, dress, at, start)
        made += tokens
        at = end
    made += _plain(text, dress, at, span.end)
    return list(trimmed(made)), tuple(altered), tuple(reworded)


def _plain(text: str, dress: Sequence[Dress], start: int, end: int) -> Iterator[Token]:
    """Words, each stretch of one weight by itself; blanks take the weight of what they stand between."""
    spans = groupby(range(start, end), key=lambda at: (dress[at].strong, dress[at].emphasis))
    for (strong, emphasis), group in spans:
        members = list(group)
        yield from words_of(text[members[0] : members[-1] + 1], strong=strong, emphasis=emphasis)


def _figure_tokens(reading: _Reading, found: FigureFound, dress: Dress) -> tuple[list[Token], bool]:
    """A figure as its fact; where a person changed words of it, as the fact without words between these.

    False where no form of the fact prints what stands there.
    """
    segment = found.figure
    strong, emphasis = dress.strong, dress.emphasis
    key = mark_key(segment.fact, segment.form)
    whole = Token(FIGURE, key=key, strong=strong, emphasis=emphasis, shown=found.text)
    if found.state is State.ALTERED or _letters(found.text) == _letters(segment.text):
        return [whole], True
    bare = reading.bare(segment.fact, found.line.language) if segment.form == "prose" else ""
    before, there, behind = found.text.partition(bare) if bare else ("", "", "")
    if not there or bare not in segment.text:
        return [whole], False
    figure = Token(FIGURE, key=mark_key(segment.fact, "bare"), strong=strong, emphasis=emphasis, shown=bare)
    around = (list(words_of(words, strong=strong, emphasis=emphasis)) for words in (before, behind))
    return [*next(around), figure, *next(around)], True


def _even(text: str) -> str:
    """The text with plain blanks for those that hold words together."""
    return text.replace("\u00a0", " ")


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalpha())


Taken = list[tuple[int, int, list[Token]]]


def _free(start: int, end: int, span: Span, taken: Taken) -> bool:
    return span.start <= start < end <= span.end and not any(a < end and start < b for a, b, _ in taken)


def _cited(text: str, dress: Sequence[Dress], span: Span, taken: Taken) -> Taken:
    """The marks of citations where a program has made plain words of them: they are none."""
    return [
        (found.start(), found.end(), [])
        for found in _MARK.finditer(text, span.start, span.end)
        if dress[found.end() - 1].raised and _free(found.start(), found.end(), span, taken)
    ]


def _linked(text: str, dress: Sequence[Dress], span: Span, taken: Taken, line: LedgerLine | None) -> Taken:
    """Stretches that lead to an address, typed as it was where a file only escapes it."""
    own = {
        quote(one.target, safe=_SAFE_IN_ADDRESS): one.target
        for one in (line.segments if line else ())
        if one.kind == LINK
    }
    found: Taken = []
    for url, group in groupby(range(span.start, span.end), key=lambda at: dress[at].url):
        members = list(group)
        start, end = members[0], members[-1] + 1
        if url and url.startswith(("http://", "https://", "mailto:")) and _free(start, end, span, taken):
            words = text[start:end]
            found.append((start, end, [Token(LINK, words, own.get(url, url), shown=words)]))
    return found


def _referred(
    reading: _Reading, text: str, dress: Sequence[Dress], span: Span, taken: Taken, line: LedgerLine | None
) -> Taken:
    """References: the fields that tell one; those whose field is gone by their words."""
    wanted = [one for one in (line.segments if line else ()) if one.kind == REFERENCE]
    found: Taken = []
    language = line.language if line else script_of(text)
    for field, group in groupby(range(span.start, span.end), key=lambda at: dress[at].field):
        members = list(group)
        start, end = members[0], members[-1] + 1
        if field != "REF" or not _free(start, end, span, [*taken, *found]):
            continue
        own, start, end = _whole_reference(text, start, end, wanted)
        words = text[start:end]
        own = own or next(iter(wanted), None)  # a field that was counted anew prints another number
        target = own.target if own else reading.references.get((language, words), "")
        if own is not None:
            wanted.remove(own)
        if target:
            found.append((start, end, [Token(REFERENCE, key=target, shown=words)]))
    return found + _by_words(
        text, span, [*taken, *found], [(one.text, Token(REFERENCE, key=one.target, shown=one.text)) for one in wanted]
    )


def _whole_reference(text: str, start: int, end: int, wanted: Sequence[Segment]) -> tuple[Segment | None, int, int]:
    """The reference whose words stand at a field, which may tell its number alone (第1节), and where they do."""
    for one in wanted:
        at = text.find(_even(one.text), max(0, end - len(one.text)), start + len(one.text))
        if at >= 0:
            return one, at, at + len(one.text)
    return None, start, end


def _fact_words(text: str, span: Span, taken: Taken, line: LedgerLine | None) -> Taken:
    """What facts are called, where it stands as it is printed."""
    wanted = [one for one in (line.segments if line else ()) if one.kind == FACT_WORDS]
    tokens = [
        (
            one.text,
            Token(
                FACT_WORDS, key=mark_key(one.fact, one.form), shown=one.text, strong=one.strong, emphasis=one.emphasis
            ),
        )
        for one in wanted
    ]
    return _by_words(text, span, taken, tokens)


def _by_words(text: str, span: Span, taken: Taken, wanted: Sequence[tuple[str, Token]]) -> Taken:
    found: Taken = []
    at = span.start
    for words, token in wanted:
        start = text.find(_even(words), at, span.end) if words else -1
        if start >= 0 and _free(start, start + len(words), span, [*taken, *found]):
            at = start + len(words)
            found.append((start, at, [token]))
    return found


def _known_facts(reading: _Reading, tokens: Sequence[Token], language: str) -> Iterator[Token]:
    """Words with each figure that one fact alone is printed like told as that fact."""
    for words, group in groupby(tokens, key=lambda token: (token.kind == WORDS, token.strong, token.emphasis)):
        members = list(group)
        text = "".join(token.text for token in members)
        if not words[0] or not any(map(str.isdigit, text)):
            yield from members
            continue
        at = 0
        for figure in find(text, language):
            name = reading.printed.get((language, text[figure.start : figure.end]))
            if name is not None:
                yield from words_of(text[at : figure.start], strong=words[1], emphasis=words[2])
                shown = text[figure.start : figure.end]
                yield Token(FIGURE, key=name, strong=words[1], emphasis=words[2], shown=shown)
                at = figure.end
        yield from words_of(text[at:], strong=words[1], emphasis=words[2])


# ---- paragraphs that no line stands in ------------------------------------------------------------


def _new(reading: _Reading, located: Located, known: frozenset[str]) -> Iterator[NewParagraph]:
    """The paragraphs that a person wrote, each behind the line that it stands behind."""
    taken: set[int] = set()
    homes: dict[int, LedgerLine] = {}
    for found in located.lines.values():
        taken.add(found.span.first)
        homes[found.span.first] = found.line
        taken |= set(range(found.span.first, found.span.last)) if not found.line.typed else set()
    before: LedgerLine | None = None
    before_cell: object = None
    for index, paragraph in enumerate(reading.file.paragraphs):
        passage = paragraph.passage
        if index in taken:
            if index in homes:
                before = homes[index]
            before_cell = passage.cell
            continue
        boxed = passage.cell is not None and passage.cell == before_cell
        if paragraph.story or not (passage.kind in (Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING) or boxed):
            continue
        if boxed and (before is None or before.role not in WEIGHED):
            continue
        if _is_products(reading, index, known):
            continue
        language = _language(reading.ledger, passage.text)
        tokens, altered, _ = _tokens(reading, Span(index, 0, index, len(passage.text)), None)
        weighed = passage.kind is not Kind.HEADING
        tokens = [token if weighed else token.plain for token in tokens]
        told = tuple(_known_facts(reading, tokens, language))
        yield NewParagraph(index, language, passage.kind, passage.level, told, before, boxed, altered)


def _language(ledger: Ledger, text: str) -> str:
    """Which of the file's languages words are in, by their script."""
    script = script_of(text)
    return script if script in ledger.languages else ledger.languages[0]


def _is_products(reading: _Reading, index: int, known: frozenset[str]) -> bool:
    """Whether a paragraph is one of the product's that its ledger does not hold: contents, heads, what is composed."""
    paragraph = reading.file.paragraphs[index]
    if style_of(paragraph) in reading.styles.contents:
        return True
    left = _even(paragraph.passage.text)
    for words in sorted(known, key=len, reverse=True):
        left = left.replace(words, "")
    return not any(map(str.isalpha, left))


def _put_in_place_of_gone(
    reading: _Reading, lines: dict[int, EditedLine], gone: list[LedgerLine], new: list[NewParagraph]
) -> None:
    """Take a new paragraph that stands where a line went, in its language, for that line, reworded beyond likeness."""
    if not gone or not new:
        return
    order = [line.number for line in reading.ledger.lines]
    places = {number: place for place, number in enumerate(order)}
    for line in list(gone):
        before = next((number for number in reversed(order[: places[line.number]]) if number in lines), 0)
        for paragraph in new:
            behind = paragraph.behind.number if paragraph.behind else 0
            there = before <= behind < line.number or (not before and not behind)
            suited = paragraph.kind is not Kind.HEADING or line.role == "heading"
            if there and suited and paragraph.language == line.language and line.role in (*WEIGHED, "heading"):
                text = reading.file.paragraphs[paragraph.index].passage.text
                lines[line.number] = _edited(reading, line, Span(paragraph.index, 0, paragraph.index, len(text)))
                gone.remove(line)
                new.remove(paragraph)
                break


# ---- tables and notes -----------------------------------------------------------------------------


def _cells(file: MarkedFile, ledger: Ledger, located: Located) -> Iterator[tuple[LedgerLine, Cell | None, Span]]:
    """The lines of tables' cells that are still there, with the cells that they stand in."""
    for line in ledger.lines:
        found = located.lines.get(line.number)
        if line.role == "cell" and found is not None:
            yield line, file.paragraphs[found.span.first].passage.cell, found.span


def _reshaped(file: MarkedFile, ledger: Ledger, located: Located) -> Iterator[str]:
    """The tables whose cells no longer stand as they stood to each other."""
    by_row: defaultdict[tuple[str, int], list[tuple[int, Cell]]] = defaultdict(list)
    wide = Counter((line.owner, line.row) for line in ledger.lines if line.role == "cell" and line.column > 0)
    for line, cell, span in _cells(file, ledger, located):
        several = wide[line.owner, line.row] > 0  # a row of one cell spans its table from the beginning
        if cell is None or (several and is_merged(file.paragraphs[span.first])):
            yield line.owner
        else:
            by_row[line.owner, line.row].append((line.column, cell))
    for (owner, _), members in by_row.items():
        ordered = sorted(members, key=lambda one: one[0])
        for (column, cell), (after, other) in pairwise(ordered):
            if cell.row != other.row or (column < after and cell.first >= other.first):
                yield owner


def _new_rows(reading: _Reading, located: Located, reshaped: frozenset[str]) -> Iterator[NewRow]:
    """The rows of tables in which no line of the ledger stands, below one in which some do."""
    known: dict[tuple[int, int], tuple[str, int]] = {}
    tables: dict[int, str] = {}
    for line, cell, _ in _cells(reading.file, reading.ledger, located):
        if cell is not None and line.owner not in reshaped:
            known[cell.table, cell.row] = (line.owner, line.row)
            tables[cell.table] = line.owner
    taken = {found.span.first for found in located.lines.values()}
    fresh: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for index, paragraph in enumerate(reading.file.paragraphs):
        cell = paragraph.passage.cell
        if cell is not None and cell.table in tables and index not in taken and not cell.head:
            fresh[cell.table, cell.row].append(index)
    for (table, row), indexes in fresh.items():
        before = [at for number, at in known if number == table and at < row]
        if (table, row) not in known and before:
            yield NewRow(tables[table], known[table, max(before)][1], tuple(_row_cells(reading, indexes)))


def _row_cells(reading: _Reading, indexes: Sequence[int]) -> Iterator[Mapping[str, tuple[Token, ...]]]:
    """The words of a row's cells in their order, by language."""
    passages = [(index, reading.file.paragraphs[index].passage) for index in indexes]
    last = -1
    for column, group in groupby(passages, key=lambda one: one[1].cell.first if one[1].cell else 0):
        yield from ({} for _ in range(last + 1, column))
        last = column
        said: dict[str, tuple[Token, ...]] = {}
        for index, passage in group:
            language = _language(reading.ledger, passage.text)
            tokens, _, _ = _tokens(reading, Span(index, 0, index, len(passage.text)), None)
            said[language] = tuple(_known_facts(reading, [token.plain for token in tokens], language))
        yield said


def _new_notes(reading: _Reading, located: Located, known: frozenset[str]) -> Iterator[str]:
    """The footnotes in which no line of the ledger stands."""
    taken = {found.span.first for found in located.lines.values()}
    for index, paragraph in enumerate(reading.file.paragraphs):
        noted = paragraph.story in ("footnote", "endnote") and index not in taken
        if noted and not _is_products(reading, index, known):
            yield paragraph.passage.text
