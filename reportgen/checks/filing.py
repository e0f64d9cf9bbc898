"""What a document is filed by holds together: its number, its head, its days, and the template that is to print it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import cast

from reportgen.checks.check import Check, Subject
from reportgen.content.derived.times import last_day
from reportgen.content.entries import Text, Wording
from reportgen.content.filing import Day, FilingEntry
from reportgen.content.source import Scalar
from reportgen.languages import LANGUAGES
from reportgen.messages import msg
from reportgen.problems import Evidence, Place, Problem, Rule, Severity, Typed
from reportgen.records import record
from reportgen.template.model import FilingPart

NUMBER = Rule(
    "filing/number",
    msg("A document's number has its year in 〔〕 ([] in English), no 第 and no zeros before its count."),
    file="briefing.yaml",
    slip='template: official\nfiling: {number: {zh: "某统发[2025]08号", en: "Mou Tong Fa [2025] No. 8"}}',
    mend='template: official\nfiling: {number: {zh: 某统发〔2025〕8号, en: "Mou Tong Fa [2025] No. 8"}}',
)
UNLIKE = Rule(
    "filing/numbers-differ",
    msg("A document's number has the same year and count in every language."),
    file="briefing.yaml",
    slip='template: official\nfiling: {number: {zh: 某统发〔2025〕8号, en: "Mou Tong Fa [2025] No. 9"}}',
    mend='template: official\nfiling: {number: {zh: 某统发〔2025〕8号, en: "Mou Tong Fa [2025] No. 8"}}',
)
OTHER_YEAR = Rule(
    "filing/other-year",
    msg("A document's number is of the year in which the document is dated."),
    Severity.WARNING,
    file="briefing.yaml",
    slip='template: official\nfiling: {number: {zh: 某统发〔2024〕8号, en: "Mou Tong Fa [2024] No. 8"}}',
    mend='template: official\nfiling: {number: {zh: 某统发〔2025〕8号, en: "Mou Tong Fa [2025] No. 8"}}',
)
TWO_HEADS = Rule(
    "filing/two-heads",
    msg("A document has an office's mark at its head, or the title of a bulletin, not both."),
    file="briefing.yaml",
    slip="template: official\nissue: {zh: 第1期, en: No. 1}\n"
    "filing: {mark: {zh: 某局文件, en: The Bureau}, bulletin: {zh: 工作简报, en: Bulletin}}",
    mend="template: official\nissue: {zh: 第1期, en: No. 1}\nfiling: {bulletin: {zh: 工作简报, en: Bulletin}}",
)
NO_ISSUE = Rule(
    "filing/no-issue",
    msg("A bulletin has the number of its issue."),
    file="briefing.yaml",
    slip="template: official\nfiling: {bulletin: {zh: 工作简报, en: Bulletin}}",
    mend="template: official\nissue: {zh: 第1期, en: No. 1}\nfiling: {bulletin: {zh: 工作简报, en: Bulletin}}",
)
NOT_SECRET = Rule(
    "filing/not-secret",
    msg("What is secret for a time says how secret it is."),
    file="briefing.yaml",
    slip="template: official\nfiling: {secret_for: 1年}",
    mend='template: official\nfiling: {copy_number: "000001", classification: 机密, secret_for: 1年}',
)
NO_COPY_NUMBER = Rule(
    "filing/no-copy-number",
    msg("Each copy of a classified document bears its number."),
    Severity.WARNING,
    file="briefing.yaml",
    slip="template: official\nfiling: {classification: 机密}",
    mend='template: official\nfiling: {classification: 机密, copy_number: "000001"}',
)
PRINTED_BEFORE = Rule(
    "filing/printed-before",
    msg("A document is printed on the day of its date or later."),
    Severity.WARNING,
    file="briefing.yaml",
    slip="template: official\nfiling: {printer: {zh: 某办, en: The Office}, printed: 2025-06-05}",
    mend="template: official\nfiling: {printer: {zh: 某办, en: The Office}, printed: 2025-06-09}",
)
HALF_PRINTED = Rule(
    "filing/half-printed",
    msg("Who printed a document and when are told together."),
    Severity.WARNING,
    file="briefing.yaml",
    slip="template: official\nfiling: {printer: {zh: 某办, en: The Office}}",
    mend="template: official\nfiling: {printer: {zh: 某办, en: The Office}, printed: 2025-06-09}",
)
ENDING = Rule(
    "filing/attachment-ending",
    msg("The name of an attachment ends without a mark."),
    Severity.WARNING,
    file="briefing.yaml",
    slip="template: official\nfiling: {attachments: [{zh: 指标表。, en: Table of indicators}]}",
    mend="template: official\nfiling: {attachments: [{zh: 指标表, en: Table of indicators}]}",
)
NOT_SHOWN = Rule(
    "filing/not-shown",
    msg("The template prints all that a document is filed by."),
    Severity.WARNING,
    file="briefing.yaml",
    slip="template: modern\nfiling: {urgency: 特急}",
    mend="template: official\nfiling: {urgency: 特急}",
)
RULES = (
    NUMBER, UNLIKE, OTHER_YEAR, TWO_HEADS, NO_ISSUE, NOT_SECRET, NO_COPY_NUMBER, PRINTED_BEFORE, HALF_PRINTED, ENDING,
    NOT_SHOWN,
)  # fmt: skip

_NUMBERS = {
    "zh": re.compile(r"\D+〔(?P<year>\d{4})〕(?P<count>[1-9]\d*)号"),
    "en": re.compile(r"\D+[\[〔](?P<year>\d{4})[\]〕],? No\. ?(?P<count>[1-9]\d*)"),
}
"""A document's number, by language; in another it is not read."""

