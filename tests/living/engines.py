"""Other programs that open a file and save it: what they leave of marks and ledger has to be enough.

LibreOffice and python-docx stand where the tests do; docxcompose, Spire and docx.js where REPORTGEN_ENGINES names a
folder with a virtual environment (`python`) and `node_modules`; a test is skipped, with the reason, where one is not.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
import pytest

FOLDER = Path(os.environ.get("REPORTGEN_ENGINES") or Path(__file__).parents[2] / ".engines")


def _office(data: bytes, *formats: str) -> bytes:
    """The file saved by LibreOffice, in one format after the other."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not on this machine")
    with TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "file.docx"
        file.write_bytes(data)
        for number, form in enumerate(formats):
            out = folder / str(number)
            command = [program, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
            subprocess.run(
                [*command, "--convert-to", form, "--outdir", str(out), str(file)],
                check=True, capture_output=True, timeout=180,
            )  # fmt: skip
            (file,) = out.iterdir()
        return file.read_bytes()


def office(data: bytes) -> bytes:
    return _office(data, "docx")


def office_odt(data: bytes) -> bytes:
    return _office(data, "odt", "docx")


def office_doc(data: bytes) -> bytes:
    return _office(data, "doc", "docx")


def office_rtf(data: bytes) -> bytes:
    return _office(data, "rtf", "docx")


def python_docx(data: bytes) -> bytes:
    saved = BytesIO()
    docx.Document(BytesIO(data)).save(saved)
    return saved.getvalue()


def _elsewhere(script: str, data: bytes, program: str, needs: str) -> bytes:
    """What a script of another program makes of the file: it is told where to read and where to write."""
    if not (FOLDER / needs).exists():
        pytest.skip(f"{needs} is not under REPORTGEN_ENGINES")
    with TemporaryDirectory() as name:
        source, target, code = (Path(name) / each for each in ("in.docx", "out.docx", "script"))
        source.write_bytes(data)
        code.write_text(script, encoding="utf-8")
        command = [str(FOLDER / program) if "/" in program else program, str(code), str(source), str(target)]
        told = {**os.environ, "NODE_PATH": str(FOLDER / "node_modules")}
        done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False, env=told)
        assert done.returncode == 0, done.stderr
        return target.read_bytes()


_COMPOSE = """\
import sys
from docx import Document
from docxcompose.composer import Composer
first = Document()
first.add_paragraph("Cover letter")
composer = Composer(first)
composer.append(Document(sys.argv[1]))
composer.save(sys.argv[2])
"""

_COMPOSE_BEHIND = """\
import sys
from docx import Document
from docxcompose.composer import Composer
composer = Composer(Document(sys.argv[1]))
more = Document()
more.add_paragraph("An annex of another office")
composer.append(more)
composer.save(sys.argv[2])
"""

_SPIRE = """\
import sys
from spire.doc import Document, FileFormat
file = Document()
file.LoadFromFile(sys.argv[1])
file.SaveToFile(sys.argv[2], FileFormat.Docx2016)
"""

_DOCX_JS = """\
const fs = require("fs");
const { patchDocument } = require("docx");
patchDocument({ outputType: "nodebuffer", data: fs.readFileSync(process.argv[2]), patches: {} })
  .then((made) => fs.writeFileSync(process.argv[3], made));
"""


def docxcompose_behind_another(data: bytes) -> bytes:
    return _elsewhere(_COMPOSE, data, "python/bin/python", "python/lib/python3.11/site-packages/docxcompose")


def docxcompose_before_another(data: bytes) -> bytes:
    return _elsewhere(_COMPOSE_BEHIND, data, "python/bin/python", "python/lib/python3.11/site-packages/docxcompose")


def spire(data: bytes) -> bytes:
    return _elsewhere(_SPIRE, data, "python/bin/python", "python/lib/python3.11/site-packages/spire")


def docx_js(data: bytes) -> bytes:
    return _elsewhere(_DOCX_JS, data, "node", "node_modules/docx")


ENGINES: Mapping[str, Callable[[bytes], bytes]] = {
    "LibreOffice": office,
    "LibreOffice, by .odt": office_odt,
    "LibreOffice, by .doc": office_doc,
    "LibreOffice, by .rtf": office_rtf,
    "python-docx": python_docx,
    "docxcompose, as the first file": docxcompose_before_another,
    "docxcompose, behind another file": docxcompose_behind_another,
    "Spire.Doc": spire,
    "docx.js": docx_js,
}
