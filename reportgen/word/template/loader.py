"""Finds a template by its name: a look, or a person's Word file. A look alone never loads lxml."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reportgen.briefing_reader import WORD_FILES, read_look
from reportgen.messages import msg
from reportgen.word.template.master import Template


def open_template(name: str, base: str = "modern") -> Template:
    """The template called `name`: a built-in one, a folder with a look.yaml, or a Word file; ContentError for none."""
    if not name.lower().endswith(WORD_FILES):
        return Template(read_look(name))
    from reportgen.word.ooxml.package_reader import WordFileError, open_word
    from reportgen.word.template.adopt import read_master

    if not Path(name).is_file():
        raise WordFileError(
            name, msg("there is no such file"), msg("name a .docx file, a folder with a look.yaml, or a template")
        )
    return read_master(open_word(Path(name)), read_look(base))


def finishing(template: Template) -> Callable[[bytes], bytes]:
    """The last step of every file in a template: into a person's own styles, where the template is their file."""
    master = template.master
    if master is None:
        return bytes
    from reportgen.word.template.apply_template import apply_template

    return lambda data: apply_template(data, master)
