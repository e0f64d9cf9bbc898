"""How a source is told in a language: in one breath, in a note, in the bibliography, each with its address."""

from __future__ import annotations

from reportgen import languages as product
from reportgen.content.entries import Wording
from reportgen.content.model import Briefing, Source
from reportgen.document import Line, Link, Run
from reportgen.numbers import period_code, write


def short_source(briefing: Briefing, source: Source, language: str) -> str:
    """A source named in one breath: who published it, and when."""
    date = write(source.date, language, **briefing.figure_options) if source.date else ""
    return product.LANGUAGES[language].short_source(source.entry.publisher[language], date)


def full_source(briefing: Briefing, source: Source, language: str) -> Line:
    """A source as its note tells it."""
    told = product.LANGUAGES[language].full_source(_citation(briefing, source, language))
    return _with_address(told, source, language)


def bibliography_entry(briefing: Briefing, source: Source, language: str) -> Line:
    """A source as the bibliography tells it, in the language's own convention."""
    told = product.LANGUAGES[language].bibliography(_citation(briefing, source, language))
    return _with_address(told, source, language)


_SOURCE = "source-"


def source_id(source: Source) -> str:
    """What references to a source in the bibliography call it."""
    return f"{_SOURCE}{source.name}"


def source_of(name: str) -> str:
    """The name of the source that is called so, in whatever part of a facing document."""
    return name.removeprefix(_SOURCE).partition("@")[0]


def _with_address(told: str, source: Source, language: str) -> Line:
    url = source.entry.url
    return Line(language, (Run(told + " "), Link(str(url), str(url))) if url else (Run(told),))


def _citation(briefing: Briefing, source: Source, language: str) -> product.Citation:
    """What a language tells of a source."""
    entry = source.entry
    own = str(entry.language) if entry.language not in (None, language) else ""
    return product.Citation(
        kind=entry.kind or "",
        publisher=entry.publisher[language],
        title=_in(entry.title, language),
        author=_in(entry.author, language),
        date=write(source.date, language, **briefing.figure_options) if source.date else "",
        day=period_code(source.date) if source.date else "",
        accessed=write(source.accessed, language, **briefing.figure_options) if source.accessed else "",
        accessed_day=period_code(source.accessed) if source.accessed else "",
        carried=_in(entry.carried, language),
        online=entry.url is not None,
        own_title=_in(entry.title, own),
        own_author=_in(entry.author, own),
        own_publisher=_in(entry.publisher, own),
    )


def _in(wording: Wording | None, language: str) -> str:
    """Words in a language; none for none."""
    return wording.words.get(language, "") if wording else ""
