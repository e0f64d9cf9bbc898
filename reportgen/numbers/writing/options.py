"""The options an author or a caller gives, checked, put together and decided: what stands nearer to a figure wins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, cast, get_args, get_type_hints

from reportgen.messages import msg
from reportgen.numbers.languages import LANGUAGES, writer
from reportgen.numbers.model.errors import FigureError
from reportgen.numbers.model.fields import exact, flag, refusal
from reportgen.numbers.model.options import NO_OPTIONS, FormatOptions
from reportgen.numbers.model.style import FigureStyle, WritingForm

_NAMES = tuple(field.name for field in fields(FormatOptions) if field.name != "scales")
_SCALE = "_scale"


def options_of(given: Iterable[tuple[str, object]]) -> FormatOptions:
    """The options by their names, checked; `xx_scale` is the scale of any language that figures are written in."""
    named: dict[str, Any] = {}
    scales: dict[str, str] = {}
    for name, value in given:
        language = name.removesuffix(_SCALE)
        if name not in _choices() and language != name and language in LANGUAGES:
            scales[language] = _choice(name, value, ("auto", *(scale for scale, _ in writer(language).scales), "1"))
        else:
            named[name] = _option(name, value)
    return replace(NO_OPTIONS, **named, scales=tuple(scales.items())) if named or scales else NO_OPTIONS


@cache
def _choices() -> dict[str, tuple[object, ...]]:
    """What each option of `FormatOptions` may be: the words of its Literal, or its type."""
    hints = get_type_hints(FormatOptions)
    return {
        name: tuple(
            value for part in get_args(hints[name]) if part is not type(None) for value in get_args(part) or (part,)
        )
        for name in _NAMES
    }


def _option(name: str, value: object) -> Any:
    """One option an author typed, as `FormatOptions` holds it."""
    known = _choices()
    if name not in known:
        raise FigureError(refusal(name, known, msg("no such option")), f"opt.{name}")
    choices = known[name]
    if choices == (bool,):
        return flag(value, f"opt.{name}")
    if choices == (Decimal,):
        return exact(value, f"opt.{name}")
    return _choice(name, value, cast("tuple[str, ...]", choices))


def _choice(name: str, value: object, choices: tuple[str, ...]) -> str:
    if not isinstance(value, str) or value not in choices:
        raise FigureError(refusal(value, choices), f"opt.{name}")
    return value


def merged(outer: FormatOptions, inner: FormatOptions) -> FormatOptions:
    """The options of both, the inner's first: a document's, then a section's, then the figure's own."""
    if inner is NO_OPTIONS:
        return outer
    scales = tuple((dict(outer.scales) | dict(inner.scales)).items())
    nearer = {name: value for name in _NAMES if (value := getattr(inner, name)) is not None}
    return replace(outer, **nearer, scales=scales)


def scale_of(options: FormatOptions, language: str) -> str:
    """The scale that the options want of a language."""
    own = {"zh": options.zh_scale, "en": options.en_scale}.get(language) or dict(options.scales).get(language)
    return own or "auto"


@lru_cache(maxsize=512)
def decided(
    own: FormatOptions, asked: tuple[tuple[str, object], ...], form: WritingForm, language: str = ""
) -> FigureStyle:
    """The style of a figure whose own options these are, when a call asks for those, in that form and language."""
    options = merged(options_of(asked), own)
    table = form == "table" or bool(options.table) or options.style in ("table", "chart")
    communique = options.style == "communique"
    return FigureStyle(
        bare=table or form == "bare",
        table=table,
        communique=communique,
        keep_zeros=options.keep_zeros,
        scale=scale_of(options, language),
        en_currency=options.en_currency or ("yuan" if communique else "rmb"),
        percent_word=options.en_percent == "word" and not table,
        small_words=options.en_small != "digit" and not table and form == "prose",
        long_period=options.en_period == "long",
        uk_date=options.en_date == "uk",
        uk_spelling=options.en_spelling == "uk",
        ordinal_quarter=options.zh_period == "第一季度",
        latin_space=bool(options.zh_latin_space),
        word_joiner=bool(options.zh_wj),
        range_word=options.range_mark == "word",
        usd_rate=options.usd_rate,
        usd_quantum=options.usd_quantum,
    )
