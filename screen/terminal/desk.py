"""The desk: all that an encounter needs from outside, as one value."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from screen.terminal.console import Console
from screen.terminal.keeper import Keeper, Memory

if TYPE_CHECKING:
    from screen.core.book import Book
    from screen.core.shape.policy import Contact
    from screen.reports.facts import Result


class Desk(NamedTuple):
    """The console, the rulebook, the clock, the contacts, and a place for notes.

    `contacts` is called only when a page is shown. `save` takes a result, when its screening began, and a file name
    or "" for one of its own; it returns the name written, or raises OSError. `note`: where each person's note goes
    without asking. `is_recorded`: the answers go to a file once the officer leaves. `keeper`: keeps them as they come.
    """

    console: Console
    book: "Book"
    now: Callable[[], datetime]
    contacts: "Callable[[], tuple[Contact, ...]]"
    save: "Callable[[Result, datetime, str], str]"
    note: Path | None = None
    is_recorded: bool = False
    keeper: Keeper = Memory()
