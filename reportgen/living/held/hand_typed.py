"""Figures that people typed into a file by hand: those that tell a fact once more, and those that tell it otherwise.

A figure without a mark is held against the facts of its kind and unit. It repeats one that says the same; it
contradicts one only where the words round it are those that stand round the fact, no other time is told, and no other
fact fits: a false alarm costs more trust than a silence.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from reportgen.ledger import FACT_WORDS, Ledger, LedgerLine, Segment
from reportgen.living.locate import FigureFound, Located, State, alike, figures_in
from reportgen.numbers import Found
from reportgen.numbers.model.pattern import Pattern
from reportgen.passages import Kind
from reportgen.records import record
from reportgen.word.marked_file import MarkedFile, Span

TIMES = ("date", "period", "time", "clock", "age", "hint")
"""Kinds of figures that say when: a date typed into a sentence repeats and contradicts nothing."""

_STOP = Pattern(r"[0-9，。；：！？、（）\n\t]|[,.;:!?()](?=\s|$)")
_CLAUSE = Pattern(r"[，。；：！？、（）\n\t]|[,.;:!?()](?=\s|$)")
_WORD = Pattern(r"[A-Za-z][A-Za-z'’-]+|[\u3400-\u9fff]")
_SMALL = frozenset(
    {"the", "an", "of", "in", "to", "for", "and", "or", "by", "at", "on", "as", "was", "were", "is", "are", "be", "it"}
    | {"been", "its", "their", "this", "that", "with", "from", "has", "have", "had", "year", "over", "than", "more"}
    | {"most", "all", "some", "year-on-year"}
)
_COMMON = frozenset("的了为是和与在达到约近超过共有其中同比增长下降个家万亿元年月日第")

_NAMING = (Kind.HEADING, Kind.CAPTION)
_PAGE = Pattern(r"\s*[0-9]+\Z")

_CLOSE = 0.7
"""The least share of the words round a fact that stand round a figure which contradicts it."""

_ENOUGH = 4
"""How many words say what a figure is of."""

_KIN = 0.3
"""The same for a figure with few digits to repeat one."""

_TELLING = 3
"""How many digits a figure has at least that repeats a fact whatever words are round it."""

_MOST = 4_000
"""How many characters of a paragraph are read at most: a sentence is shorter."""


@record
class HandTyped:
    """A figure without a mark; the fact whose figure in the ledger it repeats, or contradicts."""

    span: Span
    language: str
    text: str
    line: LedgerLine
    figure: Segment
    contradicts: bool


@record
class Typed:
    """What was typed by hand: what is worth telling, and by their numbers the figures that were only moved."""

    told: tuple[HandTyped, ...]
    moved: frozenset[int]


def hand_typed(file: MarkedFile, ledger: Ledger, located: Located) -> Typed:
    """The figures of a file that no mark and no line of the ledger accounts for, held against the facts."""
    gone = [one for one in located.figures.values() if one.state is State.GONE]
    moved: set[int] = set()
    told: list[HandTyped] = []
    known: KnownFacts | None = None
    for index, language, each in _unaccounted(file, ledger, located):
        known = known or KnownFacts(ledger)
        own = next((one for one in gone if one.figure.number not in moved and _says(one, language, each, known)), None)
        if own is not None:
            moved.add(own.figure.number)
        elif (held := known.held(file.paragraphs[index].passage.text, language, each)) is not None:
            line, figure, contradicts = held
            span = Span(index, each.start, index, each.end)
            told.append(HandTyped(span, language, each.text, line, figure, contradicts))
    return Typed(tuple(told), frozenset(moved))


def _says(gone: FigureFound, language: str, each: Found, known: KnownFacts) -> bool:
    if gone.line.language != language:
        return False
    return gone.figure.text == each.text or any(alike(each, one) for one in known.printed(gone.line, gone.figure))


# ---- which figures are nobody's -------------------------------------------------------------------


def _unaccounted(file: MarkedFile, ledger: Ledger, located: Located) -> Iterator[tuple[int, str, Found]]:
    """Every figure that stands in changed or new words, and is none of the ledger's: paragraph, language, itself."""
    lines: defaultdict[int, list[tuple[Span, LedgerLine]]] = defaultdict(list)
    for one in located.lines.values():
        for index in range(one.span.first, one.span.last + 1):
            lines[index].append((one.span, one.line))
    taken: defaultdict[int, list[Span]] = defaultdict(list)
    for figure in (*located.figures.values(), *located.copies):
        if figure.span is not None:
            taken[figure.span.first].append(figure.span)
    listed = {entry.block for entry in file.contents} | _repeating(file, ledger)
    for index, paragraph in enumerate(file.paragraphs):
        passage = paragraph.passage
        if index in listed or (passage.kind in (Kind.MARGIN, Kind.SOURCE, Kind.CAPTION) and not lines[index]):
            continue
        if not any(letter.isdigit() for letter in passage.text) or len(passage.text) > _MOST:
            continue
        if any(passage.text == line.text or line.digest for _, line in lines[index]):
            continue
        language = _language(passage.language, passage.text, ledger, [line for _, line in lines[index]])
        left = Counter(text for _, line in lines[index] for text in _literal(line))
        for each in figures_in(passage.text, language):
            if any(one.start < each.end and each.start < one.end for one in taken[index]):
                continue
            if each.weak or each.kind in TIMES:
                continue
            if left[each.text]:
                left[each.text] -= 1
                continue
            yield index, language, each


