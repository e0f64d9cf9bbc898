"""The words of a line as tokens: what an author typed, and what a person made of it, cut alike.

Chinese is cut by characters, other scripts by words; a figure, a citation, a reference and a link are one token each,
told apart by what they name, not by what they print. Not here: how tokens of several people are merged (merging.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reportgen.content.source import Scalar
from reportgen.content.text import CiteMark, FactMark, LinkMark, Piece, Plain, ReferenceMark, parse_text
from reportgen.ledger import CITE, FACT_WORDS, FIGURE, LINK, REFERENCE, WORDS, LedgerLine, Segment, split_product
from reportgen.numbers.model.pattern import Pattern
from reportgen.problems import Place
from reportgen.records import record

SPACE = "s"
"""The kind of blanks at the edges of what was typed, which no file shows."""

UNREAD = (CITE, SPACE)
"""What stands in the typed words and is not read in the file."""

_CUT = Pattern(
    r"[\u3400-\u9fff\uf900-\ufaff]|[^\W\d_\u3400-\u9fff\uf900-\ufaff]+(?:['\u2019-][^\W\d_\u3400-\u9fff]+)*"
    r"|\d+(?:[.,]\d+)*|\s|."
)
_STOPS = "。！？；!?;"


@record
class Token:
    """A piece of a line that is taken or left as a whole. `text` is of words alone; `key` is what another names.

    `shown` is what is read in the file in its place; what tells two tokens apart is their `identity`.
    """

    kind: str
    text: str = ""
    key: str = ""
    strong: bool = False
    emphasis: bool = False
    shown: str = ""

    @property
    def read(self) -> str:
        """What a reader sees."""
        return self.text if self.kind in (WORDS, SPACE) else self.shown

    @property
    def identity(self) -> tuple[object, ...]:
        """What two tokens have in common that are one: not what a figure prints, nor which blanks part words."""
        return self.kind, self.text.replace("\u00a0", " "), self.key, self.strong, self.emphasis

    @property
    def plain(self) -> Token:
        """The token without weight."""
        return replace(self, strong=False, emphasis=False)


def words_of(text: str, *, strong: bool = False, emphasis: bool = False) -> Iterator[Token]:
    """Words as tokens."""
    for found in _CUT.finditer(text.replace("\n", "\u2028")):
        yield Token(WORDS, found[0].replace("\u2028", "\n"), strong=strong, emphasis=emphasis)


def mark_key(fact: str, form: str) -> str:
    """What a figure or a fact's words are called."""
    return fact if form in ("", "prose") else f"{fact}:{form}"


def _segment_tokens(segment: Segment) -> Iterator[Token]:
    strong, emphasis = segment.strong, segment.emphasis
    match segment.kind:
        case "f" | "w":
            key = mark_key(segment.fact, segment.form)
            yield Token(segment.kind, key=key, strong=strong, emphasis=emphasis, shown=segment.text)
        case "c":
            yield Token(CITE, key=segment.target)
        case "r":
            yield Token(REFERENCE, key=segment.target, shown=segment.text)
        case "a":
            yield Token(LINK, segment.text, segment.target, shown=segment.text)
        case _:
            yield from words_of(segment.text, strong=strong, emphasis=emphasis)


def line_tokens(line: LedgerLine) -> tuple[tuple[Token, ...], str, str]:
    """What the author typed of a line as tokens, and the product's own words before and behind it."""
    first, last = split_product(line.segments)
    inner = [token for segment in line.segments[first:last] for token in _segment_tokens(segment)]
    before, behind = ("".join(one.text for one in part) for part in (line.segments[:first], line.segments[last:]))
    return tuple(_edged(inner)), before, behind


