"""Points: how many of the things that the key asks for an attempt got right. A count, and no measure of anybody."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from screen.core.shape.attempt import Outcome


class Points(NamedTuple):
    """So many right of so many."""

    right: int
    of: int

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return round(self.right / self.of, 4)


def points_of(outcome: "Outcome") -> Points:
    """The points of an attempt: the level, the contact if there is one, each sign, each required move is one thing.

    A sign overcalled and a forbidden move that was made are things wrong; one that was let be is none, for nearly all
    are let be by nearly everybody.
    """
    contact = [] if outcome.contact == "none" else [outcome.contact == "right"]
    moves = [how == "done" for how in outcome.conduct.values() if how != "avoided"]
    signs = [True] * len(outcome.found) + [False] * (len(outcome.missed) + len(outcome.overcalled))
    things = [outcome.advice == outcome.key, *contact, *signs, *moves]
    return Points(sum(things), len(things))
