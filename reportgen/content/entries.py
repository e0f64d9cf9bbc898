"""The types of the fields an author fills in, for pydantic models, and the problems they raise in place.

Models of blocks, facts and sources are made of these; what a field means stands with the block or in model.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Annotated, Any, TypeVar, cast

from pydantic import BaseModel, ConfigDict, PlainValidator, WithJsonSchema
from pydantic_core import core_schema

from reportgen.content.full_width import behind_key, between_names, reads_narrow
from reportgen.content.names import FACT_NAME
from reportgen.content.source import Entries, Items, Scalar, stretch_of
from reportgen.content.text import FactMark, Piece, parse_text
from reportgen.languages import DEFAULT, LANGUAGES
from reportgen.messages import msg
from reportgen.problems import Place, Problem, Rule, did_you_mean
from reportgen.records import record

NOWHERE = Place("")

WORDS = Rule(
    "texts/languages",
    msg("Words stand in every language of the briefing, as {{zh: …, en: …}}."),
    file="sections/one.yaml",
    slip="- heading: 总产值",
    mend="- heading: {zh: 总产值, en: Output}",
)
LANGUAGE = Rule(
    "texts/unknown-language",
    msg("Words stand under the codes of languages."),
    file="sections/one.yaml",
    slip="- heading: {zh: 总产值, eng: Output}",
    mend="- heading: {zh: 总产值, en: Output}",
)
ONE_LANGUAGE = Rule(
    "texts/one-language",
    msg("A cell that is typed once for every language holds facts, figures and signs, no words."),
    file="sections/one.yaml",
    slip="- table: {id: t, title: {zh: 表, en: Table}, columns: [{zh: 甲, en: A}], rows: [[output]]}",
    mend='- table: {id: t, title: {zh: 表, en: Table}, columns: [{zh: 甲, en: A}], rows: [["{output}"]]}',
)
NO_LIST = Rule(
    "texts/shape",
    msg("Where one text is wanted there is no list and no mapping."),
    file="sections/one.yaml",
    slip="- heading: {zh: [总产值], en: Output}",
    mend="- heading: {zh: 总产值, en: Output}",
)
NAMELESS = Rule(
    "fields/empty",
    msg("A field that is written says something."),
    file="facts.yaml",
    slip="growth: {is: 同比增长7.1%, what: {zh: 增速, en: growth}, when: , source: paper}",
    mend="growth: {is: 同比增长7.1%, what: {zh: 增速, en: growth}, when: 2025-Q1, source: paper}",
)
RULES = (WORDS, LANGUAGE, ONE_LANGUAGE, NO_LIST, NAMELESS)


class EntryError(ValueError):
    """What a field's value got wrong; carries problems that know their places."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__("; ".join(problem.message for problem in problems))


class Entry(BaseModel):
    """A mapping that an author types: an unknown key is an error."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, arbitrary_types_allowed=True, defer_build=True
    )

    @classmethod
    def hint_for(cls, field: str) -> str:
        """What may have been meant by a field that the mapping does not have."""
        return did_you_mean(field, fields_of(cls))


# ---- words in every language -------------------------------------------------


SHAPE = "{" + ", ".join(f"{language}: …" for language in DEFAULT) + "}"
"""How words in every language are typed, as hints show it."""


def _by_language(value: object) -> Entries:
    """The author's mapping from language to words, with nothing else in it; a language may be missing or empty.

    Which languages a briefing wants is known when all of it is read: checks/translations.py tells those that lack.
    """
    if not isinstance(value, Entries) or not value:
        message = msg("words in every language are wanted here")
        raise EntryError(WORDS.broken(stretch_of(value, NOWHERE), message, msg("write {shape}", shape=SHAPE)))
    problems = [_no_language(key) for key in value if key not in LANGUAGES]
    if problems:
        raise EntryError(*problems)
    return value


def _no_language(key: Scalar) -> Problem:
    if problem := behind_key(key, LANGUAGES) or reads_narrow(key, LANGUAGES.__contains__):
        return problem
    hint = msg("write {shape}; quote a text that holds a comma", shape=SHAPE)
    return LANGUAGE.broken(key, msg("no language is called '{key}'", key=key), hint)


@record
class Text:
    """An author's words with inline markup, in the languages they are written in so far.

    `place` is where the whole stands; `places` where each language's words do. A language whose words are empty has a
    place and no pieces.
    """

    pieces: Mapping[str, tuple[Piece, ...]]
    places: Mapping[str, Place]
    place: Place
    typed: Mapping[str, Scalar]  # the words as they were typed, markup and all

    @classmethod
    def read(cls, value: object) -> Text:
        """The typed `{zh: …, en: …}`; EntryError with every problem of every language."""
        typed = _by_language(value)
        return cls._of({language: _scalar(words) for language, words in typed.items()}, typed.place)

    @classmethod
    def read_cell(cls, value: object) -> Text | CellFigure:
        """The same, or one string of markup and signs alone, which then serves every language; or a figure's."""
        if not isinstance(value, Scalar):
            return cls.read(value)
        text = cls._of(dict.fromkeys(LANGUAGES, value), value.place)
        pieces = text.pieces[DEFAULT[0]]
        words = "".join(getattr(piece, "text", "") for piece in pieces)
        if not any(map(str.isalpha, words)):
            return text
        if any(map(str.isdigit, words)) and len(pieces) == 1 and words == str(value):
            figure = CellFigure(value)
            figure.place, figure.raw = value.place, value.raw
            return figure
        raise EntryError(one_language(value))

    @classmethod
    def _of(cls, words: Mapping[str, Scalar], place: Place) -> Text:
        read = {language: parse_text(scalar) for language, scalar in words.items()}
        if problems := dict.fromkeys(problem for _, found in read.values() for problem in found):
            raise EntryError(*problems)
        return cls(
            {language: pieces for language, (pieces, _) in read.items()},
            {language: scalar.place for language, scalar in words.items()},
            place,
            words,
        )

    def facts(self, language: str) -> tuple[FactMark, ...]:
        """The facts named in one language's words; none where they are not written yet."""
        return tuple(piece for piece in self.pieces.get(language, ()) if isinstance(piece, FactMark))

    def lacks(self, language: str) -> bool:
        """Whether the words of a language are missing or empty; an empty cell that serves all languages lacks none."""
        return not self.pieces.get(language)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: object) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(cls.read)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: object, _handler: object) -> dict[str, Any]:
        return _WORDS_SCHEMA


