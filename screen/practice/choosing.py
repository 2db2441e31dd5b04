"""Choosing: which scenario a learner plays next, so that what fades comes again and most of it stays ordinary."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from screen.practice.recall import Skill, skills_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from screen.core.shape.attempt import Attempt
    from screen.core.shape.scenario import Scenario
    from screen.practice.draw import Chance

REST = timedelta(days=30)
"""So long the other half of a pair, and a scenario once played, stay away: what one remembers of it would tell."""

ORDINARY = ("nothing", "other-need")
ONE_IN = 3

UNSEEN = 0.8
"""How well a skill that was never tried counts as known: better than one just missed, worse than one found lately."""


class Choice(NamedTuple):
    """A scenario to be played next, why, and the skills that it is to refresh, the weakest first."""

    scenario: "Scenario"
    why: str
    skills: tuple[Skill, ...]


def next_of(
    scenarios: "Sequence[Scenario]",
    attempts: "Sequence[Attempt]",
    known: "Mapping[Skill, float]",
    now: datetime,
    chance: "Chance",
) -> Choice | None:
    """The scenario to be played next; None if there is none at all.

    A third or more is ordinary, by chance, so that nobody can tell by counting. Of those of the kind drawn that have
    rested, at the lowest level not mastered yet or below: first another half whose rest is over, then what is needed
    most; of that third, one by chance. `known` says how well each skill is known, 0 to 1.
    """
    played = _played(attempts)
    rested = _rested(scenarios, played, now)
    level = level_of(scenarios, attempts)
    fit = [each for each in rested if each.level <= level] or rested
    wants_ordinary = _wants_ordinary(scenarios, attempts, chance)
    kind = [each for each in fit if (each.truth in ORDINARY) is wants_ordinary] or fit
    if not kind:
        return None
    due = [each for each in kind if each.id not in played and _other_half(each, scenarios, played)]
    ranked = sorted(due or kind, key=lambda each: (-need_of(each, known), each.id in played, each.id))
    chosen = ranked[chance(max(1, len(ranked) // ONE_IN))]
    skills = sorted(skills_of(chosen, chosen.key.findings), key=lambda each: (known.get(each, UNSEEN), each))
    return Choice(chosen, "other-half" if due else "refresh", tuple(skills))


def need_of(scenario: "Scenario", known: "Mapping[Skill, float]") -> float:
    """How much a scenario is needed: by the skill of it that is known least, whether it has many or few."""
    skills = skills_of(scenario, scenario.key.findings)
    return max((1 - known.get(each, UNSEEN) for each in skills), default=1 - UNSEEN)


def level_of(scenarios: "Iterable[Scenario]", attempts: "Sequence[Attempt]") -> int:
    """The level that is practised: one above the highest at which two of the last three advices were right."""
    levels = {each.id: each.level for each in scenarios}
    reached = 1
    for level in (1, 2):
        last = [
            each.outcome.advice == each.outcome.key
            for each in sorted(attempts, key=lambda each: each.moment)
            if each.outcome is not None and levels.get(each.scenario) == level
        ][-3:]
        if sum(last) < 2:  # noqa: PLR2004 - two of three, as the docstring says
            break
        reached = level + 1
    return reached


def _played(attempts: "Iterable[Attempt]") -> dict[str, datetime]:
    """When each scenario was played last."""
    last: dict[str, datetime] = {}
    for attempt in attempts:
        at = attempt.moment
        last[attempt.scenario] = max(at, last.get(attempt.scenario, at))
    return last


def _half_of(scenario: "Scenario", scenarios: "Iterable[Scenario]") -> "list[Scenario]":
    return [each for each in scenarios if scenario.pair is not None and each.pair == scenario.pair]


def _rested(scenarios: "Sequence[Scenario]", played: "Mapping[str, datetime]", now: datetime) -> "Sequence[Scenario]":
    """Those of which no half was played in the last thirty days; if none, the third that rested longest."""
    last = {each.id: _last_played(each, scenarios, played) for each in scenarios}
    rested = [each for each in scenarios if (at := last[each.id]) is None or now - at >= REST]
    longest = sorted(scenarios, key=lambda each: (last[each.id] or now, each.id))
    return rested or longest[: max(1, len(longest) // ONE_IN)]


def _last_played(
    scenario: "Scenario", scenarios: "Iterable[Scenario]", played: "Mapping[str, datetime]"
) -> datetime | None:
    """When it or another half of its pair was played last."""
    return max(
        (played[each.id] for each in (scenario, *_half_of(scenario, scenarios)) if each.id in played), default=None
    )


def _other_half(scenario: "Scenario", scenarios: "Iterable[Scenario]", played: "Mapping[str, datetime]") -> bool:
    return any(each.id in played for each in _half_of(scenario, scenarios) if each.id != scenario.id)


def _wants_ordinary(scenarios: "Sequence[Scenario]", attempts: "Sequence[Attempt]", chance: "Chance") -> bool:
    """Whether the next is to be an ordinary one: surely while they are under a third, then by chance."""
    played, ordinary = len(attempts), sum(1 for each in attempts if each.truth in ORDINARY)
    if not any(each.truth in ORDINARY for each in scenarios):
        return False
    one_in = 1 if 3 * ordinary < played else 2 if 2 * ordinary < played else 3
    return chance(one_in) == 0
