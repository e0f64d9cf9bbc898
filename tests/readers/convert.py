"""Word files as other programs read them: run by the Python that these are installed in, not by that of the tests.

python convert.py READER FILE... prints a JSON object: what the reader makes of each file, as HTML or Markdown.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path


def mammoth(file: str) -> str:
    """HTML of mammoth, which does without styles that it does not know."""
    from mammoth import convert_to_html  # pyright: ignore

    with Path(file).open("rb") as source:
        return str(convert_to_html(source).value)  # pyright: ignore


def markitdown(file: str) -> str:
    """Markdown."""
    from markitdown import MarkItDown  # pyright: ignore

    return str(MarkItDown().convert(file).markdown)  # pyright: ignore


def pandoc(file: str) -> str:
    """HTML of the pandoc that pypandoc brings."""
    from pypandoc import get_pandoc_path  # pyright: ignore

    command = [str(get_pandoc_path()), file, "--from=docx", "--to=html", "--wrap=none"]  # pyright: ignore
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


READERS: dict[str, Callable[[str], str]] = {"mammoth": mammoth, "markitdown": markitdown, "pandoc": pandoc}

if __name__ == "__main__":
    read = READERS[sys.argv[1]]
    json.dump({file: read(file) for file in sys.argv[2:]}, sys.stdout)
