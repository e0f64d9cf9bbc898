"""Kinds of charts by name, each loaded when it is first asked for: a briefing uses few of them."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from importlib import import_module

from reportgen.charts.kind import Kind


class Kinds(MutableMapping[str, Kind]):
    """The kinds called by these names, in their order; `before-after` stands in kinds/before_after.py as KIND."""

    def __init__(self, *names: str) -> None:
        self._loaded: dict[str, Kind | None] = dict.fromkeys(names)

    def __getitem__(self, name: str) -> Kind:
        kind = self._loaded[name]
        if kind is None:
            kind = import_module(f"reportgen.charts.kinds.{name.replace('-', '_')}").KIND
            self._loaded[name] = kind
        return kind

    def __setitem__(self, name: str, kind: Kind) -> None:
        self._loaded[name] = kind

    def __delitem__(self, name: str) -> None:
        del self._loaded[name]

    def __contains__(self, name: object) -> bool:
        return name in self._loaded

    def __iter__(self) -> Iterator[str]:
        return iter(self._loaded)

    def __len__(self) -> int:
        return len(self._loaded)
