"""What the words around a printed Chinese figure say of it: change and basis, aggregate, as-of, a noun of the lexicon.

Nothing else may stand beside a figure that is read alone.
"""

from __future__ import annotations

import re
from dataclasses import replace

from reportgen.numbers.grammar.found import Found
from reportgen.numbers.grammar.patterns import by_word
from reportgen.numbers.grammar.reader import Comparison, FigureContext, LanguageReader, longest, no_change
from reportgen.numbers.model import wordings
from reportgen.numbers.model.lexicon import PERSON, Lexicon, Noun
from reportgen.numbers.model.pattern import Pattern
from reportgen.numbers.model.period import Period, RelativeYear, read_period
from reportgen.numbers.model.quantity import Aggregate, Basis, Change
from reportgen.numbers.zh import words as zh
from reportgen.numbers.zh.left_context import left_of
from reportgen.numbers.zh.number_patterns import value_of
from reportgen.numbers.zh.period_grammar import period_at
from reportgen.numbers.zh.rate import each_of, halves
from reportgen.numbers.zh.reading_words import VERBS

_AGGREGATES: dict[str, Aggregate] = by_word(
    {
        "cumulative": f"{zh.AGGREGATES['cumulative']}|累计达",
        "total": f"{zh.AGGREGATES['total']}|总计|合计|共计|一共|总共",
        "average": zh.AGGREGATES["average"],
    }
)
_BASES: dict[str, Basis] = {
    "同比": "yoy", "比上年同期": "yoy", "较上年同期": "yoy", "比去年同期": "yoy", "较去年同期": "yoy",
    "与上年同期": "yoy", "同比实际": "real_yoy",
    "实际": "real_yoy", "同比名义": "nominal_yoy", "名义": "nominal_yoy", "环比": "mom", "比上年": "prev_year",
    "较上年": "prev_year",
    "比去年": "prev_year", "较去年": "prev_year", "与上年": "prev_year", "比上季度": "prev_quarter",
    "较上季度": "prev_quarter", "与上季度": "prev_quarter",
    "比上月": "prev_month", "较上月": "prev_month", "与上月": "prev_month", "比上年末": "prev_year_end",
    "较上年末": "prev_year_end", "与上年末": "prev_year_end",
    "比上年底": "prev_year_end", "较上年底": "prev_year_end", "年均": "avg_annual", "年均复合": "avg_annual",
    "年平均": "avg_annual",
}  # fmt: skip
_LONGER = {"增": "增长", "涨": "上涨", "升": "上升", "降": "下降", "减": "减少", "跌": "下跌"}


_BEFORE = Pattern(
    rf"(?P<as_of>截至|截止到?|到|至)?(?P<a1>{longest(_AGGREGATES)})?(?P<basis>{longest(_BASES)})?(?P<a2>{longest(_AGGREGATES)})?"
    rf"(?:(?P<verb>{longest(VERBS)})(?P<to>到|至|为)?)?了?"
)


_AFTER = Pattern(r"(?:期间|时期|间|份)?(?P<end>[末底])?")


_UNCHANGED = Pattern(rf"(?P<basis>{longest(_BASES)})?(?:相比)?(?P<little>基本)?持平")


def _takes(found: Found, around: re.Match[str]) -> bool:
    """Whether a verb makes a change of the figure: 增加3家 is one, 增加到3家 is what there is now."""
    return found.kind in _DIRECTED or (found.kind in _COUNTED_CHANGES and not around["to"])


_COUNTED_CHANGES = ("money", "count", "measure", "duration")
_DIRECTED = ("percent", "pp", "multiple", "fraction")
_COUNTED = ("count", "vague", "ordinal")