_SHAPES = {"zh": "国发〔2026〕1号", "en": "Guo Fa [2026] No. 1"}
_MARKS = "。，；：、.,;:"

_PARTS: dict[str, FilingPart] = {
    "copy_number": "copy-number",
    "classification": "classification",
    "secret_for": "classification",
    "urgency": "urgency",
    "mark": "mark",
    "bulletin": "bulletin",
    "number": "number",
    "signers": "signers",
    "addressees": "addressees",
    "attachments": "attachments",
    "signature": "signature",
    "date": "signature",
    "remark": "remark",
    "copies": "copies",
    "printer": "printing",
    "printed": "printing",
}
"""The part of a template that prints a field."""


@record
class _Number:
    """A document's number as one language tells it."""

    year: str
    count: str
    place: Place


def find_in_filing(subject: Subject) -> Iterator[Problem]:
    """What does not hold together in what the document is filed by."""
    filed = subject.briefing.about.filing
    if filed is None:
        return
    yield from _number(subject, filed)
    yield from _heads(subject, filed)
    yield from _days(subject, filed)
    for name in filed.attachments:
        for language, words in name.words.items():
            if words.endswith(tuple(_MARKS)):
                message = msg("the name of an attachment ends with '{mark}'", mark=words[-1])
                yield ENDING.broken(name.places[language], message, msg("leave it out"))
    yield from _not_shown(subject, filed)


# ---- the number ---------------------------------------------------------------------


def _number(subject: Subject, filed: FilingEntry) -> Iterator[Problem]:
    if filed.number is None:
        return
    read: dict[str, _Number] = {}
    for language, pattern in _NUMBERS.items():
        if filed.number.lacks(language):
            continue
        words, place = filed.number[language], filed.number.places[language]
        if found := pattern.fullmatch(words):
            read[language] = _Number(found["year"], found["count"], place)
        else:
            message = msg("'{number}' is no document's number", number=words)
            yield NUMBER.broken(place, message, msg("write it as {shape}", shape=_SHAPES[language]))
    told = list(read.items())
    for (one, first), (other, second) in pairwise(told):
        if (first.year, first.count) != (second.year, second.count):
            message = msg(
                "the document's number is {first} in {one} and {second} in {other}",
                first="/".join((first.year, first.count)),
                one=LANGUAGES[one].name,
                second="/".join((second.year, second.count)),
                other=LANGUAGES[other].name,
            )
            yield UNLIKE.broken(second.place, message, msg("mend one of the two"))
    dated = filed.date.period if filed.date else subject.briefing.date
    if told and dated.year and int(told[0][1].year) != dated.year:
        first = told[0][1]
        message = msg("the document is numbered in {year} and dated in {dated}", year=first.year, dated=str(dated.year))
        yield OTHER_YEAR.broken(first.place, message, msg("mend the number, or the date"))


