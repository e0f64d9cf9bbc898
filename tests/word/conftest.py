"""The shipped look, and the sample briefing drawn once in every edition."""

from __future__ import annotations

import pytest

from reportgen.briefing_reader import read_look
from reportgen.template.model import Look
from reportgen.word.body.render import render
from tests.word.documents import EDITIONS, PICTURES


@pytest.fixture(scope="session")
def look() -> Look:
    return read_look("modern")


@pytest.fixture(scope="session")
def drawn(look: Look) -> dict[str, bytes]:
    """The sample briefing as Word files, by edition."""
    return {name: render(document, look, PICTURES) for name, document in EDITIONS.items()}