def _edged(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with the blanks at their edges set apart: a paragraph of a file is read without them."""
    made = list(tokens)
    for order in (range(len(made)), range(len(made) - 1, -1, -1)):
        for at in order:
            if made[at].kind == CITE:
                continue
            if made[at].kind not in (WORDS, SPACE) or made[at].text.strip():
                break
            made[at] = replace(made[at], kind=SPACE)
    return made


def ends_sentence(token: Token, after: Token | None) -> bool:
    """Whether a sentence ends with a token."""
    if token.kind != WORDS:
        return False
    return token.text in _STOPS or (token.text == "." and (after is None or after.read[:1].isspace()))


def has_words(text: str) -> bool:
    """Whether a text says anything that is of one language."""
    inside = 0
    for sign in text:
        inside += (sign == "{") - (sign == "}")
        if sign.isalpha() and inside <= 0:
            return True
    return False


# ---- tokens as an author types them -----------------------------------------------------------

_WEIGHTS = {
    (True, False): ("**", "**"),
    (False, True): ("*", "*"),
    (True, True): ("**", "**"),
    (False, False): ("", ""),
}
_SIGNS = Pattern(r"[\[\]*]")


def typed(tokens: Iterable[Token]) -> str:
    """The tokens as an author types them: read again, they are the same ones.

    Signs are escaped only where they would mean something; a weight that cannot be typed there is left out.
    """
    wanted = list(trimmed(list(tokens)))
    strong = [replace(token, emphasis=False) for token in wanted]
    plain = [token.plain for token in wanted]
    for each in (wanted, strong, plain):
        for escaped in (False, True):
            if _reads_as(text := _spelled(each, escaped=escaped), each):
                return text
    return _spelled(plain, escaped=True)


def trimmed(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens with no weight on blanks at the edges of a weighed stretch, where none can be typed."""
    for at, token in enumerate(tokens):
        around = (tokens[at - 1] if at else None, tokens[at + 1] if at + 1 < len(tokens) else None)
        blank = token.kind in (WORDS, SPACE) and not token.text.strip()
        inside = all(one is not None and (one.strong, one.emphasis) == (token.strong, token.emphasis) for one in around)
        yield token.plain if blank and not inside else token


def _spelled(tokens: Sequence[Token], *, escaped: bool) -> str:
    parts: list[str] = []
    weight = (False, False)
    for token in tokens:
        own = (token.strong, token.emphasis)
        own = weight if token.kind in UNREAD or token.kind in (LINK, REFERENCE) else own
        if own != weight:
            parts += [_WEIGHTS[weight][1], _WEIGHTS[own][0]]
            weight = own
        parts.append(_token(token, escaped=escaped))
    return "".join([*_tidy(parts), _WEIGHTS[weight][1]])


def _tidy(parts: Sequence[str]) -> Iterator[str]:
    yield from (part for part in parts if part)


def _token(token: Token, *, escaped: bool) -> str:
    match token.kind:
        case "f" | "w":
            return "{" + token.key + "}"
        case "c":
            return f"[@{token.key}]"
        case "r":
            return f"[#{token.key}]"
        case "a":
            return f"[{token.text}]({token.key})"
        case _:
            text = token.text.replace("\\", "\\\\") if escaped else token.text
            text = text.replace("{", "{{").replace("}", "}}")
            return _SIGNS.sub(r"\\\g<0>", text) if escaped else text


def _reads_as(text: str, tokens: Sequence[Token]) -> bool:
    """Whether a typed text is read as the tokens."""
    pieces, problems = parse_text(Scalar.at(text, Place("")))
    if problems:
        return False
    read = [token for piece in pieces for token in _segment_tokens(_as_segment(piece))]
    return [*map(_told, _cut_alike(read))] == [*map(_told, _cut_alike(tokens))]


def _cut_alike(tokens: Iterable[Token]) -> Iterator[Token]:
    """Words of one weight joined."""
    held: Token | None = None
    for token in tokens:
        if token.kind in (WORDS, SPACE):
            same = held is not None and (held.strong, held.emphasis) == (token.strong, token.emphasis)
            if held is not None and same:
                held = replace(held, text=held.text + token.text)
                continue
            if held is not None:
                yield held
            held = replace(token, kind=WORDS)
            continue
        if held is not None:
            yield held
        held = None
        yield token
    if held is not None:
        yield held


def _told(token: Token) -> tuple[object, ...]:
    if token.kind in (CITE, REFERENCE, LINK):
        return token.plain.identity
    return (FIGURE if token.kind == FACT_WORDS else token.kind), token.text, token.key, token.strong, token.emphasis


def _as_segment(piece: Piece) -> Segment:
    match piece:
        case Plain():
            return Segment(WORDS, piece.text, strong=piece.strong, emphasis=piece.emphasis)
        case FactMark():
            return Segment(FIGURE, "", fact=piece.name, form=piece.form, strong=piece.strong, emphasis=piece.emphasis)
        case CiteMark():
            return Segment(CITE, "", target=piece.source)
        case ReferenceMark():
            return Segment(REFERENCE, "", target=piece.target)
        case LinkMark():
            return Segment(LINK, piece.text, target=piece.url)
