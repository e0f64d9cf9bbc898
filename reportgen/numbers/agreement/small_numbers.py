"""Small numbers in words: what tells them without being a figure (both, 首), and which translators drop at will."""

from __future__ import annotations

from reportgen.numbers.grammar.found import Found
from reportgen.numbers.model.pattern import Pattern

# Small numbers leave traces where they are said by a word of their own: 双方 and "both", 首 and "first"
TRACES: dict[int | str, str] = {
    "1/2": r"半|(?i:\b(?:half|halves|halv\w+|semi\w*|bi-?annual\w*|half\w+)\b)",
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
WORDS: dict[int, str] = {
    1: r"头号|领头|榜首|首位|龙头|居首|首屈一指"
    r"|(?i:\b(?:largest|biggest|top|leading|foremost|number one|no\. ?1|first\w*|I)\b)",
    2: r"[二两双]|(?i:\b(?:both|pair|couple|twin|bilateral|dual|two\w*|two-\w+|II|second|twosomes?)\b)",
    3: r"三|(?i:\b(?:three|threesomes?|three-\w+|tri(?:lateral|ple\w*|o)|III|third)\b)",
    4: r"四|(?i:\b(?:four|foursomes?|fourballs?|four-\w+|quart\w+|IV|fourth)\b)",
    5: r"五|(?i:\b(?:five|five-\w+|fifth)\b)|\bV\b",
    6: r"六|(?i:\b(?:six|six-\w+|VI|sixth)\b)",
    7: r"七|(?i:\b(?:seven|seven-\w+|VII|seventh)\b)",
    8: r"八|(?i:\b(?:eight|eight-\w+|VIII|eighth)\b)",
    9: r"九|(?i:\b(?:nine|nine-\w+|IX|ninth)\b)",
    10: r"十|(?i:\b(?:ten|ten-\w+|tenth)\b)|\bX\b",
}
# written in letters and no more than ten: 两家, both companies; what is of a unit or a currency is none
_SMALL_ZH = Pattern("第?[一二两三四五六七八九十][^0-9一二两三四五六七八九十百千万亿分成点倍]{0,3}(?:以上)?")
_SMALL_EN = Pattern(
    r"(?i:(?:at least |the )?(?:one|two|three|four|five|six|seven|eight|nine|ten|twice|first|second|third|fourth|fifth"
    r"|sixth|seventh|eighth|ninth|tenth|[a-z]+fold|double|triple)(?:[- ][a-z]+){0,2})"
)


def is_small_word(found: Found) -> bool:
    """Whether a figure is a small number in letters that counts or orders: translators drop and add those at will."""
    if found.kind == "ordinal" and found.value == 1:
        return True
    if found.kind not in ("count", "ordinal", "multiple") or found.unit is not None:
        return False
    if found.kind == "ordinal" and found.value is None:
        return False
    return (_SMALL_ZH.fullmatch(found.text) or _SMALL_EN.fullmatch(found.text)) is not None