_WORDS_SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {language: {"type": "string", "minLength": 1} for language in LANGUAGES},
    "minProperties": 1,
    "additionalProperties": False,
}

Cell = Annotated[
    "Text | CellFigure",
    PlainValidator(Text.read_cell),
    WithJsonSchema({"anyOf": [_WORDS_SCHEMA, {"type": ["string", "number"]}]}),
]
"""A table's cell: words in every language, a {fact} alone, or a figure as printed in one of them."""


@record
class Wording:
    """Plain words without markup, in the languages they are written in so far: names, titles of sources, labels."""

    words: Mapping[str, str]
    places: Mapping[str, Place]
    place: Place
    mend: str = ""  # the way out where a language is missing, for words that nobody typed as they are

    @classmethod
    def read(cls, value: object) -> Wording:
        """The typed `{zh: …, en: …}`."""
        typed = _by_language(value)
        words = {language: _scalar(words) for language, words in typed.items()}
        places = {language: scalar.place for language, scalar in words.items()}
        return cls({language: str(scalar) for language, scalar in words.items()}, places, typed.place)

    def __getitem__(self, language: str) -> str:
        return self.words[language]

    def lacks(self, language: str) -> bool:
        """Whether the words of a language are missing or empty."""
        return not self.words.get(language)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: object) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(cls.read)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: object, _handler: object) -> dict[str, Any]:
        return _WORDS_SCHEMA


# ---- names and values with places ----------------------------------------------


def _scalar(value: object) -> Scalar:
    if isinstance(value, Scalar):
        return value
    listed = isinstance(value, Items)
    message = (
        msg("one text is wanted here, found a list") if listed else msg("one text is wanted here, found a mapping")
    )
    raise EntryError(NO_LIST.broken(stretch_of(value, NOWHERE), message))


class CellFigure(Scalar):
    """A figure with its unit, typed once in a cell for every language: 2486.3亿元."""


def one_language(value: Scalar) -> Problem:
    """Words where no single text can serve every language."""
    hint = msg("write {{zh: …, en: …}}, a {{fact}} alone, or a figure such as 2486.3亿元")
    return ONE_LANGUAGE.broken(value, msg("words in one language only"), hint)


class FactName(Scalar):
    """The name of a fact, where an author typed it."""


class SourceName(Scalar):
    """The name of a source, where an author typed it."""


class FileName(Scalar):
    """The name of a file in the content folder's data/."""


class AskedFile(FileName):
    """The answer to a query over a file: a name of its own, the file's, and the query as typed."""

    __slots__ = ("file", "query")
    file: FileName
    query: Scalar


_NamedT = TypeVar("_NamedT", bound=Scalar)


def _named(kind: type[_NamedT]) -> Callable[[object], _NamedT]:
    def read(value: object) -> _NamedT:
        text = _scalar(value)
        if not text:
            raise EntryError(NAMELESS.broken(text, msg("a name is missing here")))
        if kind is not Scalar and (problem := between_names(text)):
            raise EntryError(problem)
        return kind.at(text, text.place, text.raw)  # type: ignore[return-value]

    return read


