"""Signs: how often each was missed where it was, and marked where it was not."""

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from screen.core.suppression import LEAST
from screen.practice.classroom.group import Share
from screen.practice.classroom.levels import each_mark
from screen.practice.classroom.mark import by_bit

if TYPE_CHECKING:
    from screen.practice.classroom.mark import Terms
    from screen.practice.classroom.tally import Roll

MOST = 5
"""So many are told on the first page."""
PLACES = 2
"""In so many scenarios it is told where a sign showed."""


class Sign(NamedTuple):
    """A sign: how often it was missed of the times it was there, and marked of the times it was not."""

    id: str
    missed: Share
    overcalled: Share


def signs_of(roll: "Roll", terms: "Terms") -> tuple[Sign, ...]:
    """Every sign that was there or was marked, in rulebook order."""
    there, missed, overcalled = Counter[int](), Counter[int](), Counter[int]()
    saw, saw_always = Counter[int](), Counter[int]()
    for marks in roll.learners.values():
        own, always = 0, -1
        for mark in marks.values():
            here = mark.found | mark.missed
            own, always = own | here, always & here
            there[here] += 1
            missed[mark.missed] += 1
            overcalled[mark.overcalled] += 1
        saw[own] += 1
        saw_always[always] += 1
    there, missed, overcalled, saw, saw_always = map(by_bit, (there, missed, overcalled, saw, saw_always))
    learners, attempts = len(roll.learners), roll.attempts
    return tuple(
        Sign(
            name,
            Share(missed[bit], there[bit], saw[bit]),
            Share(overcalled[bit], attempts - there[bit], learners - saw_always[bit]),
        )
        for name, bit in terms.sign.items()
        if there[bit] or overcalled[bit]
    )


def missed_in(roll: "Roll", terms: "Terms", signs: tuple[Sign, ...]) -> dict[str, tuple[str, ...]]:
    """The scenarios in which each of these signs was missed, where most often first; of as many as may be told of."""
    times, played = Counter[tuple[str, str]](), Counter[str]()
    bits = [(each.id, terms.sign[each.id]) for each in signs]
    wanted = sum(bit for _, bit in bits)
    sets = Counter[tuple[str, int]]()
    for _, scenario, mark in each_mark(roll):
        sets[scenario, mark.missed & wanted] += 1
    for (scenario, missed), many in sets.items():
        played[scenario] += many
        for name, bit in bits:
            if missed & bit:
                times[name, scenario] += many
    told = sorted((-many, scenario, name) for (name, scenario), many in times.items() if played[scenario] >= LEAST)
    return {each.id: tuple(scenario for _, scenario, name in told if name == each.id)[:PLACES] for each in signs}


def most_missed(signs: tuple[Sign, ...]) -> tuple[Sign, ...]:
    """The signs missed most, the share first; of as many learners as may be told of."""
    told = [each for each in signs if each.missed.many and each.missed.is_told]
    return tuple(sorted(told, key=lambda each: (-each.missed.many / each.missed.of, -each.missed.many))[:MOST])


def most_overcalled(signs: tuple[Sign, ...]) -> tuple[Sign, ...]:
    """The signs marked most where they were not."""
    told = [each for each in signs if each.overcalled.many and each.overcalled.is_told]
    return tuple(
        sorted(told, key=lambda each: (-each.overcalled.many, -each.overcalled.many / each.overcalled.of))[:MOST]
    )
