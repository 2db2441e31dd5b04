"""Levels: how many advised lower, right or higher, how many clean travellers were referred, and what was seen."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from screen.practice.classroom.group import Share, share_of, withheld
from screen.practice.classroom.mark import CLEAN, Mark

if TYPE_CHECKING:
    from screen.practice.classroom.mark import Terms
    from screen.practice.classroom.tally import Roll


class Level(NamedTuple):
    """How many learners advised lower than the key of a scenario, right, or higher. None: too few to tell."""

    scenario: str
    learners: int | None
    lower: int = 0
    right: int = 0
    higher: int = 0


def each_mark(roll: "Roll") -> Iterator[tuple[str, str, Mark]]:
    """Every mark with its learner and its scenario."""
    for learner, marks in roll.learners.items():
        for scenario, mark in marks.items():
            yield learner, scenario, mark


def levels_of(roll: "Roll") -> tuple[Level, ...]:
    """The levels by scenario: where fewest were right first, those of which too few played last."""
    counts: dict[str, Counter[int]] = {}
    for _, scenario, mark in each_mark(roll):
        counts.setdefault(scenario, Counter())[(mark.advice > mark.key) - (mark.advice < mark.key)] += 1
    hidden = withheld({name: each.total() for name, each in counts.items()})
    levels = (
        Level(name, None) if name in hidden else Level(name, each.total(), each[-1], each[0], each[1])
        for name, each in counts.items()
    )
    return tuple(sorted(levels, key=lambda each: (each.right / each.learners if each.learners else 2, each.scenario)))


def right_level(roll: "Roll") -> Share:
    """How many attempts advised at the key's level."""
    return share_of((learner, mark.is_right) for learner, _, mark in each_mark(roll))


def clean_referred(roll: "Roll", terms: "Terms") -> Share:
    """How many clean travellers were referred: the figure to lower first."""
    clean = ((learner, mark.advice) for learner, _, mark in each_mark(roll) if mark.truth in CLEAN)
    return share_of((learner, advice in terms.refers) for learner, advice in clean)


def answers_of(marks: Iterable[Mark], terms: "Terms") -> Iterator[tuple[bool, bool]]:
    """Of each mark, whether it was real, and whether it was advised as if."""
    for mark in marks:
        yield mark.key in terms.refers, mark.advice in terms.refers
