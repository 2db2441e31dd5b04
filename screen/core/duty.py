"""Duties: what is owed, to whom, and when the time for it ends."""

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from screen.core.assessment import assess_screening
from screen.core.duration import span
from screen.core.screening import Screening
from screen.core.truth import compile_test

if TYPE_CHECKING:
    from screen.core.assessment import Assessment
    from screen.core.book import Book
    from screen.core.shape.policy import Duty

NO_SPAN = ("at once", "earliest opportunity")


class Due(NamedTuple):
    """A duty that applies: learned when, to be done by when. `ends` is None where no span of time is set."""

    duty: "Duty"
    learned: datetime | None
    ends: datetime | None


def owed(book: "Book", assessment: "Assessment") -> "tuple[Duty, ...]":
    """The duties that apply as the evidence stands."""
    world = assessment.worlds.standing._replace(reached=book.rank[assessment.disposition])
    return tuple(duty for duty in book.rulebook.duties if compile_test(book, duty.when)(world))


def due(book: "Book", screening: Screening, now: datetime | None = None) -> tuple[Due, ...]:
    """The duties that apply now, each with its clock from the moment it was first learned.

    That moment is the time of the first entry after which the duty applied, found by folding again.
    """
    waiting = {duty.id: duty for duty in owed(book, assess_screening(book, screening, now))}
    learned: dict[str, datetime | None] = {}
    for length in range(1, len(screening.entries) + 1):
        if learned.keys() == waiting.keys():
            break
        entry = screening.entries[length - 1]
        part = assess_screening(book, Screening(screening.entries[:length]), entry.at or now)
        for duty in owed(book, part):
            if duty.id in waiting:
                learned.setdefault(duty.id, entry.at or now)
    return tuple(_timed(duty, learned.get(duty.id, now)) for duty in waiting.values())


def _timed(duty: "Duty", learned: datetime | None) -> Due:
    if learned is None or duty.within in NO_SPAN:
        return Due(duty, learned, learned if duty.within == "at once" else None)
    return Due(duty, learned, learned + span(duty.within))
