"""What stands left of a number in Chinese: currency, qualifier, verb. Read from the number backwards."""

from __future__ import annotations

from functools import lru_cache

from reportgen.numbers.grammar.parts import Left, at_once, nothing_left
from reportgen.numbers.model.pattern import Pattern
from reportgen.numbers.zh.reading_words import (
    BEFORE,
    BRIDGES,
    CAPS,
    CURRENCY_SIGNS,
    FAR_BEFORE,
    GIVING,
    HEAD_OF_CLAUSE,
    NEGATED,
    NOT_PART_OF_WORD,
    PART_OF_WORD,
    PLACES_ENDING_SO,
    VERBS,
    backwards,
)

REACH = 24  # characters: far enough for 约占全国的 and 最高给予人民币


# All literals are written from their ends: 过超 is 超过.
_BRIDGE = backwards((*BRIDGES, *VERBS))
_LEFT = Pattern(
    rf"\s?(?:(?P<currency>{backwards(CURRENCY_SIGNS)})\s?)?"
    rf"(?:[了于]?\s?(?P<near>{backwards(BEFORE)})"
    rf"|(?:{_BRIDGE}\s?){{1,3}}?(?P<far>{backwards(FAR_BEFORE)})"
    rf"|(?:[国省市球县区]全|界世|[^，。；：、,;0-9]{{1,10}}?占)\s?(?P<share>约大|约|近|过超|超|足不|到不)"
    r"|[有为达][^，。；：、,;0-9]{1,8}?(?P<guess>计估)"
    r"|[^，。；：、,;0-9一二三四五六七八九十的由从时]{1,6}?(?P<least>少至|多至|码起|少最|多最)"
    rf"|[^，。；：、,;0-9一二三四五六七八九十的由从]{{0,5}}?[{GIVING}](?P<cap>{backwards(CAPS)}))?"
)
_NEGATION = Pattern("[得能会应可宜要曾有]?(?:[不未勿没莫]|有没)[均都并尚从绝亦也还]?")
_NOBODY = Pattern(  # no further than the clause, figures in it or not: 没有一家企业超过5%
    "[^，。；：、,;0-9]{0,10}?(?:[一任哪何]有没|[一人]无|未[均皆都]|不[均皆都]|有没都|没都|未从)"
)
_VERB = Pattern(
    rf"\s?(?P<to>[到至为成]|到达|的来原[到至为])?(?:[了约达在]|际实|别分|了约)?(?P<verb>{backwards(VERBS)})"
)


# what the last character before a number must be, or a cap not far from it, for anything to be read there
_LAST = frozenset(word[-1] for word in (*BEFORE, *CURRENCY_SIGNS, *VERBS, *BRIDGES)) | frozenset(
    " 了于到至为成达际实别的占合有需在国省市球县区界"
)


_FAR = frozenset("最至码占")  # one of them is in whatever stands far from the number: a cap, 约占


_SHORT = 6  # characters that are looked up as they are
_STRETCH = Pattern("[^，。；、\\n]*(?s:.?)")  # backwards to where a clause begins, with the mark that parts it off


def left_of(text: str, start: int, floor: int, number: str) -> Left:
    """What stands before the number at `start`, no further back than `floor`.

    Nothing of it reaches over a mark that parts clauses, so that what stands between such a mark and a number is read
    but once, however often it comes.
    """
    if start <= floor:
        return nothing_left(start)
    behind = text[floor if start - floor < REACH else start - REACH : start][::-1]
    if behind[0] not in _LAST and not _FAR.intersection(behind):
        return nothing_left(start)
    if len(behind) > _SHORT:
        stretch = _STRETCH.match(behind)
        assert stretch is not None, "all of it may be absent"
        behind = stretch[0]
    left = _read(behind, number[0] if number[0] > "9" else "")
    if left is None or (behind.startswith(_HIGHEST) and _FINED.match(text, start) is None):
        return nothing_left(start)
    length, currency, qualifier, word, verb, to, begin, *rest = left
    if qualifier in NEGATED and _NOBODY.match(text[max(0, start - REACH) : start - length][::-1]):
        qualifier = NEGATED[qualifier]  # 没有一家企业超过
    begin = -1 if begin < 0 else start - begin
    return at_once(Left, (start - length, currency, qualifier, word, verb, to, begin, *rest))


_HIGHEST = ("处高最", "处低最")
_FINED = Pattern("[0-9.,万亿千百]+元")  # 最高处20万元罚款, but 最高处185米


@lru_cache(maxsize=8192)
def _read(behind: str, number: str) -> Left | None:
    """What stands before a number, its places counted back from the number; `number` is a Chinese numeral's first."""
    match = _LEFT.match(behind)
    if match is None:
        return None
    currency = CURRENCY_SIGNS[sign[::-1]] if (sign := match["currency"]) else None
    group = match.lastgroup
    if (
        group is None
        or group == "currency"
        or not _qualifies(word := match[group][::-1], behind, match.end(group), number)
    ):
        end = match.end("currency") if currency else 0
        return Left(end, currency, None, None, *_verb(behind, end))
    end = match.end(group)
    if word == "大约" and behind[end : end + 1] in ("扩", "放", "增"):  # 扩大约1%
        word, end = "约", end - 1
    qualifier = CAPS[word] if group in ("cap", "least") else BEFORE[word]
    if qualifier in NEGATED and (negation := _NEGATION.match(behind, end)):  # 不得超过
        qualifier, end = NEGATED[qualifier], negation.end()
        word = behind[match.start(group) : end][::-1]
    verb_from = match.end("currency") if group == "far" and currency else 0 if group == "far" else end
    return Left(end, currency, qualifier, word, *_verb(behind, verb_from))


def _verb(behind: str, end: int) -> tuple[str, bool, int]:
    found = _VERB.match(behind, end)
    if found is None:
        return "", False, -1
    verb = found["verb"][::-1]
    if verb == "升" and behind[found.end() : found.end() + 1] in ("每", "毫", "公"):
        return "", False, -1  # 每升7元: a liter
    return verb, found["to"] is not None and verb[-1] != "幅", found.end()  # 降幅为3%: by so much


_OF_NO_WORD = Pattern(backwards(NOT_PART_OF_WORD))
_PLACE = Pattern(backwards(PLACES_ENDING_SO))


def ends_a_word(word: str, behind: str, end: int) -> bool:
    """Whether what looks like a qualifier is the end of another word: 签约, 附近, 纽约; `end` is where it ends."""
    before = behind[end : end + 1]
    if before and before in PART_OF_WORD.get(word, ""):
        return behind[end : end + 2] not in ("合折", "约大", "特比") and not _OF_NO_WORD.match(behind, end - len(word))
    if word == "约" and (place := _PLACE.match(behind, end - 1)):
        head = behind[place.end() : place.end() + 1]
        return not head or head in HEAD_OF_CLAUSE
    return False


def _qualifies(word: str, behind: str, end: int, number: str) -> bool:
    """Whether the word is a qualifier here."""
    if ends_a_word(word, behind, end):
        return False
    if word == "上":
        return number != "" and number in "十百千万亿"
    if word == "过":
        return (number != "" and number in "百千万亿半") or behind[end : end + 1] in tuple("已规额资值产入量均")
    return True
