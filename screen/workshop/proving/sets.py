"""Smallest sets: for each disposition, what it takes at least, in groups a person can read."""

from typing import TYPE_CHECKING, NamedTuple

from screen.workshop.proving.grouping import Group, grouped
from screen.workshop.proving.needs import Steps, TooMany, needs_of

if TYPE_CHECKING:
    from screen.core.book import Book


class Smallest(NamedTuple):
    """The smallest sets that reach a disposition or a higher one; `why_not`: why they are not told."""

    disposition: str
    groups: tuple[Group, ...] = ()
    why_not: str = ""

    @property
    def sets(self) -> int:
        """How many sets the groups stand for."""
        return sum(group.sets for group in self.groups)


def smallest_sets(book: "Book") -> tuple[Smallest, ...]:
    """What each disposition but the lowest takes, lowest first."""
    steps = Steps(book)
    return tuple(_smallest(steps, disposition) for disposition, rank in book.rank.items() if rank)


def _smallest(steps: Steps, disposition: str) -> Smallest:
    try:
        return Smallest(disposition, grouped(steps.book, needs_of(steps, disposition)))
    except TooMany:
        return Smallest(disposition, why_not="there are too many to read")
    except ValueError:
        return Smallest(disposition, why_not="a rule asks with `is`, so less may reach what more does not")
