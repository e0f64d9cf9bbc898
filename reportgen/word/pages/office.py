"""A LibreOffice that stays: started when a process first needs it, asked again and again, ended with the process.

A second `soffice` with the profile of one that runs hands its request over and comes back when that is done; a document
that is held open keeps the first one from ending after a request. What came of a request is told by the files that are
there then, since the exit code is 0 for files that are not.
"""

from __future__ import annotations

import atexit
import hashlib
import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from threading import Lock

from reportgen.word.pages.engine import identity, system_fonts
from reportgen.word.pages.font_config import with_own_fonts

STAYS = os.name == "posix"
"""Whether it is kept. Elsewhere nothing is sure to end it where this process is killed: each request has its own."""

_HELD = "held.txt"

READY = 30
"""Seconds to wait until it is seen to hold its document; where file locking is switched off that is never seen."""

_WATCH = 'trap "" TERM; read -r told; kill -s TERM 0; rm -rf -- "$1" "$2"; kill -s KILL 0'
"""A shell that waits for a word of this process, or for the end of all words, which comes also where this process is
killed. Then it ends its process group, which LibreOffice's programs belong to, and clears away what they leave."""


class Office:
    """A LibreOffice with a profile and a folder of its own, and what `environment` adds to this process's."""

    def __init__(self, soffice: Path, environment: Mapping[str, str], of: object) -> None:
        self.of = of
        self._home = Path(mkdtemp(prefix="reportgen-office-"))
        temporary, profile = self._home / "tmp", self._home / "profile"
        temporary.mkdir()
        self._command = [str(soffice), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
        told = {**os.environ, **environment, "TMPDIR": str(temporary)}
        self._environment = with_own_fonts(told, self._home)
        self._watch = _watch(self._home, profile) if STAYS else None
        self._held: subprocess.Popen[bytes] | None = None
        self._waited = False

    def start(self) -> None:
        """Begin to open the document that is held open."""
        held = self._home / _HELD
        held.write_text("held open\n", encoding="ascii")
        self._held = self._begun(["--nodefault", str(held)], output=subprocess.DEVNULL)

    def wait(self, timeout: float) -> None:
        """Wait, the first time, until the document is open, or until LibreOffice has ended for some reason.

        A request before that would be done, and LibreOffice would then end, since nothing is open.
        """
        opened = self._home / f".~lock.{_HELD}#"
        end = time.monotonic() + (0 if self._waited else min(timeout, READY))
        self._waited = True
        while self.alive and not opened.exists() and time.monotonic() < end:
            time.sleep(0.01)

    @property
    def alive(self) -> bool:
        """Whether it takes requests; where it does not, each starts and ends one of its own."""
        return self._held is not None and self._held.poll() is None

    def ask(
        self, arguments: Sequence[str], timeout: float, done: Callable[[], int]
    ) -> subprocess.CompletedProcess[bytes]:
        """A request, done: what it said, and its exit code."""
        with self._begun(arguments, output=subprocess.PIPE) as asked:
            try:
                said, complaints = _waited_for(asked, timeout, done)
            except BaseException:  # a Ctrl-C too
                asked.kill()
                raise
        return subprocess.CompletedProcess(asked.args, asked.returncode, said, complaints)

    def close(self) -> None:
        """End it, whatever it is at, and clear its folder away."""
        if self._watch is not None:
            with suppress(OSError):
                self._watch.communicate(b"end\n")
        if self._held is not None:
            self._held.wait()
        rmtree(self._home, ignore_errors=True)

    def _begun(self, arguments: Sequence[str], *, output: int) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [*self._command, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            env=self._environment,
            process_group=self._watch.pid if self._watch else None,
        )


def _waited_for(asked: subprocess.Popen[bytes], timeout: float, done: Callable[[], int]) -> tuple[bytes, bytes]:
    """What was said in the end; TimeoutExpired where nothing more was `done` for so long."""
    before = done()
    while True:
        try:
            return asked.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            if (now := done()) == before:
                raise
            before = now


def _watch(home: Path, profile: Path) -> subprocess.Popen[bytes]:
    """The shell that ends it. LibreOffice names the socket of a profile by a hash of the profile's address."""
    address = profile.as_uri().encode("utf-16-le")
    named = "".join(f"{byte:x}" for byte in hashlib.md5(address, usedforsecurity=False).digest())
    socket = f"/tmp/OSL_PIPE_{os.getuid()}_SingleOfficeIPC_{named}"
    command = ["/bin/sh", "-c", _WATCH, "watch", str(home), socket]
    return subprocess.Popen(command, stdin=subprocess.PIPE, process_group=0)


_kept: list[Office] = []
_one_request = Lock()


def ask(
    soffice: Path,
    arguments: Sequence[str],
    *,
    timeout: float,
    done: Callable[[], int],
    environment: Mapping[str, str] | None = None,
    alone: bool = False,
) -> subprocess.CompletedProcess[bytes]:
    """A request to this process's LibreOffice, which is started where it does not run yet, has died, or is another one.

    `alone` asks one that has done nothing before and does nothing after. OSError where it cannot be started;
    TimeoutExpired, after which it is ended, where `done` counts nothing more for so long.
    """
    if alone or not STAYS:
        office = Office(soffice, environment or {}, None)
        try:
            return office.ask(arguments, timeout, done)
        finally:
            office.close()
    with _one_request:
        try:
            office = _running(soffice, environment or {})
            office.wait(timeout)
            return office.ask(arguments, timeout, done)
        except BaseException:
            end()
            raise


def begin(soffice: Path) -> None:
    """Start this process's LibreOffice, which will be asked soon, and come back while it starts."""
    if STAYS and _one_request.acquire(blocking=False):  # else another thread has it at work
        try:
            with suppress(OSError):  # one that cannot be started is for the request to tell
                _running(soffice, {})
        finally:
            _one_request.release()


def _running(soffice: Path, environment: Mapping[str, str]) -> Office:
    """The one that runs. It has read the fonts when it started: with others, another is started."""
    of = os.getpid(), str(soffice), _deciding(environment), *identity(soffice), *system_fonts()
    if not (_kept and _kept[0].of == of and _kept[0].alive):
        end()
        _kept.append(Office(soffice, environment, of))
        _kept[0].start()
    return _kept[0]


def _deciding(environment: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """What of an environment decides how files are laid out: its fonts, its language, whose it is."""
    names = "FONTCONFIG_", "LC_", "LANG", "HOME", "XDG_", "SAL_"
    return tuple(sorted((name, said) for name, said in {**os.environ, **environment}.items() if name.startswith(names)))


@atexit.register
def end() -> None:
    """End this process's LibreOffice, where one runs."""
    while _kept:
        _kept.pop().close()


os.register_at_fork(after_in_child=_kept.clear) if STAYS else None
