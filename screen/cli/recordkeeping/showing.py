"""Showing: one record, a draft by its PIN or a sealed one by an identity, as case note, JSON, or a page."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from screen.cli.codes import FOUND
from screen.cli.noting import around_here
from screen.cli.opening import now
from screen.cli.practising.putting import save_page
from screen.cli.recordkeeping.editions import book_for
from screen.cli.recordkeeping.found import drafts_in, place_at, sealed_in, talking, unreadable
from screen.cli.recordkeeping.keys import identities_at
from screen.cli.recordkeeping.unlocking import unlock
from screen.cli.reference import note_name, plain_of
from screen.core.codewords import head_code
from screen.core.problem import Refused
from screen.reports.note import markdown
from screen.reports.records.page import record_page
from screen.reports.records.recorded import record_of
from screen.reports.records.text import record_text
from screen.storage.noted import save_text
from screen.storage.records.disk import PART
from screen.storage.records.ledger import AGE, read_chain
from screen.storage.records.opened import read_draft
from screen.storage.records.unsealed import read_record
from screen.terminal.console import Closed, Hidden, calmly

if TYPE_CHECKING:
    from collections.abc import Callable

    from screen.core.record import Record
    from screen.storage.records.drafts import Found
    from screen.terminal.console import Console


class Wanted(NamedTuple):
    """Which record, in which folder, and what opens it."""

    name: str
    folder: Path | None
    keys: tuple[Path, ...]
    rulebook: Path | None


class Shown(NamedTuple):
    """A record, and the head code of the chain once it held it; "" of a draft, or outside the chain."""

    record: "Record"
    head: str


def show_record(wanted: Wanted, *, as_json: bool, html: Path | None, plain: bool) -> int:
    """Print one record, or write it as a page; the exit code. Raises Refused, Unreadable, KeyboardInterrupt."""

    def put(console: "Console", shown: Shown) -> int:
        if html is not None:
            return save_page(console, html, record_page(shown.record, shown.head))
        if as_json:
            print(record_text(shown.record).rstrip())
        elif sys.stdout.isatty():
            calmly(console, "Turn the screen away. Enter shows it > ", "Nothing is changed.")
            console.write(_notes(shown))
        else:
            print(_notes(shown))
        return 0

    return _with(wanted, put, plain=plain)


def note_record(wanted: Wanted, file: Path | None, *, plain: bool) -> int:
    """Write the case note of one record into a new file; the exit code. Raises Refused, Unreadable."""

    def put(console: "Console", shown: Shown) -> int:
        path = file or Path(note_name(shown.record.reference))
        try:
            save_text(path, _notes(shown))
        except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
            fault = f"it cannot be written: {(getattr(error, 'strerror', None) or str(error)).lower()}."
            raise Refused(path, fault, "Name another file.") from error
        console.write(f"Written to {path}. Delete it once it is in the official system.")
        return 0

    return _with(wanted, put, plain=plain)


def _with(wanted: Wanted, put: "Callable[[Console, Shown], int]", *, plain: bool) -> int:
    """What is done with the record, once it is open. Talk goes to standard error."""
    talk = talking(plain=plain)
    try:
        return put(talk, _opened(talk, wanted))
    except (Closed, Hidden):
        talk.write("Left.")
        return FOUND


def _notes(shown: Shown) -> str:
    notes = "\n".join(markdown(person.note) for person in shown.record.people)
    sealed = f"\nSealed as {shown.record.reference}. Head code: {shown.head}\n" if shown.head else ""
    return notes + sealed


def _opened(console: "Console", wanted: Wanted) -> Shown:
    path = Path(wanted.name)
    if path.suffix == AGE or os.path.isfile(path):  # noqa: PTH113 - which fails at no name, however long
        return Shown(_sealed(console, path, wanted), "")
    place = place_at(wanted.folder)
    name = plain_of(wanted.name)
    draft = next((each for each in drafts_in(place.folder) if plain_of(each.name) == name), None)
    if draft is not None:
        return Shown(_draft(console, draft, wanted), "")
    link = next((each for each in sealed_in(place.folder) if plain_of(each.reference) == name), None)
    if link is None:
        raise Refused(wanted.name, "no record has this reference.", "htscreen records list names all there are.")
    digest = next(line.digest for line in read_chain(place.folder)[0] if line.link == link)
    path = place.folder / link.file
    return Shown(
        _sealed(console, path if path.exists() else path.with_suffix(PART), wanted), head_code(link.number, digest)
    )


def _sealed(console: "Console", path: Path, wanted: Wanted) -> "Record":
    if not wanted.keys:
        raise Refused(wanted.name, "it is sealed, and this laptop cannot open it.", "Where the key is: --identity FILE")
    try:
        return read_record(path, identities_at(console, wanted.keys))
    except OSError as error:
        raise unreadable(path, error) from error


def _draft(console: "Console", found: "Found", wanted: Wanted) -> "Record":
    try:
        opened = unlock(console, lambda pin: read_draft(found, pin))
    except OSError as error:
        raise unreadable(found.path, error) from error
    if not opened.is_whole:
        console.write("A piece of it was cut or changed; what is whole is shown.")
    fitted = book_for(console, opened.opening, opened.party, wanted.rulebook)
    return record_of(fitted.book, fitted.opening, fitted.party, around_here(), now())
