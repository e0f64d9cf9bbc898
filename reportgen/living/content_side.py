"""The content as it is now, told as the edition that a file is of: what its figures and words are held against."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import cast, get_args

from reportgen.content.model import Layout
from reportgen.decimals import exact
from reportgen.document import Document
from reportgen.ledger import Ledger, ledger_of
from reportgen.messages import msg
from reportgen.pipeline import Plan, Ready, prepare
from reportgen.problems import ChoiceError
from reportgen.records import record
from reportgen.word.body.context import file_digits


@record
class ContentSide:
    """A content folder as one of its editions tells it now; nothing is drawn."""

    ready: Ready
    document: Document
    ledger: Ledger


def content_side(folder: Path, ledger: Ledger, template: str | None = None) -> ContentSide:
    """The edition that a file's ledger is of, in the layout that it has, as the content tells it now.

    `template` is a name as `build` takes it; None is the one that the briefing names. ContentError with every problem
    where the content cannot be built; ChoiceError where it is another briefing's, or has no such edition.
    """
    return content_sides(folder, [ledger], template)(ledger)


Sides = Callable[[Ledger], ContentSide]
"""What tells the side of each of several files."""


def content_sides(folder: Path, ledgers: Sequence[Ledger], template: str | None = None) -> Sides:
    """The same for the ledgers of several files, when each is asked for: the content is read once for a layout."""
    editions = tuple(dict.fromkeys(ledger.edition for ledger in ledgers))

    @cache
    def ready(layout: Layout | None) -> Ready:
        with exact():
            return prepare(folder, Plan(editions, template, layout))

    return lambda ledger: _side(ready(_layout(ledger)), ledger)


def _layout(ledger: Ledger) -> Layout | None:
    return cast("Layout", ledger.layout) if ledger.layout in get_args(Layout) else None


def _side(ready: Ready, ledger: Ledger) -> ContentSide:
    if str(ready.briefing.about.id) != ledger.briefing:
        known = {"file": ledger.briefing, "content": str(ready.briefing.about.id)}
        raise ChoiceError(msg("the file is of the briefing '{file}', and the content is '{content}'", **known))
    document = ready.documents[ledger.edition]
    return ContentSide(ready, document, told(document, ready.template.look.name))


def lost_side(folder: Path, digits: str, template: str | None = None) -> ContentSide | None:
    """The edition whose files have marks of these digits, for a file that has lost its ledger; None for none.

    ContentError where the content cannot be built.
    """
    with exact():
        ready = prepare(folder, Plan(template=template))
    for document in ready.documents.values():
        if file_digits(document) == digits:
            return ContentSide(ready, document, told(document, ready.template.look.name))
    return None


def told(document: Document, template: str = "") -> Ledger:
    """What a file of the document would keep, with the digits of its marks."""
    return ledger_of(document, template, file_digits(document))
