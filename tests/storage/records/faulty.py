"""Faults put into the few calls of the disk: a kill or an error at the n-th write, fsync, rename or unlink."""

import errno
import os
import signal
from collections.abc import Callable
from typing import Any

import pytest

from screen.storage.records import disk

TOUCHING = ("open", "write", "fsync", "replace", "unlink", "ftruncate", "close")
"""The calls that change something or make it last; `close` and `open` beside them, where a disk may fail too."""


Strike = Callable[[str, tuple[Any, ...]], None]
"""What happens at the call: it gets the name, and what the call was given."""


class Shim:
    """Stands in for `os` in the module that touches the disk, and does something at one of its calls."""

    def __init__(self, at: int, strike: Strike) -> None:
        self.at, self.strike, self.count = at, strike, 0

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever `os` has
        real = getattr(os, name)
        if name not in TOUCHING:
            return real

        def call(*given: Any, **named: Any) -> Any:  # noqa: ANN401
            self.count += 1
            if self.count == self.at:
                self.strike(name, given)
            return real(*given, **named)

        return call


def kill(_: str, __: tuple[Any, ...]) -> None:
    """End at once, before the call."""
    os.kill(os.getpid(), signal.SIGKILL)


def kill_half(name: str, given: tuple[Any, ...]) -> None:
    """End at once, in the middle of a write."""
    if name == "write":
        number, content = given
        os.write(number, content[: len(content) // 2])
        os.fsync(number)
    os.kill(os.getpid(), signal.SIGKILL)


def failing(code: int) -> Strike:
    """An error of the system, after half of a write."""

    def strike(name: str, given: tuple[Any, ...]) -> None:
        if name == "write":
            os.write(given[0], given[1][: len(given[1]) // 2])
        if name == "close":
            os.close(given[0])
        raise OSError(code, os.strerror(code))

    return strike


FULL, IO, ROFS, ACCESS = (failing(code) for code in (errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES))


def in_child(work: Callable[[Callable[[int], object]], object], shim: Shim) -> tuple[int, bool]:
    """Do work in a process of its own, with the shim; how far it says it came, and whether it was killed."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        code = 1
        try:
            vars(disk)["os"] = shim
            work(lambda number: os.write(writer, bytes([number])))
            code = 0
        finally:
            os._exit(code)
    os.close(writer)
    with os.fdopen(reader, "rb") as told:
        reached = told.read()
    _, status = os.waitpid(child, 0)
    assert status == 0 or os.WTERMSIG(status) == signal.SIGKILL, "it failed otherwise than by the kill"
    return (reached[-1] if reached else 0), status != 0


def struck(monkeypatch: pytest.MonkeyPatch, shim: Shim) -> Shim:
    """Put the shim in place in this process."""
    monkeypatch.setattr(disk, "os", shim)
    return shim
