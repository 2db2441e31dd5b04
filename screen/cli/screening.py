"""The screening as a command: from start to end page, without the parser, which costs more than all the rest."""

from pathlib import Path
from typing import TYPE_CHECKING

from screen.cli.opening import contacts_of, now, open_local_or_say, open_rulebook
from screen.core.book import Book
from screen.core.screening import Known, Screening
from screen.terminal.console import open_console
from screen.terminal.desk import Desk
from screen.terminal.encounter import meet

if TYPE_CHECKING:
    from datetime import datetime

    from screen.core.shape.policy import Contact
    from screen.core.walk import Ask
    from screen.reports.facts import Result


def start_screening(
    *,
    plain: bool = False,
    secondary: bool = False,
    note: Path | None = None,
    record: Path | None = None,
    rulebook: Path | None = None,
    ask: "Ask | None" = None,
) -> None:
    """Lead an officer through an encounter. Raises Unreadable, KeyboardInterrupt."""
    console = open_console(plain=plain)
    loaded = open_rulebook(rulebook)
    book = Book(loaded.book)
    start = Screening((Known("place", "secondary", at=now()),)) if secondary and "place" in book.fact else Screening()

    def contacts() -> "tuple[Contact, ...]":
        return contacts_of(book, open_local_or_say(console))

    def save(result: "Result", began: "datetime", name: str) -> str:
        from screen.cli.noting import save_note

        return save_note(result, loaded.sha256, began, name)

    people = meet(Desk(console, book, now, contacts, save, note, record is not None), start, ask)
    if record is not None:
        from screen.cli.recording import save_run

        console.write(save_run(book, people, record))
