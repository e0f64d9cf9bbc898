"""The grammar of figures in Chinese prose: where they stand and what they say.

A candidate is a numeral character. The rules that its neighbors call for are tried there in turn, and what stands left
of it is read backwards. Chinese numerals count only before something that can be counted: 三亚 and 统一 are nothing.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from reportgen.numbers.grammar.found import Found
from reportgen.numbers.grammar.numerals import digits, scaled
from reportgen.numbers.grammar.scan import Rule, TextScan
from reportgen.numbers.model.lexicon import Noun, Unit
from reportgen.numbers.model.pattern import Pattern
from reportgen.numbers.zh.figure import general
from reportgen.numbers.zh.figure_kinds import shift_of
from reportgen.numbers.zh.labels import LABELING
from reportgen.numbers.zh.masks import SUSPECT
from reportgen.numbers.zh.number_patterns import LONGEST
from reportgen.numbers.zh.ordinals import century, congress, first, ordinal, top
from reportgen.numbers.zh.rate import with_bases
from reportgen.numbers.zh.reading_words import NUMERALS, tails_with
from reportgen.numbers.zh.rules import code, doubled, idiom, label, many, opening, period, vague
from reportgen.numbers.zh.scores import clocked, ratio, record, score
from reportgen.numbers.zh.shares import fraction, half, one_half

_CANDIDATE = Pattern(  # and of digits the rest of them, further groups of them, and what follows
    "[0-9零〇一二两三四五六七八九十百千万亿几数翻首前第半成](?<!成(?![千百]))"
    r"(?:(?<=[0-9])([0-9]*)((?:[.,][0-9]+){0,14})(?=\s?((?s:.?))))?"
)
_HAN_SHAPE = Pattern(r"[零〇一二两三四五六七八九十百千万亿]+")

# What follows the digits decides which rules are worth trying.
_PLAIN: tuple[Rule, ...] = (general,)
_ALL: tuple[Rule, ...] = (clocked, code, period, ratio, score, fraction, general)
_BY_NEXT: dict[str, tuple[Rule, ...]] = {
    **dict.fromkeys("年", (period, general)),
    **dict.fromkeys("月日季", (period, general)),
    **dict.fromkeys("QqHh", (period, code, general)),
    **dict.fromkeys("~～〜–-至到", (code, period, score, general)),
    **dict.fromkeys(":：∶", (clocked, code, ratio, general)),
    "/": (code, period, fraction, general),
    "分": (clocked, code, fraction, general),
    **dict.fromkeys("胜平负", (record, code, general)),
    **dict.fromkeys("和及后财", (period, general)),
    "世": (period, century, general),
    "、": (code, period, general),
    **dict.fromkeys("届", (congress, general)),
    "条": (code, general),
    **dict.fromkeys("比", (ratio, general)),
    **dict.fromkeys("级路国期单栋病展包急客报自短升版来)）", (code, general)),
    **dict.fromkeys(".×xX*·+号时点热政专市投举会室楼房教办到", _ALL),
}
_HAN_PLAIN: tuple[Rule, ...] = (idiom, general)
_HAN_BY_NEXT: dict[str, tuple[Rule, ...]] = {
    **dict.fromkeys('年月日号季、和及至到~–-”"」', (idiom, period, general)),
    "半": (idiom, one_half, general),
    "分": (idiom, fraction, general),
    "世": (idiom, period, century, general),
    "届": (idiom, congress, general),
    **dict.fromkeys("胜平负", (idiom, record, general)),
}
_WORDS: dict[str, tuple[Rule, ...]] = {
    "第": (period, ordinal),
    "前": (period, top),
    "首": (first, opening),
    "翻": (doubled,),
    "半": (half,),
    "数": (many, vague),
    "几": (vague,),
    "成": (many,),
}
# after a Chinese numeral, anything else but a tail means that it counts nothing
_COUNTABLE = frozenset('余多来几点半分月季号世届级、和及至到~～–-”"」规计 ') | frozenset(NUMERALS)


def scan(text: str, source: str, terms: tuple[Noun | Unit, ...] = ()) -> list[Found]:
    """Every figure of a text normalized from `source`, in order; a `hint` only helps to compare two texts.

    `terms` are the document's own measure words and units, known beside those of the language.
    """
    run, at = TextScan(text, source, tails_with(terms)), 0
    if text[:1] in _BRACKETS and (cell := _NEGATIVE_CELL.fullmatch(text)):
        return [run.figure(0, len(text), "count", -digits(cell[1]))[0]]
    search = _CANDIDATE.search
    while candidate := search(text, at):
        start = candidate.start()
        more, groups, following = candidate.groups()
        if more is None:
            at = _worded(run, start)
            continue
        if len(more) > 3 or not following or text[start - 1 : start] in SUSPECT or groups.count(".") > 1:
            rules = _ALL
        else:
            rules = _BY_NEXT.get(following, _PLAIN)
            if text[start - 1 : start] in LABELING:
                rules = (label, *rules)
        at = run.step(rules, start) or candidate.end(1)
    return with_bases(text, _share_units(text, run.found))


_BRACKETS = ("(", "（")
_NEGATIVE_CELL = Pattern(r"[(（]\s?([0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+\.[0-9]+)\s?[)）]")


def _worded(run: TextScan, at: int) -> int:
    """Where to go on from a word or a Chinese numeral that may begin a figure."""
    text = run.text
    character = text[at]
    if character in _WORDS:
        return run.step(_WORDS[character], at) or at + 1
    numeral = _HAN_SHAPE.match(text, at)
    assert numeral is not None, "a numeral begins it"
    end = numeral.end()
    if end - at > LONGEST:
        return end
    following = text[end : end + 1]
    if following in "0Oo" and following and character in "一二":  # 二00八年
        return run.step((period,), at) or end
    if end - at < 2 and following not in _COUNTABLE and following not in run.tails.starting:
        return run.step((idiom,), at) or end
    return run.step(_HAN_BY_NEXT.get(following, _HAN_PLAIN), at) or at + 1


_LIST_GAP = Pattern(r"\s?(?:、|和|及|与|以及|或)\s?")
_WIDEST_GAP = 4
_DIRECTED = ("percent", "pp")
_SHARED = frozenset({"percent", "pp", "money", "measure", "duration", "multiple"})

# ---- units told once for several figures ----


def _share_units(text: str, found: list[Found]) -> list[Found]:
    """分别上升1.1个和0.2个百分点: a bare number before 和 or 、 takes the unit, and the scale, of the next.

    A ratio before a score is one too (11比9、11比6逆转), and points and shares of one list go one way.
    """
    listed = [
        index
        for index, (first, second) in enumerate(pairwise(found))
        if second.start - first.end <= _WIDEST_GAP and _LIST_GAP.fullmatch(text, first.end, second.start)
    ]
    for index in reversed(listed):
        first, second = found[index], found[index + 1]
        if first.kind == "count" and first.tail in ("", "个") and first.value is not None:
            found[index] = _like(first, second)
        elif first.kind == "ratio" and second.kind == "score":
            found[index] = first._replace(kind="score", value=str(first.value).replace(":", "-"))
    for index in listed:
        first, second = found[index], found[index + 1]
        if first.kind == second.kind == "date":
            if (value := _in_same_year(first, second)) is not None:
                found[index + 1] = second._replace(value=value)
        elif first.direction and second.direction is None and first.kind == second.kind in _DIRECTED:
            found[index + 1] = second._replace(direction=first.direction)
    return found


def _in_same_year(first: Found, second: Found) -> str | None:
    """The second date of a list with the year of the first: 2024年5月和8月."""
    known, later = str(first.value), str(second.value)
    if not later.startswith("--") or later.startswith("---") or "/" in known or "/" in later or known[4:5] != "-":
        return None
    if not known[:4].isdigit() or known[5:7] >= later[2:4]:
        return None
    return f"{known[:4]}-{later[2:]}"


def _like(first: Found, second: Found) -> Found:
    assert isinstance(first.value, Decimal)
    if (
        second.kind == "date"
        and first.value == int(first.value)
        and first.value <= 12
        and isinstance(second.value, str)
    ):
        head, _, last = second.value.rpartition("-")
        if (second.value.startswith("--") and head == "-") or (len(head) == 4 and last.isdigit()):
            return first._replace(kind="date", value=f"{head}-{int(first.value):02}")
        return first
    if second.kind not in _SHARED or second.form == "tenths" or (first.tail == "个" and second.kind != "pp"):
        return first
    power = second.power if not first.power and second.kind in ("money", "measure") else 0
    value = scaled(first.value, power + shift_of(second.tail))
    if second.kind == "multiple" and second.form == "increase":
        value += 1
    return first._replace(
        kind=second.kind,
        value=value,
        unit=second.unit,
        direction=second.direction or first.direction,
        form=second.form,
        tail=second.tail,
    )
