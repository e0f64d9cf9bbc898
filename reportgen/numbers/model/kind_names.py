"""What people call the kinds of figures, for messages; the keys an author types are those of `KINDS`."""

from __future__ import annotations

from functools import cache

from reportgen.messages import Message, msg


def kind_name(kind: object) -> str:
    """The kind's name as a sentence has it; what is no kind as it stands."""
    return _names().get(kind, str(kind))


@cache
def _names() -> dict[object, Message]:
    return {
        "money": msg("money"),
        "count": msg("count"),
        "measure": msg("measure"),
        "duration": msg("duration"),
        "percent": msg("percent"),
        "pp": msg("pp"),
        "change": msg("change"),
        "multiple": msg("multiple"),
        "tenths": msg("tenths"),
        "fraction": msg("fraction"),
        "ordinal": msg("ordinal"),
        "ratio": msg("ratio"),
        "rate": msg("rate"),
        "difference": msg("difference"),
        "level": msg("level"),
        "vague": msg("vague"),
        "date": msg("date"),
        "score": msg("score"),
        "noun": msg("noun"),
        "unit": msg("unit"),
        "lexicon": msg("lexicon"),
    }
