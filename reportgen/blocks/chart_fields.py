"""The fields that only some kinds of charts take: the models that read them, and what an editor offers for each kind.

A kind tells its own fields in its record. A model of a block with such fields is made when a block that fills some in
is read, since most briefings hold few: to make a model takes longer than to read with it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, Field, create_model

from reportgen.blocks.chart_guides import Axis, EventEntry, LineEntry
from reportgen.charts import CHARTS
from reportgen.charts.kind import OwnField
from reportgen.content.entries import AFact, Figures, Word, fields_of
from reportgen.content.source import Entries
from reportgen.messages import Message, listing, plural

_BlockT = TypeVar("_BlockT", bound=BaseModel)

_Fact: Any = AFact  # types as values: a checker of types does not join annotated ones
_Word: Any = Word
_Axis: Any = Axis
_Figures: Any = Figures
_Choice: Any = Literal
_create: Any = create_model

TYPES: dict[str, tuple[Any, Any]] = {
    "fact": (_Fact | None, None),
    "names": (tuple[Word, ...], ()),
    "start": (_Word | None, None),
    "axis": (_Axis | None, None),
    "lines": (tuple[LineEntry, ...], ()),
    "events": (tuple[EventEntry, ...], ()),
    "moment": (_Word | None, None),
    "yes": (bool, False),
    "figures": (_Figures, ()),
}
"""The type of a field by what it holds, and its value where an author leaves it out."""


def model_of(base: type[_BlockT], series: type[BaseModel], kind: object) -> type[_BlockT]:
    """The model that reads a block of a kind; of a kind that does not exist, the one that takes any kind's fields."""
    if isinstance(kind, str) and kind in CHARTS:
        return _model(base, series, CHARTS[kind].fields)
    return _model(base, series, tuple(_all_fields()))


def model_for(base: type[_BlockT], series: type[BaseModel], typed: object) -> type[_BlockT]:
    """The model that reads a block as it was typed: of its kind's own fields it has those that are filled in.

    Where a field is typed that the kind does not take, it has all of the kind's, one of which may be meant.
    """
    if not isinstance(typed, Entries):
        return base
    kind = typed.get("kind")
    if not isinstance(kind, str) or kind not in CHARTS:
        return model_of(base, series, kind)
    own = CHARTS[kind].fields
    if typed.keys() <= {*fields_of(base), *(field.name for field in own)}:
        own = tuple(field for field in own if field.name in typed or field.holds == "start")
    return _model(base, series, own)


@cache
def _model(base: type[_BlockT], series: type[BaseModel], own: tuple[OwnField, ...]) -> type[_BlockT]:
    if not own:
        return base
    name = "".join(field.name.title() for field in own)
    fields: dict[str, Any] = {field.name: _typed(field) for field in own}
    if columns := {field.name: _typed(field) for field in own if field.holds == "start"}:
        heads = "".join(column.title() for column in columns)
        entry: Any = _create(f"{heads}Series", __base__=series, __doc__=series.__doc__, **columns)
        fields["series"] = tuple[entry, ...], ()
    return _create(f"{name}Chart", __base__=base, __doc__=base.__doc__, **fields)


def _typed(field: OwnField) -> tuple[Any, Any]:
    held, unset = TYPES[field.holds] if field.holds != "choice" else (_Choice[field.choices] | None, None)
    return held, Field(unset, description=field.means)


def _all_fields() -> Iterable[OwnField]:
    """Every field of one kind or some, each once."""
    return {field.name: field for name in CHARTS for field in CHARTS[name].fields}.values()


def who_takes(field: str) -> Message | None:
    """Which kinds take a field, where some do."""
    kinds = [name for name in CHARTS if any(own.name == field for own in CHARTS[name].fields)]
    if not kinds:
        return None
    return plural("only {kinds} takes it", "only {kinds} take it", len(kinds), kinds=listing(kinds))


def schema(base: type[BaseModel], series: type[BaseModel]) -> dict[str, Any]:
    """The JSON Schema of a chart: one shape for all kinds that take the same fields, and what each kind shows."""
    kinds: dict[type[BaseModel], list[dict[str, str]]] = {}
    for name in CHARTS:
        schema = {"const": name, "description": CHARTS[name].shows}
        kinds.setdefault(model_of(base, series, name), []).append(schema)
    definitions: dict[str, Any] = {}
    shapes: list[dict[str, Any]] = []
    for model, names in kinds.items():
        shape = model.model_json_schema(by_alias=True, ref_template="#/$defs/{model}")
        definitions |= shape.pop("$defs", {})
        shape["properties"]["kind"] = {"oneOf": names}
        shapes.append(shape)
    every = [one for names in kinds.values() for one in names]
    return {
        "type": "object",
        "properties": {"kind": {"oneOf": every}},
        "required": ["kind"],
        "oneOf": shapes,
        "$defs": definitions,
    }
