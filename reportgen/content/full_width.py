"""Signs of a Chinese keyboard where a content file wants those of ASCII: `：`, `｛fact｝`, `，` in a list, `１`.

A slip is only told where the ASCII sign would be read; words in Chinese keep their signs. YAML is not parsed here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Protocol

from reportgen.messages import Message, msg
from reportgen.numbers.model.pattern import Pattern
from reportgen.problems import LINE_BREAK, Edit, Place, Problem, Rule, Typed

FULL_WIDTH = Rule(
    "signs/full-width",
    msg("What structures a file, names and times are typed in ASCII; full-width signs belong to Chinese sentences."),
    file="facts.yaml",
    slip="output: {is: 近4500亿元，what: {zh: 总产值, en: output}, when: 2024, source: paper}",
    mend="output: {is: 近4500亿元, what: {zh: 总产值, en: output}, when: 2024, source: paper}",
)

_NARROW: dict[int, int | str] = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **{ord(wide): narrow for wide, narrow in zip("　【】、“”", ' [],""', strict=True)},
}


def halved(text: str) -> str:
    """The text with every full-width sign as the one of ASCII, character by character."""
    return text.translate(_NARROW)


def _told(wide: str) -> tuple[Message, Message]:
    """What is wrong, and the way out."""
    narrow = halved(wide)
    if wide == "　":
        return msg("'{sign}' is a full-width blank", sign=wide), msg("type an ordinary blank")
    if len(wide) == 1:
        return msg("'{sign}' is a full-width sign", sign=wide), msg("type {sign}", sign=narrow)
    return msg("'{text}' holds full-width signs", text=wide), msg("type {text}", text=narrow)


def slip(place: Place, wide: str, edit: str | None = None, *, safe: bool = True) -> Problem:
    """The problem of a stretch that holds full-width signs; the mend is `edit`, or the same stretch in ASCII."""
    end = place.after(wide)
    mend = Edit(place, end, halved(wide) if edit is None else edit, safe)
    return FULL_WIDTH.broken(place, *_told(wide), end=end, edits=[mend])


class Word(Typed, Protocol):
    """A text that knows its place and how it was typed, as those of content files do."""

    @property
    def raw(self) -> str:
        """The stretch of the file that it stands in."""
        ...


def reads_narrow(where: Word, reads: Callable[[str], object]) -> Problem | None:
    """The slip of a text that is only read with its full-width signs in ASCII; None where that mends nothing."""
    typed = str(where)
    narrow = halved(typed)
    if narrow == typed or not reads(narrow):
        return None
    end = where.end
    plain = where.raw == typed and not re.search("""[][{},:#&*!|>'"%@`]""", narrow)
    edits = [Edit(where.place, end, narrow)] if end and plain else []
    return FULL_WIDTH.broken(where, *_told(typed), edits=edits)


_KEY = Pattern("([A-Za-z_][A-Za-z0-9_-]*)：")


def behind_key(where: Word, known: Collection[str]) -> Problem | None:
    """The slip of `key：value`, which YAML reads as one word."""
    typed = str(where)
    if not (key := _KEY.match(halved(typed[: typed.find("：")]) + typed[typed.find("：") :])):
        return None
    if key[1] not in known:
        return None
    colon = Place(where.place.file, where.place.line, where.place.column + key.end() - 1)
    if where.raw[: len(typed)] != typed:
        return FULL_WIDTH.broken(where, *_told("："))
    blank = "" if typed[key.end() : key.end() + 1].isspace() else " "
    return slip(colon, "：", ":" + blank)


_LISTED = Pattern(r"\s*[A-Za-z][A-Za-z0-9_.#-]*(?:\.[\w.#-]+)*\s*")


def between_names(where: Word) -> Problem | None:
    """The slip of `[one，two]`, which YAML reads as one word."""
    typed = str(where)
    names = re.split("[，、]", typed)
    if len(names) < 2 or not all(_LISTED.fullmatch(name) for name in names):
        return None
    if where.raw != typed:
        return FULL_WIDTH.broken(where, *_told(typed[len(names[0])]))
    place = Place(where.place.file, where.place.line, where.place.column + len(names[0]))
    problem = slip(place, typed[len(names[0])])
    if where.end is None:
        return problem
    listed = Edit(where.place, where.end, ", ".join(name.strip() for name in names))
    return FULL_WIDTH.broken(place, problem.message, problem.hint, end=problem.end, edits=[listed])


# ---- in files that are no YAML -----------------------------------------------------

_STRUCTURE = Pattern(
    r"""
      (?m:^)(?P<indent>\ *　[\ 　]*)(?=\S)
    | (?m:^)\ *(?P<item>－)(?=[\ 　])
    | (?m:^)\ *(?P<comment>＃)
    | (?<![^\s{｛,，\[［-])[A-Za-z_][A-Za-z0-9_-]*(?P<colon>：)
    | (?<=:)(?P<blank>　)
    | (?P<comma>，)(?=\s*[A-Za-z_][A-Za-z0-9_-]*\s*[:：])
    | (?P<bracket>[｛｝［］])
    | (?<![^\s\[{:,])(?P<open>“) | (?P<close>”)(?=\s*[],}]|\s*$)
    """,
    re.VERBOSE | re.MULTILINE,
)
MOST_SLIPS = 40


def in_structure(text: str, name: str, reads: Callable[[str], bool]) -> list[Problem]:
    """The full-width signs that keep a file from being read: without any one of their mends it is still no YAML."""
    slips = list(_slips(text))[:MOST_SLIPS]
    if not slips or not reads(_mended(text, slips)):
        return []
    for one in list(slips):
        without = [each for each in slips if each is not one]
        if reads(_mended(text, without)):
            slips = without
    return [
        slip(_place(text, name, start), wide[0] if wide.isspace() else wide, mend, safe=not wide.isspace())
        for start, wide, mend in slips
    ]


_Slip = tuple[int, str, str]


def _slips(text: str) -> Iterator[_Slip]:
    """Where a full-width sign may stand for one that structures the file, the sign, and what to type."""
    for found in _STRUCTURE.finditer(text):
        kind = found.lastgroup or ""
        start, end = found.span(kind)
        wide = text[start:end]
        mend = halved(wide)
        if kind == "indent":
            mend = wide.replace("　", "  ")
        elif kind in ("colon", "comma") and not text[end : end + 1].isspace():
            mend += " "
        yield start, wide, mend


def _mended(text: str, slips: Sequence[_Slip]) -> str:
    for start, wide, mend in reversed(slips):
        text = text[:start] + mend + text[start + len(wide) :]
    return text


def _place(text: str, name: str, index: int) -> Place:
    breaks = [found.end() for found in LINE_BREAK.finditer(text, 0, index)]
    return Place(name, len(breaks) + 1, index - (breaks[-1] if breaks else 0) + 1)
