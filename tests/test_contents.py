"""A document has contents where its author or its template asks for them, or where it is long."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from reportgen.assembly import LONG, draft
from reportgen.briefing_reader import read_look
from reportgen.document import Contents, Document, Heading, Paragraph
from reportgen.word.template.master import Template
from tests.word.documents import document, says

ZH = ("zh",)


def told(asked: bool, paragraphs: int, wanted: bool | None) -> bool:
    """Whether the drawn document has contents."""
    words = Paragraph("body", says(ZH, "很长的一段话。" * 60, ""))
    contents = Contents(says(ZH, "目录", ""), asked=asked)
    long = document(ZH, contents, Heading("a", 1, (1,), says(ZH, "一", "")), *[words] * paragraphs)
    look = read_look("modern").model_copy(update={"contents": wanted})
    documents: Mapping[str, Document] = draft({"zh": replace(long, name="x")}, Template(look)).documents
    return any(isinstance(element, Contents) for element in documents["zh"].elements)


@pytest.mark.parametrize(
    ("asked", "paragraphs", "wanted", "there"),
    [
        (False, 3, None, False),
        (False, 6 * LONG, None, True),
        (False, 6 * LONG, False, False),
        (False, 3, True, True),
        (True, 3, None, True),
        (True, 3, False, True),
    ],
)
def test_contents_stand_where_they_are_asked_for_or_needed(
    asked: bool, paragraphs: int, wanted: bool | None, there: bool
) -> None:
    assert told(asked, paragraphs, wanted) is there


def test_editions_in_one_language_have_contents_alike_where_one_of_them_is_long() -> None:
    """Also where the long one is not made."""
    words = Paragraph("body", says(ZH, "很长的一段话。" * 60, ""))
    contents = Contents(says(ZH, "目录", ""), asked=False)

    def edition(paragraphs: int) -> Document:
        title = Heading("a", 1, (1,), says(ZH, "一", ""))
        return replace(document(ZH, contents, title, *[words] * paragraphs), name="x")

    template = Template(read_look("modern"))
    short, long = {"en": edition(3)}, {"zh": edition(6 * LONG)}
    together = draft({**short, **long}, template).documents
    alone = draft(short, template, others=long).documents
    assert alone["en"] == together["en"]
    assert isinstance(alone["en"].elements[0], Contents)
    assert not isinstance(draft(short, template).documents["en"].elements[0], Contents)
