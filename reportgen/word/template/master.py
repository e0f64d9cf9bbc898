"""A Word file that a person made, as a template: what a build takes from it. How it is put on is in
apply_template.py.

Taken: styles, page, headers and footers with their pictures, theme, page borders. Its text is not: no body, no notes,
no comments, no macros, nothing that leads out of the file but links that a reader would click.
Not here: how such a file is read (adopt.py) and found (loader.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reportgen.problems import Problem
from reportgen.records import record
from reportgen.template.model import Look

if TYPE_CHECKING:
    from reportgen.word.ooxml.package_reader import Relationship
    from reportgen.word.template.matching import StyleMatches


@record
class Story:
    """A header or footer: which, on which pages, its XML, and where it leads: (relation, kind, target, external)."""

    kind: str
    pages: str
    xml: bytes
    relations: tuple[Relationship, ...]


@record
class Master:
    """What is taken from a person's file, made harmless; and what was found on the way."""

    name: str
    styles: bytes
    matched: StyleMatches
    theme: bytes
    stories: tuple[Story, ...]
    pictures: Mapping[str, bytes]  # by their names in the new file
    borders: bytes
    first_page: bool
    even_pages: bool
    findings: tuple[Problem, ...]


@record
class Template:
    """A look, and the Word file that it was suited to where the template is one."""

    look: Look
    master: Master | None = None
