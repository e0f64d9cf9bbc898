"""English: the product's words, and sources after Chicago's notes and bibliography."""

from __future__ import annotations

from reportgen.languages.model import Citation, Language, capital
from reportgen.messages import msg

_WORDS = {
    "contents": "Contents",
    "figures": "Figures",
    "tables": "Tables",
    "sources-title": "Sources",
    "no-address": "Address not recorded.",
    "see-source": " (source\u00a0",
    "see-source-end": ").",
    "findings": "Key findings",
    "quotation": "“{words}”",
    "attribution": "— {words}",
    "read-in": " ({sources})",
    "section-number": "Section\u00a0{number}",
    "figure": "Figure",
    "table": "Table",
    "number-gap": " ",  # Figure 1: at a hard space LibreOffice loses a number that wraps
    "note": "Note: ",
    "source": "Source: ",
    "sources": "Sources: ",
    "page": "Page {page} of {pages}",
    "preliminary": "{What}: preliminary.",
    "estimate": "{What}: estimate.",
    "forecast": "{What}: forecast.",
    "derived": "{What}: derived here, not published by the source: {formula}.",
    "origin": "Read from {places}.",
    "origin-lines": "column {column}, line {lines}",
    "origin-query": "query",
    "of-row": "{what} of {name}",
    "derived-alike": "{Names}: derived here in one way, not published by the sources; {what}, for example: {formula}.",
    "sum-of": "the sum of {count} figures",
    "names-gap": ", ",
    "names-more": "{names} and {more} more",
    "about-fact": "{What}: {note}.",
    "preliminary-sign": "* preliminary",
    "estimate-sign": "† estimate",
    "forecast-sign": "‡ forecast",
    "far-sign": "dotted: no data in between",
    "rounding": "Totals may not add up because of rounding.",
    "total": "Total",
    "table-unit": "Unit: {unit}",
    "groups": "group totals",
    "missing-sign": "…",
    "nil-sign": "—",
    "missing-note": "… not available",
    "nil-note": "— nil or not applicable",
    "signs": "{signs}.",
    "summed-up": "{What}: added up from the data, not published by the source.",
    "weighted-by": "{What}: average weighted by {weight}.",
    "weighted": "{What}: weighted average.",
    "workbook-about": "This workbook holds the figures of the briefing: its tables, the figures behind its charts, "
    "and every fact with its value, unit, period and source.",
    "workbook-one-table": "This worksheet contains one table.",
    "workbook-exact": "Values are in units without a scale (yuan, not billions); “As printed” is how the briefing "
    "prints them.",
    "workbook-formats": "Cells with a unit or words hold numbers; the format of the cell shows the unit and the words.",
    "workbook-facts": "Facts",
    "workbook-sources": "Sources",
    "workbook-notes": "Notes",
    "workbook-sheet": "Worksheet",
    "workbook-title": "Title",
    "workbook-sign": "Sign",
    "workbook-meaning": "Meaning",
    "workbook-absent": "No figure is available",
    "workbook-not-applicable": "Not applicable",
    "workbook-key": "Code",
    "workbook-name": "Name",
    "workbook-measure": "Measure",
    "workbook-value": "Value",
    "workbook-low": "Low",
    "workbook-high": "High",
    "workbook-unit": "Unit",
    "workbook-printed": "As printed",
    "workbook-language": "English",
    "workbook-period": "Period",
    "workbook-status": "Status",
    "workbook-final": "Final",
    "workbook-preliminary": "Preliminary",
    "workbook-estimate": "Estimate",
    "workbook-forecast": "Forecast",
    "workbook-derived": "Derived",
    "workbook-source": "Source",
    "workbook-address": "Address",
    "workbook-formula": "Formula",
    "workbook-origin": "Read from",
    "workbook-note": "Note",
    "workbook-series": "Series",
    "of-names": "{1} of {0}|{1} in {0}|{1} of the {0}|{0} {1}|{0}'s {1}",
    "growth-names": "growth in {}|growth of {}|growth rate of {}|{} growth|{} growth rate|rise in {}|fall in {}|"
    "increase in {}|decrease in {}|change in {}|year-on-year growth in {}|growth in the {}|growth of the {}",
    "comparable-names": r"\breal\b|comparable|constant prices|\bGDP\b|domestic product|value added|investment|"
    "designated size",
    "whole-names": r"\b(?:all|total|whole|overall|national|nation|nationwide|china|country|world|global)\b",
    "rounding-word": "round",
    "list-gap": "; ",
    "sentence-gap": " ",
    "colon": ": ",
    "brackets": " ({})",
    "title-marks": "“{}”",
    "chart-title": "{kind}: {title}.",
    "chart-measure": "Shown: {measure}.",
    "chart-each": "{name}, {label}",
    "chart-of": "{series} {name}",
    "chart-between": "; ",
    "chart-all": "{marks}.",
    "chart-extremes": "Highest: {high}; lowest: {low}.",
    "chart-shift": "{name}, from {first} to {last}",
    "chart-shifts": "Largest rise: {up}; largest fall: {down}.",
    "chart-ends": "First: {first}; last: {last}.",
    "chart-preliminary": "{label} (preliminary)",
    "chart-estimate": "{label} (estimate)",
    "chart-forecast": "{label} (forecast)",
    "chart-guide": "{name}: {label}",
    "chart-event": "{name} ({when})",
    "chart-reference": "For reference: {lines}.",
    "chart-events": "Marked: {events}.",
    "chart-average": "Average",
    "chart-index": "{when} = 100",
    "chart-sums": "Total: {sums}.",
    "chart-since": "{first} to {last}",
    "chart-point": "{label} ({name})",
    "chart-course": "From {first} to {last}, {trend}.",
    "chart-series": "{series}: ",
    "chart-up": "rising throughout",
    "chart-down": "falling throughout",
    "chart-level": "unchanged",
    "chart-mixed": "with ups and downs",
    "chart-aside": "Beside it: {marks}.",
    "chart-gap": " ",
    "chart-rest": "Rest",
    "chart-missing": "No data: {names}.",
    "chart-unknown": "{name} (no data)",
    "chart-comma": ", ",
    "chart-low-to-high": "low to high in each column",
    "classification-top-secret": "Top Secret",
    "classification-secret": "Secret",
    "classification-confidential": "Confidential",
    "classified-for": "{level} ★ {period}",
    "secret-long-term": "long-term",
    "urgency-immediate": "Immediate",
    "urgency-extra-urgent": "Extra Urgent",
    "urgency-urgent": "Urgent",
    "urgency-priority": "Priority",
    "signers": "Authorized by: ",
    "signers-gap": ", ",
    "addressees": "To: {names}",
    "attachment": "Attachment: ",
    "attachments": "Attachments: ",
    "remark": "({remark})",
    "copies": "Copies to: ",
    "copies-end": "",
    "printed": "Printed {date}",
    "no-data": "No data",
    "axis-cut": "The axis does not start at zero",
}


