"""Figures kept from run to run are those that were read, and whatever is odd is read anew."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given

from reportgen import numbers, read
from reportgen.cache import Kept
from reportgen.kept_figures import KeptFigures, data_of, figures_kept, of_data
from reportgen.numbers import FigureError, Quantity
from tests.numbers.strategies import WRITTEN

SHIPPED = Path(__file__).parents[1] / "content"
LEXICON = numbers.read_lexicon({})


def read_again(*_: object, **__: object) -> None:
    pytest.fail("it was read again")


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path, "figures")


@given(WRITTEN)
def test_every_quantity_comes_back_from_json(quantity: Quantity) -> None:
    assert of_data(json.loads(json.dumps(data_of(quantity)))) == quantity


def test_a_figure_that_is_kept_is_not_read_again(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    figures = KeptFigures("key", kept)
    first = figures.read("近4500亿元", LEXICON)
    figures.keep()
    monkeypatch.setattr(numbers, "read", read_again)
    assert KeptFigures("key", kept).read("近4500亿元", LEXICON) == first


@pytest.mark.parametrize(
    "entry", [b"{", b"[]", b'{"178\xe5\xae\xb6": {"Count": []}}', b'{"178\xe5\xae\xb6": {"os": [1]}}']
)
def test_what_is_no_quantity_is_read_anew(kept: Kept, entry: bytes) -> None:
    figures = KeptFigures("key", kept)
    expected = figures.read("178家", LEXICON)
    figures.keep()
    (path,) = kept.folder.rglob("*.figures")
    kept.put(path.stem, entry)
    assert KeptFigures("key", kept).read("178家", LEXICON) == expected


def test_another_key_knows_no_figures(kept: Kept) -> None:
    figures = KeptFigures("key", kept)
    figures.read("178家", LEXICON)
    figures.keep()
    other = KeptFigures("other", kept)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(numbers, "read", read_again)
        with pytest.raises(pytest.fail.Exception):
            other.read("178家", LEXICON)


def test_a_text_that_is_no_figure_is_refused_as_ever(kept: Kept) -> None:
    with pytest.raises(FigureError):
        KeptFigures("key", kept).read("many zones", LEXICON)


def test_facts_are_read_by_what_is_kept(kept: Kept) -> None:
    figures = KeptFigures("key", kept)
    with figures_kept(figures):
        first = read(SHIPPED)
    figures.keep()
    with figures_kept(KeptFigures("key", kept)), pytest.MonkeyPatch.context() as patch:
        patch.setattr(numbers, "read", read_again)
        again = read(SHIPPED)
    assert {name: fact.quantity for name, fact in again.facts.items()} == {
        name: fact.quantity for name, fact in first.facts.items()
    }
