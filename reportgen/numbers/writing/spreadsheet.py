"""A printed figure as a spreadsheet holds it: a number, and a format that shows what was printed.

同比下降3.2% is -0.032 in the format `0.0%;"同比下降"0.0%`, RMB 1.7 trillion is 1.7 in `"RMB "0.0" trillion"`.
The codes are those of ECMA-376 part 1, 18.8.31. Not here: how a workbook is written.
"""

from __future__ import annotations

from decimal import Decimal

from reportgen.numbers.model.pattern import Pattern
from reportgen.records import record

_NUMERAL = Pattern(
    r"(?P<sign>[-−+]?)(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.(?P<decimals>[0-9]+))?(?P<percent>%?)"
)
_BEFORE = Pattern("(?:[零〇一二两三四五六七八九十百千万亿又]|分之)$")
_AFTER = Pattern("[万亿]*[零〇一二两三四五六七八九十百千半]")
_MINUS = ("-", "−")
MOST_DIGITS = 15
"""What a spreadsheet keeps of a number."""


@record
class SheetNumber:
    """A number and the format that shows it as it was printed."""

    value: Decimal
    code: str


def sheet_number(printed: str, *, falls: bool = False) -> SheetNumber | None:
    """The number in a printed figure; None where it is no single one: a range, a fraction, a figure in words.

    `falls` says that the figure is below zero though it is printed without a sign, as behind a verb.
    """
    found = list(_NUMERAL.finditer(printed))
    if len(found) != 1:
        return None
    numeral = found[0]
    before, after = printed[: numeral.start()], printed[numeral.end() :]
    if any(character.isdigit() for character in before + after) or _counts(before, after):
        return None
    whole, decimals = numeral["whole"].replace(",", ""), numeral["decimals"] or ""
    if len(whole + decimals) > MOST_DIGITS:
        return None
    value = Decimal(f"{whole}.{decimals}" if decimals else whole)
    digits = ("#,##0" if "," in numeral["whole"] else "0" * _zeros(whole)) + (
        "." + "0" * len(decimals) if decimals else ""
    )
    shown = f"{_quoted(before + numeral['sign'])}{digits}{numeral['percent']}{_quoted(after)}"
    if numeral["percent"]:
        value = value.scaleb(-2)
    if falls or numeral["sign"] in _MINUS:
        return SheetNumber(-value, f"{digits}{numeral['percent']};{shown}")
    return SheetNumber(value, shown)


def _counts(before: str, after: str) -> bool:
    """Whether the digits are but a part of the number: 1万3千, 三又1."""
    return _BEFORE.search(before) is not None or _AFTER.match(after) is not None


def _zeros(whole: str) -> int:
    """How many digits the code asks for: more than one only where the printed number opens with zeros."""
    return len(whole) if whole.startswith("0") and len(whole) > 1 else 1


def _quoted(text: str) -> str:
    """Words as a format holds them; a quote stands behind a backslash, outside the quoted words."""
    parts = (f'"{part}"' if part else "" for part in text.split('"'))
    return '\\"'.join(parts)
