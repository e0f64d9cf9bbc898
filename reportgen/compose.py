"""A briefing and an edition make a document: numbers given, blocks said in order. Nothing is drawn here."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from decimal import Decimal

from reportgen.apparatus import Apparatus
from reportgen.blocks import Captioned
from reportgen.blocks.sources import SourcesBlock
from reportgen.content.model import Briefing, Fact, Section
from reportgen.content.when import iso_date
from reportgen.document import (
    Bullets,
    Chart,
    Citations,
    Contents,
    Document,
    Element,
    FactTold,
    Figure,
    Heading,
    PageBreak,
    Paragraph,
    PartTold,
    Phrase,
    Properties,
    Run,
    TitleBlock,
)
from reportgen.filing import addressees, ending, imprint, opening
from reportgen.numbers.model.period import period_code
from reportgen.numbers.model.quantity import counted_in
from reportgen.outline import all_inlines
from reportgen.voice import Label, Voice, phrase_of

_SOURCES = "@sources"
"""What the heading of a list of sources is called that no author asked for; no section's name has such a sign."""


def compose(briefing: Briefing, edition: str, citations: Citations = "numbered") -> Document:
    """The edition as a document; the same briefing gives the same document. `citations` is as its template has it."""
    listed = any(map(_lists_sources, briefing.sections))
    about, languages = briefing.about, briefing.editions[edition]
    voice = Voice(briefing, languages, labels(briefing), Apparatus(briefing, languages, citations, listed))
    front = list(_front(briefing, voice))
    if about.layout == "facing" and len(languages) > 1:
        body = list(_facing(briefing, voice, languages))
    else:
        body = list(_text(briefing, voice))
    elements = (*front, *body, *imprint(briefing, voice))
    printed = {inline.fact for inline in all_inlines(elements) if isinstance(inline, Run) and inline.fact}
    printed |= {fact for element in elements if isinstance(element, Figure) for fact in charted(element.chart)}
    return Document(
        languages=languages,
        properties=_properties(briefing, voice),
        short_title=Voice(briefing, languages).phrase(about.short_title or about.title),
        elements=elements,
        layout=about.layout,
        facts=tuple(
            fact_told(briefing.facts[name], briefing, languages, printed) for name in briefing.facts if name in printed
        ),
        unbroken=tuple(dict.fromkeys(_unbroken(briefing, languages))),
        briefing=str(about.id),
        edition=edition,
        name="\n".join((about.id, edition, *(briefing.row or {}).values())),
    )


def _unbroken(briefing: Briefing, languages: tuple[str, ...]) -> Iterator[str]:
    """Terms in their forms, and names."""
    yield from briefing.names
    for term in briefing.terms:
        for language in languages:
            forms = (term.words.get(language), *term.short.get(language, ()), *term.also.get(language, ()))
            yield from (str(form) for form in forms if form)


def charted(chart: Chart) -> Iterator[str]:
    """The names of the facts whose figures a chart shows."""
    yield from (each.fact for each in (*chart.marks, *chart.beside, *chart.guides) if each.fact)


def fact_told(
    fact: Fact, briefing: Briefing, languages: tuple[str, ...], printed: Collection[str] | None = None
) -> FactTold:
    """A fact as an edition in these languages tells it; where it was read, unless the briefing keeps that to itself.

    Parts of a derived fact are told by their names where they are `printed` too (None: all are), else by their origins.
    """
    voice, figure = Voice(briefing, languages), fact.quantity
    counted = counted_in(figure)
    number = getattr(counted, "value", None)
    return FactTold(
        name=fact.name,
        kind=figure.kind,
        value=f"{number:f}" if isinstance(number, Decimal) else repr(figure),
        unit=str(getattr(counted, "unit_said", "")).strip(),
        qualifier=str(getattr(counted, "qualifier", None) or ""),
        period=period_code(fact.when) if fact.when is not None else "",
        status=fact.status,
        sources=tuple(map(str, fact.sources)),
        printed=voice.quantity(figure),
        known=_known(fact, briefing),
        parts=tuple(dict.fromkeys(_parts(fact, briefing, briefing.facts if printed is None else printed))),
    )


def _known(fact: Fact, briefing: Briefing) -> tuple[tuple[str, str], ...]:
    read = fact.origin.as_data() if fact.origin and briefing.about.origins is not False else {}
    return tuple((name, str(value)) for name, value in read.items())


