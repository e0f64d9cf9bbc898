"""Periods as short codes and back: 2025, 2025-Q1, 2025-H1, 2025-03, 2025-03-31, 1990s, 2021/2025, FYP14, Q1, --03.

Not here: how a period is said; each language's layout does that.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar, Literal, cast

from reportgen.messages import in_quotes, listing, msg
from reportgen.numbers.model.errors import FigureError
from reportgen.numbers.model.options import NO_OPTIONS, FormatOptions
from reportgen.numbers.model.pattern import Pattern
from reportgen.numbers.model.representation import Readable
from reportgen.records import keyword_record

_CODE = Pattern(
    r"(?P<relative>last|this|next)|(?P<decade>[0-9]{3}0)s|FYP(?P<fyp>[0-9]{1,2})"
    r"|(?:(?P<year>[0-9]{4})(?:-(?=.)|$))?(?:Q(?P<quarter>[1-4])|H(?P<half>[12]))?"
    r"|(?:(?P<y2>[0-9]{4})|-)-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?"
)

RelativeYear = Literal["last", "this", "next"]

# Which fields of a period stand together; `year` may be missing before all but itself.
SHAPES: tuple[set[str], ...] = (
    {"year"}, {"quarter"}, {"half"}, {"month"}, {"month", "day"}, {"first_quarters"}, {"months"},
    {"decade"}, {"fyp"}, {"start", "end"}, {"relative"},
)  # fmt: skip
_FIELDS: frozenset[str] = frozenset[str]().union(*SHAPES)
_LIMITS = {
    "year": (1, 9999),
    "quarter": (1, 4),
    "half": (1, 2),
    "month": (1, 12),
    "first_quarters": (2, 4),
    "fyp": (1, 99),
}


@keyword_record
class Period(Readable):
    """A stretch of time, or its end; exactly one shape of fields is filled: see `SHAPES`."""

    kind: ClassVar[Literal["date"]] = "date"
    year: int | None = None
    quarter: int | None = None
    half: int | None = None
    month: int | None = None
    day: int | None = None
    first_quarters: int | None = None
    months: tuple[int, int] | None = None
    decade: int | None = None
    fyp: int | None = None
    start: Period | None = None
    end: Period | None = None
    relative: RelativeYear | None = None  # 去年, 今年, 明年: the year told from when the text was written
    as_of: bool = False
    eop: bool = False  # the end of the period
    options: FormatOptions = NO_OPTIONS

    def sayings(self) -> Iterator[str]:
        yield _code_or_fields(self)
        if self.as_of:
            yield "as of"
        if self.eop:
            yield "its end"
        if self.options != NO_OPTIONS:
            yield repr(self.options)


def _code_or_fields(period: Period) -> str:
    """The code; of what is no period that can be, the fields."""
    filled = {name: getattr(period, name) for name in sorted(_FIELDS) if getattr(period, name) is not None}
    if filled.keys() in SHAPES or filled.keys() - {"year"} in SHAPES[1:7]:
        return period_code(period)
    return " ".join(f"{name}={field!r}" for name, field in filled.items()) or "?"


def read_period(code: str) -> Period:
    """The period a code stands for; FigureError for anything else."""
    first, slash, last = code.partition("/")
    return _range(_single(first), _single(last)) if slash else _single(code)


def _single(code: str) -> Period:
    found = _CODE.fullmatch(code) if code else None
    if found is None:
        raise FigureError(
            msg(
                "expected a period such as 2025, 2025-Q1, 2025-H1, 2025-03, 2025-03-31, 1990s, 2021/2025 or FYP14, "
                "found {found}",
                found=in_quotes(code[:40]),
            )
        )
    if found["relative"]:
        return Period(relative=cast("RelativeYear", found["relative"]))
    fields = {name: int(text) for name, text in found.groupdict().items() if text}
    if "y2" in fields:
        fields["year"] = fields.pop("y2")
    period = replace(Period(), **fields)  # pyright: ignore[reportArgumentType]  # the pattern names int fields only
    check_period(period)
    return period


def _range(first: Period, last: Period) -> Period:
    """Two periods joined: the first n quarters and a run of months have shapes of their own."""
    if first.year == last.year:
        if first.quarter == 1 and last.quarter and last.quarter > 1:
            return Period(year=first.year, first_quarters=last.quarter)
        if first.month and last.month and not first.day and not last.day and first.month < last.month:
            return Period(year=first.year, months=(first.month, last.month))
    period = Period(start=first, end=last)
    check_period(period)
    return period


def period_code(period: Period) -> str:
    """The period's code; as-of and end-of-period are not told apart."""
    match period:
        case Period(start=Period() as start, end=Period() as end):
            return f"{period_code(start)}/{period_code(end)}"
        case Period(relative=str(relative)):
            return relative
        case Period(decade=int(decade)):
            return f"{decade}s"
        case Period(fyp=int(fyp)):
            return f"FYP{fyp}"
        case Period(first_quarters=int(last)):
            year = _year(period)
            return f"{year}Q1/{year}Q{last}" if last > 1 else f"{year}Q1"
        case Period(months=(first, last)):
            year = _year(period) or "--"
            return f"{year}{first:02}/{year}{last:02}"
        case Period(quarter=int(quarter)):
            return f"{_year(period)}Q{quarter}"
        case Period(half=int(half)):
            return f"{_year(period)}H{half}"
        case Period(month=int(month)):
            day = "" if period.day is None else f"-{period.day:02}"
            return f"{_year(period) or '--'}{month:02}{day}"
        case _:
            return f"{period.year:04}"


