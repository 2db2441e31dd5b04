"""Scenarios and attempts made for tests."""

from typing import Any

from screen.core.shape.attempt import Attempt, Outcome
from screen.core.shape.scenario import Scenario


def made_scenario(name: str = "made", **changed: Any) -> Scenario:  # noqa: ANN401 - any key of a scenario
    """A whole scenario with these keys in place of the plain ones; it is known to no rulebook."""
    told: dict[str, Any] = {
        "id": name, "title": "Made", "level": 1, "lane": "Lane one", "brief": "Someone.", "seen": ["A bag."],
        "person": "someone", "role": "You are someone.", "truth": "nothing", "reveals": {},
        "key": {"path": ["papers"], "disposition": "nothing-noted"},
        "teaching": [{"text": "Look.", "sources": ["ours"]}],
    }  # fmt: skip
    return Scenario.model_validate(told | changed)


def made_attempt(scenario: str = "made", day: int = 1, *, learner: str = "A1", **outcome: Any) -> Attempt:  # noqa: ANN401 - any key of an outcome
    """A finished attempt on a day of January 2026, with this outcome; the advice is right unless told."""
    told: dict[str, Any] = {"advice": "refer", "reached": "refer", "key": "refer", "confidence": 3} | outcome
    truth = told.pop("truth", "exploitation" if told["key"].startswith("refer") else "nothing")
    return Attempt(
        id=f"{learner}-{scenario}-{day}", learner=learner, scenario=scenario, scenario_sha256="0" * 64,
        edition="2026.11", rulebook_sha256="0" * 64, truth=truth, began=f"2026-01-{day:02}T09:00:00+00:00",
        state="finished", outcome=Outcome.model_validate(told),
    )  # fmt: skip
