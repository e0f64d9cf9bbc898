"""What stands left of a number in Chinese: currency, qualifier, verb. Read from the number backwards."""

from __future__ import annotations

from reportgen.numbers.grammar.parts import Left
from reportgen.numbers.model.pattern import Pattern
from reportgen.numbers.zh.reading_words import (
    BEFORE,
    CAPS,
    CURRENCY_SIGNS,
    GIVING,
    NEGATED,
    PART_OF_WORD,
    VERBS,
    backwards,
)

REACH = 24  # characters: far enough for 约占全国的 and 最高给予人民币


# All literals are written from their ends: 过超 is 超过.
_LEFT = Pattern(
    rf"\s?(?:(?P<currency>{backwards(CURRENCY_SIGNS)})\s?)?"
    rf"(?:[了于]?\s?(?P<near>{backwards(BEFORE)})"
    rf"|(?:为|占|合|有|达|需|在|[国省市球县区]全|界世|的[^，。；：、,;0-9]{{0,8}}占)\s?(?P<far>约大|约|近|过超|超|足不|到不)"
    rf"|[^，。；：、,;0-9一二三四五六七八九十的由从]{{0,5}}?[{GIVING}](?P<cap>{backwards(CAPS)}))?"
)
_NEGATION = Pattern("[得能会应可宜要]?[不未勿]")
_VERB = Pattern(
    rf"\s?(?P<to>[到至为成]|到达|的来原[到至为])?(?:[了约达在]|际实|别分|了约)?(?P<verb>{backwards(VERBS)})"
)


# what the last character before a number must be, or a cap not far from it, for anything to be read there
_LAST = frozenset(word[-1] for word in (*BEFORE, *CURRENCY_SIGNS, *VERBS)) | frozenset(
    " 了于到至为成达际实别的占合有需在国省市球县区界"
)


def left_of(text: str, start: int, floor: int, number: str) -> Left:
    """What stands before the number at `start`, no further back than `floor`."""
    behind = text[max(floor, start - REACH) : start][::-1]
    if behind[:1] not in _LAST and not ("最" in behind or "至" in behind or "码" in behind):  # a cap has one of these
        return Left(start)
    match = _LEFT.match(behind)
    if match is None:
        return Left(start)
    currency = CURRENCY_SIGNS[sign[::-1]] if (sign := match["currency"]) else None
    group = match.lastgroup
    if (
        group is None
        or group == "currency"
        or not _qualifies(word := match[group][::-1], behind, match.end(group), number)
    ):
        end = match.end("currency") if currency else 0
        return Left(start - end, currency, None, None, *_verb(behind, end, start))
    end = match.end(group)
    if word == "大约" and behind[end : end + 1] in ("扩", "放", "增"):  # 扩大约1%
        word, end = "约", end - 1
    qualifier = CAPS[word] if group == "cap" else BEFORE[word]
    if qualifier in NEGATED and (negation := _NEGATION.match(behind, end)):
        qualifier, end = NEGATED[qualifier], negation.end()
        word = behind[match.start(group) : end][::-1]
    return Left(start - end, currency, qualifier, word, *_verb(behind, end, start))


def _verb(behind: str, end: int, start: int) -> tuple[str, bool, int]:
    found = _VERB.match(behind, end)
    if found is None:
        return "", False, -1
    verb = found["verb"][::-1]
    return verb, found["to"] is not None and verb[-1] != "幅", start - found.end()  # 降幅为3%: by so much


def _qualifies(word: str, behind: str, end: int, number: str) -> bool:
    """Whether the word is a qualifier here, and not the end of another word."""
    before = behind[end : end + 1]
    if before and before in PART_OF_WORD.get(word, ""):
        return behind[end : end + 2] in ("合折", "约大", "特比")
    if word == "上":
        return number[0] in "十百千万亿"
    if word == "过":
        return number[0] in "百千万亿半" or before in tuple("已规额资值产入量")
    return True
