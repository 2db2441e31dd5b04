"""The set-up of a records folder: who can open what is sealed there, and how long things are kept."""

import json
from pathlib import Path
from typing import NamedTuple

from screen.core.problem import Refused
from screen.core.written import written
from screen.storage.records.disk import read_file, save_over
from screen.storage.records.place import check_place

SETUP_FILE = "setup.json"
FORMAT = 1
"""Raise it when the way a records folder is written changes."""


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
    try:
        told = json.loads(content)
        if told["htscreen_records"] > FORMAT:
            raise Refused(folder, "a newer htscreen set it up.", "Update htscreen.")
        drilled = tuple(told["drilled"])
        setup = Setup(tuple(told["recipients"]), int(told["draft_hours"]), int(told["retention_days"]), drilled)
    except (ValueError, TypeError, KeyError):
        remedy = "Set it up again: htscreen records setup. What is sealed stays as it is."
        raise Refused(folder / SETUP_FILE, "it is damaged, or another tool's.", remedy) from None
    if not setup.recipients:
        raise Refused(folder / SETUP_FILE, "it names nobody who can open what is sealed.", "Set it up again.")
    return setup


def save_setup(folder: Path, setup: Setup, name: str) -> None:
    """Put the set-up into the folder. `name`: of a part. Raises OSError."""
    text = json.dumps({"htscreen_records": FORMAT, **written(setup._asdict())}, indent=2)
    save_over(folder / SETUP_FILE, folder / f"{name}.part", text.encode("utf-8"))


def _check_free(folder: Path) -> None:
    """Raise Refused if there is something at that place that is no empty folder."""
    try:
        taken = any(folder.iterdir())
    except FileNotFoundError:
        if folder.is_symlink():
            raise Refused(folder, "a symbolic link stands in place of the folder.", "Name the folder itself.") from None
        return
    except OSError as error:
        raise _unreadable(folder, error) from error
    check_place(folder)
    if taken:
        raise Refused(folder, f"the folder holds other things and no {SETUP_FILE}.", "Name a new folder.")


def _unreadable(folder: Path, error: OSError) -> Refused:
    fault = f"it cannot be read: {(error.strerror or str(error)).lower()}."
    return Refused(folder, fault, "Give this account the right to read it, or name another folder.")
