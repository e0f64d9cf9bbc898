"""Records are what `dataclass(frozen=True, slots=True)` makes of the same class."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace
from typing import Any, ClassVar

import pytest

from reportgen.records import keyword_record, record


@record
class Point:
    """A place."""

    x: int
    y: int = 0
    tags: list[str] = field(default_factory=list[str])
    sides: ClassVar[int] = 2


@dataclass(frozen=True, slots=True)
class Standard:
    """The same, as the standard library makes it."""

    x: int
    y: int = 0
    tags: list[str] = field(default_factory=list[str])
    sides: ClassVar[int] = 2


@keyword_record
class Named:
    """Given by name."""

    low: int
    high: int = 9


@keyword_record
class Further(Named):
    """With a field more, and one that is told otherwise."""

    step: int = 1

    def __repr__(self) -> str:
        return f"{self.low}…{self.high}"


@record
class Bounded:
    """Refuses what is out of bounds."""

    value: int

    def __post_init__(self) -> None:
        if self.value < 0:
            raise ValueError(self.value)


@record
class Empty:
    """Holds nothing."""


def test_a_record_takes_its_fields_as_a_dataclass_does() -> None:
    assert (Point(1).x, Point(1).y, Point(1).tags) == (1, 0, [])
    assert Point(1, y=2, tags=["a"]) == Point(1, 2, ["a"])
    assert Point(1).tags is not Point(1).tags
    assert [one.name for one in fields(Point)] == [one.name for one in fields(Standard)]
    assert Point.__match_args__ == Standard.__match_args__
    assert is_dataclass(Point)


@pytest.mark.parametrize("given", [{}, {"x": 1, "z": 2}])
def test_a_field_that_is_missing_or_unknown_is_refused(given: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match="argument"):
        Point(**given)


def test_a_keyword_record_takes_names_only_and_inherits_fields() -> None:
    made: Any = Named
    with pytest.raises(TypeError, match="positional"):
        made(1)
    assert Further(low=1, step=2) == replace(Further(low=3), low=1, step=2)
    assert (repr(Further(low=1)), repr(Named(low=1))) == ("1…9", "Named(low=1, high=9)")


def test_a_record_cannot_be_changed() -> None:
    one: Any = Point(1)
    with pytest.raises(FrozenInstanceError):
        one.x = 2
    with pytest.raises(FrozenInstanceError):
        del one.x
    assert one.x == 1
    assert not hasattr(one, "__dict__")


def test_records_are_equal_and_hashed_by_their_fields_and_type() -> None:
    assert Named(low=1) == Named(low=1, high=9) != Named(low=2)
    assert hash(Named(low=1)) == hash(Named(low=1, high=9))
    assert Named(low=1) != Further(low=1)
    assert Empty() == Empty() != Named(low=1)
    assert len({Empty(), Empty()}) == 1


def test_a_record_says_its_fields() -> None:
    assert repr(Point(1, 2)) == repr(Standard(1, 2)).replace("Standard", "Point")


def test_what_a_record_checks_is_checked() -> None:
    with pytest.raises(ValueError, match="-1"):
        Bounded(-1)


@pytest.mark.parametrize("one", [Point(1, 2, ["a"]), Further(low=1, step=3), Empty()])
def test_a_record_can_be_copied_and_sent_to_another_process(one: object) -> None:
    assert pickle.loads(pickle.dumps(one)) == one
    assert copy.copy(one) == copy.deepcopy(one) == one
