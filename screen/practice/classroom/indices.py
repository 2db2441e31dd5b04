"""Indices: how easy an item was, and how well it tells strong learners from weak ones, in Moodle's words.

Facility index: the mean score divided by the highest that can be had. Discrimination index: the correlation of the
scores of an item with the scores on the rest of the quiz; none where either is the same for all. A learner's first
attempt alone counts. So docs.moodle.org/dev/Quiz_statistics_calculations, where both are told in hundredths.
Where learners played different scenarios, the rest is the share of right answers, not their sum: for a whole class
that is the same correlation.
"""

from statistics import StatisticsError, correlation
from typing import TYPE_CHECKING, NamedTuple

from screen.practice.classroom.group import LEAST, withheld
from screen.practice.classroom.mark import bits_of

if TYPE_CHECKING:
    from screen.practice.classroom.mark import Terms
    from screen.practice.classroom.tally import Roll

Scores = list[tuple[float, float]]
"""Of each learner the score of an item, and that of the rest."""


class Index(NamedTuple):
    """An item's facility and discrimination index; none where it cannot be reckoned or too few have answered."""

    learners: int
    facility: float | None
    discrimination: float | None


def scenario_indices(roll: "Roll") -> "dict[str, Index]":
    """Of each scenario: its score is 1 for advice at the key's level, else 0; the rest are the other scenarios."""
    scores = dict[str, Scores]()
    alone = dict[str, list[float]]()
    for marks in roll.learners.values():
        right = sum(mark.is_right for mark in marks.values())
        for scenario, mark in marks.items():
            alone.setdefault(scenario, []).append(mark.is_right)
            if len(marks) > 1:
                rest = (right - mark.is_right) / (len(marks) - 1)
                scores.setdefault(scenario, []).append((mark.is_right, rest))
    hidden = withheld({name: len(each) for name, each in alone.items()})
    return {
        name: Index(len(each), None, None) if name in hidden else _index(each, scores.get(name, []))
        for name, each in sorted(alone.items())
    }


def sign_indices(roll: "Roll", terms: "Terms") -> "dict[str, Index]":
    """Of each sign: its score is the share found of the times it was there; the rest are the other signs there."""
    scores = dict[int, Scores]()
    alone = dict[int, list[float]]()
    for marks in roll.learners.values():
        own = dict[int, list[int]]()
        for mark in marks.values():
            for bit in bits_of(mark.found | mark.missed):
                counts = own.setdefault(bit, [0, 0])
                counts[0] += mark.found & bit != 0
                counts[1] += 1
        found, there = (sum(counts[place] for counts in own.values()) for place in (0, 1))
        for bit, (seen, times) in own.items():
            alone.setdefault(bit, []).append(seen / times)
            if there > times:
                scores.setdefault(bit, []).append((seen / times, (found - seen) / (there - times)))
    return {name: _index(alone[bit], scores.get(bit, [])) for name, bit in terms.sign.items() if bit in alone}


def _index(alone: list[float], scores: Scores) -> Index:
    if len(alone) < LEAST:
        return Index(len(alone), None, None)
    enough = scores if len(scores) >= LEAST else []
    return Index(len(alone), sum(alone) / len(alone), correlated(enough))


def correlated(scores: Scores) -> float | None:
    """The correlation of an item with the rest; None where one of the two is the same for all."""
    try:
        return correlation(*zip(*scores, strict=True)) if scores else None
    except StatisticsError:
        return None
