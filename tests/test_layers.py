"""The walls of the house: imports point one way, inside the rooms too, and each foreign library has one home."""

from __future__ import annotations

import ast
import importlib
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

import reportgen

ROOT = Path(reportgen.__file__).parent
LAYERS = (
    *(
        "version",
        "records",
        "messages",
        "library_words",
        "problems",
        "recall",
        "progress",
        "extras",
        "decimals",
        "registry",
        "cache",
        "numbers",
        "languages",
        "terms",
        "document",
        "outline",
    ),
    *(
        "template",
        "charts",
        "content",
        "caveats",
        "source_lines",
        "apparatus",
        "voice",
        "blocks",
        "briefing_reader",
        "schema",
        "reference",
        "filing",
        "compose",
        "checks",
        "passages",
        "differences",
        "ledger",
    ),
    *(
        "word",
        "texts",
        "comparison",
        "file_compare",
        "output_files",
        "signing",
        "credentials",
        "manifest",
        "companion",
        "assembly",
        "pipeline",
    ),
    *(
        "mends",
        "living",
        "rules",
        "generated",
        "problem_formats",
        "reports",
        "next_edition",
        "inputs",
        "kept_patterns",
        "kept_figures",
        "result_data",
    ),
    *("results", "batch", "cli"),
    "__main__",
)
ROOMS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "numbers": (
        *(("model",), ("grammar",), ("zh", "en"), ("languages",), ("writing",), ("finding",), ("reading",)),
        *(("agreement",), ("__init__",)),
    ),
    "charts": (
        *(("marks",), ("shares", "sentences", "needs"), ("drawing",), ("kind",), ("sample", "alt_text", "frame")),
        *(("kinds", "overflow"), ("picture", "sparkline"), ("__init__",), ("making",)),
    ),
    "word": (
        ("ooxml",),
        ("styles",),
        ("reader", "lint_fields"),
        ("cutting",),
        ("lint", "comments", "tracked", "reviewed"),
        ("chart",),
        ("body",),
        ("pages",),
        ("embed",),
        ("template",),
        ("drawn_charts", "contents_lines"),
        ("renewing", "marked_file"),
        ("redline",),
    ),
    "living": (
        ("wording",),
        ("locate", "pairing", "content_side", "signed"),
        ("chain", "delta", "held", "renewed"),
        ("verify", "refresh", "pull"),
    ),
    "reports": (
        ("wording", "delta_words"),
        ("as_data", "page", "commented", "delta_text", "delta_page", "delta_data", "disputed"),
        ("verified",),
    ),
    "texts": (
        *(("refusal", "joining"), ("decoding", "plain", "html", "sheets", "pdf_layout"), ("markdown", "pdf")),
        ("read",),
    ),
}
"""The inner rooms and modules of a room, in the order in which they may import each other; those of a group may not."""

HOMES = {
    "yaml": {"content/source.py"},
    "duckdb": {"content/data/duckdb_query.py"},
    "markdown_it": {"texts/markdown.py"},
    "lxml": {"word/", "texts/html.py"},
    "matplotlib": {"charts/"},
    "numpy": {"charts/"},
    "fontTools": {"charts/", "word/"},
    "rich": {"cli/"},
    "pypdf": {"word/", "texts/pdf.py"},
    "xlsxwriter": {"word/", "companion/"},
    "babel": {"messages.py", "numbers/"},
    "distributed": {"batch/crews.py"},
    "cryptography": {"signing.py"},
    "c2pa": {"credentials.py"},
    "pydantic_core": {"content/", "briefing_reader.py"},
    "pydantic": {""},  # what authors and templates type, anywhere
}
MOST_AT_TOP = 12
"""Modules that may stand at the top of a room, beside its inner rooms."""