def _short_source(publisher: str, date: str) -> str:
    return f"{publisher}, {date}" if date else publisher


def _full_source(cited: Citation) -> str:
    """Author, “title” [translation], publisher, date (carried): Chicago's notes."""
    own = f"“{cited.own_title}” [{cited.title}]," if cited.own_title else ""
    quoted = own or (f"“{cited.title},”" if cited.title else "")
    opening = ", ".join(part for part in (cited.author, quoted) if part)
    rest = ", ".join(part for part in (cited.publisher, cited.date) if part)
    source = " ".join(part for part in (opening, rest) if part)
    return source + (f" ({cited.carried})." if cited.carried else ".")


def _chicago(cited: Citation) -> str:
    """Author. “Title.” Publisher, date. Accessed date. The publisher stands first where no author is known.

    A title in another language is told as it is, with its translation in brackets.
    """
    parts = [f"{cited.author}."] if cited.author else [f"{cited.publisher}."]
    if cited.own_title:
        parts.append(f"“{cited.own_title}” [{cited.title}].")
    elif cited.title:
        parts.append(f"“{cited.title}{'' if cited.title[-1] in '?!' else '.'}”")
    dated = ", ".join(filter(None, (cited.publisher if cited.author else "", cited.date)))
    parts += [f"{dated}."] if dated else []
    parts += [f"{capital(cited.carried)}."] if cited.carried else []
    parts += [f"Accessed {cited.accessed}."] if cited.accessed else []
    parts += [_WORDS["no-address"]] if cited.unaddressed else []
    return " ".join(parts)


ENGLISH = Language(
    code="en",
    name=msg("English"),
    tag="en-US",
    script="Latn",
    words=_WORDS,
    short_source=_short_source,
    full_source=_full_source,
    bibliography=_chicago,
)
