"""A chart in words, for those who cannot see it: its kind, what it measures, its extremes or its course.

What would make the text too long is left out whole, the least telling part first: nothing is cut in the middle.
"""

from __future__ import annotations

import operator
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from reportgen.charts.drawing.line_breaking import printed, tidy
from reportgen.charts.kind import Kind
from reportgen.charts.sentences import asides, guides, opened, word
from reportgen.document import Chart, Words

MOST = 60  # words; two Chinese characters count as one


def alt_text(chart: Chart, kind: Kind, title: Mapping[str, str]) -> Words:
    """The chart in words, in each of its languages; `title` is its caption's finding."""
    return tuple((language, _alt(chart, kind, title.get(language, ""), language)) for language in chart.languages)


def _alt(chart: Chart, kind: Kind, title: str, language: str) -> str:
    name = kind.called(language)
    opening = word("title", language, kind=name, title=opened(title)) if title else word("all", language, marks=name)
    parts = [opening, *kind.tells(chart, language), *asides(chart, language), *guides(chart, language)]
    if measure := dict(chart.measure).get(language):
        parts.append(word("measure", language, measure=opened(measure)))
    kept = parts[:1]
    several = chart.guides or chart.option("sums")
    apart = word("gap", language) if several else ""  # words that meet count as one, where parts are few
    for part in parts[1:]:
        if length(apart.join([*kept, part])) <= MOST:
            kept.append(part)
    return printed(tidy(word("gap", language).join(kept)))


@lru_cache(maxsize=1024)  # the same words stand in an edition of one language and in one of several
def length(text: str) -> float:
    """How long a text is to listen to: in words, where two Chinese characters are one."""
    if text.isascii():
        return len(text.split())
    others = "".join(" " if unicodedata.east_asian_width(c) == "W" else c for c in text)
    wide = sum(map(operator.ne, text, others))
    return wide / 2 + len(others.split())
