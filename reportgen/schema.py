"""JSON Schemas of the files an author writes, for editors that complete and check while one types.

They come from the same models that read the files, so that they cannot fall behind.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from reportgen.blocks import BLOCKS
from reportgen.blocks.together import TogetherBlock
from reportgen.content.cell_entry import CellEntry
from reportgen.content.entries import Text
from reportgen.content.family_entry import FamilyEntry
from reportgen.content.model import BriefingEntry, FactEntry, SourceEntry, TermsEntry

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, dict[str, Any]]:
    """The schema of each kind of file, by the name it is best saved under."""
    return {
        "briefing.schema.json": _of(BriefingEntry, "A briefing: briefing.yaml"),
        "facts.schema.json": _facts(),
        "sources.schema.json": _named(SourceEntry, "Sources by name: sources.yaml"),
        "terms.schema.json": _of(TermsEntry, "Terms and names: terms.yaml"),
        "section.schema.json": _section(),
    }


def _of(model: type[BaseModel], title: str) -> dict[str, Any]:
    return {"$schema": DRAFT, **model.model_json_schema(by_alias=True), "title": title}


def _named(model: type[BaseModel], title: str) -> dict[str, Any]:
    """A mapping from names to entries."""
    entry = model.model_json_schema(by_alias=True)
    definitions = entry.pop("$defs", {})
    return {
        "$schema": DRAFT,
        "title": title,
        "type": "object",
        "additionalProperties": entry,
        **({"$defs": definitions} if definitions else {}),
    }


def _facts() -> dict[str, Any]:
    """Facts and families of facts by name; a figure is printed, typed, or a cell of data."""
    facts, families, cell = (_named(each, "Facts by name: facts.yaml") for each in (FactEntry, FamilyEntry, CellEntry))
    figure = {"anyOf": [{"type": ["string", "number"]}, cell["additionalProperties"], {"type": "object"}]}
    fact = facts["additionalProperties"]
    fact["properties"] |= dict.fromkeys(("is", "exact"), figure)
    definitions = {name: shape for each in (facts, families, cell) for name, shape in each.pop("$defs", {}).items()}
    family = families["additionalProperties"]
    either = {"if": {"type": "object", "required": ["columns"]}, "then": family, "else": fact}
    return {**facts, "additionalProperties": either, "$defs": definitions}


def _section() -> dict[str, Any]:
    """A section: each block is a mapping of one key, its kind."""
    words = Text.__get_pydantic_json_schema__(None, None)
    definitions: dict[str, Any] = {}
    kinds: list[dict[str, Any]] = []
    for kind, block in BLOCKS.items():
        fields = block.json_schema()
        if issubclass(block, TogetherBlock):
            fields["properties"]["blocks"]["items"] = {"$ref": "#/$defs/Block"}
        definitions |= fields.pop("$defs", {})
        shape = words if block.whole_field else fields
        if block.list_field:
            shape = {"anyOf": [fields, fields["properties"][block.list_field]]}
        if not fields.get("properties"):
            shape = {"type": ["object", "null"], "additionalProperties": False}
        kinds.append({"properties": {kind: shape}, "required": [kind], "additionalProperties": False})
    return {
        "$schema": DRAFT,
        "title": "A section: sections/NAME.yaml",
        "type": "object",
        "properties": {
            "title": words,
            "key_message": words,
            "blocks": {"type": "array", "items": {"type": "object", "oneOf": kinds}},
        },
        "required": ["blocks"],
        "additionalProperties": False,
        "$defs": {**definitions, "Block": {"type": "object", "oneOf": kinds}},
    }
