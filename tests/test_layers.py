"""The walls of the house: imports point one way, and each foreign library has one home."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import reportgen

ROOT = Path(reportgen.__file__).parent
LAYERS = (
    "messages", "problems", "cache", "numbers", "languages", "document", "outline", "template", "charts", "content", "voice",
    "blocks", "briefing_reader", "schema", "compose", "checks", "passages", "word", "table_units", "text_compare",
    "rules", "generated", "problem_formats", "mends", "pipeline", "manifest", "batch", "cli", "__main__",
)  # fmt: skip
HOMES = {
    "yaml": {"content/source.py"},
    "openpyxl": {"content/workbook.py"},
    "docx": {"word/"},
    "lxml": {"word/"},
    "matplotlib": {"charts/"},
    "numpy": {"charts/"},
    "fontTools": {"charts/", "word/"},
    "rich": {"cli/"},
    "pypdf": {"word/"},
    "xlsxwriter": {"word/"},
}


def imports() -> Iterator[tuple[str, str]]:
    """Every import in the package: (file, imported module)."""
    for path in sorted(ROOT.rglob("*.py")):
        file = path.relative_to(ROOT).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
                yield file, node.module
                yield from ((file, f"{node.module}.{name.name}") for name in node.names if node.module == "reportgen")
            elif isinstance(node, ast.Import):
                yield from ((file, name.name) for name in node.names)


def layer(file: str) -> int:
    return LAYERS.index(file.split("/")[0].removesuffix(".py"))


def test_every_module_has_a_layer() -> None:
    files = {path.relative_to(ROOT).parts[0].removesuffix(".py") for path in ROOT.rglob("*.py")}
    assert files - {"__init__"} <= set(LAYERS)


def test_imports_point_one_way() -> None:
    wrong = [
        (file, module)
        for file, module in imports()
        if module.startswith("reportgen.") and file != "__init__.py" and module.split(".")[1] in LAYERS
        if LAYERS.index(module.split(".")[1]) > layer(file)
    ]
    assert not wrong


def test_a_foreign_library_has_one_home() -> None:
    wrong = [
        (file, module)
        for file, module in imports()
        if (homes := HOMES.get(module.split(".")[0])) and not any(file.startswith(home) for home in homes)
    ]
    assert not wrong
