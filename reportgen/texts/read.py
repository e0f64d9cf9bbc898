"""A file of any format that is read, by its ending, as passages. What reads a format is loaded with the first file."""

from __future__ import annotations

from pathlib import Path

from reportgen.messages import Message, listing, msg
from reportgen.passages import Passage
from reportgen.texts.refusal import MOST_BYTES, MOST_PASSAGES, TextFileError, too_large

WORD = (".docx", ".dotx", ".docm", ".dotm", ".doc", ".dot")
"""Endings of Word's files; those that hold macros or are of old are refused with a way out."""

PLAIN = (".txt", ".text")
MARKDOWN = (".md", ".markdown")
HTML = (".html", ".htm", ".xhtml")
WORKBOOKS = (".xlsx",)
PDF = (".pdf",)

READ = (*WORD, *PLAIN, *MARKDOWN, *HTML, *WORKBOOKS, *PDF)
"""Every ending of a file that is read, or refused by its own reader."""

_SAVE_AS: dict[str, Message] = {
    **dict.fromkeys((".wps", ".rtf", ".odt", ".pages", ".hwp"), msg("save it as .docx in Word or WPS")),
    **dict.fromkeys((".xls", ".xlsm", ".xlsb", ".et", ".ods", ".csv", ".tsv"), msg("save it as .xlsx in Excel or WPS")),
    **dict.fromkeys((".ppt", ".pptx", ".dps", ".odp"), msg("save it as a PDF")),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".tif", ".tiff"), msg("have its text recognized and saved as text")),
}


def read_passages(path: Path) -> tuple[Passage, ...]:
    """The passages of a file in reading order, empty where it holds none.

    ContentError with a way out where the file is not of its format or not safe to open; OSError where it cannot be
    read at all.
    """
    name, ending = str(path), path.suffix.lower()
    if ending in WORD:
        from reportgen.word.reader import read_text

        found = read_text(path)
    elif ending in WORKBOOKS:
        from reportgen.texts.sheets import read_workbook_text

        found = read_workbook_text(path, name)
    elif ending in PDF:
        from reportgen.texts.pdf import read_pdf

        found = read_pdf(path, name)
    elif ending in (*PLAIN, *MARKDOWN, *HTML):
        found = _read_text(path, name, ending)
    else:
        path.stat()  # a file that is not there is told before what it is called
        listed = listing([".docx", ".md", ".txt", ".html", ".xlsx", ".pdf"], "or")
        told = msg("files that end in {ending} are not read", ending=ending or "''")
        raise TextFileError(name, told, _SAVE_AS.get(ending, msg("save it as {endings}", endings=listed)))
    if len(found) > MOST_PASSAGES:
        raise too_large(name)
    return found


def _read_text(path: Path, name: str, ending: str) -> tuple[Passage, ...]:
    from reportgen.texts.decoding import decoded

    if path.stat().st_size > MOST_BYTES:
        raise too_large(name)
    text = decoded(path.read_bytes(), name)
    if ending in PLAIN:
        from reportgen.texts.plain import read_plain

        return read_plain(text)
    if ending in MARKDOWN:
        from reportgen.texts.markdown import read_markdown

        return read_markdown(text)
    from reportgen.texts.html import read_html

    return read_html(text)
