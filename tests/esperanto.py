"""A third language, for tests: Esperanto, with words of its own and digits laid out its own way (1 234,5).

It is what docs/languages.md says a language needs: a `Language` for the product's words, and a writer of figures. No
grammar: figures are written in it, not found.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from unittest.mock import patch

from reportgen.languages import LANGUAGES, Citation, Language
from reportgen.messages import msg
from reportgen.numbers import languages as figures
from reportgen.numbers.model.errors import FigureError
from reportgen.numbers.model.quantity import (
    Amount,
    Change,
    Count,
    Measure,
    Money,
    Percent,
    Period,
    Points,
    Quantity,
    Rate,
)
from reportgen.numbers.model.rounding import printed, scaled, shifted
from reportgen.numbers.model.style import FigureStyle, LanguageWriter, Pieces

# ---- the product's words -----------------------------------------------------------------

_WORDS = {
    "contents": "Enhavo",
    "findings": "Ĉefaj trovoj",
    "quotation": "„{words}“",
    "attribution": "— {words}",
    "read-in": " ({sources})",
    "figures": "Figuroj",
    "tables": "Tabeloj",
    "sources-title": "Fontoj",
    "no-address": "Adreso ne notita.",
    "see-source": " (fonto\u00a0",
    "see-source-end": ").",
    "section-number": "Sekcio\u00a0{number}",
    "figure": "Figuro",
    "table": "Tabelo",
    "number-gap": " ",
    "note": "Noto: ",
    "source": "Fonto: ",
    "sources": "Fontoj: ",
    "page": "Paĝo {page} el {pages}",
    "preliminary": "{What}: provizora.",
    "estimate": "{What}: taksita.",
    "derived": "{What}: kalkulita ĉi tie, ne publikigita de la fonto: {formula}.",
    "origin": "Legita el {places}.",
    "origin-lines": "{column}, linio {lines}",
    "origin-query": "informpeto",
    "of-row": "{what} de {name}",
    "derived-alike": "{Names}: ĉiuj kalkulitaj ĉi tie sammaniere; {what}, ekzemple: {formula}.",
    "sum-of": "la sumo de {count} ciferoj",
    "names-gap": ", ",
    "names-more": "{names} kaj {more} pliaj",
    "about-fact": "{What}: {note}.",
    "preliminary-sign": "* provizora",
    "forecast": "{What}: prognozo.",
    "forecast-sign": "‡ prognozo",
    "far-sign": "punktite: sen datumoj intere",
    "chart-forecast": "{label} (prognozo)",
    "chart-guide": "{name}: {label}",
    "chart-event": "{name} ({when})",
    "chart-reference": "Por komparo: {lines}.",
    "chart-events": "Markitaj: {events}.",
    "chart-average": "Mezumo",
    "chart-index": "{when} = 100",
    "chart-sums": "Sumo: {sums}.",
    "chart-since": "{first} ĝis {last}",
    "estimate-sign": "† taksita",
    "rounding": "Pro rondigo la sumoj povas iomete devii.",
    "workbook-about": "Ĉi tiu laborlibro enhavas la ciferojn de la raporto: ĝiajn tabelojn, la ciferojn de la "
    "diagramoj, kaj ĉiun fakton kun valoro, unuo, periodo kaj fonto.",
    "workbook-one-table": "Ĉi tiu folio enhavas unu tabelon.",
    "workbook-exact": "La valoroj estas en unuoj sen skalo; “Presite” montras, kiel la raporto presas ilin.",
    "workbook-formats": "Ĉeloj kun unuo aŭ vortoj enhavas nombrojn; la ĉela formato montras la ceteron.",
    "workbook-facts": "Faktoj",
    "workbook-sources": "Fontoj",
    "workbook-notes": "Notoj",
    "workbook-sheet": "Folio",
    "workbook-title": "Titolo",
    "workbook-sign": "Signo",
    "workbook-meaning": "Signifo",
    "workbook-absent": "Neniu cifero haveblas",
    "workbook-not-applicable": "Ne aplikebla",
    "workbook-key": "Kodo",
    "workbook-name": "Nomo",
    "workbook-measure": "Mezuro",
    "workbook-value": "Valoro",
    "workbook-low": "Malsupra limo",
    "workbook-high": "Supra limo",
    "workbook-unit": "Unuo",
    "workbook-printed": "Presite",
    "workbook-language": "Esperanto",
    "workbook-period": "Periodo",
    "workbook-status": "Stato",
    "workbook-final": "Fina",
    "workbook-preliminary": "Provizora",
    "workbook-estimate": "Takso",
    "workbook-forecast": "Prognozo",
    "workbook-derived": "Derivita",
    "workbook-source": "Fonto",
    "workbook-address": "Adreso",
    "workbook-formula": "Formulo",
    "workbook-origin": "Legita el",
    "workbook-note": "Noto",
    "workbook-series": "Serio",
    "of-names": "{1} de {0}",
    "growth-names": "kresko de {}",
    "comparable-names": "reala",
    "whole-names": "tuta",
    "rounding-word": "rondig",
    "total": "Sumo",
    "table-unit": "Unuo: {unit}",
    "groups": "sumoj de grupoj",
    "missing-sign": "…",
    "nil-sign": "—",
    "missing-note": "… ne konata",
    "nil-note": "— nenio aŭ ne aplikebla",
    "signs": "{signs}.",
    "summed-up": "{What}: sumigita el la datumoj, ne publikigita de la fonto.",
    "weighted-by": "{What}: meznombro pezata per {weight}.",
    "weighted": "{What}: pezata meznombro.",
    "list-gap": "; ",
    "sentence-gap": " ",
    "colon": ": ",
    "brackets": " ({})",
    "title-marks": "„{}“",
    "chart-title": "{kind}: {title}.",
    "chart-measure": "Montrate: {measure}.",
    "chart-each": "{name}, {label}",
    "chart-of": "{series} {name}",
    "chart-between": "; ",
    "chart-all": "{marks}.",
    "chart-extremes": "Plej alta: {high}; plej malalta: {low}.",
    "chart-shift": "{name}, de {first} ĝis {last}",
    "chart-shifts": "Plej granda kresko: {up}; plej granda falo: {down}.",
    "chart-ends": "Unua: {first}; lasta: {last}.",
    "chart-preliminary": "{label} (provizora)",
    "chart-estimate": "{label} (taksita)",
    "chart-point": "{label} ({name})",
    "chart-course": "De {first} ĝis {last}, {trend}.",
    "chart-series": "{series}: ",
    "chart-up": "ĉiam kreskanta",
    "chart-down": "ĉiam falanta",
    "chart-level": "senŝanĝa",
    "chart-mixed": "kun altoj kaj malaltoj",
    "chart-aside": "Apude: {marks}.",
    "chart-gap": " ",
    "chart-rest": "Cetero",
    "chart-missing": "Sen datumoj: {names}.",
    "chart-unknown": "{name} (sen datumoj)",
    "chart-comma": ", ",
    "chart-low-to-high": "de malalta al alta en ĉiu kolumno",
    "no-data": "Sen datumoj",
    "axis-cut": "La akso ne komenciĝas je nulo",
    "classification-top-secret": "Plej sekreta",
    "classification-secret": "Sekreta",
    "classification-confidential": "Konfidenca",
    "classified-for": "{level} ★ {period}",
    "secret-long-term": "longdaŭre",
    "urgency-immediate": "Tuja",
    "urgency-extra-urgent": "Tre urĝa",
    "urgency-urgent": "Urĝa",
    "urgency-priority": "Prioritata",
    "signers": "Subskribis: ",
    "signers-gap": ", ",
    "addressees": "Al: {names}",
    "attachment": "Aldonaĵo: ",
    "attachments": "Aldonaĵoj: ",
    "remark": "({remark})",
    "copies": "Kopioj al: ",
    "copies-end": "",
    "printed": "Presita {date}",
    "chart-bars": "Stangodiagramo",
}


def _source(cited: Citation) -> str:
    title = f"„{cited.title}“" if cited.title else ""
    return ", ".join(filter(None, (cited.author, title, cited.publisher, cited.date, cited.carried))) + "."


ESPERANTO = Language(
    code="eo",
    name=msg("Esperanto"),
    tag="eo",
    script="Latn",
    words=_WORDS,
    short_source=lambda publisher, date: f"{publisher}, {date}" if date else publisher,
    full_source=_source,
    bibliography=_source,
)

# ---- its figures ---------------------------------------------------------------------------

_SCALES = (("duilionoj", 12), ("miliardoj", 9), ("milionoj", 6))
_MONTHS = (
    "januaro", "februaro", "marto", "aprilo", "majo", "junio",
    "julio", "aŭgusto", "septembro", "oktobro", "novembro", "decembro",
)  # fmt: skip
_QUALIFIERS = {
    "approx": "ĉirkaŭ", "nearly": "preskaŭ", "over": "pli ol", "more": "pli ol", "at_least": "almenaŭ",
    "below": "malpli ol", "at_most": "maksimume", "up_to": "ĝis",
}  # fmt: skip
_UNITS: Mapping[str, str] = {"tonne": "tunoj", "ton": "tunoj"}
_CURRENCIES = {"CNY": "juanoj", "USD": "dolaroj"}


def digits(value: Decimal) -> str:
    """The value with a decimal comma, in groups of three with hard spaces between."""
    return f"{value:,f}".replace(",", "\u00a0").replace(".", ",").replace("-", "\u2212")


def _figure(amount: Amount, unit: str, *, share: bool = False) -> Pieces:
    ends: list[str] = []
    for value in printed(amount):
        size, name = (value, "") if share else scaled(value, _SCALES, 3)
        ends.append(digits(abs(size) if isinstance(amount, Change) else size) + (f"\u00a0{name} da" if name else ""))
    written: Pieces = [("qualifier", _QUALIFIERS[amount.qualifier] + " ")] if amount.qualifier else []
    written.append(("figure", "–".join(ends)))
    return [*written, ("unit", unit)] if unit else written


def _pieces(quantity: Quantity, style: FigureStyle) -> Pieces:
    match quantity:
        case Period():
            return [("other", _period(quantity))]
        case Change(basis=basis) as change:
            said = _figure(change, "%" if change.unit == "percent" else "\u00a0elcentpoentoj", share=True)
            if style.bare:
                return said
            value = printed(change)[0]
            against = {"yoy": " ol antaŭ jaro", "none": ""}[basis]
            return [("direction", "pli je " if value >= 0 else "malpli je "), *said, ("basis", against)]
        case Percent():
            return _figure(quantity, "%", share=True)
        case Points():
            return _figure(quantity, "\u00a0elcentpoentoj", share=True)
        case Money() | Count() | Measure():
            unit = "" if style.bare and isinstance(quantity, Count) else _unit(quantity)
            return _figure(quantity, f"\u00a0{unit}" if unit else "")
        case _:
            raise FigureError(msg("Esperanto has no words yet for a {kind}", kind=quantity.kind))


def _unit(amount: Amount) -> str:
    match amount:
        case Money():
            return _CURRENCIES[amount.currency]
        case Count():
            return amount.noun.other if amount.noun else ""
        case Measure():
            return _UNITS.get(amount.unit.one, amount.unit.other)
        case Percent():
            return "%"
        case _:
            return "elcentpoentoj"


def _in_unit(amount: Amount, power: int, style: FigureStyle) -> Pieces:
    return [("figure", "–".join(digits(shifted(value, power)) for value in printed(amount, style.keep_zeros)))]


def _label(like: Amount | Rate, scale: str, style: FigureStyle) -> str:
    if isinstance(like, Rate):
        raise FigureError(msg("Esperanto has no words yet for a {kind}", kind=like.kind))
    return f"{scale} da {_unit(like)}" if scale else _unit(like)


def _period(period: Period) -> str:
    match period:
        case Period(month=int(month), day=int(day)):
            return f"la {day}-a de {_MONTHS[month - 1]} {period.year}"
        case Period(month=int(month)):
            return f"{_MONTHS[month - 1]} {period.year}"
        case Period(quarter=int(quarter)):
            return f"{quarter}-a kvaronjaro de {period.year}"
        case Period(year=int(year)):
            return str(year)
        case _:
            raise FigureError(msg("Esperanto has no words yet for a {kind}", kind=period.kind))


WRITER = LanguageWriter(_pieces, _in_unit, _label, _SCALES, 3)


@contextmanager
def esperanto() -> Generator[None]:
    """Inside, Esperanto is one of the languages."""
    with (
        patch.dict(LANGUAGES, {"eo": ESPERANTO}),
        patch.dict(figures.LANGUAGES, {"eo": figures.FigureLanguage(lambda: WRITER)}),
    ):
        yield
