"""The screening as a command: from start to end page, without the parser, which costs more than all the rest."""

from pathlib import Path
from typing import TYPE_CHECKING

from screen.cli.codes import Interrupted
from screen.cli.dump import forbid_dump
from screen.cli.opening import contacts_of, now, open_local_or_say, open_rulebook
from screen.cli.recordkeeping.starting import keeping_at_start, place_at_start
from screen.core.book import Book
from screen.core.encounter import Person
from screen.core.screening import Known, Screening
from screen.terminal.console import Closed, open_console
from screen.terminal.desk import Desk
from screen.terminal.encounter import meet

if TYPE_CHECKING:
    from datetime import datetime

    from screen.core.encounter import Party
    from screen.core.shape.policy import Contact
    from screen.core.walk import Ask
    from screen.reports.facts import Result
    from screen.reports.records.recorded import Around
    from screen.terminal.console import Console


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
    forbid_dump()
    console = open_console(plain=plain)
    loaded = open_rulebook(rulebook)
    book = Book(loaded.book)
    desk = desk_of(console, book, loaded.sha256)._replace(note=note, is_recorded=record is not None)
    try:
        desk = desk if ask is not None else _kept(desk, loaded.sha256)
    except Closed:
        console.write("Left. Nothing was kept.")
        return
    start = Screening((Known("place", "secondary", at=now()),)) if secondary and "place" in book.fact else Screening()
    party = lead(desk, (Person(now(), start),), ask)
    if record is not None:
        from screen.cli.recording import save_run

        console.write(save_run(book, tuple(person.screening for person in party), record))


def desk_of(console: "Console", book: Book, sha256: str) -> Desk:
    """The desk of this laptop, on which nothing is kept but the notes that an officer asks for."""

    def contacts() -> "tuple[Contact, ...]":
        return contacts_of(book, open_local_or_say(console))

    def save(result: "Result", began: "datetime", name: str) -> str:
        from screen.cli.noting import save_note

        return str(save_note(result, sha256, began, name)[0])

    return Desk(console, book, now, contacts, save)


def lead(desk: Desk, party: "Party", ask: "Ask | None" = None) -> "Party":
    """Lead an officer through an encounter. Raises KeyboardInterrupt, or Interrupted where something is kept."""
    try:
        return meet(desk, party, ask)
    except KeyboardInterrupt:
        if desk.keeper.seals:
            raise Interrupted(f"Left. {desk.keeper.words}") from None
        raise


def _kept(desk: Desk, sha256: str) -> Desk:
    """The desk with what keeps the answers, where records are set up and the officer gives a PIN. Raises Closed."""
    place = place_at_start(desk.console) if desk.console.is_live else None
    if place is None:
        return desk
    from screen.cli.recordkeeping.keeping import Bench
    from screen.cli.reference import reference

    def around() -> "Around":
        from screen.cli.noting import around_here

        return around_here()

    bench = Bench(desk.console, place, desk.book, desk.now, around)
    keeping = keeping_at_start(bench, sha256, reference())
    return desk if keeping is None else desk._replace(keeper=keeping, save=keeping.save)
