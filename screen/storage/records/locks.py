"""Locks: who may write now. The system frees the lock of a process that has ended, however it ended."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from filelock import FileLock

LOCK = ".lock"
"""Beside a draft: held by the window that writes it."""

WAIT = 5.0
"""Seconds after which whoever holds the chain must be stuck."""
_POLL = 0.002


class InUse(Exception):  # noqa: N818 - that is what the file is
    """Another window has it."""


def hold(path: Path, wait: float = 0.0) -> "FileLock":
    """The lock of this name, held. `release` frees it, or the end of a `with`. Raises InUse, OSError."""
    from filelock import FileLock, Timeout  # noqa: PLC0415 - dear to import, and not needed before the first answer

    path.parent.stat()  # a folder that was taken away is not made anew, as the library would
    lock = FileLock(path, timeout=wait, mode=0o600, poll_interval=_POLL, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        raise InUse from None
    return lock


def is_free(path: Path) -> bool:
    """Whether no window has the draft at this path, as far as can be told."""
    lock = path.with_suffix(LOCK)
    if not lock.exists():
        return True
    try:
        hold(lock).release()
    except InUse:
        return False
    except OSError:
        return True  # as on a copy that cannot be written to
    return True


def forget_lock(path: Path) -> None:
    """Delete what the lock of a draft left. It does no harm if that cannot be, or somebody holds it."""
    with suppress(OSError):
        path.with_suffix(LOCK).unlink()
