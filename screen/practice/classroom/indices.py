"""Indices: how easy an item was, and how well it tells strong learners from weak ones, in Moodle's words.

Facility index: the mean score divided by the highest that can be had; so of a sign, the times it was found of all the
times it was there, whoever had them. Discrimination index: the correlation of the
scores of an item with the scores on the rest of the quiz; none where either is the same for all. A learner's first
attempt alone counts. So docs.moodle.org/dev/Quiz_statistics_calculations, where both are told in hundredths.
Where learners played different scenarios, the rest is the share of right answers, not their sum: for a whole class
that is the same correlation.
"""

from statistics import StatisticsError, correlation
from typing import TYPE_CHECKING, NamedTuple

from screen.core.suppression import LEAST, withheld
from screen.practice.classroom.mark import bits_of

if TYPE_CHECKING:
    from screen.practice.classroom.mark import Terms
    from screen.practice.classroom.tally import Roll

TELLS_FROM = 30
"""So many learners before a discrimination index is told. The number is ours: no source gives one."""

Scores = list[tuple[float, float]]
"""Of each learner the score of an item, and that of the rest."""


class Index(NamedTuple):
    """An item's indices, the points had and those to be had; no index where it cannot be reckoned or from too few."""

    learners: int
    facility: float | None
    discrimination: float | None
    had: int = 0
    of: int = 0


def scenario_indices(roll: "Roll") -> "dict[str, Index]":
    """Of each scenario: its score is 1 for advice at the key's level, else 0; the rest are the other scenarios."""
    scores = dict[str, Scores]()
    alone = dict[str, list[int]]()
    for marks in roll.learners.values():
        right = sum(mark.is_right for mark in marks.values())
        for scenario, mark in marks.items():
            alone.setdefault(scenario, []).append(mark.is_right)
            if len(marks) > 1:
                rest = (right - mark.is_right) / (len(marks) - 1)
                scores.setdefault(scenario, []).append((mark.is_right, rest))
    hidden = withheld({name: len(each) for name, each in alone.items()})
    return {
        name: Index(len(each), None, None) if name in hidden
        else _index(len(each), sum(each), len(each), scores.get(name, []))
        for name, each in sorted(alone.items())
    }  # fmt: skip


def sign_indices(roll: "Roll", terms: "Terms") -> "dict[str, Index]":
    """Of each sign: a point for each time it was there; a learner's score is their share of these, as of the rest."""
    scores = dict[int, Scores]()
    alone = dict[int, list[tuple[int, int]]]()
    for marks in roll.learners.values():
        own = dict[int, list[int]]()
        for mark in marks.values():
            for bit in bits_of(mark.found | mark.missed):
                counts = own.setdefault(bit, [0, 0])
                counts[0] += mark.found & bit != 0
                counts[1] += 1
        found, there = (sum(counts[place] for counts in own.values()) for place in (0, 1))
        for bit, (seen, times) in own.items():
            alone.setdefault(bit, []).append((seen, times))
            if there > times:
                scores.setdefault(bit, []).append((seen / times, (found - seen) / (there - times)))
    return {
        name: _index(len(each), sum(seen for seen, _ in each), sum(times for _, times in each), scores.get(bit, []))
        for name, bit in terms.sign.items()
        if (each := alone.get(bit))
    }


def _index(learners: int, had: int, of: int, scores: Scores) -> Index:
    if learners < LEAST:
        return Index(learners, None, None)
    enough = scores if len(scores) >= TELLS_FROM else []
    return Index(learners, had / of, correlated(enough), had, of)


def correlated(scores: Scores) -> float | None:
    """The correlation of an item with the rest; None where one of the two is the same for all."""
    try:
        return correlation(*zip(*scores, strict=True)) if scores else None
    except StatisticsError:
        return None
