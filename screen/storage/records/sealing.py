"""Sealing: an encounter becomes one age file, named by the chain; then its draft goes."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from screen.core.problem import Refused
from screen.storage.records.age import seal
from screen.storage.records.chain import SEALED, SETUP, Link
from screen.storage.records.disk import PART, forget, make_folder, rename, save_new
from screen.storage.records.draft import Draft
from screen.storage.records.ledger import AGE, NEXT, Head, add, holding, is_named
from screen.storage.records.place import check_place
from screen.storage.records.setup import SETUP_FILE, Setup, read_setup, setup_line

Content = Callable[[int | None, str, tuple[str, ...]], bytes]
"""What is sealed, for its number, the hash before it, and the recipients; None and "" outside a chain."""


class Wanted(NamedTuple):
    """What is to be sealed: its reference, a random name for the file, the moment, and its content."""

    reference: str
    name: str
    at: datetime
    content: Content


def seal_record(folder: Path, wanted: Wanted, draft: Draft | None) -> Head:
    """Seal the record into the folder and forget its draft; the head that now holds it.

    It is sealed once the chain says so, and not before. What comes after that may fail without loss, and is put right
    by the next window that holds the chain. It is for those for whom the folder is set up at that moment. Raises
    Refused, InUse, OSError; then nothing is sealed, and the draft is there.
    """
    part, whole = (folder / f"{wanted.name}{suffix}" for suffix in (PART, AGE))

    def link(number: int, previous: str) -> Link:
        message = seal(wanted.content(number, previous, recipients), recipients)
        save_new(part, message)
        digest = sha256(message).hexdigest()
        return Link(number, SEALED, wanted.at, previous, wanted.reference, whole.name, digest, len(message))

    with holding(folder, wanted.name):
        setup = read_setup(folder)
        if setup is None:
            raise Refused(folder, "it is no longer set up.", "Set records up again: htscreen records setup.")
        recipients = setup.recipients
        try:
            head = add(folder, link)
        except OSError:
            with suppress(OSError):
                if not is_named(folder, whole.name):
                    forget(part)
            raise
        with suppress(OSError):
            if draft is not None:
                draft.finish()
        with suppress(OSError):
            rename(part, whole)
    return head


def seal_elsewhere(folder: Path, wanted: Wanted, recipients: tuple[str, ...]) -> Path:
    """Seal the record into another folder, outside the chain; its path. Raises Refused, OSError."""
    path = folder / f"{wanted.name}{AGE}"
    save_new(path, seal(wanted.content(None, "", recipients), recipients))
    return path


def set_up(folder: Path, setup: Setup, name: str, at: datetime) -> Head:
    """Set the folder up, or up anew: what is sealed from here on is for these recipients, and the chain says so.

    Raises Refused, InUse, OSError.
    """
    make_folder(folder)
    check_place(folder)
    with holding(folder, name):
        line = setup_line(setup)
        save_new(folder / NEXT, line)
        told = Link(0, SETUP, at, "", sha256=sha256(line).hexdigest(), recipients=setup.recipients)
        head = add(folder, lambda number, previous: told._replace(number=number, previous=previous))
        rename(folder / NEXT, folder / SETUP_FILE)
    return head
