"""Groups: of fewer than five learners no figure is told, nor any from which one could be reckoned."""

from collections.abc import Hashable, Iterable, Mapping
from typing import NamedTuple, TypeVar

LEAST = 5
"""The fewest learners of whom a figure is told."""

T = TypeVar("T", bound=Hashable)


class Share(NamedTuple):
    """So many of so many; `learners`: how many they come from."""

    many: int
    of: int
    learners: int

    @property
    def is_told(self) -> bool:
        """Whether enough learners stand behind it."""
        return self.learners >= LEAST


def withheld(sizes: Mapping[T, int]) -> frozenset[T]:
    """The groups whose figures are not told, where the sum over all groups is known.

    Those under the least; and further ones, the smallest first, until what is withheld adds up to the least: else the
    difference to the sum would tell.
    """
    hidden = {name for name, size in sizes.items() if 0 < size < LEAST}
    for name, size in sorted(sizes.items(), key=lambda each: each[1]):
        if not hidden or sum(sizes[each] for each in hidden) >= LEAST:
            break
        if size:
            hidden.add(name)
    return frozenset(hidden)


def share_of(counted: Iterable[tuple[str, bool]]) -> Share:
    """The share of those that hold, each told with its learner."""
    count, of, learners = 0, 0, set[str]()
    for learner, holds in counted:
        count, of = count + holds, of + 1
        learners.add(learner)
    return Share(count, of, len(learners))
