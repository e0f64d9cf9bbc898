"""Two editions compared, as one page of HTML: no scripts, nothing fetched, the same bytes each time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from importlib import resources
from pathlib import PurePath

from reportgen.living.delta.found import FATES, ChartChange, Delta, FactChange, FactSide, Spot, WordingChange
from reportgen.messages import Message, said
from reportgen.reports.delta_words import (
    CHANGE,
    CHARTS,
    FACTS,
    NOW,
    NOWHERE,
    PRINTED,
    SAME,
    THEN,
    TITLE,
    WORDING,
    also,
    counts,
    excerpt,
    figures,
    placed,
)

_TAGS = {"zh": "zh-Hans", "en": "en"}
_ELEMENTS = {"=": "{}", "-": "<del>{}</del>", "+": "<ins>{}</ins>"}


def as_page(delta: Delta) -> str:
    """The page: facts with what they were, are and where they stand, then charts, then wording word by word."""
    names = [PurePath(name).name or name for name in delta.names]
    title = f"{said(TITLE, 'zh')} · {TITLE}: {' → '.join(names)}"
    body = "\n".join(
        (
            f"<h1>{_both(TITLE)}</h1>",
            f'<p class="files">{" → ".join(map(escape, names))}</p>',
            *(f'<p class="files">{_both(note)}</p>' for note in delta.told),
            *([] if delta else [f'<p class="none">{_both(SAME)}</p>']),
            *_facts(delta),
            *_charts(delta.charts),
            *_wording(delta.wording),
        )
    )
    return (
        '<!DOCTYPE html>\n<html lang="zh-Hans">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{_style()}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n"
        "</body>\n</html>"
    )


@cache
def _style() -> str:
    files = (resources.files("reportgen.reports") / name for name in ("page.css", "delta_page.css"))
    return "".join(file.read_text(encoding="utf-8") for file in files)


def _both(text: Message | str) -> str:
    """A text in Chinese and in English, each marked as such; once where both are the same."""
    told = {tongue: escape(str(said(text, tongue))) for tongue in _TAGS}
    if len(set(told.values())) == 1:
        return next(iter(told.values()))
    return " ".join(f'<span class="{one}" lang="{tag}">{told[one]}</span>' for one, tag in _TAGS.items())


def _in(language: str, text: str) -> str:
    return f'<span lang="{_TAGS.get(language, language)}">{escape(text)}</span>'


# ---- facts -------------------------------------------------------------------------------------


def _facts(delta: Delta) -> Iterator[str]:
    if not delta.facts:
        return
    yield f'<h2 class="part">{_both(FACTS)} <small>{_both(counts(delta.facts))}</small></h2>'
    for change in delta.facts:
        yield f'<section class="{change.fate}">'
        badge = f'<b class="badge">{_both(FATES[change.fate])}</b>'
        yield f"<h3>{badge} {_what(change)} <code>{escape(change.name)}</code></h3>"
        yield from _figures(change, delta.languages)
        for line in also(change):
            yield f'<p class="also">{_both(line)}</p>'
        yield from _places(change.now or change.then)
        yield "</section>"


def _what(change: FactChange) -> str:
    side = change.now or change.then
    return " · ".join(_in(language, text) for language, text in (side.what if side else ()))


def _figures(change: FactChange, languages: Sequence[str]) -> Iterator[str]:
    """What it was and is in every language, and how far it moved."""
    if change.moved and "figure" not in change.moved:
        return
    heads = (*((THEN,) if change.then else ()), *((NOW,) if change.now else ()), *((CHANGE,) if change.change else ()))
    yield f'<table class="moved"><thead><tr>{"".join(f"<th>{_both(head)}</th>" for head in heads)}</tr></thead><tbody>'
    for language in languages:
        sides = [(one, element) for one, element in ((change.then, "del"), (change.now, "ins")) if one]
        cells = [f"<{element}>{_in(language, figures(one, language))}</{element}>" for one, element in sides]
        if change.change:
            cells.append(_in(language, dict(change.change).get(language, "")))
        yield f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
    yield "</tbody></table>"


def _places(side: FactSide | None) -> Iterator[str]:
    if side is None:
        return
    if not side.spots:
        yield f'<p class="also">{_both(NOWHERE)}</p>'
        return
    languages = list(dict.fromkeys(spot.language for spot in side.spots))
    yield f'<p class="also">{_both(PRINTED)}</p><div class="places">'
    for language in languages:
        spots = (spot for spot in side.spots if spot.language == language)
        yield f'<ul lang="{_TAGS.get(language, language)}">{"".join(map(_spot, spots))}</ul>'
    yield "</div>"


def _spot(spot: Spot) -> str:
    before, meant, after = map(escape, excerpt(spot))
    sentence = f'<span class="said">{before}<mark>{meant}</mark>{after}</span>' if meant else ""
    place = escape(str(said(placed(spot), spot.language)))
    return f'<li><span class="place">{place}</span>{sentence}</li>'


# ---- charts and wording ------------------------------------------------------------------------


def _charts(changes: Sequence[ChartChange]) -> Iterator[str]:
    if not changes:
        return
    yield f'<h2 class="part">{_both(CHARTS)} <small>{_both(counts(changes))}</small></h2>'
    for change in changes:
        yield f'<section class="{change.fate}">'
        yield f'<h3><b class="badge">{_both(FATES[change.fate])}</b> <code>{escape(change.name)}</code></h3>'
        yield "".join(f'<p class="told">{_in(spot.language, spot.text)}</p>' for spot in change.spots)
        yield "</section>"


def _wording(changes: Sequence[WordingChange]) -> Iterator[str]:
    if not changes:
        return
    yield f'<h2 class="part">{_both(WORDING)} <small>{len(changes)}</small></h2>'
    for change in changes:
        spot = change.now or change.then
        tongue = change.language if change.language in _TAGS else "zh"
        place = escape(str(said(placed(spot), tongue))) if spot else ""
        words = "".join(_ELEMENTS[one.sign].format(escape(one.text).replace("\n", "<br>")) for one in change.stretches)
        yield f'<section class="{change.fate}">'
        yield f'<h3><b class="badge">{_both(FATES[change.fate])}</b> <span class="place">{place}</span></h3>'
        yield f'<blockquote lang="{_TAGS.get(change.language, "und")}">{words}</blockquote></section>'
