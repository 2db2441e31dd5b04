"""The set-up of a records folder: who can open what is sealed there, and how long things are kept."""

import json
import re
from pathlib import Path
from typing import NamedTuple

from screen.core.problem import Refused
from screen.core.written import written
from screen.storage.records.chain import CHAIN
from screen.storage.records.disk import PART, read_file, save_over
from screen.storage.records.place import check_place
from screen.storage.sealed import sealed, unsealed

SETUP_FILE = "setup.json"
FORMAT = 1
"""Raise it when the way a records folder is written changes."""

ANEW = "Set it up again: htscreen records setup. What is sealed stays as it is."
_KIND = "htscreen_records"
_HOURS, _DAYS = 720, 9999
_LEFT = (".lock", PART)
"""What a set-up leaves that was interrupted."""
_RECIPIENT = re.compile("age1[0-9a-z]{58}")


class Setup(NamedTuple):
    """Recipients of what is sealed; hours until a draft expires; days after which a record may be purged.

    `drilled`: the recipients of whom it was tried that they can open it.
    """

    recipients: tuple[str, ...]
    draft_hours: int = 24
    retention_days: int = 30
    drilled: tuple[str, ...] = ()


def read_setup(folder: Path) -> Setup | None:
    """The set-up of a folder; None if it was never set up. Raises Refused, also for a folder that is not safe."""
    try:
        content = read_file(folder / SETUP_FILE)
    except (FileNotFoundError, NotADirectoryError):
        _check_free(folder)
        return None
    except OSError as error:
        raise _unreadable(folder, error) from error
    check_place(folder)
    kind, value = unsealed(content)
    if kind != _KIND:
        if not is_ours(folder):
            raise Refused(folder / SETUP_FILE, "it is another tool's.", "Name another folder with --records.")
        raise Refused(folder / SETUP_FILE, "it is damaged.", ANEW)
    try:
        told = json.loads(value)
        if told["format"] != FORMAT:
            raise Refused(folder, "a newer htscreen set it up.", "Update htscreen.")
        setup = Setup(tuple(told["recipients"]), told["draft_hours"], told["retention_days"], tuple(told["drilled"]))
        is_whole = 1 <= setup.draft_hours <= _HOURS and 0 <= setup.retention_days <= _DAYS
        is_whole = is_whole and all(map(_RECIPIENT.fullmatch, setup.recipients))
    except (TypeError, KeyError, ValueError, RecursionError):
        raise Refused(folder / SETUP_FILE, "it says something else than a set-up does.", ANEW) from None
    if not (is_whole and setup.recipients):
        raise Refused(folder / SETUP_FILE, "it names nobody who can open what is sealed, or no such time.", ANEW)
    return setup


def is_ours(folder: Path) -> bool:
    """Whether the folder is htscreen's though its set-up cannot be read: damaged, or gone from beside a chain."""
    path = folder / SETUP_FILE
    try:
        return f'"{_KIND}":'.encode() in read_file(path) if path.exists() else (folder / CHAIN).exists()
    except OSError:
        return (folder / CHAIN).exists()


def setup_line(setup: Setup) -> bytes:
    """The set-up as its file holds it."""
    return sealed(_KIND, {"format": FORMAT, **written(setup._asdict())}).encode("utf-8")


def save_setup(folder: Path, setup: Setup, name: str) -> None:
    """Put the set-up into the folder, where the chain says so already. `name`: of a part. Raises OSError."""
    save_over(folder / SETUP_FILE, folder / f"{name}{PART}", setup_line(setup))


def _check_free(folder: Path) -> None:
    """Raise Refused if there is something at that place that is no empty folder."""
    try:
        taken = any(each.suffix not in _LEFT for each in folder.iterdir())
    except FileNotFoundError:
        if folder.is_symlink():
            raise Refused(folder, "a symbolic link stands in place of the folder.", "Name the folder itself.") from None
        return
    except OSError as error:
        raise _unreadable(folder, error) from error
    check_place(folder)
    if (folder / CHAIN).exists():
        raise Refused(folder / SETUP_FILE, "it is gone, and the chain is there.", ANEW)
    if taken:
        raise Refused(folder, f"the folder holds other things and no {SETUP_FILE}.", "Name a new folder.")


def _unreadable(folder: Path, error: OSError) -> Refused:
    fault = f"it cannot be read: {(error.strerror or str(error)).lower()}."
    return Refused(folder, fault, "Give this account the right to read it, or name another folder.")
