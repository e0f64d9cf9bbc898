"""The words the product itself says in each language: labels, references, sources. No author's words, no figures.

A further language is a further column of every table here, and its rules in numbers/.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

LANGUAGES = ("zh", "en")
"""Every language, in the order in which a bilingual edition shows them."""

NAMES = {"zh": "Chinese", "en": "English"}
"""What a language is called in messages."""

EDITIONS: dict[str, tuple[str, ...]] = {"zh": ("zh",), "en": ("en",), "bilingual": LANGUAGES}
"""The languages of each edition."""

WORDS: dict[str, dict[str, str]] = {
    "contents": {"zh": "目录", "en": "Contents"},
    "figures": {"zh": "图目录", "en": "Figures"},
    "tables": {"zh": "表目录", "en": "Tables"},
    "see-source": {"zh": "，见资料来源", "en": " (source\u00a0"},
    "see-source-end": {"zh": "。", "en": ")."},
    "section-number": {"zh": "第{number}节", "en": "Section\u00a0{number}"},
    "figure": {"zh": "图", "en": "Figure"},
    "table": {"zh": "表", "en": "Table"},
    "number-gap": {"zh": "", "en": " "},  # 图1, Figure 1: at a hard space LibreOffice loses a number that wraps
    "note": {"zh": "注：", "en": "Note: "},
    "source": {"zh": "资料来源：", "en": "Source: "},
    "sources": {"zh": "资料来源：", "en": "Sources: "},
    "page": {"zh": "第{page}页，共{pages}页", "en": "Page {page} of {pages}"},
    "preliminary": {"zh": "{what}为初步数据。", "en": "{What}: preliminary."},
    "estimate": {"zh": "{what}为估计数。", "en": "{What}: estimate."},
    "derived": {
        "zh": "{what}为推算值，非来源公布：{formula}。",
        "en": "{What}: derived here, not published by the source: {formula}.",
    },
    "about-fact": {"zh": "{what}：{note}。", "en": "{What}: {note}."},
    "preliminary-sign": {"zh": "* 初步数据", "en": "* preliminary"},
    "estimate-sign": {"zh": "† 估计数", "en": "† estimate"},
    "rounding": {
        "zh": "因四舍五入，分项合计与总计可能略有出入。",
        "en": "Totals may not add up because of rounding.",
    },
    "list-gap": {"zh": "；", "en": "; "},
    "sentence-gap": {"zh": "", "en": " "},
    "colon": {"zh": "：", "en": ": "},
    "brackets": {"zh": "（{}）", "en": " ({})"},
    "title-marks": {"zh": "《{}》", "en": "“{}”"},
}

SIGNS = {"preliminary": "*", "estimate": "†"}
"""What stands behind a figure of a chart that is not final; the chart's note says what it means."""


def say(key: str, language: str) -> str:
    """The product's word for `key`; a KeyError is a bug in the caller."""
    return WORDS[key][language]


def fill(key: str, language: str, **words: str) -> str:
    """The product's sentence for `key` with `words` put in; {What} is `what` with a capital letter."""
    if what := words.get("what"):
        words["What"] = capital(what)
    return WORDS[key][language].format(**words)


def capital(text: str) -> str:
    """The text with its first letter a capital, where its script has capitals."""
    return text[:1].upper() + text[1:]


def listed(items: Sequence[str], language: str) -> str:
    """Several short phrases told as one list, parted strongly, since each may hold commas."""
    return WORDS["list-gap"][language].join(items)


def short_source(publisher: str, date: str, language: str) -> str:
    """A source named in one breath, as under a chart: who published it, and when."""
    parts: dict[str, str] = (
        {"zh": f"{publisher}，{date}", "en": f"{publisher}, {date}"} if date else dict.fromkeys(LANGUAGES, publisher)
    )
    return parts[language]


def full_source(language: str, *, publisher: str, title: str, author: str, date: str, carried: str) -> str:
    """A source as its note tells it, without its address.

    Chinese in the order of GB/T 7714 with title marks (author, title, publisher, date); English after Chicago's notes
    (author, “title,” publisher, date). Parts that are not known are left out.
    """
    if language == "zh":
        first = "：".join(part for part in (author, WORDS["title-marks"]["zh"].format(title) if title else "") if part)
        return "，".join(part for part in (first, publisher, date, carried) if part) + "。"
    quoted = f"“{title},”" if title else ""
    opening = ", ".join(part for part in (author, quoted) if part)
    rest = ", ".join(part for part in (publisher, date) if part)
    told = " ".join(part for part in (opening, rest) if part)
    return told + (f" ({carried})." if carried else ".")


TYPE_MARKS = {"newspaper": "N", "online": "EB", "press-conference": "Z", "report": "R", "data": "DB"}
"""The type marks of GB/T 7714-2015 by kinds of sources; what is read at an address adds OL."""


@dataclass(frozen=True, slots=True)
class Citation:
    """What a bibliography tells of a source, in one language; what is not known is empty. `day` is ISO 8601."""

    kind: str
    publisher: str
    title: str
    author: str
    date: str
    day: str
    accessed: str
    accessed_day: str
    carried: str
    online: bool


def bibliography(language: str, cited: Citation) -> str:
    """A source as a bibliography tells it, up to its address: Chinese after GB/T 7714-2015, English after Chicago."""
    return {"zh": _gbt_7714, "en": _chicago}[language](cited)


def _gbt_7714(cited: Citation) -> str:
    """Author. Title[type]. Publisher, (day)[day of access]. The publisher stands first where no author is known."""
    online = cited.online or cited.kind == "online"
    mark = f"[{TYPE_MARKS[cited.kind]}{'/OL' if online else ''}]"
    opening = f"{cited.author or cited.publisher}. {cited.title}{mark}" if cited.title else f"{cited.publisher}{mark}"
    day = f"({cited.day})" if cited.day and online and cited.kind != "newspaper" else cited.day
    dates = day + (f"[{cited.accessed_day}]" if cited.accessed_day else "")
    named = cited.publisher if cited.author and cited.title else ""
    return ". ".join(part for part in (opening, ", ".join(filter(None, (named, dates))), cited.carried) if part) + "."


def _chicago(cited: Citation) -> str:
    """Author. “Title.” Publisher, date. Accessed date. The publisher stands first where no author is known."""
    quoted = f"“{cited.title}{'' if cited.title[-1] in '?!' else '.'}”" if cited.title else ""
    parts = [f"{cited.author}."] if cited.author else [f"{cited.publisher}."]
    parts += [quoted] if quoted else []
    dated = ", ".join(filter(None, (cited.publisher if cited.author else "", cited.date)))
    parts += [f"{dated}."] if dated else []
    parts += [f"{capital(cited.carried)}."] if cited.carried else []
    parts += [f"Accessed {cited.accessed}."] if cited.accessed else []
    return " ".join(parts)
