"""Two editions compared, for people at a terminal: facts with their places, charts, wording word by word."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.living.delta.found import FATES, ChartChange, Delta, FactChange, Spot, WordingChange
from reportgen.messages import msg, said
from reportgen.reports.delta_words import CHARTS, FACTS, SAME, WORDING, also, counts, excerpt, figures, placed, summary

_SIGNS = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
"""How words are told that one side alone has, as git's word diff tells them."""


def as_text(delta: Delta, tongue: str) -> str:
    """The report in a language the program speaks."""
    return "\n".join(said(line, tongue) for line in _lines(delta, tongue))


def _lines(delta: Delta, tongue: str) -> Iterator[str]:
    yield from delta.told
    if not delta:
        yield SAME
        return
    if delta.facts:
        yield msg("{title}: {counts}", title=FACTS, counts=counts(delta.facts))
        for fact in delta.facts:
            yield from _fact(fact, delta.languages, tongue)
    if delta.charts:
        yield msg("{title}: {counts}", title=CHARTS, counts=counts(delta.charts))
        for chart in delta.charts:
            yield from _chart(chart)
    if delta.wording:
        yield msg("{title}: {count}", title=WORDING, count=len(delta.wording))
        for change in delta.wording:
            yield from _wording(change, tongue)
    yield summary(delta)


def _fact(change: FactChange, languages: tuple[str, ...], tongue: str) -> Iterator[str]:
    side = change.now or change.then
    what = dict(side.what).get(tongue) if side else None
    name = f"{change.name} ({what})" if what else change.name
    yield msg("  {fate}: {name}", fate=FATES[change.fate], name=name)
    for language in languages:
        sides = [figures(one, language) for one in (change.then, change.now) if one]
        if "figure" in change.moved or len(sides) == 1:
            moved = dict(change.change).get(language)
            yield f"    {language}: {' → '.join(dict.fromkeys(sides))}" + (f" ({moved})" if moved else "")
    for line in also(change):
        yield msg("    {line}", line=line)
    for spot in side.spots if side else ():
        yield _spot(spot)


def _spot(spot: Spot) -> str:
    before, meant, after = excerpt(spot)
    sentence = f"{before}»{meant}«{after}" if meant else ""
    if not sentence:
        return msg("      {language} {place}", language=spot.language, place=placed(spot))
    return msg("      {language} {place}: {sentence}", language=spot.language, place=placed(spot), sentence=sentence)


def _chart(change: ChartChange) -> Iterator[str]:
    yield msg("  {fate}: {name}", fate=FATES[change.fate], name=change.name)
    for spot in change.spots:
        yield f"    {spot.language}: {spot.text}"


def _wording(change: WordingChange, tongue: str) -> Iterator[str]:
    spot = change.now or change.then
    if spot is not None:
        language = f"{spot.language} " if spot.language else ""
        yield msg("  {fate}: {language}{place}", fate=FATES[change.fate], language=language, place=placed(spot))
    text = "".join(_SIGNS[one.sign].format(one.text) for one in change.stretches)
    yield f"    {text.replace(chr(10), ' ')}"
