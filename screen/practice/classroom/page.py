"""The page: all figures of a class as values, the trainer's page first, and what stands behind it."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from screen.core.suppression import LEAST
from screen.practice.cell import CELLS, Cell, cell_of
from screen.practice.classroom.conduct import Parted, Step, parted_of, steps_of
from screen.practice.classroom.effort import (
    CERTAINTIES,
    Certainty,
    Spread,
    certainties_of,
    clocks_right,
    contacts_right,
    minutes_to_private,
    needless_of,
)
from screen.practice.classroom.group import Share, share_of
from screen.practice.classroom.indices import Index, scenario_indices, sign_indices
from screen.practice.classroom.later import Later, laters_of
from screen.practice.classroom.levels import Level, clean_higher, clean_referred, each_mark, levels_of, right_level
from screen.practice.classroom.mark import CLEAN
from screen.practice.classroom.signs import Sign, missed_in, most_missed, most_overcalled, signs_of
from screen.practice.figures import ENOUGH, Sure, brier
from screen.practice.interval import Detection, Rate, detection, rate

if TYPE_CHECKING:
    from screen.practice.classroom.agreement import Agreement
    from screen.practice.classroom.mark import Mark, Terms
    from screen.practice.classroom.notes import Notes
    from screen.practice.classroom.tally import Roll

Cells = Mapping[Cell, int]


class Whole(NamedTuple):
    """What is told of a class of any size: counts over all of it.

    `seen`: of those to be referred, how many were; `alarms`: of the others, how many were; `higher`: of the clean
    travellers advised higher than the key, how many were referred. None: it comes from a part of the class under five.
    """

    right: Share
    clean: Share | None
    seen: Share | None
    alarms: Share | None
    higher: Share | None = None


class Measures(NamedTuple):
    """What is told from enough scenarios of a learner on; None where no scenario of the kind was played."""

    sensitivity: Rate | None
    false_alarms: Rate | None
    detection: Detection | None
    brier: float | None


class Skill(NamedTuple):
    """The learners with enough scenarios, taken together: how many, how they did, their attempts at the right level."""

    learners: int
    measures: Measures | None
    right: Share


class Breakdown(NamedTuple):
    """The trainer's page below its head, in its order. `missed_in`: scenarios of the signs that were missed most."""

    levels: tuple[Level, ...]
    missed: tuple[Sign, ...]
    overcalled: tuple[Sign, ...]
    steps: tuple[Step, ...]
    parted: Parted
    notes: "Notes"
    clocks: Share
    contacts: Share
    certainties: tuple[Certainty, ...]
    needless: Spread | None
    private: Spread | None
    soon: Later
    late: Later
    skill: Skill
    missed_in: Mapping[str, tuple[str, ...]]


class Learner(NamedTuple):
    """What is told of one learner, by the pseudonym. `measures`: None from too few scenarios."""

    learner: str
    scenarios: int
    right: int
    clean: int
    clean_referred: int
    cells: Cells
    missed: int
    overcalled: int
    needless: int
    measures: Measures | None


class Behind(NamedTuple):
    """What stands behind the trainer's page. `agreement` is None without its library."""

    learners: tuple[Learner, ...]
    signs: tuple[Sign, ...]
    sign_indices: Mapping[str, Index]
    scenario_indices: Mapping[str, Index]
    agreement: "Agreement | None"


class Page(NamedTuple):
    """The figures of a class. `whole` is None without, and of one learner; `breakdown` and `behind` under five."""

    roll: "Roll"
    whole: Whole | None
    breakdown: Breakdown | None
    behind: Behind | None


class Known(NamedTuple):
    """What is known of scenarios: the pair of each that has one, and those whose key owes a duty."""

    pairs: Mapping[str, str]
    owing: frozenset[str]


