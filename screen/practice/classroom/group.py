"""Groups: shares of what learners did, told only where enough learners stand behind them."""

from collections.abc import Iterable
from typing import NamedTuple

from screen.core.suppression import LEAST


class Share(NamedTuple):
    """So many of so many; `learners`: how many they come from."""

    many: int
    of: int
    learners: int

    @property
    def is_told(self) -> bool:
        """Whether enough learners stand behind it."""
        return self.learners >= LEAST


def share_of(counted: Iterable[tuple[str, bool]]) -> Share:
    """The share of those that hold, each told with its learner."""
    count, of, learners = 0, 0, set[str]()
    for learner, holds in counted:
        count, of = count + holds, of + 1
        learners.add(learner)
    return Share(count, of, len(learners))
