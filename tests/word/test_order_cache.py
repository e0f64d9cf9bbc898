"""The order of figures is found once for the same heights, and anew where one has changed or an entry is damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.cache import Kept
from reportgen.word.pages import order_cache
from reportgen.word.pages.order import Passed
from reportgen.word.pages.order_cache import kept_order
from tests.word.test_filling import FIGURE, PAGE, flowing, text


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The heights of pages for which an order was looked for."""
    heights: list[float] = []

    def noted(editions: object, height: float) -> Passed:
        heights.append(height)
        return {"a": 2}

    monkeypatch.setattr(order_cache, "one_order", noted)
    return heights


def test_the_same_heights_have_their_order_from_before(tmp_path: Path, asked: list[float]) -> None:
    kept = Kept(tmp_path, "json")
    one = flowing([*text(), FIGURE], [100, 300])
    assert [kept_order([one], PAGE, kept) for _ in range(2)] == [{"a": 2}, {"a": 2}]
    assert asked == [PAGE]
    higher = flowing([*text(), FIGURE], [115, 300])
    kept_order([higher], PAGE, kept)
    kept_order([one], PAGE + 1, kept)
    assert asked == [PAGE, PAGE, PAGE + 1]


def test_an_entry_of_another_make_is_none(tmp_path: Path, asked: list[float]) -> None:
    kept = Kept(tmp_path, "json")
    one = flowing(text(), [100])
    kept_order([one], PAGE, kept)
    for path in tmp_path.glob("*/*"):
        kept.put(path.stem, b"[1]")
    assert kept_order([one], PAGE, kept) == {"a": 2}
    assert len(asked) == 2
