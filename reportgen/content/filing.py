"""What an office files a document by: its number, who signed it, whom it goes to, how secret and how urgent it is.

The names are those of GB/T 9704-2012, in English; what a template prints of it, and where, is look.yaml's to say.
"""

# No `from __future__ import annotations`: pydantic would compile the type of each field whenever the program starts.

import re
from collections.abc import Callable
from typing import Annotated, Literal

from pydantic import PlainValidator, WithJsonSchema

from reportgen.content.entries import NOWHERE, Entry, EntryError, Wording
from reportgen.content.full_width import reads_narrow
from reportgen.content.source import Scalar, stretch_of
from reportgen.content.when import iso_date, read_when
from reportgen.languages import LANGUAGES, say
from reportgen.messages import listing, msg
from reportgen.numbers import FigureError, Measure, Period, read
from reportgen.problems import Rule, did_you_mean
from reportgen.records import record

CLASSIFICATION = Rule(
    "filing/classification",
    msg("A document is classified as 绝密, 机密 or 秘密."),
    file="briefing.yaml",
    slip='template: official\nfiling: {copy_number: "000001", classification: 绝秘}',
    mend='template: official\nfiling: {copy_number: "000001", classification: 绝密}',
)
SECRET_FOR = Rule(
    "filing/secret-for",
    msg("A document is secret for so many years, months or days, or long-term (长期)."),
    file="briefing.yaml",
    slip='template: official\nfiling: {copy_number: "000001", classification: 机密, secret_for: 一些年}',
    mend='template: official\nfiling: {copy_number: "000001", classification: 机密, secret_for: 1年}',
)
URGENCY = Rule(
    "filing/urgency",
    msg("A document is urgent as 特急 or 加急; a telegram as 特提, 特急, 加急 or 平急."),
    file="briefing.yaml",
    slip="template: official\nfiling: {urgency: 火急}",
    mend="template: official\nfiling: {urgency: 特急}",
)
COPY_NUMBER = Rule(
    "filing/copy-number",
    msg("The number of a copy has six digits."),
    file="briefing.yaml",
    slip='template: official\nfiling: {copy_number: "12"}',
    mend='template: official\nfiling: {copy_number: "000012"}',
)
DAY = Rule(
    "filing/day",
    msg("A document is dated, and printed, on a day."),
    file="briefing.yaml",
    slip="template: official\nfiling: {date: 2025-06}",
    mend="template: official\nfiling: {date: 2025-06-06}",
)
RULES = (CLASSIFICATION, SECRET_FOR, URGENCY, COPY_NUMBER, DAY)

Classification = Literal["top-secret", "secret", "confidential"]
CLASSIFICATIONS: tuple[Classification, ...] = ("top-secret", "secret", "confidential")
"""How secret a document is, the most secret first; languages/ says how each is called."""

Urgency = Literal["immediate", "extra-urgent", "urgent", "priority"]
URGENCIES: tuple[Urgency, ...] = ("immediate", "extra-urgent", "urgent", "priority")
"""How soon a document must be seen to, the soonest first."""

LONG_TERM = "long-term"
"""A secret whose end nobody has set."""


@record
class Day:
    """A day, and how it was typed."""

    period: Period
    typed: Scalar


def _text(value: object, rule: Rule) -> Scalar:
    if isinstance(value, Scalar):
        return value
    raise EntryError(rule.broken(stretch_of(value, NOWHERE), msg("one text is wanted here")))


def _named(kind: str, keys: tuple[str, ...], rule: Rule) -> Callable[[object], str]:
    """Reads the name that any language has for one of the keys."""
    names = {say(f"{kind}-{key}", language): key for language in LANGUAGES for key in keys}

    def read_name(value: object) -> str:
        text = _text(value, rule)
        if text in names:
            return names[text]
        if problem := reads_narrow(text, names.__contains__):
            raise EntryError(problem)
        offered = listing((name for name in names if not name.isascii()), "unit")
        hint = did_you_mean(text, names) or msg("write one of {names}", names=offered)
        raise EntryError(rule.broken(text, msg("'{text}' is none of {names}", text=text, names=offered), hint))

    return read_name


def _period(value: object) -> Measure | str:
    text = _text(value, SECRET_FOR)
    if text in {say("secret-long-term", language) for language in LANGUAGES}:
        return LONG_TERM
    try:
        period = read(text)
    except FigureError:
        period = None
    if isinstance(period, Measure) and period.unit.key in ("year", "month", "day"):
        return period
    hint = msg("write 1年, 6个月, 30天 or 长期")
    raise EntryError(SECRET_FOR.broken(text, msg("'{text}' is no time to be secret for", text=text), hint))


def _six_digits(value: object) -> Scalar:
    text = _text(value, COPY_NUMBER)
    if re.fullmatch("[0-9]{6}", text):
        return text
    hint = msg('write six digits in quotation marks: "000001"')
    raise EntryError(COPY_NUMBER.broken(text, msg("'{text}' is no copy's number", text=text), hint))


def _day(value: object) -> Day:
    text = _text(value, DAY)
    try:
        period = read_when(text)
    except ValueError:
        period = None
    if period is not None and iso_date(period):
        return Day(period, text)
    hint = msg("a day is wanted here, such as 2025-06-06")
    raise EntryError(DAY.broken(text, msg("'{text}' is no day", text=text), hint))


_STRING = WithJsonSchema({"type": "string", "minLength": 1})
_ONE_OF = {"classification": CLASSIFICATIONS, "urgency": URGENCIES}


def _schema(kind: str) -> WithJsonSchema:
    return WithJsonSchema({"enum": [say(f"{kind}-{key}", code) for code in LANGUAGES for key in _ONE_OF[kind]]})


AClassification = Annotated[
    Classification,
    PlainValidator(_named("classification", CLASSIFICATIONS, CLASSIFICATION)),
    _schema("classification"),
]
AnUrgency = Annotated[Urgency, PlainValidator(_named("urgency", URGENCIES, URGENCY)), _schema("urgency")]
ASecrecy = Annotated[Measure | str, PlainValidator(_period), _STRING]
ACopyNumber = Annotated[
    Scalar, PlainValidator(_six_digits), WithJsonSchema({"type": "string", "pattern": "^[0-9]{6}$"})
]
ADay = Annotated[Day, PlainValidator(_day), _STRING]


class FilingEntry(Entry):
    """What a document is filed by, as typed under `filing:` of briefing.yaml; all of it may be left out."""

    copy_number: ACopyNumber | None = None  # 份号
    classification: AClassification | None = None  # 密级
    secret_for: ASecrecy | None = None  # 保密期限
    urgency: AnUrgency | None = None  # 紧急程度
    mark: Wording | None = None  # 发文机关标志, in red at the head
    bulletin: Wording | None = None  # the title of a bulletin (简报), in its place
    number: Wording | None = None  # 发文字号
    signers: tuple[Wording, ...] = ()  # 签发人, of a document that goes up
    addressees: Wording | None = None  # 主送机关
    attachments: tuple[Wording, ...] = ()  # 附件说明
    signature: Wording | None = None  # 发文机关署名; unset: the issuer
    date: ADay | None = None  # 成文日期; unset: the briefing's
    sealed: bool = True  # whether a seal is put on the signature, which sets where it stands
    remark: Wording | None = None  # 附注
    copies: Wording | None = None  # 抄送机关
    printer: Wording | None = None  # 印发机关
    printed: ADay | None = None  # 印发日期
