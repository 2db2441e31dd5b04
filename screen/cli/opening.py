"""Opening: the rulebook, the local file and the clock that every command starts from."""

import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from screen.core.book import Book
from screen.core.problem import Unreadable
from screen.storage.cache import cache_folder
from screen.storage.shipped import shipped_folder
from screen.storage.twin import Loaded, load_rulebook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from screen.core.problem import Problem
    from screen.core.shape.local import Local
    from screen.core.shape.policy import Contact
    from screen.core.shape.rulebook import Rulebook
    from screen.terminal.console import Console


def rulebook_path(path: Path | None) -> Path:
    """The rulebook asked for: the option, else HTSCREEN_RULEBOOK, else the shipped one."""
    named = path or os.environ.get("HTSCREEN_RULEBOOK")
    return Path(named) if named else shipped_folder()


def open_rulebook(path: Path | None = None) -> Loaded:
    """The rulebook, checked. Raises Unreadable."""
    found = rulebook_path(path)
    return load_rulebook(found, cache_folder(), _checks, shipped=found == shipped_folder())


def open_book(path: Path | None = None) -> Book:
    """The rulebook, ready for reckoning. Raises Unreadable."""
    return Book(open_rulebook(path).book)


def _checks() -> "Callable[[Rulebook], Iterable[Problem]]":
    from screen.core.checks import check_book

    return check_book


def program_version() -> str:
    """The version in pyproject.toml; "not installed" in a bare copy of the folder."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("htscreen")
    except PackageNotFoundError:
        return "not installed"


def now() -> datetime:
    """The moment it is, with the zone of this laptop."""
    return datetime.now().astimezone()


def open_local() -> "Local | None":
    """The port's own file: HTSCREEN_LOCAL, else htscreen.yaml in the home folder's .config; None without one.

    Raises Unreadable.
    """
    named = os.environ.get("HTSCREEN_LOCAL")
    path = Path(named) if named else Path.home() / ".config" / "htscreen" / "local.yaml"
    if not named and not path.is_file():
        return None
    from screen.core.shape.local import Local
    from screen.storage.reading import read

    return read(path, Local)


def open_local_or_say(console: "Console") -> "Local | None":
    """The port's own file; None without one, and if it is faulty, which is said in one sentence and stops nothing."""
    try:
        return open_local()
    except Unreadable as unreadable:
        console.write(f"Local file left out: {unreadable.problems[0]}")
        return None


def contacts_of(book: Book, local: "Local | None") -> "tuple[Contact, ...]":
    """The port's own numbers first, then the rulebook's contacts in their order."""
    return (*_own(local), *book.rulebook.contacts)


def _own(local: "Local | None") -> "tuple[Contact, ...]":
    if local is None:
        return ()
    from screen.core.shape.local import LocalContact
    from screen.core.shape.policy import Contact

    lines = (*(LocalContact(title=f"Protocol: {line}") for line in local.protocol), *local.contacts)
    return tuple(
        Contact.model_validate(
            {
                "id": f"local.{number}",
                "title": contact.title,
                "purpose": "this port's own",
                "numbers": contact.numbers,
                "hours": contact.hours or "by port protocol",
                "languages": "local",
                "for": contact.for_,
                "source": "the port's local file",
                "called": "yes",
            }
        )
        for number, contact in enumerate(lines, start=1)
    )
