"""Things called by their names, each loaded when it is first asked for: a briefing uses few of what there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, MutableMapping
from typing import Generic, TypeVar

_ThingT = TypeVar("_ThingT")


class Registry(MutableMapping[str, _ThingT], Generic[_ThingT]):
    """The things called by these names, in their order; `load` gives one by its name."""

    def __init__(self, load: Callable[[str], _ThingT], *names: str) -> None:
        self._load = load
        self._loaded: dict[str, _ThingT | None] = dict.fromkeys(names)

    def __getitem__(self, name: str) -> _ThingT:
        thing = self._loaded[name]
        if thing is None:
            thing = self._loaded[name] = self._load(name)
        return thing

    def __setitem__(self, name: str, thing: _ThingT) -> None:
        self._loaded[name] = thing

    def __delitem__(self, name: str) -> None:
        del self._loaded[name]

    def __contains__(self, name: object) -> bool:
        return name in self._loaded

    def __iter__(self) -> Iterator[str]:
        return iter(self._loaded)

    def __len__(self) -> int:
        return len(self._loaded)
