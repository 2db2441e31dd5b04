"""Columns: what of an attempt a table can tell, a row an attempt, by stable names."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC
from typing import TYPE_CHECKING, NamedTuple

from screen.practice.classroom.mark import moment_of
from screen.practice.points import points_of
from screen.reports.practice.cells import line_of

if TYPE_CHECKING:
    from screen.core.shape.attempt import Attempt, Outcome
    from screen.core.shape.mapping import TrainerMapping


class Column(NamedTuple):
    """A column: what it means, and what stands in it for an attempt."""

    meaning: str
    told: "Callable[[Attempt, Outcome], object]"


def seconds_of(attempt: "Attempt") -> int | None:
    """How long it took, to the learner's own advice; None if its steps are lost."""
    return attempt.steps[-1].at if attempt.steps else None


def is_right(outcome: "Outcome") -> bool:
    """Whether the advice was at the key's level, which is what passing means here."""
    return outcome.advice == outcome.key


def _moves(how: str) -> "Callable[[Attempt, Outcome], object]":
    return lambda _, outcome: tuple(move for move, was in outcome.conduct.items() if was == how)


COLUMNS: Mapping[str, Column] = {
    "attempt": Column("the attempt's own id", lambda a, _: a.id),
    "learner": Column("the pseudonym", lambda a, _: a.learner),
    "group": Column("the class, as the laptop was told", lambda a, _: a.group),
    "scenario": Column("the scenario's id", lambda a, _: a.scenario),
    "seed": Column("the number with which it was drawn", lambda a, _: a.seed),
    "truth": Column("what was true in it", lambda a, _: a.truth),
    "began": Column("when it began, as the laptop's clock had it", lambda a, _: a.began),
    "date": Column("the day on which it began, in UTC", lambda a, _: moment_of(a).astimezone(UTC).date()),
    "seconds": Column("seconds to the learner's own advice; pauses count", lambda a, _: seconds_of(a)),
    "result": Column("`passed` if the advice was at the key's level, else `failed`",
                     lambda _, o: "passed" if is_right(o) else "failed"),
    "score": Column("points by points possible, 0 to 1", lambda _, o: points_of(o).share),
    "points": Column("how many things were right", lambda _, o: points_of(o).right),
    "points_possible": Column("how many things counted", lambda _, o: points_of(o).of),
    "advice": Column("the disposition that the learner advised", lambda _, o: o.advice),
    "reached": Column("the disposition that the learner's marks reached", lambda _, o: o.reached),
    "key": Column("the disposition of the key", lambda _, o: o.key),
    "confidence": Column("how sure the learner was, 1 to 5", lambda _, o: o.confidence),
    "found": Column("signs of the key that were found", lambda _, o: o.found),
    "missed": Column("signs of the key that were not found", lambda _, o: o.missed),
    "overcalled": Column("signs that were marked, and are not in the key", lambda _, o: o.overcalled),
    "conduct_done": Column("required moves that were made in time", _moves("done")),
    "conduct_late": Column("required moves that came too late", _moves("late")),
    "conduct_missed": Column("required moves that were left out", _moves("missed")),
    "conduct_broken": Column("forbidden moves that were made", _moves("broken")),
    "conduct_avoided": Column("forbidden moves that were not made", _moves("avoided")),
    "parting_due": Column("what was due where the path first parts from the key's",
                          lambda _, o: o.parting and o.parting.due),
    "parting_done": Column("what was done there instead; empty: nothing more",
                           lambda _, o: o.parting and o.parting.done),
    "unasked": Column("items of the key's path that were never looked at", lambda _, o: o.unasked),
    "needless": Column("items asked that could change nothing any more", lambda _, o: o.needless),
    "asked": Column("how many times the learner looked or asked", lambda _, o: o.asked),
    "notes": Column("how many notes and reasons the learner wrote", lambda _, o: o.notes),
    "private_after": Column("seconds to the private talk; empty: there was none", lambda _, o: o.private_after),
    "contact": Column("whether the contact named first was the key's: `right`, `wrong`, or `none` to name",
                      lambda _, o: o.contact),
    "duties_missed": Column("duties of the key that were not named", lambda _, o: o.duties_missed),
    "duties_overcalled": Column("duties that were named, and are not in the key", lambda _, o: o.duties_overcalled),
    "facilitated": Column("`yes`: a trainer played the person", lambda a, _: a.facilitated),
    "edition": Column("the rulebook's edition", lambda a, _: a.edition),
    "rulebook_sha256": Column("the SHA-256 of the rulebook", lambda a, _: a.rulebook_sha256),
    "scenario_sha256": Column("the SHA-256 of the scenario as it was played", lambda a, _: a.scenario_sha256),
}  # fmt: skip

PERSON: Mapping[str, str] = {
    "person": "what the training system calls the learner; the pseudonym where the mapping does not say",
    "name": "the learner's name",
    "mbox": "the learner's mail address",
}
"""The columns that only a mapping with `people` fills."""

_KEYS = {"person": "id"}


def head_of(mapping: "TrainerMapping") -> str:
    """The headings."""
    return line_of([*_asked(mapping)])


def rows_of(mapping: "TrainerMapping", attempt: "Attempt") -> Iterator[str]:
    """The row of a finished attempt that is dated."""
    outcome = attempt.outcome
    if outcome is not None:
        yield line_of([_told(mapping, name, attempt, outcome) for name in _asked(mapping).values()])


def _asked(mapping: "TrainerMapping") -> Mapping[str, str]:
    """Headings and what stands under each: the trainer's own, else every column by its name."""
    return mapping.columns or {name: name for name in (*COLUMNS, *(PERSON if mapping.people else ()))}


def _told(mapping: "TrainerMapping", name: str, attempt: "Attempt", outcome: "Outcome") -> object:
    if name in mapping.constants:
        return mapping.constants[name]
    if name in PERSON:
        person = mapping.people.get(attempt.learner)
        told = None if person is None else getattr(person, _KEYS.get(name, name))
        return attempt.learner if told is None and name == "person" else told
    value = COLUMNS[name].told(attempt, outcome)
    return mapping.words.get(name, {}).get(str(value), value)
