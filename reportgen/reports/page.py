"""Differences as one page of HTML: no scripts, nothing fetched, the same bytes each time, for screens and for print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from html import escape
from importlib import resources
from pathlib import PurePath

from reportgen.comparison.report import RULES
from reportgen.differences import Difference, Side
from reportgen.messages import Message, msg, said
from reportgen.problems import SEVERITIES, Severity
from reportgen.reports.wording import CERTAINTIES

_TAGS = {"zh": "zh-Hans", "en": "en"}
_TITLE = msg("Figures compared")
_NOTHING = msg("All figures agree.")
_NOT_THERE = msg("nothing there")
_ALSO = msg("also at")
_TOGETHER = msg("total")
_RIGHTLY = msg("rightly")
_HEADS = {"kind": msg("what differs"), "error": msg("errors"), "warning": msg("warnings")}


def as_page(differences: Sequence[Difference], sources: Sequence[str]) -> str:
    """The page: the files, a count of each kind of difference, then every difference with both sentences beside it."""
    names = [PurePath(source).name for source in sources]
    title = f"{said(_TITLE, 'zh')} · {_TITLE}: {' · '.join(names)}"
    body = "\n".join(
        (
            f"<h1>{_both(_TITLE)}</h1>",
            f'<p class="files">{"<br>".join(map(escape, names))}</p>',
            *(_counts(differences) if differences else [f'<p class="none">{_both(_NOTHING)}</p>']),
            *(line for number, each in enumerate(differences, 1) for line in _card(number, each)),
        )
    )
    return (
        f'<!DOCTYPE html>\n<html lang="zh-Hans">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{_style()}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n"
        "</body>\n</html>"
    )


@cache
def _style() -> str:
    return (resources.files("reportgen.reports") / "page.css").read_text(encoding="utf-8")


def _both(text: Message | str) -> str:
    """A text in Chinese and in English, each marked as such."""
    return " ".join(
        f'<span class="{tongue}" lang="{tag}">{_said(text, tongue)}</span>' for tongue, tag in _TAGS.items()
    )


def _said(text: str, tongue: str) -> str:
    return escape(str(said(text, tongue)))


# ---- counts ----------------------------------------------------------------------------------


def _counts(differences: Sequence[Difference]) -> Iterator[str]:
    """A table of the kinds of differences, the most frequent first."""
    about: Mapping[str, Message | str] = {rule.code: rule.about for rule in RULES}
    counts = {
        severity: Counter(each.code for each in differences if each.severity is severity) for severity in Severity
    }
    codes = Counter(each.code for each in differences)
    yield '<table class="counts"><thead><tr>'
    yield f"<th>{_both(_HEADS['kind'])}</th><th>{_both(_HEADS['error'])}</th><th>{_both(_HEADS['warning'])}</th>"
    yield "</tr></thead><tbody>"
    for code, _ in codes.most_common():
        numbers = "".join(f"<td>{counts[severity][code] or '–'}</td>" for severity in Severity)
        yield f'<tr><th scope="row">{_both(about.get(code, code))}</th>{numbers}</tr>'
    totals = "".join(f"<td>{counts[severity].total()}</td>" for severity in Severity)
    yield f'</tbody><tfoot><tr><th scope="row">{_both(_TOGETHER)}</th>{totals}</tr></tfoot></table>'


# ---- one difference --------------------------------------------------------------------------


def _card(number: int, difference: Difference) -> Iterator[str]:
    severity = SEVERITIES[difference.severity]
    yield f'<section class="{difference.severity}" id="d{number}">'
    yield (
        f'<h2><a class="number" href="#d{number}">{number}</a> <b class="badge">{_both(severity)}</b> '
        f'<i class="sure">{_both(CERTAINTIES[difference.certainty])}</i></h2>'
    )
    for tongue, tag in _TAGS.items():
        yield f'<p class="told {tongue}" lang="{tag}">{_said(difference.message, tongue)}</p>'
    yield '<div class="sides">'
    for side in (difference.first, difference.second):
        yield from _side(side)
    yield "</div>"
    if difference.suggestion:
        yield f'<p class="right">{_both(_RIGHTLY)} <strong>{escape(difference.suggestion)}</strong></p>'
    if difference.again:
        yield f'<div class="again"><p>{_both(_ALSO)}</p><ul>'
        for first, second in difference.again:
            places = [_both(side.place) for side in (first, second) if side]
            yield f"<li>{' / '.join(places)}</li>"
        yield "</ul></div>"
    yield "</section>"


def _side(side: Side | None) -> Iterator[str]:
    if side is None or not side.quote:
        place = f'<p class="place">{_both(side.place)}</p>' if side else ""
        yield f'<div class="side">{place}<p class="nothing">{_both(_NOT_THERE)}</p></div>'
        return
    marked = f"<mark>{_lines(side.marked)}</mark>" if side.figure and side.marked else _lines(side.marked)
    before, after = _lines(side.quote[: side.mark]), _lines(side.quote[side.mark_end :])
    tag = _TAGS.get(side.language, "und")
    yield f'<div class="side"><p class="place">{_both(side.place)}</p>'
    yield f'<blockquote lang="{tag}">{before}{marked}{after}</blockquote></div>'


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")
