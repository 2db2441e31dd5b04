"""The shapes that practice is written in: what they take, and what they refuse."""

from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from screen.core.rating import SAYS, Written, written_in
from screen.core.shape.attempt import Attempt, Step
from screen.core.shape.course import Course
from screen.core.shape.mapping import TrainerMapping
from screen.core.shape.rates import Rates, Study
from screen.core.shape.scenario import Scenario
from tests.practice.made import made_attempt, made_scenario

COURSE = {"code": "HT-1", "hours": 1.5, "pass_rule": "Eight of ten.", "key_kept_by": "The trainer."}
STUDY: dict[str, Any] = {
    "id": "one", "name": "One", "source": "One, 2020", "among": "people", "cut": "1 of 4",
    "seen": 26, "missed": 4, "false_alarm": 73, "rightly_left": 237,
}  # fmt: skip


def test_the_notes_and_reasons_of_an_attempt_are_numbered_in_the_order_in_which_they_were_written() -> None:
    steps = (
        Step(at=1, does="note", text="She said no."),
        Step(at=2, does="answer", id="concern", reasons={"officer-concern": "He spoke for her."}, why_not="  "),
        Step(at=3, does="answer", id="age", state="declined", reason="No papers."),
    )
    attempt = made_attempt().model_copy(update={"steps": steps})
    assert tuple(written_in(attempt)) == (
        Written(1, "", "She said no."),
        Written(2, "officer-concern", "He spoke for her."),
        Written(3, "age", "No papers."),
    )
    assert len(SAYS) == len(set(SAYS))


@pytest.mark.parametrize(
    ("shape", "told"),
    [
        (Course, COURSE),
        (TrainerMapping, {}),
        (TrainerMapping, {"columns": {"Learner": "learner"}, "people": {"K1": {"name": "A B"}}}),
        (Study, STUDY),
        (Rates, {"title": "Rates", "studies": [STUDY], "shares": [100]}),
    ],
)
def test_what_is_whole_is_taken(shape: type[BaseModel], told: dict[str, Any]) -> None:
    assert shape.model_validate(told)


@pytest.mark.parametrize(
    ("shape", "told"),
    [
        (Course, COURSE | {"hours": 0}),
        (Course, COURSE | {"teacher": "A B"}),
        (TrainerMapping, {"people": {"K1": {"phone": "1"}}}),
        (Study, STUDY | {"seen": -1}),
        (Study, STUDY | {"seen": 0, "missed": 0}),
        (Study, STUDY | {"missed": 0, "rightly_left": 0}),
        (Rates, {"title": "Rates", "studies": [], "shares": [100]}),
        (Rates, {"title": "Rates", "studies": [STUDY], "shares": [1000]}),
        (Attempt, made_attempt().model_dump() | {"version": 2}),
        (Attempt, made_attempt().model_dump() | {"state": "half"}),
        (Attempt, made_attempt().model_dump() | {"began": "2026-01-01T09:00:00"}),
        (Attempt, made_attempt().model_dump() | {"began": "yesterday"}),
        (Scenario, made_scenario().model_dump(by_alias=True) | {"level": 4}),
        (Scenario, made_scenario().model_dump(by_alias=True) | {"seen": []}),
        (Scenario, made_scenario().model_dump(by_alias=True) | {"teaching": []}),
    ],
)
def test_what_is_not_is_refused(shape: type[BaseModel], told: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        shape.model_validate(told)


def test_moments_are_in_order_also_across_zones() -> None:
    early = made_attempt().model_copy(update={"began": "2026-10-25T02:30:00+02:00"})
    late = made_attempt().model_copy(update={"began": "2026-10-25T02:10:00+01:00"})
    assert early.moment < late.moment