def _context(before: str, after: str, found: Found, lexicon: Lexicon) -> FigureContext | str:
    """The words around a Chinese figure, or those that should not be there."""
    match = _BEFORE.fullmatch(before)
    if match is None or (match["verb"] and not _takes(found, match)):
        return before
    if match["as_of"] and found.kind != "date":
        return before
    noun = None
    if after and not (found.kind == "date" and _AFTER.fullmatch(after)):
        noun = _noun(after, lexicon) if found.kind in _COUNTED else None
        if noun is None:
            return after
    if noun is None and found.tail == PERSON.measure and found.kind == "count":
        noun = PERSON
    return _said(match, found, noun, eop=found.kind == "date" and after.endswith(("末", "底")))


def _noun(after: str, lexicon: Lexicon) -> Noun | None:
    return next((noun for noun in lexicon.nouns.values() if noun.zh == after), None)


def _said(match: re.Match[str], found: Found, noun: Noun | None, eop: bool) -> FigureContext:
    verb = match["verb"]
    sign = {"up": 1, "down": -1}.get(VERBS.get(verb or "", ""), 0)
    verb = _LONGER.get(verb, verb) if verb else None
    aggregate = match["a1"] or match["a2"]
    return FigureContext(
        _AGGREGATES[aggregate] if aggregate else None,
        _BASES[match["basis"]] if match["basis"] else None,
        verb if verb in wordings.VERBS else None,
        sign if found.kind in ("percent", "pp", *_COUNTED_CHANGES) else 0,
        bool(match["as_of"]),
        eop,
        noun,
    )


_AGAINST = Pattern("[比较与](?=[0-9一二])")
_YEARS = Pattern("近?([两二三四五六七八九十]|[1-9][0-9]?)年(?:平均|年均)(.+)")


def _compared(text: str) -> Comparison | None:
    """比2019年同期增长8.1%, 与2019年末持平, 两年平均增长5.2%."""
    if years := _YEARS.fullmatch(text):
        return Comparison(years[2], years=int(value_of(years[1]) or 0))
    stretch = period_at(text, 1) if _AGAINST.match(text) else None
    if stretch is None:
        return None
    rest = text[stretch.end :]
    same = rest.startswith("同期")
    rest = rest.removeprefix("同期").removeprefix("相比").removeprefix("，")
    since = replace(read_period(stretch.code), eop=stretch.eop)
    return Comparison(rest, "same_period" if same else "period", since) if rest else None


_RELATIVE = Pattern("(?P<as_of>截至|截止到?)?(?P<year>去年|上年|今年|本年|明年|来年)(?:年?(?P<end>[底末]))?")
_RELATIVE_YEARS: dict[str, RelativeYear] = {
    "去年": "last", "上年": "last", "今年": "this", "本年": "this", "明年": "next", "来年": "next",
}  # fmt: skip


def _relative(text: str) -> Period | None:
    """去年, 明年年底, 截至今年底."""
    found = _RELATIVE.fullmatch(text)
    if found is None:
        return None
    return Period(relative=_RELATIVE_YEARS[found["year"]], as_of=bool(found["as_of"]), eop=bool(found["end"]))


def _way(before: str) -> str | None:
    left = left_of(before, len(before), 0, "1")
    return None if left.to else VERBS.get(left.verb)


def _unchanged(text: str) -> Change | None:
    found = _UNCHANGED.fullmatch(text)
    if found is None:
        return None
    return no_change(_BASES[found["basis"]] if found["basis"] else "none", bool(found["little"]))


_QUALIFIERS_BEFORE = [
    wording.text
    for wording in wordings.WORDINGS.values()
    if wording.place == "before" and wording.text != wordings.HANZI_ONLY
]

READER = LanguageReader(
    relative=_relative,
    way=_way,
    compared=_compared,
    context=_context,
    unchanged=_unchanged,
    halves=halves,
    each_of=each_of,
    qualifier=Pattern(rf"({longest(_QUALIFIERS_BEFORE)})$"),
    qualifiers={wording.text: kind for kind, row in wordings.QUALIFIERS.items() for wording in row},
)
