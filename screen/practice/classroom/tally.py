"""The tally: attempts folded one by one, so that of a class no more is kept than it is reckoned from."""

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from screen.practice.classroom.mark import Mark, Terms, mark_of, moment_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from screen.core.shape.attempt import Attempt, Parting


class Roll(NamedTuple):
    """A class: each learner's first attempt at each scenario, and what else is known of the whole.

    `again`: attempts at a scenario played before, which are counted nowhere: whoever has seen the debrief knows it;
    `played_by_trainer`: attempts in which a trainer played the person; `days`: the first and the last; `attempt`: the
    learner of each attempt that counts and was asked for by its id.
    """

    learners: "Mapping[str, Mapping[str, Mark]]"
    groups: "Mapping[str, int]"
    days: tuple[str, str] | None
    again: int
    played_by_trainer: int
    attempt: "Mapping[str, str]"

    @property
    def scenarios(self) -> tuple[str, ...]:
        """The scenarios that were played, by their ids."""
        return tuple(sorted({name for marks in self.learners.values() for name in marks}))

    @property
    def attempts(self) -> int:
        """How many attempts count."""
        return sum(map(len, self.learners.values()))


def rolled(attempts: "Iterable[Attempt]", terms: Terms, wanted: "Collection[str]" = ()) -> Roll:
    """The class in these attempts, in whatever order they come. `wanted`: ids of attempts whose learner is kept.

    Raises KeyError and ValueError as `mark_of` does.
    """
    learners, names = dict[str, dict[str, Mark]](), dict[str, str]()
    same, bars = dict["Parting | None", "Parting | None"](), dict[int, int]()
    groups, days, again, facilitated = Counter[str](), set[str](), 0, 0
    counted = dict[tuple[str, str], str]()
    for attempt in attempts:
        if attempt.outcome is None:
            continue
        mark = mark_of(terms, attempt, attempt.outcome)
        barred = bars.setdefault(mark.barred, mark.barred)
        mark = mark._replace(parting=same.setdefault(mark.parting, mark.parting), barred=barred)
        name = names.setdefault(attempt.scenario, attempt.scenario)
        marks = learners.setdefault(attempt.learner, {})
        first = marks.get(name)
        again += first is not None
        if first is None or mark.when < first.when:
            marks[name] = mark
            counted.pop((attempt.learner, name), None)
            if attempt.id in wanted:
                counted[attempt.learner, name] = attempt.id
        groups[attempt.group] += 1
        days.add(moment_of(attempt).date().isoformat())
        facilitated += attempt.facilitated == "yes"
    span = (min(days), max(days)) if days else None
    return Roll(learners, groups, span, again, facilitated, {each: learner for (learner, _), each in counted.items()})
