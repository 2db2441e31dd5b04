"""Spaced repetition over signs and confusions: what is missed or overcalled fades first, and comes again."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screen.practice.recall import Skill, grades_of, recalled, skills_of
from tests.practice.made import made_attempt, made_scenario

NOW = datetime(2026, 2, 1, tzinfo=UTC)
SCENARIO = made_scenario(ordinary={"branding": "A tattoo.", "documents-held": "A guide."})
KNOWN = {"made": SCENARIO}
SEES, LEAVES = Skill("documents-held", sees=True), Skill("branding", sees=False)


def test_a_scenario_practises_to_see_its_findings_and_to_leave_what_is_ordinary() -> None:
    assert skills_of(SCENARIO, ["documents-held"]) == {SEES, LEAVES}


@pytest.mark.parametrize(
    ("outcome", "grades"),
    [
        ({"found": ("documents-held",)}, ((SEES, True), (LEAVES, True))),
        ({"missed": ("documents-held",)}, ((SEES, False), (LEAVES, True))),
        ({"found": ("documents-held",), "overcalled": ("branding",)}, ((SEES, True), (LEAVES, False))),
    ],
)
def test_an_attempt_says_which_skills_held(outcome: dict[str, Any], grades: object) -> None:
    assert grades_of(made_attempt(**outcome), SCENARIO) == grades


def test_an_attempt_at_a_scenario_that_is_gone_still_tells_what_was_missed() -> None:
    assert grades_of(made_attempt(missed=("branding",)), None) == ((Skill("branding", sees=True), False),)


def test_what_was_missed_is_known_less_well_than_what_was_found() -> None:
    known = recalled([made_attempt(missed=("branding",), found=("documents-held",))], KNOWN, NOW)
    assert known[Skill("branding", sees=True)] < known[SEES]


def test_what_was_found_fades_with_the_days_and_is_fresh_on_the_day() -> None:
    attempt = made_attempt(found=("documents-held",), day=31)
    days = [recalled([attempt], KNOWN, NOW + timedelta(days=n))[SEES] for n in (0, 10, 100)]
    assert days == sorted(days, reverse=True)
    assert days[0] > 0.9
    assert days[2] < days[0]


@given(st.permutations([1, 3, 7, 20]))
def test_the_order_in_which_files_are_read_does_not_matter(days: list[int]) -> None:
    attempts = [made_attempt(found=("documents-held",), day=day) for day in days]
    ordered = sorted(attempts, key=lambda each: each.began)
    assert recalled(attempts, KNOWN, NOW) == recalled(ordered, KNOWN, NOW)