def name_of(path: Path) -> str:
    """A file's module: reportgen.word.reader; a package goes by its own name."""
    parts = path.relative_to(ROOT.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {name_of(path): path for path in sorted(ROOT.rglob("*.py"))}


@cache
def imported(name: str) -> frozenset[str]:
    """What a module imports, anywhere in it: modules of the package by their names, others as they are told."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(MODULES[name].read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            below = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {module if module in MODULES else node.module for module in below}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return frozenset(found)


def arrows() -> Iterator[tuple[str, str]]:
    """(module, module that it imports), both of the package."""
    for name in MODULES:
        yield from ((name, other) for other in sorted(imported(name)) if other in MODULES)


def layer_of(name: str) -> str:
    """The room or module at the top of the package that a module belongs to."""
    return name.split(".")[1]


def test_every_module_has_a_layer() -> None:
    assert {layer_of(name) for name in MODULES if "." in name} <= set(LAYERS)


def test_imports_point_one_way() -> None:
    wrong = [
        (name, other)
        for name, other in arrows()
        if "." in name and "." in other and LAYERS.index(layer_of(other)) > LAYERS.index(layer_of(name))
    ]
    assert not wrong


def inner(room: str, name: str) -> str:
    """The inner room or module of a room that a module belongs to; __init__ for the room itself."""
    return (*name.split("."), "__init__")[2] if name != f"reportgen.{room}" else "__init__"


def rank(room: str, name: str) -> int:
    """Where a module stands in the order of its room; first where it is not listed, which is an error of its own."""
    return next((number for number, group in enumerate(ROOMS[room]) if inner(room, name) in group), 0)


def within(room: str) -> list[str]:
    return [name for name in MODULES if name == f"reportgen.{room}" or name.startswith(f"reportgen.{room}.")]


def test_every_module_of_a_room_has_its_place() -> None:
    listed = {room: {name for group in groups for name in group} for room, groups in ROOMS.items()}
    unlisted = [(room, inner(room, name)) for room in ROOMS for name in within(room)]
    assert not [(room, name) for room, name in unlisted if name not in listed[room] | {"__init__"}]


def test_imports_inside_a_room_point_one_way() -> None:
    wrong = {
        (name, other)
        for room in ROOMS
        for name in within(room)
        for other in imported(name)
        if other in within(room) and inner(room, name) != inner(room, other)
        if rank(room, other) >= rank(room, name)
    }
    assert not wrong


def test_few_modules_stand_at_the_top_of_a_room() -> None:
    for room in ROOMS:
        assert len([path for path in (ROOT / room).glob("*.py") if path.stem != "__init__"]) <= MOST_AT_TOP, room


def circles(graph: Mapping[str, Iterable[str]]) -> list[tuple[str, ...]]:
    """The groups of modules that import each other in circles, by Tarjan's algorithm."""
    seen: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[tuple[str, ...]] = []

    def visit(name: str) -> None:
        seen[name] = low[name] = len(seen)
        stack.append(name)
        for other in graph.get(name, ()):
            if other not in seen:
                visit(other)
                low[name] = min(low[name], low[other])
            elif other in stack:
                low[name] = min(low[name], seen[other])
        if low[name] == seen[name]:
            group = stack[stack.index(name) :]
            del stack[stack.index(name) :]
            if len(group) > 1 or name in graph.get(name, ()):
                found.append(tuple(sorted(group)))

    for name in graph:
        if name not in seen:
            visit(name)
    return found


def test_circles_are_found() -> None:
    assert circles({"a": "b", "b": "c", "c": "a", "d": "a", "e": ""}) == [("a", "b", "c")]
    assert circles({"a": "b", "b": "cd", "c": "d", "d": ""}) == []


def test_no_modules_import_each_other_in_a_circle() -> None:
    assert circles({name: [other for other in imported(name) if other in MODULES] for name in MODULES}) == []


def test_a_foreign_library_has_one_home() -> None:
    wrong = [
        (file, module)
        for name, path in MODULES.items()
        for module in imported(name)
        if (homes := HOMES.get(module.split(".")[0]))
        if not any((file := path.relative_to(ROOT).as_posix()).startswith(home) for home in homes)
    ]
    assert not wrong


def test_every_foreign_library_is_known() -> None:
    tops = {module.split(".")[0] for name in MODULES for module in imported(name)}
    assert tops - sys.stdlib_module_names - {"reportgen"} <= HOMES.keys()


@pytest.mark.parametrize("name", ["read", "build", "compare", "check"])
def test_no_module_shadows_a_function_of_the_package(name: str) -> None:
    for module in MODULES:
        if not module.endswith("__main__"):
            importlib.import_module(module)
    assert f"reportgen.{name}" not in sys.modules
    assert not isinstance(getattr(reportgen, name, None), ModuleType)


def test_the_architecture_page_tells_every_room_in_this_order() -> None:
    text = (ROOT.parent / "docs" / "architecture.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `")]
    told = [name.removesuffix(".py").removesuffix("/") for row in rows for name in re.findall(r"`([\w/.]+)`", row)]
    top = [name for name in told if "/" not in name]
    assert top == [name for name in LAYERS if name != "__main__"]
    inner = {name for name in told if "/" in name}
    packages = {path.parent.relative_to(ROOT).as_posix() for path in ROOT.glob("*/*/__init__.py")}
    assert packages == inner
