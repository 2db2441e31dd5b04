"""The debrief: a finished attempt told over, held against its key, with what each part of it rests on."""

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from screen.core.assessment import assess_screening
from screen.practice.cell import cell_of, is_referral
from screen.practice.halves import Twin, twin_of
from screen.practice.path import Parted, Row, parted, rows_of
from screen.practice.played import screening_of
from screen.practice.score import forbidden, is_too_late, orders, outcome_of
from screen.practice.unasked import Unheard, unheard
from screen.practice.words import Said, conduct_lines, text_of, title_of, why_first

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from screen.core.evidence import Evidence
    from screen.core.shape.attempt import Attempt, Outcome, Step
    from screen.practice.keyed import Keyed
    from screen.practice.scene import Scene


class Seen(NamedTuple):
    """A sign: `found`, `missed` or `overcalled`; when to mark it, when not, and the reason that is ordinary here.

    `ordinary`: true in this scenario; `innocent`: ordinary by the rulebook; `where`: the items that showed it.
    """

    id: str
    title: str
    state: str
    where: tuple[str, ...]
    mark_if: str
    not_if: str
    ordinary: str
    innocent: tuple[str, ...]
    sources: tuple[str, ...]


class Conducted(NamedTuple):
    """A move: `done`, `late`, `missed`, `broken` or `avoided`; why it comes when it does; the lines it rests on.

    `before`: what was done before it and should have come after.
    """

    move: str
    text: str
    state: str
    before: str
    why: str
    rules: tuple[Said, ...]


class Advised(NamedTuple):
    """The own advice against the key: `lower`, `right` or `higher`; its place in the 2x2; why the key leads there.

    `reached`: where the learner's own marks lead by the rulebook.
    """

    own: str
    reached: str
    key: str
    level: str
    cell: str
    confidence: int
    because: tuple[Said, ...]


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
    steps, began = known_steps(scene, attempt.steps), datetime.fromisoformat(attempt.began)
    outcome = outcome_of(scene, keyed, steps, began)
    evidence = assess_screening(scene.book, screening_of(scene, steps, began)).evidence
    scenario = scene.scenario
    return Debrief(
        attempt.id, attempt.learner, scenario.id, scenario.title, attempt.began, scenario.truth,
        attempt.outcome is not None and attempt.outcome != outcome, outcome,
        rows_of(scene, steps, keyed.steps), parted(scene, steps),
        tuple(_signs(scene, keyed, outcome, evidence)), tuple(_conduct(scene, steps, outcome)),
        unheard(scene, keyed, steps), _effort(scene, steps, outcome),
        _advised(scene, keyed, outcome), tuple(_owed(scene, keyed, outcome)), _called(scene, steps[-1], outcome),
        tuple(Said(point.text, point.sources) for point in scenario.teaching),
        scenario.pair is not None, twin_of(scene, keyed, twin, history),
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


def _signs(scene: "Scene", keyed: "Keyed", outcome: "Outcome", evidence: "Evidence") -> "Iterator[Seen]":
    book = scene.book
    for state, names in (("found", outcome.found), ("missed", outcome.missed), ("overcalled", outcome.overcalled)):
        learned = keyed.assessment.evidence if state == "missed" else evidence
        for name in names:
            sign = book.indicator[name]
            where = tuple(text_of(scene, item) for item in learned.found.get(name, ()) if item)
            yield Seen(
                name, title_of(scene, name), state, where, sign.mark_if or "", sign.not_if or "",
                scene.scenario.ordinary.get(name, ""), sign.innocent, sign.sources,
            )  # fmt: skip


def _conduct(scene: "Scene", steps: "Sequence[Step]", outcome: "Outcome") -> "Iterator[Conducted]":
    """The required moves in the order of the key, then those not to be made, the broken ones first."""
    barred = forbidden(scene)
    ranked = sorted(outcome.conduct.items(), key=lambda each: (each[0] in barred, each[1] == "avoided"))
    for move, state in ranked:
        thens = [then for first, then in orders(scene) if first == move]
        place = next((n for n, step in enumerate(steps) if step.does == "move" and step.id == move and _works(step)), 0)
        after = [then for then in thens if state == "late" and is_too_late(scene, steps, place, then)]
        why = "" if move in barred else why_first(scene, move, after or thens)
        yield Conducted(
            move, text_of(scene, move), state, text_of(scene, after[0]) if after else "", why,
            conduct_lines(scene, move),
        )  # fmt: skip


def _works(step: "Step") -> bool:
    return step.works == "yes"


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
