"""Scenarios that are made: from a sketch, from a recorded run, from an attempt, as a twin."""

from collections.abc import Iterable
from typing import Any

import pytest

from screen.core.book import Book
from screen.core.recorded import case_of
from screen.core.shape.attempt import Step
from screen.core.shape.case import Case
from screen.core.shape.scenario import Scenario
from screen.practice.checking import check_scenario
from screen.practice.checking.draft import Draft
from screen.practice.keyed import BEGAN, keyed
from screen.practice.making.attempted import of_attempt
from screen.practice.making.beginning import of_case, twin_of
from screen.practice.making.skeleton import scenario_of
from screen.practice.making.sketch import Find, Marked, Sketch
from screen.practice.scene import Scene
from tests.practice.scenes import pack, shipped, shipped_scene

TODO = "TODO"
SCENES = shipped()
FEE = Find("work", "fees", "fee", '"I paid a man."', ("apart", "get-interpreter"), '"All fine."', "recruitment-fees")
KEPT = Find("papers", "kept", "kept", "They stay in his pocket.", ("papers-to-owners",), sign="documents-held")
TOLD: dict[str, Any] = {
    "id": "made", "title": "Two at the window", "lane": "Lane one", "brief": "A bus.", "seen": ("A bag.",),
    "person": "the young man", "companion": "the uncle", "truth": "exploitation", "forms": ("labour",),
    "finds": (KEPT, FEE), "moves": ("say-who", "apart", "get-interpreter", "papers-to-owners", "supervisor"),
    "contact": "c.sup",
}  # fmt: skip


def made(book: Book, **changed: Any) -> Scenario:  # noqa: ANN401 - any field of a sketch
    return scenario_of(book, pack(), Sketch(**TOLD | changed))


def faults(book: Book, scenario: Scenario, *others: Scenario) -> list[str]:
    """What the check finds beside texts that say themselves that they are still to be written."""
    problems = check_scenario(Draft(Scene(book, pack(), scenario), scenario.id, others))
    told = scenario.model_dump(mode="json", by_alias=True)
    return [str(each) for each in problems if TODO not in str(_at(told, each.place))]


def _at(told: Any, place: tuple[str | int, ...]) -> Any:  # noqa: ANN401 - any part of a scenario
    for part in place:
        told = told[part]
    return told


def test_the_rulebook_reckons_where_the_key_of_a_sketch_leads(book: Book) -> None:
    key = made(book).key
    assert key.disposition == "refer"
    assert set(key.findings) == {"recruitment-fees", "documents-held"}
    assert "bring-to-investigators" in key.duties


def test_moves_stand_where_they_are_due(book: Book) -> None:
    path = made(book).key.path
    assert path.index("papers-to-owners") < path.index("papers") < path.index("apart") < path.index("work")
    assert path[-1] == "supervisor"


def test_a_sketch_passes_the_check_but_for_what_is_still_to_be_written(book: Book) -> None:
    scenario = made(book)
    assert faults(book, scenario) == []
    assert scenario.role.startswith(TODO)


def test_an_empty_sketch_is_a_scenario_that_says_what_is_missing(book: Book) -> None:
    scenario = scenario_of(book, pack(), Sketch())
    assert faults(book, scenario) == []
    assert scenario.key.disposition == book.rulebook.dispositions[0].id
    assert all(text.startswith(TODO) for text in (scenario.title, scenario.brief, *scenario.seen, scenario.person))


def test_what_waits_for_different_moves_shows_together_once_all_are_done(book: Book) -> None:
    other = FEE._replace(option="contract", words='"No paper."', after=("say-who",), sign="contract-missing-or-changed")
    reveals = made(book, finds=(FEE, other)).reveals["work"]
    assert [set(each.after) for each in reveals] == [
        set(), {"say-who"}, {"apart", "get-interpreter"}, {"say-who", "apart", "get-interpreter"}
    ]  # fmt: skip
    assert [len(each.marks) for each in reveals] == [0, 1, 1, 2]


def test_what_only_looks_like_a_sign_is_no_finding_and_has_its_reason(book: Book) -> None:
    find = KEPT._replace(option="gave-back", ordinary="A guide gives them back.", words="Each has their own.")
    scenario = made(book, truth="nothing", forms=(), finds=(find,), moves=("papers-to-owners",), contact=None)
    assert scenario.ordinary == {"documents-held": "A guide gives them back."}
    assert scenario.key.findings == ()
    assert scenario.key.judged == {"next-step": "stop"}
    assert faults(book, scenario) == []


def test_a_child_is_asked_what_a_child_is_asked(book: Book) -> None:
    marks = {"age": "14-17", "with-whom": "alone", "unaccompanied": "other", "lawful-status": "none"}
    marked = tuple(Marked(item, each, "So it is.") for item, each in marks.items())
    scenario = made(book, finds=(), marked=marked, companion=None, truth="protection", forms=(), contact=None)
    assert scenario.key.disposition == "consult"
    assert set(scenario.reveals) == set(marks)


