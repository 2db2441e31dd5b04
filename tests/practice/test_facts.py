"""The facts: what was entered otherwise than it showed, and what the learner's own answers closed."""

import pytest

from screen.core.assessment import assess_screening
from screen.core.book import Book
from screen.core.shape.attempt import Step
from screen.core.walk import Question
from screen.practice.keyed import BEGAN, keyed
from screen.practice.played import looked, start_of
from screen.practice.scene import Scene
from tests.practice.plays import NAMES, scene_called, told, without


def answered(steps: tuple[Step, ...], item: str, *picked: str, state: str = "answered") -> tuple[Step, ...]:
    """The steps with another answer at this item."""
    changed = {"picked": picked, "state": state}
    return tuple(
        step.model_copy(update=changed) if (step.does, step.id) == ("answer", item) else step for step in steps
    )


@pytest.fixture(scope="module")
def gate(book: Book) -> Scene:
    return scene_called(book, "gate-late")


def test_an_age_entered_otherwise_than_the_passport_says_is_told_with_what_it_says(gate: Scene) -> None:
    debrief = told(gate, answered(keyed(gate).steps, "age", "adult"))
    assert debrief.outcome.facts_wrong == ("age",)
    (wrong,) = debrief.facts
    assert (wrong.own, wrong.shown, wrong.item, wrong.looked) == ("adult", "14-17", "age", True)
    assert wrong.shows == gate.scenario.reveals["age"][0].shows


def test_danger_and_words_that_nobody_saw_or_said_are_wrong_facts(gate: Scene) -> None:
    for option, fact in (("danger", "danger-now"), ("help", "disclosure")):
        steps = (Step(at=0, does="answer", id="now", picked=(option,), stage="primary"),)
        debrief = told(gate, steps, id="refer-now")
        assert debrief.outcome.facts_wrong == (fact,)
        assert not debrief.facts[0].looked
        assert debrief.facts[0].shows == gate.pack.otherwise["now"].shows


def test_who_could_not_tell_without_a_look_entered_nothing_wrong_and_after_a_look_did(gate: Scene) -> None:
    blind = Step(at=0, does="answer", id="age", state="could-not-tell", stage="primary")
    look = Step(at=0, does="look", id="age", reply=0, stage="primary")
    assert told(gate, (blind,)).facts == ()
    assert [each.fact for each in told(gate, (look, blind)).facts] == ["age"]


def test_what_the_officer_judges_is_no_fact_that_shows(gate: Scene) -> None:
    debrief = told(gate, answered(keyed(gate).steps, "concern", "strong"))
    assert debrief.facts == ()


def test_a_private_talk_is_entered_as_held_only_where_it_was(book: Book) -> None:
    scene = scene_called(book, "third-lane")
    look = Step(at=1, does="look", id="spoken-alone", reply=0, stage="secondary")
    steps = tuple(step for step in keyed(scene).steps if step.id != "apart")
    beside = tuple(look if (step.does, step.id) == ("look", "spoken-alone") else step for step in steps)
    assert told(scene, keyed(scene).steps).facts == ()
    assert told(scene, beside).outcome.facts_wrong == ("spoken-alone",)


def test_whom_someone_came_with_may_be_known_before_it_is_said(book: Book) -> None:
    scene = scene_called(book, "third-lane")
    assert told(scene, without(keyed(scene).steps, "speak-first")).facts == ()


def test_an_item_that_an_own_answer_closed_is_told_with_that_answer(gate: Scene) -> None:
    steps = (Step(at=0, does="answer", id="now", picked=("danger",), stage="primary"),)
    closed = {each.item: each.closed for each in told(gate, steps).unheard}
    assert closed["age"] is None, "age is asked even then"
    for item in ("with-whom", "look"):
        by = closed[item]
        assert by is not None
        assert (by.id, by.answer) == ("now", gate.book.item["now"].options[0].label)


def test_an_age_that_closes_a_question_is_named_as_what_closed_it(book: Book) -> None:
    scene = scene_called(book, "third-lane")
    steps = [step for step in keyed(scene).steps if step.id not in ("unaccompanied", "lawful-status")]
    debrief = told(scene, answered(tuple(steps), "age", "adult"))
    closed = {each.item: each.closed for each in debrief.unheard}
    assert closed["unaccompanied"] is not None
    assert closed["unaccompanied"].id == "age"