def _year(period: Period) -> str:
    return "" if period.year is None else f"{period.year:04}-"


def check_period(period: Period) -> None:
    """Refuses a period that is in no calendar, or whose fields do not stand together."""
    filled = {name for name in _FIELDS if getattr(period, name) is not None}
    if filled not in SHAPES and filled - {"year"} not in SHAPES[1:7]:
        raise FigureError(
            msg(
                "expected a period such as 2025, 2025-Q1, 2025-H1, 2025-03, 2025-03-31, 1990s, 2021/2025 or FYP14; "
                "{fields} cannot stand together",
                fields=listing(sorted(filled), "unit") if filled else msg("nothing"),
            )
        )
    for name, (least, most) in _LIMITS.items():
        number = getattr(period, name)
        if number is not None and not least <= number <= most:
            raise FigureError(
                msg("expected {least} to {most}, found {found}", least=least, most=most, found=number), name
            )
    if period.decade is not None and (period.decade % 10 or not 1000 <= period.decade <= 2990):
        raise FigureError(
            msg("expected the first year of a decade such as 1990, found {found}", found=period.decade), "decade"
        )
    if period.months and not 1 <= period.months[0] < period.months[1] <= 12:
        raise FigureError(
            msg("expected two months in order such as 1 and 9, found {found}", found=period.months), "months"
        )
    if period.month and period.day is not None:
        last = monthrange(period.year or 2000, period.month)[1]
        if not 1 <= period.day <= last:
            raise FigureError(
                msg("expected {least} to {most}, found {found}", least=1, most=last, found=period.day), "day"
            )
    _check_ends(period)


def _check_ends(period: Period) -> None:
    if period.start and period.end:
        shapes = [{name for name in _FIELDS if getattr(end, name) is not None} for end in (period.start, period.end)]
        if shapes[0] != shapes[1] or not shapes[0] <= {"year", "quarter", "half", "month", "day"}:
            raise FigureError(
                msg("expected two periods of one kind, such as 2021 and 2025 or 2024-10 and 2025-03"), "from"
            )
        if _order(period.start) >= _order(period.end):
            raise FigureError(msg("expected a later period than {period}", period=period_code(period.start)), "to")
        if period.as_of or period.eop:
            raise FigureError(
                msg("a run of periods has no as_of and no end of period"), "as_of" if period.as_of else "eop"
            )
    if period.eop and period.day is not None:
        raise FigureError(msg("a day has no end of period; leave it out"), "eop")


def _order(period: Period) -> tuple[int, ...]:
    return tuple(number or 0 for number in (period.year, period.half, period.quarter, period.month, period.day))


def plan_years(fyp: int) -> tuple[int, int]:
    """The first and last year of the n-th Five-Year Plan; the second and third lie three years apart."""
    first = 1981 + 5 * (fyp - 6) if fyp > 2 else 1953 + 5 * (fyp - 1)
    return first, first + 4
