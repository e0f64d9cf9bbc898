"""Every sentence that people can read is a message: a literal that Babel finds, with its values beside it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

import pytest

import reportgen

ROOT = Path(reportgen.__file__).parent
MAKERS = {"msg": 1, "plural": 2}
"""What makes a message, and how many of its arguments are text."""

UNWRAPPED: tuple[str, ...] = (
    "blocks/", "briefing_reader.py", "charts/", "checks/", "cli/build.py", "cli/delivery.py", "content/", "numbers/",
    "pipeline.py", "problems.py", "schema.py", "template/", "voice.py", "word/",
)  # fmt: skip
"""Rooms whose sentences are still to become messages."""

BUGS = {"AssertionError", "NotImplementedError", "KeyError", "TypeError", "RuntimeError"}
"""Errors that only a mistake of ours raises; the traceback shows them."""

TOLD = {
    "say", "show", "told", "warn", "progress", "Problem", "warning", "broken", "ArgumentTypeError", "did_you_mean",
    "add_parser", "add_argument", "add_argument_group", "ArgumentParser", "Parser", "Rule", "Evidence",
}  # fmt: skip
"""What is called with texts that people read."""

NO_PROSE = {
    "numbers/en/": "the words of English figures",
    "numbers/zh/": "the words of Chinese figures",
    "numbers/model/lexicon.py": "nouns",
    "numbers/reading/": "phrases around figures",
    "languages.py": "the words of documents",
    "outline.py": "the words of outlines, which tests hold on to",
    "template/sample.py": "the words of a sample document",
}
"""Where phrases are data of a language, or of a file format; what is raised or told there is a message all the same."""


PHRASES = {
    "reportgen □", "reportgen: □",
    "bold green", "bold □",
    "lower than", "higher than", "greater than",
}  # fmt: skip
"""What looks like a sentence and is none: names of styles, words that are looked for."""


@dataclass(frozen=True)
class Source:
    """A module as a tree in which every node knows the one above it."""

    file: str
    tree: ast.Module
    above: dict[ast.AST, ast.AST]


def read_source(path: Path) -> Source:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    above = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    return Source(path.relative_to(ROOT).as_posix(), tree, above)


SOURCES = [read_source(path) for path in sorted(ROOT.rglob("*.py"))]


def called(node: ast.AST) -> str:
    """The name of the function that is called, without what it belongs to."""
    if not isinstance(node, ast.Call):
        return ""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def calls(names: set[str]) -> Iterator[tuple[Source, ast.Call]]:
    for source in SOURCES:
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Call) and called(node) in names:
                yield source, node


def place(source: Source, node: ast.AST) -> str:
    return f"{source.file}:{getattr(node, 'lineno', 0)}: {ast.unparse(node)[:90]}"


def texts(source: Source, root: ast.AST) -> Iterator[ast.expr]:
    """The texts below a node that are no part of a message: literals and f-strings."""
    stack = [root]
    while stack:
        node = stack.pop()
        if called(node) in MAKERS:
            stack += [word.value for word in node.keywords] if isinstance(node, ast.Call) else []
        elif isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str)):
            yield node
        else:
            stack += ast.iter_child_nodes(node)


def prose(node: ast.expr) -> str:
    """What a literal or an f-string says, its values left out."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "□" for part in parts)


def test_a_message_s_text_is_a_literal_and_its_fields_are_given() -> None:
    wrong: list[str] = []
    for source, call in calls(set(MAKERS)):
        count = MAKERS[called(call)]
        literal = [text.value for text in call.args[:count] if isinstance(text, ast.Constant)]
        given = {word.arg for word in call.keywords} | ({"count"} if count == 2 else set[str | None]())
        wanted = {name for text in literal for _, name, _, _ in Formatter().parse(str(text)) if name is not None}
        if len(literal) != count or (None not in given and wanted | {"count"} != given | {"count"}):
            wrong.append(place(source, call))
    assert wrong == []


def ancestors(source: Source, node: ast.AST) -> Iterator[ast.AST]:
    """What a node stands in, up to its statement."""
    while not isinstance(node := source.above[node], ast.stmt):
        yield node


def test_no_message_stands_inside_an_f_string() -> None:
    """Babel would find it there from Python 3.12 on, and not before."""
    inside = [
        place(source, call)
        for source, call in calls(set(MAKERS))
        if any(isinstance(above, ast.JoinedStr) for above in ancestors(source, call))
    ]
    assert inside == []


def test_a_message_is_never_glued_to_other_text() -> None:
    wrong: list[str] = []
    for source, call in calls({*MAKERS, "listing"}):
        above = source.above[call]
        added = isinstance(above, ast.BinOp) and isinstance(above.op, (ast.Add, ast.Mod))
        if added or isinstance(above, ast.FormattedValue) or called(above) == "join":
            wrong.append(place(source, above))
    assert wrong == []


WORDS = re.compile(r"[A-Za-z]{2,}\W{0,3}\s\W{0,3}[A-Za-z]{2,}|□\W{0,2}\s\W{0,2}[a-z]{2,}|[a-z]{2,}\W{0,2}\s\W{0,2}□")
"""Two words, or a word beside a value."""


def wrapped(source: Source) -> bool:
    return not source.file.startswith(UNWRAPPED)


def test_what_people_are_told_is_a_message() -> None:
    wrong = [
        place(source, text)
        for source, call in calls(TOLD)
        if wrapped(source)
        for text in texts(source, call)
        if WORDS.search(prose(text)) and prose(text) not in PHRASES
    ]
    assert wrong == []


def test_what_an_error_says_is_a_message() -> None:
    wrong = [
        place(source, text)
        for source in SOURCES
        if wrapped(source)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Raise) and node.exc and called(node.exc) not in BUGS
        for text in texts(source, node.exc)
        if WORDS.search(prose(text))
    ]
    assert wrong == []


SENTENCE = re.compile(
    r"(?<![\w-])[a-z]{2,}'?[,;:]? ['“(]?[a-z]{2,}(?![\w-])|□[',;:”)]* [a-z]{2,}|[a-z]{2,}[,;:]? ['“(]*□"
)
CODE = re.compile(r"[<>|\\{}^\]=]|\(\?|w:|\bxml|^python -m reportgen")
"""Signs of patterns, of markup and of commands to type, which no sentence of ours has."""


def docstrings(source: Source) -> set[ast.AST]:
    return {node.value for node in ast.walk(source.tree) if isinstance(node, ast.Expr)}


def test_no_sentence_stands_outside_a_message() -> None:
    wrong = [
        place(source, text)
        for source in SOURCES
        if wrapped(source) and not source.file.startswith(tuple(NO_PROSE))
        for text in texts(source, source.tree)
        if text not in docstrings(source) and prose(text) not in PHRASES
        if SENTENCE.search(prose(text)) and not CODE.search(prose(text))
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ('say(f"{folder} is no folder")', ["□ is no folder"]),
        ('say(msg("{folder} is no folder", folder=folder))', []),
        ('say(msg("{what}: {how}", what=a, how="not so good"))', ["not so good"]),
        ('say("nothing here" if x else msg("something here"))', ["nothing here"]),
    ],
)
def test_the_search_finds_what_is_no_message(code: str, told: list[str]) -> None:
    source = Source("x.py", ast.parse(code), {})
    assert [prose(text) for text in texts(source, source.tree) if WORDS.search(prose(text))] == told
