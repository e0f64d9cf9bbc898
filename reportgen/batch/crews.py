"""Who makes rows: this process, several processes of this machine, or the workers of a dask scheduler. The same
function everywhere (make.py).
"""

from __future__ import annotations

from collections.abc import Collection, Generator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from contextlib import contextmanager
from typing import Any, Protocol

from reportgen.batch.make import Made, make
from reportgen.batch.parcel import Parcel
from reportgen.content.batch_rows import BatchRow
from reportgen.extras import need
from reportgen.messages import Message, msg

DASK = "dask:"
"""What stands before the address of a scheduler."""

SECONDS = 20
"""How long a scheduler, and the first of its workers, may take to answer."""


class CrewError(OSError):
    """A crew that cannot work at all; the message says why."""

    def __init__(self, told: Message) -> None:
        super().__init__(told)
        self.told = told

    def __str__(self) -> Message:
        return self.told


class Crew(Protocol):
    """Makes rows at a distance. `size` is how many are at work at once."""

    size: int

    def submit(self, rows: Sequence[BatchRow]) -> Any:
        """A future of what becomes of the rows; its result raises where the worker was lost."""
        ...

    def first(self, futures: Collection[Any]) -> Collection[Any]:
        """Those that are done, one at least."""
        ...

    def drop(self, futures: Collection[Any]) -> None:
        """Nobody waits for them any more."""
        ...


class Alone:
    """This process, one row after the other."""

    size = 1

    def __init__(self, parcel: Parcel) -> None:
        self._parcel = parcel

    def submit(self, rows: Sequence[BatchRow]) -> Future[tuple[Made, ...]]:
        """Done when it comes back."""
        future: Future[tuple[Made, ...]] = Future()
        future.set_result(make(self._parcel, rows))
        return future

    def first(self, futures: Collection[Any]) -> Collection[Any]:
        """All of them."""
        return futures

    def drop(self, futures: Collection[Any]) -> None:
        """There is nothing to stop."""


_held: list[Parcel] = []
"""The parcel that a process of a pool was started with: it travels once, not with each row."""


def _start(parcel: Parcel) -> None:
    _held[:] = [parcel]


def _make_held(rows: Sequence[BatchRow]) -> tuple[Made, ...]:
    return make(_held[0], rows)


class Pool:
    """Processes of this machine. One that dies takes the others with it; new ones are started for what is left."""

    def __init__(self, parcel: Parcel, size: int) -> None:
        self.size = size
        self._parcel = parcel
        self._executor = self._started()

    def _started(self) -> Executor:
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        # spawn, since a fork would copy locks that threads of this process hold
        context = get_context("spawn")
        return ProcessPoolExecutor(self.size, mp_context=context, initializer=_start, initargs=(self._parcel,))

    def submit(self, rows: Sequence[BatchRow]) -> Future[tuple[Made, ...]]:
        """Begun as soon as a process is free."""
        try:
            return self._executor.submit(_make_held, rows)
        except BrokenExecutor:
            self.close()
            self._executor = self._started()
            return self._executor.submit(_make_held, rows)

    def first(self, futures: Collection[Any]) -> Collection[Any]:
        """Those that are done."""
        return wait(futures, return_when=FIRST_COMPLETED).done

    def drop(self, futures: Collection[Any]) -> None:
        """Those that have not begun are not."""
        for future in futures:
            future.cancel()

    def close(self) -> None:
        """End the processes, once they have done what they are at."""
        self._executor.shutdown(cancel_futures=True)


class Dask:
    """The workers of a dask scheduler; whatever machine they stand on, the parcel travels to each once, as bytes."""

    def __init__(self, parcel: Parcel, client: Any) -> None:
        self._client = client
        self.size = max(1, sum(client.nthreads().values()))
        self._parcel = client.scatter(parcel, broadcast=True, hash=False)

    def submit(self, rows: Sequence[BatchRow]) -> Any:
        """Begun as soon as a worker is free. Two that are alike are two: what was lost is made again."""
        return self._client.submit(make, self._parcel, tuple(rows), pure=False)

    def first(self, futures: Collection[Any]) -> Collection[Any]:
        """Those that are done. CrewError where the scheduler is gone."""
        import distributed

        waiting: Any = getattr(distributed, "wait")  # noqa: B009 - its types are those of coroutines too
        if self._client.status != "running":
            raise CrewError(msg("the scheduler is gone; what is finished is kept, --resume makes the rest"))
        with self._client.as_current():
            return waiting(list(futures), return_when="FIRST_COMPLETED").done

    def drop(self, futures: Collection[Any]) -> None:
        """They are not made where nobody has begun."""
        self._client.cancel(list(futures))


@contextmanager
def crew(parcel: Parcel, jobs: int, executor: str = "") -> Generator[Crew]:
    """The crew that is asked for, sent home at the end; CrewError where a scheduler or its workers do not answer."""
    if executor:
        with _scheduler(executor.removeprefix(DASK)) as client:
            yield Dask(parcel, client)
    elif jobs == 1:
        yield Alone(parcel)
    else:
        pool = Pool(parcel, jobs)
        try:
            yield pool
        finally:
            pool.close()


@contextmanager
def _scheduler(address: str) -> Generator[Any]:
    need("dask", "distributed")
    from distributed import Client

    try:
        client: Any = Client(address, timeout=SECONDS, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        message = msg("no dask scheduler answers at {address}: {reason}", address=address, reason=str(error))
        raise CrewError(message) from error
    try:
        try:
            client.wait_for_workers(1, timeout=SECONDS)
        except TimeoutError as error:
            raise CrewError(msg("the dask scheduler at {address} has no workers", address=address)) from error
        yield client
    finally:
        client.close(timeout=SECONDS)
