"""The screening as a command: from start to end page, without the parser, which costs more than all the rest."""

from pathlib import Path
from typing import TYPE_CHECKING

from screen.cli.opening import contacts_of, now, open_local, open_rulebook
from screen.core.book import Book
from screen.core.problem import Unreadable
from screen.core.screening import Known, Screening
from screen.terminal.console import open_console
from screen.terminal.encounter import Desk, meet

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
    rulebook: Path | None = None,
    ask: "Ask | None" = None,
) -> None:
    """Lead an officer through an encounter. Raises Unreadable, KeyboardInterrupt."""
    console = open_console(plain=plain)
    loaded = open_rulebook(rulebook)
    book = Book(loaded.book)
    start = Screening((Known("place", "secondary", at=now()),)) if secondary and "place" in book.fact else Screening()

    def contacts() -> "tuple[Contact, ...]":
        try:
            local = open_local()
        except Unreadable as unreadable:
            console.write(f"Local file left out: {unreadable.problems[0]}")
            local = None
        return contacts_of(book, local)

    def save(result: "Result", person: int, began: "datetime", name: str) -> str:
        from screen.cli.noting import save_note  # noqa: PLC0415 - at the end of a walk, not at its start

        return save_note(result, loaded.sha256, person, began, name)

    meet(Desk(console, book, now, contacts, save, note), start, ask)
