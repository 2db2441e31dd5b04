"""Played: steps fold into the very screening that the walk had, whatever a learner does."""

from itertools import pairwise
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from screen.core.assessment import assess_screening
from screen.core.book import Book
from screen.core.screening import Known
from screen.core.shape.attempt import Step
from screen.core.stop import asked
from screen.core.walk import next_question
from screen.practice.keyed import BEGAN, keyed
from screen.practice.played import entered, looked, moved, screening_of, start_of
from screen.practice.scene import done_in, reply_of
from screen.practice.score import outcome_of
from tests.practice.learner import Learner
from tests.practice.scenes import made_scene, pack, shipped, shipped_scene

MANY = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SCENARIOS = st.integers(0, len(shipped()) - 1)
SEEDS = st.integers(0, 1 << 32)


def learner(book: Book, scenario: int, seed: int) -> Learner:
    return Learner(shipped_scene(book, shipped()[scenario].id), Random(seed).randrange)


@MANY
@given(scenario=SCENARIOS, seed=SEEDS)
def test_the_steps_come_to_the_screening_of_the_walk_at_each_question(book: Book, scenario: int, seed: int) -> None:
    played = learner(book, scenario, seed)
    end = played.walk()
    for screening, steps in played.seen:
        assert screening_of(played.scene, steps, BEGAN) == screening
    assert screening_of(played.scene, played.steps, BEGAN) == end.screening


@MANY
@given(scenario=SCENARIOS, seed=SEEDS)
def test_steps_survive_being_written_and_read(book: Book, scenario: int, seed: int) -> None:
    played = learner(book, scenario, seed)
    end = played.walk()
    read = [Step.model_validate_json(step.model_dump_json(exclude_defaults=True)) for step in played.steps]
    assert read == played.steps
    assert screening_of(played.scene, read, BEGAN) == end.screening


@MANY
@given(scenario=SCENARIOS, seed=SEEDS)
def test_what_is_done_stays_done_and_what_shows_waits_for_nothing_undone(book: Book, scenario: int, seed: int) -> None:
    played = learner(book, scenario, seed)
    played.walk()
    done = [done_in(played.scene, played.steps[:number]) for number in range(len(played.steps) + 1)]
    assert all(before <= after for before, after in pairwise(done))
    for before, step in zip(done, played.steps, strict=False):
        if step.does == "look":
            reply = reply_of(played.scene, step.id, before)
            assert step.reply == (None if reply is None else reply.number)
            assert reply is None or set(reply.reveal.after) <= before


@MANY
@given(scenario=SCENARIOS, seed=SEEDS)
def test_any_play_can_be_held_against_the_key(book: Book, scenario: int, seed: int) -> None:
    played = learner(book, scenario, seed)
    end = played.walk()
    key = keyed(played.scene)
    advice = Step(at=played.clock, does="advice", id=end.assessment.disposition, confidence=3)
    outcome = outcome_of(played.scene, key, [*played.steps, advice], BEGAN)
    assert outcome.reached == assess_screening(book, end.screening).disposition
    assert {*outcome.found, *outcome.missed} == {*key.findings}
    assert {*outcome.found, *outcome.overcalled} == {*book.ids(end.assessment.evidence.present)}
    assert not {*outcome.found} & {*outcome.missed}
    required = {name for name in played.scene.scenario.key.path if name not in book.item}
    assert {name for name, how in outcome.conduct.items() if how in ("done", "late", "missed")} == required
    assert (outcome.parting is None) <= (outcome.unasked == () and "missed" not in outcome.conduct.values())


def test_the_screening_begins_where_the_scenario_does(book: Book) -> None:
    booth, private = made_scene(book), made_scene(book, place="secondary")
    assert start_of(booth, BEGAN).entries == ()
    (entry,) = start_of(private, BEGAN).entries
    assert isinstance(entry, Known)
    assert (entry.fact, entry.value) == ("place", "secondary")
    stages = {stage.id for stage, _ in asked(book, assess_screening(book, start_of(private, BEGAN)))}
    assert stages == {"secondary"}


def test_nobody_enters_a_fact_directly() -> None:
    with pytest.raises(TypeError, match="age"):
        entered(Known("age", "adult"), "primary", 0)


def counted(book: Book, moves: list[str], items: list[str], **changed: object) -> list[tuple[str, ...]]:
    """What is noticed at each look, in a walk that answers nothing in between."""
    scene = made_scene(book, **changed)
    screening = start_of(scene, BEGAN)
    question = next_question(book, screening, assess_screening(book, screening))
    assert question is not None
    steps: list[Step] = []
    for name in moves:
        move = next(each for each in pack().moves if each.id == name)
        steps.append(moved(scene, steps, move, question.stage.id, 0)[0])
    for item in items:
        stage = next(each for each in reversed(book.rulebook.stages) if item in each.items)
        steps.append(looked(scene, steps, question._replace(stage=stage, item=book.item[item]), 0)[0])
    return [step.counts for step in steps if step.does == "look"]


def test_a_private_question_before_others_counts_and_one_put_again_too(book: Book) -> None:
    two = {"place": "secondary", "companion": "the other"}
    assert counted(book, [], ["work", "needs", "work"], **two) == [
        ("asked-in-front",), (), ("asked-in-front", "asked-again"),
    ]  # fmt: skip
    assert counted(book, ["apart"], ["work", "work"], **two) == [(), ("asked-again",)]
    assert counted(book, [], ["work"], place="secondary") == [()]


def test_what_shows_otherwise_is_no_question_put_again(book: Book) -> None:
    reveals = {"work": [{"shows": "A.", "marks": []}, {"after": ["water"], "shows": "B.", "marks": []}]}
    scene = made_scene(book, place="secondary", reveals=reveals)

    screening = start_of(scene, BEGAN)
    question = next_question(book, screening, assess_screening(book, screening))
    assert question is not None
    work = question._replace(item=book.item["work"])
    water = next(each for each in pack().moves if each.id == "water")
    steps = [looked(scene, [], work, 0)[0]]
    steps.append(moved(scene, steps, water, "secondary", 1)[0])
    steps.append(looked(scene, steps, work, 2)[0])
    steps.append(looked(scene, steps, work, 3)[0])
    assert [(step.reply, step.counts) for step in steps if step.does == "look"] == [
        (0, ()), (1, ()), (1, ("asked-again",)),
    ]  # fmt: skip
