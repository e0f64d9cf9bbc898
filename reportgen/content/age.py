"""When a figure is old: after so many months, after a day, or never; `stale_after:` of a fact or a briefing."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from reportgen.content.derived.times import last_day
from reportgen.content.entries import NOWHERE, EntryError
from reportgen.content.source import Scalar, stretch_of
from reportgen.content.when import read_when
from reportgen.messages import msg
from reportgen.numbers.model.pattern import Pattern
from reportgen.problems import Rule
from reportgen.records import record

AGE = Rule(
    "times/age",
    msg("After `stale_after` stands how long a figure is news (18 months, 2 years, 90 days), a day, or never."),
    file="facts.yaml",
    slip="growth: {is: 同比增长7.1%, what: {zh: 增速, en: growth}, when: 2025-Q1, source: paper, stale_after: soon}",
    mend="growth: {is: 同比增长7.1%, what: {zh: 增速, en: growth}, when: 2025-Q1, source: paper, stale_after: 1 year}",
)
RULES = (AGE,)

_SPAN = Pattern(
    r"(?P<count>[0-9]{1,4})\s*(?:(?P<days>days?|[天日])|(?P<weeks>weeks?|周)|(?P<months>months?|个?月)"
    r"|(?P<quarters>quarters?|个?季度?)|(?P<years>years?|年))"
)
_MONTHS = {"months": 1, "quarters": 3, "years": 12}
_DAYS = {"days": 1, "weeks": 7}


@record
class Age:
    """So many months and days after its time, or on a `day`, a figure is old; with none of them it never is."""

    months: int = 0
    days: int = 0
    day: date | None = None

    def is_old(self, told: date, now: date) -> bool:
        """Whether a figure of a time that ended on the day `told` is old on the day `now`."""
        if self.day is not None:
            return now > self.day
        if not (self.months or self.days):
            return False
        year, month = divmod(told.year * 12 + told.month - 1 + self.months, 12)
        last = date(year, month + 1, min(told.day, monthrange(year, month + 1)[1]))
        return now > last + timedelta(days=self.days)


def _read(value: object) -> Age:
    if isinstance(value, Scalar):
        if value in ("never", "永不"):
            return Age()
        if (found := _SPAN.fullmatch(value)) and (unit := found.lastgroup) and int(found["count"]):
            count = int(found["count"])
            return Age(months=count * _MONTHS.get(unit, 0), days=count * _DAYS.get(unit, 0))
        try:
            if (day := last_day(read_when(value))) is not None:
                return Age(day=day)
        except ValueError:
            pass
    message = msg("'{value}' is no age and no day", value=str(value)) if isinstance(value, Scalar) else msg("no age")
    hint = msg("write 18 months, 2 years, 90 days, a day such as 2026-03-31, or never")
    raise EntryError(AGE.broken(stretch_of(value, NOWHERE), message, hint))


AnAge = Annotated[Age, PlainValidator(_read), WithJsonSchema({"type": "string"})]
"""How long a figure is news, as typed."""
