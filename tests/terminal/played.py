"""The screening at a console made of text: quick enough to try every key, with all that was written as one text."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import StringIO

from screen.core.book import Book
from screen.core.encounter import Person
from screen.core.screening import Screening
from screen.core.shape.policy import Contact
from screen.reports.facts import Result
from screen.terminal.console import Console
from screen.terminal.desk import Desk
from screen.terminal.encounter import meet
from tests.terminal.keys import Replies, asked, reply_to

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
START = Screening()


class Tty(StringIO):
    """Text that says it is a terminal."""

    def isatty(self) -> bool:
        return True


class Officer(Tty):
    """Types what is told at each item, `always` before it, and at the end the last lines; then the terminal closes."""

    def __init__(self, book: Book, out: Tty, replies: Replies, always: Sequence[str], last: Sequence[str]) -> None:
        super().__init__()
        self.book, self.out, self.replies, self.always = book, out, replies, always
        self.waiting: list[str] = []
        self.last = list(last)
        self.place = 0
        self.looked: set[str] = set()

    def readline(self, _: int | None = -1, /) -> str:  # type: ignore[override] # as StringIO's own
        """The next line typed; the terminal echoes its end."""
        told, self.place = self.out.getvalue()[self.place :], self.out.tell()
        if not self.waiting and (item := asked(self.book, told)) is not None:
            self.waiting = [*self.always] if item not in self.looked else []
            self.waiting += reply_to(self.book, item, self.replies)
            self.looked.add(item)
        source = self.waiting or self.last
        line = f"{source.pop(0)}\n" if source else ""
        self.out.write("\n")
        return line


def _meet(book: Book, console: Console, start: Screening, contacts: tuple[Contact, ...] | None) -> None:
    def save(_: Result, __: datetime, name: str) -> str:
        return name or "note-ABCD-EFGH.md"

    everyone = book.rulebook.contacts if contacts is None else contacts
    meet(Desk(console, book, lambda: NOON, lambda: everyone, save), (Person(NOON, start),))


def played(
    book: Book,
    *lines: str,
    start: Screening = START,
    plain: bool = False,
    contacts: tuple[Contact, ...] | None = None,
) -> str:
    """All that is written while an officer types these lines and then closes the terminal."""
    out, typed = Tty(), Tty("".join(f"{line}\n" for line in lines))
    _meet(book, Console(out, typed, plain=plain, styled=False), start, contacts)
    return out.getvalue()


def walked(
    book: Book,
    replies: Replies,
    *,
    always: Sequence[str] = (),
    last: Sequence[str] = ("", "m", "n", "", "q"),
    start: Screening = START,
    plain: bool = False,
) -> str:
    """All that is written while an officer replies to each item, looks at all pages of the end, and leaves."""
    out = Tty()
    officer = Officer(book, out, replies, always, last)
    _meet(book, Console(out, officer, plain=plain, styled=False), start, None)
    return out.getvalue()
