"""Recall: how well a learner still knows each sign and each confusion, by the spaced repetition of fsrs."""

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from screen.core.shape.attempt import Attempt
    from screen.core.shape.scenario import Scenario


class Skill(NamedTuple):
    """What is practised: to find a sign (`sees`), or to leave it where an ordinary reason holds."""

    indicator: str
    sees: bool


Grades = tuple[tuple[Skill, bool], ...]
"""Skills that an attempt tried, and whether each held."""


def skills_of(scenario: "Scenario", findings: "Iterable[str]") -> frozenset[Skill]:
    """What a scenario practises: to find what is in its key, and to leave what has an ordinary reason."""
    found = frozenset(findings)
    leaves = (Skill(each, sees=False) for each in scenario.ordinary if each not in found)
    return frozenset((*(Skill(each, sees=True) for each in found), *leaves))


def grades_of(attempt: "Attempt", scenario: "Scenario | None") -> Grades:
    """What an attempt says of the learner's skills. A sign marked where it was not there is a confusion of its own."""
    outcome = attempt.outcome
    if outcome is None:
        return ()
    found = [(Skill(each, sees=True), True) for each in outcome.found]
    missed = [(Skill(each, sees=True), False) for each in outcome.missed]
    confused = [(Skill(each, sees=False), False) for each in outcome.overcalled]
    known = {skill for skill, _ in (*found, *missed, *confused)}
    offered = skills_of(scenario, (*outcome.found, *outcome.missed)) if scenario is not None else ()
    left = [(skill, True) for skill in offered if not skill.sees and skill not in known]
    return (*found, *missed, *confused, *sorted(left))


def recalled(attempts: "Iterable[Attempt]", scenarios: "Mapping[str, Scenario]", now: datetime) -> dict[Skill, float]:
    """For each skill tried so far, how likely the learner still has it: 0 to 1. Raises ImportError without fsrs.

    An attempt is one review of each skill; no chance comes in, so the same attempts give the same numbers.
    """
    from fsrs import Card, Rating, Scheduler  # noqa: PLC0415 - an extra, imported where it is used

    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    cards: dict[Skill, Card] = {}
    for attempt in sorted(attempts, key=lambda each: (each.moment, each.id)):
        at = attempt.moment.astimezone(now.tzinfo)
        for skill, held in grades_of(attempt, scenarios.get(attempt.scenario)):
            card = cards.get(skill) or Card(card_id=len(cards))
            cards[skill], _ = scheduler.review_card(card, Rating.Good if held else Rating.Again, at)
    return {skill: scheduler.get_card_retrievability(card, now) for skill, card in cards.items()}
