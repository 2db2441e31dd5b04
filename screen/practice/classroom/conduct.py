"""Conduct: each step that was required or forbidden, and what was due where paths part from the key's."""

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from screen.practice.classroom.group import Share
from screen.practice.classroom.levels import each_mark
from screen.practice.classroom.mark import by_bit

if TYPE_CHECKING:
    from screen.practice.classroom.mark import Terms
    from screen.practice.classroom.tally import Roll


class Step(NamedTuple):
    """A move, by what the keys say of it, whatever its kind: the same may be due in one scenario and barred in another.

    `done`: how often in time, of the times that it was due; `late`; `avoided`: of the times that it was barred.
    """

    move: str
    done: Share
    late: int
    avoided: Share

    @property
    def kept(self) -> Share | None:
        """Both together; None where one of the two may not be told, for it could be reckoned from the sum."""
        parts = [each for each in (self.done, self.avoided) if each.of]
        if not all(each.is_told for each in parts):
            return None
        learners = max(each.learners for each in parts)
        return Share(sum(each.many for each in parts), sum(each.of for each in parts), learners)


class Parted(NamedTuple):
    """What was due where paths first part from the key's. `due`: the step, or those that share the first place.

    `times`: how many paths part at each of these, of `of` that part; `instead`: what was done there, where it is one;
    `never`: how many of all `paths` never part.
    """

    due: tuple[str, ...]
    times: int
    of: int
    instead: "Counter[str]"
    never: int
    paths: Share

    @property
    def is_most(self) -> bool:
        """Whether it is one step, and more than half of those that part do so there."""
        return len(self.due) == 1 and 2 * self.times > self.of


def steps_of(roll: "Roll", terms: "Terms") -> tuple[Step, ...]:
    """Every move that mattered, in the order of the pack."""
    seen, for_due, for_barred = Counter[tuple[int, int, int, int]](), Counter[int](), Counter[int]()
    for marks in roll.learners.values():
        all_due = all_barred = 0
        for mark in marks.values():
            seen[mark.kept, mark.late, mark.failed, mark.barred] += 1
            all_due |= (mark.kept | mark.late | mark.failed) & ~mark.barred
            all_barred |= mark.barred
        for_due[all_due] += 1
        for_barred[all_barred] += 1
    done, late, due, avoided, barred = (Counter[int]() for _ in range(5))
    for (kept, was_late, failed, forbidden), times in seen.items():
        done[kept & ~forbidden] += times
        late[was_late] += times
        due[(kept | was_late | failed) & ~forbidden] += times
        avoided[kept & forbidden] += times
        barred[forbidden] += times
    done, late, due, avoided, barred, for_due, for_barred = map(
        by_bit, (done, late, due, avoided, barred, for_due, for_barred)
    )
    return tuple(
        Step(
            move, Share(done[bit], due[bit], for_due[bit]), late[bit], Share(avoided[bit], barred[bit], for_barred[bit])
        )
        for move, bit in terms.move.items()
        if due[bit] or barred[bit]
    )


def parted_of(roll: "Roll") -> Parted:
    """By what was due: the step at which paths part most often, and every other that as many part at."""
    partings = Counter(mark.parting for _, _, mark in each_mark(roll))
    never = partings.pop(None, 0)
    by_due = Counter[str]()
    for parting, times in partings.items():
        by_due[parting.due if parting else ""] += times
    times = max(by_due.values(), default=0)
    due = tuple(sorted(each for each in by_due if by_due[each] == times))
    instead = Counter[str]()
    for parting, many in partings.items():
        if parting is not None and (parting.due,) == due:
            instead[parting.done] += many
    return Parted(due, times, by_due.total(), instead, never, Share(never, roll.attempts, len(roll.learners)))
