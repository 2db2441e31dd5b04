"""Beginning: who practises, and whether to go on where that learner left."""

from datetime import datetime
from typing import TYPE_CHECKING

from screen.core.identifier import identifiers
from screen.terminal.keys import Slip
from screen.terminal.practice.lesson import put

if TYPE_CHECKING:
    from screen.core.shape.attempt import Attempt
    from screen.terminal.console import Console

LONGEST = 60
"""Letters of a pseudonym."""

NOTHING_YET = "Nothing is kept yet."


def unfit(learner: str) -> str:
    """Why this is no pseudonym, and what to do; "" if it is one."""
    if len(learner) > LONGEST or not learner.isprintable() or not learner.strip():
        return f"A pseudonym is one line of at most {LONGEST} letters. Choose another."
    kinds = identifiers(learner)
    return f"This looks like {' and '.join(kinds)}. Choose a name that nobody knows you by." if kinds else ""


def ask_learner(console: "Console", why: str = "") -> str:
    """The learner's pseudonym; "" if nothing is to be kept. Raises Closed, KeyboardInterrupt."""

    def show() -> None:
        if why:
            console.write(why)

    def read(typed: str) -> str | Slip:
        wrong = unfit(typed) if typed else ""
        return Slip(wrong) if wrong else typed

    return put(console, "Your pseudonym (Enter: nothing is kept) > ", read, show, NOTHING_YET)


def goes_on(console: "Console", title: str, attempt: "Attempt") -> bool:
    """Whether the learner goes on where they left. Raises Closed, KeyboardInterrupt."""
    began = datetime.fromisoformat(attempt.began)

    def show() -> None:
        console.write(f'You left "{title}" of {began:%Y-%m-%d %H:%M} open.')

    def read(typed: str) -> bool | Slip:
        return {"": True, "n": False}.get(typed.lower(), Slip("Enter goes on there; n begins anew."))

    return put(console, "Enter goes on there, n begins anew > ", read, show, "It stays open.")
