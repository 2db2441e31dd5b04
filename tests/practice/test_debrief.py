"""The debrief: each part of it, held against what was done."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screen.core.book import Book
from screen.core.shape.attempt import Step
from screen.practice.debrief import debrief_of
from screen.practice.keyed import keyed
from screen.practice.scene import Scene
from tests.practice.plays import NAMES, finished, own_advice, scene_called, told, without


@pytest.fixture(scope="module")
def harvest(book: Book) -> Scene:
    return scene_called(book, "red-band")


@pytest.fixture(scope="module")
def tour(book: Book) -> Scene:
    return scene_called(book, "blue-band")


@pytest.mark.parametrize("name", NAMES)
def test_whoever_plays_the_key_has_nothing_held_against_them(book: Book, name: str) -> None:
    scene = scene_called(book, name)
    debrief = told(scene, keyed(scene).steps)
    assert debrief.parted is None
    assert all(row.own == row.key and not row.parts for row in debrief.rows)
    assert {sign.state for sign in debrief.signs} <= {"found"}
    assert {each.state for each in debrief.conduct} <= {"done", "avoided"}
    assert debrief.unheard == ()
    assert (debrief.facts, debrief.claimed, debrief.outcome.needless) == ((), (), ())
    assert debrief.advice.stands
    assert (debrief.advice.level, debrief.advice.own) == ("right", debrief.advice.reached)
    assert {duty.state for duty in debrief.duties} <= {"named"}
    assert debrief.contact.state in ("right", "none")
    assert not debrief.changed


def test_the_paths_part_at_the_step_before_which_something_was_due(harvest: Scene) -> None:
    debrief = told(harvest, without(keyed(harvest).steps, "apart"))
    assert debrief.parted is not None
    assert debrief.parted.due == "apart"
    assert debrief.parted.why
    assert {line.text for line in debrief.parted.conduct}
    (row,) = [row for row in debrief.rows if row.parts]
    assert row.own is not None
    assert row.own.id == debrief.parted.done
    assert [row.key.id for row in debrief.rows if row.own is None and row.key is not None] == ["apart"]


def test_a_move_that_is_not_to_be_made_parts_the_paths_and_brings_its_line_of_conduct(harvest: Scene) -> None:
    steps = keyed(harvest).steps
    debrief = told(harvest, (*steps[:3], Step(at=1, does="move", id="confront", reply=0), *steps[3:]))
    assert debrief.parted is not None
    assert (debrief.parted.done, debrief.parted.broken) == ("confront", True)
    broken = [each for each in debrief.conduct if each.state == "broken"]
    assert [each.move for each in broken] == ["confront"]
    assert broken[0].rules[0].sources
    assert debrief.parted.conduct == broken[0].rules


def test_a_move_made_too_late_is_told_with_what_came_before_it_and_why_that_matters(harvest: Scene) -> None:
    steps = list(keyed(harvest).steps)
    move = next(step for step in steps if step.id == "speak-first")
    steps.remove(move)
    debrief = told(harvest, (*steps, move))
    (late,) = [each for each in debrief.conduct if each.state == "late"]
    assert late.move == "speak-first"
    assert late.before == harvest.book.item["answered"].text
    assert late.why == next(order.why for order in harvest.pack.orders if order.first == "speak-first")


def test_conduct_stands_in_the_order_of_the_key(harvest: Scene) -> None:
    debrief = told(harvest, keyed(harvest).steps)
    path = [name for name in harvest.scenario.key.path if name not in harvest.book.item]
    assert [each.move for each in debrief.conduct if each.state == "done"] == path


def test_a_question_not_asked_is_told_with_what_it_shows_after_the_moves_of_the_key(harvest: Scene) -> None:
    debrief = told(harvest, without(keyed(harvest).steps, "work", "apart"))
    (unheard,) = [each for each in debrief.unheard if each.item == "work"]
    alone, beside = harvest.scenario.reveals["work"][-1], harvest.scenario.reveals["work"][0]
    assert (unheard.asked, unheard.key, unheard.own) == (False, alone.shows, beside.shows)
    assert unheard.signs == (harvest.book.indicator["recruitment-fees"].title,)
    assert len(unheard.after) == len(alone.after)


def test_after_the_moves_of_the_key_there_is_nothing_else_to_tell_of_a_question_not_asked(harvest: Scene) -> None:
    debrief = told(harvest, without(keyed(harvest).steps, "work"))
    (unheard,) = debrief.unheard
    assert (unheard.item, unheard.own) == ("work", None)


def test_a_question_asked_too_early_is_told_beside_what_the_key_hears(harvest: Scene) -> None:
    debrief = told(harvest, without(keyed(harvest).steps, "apart"))
    (unheard,) = [each for each in debrief.unheard if each.item == "work"]
    assert unheard.asked
    assert unheard.own == harvest.scenario.reveals["work"][0].shows


def test_a_question_asked_again_once_it_could_be_answered_was_heard(harvest: Scene) -> None:
    steps = keyed(harvest).steps
    first = next(step for step in steps if step.does == "look" and step.id == "work")
    assert told(harvest, (first.model_copy(update={"reply": 0}), *steps)).unheard == ()


@pytest.mark.parametrize(
    ("own", "level", "cell"),
    [("refer", "right", "seen"), ("refer-now", "higher", "seen"), ("consult", "lower", "missed")],
)
def test_the_own_advice_is_held_against_a_key_that_refers(harvest: Scene, own: str, level: str, cell: str) -> None:
    advice = told(harvest, keyed(harvest).steps, id=own).advice
    assert (advice.own, advice.reached, advice.key) == (own, "refer", "refer")
    assert (advice.level, advice.cell) == (level, cell)
    assert advice.because
    assert all(each.sources for each in advice.because)


@pytest.mark.parametrize(("own", "cell"), [("refer", "false-alarm"), ("ask-more", "rightly-left")])
def test_the_own_advice_is_held_against_a_key_that_does_not(tour: Scene, own: str, cell: str) -> None:
    assert told(tour, keyed(tour).steps, id=own).advice.cell == cell


def test_duties_and_the_first_contact_are_told_with_their_times(harvest: Scene) -> None:
    debrief = told(harvest, keyed(harvest).steps, duties=("uac-transfer", "bring-to-investigators"), contact="c.911")
    states = {duty.id: (duty.state, duty.within) for duty in debrief.duties}
    assert states["bring-to-investigators"] == ("named", "at once")
    assert states["uac-transfer"] == ("overcalled", "72 h")
    assert states["crime-victim-services"] == ("missed", "earliest opportunity")
    assert (debrief.contact.state, debrief.contact.own, debrief.contact.key) == ("wrong", "c.911", "c.sup")


def test_a_sign_marked_that_is_not_there_brings_the_reason_that_is_true_here(harvest: Scene) -> None:
    sign = Step(at=1, does="sign", id="earnings-held", state="present")
    debrief = told(harvest, (*keyed(harvest).steps, sign))
    (overcalled,) = [each for each in debrief.signs if each.state == "overcalled"]
    assert overcalled.id == "earnings-held"
    assert overcalled.ordinary == harvest.scenario.ordinary["earnings-held"]
    assert overcalled.sources == harvest.book.indicator["earnings-held"].sources
    assert overcalled.not_if


def test_a_sign_missed_says_where_it_shows(harvest: Scene) -> None:
    steps = (step for step in keyed(harvest).steps if step.does != "answer" or step.id != "work")
    (missed,) = [each for each in told(harvest, tuple(steps)).signs if each.state == "missed"]
    assert (missed.id, missed.where) == ("recruitment-fees", (harvest.book.item["work"].text,))


def test_the_other_half_is_named_only_once_it_was_played(harvest: Scene, tour: Scene) -> None:
    attempt = finished(harvest, keyed(harvest).steps, own_advice(harvest), day=9)
    other = finished(tour, keyed(tour).steps, own_advice(tour, id="refer"), day=2)
    alone = debrief_of(harvest, keyed(harvest), attempt, (attempt,), tour)
    assert (alone.has_twin, alone.twin) == (True, None)
    assert "blue-band" not in repr(alone)
    both = debrief_of(harvest, keyed(harvest), attempt, (attempt, other), tour)
    assert both.twin is not None
    assert (both.twin.id, both.twin.own) == ("blue-band", "refer")
    apart = {each.id: each for each in both.twin.apart}
    assert "papers" in apart
    assert all(each.here != each.there for each in apart.values())


def test_an_attempt_scored_otherwise_when_it_was_played_says_so(harvest: Scene) -> None:
    attempt = finished(harvest, keyed(harvest).steps, own_advice(harvest))
    assert attempt.outcome is not None
    old = attempt.model_copy(update={"outcome": attempt.outcome.model_copy(update={"key": "consult"})})
    assert debrief_of(harvest, keyed(harvest), old).changed


def test_what_the_rulebook_does_not_know_any_more_is_left_out_and_an_unknown_advice_is_told(harvest: Scene) -> None:
    attempt = finished(harvest, keyed(harvest).steps, own_advice(harvest))
    gone = tuple(Step(at=1, does=does, id="gone") for does in ("look", "answer", "sign"))
    more = attempt.model_copy(update={"steps": (*gone, *attempt.steps)})
    assert debrief_of(harvest, keyed(harvest), more).signs == debrief_of(harvest, keyed(harvest), attempt).signs
    for steps in ((), attempt.steps[:-1], (*attempt.steps[:-1], own_advice(harvest, id="gone"))):
        with pytest.raises(ValueError, match=r"finished|none of this rulebook"):
            debrief_of(harvest, keyed(harvest), attempt.model_copy(update={"steps": steps}))


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_one_sign_of_the_key_more_never_makes_a_debrief_worse(book: Book, data: st.DataObject) -> None:
    scene = scene_called(book, data.draw(st.sampled_from(NAMES)))
    steps = keyed(scene).steps
    kept = data.draw(st.lists(st.booleans(), min_size=len(steps), max_size=len(steps)))
    played = tuple(step for step, stays in zip(steps, kept, strict=True) if stays)
    before = told(scene, played).outcome
    if not before.missed:
        return
    sign = data.draw(st.sampled_from(before.missed))
    after = told(scene, (*played, Step(at=4000, does="sign", id=sign, state="present"))).outcome
    assert set(after.missed) == set(before.missed) - {sign}
    assert set(after.found) == {*before.found, sign}
    assert after.overcalled == before.overcalled
    assert (after.conduct, after.parting) == (before.conduct, before.parting)
    assert book.rank[after.reached] >= book.rank[before.reached]


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_every_step_of_both_paths_stands_in_one_row_and_in_its_order(book: Book, data: st.DataObject) -> None:
    scene = scene_called(book, data.draw(st.sampled_from(NAMES)))
    steps = data.draw(st.permutations(keyed(scene).steps))
    debrief = told(scene, tuple(steps))
    own = [row.own.id for row in debrief.rows if row.own is not None]
    key = [row.key.id for row in debrief.rows if row.key is not None]
    assert own == [step.id for step in steps if step.does in ("move", "look")]
    assert key == [step.id for step in keyed(scene).steps if step.does in ("move", "look")]
    assert all(row.own.id == row.key.id for row in debrief.rows if row.own is not None and row.key is not None)
    assert sum(row.parts for row in debrief.rows) == (debrief.parted is not None)