@pytest.mark.parametrize("told", SCENES, ids=lambda told: told.id)
def test_whoever_plays_a_key_and_saves_it_has_the_same_key(book: Book, told: Scenario) -> None:
    scene = Scene(book, pack(), told)
    again = of_attempt(scene, keyed(scene).steps, BEGAN, "again").scene.scenario.key
    assert again.path == told.key.path
    assert (again.disposition, {*again.findings}) == (told.key.disposition, {*told.key.findings})
    assert (again.duties, again.judged) == (told.key.duties, told.key.judged)


def entering(steps: Iterable[Step], item: str, *picked: str) -> tuple[Step, ...]:
    """The steps with this entered at an item."""
    mine = {"picked": picked, "state": "answered"}
    return tuple(step.model_copy(update=mine) if (step.does, step.id) == ("answer", item) else step for step in steps)


def test_what_shows_is_marked_and_not_what_the_learner_entered(book: Book) -> None:
    scene = shipped_scene(book, "red-band")
    sign = Step(at=1, does="sign", id="smuggled", state="present")
    steps = entering(keyed(scene).steps, "papers", "own-hand")
    made = of_attempt(scene, (*steps[:3], sign, *steps[3:]), BEGAN, "again")
    key = made.scene.scenario.key
    assert (key.findings, key.disposition) == (scene.scenario.key.findings, scene.scenario.key.disposition)
    assert made.scene.scenario.reveals == scene.scenario.reveals
    assert [(each.item, each.own) for each in made.differs] == [("papers", "own-hand"), ("", "smuggled")]
    assert (made.scene.scenario.pair, made.added) == (None, ())
    assert faults(book, made.scene.scenario) == []


def test_what_its_findings_need_is_put_into_the_path_and_said(book: Book) -> None:
    scene = shipped_scene(book, "museum-map")
    asked = [step for step in keyed(scene).steps if step.id in ("look", "journey") or step.does == "answer"]
    made = of_attempt(scene, entering(asked, "work"), BEGAN, "again")
    key = made.scene.scenario.key
    assert (key.findings, key.disposition) == (scene.scenario.key.findings, "refer")
    assert {"get-interpreter", "say-who", "work"} <= {*made.added}
    assert "card" not in key.path
    assert "work" in [each.item for each in made.differs]
    assert faults(book, made.scene.scenario) == []


def test_a_move_that_does_harm_here_is_in_no_path_and_stays_forbidden(book: Book) -> None:
    scene = next(
        scene
        for scene in (Scene(book, pack(), told) for told in SCENES)
        if any(move.id in scene.scenario.key.forbidden for move in pack().moves if move.kind == "do")
    )
    barred = next(move.id for move in pack().moves if move.kind == "do" and move.id in scene.scenario.key.forbidden)
    steps = (*keyed(scene).steps, Step(at=900, does="move", id=barred, stage="secondary"))
    key = of_attempt(scene, steps, BEGAN, "again").scene.scenario.key
    assert barred not in key.path
    assert barred in key.forbidden


@pytest.mark.parametrize("told", SCENES[::3], ids=lambda told: told.id)
def test_an_attempt_that_missed_it_all_still_gives_a_key_that_the_check_passes(book: Book, told: Scenario) -> None:
    scene = Scene(book, pack(), told)
    played = keyed(scene).steps
    for steps in (
        tuple(step for step in played if step.does == "answer"),
        tuple(step for step in played if step.does != "move"),
        (*(step for step in played if step.does == "look"), *(step for step in played if step.does == "move")),
    ):
        made = of_attempt(scene, steps, BEGAN, "again").scene.scenario
        assert book.rank[made.key.disposition] >= book.rank[told.key.disposition]
        assert {*told.key.findings} <= {*made.key.findings}
        # A call that was never made can turn an ordinary story into a referral; the author is told so, and of no more.
        refers = told.truth in ("nothing", "other-need") and made.key.disposition != told.key.disposition
        assert [each for each in faults(book, made) if not (refers and "clean traveller" in each)] == []


def test_moves_that_are_never_to_be_made_are_in_no_key(book: Book) -> None:
    scene = shipped_scene(book, "blue-band")
    steps = (Step(at=0, does="move", id="confront", reply=0, stage="primary"), *keyed(scene).steps)
    assert "confront" not in of_attempt(scene, steps, BEGAN, "again").scene.scenario.key.path


@pytest.mark.parametrize("told", SCENES, ids=lambda told: told.id)
def test_a_recorded_run_becomes_a_scenario_that_finds_the_same(book: Book, told: Scenario) -> None:
    screening = keyed(Scene(book, pack(), told)).screening
    case = Case.model_validate({**case_of(book, screening, "run"), "rules": ()})
    sketch = of_case(book, pack(), case)._replace(id="made", truth=told.truth, forms=told.forms)
    scenario = scenario_of(book, pack(), sketch)
    assert (scenario.key.disposition, {*scenario.key.findings}) == (case.disposition, {*(case.findings or ())})


@pytest.mark.parametrize("told", SCENES, ids=lambda told: told.id)
def test_a_new_half_cannot_be_told_from_the_first(book: Book, told: Scenario) -> None:
    first = told if told.pair is not None else told.model_copy(update={"pair": told.id})
    scenario = scenario_of(book, pack(), twin_of(told)._replace(id="made"))
    assert [each for each in faults(book, scenario, first) if "twin" in each or "half" in each] == []
