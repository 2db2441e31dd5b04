"""Recorded: an encounter as what is sealed of it, and as what a draft of it shows."""

from typing import TYPE_CHECKING, NamedTuple

from screen.core.record import FORMAT, Record, Screened
from screen.reports.document import document
from screen.reports.facts import result_of
from screen.reports.note import Encounter, case_note

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from screen.core.book import Book
    from screen.core.encounter import Opening, Party, Person


class Around(NamedTuple):
    """What stands around an encounter: where it was, and what the program is."""

    port: str
    lane: str
    program: str


def record_of(book: "Book", opening: "Opening", party: "Party", around: Around, now: "datetime") -> Record:
    """The record of these people, outside any chain, for nobody yet, not sealed."""
    return Record(
        FORMAT, opening.reference, None, "", opening.began, None, around.port, around.lane, opening.edition,
        opening.sha256, around.program, (),
        tuple(_screened(book, opening, party, number, around, now) for number in range(len(party))),
    )  # fmt: skip


def reference_of(reference: str, number: int) -> str:
    """How the note of one person of an encounter is named: the second is `K7Q2-MX4D-2`."""
    return reference if number == 0 else f"{reference}-{number + 1}"


def _screened(
    book: "Book", opening: "Opening", party: "Party", number: int, around: Around, now: "datetime"
) -> Screened:
    person = party[number]
    result = result_of(book, person.screening, now)
    ended = max(filter(None, _times(person)), default=now)
    encounter = Encounter(
        reference_of(opening.reference, number), person.began, max(ended, person.began), around.port, around.lane
    )
    told = case_note(result, encounter, opening.sha256, around.program)
    return Screened(person.began, person.screening, document(result, opening.sha256), told)


def _times(person: "Person") -> "Iterable[datetime | None]":
    return (entry.at for entry in person.screening.entries)