def page_of(
    roll: "Roll", terms: "Terms", known: Known, notes: "Notes", agree: "Callable[[Roll, Terms], Agreement]"
) -> Page:
    """The figures of a class. `agree` may raise ImportError: then agreement is left out."""
    size = len(roll.learners)
    whole = _whole(roll, terms) if size > 1 else None
    if size < LEAST:
        return Page(roll, whole, None, None)
    signs = signs_of(roll, terms)
    try:
        agreement = agree(roll, terms)
    except ImportError:
        agreement = None
    behind = Behind(
        tuple(_learner(terms, *each) for each in sorted(roll.learners.items())),
        signs,
        sign_indices(roll, terms),
        scenario_indices(roll),
        agreement,
    )
    return Page(roll, whole, _breakdown(roll, terms, known, notes, signs), behind)


def _breakdown(roll: "Roll", terms: "Terms", known: Known, notes: "Notes", signs: tuple[Sign, ...]) -> Breakdown:
    soon, late = laters_of(roll, known.pairs)
    missed = most_missed(signs)
    return Breakdown(
        levels_of(roll, terms), missed, most_overcalled(signs), steps_of(roll, terms), parted_of(roll), notes,
        clocks_right(roll, known.owing), contacts_right(roll), certainties_of(roll), needless_of(roll),
        minutes_to_private(roll), soon, late, skill_of(roll, terms), missed_in(roll, terms, missed),
    )  # fmt: skip


def _whole(roll: "Roll", terms: "Terms") -> Whole:
    seen, alarms = (
        share_of(
            (learner, mark.advice in terms.refers)
            for learner, _, mark in each_mark(roll)
            if (mark.key in terms.refers) is real
        )
        for real in (True, False)
    )
    parts = (clean_referred(roll, terms), seen, alarms)
    told = (each if each.is_told or each.learners in (0, len(roll.learners)) else None for each in parts)
    clean, referred, alarmed = told
    return Whole(right_level(roll), clean, referred, alarmed, clean_higher(roll, terms) if clean else None)


def _cells(marks: "Iterable[Mark]", terms: "Terms") -> Cells:
    return Counter(cell_of(mark.advice in terms.refers, mark.key in terms.refers) for mark in marks)


def skill_of(roll: "Roll", terms: "Terms") -> Skill:
    """The learners with enough scenarios, taken together; without measures if they are too few to be told of."""
    skilled = {learner: marks for learner, marks in roll.learners.items() if len(marks) >= ENOUGH}
    marks = [mark for each in skilled.values() for mark in each.values()]
    right = share_of((learner, mark.is_right) for learner, each in skilled.items() for mark in each.values())
    return Skill(len(skilled), measures_of(marks, terms) if right.is_told else None, right)


def _learner(terms: "Terms", learner: str, marks: "Mapping[str, Mark]") -> Learner:
    played = [*marks.values()]
    clean = [mark for mark in played if mark.truth in CLEAN]
    return Learner(
        learner, len(played), sum(mark.is_right for mark in played), len(clean),
        sum(mark.advice in terms.refers for mark in clean), _cells(played, terms),
        sum(mark.missed.bit_count() for mark in played), sum(mark.overcalled.bit_count() for mark in played),
        sum(mark.needless for mark in played), measures_of(played, terms) if len(played) >= ENOUGH else None,
    )  # fmt: skip


def measures_of(marks: "list[Mark]", terms: "Terms") -> Measures:
    """How well these marks tell apart what is to be referred."""
    cells = _cells(marks, terms)
    hits, misses, alarms, left = (cells[each] for each in CELLS)
    told = _told(hits, hits + misses, alarms, alarms + left)
    sure = Counter((mark.confidence, mark.is_right) for mark in marks)
    return Measures(
        *told, brier(Sure(each, sure[each, True], sure[each, True] + sure[each, False]) for each in CERTAINTIES)
    )


@cache
def _told(hits: int, real: int, alarms: int, not_real: int) -> "tuple[Rate | None, Rate | None, Detection | None]":
    """Kept, since in a large class many learners have the same counts, and an interval takes a while."""
    return (
        rate(hits, real) if real else None,
        rate(alarms, not_real) if not_real else None,
        detection(hits, real, alarms, not_real) if real and not_real else None,
    )
