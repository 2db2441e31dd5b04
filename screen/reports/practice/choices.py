"""Choices: every step of an attempt as a row of a table."""

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from screen.reports.practice.cells import line_of

if TYPE_CHECKING:
    from screen.core.shape.attempt import Attempt, Step

CHOICES: Mapping[str, str] = {
    "attempt": "the attempt's own id, as in the other table",
    "learner": "the pseudonym; never a name",
    "scenario": "the scenario's id",
    "step": "the step's number, from 1",
    "at": "seconds since the attempt began",
    "seconds": "seconds since the step before",
    "stage": "the stage of the interview",
    "does": "`move`, `look`, `answer`, `sign`, `note`, `back`, `take-back` or `advice`",
    "id": "the move, the item, the sign, or the disposition advised",
    "reply": "which of the scenario's replies came, from 0; empty: the pack's, or none",
    "works": "`no`: the move did not come about",
    "counts": "moves that were noticed by it",
    "could_change": "`no`: the item could change nothing any more",
    "picked": "the options ticked",
    "unsure": "the options that could not be told",
    "state": "`answered`, `could-not-tell`, `declined`, `present` or `absent`, where it enters something",
    "reasons": "written reasons by fact, as JSON",
    "why_not": "why what was left unticked was not done",
    "reason": "why it was not answered",
    "text": "a note",
    "confidence": "how sure the learner was of the own advice, 1 to 5",
    "contact": "the contact that the learner would tell first",
    "duties": "the duties that the learner said apply",
}
"""The columns and what they mean."""

ENTERS = ("answer", "sign")
"""What a step does that enters a state."""


def choices_head() -> str:
    """The headings."""
    return line_of([*CHOICES])


def choices_of(attempt: "Attempt") -> Iterator[str]:
    """A row for every step."""
    before = 0
    for number, step in enumerate(attempt.steps, start=1):
        yield line_of(_row(attempt, number, step, before))
        before = step.at


def _row(attempt: "Attempt", number: int, step: "Step", before: int) -> list[object]:
    return [
        attempt.id, attempt.learner, attempt.scenario, number, step.at, max(0, step.at - before), step.stage, step.does,
        step.id, step.reply, step.works if step.does == "move" else None, step.counts,
        step.could_change if step.does == "look" else None, step.picked, step.unsure,
        step.state if step.does in ENTERS else None,
        json.dumps(step.reasons, ensure_ascii=False) if step.reasons else None, step.why_not, step.reason, step.text,
        step.confidence, step.contact, step.duties,
    ]  # fmt: skip
