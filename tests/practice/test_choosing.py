"""What is played next: rested, of the learner's level, ordinary often enough, and what refreshes most."""

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import pairwise
from random import Random

import pytest

from screen.core.shape.attempt import Attempt
from screen.core.shape.scenario import Scenario
from screen.practice.choosing import Choice, level_of, next_of
from screen.practice.recall import Skill
from tests.practice.made import made_attempt, made_scenario

JANUARY, MARCH = datetime(2026, 1, 31, tzinfo=UTC), datetime(2026, 3, 15, tzinfo=UTC)


def real(name: str, *findings: str, **changed: object) -> Scenario:
    key = {"path": ["papers"], "disposition": "refer", "findings": findings}
    return made_scenario(name, truth="exploitation", key=key, **changed)


def chosen(
    scenarios: Sequence[Scenario],
    attempts: Sequence[Attempt] = (),
    known: dict[Skill, float] | None = None,
    now: datetime = JANUARY,
    seed: int = 0,
) -> Choice:
    choice = next_of(scenarios, attempts, known or {}, now, Random(seed).randrange)
    assert choice is not None
    return choice


def test_without_scenarios_there_is_nothing_to_play() -> None:
    assert next_of((), (), {}, JANUARY, Random(0).randrange) is None


def test_a_scenario_played_this_month_and_its_other_half_stay_away() -> None:
    pair = [real("a", pair="p"), real("b", pair="p"), real("c")]
    assert {chosen(pair, [made_attempt("a", 20)], seed=seed).scenario.id for seed in range(20)} == {"c"}


def test_after_thirty_days_the_other_half_comes_first() -> None:
    pair = [real("a", pair="p"), real("b", pair="p"), real("c", "branding", "threatened")]
    choice = chosen(pair, [made_attempt("a", 20)], now=MARCH)
    assert (choice.scenario.id, choice.why) == ("b", "other-half")


def test_where_nothing_has_rested_something_is_played_all_the_same() -> None:
    assert chosen([real("a")], [made_attempt("a", 30)]).scenario.id == "a"


def test_what_is_known_least_is_refreshed() -> None:
    known = {Skill("branding", sees=True): 0.95, Skill("threatened", sees=True): 0.2}
    choice = chosen([real("a", "branding"), real("b", "threatened")], known=known)
    assert (choice.scenario.id, choice.skills[0]) == ("b", Skill("threatened", sees=True))


def test_where_nothing_has_rested_what_rested_longest_comes() -> None:
    scenarios = [real(name) for name in "abcdef"]
    attempts = [made_attempt(name, day) for day, name in enumerate("cafbde", start=2)]
    assert {chosen(scenarios, attempts, seed=seed).scenario.id for seed in range(20)} <= {"c", "a"}


def test_one_with_few_signs_comes_as_soon_as_one_with_many() -> None:
    scenarios = [real("many", "branding", "threatened", "debt-to-controller"), real("few")]
    assert chosen(scenarios, [made_attempt("many", 1)], now=MARCH).scenario.id == "few"


def test_a_third_or_more_is_ordinary_and_nobody_can_tell_which() -> None:
    scenarios = [*(real(f"r{n}") for n in range(40)), *(made_scenario(f"o{n}") for n in range(40))]
    attempts: list[Attempt] = []
    truths = []
    for _ in range(60):
        choice = chosen(scenarios, attempts, seed=len(attempts))
        truths.append(choice.scenario.truth)
        attempts.append(made_attempt(choice.scenario.id, 1, truth=choice.scenario.truth))
    assert 20 <= truths.count("nothing") <= 36
    assert any(a == b == "nothing" for a, b in pairwise(truths))


@pytest.mark.parametrize(
    ("advices", "level"),
    [((), 1), (("refer",), 1), (("refer", "refer"), 2), (("refer", "consult", "refer"), 2),
     (("refer", "refer", "consult", "consult"), 1)],
)  # fmt: skip
def test_two_right_of_the_last_three_raise_the_level(advices: tuple[str, ...], level: int) -> None:
    attempts = [made_attempt("a", day, advice=advice) for day, advice in enumerate(advices, start=1)]
    assert level_of([real("a")], attempts) == level


def test_what_is_above_the_level_is_kept_for_later() -> None:
    scenarios = [real("a"), real("b", "branding", "threatened", level=3)]
    assert {chosen(scenarios, seed=seed).scenario.id for seed in range(10)} == {"a"}