def _repeating(file: MarkedFile, ledger: Ledger) -> set[int]:
    """The paragraphs that say a heading or a caption with a page: contents whose fields were made text."""
    named = {"".join(each.passage.text.split()) for each in file.paragraphs if each.passage.kind in _NAMING}
    named |= {"".join(line.text.split()) for line in ledger.lines if line.role in ("heading", "caption")}
    return {
        index
        for index, each in enumerate(file.paragraphs)
        if each.passage.text[-1:].isdigit() and "".join(_PAGE.sub("", each.passage.text).split()) in named
    }


def _language(marked: str, text: str, ledger: Ledger, lines: Sequence[LedgerLine]) -> str:
    """The language of a paragraph: that of its line, or the one of the file's that it is marked as, or looks like."""
    if lines:
        return lines[0].language
    told = marked.split("-")[0].lower()
    if told in ledger.languages:
        return told
    wide = sum("\u3400" <= letter <= "\u9fff" for letter in text)
    spoken = "zh" if wide * 3 > len(text) else "en"
    return spoken if spoken in ledger.languages else next(iter(ledger.languages), spoken)


def _literal(line: LedgerLine) -> Iterator[str]:
    """The figures of a line that are no facts': its author typed them."""
    facts = [(start, end) for start, end, one in line.spans() if one.number]
    for each in figures_in(line.text, line.language):
        if not any(start < each.end and each.start < end for start, end in facts):
            yield each.text


# ---- what they are held against -------------------------------------------------------------------

_Told = tuple[LedgerLine, Segment, tuple[Found, ...], frozenset[str], frozenset[str]]
"""A figure of the ledger: its line, itself, what it says, the words round it, the times told in its line."""


