"""Frozen dataclasses with slots, as `dataclass(frozen=True, slots=True)` makes them, at a tenth of what it costs.

The standard library writes and compiles six functions for each class whenever a program starts, and reads each field's
type, which for two hundred classes is a tenth of a rebuild. Here only `__init__` is compiled, when the first record is
made; the other functions are the same for every class. What reads dataclasses (fields, replace, match) reads these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields, replace
from operator import attrgetter
from reprlib import recursive_repr
from typing import Any, NoReturn, TypeVar, cast, dataclass_transform

_RecordT = TypeVar("_RecordT")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[_RecordT]) -> type[_RecordT]:
    """The class as a frozen dataclass with slots. All its fields are taken, compared and hashed, in their order."""
    return _made(cls, keyword=False)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def keyword_record(cls: type[_RecordT]) -> type[_RecordT]:
    """A record whose fields are given by their names alone."""
    return _made(cls, keyword=True)


@dataclass(init=False, repr=False, eq=False)
class _Standard:
    """Where the marks are found by which the standard library knows its own classes and their fields."""

    one: int


_PARAMS: Any = getattr(_Standard, "__dataclass_params__")  # noqa: B009
_SORT: Any = getattr(fields(_Standard)[0], "_field_type")  # noqa: B009


def _made(cls: Any, *, keyword: bool) -> Any:
    above = cls.__mro__[1:-1]
    known: dict[str, Field[Any]] = {}
    for base in reversed(above):
        known |= base.__dict__.get("__dataclass_fields__", {})
    inside = {name: value for name, value in cls.__dict__.items() if name not in ("__dict__", "__weakref__")}
    for name, typed in cls.__annotations__.items():
        if not str(typed).startswith("ClassVar"):
            known[name] = _field(name, typed, inside.pop(name, MISSING), keyword=keyword)
    own = tuple(known.values())
    taken = {slot for base in above for slot in base.__dict__.get("__slots__", ())}
    inside |= {
        "__slots__": tuple(name for name in known if name not in taken),
        "__match_args__": tuple(one.name for one in own if not one.kw_only),
        "__dataclass_fields__": known,
        "__dataclass_params__": _PARAMS,
    }
    inside |= {name: function for name, function in _functions(own).items() if inside.get(name) is None}
    if cls.__repr__ is object.__repr__:
        inside["__repr__"] = _repr
    made: Any = type(cls)(cls.__name__, cls.__bases__, inside)
    made.__qualname__ = cls.__qualname__
    made.__init__ = _init_at_first(made, own)
    return made


def _field(name: str, typed: Any, given: Any, *, keyword: bool) -> Field[Any]:
    """A field as the standard library tells it, of what stands behind its name in the class."""
    told: Any = cast("Any", given) if isinstance(given, Field) else field(default=given)
    told.name, told.type, told.kw_only, told._field_type = name, typed, keyword, _SORT
    return told


def _functions(own: tuple[Field[Any], ...]) -> Mapping[str, Callable[..., Any]]:
    """What every record has, where its class does not say it otherwise."""
    values = attrgetter(*(one.name for one in own)) if own else _nothing

    def equal(self: object, other: object) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: object) -> int:
        return hash(values(self))

    return {"__eq__": equal, "__hash__": hashed, **_SHARED}


def _nothing(_: object) -> tuple[()]:
    return ()


def _init_at_first(made: Any, own: tuple[Field[Any], ...]) -> Callable[..., None]:
    """An `__init__` that is compiled when the first record is made: most classes of a run have none."""

    def first(self: Any, *values: Any, **named: Any) -> None:
        made.__init__ = _init(made, own)
        made.__init__(self, *values, **named)

    return first


def _init(made: Any, own: tuple[Field[Any], ...]) -> Callable[..., None]:
    """What takes the fields in their order, or by name, and puts them into the slots."""
    known: dict[str, Any] = {"MISSING": MISSING}
    taken, named = ["self"], ["*"]
    steps: list[str] = []
    for one in own:
        name, default = one.name, ""
        known[f"put_{name}"] = getattr(made, name).__set__
        if one.default is not MISSING:
            known[f"default_{name}"], default = one.default, f"=default_{name}"
        elif one.default_factory is not MISSING:
            known[f"make_{name}"], default = one.default_factory, "=MISSING"
            steps.append(f"if {name} is MISSING: {name} = make_{name}()")
        (named if one.kw_only else taken).append(name + default)
        steps.append(f"put_{name}(self, {name})")
    if hasattr(made, "__post_init__"):
        steps.append("self.__post_init__()")
    head, body = ", ".join(taken + named * (len(named) > 1)), "\n    ".join(steps or ["pass"])
    exec(f"def __init__({head}):\n    {body}", known)  # as dataclasses does
    made_init: Callable[..., None] = known["__init__"]
    made_init.__qualname__ = f"{made.__qualname__}.__init__"
    return made_init


# ---- what is the same for every record ---------------------------------------------------------


def _read_only(self: object, name: str, value: object = None) -> NoReturn:
    raise FrozenInstanceError(f"cannot change field {name!r}")


@recursive_repr()
def _repr(self: Any) -> str:
    told = ", ".join(f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr)
    return f"{type(self).__qualname__}({told})"


def _state(self: Any) -> list[Any]:
    return list(_values(self))


def _restore(self: Any, state: list[Any]) -> None:
    for one, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, one.name, value)


def _values(self: Any) -> Iterator[Any]:
    return (getattr(self, one.name) for one in fields(self))


def _replaced(self: Any, /, **changes: Any) -> Any:
    return replace(self, **changes)


_SHARED: dict[str, Callable[..., Any]] = {
    "__replace__": _replaced,
    "__setattr__": _read_only,
    "__delattr__": _read_only,
    "__getstate__": _state,
    "__setstate__": _restore,
}
