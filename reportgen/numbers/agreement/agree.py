"""Says where the figures of a Chinese and an English text disagree.

The figures of both are paired, exactly equal ones first, the rest by how near they come. What a pair says differently,
and what is left without a partner, is a disagreement. Agreement is exact after each side's own scale: no tolerance.
Not here: what two figures have in common (`compare`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from typing import Any

from reportgen.messages import Message, listing, msg
from reportgen.numbers.agreement.comparison import ERROR, WARNING, Diagnosis, Verdict
from reportgen.numbers.agreement.comparison_basis import against, other_basis
from reportgen.numbers.agreement.figure_compare import compare, converts, exact_key
from reportgen.numbers.finding import sight
from reportgen.numbers.grammar.found import Found
from reportgen.numbers.model.errors import FigureError
from reportgen.numbers.model.lexicon import Lexicon
from reportgen.numbers.model.pattern import Pattern
from reportgen.numbers.model.period import plan_years
from reportgen.numbers.model.representation import Readable
from reportgen.numbers.writing.write import write
from reportgen.problems import Severity

REACH = 32  # leftovers of one text that are compared with each leftover of the other: texts may be long


@dataclass(frozen=True, slots=True, repr=False)
class Disagreement(Readable):
    """One figure that the texts tell differently; `suggestion` is how the text to be mended says it rightly."""

    severity: Severity
    diagnosis: Diagnosis
    zh: Found | None
    en: Found | None
    suggestion: str

    @property
    def message(self) -> Message:
        """What is wrong, in a sentence."""
        return _message(self.diagnosis, self.zh, self.en, self.suggestion)

    def sayings(self) -> Iterator[str]:
        yield f"{self.severity} {self.diagnosis}"
        yield " / ".join(repr(found.text) if found else "nothing" for found in (self.zh, self.en))
        if self.suggestion:
            yield f"rightly {self.suggestion}"


PAIRS: tuple[tuple[str, str], ...] = (("zh", "en"),)
"""The pairs of languages whose texts can be compared, the one that the other is a translation of first."""


def agree(
    zh_text: str,
    en_text: str,
    names: Iterable[str] = (),
    lexicon: Lexicon | Mapping[str, Any] | None = None,
) -> tuple[Disagreement, ...]:
    """What the figures of a Chinese text and of its English disagree about, in the order of the texts.

    `names` are left alone; the measure words and units of the lexicon are known beside the built-in ones.
    """
    return _disagreements(zh_text, en_text, tuple(names), lexicon)


def agree_pair(
    texts: Mapping[str, str],
    names: Iterable[str] = (),
    lexicon: Lexicon | Mapping[str, Any] | None = None,
) -> tuple[Disagreement, ...]:
    """The same for two texts by their languages; FigureError where these are no pair of `PAIRS`."""
    pair = next((pair for pair in PAIRS if set(texts) == set(pair)), None)
    if pair is None:
        raise FigureError(
            msg(
                "figures are compared between {pairs}, not between {languages}",
                pairs=listing(listing(pair) for pair in PAIRS),
                languages=listing(texts) if texts else msg("nothing"),
            )
        )
    return _disagreements(texts["zh"], texts["en"], tuple(names), lexicon)


def _disagreements(
    zh_text: str, en_text: str, masked: tuple[str, ...], lexicon: Lexicon | Mapping[str, Any] | None
) -> tuple[Disagreement, ...]:
    zh, en = sight(zh_text, "zh", masked, lexicon), sight(en_text, "en", masked, lexicon)
    if any(found.kind in ("percent", "fraction") for found in zh):
        en = _with_shares(en)
    changed = _on_another_basis(zh_text, en_text, zh, en)
    zh_left, en_left = _without_equals(zh, en)
    if not zh_left and not en_left:
        return changed
    zh_left, en_left = _without_ends(zh_left, en_left)
    en_left, zh_left = _without_ends(en_left, zh_left)
    pairs = _nearest(zh_left, en_left)
    made = [
        _disagreement(verdict.severity, verdict.diagnosis, zh_left[i], en_left[j])
        for verdict, i, j in pairs
        if verdict.severity and verdict.diagnosis
    ]
    alone = _without(zh_left, {i for _, i, _ in pairs}), _without(en_left, {j for _, _, j in pairs})
    if any(alone):
        chinese, english = _Side(zh_text, zh), _Side(en_text, en)
        made += [_disagreement(bad, "omitted", found, None) for bad, found in _lonely(alone[0], chinese, english)]
        made += [_disagreement(bad, "added", None, found) for bad, found in _lonely(alone[1], english, chinese)]
    return tuple(sorted((*changed, *made), key=_place))


def _on_another_basis(zh_text: str, en_text: str, zh: list[Found], en: list[Found]) -> tuple[Disagreement, ...]:
    """The first change that both texts tell alike but for its basis: 同比增长7.1%, up 7.1% month on month."""
    basis = other_basis(zh_text, en_text, zh)
    if basis is None:
        return ()
    for first in zh:
        change = against(first, basis) if first.direction else None
        second = next((each for each in en if (each.kind, each.value) == (first.kind, first.value)), None)
        if change is not None and second is not None:
            right = write(change, "en").replace("\u00a0", " ")
            return (Disagreement(ERROR, "period", first, second, right),)
    return ()


def _place(made: Disagreement) -> int:
    found = made.zh or made.en
    return found.start if found else 0


def _without(found: list[Found], paired: set[int]) -> list[Found]:
    return [each for index, each in enumerate(found) if index not in paired]


_OUT_OF = Pattern(r"\s(?:in|out of)\s(?:every\s)?")


def _with_shares(found: list[Found]) -> list[Found]:
    """Six in ten and one in four as the shares they are where the Chinese tells a share; two figures elsewhere."""
    made: list[Found] = []
    for each in found:
        part = made[-1] if made else None
        if part is not None and part.kind == each.kind == "count" and each.value and part.value and not each.power:
            between = each.source[part.end : each.start]
            if len(between) < 15 and _OUT_OF.fullmatch(between):
                made[-1] = part._replace(kind="fraction", value=f"{part.value}/{each.value}", end=each.end, weak=False)
                continue
        made.append(each)
    return made


# ---- pairing ----


def _without_equals(zh: list[Found], en: list[Found]) -> tuple[list[Found], list[Found]]:
    """Both sides without the figures that the other side tells exactly so, one for one."""
    numbers: dict[tuple[object, ...], int] = {}  # a key each: Decimals are slow to hash, so once must do
    zh_keys = [numbers.setdefault(exact_key(found), len(numbers)) for found in zh]
    en_keys = [numbers.setdefault(exact_key(found), len(numbers)) for found in en]
    if zh_keys == en_keys:
        return [], []
    return _beyond(zh, zh_keys, en_keys), _beyond(en, en_keys, zh_keys)


def _beyond(found: list[Found], keys: list[int], others: list[int]) -> list[Found]:
    """The figures of which the other side has no equal, or not as many."""
    waiting: dict[int, int] = {}
    for key in others:
        waiting[key] = waiting.get(key, 0) + 1
    left: list[Found] = []
    for each, key in zip(found, keys, strict=True):
        if waiting.get(key):
            waiting[key] -= 1
        else:
            left.append(each)
    return left


def _without_ends(ranges: list[Found], singles: list[Found]) -> tuple[list[Found], list[Found]]:
    """Both sides without the ranges whose two ends the other tells as figures of their own (由2.1亿元增至6.3亿元)."""
    left = list(singles)
    kept: list[Found] = []
    for found in ranges:
        ends = [_with_value(left, found, end) for end in _two_ends(found)]
        if len(ends) == 2 and all(ends):
            left = [each for each in left if each not in ends]
        else:
            kept.append(found)
    return kept, left


def _two_ends(found: Found) -> tuple[Decimal | str, ...]:
    """Both ends of a range of amounts or of days: December 14 and 15 for 12月14日至15日."""
    if found.low is not None and found.high is not None:
        return found.low, found.high
    if found.kind == "date" and isinstance(found.value, str) and _DAYS.fullmatch(found.value):
        return tuple(found.value.split("/"))
    return ()


_DAYS = Pattern("[0-9-]{7,10}/[0-9-]{7,10}")


def _with_value(found: list[Found], like: Found, value: Decimal | str) -> Found | None:
    """The first figure of the same kind and unit that has the value."""
    same = (each for each in found if (each.kind, each.unit, each.value) == (like.kind, like.unit, value))
    return next(same, None)


def _nearest(zh: list[Found], en: list[Found]) -> list[tuple[Verdict, int, int]]:
    """Pairs of the two sides by index, nearest first; among equals those that stand at like places."""
    candidates: list[tuple[float, int, int, Verdict]] = []
    for i, first in enumerate(zh):
        start = max(0, i * len(en) // len(zh) - REACH // 2)
        for j in range(start, min(start + REACH, len(en))):
            if (verdict := compare(first, en[j])) is not None:
                apart = abs(i / len(zh) - j / len(en))
                candidates.append((verdict.cost + apart / 4, i, j, verdict))
    candidates.sort(key=lambda candidate: candidate[0])
    taken_zh: set[int] = set()
    taken_en: set[int] = set()
    pairs: list[tuple[Verdict, int, int]] = []
    for _, i, j, verdict in candidates:
        if i not in taken_zh and j not in taken_en:
            taken_zh.add(i)
            taken_en.add(j)
            pairs.append((verdict, i, j))
    return pairs


# ---- figures without a partner ----


# Years and months told by words: they resolve a date that the other text spells out.
_RELATIVE = {
    "year": Pattern(
        r"今年|去年|上年|明年|前年|本年|当年|同年|同期|次年"
        r"|(?i:\b(?:this|last|next|previous|that|same|current|the) year)"
        r"|(?i:\byear(?:[- ](?:on|over|to)[- ]| earlier| ago))"
    ),
    "month": Pattern(
        r"本月|上月|当月|下月|同月|环比|(?i:\b(?:this|last|next|previous|that|same) month|month[- ]on[- ])"
    ),
    "quarter": Pattern(r"本季|上季|当季|环比|(?i:\b(?:this|last|next|previous|that|same) quarter|quarter[- ]on[- ])"),
}
# 万元产值 has no number, but "10,000 yuan of output"
_HEADS = {Decimal(10_000): "万元", Decimal(100_000_000): "亿元", Decimal(1_000_000_000_000): "万亿"}
# Small numbers leave traces where they are said by a word of their own: 双方 and "both", 首 and "first"
_TRACES: dict[int | str, str] = {
    "1/2": r"半|(?i:\b(?:half|halves|halv\w+|semi\w*)\b)",
    1: r"[一首单独]|(?i:\b(?:one|firsts?|once|a|an|single|each|top\w*|lead\w*|champion\w*|most|\w+est)\b)",
    2: r"[二两双俩次倍半]|(?i:\b(?:two|second|both|double\w*|twice|pair|couple|runner|bilateral|dual|twin|two-\w+)\b)",
    3: r"三|(?i:\b(?:three|third|triple|triad|trilateral|three-\w+|tri\w+)\b)",
    4: r"四|(?i:\b(?:four|fourth|quad\w*|four-\w+)\b)",
    5: r"五|(?i:\b(?:five|fifth|five-\w+)\b)",
    6: r"六|(?i:\b(?:six|sixth|six-\w+)\b)",
    7: r"七|(?i:\b(?:seven|seventh|seven-\w+)\b)",
    8: r"八|(?i:\b(?:eight|eighth|eight-\w+)\b)",
    9: r"九|(?i:\b(?:nine|ninth|nine-\w+)\b)",
    10: r"十|(?i:\b(?:ten|tenth|decade)\b)",
}


@dataclass(frozen=True)
class _Side:
    """One text with its figures, and what is to be known of it for those that the other text has alone."""

    text: str
    found: list[Found]

    @cached_property
    def rest(self) -> str:
        """The text without its figures."""
        parts: list[str] = []
        at = 0
        for found in self.found:
            if found.start >= at:
                parts.append(self.text[at : found.start])
                at = found.end
        return " ".join([*parts, self.text[at:]])

    @cached_property
    def relative(self) -> frozenset[str]:
        """The kinds of period that the text tells by words such as last year."""
        return frozenset(name for name, pattern in _RELATIVE.items() if pattern.search(self.text))

    @cached_property
    def plans(self) -> frozenset[str]:
        """The years of the plans that the text names."""
        return frozenset(years for found in self.found if (years := _plan_of(found)))

    def hides(self, value: int | str) -> bool:
        """Whether a small number, or the half, may hide in a word of the text that is no figure of its own."""
        return value in _TRACES and re.search(_TRACES[value], self.rest) is not None


def _lonely(alone: list[Found], own: _Side, other: _Side) -> Iterator[tuple[Severity, Found]]:
    """The figures that only one text has, and how bad that is; those that need no partner are left out."""
    all_of_them = Counter(map(exact_key, own.found))
    lonely = Counter(map(exact_key, alone))
    for found in alone:
        if found.kind == "hint" or found.weak or _resolved(found, own, other):
            continue
        key = exact_key(found)
        repeated = lonely[key] < all_of_them[key]
        slight = repeated or _in_bracket(found, own) or _traced(found, other)
        yield WARNING if slight else ERROR, found


def _resolved(found: Found, own: _Side, other: _Side) -> bool:
    """Whether the other text tells a period in words (last year), or this one tells it twice (a plan and its years)."""
    if found.kind != "date" or not isinstance(found.value, str):
        return False
    code = found.value
    if len(code) == 4 and code.isdigit():
        return "year" in other.relative
    if "/" in code and code in own.plans:
        return True
    if code[:2] == "--" or (code[4:5] == "-" and "Q" not in code and len(code) == 7):
        return "month" in other.relative
    return "Q" in code and "/" not in code and "quarter" in other.relative


def _plan_of(found: Found) -> str | None:
    if found.kind == "date" and isinstance(found.value, str) and found.value[:3] == "FYP" and found.value[3:].isdigit():
        first, last = plan_years(int(found.value[3:]))
        return f"{first}/{last}"
    return None


def _in_bracket(found: Found, own: _Side) -> bool:
    """A dollar amount in brackets behind another amount, or a measure behind what it converts."""
    if (found.kind, found.unit) != ("money", "USD") and not any(
        converts(each, found) for each in own.found if found.start - 24 < each.end <= found.start
    ):
        return False
    before = own.text[max(0, found.start - 16) : found.start]
    return max(before.rfind("("), before.rfind("（")) > max(before.rfind(")"), before.rfind("）"))


def _traced(found: Found, other: _Side) -> bool:
    """Whether a small number may hide in a word of the other text that is no figure of its own."""
    value = found.value
    if isinstance(value, str):
        return found.kind == "fraction" and other.hides(value)
    if found.kind == "money" and value is not None and (head := _HEADS.get(value)):
        return head in other.rest
    if found.kind not in ("count", "ordinal", "multiple", "duration") or found.unit in ("hour", "minute", "second"):
        return False
    return value is not None and value == int(value) and other.hides(int(value))


# ---- telling ----


@cache
def _differences() -> dict[Diagnosis, Message]:
    """What a diagnosis says, in words."""
    return {
        "scale": msg("the scale differs"),
        "percent_vs_pp": msg("percent and percentage points are mixed up"),
        "digits": msg("the digits differ"),
        "year": msg("the year differs"),
        "period": msg("the period differs"),
        "qualifier": msg("the qualifier differs"),
        "multiple": msg("the multiple differs"),
        "currency": msg("the currency differs"),
        "unit": msg("the unit differs"),
        "direction": msg("the direction differs"),
        "range": msg("the range differs"),
        "ordinal": msg("the ordinal differs"),
        "fraction": msg("the share differs"),
    }


def _disagreement(severity: Severity, diagnosis: Diagnosis, zh: Found | None, en: Found | None) -> Disagreement:
    right = "" if zh is None else _rendering(zh, "en")
    return Disagreement(severity, diagnosis, zh, en, right)


def _message(diagnosis: Diagnosis, zh: Found | None, en: Found | None, right: str) -> Message:
    if zh is None:
        assert en is not None, "a disagreement has a figure"
        return msg("the Chinese has nothing for '{en}'", en=en.text)
    if en is None and right:
        return msg("the English leaves out '{zh}' ({right})", zh=zh.text, right=right)
    if en is None:
        return msg("the English leaves out '{zh}'", zh=zh.text)
    if diagnosis == "period" and zh.kind in ("percent", "pp"):
        return msg(
            "the basis differs: the Chinese says '{zh}', which is {right}, the English tells another",
            zh=zh.text,
            right=right,
        )
    difference = _differences()[diagnosis]
    if right and right != en.text:
        return msg(
            "{difference}: the Chinese says '{zh}', which is {right}, the English '{en}'",
            difference=difference,
            zh=zh.text,
            right=right,
            en=en.text,
        )
    return msg(
        "{difference}: the Chinese says '{zh}', the English '{en}'", difference=difference, zh=zh.text, en=en.text
    )


def _rendering(found: Found, language: str) -> str:
    """The figure as the house says it; empty where a part of it cannot be said alone."""
    try:
        return write(found.quantity, language).replace("\u2060", "").replace("\u00a0", " ")
    except (FigureError, ValueError, ArithmeticError, KeyError):
        return ""
