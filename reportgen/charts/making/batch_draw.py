"""Many charts drawn: each one once, from the store where it is kept, by several processes where that pays."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from reportgen.charts.drawing.drawn import Drawing
from reportgen.charts.making.store import Keeping, keys
from reportgen.document import Chart
from reportgen.problems import ContentError, Problem
from reportgen.template.model import Look

if TYPE_CHECKING:
    from concurrent.futures import Future

EACH = 48
"""Charts that a further process must have to draw: to start one costs as much as to draw some forty."""

Attempt = Drawing | tuple[Problem, ...]


def draw_all(
    charts: Sequence[Chart], look: Look, store: Keeping | None, *, fresh: bool = False, ready: Callable[[int], None]
) -> tuple[Drawing, ...]:
    """The drawing of each chart; those alike are drawn once, those kept not at all unless `fresh`.

    `ready` is told the place of each chart once it is there. ContentError with the problems of all charts.
    """
    names = keys(charts, look)
    places: dict[str, list[int]] = {}
    for index, name in enumerate(names):
        places.setdefault(name, []).append(index)
    kept: dict[str, Drawing] = {}
    if store and not fresh:
        kept = {name: picture for name in places if (picture := store.get(name)) is not None}
    missing = {name: charts[at[0]] for name, at in places.items() if name not in kept}
    for name in kept:
        _tell(ready, places[name])
    drawn: dict[str, Attempt] = {**kept}
    order = list(missing)
    for index, attempt in _attempts(list(missing.values()), look):
        drawn[order[index]] = attempt
        _tell(ready, places[order[index]])
    if problems := [problem for each in drawn.values() if not isinstance(each, Drawing) for problem in each]:
        raise ContentError(problems)
    done = {name: each for name, each in drawn.items() if isinstance(each, Drawing)}
    if store and missing:
        _keep(store, missing, done)
    return tuple(done[name] for name in names)


def _tell(ready: Callable[[int], None], places: Sequence[int]) -> None:
    for index in places:
        ready(index)


def _keep(store: Keeping, missing: dict[str, Chart], done: dict[str, Drawing]) -> None:
    """Keep what was drawn, but nothing that took a character from a font of this system."""
    from reportgen.charts.drawing.fonts import settled  # here, since it asks matplotlib

    for name, chart in missing.items():
        if settled(chart):
            store.put(name, done[name])
    store.prune()


def _attempts(charts: Sequence[Chart], look: Look) -> Iterator[tuple[int, Attempt]]:
    """Each chart drawn, with its place. This process draws from the first on, others from the last on: whichever comes
    to a chart draws it, so that a slow start of the others costs little."""
    others = min(os.cpu_count() or 1, len(charts) // EACH) - 1
    if others < 1:
        yield from ((index, _attempt(chart, look)) for index, chart in enumerate(charts))
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # spawn, since a fork would copy locks that threads of this process hold
    with ProcessPoolExecutor(others, mp_context=get_context("spawn")) as pool:
        asked = [pool.submit(_attempt, chart, look) for chart in reversed(charts)][::-1]
        for index, (chart, other) in enumerate(zip(charts, asked, strict=True)):
            yield index, _attempt(chart, look) if other.cancel() else _result(other, chart, look)


def _result(other: Future[Attempt], chart: Chart, look: Look) -> Attempt:
    """What another process drew; drawn here where that process could not start or was ended."""
    from concurrent.futures import BrokenExecutor

    try:
        return other.result()
    except BrokenExecutor:
        return _attempt(chart, look)


def _attempt(chart: Chart, look: Look) -> Attempt:
    from reportgen.charts import draw

    try:
        return draw(chart, look)
    except ContentError as error:
        return error.problems
