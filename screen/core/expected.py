"""What a case names, held against the names of a rulebook; and the moment for which it is weighed."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from screen.core.checks.sentence import named, unknown
from screen.core.given import misfits
from screen.core.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from screen.core.book import Book
    from screen.core.shape.case import Case

WITHHELD = "withheld"
"""Where a case leads that a book with `complete: required` gives no result for. No disposition there is called so."""


def moment_of(case: "Case") -> datetime | None:
    """The moment for which a case is weighed; one without a zone is in UTC. Raises ValueError if it is no time."""
    if case.at is None:
        return None
    moment = datetime.fromisoformat(case.at)
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def misfits_of(book: "Book", case: "Case") -> "Iterator[Problem]":
    """What in a case this rulebook does not know, in its answers and in what it expects."""
    now, rulebook = None, book.rulebook
    try:
        now = moment_of(case)
    except ValueError:
        yield Problem(("at",), f"`{case.at}` is not a time.", "Write it as 2026-11-22T14:05.")
    yield from misfits(book, case, now)
    if case.learned and case.at is None:
        yield Problem(("learned",), "it is not said when it is now.", "Write the moment under `at`.")
    for key in ("disposition", "lowest", "highest"):
        name, withheld = getattr(case, key), key == "disposition" and rulebook.complete == "required"
        if name is not None:
            known_here = (*book.rank, *((WITHHELD,) if withheld else ()))
            yield from unknown((key,), "disposition of this rulebook", name, known_here)
    kinds: dict[str, tuple[str, Collection[str]]] = {
        "findings": ("indicator", book.bit),
        "rules": ("rule", [each.id for each in rulebook.rules]),
        "duties": ("duty", [each.id for each in rulebook.duties]),
        "outcomes": ("outcome", rulebook.outcomes),
        "next_up": ("indicator", book.bit),
    }
    for key, (kind, known) in kinds.items():
        for place, name in named((key,), getattr(case, key)):
            yield from unknown(place, f"{kind} of this rulebook", name, known)
