"""Later: a learner's first half of a pair, and the other half played afterwards."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from screen.practice.classroom.group import Share

if TYPE_CHECKING:
    from screen.practice.classroom.mark import Mark
    from screen.practice.classroom.tally import Roll

REST = 30 * 24 * 60 * 60
"""Seconds in thirty days: so long after, something has been kept and not only been heard."""


class Later(NamedTuple):
    """Of the same learners and pairs, how many were right at the first half, and how many at the other half later."""

    before: Share
    after: Share


def laters_of(roll: "Roll", pairs: Mapping[str, str]) -> tuple[Later, Later]:
    """Within thirty days, and after. `pairs`: the pair of each scenario that has one."""
    soon = list[tuple[str, "Mark", "Mark"]]()
    late = list[tuple[str, "Mark", "Mark"]]()
    for learner, marks in roll.learners.items():
        for first, other in _halves(marks, pairs):
            (late if other.when - first.when >= REST else soon).append((learner, first, other))
    return _later(soon), _later(late)


def _halves(marks: "Mapping[str, Mark]", pairs: Mapping[str, str]) -> "Iterator[tuple[Mark, Mark]]":
    """The first half played of each pair, and the other; of more than one other, the first on each side of the rest."""
    played = dict[str, list["Mark"]]()
    for scenario, mark in marks.items():
        if scenario in pairs:
            played.setdefault(pairs[scenario], []).append(mark)
    for halves in played.values():
        first, *others = sorted(halves, key=lambda each: each.when)
        for rested in (False, True):
            if other := next((each for each in others if (each.when - first.when >= REST) is rested), None):
                yield first, other


def _later(found: "list[tuple[str, Mark, Mark]]") -> Later:
    learners = len({learner for learner, _, _ in found})
    return Later(
        Share(sum(first.is_right for _, first, _ in found), len(found), learners),
        Share(sum(other.is_right for _, _, other in found), len(found), learners),
    )
