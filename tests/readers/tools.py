"""The programs that tests look through: where they are, and that a test is skipped, or fails, where one is not.

`.ci/readers` installs them into the folder that REPORTGEN_READERS names, `.readers` in the checkout if it names none.
"""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

HERE = Path(__file__).parent
FOLDER = Path(os.environ.get("REPORTGEN_READERS") or HERE.parent.parent / ".readers")


def missing(what: str) -> None:
    """Skip the test that needs it; fail where all readers were promised."""
    if os.environ.get("REPORTGEN_REQUIRE_READERS"):
        pytest.fail(f"{what} was promised (REPORTGEN_REQUIRE_READERS) and is not here")
    pytest.skip(f"{what} is not on this machine: .ci/readers installs it")


def program(name: str) -> str:
    """A program of the folder."""
    path = FOLDER / "python" / "bin" / name
    if not path.exists():
        missing(name)
    return str(path)


def converted(reader: str, files: Mapping[str, Path]) -> dict[str, str]:
    """What a reader of convert.py makes of files, by their names."""
    command = [program("python"), str(HERE / "convert.py"), reader, *map(str, files.values())]
    done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
    assert done.returncode == 0, done.stderr
    told: dict[str, str] = json.loads(done.stdout)
    return {name: told[str(path)] for name, path in files.items()}


def previewed(files: Mapping[str, Path], folder: Path) -> dict[str, str]:
    """What docx-preview draws of files in Chromium, by their names, as HTML."""
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    modules = FOLDER / "node_modules"
    if browser is None:
        missing("Chromium")
    if not (modules / "docx-preview").exists():
        missing("docx-preview")
    page = (HERE / "preview.html").read_text(encoding="utf-8")
    page = page.replace("JSZIP", (modules / "jszip/dist/jszip.min.js").as_uri())
    page = page.replace("PREVIEW", (modules / "docx-preview/dist/docx-preview.min.js").as_uri())
    data = {name: base64.b64encode(path.read_bytes()).decode() for name, path in files.items()}
    source = folder / "preview.html"
    source.write_text(page.replace("FILES", json.dumps(data)), encoding="utf-8")
    options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
    options += [f"--user-data-dir={folder / 'profile'}", "--virtual-time-budget=120000", "--dump-dom"]
    done = subprocess.run(
        [str(browser), *options, source.as_uri()], capture_output=True, text=True, timeout=180, check=False
    )
    assert 'id="done"' in done.stdout, done.stderr[-2000:]
    drawn = re.split(r'<hr data-file="([^"]+)">', done.stdout)
    return dict(zip(drawn[1::2], drawn[2::2], strict=True))
