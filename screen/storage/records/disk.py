"""The disk, as records use it: what a call has changed is there after a loss of power, or it raises OSError.

Files can be read by this account alone, folders be entered by it alone, whatever the umask; on Windows both have the
rights of the folder they are in. A symbolic link is never followed.
"""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

PART = ".htspart"
"""What ends the name of a file that is not whole yet: a suffix that no other program gives."""

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL
_BINARY = getattr(os, "O_BINARY", 0)
"""On Windows a descriptor would else change line ends."""
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)


def make_folder(folder: Path) -> None:
    """Make the folder, and those above it that are missing; one that is there becomes this account's alone."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(mode=0o700, exist_ok=True)
        each.chmod(0o700)
    for each in missing:
        sync_folder(each.parent)
    if not missing:
        folder.chmod(0o700)


def read_file(path: Path) -> bytes:
    """All bytes of a file."""
    with open_file(path) as file:
        return file.read()


def open_file(path: Path) -> BinaryIO:
    """A file to read; of what is none, such as a pipe, nobody waits for any."""
    file = os.fdopen(os.open(path, os.O_RDONLY | _BINARY | _NO_LINK | _NO_WAIT), "rb")
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError(errno.EINVAL, "it is no file")
    return file


def save_new(path: Path, content: bytes) -> None:
    """Write a new file; FileExistsError if there was one before. What a failure leaves is deleted, if it can be."""
    number = os.open(path, _NEW | _BINARY | _NO_LINK, 0o600)
    try:
        try:
            if hasattr(os, "fchmod"):
                os.fchmod(number, 0o600)
            _write(number, content)
            os.fsync(number)
        finally:
            os.close(number)
        sync_folder(path.parent)
    except OSError:
        with suppress(OSError):
            os.unlink(path)  # noqa: PTH108 - as below
        raise


def write_at(path: Path, place: int, content: bytes) -> None:
    """Write from a place in a file on; there the file ends."""
    number = os.open(path, os.O_WRONLY | _BINARY | _NO_LINK)
    try:
        os.lseek(number, place, os.SEEK_SET)
        _write(number, content)
        os.ftruncate(number, place + len(content))
        os.fsync(number)
    finally:
        os.close(number)


def rename(old: Path, new: Path) -> None:
    """Give a file another name in its folder, in place of whatever had it."""
    os.replace(old, new)  # noqa: PTH105 - so that one shim over `os` meets all that touches the disk
    sync_folder(new.parent)


def save_over(path: Path, part: Path, content: bytes) -> None:
    """Put the content in place of what the file holds, whole or not at all. `part` is a name in the same folder."""
    save_new(part, content)
    rename(part, path)


def forget(path: Path) -> None:
    """Delete a file that may be gone already."""
    try:
        os.unlink(path)  # noqa: PTH108 - as rename
    except FileNotFoundError:
        return
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make sure that the names in a folder are there after a loss of power. Windows does that by itself."""
    if os.name == "nt":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _write(number: int, content: bytes) -> None:
    """All of the content; the system may take it in parts."""
    left = memoryview(content)
    while left:
        left = left[os.write(number, left) :]