def _file(value: object) -> FileName:
    """A file by its name, or `{from: trade.sqlite, query: "select …"}`."""
    if not isinstance(value, Entries):
        return _named(FileName)(value)
    if {str(key) for key in value} != {"from", "query"}:
        message = msg("this names no file and no query over one")
        hint = msg('write data: trade.csv, or data: {{from: trade.sqlite, query: "select …"}}')
        raise EntryError(NO_LIST.broken(stretch_of(value, NOWHERE), message, hint))
    file, query = _named(FileName)(value.get("from")), _named(Scalar)(value.get("query"))
    asked = AskedFile.at(f"{file}: {query}", file.place, file.raw)
    asked.file, asked.query = file, query
    return asked


def _one_or_more(kind: type[_NamedT]) -> Callable[[object], tuple[_NamedT, ...]]:
    one = _named(kind)

    def read(value: object) -> tuple[_NamedT, ...]:
        return tuple(map(one, value)) if isinstance(value, Items) else (one(value),)

    return read


_STRING: dict[str, Any] = {"type": "string", "minLength": 1}
_STRINGS: dict[str, Any] = {"anyOf": [_STRING, {"type": "array", "items": _STRING}]}

AFact = Annotated[FactName, PlainValidator(_named(FactName)), WithJsonSchema(_STRING)]


def _figure_or_fact(value: object) -> Scalar:
    """A figure as typed, or the name of a fact, which starts with a letter of the Latin alphabet as no figure does."""
    text = _named(Scalar)(value)
    return FactName.at(text, text.place, text.raw) if FACT_NAME.fullmatch(text) else text


FigureOrFact = Annotated[Scalar, PlainValidator(_figure_or_fact), WithJsonSchema({"type": ["string", "number"]})]
_QUERY: dict[str, Any] = {
    "type": "object",
    "properties": {"from": _STRING, "query": _STRING},
    "required": ["from", "query"],
    "additionalProperties": False,
}
AFile = Annotated[FileName, PlainValidator(_file), WithJsonSchema({"anyOf": [_STRING, _QUERY]})]
Sources = Annotated[tuple[SourceName, ...], PlainValidator(_one_or_more(SourceName)), WithJsonSchema(_STRINGS)]

Figures = Annotated[
    tuple[Scalar, ...],
    PlainValidator(_one_or_more(Scalar)),
    WithJsonSchema(
        {"anyOf": [{"type": ["string", "number"]}, {"type": "array", "items": {"type": ["string", "number"]}}]}
    ),
]
"""One or more figures or names of facts, each as typed."""

Words = Annotated[Mapping[str, Scalar], PlainValidator(_by_language), WithJsonSchema(_WORDS_SCHEMA)]
"""One word or name a language, as typed."""

Word = Annotated[Scalar, PlainValidator(_named(Scalar)), WithJsonSchema({"type": ["string", "number"]})]
"""One text as typed, with its place; a model reads it further (a date, a period, a figure)."""


def _keywords(value: object) -> dict[str, tuple[Scalar, ...]]:
    """A list of words a language."""
    one_or_more = _one_or_more(Scalar)
    return {str(language): one_or_more(words) for language, words in _by_language(value).items()}


_KEYWORDS_SCHEMA: dict[str, Any] = {
    **_WORDS_SCHEMA,
    "properties": {language: {"type": "array", "items": {"type": "string"}} for language in LANGUAGES},
}
Keywords = Annotated[Mapping[str, tuple[Scalar, ...]], PlainValidator(_keywords), WithJsonSchema(_KEYWORDS_SCHEMA)]
"""Keywords: one list a language."""


def gather_languages(value: object, field: str) -> object:
    """A mapping whose languages stand beside its other fields, with the languages put under one field."""
    if not isinstance(value, Entries):
        return value
    words, rest = Entries(), Entries()
    words.place = rest.place = value.place
    for key, typed in value.items():
        (words if key in LANGUAGES else rest)[key] = typed
    rest[Scalar.at(field, value.place)] = words
    return rest


def spread_languages(schema: dict[str, Any], field: str) -> None:
    """The JSON Schema of such a mapping: the languages beside the other fields."""
    languages: dict[str, Any] = schema["properties"].pop(field)["properties"]
    schema["properties"] = {**languages, **schema["properties"]}
    schema["required"] = [name for name in schema.get("required", ()) if name != field]


def walk(value: object) -> Iterator[object]:
    """Every Text, Wording and name inside a model, in the order of its fields."""
    match value:
        case Text() | Wording() | Scalar():
            yield value
        case BaseModel():
            for name in type(value).model_fields:
                yield from walk(getattr(value, name))
        case Mapping():
            for key, inner in cast("Mapping[object, object]", value).items():
                yield from walk(key)
                yield from walk(inner)
        case tuple() | list():
            for inner in cast("Iterable[object]", value):
                yield from walk(inner)
        case _:
            return


def fields_of(model: type[BaseModel]) -> list[str]:
    """The fields of a model as an author types them."""
    return [known.alias or name for name, known in model.model_fields.items()]
