"""What comes before what: a look does not settle an item, an answer does."""

import pytest

from screen.core.book import Book
from screen.core.shape.attempt import Step
from screen.practice.keyed import keyed
from screen.practice.scene import happening_of
from screen.practice.score import conduct_of, parting_of
from tests.practice.plays import NAMES, scene_called


def moved_behind(steps: tuple[Step, ...], move: str, item: str, does: str) -> tuple[Step, ...]:
    """The steps, this move made only after the item was looked at, or answered."""
    made = next(step for step in steps if step.does == "move" and step.id == move)
    rest = [step for step in steps if step is not made]
    place = next(n for n, step in enumerate(rest) if step.id == item and step.does == does)
    return (*rest[: place + 1], made, *rest[place + 1 :])


@pytest.mark.parametrize(("name", "move", "item"), [
    ("window-four", "papers-to-owners", "papers"), ("red-band", "speak-first", "answered"),
    ("covered-basket", "water", "needs"), ("bridge-south", "ring", "child"),
])  # fmt: skip
def test_who_looks_makes_the_move_and_then_answers_is_in_time(book: Book, name: str, move: str, item: str) -> None:
    scene = scene_called(book, name)
    steps = moved_behind(keyed(scene).steps, move, item, "look")
    assert conduct_of(scene, steps)[move] == "done"
    assert parting_of(scene, steps) is None


def test_who_answers_before_the_move_is_too_late(book: Book) -> None:
    scene = scene_called(book, "window-four")
    steps = moved_behind(keyed(scene).steps, "papers-to-owners", "papers", "answer")
    assert conduct_of(scene, steps)["papers-to-owners"] == "late"


def test_what_could_not_be_told_yet_is_settled_by_nothing(book: Book) -> None:
    scene = scene_called(book, "window-four")
    thin = Step(at=0, does="answer", id="papers", state="could-not-tell", stage="primary")
    assert conduct_of(scene, (thin, *keyed(scene).steps))["papers-to-owners"] == "done"


@pytest.mark.parametrize("name", NAMES)
def test_nobody_speaks_first_to_whom_they_have_sent_out(book: Book, name: str) -> None:
    """Who answers beside the companion is seen only while the companion is there."""
    scene = scene_called(book, name)
    moves = {move.id: move for move in scene.pack.moves}
    path = scene.scenario.key.path
    if scene.scenario.companion is not None and {"speak-first", "apart"} <= {*path} and name != "lake-folder":
        assert not happening_of(scene, moves["speak-first"], {"apart"}).works
