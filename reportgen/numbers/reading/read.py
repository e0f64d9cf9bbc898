"""Reads one printed figure in full: 近4500亿元, up 7.1% year on year, 2025年一季度, top three.

The grammar finds the figure; before and after it stand words of change, an aggregate, or a noun of the lexicon, and
nothing else.
Not here: figures in prose, which are `find`'s.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, TypeVar

from reportgen.messages import in_quotes, msg
from reportgen.numbers.finding import sight
from reportgen.numbers.grammar.found import Found, quantity_of
from reportgen.numbers.grammar.normalize import plain
from reportgen.numbers.grammar.reader import FigureContext
from reportgen.numbers.languages import reader
from reportgen.numbers.model import wordings
from reportgen.numbers.model.errors import FigureError
from reportgen.numbers.model.lexicon import PERSON, Currency, Lexicon, Noun, Unit
from reportgen.numbers.model.options import FormatOptions
from reportgen.numbers.model.pattern import Pattern
from reportgen.numbers.model.period import Period
from reportgen.numbers.model.quantity import (
    Change,
    Count,
    Difference,
    Fraction,
    Measure,
    Money,
    Multiple,
    Ordinal,
    Percent,
    Points,
    Qualified,
    Quantity,
    Rate,
    Tenths,
)
from reportgen.numbers.model.terms import lexicon_of
from reportgen.numbers.model.validate import check_possible
from reportgen.numbers.reading.change import against, with_change
from reportgen.numbers.zh import words as zh
from reportgen.numbers.zh.amount import wording_of

MAX_LENGTH = 500  # characters: no printed figure is longer
_HAN = Pattern("[\u3400-\u9fff]")


_Qualified = TypeVar("_Qualified", bound=Qualified)


def read(text: str, language: str | None = None, lexicon: Lexicon | Mapping[str, Any] | None = None) -> Quantity:
    """The quantity that one printed figure says; `language` None tells Chinese and English apart by the script.

    FigureError says what was expected, what was found, and at which column where it is not the first.
    """
    known = lexicon_of(lexicon)
    shown = text.strip()
    if not shown or len(shown) > MAX_LENGTH:
        raise _unreadable(shown)
    language = language or ("zh" if _HAN.search(shown) else "en")
    try:
        made = _read(reader(language).readied(plain(shown)[0]), shown, language, known)
        check_possible(made)
    except (ArithmeticError, ValueError) as error:
        if isinstance(error, FigureError):
            raise
        raise _unreadable(shown) from error
    return made


def _read(text: str, shown: str, language: str, lexicon: Lexicon) -> Quantity:
    """A change against a period that is told, a change of nothing, a rate, or any other figure."""
    known = reader(language)
    if (year := known.relative(text)) is not None:
        return year
    if (comparison := known.compared(text)) is not None:
        return against(_read(comparison.rest, shown, language, lexicon), comparison)
    made = known.unchanged(text) or _rate(text, language, lexicon)
    return made or _figure(text, shown, language, lexicon)


def _rate(text: str, language: str, lexicon: Lexicon) -> Rate | Difference | None:
    """The rate a text says; None for what is none, or is told by what the lexicon has not."""
    found = reader(language).halves(text, lexicon)
    if found is None:
        return None
    try:
        amount = _figure(found.amount, found.amount, language, lexicon)
    except FigureError:
        return None
    if isinstance(amount, Difference) and not isinstance(amount.amount, Rate):
        rate = Rate(amount=amount.amount, per=found.per, each=found.each, form=found.form)
        return replace(amount, amount=rate)
    if not isinstance(amount, Money | Count | Measure):
        return None
    return Rate(amount=amount, per=found.per, each=found.each, form=found.form)


def _unreadable(shown: str) -> FigureError:
    return FigureError(msg("expected a figure, found {found}", found=_short(shown)))


def _short(text: str) -> str:
    return in_quotes(text if len(text) <= 40 else text[:39] + "…") if text else msg("nothing")


def _figure(text: str, shown: str, language: str, lexicon: Lexicon) -> Quantity:
    positive = _NEGATIVE.sub(r"\1", text)
    if positive != text:  # RMB −12.5 billion
        return _negative(_figure(positive, shown, language, lexicon), shown)
    known = reader(language)
    figures = [each for each in sight(text, language, lexicon=lexicon) if each.kind != "hint"]
    if not figures and (digit := known.in_digits(text)) != text:
        return _figure(digit, shown, language, lexicon)
    if not figures:
        raise _unreadable(shown)
    first, dollars, end = _with_bracket(figures, text)
    before, after = text[: first.start], text[end:]
    if first.qualifier is None and (word := known.qualifier.search(before)):  # 近翻一番, nearly 4:1
        wording = word[1].lower()
        first = first._replace(qualifier=known.qualifiers[wording], qform=wording)
        before = before[: word.start(1)]
    context = known.context(before, after, first, lexicon)
    if isinstance(context, str):
        column = text.index(context) + 1 if context in text else 1
        raise _left_over(context, column, after if first.kind in _COUNTED else "")
    if not _is_told(first, context) and not (_DIGIT.search(first.text) or known.is_small(first.text)):
        raise _unreadable(shown)
    return _whole(first, context, dollars, lexicon, language, text)


def _with_bracket(figures: list[Found], text: str) -> tuple[Found, Found | None, int]:
    """The one figure, the dollar bracket behind it where there is one, and where both end."""
    first, *others = figures
    if not others:
        return first, None, first.end
    second = others[0]
    in_dollars = len(others) == 1 and (first.unit, second.unit) == ("CNY", "USD")
    if in_dollars and (bracket := _BRACKET.fullmatch(text, first.end)):
        return first, second, bracket.end()
    raise FigureError(
        msg(
            "expected one figure, found a second one, {found}, at column {column}",
            found=_short(second.text),
            column=second.start + 1,
        )
    )


def _is_told(found: Found, context: FigureContext) -> bool:
    """Whether more than a bare number word stands there: what it counts, a qualifier, a scale."""
    return bool(found.kind != "count" or found.tail or context.noun or found.qualifier or found.power)


def _left_over(words: str, column: int, after: str) -> FigureError:
    """What to do about words that are no part of a figure, and about a noun that is not known."""
    found = _short(words.strip())
    if not after or words.strip().lower() != after.strip().lower():
        return FigureError(
            msg(
                "expected a figure and a noun of the lexicon, found {found} at column {column}",
                found=found,
                column=column,
            )
        )
    return FigureError(
        msg(
            "expected a figure and a noun of the lexicon, found {found} at column {column}: "
            "teach the lexicon that noun in both languages, or print the figure without it",
            found=found,
            column=column,
        )
    )


def _negative(made: Quantity, shown: str) -> Quantity:
    if isinstance(made, Money) and made.value:
        return replace(made, value=-made.value)
    raise _unreadable(shown)


_COUNTED = ("count", "vague", "ordinal")
_NEGATIVE = Pattern(r"((?:RMB|\b[A-Z]{3}|[A-Z]{0,2}[$€£¥₹₽₩฿₫₺₪])\s?)[−-](?=[0-9])")
_DIGIT = Pattern("[0-9]")
_BRACKET = Pattern(r"\s?[（(].*[)）]$")


def _whole(
    found: Found, context: FigureContext, dollars: Found | None, lexicon: Lexicon, language: str, text: str
) -> Quantity:
    """The quantity of a figure and of what is said around it."""
    each: Noun | Unit | Currency = PERSON
    if found.kind == "rate":
        named = reader(language).each_of(text, lexicon)
        if named is None:
            raise FigureError(
                msg("expected a rate for so many of a noun of the lexicon, found {found}", found=_short(text))
            )
        each = named
    made = _as_printed(quantity_of(_chinese(found, language), context.noun, each), found)
    if isinstance(made, Multiple):
        made = replace(made, verb=_verb_of(found))
    if isinstance(made, Qualified) and not isinstance(made, Percent | Points):
        made = _house(made)
    if context.basis or context.sign:
        made = with_change(made, context, _short(found.text))
    if isinstance(made, Percent | Points | Change):  # a change has other wordings by itself than a share
        made = _house(made)
    if isinstance(made, Fraction | Tenths) and found.direction:
        raise FigureError(
            msg(
                "expected a share without a direction, found {found}: write the change in percent "
                "(下降50%, down 50%), or put the verb into the sentence",
                found=_short(text),
            )
        )
    if isinstance(made, Period):
        return replace(made, as_of=context.as_of, eop=made.eop or context.eop)
    if context.aggregate and isinstance(made, Qualified):
        made = replace(made, aggregate=context.aggregate)
    if dollars and isinstance(made, Money):
        made = replace(made, options=_bracket(made, dollars))
    return made


def _verb_of(found: Found) -> str | None:
    """The verb of a multiple that has grown, where the house would choose another: 提高2倍, 翻番."""
    text = plain(found.text)[0]
    verbs = [verb for verb in (*wordings.FANS, *wordings.VERBS) if text.startswith(verb) or text.endswith(verb)]
    default = wordings.DEFAULT_VERBS["percent"][0]
    return verbs[0] if verbs and verbs[0] != default and found.form != "of" else None


def _chinese(found: Found, language: str) -> Found:
    """The figure with the Chinese wording of its qualifier where the text asks for one."""
    wanted = reader(language).wordings.get(found.qform or "", found.qform)
    return found._replace(qform=wanted if wanted in wordings.WORDINGS or found.kind == "vague" else None)


def _house(made: _Qualified) -> _Qualified:
    """The quantity without a wording that the house would choose by itself."""
    if made.qualifier is None or made.qform is None:
        return made
    plainly = replace(made, qform=None)
    return plainly if wording_of(plainly) == wordings.WORDINGS[made.qform] else made


def _as_printed(made: Quantity, found: Found) -> Quantity:
    """The quantity with what the print promises: zeros of a percentage, Chinese numerals, 首批 for 第一批."""
    match made:
        case Ordinal(value=value):
            first = wordings.FIRST if found.form == "first" and wordings.FIRST in found.text else None
            return replace(made, qform=first, hanzi=value > zh.ORDINAL_WORDS and found.hanzi)
        case Percent() | Points():
            return _kept_zeros(made, plain(found.text)[0])
        case Money() | Count() | Measure() if _SCALE_ALONE.fullmatch(found.text):
            return replace(made, hanzi=True)
        case Rate(amount=amount) if found.qualifier:
            return replace(made, amount=replace(amount, qualifier=found.qualifier))
        case _:
            return made


_SCALE_ALONE = Pattern(r"[^0-9０-９]*[万亿][^0-9０-９]*")  # 近万亿元: no digit, so a numeral
_PRINTED = Pattern(r"[0-9][0-9,]*(?:\.([0-9]+))?")


def _kept_zeros(amount: Percent | Points, text: str) -> Percent | Points:
    """5.0% promises its zero; money, counts and measures strip theirs, whoever printed them."""
    decimals = [number[1] or "" for number in _PRINTED.finditer(text)]
    if not any(places.endswith("0") for places in decimals):
        return amount
    return replace(amount, quantum=Decimal(1).scaleb(-max(map(len, decimals))))


def _bracket(money: Money, dollars: Found) -> FormatOptions:
    """The rate a printed dollar bracket implies, and the precision it was given with."""
    if money.value is None or not isinstance(dollars.value, Decimal) or not dollars.value:
        return money.options
    plain_dollars = dollars.value.normalize()
    quantum = Decimal(1).scaleb(int(plain_dollars.as_tuple().exponent))
    return replace(money.options, usd_rate=money.value / dollars.value, usd_quantum=quantum)
