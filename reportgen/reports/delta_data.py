"""Two editions compared, as JSON: for programs."""

from __future__ import annotations

import json
from typing import Any

from reportgen.living.delta.found import ChartChange, Delta, FactChange, FactSide, Spot, WordingChange
from reportgen.messages import TONGUES, said


def as_json(delta: Delta) -> str:
    """Everything that differs; figures, periods and changes as text, in no way rounded again."""
    data = {
        "then": delta.names[0],
        "now": delta.names[1],
        "same": not delta,
        "languages": delta.languages,
        "notes": [_tongues(note) for note in delta.told],
        "facts": [_fact(change) for change in delta.facts],
        "charts": [_chart(change) for change in delta.charts],
        "wording": [_wording(change) for change in delta.wording],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _tongues(text: str) -> dict[str, str]:
    return {tongue: str(said(text, tongue)) for tongue in TONGUES}


def _fact(change: FactChange) -> dict[str, Any]:
    moved = {"by": change.by, "measure": change.measure, **dict(change.change)} if change.by else None
    sides = {"then": _side(change.then), "now": _side(change.now)}
    return {"name": change.name, "fate": change.fate, "differs": change.moved, "change": moved, **sides}


def _side(side: FactSide | None) -> dict[str, Any] | None:
    if side is None:
        return None
    fact = side.told
    return {
        "printed": dict(fact.printed),
        "kind": fact.kind,
        "value": fact.value,
        "unit": fact.unit,
        "qualifier": fact.qualifier,
        "period": fact.period,
        "status": fact.status,
        "sources": fact.sources,
        "read": dict(fact.known),
        "what": dict(side.what),
        "places": [_spot(spot) for spot in side.spots],
    }


def _spot(spot: Spot | None) -> dict[str, Any] | None:
    if spot is None:
        return None
    marked = [spot.start, spot.end] if spot.start < spot.end else None
    told = {"language": spot.language, "heading": spot.heading, "place": _tongues(spot.place)}
    return {**told, "form": spot.form, "text": spot.text, "mark": marked}


def _chart(change: ChartChange) -> dict[str, Any]:
    captions = {spot.language: spot.text for spot in change.spots}
    return {"name": change.name, "fate": change.fate, "captions": captions, "facts": change.facts}


def _wording(change: WordingChange) -> dict[str, Any]:
    return {
        "fate": change.fate,
        "language": change.language,
        "then": _spot(change.then),
        "now": _spot(change.now),
        "words": [[one.sign, one.text] for one in change.stretches],
    }