class KnownFacts:
    """The figures of the ledger by language, with the words that stand round them."""

    def __init__(self, ledger: Ledger) -> None:
        self._cells = _heads(ledger)
        self._names = {one.fact: one.text for line in ledger.lines for one in line.segments if one.kind == FACT_WORDS}
        self._told: defaultdict[str, list[_Told]] = defaultdict(list)
        for line in ledger.lines:
            for start, end, figure in line.spans():
                if figure.number and any(letter.isdigit() for letter in figure.text):
                    self._told[line.language].append(self._one(line, figure, start, end))

    def _one(self, line: LedgerLine, figure: Segment, start: int, end: int) -> _Told:
        round_it = _round(line.text, start, end) if line.column < 0 else self._cells.get(line.number, "")
        topic = _topic(f"{round_it} {self._names.get(figure.fact, '')}")
        return line, figure, tuple(self.printed(line, figure)), topic, _times(line.text, line.language)

    def printed(self, line: LedgerLine, figure: Segment) -> Iterator[Found]:
        """What a figure of the ledger says."""
        for start, end, one in line.spans():
            if one.number == figure.number:
                yield from (
                    each for each in figures_in(line.text, line.language) if each.start < end and start < each.end
                )

    def held(self, text: str, language: str, each: Found) -> tuple[LedgerLine, Segment, bool] | None:
        """The figure that one repeats or contradicts, and which of both; None for neither."""
        kin = [one for one in self._told[language] if _kin(one[2], each)]
        if not kin:
            return None
        topic = _topic(_round(text, each.start, each.end))
        digits = sum(letter.isdigit() for letter in each.text.strip("0.,"))
        same = [one for one in kin if _same_value(one[2][0], each)]
        if same:
            line, figure, _, words, _ = max(same, key=lambda one: _share(one[3], topic))
            return (line, figure, False) if digits >= _TELLING or _share(words, topic) >= _KIN else None
        kin = [one for one in kin if bool(one[2][0].direction) == bool(each.direction)]
        if not kin:
            return None
        line, figure, _, words, times = max(kin, key=lambda one: _fit(one[3], topic))
        close = len(words & topic) >= _ENOUGH - 1 and _fit(words, topic) >= _CLOSE
        rivals = {one[1].fact for one in kin if _fit(one[3], topic) >= _fit(words, topic)}
        if close and rivals == {figure.fact} and _times(text, language) <= times:
            return line, figure, True
        return None


def _kin(told: Sequence[Found], each: Found) -> bool:
    """Whether a fact's figure and another are of one kind and unit, and count the same."""
    if len(told) != 1:
        return False
    sides = [(one.kind, one.unit or one.tail, one.per) for one in (told[0], each)]
    return sides[0] == sides[1]


def _same_value(one: Found, other: Found) -> bool:
    """Whether two figures are of one value, whatever is said of how exact it is; the opposite direction is another."""
    values = [(each.value, each.low, each.high) for each in (one, other)]
    return values[0] == values[1] and not (one.direction and other.direction and one.direction != other.direction)


def _heads(ledger: Ledger) -> dict[int, str]:
    """What cells are of: the words of their rows and the heads of their columns, by the numbers of their lines."""
    rows: defaultdict[tuple[str, str, int], list[str]] = defaultdict(list)
    columns: defaultdict[tuple[str, str, int], list[str]] = defaultdict(list)
    for line in ledger.lines:
        if line.column >= 0 and not line.figures:
            (columns if line.row < 0 else rows)[
                line.owner, line.language, line.column if line.row < 0 else line.row
            ].append(line.text)
    return {
        line.number: " ".join(
            (*rows[line.owner, line.language, line.row], *columns[line.owner, line.language, line.column])
        )
        for line in ledger.lines
        if line.column >= 0
    }


def _round(text: str, start: int, end: int) -> str:
    """The clause in which a figure stands, without it; with those before it where it alone says little."""
    before = text[:start]
    edges = [0, *(match.end() for match in _CLAUSE.finditer(before))]
    behind = _STOP.search(text, end)
    following = text[end : behind.start() if behind else len(text)]
    clause = following
    for edge in reversed(edges):
        clause = f"{before[edge:]} {following}"
        if len(_topic(clause)) >= _ENOUGH:
            break
    return clause


def _topic(text: str) -> frozenset[str]:
    """The words that say what a figure is of: pairs of characters in Chinese, words without inflection in English."""
    found: set[str] = set()
    last = ""
    for match in _WORD.finditer(text):
        word = match[0].lower()
        if len(word) == 1:
            if last and last not in _COMMON and word not in _COMMON:
                found.add(last + word)
            last = word
        elif word not in _SMALL:
            last = ""
            found.add(word.removesuffix("s"))
    return frozenset(found)


def _times(text: str, language: str) -> frozenset[str]:
    return frozenset(each.text for each in figures_in(text, language) if each.kind in TIMES)


def _share(words: frozenset[str], topic: frozenset[str]) -> float:
    """The share of a fact's words that stand round a figure."""
    return len(words & topic) / len(words) if words else 0.0


def _fit(words: frozenset[str], topic: frozenset[str]) -> float:
    """How much of each of two wordings is the other's."""
    return min(_share(words, topic), _share(topic, words))
