"""`numbers`: the number engine at the prompt: write, read, find and agree. It is loaded when one of them is called."""

from __future__ import annotations

import argparse
import json
import re
from dataclasses import fields
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

from reportgen.cli.differences import add_options, names_of, tell_differences
from reportgen.cli.help import Parser, examples
from reportgen.cli.tell import DONE, PROBLEMS, TONGUE, USAGE, Commands, say, told
from reportgen.cli.texts import plain_text
from reportgen.languages import DEFAULT as LANGUAGES
from reportgen.messages import msg

if TYPE_CHECKING:
    from reportgen.numbers import Quantity
    from reportgen.passages import Passage

EXAMPLES = (
    ('python -m reportgen numbers write "{money: 1.7e12}"', msg("1.7万亿元 and RMB 1.7 trillion")),
    ('python -m reportgen numbers read "同比增长7.1%"', msg("what it means, and both renderings")),
    ("python -m reportgen numbers find --language en report.txt", msg("every figure in a text (- for standard input)")),
    ("python -m reportgen numbers agree zh.txt en.txt", msg("where two texts disagree")),
)


_FIGURE_BELOW_ZERO = re.compile(r"^-(?=[^-A-Za-z]|[A-Z]{2,3}\b|[A-Z]{0,2}\$)")
"""The start of an argument that is a figure and no option: -3.2%, -RMB 3 million."""


class _Verb(Parser):
    """A verb whose figures may begin with a minus sign, which argparse would take for options."""

    # typeshed gives it as overloads, which no single override matches
    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:  # pyright: ignore[reportIncompatibleMethodOverride]
        """As argparse does it, figures below zero with a true minus sign."""
        return super().parse_known_args([_FIGURE_BELOW_ZERO.sub("\u2212", each) for each in args or ()], namespace)


def add(commands: Commands) -> None:
    """The command, its four verbs and their options."""
    about = msg("write, read, find and compare figures in Chinese and English")
    command = commands.add_parser(
        "numbers", own_language=True, help=about, description=about, epilog=examples(EXAMPLES)
    )
    command.set_defaults(writes=False)
    verbs = command.add_subparsers(dest="verb", metavar="VERB", required=True, parser_class=_Verb)

    about = msg("write a typed quantity in both languages")
    verb = verbs.add_parser("write", own_language=True, help=about, description=about)
    verb.add_argument(
        "quantity", metavar="QUANTITY", help=msg('such as "{{money: 1.7e12, currency: CNY, qualifier: nearly}}"')
    )
    verb.set_defaults(run=_write)

    about = msg("tell what one printed figure means, and write it in both languages")
    verb = verbs.add_parser("read", own_language=True, help=about, description=about)
    verb.add_argument("figure", metavar="FIGURE", help=msg("such as 近4500亿元 or “up 7.1%% year on year”"))
    _language(verb)
    verb.set_defaults(run=_read)

    about = msg("find every figure in a text")
    verb = verbs.add_parser("find", own_language=True, help=about, description=about)
    verb.add_argument("file", metavar="FILE", help=msg("a text file in UTF-8, - for standard input"))
    _language(verb)
    add_options(verb)
    verb.set_defaults(run=_find)

    about = msg("tell where the figures of a Chinese and an English text disagree, paragraph by paragraph")
    verb = verbs.add_parser("agree", own_language=True, help=about, description=about)
    verb.add_argument("zh", metavar="ZH", help=msg("the Chinese text, a paragraph a line (- for standard input)"))
    verb.add_argument("en", metavar="EN", help=msg("the English text"))
    add_options(verb)
    verb.set_defaults(run=_agree)


def _language(command: argparse.ArgumentParser) -> None:
    command.add_argument("--language", choices=LANGUAGES, help=msg("of the text (default: by its script)"))


def _write(options: argparse.Namespace) -> int:
    from reportgen.content.source import Entries, parse_yaml
    from reportgen.numbers import FigureError, quantity

    value, problems = parse_yaml(options.quantity, "QUANTITY")
    if problems or not isinstance(value, Entries):
        if problems:
            say(problems[0].told(TONGUE.get()))
        else:
            say(msg('a quantity is a mapping, such as "{{money: 1.7e12}}"'))
        return USAGE
    try:
        _print_renderings(quantity(value))
    except FigureError as error:
        say(str(error))
        return PROBLEMS
    return DONE


def _read(options: argparse.Namespace) -> int:
    from reportgen.numbers import FigureError, read

    try:
        figure = read(options.figure, options.language)
        told = _meaning(figure)
        width = max(10, *(len(name) for name, _ in told))
        for name, value in told:
            print(f"{name:{width}} {value}")
        _print_renderings(figure, width)
    except FigureError as error:
        say(str(error))
        return PROBLEMS
    return DONE


def _print_renderings(figure: Quantity, width: int = 10) -> None:
    from reportgen.numbers import write

    for language in LANGUAGES:
        print(f"{language:{width}} {write(figure, language)}")


def _meaning(figure: Quantity) -> list[tuple[str, str]]:
    """What a quantity holds, field by field, what it is made of behind its field's name; what is unset is left out."""
    told = [("kind", figure.kind)]
    for field in fields(figure):
        if field.name != "options":
            told += _held(field.name, getattr(figure, field.name))
    return told


def _held(name: str, value: object) -> list[tuple[str, str]]:
    """A field's value in words: nouns and units by their key, numbers as digits, further quantities field by field."""
    from reportgen.numbers import Noun, Unit
    from reportgen.numbers.model.quantity import KINDS

    match value:
        case None | False | "" | ():
            return []
        case True:
            return [(name, told(msg("yes")))]
        case Noun() | Unit():
            return [(name, value.key)]
        case Decimal():
            return [(name, format(value, "f"))]
        case tuple():
            listed: list[str] = [text for each in cast("tuple[object, ...]", value) for _, text in _held(name, each)]
            return [(name, ", ".join(listed))]
        case _ if isinstance(value, tuple(KINDS.values())):
            return [(f"{name} {inner}", text) for inner, text in _meaning(value)]
        case _:
            return [(name, str(value))]


def _find(options: argparse.Namespace) -> int:
    from reportgen.numbers import find

    text = plain_text(options.file)
    language = options.language or ("zh" if any("\u3400" <= character <= "\u9fff" for character in text) else "en")
    found = find(text, language, names_of(options))
    if options.format == "json":
        told = [{**each.as_mapping(), "start": each.start, "end": each.end} for each in found]
        print(json.dumps(told, ensure_ascii=False, indent=2))
        return DONE
    for each in found:
        line = text.count("\n", 0, each.start) + 1
        column = each.start - text.rfind("\n", 0, each.start)
        meaning = ", ".join(f"{name} {value}" for name, value in each.as_mapping().items() if name != "raw")
        print(f"{line}:{column}: {each.text}  ({meaning})")
    return DONE


def _agree(options: argparse.Namespace) -> int:
    from reportgen.comparison.compare import compare_passages

    read = [_lines(file) for file in (options.zh, options.en)]
    return tell_differences(compare_passages(read, names_of(options), ("zh", "en")), options)


def _lines(file: str) -> list[Passage]:
    """The lines of a text that hold words, with their places."""
    from reportgen.passages import Passage

    return [
        Passage(f"{file}:{line}", text) for line, text in enumerate(plain_text(file).split("\n"), 1) if text.strip()
    ]