def test_what_was_never_put_and_what_was_put_and_not_looked_at_are_closed_by_nothing(book: Book) -> None:
    scene = scene_called(book, "third-lane")
    debrief = told(scene, without(keyed(scene).steps, "phone"))
    assert [(each.item, each.closed) for each in debrief.unheard] == [("phone", None)]
    never = tuple(step for step in keyed(scene).steps if step.id != "phone" and step.does != "sign")
    assert [each.closed for each in told(scene, never).unheard if each.item == "phone"] == [None]


def test_a_sign_out_of_turn_that_was_missed_says_where_it_shows(book: Book) -> None:
    scene = scene_called(book, "third-lane")
    steps = tuple(step for step in keyed(scene).steps if step.does != "sign")
    (missed,) = [each for each in told(scene, steps).signs if each.state == "missed"]
    assert (missed.id, missed.where) == ("minor-commercial-sex", (book.item["work"].text,))


@pytest.mark.parametrize("name", NAMES)
def test_who_stopped_at_the_booth_is_told_so_and_not_of_moves_not_offered_there(book: Book, name: str) -> None:
    scene = scene_called(book, name)
    key = keyed(scene)
    debrief = told(scene, tuple(step for step in key.steps if step.stage == "primary"), id="ask-more")
    if scene.scenario.place == "secondary":
        return
    offered = {move.id: move.stages for move in scene.pack.moves}
    left_out = [each for each in debrief.conduct if each.state == "missed" and not each.beyond]
    assert [each.move for each in left_out if "primary" not in (offered[each.move] or ("primary",))] == []
    if debrief.parted is None or debrief.parted.done:
        return
    stages = {step.stage for step in key.steps if step.id == debrief.parted.due}
    assert (debrief.parted.stopped is not None) == ("primary" not in stages)
    if debrief.parted.stopped is not None:
        assert debrief.parted.stopped.stage == "primary"
        assert set(debrief.parted.stopped.found) == {sign.title for sign in debrief.signs if sign.state == "missed"}


def test_who_went_on_and_ended_early_did_not_stop_before_it(book: Book) -> None:
    scene = scene_called(book, "red-band")
    last = [step for step in keyed(scene).steps if step.does == "move"][-1]
    debrief = told(scene, without(keyed(scene).steps, last.id))
    assert debrief.parted is not None
    assert debrief.parted.stopped is None


def test_needs_are_no_questions_and_never_come_too_early(book: Book) -> None:
    scene = scene_called(book, "covered-basket")
    needs = Step(at=0, does="look", id="needs", reply=0, stage="secondary")
    debrief = told(scene, (needs, *keyed(scene).steps))
    assert debrief.parted is None


def test_what_is_heard_better_than_the_key_hears_it_is_not_told_as_heard_otherwise(book: Book) -> None:
    scene = scene_called(book, "first-job")
    steps = keyed(scene).steps
    early = next(step for step in steps if step.id == "get-interpreter")
    debrief = told(scene, (early, *(step for step in steps if step is not early)))
    assert debrief.unheard == ()


@pytest.mark.parametrize(("item", "times"), [("age", 0), ("look", 0), ("needs", 0), ("work", 1)])
def test_only_a_question_put_again_is_a_question_repeated(book: Book, item: str, times: int) -> None:
    scene = scene_called(book, "first-job")
    screening = start_of(scene, BEGAN)
    assessment = assess_screening(book, screening)
    stage = next(stage for stage in reversed(book.rulebook.stages) if item in stage.items)
    question = Question(stage, book.item[item], (), 1, 0, None, screening, assessment)
    first, _ = looked(scene, (), question, 0)
    again, _ = looked(scene, (first,), question, 0)
    assert len(again.counts) == times


def test_needs_duties_and_what_comes_before_the_advice_is_settled_are_never_needless(gate: Scene) -> None:
    looks = tuple(
        Step(at=0, does="look", id=item, stage="secondary", could_change="no")
        for item in ("now-secondary", "needs", "medical", "unaccompanied", "phone", "trip")
    )
    assert told(gate, looks).outcome.needless == (), "nothing is settled"
    danger = Step(at=0, does="answer", id="now", picked=("danger",), stage="primary")
    assert told(gate, (danger, *looks)).outcome.needless == ("phone", "trip")