# ---- the head and the days ----------------------------------------------------------


def _heads(subject: Subject, filed: FilingEntry) -> Iterator[Problem]:
    if filed.mark and filed.bulletin:
        message = msg("the document has an office's mark and the title of a bulletin")
        yield TWO_HEADS.broken(filed.bulletin.place, message, msg("leave one out"))
    elif filed.bulletin and subject.briefing.about.issue is None:
        hint = msg("write issue: {{zh: 第1期, en: No. 1}} beside filing:")
        yield NO_ISSUE.broken(filed.bulletin.place, msg("the bulletin has no number"), hint)
    where = _place(subject, filed)
    if filed.secret_for and filed.classification is None:
        hint = msg("write classification: 机密 (or 绝密, 秘密)")
        yield NOT_SECRET.broken(where, msg("the document is secret for a time, and not classified"), hint)
    if filed.classification and filed.copy_number is None:
        hint = msg('write copy_number: "000001"')
        yield NO_COPY_NUMBER.broken(where, msg("a classified document has no copy number"), hint)


def _days(subject: Subject, filed: FilingEntry) -> Iterator[Problem]:
    if bool(filed.printer) != bool(filed.printed):
        where = filed.printed.typed if filed.printed else filed.printer.place if filed.printer else Place("")
        message = (
            msg("it is told who printed the document, and not when")
            if filed.printer
            else msg("it is told when the document was printed, and not by whom")
        )
        yield HALF_PRINTED.broken(where, message, msg("write printer: and printed:"))
    if filed.printed is None:
        return
    dated = last_day(filed.date.period if filed.date else subject.briefing.date)
    printed = last_day(filed.printed.period)
    if dated and printed and printed < dated:
        yield _early(filed.printed, dated)


def _early(printed: Day, dated: date) -> Problem:
    message = msg("the document was printed before its date")
    evidence = [Evidence(msg("the document's date"), dated.isoformat())]
    return PRINTED_BEFORE.broken(printed.typed, message, msg("mend one of the two days"), evidence=evidence)


# ---- what the template prints ---------------------------------------------------------


def _not_shown(subject: Subject, filed: FilingEntry) -> Iterator[Problem]:
    """Fields that an author typed and the template leaves out; without a look nothing is known of them."""
    if subject.look is None:
        return
    shown = subject.look.filing.shown if subject.look.filing else ()
    hint = msg("choose a template that prints it, such as official, or leave it out")
    for field in sorted(filed.model_fields_set & _PARTS.keys(), key=list(_PARTS).index):
        if _PARTS[field] not in shown:
            message = msg("the template '{template}' does not print '{field}'", template=subject.look.name, field=field)
            yield NOT_SHOWN.broken(_where(getattr(filed, field)) or _place(subject, filed), message, hint)
    issue = subject.briefing.about.issue
    if issue and not filed.bulletin and "signature" in shown:
        message = msg("the template '{template}' does not print '{field}'", template=subject.look.name, field="issue")
        hint = msg("a bulletin has an issue: write bulletin:; another document is known by its number:")
        yield NOT_SHOWN.broken(issue.place, message, hint)


def _where(value: object) -> Place | Typed | None:
    """Where a field's value stands; none where only the field is known."""
    match value:
        case Wording() | Text():
            return value.place
        case Scalar():
            return value
        case Day():
            return value.typed
        case tuple():
            return next((_where(one) for one in cast("tuple[object, ...]", value)), None)
        case _:
            return None


def _place(subject: Subject, filed: FilingEntry) -> Place | Typed:
    """Where the first field of the group that knows its place stands; the briefing's id where none does."""
    values = (getattr(filed, name) for name in type(filed).model_fields if name in filed.model_fields_set)
    return next(filter(None, map(_where, values)), subject.briefing.about.id)


FILING = Check(
    "filing",
    msg("What a document is filed by holds together: number, head, days, and a template that prints it."),
    find_in_filing,
    RULES,
)
