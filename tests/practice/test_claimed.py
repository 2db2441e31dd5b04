"""What was marked as done is held against what was done."""

import pytest

from screen.core.book import Book
from screen.practice.claimed import claimed_of, done_at, followed_by
from screen.practice.keyed import keyed
from tests.practice.plays import NAMES, without
from tests.practice.scenes import shipped_scene


@pytest.mark.parametrize("name", NAMES)
def test_whoever_does_what_the_key_does_claims_nothing(book: Book, name: str) -> None:
    scene = shipped_scene(book, name)
    assert claimed_of(scene, keyed(scene).steps) == ()


def test_a_line_that_the_key_follows_and_the_learner_only_marked_is_remembered(book: Book) -> None:
    scene = shipped_scene(book, "red-band")
    moves = [step.id for step in keyed(scene).steps if step.does == "move"]
    steps = without(keyed(scene).steps, "say-who", "apart")
    assert {"say-who", "apart"} <= {*moves}
    assert claimed_of(scene, steps) == ("same-words", "say-who")


def test_a_move_that_did_not_come_about_followed_nothing_and_a_mark_gone_back_over_claims_nothing(book: Book) -> None:
    scene = shipped_scene(book, "red-band")
    steps = [step.model_copy(update={"works": "no"}) if step.id == "say-who" else step for step in keyed(scene).steps]
    assert claimed_of(scene, steps) == ("say-who",)
    honest = [step.model_copy(update={"picked": ("needs",)}) if step.id == "conduct-start" else step for step in steps]
    assert claimed_of(scene, honest) == ()


def test_what_was_done_is_known_at_the_item_of_conduct(book: Book) -> None:
    scene = shipped_scene(book, "red-band")
    item = book.item["conduct-start"]
    assert done_at(item, followed_by(scene, ())) == ()
    steps = [step for step in keyed(scene).steps if step.id in ("say-who", "apart")]
    assert done_at(item, followed_by(scene, steps)) == ("routine", "said")
