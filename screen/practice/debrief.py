"""The debrief: a finished attempt told over, held against its key, with what each part of it rests on."""

from typing import TYPE_CHECKING, NamedTuple

from screen.core.assessment import assess_screening
from screen.practice.cell import cell_of, is_referral
from screen.practice.claimed import claimed_of
from screen.practice.facts import Misread, misread
from screen.practice.halves import Twin, twin_of
from screen.practice.path import Parted, Row, parted, rows_of
from screen.practice.played import screening_of
from screen.practice.score import outcome_of
from screen.practice.seen import Conducted, Seen, conducted_of, seen_of
from screen.practice.unasked import Unheard, unheard
from screen.practice.words import Said, text_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from screen.core.shape.attempt import Attempt, Outcome, Step
    from screen.practice.keyed import Keyed
    from screen.practice.scene import Scene


class Advised(NamedTuple):
    """The own advice against the key: `lower`, `right` or `higher`; its place in the 2x2; why the key leads there.

    `reached`: where the learner's own marks lead by the rulebook. `stands`: neither a fact nor a sign among them is
    one that did not show, so that a right level is right by more than chance.
    """

    own: str
    reached: str
    key: str
    level: str
    cell: str
    confidence: int
    because: tuple[Said, ...]
    stands: bool = True


class Owed(NamedTuple):
    """A duty: `named`, `missed` or `overcalled`; to whom it is owed and within what time."""

    id: str
    title: str
    state: str
    to: str
    within: str
    source: str


class Called(NamedTuple):
    """Whom to tell first: `right`, `wrong`, or `none` where the key has nobody."""

    state: str
    own: str
    own_title: str
    key: str
    key_title: str


class Effort(NamedTuple):
    """What more than needed was asked. `again`, `in_front`: how often; `private_after`: seconds to the private talk."""

    asked: int
    needless: tuple[str, ...]
    again: int
    in_front: int
    private_after: int | None


class Debrief(NamedTuple):
    """All there is to say of an attempt. `changed`: it was scored otherwise when it was played.

    `facts`: what was entered otherwise than it showed; `claimed`: the lines of conduct marked as done without a move.
    `has_twin`: another scenario has the same first look; `twin` names it only once the learner has played it.
    """

    attempt: str
    learner: str
    scenario: str
    title: str
    began: str
    truth: str
    changed: bool
    outcome: "Outcome"
    rows: tuple[Row, ...]
    parted: Parted | None
    signs: tuple[Seen, ...]
    conduct: tuple[Conducted, ...]
    unheard: tuple[Unheard, ...]
    effort: Effort
    advice: Advised
    duties: tuple[Owed, ...]
    contact: Called
    teaching: tuple[Said, ...]
    has_twin: bool
    twin: Twin | None
    facts: tuple[Misread, ...] = ()
    claimed: tuple[Said, ...] = ()


def debrief_of(
    scene: "Scene",
    keyed: "Keyed",
    attempt: "Attempt",
    history: "Sequence[Attempt]" = (),
    twin: "Scene | None" = None,
) -> Debrief:
    """The debrief of a finished attempt, by the key as it stands now. `history`: the learner's attempts.

    Raises ValueError if the attempt is not finished, or speaks of what the rulebook does not know.
    """
    steps, began = known_steps(scene, attempt.steps), attempt.moment
    outcome = outcome_of(scene, keyed, steps, began)
    evidence = assess_screening(scene.book, screening_of(scene, steps, began)).evidence
    scenario = scene.scenario
    return Debrief(
        attempt.id, attempt.learner, scenario.id, scenario.title, attempt.began, scenario.truth,
        attempt.outcome is not None and attempt.outcome != outcome, outcome,
        rows_of(scene, steps, keyed.steps), parted(scene, keyed, steps),
        tuple(seen_of(scene, keyed, outcome, evidence)), tuple(conducted_of(scene, keyed, steps, outcome)),
        unheard(scene, keyed, steps, began), _effort(scene, steps, outcome),
        _advised(scene, keyed, outcome), tuple(_owed(scene, keyed, outcome)), _called(scene, steps[-1], outcome),
        tuple(Said(point.text, point.sources) for point in scenario.teaching),
        scenario.pair is not None, twin_of(scene, keyed, twin, history),
        misread(scene, keyed, steps, began), _claimed(scene, steps),
    )  # fmt: skip


def known_steps(scene: "Scene", steps: "Sequence[Step]") -> "tuple[Step, ...]":
    """The steps without those at an item or a sign that the rulebook does not know any more. Raises ValueError."""
    book = scene.book
    if not steps or steps[-1].does != "advice":
        raise ValueError("the attempt is not finished")
    if steps[-1].id not in book.rank:
        raise ValueError(f"its advice, {steps[-1].id}, is none of this rulebook")
    tables: dict[str, Collection[str]] = {"look": book.item, "answer": book.item, "sign": book.indicator}
    return tuple(step for step in steps if step.does not in tables or step.id in tables[step.does])


def _claimed(scene: "Scene", steps: "Sequence[Step]") -> tuple[Said, ...]:
    """The lines of conduct marked as done that no move followed."""
    lines = claimed_of(scene, steps)
    return tuple(Said(line.text, line.sources, line.kind) for line in scene.book.rulebook.conduct if line.id in lines)


def _effort(scene: "Scene", steps: "Sequence[Step]", outcome: "Outcome") -> Effort:
    kinds = {move.id: move.noticed for move in scene.pack.moves}
    noticed = [kinds.get(name) for step in steps for name in step.counts]
    return Effort(
        outcome.asked, tuple(text_of(scene, item) for item in outcome.needless),
        noticed.count("repeated"), noticed.count("in-front"), outcome.private_after,
    )  # fmt: skip


def _advised(scene: "Scene", keyed: "Keyed", outcome: "Outcome") -> Advised:
    rank = scene.book.rank
    cell = cell_of(is_referral(scene.book, outcome.advice), is_referral(scene.book, outcome.key))
    order = (rank[outcome.advice] > rank[outcome.key]) - (rank[outcome.advice] < rank[outcome.key])
    return Advised(
        outcome.advice, outcome.reached, outcome.key, ("lower", "right", "higher")[order + 1],
        cell, outcome.confidence,
        tuple(Said(rule.because, rule.sources) for rule in keyed.assessment.rules if rule.disposition == outcome.key),
        not outcome.facts_wrong and not outcome.overcalled,
    )  # fmt: skip


def _owed(scene: "Scene", keyed: "Keyed", outcome: "Outcome") -> "Iterator[Owed]":
    for duty in scene.book.rulebook.duties:
        if duty.id in keyed.duties or duty.id in outcome.duties_overcalled:
            missed = "missed" if duty.id in outcome.duties_missed else "named"
            state = "overcalled" if duty.id in outcome.duties_overcalled else missed
            yield Owed(duty.id, duty.title, state, duty.to, duty.within, duty.source)


def _called(scene: "Scene", own: "Step", outcome: "Outcome") -> Called:
    titles = {contact.id: contact.title for contact in scene.book.rulebook.contacts}
    key = scene.scenario.key.contact or ""
    return Called(outcome.contact, own.contact, titles.get(own.contact, own.contact), key, titles.get(key, key))
