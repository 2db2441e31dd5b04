"""Levels: how many advised lower, right or higher, how many clean travellers were referred, and what was seen."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from screen.core.suppression import withheld
from screen.practice.classroom.group import Share, share_of
from screen.practice.classroom.mark import CLEAN, Mark

if TYPE_CHECKING:
    from screen.practice.classroom.mark import Terms
    from screen.practice.classroom.tally import Roll


class Level(NamedTuple):
    """How many learners advised lower than the key of a scenario, right, or higher. None: too few to tell.

    `clean`: of the clean travellers advised higher, how many were referred; None where there are none, or too few met
    one or the other kind.
    """

    scenario: str
    learners: int | None
    lower: int = 0
    right: int = 0
    higher: int = 0
    clean: Share | None = None


def each_mark(roll: "Roll") -> Iterator[tuple[str, str, Mark]]:
    """Every mark with its learner and its scenario."""
    for learner, marks in roll.learners.items():
        for scenario, mark in marks.items():
            yield learner, scenario, mark


def levels_of(roll: "Roll", terms: "Terms") -> tuple[Level, ...]:
    """The levels by scenario: where fewest were right first, those of which too few played last."""
    counts: dict[str, Counter[int]] = {}
    played = dict[str, list[tuple[str, Mark]]]()
    for learner, scenario, mark in each_mark(roll):
        counts.setdefault(scenario, Counter())[(mark.advice > mark.key) - (mark.advice < mark.key)] += 1
        if mark.truth in CLEAN:
            played.setdefault(scenario, []).append((learner, mark))
    hidden = withheld({name: each.total() for name, each in counts.items()})
    levels = (
        Level(name, None) if name in hidden
        else Level(name, each.total(), each[-1], each[0], each[1], _clean(played.get(name, []), each.total(), terms))
        for name, each in counts.items()
    )  # fmt: skip
    return tuple(sorted(levels, key=lambda each: (each.right / each.learners if each.learners else 2, each.scenario)))


def _clean(played: list[tuple[str, Mark]], of: int, terms: "Terms") -> Share | None:
    """Of the clean travellers of one scenario advised higher, how many were referred; of so many who played it."""
    if withheld({"clean": len(played), "others": of - len(played)}):
        return None
    return higher_of(played, terms)


def higher_of(clean: Iterable[tuple[str, Mark]], terms: "Terms") -> Share:
    """Of the clean travellers advised higher than the key, how many were referred; the others were only asked more."""
    return share_of((learner, mark.advice in terms.refers) for learner, mark in clean if mark.advice > mark.key)


def clean_higher(roll: "Roll", terms: "Terms") -> Share:
    """The same over the class."""
    return higher_of(((learner, mark) for learner, _, mark in each_mark(roll) if mark.truth in CLEAN), terms)


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
