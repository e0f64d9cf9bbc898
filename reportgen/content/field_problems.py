"""What pydantic finds wrong with the fields that an author typed, as problems in their places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from reportgen.content.entries import NOWHERE, Entry, EntryError, fields_of
from reportgen.content.full_width import behind_key, reads_narrow
from reportgen.content.source import Entries, Items, Scalar, Stretch, stretch_of
from reportgen.messages import msg
from reportgen.problems import Problem, Rule, did_you_mean, near

NO_FIELD = Rule(
    "fields/unknown",
    msg("Every field is one that there is."),
    file="facts.yaml",
    slip="growth: {is: 同比增长7.1%, what: {zh: 增速, en: growth}, whne: 2025-Q1, source: paper}",
    mend="growth: {is: 同比增长7.1%, what: {zh: 增速, en: growth}, when: 2025-Q1, source: paper}",
)
NOT_GIVEN = Rule(
    "fields/missing",
    msg("A field that is wanted is given."),
    file="facts.yaml",
    slip="growth: {is: 同比增长7.1%, when: 2025-Q1, source: paper}",
    mend="growth: {is: 同比增长7.1%, what: {zh: 增速, en: growth}, when: 2025-Q1, source: paper}",
)
WRONG_VALUE = Rule(
    "fields/value",
    msg("A field holds what it is for: one of the words that it takes, true or false, a list, a mapping."),
    file="facts.yaml",
    slip="growth: {is: 同比增长7.1%, what: {zh: 增速, en: growth}, when: 2025-Q1, source: paper, status: preliminry}",
    mend="growth: {is: 同比增长7.1%, what: {zh: 增速, en: growth}, when: 2025-Q1, source: paper, status: preliminary}",
)
COUNT = Rule(
    "fields/count",
    msg("A list has as many items as its field takes."),
    file="sections/one.yaml",
    slip="- list: []",
    mend="- list: [{zh: 甲, en: A}]",
)
RULES = (NO_FIELD, NOT_GIVEN, WRONG_VALUE, COUNT)


def problems_of(error: ValidationError, model: type[BaseModel], root: object) -> list[Problem]:
    """A validation error told as problems: each with its place in the file and a way out."""
    details = error.errors()
    mistyped = {
        (detail["loc"][:-1], meant)
        for detail in details
        if detail["type"] == "extra_forbidden" and (meant := _meant(detail, model))
    }
    return [
        problem
        for detail in details
        if not (detail["type"] == "missing" and (detail["loc"][:-1], detail["loc"][-1]) in mistyped)
        if not (detail["type"] == "too_short" and _long_enough(detail, root))
        for problem in _problems(detail, model, root)
    ]


def _long_enough(detail: Any, root: object) -> bool:
    """Whether a list only seems too short, since pydantic does not count the items that it cannot read."""
    typed = _typed(root, detail["loc"], key=False)
    return isinstance(typed, Items) and len(typed) >= detail["ctx"]["min_length"]


def _meant(detail: Any, model: type[BaseModel]) -> str:
    """The field that an unknown one was probably meant for: it is not missing, it is mistyped."""
    return near(str(detail["loc"][-1]).partition("：")[0], fields_of(model)) if len(detail["loc"]) == 1 else ""


def _problems(detail: Any, model: type[BaseModel], root: object) -> Iterable[Problem]:
    about: dict[str, Any] = detail.get("ctx", {})
    cause = about.get("error")
    if isinstance(cause, EntryError):
        return cause.problems
    path: tuple[int | str, ...] = detail["loc"]
    kind: str = detail["type"]
    field = str(next((step for step in reversed(path) if isinstance(step, str)), "this"))
    where = _typed(root, path, key=kind == "extra_forbidden")
    if kind == "extra_forbidden":
        hint = model.hint_for(field) if issubclass(model, Entry) else did_you_mean(field, fields_of(model))
        return [_no_field(field, where, fields_of(model), hint if len(path) == 1 else "")]
    if kind == "value_error":
        return [WRONG_VALUE.broken(_stretch(where), str(cause or ""))]
    if kind in ("literal_error", "bool_parsing") and isinstance(where, Scalar):
        takes = str(about.get("expected", "'true', 'false'"))
        if problem := reads_narrow(where, lambda text: f"'{text}'" in takes):
            return [problem]
    rule, message = _told(kind, field, about, str(detail["msg"]))
    return [rule.broken(_stretch(where), message)]


def _no_field(field: str, where: object, fields: list[str], hint: str) -> Problem:
    if isinstance(where, Scalar) and (problem := behind_key(where, fields) or reads_narrow(where, fields.__contains__)):
        return problem
    return NO_FIELD.broken(_stretch(where), msg("no field is called '{field}' here", field=field), hint)


def _told(kind: str, field: str, about: Mapping[str, Any], otherwise: str) -> tuple[Rule, str]:
    """What pydantic finds, in words for an author."""
    match kind:
        case "missing":
            return NOT_GIVEN, msg("'{field}' is missing", field=field)
        case "too_short":
            return COUNT, msg("'{field}' wants at least {least}", field=field, least=about["min_length"])
        case "too_long":
            return COUNT, msg("'{field}' holds at most {most}", field=field, most=about["max_length"])
        case "literal_error":
            return WRONG_VALUE, msg("'{field}' is one of {expected}", field=field, expected=about["expected"])
        case "bool_parsing" | "bool_type":
            return WRONG_VALUE, msg("'{field}' is true or false", field=field)
        case "int_parsing" | "int_type" | "greater_than_equal" | "less_than_equal":
            return WRONG_VALUE, msg("'{field}' is a whole number, and no large one", field=field)
        case "tuple_type":
            return WRONG_VALUE, msg("'{field}' is a list: write [ … ]", field=field)
        case "dict_type":
            return WRONG_VALUE, msg("'{field}' is a mapping: write {{ … }}", field=field)
        case "model_type":
            return WRONG_VALUE, msg("a mapping is wanted here: write {{ … }}")
        case _:
            return WRONG_VALUE, msg("'{field}': {reason}", field=field, reason=otherwise)


def _stretch(value: object) -> Stretch:
    return stretch_of(value, NOWHERE)


def _typed(root: object, path: tuple[int | str, ...], *, key: bool) -> object:
    """The deepest value on the path that the author typed, or its key."""
    value: Any = root
    deepest = root
    for step in path:
        if isinstance(value, Entries) and step in value:
            typed = next(typed for typed in value if typed == step)
            value = value[step]
            deepest = typed if key else value
        elif isinstance(value, Items) and isinstance(step, int) and step < len(value):
            value = deepest = value[step]
    return deepest