def _parts(fact: Fact, briefing: Briefing, printed: Collection[str]) -> Iterator[PartTold]:
    """What a derived fact is reckoned of, by way of parts that are not printed down to what was read."""
    for name in fact.formula:
        if (part := briefing.facts.get(name)) is None:
            continue
        if name in printed:
            yield PartTold(name)
        elif part.formula:
            yield from _parts(part, briefing, printed)
        else:
            yield PartTold("", tuple(map(str, part.sources)), _known(part, briefing))


def labels(briefing: Briefing) -> dict[str, Label]:
    """The number of every section, chart and table, counted through the briefing, so that any reference can be printed.

    Where a section is called as a chart or table is, the name means the chart or table.
    """
    counts: dict[str, int] = {}
    titled = (section for section in briefing.sections if section.title)
    labels = {section.name: Label("section", number) for number, section in enumerate(titled, 1)}
    for section in briefing.sections:
        for block in section.blocks:
            if isinstance(block, Captioned):
                counts[block.sequence] = counts.get(block.sequence, 0) + 1
                labels[str(block.id)] = Label(block.sequence, counts[block.sequence])
    return labels


def _facing(briefing: Briefing, voice: Voice, languages: tuple[str, ...]) -> Iterator[Element]:
    """The whole in the first language, then in the others: which pages of them face each other is a layout's to say."""
    part = voice.beginning(languages[0])
    for language in languages:
        part = part if language == languages[0] else part.following(language)
        yield PageBreak(language)
        yield from _text(briefing, part)


def _front(briefing: Briefing, voice: Voice) -> Iterator[Element]:
    """The title and the contents."""
    about = briefing.about
    yield from opening(briefing, voice)
    yield TitleBlock(
        issuer=voice.phrase(about.issuer),
        issue=voice.phrase(about.issue) if about.issue else (),
        title=voice.phrase(about.title),
        subtitle=voice.phrase(about.subtitle) if about.subtitle else (),
        date=phrase_of(voice.quantity(briefing.date)),
    )
    if about.contents is not False:
        yield Contents(phrase_of(voice.product("contents")), asked=bool(about.contents))
    if about.lists:
        there = {label.sequence for label in voice.labels.values()}
        for sequence in ("figure", "table"):
            if sequence in there:
                yield Contents(phrase_of(voice.product(f"{sequence}s")), of=sequence)


def _text(briefing: Briefing, voice: Voice) -> Iterator[Element]:
    """The sections, and what stands before and after them."""
    yield from addressees(briefing, voice)
    number = 0
    for section in briefing.sections:
        voice.apparatus.open_section(section)
        if section.title:
            number += 1
            yield Heading(voice.named(section.name), 1, (number,), voice.phrase(section.title))
        if section.key_message:
            yield Paragraph("lead", voice.phrase(section.key_message))
        yield from _section(section, number, voice)
    if not any(map(_lists_sources, briefing.sections)):
        for sources in voice.bibliography(cited=True):
            yield Heading(voice.named(_SOURCES), 1, (), phrase_of(voice.product("sources-title")))
            yield sources
    yield from ending(briefing, voice)


def _section(section: Section, number: int, voice: Voice) -> Iterator[Element]:
    """A section's blocks, its second-level headings numbered where it is."""
    inner = 0
    for block, group in zip(section.blocks, section.groups, strict=True):
        for element in block.say(voice):
            if group and isinstance(element, Figure | Paragraph | Bullets):
                element = replace(element, beside=voice.named(group))
            if isinstance(element, Heading):
                inner += 1
                counted = (number, inner) if section.title else ()
                element = replace(element, id=voice.named(f"{section.name}-{inner}"), number=counted)
            yield element
    yield from voice.apparatus.section_end(lists_sources=_lists_sources(section))


def _lists_sources(section: Section) -> bool:
    return any(isinstance(block, SourcesBlock) for block in section.blocks)


def _properties(briefing: Briefing, voice: Voice) -> Properties:
    """What the file says of itself, in the edition's first language."""
    about, language = briefing.about, voice.languages[0]
    return Properties(
        title=_plain(voice, voice.phrase(about.title)),
        subject=about.subject[language] if about.subject else "",
        keywords=tuple(map(str, about.keywords.get(language, ()))),
        author=_plain(voice, voice.phrase(about.issuer)),
        date=iso_date(briefing.date) or "",
        english=about.english,
    )


def _plain(voice: Voice, phrase: Phrase) -> str:
    return voice.plain(phrase)[0][1].replace("\n", " ")
