"""Effort and care: questions that could not change the advice, time to the private talk, duties, and confidence."""

from collections.abc import Iterable, Mapping
from statistics import quantiles
from typing import TYPE_CHECKING, NamedTuple

from screen.core.suppression import LEAST, withheld
from screen.practice.classroom.group import Share, share_of
from screen.practice.classroom.levels import each_mark

if TYPE_CHECKING:
    from collections.abc import Collection

    from screen.practice.classroom.tally import Roll

CERTAINTIES = (1, 2, 3, 4, 5)


class Spread(NamedTuple):
    """A lower quartile, a median and an upper quartile, of so many figures from so many learners."""

    lower: float
    median: float
    upper: float
    of: int
    learners: int


class Certainty(NamedTuple):
    """How many attempts were so sure, and how many of them right. None: too few learners to tell."""

    confidence: int
    attempts: int | None
    right: int = 0


def spread_of(figures: Iterable[tuple[str, float]]) -> Spread | None:
    """The spread of figures, each told with its learner; None from fewer learners than may be told of."""
    told = list(figures)
    learners = len({learner for learner, _ in told})
    if learners < LEAST:
        return None
    lower, median, upper = quantiles((figure for _, figure in told), n=4, method="inclusive")
    return Spread(lower, median, upper, len(told), learners)


def needless_of(roll: "Roll") -> Spread | None:
    """How many questions an attempt asked that could not change the advice."""
    return spread_of((learner, mark.needless) for learner, _, mark in each_mark(roll))


def minutes_to_private(roll: "Roll") -> Spread | None:
    """The minutes to the private talk, where there was one."""
    return spread_of(
        (learner, mark.private_after / 60) for learner, _, mark in each_mark(roll) if mark.private_after is not None
    )


def clocks_right(roll: "Roll", owing: "Collection[str]") -> Share:
    """How often the duties named were exactly those of the key, in the scenarios that owe any."""
    return share_of((learner, mark.duties_right) for learner, scenario, mark in each_mark(roll) if scenario in owing)


def contacts_right(roll: "Roll") -> Share:
    """How often the contact named first was the key's, where the key has one."""
    asked = ((learner, mark.contact) for learner, _, mark in each_mark(roll) if mark.contact != "none")
    return share_of((learner, contact == "right") for learner, contact in asked)


def certainties_of(roll: "Roll") -> tuple[Certainty, ...]:
    """How many were right at each confidence."""
    rows: Mapping[int, list[tuple[str, bool]]] = {each: [] for each in CERTAINTIES}
    for learner, _, mark in each_mark(roll):
        rows[mark.confidence].append((learner, mark.is_right))
    shares = {each: share_of(told) for each, told in rows.items()}
    hidden = withheld({each: share.learners for each, share in shares.items()})
    return tuple(
        Certainty(each, None) if each in hidden else Certainty(each, share.of, share.many)
        for each, share in shares.items()
    )
