"""Conduct: each step that was required or forbidden, and where most paths part from the key's."""

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from screen.practice.classroom.group import Share
from screen.practice.classroom.levels import each_mark
from screen.practice.classroom.mark import by_bit

if TYPE_CHECKING:
    from screen.core.shape.attempt import Parting
    from screen.practice.classroom.mark import Terms
    from screen.practice.classroom.tally import Roll


class Step(NamedTuple):
    """A move: how often it was made in time, or avoided, of the times that it mattered; and how often made late."""

    move: str
    kept: Share
    late: int


class Parted(NamedTuple):
    """Where most paths first part from the key's; `never`: how many never do."""

    parting: "Parting | None"
    paths: Share
    never: int


def steps_of(roll: "Roll", terms: "Terms") -> tuple[Step, ...]:
    """Every move that mattered, in the order of the pack."""
    kept, late, failed, learners = Counter[int](), Counter[int](), Counter[int](), Counter[int]()
    for marks in roll.learners.values():
        mattered = 0
        for mark in marks.values():
            kept[mark.kept] += 1
            late[mark.late] += 1
            failed[mark.failed] += 1
            mattered |= mark.kept | mark.late | mark.failed
        learners[mattered] += 1
    kept, late, failed, learners = map(by_bit, (kept, late, failed, learners))
    return tuple(
        Step(move, Share(kept[bit], kept[bit] + late[bit] + failed[bit], learners[bit]), late[bit])
        for move, bit in terms.move.items()
        if learners[bit]
    )


def parted_of(roll: "Roll") -> Parted:
    """The parting that most paths share; of as many, the one met first."""
    partings = Counter(mark.parting for _, _, mark in each_mark(roll))
    never = partings.pop(None, 0)
    most = max(partings, key=lambda each: partings[each], default=None)
    return Parted(most, Share(partings[most] if most else 0, roll.attempts, len(roll.learners)), never)
