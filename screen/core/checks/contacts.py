"""Warnings about contacts that nobody has looked at for long. The day is an argument: core knows no clock."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from screen.core.problem import Problem

if TYPE_CHECKING:
    from screen.core.shape.rulebook import Rulebook

LONGEST = 180
"""So many days after it was seen, a published number is looked up again."""

_REMEDY = "Look it up where it is published, and write that day under `seen`."


def check_contacts(book: "Rulebook", today: date) -> Iterator[Problem]:
    """A published number was seen in the last 180 days. 911 and what the port protocol names need no such day."""
    for number, contact in enumerate(book.contacts):
        if contact.seen is None:
            if any(each != "911" and "port protocol" not in each for each in contact.numbers):
                fault = f"nothing says when the number of `{contact.id}` was last seen published."
                yield Problem(("contacts", number), fault, _REMEDY, warning=True)
        elif (age := (today - date.fromisoformat(contact.seen)).days) > LONGEST:
            fault = f"`{contact.id}` was last seen published {age} days ago."
            yield Problem(("contacts", number, "seen"), fault, _REMEDY, warning=True)
