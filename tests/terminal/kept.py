"""A real terminal in which what an officer enters is kept: the program with a quick way to wrap, and its folder."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Self

from screen.core.book import Book
from screen.core.encounter import Party, Person
from screen.core.record import Screened
from screen.core.screening import Answer, Screening
from screen.storage.records.drafts import find_drafts
from screen.storage.records.ledger import read_chain
from screen.storage.records.opened import read_draft
from screen.storage.records.unsealed import read_record
from tests.program import Program
from tests.storage.records.made import KEYS, PIN, made
from tests.terminal.live import Live

QUICK = Path(__file__).parent.parent / "storage" / "records" / "program.py"


class Kept(Live):
    """The program where records are set up. A screening begins behind its PIN."""

    command = (str(QUICK),)
    first: tuple[str, ...] = ()
    """What is typed before the first question."""

    def __enter__(self) -> Self:
        super().__enter__()
        self.type(*self.first)
        return self


class Unprivileged(Kept):
    """The same without the rights of root, for whom nothing is forbidden."""

    before = () if os.geteuid() else ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all")


def begin(program: Program, folder: Path, *arguments: str, kind: type[Kept] = Kept) -> Kept:
    """A screening that is being kept in this folder."""
    live = kind(program, *arguments, HTSCREEN_RECORDS=str(folder))
    live.first = (PIN, "")
    return live


def resumed(program: Program, folder: Path, *arguments: str) -> Kept:
    """A draft that is gone on with, the first there is."""
    live = Kept(program, "records", "resume", *arguments, HTSCREEN_RECORDS=str(folder))
    live.first = (PIN,)
    return live


def set_up(folder: Path) -> Path:
    """The folder, set up for the keys of the tests, and tried."""
    made(folder)
    return folder


def drafted(folder: Path) -> Party:
    """What the one draft of a folder keeps."""
    (found,) = find_drafts(folder)
    opened = read_draft(found, PIN)
    assert opened.is_whole
    return opened.party


def sealed(folder: Path) -> tuple[Screening, ...]:
    """The screenings in the one sealed record of a folder, without the moments."""
    (link,) = [line.link for line in read_chain(folder)[0] if line.link and line.link.kind == "sealed"]
    return people(read_record(folder / link.file, KEYS[1:]).people)


def people(party: Iterable[Person | Screened]) -> tuple[Screening, ...]:
    """The screenings of these people, without the moments at which they answered."""
    timeless = []
    for each in party:
        entries = tuple(entry._replace(at=None) for entry in each.screening.entries)
        aside = tuple(entry._replace(at=None) for entry in each.screening.aside)
        timeless.append(each.screening._replace(entries=entries, aside=aside))
    return tuple(timeless)


def answered(party: Party) -> list[str]:
    """The items answered, of the last person."""
    return [entry.item for entry in party[-1].screening.entries if isinstance(entry, Answer)]


def number_of(book: Book, item: str, option: str) -> str:
    """The digit of an option."""
    return str([each.id for each in book.item[item].options].index(option) + 1)
